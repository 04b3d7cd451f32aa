"""Where facts come from besides interviews, and what supports what (T19-T23)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, reference


class SourceType(StrEnum):
    """The kinds of material that are analysed."""

    SERVICE_HISTORY = "service_history"
    TICKETS = "tickets"
    SURVEY = "survey"
    INDUSTRY_REPORT = "industry_report"
    COMPETITOR_NEWS = "competitor_news"
    OTHER = "other"


@record
class SourceDocument(Record):
    """Material that was read, with what it says."""

    type: SourceType = SourceType.TICKETS
    reference: str = ""
    dated_on: date | None = None
    summary: str = ""


@record
class InternalSession(Record):
    """A meeting with front-line staff, with what they know in common."""

    title: str = ""
    held_on: date | None = None
    participants: str = ""
    summary: str = ""


class Relation(StrEnum):
    """What a link says: its start supports, answers, serves or repeats its end."""

    EVIDENCE = "evidence"
    SERVES = "serves"
    DUPLICATE = "duplicate"
    FOLLOWS = "follows"


@record
class Link(Record):
    """One arrow of the evidence chain, between any two records of a project."""

    from_: str | None = reference("*", owner=True)
    to: str | None = reference("*", owner=True)
    relation: Relation = Relation.EVIDENCE
    note: str = ""
