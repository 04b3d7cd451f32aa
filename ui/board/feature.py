"""Offers the board of requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import PROJECT, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.sidebar import Place
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "board"
PHASE = 3


def make(program: Program) -> Page:
    """The page of the open project."""
    from ui.board.page import BoardPage  # late: the first paint needs no page

    assert program.desk is not None
    page = BoardPage(program.desk.session)
    page.opened.connect(lambda identity: program.pages.open_item(identity, "description"))
    return page


class Board(Feature):
    """Requirements as cards that are moved by keys or by the mouse."""

    commands = (Command("show_board", _("Board"), (), "go", "columns-3", PROJECT),)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        name, short, icon = PHASES[PHASE]
        place = Place(f"phase{PHASE}", name, short, icon, PHASE)
        program.pages.offer(PageKind(KEY, _("Board"), place, make, rank=30))

    def show_board(self) -> None:
        """Show the board."""
        self.program.show_page(KEY)
