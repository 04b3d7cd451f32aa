"""Shapes of a drawing as items of Qt's graphics scene, in the colours and fonts given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractGraphicsShapeItem,
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QGraphicsPolygonItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from workbench.charts.scene import Align, Box, Curve, Disc, Label, Line, Polygon, Shape
from workbench.charts.text import Placed, placed
from workbench.tokens import TYPE

RECORD = 0
"""Under which key of its data an item keeps the id of its record."""
_DASHES = (4.0, 3.0)
_START = {Align.LEFT: 0.0, Align.CENTRE: -0.5, Align.RIGHT: -1.0}


@dataclass(frozen=True)
class Look:
    """What a drawing wears: a colour for each role, and typefaces in order of preference."""

    colours: Mapping[str, QColor]
    families: Sequence[str]
    _fonts: dict[str, QFont] = field(default_factory=dict, compare=False, repr=False)

    def font(self, style: str) -> QFont:
        """The font of a text style."""
        if style not in self._fonts:
            size, weight, _height = TYPE[style]
            font = QFont()
            font.setFamilies(list(self.families))
            font.setPixelSize(size)
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = font
        return QFont(self._fonts[style])

    def pen(self, role: str, width: float, *, dashed: bool) -> QPen:
        """A stroke; none without a role."""
        if not role:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.colours[role], width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([each / max(width, 1.0) for each in _DASHES])
        return pen

    def brush(self, role: str) -> QBrush:
        """A fill; none without a role."""
        return QBrush(self.colours[role]) if role else QBrush(Qt.BrushStyle.NoBrush)


def item_for(shape: Shape, look: Look) -> QGraphicsItem:
    """The item that paints a shape and knows its record."""
    item = _item(shape, look)
    item.setData(RECORD, shape.record)
    return item


@singledispatch
def _item(shape: Shape, _look: Look) -> QGraphicsItem:
    raise TypeError(f"No item for {type(shape).__name__}")


@_item.register
def _line(shape: Line, look: Look) -> QGraphicsItem:
    item = QGraphicsLineItem(shape.x1, shape.y1, shape.x2, shape.y2)
    item.setPen(look.pen(shape.role, shape.width, dashed=shape.dashed))
    return item


@_item.register
def _curve(shape: Curve, look: Look) -> QGraphicsItem:
    path = QPainterPath(QPointF(shape.x1, shape.y1))
    first, second = (QPointF(*bend) for bend in shape.bends)
    path.cubicTo(first, second, QPointF(shape.x2, shape.y2))
    item = QGraphicsPathItem(path)
    item.setPen(look.pen(shape.role, shape.width, dashed=shape.dashed))
    return item


def _dressed(item: QAbstractGraphicsShapeItem, shape: Box | Disc, look: Look) -> QGraphicsItem:
    item.setPen(look.pen(shape.edge, shape.stroke, dashed=shape.dashed))
    item.setBrush(look.brush(shape.role))
    return item


@_item.register
def _box(shape: Box, look: Look) -> QGraphicsItem:
    radius = min(shape.radius, shape.width / 2, shape.height / 2)
    path = QPainterPath()
    path.addRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), radius, radius)
    return _dressed(QGraphicsPathItem(path), shape, look)


@_item.register
def _disc(shape: Disc, look: Look) -> QGraphicsItem:
    side = 2 * shape.radius
    item = QGraphicsEllipseItem(shape.x - shape.radius, shape.y - shape.radius, side, side)
    return _dressed(item, shape, look)


@_item.register
def _polygon(shape: Polygon, look: Look) -> QGraphicsItem:
    item = QGraphicsPolygonItem(QPolygonF([QPointF(x, y) for x, y in shape.points]))
    item.setPen(QPen(Qt.PenStyle.NoPen))
    item.setBrush(look.brush(shape.role))
    return item


@_item.register
def _label(shape: Label, look: Look) -> QGraphicsItem:
    return LabelItem(shape, look)


class LabelItem(QGraphicsItem):
    """Lines of plain text on their baselines; one that an unusual typeface makes too wide is set smaller."""

    def __init__(self, label: Label, look: Look) -> None:
        super().__init__()
        self._pen = QPen(look.colours[label.role])
        self._font = look.font(label.style)
        self._font.setStrikeOut(label.struck)
        self.setPos(label.x + label.width / 2, label.y + label.height / 2)
        long, high = (label.height, label.width) if label.turned else (label.width, label.height)
        self.setRotation(-90 if label.turned else 0)
        self._box = QRectF(-long / 2, -high / 2, long, high)
        self._lines = [self._fitted(part, _START[label.align]) for part in placed(label)]

    def _fitted(self, part: Placed, start: float) -> tuple[QPointF, str, QFont]:
        font = QFont(self._font)
        wide = QFontMetricsF(font).horizontalAdvance(part.text)
        if wide > self._box.width():
            size = max(1, int(font.pixelSize() * self._box.width() / wide))
            font.setPixelSize(size)
            wide = QFontMetricsF(font).horizontalAdvance(part.text)
        return QPointF(part.along + start * wide, part.below), part.text, font

    @property
    def lines(self) -> list[tuple[QPointF, str, QFont]]:
        """Where each line's baseline begins, seen from the label's centre; its text and its font."""
        return self._lines

    def boundingRect(self) -> QRectF:
        """The label's box, with room for strokes that lean out."""
        return self._box.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the lines."""
        painter.setPen(self._pen)
        for place, text, font in self._lines:
            painter.setFont(font)
            painter.drawText(place, text)


def at_origin(shape: Shape) -> tuple[Shape, float, float]:
    """A shape moved to the origin, to a thousandth, and where it stood."""
    if isinstance(shape, Line | Curve):
        x, y = shape.x1, shape.y1
        return replace(shape, x1=0.0, y1=0.0, x2=round(shape.x2 - x, 3), y2=round(shape.y2 - y, 3)), x, y
    if isinstance(shape, Polygon):
        x, y = shape.points[0]
        points = tuple([(round(px - x, 3), round(py - y, 3)) for px, py in shape.points])
        return replace(shape, points=points), x, y
    return replace(shape, x=0.0, y=0.0), shape.x, shape.y


def ring_round(shape: Shape) -> Shape | None:
    """What marks a record as the current one, drawn around its disc or box; None for other shapes."""
    if isinstance(shape, Disc):
        return Disc(shape.x, shape.y, shape.radius + 1.5, edge="ink1", stroke=2)
    if isinstance(shape, Box):
        wide, high = shape.width + 3, shape.height + 3
        return Box(shape.x - 1.5, shape.y - 1.5, wide, high, edge="ink1", stroke=2, radius=shape.radius + 1.5)
    return None
