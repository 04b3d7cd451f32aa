"""The live quadrant under real mouse and key events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.quadrant_view import QuadrantView
from ui.scene_items import LabelItem
from ui.scene_view import ABOVE
from workbench.charts.quadrant import Texts, cell_box
from workbench.charts.scene import Box, Disc, Label
from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority
from workbench.tokens import LIGHT

NAMES = dict(
    zip(Priority, ["高价值-高紧急度", "高价值-低紧急度", "低价值-高紧急度", "低价值-低紧急度"], strict=True)
)
TEXTS = Texts("价值", "紧急度", NAMES, NAMES, "≥ {score} 高", "{total} / {scored}: {counts}")
PROJECT = Project(code="DEMO")
SCORES = {"r1": (4, 3), "r2": (5, 5), "r3": (2, 2), "r4": (5, 5)}


def need(name: str, value: int | None, urgency: int | None) -> Requirement:
    number = int(name[1:])
    text = f"<b>需求</b> {number}"
    code = f"DEMO{number:03d}"
    return Requirement(id=name, code=code, description=text, value=value, urgency=urgency, position=number)


NEEDS = [need(name, *scores) for name, scores in SCORES.items()]


@pytest.fixture
def view(qtbot):
    view = QuadrantView({name: QColor(value) for name, value in LIGHT.items()}, ["Noto Sans CJK SC"])
    qtbot.addWidget(view)
    view.resize(640, 500)
    view.show()
    qtbot.waitExposed(view)
    view.show_items(NEEDS, PROJECT, TEXTS)
    return view


def disc_at(view, record: str) -> QPoint:
    disc = next(s for s in view.shown.of(record) if isinstance(s, Disc))
    return view.mapFromScene(disc.x, disc.y)


def cell_at(view, value: int, urgency: int) -> QPoint:
    cell = cell_box(value, urgency, PROJECT, view._room())
    return view.mapFromScene(cell.x + cell.width / 2, cell.y + cell.height / 2)


def heard(signal) -> list[tuple]:
    found: list[tuple] = []
    signal.connect(lambda *values: found.append(values))
    return found


def press(view, place: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def release(view, place: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drag(view, start: QPoint, end: QPoint) -> None:
    press(view, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)


def above(view):
    return [item for item in view.scene().items() if item.zValue() > ABOVE]


def test_dropping_a_disc_in_another_cell_asks_for_its_scores_and_changes_nothing_itself(view):
    asked, before = heard(view.rescored), view.shown
    drag(view, disc_at(view, "r1"), cell_at(view, 2, 5))
    release(view, cell_at(view, 2, 5))
    assert asked == [("r1", 2, 5)]
    assert view.shown == before
    assert not above(view)


def test_while_dragging_a_ring_stays_the_disc_follows_and_the_target_is_outlined(view):
    home = disc_at(view, "r1")
    drag(view, home, cell_at(view, 5, 1))
    assert len(above(view)) == 3
    assert not any(item.isVisible() for _shape, item in view.items_of("r1") if not _is_title(_shape))
    moving = max(above(view), key=lambda item: item.zValue())
    assert [type(child) for child in moving.childItems()] == [LabelItem]
    assert view.mapFromScene(moving.pos()) == cell_at(view, 5, 1) - home
    outline = next(item for item in above(view) if item.zValue() == ABOVE + 2)
    cell = cell_box(5, 1, PROJECT, view._room())
    assert outline.boundingRect().center().x() == pytest.approx(cell.x + cell.width / 2)
    assert outline.pen().color() == QColor(LIGHT["accent"])
    release(view, cell_at(view, 5, 1))
    assert all(item.isVisible() for _shape, item in view.items_of("r1"))


def _is_title(shape) -> bool:
    return isinstance(shape, Label) and shape.role == "ink1"


def test_during_a_drag_nothing_of_the_drawing_moves(view):
    places = {
        item: item.pos() for shape in set(view.shown.shapes) for _s, item in view.items_of(shape.record)
    }
    drag(view, disc_at(view, "r1"), cell_at(view, 1, 1))
    assert all(item.pos() == place for item, place in places.items())
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_esc_gives_a_drag_up(view):
    asked, chosen = heard(view.rescored), heard(view.picked)
    drag(view, disc_at(view, "r1"), cell_at(view, 2, 5))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not above(view)
    release(view, cell_at(view, 2, 5))
    assert asked == chosen == []


def test_esc_without_a_drag_is_left_to_the_window(qtbot, view):
    outer = QWidget()
    qtbot.addWidget(outer)
    seen: list[int] = []
    outer.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    view.setParent(outer)
    view.show()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert seen == [Qt.Key.Key_Escape]
    view.setParent(None)


@pytest.mark.parametrize("place", ["home", "outside"])
def test_a_drop_at_home_or_outside_asks_for_nothing(view, place):
    asked = heard(view.rescored)
    drag(view, disc_at(view, "r1"), cell_at(view, 1, 1))
    end = cell_at(view, 4, 3) if place == "home" else QPoint(3, 498)
    QTest.mouseMove(view.viewport(), end)
    release(view, end)
    assert asked == []
    assert not above(view)


def test_new_requirements_end_a_drag(view):
    asked = heard(view.rescored)
    drag(view, disc_at(view, "r1"), cell_at(view, 2, 5))
    view.show_items(NEEDS[1:], PROJECT, TEXTS)
    assert not above(view)
    release(view, cell_at(view, 2, 5))
    assert asked == []


def test_a_click_picks_and_a_double_click_opens(view):
    chosen, opened = heard(view.picked), heard(view.opened)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=disc_at(view, "r2"))
    assert chosen == [("r2",)]
    assert view.current == "r2"
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=disc_at(view, "r2"))
    assert opened == [("r2",)]


@pytest.mark.parametrize(
    ("key", "scores"),
    [
        (Qt.Key.Key_Up, (5, 3)),
        (Qt.Key.Key_Down, (3, 3)),
        (Qt.Key.Key_Right, (4, 4)),
        (Qt.Key.Key_Left, (4, 2)),
    ],
)
def test_arrows_rescore_the_selected_disc_by_one_step(view, key, scores):
    asked = heard(view.rescored)
    view.select("r1")
    QTest.keyClick(view, key)
    assert asked == [("r1", *scores)]


def test_arrows_stop_at_the_edge_and_leave_shortcuts_alone(view):
    asked = heard(view.rescored)
    view.select("r2")
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_tab_walks_the_discs_by_priority_and_leaves_after_the_last(qtbot, view):
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    first, last = QLineEdit(), QLineEdit()
    for widget in (first, view, last):
        column.addWidget(widget)
    outer.resize(640, 600)
    outer.show()
    outer.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is outer)
    first.setFocus()
    walked = heard(view.picked)
    for _turn in range(5):
        QTest.keyClick(outer.focusWidget(), Qt.Key.Key_Tab)
    assert walked == [("r2",), ("r4",), ("r1",), ("r3",)]
    assert outer.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert view.current == "r3"
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert view.current == "r1"
    view.setParent(None)


def test_enter_opens_the_selected_requirement(view):
    opened = heard(view.opened)
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.select("r3")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == [("r3",)]


def test_the_chip_opens_its_cell_and_stands_for_those_it_hides(view):
    crowd = [need(f"r{n}", 3, 3) for n in range(1, 90)]
    view.show_items(crowd, PROJECT, TEXTS)
    opened, chosen = heard(view.stack_opened), heard(view.picked)
    chip = next(s for s in view.shown.of("cell:3,3") if isinstance(s, Box))
    place = view.mapFromScene(chip.x + chip.width / 2, chip.y + chip.height / 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [(3, 3)]
    assert chosen == []
    view.select("r89")
    assert view.current == "r89"
    assert view._ringed.x == chip.x - 1.5
    asked = heard(view.rescored)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert asked == [("r89", 4, 3)]


def test_the_ring_follows_a_selected_requirement_to_its_new_cell(view):
    view.select("r1")
    before = view._ringed
    view.show_items([replace(NEEDS[0], value=1, urgency=1), *NEEDS[1:]], PROJECT, TEXTS)
    assert view._ringed != before
    assert (view._ringed.x, view._ringed.y) == next((s.x, s.y) for s in view.shown.of("r1"))
    view.select("")
    assert view._ringed is None


def test_what_stays_keeps_its_item(view):
    kept = dict(view.items_of("r3"))
    view.show_items([replace(NEEDS[0], value=1, urgency=5), *NEEDS[1:]], PROJECT, TEXTS)
    assert dict(view.items_of("r3")) == kept
    assert len(view.scene().items()) == len(view.shown.shapes)


def test_another_size_is_laid_out_anew_and_told(view):
    rooms = heard(view.room_changed)
    view.resize(400, 420)
    assert rooms[-1] == (400, 420)
    assert (view.shown.width, view.shown.height) == (400, 420)
    view.set_zoom(1.25)
    assert (view.shown.width, view.shown.height) == (320, 336)
    asked = heard(view.rescored)
    drag(view, disc_at(view, "r3"), cell_at(view, 4, 4))
    release(view, cell_at(view, 4, 4))
    assert asked == [("r3", 4, 4)]


def test_the_view_says_in_words_what_it_shows_and_takes_no_input_method(view):
    assert view.accessibleName().startswith("4 / 4: 高价值-高紧急度 2")
    view.select("r1")
    assert view.accessibleDescription() == "<b>需求</b> 1"
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("size", [(280, 300), (340, 372), (860, 720)])
def test_painted_text_fits_its_box(view, size):
    view.show_items([need(f"r{n}", n % 5 + 1, n * 3 % 5 + 1) for n in range(1, 60)], PROJECT, TEXTS)
    view.resize(*size)
    labels = [item for item in view.scene().items() if isinstance(item, LabelItem)]
    assert labels
    for label in labels:
        box = label.boundingRect()
        for place, text, font in label.lines:
            assert box.left() <= place.x() + 0.01
            assert place.x() + QFontMetricsF(font).horizontalAdvance(text) <= box.right() + 0.01
