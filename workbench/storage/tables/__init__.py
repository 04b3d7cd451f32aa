"""The tables of a workspace file: a promise to every file ever written, so each is spelled out."""

from __future__ import annotations

from sqlalchemy import Table

from workbench.domain import KINDS
from workbench.storage.tables import interview, library, plan, problem, project, requirement, workshop
from workbench.storage.tables.base import ENTRY, HISTORY, METADATA, SNAPSHOT

_TABLES: tuple[Table, ...] = (
    project.PROJECT,
    project.CHOICE,
    project.MEMBER,
    library.ACCOUNT,
    library.CONTACT,
    library.OUTLINE,
    library.OUTLINE_STAGE,
    library.OUTLINE_QUESTION,
    library.OUTLINE_POINT,
    project.SOURCE_DOCUMENT,
    project.INTERNAL_SESSION,
    interview.INTERVIEW,
    interview.STAGE,
    interview.QUESTION,
    interview.POINT,
    interview.NOTE,
    requirement.REQUIREMENT,
    problem.PROBLEM,
    problem.IS_IS_NOT,
    problem.IMPACT_ESTIMATE,
    problem.CAUSE,
    plan.SOLUTION,
    plan.TASK,
    plan.PROGRESS_REPORT,
    plan.RISK,
    plan.MEASURE,
    plan.MEASUREMENT,
    plan.REVIEW,
    plan.LESSON,
    project.LINK,
    workshop.WORKSHOP,
    workshop.AGENDA_ITEM,
    workshop.VOTE,
    workshop.PARKED_ITEM,
    workshop.DECISION,
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES if table.name in KINDS}
"""Tables by kind; every other kind is kept in ``entry``."""


def table_of(kind: str) -> Table:
    """The table that keeps a kind."""
    return TABLES.get(kind, ENTRY)


__all__ = ["ENTRY", "HISTORY", "METADATA", "SNAPSHOT", "TABLES", "table_of"]
