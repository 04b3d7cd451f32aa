"""One call of today: when, with whom, and for which project."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.voice import Voice, literal
from workbench.messages import _

if TYPE_CHECKING:
    from ui.theme import Theme

TIME = 80
"""How wide the column of times is at 100 %."""
SOON = 60
"""Minutes before a call in which it is said how many are left."""


class CallRow(QAbstractButton):
    """A card with a time on the left and two lines of words that end in an ellipsis."""

    def __init__(self, theme: Theme, voice: Voice, at: datetime, words: tuple[str, str]) -> None:
        super().__init__()
        self._theme, self._voice, self._at = theme, voice, at
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{at:%H:%M} {words[0]}")
        self.setAccessibleDescription(words[1])
        self.setToolTip(literal("\n".join(word for word in words if word)))

    def sizeHint(self) -> QSize:
        """Two lines of text and air."""
        return QSize(self._theme.px(200), self._theme.px(52))

    def _left(self) -> str:
        minutes = round((self._at - datetime.now().astimezone()).total_seconds() / 60)
        if not 0 < minutes <= SOON:
            return ""
        return self._voice.translate(_("in {count} min").fill(count=minutes))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the time, a hairline and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        edge, wide = ("focus", self._theme.ring) if self.hasFocus() else ("line2", 1)
        painter.setPen(QPen(colour(edge), wide))
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        time, left = f"{self._at:%H:%M}", self._left()
        half = self.height() // 2
        whole = QRect(12, 0, px(TIME), self.height())
        self._write(painter, ("uib", "accent_t"), time, whole.adjusted(0, px(6), 0, -half) if left else whole)
        self._write(painter, ("cap", "ink3"), left, whole.adjusted(0, half, 0, -px(6)))
        painter.fillRect(QRect(12 + px(TIME), px(10), 1, self.height() - 2 * px(10)), colour("line2"))
        room = QRect(24 + px(TIME), 0, self.width() - px(TIME) - 36, self.height())
        self._write(painter, ("uib", "ink1"), self._words[0], room.adjusted(0, px(6), 0, -half))
        self._write(painter, ("cap", "ink3"), self._words[1], room.adjusted(0, half, 0, -px(6)))
        painter.end()

    def _write(self, painter: QPainter, look: tuple[str, str], text: str, room: QRect) -> None:
        style, ink = look
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
