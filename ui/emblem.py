"""The sign of the program: the fish of the diagnosis on a square in its colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.theme import Theme

FISH = 0.7
"""How much of the square the fish takes."""


def emblem(theme: Theme, side: int, ratio: float) -> QPixmap:
    """The sign, ``side`` pixels wide at 100 %, for a screen with that ratio of device to logical pixels."""
    wide = theme.px(side)
    found = QPixmap(round(wide * ratio), round(wide * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(0, 0, wide, wide, wide / 5, wide / 5)
    fish = theme.icon("fish", "on_accent", round(side * FISH))
    fish.paint(painter, QRect(0, 0, wide, wide))
    painter.end()
    return found
