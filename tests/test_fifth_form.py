"""A fifth template with a record of its own is one new file, found everywhere (decisions.md section 2)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
FORM = '''
"""Template 5: assumptions that a plan rests on."""

from workbench.domain import Record, record
from workbench.messages import trilingual
from workbench.spec import Choice, Code, Computed, Form, Line, Rating


@record
class Assumption(Record):
    """Something taken for granted."""

    code: str = ""
    text: str = ""
    doubt: int | None = None
    state: str = "open"


def weight(item, _project):
    return (item.doubt or 0) * 10


FORM = Form(
    key="assumptions",
    title=trilingual(en="Assumptions", zh_CN="假设清单", zh_TW="假設清單"),
    record=Assumption,
    number=5,
    phase=5,
    fields=(
        Code("code", trilingual(en="No.", zh_CN="编号", zh_TW="編號"), prefix=lambda _project: "A", digits=2),
        Line("text", trilingual(en="Assumption", zh_CN="假设", zh_TW="假設"), required=True),
        Rating("doubt", trilingual(en="Doubt", zh_CN="存疑度", zh_TW="存疑度")),
        Computed("weight", trilingual(en="Weight", zh_CN="权重", zh_TW="權重"), rule=weight),
        Choice("state", trilingual(en="State of it", zh_CN="情形", zh_TW="情形"), labels={
            "open": trilingual(en="Still open", zh_CN="尚未", zh_TW="尚未"),
        }),
    ),
)
'''

WINDOW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from forms import FORMS
from ui.form_view import FormView
from ui.session import Session
from ui.theme import Look, Theme
from workbench.domain import Project
from workbench.messages import Message
from workbench.storage import SqliteStore, create
from forms import ALL_KINDS
from workbench.workspace import Workspace
from pathlib import Path

application = QApplication([])
path = Path(sys.argv[1])
create(path)
workspace = Workspace(SqliteStore(path, ALL_KINDS))
workspace.open("p")
workspace.put(Project(id="p", code="X"), label=Message("x"))
session = Session(workspace, FORMS, Theme(Look.LIGHT, 100, "zh_CN"), "zh_CN")
session.show_project("p")
form = next(form for form in FORMS if form.key == "assumptions")
page = FormView(form, session)
page.new_item()
model = page.findChild(QTableView).model()
print([model.headerData(column, Qt.Orientation.Horizontal) for column in range(5)])
print(len(workspace.all(form.record, "p")))
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A copy of the program's door and forms with one file more, beside the unchanged rooms."""
    folder = tmp_path_factory.mktemp("fifth")
    shutil.copytree(ROOT / "forms", folder / "forms", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", folder)
    (folder / "forms" / "assumptions.py").write_text(FORM, encoding="utf-8")
    return folder


def run(program, *words, lines=()):
    done = subprocess.run(
        [sys.executable, program / "main.py", *map(str, words)],
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def test_it_is_found_in_commands_storage_undo_word_excel_and_import(program, tmp_path):
    file, word, book = tmp_path / "w.workbench", tmp_path / "r.docx", tmp_path / "r.xlsx"
    run(program, "new", file, "--project", "X", "Fifth", "--language", "zh_CN")
    put = {"put": {"kind": "assumption", "text": "用户量不变", "doubt": 4}}
    assert run(program, "edit", file, "X", lines=[put, put, {"undo": 1}]).split() == ["1", "2", "3"]
    assert [item["code"] for item in assumptions(program, file)] == ["A01"]

    run(program, "export", file, "X", word, "--language", "zh_CN")
    rows = [tuple(cell.text for cell in row.cells) for t in docx.Document(str(word)).tables for row in t.rows]
    assert ("编号", "假设", "存疑度", "权重", "情形") in rows
    assert ("A01", "用户量不变", "4", "40", "尚未") in rows

    run(program, "export", file, "X", book, "--language", "zh_CN")
    change(book, "用户量不变", "用户量翻倍")
    assert "用户量翻倍" in run(program, "import", file, "X", book, "--dry-run", "--language", "zh_CN")
    run(program, "import", file, "X", book, "--language", "zh_CN")
    assert [item["text"] for item in assumptions(program, file)] == ["用户量翻倍"]


def assumptions(program, file):
    records = json.loads(run(program, "dump", file, "X"))["records"]
    return [item for item in records if item["kind"] == "assumption"]


def change(book, old, new):
    loaded = openpyxl.load_workbook(book)
    sheet = loaded["假设清单"]
    cell = next(cell for row in sheet for cell in row if cell.value == old)
    cell.value = new
    loaded.save(book)


def test_the_window_has_a_page_for_it(program):
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(program / "w.workbench")],
        cwd=program,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{program}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["['编号', '假设', '存疑度', '权重', '情形']", "1"]
