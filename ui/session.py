"""What every part of the window is given: the open project, the language, the theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.domain import Project
from workbench.messages import Translate, translator
from workbench.spec import Context, Form
from workbench.workspace import Event, Workspace

if TYPE_CHECKING:
    from ui.theme import Theme


class Session(QObject):
    """One project open in one window.

    ``changed`` tells of every change to the records with its Event; ``project_changed`` when another project
    is shown; ``language_changed`` when every text must be said anew.
    """

    changed = Signal(object)
    project_changed = Signal()
    language_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        forms: Sequence[Form],
        theme: Theme,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.forms = tuple(forms)
        self.theme = theme
        self.language = language
        self.scope: str | None = None
        workspace.listeners.append(self.changed.emit)

    @property
    def translate(self) -> Translate:
        """From messages to the window's language."""
        return translator(self.language)

    @property
    def project(self) -> Project:
        """The open project; an empty one while there is none."""
        found = self.workspace.find(self.scope) if self.scope else None
        return found if isinstance(found, Project) else Project(id="")

    def context(self) -> Context:
        """The open project in the window's language. Ask anew after a change."""
        workspace, scope = self.workspace, self.scope
        return Context(self.project, self.translate, workspace.records(scope), lambda: workspace.codes(scope))

    def show_project(self, scope: str | None) -> None:
        """Open a project in this window."""
        self.workspace.open(None)
        self.workspace.open(scope)
        self.scope = scope
        self.project_changed.emit()

    def speak(self, language: str) -> None:
        """Change the window's language."""
        if language != self.language:
            self.language = language
            self.language_changed.emit()

    def is_mine(self, event: Event, widget: object) -> bool:
        """Whether a widget made the change itself."""
        return event.by is widget
