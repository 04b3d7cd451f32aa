"""How much of its minutes a part has taken; the time runs only while the part is on view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from workbench.domain.workshop import AgendaItem

TICK = 1000
WARNING = 0.8
"""The share of its minutes from which a part shows that they run out."""


class Clock(QObject):
    """Counts for one agenda item at a time. ``ticked`` comes each second while it runs."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spent: dict[str, int] = {}
        self.identity = ""
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def runs(self) -> bool:
        """Whether time is counted."""
        return self._timer.isActive()

    def start(self, item: AgendaItem) -> None:
        """Count for an item from what it has taken already."""
        self.stop()
        self.identity = item.id
        self.spent[item.id] = max(item.spent, self.spent.get(item.id, 0))
        self._elapsed.start()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        if self.runs:
            self._take()
            self._timer.stop()

    def _tick(self) -> None:
        self._take()
        self.ticked.emit()

    def _take(self) -> None:
        self.spent[self.identity] = self.spent.get(self.identity, 0) + max(0, self._elapsed.restart())

    def restore(self, spent: Mapping[str, Any]) -> None:
        """Take over what was counted before the program ended."""
        for identity, taken in spent.items():
            if isinstance(taken, int) and not isinstance(taken, bool):
                self.spent[str(identity)] = max(taken, self.spent.get(str(identity), 0))


def reading(item: AgendaItem, spent: int) -> tuple[str, float]:
    """What the clock says, as minutes and seconds that are left, and the share that is used up."""
    whole = item.minutes * 60_000
    left = whole - spent
    minutes, seconds = divmod(abs(left) // 1000, 60)
    sign = "−" if left < 0 else ""
    return f"{sign}{minutes:02}:{seconds:02}", spent / whole if whole else 1.0
