"""A project, its lists, its team, and what supports what, as tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project


class ProjectRow(Row):
    """Rows of project records."""

    __tablename__ = "project"

    project: Mapped[str | None]
    code: Mapped[str]
    title: Mapped[str]
    scenario: Mapped[str]
    language: Mapped[str]
    account: Mapped[str | None]
    goal: Mapped[str]
    background: Mapped[str]
    pain_points: Mapped[str]
    value_high: Mapped[int]
    urgency_high: Mapped[int]
    status: Mapped[str]
    started_on: Mapped[date | None]
    due_on: Mapped[date | None]


class ChoiceRow(Row):
    """Rows of choice records."""

    __tablename__ = "choice"

    project: Mapped[str | None] = in_project()
    list: Mapped[str]
    key: Mapped[str]
    text: Mapped[str]
    hidden: Mapped[bool]


class MemberRow(Row):
    """Rows of member records."""

    __tablename__ = "member"

    project: Mapped[str | None] = in_project()
    name: Mapped[str]
    department: Mapped[str]
    role: Mapped[str]
    duties: Mapped[str]
    leads: Mapped[bool]
    front_line: Mapped[bool]


class SourceDocumentRow(Row):
    """Rows of source document records."""

    __tablename__ = "source_document"

    project: Mapped[str | None] = in_project()
    type: Mapped[str]
    reference: Mapped[str]
    dated_on: Mapped[date | None]
    summary: Mapped[str]


class InternalSessionRow(Row):
    """Rows of internal session records."""

    __tablename__ = "internal_session"

    project: Mapped[str | None] = in_project()
    title: Mapped[str]
    held_on: Mapped[date | None]
    participants: Mapped[str]
    summary: Mapped[str]


class LinkRow(Row):
    """Rows of link records."""

    __tablename__ = "link"

    project: Mapped[str | None] = in_project()
    from_: Mapped[str | None]
    to: Mapped[str | None]
    relation: Mapped[str]
    note: Mapped[str]
