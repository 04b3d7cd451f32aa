"""The ground of a row that stands for a project, and its initial on a coloured square."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme


@dataclass(frozen=True)
class Seal:
    """How the square looks: its distance from the left and its side in px, and the style of the letter."""

    left: int
    side: int
    style: str


def draw_ground(painter: QPainter, widget: QWidget, theme: Theme, room: QRectF, radius: float) -> None:
    """Draw what tells that the pointer or the focus is here."""
    if widget.underMouse() or widget.hasFocus():
        painter.setPen(QPen(theme.colour("focus"), theme.ring) if widget.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(room, radius, radius)


def draw_initial(painter: QPainter, theme: Theme, height: int, seal: Seal, title: str) -> None:
    """Draw the first character of a title on its square, in the middle of ``height``."""
    side = theme.px(seal.side)
    square = QRectF(seal.left, (height - side) / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(square, 6, 6)
    painter.setPen(theme.colour("on_accent"))
    painter.setFont(theme.font(seal.style))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, title[:1].upper() or "·")


class InitialSquare(QWidget):
    """The initial of a project as a widget of its own."""

    def __init__(self, theme: Theme, side: int = 40) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self._title = ""
        theme.changed.connect(self._dress)
        self._dress()

    def show_title(self, title: str) -> None:
        """Stand for the project of that title."""
        self._title = " ".join(title.split())
        self.update()

    def _dress(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square and the letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_initial(painter, self._theme, self.height(), Seal(0, self._side, "h3"), self._title)
        painter.end()
