"""Files of a workshop, written beside the meeting and without a dialog: where exports went last."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.banner import Notice
from ui.export_dialog import Wish, safe_name
from ui.jobs import Job, Work
from ui.workshop.minutes import minutes, picture
from workbench.messages import Message, Refusal, _
from workbench.report import branded

if TYPE_CHECKING:
    from ui.program import Program
    from ui.workshop.meeting import Meeting
    from workbench.charts.scene import Scene
    from workbench.commands import Tools

KEY = "workshop"
NAMES = {".docx": _("Meeting minutes"), ".png": _("Quadrant"), ".xlsx": _("Tables")}


class Saving(QObject):
    """Writes one file after the other."""

    def __init__(self, program: Program, meeting: Meeting, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._meeting = program, meeting
        self.job: Job | None = None
        self._wanted: list[str] = []

    @property
    def busy(self) -> bool:
        """Whether a file is being written, or is still to be."""
        return bool(self._wanted)

    def save(self, suffix: str) -> None:
        """Write the minutes, the quadrant or the project's tables once everything is saved."""
        if suffix not in self._wanted:
            self._wanted.append(suffix)
            if len(self._wanted) == 1:
                self._go_on()

    def _go_on(self) -> None:
        desk = self._program.desk
        if desk is not None and self._wanted:
            start = partial(self._start, self._wanted[0])
            desk.when_saved(start, start)

    def path(self, suffix: str) -> Path:
        """A name that is not taken yet."""
        session, kept = self._meeting.session, self._program.choices.settings.export_folder
        folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
        now = self._meeting.now
        stem = safe_name(
            session.project.code, now.title, session.translate(NAMES[suffix]), str(now.held_on or "")
        )
        names = (f"{stem}{f' ({number})' if number else ''}{suffix}" for number in range(1000))
        return next(
            (path for name in names if not (path := folder / name).exists()), folder / f"{stem}{suffix}"
        )

    def _start(self, suffix: str) -> None:
        path = self.path(suffix)
        self.job = job = Job(self._work(suffix, path), self)
        job.done.connect(lambda _nothing: self._done(path))
        job.failed.connect(partial(self._failed, path))
        job.ended.connect(self._end)
        job.start()

    def _work(self, suffix: str, path: Path) -> Work:
        """What is to be done in another thread; what it needs is read here."""
        from ui.carrying import brand_of, written  # late: only who writes a file needs it

        desk, session = self._program.desk, self._meeting.session
        assert desk is not None
        tools, brand = desk.opened.tools, brand_of(self._program)
        if suffix == ".docx":
            return tools.writers[suffix](branded(minutes(self._meeting), brand), path)
        if suffix == ".png":
            return _painted(tools, picture(self._meeting), path, session.language)
        wish = Wish(path, session.language)
        return written(tools, desk.opened.path, session.scope or "", (wish, brand))

    def _done(self, path: Path) -> None:
        actions = ((_("Open"), partial(_open, path)), (_("Show in folder"), partial(_open, path.parent)))
        text = _("{file} is written").fill(file=path.name)
        self._program.window.banners.show_notice(KEY, Notice("green", text, actions=actions))

    def _failed(self, path: Path, error: Exception) -> None:
        if not isinstance(error, Refusal | OSError):
            raise error
        text = error.message if isinstance(error, Refusal) else Message(str(error))
        title = _("{file} was not written").fill(file=path.name)
        self._program.window.banners.show_notice(KEY, Notice("red", title, text))

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        del self._wanted[:1]
        self._go_on()


def _painted(tools: Tools, scene: Scene, path: Path, language: str) -> Work:
    yield 0
    tools.painters[path.suffix](scene, path, language)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
