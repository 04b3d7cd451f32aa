"""Requirements, as tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project


class RequirementRow(Row):
    """Rows of requirement records."""

    __tablename__ = "requirement"

    project: Mapped[str | None] = in_project()
    code: Mapped[str]
    description: Mapped[str]
    requirement_type: Mapped[str]
    value: Mapped[int | None]
    value_reason: Mapped[str]
    urgency: Mapped[int | None]
    urgency_reason: Mapped[str]
    remark: Mapped[str]
    wanted_solution: Mapped[str]
    real_need: Mapped[str]
    goal: Mapped[str]
    why: Mapped[str]
    what: Mapped[str]
    who: Mapped[str]
    when: Mapped[str]
    where: Mapped[str]
    how: Mapped[str]
    cost: Mapped[str]
    feasibility: Mapped[str]
    feasibility_reason: Mapped[str]
    verdict: Mapped[str]
    verdict_reason: Mapped[str]
    progress: Mapped[str]
    iteration: Mapped[str]
    due: Mapped[date | None]
    raised_by: Mapped[str]
    doubtful: Mapped[bool]
    acceptance: Mapped[str]
    urgent_on: Mapped[date | None]
    urgency_scored_on: Mapped[date | None]
