"""One of two values to choose from: all of its words, on as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton

from ui.theme import Words
from ui.voice import literal

if TYPE_CHECKING:
    from ui.theme import Theme

MOST = 600
"""How many characters of a value are shown; its tool tip has more."""
TIP = 8000
NOTHING = "—"


class Option(QFrame):
    """A button with its words beside it; a click anywhere chooses it."""

    def __init__(self, theme: Theme, text: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{name}: {text[:TIP]}")
        self.words = Words(theme, "ui", "ink1", wrap=True)
        whole = text.strip() or NOTHING
        self.words.setText(whole if len(whole) <= MOST else f"{whole[: MOST - 1]}…")
        self.words.setToolTip(literal(whole[:TIP]) if len(whole) > MOST else "")
        self.words.setMinimumWidth(theme.px(80))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.toggled.connect(self.update)
        theme.changed.connect(self.update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.rect().contains(event.position().toPoint()):
            self.button.setChecked(True)
            self.button.setFocus()
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card, tinted and edged when it is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.button.isChecked()
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "line2"), 1.5 if chosen else 1))
        painter.setBrush(self._theme.colour("accent_bg" if chosen else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
