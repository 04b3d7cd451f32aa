"""A wide drawing in its room: fitted, legible, enlarged, moved, put away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from forms.fishbone_analysis import FORM
from tests.ui.stand import PROJECT, showing
from workbench.charts.scene import Label
from workbench.domain import Cause, Problem
from workbench.tokens import TYPE

Ctrl = Qt.KeyboardModifier.ControlModifier
PROBLEM = Problem(id="p1", project=PROJECT.id, code="P01", phenomenon="登录频繁失败")
DIMENSIONS = ("people", "process", "technology", "environment")
CAUSES = [
    Cause(
        id=f"c{number}",
        project=PROJECT.id,
        position=float(number),
        problem="p1",
        dimension=DIMENSIONS[number % 4],
        text=f"原因 {number}",
    )
    for number in range(1, 9)
]


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:

        def begin(**others):
            view = show([PROBLEM, *CAUSES], **others)
            qtbot.waitUntil(lambda: bool(view.wide.view.shown.shapes))
            return view

        yield begin


def test_text_is_never_made_smaller_than_nine_pixels(shown):
    view = shown(size=(904, 482))
    canvas = view.wide.view
    sizes = [TYPE[shape.style][0] for shape in canvas.shown.shapes if isinstance(shape, Label)]
    assert min(sizes) * canvas.scale_of_now >= 9 - 1e-6
    assert canvas.scale_of_now <= 1


def test_ctrl_and_the_wheel_zoom_and_fit_shows_all_again(shown):
    view = shown()
    canvas = view.wide.view
    before = canvas.scale_of_now
    place = QPointF(100, 60)
    event = QWheelEvent(
        place,
        canvas.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Ctrl,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(canvas.viewport(), event)
    assert canvas.scale_of_now == pytest.approx(before * 1.15**2)
    QTest.mouseClick(view.wide.whole, Qt.MouseButton.LeftButton)
    assert canvas.scale_of_now == pytest.approx(before)


def test_a_drawing_that_is_larger_than_its_room_is_moved_by_its_ground(shown):
    view = shown()
    canvas = view.wide.view
    canvas.zoom(6)
    bar = canvas.horizontalScrollBar()
    bar.setValue(bar.maximum())
    ground = QPoint(6, canvas.viewport().height() - 6)
    before = bar.value()
    current = canvas.current
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=ground)
    QTest.mouseMove(canvas.viewport(), ground + QPoint(40, 0))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=ground + QPoint(40, 0))
    assert bar.value() == before - 40
    assert canvas.current == current


def test_the_drawing_is_put_away_and_comes_back(shown):
    view = shown()
    QTest.mouseClick(view.wide.fold, Qt.MouseButton.LeftButton)
    assert not view.wide.isVisible()
    assert view.header.panel.isVisible()
    QTest.mouseClick(view.header.panel, Qt.MouseButton.LeftButton)
    assert view.wide.isVisible()


def test_the_height_of_the_drawing_is_found_again(shown):
    view = shown()
    view.halves.setSizes([150, 400])
    view.halves.splitterMoved.emit(150, 1)
    sizes = view.halves.sizes()
    other = shown()
    other.restore_place(view.place())
    assert other.halves.sizes() == sizes


def test_in_a_low_window_the_drawing_has_more_and_the_table_three_rows(shown):
    view = shown(size=(1224, 608))
    assert 3 * view.view.row_height <= view.view.viewport().height() < 4 * view.view.row_height
    assert view.wide.view.height() >= 200


def test_where_nothing_would_be_seen_of_the_drawing_the_table_stands_aside(shown):
    view = shown(size=(1224, 400))
    assert view.rows.isHidden()
    assert view.wide.view.height() >= 140
    view.header.filter.setText("原因 2")
    assert view.rows.isVisible()


def test_the_drawing_is_shown_alone_and_the_table_comes_back_at_its_height(shown, qtbot):
    view = shown()
    view.view.go_to("c2")
    view.wide.view.setFocus()
    height = view.rows.height()
    view.enlarge_drawing()
    assert view.rows.isHidden()
    qtbot.waitUntil(lambda: view.wide.view.height() > height)
    QTest.keyClick(view.wide.view, Qt.Key.Key_F2)
    assert view.stack.on_record
    view.close_record()
    assert view.wide.view.hasFocus()
    view.enlarge_drawing()
    qtbot.waitUntil(lambda: view.rows.isVisible() and view.rows.height() == height)
