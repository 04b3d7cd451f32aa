"""Acceptance criteria as rows over one text: typed, ticked, moved, pasted, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, session_with
from ui.edits import Edits
from ui.record_page import RecordPage
from workbench.messages import _

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot):
    session = session_with([FORM], [replace(requirement(1), acceptance="a | 1\nb", how="x")])
    found = RecordPage(Edits(FORM, session), session)
    found.session = session
    qtbot.addWidget(found)
    found.show_record("r1")
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


def stored(page):
    return page.session.workspace.find("r1").acceptance


def rows(page):
    return page.rows["acceptance"].editor.rows


def focused(page):
    return next(at for at, row in enumerate(rows(page)) if row.words.hasFocus())


def labels(page):
    translate = page.session.translate
    return [translate(step.label) for step in page.session.workspace.steps(PROJECT.id)]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_enter_goes_to_a_row_for_the_next_and_backspace_takes_an_empty_one_away(page):
    rows(page)[0].words.setFocus()
    press(Key.Key_Return)
    assert focused(page) == 1
    QTest.keyClicks(QApplication.focusWidget(), "new")
    assert stored(page) == "a | 1\nnew\nb"
    for _time in "new":
        press(Key.Key_Backspace)
    assert stored(page) == "a | 1\nb"
    press(Key.Key_Backspace)
    assert (focused(page), len(rows(page))) == (0, 3)
    rows(page)[2].words.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "c")
    assert (stored(page), len(rows(page))) == ("a | 1\nb\nc", 4)


def test_space_ticks_as_a_step_with_a_name(page):
    rows(page)[1].box.setFocus()
    press(Key.Key_Space)
    assert stored(page) == "a | 1\n✓ b"
    assert page.dress.judged.text().startswith("1 / 2 · ")
    press(Key.Key_Space)
    assert labels(page)[-2:] == ["DEMO001: met: b", "DEMO001: not met after all: b"]
    page.session.workspace.undo(PROJECT.id)
    page.session.workspace.undo(PROJECT.id)
    assert stored(page) == "a | 1\nb"
    assert not rows(page)[1].box.isChecked()


def test_ctrl_and_an_arrow_takes_a_criterion_along(page):
    rows(page)[1].words.setFocus()
    press(Key.Key_Up, Ctrl)
    assert (stored(page), focused(page)) == ("b\na | 1", 0)
    press(Key.Key_Down)
    assert focused(page) == 1
    assert labels(page)[-1] == "DEMO001: move: b"


def test_several_lines_that_are_pasted_are_several_criteria(page):
    rows(page)[2].words.setFocus()
    QGuiApplication.clipboard().setText("1. 有人接手\n☑ 看到进展\t无\n")
    press(Key.Key_V, Ctrl)
    assert stored(page) == "a | 1\nb\n有人接手\n✓ 看到进展 | 无"
    assert (focused(page), labels(page)[-1]) == (3, "DEMO001: paste criteria: 2")


def test_todays_value_is_typed_beside(page):
    rows(page)[1].today.setFocus()
    QTest.keyClicks(rows(page)[1].today, "26")
    assert stored(page) == "a | 1\nb | 26"


def test_while_something_is_composed_no_key_is_ours_and_nobody_else_writes(page):
    box = rows(page)[1].words
    box.setFocus()
    QCoreApplication.sendEvent(box, QInputMethodEvent("pin", []))
    press(Key.Key_Return)
    press(Key.Key_Up, Ctrl)
    assert focused(page) == 1
    other = replace(page.session.workspace.find("r1"), acceptance="z")
    page.session.workspace.put(other, label=_("x"))
    assert len(rows(page)) == 3
    event = QInputMethodEvent("", [])
    event.setCommitString("拼")
    QCoreApplication.sendEvent(box, event)
    assert "拼" in stored(page)


def test_a_kind_is_named_before_the_way_and_undone_by_name(page):
    editor = page.rows["how"].editor
    editor.kinds["system"].setFocus()
    press(Key.Key_Space)
    assert page.session.workspace.find("r1").how.endswith("x")
    assert editor.box.toPlainText() == page.session.workspace.find("r1").how != "x"
    page.session.workspace.undo(PROJECT.id)
    assert not editor.kinds["system"].isChecked()
    assert editor.box.toPlainText() == "x"
