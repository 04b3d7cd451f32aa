"""The board by keys, by a drop, and live."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, sample, session_with
from ui.board.column import MIME
from ui.board.page import BoardPage
from workbench.domain import Progress
from workbench.messages import _

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board(qtbot):
    page = BoardPage(session_with([FORM], sample()))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.entrance().setFocus()
    yield page
    page.close()


def shown(board):
    return [[item.id for item in column.list.cards.items] for column in board.columns]


def focused(board):
    return next(column for column in board.columns if column.list.hasFocus())


def stored(board, identity):
    return board.session.workspace.find(identity)


def undo_label(board):
    return board.session.translate(board.session.workspace.next_undo(PROJECT.id).label)


def test_cards_stand_in_their_quadrant_in_the_order_of_importance(board):
    assert shown(board) == [
        ["r2", "r3", "r4"],
        ["r7", "r1", "r5", "r6", "r11"],
        ["r8", "r10"],
        ["r9", "r12", "r13"],
        ["r14"],
    ]
    assert board.columns[0].title.text() == "High value - high urgency\u00a0·\u00a03"


def test_arrows_go_from_card_to_card(board):
    assert focused(board).list.item.id == "r2"
    QTest.keyClick(focused(board).list, Key.Key_Down)
    QTest.keyClick(focused(board).list, Key.Key_Right)
    assert focused(board).list.item.id == "r1"
    QTest.keyClick(focused(board).list, Key.Key_Left)
    assert focused(board).list.item.id == "r3"


def test_ctrl_and_an_arrow_change_the_scores_as_little_as_can_be_and_ask_why(board):
    QTest.keyClick(focused(board).list, Key.Key_Right, Ctrl)
    assert (stored(board, "r2").value, stored(board, "r2").urgency) == (5, 3)
    assert focused(board).list.item.id == "r2"
    assert board.card.isVisible()
    assert undo_label(board) == "DEMO002: Urgency score (1-5) 5 → 3"
    board.session.workspace.undo(PROJECT.id)
    assert stored(board, "r2").urgency == 5


def test_by_progress_a_card_takes_its_progress_from_the_column(board, qtbot):
    board.by.setFocus()
    QTest.keyClick(board.by, Key.Key_Right)
    assert [len(each) for each in shown(board)] == [14, 0, 0, 0, 0]
    assert board.columns[1].empty.text() == "Nothing here"
    assert board.columns[1].empty.isVisible()
    board.columns[0].list.setFocus()
    QTest.keyClick(focused(board).list, Key.Key_Right, Ctrl)
    assert stored(board, "r2").progress == Progress.PLANNED
    assert shown(board)[1] == ["r2"]
    assert focused(board) is board.columns[1]


def test_a_card_that_is_dropped_stays_there(board):
    data = QMimeData()
    data.setData(MIME, QByteArray(b"r13"))
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    move, target = Qt.DropAction.MoveAction, board.columns[0].list.viewport()
    QCoreApplication.sendEvent(target, QDragEnterEvent(QPoint(20, 20), move, data, left, none))
    QCoreApplication.sendEvent(target, QDropEvent(QPointF(20, 20), move, data, left, none))
    assert (stored(board, "r13").value, stored(board, "r13").urgency) == (4, 4)
    assert "r13" in shown(board)[0]


def test_enter_opens_the_requirement(board, qtbot):
    with qtbot.waitSignal(board.opened) as opened:
        QTest.keyClick(focused(board).list, Key.Key_Return)
    assert opened.args == ["r2"]


def test_what_changes_elsewhere_is_shown_at_once(board, qtbot):
    board.session.workspace.put(replace(stored(board, "r13"), value=5, urgency=5), label=_("x"))
    qtbot.waitUntil(lambda: "r13" in shown(board)[0])
    board.session.workspace.put(requirement(20), label=_("x"))
    qtbot.waitUntil(lambda: "r20" in shown(board)[1])


def test_its_place_is_found_again(board):
    board.restore_place({"by": "progress", "record": "r5"})
    assert board.place() == {"by": "progress", "record": "r5"}
    board.restore_place({"by": "nonsense"})
    assert board.place()["by"] == "progress"
