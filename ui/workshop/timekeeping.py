"""The time of a meeting: which part it runs for, and what is noted of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.workshop.clock import Clock

if TYPE_CHECKING:
    from ui.workshop.bar import Bar
    from ui.workshop.meeting import Meeting, Part

NOTED = 5
"""Seconds after which the time that was spent is noted with the place."""


class Timekeeping(QObject):
    """Runs a clock for one part after the other and shows it; ``due`` when the time is worth noting."""

    due = Signal()

    def __init__(self, meeting: Meeting, bar: Bar, parent: QObject) -> None:
        super().__init__(parent)
        self._meeting, self._bar = meeting, bar
        self.clock = Clock(self)
        self.clock.ticked.connect(self._tick)
        self._part: Part | None = None
        self._ticks = 0

    def show_part(self, part: Part) -> None:
        """Say how much time a part has left."""
        self._part = part
        item = self._meeting.agenda().get(part)
        spent = max(item.spent, self.clock.spent.get(item.id, 0)) if item else 0
        self._bar.show_time(item, spent, runs=self.clock.runs)

    def run(self, part: Part) -> None:
        """Let the time run for a part."""
        item = self._meeting.agenda().get(part)
        if item is not None:
            self.clock.start(item)

    def rest(self, done: Iterable[str] = ()) -> None:
        """Let it stand still; what was spent is stored with the next step."""
        self.clock.stop()
        if self._meeting.workshop is not None:
            self._meeting.note_spent(self.clock.spent, list(done))

    def recall(self, place: Mapping[str, Any]) -> None:
        """Take over what was noted before the program ended."""
        if isinstance(spent := place.get("spent"), Mapping):
            self.clock.restore(spent)
            self._meeting.recall(self.clock.spent, place.get("passed"))

    def _tick(self) -> None:
        if self._part is not None:
            self.show_part(self._part)
        self._ticks += 1
        if self._ticks % NOTED == 0:
            self.due.emit()
