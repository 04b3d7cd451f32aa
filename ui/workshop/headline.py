"""What the room talks about, as large as it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent

from ui.theme import Words

if TYPE_CHECKING:
    from ui.session import Session

LARGE = ((40, 2), (34, 2), (30, 2), (26, 3), (22, 3), (18, 4))
"""Sizes with the lines a text may have in them; the first in which it fits is taken."""
LONGEST_WORD, SLACK = 24, 4
NO_WIDTH = "\u200b"


class Balanced(Words):
    """Words on lines of about the same length: none with a single word or character."""

    def __init__(self, session: Session, style: str = "ws", tone: str = "ink1") -> None:
        super().__init__(session.theme, style, tone, wrap=True)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self._balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._balance()

    def _balance(self) -> None:
        room = self.width()
        low, least, wanted = room // 2, room, self._high(room)
        while wanted > QFontMetrics(self.font()).lineSpacing() and least - low > SLACK:
            middle = (low + least) // 2
            low, least = (low, middle) if self._high(middle) <= wanted else (middle, least)
        self.setContentsMargins(0, 0, max(0, room - least - SLACK), 0)

    def _high(self, width: int) -> int:
        room = QRect(0, 0, max(1, width), 100_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self.font()).boundingRect(room, flags, self.text()).height()


class Headline(Balanced):
    """Words in the largest of some sizes; what fits in none ends in an ellipsis."""

    def __init__(self, session: Session, largest: int = 40) -> None:
        self._largest, self._whole = largest, ""
        super().__init__(session, "display")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text on as few lines as there have to be."""
        whole = " ".join(text.split())
        if whole != self._whole or not self.text():
            self._whole = whole
            self.setAccessibleName(whole)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another size."""
        if event.size().width() != event.oldSize().width():
            self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        text = " ".join(_breakable(word) for word in self._whole.split(" "))
        for pixels, lines in LARGE:
            if pixels <= self._largest and self._fits(text, font := self._sized(pixels), lines):
                break
        while not self._fits(text, font, lines) and len(text) > 1:
            text = text[: int(len(text) * 0.92)].rstrip("… ") + "…"
        self.setFont(font)
        super().setText(text)

    def _fits(self, text: str, font: QFont, lines: int) -> bool:
        metrics, room = QFontMetrics(font), QRect(0, 0, max(1, self.width()), 100_000)
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return needed.height() <= lines * metrics.lineSpacing() and needed.width() <= room.width()

    def _sized(self, pixels: int) -> QFont:
        font = self._theme.font("display")
        font.setPixelSize(self._theme.px(pixels))
        return font

    def _dress(self) -> None:
        self._fit()


def _breakable(word: str) -> str:
    """A word that may be broken where it is longer than any line."""
    if len(word) <= LONGEST_WORD or not word.isascii():
        return word
    return NO_WIDTH.join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
