"""What the start page is made of: one row a project, and a picture while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.initial import Seal, draw_ground, draw_initial
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import _

if TYPE_CHECKING:
    from ui.loading import Line


class ProjectRow(QAbstractButton):
    """One project: code, title, client, how much it holds."""

    def __init__(self, line: Line, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.line = line
        self._theme = theme
        self._voice = voice
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{line.project.code} {line.project.title}")

    def sizeHint(self) -> QSize:
        """Two lines of text and air."""
        return QSize(self._theme.px(320), self._theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the texts and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        draw_ground(painter, self, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2), 8)
        draw_initial(painter, self._theme, self.height(), Seal(16, 36, "h3"), self.line.project.title)
        count = sum(number for kind, number in self.line.counts.items() if kind == "requirement")
        counted = self._voice.translate(_("Requirements: {count}").fill(count=count))
        painter.setFont(self._theme.font("cap"))
        right = painter.fontMetrics().horizontalAdvance(counted)
        painter.setPen(colour("ink2"))
        painter.drawText(
            self.rect().adjusted(0, 0, -16, 0),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            counted,
        )
        second = "  ·  ".join(text for text in (self.line.project.code, self.line.client) if text)
        self._draw(painter, "uib", "ink1", self.line.project.title, (-px(11), right))
        self._draw(painter, "cap", "ink2", second, (px(11), right))
        painter.end()

    def _draw(self, painter: QPainter, style: str, ink: str, text: str, place: tuple[int, int]) -> None:
        down, right = place
        left = 16 + self._theme.px(36) + 14
        width = self.width() - left - right - 40
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, down, width, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)


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
        gap, colour = 4.0, self._theme.colour
        wide, high = (self.width() - gap) / 2, (self.height() - gap) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for tone, x, y in (("accent_bg", 0, 0), ("red_bg", 1, 0), ("grey_bg", 0, 1), ("amber_bg", 1, 1)):
            painter.setBrush(colour(tone))
            painter.drawRoundedRect(QRectF(x * (wide + gap), y * (high + gap), wide, high), 4, 4)
        radius = self._theme.px(11)
        painter.setBrush(colour("red"))
        painter.drawEllipse(QPointF(wide * 1.68, high * 0.42), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("ink4"), 1.2, Qt.PenStyle.DashLine))
        for across, down in ((0.58, 0.5), (1.3, 0.68), (0.4, 1.45)):
            painter.drawEllipse(QPointF(wide * across, high * down), radius, radius)
        painter.end()
