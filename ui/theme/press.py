"""Buttons in the looks of the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from ui.theme.theme import Theme

AIR = "\u2002"
RADIUS = 5
TONES = {
    "primary": "on_accent", "danger": "on_accent", "secondary": "ink1",
    "ghost": "ink2", "small": "ink2", "floating": "tip_accent",
}  # fmt: skip


class Press(QPushButton):
    """A button; ``look`` is primary (one a screen), secondary, ghost, danger, small or floating."""

    def __init__(
        self, theme: Theme, look: str = "secondary", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._icon = icon
        self.setProperty("look", look)
        self.setAutoDefault(False)
        theme.changed.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words, with air between them and the icon."""
        super().setText(AIR + text if self._icon and text else text)
        self.setAccessibleName(text)

    def show_look(self, look: str) -> None:
        """Wear another of the looks."""
        if look != self._look:
            self._look = look
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
            self._dress()

    def show_icon(self, name: str) -> None:
        """Wear another icon."""
        self._icon = name
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strong button with the focus has a gap between its ring and its ground."""
        super().paintEvent(event)
        if self._look in {"primary", "danger"} and self.hasFocus():
            ring = self._theme.ring
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("surface"), 1.5))
            inset = ring + 0.5
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS
            )
            painter.end()

    def _dress(self) -> None:
        strong = self._look in {"primary", "danger", "floating"}
        small = self._look == "small"
        self.setFont(self._theme.font("cap" if small else "uib" if strong else "ui"))
        if self._icon:
            size = 14 if small else 16
            self.setIcon(self._theme.icon(self._icon, TONES[self._look], size))
            self.setIconSize(QSize(self._theme.px(size), self._theme.px(size)))
