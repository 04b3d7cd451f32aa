"""What the method still asks for: gaps that are told, never enforced (templates.md sections 3.G and 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.domain import (
    Cause,
    CauseState,
    Confirmation,
    Link,
    Measure,
    Note,
    NoteKind,
    Record,
    Requirement,
    Solution,
    Task,
)
from workbench.messages import Message, _

Records = Callable[[type[Any]], Sequence[Any]]


class GapKind(StrEnum):
    """What is missing."""

    UNCONFIRMED = "unconfirmed"
    UNSCORED = "unscored"
    NO_REASON = "no_reason"
    UNVERIFIED_ROOT = "unverified_root"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    NO_CAUSE = "no_cause"
    NO_EFFECT_CHECK = "no_effect_check"


@dataclass(frozen=True)
class Gap:
    """One thing to do next: which record, what is missing, in a sentence."""

    kind: GapKind
    item: Record
    message: Message


SHORT = 40
_WORTH_CONFIRMING = {NoteKind.PAIN, NoteKind.NEED, NoteKind.LATENT, NoteKind.NUMBER}


def gaps(records: Records) -> Iterator[Gap]:
    """Every gap of a project, in the order of the phases."""
    for finder in (_notes, _requirements, _causes, _tasks, _solutions):
        yield from finder(records)


def _notes(records: Records) -> Iterator[Gap]:
    for note in records(Note):
        if note.note_kind in _WORTH_CONFIRMING and note.confirmation in {
            Confirmation.NONE,
            Confirmation.PARAPHRASED,
        }:
            message = _("Not confirmed by the client yet: “{text}”. Paraphrase it and ask.")
            yield Gap(GapKind.UNCONFIRMED, note, message.fill(text=_short(note.text)))


def _requirements(records: Records) -> Iterator[Gap]:
    for item in records(Requirement):
        if item.value is None or item.urgency is None:
            message = _("{code} has no score for value or urgency. Score it.")
            yield Gap(GapKind.UNSCORED, item, message.fill(code=item.code))
        elif not (item.value_reason and item.urgency_reason):
            message = _("{code} has a score without a reason. Say why.")
            yield Gap(GapKind.NO_REASON, item, message.fill(code=item.code))


def _causes(records: Records) -> Iterator[Gap]:
    for cause in records(Cause):
        if cause.root_claimed and cause.state is not CauseState.VERIFIED:
            message = _("Claimed as root cause but not verified: “{text}”. Verify it.")
            yield Gap(GapKind.UNVERIFIED_ROOT, cause, message.fill(text=_short(cause.text)))


def _tasks(records: Records) -> Iterator[Gap]:
    causes = {cause.id for cause in records(Cause)} | {item.id for item in records(Requirement)}
    serving = {link.from_ for link in records(Link) if link.to in causes}
    for task in records(Task):
        if not task.owner_text and task.member is None:
            message = _("The task “{text}” has no owner. Name one.")
            yield Gap(GapKind.NO_OWNER, task, message.fill(text=_short(task.text)))
        if task.due is None:
            message = _("The task “{text}” has no date. Set one.")
            yield Gap(GapKind.NO_DATE, task, message.fill(text=_short(task.text)))
        if task.id not in serving:
            message = _("The task “{text}” serves no cause or requirement. Link it.")
            yield Gap(GapKind.NO_CAUSE, task, message.fill(text=_short(task.text)))


def _solutions(records: Records) -> Iterator[Gap]:
    measured = {measure.solution for measure in records(Measure)}
    for plan in records(Solution):
        if plan.id not in measured:
            message = _("The plan {code} has no effect check. Add a measure with baseline and target.")
            yield Gap(GapKind.NO_EFFECT_CHECK, plan, message.fill(code=plan.code))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
