"""Small drawings of the four templates, and of a chart with its first items still to come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import _

QUARTERS = (("accent_bg", 0, 0), ("red_bg", 1, 0), ("grey_bg", 0, 1), ("amber_bg", 1, 1))


class Picture(QWidget):
    """A chart with its first items still to come, which says what this program is for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedSize(self._theme.px(300), self._theme.px(170))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw four fields, one disc, and places for more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        _quarters(painter, self._theme, room)
        wide, high, radius = room.width() / 2, room.height() / 2, self._theme.px(11)
        painter.setBrush(self._theme.colour("red"))
        painter.drawEllipse(QPointF(wide * 1.68, high * 0.42), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("ink4"), 1.2, Qt.PenStyle.DashLine))
        for across, down in ((0.58, 0.5), (1.3, 0.68), (0.4, 1.45)):
            painter.drawEllipse(QPointF(wide * across, high * down), radius, radius)
        painter.end()


def _quarters(painter: QPainter, theme: Theme, room: QRectF) -> None:
    gap = 4.0
    wide, high = (room.width() - gap) / 2, (room.height() - gap) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for tone, x, y in QUARTERS:
        painter.setBrush(theme.colour(tone))
        left, top = room.left() + x * (wide + gap), room.top() + y * (high + gap)
        painter.drawRoundedRect(QRectF(left, top, wide, high), 4, 4)


def draw_outline(painter: QPainter, theme: Theme, room: QRectF) -> None:
    """Lines of an interview, each with its mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    step = room.height() / 5
    for number, (tone, wide) in enumerate(
        (("red", 0.7), ("accent", 0.55), ("violet", 0.8), ("grey", 0.45)), 1
    ):
        top = room.top() + number * step - 3
        painter.setBrush(theme.colour(tone))
        painter.drawRoundedRect(QRectF(room.left(), top, 14, 6), 2, 2)
        painter.setBrush(theme.colour("line2"))
        painter.drawRoundedRect(QRectF(room.left() + 24, top, (room.width() - 24) * wide, 6), 3, 3)


def draw_quadrant(painter: QPainter, theme: Theme, room: QRectF) -> None:
    """Four fields with what lies in them."""
    _quarters(painter, theme, room)
    for tone, across, down in (
        ("accent", 0.15, 0.3),
        ("accent", 0.32, 0.15),
        ("red", 0.62, 0.32),
        ("red", 0.8, 0.18),
        ("grey", 0.25, 0.72),
        ("amber", 0.7, 0.68),
    ):
        painter.setBrush(theme.colour(tone))
        place = QPointF(room.left() + across * room.width(), room.top() + down * room.height())
        painter.drawEllipse(place, 4, 4)


def draw_fishbone(painter: QPainter, theme: Theme, room: QRectF) -> None:
    """A spine, four bones, a head."""
    middle, right = room.center().y(), room.right() - 16
    painter.setPen(QPen(theme.colour("control"), 1.6))
    painter.drawLine(QPointF(room.left(), middle), QPointF(right, middle))
    for across in (0.42, 0.78):
        foot = QPointF(room.left() + across * (right - room.left()), middle)
        for end in (room.top(), room.bottom()):
            painter.drawLine(foot, QPointF(foot.x() - room.height() * 0.24, end))
    painter.setPen(QPen(theme.colour("red"), 1.2))
    painter.setBrush(theme.colour("red_bg"))
    painter.drawRoundedRect(QRectF(right, middle - 10, 15, 20), 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    for tone, across, down in (
        ("line2", 0.1, 0.24),
        ("line2", 0.5, 0.24),
        ("red", 0.1, 0.72),
        ("line2", 0.5, 0.72),
    ):
        painter.setBrush(theme.colour(tone))
        place = QRectF(
            room.left() + across * room.width(), room.top() + down * room.height(), room.width() / 6, 6
        )
        painter.drawRoundedRect(place, 3, 3)


def draw_plan(painter: QPainter, theme: Theme, room: QRectF) -> None:
    """Bars along time, and today."""
    painter.setPen(Qt.PenStyle.NoPen)
    step = room.height() / 5
    bars = (("green", 0.0, 0.16), ("green", 0.12, 0.24), ("accent", 0.25, 0.48), ("line2", 0.6, 0.36))
    for number, (tone, start, wide) in enumerate(bars, 1):
        painter.setBrush(theme.colour(tone))
        left = room.left() + start * room.width()
        painter.drawRoundedRect(QRectF(left, room.top() + number * step - 4, room.width() * wide, 8), 3, 3)
    painter.setPen(QPen(theme.colour("red"), 1.2))
    today = room.left() + room.width() * 0.44
    painter.drawLine(QPointF(today, room.top()), QPointF(today, room.bottom()))


DRAWINGS: dict[int, Callable[[QPainter, Theme, QRectF], None]] = {
    1: draw_outline,
    2: draw_quadrant,
    3: draw_fishbone,
    4: draw_plan,
}
"""How the four templates are drawn, by their number."""


def welcome(column: QVBoxLayout, theme: Theme, voice: Voice) -> None:
    """Show the picture, and say below it what a project is."""
    column.addSpacing(24)
    column.addWidget(Picture(theme), 0, Qt.AlignmentFlag.AlignHCenter)
    column.addSpacing(12)
    for style, tone, text in (
        ("h3", "ink1", _("Write down what a client says; scored, it appears on the chart")),
        ("ui", "ink2", _("A project holds the work for one client, from the first call to the plan.")),
    ):
        words = Words(theme, style, tone, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setContentsMargins(12, 0, 12, 0)
        Sayings(voice, words).say(words.setText, text)
        column.addWidget(words)
    column.addSpacing(24)
