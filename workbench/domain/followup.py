"""What happens after the plan: progress, risks, effects, lessons (T66-T75)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from workbench.domain.record import Record, record, reference, score


@record
class ProgressReport(Record):
    """One regular report to the client (T67)."""

    solution: str | None = reference("solution", owner=True)
    reported_on: date | None = None
    done: str = ""
    next: str = ""
    needs: str = ""
    sent: bool = False


class RiskState(StrEnum):
    """Whether a risk still threatens."""

    OPEN = "open"
    HANDLED = "handled"
    OCCURRED = "occurred"


@record
class Risk(Record):
    """Something that may upset the plan (T68)."""

    solution: str | None = reference("solution", owner=True)
    text: str = ""
    response: str = ""
    owner_text: str = ""
    state: RiskState = RiskState.OPEN


class Direction(StrEnum):
    """Which way a measure should move."""

    UP = "up"
    DOWN = "down"


@record
class Measure(Record):
    """One effect to be measured against its baseline and target (T69-T72)."""

    solution: str | None = reference("solution", owner=True)
    title: str = ""
    unit: str = ""
    direction: Direction = Direction.DOWN
    baseline: float | None = None
    target: float | None = None
    check_on: date | None = None
    basis: str = ""
    second_analysis: str | None = reference("problem")


@record
class Measurement(Record):
    """One value of a measure on one day."""

    measure: str | None = reference("measure", owner=True)
    taken_on: date | None = None
    value: float | None = None
    remark: str = ""


@record
class Review(Record):
    """The client's satisfaction and our retrospective (T70, T73). The score is 1 to 5."""

    held_on: date | None = None
    participants: str = ""
    satisfaction: int | None = score()
    comment: str = ""
    went_well: str = ""
    to_change: str = ""


class LessonKind(StrEnum):
    """What is worth keeping."""

    SUCCESS = "success"
    LESSON = "lesson"


@record
class Lesson(Record):
    """One thing to do again, or to do otherwise (T75)."""

    lesson_kind: LessonKind = LessonKind.LESSON
    text: str = ""
    applies_to: str = ""
