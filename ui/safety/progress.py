"""How far a long job is, and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar

from ui.dialogs.sheet import CANCEL, Sheet
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.program import Program

UNSAID = 300
"""Milliseconds in which a job may end without anything being said of it."""


class Progress(Sheet):
    """Stands before the window while a job runs; cancelling leaves all as it was."""

    def __init__(self, program: Program, title: Message, text: Message, job: Job) -> None:
        super().__init__(program.window, program.theme, program.voice, title)
        self.add_words(text)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.sayings.say(self.bar.setAccessibleName, title)
        self.body.addWidget(self.bar)
        self._job = job
        self.add_button(CANCEL, job.cancel, default=True).setFocus()
        self._soon = QTimer(self, singleShot=True, interval=UNSAID)
        self._soon.timeout.connect(self.open)
        job.progressed.connect(self._show)
        job.ended.connect(self._end)
        self._soon.start()

    def _show(self, percent: float) -> None:
        self.bar.setValue(round(percent))

    def reject(self) -> None:
        """Escape cancels; the sheet goes when the job has ended."""
        self._job.cancel()

    def _end(self) -> None:
        self._soon.stop()
        self.accept()
        self.deleteLater()
