"""The main journey of a new case, by keys and mouse only: from an empty window to the files for the client."""

import docx
import openpyxl
import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.hands import Hands
from ui.quadrant_view import QuadrantView


@pytest.fixture
def hands(begin, qtbot):
    start = begin()
    qtbot.waitUntil(lambda: start.program.desk is not None, timeout=20_000)
    return Hands(start.window, qtbot)


def undo_text(hands):
    return hands.window.status_bar.undo.text()


def make_project(hands):
    hands.keys("Ctrl+Shift+N")
    hands.type("Login failures")
    hands.keys("Tab")
    hands.type("CRM")
    hands.keys("Return")
    hands.wait(lambda: hands.window.top_bar.project.text() == "Login failures")


def name_client(hands):
    hands.click("Clients")
    hands.keys("Ctrl+N")
    hands.type("Acme Ltd")
    hands.keys("Return", "Alt+1")
    hands.choose("Client", "Acme Ltd")
    hands.fill("Goal", "Fewer calls about logins")
    assert "Goal" in undo_text(hands)


def hold_interview(hands):
    hands.keys("Alt+2")
    hands.click("New interview")
    hands.fill("Interview title", "First call")
    hands.choose("Client", "Acme Ltd")
    hands.keys("Escape")
    hands.wait(lambda: len(hands.table("Client interview outline")) == 4)
    hands.tab("Interview notes")
    hands.fill("Type one line, Enter adds it", "Logging in takes a minute every morning")
    hands.keys("Return")
    assert any("every morning" in cell for row in hands.table("Interview notes") for cell in row)


def find_requirement(hands):
    hands.keys("Alt+3")
    hands.fill("Type a requirement, Enter to save; end with 5/4 to score it", "Add batch export 4/3")
    hands.keys("Return")
    [row] = hands.table("Requirement priority assessment")
    assert row[:2] == ["CRM001", "Add batch export"]
    hands.keys("Escape", "Ctrl+Return")
    hands.fill("Value score (1-5): reason", "Saves the client time")
    hands.fill("Urgency score (1-5): reason", "Not before next quarter")
    hands.keys("Escape")
    chart = hands.window.findChild(QuadrantView)
    assert "CRM001" in chart.accessibleDescription() or chart.scene().items()


def state_problem(hands):
    hands.keys("Alt+4")
    hands.tab("Problem statement")
    hands.keys("Ctrl+N")
    hands.type("Logins fail in the morning")
    hands.keys("Return", "Ctrl+Return")
    hands.fill("Impact", "40 calls a day")
    hands.fill("Scope", "Only between 8 and 9")
    hands.keys("Escape")


def find_cause(hands):
    hands.tab("Fishbone analysis of the problem")
    hands.fill(
        "Type a cause, Enter adds it beside the chosen one; Ctrl+1…4 choose a dimension", "Server overloaded"
    )
    hands.keys("Return", "Escape")
    hands.cell("Fishbone analysis of the problem", "Server overloaded")
    hands.keys("Tab")
    hands.type("No connection pool")
    hands.keys("Return", "Ctrl+Return")
    hands.fill("Way of verification (e.g. data monitoring, user survey)", "Load test with 500 logins")
    hands.choose("State", "Verified")
    hands.fill("Result", "P99 falls from 9 s to 0.4 s with a pool")
    hands.click("Claimed as root cause")
    hands.keys("Escape")
    rows = hands.table("Fishbone analysis of the problem")
    assert [row[-1] for row in rows if row[1] == "Server overloaded"] == ["Yes"]


def make_plan(hands):
    hands.keys("Alt+5")
    hands.click("New plan")
    hands.fill("Plan name", "Connection pool")
    hands.keys("Escape")
    hands.fill("Type a task, Enter adds it", "Configure the pool")
    hands.keys("Return", "Escape")
    hands.keys("Ctrl+Return")
    hands.fill("Owner", "Zhang San")
    hands.fill("Deadline", "3个工作日内")
    hands.keys("Return", "Escape")
    [row] = hands.table("Solution implementation plan")
    assert "Zhang San" in row


def take_back(hands):
    """Undo names what it takes back, and takes back a phrase; redo brings it again."""
    hands.keys("Alt+3")
    hands.wait(lambda: len(hands.table("Requirement priority assessment")) == 1)
    hands.fill("Type a requirement, Enter to save; end with 5/4 to score it", "A slip")
    hands.keys("Return", "Escape")
    assert len(hands.table("Requirement priority assessment")) == 2
    assert "A slip" in undo_text(hands)
    hands.keys("Ctrl+Z")
    assert len(hands.table("Requirement priority assessment")) == 1
    assert "A slip" not in undo_text(hands)


def export(hands, folder, entry):
    hands.keys("Ctrl+E")
    hands.choose("Format", entry)
    hands.fill("File name", "report")
    hands.fill("Folder", str(folder))
    dialog = hands.front
    assert isinstance(dialog, QDialog)
    hands.keys("Return")
    hands.wait(lambda: (notice := hands.window.banners.standing("export")) and notice.tone == "green")


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
    export(hands, tmp_path, "Word document (.docx)")
    export(hands, tmp_path, "Excel workbook (.xlsx)")
    tables = docx.Document(str(tmp_path / "report.docx")).tables
    word = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    excel = "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )
    book.close()
    assert [text for text in WRITTEN if text not in word or text not in excel] == []
    assert "A slip" not in word + excel
