"""Interviews, as tables."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project, refers_to


class InterviewRow(Row):
    """Rows of interview records."""

    __tablename__ = "interview"

    project: Mapped[str | None] = in_project()
    code: Mapped[str]
    title: Mapped[str]
    account: Mapped[str | None]
    mode: Mapped[str]
    planned_at: Mapped[str | None]
    started_at: Mapped[str | None]
    ended_at: Mapped[str | None]
    participants: Mapped[str]
    purpose: Mapped[str]
    consent_at: Mapped[str | None]
    summary: Mapped[str]
    private_remarks: Mapped[str]
    clock: Mapped[int]
    clock_since: Mapped[str | None]


class StageRow(Row):
    """Rows of stage records."""

    __tablename__ = "stage"

    project: Mapped[str | None] = in_project()
    interview: Mapped[str | None] = refers_to("interview")
    title: Mapped[str]
    minutes: Mapped[int]
    may_skip: Mapped[bool]


class QuestionRow(Row):
    """Rows of question records."""

    __tablename__ = "question"

    project: Mapped[str | None] = in_project()
    stage: Mapped[str | None] = refers_to("stage")
    text: Mapped[str]
    answer: Mapped[str]
    may_skip: Mapped[bool]


class PointRow(Row):
    """Rows of point records."""

    __tablename__ = "point"

    project: Mapped[str | None] = in_project()
    stage: Mapped[str | None] = refers_to("stage")
    text: Mapped[str]
    state: Mapped[str]


class NoteRow(Row):
    """Rows of note records."""

    __tablename__ = "note"

    project: Mapped[str | None] = in_project()
    interview: Mapped[str | None] = refers_to("interview")
    stage: Mapped[str | None] = refers_to("stage")
    point: Mapped[str | None] = refers_to("point")
    at: Mapped[int]
    speaker: Mapped[str]
    text: Mapped[str]
    note_kind: Mapped[str]
    confirmation: Mapped[str]
    paraphrase: Mapped[str]
    confirmed_at: Mapped[str | None]
    draft: Mapped[bool]
    real_need: Mapped[str]
    quiet: Mapped[bool]
