"""A requirement on its way across the quadrant."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QGraphicsItem

from workbench.charts.quadrant import Texts
from workbench.charts.scene import Label, Shape
from workbench.domain import Requirement

TIP_LENGTH = 300


@dataclass
class Drag:
    """A disc or card under way: where it was pressed, what moves, what else was put on the drawing for it."""

    item: Requirement
    start: QPointF
    at_home: list[QGraphicsItem]
    ghost: QGraphicsItem
    moving: QGraphicsItem
    target: tuple[int, int] | None = None
    outline: QGraphicsItem | None = None


def is_far(way: QPoint) -> bool:
    """Whether the pointer has gone far enough for a drag."""
    return way.manhattanLength() >= QApplication.startDragDistance()


def is_title(shape: Shape) -> bool:
    """Whether a shape is the text beside a disc, which stays while the disc is dragged."""
    return isinstance(shape, Label) and shape.style != "micro"


def tip_of(item: Requirement, texts: Texts) -> str:
    """What a tip says about a requirement, and why its disc is hollow."""
    text = item.description or item.code
    shown = text if len(text) <= TIP_LENGTH else text[:TIP_LENGTH] + "…"
    doubt = texts.doubt_of(item.id)
    return f"{shown} ({doubt})" if doubt else shown
