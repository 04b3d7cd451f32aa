"""Taking a client out of the rows of one open workspace file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from workbench.domain import KINDS, Record, kind_of
from workbench.domain.codec import from_json, sparse, to_json
from workbench.messages import Refusal
from workbench.storage import rows
from workbench.storage.history import moment
from workbench.storage.tables import ENTRY, TABLES
from workbench.storage.versions import lines_of, packed_lines, version_hash
from workbench.workspace.family import without

GONE = "[…]"
"""What stands where a text named the client."""
_SHORTEST = 2
_SHORTEST_FORMER = 3
_ENTRY = ENTRY.name


def names_of(connection: sqlite3.Connection, account: str) -> set[str]:
    """What an account is and was called, as far as a file knows; not what only began a name."""
    found = {str(row[0]) for row in connection.execute("SELECT name FROM account WHERE id = ?", (account,))}
    former: set[str] = set()
    sign = json.dumps(account, ensure_ascii=False)
    for (text,) in connection.execute("SELECT changes FROM history WHERE instr(changes, ?)", (sign,)):
        for pair in json.loads(text):
            former |= {str(item.get("name", "")) for item in pair if item and item.get("id") == account}
    for (blob,) in connection.execute('SELECT "records" FROM snapshot'):
        with suppress(ValueError):
            accounts = (each for each in lines_of(blob) if each.get("id") == account)
            former |= {str(each.get("name", "")) for each in accounts}
    whole = {
        name for name in former if not any(other.startswith(name) for other in {*former, *found} - {name})
    }
    return found | {name for name in whole if len(name) >= _SHORTEST_FORMER}


class Eraser:
    """Removes one account from a file, in the transaction of its connection.

    ``names`` are replaced in what other records say; a name of one character is not.
    """

    def __init__(
        self, connection: sqlite3.Connection, account: str, names: Collection[str], who: str
    ) -> None:
        self._run = connection.execute
        self._account = account
        self._names = sorted((name for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
        self._stamp = (moment(datetime.now(UTC)), who)

    def erase(self) -> tuple[int, int]:
        """Do it; returns how many projects went and in how many other records something was blotted out."""
        projects = self._projects()
        self._remove(projects)
        touched = sum(self._blot(kind) for kind in TABLES) + self._blot_entries()
        self._clear_versions(projects)
        self._forget(projects)
        return len(projects), touched

    def _projects(self) -> list[str]:
        """The client's projects, and those of the client that have been removed but can be brought back."""
        found = {row[0] for row in self._run("SELECT id FROM project WHERE account = ?", (self._account,))}
        removed = self._run(
            "SELECT DISTINCT scope FROM history WHERE scope IS NOT NULL AND instr(changes, ?)"
            " AND scope NOT IN (SELECT id FROM project)",
            (json.dumps(self._account, ensure_ascii=False),),
        )
        return sorted({*found, *(row[0] for row in removed)})

    def _remove(self, projects: list[str]) -> None:
        for table in (*TABLES, _ENTRY):
            self._run(f'DELETE FROM "{table}" WHERE project IN ({_marks(projects)})', projects)
        self._run("DELETE FROM contact WHERE account = ?", (self._account,))
        self._run("DELETE FROM account WHERE id = ?", (self._account,))

    def _blot(self, kind: str) -> int:
        found = rows.read(kind, self._run(rows.select_of(kind)).fetchall(), KINDS)
        changed = [(item, better) for item in found if (better := self._blotted(item)) != item]
        for item, better in changed:
            values = rows.values(better, *self._stamp)
            self._run(rows.update_of(kind), (*values, item.id, item.version))
        return len(changed)

    def _blotted(self, item: Record) -> Record:
        data = self._said(to_json(without(item, {self._account})))
        data |= {"id": item.id, "project": item.project, "version": item.version}
        better = from_json({**data, "kind": kind_of(type(item))}, KINDS)
        return item if better == item else from_json({**to_json(better), "version": item.version + 1}, KINDS)

    def _blot_entries(self) -> int:
        touched = 0
        for identity, project, position, version, kind, text in self._run(rows.select_of(_ENTRY)).fetchall():
            data = {
                name: None if value == self._account else self._said(value)
                for name, value in json.loads(text).items()
            }
            better = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            if better != text:
                entry = (identity, project, position, version + 1, kind, better)
                values = (*entry, rows.entry_hash(entry), *self._stamp)
                self._run(rows.update_of(_ENTRY), (*values, identity, version))
                touched += 1
        return touched

    def _clear_versions(self, projects: list[str]) -> None:
        """Delete the versions of the projects, and take the client out of those of others."""
        self._run(f"DELETE FROM snapshot WHERE scope IN ({_marks(projects)})", projects)
        columns = 'id, scope, name, who, at, "records"'
        for row in self._run(f"SELECT {columns} FROM snapshot").fetchall():
            try:
                blob = self._without_client(row[-1])
            except (ValueError, TypeError, AttributeError, RecursionError, Refusal):
                blob = None
            self._run("DELETE FROM snapshot WHERE id = ?", row[:1])
            if blob is not None:
                better = (*row[:2], *(self._said(text) for text in row[2:4]), row[4], blob)
                self._run(
                    "INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?)", (*better, version_hash(better))
                )

    def _without_client(self, blob: bytes) -> bytes | None:
        """A version's records without the client; None for a version of one of its projects."""
        found = []
        for data in lines_of(blob):
            own = data.get("account") == self._account
            if own and data.get("kind") == "project":
                return None
            if data.get("kind") not in KINDS:
                found.append(self._said(data))
            elif data.get("id") != self._account and not (own and data.get("kind") == "contact"):
                found.append(sparse(self._blotted(from_json(data, KINDS))))
        return packed_lines(found)

    def _said(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._said(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._said(item) for item in value]
        if isinstance(value, str) and not (value in self._names and value.isascii() and value.islower()):
            for name in self._names:
                value = value.replace(name, GONE)
        return value

    def _forget(self, projects: list[str]) -> None:
        """Remove the history of the projects, and every step of others that speaks of the client."""
        self._run(f"DELETE FROM history WHERE scope IN ({_marks(projects)})", projects)
        signs = [self._account, *self._names]
        for _time in range(3):  # as it is, within JSON, and within JSON within JSON
            for sign in signs:
                self._run(
                    "DELETE FROM history WHERE step IN (SELECT step FROM history WHERE"
                    " instr(changes, ?1) OR instr(label, ?1) OR instr(reason, ?1) OR instr(who, ?1))",
                    (sign,),
                )
            signs = [json.dumps(sign, ensure_ascii=False)[1:-1] for sign in signs]


def _marks(items: Collection[str]) -> str:
    return ", ".join("?" * len(items))
