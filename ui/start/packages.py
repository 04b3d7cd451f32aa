"""Project packages in the window: a new project is added, a known one is reviewed first."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from ui.actions import WRITABLE, Command
from ui.banner import NOTHING, Notice
from ui.dialogs.review import review, told_parts
from ui.dialogs.sheet import Sheet
from ui.feature import Feature
from ui.jobs import Job
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.storage.packages import Package

KEY = "package"
PACKAGE, WORKSPACE = ".wbproj", ".workbench"
PACKAGES = _("Project packages")


class Packages(Feature):
    """Opens packages and workspaces that are chosen, dropped on the window or given to a second start."""

    commands = (Command("open_package", _("Open project package…"), (), "file", "package", WRITABLE),)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.job: Job | None = None
        self.sheet: Sheet | None = None
        program.window.setAcceptDrops(True)
        program.window.installEventFilter(self)
        program.handed.connect(self.take_file)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        coming = isinstance(event, QDropEvent) and event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}
        files = _files(event.mimeData()) if isinstance(event, QDropEvent) and coming else []
        if files and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take_file(files[0])
        return bool(files)

    def open_package(self) -> None:
        """Let the user choose a package."""
        translate = self.program.voice.translate
        dialog = QFileDialog(self.program.window, translate(_("Open project package…")))
        dialog.setNameFilter(f"{translate(PACKAGES)} (*{PACKAGE})")
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Open a workspace, take in a package, or review a workbook or table for the open project."""
        desk, suffix = self.program.desk, path.suffix.lower()
        if suffix == PACKAGE:
            self.take_package(path)
        elif desk is not None and suffix in desk.opened.tools.readers:
            if desk.session.scope is None:
                text = _("Open the project that {file} belongs to, then drop it again.")
                self._say("amber", text.fill(file=path.name))
            else:
                self.program.taking_wanted.emit(path)
        elif desk is None or suffix == WORKSPACE:
            self.program.window.start.file_chosen.emit(path)
        else:
            self._look_first(path)

    def _look_first(self, path: Path) -> None:
        """Put the open file away only for one that can be opened: anything may be dropped."""
        from workbench.storage.identity import identify  # late: the first paint opens nothing

        def refuse(error: Exception) -> None:
            if not isinstance(error, Refusal | OSError):
                raise error
            why = error.message if isinstance(error, Refusal) else Message(str(error))
            self._say("amber", _("{file} is not open").fill(file=path.name), why)

        choose = partial(self.program.window.start.file_chosen.emit, path)
        self.program.writer.submit(partial(identify, path), lambda _schema: choose(), refuse)

    def take_package(self, path: Path) -> None:
        """Read a package beside the work; what it holds is taken over after that."""
        desk = self.program.desk
        if self.job is not None:
            return
        if desk is None or desk.read_only:
            why = _("Open for reading only") if desk else _("No workspace is open.")
            self._say("amber", _("{file} was not imported. Nothing was changed.").fill(file=path.name), why)
            return
        self.program.commit()
        self.job = job = Job(_read(path, desk.opened.tools.kinds), self)
        job.done.connect(partial(self._read, path))
        job.failed.connect(partial(self._failed, path))
        job.ended.connect(self._end)
        job.start()

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _read(self, path: Path, package: Package) -> None:
        desk = self.program.desk
        if desk is None:
            return
        if package.project.id in {line.project.id for line in desk.lines}:
            desk.with_project(package.project.id, partial(self._review, path, package))
        else:
            desk.when_saved(partial(self._add, path, package))

    def _add(self, path: Path, package: Package) -> None:
        from workbench.commands.importing import (  # late: commands are not needed to paint
            add_package,
            free_code,
        )

        desk = self.program.desk
        if desk is None:
            return
        known = [line.project for line in desk.lines]
        project = replace(package.project, code=free_code(package.project.code, known))

        def put() -> None:
            add_package(desk.session.workspace, known, replace(package, project=project), path.name)

        desk.with_project(project.id, put)
        open_it = ((_("Open"), partial(self.program.open_project, project.id)),)
        text = _("{file}: the project {code} is added").fill(file=path.name, code=project.code)
        self.program.window.banners.show_notice(KEY, Notice("green", text, actions=open_it))

    def _review(self, path: Path, package: Package) -> None:
        from workbench.commands.importing import renewed
        from workbench.workspace import Change

        desk = self.program.desk
        if desk is None:
            return
        workspace = desk.session.workspace
        changes = [Change(workspace.find(item.id), item) for item in renewed(workspace, package)]
        parts = told_parts(desk.session, changes)
        apply = partial(self._renew, path, package) if changes else None
        self.sheet = review(self.program.window, self.program.theme, self.program.voice, parts, apply)
        self.sheet.add_button(_("Import as a copy"), partial(self._copy, path, package))

    def _renew(self, path: Path, package: Package) -> None:
        from workbench.commands.importing import put_renewed, renewed

        desk = self.program.desk
        if desk is not None:
            workspace = desk.session.workspace
            desk.with_project(
                package.project.id, lambda: put_renewed(workspace, renewed(workspace, package), path.name)
            )

    def _copy(self, path: Path, package: Package) -> None:
        from workbench.storage.packages import copied

        if self.sheet is not None:
            self.sheet.reject()
        if self.program.desk is not None:
            self.program.desk.when_saved(partial(self._add, path, copied(package)))

    def _failed(self, path: Path, error: Exception) -> None:
        text = error.message if isinstance(error, Refusal) else Message("")
        self._say("red", _("{file} was not imported. Nothing was changed.").fill(file=path.name), text)
        if not isinstance(error, Refusal | OSError):
            raise error

    def _say(self, tone: str, title: Message, text: Message = NOTHING) -> None:
        self.program.window.banners.show_notice(KEY, Notice(tone, title, text))


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def _read(path: Path, kinds: Any) -> Generator[float, None, Package]:
    from workbench.storage.packages import read_package  # late: it knows the database

    yield 0.0
    return read_package(path, kinds)
