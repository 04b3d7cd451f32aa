"""The value-urgency quadrant method (templates.md 5.1): high is the threshold or more, on both axes."""

from __future__ import annotations

from enum import StrEnum

from workbench.domain import Project, Requirement


class Priority(StrEnum):
    """A quadrant, value first."""

    HIGH_HIGH = "high_high"
    HIGH_LOW = "high_low"
    LOW_HIGH = "low_high"
    LOW_LOW = "low_low"


_QUADRANTS = ((Priority.LOW_LOW, Priority.LOW_HIGH), (Priority.HIGH_LOW, Priority.HIGH_HIGH))
"""By whether the value is high, then by whether the urgency is."""


def priority_of(value: int | None, urgency: int | None, project: Project) -> Priority | None:
    """The quadrant of two scores under a project's thresholds; None while a score is missing."""
    if value is None or urgency is None:
        return None
    return _QUADRANTS[value >= project.value_high][urgency >= project.urgency_high]


def priority(item: Requirement, project: Project) -> Priority | None:
    """The quadrant a requirement falls in (T38)."""
    value, urgency = item.value, item.urgency
    if value is None or urgency is None:
        return None
    return _QUADRANTS[value >= project.value_high][urgency >= project.urgency_high]


RANK = {key: rank for rank, key in enumerate([*Priority, None])}
_RANKS = tuple(tuple(RANK[quadrant] for quadrant in row) for row in _QUADRANTS)


def importance(item: Requirement, project: Project) -> tuple[float, ...]:
    """A key that sorts by quadrant, then sum of scores, then value, then the order made by hand."""
    value, urgency = item.value, item.urgency
    if value is None or urgency is None:
        some = value or 0
        return (RANK[None], -(some + (urgency or 0)), -some, item.position)
    rank = _RANKS[value >= project.value_high][urgency >= project.urgency_high]
    return (rank, -(value + urgency), -value, item.position)
