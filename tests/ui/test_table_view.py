"""The table of a form by key, pointer and clipboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from forms.requirement_priority import FORM
from tests.ui.stand import (
    PROJECT,
    cell_editor,
    items,
    press,
    put_in,
    requirement,
    sample,
    showing,
    undo_label,
)

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:
        yield show


def test_a_score_with_its_reason_can_be_typed_in_the_cell(shown, qtbot):
    view = shown([requirement(1)])
    view.view.edit_cell("r1", "urgency")
    box = cell_editor(view, qtbot)
    box.selectAll()
    QTest.keyClicks(box, "5(every day")
    assert (items(view)[0].urgency, items(view)[0].urgency_reason) == (5, "every day")
    QTest.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(lambda: view.table.row_of("r1") == 1 and "high urgency" in view.table.rows[0].title)


def test_digits_score_and_move_on(shown):
    view = shown([replace(requirement(n), value=None, urgency=None) for n in (1, 2)])
    view.view.go_to("r1", "value")
    for key in (Key.Key_4, Key.Key_3, Key.Key_5, Key.Key_5):
        press(view, key)
    assert [(item.value, item.urgency) for item in items(view)] == [(4, 3), (5, 5)]
    assert undo_label(view) == "DEMO002: Urgency score (1-5) none → 5"


def test_a_digit_anywhere_in_a_row_gives_its_first_open_score(shown):
    view = shown([replace(requirement(1), value=None, urgency=None), requirement(2)])
    view.view.go_to("r1", "description")
    for key in (Key.Key_4, Key.Key_3):
        press(view, key)
    assert (items(view)[0].value, items(view)[0].urgency) == (4, 3)
    view.view.go_to("r1", "description")
    press(view, Key.Key_1)
    assert (items(view)[0].value, items(view)[0].urgency) == (4, 3), "a given score is not lost by chance"


def test_a_digit_scores_all_chosen_rows(shown):
    view = shown(sample())
    view.view.go_to("r2", "value")
    press(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(view, Key.Key_1)
    assert [item.value for item in items(view)[1:3]] == [1, 1]
    assert undo_label(view) == "DEMO002 and 1 more: Value score (1-5) 1"


def test_a_row_goes_without_a_question_and_comes_back(shown):
    view = shown(sample())
    view.view.go_to("r5")
    press(view, Key.Key_Delete)
    assert len(items(view)) == 13
    assert undo_label(view) == "Delete DEMO005"
    assert view.view.current_item() is not None
    view.session.workspace.undo(PROJECT.id)
    assert view.table.row_of("r5") > 0


def test_insert_adds_a_row_and_opens_it(shown, qtbot):
    view = shown(sample())
    press(view, Key.Key_Insert)
    box = cell_editor(view, qtbot)
    QTest.keyClicks(box, "new one")
    assert items(view)[-1].description == "new one"
    assert items(view)[-1].code == "DEMO015"
    QTest.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(view.view.hasFocus)


def test_escape_puts_back_what_was_in_the_cell(shown, qtbot):
    view = shown([requirement(1)])
    view.view.edit_cell("r1", "description")
    box = cell_editor(view, qtbot)
    QTest.keyClicks(box, "oops")
    assert items(view)[0].description == "oops"
    QTest.keyClick(box, Key.Key_Escape)
    assert items(view)[0].description == requirement(1).description
    assert undo_label(view) is None


def test_enter_in_a_cell_belongs_to_the_composition(shown, qtbot):
    view = shown([requirement(1)])
    view.view.edit_cell("r1", "description")
    box = cell_editor(view, qtbot)
    QCoreApplication.sendEvent(box, QInputMethodEvent("ke", []))
    QTest.keyClick(box, Key.Key_Return)
    assert box.isVisible()
    put_in(box, "客户")
    assert items(view)[0].description == "客户"


def test_rows_move_by_hand_where_nothing_else_decides(shown):
    view = shown([requirement(n) for n in (1, 2, 3)])
    view.view.go_to("r1")
    press(view, Key.Key_Down, Alt)
    assert [item.id for item in view.table.items] == ["r2", "r1", "r3"]
    assert undo_label(view) == "Move DEMO001"
    assert view.view.current_item().id == "r1"


def test_rows_of_other_scores_do_not_change_places_and_it_is_said(shown, qtbot):
    view = shown([requirement(1), replace(requirement(2), value=5)])
    view.view.go_to("r1")
    with qtbot.waitSignal(view.status) as said:
        view.move_up()
    assert "among equals" in said.args[0]


def test_rows_are_pasted_from_a_chat(shown):
    view = shown(sample())
    QGuiApplication.clipboard().setText("第一条\n第二条")
    press(view, Key.Key_V, Ctrl)
    assert [item.description for item in items(view)[-2:]] == ["第一条", "第二条"]
    assert undo_label(view) == "Paste DEMO015 and 1 more"


def test_one_cell_is_pasted_into_the_cell(shown):
    view = shown(sample())
    view.view.go_to("r1", "remark")
    QGuiApplication.clipboard().setText("后补")
    press(view, Key.Key_V, Ctrl)
    assert items(view)[0].remark == "后补"


def test_rows_are_copied_with_their_columns(shown):
    view = shown(sample())
    view.view.go_to("r2")
    press(view, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().mimeData().hasHtml()
    assert QGuiApplication.clipboard().text().count("\n") == 2


def test_the_filter_shows_what_matches_and_says_when_nothing_does(shown, qtbot):
    view = shown(sample())
    view.find()
    QTest.keyClicks(view.header.filter, "PDF")
    assert [item.id for item in view.table.items] == ["r10"]
    assert view.header.found.text() == "1 of 14 shown"
    QTest.keyClicks(view.header.filter, "zzz")
    assert view.unmatched.isVisible()
    QTest.mouseClick(view.unmatched.button, Qt.MouseButton.LeftButton)
    assert len(view.table.items) == 14


def test_find_next_goes_round(shown):
    view = shown(sample())
    view.find()
    QTest.keyClicks(view.header.filter, "api")
    view.find_next()
    assert view.view.current_item().id == "r9"


def test_escape_leaves_the_score_without_a_reason(shown, qtbot):
    view = shown(sample())
    panel = view.panel.panels[0]
    panel.view.rescored.emit("r3", 4, 4)
    asked = [each for each in panel.card.questions if each.isVisible()]
    assert len(asked) == 2
    asked[0].box.setFocus()
    QTest.keyClick(asked[0].box, Key.Key_Escape)
    assert not panel.card.isVisible()
    assert (items(view)[2].value, items(view)[2].urgency, items(view)[2].value_reason) == (4, 4, "")
    assert undo_label(view) == "DEMO003: Value score (1-5) 5 → 4, Urgency score (1-5) 5 → 4"


def test_the_table_takes_no_compositions(shown):
    view = shown(sample())
    view.view.go_to("r2", "description")
    assert not view.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_arrows_step_over_group_rows(shown):
    view = shown(sample())
    view.view.go_to(view.table.items[0].id)
    seen = []
    for _each in range(13):
        press(view, Key.Key_Down)
        seen.append(view.view.current_item().id)
    assert seen == [item.id for item in view.table.items[1:]]


def test_long_names_and_four_lines_keep_their_row(shown):
    view = shown([replace(requirement(1), description="很长" * 5000, remark="a\nb\nc\nd😀")])
    row = view.table.row_of("r1")
    assert view.view.rowHeight(row) == view.view.row_height
    assert view.grab().width() == view.width()
