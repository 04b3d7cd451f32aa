"""Looking back: what was done in a scope, by whom and why, and what was removed from it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.domain import Record
from workbench.domain.codec import sparse
from workbench.messages import Message, Refusal
from workbench.storage.history import StoredChanges, unpacked, unpacked_label
from workbench.storage.tables import ENTRY, TABLES
from workbench.workspace import Act, Change
from workbench.workspace.family import references_of
from workbench.workspace.returning import Removed, removed_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from workbench.storage.store import SqliteStore

AT_ONCE = 200
"""How many entries are read at a time where nobody says otherwise."""

_ENTRIES = """
SELECT h.sequence, h.step, h.act, h.state, h.label, h.reason, h.who, h.at,
  CASE h.act WHEN 'do' THEN h.changes ELSE d.changes END
FROM history AS h LEFT JOIN history AS d ON h.act <> 'do' AND d.step = h.step AND d.act = 'do'
WHERE +h.scope IS :scope {conditions} ORDER BY h.sequence DESC LIMIT :limit
"""
"""A plus keeps SQLite from the index of scopes: from the end on, the first lines are found at once."""
_CONDITIONS = {
    "before": "AND h.sequence < :before",
    "who": "AND h.who = :who",
    "sign": "AND h.step IN"
    " (SELECT step FROM history WHERE +scope IS :scope AND act = 'do' AND changes GLOB :sign)",
}
_PEOPLE = "SELECT DISTINCT who FROM history WHERE scope IS :scope ORDER BY who"
_GONE = """
SELECT d.changes, d.state, l.who, l.at, d.reason, d.label FROM history AS d
JOIN history AS l ON l.sequence = (SELECT max(sequence) FROM history WHERE step = d.step)
WHERE +d.scope IS :scope AND d.act = 'do' AND (
  (d.state = 'done' AND d.changes GLOB '*,null]*')
  OR (d.state IN ('undone', 'dropped') AND d.changes GLOB '*[[]null,*'))
ORDER BY l.sequence DESC
"""


@dataclass(frozen=True)
class Past:
    """One line of history: a step, or that one was undone or redone.

    ``taken_back`` tells that a step does not stand now. ``changes`` are as this line made them, so those of
    an undo lead back; reading them raises Refusal where they are damaged.
    """

    sequence: int
    step: str
    act: Act
    taken_back: bool
    label: Message
    reason: str
    who: str
    at: datetime | None
    stored: Sequence[Change]
    text: str

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was before and after, record by record. Raises Refusal."""
        if self.act is Act.UNDO:
            return tuple(change.reversed() for change in reversed(self.stored))
        return tuple(self.stored)


@dataclass(frozen=True)
class Only:
    """Which lines are wanted: of one record, of one person, before another line."""

    record: str | None = None
    who: str | None = None
    before: int | None = None


def entries(store: SqliteStore, scope: str | None, only: Only = Only(), limit: int = AT_ONCE) -> list[Past]:
    """The newest lines of a scope's history."""
    values: dict[str, Any] = {"scope": scope, "limit": limit, "before": only.before, "who": only.who}
    values["sign"] = None if only.record is None else _mention(only.record)
    conditions = " ".join(text for name, text in _CONDITIONS.items() if values[name] is not None)
    with store.reading() as connection:
        found = _fetched(connection, _ENTRIES.format(conditions=conditions), values)
    return [_past(row, store.kinds) for row in found]


def _mention(identity: str) -> str:
    """A pattern for changes that hold a record; it is found three times as fast as by comparing."""
    whole = f'"id":{json.dumps(identity, ensure_ascii=False)}'
    return "*" + re.sub(r"([*?[])", r"[\1]", whole) + "*"


def _past(row: Sequence[Any], kinds: Mapping[str, type[Record]]) -> Past:
    sequence, step, act, state, label, reason, who, at, changes = row
    try:
        when = datetime.fromisoformat(at)
    except (TypeError, ValueError):
        when = None
    known = Act(act) if act in {"do", "undo", "redo"} else Act.DO
    text = changes if isinstance(changes, str) else ""
    stored = StoredChanges(text, kinds)
    shown = unpacked_label(str(label))
    message = shown if isinstance(shown, Message) else Message(str(shown))
    away = known is Act.DO and state in {"undone", "dropped"}
    return Past(sequence, str(step), known, away, message, str(reason), str(who), when, stored, text)


def people(store: SqliteStore, scope: str | None) -> list[str]:
    """Everybody who has changed something in a scope."""
    with store.reading() as connection:
        return [str(who) for (who,) in _fetched(connection, _PEOPLE, {"scope": scope})]


def removed(store: SqliteStore, scope: str | None) -> list[Removed]:
    """What the history knows and the scope no longer has, the newest removal first.

    A record stands once, with what it owned; what cannot be read is left out.
    """
    with store.reading() as connection:
        present = _present(connection, scope)
        lines = _fetched(connection, _GONE, {"scope": scope})
    found: list[Removed] = []
    for changes, state, who, at, reason, label in lines:
        try:
            known = unpacked(changes, store.kinds)
            when = datetime.fromisoformat(at)
        except (Refusal, TypeError, ValueError):
            continue
        taken_back = state != "done"
        gone = [change.reversed() for change in known] if taken_back else list(known)
        for each in removed_of(gone, present):
            if taken_back and not any(map(_says_something, each.records)):
                continue
            present.update(item.id for item in each.records)
            found.append(each.told(unpacked_label(label), reason, who, when))
    return found


def _says_something(item: Record) -> bool:
    """Whether anybody wrote anything into a record: its code and its references do not count."""
    besides = {"kind", "id", "project", "code", *references_of(type(item))}
    return any(isinstance(value, str) and name not in besides for name, value in sparse(item).items())


def _present(connection: Connection, scope: str | None) -> set[str]:
    tables = (*TABLES, ENTRY.name)
    whole = " UNION ALL ".join(f'SELECT id FROM "{table}" WHERE project IS :scope' for table in tables)
    found = {str(identity) for (identity,) in _fetched(connection, whole, {"scope": scope})}
    return {*found, scope} if scope is not None and _is_there(connection, scope) else found


def _is_there(connection: Connection, project: str) -> bool:
    return bool(_fetched(connection, "SELECT 1 FROM project WHERE id = :id", {"id": project}))


def _fetched(connection: Connection, statement: str, values: dict[str, Any]) -> list[Any]:
    """Rows past SQLAlchemy, which would convert none of them."""
    raw: Any = connection.connection.driver_connection
    return list(raw.execute(statement, values).fetchall())
