"""Where requirements stood before: a dashed ring in the old cell and a line to where they are now.

Lines lie below discs and cards; every other text that they could cross gets a ground of its own. A ring
stands where nothing else does, as long as its old cell has such a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import atan2, copysign, cos, hypot, radians, sin
from typing import Final

from workbench.charts.quadrant import POLICY, SCORES, cell_box, cell_of, inner_box
from workbench.charts.quadrant_texts import Room
from workbench.charts.scene import Align, Box, Disc, Label, Line, Polygon, Scene, Shape
from workbench.charts.text import line_height, width
from workbench.domain import Project
from workbench.rules.priority import priority_of
from workbench.tokens import PRIORITY_TONES

Scores = tuple[int, int]
_RING, _STEP = 4.0, 11.0
_HEAD: Final = 7.0
_LEAST: Final = 16.0
_STEEP: Final = radians(60)
_CLEAR: Final = (2.0, 0.0, -2.0)
"""How far a ring stays from everything else, as far as there is room."""
_PLATE, _TINY = 2.0, 1e-6


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
    if not moved:
        return scene
    rings = _rings(moved.values(), [*map(_extent, bodies), *_written(scene)], project, room)
    texts = {shape.record for shape in scene.shapes if isinstance(shape, Label) and shape.style == "cap"}
    traces = [
        shape
        for (record, _old), ring in zip(moved.items(), rings, strict=True)
        for shape in _trace(
            ring, homes.get(record) or homes.get(cell_of(*now[record])), beside=record in texts
        )
    ]
    first = next((n for n, shape in enumerate(scene.shapes) if _is_above(shape)), len(scene.shapes))
    plates = list(_plates(scene.shapes, now, project))
    return replace(scene, shapes=(*scene.shapes[:first], *traces, *plates, *scene.shapes[first:]))


def _is_above(shape: Shape) -> bool:
    """Whether lines lie below it: the names of the corners, discs, cards."""
    return bool(shape.record) and (isinstance(shape, Disc | Box) or shape.record.startswith(POLICY))


def _rings(
    olds: Iterable[Scores], taken: Sequence[Box], project: Project, room: Room
) -> Iterator[tuple[float, float]]:
    """A place for each ring: the first of its cell that is clear, else the next in turn."""
    free: dict[Scores, list[tuple[float, float]]] = {}
    turns: Counter[Scores] = Counter()
    for old in olds:
        if old not in free:
            cell = cell_box(*old, project, room)
            free[old] = _free(inner_box(*old, project, room), [box for box in taken if _meet(box, cell)])
        yield free[old][turns[old] % len(free[old])]
        turns[old] += 1


def _free(inside: Box, near: Sequence[Box]) -> list[tuple[float, float]]:
    """Where rings may stand: rows from below, from the left; all of them where nothing is free."""
    across = max(1, int((inside.width - 2 * _RING) // _STEP) + 1)
    upward = max(1, int((inside.height - 2 * _RING) // _STEP) + 1)
    x, y = inside.x + _RING, inside.y + max(inside.height, 2 * _RING) - _RING
    places = [(x + column * _STEP, y - row * _STEP) for row in range(upward) for column in range(across)]
    ways = ([each for each in places if not _touches(each, near, clear)] for clear in _CLEAR)
    return next(filter(None, ways), places)


def _touches(place: tuple[float, float], near: Sequence[Box], clear: float) -> bool:
    far = _RING + clear - _TINY
    x, y = place
    return any(
        box.x - far < x < box.x + box.width + far and box.y - far < y < box.y + box.height + far
        for box in near
    )


def _meet(one: Box, two: Box) -> bool:
    across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    return across > 0 and min(one.y + one.height, two.y + two.height) - max(one.y, two.y) > 0


def _extent(shape: Disc | Box) -> Box:
    if isinstance(shape, Box):
        return shape
    side = 2 * shape.radius
    return Box(shape.x - shape.radius, shape.y - shape.radius, side, side)


def _written(scene: Scene) -> Iterator[Box]:
    """Where texts of the drawing are set."""
    return (_ground(shape, "") for shape in scene.shapes if isinstance(shape, Label) and not shape.turned)


def _ground(label: Label, role: str) -> Box:
    """What the lines of a label cover."""
    wide = min(label.width, max((width(line, label.style) for line in label.lines), default=0.0))
    high = min(label.height, line_height(label.style) * len(label.lines))
    x = {Align.LEFT: label.x, Align.RIGHT: label.x + label.width - wide}.get(
        label.align, label.x + (label.width - wide) / 2
    )
    y = label.y + (label.height - high) / 2
    return Box(x - _PLATE, y, wide + 2 * _PLATE, high, role, radius=3)


def _plates(shapes: Iterable[Shape], now: Mapping[str, Scores], project: Project) -> Iterator[Box]:
    """Grounds for the texts beside discs, so that no line strikes them through."""
    for shape in shapes:
        if isinstance(shape, Label) and shape.record.startswith(POLICY):
            yield _ground(shape, f"{shape.role.removesuffix('_t')}_bg")
        elif isinstance(shape, Label) and shape.style == "cap" and shape.record in now:
            place = priority_of(*now[shape.record], project)
            if place is not None:
                yield _ground(shape, f"{PRIORITY_TONES[place]}_bg")


def _trace(ring: tuple[float, float], home: Shape | None, *, beside: bool) -> Iterator[Shape]:
    x, y = ring
    yield Disc(x, y, _RING, "surface", edge="ink3", stroke=1.2, dashed=True)
    if isinstance(home, Disc):
        yield from _way(x, y, *_edge_of(home, x, y, beside=beside))
    elif isinstance(home, Box):
        near_x = min(max(x, home.x), home.x + home.width)
        yield from _way(x, y, near_x, min(max(y, home.y), home.y + home.height))


def _edge_of(home: Disc, x: float, y: float, *, beside: bool) -> tuple[float, float]:
    """Where a line from a place meets a disc: never where the text ``beside`` it stands, to its right."""
    angle = atan2(y - home.y, x - home.x)
    if beside and abs(angle) < _STEEP:
        angle = copysign(_STEEP, angle)
    return home.x + cos(angle) * home.radius, home.y + sin(angle) * home.radius


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
