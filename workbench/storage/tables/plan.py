"""Plans and what follows them, as tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project, refers_to


class SolutionRow(Row):
    """Rows of solution records."""

    __tablename__ = "solution"

    project: Mapped[str | None] = in_project()
    code: Mapped[str]
    title: Mapped[str]
    for_: Mapped[str | None]
    function: Mapped[str]
    path: Mapped[str]
    people: Mapped[str]
    budget: Mapped[str]
    time: Mapped[str]
    effect: Mapped[str]
    technology_ready: Mapped[bool]
    people_ready: Mapped[bool]
    budget_ready: Mapped[bool]
    agreed_goal: Mapped[bool]
    agreed_scope: Mapped[bool]
    agreed_effect: Mapped[bool]
    agreed_by: Mapped[str]
    agreed_on: Mapped[date | None]
    started_on: Mapped[date | None]


class TaskRow(Row):
    """Rows of task records."""

    __tablename__ = "task"

    project: Mapped[str | None] = in_project()
    solution: Mapped[str | None] = refers_to("solution")
    stage: Mapped[str]
    text: Mapped[str]
    owner_text: Mapped[str]
    member: Mapped[str | None] = refers_to("member")
    deadline_text: Mapped[str]
    start: Mapped[date | None]
    due: Mapped[date | None]
    effort_days: Mapped[float | None]
    progress: Mapped[int]
    status: Mapped[str]


class ProgressReportRow(Row):
    """Rows of progress report records."""

    __tablename__ = "progress_report"

    project: Mapped[str | None] = in_project()
    solution: Mapped[str | None] = refers_to("solution")
    reported_on: Mapped[date | None]
    done: Mapped[str]
    next: Mapped[str]
    needs: Mapped[str]
    sent: Mapped[bool]


class RiskRow(Row):
    """Rows of risk records."""

    __tablename__ = "risk"

    project: Mapped[str | None] = in_project()
    solution: Mapped[str | None] = refers_to("solution")
    text: Mapped[str]
    response: Mapped[str]
    owner_text: Mapped[str]
    state: Mapped[str]


class MeasureRow(Row):
    """Rows of measure records."""

    __tablename__ = "measure"

    project: Mapped[str | None] = in_project()
    solution: Mapped[str | None] = refers_to("solution")
    title: Mapped[str]
    unit: Mapped[str]
    direction: Mapped[str]
    baseline: Mapped[float | None]
    target: Mapped[float | None]
    check_on: Mapped[date | None]
    basis: Mapped[str]
    second_analysis: Mapped[str | None] = refers_to("problem")


class MeasurementRow(Row):
    """Rows of measurement records."""

    __tablename__ = "measurement"

    project: Mapped[str | None] = in_project()
    measure: Mapped[str | None] = refers_to("measure")
    taken_on: Mapped[date | None]
    value: Mapped[float | None]
    remark: Mapped[str]


class ReviewRow(Row):
    """Rows of review records."""

    __tablename__ = "review"

    project: Mapped[str | None] = in_project()
    held_on: Mapped[date | None]
    participants: Mapped[str]
    satisfaction: Mapped[int | None]
    comment: Mapped[str]
    went_well: Mapped[str]
    to_change: Mapped[str]


class LessonRow(Row):
    """Rows of lesson records."""

    __tablename__ = "lesson"

    project: Mapped[str | None] = in_project()
    lesson_kind: Mapped[str]
    text: Mapped[str]
    applies_to: Mapped[str]
