"""What comes into a project: an edited workbook or a table, after a review, as one step."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from ui.banner import Notice
from ui.dialogs.review import parts_of
from ui.dialogs.review import review as show_review
from ui.dialogs.sides import Sides
from ui.jobs import Job
from workbench.messages import Message, Refusal, _, translator

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.dialogs.sheet import Sheet
    from ui.program import Program
    from workbench.commands import Tools
    from workbench.spec import Context
    from workbench.spec.headers import ContextFor
    from workbench.spec.review import Review

KEY = "import"

_TABLES = _("Workbooks and tables")


class Taking(QObject):
    """Reads a file beside the work, shows what it would change, and changes it if the user agrees."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._window = program.window
        self.job: Job | None = None
        self.sheet: Sheet | None = None
        self._compared: tuple[str | None, list[Any]] = (None, [])
        program.taking_wanted.connect(self.take_in)

    def ask_import(self) -> None:
        """Let the user choose a file."""
        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return
        dialog = QFileDialog(self._window, self._program.voice.translate(_("Import")))
        known = " ".join(f"*{suffix}" for suffix in desk.opened.tools.readers)
        dialog.setNameFilter(f"{self._program.voice.translate(_TABLES)} ({known})")
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Read a file; the review follows."""
        desk = self._program.desk
        if desk is None or self.job is not None:
            return
        self._program.commit()
        session = desk.session
        self._compared = (session.scope, session.workspace.held(session.scope) if session.scope else [])
        self.job = job = Job(_read(desk.opened.tools, path, _as_it_is(desk)), self)
        job.done.connect(partial(self._review, path))
        job.failed.connect(partial(self._failed, path))
        job.cancelled.connect(partial(self._window.banners.drop, KEY))
        job.ended.connect(self._end)
        text = _("Reading {file}…").fill(file=path.name)
        cancel = ((_("Cancel"), job.cancel),)
        self._window.banners.show_notice(KEY, Notice("accent", text, actions=cancel, closable=False))
        job.start()

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _review(self, path: Path, found: Review) -> None:
        self._window.banners.drop(KEY)
        desk = self._program.desk
        if desk is None or desk.session.scope is None or desk.session.scope != self._compared[0]:
            return
        if desk.session.workspace.held(desk.session.scope) != self._compared[1]:
            QTimer.singleShot(0, self, partial(self.take_in, path))  # what it was compared with is gone
            return
        sides = Sides(found.conflicts, self._program.theme, self._program.voice) if found.conflicts else None
        plain = replace(found, conflicts=()) if sides and not found.problems else found
        parts = parts_of(plain, self._program.voice.translate)
        clear = not found.problems and (found.records or found.removed or found.conflicts)
        apply = partial(self._agree, found, sides, path) if clear else None
        self.sheet = show_review(self._window, self._program.theme, self._program.voice, parts, apply)
        if sides is not None and clear:
            self.sheet.body.insertWidget(1, sides, 1)

    def _agree(self, found: Review, sides: Sides | None, path: Path) -> None:
        chosen = found.taking(sides.taken) if sides is not None else found
        desk = self._program.desk
        if desk is not None and (chosen.records or chosen.removed):
            go_on = partial(self._back_up, chosen, path)
            desk.when_saved(go_on, go_on)

    def _back_up(self, found: Review, path: Path) -> None:
        """Copy the workspace aside before it is changed."""
        desk = self._program.desk
        if desk is None or self.job is not None:
            return
        if desk.read_only:
            self.apply(found, path)
            return
        self.job = job = Job(_backup(desk.opened.path), self)
        job.done.connect(lambda _copy: self.apply(found, path))
        job.failed.connect(partial(self._failed, path))
        job.ended.connect(self._end)
        job.start()

    def apply(self, found: Review, path: Path) -> None:
        """Take a review over as one step, which undo takes back."""
        desk = self._program.desk
        if desk is not None:
            label = _("Import {file}").fill(file=path.name)
            desk.session.workspace.replace(found.records, found.removed, label=label)
            desk.autosave.flush()

    def _failed(self, path: Path, error: Exception) -> None:
        text = error.message if isinstance(error, Refusal) else Message("")
        title = _("{file} was not imported. Nothing was changed.").fill(file=path.name)
        self._window.banners.show_notice(KEY, Notice("red", title, text))
        if not isinstance(error, Refusal | OSError):
            raise error


def _backup(path: Path) -> Generator[float, None, Any]:
    from workbench.storage.backup import backup_job  # late: it knows the database

    return (yield from backup_job(path, None, "import"))


def _as_it_is(desk: Desk) -> ContextFor:
    """The project of now for another thread to read, while the window goes on changing it."""
    from workbench.spec import Context

    session, scope = desk.session, desk.session.scope
    of, codes = session.workspace.records(scope), frozenset(session.workspace.codes(scope))
    kept = {kind: of(kind) for kind in desk.opened.tools.kinds.values()} if scope is not None else {}

    def shown(language: str) -> Context:
        return Context(session.project, translator(language), lambda kind: kept.get(kind, []), lambda: codes)

    return shown


def _read(tools: Tools, path: Path, shown: ContextFor) -> Generator[float, None, Any]:
    """Read a file and compare it, both beside the window."""
    from workbench.commands.importing import reader_of  # late: readers are heavy
    from workbench.spec.review import reviewing

    incoming = yield from reader_of(tools, path)(path)
    return (yield from reviewing(incoming, tools.forms, shown))
