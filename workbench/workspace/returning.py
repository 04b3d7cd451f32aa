"""What was removed, with what it owned, and how it comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from workbench.domain import Record
from workbench.domain.record import owners_of
from workbench.messages import Message
from workbench.workspace.family import mentioned, references_of, without
from workbench.workspace.steps import Change

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Removed:
    """A record that is gone: what it owned, who mentioned it, and who removed it when, why and by what."""

    item: Record
    owned: tuple[Record, ...]
    mentions: tuple[Change, ...] = ()
    """Records that stayed, before and after their references to the gone were emptied."""
    label: Message = Message("")  # noqa: RUF009 - messages do not change
    reason: str = ""
    who: str = ""
    at: datetime = LONG_AGO

    @property
    def records(self) -> tuple[Record, ...]:
        """The record and all it owned."""
        return (self.item, *self.owned)

    def told(self, label: Message, reason: str, who: str, at: datetime) -> Removed:
        """The same with how it came about."""
        return replace(self, label=label, reason=reason, who=who, at=at)


def removed_of(changes: Iterable[Change], present: Collection[str]) -> list[Removed]:
    """What one step removed, each record that nothing else removed there owned with all below it."""
    known = list(changes)
    gone = {c.before.id: c.before for c in known if c.after is None and c.before is not None}
    gone = {identity: item for identity, item in gone.items() if identity not in present}
    kept = [c for c in known if c.before is not None and c.after is not None]
    found = []
    below: dict[str, list[Record]] = {}
    for item in gone.values():
        owner = next((o for o in _owners(item) if o in gone and o != item.id), None)
        below.setdefault(owner or "", []).append(item)
    for top in below.get("", []):
        owned = _all_below(top, below)
        ids = {top.id, *(item.id for item in owned)}
        mentions = tuple(change for change in kept if _emptied(change, ids))
        found.append(Removed(top, tuple(owned), mentions))
    return found


def _owners(item: Record) -> list[str]:
    return [getattr(item, name) for name in owners_of(type(item)) if getattr(item, name)]


def _all_below(top: Record, below: Mapping[str, list[Record]]) -> list[Record]:
    found: dict[str, Record] = {}
    todo = [top.id]
    while todo:
        for item in below.get(todo.pop(), []):
            if item.id not in found:
                found[item.id] = item
                todo.append(item.id)
    return list(found.values())


def _emptied(change: Change, gone: Collection[str]) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    lost = {i for _name, i in mentioned(before)} - {i for _name, i in mentioned(after)}
    return not lost.isdisjoint(gone)


def brought_back(
    wanted: Iterable[Record], known: Mapping[str, Record], mentions: Iterable[Change] = ()
) -> list[Record]:
    """The records to put so that the wanted are there again: those whose owners are, or come along.

    References to what is not there are emptied; ``mentions`` get theirs back where nothing else stands now.
    """
    coming = {item.id: item for item in wanted if item.id not in known}
    shrinking = True
    while shrinking:
        lost = [item.id for item in coming.values() if not {*_owners(item)} <= {*known, *coming}]
        for identity in lost:
            del coming[identity]
        shrinking = bool(lost)
    there = {*known, *coming}
    back = [without(item, _missing(item, there)) for item in coming.values()]
    again = (_linked(change, known, coming) for change in mentions)
    return [*back, *(item for item in again if item is not None)]


def _missing(item: Record, there: Collection[str]) -> set[str]:
    return {identity for _name, identity in mentioned(item) if identity not in there}


def _linked(change: Change, known: Mapping[str, Record], coming: Collection[str]) -> Record | None:
    now, before, after = known.get(change.some.id), change.before, change.after
    if now is None or before is None or after is None or type(now) is not type(before):
        return None
    values: dict[str, Any] = {}
    for name in references_of(type(now)):
        old, left, value = getattr(before, name), getattr(after, name), getattr(now, name)
        if isinstance(old, tuple):
            lost = tuple(each for each in old if each in coming and each not in value)
            if lost:
                values[name] = (*value, *lost)
        elif old in coming and value == left:
            values[name] = old
    return replace(now, **values) if values else None
