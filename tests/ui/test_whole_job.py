"""The main journey of a new case, by keys alone: from an empty window to the written files."""

import docx
import openpyxl
import pytest

from tests.sample import form
from tests.ui.hands import Keys
from ui.form_words import words_for
from ui.quadrant_view import QuadrantView
from workbench.domain.problem import CauseState
from workbench.rules.labels import CAUSE_STATES


@pytest.fixture
def hands(begin, qtbot):
    start = begin()
    qtbot.waitUntil(lambda: start.program.desk is not None, timeout=20_000)
    start.window.resize(1440, 900)
    return Keys(start.window, qtbot)


def title(key):
    """What a page is called."""
    return str(form(key).title)


def label(key, name):
    """What a field is called."""
    return str(form(key).field(name).label)


def head_label(key, name):
    """What a field of a page's parent record is called."""
    return next(str(each.label) for each in form(key).head.fields if each.name == name)


def line(key):
    """What the line below a table asks for."""
    return str(words_for(key).line)


def undo_text(hands):
    return hands.window.status_bar.undo.text()


def make_project(hands):
    hands.open_dialog("Ctrl+Shift+N")
    hands.type("Login failures")
    hands.keys("Tab", "Tab", "Tab")
    hands.type("CRM")
    hands.keys("Return")
    hands.wait(lambda: hands.window.top_bar.project.text() == "Login failures")


def name_client(hands):
    hands.command(title("client_account"))
    hands.keys("Ctrl+N")
    hands.type("Acme Ltd")
    hands.keys("Return", "Alt+1")
    hands.choose(label("project_brief", "account"), "Acme Ltd")
    hands.fill(label("project_brief", "goal"), "Fewer calls about logins")
    assert label("project_brief", "goal") in undo_text(hands)


def hold_interview(hands):
    hands.keys("Alt+2")
    hands.tab(title("interview_outline"))
    hands.click("New interview")
    hands.fill(head_label("interview_outline", "title"), "First call")
    hands.choose(head_label("interview_outline", "account"), "Acme Ltd")
    hands.keys("Escape")
    hands.wait(lambda: len(hands.table(title("interview_outline"))) == 4)
    hands.tab(title("interview_notes"))
    hands.fill(line("interview_notes"), "Logging in takes a minute every morning")
    hands.keys("Return")
    assert any("every morning" in cell for row in hands.table(title("interview_notes")) for cell in row)


def find_requirement(hands):
    hands.keys("Alt+3")
    hands.fill(line("requirement_priority"), "Add batch export 4/3")
    hands.keys("Return")
    [row] = hands.table(title("requirement_priority"))
    assert row[:2] == ["CRM001", "Add batch export"]
    hands.keys("Escape", "Ctrl+Return")
    hands.fill(label("requirement_priority", "value") + ": reason", "Saves the client time")
    hands.fill(label("requirement_priority", "urgency") + ": reason", "Not before next quarter")
    hands.keys("Escape")
    [chart] = [each for each in hands.window.findChildren(QuadrantView) if each.isVisible()]
    hands.wait(lambda: "High value - low urgency 1" in chart.accessibleDescription())


def state_problem(hands):
    hands.keys("Alt+4")
    hands.tab(title("problem_statement"))
    hands.keys("Ctrl+N")
    hands.type("Logins fail in the morning")
    hands.keys("Return", "Ctrl+Return")
    hands.fill(label("problem_statement", "impact"), "40 calls a day")
    hands.fill(label("problem_statement", "scope"), "Only between 8 and 9")
    hands.keys("Escape")


def find_cause(hands):
    hands.tab(title("fishbone_analysis"))
    hands.fill(line("fishbone_analysis"), "Server overloaded")
    hands.keys("Return", "Escape")
    hands.cell(title("fishbone_analysis"), "Server overloaded")
    hands.keys("Tab")
    hands.type("No connection pool")
    hands.keys("Return", "Ctrl+Return")
    hands.fill(label("fishbone_analysis", "method_text"), "Load test with 500 logins")
    hands.choose(label("fishbone_analysis", "state"), str(CAUSE_STATES[CauseState.VERIFIED]))
    hands.fill(label("fishbone_analysis", "result"), "P99 falls from 9 s to 0.4 s with a pool")
    hands.tick(label("fishbone_analysis", "root_claimed"))
    hands.keys("Escape")
    rows = hands.table(title("fishbone_analysis"))
    assert [row[-1] for row in rows if row[1] == "Server overloaded"] == ["Yes"]


def make_plan(hands):
    hands.keys("Alt+5")
    hands.click("New plan")
    hands.fill(label("solution_outline", "title"), "Connection pool")
    hands.keys("Escape")
    hands.fill(line("implementation_plan"), "Configure the pool")
    hands.keys("Return", "Escape")
    hands.keys("Ctrl+Return")
    hands.fill(label("implementation_plan", "owner_text"), "Zhang San")
    hands.fill(label("implementation_plan", "deadline_text"), "3个工作日内")
    hands.keys("Return", "Escape")
    [row] = hands.table(title("implementation_plan"))
    assert "Zhang San" in row


def take_back(hands):
    """Undo names what it takes back, and takes back a phrase; redo brings it again."""
    hands.keys("Alt+3")
    hands.wait(lambda: len(hands.table(title("requirement_priority"))) == 1)
    hands.fill(line("requirement_priority"), "A slip")
    hands.keys("Return", "Escape")
    assert len(hands.table(title("requirement_priority"))) == 2
    assert "New: CRM002" in undo_text(hands)
    hands.keys("Ctrl+Z")
    assert len(hands.table(title("requirement_priority"))) == 1
    assert "CRM002" not in undo_text(hands)


def export(hands, path, entry):
    hands.open_dialog("Ctrl+E")
    hands.choose("Format", entry)
    hands.fill("File name", path.stem)
    hands.fill("Folder", str(path.parent))
    hands.keys("Return")
    hands.wait(lambda: told(hands, path.name))


def told(hands, name):
    notice = hands.window.banners.standing("export")
    return bool(notice) and notice.tone == "green" and notice.title.values["file"] == name


WRITTEN = (
    "Add batch export",
    "Saves the client time",
    "Server overloaded",
    "Configure the pool",
    "3个工作日内",
)


def test_the_whole_job_of_a_new_case(hands, tmp_path):
    for part in (
        make_project,
        name_client,
        hold_interview,
        find_requirement,
        state_problem,
        find_cause,
        make_plan,
    ):
        part(hands)
    take_back(hands)
    export(hands, tmp_path / "report.docx", "Word document (.docx)")
    export(hands, tmp_path / "report.xlsx", "Excel workbook (.xlsx)")
    tables = docx.Document(str(tmp_path / "report.docx")).tables
    word = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    excel = "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )
    book.close()
    assert [text for text in WRITTEN if text not in word or text not in excel] == []
    assert "A slip" not in word + excel
