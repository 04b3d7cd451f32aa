"""The votes on one requirement: a ring of names while they are hidden, a distribution once they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.workshop.ring import seats
from workbench.rules.voting import SCORES

if TYPE_CHECKING:
    from ui.theme import Theme

SQUARE, GAP, DOT = 64.0, 12.0, 22.0
SEAT_HEIGHT, SEAT_WIDTH, LOWEST = 46.0, 240.0, 34
MIDDLE = 0.42
"""Where the squares stand, as a part of the height: votes above them move nothing."""
USUAL = (720.0, 420.0)
"""The size for which the lengths here are; everything grows and shrinks with it."""
ACROSS, LEAST = 3, 14
Flag = Qt.AlignmentFlag


class Ballot(QWidget):
    """Shows votes, stores none. ``chosen`` gives a score that was clicked once votes are shown.

    ``seated`` gives the name of a seat that was clicked before.
    """

    chosen = Signal(int)
    seated = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.names: Sequence[str] = ()
        self.votes: Mapping[str, int] = {}
        self.away: Set[str] = frozenset()
        self.turn = ""
        self.shown = False
        self.decided: int | None = None
        self.tone = "accent"
        self.called: Mapping[str, str] = {}
        self.says = ("", "")
        """What stands in the middle of the ring: large, and below it."""
        theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Room for five squares and the names below."""
        px = self._theme.px
        return QSize(px(5 * (SQUARE + GAP)), px(180))

    @property
    def _zoom(self) -> float:
        px = self._theme.px
        most = min(self.width() / px(USUAL[0]), self.height() / px(USUAL[1]))
        return float(px(100)) / 100 * max(0.7, min(1.6, most))

    @property
    def _share(self) -> float:
        return min(self.width() / len(SCORES), 190 * self._zoom)

    def _square(self, score: int) -> QRectF:
        share, side = self._share, SQUARE * self._zoom
        start = (self.width() - share * len(SCORES)) / 2
        top = self.height() * MIDDLE - side / 2
        return QRectF(start + (score - 1) * share + (share - side) / 2, top, side, side)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the score, or the person, that was clicked."""
        place = event.position()
        if self.shown:
            found = next((score for score in SCORES if self._square(score).contains(place)), None)
            if found:
                self.chosen.emit(found)
            return
        boxes = zip(self.names, self._seats(), strict=True)
        if name := next((name for name, box in boxes if box.contains(place)), ""):
            self.seated.emit(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, or the distribution."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.shown:
            for score in SCORES:
                self._paint_score(painter, score)
        else:
            boxes = self._seats()
            self._paint_middle(painter, boxes)
            for name, box in zip(self.names, boxes, strict=True):
                self._paint_seat(painter, box, name)
        painter.end()

    def _font(self, style: str, pixels: float) -> QFont:
        font = self._theme.font(style)
        font.setPixelSize(round(pixels * max(0.9 * self._theme.px(100) / 100, self._zoom)))
        return font

    def _paint_score(self, painter: QPainter, score: int) -> None:
        theme, square = self._theme, self._square(score)
        on = score == self.decided
        who = [name for name in self.names if self.votes.get(name) == score]
        painter.setPen(QPen(theme.colour(self.tone if on else "control"), 2 if on else 1))
        painter.setBrush(theme.colour(self.tone if on else "surface"))
        painter.drawRoundedRect(square, 8, 8)
        painter.setPen(theme.colour("on_accent" if on else "ink1" if who else "ink3"))
        painter.setFont(self._font("num", 30))
        painter.drawText(square, Flag.AlignCenter, str(score))
        self._paint_dots(painter, square, len(who))
        self._paint_names(painter, square, who)

    def _paint_dots(self, painter: QPainter, square: QRectF, count: int) -> None:
        """One dot a vote, in rows that grow upwards from the score."""
        if not count:
            return
        floor = square.top() - GAP * self._zoom
        step = min((DOT + 6) * self._zoom, floor / ceil(count / ACROSS))
        radius = step * DOT / (DOT + 6) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        for number in range(count):
            row, column = divmod(number, ACROSS)
            here = min(ACROSS, count - row * ACROSS)
            x = square.center().x() + (column - (here - 1) / 2) * step
            painter.drawEllipse(QPointF(x, floor - radius - row * step), radius, radius)

    def _paint_names(self, painter: QPainter, square: QRectF, who: Sequence[str]) -> None:
        theme, font = self._theme, self._font("ws", 18)
        metrics, share = QFontMetricsF(font), self._share - 8
        line, y = font.pixelSize() * 1.5, square.bottom() + GAP * self._zoom
        room = max(1, int((self.height() - y) // line))
        shown = [self.called.get(name, name) for name in who]
        if len(shown) > room:
            shown = [*shown[: room - 1], f"+{len(shown) - room + 1}"]
        painter.setFont(font)
        painter.setPen(theme.colour("ink2"))
        for name in shown:
            box = QRectF(square.center().x() - share / 2, y, share, line)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, share)
            painter.drawText(box, Flag.AlignCenter, text)
            y += line

    def _seat_text(self, name: str) -> str:
        mark = "● " if name in self.votes else "– " if name in self.away else "○ "
        return mark + self.called.get(name, name)

    def _seats(self) -> list[QRectF]:
        metrics = QFontMetricsF(self._font("wsb", 18))
        texts = [metrics.horizontalAdvance(self._seat_text(name)) for name in self.names]
        wide = min(max(texts, default=0.0) + 28 * self._zoom, SEAT_WIDTH * self._zoom)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        least = self._theme.px(LOWEST)
        return seats(room, len(self.names), wide, max(least, SEAT_HEIGHT * self._zoom))

    def _paint_seat(self, painter: QPainter, box: QRectF, name: str) -> None:
        theme = self._theme
        mine, voted = name == self.turn, name in self.votes
        painter.setPen(QPen(theme.colour("accent" if mine else "line2"), 3 if mine else 1))
        painter.setBrush(theme.colour("accent_bg" if mine else "surface"))
        painter.drawRoundedRect(box, 10, 10)
        font = self._font("wsb" if mine else "ws", 18)
        painter.setFont(font)
        painter.setPen(theme.colour("ink1" if mine or voted else "ink3"))
        text = self._seat_text(name)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, box.width() - 12)
        painter.drawText(box, Flag.AlignCenter, shown)

    def _paint_middle(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        """Whose turn it is, and how many have voted, between those who sit to the left and right."""
        large, small = self._font("display", 30), self._font("ws", 18)
        middle = QRectF(self.rect()).center()
        beside = [box for box in boxes if abs(box.center().y() - middle.y()) < box.height() / 2 + 50]
        left = max((box.right() for box in beside if box.right() < middle.x()), default=0.0)
        right = min((box.left() for box in beside if box.left() > middle.x()), default=float(self.width()))
        room = QRectF(left + GAP, 0, right - left - 2 * GAP, self.height())
        for font, tone, text, y in (
            (large, "ink1", self.says[0], middle.y() - large.pixelSize() * 1.4),
            (small, "ink2", self.says[1], middle.y() + small.pixelSize() * 0.2),
        ):
            painter.setPen(self._theme.colour(tone))
            while font.pixelSize() > self._theme.px(LEAST) and _wide(font, text) > room.width():
                font.setPixelSize(font.pixelSize() - 1)
            painter.setFont(font)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            box = QRectF(room.x(), y, room.width(), large.pixelSize() * 1.5)
            painter.drawText(box, Flag.AlignHCenter | Flag.AlignVCenter, shown)


def _wide(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
