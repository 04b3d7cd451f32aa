"""One open scope: its records in memory and the steps that can be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar

from workbench.domain import Record, fields_of
from workbench.workspace.steps import Change, Loaded, Step, codes_in

R = TypeVar("R", bound=Record)

PHRASE = timedelta(seconds=2)
"""A pause this long ends a visit, so that undo takes back a phrase and not ten minutes."""

_position = attrgetter("position")


class Scope:
    """What a workspace has in memory of one project, or of the library."""

    def __init__(self, loaded: Loaded) -> None:
        self.records = {item.id: item for item in loaded.records}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.visit: tuple[Hashable, datetime] | None = None
        self._ordered: dict[type[Record], list[Record]] = {}
        self._gone: dict[str, int] = {}
        self._codes: set[str] = set()
        self._counted = False
        self.take_steps(loaded)

    def take_steps(self, loaded: Loaded) -> None:
        """Undo and redo what the store has."""
        self.done, self.undone, self.visit = list(loaded.done), list(loaded.undone), None
        self._codes.update(loaded.spent)
        self._counted = False

    def all(self, kind: type[R]) -> list[R]:
        """The records of a kind by position, in a list of the caller's own."""
        found: Any = self._ordered.get(kind)
        if found is None:
            found = [item for item in self.records.values() if type(item) is kind]
            found.sort(key=_position)
            self._ordered[kind] = found
        return list(found)

    def codes(self) -> set[str]:
        """Every code that a record has or ever had."""
        if not self._counted:
            self._counted = True
            self._codes |= {code for item in self.records.values() if (code := getattr(item, "code", ""))}
            for step in (*self.done, *self.undone):
                self._codes |= codes_in(step.changes)
        return self._codes

    def apply(self, changes: Sequence[Change]) -> None:
        """Let the records be as the changes leave them."""
        self._codes |= codes_in(changes)
        for change in changes:
            item = change.some
            if change.after is None:
                gone = self.records.pop(item.id, None)
                self._gone[item.id] = max(item.version, gone.version if gone else 0)
            else:
                self.records[item.id] = item
            self._ordered.pop(type(item), None)

    def next_version(self, item: Record) -> int:
        """A version that no state of this record has had before, as far as we have seen."""
        now = self.records.get(item.id)
        return max(now.version if now else item.version, self._gone.get(item.id, 0)) + 1

    def continues(self, visit: Hashable, now: datetime) -> bool:
        """Whether an edit belongs to the open visit."""
        open_visit = self.visit
        return open_visit is not None and open_visit[0] == visit and now - open_visit[1] < PHRASE

    def moved(self, changes: Sequence[Change]) -> list[Change]:
        """Changes of a step as they apply to the records of now, which others may have changed since."""
        found = [(self.records.get(change.some.id), change) for change in changes]
        return [
            Change(now, self._target(now, change))
            for now, change in found
            if now is not None or (change.before is None and change.after is not None)
        ]

    def _target(self, now: Record | None, change: Change) -> Record | None:
        if change.after is None:
            return None
        target = change.after
        if now is not None and change.before is not None and now != change.before:
            target = _merged(now, change.before, change.after)
        return replace(target, version=self.next_version(change.some))

    def replace_steps(self, found: dict[str, Step]) -> None:
        """Put changed steps in the places of the old; one without changes goes."""
        kept: Callable[[Step], Step] = lambda step: found.get(step.id, step)  # noqa: E731
        self.done = [kept(step) for step in self.done if step.id not in found or kept(step).changes]
        self.undone = [kept(step) for step in self.undone if step.id not in found or kept(step).changes]
        self.visit = None


def _merged(now: Record, before: Record, after: Record) -> Record:
    """The record of now with the fields that the step has changed."""
    names = (name for name in fields_of(type(after)) if getattr(before, name) != getattr(after, name))
    values: dict[str, Any] = {name: getattr(after, name) for name in names if name != "version"}
    return replace(now, **values)


def differences(mine: dict[str, Record], theirs: dict[str, Record]) -> list[Change]:
    """What would make one state of the records the other."""
    ids = {**mine, **theirs}
    pairs = ((mine.get(identity), theirs.get(identity)) for identity in ids)
    return [
        Change(before, after)
        for before, after in pairs
        if before != after or (before and after and before.version != after.version)
    ]
