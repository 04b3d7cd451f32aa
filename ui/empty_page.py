"""What a form's page shows while it has no rows, or none that a filter lets through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.theme import Press, Words

Key = Qt.Key
_OF_ROWS = (Key.Key_N, Key.Key_Insert, Key.Key_V)


class EmptyPage(QWidget):
    """A sentence, what to do about it, one button and its key. ``wanted`` is the button."""

    wanted = Signal()

    def __init__(self, session: Session, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.press: Callable[[QKeyEvent], bool] | None = None
        theme = session.theme
        self.title = Words(theme, "h2", "ink1", wrap=True)
        self.hint = Words(theme, "ui", "ink2", wrap=True)
        self.button = Press(theme, look, "plus" if look == "primary" else "")
        self.keys = Words(theme, "cap", "ink3", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(40, 20, 40, 20)
        inside.setSpacing(10)
        inside.addStretch(2)
        for words in (self.title, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(words)
        inside.addSpacing(8)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.keys)
        inside.addStretch(3)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.wanted)

    def show_words(self, title: str, hint: str, button: str, keys: str) -> None:
        """Say what is missing here."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.button.setText(button)
        self.setFocusProxy(self.button if button else None)  # type: ignore[arg-type]  # Qt takes None
        self.keys.setText(keys)
        self.keys.setVisible(bool(keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button does; the keys that begin a row work as they do in the table."""
        if event.key() in {Key.Key_Return, Key.Key_Enter}:
            self.wanted.emit()
        elif self.press is None or event.key() not in _OF_ROWS or not self.press(event):
            super().keyPressEvent(event)
