"""Client interviews: an outline's copy, and what was said (T14-T18, T76-T80, T97)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from workbench.domain.record import Record, record, reference


class Mode(StrEnum):
    """How an interview is held (T15)."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class PointState(StrEnum):
    """Whether a point to record has been covered."""

    OPEN = "open"
    COVERED = "covered"


class NoteKind(StrEnum):
    """What a line is; set by one key during the call."""

    NONE = "none"
    PAIN = "pain"
    NEED = "need"
    LATENT = "latent"
    QUOTE = "quote"
    NUMBER = "number"
    FOLLOW_UP = "follow_up"
    QUESTION = "question"
    OBSTACLE = "obstacle"
    MOMENT = "moment"


class Confirmation(StrEnum):
    """How far a sentence has been confirmed by the client (templates.md 5.7)."""

    NONE = "none"
    PARAPHRASED = "paraphrased"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@record
class Interview(Record):
    """One conversation with a client.

    ``clock`` is the call time in milliseconds when the clock was last started or stopped; ``clock_since``
    when it was started, None while it stands.
    """

    code: str = ""
    title: str = ""
    account: str | None = reference("account")
    mode: Mode = Mode.VIDEO
    planned_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    participants: str = ""
    purpose: str = ""
    consent_at: datetime | None = None
    summary: str = ""
    private_remarks: str = ""
    clock: int = 0
    clock_since: datetime | None = None


@record
class Stage(Record):
    """One stage of an interview, with the minutes it may take."""

    interview: str | None = reference("interview", owner=True)
    title: str = ""
    minutes: int = 0
    may_skip: bool = False


@record
class Question(Record):
    """One core question of a stage and what was answered."""

    stage: str | None = reference("stage", owner=True)
    text: str = ""
    answer: str = ""
    may_skip: bool = False


@record
class Point(Record):
    """One point that a stage is to bring to light."""

    stage: str | None = reference("stage", owner=True)
    text: str = ""
    state: PointState = PointState.OPEN


@record
class Note(Record):
    """One line. ``at`` is the call time of its first key in milliseconds; ``point`` what it brings to light.

    ``quiet`` says that the hints about it were put away.
    """

    interview: str | None = reference("interview", owner=True)
    stage: str | None = reference("stage")
    point: str | None = reference("point")
    at: int = 0
    speaker: str = ""
    text: str = ""
    note_kind: NoteKind = NoteKind.NONE
    confirmation: Confirmation = Confirmation.NONE
    paraphrase: str = ""
    confirmed_at: datetime | None = None
    draft: bool = False
    real_need: str = ""
    quiet: bool = False
