"""The settings and the lists of a project, as parts of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import ALWAYS, PROJECT, Command
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.preferences.shortcuts import read
from ui.sidebar import Place
from workbench.domain import Choice
from workbench.messages import _

if TYPE_CHECKING:
    from ui.preferences.dialog import SettingsDialog
    from ui.program import Program

LAST = 90
"""After every template of the phase."""


class Preferences(Feature):
    """Opens the settings; offers the page of the project's lists; has commands answer to the user's keys."""

    commands = (
        Command("settings", _("Settings…"), ("Ctrl+,",), "file", "settings", ALWAYS),
        Command("project_lists", _("Lists of this project"), (), "go", "list-checks", PROJECT),
        Command("call_mode", _("Narrow window beside a call"), ("Ctrl+Shift+L",), "view", "minimize-2"),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.dialog: SettingsDialog | None = None
        program.window.actions_.show_keys(read(program.choices.settings.shortcuts))
        name, short, icon = PHASES[1]
        place = Place("phase1", name, short, icon, 1)
        title = _("Lists of this project")
        program.pages.offer(PageKind("project_lists", title, place, _page, shows=(Choice,), rank=LAST))

    def settings(self) -> SettingsDialog:
        """Open the settings."""
        from ui.preferences.dialog import SettingsDialog  # late: nobody needs it at the start

        self.program.commit()
        self.dialog = SettingsDialog(self.program)
        self.dialog.open()
        return self.dialog

    def project_lists(self) -> None:
        """Show the lists of the open project."""
        self.program.show_page("project_lists")

    def call_mode(self) -> None:
        """Make the window narrow enough to stand beside a video call, or as it was."""
        self.program.window.toggle_call_mode()


def _page(program: Program) -> Page:
    from ui.preferences.project_page import ProjectListsPage  # late: made when it is first shown

    return ProjectListsPage(program)
