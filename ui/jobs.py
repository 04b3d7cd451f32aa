"""Long work off the window's thread. A job is a generator that yields how far it is, in percent."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

Work = Generator[float, None, Any]


class Job(QObject):
    """One run of a generator. One of done (with what it returned), cancelled and failed is emitted."""

    progressed = Signal(float)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(Exception)
    ended = Signal()

    _told = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted = True
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin, on some thread of the pool."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Stop at the next yield."""
        self._wanted = False

    def _run(self) -> None:
        outcome: tuple[Any, Any] = (self.cancelled, None)
        try:
            while self._wanted:
                self._told.emit(self.progressed, next(self._work))
            self._work.close()
        except StopIteration as end:
            outcome = (self.done, end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must hear of it
            outcome = (self.failed, error)
        self._told.emit(*outcome)

    def _pass_on(self, signal: Any, value: object) -> None:
        if signal == self.cancelled:
            signal.emit()
        else:
            signal.emit(value)
        if signal != self.progressed:
            self.ended.emit()
