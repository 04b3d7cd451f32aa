"""Workshops, as tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from workbench.storage.tables.base import Row, in_project, refers_to


class WorkshopRow(Row):
    """Rows of workshop records."""

    __tablename__ = "workshop"

    project: Mapped[str | None] = in_project()
    title: Mapped[str]
    held_on: Mapped[date | None]
    goal: Mapped[str]
    decided_by: Mapped[str]
    voters: Mapped[str]
    names_hidden: Mapped[bool]
    scores_before: Mapped[str]
    ended_at: Mapped[str | None]


class AgendaItemRow(Row):
    """Rows of agenda items."""

    __tablename__ = "agenda_item"

    project: Mapped[str | None] = in_project()
    workshop: Mapped[str | None] = refers_to("workshop")
    title: Mapped[str]
    minutes: Mapped[int]
    spent: Mapped[int]
    done: Mapped[bool]


class VoteRow(Row):
    """Rows of votes."""

    __tablename__ = "vote"

    project: Mapped[str | None] = in_project()
    workshop: Mapped[str | None] = refers_to("workshop")
    requirement: Mapped[str | None] = refers_to("requirement")
    axis: Mapped[str]
    voter: Mapped[str]
    score: Mapped[int | None]


class ParkedItemRow(Row):
    """Rows of parked items."""

    __tablename__ = "parked_item"

    project: Mapped[str | None] = in_project()
    workshop: Mapped[str | None] = refers_to("workshop")
    text: Mapped[str]
    raised_by: Mapped[str]


class DecisionRow(Row):
    """Rows of decisions."""

    __tablename__ = "decision"

    project: Mapped[str | None] = in_project()
    workshop: Mapped[str | None] = refers_to("workshop")
    requirement: Mapped[str | None] = refers_to("requirement")
    text: Mapped[str]
    why: Mapped[str]
    who: Mapped[str]
    at: Mapped[str | None]
