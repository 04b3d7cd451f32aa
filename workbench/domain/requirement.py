"""Requirements as template 2 lists them, and what validation adds (T24-T41, T81-T87)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, score


class Feasibility(StrEnum):
    """Whether it can be done at all (T36)."""

    UNKNOWN = "unknown"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


class Verdict(StrEnum):
    """Whether it stays on the list (T37). What is rejected stays visible, with its reason."""

    UNDECIDED = "undecided"
    KEPT = "kept"
    REJECTED = "rejected"
    PSEUDO = "pseudo"


class Progress(StrEnum):
    """How far it is."""

    OPEN = "open"
    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@record
class Requirement(Record):
    """Something the client asks for, as we understood it. Scores are 1 to 5, None while unscored.

    Urgency grows from its score, given on ``urgency_scored_on``, to 5 on ``urgent_on``.
    """

    code: str = ""
    description: str = ""
    requirement_type: str = "business"
    value: int | None = score()
    value_reason: str = ""
    urgency: int | None = score()
    urgency_reason: str = ""
    remark: str = ""
    wanted_solution: str = ""
    real_need: str = ""
    goal: str = ""
    why: str = ""
    what: str = ""
    who: str = ""
    when: str = ""
    where: str = ""
    how: str = ""
    cost: str = ""
    feasibility: Feasibility = Feasibility.UNKNOWN
    feasibility_reason: str = ""
    verdict: Verdict = Verdict.UNDECIDED
    verdict_reason: str = ""
    progress: Progress = Progress.OPEN
    iteration: str = ""
    due: date | None = None
    raised_by: str = ""
    doubtful: bool = False
    acceptance: str = ""
    urgent_on: date | None = None
    urgency_scored_on: date | None = None
