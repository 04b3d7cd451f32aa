"""Problems and their causes, as tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project, refers_to


class ProblemRow(Row):
    """Rows of problem records."""

    __tablename__ = "problem"

    project: Mapped[str | None] = in_project()
    code: Mapped[str]
    phenomenon: Mapped[str]
    impact: Mapped[str]
    scope: Mapped[str]
    severity: Mapped[str]
    conclusion: Mapped[str]
    similar_checked: Mapped[bool]
    account: Mapped[str | None]


class IsIsNotRow(Row):
    """Rows of is and is-not tables."""

    __tablename__ = "is_is_not"

    project: Mapped[str | None] = in_project()
    problem: Mapped[str | None] = refers_to("problem")
    row: Mapped[str]
    is_: Mapped[str]
    is_not: Mapped[str]


class ImpactEstimateRow(Row):
    """Rows of impact estimate records."""

    __tablename__ = "impact_estimate"

    project: Mapped[str | None] = in_project()
    problem: Mapped[str | None] = refers_to("problem")
    on: Mapped[str]
    text: Mapped[str]
    quantity: Mapped[str]
    basis: Mapped[str]
    visibility: Mapped[str]


class CauseRow(Row):
    """Rows of cause records."""

    __tablename__ = "cause"

    project: Mapped[str | None] = in_project()
    problem: Mapped[str | None] = refers_to("problem")
    parent: Mapped[str | None] = refers_to("cause")
    dimension: Mapped[str]
    text: Mapped[str]
    class_: Mapped[str]
    method: Mapped[str]
    method_text: Mapped[str]
    expected_if_true: Mapped[str]
    expected_if_false: Mapped[str]
    planned_by: Mapped[str]
    planned_on: Mapped[date | None]
    state: Mapped[str]
    result: Mapped[str]
    verified_on: Mapped[date | None]
    verified_by: Mapped[str]
    root_claimed: Mapped[bool]
