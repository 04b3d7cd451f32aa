"""A window at once; everything heavy afterwards, beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.settings import Folder, Settings, default_folder
from workbench.messages import Message, Refusal
from workbench.storage import create, hold

ROOT = Path(__file__).parents[2]
HEAVY = ["sqlalchemy", "alembic", "matplotlib", "docx", "openpyxl", "xlsxwriter", "pydantic", "lxml", "numpy"]
FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QLabel
from ui.app import Start, application_of
from main import tools
application = application_of([])
start = Start(application, Path(sys.argv[1]), "zh_CN", tools)
def look():
    labels = [label for label in start.window.findChildren(QLabel) if label.isVisible()]
    texts = [label.text() for label in labels if label.text()]
    print(json.dumps({"modules": sorted(sys.modules), "texts": texts}))
    application.exit()
start.window.painted.connect(look)
start.open(None)
application.exec()
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path_factory.mktemp("data"))],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_but_qt_and_the_standard_library_before_the_first_paint(first_paint):
    tops = {name.partition(".")[0] for name in first_paint["modules"]}
    ours = {"ui", "workbench", "main", "PySide6", "shiboken6", "__main__"}
    strange = {
        name
        for name in tops - ours - set(sys.stdlib_module_names)
        if not name.startswith(("_", "sphinxify", "shibokensupport", "signature_bootstrap"))
    }
    assert strange == set()
    assert tops.isdisjoint(HEAVY)


def test_records_and_templates_come_after_the_first_paint(first_paint):
    light = {"workbench.messages", "workbench.tokens", "workbench"}
    assert {name for name in first_paint["modules"] if name.startswith("workbench")} <= light
    assert not any(name.startswith("forms") for name in first_paint["modules"])


def test_the_first_paint_has_words(first_paint):
    assert any("workbench.workbench" in text for text in first_paint["texts"])
    assert len(first_paint["texts"]) >= 2


def test_all_state_is_in_the_named_folder(begin, tmp_path, qtbot):
    start = begin(folder=tmp_path / "here")
    qtbot.waitUntil(lambda: start.program.desk is not None)
    start.folder.keep_geometry(start.window.saveGeometry())
    start.program.note_place()
    found = {path.name for path in (tmp_path / "here").iterdir()}
    assert found >= {"workbench.workbench", "settings.toml", "window.ini", "places.json"}


def test_a_second_window_says_who_has_the_file_and_can_read(begin, tmp_path, qtbot):
    path = tmp_path / "shared.workbench"
    create(path)
    holder = hold(path)
    start = begin(path)
    qtbot.waitUntil(lambda: "already open" in start.window.calm.text.text())
    assert start.program.desk is None
    start.opening.open_path(path, read_only=True)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    assert start.program.desk.read_only
    assert start.window.banners.standing("read_only")
    assert not start.window.start.new.isEnabled()
    holder.release()


@pytest.mark.parametrize(
    "content", [b"", b"a letter to a client", b"PK\x03\x04 a workbook", b"SQLite format 3\x00" + b"\x00" * 84]
)
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(begin, tmp_path, qtbot, content):
    path = tmp_path / "other.workbench"
    path.write_bytes(content)
    start = begin(path)
    qtbot.waitUntil(lambda: "other.workbench" in start.window.calm.text.text())
    assert "other.workbench" in start.window.calm.text.text()
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir() if each.name != "data"] == ["other.workbench"]


def test_after_a_refusal_another_file_opens(begin, tmp_path, qtbot):
    start = begin(tmp_path / "nowhere.workbench")
    qtbot.waitUntil(lambda: "nowhere" in start.window.calm.text.text())
    good = tmp_path / "good.workbench"
    create(good)
    start.opening.switch_file(good)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    assert start.window.stack.currentWidget() is start.window.start


def test_the_last_project_is_shown_without_the_list_before_it(begin, program, qtbot):
    path = program.desk.opened.path
    program.note_place()
    program.put_away(lambda: None)
    qtbot.waitUntil(lambda: program.desk is None)
    again, shown = begin(path), []
    again.window.stack.currentChanged.connect(lambda _at: shown.append(again.window.stack.currentWidget()))
    qtbot.waitUntil(lambda: again.program.page is not None)
    assert shown == [again.program.page]


def test_a_project_that_cannot_be_read_leaves_the_list(start):
    start.window.show_calm(Message("Opening"), Message(""))
    start.program.desk.failed.emit(Refusal(Message("The disk gives an error.")))
    assert start.window.stack.currentWidget() is start.window.start


def test_settings_come_back_as_they_were(tmp_path):
    folder = Folder(tmp_path)
    settings = Settings(
        language="zh_TW", text_scale=125, sidebar_narrow=True, recent=('C:\\a "b"\n', "b/客户 😀")
    )
    folder.write(settings)
    assert folder.read() == settings


@pytest.mark.parametrize("text", ["", "no toml [", 'language = 5\nlook = "dark"', "\x00", 'recent = "x"'])
def test_damaged_settings_are_those_of_a_first_start(tmp_path, text):
    (tmp_path / "settings.toml").write_text(text)
    found = Folder(tmp_path).read()
    assert (found.language, found.recent) == ("", ())


def test_the_same_file_is_recent_once(tmp_path):
    settings = Settings()
    for name in ("a", "b", "a", *(str(number) for number in range(10)), "a"):
        settings = settings.with_recent(Path(name))
    assert settings.recent[0] == "a"
    assert len(settings.recent) == len(set(settings.recent)) == 8


@pytest.mark.parametrize(
    ("platform", "environment", "end"),
    [
        ("win32", {"LOCALAPPDATA": "C:/Users/a/AppData/Local"}, "Local/Workbench"),
        ("darwin", {}, "Library/Application Support/Workbench"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/workbench"),
        ("linux", {}, ".local/share/workbench"),
    ],
)
def test_every_system_has_its_own_place_for_data(platform, environment, end):
    assert default_folder(platform, environment).as_posix().endswith(end)
