"""The settings: everything holds at once, so there is nothing to confirm."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.dialogs.sheet import Sheet
from ui.preferences.general import General
from ui.preferences.key_table import KeyTable
from ui.preferences.list_rows import Look
from ui.preferences.list_sections import add_lists
from ui.preferences.lists import DefaultLists
from ui.preferences.organisation import Organisation
from ui.preferences.sections import Sections
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

WIDTH, HEIGHT, BESIDES = 860, 580, 176


class SettingsDialog(Sheet):
    """Sections for the user, the organisation, the keys, and the lists of new projects."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window, program.theme, program.voice, _("Settings"))
        look = Look(program.theme, program.voice)
        actions = program.window.actions_
        self.lists = DefaultLists(program.choices, self)
        self.sections = Sections(look)
        self.sections.add("general", _("General"), partial(General, program))
        self.sections.add("organisation", _("Organisation"), partial(Organisation, program))
        self.sections.add("keyboard", _("Keyboard"), partial(KeyTable, actions, program.choices, look))
        self.sections.add_title(_("New projects begin with"))
        add_lists(self.sections, self.lists, look)
        self.add_area(self.sections, WIDTH, HEIGHT, BESIDES)
        self.add_button(_("Close"), self.accept, default=False)
        self.sections.choose("general")
        self.sections.names.setFocus()
