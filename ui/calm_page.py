"""One sentence in the middle of the window: opening, or why it cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message


class CalmPage(QWidget):
    """One sentence in the middle of the window, and what one can do."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._sayings = Sayings(voice, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 40, 56, 40)
        column.addStretch(2)
        self.title = Words(theme, "h1", wrap=True)
        self.text = Words(theme, "body", "ink2", wrap=True)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(12)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column.addLayout(self._row)
        column.addStretch(3)

    def say(self, title: Message, text: Message) -> None:
        """Say something, without buttons."""
        self._sayings.say(self.title.setText, title)
        self._sayings.say(self.text.setText, text)
        empty(self._row)

    def offer(self, buttons: Sequence[Press]) -> None:
        """Offer what one can do."""
        self._row.addStretch(1)
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        buttons[0].setFocus()


def empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while taken := layout.takeAt(0):
        if widget := taken.widget():
            widget.hide()
            widget.deleteLater()
