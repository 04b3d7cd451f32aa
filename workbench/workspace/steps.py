"""What the door hands to a store, and what a store must be able to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from workbench.domain import Record
from workbench.domain.record import new_id
from workbench.messages import Message, Refusal, _


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after. None stands for a record that is not there."""

    before: Record | None
    after: Record | None

    @property
    def some(self) -> Record:
        """The record as it is after, or as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


def joined(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in order as one for each record; what ends where it began is left out."""
    found: dict[str, Change] = {}
    for change in changes:
        identity = change.some.id
        first = found[identity].before if identity in found else change.before
        found[identity] = Change(first, change.after)
    return tuple(change for change in found.values() if change.before != change.after)


def codes_in(changes: Sequence[Change]) -> set[str]:
    """The codes that records have before or after; those of stored changes are found without reading all."""
    quick = getattr(changes, "codes", None)
    if quick is not None:
        return set(quick())
    sides = (side for change in changes for side in (change.before, change.after))
    return {code for side in sides if (code := getattr(side, "code", ""))}


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: its changes in order, who made them, when and why."""

    scope: str | None
    label: Message
    changes: Sequence[Change]
    who: str
    at: datetime
    reason: str = ""
    id: str = field(default_factory=new_id)

    def followed_by(self, changes: Sequence[Change], at: datetime) -> Step:
        """The step with later changes of the same visit."""
        return replace(self, changes=joined([*self.changes, *changes]), at=at)


class Act(StrEnum):
    """What happened to a step."""

    DO = "do"
    AMEND = "amend"
    UNDO = "undo"
    REDO = "redo"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history to be written."""

    act: Act
    step: Step
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction writes: the net change of each record, and the history that led there."""

    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scope as a store has it: records in order, and the steps to undo and redo (the last is next).

    ``spent`` are codes that only older history knows.
    """

    records: Sequence[Record]
    done: Sequence[Step]
    undone: Sequence[Step]
    spent: Collection[str] = ()


class Conflict(Refusal):
    """Somebody else has changed a record since we read it. ``theirs`` is None if it is gone."""

    def __init__(self, mine: Change, theirs: Record | None) -> None:
        name = getattr(mine.some, "code", "") or mine.some.id
        super().__init__(_("{name} was changed elsewhere in the meantime").fill(name=name))
        self.mine = mine
        self.theirs = theirs


class Store(Protocol):
    """Where records are kept between runs. ``scope`` is a project's id, or None for the library."""

    def load(self, scope: str | None) -> Loaded:
        """Everything of one scope."""
        ...

    def write(self, batch: Batch) -> None:
        """Store all of it or nothing. Raises Conflict, or Refusal when the disk will not have it."""
        ...

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since this was last asked."""
        ...
