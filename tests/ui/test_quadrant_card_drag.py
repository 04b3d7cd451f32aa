"""Cards in the quadrant under mouse and keys, and a chart that is only looked at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.ui.test_quadrant_view import NEEDS, PROJECT, TEXTS, above, cell_at, disc_at, drag, heard, release
from ui.quadrant_view import QuadrantView
from ui.scene_view import ABOVE
from workbench.charts.scene import Box
from workbench.tokens import LIGHT


@pytest.fixture
def view(qtbot):
    view = QuadrantView({name: QColor(value) for name, value in LIGHT.items()}, ["Noto Sans CJK SC"])
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    view.show_items(NEEDS, PROJECT, TEXTS)
    return view


def test_a_card_is_dragged_whole_and_leaves_a_dashed_frame(view):
    view.cards = True
    view.show_items(NEEDS, PROJECT, TEXTS)
    card = next(shape for shape in view.shown.of("r1") if isinstance(shape, Box))
    asked, home = heard(view.rescored), view.mapFromScene(card.x + 30, card.y + 10)
    drag(view, home, cell_at(view, 2, 5))
    assert not any(item.isVisible() for _shape, item in view.items_of("r1"))
    ghost = next(item for item in above(view) if item.zValue() == ABOVE + 1)
    assert ghost.boundingRect().width() == pytest.approx(card.width, abs=3)
    assert view.give_up()
    assert not view.give_up()
    assert all(item.isVisible() for _shape, item in view.items_of("r1"))
    drag(view, home, cell_at(view, 2, 5))
    release(view, cell_at(view, 2, 5))
    assert asked == [("r1", 2, 5)]


def test_a_frozen_chart_can_be_walked_but_not_changed(view):
    view.frozen = True
    asked = heard(view.rescored)
    drag(view, disc_at(view, "r1"), cell_at(view, 2, 5))
    release(view, cell_at(view, 2, 5))
    view.select("r1")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert asked == []
    assert view.current == "r1"
