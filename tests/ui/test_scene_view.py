"""A drawing in the window: colours, hovering, choosing, tips, pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ui.scene_items import LabelItem, Look, ring_round
from ui.scene_view import SceneView
from workbench.charts.scene import Align, Box, Curve, Disc, Label, Line, Polygon, Scene
from workbench.tokens import DARK, LIGHT

FAMILIES = ["Noto Sans CJK SC"]
SCENE = Scene(
    200,
    100,
    (
        Box(0, 0, 200, 100, "surface"),
        Line(0, 50, 200, 50, "line", dashed=True),
        Polygon(((180, 80), (200, 80), (190, 100)), "red"),
        Box(10, 10, 60, 30, "accent_bg", "accent", radius=6, record="box"),
        Label(10, 10, 60, 30, ("原因",), record="box"),
        Disc(150, 25, 11, "red", "surface", record="disc"),
    ),
    "A box and a disc",
)
BOX, DISC, NOTHING = QPoint(20, 20), QPoint(150, 25), QPoint(100, 80)


def colours(tokens):
    return {name: QColor(value) for name, value in tokens.items()}


@pytest.fixture
def view(qtbot):
    view = SceneView(colours(LIGHT), FAMILIES)
    qtbot.addWidget(view)
    view.resize(200, 100)
    view.show()
    qtbot.waitExposed(view)
    view.show_scene(SCENE, {"box": "<b>why</b>"})
    return view


def heard(signal) -> list:
    found: list = []
    signal.connect(found.append)
    return found


def test_every_shape_is_painted_in_the_colour_of_its_role(view):
    image = view.grab().toImage()
    assert image.pixelColor(150, 18) == QColor(LIGHT["red"])
    assert image.pixelColor(15, 30) == QColor(LIGHT["accent_bg"])
    assert image.pixelColor(190, 88) == QColor(LIGHT["red"])


def test_a_curve_leaves_and_arrives_level_and_keeps_its_item_when_it_shifts(view):
    view.show_scene(Scene(200, 100, (Curve(20, 20, 120, 80, "red", 4.0),)))
    image = view.grab().toImage()
    assert [image.pixelColor(x, y) for x, y in ((22, 20), (70, 50), (118, 80))] == [QColor(LIGHT["red"])] * 3
    assert image.pixelColor(70, 20) != QColor(LIGHT["red"])
    before = set(map(id, view.scene().items()))
    view.show_scene(Scene(200, 100, (Curve(30, 10, 130, 70, "red", 4.0),)))
    assert set(map(id, view.scene().items())) == before
    assert view.grab().toImage().pixelColor(80, 40) == QColor(LIGHT["red"])


def test_another_theme_colours_everything_anew_and_keeps_the_ring(view):
    view.select("disc")
    view.set_palette(colours(DARK))
    image = view.grab().toImage()
    assert image.pixelColor(150, 18) == QColor(DARK["red"])
    assert image.pixelColor(100, 80) == QColor(DARK["surface"])
    assert len(view.scene().items()) == len(SCENE.shapes) + 1


def test_the_picture_for_the_clipboard_is_light_and_twice_as_large(view):
    view.set_palette(colours(DARK))
    image = view.grab_picture()
    assert (image.width(), image.height()) == (400, 200)
    assert image.pixelColor(300, 36) == QColor(LIGHT["red"])


def test_hovering_is_told_and_shows_a_hand(view):
    seen = heard(view.hovered)
    QTest.mouseMove(view.viewport(), BOX)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), BOX + QPoint(5, 5))
    QTest.mouseMove(view.viewport(), NOTHING)
    assert seen == ["box", ""]
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_leaving_the_drawing_ends_hovering(view):
    QTest.mouseMove(view.viewport(), DISC)
    seen = heard(view.hovered)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert seen == [""]


def test_a_click_picks_what_is_under_it_and_only_that(view):
    chosen = heard(view.picked)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=BOX)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=NOTHING)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=DISC)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=DISC)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=NOTHING)
    assert chosen == ["box"]
    assert view.current == "box"


def test_enter_picks_the_current_record(view):
    chosen = heard(view.picked)
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.select("disc")
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert chosen == ["disc"]


def test_a_tip_is_plain_text(view):
    event = QHelpEvent(QEvent.Type.ToolTip, BOX, view.viewport().mapToGlobal(BOX))
    QApplication.sendEvent(view.viewport(), event)
    assert "&lt;b&gt;why&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_shapes_that_stay_keep_their_items_and_the_others_go(view):
    kept = dict(view.items_of("disc"))
    view.show_scene(Scene(200, 100, (Box(1, 1, 5, 5, "red"), SCENE.shapes[-1])))
    assert dict(view.items_of("disc")) == kept
    assert len(view.scene().items()) == 2


def test_what_comes_later_is_painted_above_whatever_was_there_before(view):
    below, above = Box(0, 0, 200, 100, "green"), SCENE.shapes[-1]
    view.show_scene(Scene(200, 100, (below, above)))
    assert view.grab().toImage().pixelColor(150, 18) == QColor(LIGHT["red"])
    view.show_scene(Scene(200, 100, (above, below)))
    assert view.grab().toImage().pixelColor(150, 18) == QColor(LIGHT["green"])


def test_the_sentence_is_the_accessible_name_unless_the_owner_gave_one(view):
    assert view.accessibleName() == "A box and a disc"
    view.setAccessibleName("Chart")
    view.show_scene(Scene(10, 10, (), "Nothing"))
    assert (view.accessibleName(), view.accessibleDescription()) == ("Chart", "Nothing")


def test_nothing_scrolls_and_no_input_method_opens(view):
    view.show_scene(Scene(900, 900, SCENE.shapes))
    view.verticalScrollBar().setValue(50)
    assert view.record_at(BOX) == "box"
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_room_is_told_in_units_of_the_scene(view):
    rooms = []
    view.room_changed.connect(lambda *room: rooms.append(room))
    view.resize(300, 150)
    view.set_zoom(1.5)
    assert rooms == [(300, 150), (200, 100)]


def test_a_ring_goes_round_discs_and_boxes_only():
    assert ring_round(SCENE.shapes[-1]) == Disc(150, 25, 12.5, edge="ink1", stroke=2)
    assert isinstance(ring_round(SCENE.shapes[3]), Box)
    assert ring_round(SCENE.shapes[1]) is None


@pytest.mark.parametrize("align", list(Align))
def test_a_text_too_wide_for_its_box_is_set_smaller(qapp, align):
    label = Label(0, 0, 60, 20, ("W" * 20,), align=align)
    ((place, text, font),) = LabelItem(label, Look(colours(LIGHT), FAMILIES)).lines
    assert QFontMetricsF(font).horizontalAdvance(text) <= 60
    assert place.x() >= -30
    assert place.x() + QFontMetricsF(font).horizontalAdvance(text) <= 30.01


def test_chinese_stands_in_the_middle_of_its_box(view):
    view.show_scene(Scene(60, 60, (Label(0, 0, 60, 60, ("国",), style="display"),)))
    image = view.grab().toImage()
    dark = [(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).lightness() < 120]
    rows, columns = [y for _x, y in dark], [x for x, _y in dark]
    assert abs((min(rows) + max(rows) + 1) / 2 - 30) <= 1.5
    assert abs((min(columns) + max(columns) + 1) / 2 - 30) <= 1.5


def shifted(scene, across):
    """The scene with its record's shapes moved, as a layout does that made room for another."""
    moved = [replace(shape, x=shape.x + across) if shape.record == "box" else shape for shape in scene.shapes]
    return replace(scene, shapes=tuple(moved))


def test_what_only_shifted_is_moved_and_not_made_anew(view):
    before = {id(item) for _shape, item in view.items_of("box")}
    view.show_scene(shifted(SCENE, 35.3))
    assert {id(item) for _shape, item in view.items_of("box")} == before
    assert view.record_at(BOX) == ""
    assert view.record_at(BOX + QPoint(35, 0)) == "box"
    image = view.grab().toImage()
    assert image.pixelColor(50, 30) == QColor(LIGHT["accent_bg"])
    view.show_scene(SCENE)
    assert view.record_at(BOX) == "box"


def test_shapes_are_painted_in_the_order_of_the_scene_whatever_was_there_before(view):
    cover = Box(0, 0, 200, 100, "red")
    for shapes in (
        (cover, *SCENE.shapes[3:]),
        SCENE.shapes[3:],
        (*SCENE.shapes[3:], cover),
        (cover, SCENE.shapes[5]),
    ):
        view.show_scene(replace(SCENE, shapes=shapes))
        heights = [item.zValue() for shape in shapes for found, item in every(view) if found is shape]
        assert heights == sorted(set(heights))


def every(view):
    return [(shape, item) for shape, items in view._items.items() for item in items]
