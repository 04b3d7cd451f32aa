"""What the pages that look back have in common: a title, one line of fact, one button, a body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.page import Page
from ui.tab_order import follow_layout
from ui.theme import ChoiceBox, ElidedWords, Press, Words
from workbench.messages import Message, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.program import Program

NOWHERE = _("There is no page for it, or it has been deleted.")


class LookBack(Page):
    """A page whose title and fact are said anew in every language."""

    def __init__(self, program: Program, title: Message, fact: Message) -> None:
        super().__init__()
        assert program.desk is not None
        self.program, self.desk = program, program.desk
        self.session = program.desk.session
        self._title, self._fact = title, fact
        self._button: tuple[Press, Message] | None = None
        self.where: ChoiceBox | None = None
        self.heading = ElidedWords(self.session.theme, "h1", "ink1")
        self.fact = Words(self.session.theme, "ui", "ink3", wrap=True)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.heading)
        self._top.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 10)
        head.setSpacing(2)
        head.addLayout(self._top)
        head.addWidget(self.fact)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self.session.language_changed.connect(self.say_anew)

    def add_main(self, text: Message, icon: str) -> Press:
        """The page's one button."""
        button = Press(self.session.theme, "primary", icon)
        self._button = (button, text)
        self._top.addWidget(button)
        return button

    def add_where(self, changed: Callable[[], object]) -> None:
        """Let the user choose between the project and the library."""
        self.where = ChoiceBox(self.session.theme)
        self.where.activated.connect(lambda _row: changed())
        self._top.addWidget(self.where)
        follow_layout(self)

    @property
    def scope(self) -> str | None:
        """What is looked at: the open project's id, or None for the library."""
        library = self.where is not None and self.where.currentIndex() == 1
        return None if library else self.session.scope

    def _say_where(self) -> None:
        if self.where is None:
            return
        translate, at = self.session.translate, max(self.where.currentIndex(), 0)
        self.where.setAccessibleName(translate(_("Where")))
        self.where.clear()
        self.where.addItems([translate(_("This project")), translate(_("Library"))])
        self.where.setCurrentIndex(at)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self.session.translate
        self._say_where()
        self.heading.setText(translate(self._title))
        self.fact.setText(translate(self._fact))
        if self._button is not None:
            self._button[0].setText(translate(self._button[1]))

    def go_to(self, identity: str) -> None:
        """Show a record where it is looked at; say so where it cannot be."""
        if not self.program.pages.open_item(identity):
            self.status.emit(self.session.translate(NOWHERE))

    def showEvent(self, event: QShowEvent) -> None:
        """What was selected on the page before is not selected here."""
        super().showEvent(event)
        self.status.emit("")

    def focus_regions(self) -> list[QWidget]:
        """The parts that F6 goes round, in reading order."""
        return [self]
