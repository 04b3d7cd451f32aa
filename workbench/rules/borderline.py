"""Requirements one point from another quadrant, and what would move them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority, importance, priority_of


@dataclass(frozen=True)
class Move:
    """One point on one axis (``value`` or ``urgency``), and the quadrant that it would lead to."""

    axis: str
    score: int
    leads_to: Priority


@dataclass(frozen=True)
class Borderline:
    """A requirement with the points that would move it."""

    item: Requirement
    moves: tuple[Move, ...]


def moves(item: Requirement, project: Project) -> tuple[Move, ...]:
    """The single points that would put a requirement in another quadrant."""
    value, urgency = item.value, item.urgency
    if value is None or urgency is None:
        return ()
    here = priority_of(value, urgency, project)
    found = []
    for axis, up, right in (("value", 1, 0), ("value", -1, 0), ("urgency", 0, 1), ("urgency", 0, -1)):
        there = priority_of(value + up, urgency + right, project)
        score = value + up if axis == "value" else urgency + right
        if 1 <= score <= 5 and there is not None and there is not here:  # noqa: PLR2004 - the scale
            found.append(Move(axis, score, there))
    return tuple(found)


def borderline(items: Iterable[Requirement], project: Project) -> list[Borderline]:
    """The requirements one point from another quadrant, in order of priority."""
    cells: dict[tuple[int | None, int | None], tuple[Move, ...]] = {}
    found = []
    for item in items:
        scores = item.value, item.urgency
        if scores not in cells:
            cells[scores] = moves(item, project)
        if cells[scores]:
            found.append(Borderline(item, cells[scores]))
    return sorted(found, key=lambda each: importance(each.item, project))
