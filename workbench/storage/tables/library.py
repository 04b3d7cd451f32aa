"""Clients and outlines, as tables."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project, refers_to


class AccountRow(Row):
    """Rows of account records."""

    __tablename__ = "account"

    project: Mapped[str | None] = in_project()
    name: Mapped[str]
    industry: Mapped[str]
    size: Mapped[str]
    history: Mapped[str]
    remark: Mapped[str]


class ContactRow(Row):
    """Rows of contact records."""

    __tablename__ = "contact"

    project: Mapped[str | None] = in_project()
    account: Mapped[str | None] = refers_to("account")
    name: Mapped[str]
    title: Mapped[str]
    role: Mapped[str]
    remark: Mapped[str]


class OutlineRow(Row):
    """Rows of outline records."""

    __tablename__ = "outline"

    project: Mapped[str | None] = in_project()
    title: Mapped[str]
    language: Mapped[str]


class OutlineStageRow(Row):
    """Rows of outline stage records."""

    __tablename__ = "outline_stage"

    project: Mapped[str | None] = in_project()
    outline: Mapped[str | None] = refers_to("outline")
    title: Mapped[str]
    minutes: Mapped[int]
    may_skip: Mapped[bool]


class OutlineQuestionRow(Row):
    """Rows of outline question records."""

    __tablename__ = "outline_question"

    project: Mapped[str | None] = in_project()
    stage: Mapped[str | None] = refers_to("outline_stage")
    text: Mapped[str]
    may_skip: Mapped[bool]


class OutlinePointRow(Row):
    """Rows of outline point records."""

    __tablename__ = "outline_point"

    project: Mapped[str | None] = in_project()
    stage: Mapped[str | None] = refers_to("outline_stage")
    text: Mapped[str]
