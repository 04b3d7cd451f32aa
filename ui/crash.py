"""An error of ours is logged, shown once and survived. Nothing of the client's words is written down."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

MOST_BYTES = 500_000
KEPT = 3


class Crashes(QObject):
    """Takes every exception that nobody caught. ``happened`` tells where it was, in the window's thread."""

    happened = Signal(str)
    _heard = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = log
        self._logger: logging.Logger | None = None
        self._heard.connect(self.happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception from now on, in every thread."""
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where = described(kind, trace)
        self._log().error(where)
        self._heard.emit(where)

    def _hear_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.hear(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _log(self) -> logging.Logger:
        if self._logger is None:
            self._logger = logging.getLogger(f"workbench.{id(self)}")
            self._logger.propagate = False
            self._logger.addHandler(_handler(self._path))
        return self._logger

    def close(self) -> None:
        """Let go of the log."""
        for handler in list(self._logger.handlers) if self._logger else []:
            handler.close()


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What kind of error and where, without its text: that may hold a client's words."""
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines])


def _handler(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # late: costs 10 ms that the first paint need not pay

    maker: Callable[[], logging.Handler] = logging.NullHandler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        handler = maker()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler
