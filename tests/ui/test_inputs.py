"""Text inputs keep compositions, leave undo to the window and take plain text only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.inputs import LineInput, NoteInput, finish_composition, middle

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


def compose(box, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(box, event)


def text_of(box):
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


@pytest.fixture(params=[LineInput, NoteInput])
def box(request, qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    found = request.param()
    window.other = QLineEdit()
    layout.addWidget(found)
    layout.addWidget(window.other)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    found.setFocus()
    found.heard = []
    found.edited.connect(found.heard.append)
    yield found
    window.close()


def test_a_composition_is_told_once_when_it_is_committed(box):
    compose(box, "ke")
    assert box.heard == []
    compose(box, "", "客户")
    assert (box.heard, text_of(box)) == (["客户"], "客户")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_1, Key.Key_Tab, Key.Key_Backspace])
def test_no_key_acts_during_a_composition(box, key):
    entered = []
    box.entered.connect(lambda: entered.append(True))
    compose(box, "ke")
    QTest.keyClick(box, key)
    assert (entered, text_of(box), box.hasFocus(), box.composition.text) == ([], "", True, "ke")


def test_a_refresh_waits_for_the_composition_and_loses_to_its_text(box):
    box.show_text("旧")
    compose(box, "ke")
    box.show_text("别处的新文字")
    compose(box, "", "客户")
    assert "客户" in text_of(box)
    assert "别处" not in text_of(box)


def test_a_refresh_is_shown_when_the_composition_is_given_up(box):
    compose(box, "ke")
    box.show_text("别处的新文字")
    compose(box, "")
    assert text_of(box) == "别处的新文字"


def test_leaving_commits_a_composition_once(box):
    compose(box, "ke")
    box.window().other.setFocus()
    assert (text_of(box), box.heard) == ("ke", ["ke"])


def test_hiding_commits_a_composition_once(box):
    compose(box, "客")
    box.window().hide()
    assert (text_of(box), box.heard) == ("客", ["客"])


def test_the_program_can_commit_before_it_saves_for_the_last_time(box):
    compose(box, "客")
    finish_composition()
    finish_composition()
    assert (text_of(box), box.heard) == ("客", ["客"])


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"])
def test_undo_and_redo_go_to_the_window(box, keys, qtbot):
    action = QAction(box.window())
    action.setShortcut(QKeySequence(keys))
    box.window().addAction(action)
    QTest.keyClicks(box, "abc")
    with qtbot.waitSignal(action.triggered, timeout=1000):
        press = QKeySequence(keys)[0]
        QTest.keyClick(box, press.key(), press.keyboardModifiers())
    assert text_of(box) == "abc"


def test_undo_does_nothing_in_the_input_itself(box):
    QTest.keyClicks(box, "abc")
    QTest.keyClick(box, Key.Key_Z, Ctrl)
    assert text_of(box) == "abc"


def test_pasted_text_is_plain_and_clean(box):
    data = QMimeData()
    data.setHtml("<b>客户</b>")
    data.setText("客\x0b户\x00 a\x07b")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(box, Key.Key_V, Ctrl)
    assert text_of(box) == ("客 户 ab" if isinstance(box, LineInput) else "客\n户 ab")
    assert box.heard[-1] == text_of(box)


def test_the_cursor_stays_where_it_was_when_a_text_changes_before_it():
    box = LineInput()
    box.show_text("abcdef")
    box.setCursorPosition(4)
    box.show_text("xxabcdef")
    assert box.cursorPosition() == 6


def test_a_note_replaces_only_what_differs(qtbot):
    box = NoteInput()
    qtbot.addWidget(box)
    box.show_text("😀 one\ntwo\nthree")
    cursor = box.textCursor()
    cursor.setPosition(len("😀 one\ntwo\nth") + 1)
    box.setTextCursor(cursor)
    box.show_text("😀 one\n2\nthree")
    assert box.toPlainText() == "😀 one\n2\nthree"
    assert box.textCursor().position() == len("😀 one\n2\nth") + 1


def test_enter_ends_a_note_only_where_asked(qtbot):
    box = NoteInput()
    qtbot.addWidget(box)
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Key.Key_Return)
    box.enter_ends = True
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.toPlainText().count("\n") + box.toPlainText().count("\u2028") == 2


def test_several_pasted_lines_are_offered_not_joined(qtbot):
    box = LineInput()
    qtbot.addWidget(box)
    box.takes_many = True
    QGuiApplication.clipboard().setText("one\ntwo")
    with qtbot.waitSignal(box.many_pasted):
        QTest.keyClick(box, Key.Key_V, Ctrl)
    assert box.text() == ""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "a", (0, 0, "a")),
        ("ab", "b", (0, 1, "")),
        ("aa", "aaa", (2, 2, "a")),
        ("same", "same", (4, 4, "")),
    ],
)
def test_where_two_texts_differ(old, new, found):
    assert middle(old, new) == found
