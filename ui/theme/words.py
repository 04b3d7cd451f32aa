"""A label whose words are only ever words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class Words(QLabel):
    """Plain text, never read as HTML, in a style and tone of the theme that it follows."""

    def __init__(
        self,
        theme: Theme,
        style: str = "ui",
        tone: str = "ink1",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        theme.changed.connect(self._dress)
        self._dress()

    def show_tone(self, tone: str) -> None:
        """Speak in another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_style(self, style: str) -> None:
        """Speak in another style of the tokens."""
        self._style = style
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._style))
        if not self.wordWrap():
            self.setMinimumHeight(self._theme.line(self._style))


class ElidedWords(Words):
    """One line of a client's words that may be longer than its room and ends in an ellipsis then."""

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text on one line."""
        super().setText(" ".join(text.split()))
        self.setToolTip("")
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        return QSize(self._theme.px(24), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for all of it, within reason."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(min(int(width) + 2, self._theme.px(420)), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
