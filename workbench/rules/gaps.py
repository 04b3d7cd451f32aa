"""What the method still asks for: gaps that are told, never enforced (templates.md sections 3.G and 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, cast

from workbench.domain import (
    Cause,
    CauseState,
    Confirmation,
    Link,
    Measure,
    Measurement,
    Note,
    NoteKind,
    Problem,
    Project,
    Record,
    Relation,
    Requirement,
    Solution,
    Task,
    TaskStatus,
    Verdict,
)
from workbench.messages import Message, _
from workbench.rules.causes import is_root
from workbench.rules.deadlines import day_said, is_overdue
from workbench.rules.effects import latest
from workbench.rules.priority import Priority, priority

Records = Callable[[type[Any]], Sequence[Any]]


class GapKind(StrEnum):
    """What is missing."""

    UNCONFIRMED = "unconfirmed"
    UNSCORED = "unscored"
    NO_REASON = "no_reason"
    NO_EVIDENCE = "no_evidence"
    UNEXPLAINED = "unexplained"
    TO_VERIFY = "to_verify"
    UNVERIFIED_ROOT = "unverified_root"
    NO_TASK = "no_task"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    NO_CAUSE = "no_cause"
    BLOCKED = "blocked"
    NO_EFFECT_CHECK = "no_effect_check"
    OVERDUE = "overdue"
    CHECK_DUE = "check_due"


@dataclass(frozen=True)
class Gap:
    """One thing to do next: which record, what is missing, in a sentence."""

    kind: GapKind
    item: Record
    message: Message


SHORT = 40
_WORTH_CONFIRMING = {NoteKind.PAIN, NoteKind.NEED, NoteKind.LATENT, NoteKind.NUMBER}
LEFT_OUT = {Verdict.REJECTED, Verdict.PSEUDO}
"""Verdicts after which nothing more is asked of a requirement."""


def gaps(records: Records, today: date | None = None) -> Iterator[Gap]:
    """Every gap of a project, in the order of the phases; what is late only if it is known what day it is."""
    for finder in (_notes, _requirements, _problems, _causes, _roots, _tasks, _solutions):
        yield from finder(records)
    if today is not None:
        yield from _late(records, today)


def remembered(records: Records) -> Records:
    """The same records, each kind asked for once only: for work within which nothing changes."""
    return cast("Records", cache(records))


def worth_confirming(note: Note) -> bool:
    """Whether the client should confirm a sentence: something is built on such sentences."""
    return note.note_kind in _WORTH_CONFIRMING


def is_unconfirmed(note: Note) -> bool:
    """Whether nobody has asked the client yet, or the client has not answered."""
    return note.confirmation in {Confirmation.NONE, Confirmation.PARAPHRASED}


def supported(records: Records) -> set[str | None]:
    """The ids of everything that some evidence points at."""
    return {link.to for link in records(Link) if link.relation is Relation.EVIDENCE}


def _notes(records: Records) -> Iterator[Gap]:
    for note in records(Note):
        if worth_confirming(note) and is_unconfirmed(note):
            message = _("Not confirmed by the client yet: “{text}”. Paraphrase it and ask.")
            yield Gap(GapKind.UNCONFIRMED, note, message.fill(text=_short(note.text)))


def _requirements(records: Records) -> Iterator[Gap]:
    project = next(iter(records(Project)), Project(id=""))
    known = supported(records)
    for item in records(Requirement):
        if item.value is None or item.urgency is None:
            message = _("{code} has no score for value or urgency. Score it.")
            yield Gap(GapKind.UNSCORED, item, message.fill(code=item.code))
        elif not (item.value_reason and item.urgency_reason):
            message = _("{code} has a score without a reason. Say why.")
            yield Gap(GapKind.NO_REASON, item, message.fill(code=item.code))
        first = priority(item, project) is Priority.HIGH_HIGH and item.verdict not in LEFT_OUT
        if first and item.id not in known:
            message = _("{code} is to be done now but rests on no evidence. Link a sentence or a source.")
            yield Gap(GapKind.NO_EVIDENCE, item, message.fill(code=item.code))


def _problems(records: Records) -> Iterator[Gap]:
    explained = {cause.problem for cause in records(Cause)}
    for problem in records(Problem):
        if problem.id not in explained:
            message = _("The problem {code} has no cause yet. Ask why.")
            yield Gap(GapKind.UNEXPLAINED, problem, message.fill(code=problem.code))


def _causes(records: Records) -> Iterator[Gap]:
    for cause in records(Cause):
        if cause.root_claimed and cause.state is not CauseState.VERIFIED:
            message = _("Claimed as root cause but not verified: “{text}”. Verify it.")
            yield Gap(GapKind.UNVERIFIED_ROOT, cause, message.fill(text=_short(cause.text)))
        elif cause.state is CauseState.VERIFYING:
            message = _("Verification under way: “{text}”. Enter its result.")
            yield Gap(GapKind.TO_VERIFY, cause, message.fill(text=_short(cause.text)))


def _roots(records: Records) -> Iterator[Gap]:
    served = {link.to for link in records(Link) if link.relation is Relation.SERVES}
    for cause in records(Cause):
        if is_root(cause) and cause.id not in served:
            message = _("No task removes the root cause “{text}”. Plan one.")
            yield Gap(GapKind.NO_TASK, cause, message.fill(text=_short(cause.text)))


def _tasks(records: Records) -> Iterator[Gap]:
    causes = {cause.id for cause in records(Cause)} | {item.id for item in records(Requirement)}
    serving = {link.from_ for link in records(Link) if link.to in causes}
    for task in records(Task):
        text = _short(task.text)
        if not task.owner_text and task.member is None:
            message = _("The task “{text}” has no owner. Name one.")
            yield Gap(GapKind.NO_OWNER, task, message.fill(text=text))
        if task.due is None:
            message = _("The task “{text}” has no date. Set one.")
            yield Gap(GapKind.NO_DATE, task, message.fill(text=text))
        if task.id not in serving:
            message = _("The task “{text}” serves no cause or requirement. Link it.")
            yield Gap(GapKind.NO_CAUSE, task, message.fill(text=text))
        if task.status is TaskStatus.BLOCKED:
            message = _("The task “{text}” is blocked. Clear its way.")
            yield Gap(GapKind.BLOCKED, task, message.fill(text=text))


def _solutions(records: Records) -> Iterator[Gap]:
    measured = {measure.solution for measure in records(Measure)}
    for plan in records(Solution):
        if plan.id not in measured:
            message = _("The plan {code} has no effect check. Add a measure with baseline and target.")
            yield Gap(GapKind.NO_EFFECT_CHECK, plan, message.fill(code=plan.code))


def _late(records: Records, today: date) -> Iterator[Gap]:
    for task in records(Task):
        if task.due is not None and is_overdue(task, today):
            message = _("The task “{text}” was due on {day}. Finish it or set another date.")
            filled = message.fill(text=_short(task.text), day=day_said(task.due, year=False))
            yield Gap(GapKind.OVERDUE, task, filled)
    values = records(Measurement)
    for measure in records(Measure):
        due = measure.check_on
        if due is not None and due <= today and _unmeasured(measure, due, values):
            message = _("The effect “{text}” was to be measured on {day}. Measure it.")
            filled = message.fill(text=_short(measure.title), day=day_said(due, year=False))
            yield Gap(GapKind.CHECK_DUE, measure, filled)


def _unmeasured(measure: Measure, due: date, values: Sequence[Measurement]) -> bool:
    found = latest(measure, values)
    return found is None or (found.taken_on or date.min) < due


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
