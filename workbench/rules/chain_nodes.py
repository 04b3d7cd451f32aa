"""What stands in the evidence chain: one node for each record, with its words and how certain it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import singledispatch

from workbench.domain import (
    Cause,
    CauseState,
    Confirmation,
    InternalSession,
    Interview,
    Measure,
    Measurement,
    Member,
    Note,
    Problem,
    Record,
    Requirement,
    SourceDocument,
    Task,
    TaskStatus,
)
from workbench.domain.followup import Direction
from workbench.messages import Message, _
from workbench.rules.causes import is_root
from workbench.rules.deadlines import day_said
from workbench.rules.effects import Effect, effect, latest
from workbench.rules.gaps import Records
from workbench.rules.labels import CAUSE_STATES


class Column(IntEnum):
    """The links of the chain, from what was said to what came of it."""

    EVIDENCE = 0
    CLAIM = 1
    CAUSE = 2
    TASK = 3
    EFFECT = 4


COLUMNS = {
    Column.EVIDENCE: _("Evidence"),
    Column.CLAIM: _("Requirement / problem"),
    Column.CAUSE: _("Root cause"),
    Column.TASK: _("Task"),
    Column.EFFECT: _("Effect"),
}


class State(StrEnum):
    """How certain a node is. A gap is a link that is missing or not proven; waiting is one not begun."""

    PLAIN = "plain"
    SURE = "sure"
    GOING = "going"
    OPEN = "open"
    MISSED = "missed"
    GAP = "gap"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the chain; ``opens`` is the record it leads to, ``also`` others that it stands for."""

    id: str
    column: Column
    title: Message
    meta: Message
    state: State = State.PLAIN
    opens: str = ""
    also: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether something is missing here."""
        return self.state is State.GAP


def plain(text: str) -> Message:
    """Somebody's own words, which no catalogue translates."""
    return Message("{text}").fill(text=" ".join(text.split()))


def dotted(*parts: Message) -> Message:
    """Several words on one line."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Message("{first} · {rest}").fill(first=whole, rest=part)
    return whole


def gap(column: Column, opens: Record, title: Message, what: Message) -> Node:
    """A box for what is missing beside a record, with what to do about it."""
    return Node(f"gap:{column.value}:{opens.id}", column, title, what, State.GAP, opens.id)


@singledispatch
def node(item: Record, records: Records) -> Node:
    """The box of a record. Raises TypeError for a kind that has no place in the chain."""
    raise TypeError(f"No place in the chain for {type(item).__name__} of {records}")


@node.register
def _note(item: Note, records: Records) -> Node:
    minutes, seconds = divmod(item.at // 1000, 60)
    moment = plain(f"{minutes:02d}:{seconds:02d}")
    interview = next((each for each in records(Interview) if each.id == item.interview), Interview())
    title = _("“{text}”").fill(text=" ".join(item.text.split()))
    if item.confirmation in {Confirmation.NONE, Confirmation.PARAPHRASED}:
        return Node(item.id, Column.EVIDENCE, title, _("Not confirmed"), State.OPEN, item.id)
    meta = dotted(plain(item.speaker or interview.code), moment)
    return Node(item.id, Column.EVIDENCE, title, meta, opens=item.id)


@node.register
def _source(item: SourceDocument, _records: Records) -> Node:
    return Node(item.id, Column.EVIDENCE, plain(item.reference), _("Document"), opens=item.id)


@node.register
def _session(item: InternalSession, _records: Records) -> Node:
    return Node(item.id, Column.EVIDENCE, plain(item.title), _("Internal meeting"), opens=item.id)


@node.register
def _requirement(item: Requirement, _records: Records) -> Node:
    return Node(item.id, Column.CLAIM, plain(item.description), plain(item.code), opens=item.id)


@node.register
def _problem(item: Problem, _records: Records) -> Node:
    return Node(item.id, Column.CLAIM, plain(item.phenomenon), plain(item.code), opens=item.id)


@node.register
def _cause(item: Cause, _records: Records) -> Node:
    if is_root(item):
        return Node(item.id, Column.CAUSE, plain(item.text), _("Verified"), State.SURE, item.id)
    if item.state is CauseState.VERIFIED:
        meta = _("Not the root")
        return Node(item.id, Column.CAUSE, plain(item.text), meta, State.OPEN, item.id)
    meta = _("Verify it") if item.state is CauseState.HYPOTHESIS else CAUSE_STATES[item.state]
    return Node(item.id, Column.CAUSE, plain(item.text), meta, State.GAP, item.id)


@node.register
def _task(item: Task, records: Records) -> Node:
    member = next((each.name for each in records(Member) if each.id == item.member), "")
    status, state = {
        TaskStatus.DONE: (_("Done"), State.SURE),
        TaskStatus.BLOCKED: (_("Blocked"), State.MISSED),
        TaskStatus.DROPPED: (_("Dropped"), State.PLAIN),
        TaskStatus.DOING: (plain(f"{item.progress} %"), State.GOING),
        TaskStatus.OPEN: (_("To do"), State.OPEN),
    }[item.status]
    who = plain(member or item.owner_text) if member or item.owner_text else _("No owner")
    return Node(item.id, Column.TASK, plain(item.text), dotted(who, status), state, item.id)


_VERDICTS = {
    Effect.MET: (_("Met"), State.SURE),
    Effect.PARTLY: (_("Partly met"), State.GOING),
    Effect.NOT_MET: (_("Not met"), State.MISSED),
    Effect.NO_DATA: (_("Not measured"), State.GAP),
}


@node.register
def _measure(item: Measure, records: Records) -> Node:
    values = records(Measurement)
    found, (verdict, state) = latest(item, values), _VERDICTS[effect(item, values)]
    title = plain(item.title)
    if found is not None and found.value is not None:
        before = "" if item.baseline is None else f" {item.baseline:g}{item.unit} →"
        title = plain(f"{item.title}{before} {found.value:g}{item.unit}")
    meta = verdict
    if item.target is not None:
        sign = "≥" if item.direction is Direction.UP else "≤"
        meta = Message("{verdict} {target}").fill(
            verdict=verdict, target=f"{sign} {item.target:g}{item.unit}"
        )
    if state is State.GAP and item.check_on is not None:
        meta = _("Due {day}").fill(day=day_said(item.check_on, year=False))
    return Node(item.id, Column.EFFECT, title, meta, state, item.id)
