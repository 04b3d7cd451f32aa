"""One open workspace: its records in memory, the thread that keeps them, and the project on the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.autosave import Autosave, Watch
from ui.bridge import Fetched
from ui.loading import detail, lines, sample
from ui.session import Session
from ui.settings import Settings
from workbench.domain import Account, Project, Scenario
from workbench.domain.project import Status
from workbench.domain.record import new_id
from workbench.messages import _
from workbench.rules.choices import seeds
from workbench.workspace import Loaded, Workspace

if TYPE_CHECKING:
    from ui.bridge import Writer
    from ui.dialogs.new_project import Wanted
    from ui.loading import Detail, Line, Opened
    from ui.theme import Theme
    from workbench.domain import Record
    from workbench.workspace import Event


class Desk(QObject):
    """What the window works on.

    ``listed`` brings the list of projects, ``detailed`` tells that more is known of one; ``failed`` brings
    what could not be read.
    """

    listed = Signal(object)
    detailed = Signal()
    failed = Signal(Exception)
    cleared = Signal()

    def __init__(self, opened: Opened, writer: Writer, theme: Theme, language: str, who: str) -> None:
        super().__init__()
        self.opened = opened
        self.lines: Sequence[Line] = ()
        self.gone: Sequence[Line] = ()
        self._sort(opened.lines)
        self._writer = writer
        self._fetched = Fetched()
        self._fetched.bring(None, opened.library)
        workspace = Workspace(self._fetched, who)
        workspace.open(None)
        self.session = Session(workspace, opened.tools.forms, theme, language, self)
        self.autosave = Autosave(workspace, opened.store, writer)
        self.watch = Watch(workspace, opened.store, writer, self._fetched)
        self._asked_for = 0
        self.session.changed.connect(self._check_project)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept."""
        return self.opened.holder is None

    @property
    def client(self) -> str:
        """The name of the open project's client."""
        account = self.session.workspace.find(self.session.project.account)
        return account.name if isinstance(account, Account) else ""

    def count(self, kind: type[Record], phase: int | None) -> int:
        """How many records of a kind the open project has, or the library for no phase."""
        if phase is None:
            return len(self.session.workspace.all(kind, None))
        return len(self.session.workspace.all(kind, self.session.scope)) if self.session.scope else 0

    def open_project(self, identity: str) -> None:
        """Show a project as soon as the writer thread has read it."""
        if identity == self.session.scope:
            self.session.project_changed.emit()
            return
        self._asked_for += 1
        load = partial(self.opened.store.load, identity)
        self._writer.submit(load, partial(self._show, self._asked_for, identity), self.failed.emit)

    def _show(self, asked: int, identity: str, loaded: Loaded) -> None:
        if asked == self._asked_for:
            self._fetched.bring(identity, loaded)
            self._put_on_table(identity)

    def _put_on_table(self, scope: str | None) -> None:
        old = self.session.scope
        if scope is None:
            self.session.scope = None
            self.session.project_changed.emit()
        else:
            self.session.show_project(scope)
        if old is not None:
            self.session.workspace.close(old)
        self.watch.scopes = (None,) if scope is None else (None, scope)

    def new_project(self, wanted: Wanted, settings: Settings | None = None) -> None:
        """Make a project with the lists and thresholds that a new one begins with, and show it."""
        begin = settings or Settings()
        identity = new_id()
        places = [line.project.position for line in self.lines]
        project = Project(
            id=identity,
            code=wanted.code,
            title=wanted.title,
            language=wanted.language,
            scenario=Scenario(wanted.scenario) if wanted.scenario else Scenario.NEW_NEED,
            account=self._client_named(wanted.client),
            position=max(places, default=-1.0) + 1.0,
            value_high=begin.value_high,
            urgency_high=begin.urgency_high,
        )
        self._fetched.bring(identity, Loaded((), (), ()))
        self.session.workspace.open(identity)
        label = _("New project: {name}").fill(name=wanted.title)
        self.session.workspace.put(project, *seeds(identity, begin.defaults), label=label)
        self._put_on_table(identity)
        self.when_saved(self.list_projects)

    def _client_named(self, name: str) -> str | None:
        """The client of that name, made if there is none yet; None for no name."""
        if not name:
            return None
        accounts = self.session.workspace.all(Account, None)
        known = next((each for each in accounts if each.name.casefold() == name.casefold()), None)
        client = known or Account(name=name, position=float(len(accounts)))
        self.session.workspace.put(client, label=_("New client: {name}").fill(name=name))
        return client.id

    def open_sample(self) -> None:
        """Show the worked example, which is put into the file if it is not there."""
        call = partial(sample, self.opened, self.session.language)
        self._writer.submit(call, self._show_sample, self.failed.emit)

    def _show_sample(self, found: tuple[Sequence[Record], Loaded]) -> None:
        from workbench.commands.listing import put_sample  # late: the tests of a window need no commands

        records, before = found
        project = next(item for item in records if isinstance(item, Project))
        names = {project.id, project.code.casefold()}
        for line in self.lines:
            if names & {line.project.id, line.project.code.casefold()}:
                self.open_project(line.project.id)
                return
        self._fetched.bring(project.id, before)
        put_sample(self.session.workspace, [line.project for line in self.lines], records)
        self._put_on_table(project.id)
        self.when_saved(self.list_projects)

    def toggle_archived(self) -> None:
        """Put the open project among the archived ones, or take it back."""
        project = self.session.project
        archived = project.status is Status.ARCHIVED
        label = _("Take project out of the archive") if archived else _("Archive project")
        status = Status.ACTIVE if archived else Status.ARCHIVED
        self.session.workspace.put(replace(project, status=status), label=label)
        self.when_saved(self.list_projects)

    def close_project(self) -> None:
        """Take the project off the table once it is saved; ``listed`` follows."""
        self.when_saved(self._close_project)

    def _close_project(self) -> None:
        self._asked_for += 1
        self._put_on_table(None)
        self.list_projects()

    def list_projects(self) -> None:
        """Read the list of projects anew."""
        self._writer.submit(partial(lines, self.opened.store), self._list, self.failed.emit)

    def _list(self, found: Sequence[Line]) -> None:
        known = {line.project.id: line.detail for line in self.lines}
        self._sort([replace(line, detail=known.get(line.project.id)) for line in found])
        self.listed.emit(self.lines)
        self.read_details()

    def _sort(self, found: Sequence[Line]) -> None:
        self.lines = [line for line in found if not line.gone]
        self.gone = [line for line in found if line.gone]

    def read_details(self) -> None:
        """Read how far each project is, one at a time, so that saving never waits for all of them."""
        for line in self.lines:
            identity = line.project.id
            read = partial(detail, self.opened.store, identity)
            self._writer.submit(read, partial(self._detail, identity), self.failed.emit)

    def _detail(self, identity: str, found: Detail) -> None:
        self.lines = [
            replace(line, detail=found) if line.project.id == identity else line for line in self.lines
        ]
        self.detailed.emit()

    def with_project(self, identity: str, call: Callable[[], object]) -> None:
        """Call with a project's records in memory, whether it is on the table or not; then list anew."""
        if identity == self.session.scope:
            call()
            self.when_saved(self.list_projects)
            return

        def go_on(loaded: Loaded) -> None:
            self._fetched.bring(identity, loaded)
            self.session.workspace.open(identity)
            call()
            self.when_saved(close)

        def close() -> None:
            if identity != self.session.scope:
                self.session.workspace.close(identity)
            self.list_projects()

        self._writer.submit(partial(self.opened.store.load, identity), go_on, self.failed.emit)

    def _check_project(self, _event: Event) -> None:
        scope = self.session.scope
        if scope is not None and not isinstance(self.session.workspace.find(scope), Project):
            self.cleared.emit()

    def when_saved(self, call: Callable[[], object], otherwise: Callable[[], object] | None = None) -> None:
        """Flush, then ``call``; or ``otherwise`` if it cannot be saved now."""

        def settled() -> None:
            self.autosave.settled.disconnect(settled)
            if not self.session.workspace.unsaved:
                call()
            elif otherwise is not None:
                otherwise()

        self.autosave.settled.connect(settled)
        self.autosave.flush()

    def save_copy(
        self, path: Path, done: Callable[[bool], object], failed: Callable[[Exception], object]
    ) -> None:
        """Write what the file holds and what it has not yet into a new file; ``done`` hears if it is all."""
        from workbench.storage.copying import save_copy  # late: it knows the database

        held = {scope: self.records(scope) for scope in self.watch.scopes}
        waiting = self.session.workspace.pending.seen()
        self._writer.submit(partial(save_copy, self.opened.store, path, waiting, held), done, failed)

    def records(self, scope: str | None) -> list[Record]:
        """Every record of an open scope, as it is now."""
        workspace = self.session.workspace
        return [item for kind in self.opened.tools.kinds.values() for item in workspace.all(kind, scope)]

    def close(self) -> None:
        """Let go of the file; what is under way is finished first."""
        self.autosave.stop()
        self.watch.stop()
        opened = self.opened

        def let_go() -> None:
            opened.store.close()
            if opened.holder is not None:
                opened.holder.release()

        self._writer.submit(let_go, _ignore)


def _ignore(_nothing: object) -> None:
    """Nothing is left to do."""
