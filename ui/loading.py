"""The second stage of a start: what is heavy is imported, and the workspace opened, in the writer thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from workbench.commands import Tools
    from workbench.domain import Project, Record
    from workbench.storage import Holder, SqliteStore
    from workbench.workspace import Loaded


NOTHING = Message("")


@dataclass(frozen=True)
class Planned:
    """An interview that has not begun."""

    identity: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Detail:
    """What a project's row says besides its name; read after the list stands."""

    phases: tuple[float, ...] = ()
    """How far each phase is, from 0 to 1."""
    phase: int = 0
    """The phase that is being worked on."""
    step: Message = NOTHING
    """What to do next."""
    changed: datetime | None = None
    planned: tuple[Planned, ...] = ()


@dataclass(frozen=True)
class Line:
    """One project in the list of projects."""

    project: Project
    client: str
    detail: Detail | None = None
    gone: bool = False
    """Whether it was deleted, and can be brought back."""


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
    """The projects of a workspace with their clients, and those that were deleted. For the writer thread."""
    from workbench.domain import Account

    clients = {item.id: item.name for item in store.load(None).records if isinstance(item, Account)}
    known = [(project, False) for project in store.projects()]
    known += [(project, True) for project in store.gone_projects()]
    return [Line(item, clients.get(item.account or "", ""), gone=gone) for item, gone in known]


def detail(store: SqliteStore, identity: str) -> Detail:
    """What a project's row says besides its name. For the writer thread."""
    from workbench.domain import Interview
    from workbench.rules.progress import next_steps, progress

    records = store.load(identity).records
    today = datetime.now().astimezone().date()
    phases = progress(_of_kind(records), today)
    fractions = tuple(part.done / part.of if part.of else 0.0 for part in phases)
    begun = max((part.phase for part in phases if part.done), default=1)
    steps = next_steps(_of_kind(records), today)
    waiting = [
        Planned(item.id, item.title or item.code, item.planned_at)
        for item in records
        if isinstance(item, Interview) and item.planned_at is not None and item.started_at is None
    ]
    idle = _("Write down goal, client and team") if not any(part.done for part in phases[1:]) else NOTHING
    said = steps[0].message if steps else idle
    return Detail(fractions, begun, said, store.last_change(identity), tuple(waiting))


def _of_kind(records: Sequence[Record]) -> Callable[[type[Any]], list[Any]]:
    return lambda kind: [item for item in records if type(item) is kind]


def sample(opened: Opened, language: str) -> tuple[list[Record], Loaded]:
    """The worked example of today, and what the file has of it from before. For the writer thread."""
    from workbench.commands.listing import sample_records
    from workbench.domain import Project

    records = sample_records(opened.tools, language, datetime.now().astimezone().date())
    [scope] = (item.id for item in records if isinstance(item, Project))
    return records, opened.store.load(scope)


def newest_backup(path: Path) -> Path | None:
    """The newest backup of a workspace, if there is one."""
    from workbench.storage.backup import backups

    return next((found.path for found in backups(path)), None)
