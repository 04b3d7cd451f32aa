"""The ring of the focus, round what would not show it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.theme.theme import Theme

SEEN = {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize, QEvent.Type.Show}
RADIUS = 4


class Ring(QWidget):
    """Lies over a widget, takes no click, and is there while that widget has the focus."""

    def __init__(self, theme: Theme, around: QWidget, radius: int = RADIUS) -> None:
        super().__init__(around)
        self._theme, self._around, self._radius = theme, around, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, as large as what it lies over."""
        if event.type() in SEEN:
            self.setGeometry(self._around.rect())
            self.setVisible(self._around.hasFocus())
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring inside the edge."""
        wide = self._theme.ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), wide))
        inset = wide / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius
        )
        painter.end()
