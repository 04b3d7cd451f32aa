"""Steps as history rows, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, overload

from sqlalchemy import Connection

from workbench.domain import Project, Record
from workbench.domain.codec import from_json, plain, sparse
from workbench.messages import Message, Refusal, _
from workbench.workspace import Act, Change, Entry, Step

MOST_STEPS = 1000
"""How many steps of a scope can be undone after a restart."""

_INSERT = """
INSERT INTO history (step, scope, act, state, label, reason, who, changes, at, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CLEAR_REDO = "UPDATE history SET state = 'dropped' WHERE scope IS ? AND state = 'undone'"
_AMEND = "UPDATE history SET who = ?, changes = ?, at = ?, hash = ? WHERE step = ? AND act = 'do'"
_MOVE = "UPDATE history SET state = ? WHERE step = ? AND act = 'do'"
_STEPS = """
SELECT step, label, reason, who, at, changes FROM history WHERE scope IS ? AND state = ? AND act = 'do'
ORDER BY sequence {direction} LIMIT ?
"""
_SPENT = """
SELECT changes FROM history WHERE scope IS :scope AND state = 'dropped' AND act = 'do'
UNION ALL SELECT changes FROM (
  SELECT changes FROM history WHERE scope IS :scope AND state = 'done' AND act = 'do'
  ORDER BY sequence DESC LIMIT -1 OFFSET :most
) WHERE changes GLOB '*,null]*'
"""
"""Steps that cannot be redone, and removals that undo does not reach."""
_CODES = re.compile(r'"code": ?("(?:[^"\\]|\\.)*")')
_GONE = """
SELECT changes FROM history WHERE sequence IN
(SELECT max(sequence) FROM history WHERE act = 'do' AND state = 'done' GROUP BY scope)
AND scope IS NOT NULL AND scope NOT IN (SELECT id FROM project) ORDER BY sequence DESC
"""
_STATE = {Act.UNDO: "undone", Act.REDO: "done", Act.DROP: "dropped"}


class StoredChanges(Sequence[Change]):
    """The changes of a stored step, read when somebody looks. Raises Refusal if they cannot be read."""

    def __init__(self, text: str, kinds: Mapping[str, type[Record]]) -> None:
        self._text = text
        self._kinds = kinds
        self._changes: tuple[Change, ...] | None = None

    def _read(self) -> tuple[Change, ...]:
        if self._changes is None:
            self._changes = unpacked(self._text, self._kinds)
        return self._changes

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | Sequence[Change]:
        return self._read()[index]

    def __iter__(self) -> Iterator[Change]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def codes(self) -> Iterator[str]:
        """The codes that records have in it, without reading all of it."""
        return (json.loads(found) for found in _CODES.findall(self._text))


def unpacked(text: str, kinds: Mapping[str, type[Record]]) -> tuple[Change, ...]:
    """The changes in a history row. Raises Refusal."""
    try:
        pairs = json.loads(text)
        changes = tuple(
            Change(before and from_json(before, kinds), after and from_json(after, kinds))
            for before, after in pairs
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise Refusal(_("This step cannot be read; it was damaged")) from None
    if any(change.before is None and change.after is None for change in changes):
        raise Refusal(_("This step cannot be read; it was damaged"))
    return changes


def moment(at: datetime) -> str:
    """A time as stored: UTC, to the microsecond, with ``Z``."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def packed_label(label: str) -> str:
    """A message with its values, as JSON."""
    if not isinstance(label, Message):
        return json.dumps(str(label), ensure_ascii=False)
    values = {
        name: packed_label(value) if isinstance(value, str) else json.dumps(plain(value), default=str)
        for name, value in label.values.items()
    }
    data = {"text": str.__str__(label), "values": values, "own": dict(label.own)}
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()


def unpacked_label(text: str) -> Any:
    """The message of a stored label; the text as it stands if it cannot be read."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            return data
        message = Message(
            data["text"], {name: unpacked_label(value) for name, value in data["values"].items()}
        )
        message.own = data.get("own", {})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return text
    return message


def write_entry(connection: Connection, entry: Entry) -> None:
    """Add one line of history, in the transaction that writes its records."""
    run, step = connection.exec_driver_sql, entry.step
    if entry.act is Act.DO:
        run(_CLEAR_REDO, (step.scope,))
        run(_INSERT, _row(entry, "done", packed(step)))
    elif entry.act is Act.AMEND:
        row = _row(replace(entry, act=Act.DO), "done", packed(step))
        run(_AMEND, (*row[-4:], step.id))
    else:
        run(_MOVE, (_STATE[entry.act], step.id))
        if entry.act is not Act.DROP:
            run(_INSERT, _row(entry, "", "[]"))


def _row(entry: Entry, state: str, changes: str) -> tuple[Any, ...]:
    step, act = entry.step, entry.act.value
    at, label = moment(entry.at), packed_label(step.label)
    covered = (step.id, step.scope, act, label, step.reason, entry.who, at, changes)
    return (step.id, step.scope, act, state, label, step.reason, entry.who, changes, at, row_hash(covered))


def row_hash(covered: Iterable[str | None]) -> str:
    """SHA-256 over a history row's step, scope, act, label, reason, who, at and changes."""
    return sha256("\0".join(text or "" for text in covered).encode("utf-8", "surrogatepass")).hexdigest()


def packed(step: Step) -> str:
    """The changes of a step as JSON: pairs of records before and after, without what is at its default."""
    pairs = [[_record(change.before), _record(change.after)] for change in step.changes]
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))


def _record(item: Record | None) -> dict[str, Any] | None:
    return None if item is None else {**sparse(item), "version": item.version}


def last_at(connection: Connection, scope: str | None) -> datetime | None:
    """When something was last done in a scope; None if never, or if that cannot be read."""
    row = connection.exec_driver_sql("SELECT max(at) FROM history WHERE scope IS ?", (scope,)).first()
    try:
        return datetime.fromisoformat(row[0]) if row and row[0] else None
    except ValueError:
        return None


def gone_projects(connection: Connection, kinds: Mapping[str, type[Record]]) -> list[Project]:
    """Projects whose last step was to remove them, the one that went last first."""
    found = []
    for (text,) in connection.exec_driver_sql(_GONE):
        with suppress(Refusal):
            befores = (change.before for change in unpacked(text, kinds) if change.after is None)
            found += [item for item in befores if isinstance(item, Project)]
    return found


def spent_codes(connection: Connection, scope: str | None) -> set[str]:
    """The codes that no record and no step to undo or redo has any more."""
    raw: Any = connection.connection.driver_connection
    found: set[str] = set()
    for (text,) in raw.execute(_SPENT, {"scope": scope, "most": MOST_STEPS}):
        for code in _CODES.findall(str(text)):
            with suppress(ValueError):  # damaged; checking tells
                found.add(json.loads(code))
    return found


def steps(
    connection: Connection, scope: str | None, state: str, kinds: Mapping[str, type[Record]]
) -> list[Step]:
    """A scope's steps in one state, the next to be moved last; none before one that cannot be read."""
    statement = _STEPS.format(direction="DESC" if state == "done" else "ASC")
    found: list[Step] = []
    for step, label, reason, who, at, changes in connection.exec_driver_sql(
        statement, (scope, state, MOST_STEPS)
    ):
        try:
            when = datetime.fromisoformat(at)
        except (TypeError, ValueError):
            break
        stored = StoredChanges(changes, kinds)
        found.append(Step(scope, unpacked_label(label), stored, who, when, reason, step))
    return found[::-1]
