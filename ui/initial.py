"""The ground of a row that stands for a project, and its initial on a coloured square."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
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
