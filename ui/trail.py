"""Where the user has been: back and forward as in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.actions import PROJECT, Command
from ui.feature import Feature
from workbench.messages import _

if TYPE_CHECKING:
    from ui.page import Page
    from ui.program import Program

LONGEST = 50


@dataclass
class Stop:
    """A page where one was, and the place on it."""

    key: str
    place: dict[str, Any]
    focus: QWidget | None = None


class Trail(Feature):
    """Remembers the pages that were shown; a new way forgets what lay ahead."""

    commands = (
        Command("back", _("Back"), ("Alt+Left",), "go", "arrow-left", PROJECT),
        Command("forward", _("Forward"), ("Alt+Right",), "go", "arrow-right", PROJECT),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.stops: list[Stop] = []
        self._at = -1
        self._walking = False
        program.pages.turned.connect(self._note)
        program.pages.leaving.connect(self._leave)
        program.project_shown.connect(self._forget)

    def _forget(self) -> None:
        self.stops, self._at = [], -1
        self._note()

    def _leave(self) -> None:
        if not self._walking:  # then the way leads from another stop already, and its place is noted
            self._note_place()

    def _note_place(self) -> None:
        page = self.program.pages.current
        if page is not None and 0 <= self._at < len(self.stops):
            stop = self.stops[self._at]
            stop.place, stop.focus = page.place(), page.focusWidget()

    def _note(self) -> None:
        key = self.program.pages.key
        if not key or self._walking:
            return
        if self.stops and self.stops[self._at].key == key:
            return
        self.stops = [*self.stops[: self._at + 1], Stop(key, {})][-LONGEST:]
        self._at = len(self.stops) - 1

    def back(self) -> None:
        """Show the page before."""
        self._walk(-1)

    def forward(self) -> None:
        """Show the page that one came back from."""
        self._walk(1)

    def _walk(self, step: int) -> None:
        if not 0 <= self._at + step < len(self.stops):
            return
        self._note_place()
        self._at += step
        stop = self.stops[self._at]
        self._walking = True
        page = self.program.show_page(stop.key)
        self._walking = False
        if page is not None:
            page.restore_place(stop.place)
            self._restore_focus(page, stop.focus)

    def _restore_focus(self, page: Page, focus: QWidget | None) -> None:
        """Let what had the keys have them again, unless the page has given them to something itself."""
        unsettled = self.program.window.focusWidget() is page
        if unsettled and focus is not None and isValid(focus) and focus.isVisibleTo(page):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
