"""What comes into a project: an edited workbook or a table, after a review, as one step."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.banner import Notice
from ui.dialogs.review import review as show_review
from ui.jobs import Job
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.dialogs.sheet import Sheet
    from ui.program import Program
    from workbench.commands import Tools
    from workbench.spec.review import Review

KEY = "import"


class Taking(QObject):
    """Reads a file beside the work, shows what it would change, and changes it if the user agrees."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._window = program.window
        self.job: Job | None = None
        self.sheet: Sheet | None = None

    def ask_import(self) -> None:
        """Let the user choose a file."""
        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return
        dialog = QFileDialog(self._window, self._program.voice.translate(_("Import")))
        known = " ".join(f"*{suffix}" for suffix in desk.opened.tools.readers)
        dialog.setNameFilter(f"{self._program.voice.translate(_('Workbooks and tables'))} ({known})")
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Read a file; the review follows."""
        desk = self._program.desk
        if desk is None or self.job is not None:
            return
        self._program.commit()
        self.job = job = Job(_read(desk.opened.tools, path), self)
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

    def _review(self, path: Path, incoming: Any) -> None:
        from workbench.commands.tools import context_of
        from workbench.spec.review import review

        self._window.banners.drop(KEY)
        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return
        context = partial(context_of, desk.session.workspace, desk.session.scope)
        found = review(incoming, desk.opened.tools.forms, context)
        lines = list(found.lines(self._program.voice.translate))
        clear = not found.problems and not found.conflicts and (found.records or found.removed)
        apply = partial(self.apply, found, path) if clear else None
        self.sheet = show_review(self._window, self._program.theme, self._program.voice, lines, apply)

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


def _read(tools: Tools, path: Path) -> Generator[float, None, Any]:
    from workbench.commands.importing import reader_of  # late: readers are heavy

    return (yield from reader_of(tools, path)(path))
