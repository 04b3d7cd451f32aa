"""The quadrant's own page, and what one does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import PAGE, PROJECT, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.sidebar import Place
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "quadrant"
PHASE = 3
HERE = (KEY,)


class Quadrant(Feature):
    """Offers the page."""

    commands = (
        Command("show_quadrant", _("Quadrant, full size"), (), "view", "", PROJECT),
        Command("thresholds", _("High from…"), (), "page", "", PAGE, pages=HERE),
        Command("mark_before", _("Remember positions"), (), "page", "bookmark", PAGE, pages=HERE),
        Command("forget_before", _("Hide arrows"), (), "page", "", PAGE, pages=HERE),
        Command("later", _("A week later"), (), "page", "", PAGE, pages=HERE),
        Command("earlier", _("A week earlier"), (), "page", "", PAGE, pages=HERE),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        name, short, icon = PHASES[PHASE]
        place = Place(f"phase{PHASE}", name, short, icon, PHASE)
        program.pages.offer(PageKind(KEY, _("Quadrant"), place, self._make, rank=31))

    def _make(self, program: Program) -> Page:
        from ui.quadrant_page import QuadrantPage  # late: the first paint needs no page

        return QuadrantPage(program)

    def show_quadrant(self) -> None:
        """Show the page."""
        self.program.show_page(KEY)
