"""Workshops: an agenda, votes that nobody sees until all are in, what was parked and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from workbench.domain.record import Record, record, reference, score


class Axis(StrEnum):
    """What is being scored."""

    VALUE = "value"
    URGENCY = "urgency"


@record
class Workshop(Record):
    """One meeting that scores requirements. ``voters`` are names, a line each, in the order of their digits.

    ``scores_before`` holds the scores at its start as JSON: requirement id to [value, urgency].
    """

    title: str = ""
    held_on: date | None = None
    goal: str = ""
    decided_by: str = ""
    voters: str = ""
    names_hidden: bool = False
    scores_before: str = ""
    ended_at: datetime | None = None


@record
class AgendaItem(Record):
    """One part of a workshop. ``spent`` is what it has taken of its ``minutes``, in milliseconds."""

    workshop: str | None = reference("workshop", owner=True)
    title: str = ""
    minutes: int = 0
    spent: int = 0
    done: bool = False


@record
class Vote(Record):
    """What one person gives a requirement, before anybody has seen another's vote."""

    workshop: str | None = reference("workshop", owner=True)
    requirement: str | None = reference("requirement", owner=True)
    axis: Axis = Axis.VALUE
    voter: str = ""
    score: int | None = score()


@record
class ParkedItem(Record):
    """Something for another time."""

    workshop: str | None = reference("workshop", owner=True)
    text: str = ""
    raised_by: str = ""


@record
class Decision(Record):
    """What was decided, why, and by whom."""

    workshop: str | None = reference("workshop", owner=True)
    requirement: str | None = reference("requirement")
    text: str = ""
    why: str = ""
    who: str = ""
    at: datetime | None = None
