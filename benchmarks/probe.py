"""A process that starts, says when it could be seen and used, and how much memory that took.

Run by ``benchmarks.starting``: ``python -m benchmarks.probe bare|window FOLDER STARTED [everything]``.
It prints JSON: milliseconds since STARTED, a reading of the steady clock, and MiB.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QTimer

    from ui.app import Start

TICK = 2
"""Milliseconds between looks at whether the window answers."""
GIVE_UP = 60.0


def memory() -> float:
    """The memory of this process with its part of what is shared, in MiB."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def bare(_folder: Path, since: Callable[[], float]) -> None:
    """Only a window with a few words."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget

    application = QApplication([])

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, tell)

    def tell() -> None:
        print(json.dumps({"painted": since(), "first": memory()}), flush=True)
        application.exit()

    window, middle = Window(), QWidget()
    column = QVBoxLayout(middle)
    for text in ("需求分析与问题诊断", "正在打开 work.workbench…", "所有项目", "已保存"):
        column.addWidget(QLabel(text))
    window.setCentralWidget(middle)
    window.resize(1280, 800)
    window.show()
    application.exec()


def window(folder: Path, since: Callable[[], float], *, everything: bool = False) -> None:
    """The program as ``main.py`` starts it, on the last project of a workspace."""
    import main
    import ui.app

    class Watched(ui.app.Start):
        """Notes the first paint, then watches until the project can be edited."""

        def open(self, path: Path | None) -> None:
            self.watch = Watch(self, since, folder, everything=everything)
            self.window.painted.connect(self.watch.begin)
            super().open(path)

    ui.app.Start = Watched  # type: ignore[misc]
    status = main.main(["--data-dir", str(folder / "data"), str(folder / "bench.workbench")])
    if status:
        sys.exit("the last project could not be opened in time")


class Watch:
    """Looks every few milliseconds: the longest time between two looks is the longest freeze."""

    def __init__(self, start: Start, since: Callable[[], float], folder: Path, *, everything: bool) -> None:
        self._start, self._since, self._folder = start, since, folder
        self._everything = everything
        self._found: dict[str, float] = {}
        self._longest = self._last = 0.0
        self._filter: QObject | None = None
        self._timer: QTimer | None = None

    def begin(self) -> None:
        """The window has been painted."""
        self._found = {"painted": self._since(), "first": memory()}
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(self._start, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._last = perf_counter()

    def _look(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        if self._since() > GIVE_UP * 1000:
            self._end(1)
        page = self._start.program.page if self._start.program else None
        if page is not None and page.isVisible() and self._filter is None:
            self._filter = _painted(page, self._usable)

    def _usable(self) -> None:
        """The rows of the last project have been painted."""
        self._found |= {
            "usable": self._since(),
            "freeze": max(self._longest, perf_counter() - self._last) * 1000,
        }
        if self._timer is not None:
            self._timer.stop()
        try:
            if self._everything:
                from benchmarks.everything import use

                use(self._start, self._folder)
                self._found["all"] = memory()
        finally:
            self._end()

    def _end(self, status: int = 0) -> None:
        from PySide6.QtCore import QCoreApplication

        print(json.dumps(self._found), flush=True)
        QCoreApplication.exit(status)


def _painted(widget: Any, then: Callable[[], None]) -> QObject:
    """Call once, after the widget has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Filter(QObject):
        waiting = True

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if self.waiting and event.type() == QEvent.Type.Paint:
                self.waiting = False
                QTimer.singleShot(0, then)
            return False

    found = Filter(widget)
    widget.installEventFilter(found)
    widget.update()
    return found


def run(words: list[str]) -> None:
    """Start what is named."""
    what, folder, started, *rest = words
    begun = float(started)

    def since() -> float:
        return (monotonic() - begun) * 1000

    if what == "bare":
        bare(Path(folder), since)
    else:
        window(Path(folder), since, everything="everything" in rest)


if __name__ == "__main__":
    run(sys.argv[1:])
