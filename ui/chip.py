"""A word on a ground of its tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import ElidedWords

if TYPE_CHECKING:
    from ui.theme import Theme

PAD = 8


class Chip(ElidedWords):
    """What kind of thing something is; hidden while it says nothing."""

    def __init__(self, theme: Theme, tone: str = "grey") -> None:
        super().__init__(theme, "capb", f"{tone}_t")
        self._ground = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_word(self, text: str, tone: str = "grey") -> None:
        """Say a word in a tone."""
        self._ground = tone
        self.setText(text)
        self.show_tone(f"{tone}_t")
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and the ground around it."""
        size = super().sizeHint()
        return QSize(size.width() + 2 * PAD, size.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and what fits of the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{self._ground}_bg"))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        inside = self.rect().adjusted(PAD, 0, -PAD, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | across), shown)
        painter.end()
