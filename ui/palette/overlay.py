"""The palette as it lies over the window: a line to type in, what was found, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.palette.field import Field
from ui.palette.hold import Hold
from ui.palette.row_list import RowList
from ui.palette.rows import Group, Row
from ui.theme import ElidedWords, Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

WIDE, EDGE = 660, 24
HEAD, FOOT = 54, 40
TOP = 0.115
"""How far down the window it begins."""
ESCAPE = QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText)
HINTS = (_("↑ ↓ choose"), _("Tab scope"), _("> commands only"), _("# by number"))
READINGS = _("Pinyin initials work too: ksxy")


class Overlay(QWidget):
    """Lies over the whole window. ``typed`` asks for other rows, ``chosen`` tells which one was taken."""

    typed = Signal()
    chosen = Signal(object)
    turned = Signal(int)
    emptied = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, voice: Voice) -> None:
        super().__init__(window)
        self._theme = theme
        self._sayings = Sayings(voice, self)
        self._hold = Hold(self)
        self.card = QWidget(self)
        self.field = Field()
        self.list = RowList(theme)
        self.reach = Press(theme, "small")
        self._escape = Press(theme, "small")
        self._mark = QLabel()
        self.foot = ElidedWords(theme, "cap", "ink3")
        self.hints = [Words(theme, "cap", "ink3") for _hint in HINTS]
        self._lay_out()
        self._wire()
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head, self._foot = QWidget(), QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(20, 0, 16, 0)
        head.setSpacing(12)
        head.addWidget(self._mark)
        head.addWidget(self.field, 1)
        head.addWidget(self.reach)
        head.addWidget(self._escape)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(22)
        for hint in self.hints:
            foot.addWidget(hint)
        foot.addStretch(1)
        foot.addWidget(self.foot)
        column.addWidget(self._head)
        column.addSpacing(1)
        column.addWidget(self.list, 1)
        column.addSpacing(1)
        column.addWidget(self._foot)

    def _wire(self) -> None:
        say = self._sayings.say
        for words, text in zip(self.hints, HINTS, strict=True):
            say(words.setText, text)
        say(self.setAccessibleName, _("Search and commands"))
        say(self.list.setAccessibleName, _("What was found"))
        self._escape.setText(ESCAPE)
        say(self._escape.setAccessibleName, _("Close search"))
        say(self.reach.setToolTip, _("Where to search (Tab)"))
        for press in (self.reach, self._escape):
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._escape.clicked.connect(lambda _checked: self.closed.emit())
        self.reach.clicked.connect(lambda _checked: self.turned.emit(1))
        self.field.edited.connect(lambda _text: self.typed.emit())
        self.field.entered.connect(self._enter)
        self.field.moved.connect(self._move)
        self.field.turned.connect(self.turned)
        self.field.emptied.connect(self.emptied)
        self.list.picked.connect(self._take)
        self.window().installEventFilter(self)
        self._theme.changed.connect(self._dress)

    def appear(self) -> None:
        """Lie over the window and take the keys."""
        self.field.clear()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self._hold.take(self.field)

    def vanish(self) -> None:
        """Go, and let what had the focus have it again."""
        self._hold.give_back()
        self.hide()

    def name_field(self, text: Message) -> None:
        """Say what is to be typed."""
        self._sayings.say(self.field.setPlaceholderText, text)
        self._sayings.say(self.field.setAccessibleName, text)

    def name_reach(self, text: Message | None) -> None:
        """Say where is searched; nothing for a choice that searches nowhere."""
        self.reach.setVisible(text is not None)
        if text is not None:
            self._sayings.say(self.reach.setText, text)

    def say_foot(self, text: Message = READINGS) -> None:
        """Say something beside the keys."""
        self._sayings.say(self.foot.setText, text)

    def show_groups(self, groups: Sequence[Group], *, keep: bool = False) -> None:
        """List other rows; ``keep`` leaves the chosen one chosen if it is still there."""
        before = self.list.chosen if keep else None
        self.list.show_groups(groups)
        if before is not None:
            places = (n for n, item in enumerate(self.list.rows.items) if isinstance(item, Row))
            same = (n for n in places if self.list.rows.items[n].spoken == before.spoken)  # type: ignore[union-attr]
            self.list.choose(next(same, 0), 1)
        self._fit()

    def _enter(self) -> None:
        row = self.list.chosen
        if row is not None:
            self._take(row)

    def _take(self, row: Row) -> None:
        if not row.why:
            self.chosen.emit(row)

    def _move(self, name: str) -> None:
        last = len(self.list.rows.items) - 1
        moves: dict[str, Callable[[], object]] = {
            "up": lambda: self.list.go(-1),
            "down": lambda: self.list.go(1),
            "page_up": lambda: self.list.page(-1),
            "page_down": lambda: self.list.page(1),
            "first": lambda: self.list.choose(0, 1),
            "last": lambda: self.list.choose(last, -1),
            "escape": lambda: self.closed.emit(),  # noqa: PLW0108 - a signal is no function to mypy
        }
        moves[name]()

    def _fit(self) -> None:
        px, room = self._theme.px, self.rect()
        wide = min(px(WIDE), room.width() - 2 * EDGE)
        top = max(EDGE, round(room.height() * TOP))
        most = room.height() - top - px(HEAD) - px(FOOT) - EDGE
        rows = self.list.height_wanted()
        high = px(HEAD) + px(FOOT) + min(rows + 2, most)
        before = self.card.geometry()
        self.card.setGeometry((room.width() - wide) // 2, top, wide, high)
        if before != self.card.geometry():  # not the whole window: what lies below is painted too
            self.update(before.united(self.card.geometry()).adjusted(-EDGE, -EDGE, EDGE, EDGE))
        self._head.setFixedHeight(px(HEAD))
        self._foot.setFixedHeight(px(FOOT))
        self.foot.setVisible(wide >= px(600))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the window."""
        if watched is self.window() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.window().rect())
            self._fit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil, the card with its shadow, and the lines between its parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = self._theme.is_dark
        painter.fillRect(self.rect(), _veil(self._theme.colour("scrim"), 0.55 if dark else 0.30))
        card = QRectF(self.card.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in (14, 9, 5, 2):
            painter.setBrush(_veil(self._theme.colour("shadow"), 0.05))
            painter.drawRoundedRect(card.adjusted(-spread, -spread + 6, spread, spread + 6), 14, 14)
        painter.setPen(QPen(self._theme.colour("line2"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(card.adjusted(-0.5, -0.5, 0.5, 0.5), 12, 12)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        for y in (self._head.height(), self.card.height() - self._foot.height()):
            painter.drawLine(card.topLeft() + _down(y), card.topRight() + _down(y))
        painter.end()

    def _dress(self) -> None:
        px, colour = self._theme.px, self._theme.colour
        self.field.setFont(self._theme.font("read"))
        self._mark.setPixmap(self._theme.icon("search", "ink2", 18).pixmap(px(18)))
        ground, ink = colour("accent_bg").name(), colour("accent_t").name()
        self.reach.setStyleSheet(f"QPushButton {{ background: {ground}; color: {ink}; border: none; }}")
        edge, sunken = colour("line2").name(), colour("sunken").name()
        self._escape.setStyleSheet(f"QPushButton {{ background: {sunken}; border: 1px solid {edge}; }}")
        self._fit()
        self.update()


def _veil(colour: QColor, strength: float) -> QColor:
    veil = QColor(colour)
    veil.setAlphaF(strength)
    return veil


def _down(y: int) -> QPointF:
    return QPointF(0, y)
