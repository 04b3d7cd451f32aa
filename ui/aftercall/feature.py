"""What comes after a call, as pages and commands of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import FILE, PROJECT, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.sidebar import Place
from workbench.messages import _

if TYPE_CHECKING:
    from ui.aftercall.practice import Practice
    from ui.aftercall.private_window import PrivateWindow
    from ui.program import Program

TRIAGE, READ_BACK, LETTERS = "triage", "read_back", "letters"


class AfterCall(Feature):
    """Sorting lines, reading back, letters; the private window; the practice call."""

    commands = (
        Command("triage", _("After the call"), ("Ctrl+Shift+T",), "go", "list-checks", PROJECT),
        Command("read_back", _("Read back"), ("Ctrl+R",), "go", "messages-square", PROJECT),
        Command("confirmation_letter", _("Confirmation letter"), ("Ctrl+Shift+D",), "go", "send", PROJECT),
        Command("minutes", _("Minutes of the call"), (), "go", "file-text", PROJECT),
        Command("private_window", _("Private window"), ("Ctrl+Shift+R",), "view", "panel-right", PROJECT),
        Command("practice_call", _("Practice call…"), (), "help", "presentation", FILE),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        from ui.aftercall.calls import Calls

        self.held = Calls(program)
        self.private: PrivateWindow | None = None
        self.practice: Practice | None = None
        program.desk_closed.connect(self._drop_private)
        name, short, icon = PHASES[2]
        place = Place("phase2", name, short, icon, 2)
        program.pages.offer(PageKind(TRIAGE, _("After the call"), place, self._make_triage, rank=5))
        program.pages.offer(PageKind(READ_BACK, _("Read back"), place, self._make_read_back, rank=6))
        program.pages.offer(PageKind(LETTERS, _("Letters"), place, self._make_letters, rank=7))

    def _make_triage(self, _program: Program) -> Page:
        from ui.aftercall.triage_page import TriagePage  # late: the first paint needs no page

        return TriagePage(self.held)

    def _make_read_back(self, _program: Program) -> Page:
        from ui.aftercall.read_back_page import ReadBackPage

        return ReadBackPage(self.held)

    def _make_letters(self, _program: Program) -> Page:
        from ui.aftercall.letters_page import LettersPage

        return LettersPage(self.held)

    def triage(self) -> None:
        """Sort the lines that have no kind yet."""
        from ui.aftercall.triage_page import TriagePage

        page = self.program.show_page(TRIAGE)
        if isinstance(page, TriagePage):
            page.begin()

    def read_back(self) -> None:
        """Read back what was understood."""
        from ui.aftercall.read_back_page import ReadBackPage

        page = self.program.show_page(READ_BACK)
        if isinstance(page, ReadBackPage):
            page.begin()

    def confirmation_letter(self) -> None:
        """Write to the client what was understood."""
        self._show_letter("confirmation")

    def minutes(self) -> None:
        """Write the minutes for ourselves."""
        self._show_letter("minutes")

    def _show_letter(self, kind: str) -> None:
        from ui.aftercall.letters_page import Letter, LettersPage

        page = self.program.show_page(LETTERS)
        if isinstance(page, LettersPage):
            page.show_letter(Letter(kind))

    def private_window(self) -> None:
        """Show the private window, or put it away."""
        from ui.aftercall.private_window import PrivateWindow

        if self.private is None:
            self.private = PrivateWindow(self.held)
        self.private.toggle()

    def _drop_private(self) -> None:
        if self.private is not None:
            self.private.hide()
            self.private.deleteLater()
            self.private = None

    def practice_call(self) -> None:
        """Open the practice call in a window of its own, with a file of its own."""
        from ui.aftercall.practice import Practice

        if self.practice is None:
            self.practice = Practice(self.program)
            self.practice.ended.connect(self._forget_practice)
        self.practice.show()

    def _forget_practice(self) -> None:
        self.practice = None
