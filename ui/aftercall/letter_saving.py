"""Writes a letter as a Word document beside the work, and tells how it went."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.banner import Notice
from ui.export_dialog import safe_name
from ui.jobs import Job
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.report import Report

KEY = "letter"
SUFFIX = ".docx"


class LetterSaving(QObject):
    """One letter at a time."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._banners = program.window.banners
        self.job: Job | None = None
        self.dialog: QFileDialog | None = None

    def ask(self, owner: QWidget, report: Report) -> None:
        """Ask where it goes, then write it."""
        settings = self._program.choices.settings
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        desk = self._program.desk
        name = safe_name(desk.client if desk else "", report.title) + SUFFIX
        title = self._program.voice.translate(_("Save as Word…"))
        self.dialog = dialog = QFileDialog(owner, title, str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilter(f"Word (*{SUFFIX})")
        dialog.fileSelected.connect(lambda chosen: self.write(report, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, report: Report, path: Path) -> None:
        """Write it; a notice tells how it went."""
        desk = self._program.desk
        if desk is None or self.job is not None:
            return
        settings = replace(self._program.choices.settings, export_folder=str(path.parent))
        self._program.choices.keep(settings)
        self.job = job = Job(desk.opened.tools.writers[SUFFIX](report, path), self)
        job.done.connect(partial(self._done, path))
        job.failed.connect(partial(self._failed, report, path))
        job.ended.connect(self._end)
        job.start()

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _done(self, path: Path, _nothing: object) -> None:
        actions = ((_("Open"), partial(_open, path)), (_("Show in folder"), partial(_open, path.parent)))
        text = _("{file} is written").fill(file=path.name)
        self._banners.show_notice(KEY, Notice("green", text, actions=actions))

    def _failed(self, report: Report, path: Path, error: Exception) -> None:
        text = error.message if isinstance(error, Refusal) else Message(str(error))
        title = _("{file} was not written").fill(file=path.name)
        actions = ((_("Retry"), partial(self.write, report, path)),)
        self._banners.show_notice(KEY, Notice("red", title, text, actions))
        if not isinstance(error, Refusal | OSError):
            raise error


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
