"""A word that is on or off, beside others of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from ui.theme import Theme

PAD = 8
MARK = 14


class ToggleChip(QAbstractButton):
    """Outlined while off; on a tinted ground and with a tick while on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)
        self.toggled.connect(self.updateGeometry)

    def show_word(self, text: str) -> None:
        """Say another word."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word, its tick, and the ground around them."""
        theme = self._theme
        wide = QFontMetricsF(theme.font("capb")).horizontalAdvance(self.text()) + 2 * PAD
        mark = theme.px(MARK) + 4 if self.isChecked() else 0
        return QSize(int(wide) + mark + 1, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, tick, word, and a ring while it has the focus."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, inside = self.isChecked(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        quiet = "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.colour("accent_line" if on else "control"), 1))
        painter.setBrush(theme.colour("accent_bg" if on else quiet))
        painter.drawRoundedRect(inside, 5, 5)
        left = PAD
        if on:
            side = theme.px(MARK)
            tick = theme.icon("check", "accent_t", MARK)
            tick.paint(painter, left, (self.height() - side) // 2, side, side)
            left += side + 4
        painter.setFont(theme.font("capb" if on else "cap"))
        painter.setPen(theme.colour("accent_t" if on else "ink1"))
        words = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()
