"""The way in: paint a window first, then open the file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QScrollArea

from ui.crash import Crashes
from ui.emblem import emblem
from ui.handover import Handover
from ui.keyboard import Keyboard
from ui.settings import Folder, Settings, default_folder
from ui.theme import Look, Theme
from ui.voice import Voice
from ui.warming import Warming
from ui.window import Window
from workbench.messages import _, system_language

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.commands import Tools

ICON = 64
"""Pixels of the window's icon."""


def run(path: Path | None, data_dir: Path | None, language: str | None, tools: Callable[[], Tools]) -> int:
    """Open the window on a workspace, the user's own if none is named. Returns the exit status.

    ``tools`` is called in another thread, after the window has been painted: it may import what is heavy.
    """
    application = application_of(sys.argv[:1])
    folder = data_dir or default_folder()
    handover = Handover(folder)
    if not handover.first and handover.give(path):
        return 0
    start = Start(application, folder, language, tools)
    start.unclean = handover.unclean
    handover.received.connect(start.come_forward)
    start.open(path)
    start.window.painted.connect(handover.listen)
    status = application.exec()
    handover.close()
    start.warming.wait()
    start.crashes.close()
    return status


def application_of(arguments: list[str]) -> QApplication:
    """The application of this process, in the style that the theme is made for."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
    else:  # as an argument, so that neither another style is made first nor Python's picture of this one
        application = QApplication([*(arguments or ["workbench"]), "-style", "Fusion"])
    application.setApplicationName("Workbench")
    return application


class Start(QObject):
    """A window from nothing: the frame at once, everything else after the first paint."""

    def __init__(
        self, application: QApplication, folder: Path, language: str | None, tools: Callable[[], Tools]
    ) -> None:
        super().__init__(application)
        self.folder = Folder(folder)
        self.settings: Settings = self.folder.read()
        spoken = language or self.settings.language or system_language()
        self.theme = Theme(_look(self.settings.look), self.settings.text_scale, spoken)
        self.voice = Voice(spoken)
        self.window = Window(self.folder, self.theme, self.voice, Keyboard(application, self))
        self.window.setWindowIcon(QIcon(emblem(self.theme, ICON, 1)))
        self.crashes = Crashes(self.folder.log, self)
        self.crashes.install()
        self.program: Program | None = None
        self.unclean = False
        self._tools = tools
        self.warming = Warming(self)
        self.window.left.connect(application.quit)

    def open(self, path: Path | None) -> None:
        """Show the window; open the workspace as soon as it can be seen."""
        chosen = path or self.folder.workspace
        self.window.show_calm(_("Opening {file}…").fill(file=chosen.name), _("Requirements workbench"))
        self.warming.ready.connect(lambda: self._go_on(chosen, new=path is None))
        self.window.painted.connect(self.warming.start)
        self.window.show()

    def come_forward(self, path: Path | None) -> None:
        """Show the window, and open a file that a second start was given."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if path is not None and self.program is not None:
            self.program.handed.emit(path)

    def _go_on(self, path: Path, *, new: bool) -> None:
        self._tell_of_errors()
        self._step(self._parts(path, new=new))

    def _step(self, parts: Iterator[None]) -> None:
        """Make one part; the window answers before the next."""
        with suppress(StopIteration):
            next(parts)
            QTimer.singleShot(0, partial(self._step, parts))

    def _parts(self, path: Path, *, new: bool) -> Iterator[None]:
        from ui.backing import Backing  # late: none of this is needed to paint the frame
        from ui.carrying import Carrying
        from ui.choices import Choices
        from ui.doing import Doing
        from ui.leaving import Keeping
        from ui.opening import Opening
        from ui.program import Program
        from ui.purging import Purging
        from ui.taking import Taking

        choices = Choices(self.window, self.settings, self)
        yield
        program = Program(self.window, choices)
        QScrollArea().viewport()  # PySide looks at every class at the first widget it has not made: now
        yield
        self.opening = Opening(program, self._tools)
        self.keeping = Keeping(program, self.opening.switch_file)
        self.backing = Backing(program)
        self.carrying = Carrying(program)
        self.taking = Taking(program)
        self.purging = Purging(program, self.opening)
        yield
        self.doing = Doing(program, self.opening, self.carrying, self.taking, self.purging)
        self._tell_of_recovery(program)
        self.program = program
        self.opening.open_path(path.absolute(), new=new)

    def _tell_of_errors(self) -> None:
        from ui.dialogs.trouble import Trouble

        self.crashes.happened.connect(Trouble(self.window, self.theme, self.voice).show_error)

    def _tell_of_recovery(self, program: Program) -> None:
        if self.unclean:
            from ui.recovered import Recovered

            Recovered(program)


def _look(name: str) -> Look:
    return Look(name) if name in set(Look) else Look.SYSTEM
