"""Everything in a workspace file looked at: structure, tables, every row's content, references, history."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from workbench.domain import KINDS, Record
from workbench.messages import Message, _
from workbench.storage import history, references, rows
from workbench.storage.engine import open_file, said
from workbench.storage.identity import SCHEMA, Damaged, has_journal, identify
from workbench.storage.journal import settle_journal
from workbench.storage.schema import wrong_indexes, wrong_tables
from workbench.storage.store import may_write
from workbench.storage.tables import ENTRY, TABLES
from workbench.storage.versions import lines_of, version_hash

_MOST = 100
"""How many findings of SQLite's own check are told."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Finding:
    """Something wrong in a workspace: damage, or a gap (a reference to what is no longer there)."""

    severity: Literal["damage", "gap"]
    kind: str
    id: str
    project: str | None
    message: Message


@dataclass(frozen=True)
class Checked:
    """What a check looked at, and what it found."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    """Rows by table, those of the history and of named versions among them."""


def check(path: Path, kinds: Mapping[str, type[Record]] = KINDS) -> Iterator[Finding]:
    """What is wrong with a workspace file. Raises Refusal for a file that is none of ours, or newer."""
    return (found for found in _looked(path, kinds, {}) if isinstance(found, Finding))


def check_job(path: Path, kinds: Mapping[str, type[Record]] = KINDS) -> Generator[int, None, Checked]:
    """The same, as a job that yields how far it is, in per cent."""
    found: list[Finding] = []
    counts: dict[str, int] = {}
    for each in _looked(path, kinds, counts):
        if isinstance(each, Finding):
            found.append(each)
        else:
            yield each
    return Checked(tuple(found), counts)


def _looked(path: Path, kinds: Mapping[str, type[Record]], counts: dict[str, int]) -> Iterator[Finding | int]:
    try:
        schema = identify(path)
        if has_journal(path) and may_write(path):
            settle_journal(path)
        mode = "rw" if has_journal(path) and may_write(path) else "ro"
        with closing(open_file(path, mode)) as connection:
            connection.text_factory = _text
            yield from _Check(connection, kinds, counts).findings(schema)
    except Damaged as refusal:
        yield _of_file(refusal.message)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield _of_file(said(path, error).message)


def _text(raw: bytes) -> str:
    """Text that is not UTF-8 reads as something that no hash covers."""
    return raw.decode("utf-8", "surrogateescape")


def _of_file(message: Message) -> Finding:
    return Finding("damage", "file", "", None, message)


class _Check:
    def __init__(
        self, connection: sqlite3.Connection, kinds: Mapping[str, type[Record]], counts: dict[str, int]
    ) -> None:
        self._run = connection.execute
        self._counts = counts
        self._kinds = kinds
        self._seen = references.Seen()

    def findings(self, schema: int) -> Iterator[Finding | int]:
        """What is wrong, and between that how far the check is, in per cent."""
        yield 0
        yield from self._structure()
        if schema != SCHEMA:
            return
        wrong = [_of_file(message) for message in wrong_tables(self._run)]
        yield from wrong
        yield from map(_of_file, wrong_indexes(self._run))
        if wrong:
            return
        tables = (*TABLES, ENTRY.name)
        for number, kind in enumerate(tables):
            yield 10 + number * 60 // len(tables)
            yield from self._kind(kind)
        for item, severity, message in self._seen.findings():
            yield Finding(severity, item.kind, item.id, item.project, message)
        yield 75
        yield from self._history()
        yield 95
        yield from self._versions()

    def _structure(self) -> Iterator[Finding]:
        for (text,) in self._run(f"PRAGMA integrity_check({_MOST})"):
            if text != "ok":
                yield _of_file(_("The file's structure is damaged: {detail}").fill(detail=str(text)[:200]))

    def _kind(self, kind: str) -> Iterator[Finding]:
        """Every row of one table. Its hash is the last of its columns."""
        columns = rows.select_of(kind).replace(" FROM ", ', "hash" FROM ', 1)
        cursor = self._run(columns)
        while chunk := cursor.fetchmany(_AT_ONCE):
            self._counts[kind] = self._counts.get(kind, 0) + len(chunk)
            yield from self._chunk(kind, chunk)

    def _chunk(self, kind: str, chunk: list[tuple[Any, ...]]) -> Iterator[Finding]:
        try:
            yield from self._rows(kind, chunk)
        except rows.Unfit as error:
            if len(chunk) == 1:
                yield _unfit(kind, chunk[0], error)
            else:
                for row in chunk:
                    yield from self._chunk(kind, [row])

    def _rows(self, kind: str, chunk: list[tuple[Any, ...]]) -> Iterator[Finding]:
        known = chunk if kind in TABLES else [row for row in chunk if row[4] in self._kinds]
        items = rows.read(kind, [row[:-1] for row in known], self._kinds)
        if kind in TABLES:
            pairs = zip(items, chunk, strict=True)
            wrong = [row for item, row in pairs if rows.values(item, "", "")[:-2] != row]
        else:
            wrong = [row for row in chunk if rows.entry_hash(row[:-1]) != row[-1]]
        for item in items:
            self._seen.add(item)
        yield from (_changed(kind if kind in TABLES else str(row[4]), row) for row in wrong)

    def _history(self) -> Iterator[Finding]:
        columns = "step, scope, act, label, reason, who, at, changes, hash, state"
        states = {"done", "undone", "dropped", ""}
        for *covered, found, state in self._run(f"SELECT {columns} FROM history ORDER BY sequence"):
            self._counts["history"] = self._counts.get("history", 0) + 1
            message = None
            if not all(isinstance(text, str | None) for text in covered) or state not in states:
                message = _("A line of the history holds what cannot be")
            elif history.row_hash(covered) != found:
                message = _("A line of the history is not as it was written")
            elif not _is_json(covered[-1]):
                message = _("A line of the history holds what cannot be")
            if message is not None:
                yield Finding("damage", "history", str(covered[0]), covered[1], message)

    def _versions(self) -> Iterator[Finding]:
        columns = 'id, scope, name, who, at, "records", hash'
        for *covered, found in self._run(f"SELECT {columns} FROM snapshot"):
            self._counts["snapshot"] = self._counts.get("snapshot", 0) + 1
            if (
                not isinstance(covered[-1], bytes)
                or version_hash(covered) != found
                or not _opens(covered[-1])
            ):
                message = _("A named version is not as it was written")
                yield Finding("damage", "snapshot", str(covered[0]), covered[1], message)


def _opens(blob: bytes) -> bool:
    try:
        lines_of(blob)
    except (ValueError, RecursionError):
        return False
    return True


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unfit(kind: str, row: tuple[Any, ...], error: rows.Unfit) -> Finding:
    text = _("The {kind} {id} holds what cannot be in {field}")
    message = text.fill(kind=error.kind, id=str(row[0])[:80], field=error.name[:80])
    return Finding("damage", str(row[4]) if kind not in TABLES else kind, str(row[0]), _scope(row), message)


def _changed(kind: str, row: tuple[Any, ...]) -> Finding:
    text = _("The {kind} {id} is not as it was written")
    return Finding("damage", kind, str(row[0]), _scope(row), text.fill(kind=kind, id=str(row[0])[:80]))


def _scope(row: tuple[Any, ...]) -> str | None:
    return None if row[1] is None else str(row[1])
