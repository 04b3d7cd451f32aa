"""The backups there are: when, why, how large, what is in each; one of them is chosen."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.history.lines import Line, LineList
from ui.history.told import when
from ui.jobs import Job
from ui.theme import Words
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.commands import Tools
    from workbench.storage.backup import Backup

WIDE, HIGH = 760, 320
WORKSPACES = _("Workspaces")
MOST = 12
REASONS = {
    "start": _("at the start"),
    "work": _("after half an hour of work"),
    "manual": _("made by hand"),
    "command": _("made by a command"),
    "import": _("before an import"),
    "before-restore": _("before a restore"),
    "before-migration": _("before the file was converted"),
}


class BackupsSheet(Sheet):
    """Choose a backup, then Restore. ``wanted`` brings its path."""

    wanted = Signal(object)

    def __init__(self, program: Program, found: Sequence[Backup]) -> None:
        super().__init__(program.window, program.theme, program.voice, _("Restore backup"))
        self._program = program
        self._job: Job | None = None
        self._asked: Path | None = None
        self.add_words(
            _("The whole file goes back to that time. What is there now is kept as a backup first.")
            if found
            else _("There is no backup yet. One is made at every start, and when you ask for it.")
        )
        self.list = LineList(program.theme, self._line)
        self.contents = Words(program.theme, "ui", "ink2", wrap=True)
        self.contents.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.contents.setMinimumWidth(program.theme.px(260))
        self.list.lines.show_items(found)
        if found:
            self.add_area(self._both(), WIDE, HIGH)
        self.add_button(_("Choose another file…"), self._ask_file, look="ghost")
        self.add_button(CANCEL, self.reject)
        self.restore = self.add_button(_("Restore"), self._agree, look="primary", default=True)
        self.restore.setEnabled(bool(found))
        self.sayings.say(self.list.setAccessibleName, _("Backups"))
        self.list.chosen.connect(self._look_in)
        self.list.opened.connect(lambda _backup: self._agree())
        if found:
            self.list.go_to(0)
            self.list.setFocus()

    def _both(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list, 3)
        row.addWidget(self.contents, 2)
        return inside

    def _line(self, backup: Backup) -> Line:
        translate = self.voice.translate
        reason = REASONS.get(backup.reason, Message(backup.reason))
        size = QLocale(self.voice.language).formattedDataSize(backup.size, 1)
        return Line(when(backup.at, translate), f"{translate(reason)} · {size}")

    def _look_in(self, backup: Backup) -> None:
        """Read what is in a backup, beside the window."""
        desk = self._program.desk
        if desk is None:
            return
        self._asked = backup.path
        self.contents.setText(self.voice.translate(_("Reading {file}…").fill(file=backup.path.name)))
        job = Job(_contents(backup.path, desk.opened.tools), self._program)
        job.done.connect(partial(self._show, backup.path))
        job.failed.connect(partial(self._fail, backup.path))
        job.ended.connect(job.deleteLater)
        self._job = job
        job.start()

    def _show(self, path: Path, projects: Sequence[tuple[str, int]]) -> None:
        if path != self._asked or not self.isVisible():
            return
        translate = self.voice.translate
        records = sum(count for _name, count in projects)
        head = _("Projects: {projects}, records: {records}").fill(projects=len(projects), records=records)
        said = [translate(head), ""]
        said += [f"{name} ({count})" for name, count in projects[:MOST]]
        if len(projects) > MOST:
            said.append(translate(_("and {count} more").fill(count=len(projects) - MOST)))
        self.contents.setText("\n".join(said))

    def _fail(self, path: Path, error: Exception) -> None:
        if path == self._asked and self.isVisible():
            text = error.message if isinstance(error, Refusal) else _("It cannot be read.")
            self.contents.setText(self.voice.translate(text))

    def _agree(self) -> None:
        backup = self.list.current
        if backup is not None:
            self._take(backup.path)

    def _take(self, path: Path) -> None:
        self.accept()
        self.wanted.emit(path)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.voice.translate(_("Choose a backup")))
        dialog.setNameFilter(f"{self.voice.translate(WORKSPACES)} (*.workbench);;* (*)")
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        dialog.open()


def _contents(path: Path, tools: Tools) -> Generator[float, None, Any]:
    from workbench.storage import SqliteStore  # late: it knows the database

    yield 0
    store = SqliteStore(path, tools.kinds, read_only=True)
    try:
        found = []
        for project in store.projects():
            found.append((f"{project.code}  {project.title}", len(store.load(project.id).records)))
            yield 50
        return found
    finally:
        store.close()
