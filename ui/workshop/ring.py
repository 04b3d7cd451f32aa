"""Where people sit in a ring, so that no two of them overlap."""

from __future__ import annotations

from itertools import combinations
from math import ceil, cos, pi, sin

from PySide6.QtCore import QRectF

NARROWEST, GAP = 128.0, 12.0
MOST_ABOVE = 3
"""So many sit on a short side of the table; a crowd sits in rows."""


def seats(room: QRectF, count: int, wide: float, high: float) -> list[QRectF]:
    """A place for each, the first at the top and on clockwise; narrower than ``wide`` if need be."""
    ring = _ring(room, count, wide, high)
    if not _overlap(ring):
        return ring
    for across in range(1, MOST_ABOVE + 1):
        table = _table(room, count, min(wide, room.width() / 3 - GAP), (across, high))
        if not _overlap(table):
            return table
    return _rows(room, count, wide, high)


def _overlap(boxes: list[QRectF]) -> bool:
    return any(one.adjusted(-2, -2, 2, 2).intersects(other) for one, other in combinations(boxes, 2))


def _table(room: QRectF, count: int, wide: float, shape: tuple[int, float]) -> list[QRectF]:
    """Places along the sides of a table: some above, as many below, the rest to the right and left."""
    above, high = shape
    right = ceil((count - 2 * above) / 2)
    left = max(0, count - 2 * above - right)
    floor, length = room.bottom() - high, room.height() - high
    start = room.center().x() - ((above - 1) * (wide + GAP) + wide) / 2
    ends = [start + number * (wide + GAP) for number in range(above)]
    places = [
        *((x, room.top()) for x in ends),
        *((room.right() - wide, room.top() + length * at / (right + 1)) for at in range(1, right + 1)),
        *((x, floor) for x in reversed(ends)),
        *((room.left(), floor - length * at / (left + 1)) for at in range(1, left + 1)),
    ]
    return [QRectF(x, y, wide, high) for x, y in places]


def _ring(room: QRectF, count: int, wide: float, high: float) -> list[QRectF]:
    middle = room.center()
    reach_x = max(0.0, (room.width() - wide) / 2 - 4)
    reach_y = max(0.0, (room.height() - high) / 2 - 4)
    found = []
    for number in range(count):
        turn = 2 * pi * number / max(1, count) - pi / 2
        x, y = middle.x() + reach_x * cos(turn), middle.y() + reach_y * sin(turn)
        found.append(QRectF(x - wide / 2, y - high / 2, wide, high))
    return found


def _rows(room: QRectF, count: int, wide: float, high: float) -> list[QRectF]:
    gap = 8.0
    across = max(1, int((room.width() + gap) // (max(wide, NARROWEST) + gap)))
    share = (room.width() + gap) / across - gap
    step = min(high + gap, room.height() / max(1, ceil(count / across)))
    return [
        QRectF(
            room.x() + (number % across) * (share + gap),
            room.y() + (number // across) * step,
            share,
            min(high, step - 2),
        )
        for number in range(count)
    ]
