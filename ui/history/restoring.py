"""Bringing things back: one value, one record, what was removed, a whole project. Each is one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ui.history.told import Teller, with_field
from workbench.domain import KINDS
from workbench.messages import Message, _
from workbench.workspace import Change
from workbench.workspace.family import mentioned, without
from workbench.workspace.returning import brought_back

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record
    from workbench.workspace.returning import Removed


def restore_value(session: Session, source: Record, field: str) -> bool:
    """Give one field of a record the value that another state of it has."""
    now = session.workspace.find(source.id)
    if now is None or type(now) is not type(source):
        return False
    label = _("Restore value of {name}").fill(name=Teller(session).name(now))
    return _put(session, [with_field(now, source, field, session)], label)


def restore_records(session: Session, records: Iterable[Record], mentions: Iterable[Change] = ()) -> bool:
    """Make records as they were then; those that are gone come back if their owners are there."""
    wanted = list(records)
    known = known_of(session, wanted[0].project) if wanted else {}
    back = brought_back(wanted, known, mentions)
    there = {*known, *(item.id for item in back)}
    same = [_without_lost(item, there) for item in wanted if item.id in known]
    names = Teller(session)
    label = _("Restore {name}").fill(name=names.name(wanted[0]) if wanted else "")
    return _put(session, [*same, *back], label)


def restore_removed(session: Session, found: Removed) -> bool:
    """Bring back what was removed, with what it owned and the references to it."""
    return restore_records(session, found.records, found.mentions)


def restore_scope(session: Session, records: Sequence[Record], name: str) -> bool:
    """Make the whole open project as it was in a version."""
    known = of_scope(session, session.scope)
    ids = {item.id for item in records}
    gone = [item for item in known.values() if item.id not in ids]
    label = _("Restore version “{name}”").fill(name=name)
    return session.workspace.replace(records, gone, label=label)


def of_scope(session: Session, scope: str | None) -> dict[str, Record]:
    """Every record of an open scope by id."""
    return {item.id: item for kind in kinds_of(session) for item in session.workspace.all(kind, scope)}


def known_of(session: Session, scope: str | None) -> dict[str, Record]:
    """Every record of an open scope, and of the library that it may refer to."""
    return {**of_scope(session, None), **of_scope(session, scope)}


def kinds_of(session: Session) -> list[type[Record]]:
    """Every kind of record the program knows."""
    own = [form.record for form in session.forms if form.record not in KINDS.values()]
    return [*KINDS.values(), *dict.fromkeys(own)]


def compared(then: Iterable[Record], now: Iterable[Record]) -> list[Change]:
    """What would make one state of a project the other, kind by kind; versions do not count."""
    old, new = ({item.id: item for item in items} for items in (then, now))
    pairs = ((old.get(identity), new.get(identity)) for identity in {**old, **new})
    return [Change(before, after) for before, after in pairs if before != after]


def counted(changes: Iterable[Change]) -> Mapping[str, int]:
    """How many records were added, deleted and changed."""
    found = {"added": 0, "removed": 0, "changed": 0}
    for each in changes:
        found["added" if each.before is None else "removed" if each.after is None else "changed"] += 1
    return found


def _without_lost(item: Record, there: set[str]) -> Record:
    return without(item, {identity for _name, identity in mentioned(item) if identity not in there})


def _put(session: Session, items: Sequence[Record], label: Message) -> bool:
    return bool(items) and session.workspace.put(*items, label=label)
