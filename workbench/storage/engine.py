"""How a workspace file is connected to: settings measured to lose nothing (architecture.md section 3)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import StaticPool

from workbench.messages import Refusal, _
from workbench.storage.identity import damaged

SQLITE = sqlite3.sqlite_version
"""The version of the database's library."""

_WRITING = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA fullfsync=ON",
    "PRAGMA secure_delete=ON",
)
_ALWAYS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)


def open_file(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in autocommit; ``mode`` is ro, rw or rwc."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for statement in _ALWAYS if mode == "ro" else (*_ALWAYS, *_WRITING):
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, *, read_only: bool = False, new: bool = False) -> Engine:
    """One connection to a file, in autocommit; SQLAlchemy's transactions begin at once as the writer's."""
    mode = "ro" if read_only else "rwc" if new else "rw"
    engine = create_engine("sqlite://", creator=lambda: open_file(path, mode), poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's and the disk's errors into sentences that name the file."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise said(path, error) from error
    except OSError as error:
        raise unreachable(path, error) from error


def said(path: Path, error: Exception) -> Refusal:
    """What to tell people of an error of the database."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None) or 0
    message = _SIGNS.get(code) or _SIGNS.get(code & 0xFF)
    return Refusal(message.fill(file=path.name)) if message else damaged(path)


def unreachable(path: Path, error: OSError) -> Refusal:
    """What to tell people of an error of the disk."""
    text = _("“{file}” cannot be read or written ({reason}). Check the disk and the folder, then try again.")
    return Refusal(text.fill(file=path.name, reason=error.strerror or str(error)))


_GONE = _(
    "“{file}” is not where it was: it, or its folder, was moved or removed. Put it back, or save a copy."
)
_SIGNS = {
    sqlite3.SQLITE_BUSY: _("“{file}” is being written by another program. Try again in a moment."),
    sqlite3.SQLITE_LOCKED: _("“{file}” is being written by another program. Try again in a moment."),
    sqlite3.SQLITE_READONLY: _("“{file}” can only be read. Save a copy where you may write."),
    sqlite3.SQLITE_READONLY_DBMOVED: _GONE,
    sqlite3.SQLITE_FULL: _(
        "There is no room on the disk for “{file}”. Make room; nothing is lost until then."
    ),
    sqlite3.SQLITE_IOERR: _("The disk that holds “{file}” gives an error. Save a copy elsewhere."),
    sqlite3.SQLITE_CANTOPEN: _(
        "“{file}” cannot be reached. Check that its folder is there and may be written."
    ),
    sqlite3.SQLITE_CONSTRAINT: _("“{file}” does not take a record that refers to one that is not there."),
}
