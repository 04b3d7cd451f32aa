"""One thread that talks to the store, and its answers as calls in the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from workbench.workspace import Batch, Loaded

T = TypeVar("T")


class Writer(QObject):
    """Runs calls one after another in a thread of their own; the window's thread never waits for one."""

    _answered = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._open = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        call: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run ``call`` in the writer thread, then ``done`` or ``failed`` here; or raise its error here."""
        self._open += 1
        self._pool.submit(call).add_done_callback(partial(self._arrived, done, failed))

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._open > 0

    def close(self) -> None:
        """Take no more calls; those under way are finished by the thread."""
        self._pool.shutdown(wait=False)

    def _arrived(
        self, done: Callable[[T], object], failed: Callable[[Exception], object] | None, future: Future[T]
    ) -> None:
        self._answered.emit((done, failed, future))

    def _deliver(
        self, answer: tuple[Callable[[Any], object], Callable[[Exception], object] | None, Any]
    ) -> None:
        done, failed, future = answer
        self._open -= 1
        error = future.exception()
        if error is None:
            done(future.result())
        elif failed is not None and isinstance(error, Exception):
            failed(error)
        else:
            raise error
        if not self._open:
            self.idle.emit()


class Fetched:
    """The store as the window's thread sees it: only what the writer thread has fetched before.

    So a Workspace can be used unchanged, while every access to the disk is in the writer thread.
    """

    def __init__(self) -> None:
        self._loaded: dict[str | None, Loaded] = {}
        self._news = False

    def bring(self, scope: str | None, loaded: Loaded) -> None:
        """Lay ready what the next ``load`` of a scope returns."""
        self._loaded[scope] = loaded

    def bring_news(self, loaded: Iterable[tuple[str | None, Loaded]]) -> None:
        """Lay ready what another process has written."""
        self._loaded.update(loaded)
        self._news = True

    def load(self, scope: str | None) -> Loaded:
        """What was brought for the scope. Raises KeyError if nothing was."""
        return self._loaded.pop(scope)

    def write(self, batch: Batch) -> None:
        """Never called: batches go to the writer thread."""
        raise TypeError(batch)

    def changed_elsewhere(self) -> bool:
        """Whether news were brought since this was last asked."""
        news, self._news = self._news, False
        return news
