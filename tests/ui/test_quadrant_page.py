"""The quadrant as a page: rescoring, before and after, weeks ahead, thresholds and policies."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from ui.quadrant_settings import set_threshold, threshold_menu
from ui.theme import Press
from workbench.charts.quadrant import DIVIDER, POLICY
from workbench.charts.scene import Disc, Label, Polygon
from workbench.domain import Choice, Requirement
from workbench.messages import Message
from workbench.rules.priority import Priority

TODAY = date(2026, 11, 22)
SCORES = ((4, 3), (5, 5), (3, 3), (1, 1), (4, 2), (None, 3))


@pytest.fixture
def page(program, qtbot):
    session = program.desk.session
    items = [
        Requirement(
            id=f"r{n}",
            project=session.scope,
            position=float(n),
            code=f"DEMO{n:03d}",
            description=f"Need {n}",
            value=value,
            urgency=urgency,
            urgent_on=date(2026, 12, 20) if n == 1 else None,
            urgency_scored_on=date(2026, 11, 20) if n == 1 else None,
        )
        for n, (value, urgency) in enumerate(SCORES, 1)
    ]
    session.workspace.put(*items, label=Message("needs"))
    Hands(program.window, qtbot)
    found = program.show_page("quadrant")
    found.play.today = lambda: TODAY
    found.refresh()
    found.view.setFocus()
    return found


def texts_of(fold):
    return [button.accessibleName() for button in fold.buttons]


def find(page, identity):
    return page.session.workspace.find(identity)


def test_an_arrow_rescores_the_reason_is_asked_beside_and_kept(page, qtbot):
    page.view.choose("r3")
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert find(page, "r3").value == 4
    card = page.side.card
    assert card.isVisible()
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    box = next(each.box for each in card.questions if each.isVisible())
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "asked by three clients")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert find(page, "r3").value_reason == "asked by three clients"
    qtbot.waitUntil(page.view.hasFocus)


def test_the_borderline_list_says_what_would_move_and_a_click_selects(page):
    lines = texts_of(page.side.folds["borderline"])
    moves = "Value 3 → Low value - low urgency  Urgency 4 → High value - high urgency"
    assert lines[0] == f"DEMO001  Need 1  {moves}"
    assert page.side.folds["borderline"].head.accessibleName().endswith(f"  {len(lines)}")
    assert not any("DEMO002" in line or "DEMO004" in line for line in lines)
    button = page.side.folds["borderline"].buttons[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.view.current == "r1"


def test_todays_changes_of_scores_are_listed_the_newest_first(page, program, qtbot):
    page.play.today = date.today
    page.view.choose("r3")
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(page.side.folds["log"].buttons) == 2)
    newest, oldest = texts_of(page.side.folds["log"])
    assert newest.startswith("DEMO003  Need 3")
    assert "Urgency 3 → 4" in newest
    assert "Value 3 → 4" in oldest
    assert program.desk.session.workspace.who in newest


def test_weeks_ahead_show_who_crosses_and_change_nothing(page):
    step = page.session.workspace.next_undo(page.session.scope)
    [line] = texts_of(page.side.folds["crossing"])
    assert line == "DEMO001  Need 1  From 2026-12-05: High value - high urgency"
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert page.play.day == date(2026, 11, 29)
    assert not [shape for shape in page.view.shown.shapes if isinstance(shape, Polygon)]
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert page.play.label.text() == "In 2 weeks: 2026-12-06"
    assert [shape for shape in page.view.shown.shapes if isinstance(shape, Polygon)]
    page.view.choose("r1")
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert find(page, "r1").urgency == 3
    assert page.session.workspace.next_undo(page.session.scope) is step
    QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert find(page, "r1").urgency == 4


def test_before_and_after_leave_arrows_also_in_the_picture(page, qapp):
    page.mark_before()
    page.view.choose("r4")
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    page.refresh()
    rings = [shape for shape in page.view.shown.shapes if isinstance(shape, Disc) and shape.dashed]
    assert len(rings) == 1
    with_arrows = page.view.grab_picture()
    place = page.place()
    page.forget_before()
    assert not [shape for shape in page.view.shown.shapes if isinstance(shape, Polygon)]
    assert page.view.grab_picture() != with_arrows
    page.restore_place(place)
    assert [shape for shape in page.view.shown.shapes if isinstance(shape, Disc) and shape.dashed]
    assert page.copy_picture()
    assert not qapp.clipboard().image().isNull()


def test_a_threshold_is_changed_from_its_label_as_one_step(page, qtbot):
    label = next(shape for shape in page.view.shown.of(f"{DIVIDER}value") if isinstance(shape, Label))
    place = page.view.mapFromScene(label.x + label.width / 2, label.y + label.height / 2)
    asked = []
    page.view.divider_pressed.connect(asked.append)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == ["value"]
    menu = threshold_menu(page, page.session, ("value",))
    chosen = [action for action in menu.actions() if action.isChecked()]
    assert [action.text() for action in chosen] == ["Value counts as high from 4"]
    menu.close()
    assert set_threshold(page.session, "value", 3)
    qtbot.waitUntil(lambda: "value 3" in page.side.thresholds.text())
    assert page.session.project.value_high == 3
    page.session.workspace.undo(page.session.scope)
    assert page.session.project.value_high == 4


def test_a_policy_is_edited_from_its_corner_in_the_projects_list(page, qtbot):
    page.view.choose(f"{POLICY}{Priority.LOW_HIGH}")
    line = page.side.policies.lines[Priority.LOW_HIGH]
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, "Ask first")
    known = page.session.workspace.all(Choice, page.session.scope)
    [policy] = [each for each in known if each.list == "quadrant_policy" and each.key == Priority.LOW_HIGH]
    assert policy.text == "Ask first"
    qtbot.waitUntil(lambda: any("Ask first" in getattr(s, "lines", ()) for s in page.view.shown.shapes))


def test_a_cell_with_more_than_fits_opens_as_a_list(page, qtbot):
    session = page.session
    many = [
        Requirement(project=session.scope, code=f"DEMO{n:03d}", value=3, urgency=3, position=float(n))
        for n in range(10, 90)
    ]
    session.workspace.put(*many, label=Message("many"))
    qtbot.waitUntil(lambda: any(shape.record == "cell:3,3" for shape in page.view.shown.shapes))
    page.view.choose("cell:3,3")
    assert page.cell.isVisible()
    assert page.cell.count.text() == "81 requirements"
    assert page.window().rect().contains(page.cell.geometry())
    QTest.keyClicks(page.cell.box, "demo04")
    QTest.keyClick(page.cell.box, Qt.Key.Key_Down)
    QTest.keyClick(page.cell.box, Qt.Key.Key_Return)
    assert page.view.current == next(each.id for each in many if each.code == "DEMO041")
    assert not page.cell.isVisible()
    assert page.window().focusWidget() is page.view


def test_escape_closes_the_list_of_a_cell_and_it_follows_what_changes(page, qtbot):
    session = page.session
    common = {"project": session.scope, "value": 3, "urgency": 3}
    many = [Requirement(**common, code=f"DEMO{n}", position=float(n)) for n in range(10, 90)]
    session.workspace.put(*many, label=Message("many"))
    qtbot.waitUntil(lambda: any(shape.record == "cell:3,3" for shape in page.view.shown.shapes))
    page.view.choose("cell:3,3")
    session.workspace.undo(session.scope)
    qtbot.waitUntil(lambda: page.cell.count.text().startswith("1 "))
    assert page.cell.isVisible()
    QTest.keyClick(page.cell.list, Qt.Key.Key_Escape)
    assert not page.cell.isVisible()
    assert page.window().focusWidget() is page.view
    assert page.isVisible()


def test_the_tables_panel_leads_to_the_page_and_back_with_the_same_card(page, program, qtbot):
    program.window.resize(1440, 900)
    table = program.show_page("requirement_priority")
    qtbot.waitUntil(lambda: "r3" in table.panel.panels[0].view._scored)
    table.pick("r3")
    qtbot.waitUntil(lambda: table.panel.chosen == "r3")
    QTest.mouseClick(table.panel.expand, Qt.MouseButton.LeftButton)
    assert program.pages.key == "quadrant"
    assert page.view.current == "r3"
    page.view.choose("r2")
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert program.pages.key == "requirement_priority"
    assert table.selected_item() == "r2"


def test_a_crowded_cell_of_the_tables_panel_opens_at_its_place(page, program, qtbot):
    session = page.session
    common = {"project": session.scope, "value": 3, "urgency": 3}
    many = [Requirement(**common, code=f"DEMO{n}", position=float(n)) for n in range(10, 90)]
    session.workspace.put(*many, label=Message("many"))
    program.window.resize(1440, 900)
    table = program.show_page("requirement_priority")
    panel = table.panel.panels[0]
    qtbot.waitUntil(lambda: any(shape.record == "cell:3,3" for shape in panel.view.shown.shapes))
    panel.view.choose("cell:3,3")
    assert program.window.focusWidget() is panel.cell.box
    assert table.window().rect().contains(panel.cell.geometry())
    QTest.keyClick(panel.cell.box, Qt.Key.Key_Escape)
    assert not panel.cell.isVisible()
    panel.view.choose("cell:3,3")
    QTest.keyClick(panel.cell.box, Qt.Key.Key_Down)
    QTest.keyClick(panel.cell.box, Qt.Key.Key_Return)
    assert table.selected_item() == many[0].id


@pytest.mark.parametrize("key", ["quadrant", "board"])
def test_beside_a_video_call_nothing_is_cut_off(page, program, qtbot, key):
    program.window.actions_.run("call_mode")
    shown = program.show_page(key)
    qtbot.waitUntil(lambda: shown.width() == program.window.width())
    assert shown.minimumSizeHint().width() <= shown.width() == 640
    for widget in shown.findChildren(Press):
        if widget.isVisible():
            assert widget.mapTo(shown, widget.rect().topRight()).x() < shown.width()


def test_what_has_no_place_is_listed_and_never_drawn(page):
    assert texts_of(page.side.folds["unplaced"]) == ["DEMO006  Need 6"]
    assert not list(page.view.shown.of("r6"))
