"""The workshop mode: F5 and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.actions import PAGE, PROJECT, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.sidebar import Place
from ui.theme.theme import SCALES
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "workshop"
PHASE = 3
HERE = (KEY,)
USUAL = (1440, 900)
"""The size of a screen for which the sizes of texts are made."""
FULL = Qt.WindowState.WindowFullScreen


class WorkshopMode(Feature):
    """Takes everything but the meeting out of the window, and puts it back."""

    commands = (
        Command("workshop", _("Workshop"), ("F5",), "view", "presentation", PROJECT),
        Command("next_part", _("Next part"), ("Ctrl+PgDown",), "page", "", PAGE, pages=HERE),
        Command("previous_part", _("Previous part"), ("Ctrl+PgUp",), "page", "", PAGE, pages=HERE),
        Command("park", _("Parking lot…"), ("Ctrl+L",), "page", "", PAGE, pages=HERE),
        Command("take_decision", _("Decision…"), ("Ctrl+D",), "page", "", PAGE, pages=HERE),
        Command("hide_names", _("Hide or show names"), ("F7",), "page", "", PAGE, pages=HERE),
        Command("count_people", _("Count per person"), ("Ctrl+I",), "page", "", PAGE, pages=HERE),
        Command("pause_clock", _("Pause or run the clock"), ("Ctrl+P",), "page", "timer", PAGE, pages=HERE),
        Command("take_break", _("Break"), ("F8",), "page", "timer", PAGE, pages=HERE),
        Command("leave_workshop", _("Leave the workshop"), ("Esc",), "page", "minimize-2", PAGE, pages=HERE),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        name, short, icon = PHASES[PHASE]
        place = Place(f"phase{PHASE}", name, short, icon, PHASE)
        program.pages.offer(PageKind(KEY, _("Workshop"), place, self._make, rank=40))
        self._from = ""
        self._on = False
        self._window_state = Qt.WindowState.WindowNoState
        program.pages.leaving.connect(self._remember)
        program.pages.turned.connect(self._fit)
        program.project_shown.connect(self._fit)
        program.changed.connect(self._fit)
        window = program.window
        for bar in (window, window.sidebar, window.top_bar, window.tabs, window.status_bar):
            bar.installEventFilter(self)
        self._grown = 0
        program.theme.changed.connect(self._let_be)

    def _make(self, program: Program) -> Page:
        from ui.workshop.page import WorkshopPage  # late: the first paint needs no page

        return WorkshopPage(program, self.leave)

    def workshop(self) -> None:
        """Show the meeting, or go back."""
        if self.program.pages.key == KEY:
            self.leave()
        else:
            self.program.show_page(KEY)

    def leave(self) -> None:
        """Show the page one came from."""
        known = self.program.pages.kinds
        others = [kind.key for kind in self.program.pages.at(f"phase{PHASE}") if kind.key != KEY]
        target = self._from if self._from in known else next(iter(others), "")
        page = self.program.show_page(target) if target else None
        if page is not None:
            page.entrance().setFocus()

    def _remember(self) -> None:
        if self.program.pages.key not in {"", KEY}:
            self._from = self.program.pages.key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever shows a bar while the meeting is on: it stays away. A larger wall has larger words."""
        if self._on and watched is self.program.window and event.type() == QEvent.Type.Resize:
            self._grow()
        elif self._on and event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            watched.hide()
        return False

    def _fit(self) -> None:
        """Show nothing but the page while it is the workshop's."""
        window, on = self.program.window, self.program.pages.key == KEY
        if on == self._on:
            return
        self._on = on
        window.tabs.setVisible(not on and window.tabs.count() > 1)
        for bar in (window.sidebar, window.top_bar, window.status_bar):
            bar.setVisible(not on)
        if on:
            self._window_state = window.windowState() & ~FULL
            window.setWindowState(self._window_state | FULL)
            self._grow()
        else:
            self._grown = 0
            window.theme.show_scale(self.program.choices.settings.text_scale)
            window.setWindowState(self._window_state)
            window.refit()

    def _grow(self) -> None:
        """On a larger screen nobody sits nearer: texts grow with it, until somebody sets them otherwise."""
        window, usual = self.program.window, self.program.choices.settings.text_scale
        share = min(window.width() / USUAL[0], window.height() / USUAL[1])
        wanted = min(SCALES, key=lambda known: abs(known - usual * max(1.0, share)))
        if self._grown in {0, window.theme.scale}:
            self._grown = wanted
            window.theme.show_scale(wanted)

    def _let_be(self) -> None:
        if self._on and self._grown != self.program.theme.scale:
            self._grown = -1
