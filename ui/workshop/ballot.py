"""The votes on one requirement: a ring of names while they are hidden, a distribution once they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.rules.voting import SCORES

if TYPE_CHECKING:
    from ui.theme import Theme

SQUARE, GAP, DOT = 56.0, 14.0, 12.0
CHIP_WIDTH, CHIP_HEIGHT = 132.0, 40.0
NAMES = 6
"""So many names fit below a score; more are shown as dots only."""


class Ballot(QWidget):
    """Shows votes, stores none. ``chosen`` gives a score that was clicked once votes are shown."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.names: Sequence[str] = ()
        self.votes: Mapping[str, int] = {}
        self.turn = ""
        self.shown = False
        self.decided: int | None = None
        self.tone = "accent"
        self.called: Mapping[str, str] = {}
        theme.changed.connect(self.update)
        self.setMinimumSize(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        """Room for five squares and the names below."""
        px = self._theme.px
        return QSize(px(5 * SQUARE + 6 * GAP), px(280))

    @property
    def _top(self) -> float:
        return max(float(self._theme.px(8)), (self.height() - self._theme.px(240)) / 2)

    def _square(self, score: int) -> QRectF:
        px = self._theme.px
        side, gap = float(px(SQUARE)), float(px(GAP))
        share = min((self.width() - gap) / len(SCORES), px(150))
        start = (self.width() - share * len(SCORES)) / 2
        return QRectF(start + (score - 1) * share + (share - side) / 2, self._top, side, side)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the score that was clicked."""
        if self.shown:
            place = event.position()
            found = next((score for score in SCORES if self._square(score).contains(place)), None)
            if found:
                self.chosen.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, or the distribution."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.shown:
            for score in SCORES:
                self._paint_score(painter, score)
        else:
            self._paint_ring(painter)
        painter.end()

    def _paint_score(self, painter: QPainter, score: int) -> None:
        theme, square = self._theme, self._square(score)
        on = score == self.decided
        painter.setPen(QPen(theme.colour(self.tone if on else "control"), 2 if on else 1))
        painter.setBrush(theme.colour(self.tone if on else "surface"))
        painter.drawRoundedRect(square, 8, 8)
        painter.setPen(theme.colour("on_accent" if on else "ink1"))
        painter.setFont(theme.font("num"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(score))
        who = [name for name in self.names if self.votes.get(name) == score]
        self._paint_dots(painter, square, len(who))
        if len(who) <= NAMES:
            self._paint_names(painter, square, who)

    def _paint_dots(self, painter: QPainter, square: QRectF, count: int) -> None:
        px = self._theme.px
        step, radius = px(DOT + 4), px(DOT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        across = max(1, int(square.width() * 1.5 // step))
        for number in range(count):
            row, column = divmod(number, across)
            here = min(across, count - row * across)
            x = square.center().x() + (column - (here - 1) / 2) * step
            painter.drawEllipse(QPointF(x, square.bottom() + px(16) + row * step), radius, radius)

    def _paint_names(self, painter: QPainter, square: QRectF, who: Sequence[str]) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        share = self._square(2).x() - self._square(1).x() - px(6)
        metrics = QFontMetricsF(theme.font("body"))
        y = square.bottom() + px(44)
        for name in who:
            text = metrics.elidedText(self.called.get(name, name), Qt.TextElideMode.ElideRight, share)
            box = QRectF(square.center().x() - share / 2, y, share, theme.line("body"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            y += theme.line("body")

    def _paint_ring(self, painter: QPainter) -> None:
        px, count = self._theme.px, len(self.names)
        wide, high = float(px(CHIP_WIDTH)), float(px(CHIP_HEIGHT))
        middle = QPointF(self.width() / 2, self.height() / 2)
        reach_x = max(0.0, self.width() / 2 - wide / 2 - 4)
        reach_y = max(0.0, self.height() / 2 - high / 2 - 4)
        for number, name in enumerate(self.names):
            turn = 2 * pi * number / max(1, count) - pi / 2
            x, y = middle.x() + reach_x * cos(turn), middle.y() + reach_y * sin(turn)
            self._paint_seat(painter, QRectF(x - wide / 2, y - high / 2, wide, high), name)

    def _paint_seat(self, painter: QPainter, box: QRectF, name: str) -> None:
        theme, px = self._theme, self._theme.px
        mine, voted = name == self.turn, name in self.votes
        painter.setPen(QPen(theme.colour("accent" if mine else "line2"), 3 if mine else 1))
        painter.setBrush(theme.colour("accent_bg" if mine else "surface"))
        painter.drawRoundedRect(box, 10, 10)
        text = f"{'● ' if voted else '○ '}{self.called.get(name, name)}"
        font = theme.font("readb" if mine else "read")
        painter.setFont(font)
        painter.setPen(theme.colour("ink1" if mine or voted else "ink3"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - px(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
