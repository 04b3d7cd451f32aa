"""Which scores take a requirement into another quadrant with the least change."""

from __future__ import annotations

from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority

_HIGH = {
    Priority.HIGH_HIGH: (True, True),
    Priority.HIGH_LOW: (True, False),
    Priority.LOW_HIGH: (False, True),
    Priority.LOW_LOW: (False, False),
}


def nearest(score: int | None, threshold: int, *, high: bool) -> int:
    """The score on one side of a threshold that is next to another score."""
    if high:
        return max(score or threshold, threshold)
    return min(score or threshold - 1, threshold - 1)


def scores_for(item: Requirement, wanted: Priority, project: Project) -> dict[str, int]:
    """The scores of a requirement in a quadrant, as near as can be to those that it has."""
    value, urgency = _HIGH[wanted]
    return {
        "value": nearest(item.value, project.value_high, high=value),
        "urgency": nearest(item.urgency, project.urgency_high, high=urgency),
    }
