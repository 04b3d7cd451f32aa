"""Brings the disk up to date soon after every change, and says whether it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.saving import SaveState, Saving
from workbench.messages import Message, Refusal, _
from workbench.workspace import Conflict

if TYPE_CHECKING:
    from ui.bridge import Fetched, Writer
    from workbench.workspace import Batch, Event, Loaded, Store, Workspace

IDLE = 0.3
"""Seconds after the last change."""
CEILING = 1.0
"""Seconds after the first unsaved change, at the latest."""
RETRY = 2.0
"""Seconds between tries after a failure."""
SLOW = 1.0
"""Seconds a write may take before anything is said about it."""
LOOK = 1.5
"""Seconds between looks at what other processes have written."""


class Autosave(QObject):
    """Watches a workspace. ``now`` is a clock in seconds that never goes back.

    ``settled`` tells that a flush has ended, well or not; ``conflict`` that a person must choose: then
    nothing is written until ``resume``.
    """

    state_changed = Signal(object)
    settled = Signal()
    conflict = Signal(object)

    def __init__(
        self, workspace: Workspace, store: Store, writer: Writer, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.state = SaveState(Saving.SAVED)
        self._store = store
        self._writer = writer
        self._now = now
        self._first: float | None = None
        self._last = 0.0
        self._writing = False
        self._paused = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tick)
        self._slow = QTimer(self, singleShot=True, interval=int(SLOW * 1000))
        self._slow.timeout.connect(partial(self._show, SaveState(Saving.BUSY)))
        workspace.listeners.append(self._note)

    def _note(self, _event: Event) -> None:
        if not self.workspace.unsaved:
            return
        self._last = self._now()
        if self._first is None:
            self._first = self._last
        if self.state.saving is Saving.FAILED:
            self.flush()
        else:
            self._plan()

    def _plan(self) -> None:
        if self._first is not None and not self._writing and not self._paused:
            self._timer.start(max(0, round((self.due - self._now()) * 1000)))

    @property
    def paused(self) -> bool:
        """Whether somebody must choose before anything is written."""
        return self._paused

    @property
    def due(self) -> float:
        """When the changes so far must be on their way to the disk."""
        return min(self._last + IDLE, (self._first or self._last) + CEILING)

    def tick(self) -> None:
        """Write if it is time."""
        if self.state.saving is Saving.FAILED or self._now() >= self.due - 0.001:
            self.flush()
        else:
            self._plan()

    def flush(self) -> None:
        """Begin to write at once. ``settled`` follows when nothing is unsaved, or when it has failed."""
        self._timer.stop()
        if self._paused or self._writing:
            return
        batch = self.workspace.take()
        if batch is None:
            self.settled.emit()
            return
        self._first = None
        self._writing = True
        self._slow.start()
        self._writer.submit(partial(self._write, batch), self._written, self._failed)

    def _write(self, batch: Batch) -> None:
        self._store.write(batch)

    def _written(self, _nothing: object) -> None:
        self.workspace.written()
        self._writing = False
        self._slow.stop()
        self.state = SaveState(Saving.SAVED)
        self.state_changed.emit(self.state)  # each time: it is said when
        if self._first is None:
            self.settled.emit()
        else:
            self._plan()

    def _failed(self, error: Exception) -> None:
        self.workspace.failed()
        self._writing = False
        self._slow.stop()
        self._first = self._first or self._last
        if isinstance(error, Conflict):
            self._paused = True
            self._show(SaveState(Saving.FAILED, error.message))
            self.conflict.emit(error)
            return
        self._show(SaveState(Saving.FAILED, _reason(error)))
        self._timer.start(int(RETRY * 1000))
        self.settled.emit()
        if not isinstance(error, Refusal | OSError):
            raise error

    def resume(self) -> None:
        """Go on after a conflict has been settled."""
        self._paused = False
        if self.workspace.unsaved:
            self.flush()
        else:
            self._first = None
            self._show(SaveState(Saving.SAVED))
            self.settled.emit()

    def stop(self) -> None:
        """Watch no more, and tell nobody how what is under way ends."""
        self._timer.stop()
        self._slow.stop()
        self._paused = True
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.workspace.listeners.remove(self._note)

    def _show(self, state: SaveState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


class Watch(QObject):
    """Takes over what other processes write into the open workspace, within two seconds."""

    def __init__(self, workspace: Workspace, store: Store, writer: Writer, fetched: Fetched) -> None:
        super().__init__()
        self.scopes: tuple[str | None, ...] = (None,)
        self._workspace = workspace
        self._store = store
        self._writer = writer
        self._fetched = fetched
        self._again = False
        self._asked = False
        self._timer = QTimer(self, interval=int(LOOK * 1000))
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask the store, in its thread."""
        if not self._asked:
            self._asked = True
            ask = partial(self._news, self.scopes, force=self._again)
            self._again = False
            self._writer.submit(ask, partial(self._take, self.scopes), self._missed)

    def _news(self, scopes: tuple[str | None, ...], *, force: bool) -> list[tuple[str | None, Loaded]]:
        if self._store.changed_elsewhere() or force:
            return [(scope, self._store.load(scope)) for scope in scopes]
        return []

    def _take(self, scopes: tuple[str | None, ...], found: list[tuple[str | None, Loaded]]) -> None:
        self._asked = False
        if not found:
            return
        if scopes != self.scopes:
            self._again = True
            return
        self._fetched.bring_news(found)
        self._workspace.refresh()

    def _missed(self, error: Exception) -> None:
        self._asked = False
        self._again = True
        if not isinstance(error, Refusal | OSError):
            raise error

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


def _reason(error: Exception) -> Message:
    if isinstance(error, Refusal):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        return Message(error.strerror)
    return _("an error of this program")
