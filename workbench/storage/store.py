"""Reading and writing records and their history in one workspace file."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from workbench.domain import KINDS, Project, Record, kind_of
from workbench.files import replacing
from workbench.messages import Refusal, _
from workbench.storage import handles, history, rows
from workbench.storage.engine import connect, told
from workbench.storage.identity import APPLICATION_ID, SCHEMA, damaged, identify, newer
from workbench.storage.journal import settle_journal
from workbench.storage.schema import wrong_tables
from workbench.storage.tables import ENTRY, METADATA, TABLES
from workbench.workspace import Batch, Change, Conflict, Entry, Loaded

HEAD = "0002"
"""The Alembic revision of the schema this program writes."""


def create(path: Path) -> None:
    """Make a new, empty workspace. Raises Refusal if there is something already or no place for it."""
    require_free(path)
    with replacing(path) as draft, told(path):
        _lay_out(draft)


def require_free(path: Path) -> None:
    """Raise Refusal if there is something already, or no place for it."""
    if path.exists():
        raise Refusal(_("“{file}” is there already. Choose another name.").fill(file=str(path)))
    if not path.parent.is_dir():
        message = _("There is no folder “{folder}”. Make it first, or choose another.")
        raise Refusal(message.fill(folder=str(path.parent)))


def _lay_out(path: Path) -> None:
    engine = connect(path, new=True)
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection)
            connection.execute(
                text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            )
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    finally:
        engine.dispose()


class SqliteStore:
    """One workspace file. Threads take turns.

    ``kinds`` are all kinds of record the program knows. Raises Refusal when the file is not a workspace, is
    damaged, newer, or was made by an older version (migrate it first). ``read_only`` is also set where
    nothing can be written.
    """

    def __init__(
        self, path: Path, kinds: Mapping[str, type[Record]] = KINDS, *, read_only: bool = False
    ) -> None:
        self.path = path
        self.kinds = kinds
        identify(path)
        self.read_only = read_only or not may_write(path)
        if not self.read_only:
            settle_journal(path)
        self._turn = threading.RLock()
        with told(path):
            self._key: handles.Key | None = handles.opened(path)
        self._engine = connect(path, read_only=self.read_only)
        try:
            with told(path):
                self._reader = self._engine.connect().execution_options(begin="BEGIN")
                self._writer = self._engine.connect()
            with self.reading() as connection:
                self._check(connection)
            self._seen = self._data_version()
        except BaseException:
            self.close()
            raise

    def _check(self, connection: Connection) -> None:
        schema = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if schema > SCHEMA:
            raise newer(self.path)
        if schema < SCHEMA:
            message = _("“{file}” was made by an older version and must be converted first.")
            raise Refusal(message.fill(file=self.path.name))
        if any(wrong_tables(connection.exec_driver_sql)):
            raise damaged(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._key is not None:
            handles.closed(self._key)
            self._key = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one short read of one state of the file."""
        with self._within(self._reader):
            yield self._reader

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for one transaction that writes."""
        if self.read_only:
            message = _("“{file}” is open for reading only. Save a copy to change it.")
            raise Refusal(message.fill(file=self.path.name))
        with self._within(self._writer):
            yield self._writer

    @contextmanager
    def _within(self, connection: Connection) -> Iterator[None]:
        """One transaction. A commit that fails leaves it open: it is rolled back here."""
        with self._turn, told(self.path):
            try:
                with connection.begin():
                    yield
            except BaseException:
                raw: Any = connection.connection.driver_connection
                raw.rollback()
                raise

    def load(self, scope: str | None) -> Loaded:
        """Everything of one scope. Raises Refusal when a row holds what cannot be."""
        with self.reading() as connection:
            records = [item for kind in _kept() for item in self._of_kind(connection, kind, scope)]
            done = history.steps(connection, scope, "done", self.kinds)
            undone = history.steps(connection, scope, "undone", self.kinds)
            spent = history.spent_codes(connection, scope)
        return Loaded(records, done, undone, spent)

    def _of_kind(self, connection: Connection, kind: str, scope: str | None) -> list[Record]:
        return self._read(connection, kind, "project IS ?", (scope,))

    def _read(self, connection: Connection, kind: str, where: str, given: tuple[Any, ...]) -> list[Record]:
        if kind not in TABLES:
            where, given = f"{where} AND kind IN ({', '.join('?' * len(self.kinds))})", (*given, *self.kinds)
        cursor: Any = connection.exec_driver_sql(f"{rows.select_of(kind)} WHERE {where}", given).cursor
        try:
            return rows.read(kind, cursor.fetchall(), self.kinds)
        except rows.Unfit as error:
            raise unfit(self.path, error) from error

    def projects(self) -> list[Project]:
        """Every project of the file, in order."""
        with self.reading() as connection:
            found = self._read(connection, "project", "TRUE", ())
        projects = [item for item in found if isinstance(item, Project)]
        return sorted(projects, key=lambda item: (item.position, item.code))

    def gone_projects(self) -> list[Project]:
        """Projects that were removed and can be brought back by undoing that, the last first."""
        with self.reading() as connection:
            return history.gone_projects(connection, self.kinds)

    def last_change(self, scope: str) -> datetime | None:
        """When something was last done in a scope."""
        with self.reading() as connection:
            return history.last_at(connection, scope)

    def write(self, batch: Batch) -> None:
        """Store a batch durably or not at all. Raises Conflict or Refusal."""
        last = batch.entries[-1]
        with self.writing() as connection:
            for change in batch.changes:
                if not _stored(connection, change, last):
                    raise Conflict(change, self._current(connection, change.some))
            for entry in batch.entries:
                history.write_entry(connection, entry)

    def _current(self, connection: Connection, item: Record) -> Record | None:
        return next(iter(self._read(connection, kind_of(type(item)), "id = ?", (item.id,))), None)

    def duplicate(self, draft: Path) -> None:
        """Copy the whole file as it is open, even if its name is gone. Raises Refusal."""
        with self._turn, told(self.path), closing(sqlite3.connect(draft)) as copy:
            copy.execute("PRAGMA synchronous=OFF")
            copy.execute("PRAGMA journal_mode=MEMORY")
            raw: Any = self._reader.connection.driver_connection
            raw.backup(copy)

    def _data_version(self) -> int:
        with self._turn, told(self.path):
            raw = self._reader.connection.driver_connection
            return int(raw.execute("PRAGMA data_version").fetchone()[0]) if raw else 0

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was last asked."""
        seen, self._seen = self._seen, self._data_version()
        return seen != self._seen


def _kept() -> Iterable[str]:
    return (*TABLES, ENTRY.name)


def may_write(path: Path) -> bool:
    """Whether a workspace can be written: the file, and its folder for the journal."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def unfit(path: Path, error: rows.Unfit) -> Refusal:
    """What to say of a row that no version of ours could have written."""
    message = _(
        "“{file}” is damaged: the {kind} {id} holds what cannot be in {field}. Restore the newest backup."
    )
    return Refusal(
        message.fill(file=path.name, kind=error.kind, id=error.identity[:80], field=error.name[:80])
    )


def _stored(connection: Connection, change: Change, last: Entry) -> bool:
    """Write one change, if the row is as the change expects it."""
    run, kind, at = connection.exec_driver_sql, kind_of(type(change.some)), history.moment(last.at)
    before, after = change.before, change.after
    if after is None:
        return run(rows.delete_of(kind), (change.some.id, change.some.version)).rowcount == 1
    found = rows.values(after, at, last.who)
    if before is not None:
        return run(rows.update_of(kind), (*found, before.id, before.version)).rowcount == 1
    try:
        run(rows.insert_of(kind), (*found, at, last.who))
    except IntegrityError:
        return False
    return True
