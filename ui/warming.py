"""Imports what the window needs next in another thread, so that it answers meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

FIRST = (
    "ui.program",
    "ui.opening",
    "ui.backing",
    "ui.carrying",
    "ui.choices",
    "ui.dialogs.trouble",
    "ui.leaving",
    "ui.purging",
    "ui.taking",
    "ui.doing",
    "ui.start.page",
)
"""What the window is made of after its first paint."""
THEN = ("workbench.storage",)


class Warming(QObject):
    """``ready`` tells in the window's thread that ``FIRST`` is there; ``THEN`` follows.

    An import that fails here fails again, and is told, where the module is used.
    """

    ready = Signal()
    _warm = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._warm.connect(self.ready, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._run, name="warming", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Let the thread come to its end."""
        self._thread.join()

    def _run(self) -> None:
        _import(FIRST)
        self._warm.emit()
        _import(THEN)
        if not gc.isenabled():  # main.py has no garbage looked for among what stays
            gc.freeze()
            gc.enable()


def _import(names: Sequence[str]) -> None:
    for name in names:
        with suppress(Exception):
            import_module(name)
