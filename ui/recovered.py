"""Says, after the program had ended without closing, that everything is there again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.banner import Notice
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "recovered"


class Recovered(QObject):
    """Tells once, when the project that was open is shown again, until when it is whole."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.project_shown.connect(self._ask)

    def _ask(self) -> None:
        self._program.project_shown.disconnect(self._ask)
        desk = self._program.desk
        if desk is not None and desk.session.scope is not None:
            read = partial(desk.opened.store.last_change, desk.session.scope)
            self._program.writer.submit(read, self._say, self._program.tell_failure)

    def _say(self, at: datetime | None) -> None:
        if at is None:
            return
        title = _("The program had ended unexpectedly. Everything up to {time} is restored.")
        shown = title.fill(time=f"{at.astimezone():%H:%M:%S}")
        text = _("If the last line you typed is missing, type it again; nothing else was lost.")
        self._program.window.banners.show_notice(KEY, Notice("accent", shown, text))
