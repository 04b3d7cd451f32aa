"""The lists of the open project, edited like those of new projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import Page
from ui.preferences.list_rows import Look
from ui.preferences.list_sections import add_lists
from ui.preferences.lists import TITLES, ProjectLists
from ui.preferences.sections import Sections
from ui.theme import Words
from ui.voice import Sayings
from workbench.domain import Choice
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program

KEY = "project_lists"
TITLE = _("Lists of this project")


class ProjectListsPage(Page):
    """Every change is a step: it can be undone, and stands in the history."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        assert program.desk is not None
        self._session = program.desk.session
        look = Look(program.theme, program.voice)
        sayings = Sayings(program.voice, self)
        self.lists = ProjectLists(self._session, self)
        self.lists.writable = not program.desk.read_only
        self.sections = Sections(look)
        add_lists(self.sections, self.lists, look)
        title, fact = Words(program.theme, "h1", wrap=True), Words(program.theme, "cap", "ink3", wrap=True)
        sayings.say(title.setText, TITLE)
        sayings.say(fact.setText, _("What this project chooses from. New projects begin with the settings."))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(8)
        for widget in (title, fact):
            column.addWidget(widget)
        column.addWidget(self.sections, 1)
        self.sections.choose(next(iter(TITLES)))
        self.lead_focus(self.sections.names)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is selected here."""
        super().showEvent(event)
        self.status.emit("")

    def focus_regions(self) -> list[QWidget]:
        """The names, then the section."""
        return [self.sections.names, self.sections.stack]

    def entrance(self) -> QWidget:
        """The names of the lists."""
        return self.sections.names

    def place(self) -> dict[str, Any]:
        """Which list is shown."""
        return {"list": self.sections.current}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Show the list that was shown."""
        self.sections.choose(str(place.get("list", "")))

    def show_item(self, identity: str, _field: str = "") -> bool:
        """Show the list that an entry stands in."""
        item = self._session.workspace.find(identity)
        return isinstance(item, Choice) and self.sections.choose(item.list)
