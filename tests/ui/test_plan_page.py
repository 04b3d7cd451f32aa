"""The plan: the timeline above its table, deadlines read from words, tasks shifted by working days."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from forms.implementation_plan import FORM
from tests.ui.stand import PROJECT, cell_editor, items, press, put_in, showing, undo_label
from workbench.charts.scene import Box
from workbench.domain import PlanStage, Solution, Task
from workbench.messages import _

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
PLAN = Solution(
    id="s1", project=PROJECT.id, code="S01", title="服务器扩容优化方案", started_on=date(2025, 9, 29)
)
FRIDAY = date(2025, 9, 26)


def task(number: int, text: str, **values) -> Task:
    return Task(
        id=f"t{number}", project=PROJECT.id, position=float(number), solution="s1", text=text, **values
    )


TASKS = [
    task(1, "扩容带宽", owner_text="周工", start=date(2025, 9, 25), due=FRIDAY),
    task(2, "压测", stage=PlanStage.LONG),
]


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:

        def begin(records=(PLAN, *TASKS), **others):
            view = show(records, **others)
            qtbot.waitUntil(lambda: bool(view.wide.view.shown.shapes))
            return view

        yield begin


def test_a_bar_selects_its_row_and_a_row_its_bar(shown):
    view = shown()
    canvas = view.wide.view
    box = next(shape for shape in canvas.shown.of("t2") if isinstance(shape, Box))
    place = canvas.mapFromScene(QPointF(box.x + 30, box.y + box.height / 2))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.view.current_item().id == "t2"
    view.view.go_to("t1")
    assert canvas.current == "t1"


def test_the_timeline_fills_its_width_at_its_own_size(shown):
    view = shown(size=(1000, 500))
    canvas = view.wide.view
    assert canvas.scale_of_now == 1
    assert abs(canvas.shown.width - canvas.viewport().width()) <= 32
    assert not canvas.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("on_canvas", [True, False])
def test_ctrl_right_shifts_a_task_over_the_weekend_as_one_step(shown, on_canvas):
    view = shown()
    view.view.go_to("t1")
    target = view.wide.view if on_canvas else view.view
    QTest.keyClick(target, Key.Key_Right, Ctrl)
    shifted = view.edits.find("t1")
    assert (shifted.start, shifted.due) == (FRIDAY, date(2025, 9, 28))  # a Sunday on which China works
    assert undo_label(view) == "扩容带宽: one working day later"
    QTest.keyClick(target, Key.Key_Left, Ctrl)
    assert view.edits.find("t1").due == FRIDAY
    view.session.workspace.undo(PROJECT.id)
    assert view.edits.find("t1").due == date(2025, 9, 28)


def test_a_task_without_a_date_cannot_be_shifted_and_that_is_said(shown):
    view = shown()
    view.view.go_to("t2")
    press(view, Key.Key_Right, Ctrl)
    assert "No date" in view.wide.said.text()
    assert undo_label(view) is None


def test_a_deadline_in_words_gives_a_date_and_both_are_one_step(shown, qtbot):
    view = shown()
    view.view.edit_cell("t2", "deadline_text")
    box = cell_editor(view, qtbot)
    put_in(box, "3个工作日内")
    QTest.keyClick(box, Key.Key_Return)
    assert view.edits.find("t2").due is not None
    view.session.workspace.undo(PROJECT.id)
    assert (view.edits.find("t2").deadline_text, view.edits.find("t2").due) == ("", None)


def test_the_page_shows_what_the_words_were_read_as(shown):
    view = shown(language="zh_CN")
    view.open_record("t2", "deadline_text")
    row = view.page.rows["deadline_text"]
    put_in(row.editor.box, "3个工作日内")
    due = view.edits.find("t2").due
    assert row.note.isVisible()
    assert row.note.text() == f"3个工作日内({due.month}月{due.day}日)"
    assert view.page.rows["due"].editor.box.text() != ""


def test_words_that_nobody_understands_stay_and_are_said_to_be_unread(shown):
    view = shown()
    view.open_record("t2", "deadline_text")
    row = view.page.rows["deadline_text"]
    put_in(row.editor.box, "尽快")
    QTest.keyClick(row.editor.box, Key.Key_Tab)
    assert view.edits.find("t2").deadline_text == "尽快"
    assert row.problem.isVisible()
    assert not row.note.isVisible()


def test_pasted_rows_have_their_deadlines_read_too(shown):
    view = shown()
    QGuiApplication.clipboard().setText("问题修复\t监控\t周工\t2025-10-20\n")
    view.view.commands.rows.paste_rows()
    assert items(view)[-1].due == date(2025, 10, 20)


def test_numbers_follow_when_tasks_change_places_or_go(shown):
    view = shown([PLAN, TASKS[0], task(3, "限流")])
    view.view.go_to("t3")
    press(view, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [view.table.texts(row)[1] for row in view.table.rows] == ["1.限流", "2.扩容带宽"]
    press(view, Key.Key_Delete)
    assert [view.table.texts(row)[1] for row in view.table.rows] == ["1.扩容带宽"]


def test_a_timeline_higher_than_its_room_has_a_scroll_bar_and_a_low_one_none(shown, qtbot):
    many = [task(number, f"任务 {number}", due=FRIDAY) for number in range(1, 15)]
    view = shown([PLAN, *many], size=(1224, 602))
    bar = view.wide.view.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert not view.wide.view.horizontalScrollBar().isVisible()
    view.session.workspace.remove(many[2:], label=_("x"))
    qtbot.waitUntil(lambda: not bar.isVisible())
