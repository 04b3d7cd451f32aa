"""Named versions of a scope: every record as it was, kept until somebody deletes them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.domain import Record
from workbench.domain.codec import from_json, sparse
from workbench.domain.record import new_id
from workbench.messages import Refusal, _
from workbench.storage.history import moment

if TYPE_CHECKING:
    from workbench.storage.store import SqliteStore

MOST_BYTES = 512 << 20
"""The most that a version unpacks to."""
_INSERT = 'INSERT INTO snapshot (id, scope, name, who, at, "records", hash) VALUES (?, ?, ?, ?, ?, ?, ?)'
_LIST = "SELECT id, scope, name, who, at FROM snapshot WHERE scope IS ? ORDER BY at DESC, id"
_ONE = 'SELECT id, scope, name, who, at, "records", hash FROM snapshot WHERE id = ?'


@dataclass(frozen=True)
class Version:
    """A named version, without its records."""

    scope: str | None
    name: str
    who: str
    at: datetime | None
    id: str = field(default_factory=new_id)


def keep_version(store: SqliteStore, version: Version, records: Iterable[Record]) -> None:
    """Keep the records of a scope as a version. Raises Refusal."""
    at = moment(version.at) if version.at else ""
    row = (version.id, version.scope, version.name, version.who, at, packed(records))
    with store.writing() as connection:
        connection.exec_driver_sql(_INSERT, (*row, version_hash(row)))


def versions(store: SqliteStore, scope: str | None) -> list[Version]:
    """The versions of a scope, newest first."""
    with store.reading() as connection:
        found = connection.exec_driver_sql(_LIST, (scope,)).fetchall()
    return [Version(row[1], row[2], row[3], _when(row[4]), row[0]) for row in found]


def version_records(store: SqliteStore, identity: str) -> list[Record]:
    """The records of a version. Raises Refusal if it is gone or damaged."""
    with store.reading() as connection:
        row = connection.exec_driver_sql(_ONE, (identity,)).fetchone()
    if row is None:
        raise Refusal(_("This version is not there any more."))
    with suppress(ValueError, TypeError, AttributeError, RecursionError, Refusal):
        if version_hash(tuple(row)[:-1]) == row[-1]:
            return unpacked(row[5], store.kinds)
    text = _("The version “{name}” cannot be read; it was damaged. Delete it; your records are whole.")
    raise Refusal(text.fill(name=str(row[2])[:80]))


def drop_version(store: SqliteStore, identity: str) -> None:
    """Delete a version. Raises Refusal."""
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM snapshot WHERE id = ?", (identity,))


def packed(records: Iterable[Record]) -> bytes:
    """Records as compressed JSON lines."""
    return packed_lines(map(sparse, records))


def packed_lines(found: Iterable[Mapping[str, Any]]) -> bytes:
    """Objects as compressed JSON lines."""
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in found)
    return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), 6)


def unpacked(blob: bytes, kinds: Mapping[str, type[Record]]) -> list[Record]:
    """The records of compressed JSON lines. Raises ValueError or Refusal for anything else."""
    return [from_json(each, kinds) for each in lines_of(blob) if each.get("kind") in kinds]


def lines_of(blob: bytes) -> list[dict[str, Any]]:
    """The objects of compressed JSON lines. Raises ValueError."""
    opener = zlib.decompressobj()
    try:
        data = opener.decompress(blob, MOST_BYTES)
    except zlib.error:
        raise ValueError from None
    if not opener.eof:
        raise ValueError
    found = [json.loads(line) for line in data.decode("utf-8", "surrogatepass").split("\n") if line]
    if not all(isinstance(each, dict) for each in found):
        raise ValueError
    return found


def version_hash(row: Iterable[Any]) -> str:
    """SHA-256 over a version's id, scope, name, who, at and packed records."""
    whole = sha256()
    for value in row:
        raw = value if isinstance(value, bytes) else str(value or "").encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(raw) + raw)
    return whole.hexdigest()


def _when(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
