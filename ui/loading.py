"""The second stage of a start: what is heavy is imported, and the workspace opened, in the writer thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from workbench.commands import Tools
    from workbench.domain import Project, Record
    from workbench.storage import Holder, SqliteStore
    from workbench.workspace import Loaded


@dataclass(frozen=True)
class Line:
    """One project in the list of projects."""

    project: Project
    client: str
    counts: Mapping[str, int]
    """Records by kind."""


@dataclass(frozen=True)
class Opened:
    """An open workspace file."""

    path: Path
    tools: Tools
    store: SqliteStore
    holder: Holder | None
    library: Loaded
    lines: Sequence[Line]


class InUse(Refusal):
    """No window may write there now: it is open elsewhere, or its folder is read-only."""


class Cannot(Refusal):
    """The file cannot be opened; ``backup`` is the newest one beside it, if any."""

    def __init__(self, message: Message, backup: Path | None) -> None:
        super().__init__(message)
        self.backup = backup


def open_file(
    path: Path, tools: Callable[[], Tools], *, new: bool = False, read_only: bool = False
) -> Opened:
    """Open a workspace; ``new`` makes it if it is not there. For the writer thread. Raises Refusal."""
    from workbench.storage import create, identify  # late: SQLAlchemy takes longer than a whole window

    import_module("ui.desk")  # here, so that the window's thread need not wait for it
    import_module("ui.form_view")
    known = tools()
    if new and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path)
    holder = None
    try:
        identify(path)
        holder = None if read_only else _held(path)
        store = _store(path, known, read_only=read_only)
    except InUse:
        raise
    except Refusal as refusal:
        if holder:
            holder.release()
        raise Cannot(refusal.message, newest_backup(path)) from None
    return Opened(path, known, store, holder, store.load(None), lines(store))


def _held(path: Path) -> Holder:
    from workbench.storage import hold

    try:
        return hold(path)
    except Refusal as refusal:
        raise InUse(refusal.message) from None


def _store(path: Path, tools: Tools, *, read_only: bool) -> SqliteStore:
    from workbench.storage import SqliteStore, migrations

    if not read_only:
        migrations.migrate(path)
    return SqliteStore(path, tools.kinds, read_only=read_only)


def lines(store: SqliteStore) -> list[Line]:
    """The projects of a workspace with their clients and how much they hold. For the writer thread."""
    from workbench.domain import Account, kind_of

    clients = {item.id: item.name for item in store.load(None).records if isinstance(item, Account)}
    found = []
    for project in store.projects():
        counts: dict[str, int] = {}
        for item in store.load(project.id).records:
            counts[kind_of(type(item))] = counts.get(kind_of(type(item)), 0) + 1
        found.append(Line(project, clients.get(project.account or "", ""), counts))
    return found


def sample(opened: Opened, language: str) -> tuple[list[Record], Loaded]:
    """The worked example, and what the file has of it from before. For the writer thread."""
    from workbench.commands.listing import sample_records
    from workbench.domain import Project

    records = sample_records(opened.tools, language)
    [scope] = (item.id for item in records if isinstance(item, Project))
    return records, opened.store.load(scope)


def newest_backup(path: Path) -> Path | None:
    """The newest backup of a workspace, if there is one."""
    from workbench.storage.backup import backups

    return next((found.path for found in backups(path)), None)


def write_copy(
    path: Path, tools: Tools, held: Mapping[str | None, Sequence[Record]], store: SqliteStore
) -> None:
    """Make a new workspace of the records in memory and the other projects. For the writer thread."""
    from workbench.storage import SqliteStore, create
    from workbench.workspace import Act, Batch, Change, Entry, Step
    from workbench.workspace.door import utc_now

    scopes = dict(held)
    with suppress(Refusal, OSError):
        for project in store.projects():
            if project.id not in scopes:
                scopes[project.id] = store.load(project.id).records
    create(path)
    copy = SqliteStore(path, tools.kinds)
    try:
        for scope, records in scopes.items():
            changes = tuple(Change(None, item) for item in records)
            step = Step(scope, _("Save a copy"), (), "", utc_now())
            copy.write(Batch(changes, (Entry(Act.DO, step, "", step.at),)))
    finally:
        copy.close()
