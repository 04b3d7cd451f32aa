"""One row of the sidebar: a place, how far it is, how much is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.rings import draw_ring
from ui.theme import Theme
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

RAIL = 56
LABELLED = 42
"""The height at 100 % that a row of the rail needs for its name below the sign."""
OPEN_FIRST = _("Open a project first")
_SHARE = _("Done: {percent} %")
_SIGN = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Place:
    """A page one can go to. ``phase`` is 1 to 6, 0 for the overview, or None in the library."""

    key: str
    name: Message
    short: Message
    icon: str
    phase: int | None


class Row(QAbstractButton):
    """One place: an icon or a ring, its name, how much is there or what goes on."""

    def __init__(self, place: Place, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.place = place
        self._theme = theme
        self._voice = voice
        self._narrow = False
        self.count = ""
        self.badge, self._tone = Message(""), "red"
        self.share: float | None = None
        self.joined: tuple[float | None, float | None] = (None, None)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        sayings = Sayings(voice, self)
        sayings.say(self.setText, place.name)
        sayings.say(self.setAccessibleName, place.name)
        voice.changed.connect(self._say_tip)
        theme.changed.connect(self._dress)

    def show_narrow(self, *, narrow: bool) -> None:
        """Stand in the rail or in the wide sidebar."""
        self._narrow = narrow
        self._say_tip()
        self._dress()

    def show_usable(self, *, usable: bool) -> None:
        """Lead somewhere, or say why not."""
        self.setEnabled(usable)
        self._say_tip()

    def _say_tip(self) -> None:
        translate = self._voice.translate
        reason = "" if self.isEnabled() else translate(OPEN_FIRST)
        share = "" if self.share is None else translate(_SHARE.fill(percent=round(100 * self.share)))
        told = (translate(self.badge), share, reason)
        parts = (self.text() if self._narrow else "", *told)
        self.setToolTip(" · ".join(part for part in parts if part))
        self.setAccessibleDescription(" · ".join(part for part in told if part))

    def show_count(self, count: int) -> None:
        """Say how much is there."""
        if self.count != (shown := str(count) if count else ""):
            self.count = shown
            self.update()

    def show_badge(self, badge: Message, tone: str = "red") -> None:
        """Say what goes on there, in the place of the count; red if it goes on now."""
        if (self.badge, self.badge.values, self._tone) != (badge, badge.values, tone):
            self.badge, self._tone = badge, tone
            self._say_tip()
            self.update()

    def show_share(self, share: float | None, joined: tuple[float | None, float | None]) -> None:
        """Say how far it is by a ring; ``joined`` are the shares above and below, to which a line runs."""
        if (share, joined) != (self.share, self.joined):
            self.share, self.joined = share, joined
            self._say_tip()
            self.update()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it, larger with the text."""
        return QSize(self._theme.px(RAIL - 12), self._theme.px(46 if self._narrow else 34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the icon, the name, the count and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        hovered = self.isEnabled() and self.underMouse()
        ground = "press" if self.isChecked() else "hover" if hovered else ""
        painter.setPen(QPen(colour("focus"), self._theme.ring) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self._narrow:
            self._draw_narrow(painter, ground or "sidebar")
        else:
            size = px(_SIGN)
            box = QRect(px(10), (self.height() - size) // 2, size, size)
            self._draw_joints(painter, box)
            self._draw_sign(painter, box)
            self._draw_line(painter)
        painter.end()

    def _draw_narrow(self, painter: QPainter, ground: str) -> None:
        px, size = self._theme.px, self._theme.px(_SIGN)
        roomy = self.height() >= px(LABELLED)
        top = px(6) if roomy else (self.height() - size) // 2
        box = QRect((self.width() - size) // 2, top, size, size)
        self._draw_sign(painter, box)
        self._draw_dot(painter, box, ground)
        painter.setPen(self._theme.colour("ink1" if self.isChecked() else self._quiet))
        painter.setFont(self._theme.font("capb" if self.isChecked() else "cap"))
        below = QRect(0, px(24), self.width(), px(18))
        if roomy:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._voice.translate(self.place.short))

    def _draw_dot(self, painter: QPainter, box: QRect, ground: str) -> None:
        """Something goes on there: the tool tip says what."""
        if self.badge:
            side = self._theme.px(10)
            dot = QRectF(box.right() - side / 2 + 2, box.top() - side / 2 + 1, side, side)
            painter.setPen(QPen(self._theme.colour(ground), 2))
            painter.setBrush(self._theme.colour(self._tone))
            painter.drawEllipse(dot)

    @property
    def _quiet(self) -> str:
        return "ink2" if self.isEnabled() else "ink4"

    def _draw_sign(self, painter: QPainter, box: QRect) -> None:
        quiet = self._quiet
        if self.share is not None:
            draw_ring(painter, self._theme, QRectF(box).adjusted(1, 1, -1, -1), self.share)
        else:
            icon = self._theme.icon(self.place.icon, "accent" if self.isChecked() else quiet)
            icon.paint(painter, box)
        painter.setPen(self._theme.colour("ink1" if self.isChecked() else quiet))

    def _draw_joints(self, painter: QPainter, box: QRect) -> None:
        above, below = self.joined
        across = box.center().x() + 0.5
        for there, done, top, bottom in (
            (above is not None, (above or 0) >= 1, 0, box.top() - 2),
            (below is not None, (self.share or 0) >= 1, box.bottom() + 3, self.height()),
        ):
            if there and self.share is not None:
                painter.setPen(QPen(self._theme.colour("accent" if done else "line2"), 1.6))
                painter.drawLine(QRectF(across, top, 0, 0).topLeft(), QRectF(across, bottom, 0, 0).topLeft())

    def _draw_line(self, painter: QPainter) -> None:
        px, colour = self._theme.px, self._theme.colour
        painter.setFont(self._theme.font("uib" if self.isChecked() else "ui"))
        painter.drawText(self.rect().adjusted(px(38), 0, -px(44), 0), _MIDDLE, self.text())
        badge = self._voice.translate(self.badge)
        painter.setFont(self._theme.font("capb" if badge else "cap"))
        right = _MIDDLE | Qt.AlignmentFlag.AlignRight
        if badge:
            wide = painter.fontMetrics().horizontalAdvance(badge) + px(14)
            chip = QRectF(self.width() - wide - px(8), (self.height() - px(20)) / 2, wide, px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(f"{self._tone}_bg"))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(colour(f"{self._tone}_t"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, badge)
        else:
            painter.setPen(colour("ink2" if self.isChecked() else "ink3"))
            painter.drawText(self.rect().adjusted(0, 0, -px(10), 0), right, self.count)
