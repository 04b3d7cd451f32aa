"""One project in the list: its name and client, how far it is, what comes next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from ui.initial import Seal, draw_ground, draw_initial
from ui.places import PHASES
from ui.start.moments import when
from ui.theme import Theme
from ui.voice import Voice, literal
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.loading import Detail, Line

NARROW = 620
"""Below this width at 100 % a row says no more than the name and how far it is."""
BAR, PIECE = 176, 26
LONG = 24
"""Characters of a title from which on the tool tip has all of it."""
MENU_KEYS = {Qt.Key.Key_Menu}


class ProjectRow(QAbstractButton):
    """One project. ``menu_wanted`` brings where on the screen its menu shall open."""

    menu_wanted = Signal(QPoint)

    def __init__(self, line: Line, theme: Theme, voice: Voice, verb: Message | None = None) -> None:
        super().__init__()
        self.line = line
        self.pinned = False
        self._first = True
        self._theme, self._voice, self._verb = theme, voice, verb
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, line: Line, *, pinned: bool, first: bool) -> None:
        """Say what is known of the project now; the ``first`` row has no line above it."""
        self.line, self.pinned, self._first = line, pinned, first
        title = line.project.title
        self.setAccessibleName(f"{line.project.code} {title}")
        self.setAccessibleDescription(self._state())
        self.setToolTip(literal(title) if len(title) > LONG else "")
        self.update()

    def _state(self) -> str:
        found, translate = self.line.detail, self._voice.translate
        if self._verb is not None:
            return translate(self._verb)
        return f"{self._phase(found)}. {translate(found.step)}" if found else ""

    def sizeHint(self) -> QSize:
        """Two lines of text and air."""
        return QSize(self._theme.px(320), self._theme.px(68))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the project."""
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The menu key opens the menu, Enter the project, arrows go to the rows beside."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Menu or (shift and event.key() == Qt.Key.Key_F10):
            self.menu_wanted.emit(self.mapToGlobal(self.rect().center()))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the initial and the texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, project = self._theme.px, self.line.project
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
        draw_ground(painter, self, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2), 8)
        draw_initial(painter, self._theme, self.height(), Seal(16, 36, "h3"), project.title)
        left = 16 + px(36) + 14
        room, found = self.width() - left - 16 - self._draw_verb(painter), self.line.detail
        wide = self.width() >= px(NARROW)
        first = room if found is None else room * 2 // 5 if wide else room - px(BAR) - 12
        second = "  ·  ".join(text for text in (project.code, self.line.client) if text)
        self._write(painter, ("uib", "ink1"), project.title, QRect(left, 0, first - px(22), self._half))
        self._write(painter, ("cap", "ink3"), second, QRect(left, self._half, first - 12, self._half))
        if self.pinned:
            self._draw_pin(painter, left, first, project.title)
        if found is not None:
            self._draw_progress(painter, found, left + first)
            if wide:
                self._draw_step(painter, found, left + first + px(BAR) + 16)
        painter.end()

    def _draw_verb(self, painter: QPainter) -> int:
        """Say what a click does, and how much room that takes."""
        if self._verb is None:
            return 0
        text = self._voice.translate(self._verb)
        painter.setFont(self._theme.font("uib"))
        painter.setPen(self._theme.colour("accent_t"))
        edge = self.rect().adjusted(0, 0, -16, 0)
        painter.drawText(edge, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        return painter.fontMetrics().horizontalAdvance(text) + 24

    @property
    def _half(self) -> int:
        return self.height() // 2

    def _write(self, painter: QPainter, look: tuple[str, str], text: str, room: QRect) -> None:
        style, ink = look
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.colour(ink))
        below = room.top() > 0
        place = room.adjusted(0, 0 if below else self._theme.px(8), 0, -self._theme.px(8) if below else 0)
        shown = painter.fontMetrics().elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _draw_pin(self, painter: QPainter, left: int, room: int, title: str) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("uib"))
        taken = min(painter.fontMetrics().horizontalAdvance(" ".join(title.split())), room - px(22))
        size = px(14)
        place = QRect(left + taken + 6, (self._half + px(8) - size) // 2, size, size)
        self._theme.icon("bookmark", "accent").paint(painter, place)

    def _draw_progress(self, painter: QPainter, found: Detail, left: int) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        for number, part in enumerate(found.phases):
            piece = QRectF(left + number * px(PIECE + 4), self._half - px(12), px(PIECE), px(6))
            painter.setBrush(self._theme.colour("line2"))
            painter.drawRoundedRect(piece, 3, 3)
            if part > 0:
                painter.setBrush(self._theme.colour("accent"))
                painter.drawRoundedRect(
                    QRectF(piece.topLeft(), QSize(round(piece.width() * part), px(6))), 3, 3
                )
        self._write(
            painter, ("cap", "ink2"), self._phase(found), QRect(left, self._half, px(BAR), self._half)
        )

    def _phase(self, found: Detail | None) -> str:
        if found is None or found.phase not in PHASES:
            return ""
        return self._voice.translate(PHASES[found.phase][0])

    def _draw_step(self, painter: QPainter, found: Detail, left: int) -> None:
        translate = self._voice.translate
        at = when(found.changed, datetime.now().astimezone(), translate) if found.changed else ""
        painter.setFont(self._theme.font("cap"))
        right = painter.fontMetrics().horizontalAdvance(at) + 16 if at else 0
        wide = self.width() - left - right - 16
        step = found.step or _("Nothing is left open")
        self._write(painter, ("ui", "ink1"), translate(step), QRect(left, 0, wide, self._half))
        said = translate(_("Next step") if found.step else Message(""))
        self._write(painter, ("cap", "ink3"), said, QRect(left, self._half, wide, self._half))
        if at:
            painter.setPen(self._theme.colour("ink3"))
            edge = self.rect().adjusted(0, 0, -16, 0)
            painter.drawText(edge, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), at)
