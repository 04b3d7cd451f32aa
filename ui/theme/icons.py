"""Lucide icons in the colours of the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[1] / "assets" / "icons"
UNKNOWN = "table-2"
SMALL = 14
"""Icons up to this many pixels get a heavier line."""


def picture(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """One icon as pixels for a screen with that ratio of device to logical pixels."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour, size).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def make(name: str, colour: QColor, idle: QColor, size: int) -> QIcon:
    """An icon that is sharp on every screen of this computer, and ``idle`` on what cannot be pressed."""
    icon = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        drawn = picture(name, colour, size, ratio)
        icon.addPixmap(drawn)
        icon.addPixmap(_tinted(drawn, idle), QIcon.Mode.Disabled)
    return icon


def _tinted(drawn: QPixmap, colour: QColor) -> QPixmap:
    """The same in another colour, without reading the drawing again."""
    found = drawn.copy()
    painter = QPainter(found)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(found.rect(), colour)
    painter.end()
    return found


def _renderer(name: str, colour: QColor, size: int) -> QSvgRenderer:
    file = ICONS / f"{name}.svg"
    if not file.exists():
        file = ICONS / f"{UNKNOWN}.svg"  # a template may name an icon that is not shipped
    line = "2" if size <= SMALL else "1.75"
    drawing = file.read_text(encoding="utf-8").replace("currentColor", colour.name())
    return QSvgRenderer(QByteArray(drawing.replace('stroke-width="2"', f'stroke-width="{line}"').encode()))
