"""Changes on their way to the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.workspace.steps import Act, Batch, Change, Entry, Step


class Pending:
    """What memory has and the disk has not, in the order it happened. One batch is under way at a time."""

    def __init__(self) -> None:
        self._changes: dict[str, Change] = {}
        self._entries: list[Entry] = []
        self._under_way: Batch | None = None

    def __bool__(self) -> bool:
        return bool(self._entries or self._under_way)

    def add(self, changes: Sequence[Change], entry: Entry) -> None:
        """Note changes and the history line they belong to."""
        self._merge(changes)
        last = self._entries[-1] if self._entries else None
        if last is None or last.step.id != entry.step.id:
            self._entries.append(entry)
        elif entry.act is Act.AMEND and last.act in {Act.DO, Act.AMEND}:
            self._entries[-1] = replace(entry, act=last.act)
        elif entry.act is Act.DROP and last.act is Act.AMEND:
            self._entries[-1] = entry
        else:
            self._entries.append(entry)

    def _merge(self, changes: Iterable[Change]) -> None:
        for change in changes:
            identity = change.some.id
            earlier = self._changes.get(identity)
            self._changes[identity] = Change(earlier.before if earlier else change.before, change.after)

    def holds(self, identity: str) -> bool:
        """Whether a record has changes that are not on disk."""
        under_way = self._under_way.changes if self._under_way else ()
        return identity in self._changes or any(change.some.id == identity for change in under_way)

    def take(self) -> Batch | None:
        """The next batch to write, or None while there is nothing or one is under way."""
        if self._under_way or not self._entries:
            return None
        self._under_way = self._next()
        self._changes, self._entries = {}, []
        return self._under_way

    def _next(self) -> Batch:
        changes = tuple(c for c in self._changes.values() if not (c.before is None and c.after is None))
        return Batch(changes, tuple(self._entries))

    def seen(self) -> list[Batch]:
        """What is under way and what follows it, as it is now; nothing is taken."""
        found = [self._under_way] if self._under_way else []
        return [*found, self._next()] if self._entries else found

    def written(self) -> None:
        """The batch under way is on disk."""
        self._under_way = None

    def failed(self) -> None:
        """The batch under way is not on disk: it comes first next time."""
        if self._under_way is None:
            return
        later, self._changes = self._changes, {}
        self._merge(self._under_way.changes)
        self._merge(later.values())
        self._entries = [*self._under_way.entries, *self._entries]
        self._under_way = None

    def settle(self, identity: str, change: Change | None) -> dict[str, Step]:
        """Replace a record's net change, and its part in unsaved steps, by ``change``; None leaves both out.

        Returns the steps that are different now, by id; one without changes is to be forgotten.
        """
        self._changes.pop(identity, None)
        if change is not None:
            self._changes[identity] = change
        found: dict[str, Step] = {}
        for place in reversed(range(len(self._entries))):
            entry = self._entries[place]
            rest = [each for each in entry.step.changes if each.some.id != identity]
            if entry.act in {Act.DO, Act.AMEND} and len(rest) < len(entry.step.changes):
                step = replace(entry.step, changes=(*rest, *([change] if change else [])))
                self._entries[place : place + 1] = _said(replace(entry, step=step))
                found.setdefault(step.id, step)
                change = None
        return found

    def clear(self) -> None:
        """Forget what is not on disk."""
        self._changes, self._entries, self._under_way = {}, [], None


def _said(entry: Entry) -> list[Entry]:
    """The lines for a step that has changed; one that does nothing any more cannot be undone."""
    return [entry] if entry.step.changes else [entry, replace(entry, act=Act.DROP)]
