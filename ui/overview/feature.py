"""Offers the overview of a project, and keeps the rings of the sidebar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.actions import PAGE, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import OVERVIEW
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "overview"
PAUSE = 400
"""Milliseconds without a change after which the rings follow."""


def make(program: Program) -> Page:
    """The page of the open project."""
    from ui.overview.page import OverviewPage  # late: the first paint needs no page

    assert program.desk is not None
    return OverviewPage(program, program.desk.session)


class Overview(Feature):
    """The first page of a project."""

    commands = (
        Command("chain_as_table", _("Show the chain as a table"), (), "view", "table-2", PAGE, pages=(KEY,)),
        Command("copy_chain", _("Copy the chain as a table"), (), "edit", "copy", PAGE, pages=(KEY,)),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        program.pages.offer(PageKind(KEY, OVERVIEW.name, OVERVIEW, make))
        self._timer = QTimer(program.window, singleShot=True, interval=PAUSE)  # goes with it
        self._timer.timeout.connect(self.refresh)
        program.changed.connect(self._timer.start)
        program.project_shown.connect(self.refresh)
        program.desk_opened.connect(self._offer_settings)
        program.window.sidebar.gear.clicked.connect(lambda _checked: program.window.actions_.run("settings"))

    def _offer_settings(self) -> None:
        window = self.program.window
        window.sidebar.gear.setVisible("settings" in window.actions_.known)

    def refresh(self) -> None:
        """Tell the sidebar how far the phases are; none while no project is open."""
        from workbench.rules.gaps import remembered  # late: the first paint needs no rules
        from workbench.rules.progress import progress  # late: the first paint needs no rules

        desk = self.program.desk
        if desk is None or desk.session.scope is None:
            self.program.window.sidebar.show_progress({})
            return
        records = remembered(desk.session.context().records)
        today = date.today()  # noqa: DTZ011 - the user's own day
        shares = {each.phase: each.done / max(1, each.of) for each in progress(records, today)}
        self.program.window.sidebar.show_progress(shares)
