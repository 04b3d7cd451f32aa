"""The outline beside the call: stages with their time, questions, and a lamp for each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.calm_page import empty
from ui.interview.row_layout import wrapped
from ui.session import Session
from ui.tab_order import follow_layout
from ui.theme import Press, Theme, Words
from workbench.messages import Translate, _

WIDE = 268


@dataclass(frozen=True)
class StageCard:
    """What is shown of a stage."""

    id: str
    title: str
    minutes: int
    used: int
    """Minutes that it has taken."""
    current: bool
    questions: tuple[tuple[str, bool], ...]
    points: tuple[tuple[str, bool], ...]
    next: str = ""
    """The question that is to be asked next, shown large."""
    past: bool = False
    """Whether the call has gone on from here: what was asked matters less now than what is still dark."""

    @property
    def done(self) -> bool:
        """Whether everything has come to light."""
        return bool(self.points) and all(lit for _text, lit in self.points)


class StageButton(QAbstractButton):
    """One stage; pressing it goes there."""

    def __init__(self, card: StageCard, theme: Theme, translate: Translate, *, compact: bool) -> None:
        super().__init__()
        self.card, self._theme = card, theme
        open_ = not compact or card.current
        self._questions = card.questions if open_ and not card.past else ()
        self._points = (
            card.points if open_ and (card.current or any(lit for _text, lit in card.points)) else ()
        )
        self._time = translate(
            _("{used} / {minutes} min").fill(used=card.used, minutes=card.minutes)
            if card.used
            else _("{minutes} min").fill(minutes=card.minutes)
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._draw(None, self._room))
        lit = sum(1 for _text, on in card.points if on)
        said = _("{title}, {time}, {lit} of {all} points").fill(
            title=card.title, time=self._time, lit=lit, all=len(card.points)
        )
        self.setAccessibleName(translate(said))
        self.setCheckable(True)
        self.setChecked(card.current)

    @property
    def shown(self) -> tuple[int, int]:
        """How many questions and points are shown."""
        return len(self._questions), len(self._points)

    @property
    def _room(self) -> int:
        """The width that words may take; a scroll bar beside them changes nothing."""
        return self._theme.px(WIDE) - self._theme.px(14)

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        return QSize(self._room, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        if self.card.current:
            painter.fillRect(self.rect(), colour("surface"))
            painter.fillRect(QRect(0, 0, 3, self.height()), colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), colour("hover"))
        self._draw(painter, self._room)
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        else:
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _draw(self, painter: QPainter | None, width: int) -> int:
        """Draw it, or only find out how high it is."""
        px, left = self._theme.px, self._theme.px(20)
        y = self._title(painter, width, px(10))
        for text, asked in self._questions:
            style = "h3" if text == self.card.next and not asked else "ui"
            y = self._question(painter, (left, y, width), text, style, asked=asked)
        return self._lamps(painter, (left + px(22), y), width) + px(8)

    def _title(self, painter: QPainter | None, width: int, y: int) -> int:
        """Draw name and time; a name that is too long for the room beside the time has two lines."""
        px, line = self._theme.px, self._theme.px(20)
        time = QFontMetricsF(self._theme.font("cap")).horizontalAdvance(self._time)
        font, room = self._theme.font("uib"), QRect(px(42), y, width - px(42) - px(14), line)
        lines = wrapped(self.card.title, font, room.width() - time - px(8))
        if painter is not None:
            self._state(painter, room)
            painter.setFont(font)
            painter.setPen(self._theme.colour("ink1"))
            for number, (words, _wide) in enumerate(lines):
                painter.drawText(room.translated(0, number * line), int(Qt.AlignmentFlag.AlignVCenter), words)
        return y + line * len(lines) + px(2)

    def _state(self, painter: QPainter, room: QRect) -> None:
        px, colour = self._theme.px, self._theme.colour
        icon, tone = ("circle-check", "accent") if self.card.done else ("circle", "ink3")
        if self.card.current and not self.card.done:
            icon, tone = "circle-dot", "accent"
        self._theme.icon(icon, tone, 16).paint(painter, QRect(px(18), room.y() + px(2), px(16), px(16)))
        over = self.card.minutes and self.card.used > self.card.minutes
        painter.setFont(self._theme.font("cap"))
        painter.setPen(colour("amber_t" if over else "accent_t" if self.card.current else "ink3"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._time)

    def _question(
        self, painter: QPainter | None, place: tuple[int, int, int], text: str, style: str, *, asked: bool
    ) -> int:
        px, (left, y, width) = self._theme.px, place
        font, line = self._theme.font(style), self._theme.line(style)
        lines = wrapped(text, font, width - left - px(22) - px(12))
        if painter is not None:
            if asked:
                self._theme.icon("check", "accent", 14).paint(painter, QRect(left, y + px(3), px(14), px(14)))
            painter.setFont(font)
            painter.setPen(self._theme.colour("ink2" if asked or not self.card.current else "ink1"))
            if not asked and style == "h3":
                room = QRect(left, y + (line - px(14)) // 2, px(14), px(14))
                self._theme.icon("arrow-right", "accent", 14).paint(painter, room)
            elif not asked:
                painter.drawText(
                    QRect(left + px(4), y, px(12), line), int(Qt.AlignmentFlag.AlignVCenter), "·"
                )
            for number, (words, _wide) in enumerate(lines):
                room = QRect(left + px(22), y + number * line, width, line)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        return y + line * len(lines) + px(2)

    def _lamps(self, painter: QPainter | None, place: tuple[int, int], width: int) -> int:
        """A lamp for each point: a check when it is lit, an open circle when it is not."""
        px, (left, y) = self._theme.px, place
        font, line = self._theme.font("cap"), self._theme.px(20)
        metrics = QFontMetricsF(font)
        x = left
        for text, lit in self._points:
            words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - left - px(30))
            wide = px(18) + int(metrics.horizontalAdvance(words)) + px(12)
            if x + wide > width - px(2) and x > left:
                x, y = left, y + line
            if painter is not None:
                icon, tone = ("check", "green") if lit else ("circle-dashed", "amber")
                self._theme.icon(icon, tone, 14).paint(painter, QRect(x, y + px(4), px(14), px(14)))
                painter.setFont(font)
                painter.setPen(self._theme.colour(f"{tone}_t" if lit or self.card.current else "ink3"))
                room = QRect(x + px(18), y, wide, line)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += wide
        return y + line if self._points else y


def stacked() -> tuple[QScrollArea, QVBoxLayout]:
    """An area that scrolls down only, and the column in it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    scroll.setWidget(inside)
    return scroll, column


