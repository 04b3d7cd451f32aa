"""Solutions and the tasks that carry them out (T55-T65, T93-T95, T105-T107)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, reference


@record
class Solution(Record):
    """One plan; ``for_`` is the requirement or problem it answers."""

    code: str = ""
    title: str = ""
    for_: str | None = reference("*")
    function: str = ""
    path: str = ""
    people: str = ""
    budget: str = ""
    time: str = ""
    effect: str = ""
    technology_ready: bool = False
    people_ready: bool = False
    budget_ready: bool = False
    agreed_goal: bool = False
    agreed_scope: bool = False
    agreed_effect: bool = False
    agreed_by: str = ""
    agreed_on: date | None = None
    started_on: date | None = None


class PlanStage(StrEnum):
    """Short-term fix or long-term improvement (H3)."""

    SHORT = "short"
    LONG = "long"


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    BLOCKED = "blocked"
    DROPPED = "dropped"


@record
class Task(Record):
    """One task. ``deadline_text`` is as people said it, ``due`` its date; effort is in person-days."""

    solution: str | None = reference("solution", owner=True)
    stage: PlanStage = PlanStage.SHORT
    text: str = ""
    owner_text: str = ""
    member: str | None = reference("member")
    deadline_text: str = ""
    start: date | None = None
    due: date | None = None
    effort_days: float | None = None
    progress: int = 0
    status: TaskStatus = TaskStatus.OPEN
