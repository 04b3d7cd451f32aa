"""Backups while one works: at the start, and after every half hour with changes."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from ui.banner import Notice
from ui.jobs import Job
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program

MINUTES = 30


class Backing(QObject):
    """Copies the open workspace aside, in a thread of the pool, and says in the sidebar when it did."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._changed = False
        self.job: Job | None = None
        self._timer = QTimer(self, interval=MINUTES * 60_000)
        self._timer.timeout.connect(self._after_work)
        program.desk_opened.connect(self._begin)
        program.desk_closed.connect(self._end)

    def _begin(self) -> None:
        desk = self._program.desk
        if desk is None or desk.read_only:
            return
        desk.session.changed.connect(self._note)
        self._timer.start()
        if desk.lines:
            self.back_up("start")

    def _end(self) -> None:
        self._timer.stop()
        self._program.window.sidebar.show_backup(Message(""))

    def _note(self, _event: object) -> None:
        self._changed = True

    def _after_work(self) -> None:
        if self._changed:
            self.back_up("work")

    def back_up(self, reason: str) -> None:
        """Make a backup now."""
        desk = self._program.desk
        if desk is None or self.job is not None:
            return
        self._changed = False
        self.job = job = Job(_work(desk.opened.path, reason), self)
        job.done.connect(self._say)
        job.failed.connect(self._failed)
        job.ended.connect(self._forget)
        job.start()

    def back_up_aloud(self) -> None:
        """Make a backup now, because the user has asked for it, and say where it is."""
        if self.job is not None:
            self.job.ended.connect(self.back_up_aloud)
            return
        self.back_up("manual")
        if self.job is not None:
            cancel = ((_("Cancel"), self.job.cancel),)
            notice = Notice("accent", _("Making a backup…"), actions=cancel, closable=False)
            self._program.window.banners.show_notice("backup", notice)
            self.job.done.connect(self._say_aloud)
            self.job.cancelled.connect(partial(self._program.window.banners.drop, "backup"))

    def _say_aloud(self, path: Path) -> None:
        text = _("Backed up and checked: {file}").fill(file=path.name)
        actions = ((_("Show in folder"), partial(_show, path.parent)),)
        self._program.window.banners.show_notice("backup", Notice("green", text, actions=actions))

    def _say(self, _path: object) -> None:
        now = datetime.now().astimezone().strftime("%H:%M")
        self._program.window.sidebar.show_backup(_("Backed up at {time}").fill(time=now))

    def _failed(self, error: Exception) -> None:
        text = error.message if isinstance(error, Refusal) else Message("")
        actions = ((_("Retry"), partial(self.back_up, "work")),)
        notice = Notice("amber", _("No backup was made. Your work itself is saved."), text, actions)
        self._program.window.banners.show_notice("backup", notice)
        if not isinstance(error, Refusal | OSError):
            raise error

    def _forget(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _work(path: Path, reason: str) -> Generator[float, None, Any]:
    from workbench.storage.backup import backup_job  # late: it knows the database

    return (yield from backup_job(path, None, reason))