class OutlineColumn(QWidget):
    """The stages, one below the other, and below them what is still to be asked."""

    stage_chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._theme = session, session.theme
        self._cards: tuple[StageCard, ...] = ()
        self._current: StageButton | None = None
        self._now = ("", False)
        self._compact = False
        self.title = Words(self._theme, "uib")
        self.edit = Press(self._theme, "ghost", "pen-line")
        self.edit.clicked.connect(self.edit_wanted)
        self.warn = Words(self._theme, "cap", "amber_t", wrap=True)
        self.area, self._column = stacked()
        self._lay_out()
        self.say_anew()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(20, 8, 8, 4)
        top.addWidget(self.title, 1)
        top.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self.warn.setContentsMargins(20, 6, 12, 10)
        column.addWidget(self.warn)

    def say_anew(self) -> None:
        """Say everything in the language and size of now."""
        translate = self._session.translate
        self.title.setText(translate(_("Interview outline")))
        self.edit.setAccessibleName(translate(_("Edit the outline")))
        self.edit.setToolTip(translate(_("Edit the outline")))
        self.setFixedWidth(self._theme.px(WIDE))
        self._build()

    def show_compact(self, *, compact: bool) -> None:
        """Show the stage of now only, or all of them, as there is room."""
        if compact != self._compact:
            self.show_stages(self._cards, compact=compact)

    def show_stages(self, cards: Sequence[StageCard], *, compact: bool) -> None:
        """Show the stages as they are now."""
        if (tuple(cards), compact) != (self._cards, self._compact):
            self._cards, self._compact = tuple(cards), compact
            self._build()
        now = (next((card.id for card in cards if card.current), ""), compact)
        if now != self._now:
            self._now = now
            QTimer.singleShot(0, self, self._show_current)

    def _build(self) -> None:
        held = self.focusWidget()
        kept = held.card.id if isinstance(held, StageButton) and held.hasFocus() else ""
        empty(self._column)
        self._current = None
        for card in self._cards:
            button = StageButton(card, self._theme, self._session.translate, compact=self._compact)
            button.clicked.connect(lambda _checked, chosen=card.id: self.stage_chosen.emit(chosen))
            self._column.addWidget(button)
            if card.id == kept:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            if card.current:
                self._current = button
        self._column.addStretch(1)
        follow_layout(self)

    def _show_current(self) -> None:
        inside = self.area.widget()
        if self._current is not None and inside is not None:
            self._column.activate()  # the places of new buttons are not known before
            inside.resize(inside.width(), max(inside.height(), self._column.sizeHint().height()))
            self.area.ensureWidgetVisible(self._current, 0, 0)

    def show_open(self, questions: Sequence[str]) -> None:
        """Name what is still to be asked, the most important first."""
        self.warn.setText("\n".join(questions))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line at the right."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()
