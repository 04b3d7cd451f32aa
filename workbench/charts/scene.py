"""A drawing before it has a surface: shapes that the window and the documents paint alike.

One unit is one pixel of the window at 100 %; y grows downward. A shape's ``role`` says what it *is*; each
painter turns it into a colour of its theme. ``record`` is the id of the record a shape stands for, for hover,
drag and hit tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where a text stands in its box, from left to right."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke; ``role`` is a colour name of the tokens."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dashed: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A stroke from left to right in the form of an S: it leaves and arrives level."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dashed: bool = False
    record: str = ""

    @property
    def bends(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The two control points of the cubic curve."""
        middle = (self.x1 + self.x2) / 2
        return (middle, self.y1), (middle, self.y2)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners, filled with ``role`` and edged with ``edge``; empty is none."""

    x: float
    y: float
    width: float
    height: float
    role: str = ""
    edge: str = ""
    stroke: float = 1.0
    radius: float = 0.0
    dashed: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle round its centre."""

    x: float
    y: float
    radius: float
    role: str = ""
    edge: str = ""
    stroke: float = 1.5
    dashed: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed, filled outline; points are (x, y)."""

    points: tuple[tuple[float, float], ...]
    role: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of plain text that the layout has made fit a box, centred in its height.

    ``style`` is a text style of the tokens, ``turned`` means rotated by 90 degrees to the left about the
    box's centre (width and height are then those of the box as it stands on the page).
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    role: str = "ink1"
    style: str = "cap"
    align: Align = Align.CENTRE
    struck: bool = False
    turned: bool = False
    record: str = ""


Shape = Line | Curve | Box | Disc | Polygon | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing of ``width`` x ``height`` units, painted in order.

    ``sentence`` says in words what the drawing shows, for people who cannot see it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    sentence: str = ""

    def of(self, record: str) -> Iterator[Shape]:
        """The shapes that stand for one record."""
        return (shape for shape in self.shapes if shape.record == record)
