"""Where requirements stood before: a dashed ring in the old cell and a line to where they are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import hypot
from typing import Final

from workbench.charts.quadrant import SCORES, cell_box, cell_of
from workbench.charts.quadrant_texts import Room
from workbench.charts.scene import Box, Disc, Line, Polygon, Scene, Shape
from workbench.domain import Project

Scores = tuple[int, int]
_RING, _STEP, _EDGE = 4.0, 11.0, 8.0
_HEAD: Final = 7.0
_LEAST = 16.0


def with_traces(
    scene: Scene, before: Mapping[str, Scores], now: Mapping[str, Scores], project: Project, room: Room
) -> Scene:
    """The drawing with the way of each requirement that has moved; the lines lie below what they lead to.

    ``before`` and ``now`` give value and urgency by record.
    """
    moved = {
        record: old
        for record, old in before.items()
        if now.get(record, old) != old and all(score in SCORES for score in old)
    }
    bodies = [shape for shape in scene.shapes if isinstance(shape, Disc | Box) and shape.record]
    homes = {shape.record: shape for shape in reversed(bodies)}
    traces = list(_traces(moved, now, homes, project, room))
    first = next((n for n, shape in enumerate(scene.shapes) if shape.record in homes), len(scene.shapes))
    return replace(scene, shapes=(*scene.shapes[:first], *traces, *scene.shapes[first:]))


def _traces(
    moved: Mapping[str, Scores],
    now: Mapping[str, Scores],
    homes: Mapping[str, Shape],
    project: Project,
    room: Room,
) -> Iterator[Shape]:
    stacked: Counter[Scores] = Counter()
    for record, old in moved.items():
        cell = cell_box(*old, project, room)
        most = max(1, int((cell.width - 2 * _EDGE) // _STEP))
        x = cell.x + _EDGE + (stacked[old] % most) * _STEP
        y = cell.y + cell.height - _EDGE - (stacked[old] // most) * _STEP
        stacked[old] += 1
        yield Disc(x, y, _RING, edge="ink3", stroke=1.2, dashed=True)
        home = homes.get(record) or homes.get(cell_of(*now[record]))
        if home is not None:
            yield from _way(x, y, *_entry(home, x, y))


def _entry(home: Shape, x: float, y: float) -> tuple[float, float]:
    """Where a line from a place meets a disc or a card."""
    if isinstance(home, Disc):
        away = hypot(x - home.x, y - home.y) or 1.0
        return home.x + (x - home.x) * home.radius / away, home.y + (y - home.y) * home.radius / away
    assert isinstance(home, Box)
    near_x = min(max(x, home.x), home.x + home.width)
    return near_x, min(max(y, home.y), home.y + home.height)


def _way(x: float, y: float, to_x: float, to_y: float) -> Iterator[Shape]:
    length = hypot(to_x - x, to_y - y)
    if length < _LEAST:
        return
    along, down = (to_x - x) / length, (to_y - y) / length
    yield Line(x + along * _RING, y + down * _RING, to_x, to_y, "ink3", 1.0, dashed=True)
    foot_x, foot_y = to_x - along * _HEAD, to_y - down * _HEAD
    side_x, side_y = -down * _HEAD / 2, along * _HEAD / 2
    points = ((to_x, to_y), (foot_x + side_x, foot_y + side_y), (foot_x - side_x, foot_y - side_y))
    yield Polygon(points, "ink3")
