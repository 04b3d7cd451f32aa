"""The overview: how far a project is, what holds together, what is next; everything leads to its record."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.hands import Hands
from workbench.charts import chain as charts
from workbench.charts.scene import Box, Label
from workbench.domain import Interview, Requirement, Task
from workbench.messages import _
from workbench.rules.chain import Column

PROBLEM = "sample-problem-01"
ROOT = "sample-cause-root"


def click(view, record):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.box_of(record).center())


def drawn(page):
    return {shape.record for shape in page.chain.view.shown.shapes if isinstance(shape, Box)}


def labels(page):
    return [shape for shape in page.chain.view.shown.shapes if isinstance(shape, Label)]


def put(program, *items):
    program.desk.session.workspace.put(*items, label=_("Test"))


def test_a_new_project_opens_on_the_overview_and_says_how_to_begin(program):
    assert program.pages.key == "overview"
    page = program.page
    assert [box.split(":")[0] for box in drawn(page)] == ["begin"] * 5
    assert [row.message.text() for row in page.panel.rows] == [
        "Write down goal, client and team",
        "Hold the first interview",
        "List what the client asks for",
    ]
    assert page.header.go_on.text().strip() == "Next: Prepare"


def test_the_way_on_in_a_new_project_is_to_its_goal(program, qtbot):
    Hands(program.window, qtbot).keys("Return")
    assert program.pages.key == "project_brief"
    qtbot.waitUntil(lambda: program.window.focusWidget().accessibleName() == "Goal")


@pytest.mark.parametrize(("column", "place"), [(0, "phase2"), (1, "phase3"), (2, "phase4"), (4, "phase6")])
def test_an_empty_box_leads_to_the_phase_that_fills_it(program, column, place):
    click(program.page.chain.view, f"begin:{column}")
    assert program.pages.kind.place.key == place


def test_alt_0_leads_here_and_alt_home_to_all_projects(example, qtbot):
    hands = Hands(example.window, qtbot)
    example.show_page("team")
    hands.keys("Alt+0")
    assert example.pages.key == "overview"
    hands.keys("Alt+Home")
    hands.wait(lambda: example.page is None)


def test_a_click_on_a_box_walks_to_its_record(example):
    click(example.page.chain.view, ROOT)
    kind = example.pages.kind
    assert kind is example.pages.showing(example.desk.session.workspace.find(ROOT))
    assert example.page is not None


def test_a_click_on_a_gap_walks_to_what_it_is_missing_beside(example):
    page = example.page
    [gap] = [record for record in drawn(page) if record.startswith("gap:")]
    click(page.chain.view, gap)
    assert example.pages.kind.place.key in {"phase5", "phase6"}


def test_arrows_go_from_box_to_box_and_enter_opens(example, qtbot):
    hands, view = Hands(example.window, qtbot), example.page.chain.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    hands.wait(view.hasFocus)
    assert view.current == next(shape.record for shape in view.shown.shapes if isinstance(shape, Box))
    hands.keys("Right")
    assert view.current in {PROBLEM, ROOT}
    view.choose(PROBLEM)
    hands.keys("Right")
    assert view.current.startswith("sample-cause")
    found = view.current
    hands.keys("Enter")
    assert example.pages.kind is example.pages.showing(example.desk.session.workspace.find(found))
    hands.keys("Alt+Left")
    assert example.pages.key == "overview"
    assert view.current == found


def test_tab_leaves_the_chain(example, qtbot):
    hands, view = Hands(example.window, qtbot), example.page.chain.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    hands.wait(view.hasFocus)
    hands.keys("Tab")
    assert not view.hasFocus()


def test_the_chain_is_that_of_one_problem_or_of_all(example):
    page = example.page
    assert page.chain.chosen == PROBLEM
    assert "sample-problem-02" not in drawn(page)
    page.chain.filter.setCurrentIndex(page.chain.filter.count() - 1)
    assert {PROBLEM, "sample-problem-02"} <= drawn(page)


def test_a_box_that_counts_the_rest_opens_its_column(example):
    page, more = example.page, charts.more_of(Column.EVIDENCE)
    before = len(drawn(page))
    click(page.chain.view, more)
    assert more not in drawn(page)
    assert len(drawn(page)) > before
    assert example.pages.key == "overview"


def test_the_chain_can_be_read_as_a_table(example, qtbot):
    hands, page = Hands(example.window, qtbot), example.page
    page.chain.view.setFocus()
    hands.wait(page.chain.view.hasFocus)
    example.window.actions_.run("chain_as_table")
    table = page.chain.table
    assert table.isVisible()
    assert not page.chain.view.isVisible()
    hands.wait(table.hasFocus)
    [row] = [at for at in range(table.rowCount()) if table.item(at, 2).text() == "P01 · DEMO003"]
    table.setCurrentCell(row, 0)
    hands.keys("Return")
    assert example.pages.kind is example.pages.showing(example.desk.session.workspace.find(PROBLEM))


def test_the_table_follows_what_changes_too(example, qtbot):
    page = example.page
    page.chain.as_table.click()
    task = example.desk.session.workspace.find("sample-task-03")
    put(example, replace(task, text="Another name"))
    table = page.chain.table
    qtbot.waitUntil(lambda: "Another name" in [table.item(row, 1).text() for row in range(table.rowCount())])
    page.chain.as_table.click()
    assert page.chain.view.isVisible()


def test_the_chain_can_be_copied_as_a_table(example):
    example.window.actions_.run("copy_chain")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Link of the chain\tWhat\tStatus\tLeads to"
    assert all(line.count("\t") == 3 for line in lines)
    assert any("P01 · DEMO003" in line for line in lines)


def test_the_drawing_has_a_sentence_for_those_who_cannot_see_it(example):
    view = example.page.chain.view
    assert view.accessibleName().startswith("Evidence chain.")
    view.select(PROBLEM)
    assert "P01 · DEMO003" in view.accessibleDescription()


def test_every_phase_leads_to_its_place(example):
    cell = example.page.phases.cells[3]
    assert "2 causes to verify" in cell.accessibleName()
    cell.click()
    assert example.pages.kind.place.key == "phase4"


def test_a_step_leads_to_its_record(example):
    page = example.page
    [row] = [each for each in page.panel.rows if each.message.text() == "2 scores have no reason"]
    row.button.click()
    assert example.pages.key == "requirement_priority"


def test_six_steps_are_shown_until_one_wants_more(example):
    panel = example.page.panel
    assert len(panel.rows) == 6
    assert panel.more.isVisible()
    panel.more.click()
    assert len(panel.rows) > 6
    assert not panel.more.isVisible()


def test_the_panel_can_be_put_away_and_fetched_back(example, qtbot):
    hands, page = Hands(example.window, qtbot), example.page
    page.panel.fold.click()
    assert not page.panel.isVisible()
    assert page.header.panel.isVisible()
    hands.keys("Ctrl+\\")
    assert page.panel.isVisible()
    assert not page.header.panel.isVisible()


def test_the_panel_is_away_where_there_is_little_room(example):
    example.window.resize(1000, 700)
    assert not example.page.panel.isVisible()


def test_a_running_interview_is_what_one_goes_on_with(example, qtbot):
    talk = example.desk.session.workspace.find("sample-interview-02")
    put(example, replace(talk, clock_since=talk.started_at))
    page = example.page
    qtbot.waitUntil(lambda: page.header.go_on.text().strip() == "Continue interview")
    page.header.go_on.click()
    assert Interview in (*example.pages.kind.shows, *example.pages.kind.heads)


def test_the_page_follows_what_changes_a_moment_later(program, qtbot):
    page = program.page
    need = Requirement(id="r", project=program.desk.session.scope, code="DEMO001", description="stable")
    put(program, need)
    assert "r" not in drawn(page)
    qtbot.waitUntil(lambda: "r" in drawn(page))
    assert page.phases.cells[2].accessibleName() == "Requirements: 1 requirement. Scored 0 / 1"
    assert page.panel.rows[0].message.text() == "DEMO001 is not scored"


def test_a_page_that_is_not_shown_catches_up_when_it_is(program):
    page, scope = program.page, program.desk.session.scope
    program.show_page("team")
    put(program, Requirement(id="r", project=scope, code="DEMO001", description="stable"))
    assert not page._timer.isActive()
    program.show_page("overview")
    assert "r" in drawn(page)


def test_what_was_chosen_is_kept_when_records_change(example, qtbot):
    page = example.page
    page.chain.view.choose(ROOT)
    page.chain.choose("sample-problem-02")
    assert page.chain.view.current == ""
    page.chain.choose(PROBLEM)
    page.chain.view.choose(ROOT)
    task = example.desk.session.workspace.find("sample-task-03")
    put(example, replace(task, text="Another name"))
    qtbot.waitUntil(lambda: ("Another name",) in [label.lines for label in labels(page)])
    assert page.chain.view.current == ROOT


def test_an_undone_change_is_seen_too(program, qtbot):
    scope = program.desk.session.scope
    put(program, Requirement(id="r", project=scope, code="DEMO001", description="stable"))
    qtbot.waitUntil(lambda: "r" in drawn(program.page))
    program.window.actions_.run("undo")
    qtbot.waitUntil(lambda: "r" not in drawn(program.page))


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 640)])
def test_no_text_is_cut(begin, qtbot, language, size):
    start = begin(language=language)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    start.program.desk.open_sample()
    qtbot.waitUntil(lambda: start.program.page is not None)
    start.window.resize(*size)
    page = start.program.page
    qtbot.waitUntil(lambda: page.width() > 0 and page.chain.view.shown.width <= page.chain.view.width() + 1)
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width() - 1, button.text()
    for words in page.findChildren(QLabel):
        if words.isVisible() and words.text() and words.wordWrap():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    for cell in page.phases.cells:
        assert cell.height() >= cell.needed(cell.width())


def test_the_page_is_in_the_colours_of_the_theme(example, qtbot):
    from ui.theme import Look

    task = example.desk.session.workspace.find("sample-task-01")
    assert isinstance(task, Task)
    example.choices.wear(Look.DARK)
    view = example.page.chain.view
    assert view.backgroundBrush().color() == example.theme.colour("surface")
    example.choices.wear(Look.LIGHT)
    qtbot.waitUntil(lambda: view.backgroundBrush().color() == example.theme.colour("surface"))
