"""Urgency that grows with time: from its score on the day it was given to 5 on the day it becomes urgent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority, priority_of

HIGHEST: Final = 5


@dataclass(frozen=True)
class Crossing:
    """A requirement that will fall in another quadrant on a day."""

    item: Requirement
    on: date
    before: Priority
    after: Priority


def urgency_on(item: Requirement, day: date) -> int | None:
    """The urgency of a requirement on a day: whole points, each once it is fully reached.

    Without a day on which it becomes urgent the score stays. Without a day on which the score was given it
    stays until the urgent day.
    """
    score, end, start = item.urgency, item.urgent_on, item.urgency_scored_on
    if score is None or end is None:
        return score
    if day >= end:
        return HIGHEST
    if start is None or day <= start or start >= end:
        return score
    return score + (HIGHEST - score) * (day - start).days // (end - start).days


def crosses_on(item: Requirement, project: Project) -> date | None:
    """The first day on which a requirement is in another quadrant than its scores say, or None."""
    score, end, start = item.urgency, item.urgent_on, item.urgency_scored_on
    if item.value is None or score is None or end is None or score >= project.urgency_high:
        return None
    if start is None or start >= end:
        return end
    points, days = HIGHEST - score, (end - start).days
    wait = -(-(project.urgency_high - score) * days // points)
    return start + timedelta(days=wait)


def crossing(items: Iterable[Requirement], project: Project, until: date) -> list[Crossing]:
    """Which requirements fall in another quadrant up to a day, the earliest first."""
    found = []
    for item in items:
        on = crosses_on(item, project)
        before = priority_of(item.value, item.urgency, project)
        if on is None or on > until or before is None:
            continue
        after = priority_of(item.value, urgency_on(item, on), project)
        if after is not None:
            found.append(Crossing(item, on, before, after))
    return sorted(found, key=lambda each: (each.on, each.item.position))
