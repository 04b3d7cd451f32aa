"""The right half of every page that looks back: one entry's changes, and what one can do with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.history.changes import COLUMNS, ChangesTable
from ui.theme import ElidedWords, Press, Words

if TYPE_CHECKING:
    from ui.history.told import Told
    from ui.session import Session
    from workbench.messages import Message


class Pane(QWidget):
    """A title, a line about it, the changes, and buttons below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        theme = session.theme
        self.title = ElidedWords(theme, "h3", "ink1")
        self.about = Words(theme, "cap", "ink3", wrap=True)
        self.table = ChangesTable(session)
        self._feet = QHBoxLayout()
        self._feet.setSpacing(8)
        self._feet.addStretch(1)
        self._texts: list[tuple[Press, Message]] = []
        rule = QFrame()
        rule.setProperty("rule", "true")
        rule.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule)
        row.addLayout(self._column(), 1)
        session.language_changed.connect(self._say)

    def _column(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.about)
        self._feet.setContentsMargins(16, 8, 16, 10)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(self._feet)
        return column

    def add_button(self, text: Message, call: Callable[[], object], look: str = "secondary") -> Press:
        """A button at the foot."""
        button = Press(self._session.theme, look)
        button.clicked.connect(lambda _checked: call())
        self._texts.append((button, text))
        self._feet.addWidget(button)
        self._say()
        return button

    def _say(self) -> None:
        for button, text in self._texts:
            button.setText(self._session.translate(text))

    def show_told(
        self, title: str, about: str, told: Sequence[Told], titles: Sequence[Message] = COLUMNS
    ) -> None:
        """Show one entry's changes."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.table.show_told(told, titles)

    def show_nothing(self, about: str = "") -> None:
        """Show no entry, and why."""
        self.show_told("", about, [])
