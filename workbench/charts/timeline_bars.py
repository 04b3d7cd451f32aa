"""One task on a timeline. Its status is told by a bar's fill and by a word; colour only repeats it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from workbench.charts.scene import Box, Line, Polygon, Shape
from workbench.charts.timeline_scale import Scale
from workbench.domain.plan import Task, TaskStatus

TAIL: Final = 4.0
"""Between the end of a bar and the word behind it."""
_DAY = timedelta(days=1)
_BAR, _CORNER, _NARROWEST, _DIAMOND = 16.0, 4.0, 8.0, 7.5
_RIM = 1.6
_TONES: Final = {
    TaskStatus.OPEN: "grey",
    TaskStatus.DOING: "accent",
    TaskStatus.DONE: "green",
    TaskStatus.BLOCKED: "amber",
    TaskStatus.DROPPED: "grey",
}
_HOLLOW = frozenset({TaskStatus.DROPPED})
_DASHED = frozenset({TaskStatus.BLOCKED, TaskStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for a task on the scale: shapes from ``start`` to ``end``."""

    shapes: tuple[Shape, ...]
    start: float
    end: float


def mark(task: Task, scale: Scale, middle: float, late_until: float | None) -> Mark | None:
    """A bar from start to due, a diamond for a due date alone, a stub for a start alone; or nothing.

    A late task is edged in red, and a dashed line runs from where it should have ended to ``late_until``.
    """
    if task.due is None:
        if task.start is None:
            return None
        found = _bar(task, scale.x(task.start), _NARROWEST, middle, "")
    elif task.start is None or task.start > task.due:
        found = _diamond(task, scale.x(task.due) + scale.unit / 2, middle, late=late_until is not None)
    else:
        start = scale.x(task.start)
        wide = max(scale.x(task.due) + scale.unit - start, _NARROWEST)
        found = _bar(task, start, wide, middle, "red" if late_until is not None else "")
    if late_until is None or late_until <= found.end:
        return found
    return Mark((*found.shapes, *_lateness(task, found.end, late_until, middle)), found.start, late_until)


def _bar(task: Task, x: float, wide: float, middle: float, edge: str) -> Mark:
    tone, record = _TONES[task.status], task.id
    box = (x, middle - _BAR / 2, wide, _BAR)
    if task.status is TaskStatus.DONE:
        return Mark((Box(*box, tone, radius=_CORNER, record=record),), x, x + wide)
    ground = "" if task.status in _HOLLOW else f"{tone}_bg"
    dashed = task.status in _DASHED or task.due is None
    stroke = 2.0 if edge else 1.0
    rim = edge or (tone if dashed else f"{tone}_line")
    shapes: list[Shape] = [Box(*box, ground, rim, stroke, _CORNER, dashed=dashed, record=record)]
    part = wide * min(max(task.progress, 0), 100) / 100
    if task.status is TaskStatus.DOING and part > 0:
        inside = (x, middle - _BAR / 2, part, _BAR)
        shapes.insert(1, Box(*inside, tone, edge, stroke, _CORNER, record=record))
    return Mark(tuple(shapes), x, x + wide)


def _diamond(task: Task, x: float, middle: float, *, late: bool) -> Mark:
    """Full when done, else hollow with a rim."""
    tone = _TONES[task.status]
    shapes = [Polygon(_corners(x, middle, _DIAMOND), "red" if late else tone, task.id)]
    if task.status is not TaskStatus.DONE:
        ground = "surface" if task.status in _HOLLOW else f"{tone}_bg"
        shapes.append(Polygon(_corners(x, middle, _DIAMOND - 1.6 * _RIM), ground, task.id))
    return Mark(tuple(shapes), x - _DIAMOND, x + _DIAMOND)


def _corners(x: float, y: float, reach: float) -> tuple[tuple[float, float], ...]:
    return ((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach))


def _lateness(task: Task, start: float, end: float, middle: float) -> Iterator[Line]:
    yield Line(start, middle, end, middle, "red", _RIM, dashed=True, record=task.id)
    yield Line(start, middle - _BAR / 2 - 2, start, middle + _BAR / 2 + 2, "red", 2.0, record=task.id)
