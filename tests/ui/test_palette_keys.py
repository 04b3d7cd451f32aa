"""Ctrl+K: its keys, its mouse, and back to where one was."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.palette_stand import Desk
from ui.actions import Command
from ui.inputs import LineInput
from ui.palette.row_painting import caps
from ui.palette.rows import Reach, Row
from workbench.domain import Requirement


@pytest.fixture
def at(program, qtbot):
    return Desk(program, qtbot)


def test_a_click_opens_too_and_a_click_beside_closes(at):
    at.open()
    at.type("DEMO006")
    listed = at.palette.overlay.list
    place = listed.visualRect(listed.rows.index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not at.palette.is_open
    assert at.program.pages.kind.shows == (Requirement,)
    at.open()
    QTest.mouseClick(at.palette.overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not at.palette.is_open


def test_escape_gives_the_focus_back_with_its_cursor(at):
    page = at.program.show_page("requirement_priority")
    page.open_record("r6", "description")
    box = QApplication.focusWidget()
    assert isinstance(box, LineInput)
    box.setSelection(2, 3)
    left = []
    box.left.connect(lambda: left.append(1))
    at.open()
    at.type("客户")
    at.hands.keys("Escape")
    assert QApplication.focusWidget() is box
    assert (box.selectionStart(), box.selectedText()) == (2, "问题时")
    assert left == []


def test_escape_leaves_an_editor_in_a_cell_open(at):
    page = at.program.show_page("requirement_priority")
    page.view.edit_cell("r6", "description")
    box = QApplication.focusWidget()
    assert isinstance(box, LineInput)
    box.setCursorPosition(4)
    at.open()
    at.hands.keys("Escape")
    assert QApplication.focusWidget() is box
    assert box.isVisible()
    assert box.cursorPosition() == 4


def test_nothing_acts_and_nothing_is_searched_while_composing(at):
    at.open()
    before = at.type("导出")
    field = at.palette.overlay.field
    QCoreApplication.sendEvent(field, QInputMethodEvent("kuai", []))
    at.hands.keys("Return", "Escape", "Down")
    assert at.palette.is_open
    assert at.rows == before
    event = QInputMethodEvent("", [])
    event.setCommitString("快")
    QCoreApplication.sendEvent(field, event)
    assert field.text() == "导出快"
    assert at.rows != before


def test_the_keys_of_the_window_below_do_nothing(at):
    undo = at.workspace.next_undo(at.scope)
    at.open()
    at.type("导出")
    at.hands.keys("Ctrl+Z", "Ctrl+N", "Alt+3")
    assert at.palette.is_open
    assert at.workspace.next_undo(at.scope) is undo
    at.hands.keys("Ctrl+K")
    assert not at.palette.is_open


def test_arrows_go_over_the_titles_and_round(at):
    at.open()
    at.type("快速响应")
    rows = at.rows
    assert len(at.titles) > 1
    for text in [*rows[1:], rows[0]]:
        at.hands.keys("Down")
        assert at.chosen.text == text
    at.hands.keys("Up")
    assert at.chosen.text == rows[-1]
    at.hands.keys("Home")
    assert at.chosen.text == rows[0]
    at.hands.keys("End")
    assert at.chosen.text == rows[-1]
    at.hands.keys("PgUp")
    assert at.chosen.text == rows[0]


def test_tab_changes_where_is_searched_and_keeps_the_focus(at):
    at.open()
    assert "科技公司" not in at.type("科技")
    seen = []
    for _time in Reach:
        at.hands.keys("Tab")
        at.ready()
        seen.append((at.palette.finder.reach, at.rows[0] == "科技公司"))
    assert seen == [(Reach.EVERYWHERE, True), (Reach.LIBRARY, True), (Reach.PROJECT, False)]
    assert at.palette.overlay.field.hasFocus()


def test_the_score_of_the_record_on_top_can_be_changed(at):
    at.open()
    at.type("DEMO006")
    row = next(item for item in at.items if isinstance(item, Row) and "Urgency" in item.text)
    at.palette.overlay.list.picked.emit(row)
    assert at.palette.is_open
    at.hands.keys("5")
    assert at.chosen.text.startswith("5")
    at.hands.keys("Return")
    assert at.workspace.find("r6").urgency == 5
    assert not at.palette.is_open


def test_backspace_leads_back_from_a_choice(at):
    at.open()
    at.type("DEMO006")
    row = next(item for item in at.items if isinstance(item, Row) and "Value" in item.text)
    at.palette.overlay.list.picked.emit(row)
    assert [text[:1] for text in at.rows] == ["1", "2", "3", "4", "5"]
    at.hands.keys("Backspace")
    assert at.palette.is_open
    assert "1" not in [text[:1] for text in at.rows]


def test_the_box_in_the_top_bar_opens_it_and_shrinks_to_its_icon(at):
    box = at.program.window.top_bar.search
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert at.palette.is_open
    assert at.palette.overlay.geometry() == at.program.window.rect()
    top = at.program.window.top_bar
    top.resize(600, top.height())
    assert box.narrow
    assert box.width() < 60
    top.resize(1000, top.height())
    assert not box.narrow


def test_caps_of_a_shortcut():
    assert caps("Ctrl+E") == ["Ctrl", "E"]
    assert caps("Ctrl++") == ["Ctrl", "+"]
    assert caps("") == []


def test_its_own_commands_stand_in_the_menus(at):
    known = at.program.window.actions_.commands
    assert isinstance(known["palette"], Command)
    assert known["palette"].keys == ("Ctrl+K",)
    assert known["find_everywhere"].keys == ("Ctrl+Shift+H",)
