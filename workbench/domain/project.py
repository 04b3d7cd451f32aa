"""A piece of work for one client, and the lists of choices it works with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, reference, threshold


class Scenario(StrEnum):
    """Why the analysis is made (T2-T5)."""

    NEW_NEED = "new_need"
    EXPERIENCE_PROBLEM = "experience_problem"
    NEW_MARKET = "new_market"
    PERIODIC_REVIEW = "periodic_review"


class Status(StrEnum):
    """Whether a project is being worked on."""

    ACTIVE = "active"
    ARCHIVED = "archived"


@record
class Project(Record):
    """One analysis for one client. Its ``project`` is its own id."""

    code: str = ""
    title: str = ""
    scenario: Scenario = Scenario.NEW_NEED
    language: str = "zh_CN"
    account: str | None = reference("account")
    goal: str = ""
    background: str = ""
    pain_points: str = ""
    value_high: int = threshold(4)
    urgency_high: int = threshold(4)
    status: Status = Status.ACTIVE
    started_on: date | None = None
    due_on: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "project", self.id)


@record
class Choice(Record):
    """One entry of a list that a project's users may edit.

    Built-in entries keep only their key and are shown by the catalogue; own or renamed ones keep text.
    """

    list: str = ""
    key: str = ""
    text: str = ""
    hidden: bool = False
