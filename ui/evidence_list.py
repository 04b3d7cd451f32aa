"""The sentences that support a record, each leading to where it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.sentences import Sentence, sentences
from ui.theme import Words
from ui.voice import literal
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record

PAD = 12
LINES = 4
WIDE, HIGH = 380, 360
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SentenceRow(QAbstractButton):
    """Who said it and when, the words, and how far they are confirmed."""

    def __init__(self, session: Session, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence
        self._theme = session.theme
        self._fitted: tuple[object, str] = (None, "")
        parts = (sentence.source, sentence.when, sentence.text, sentence.word)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(literal(sentence.text[:600]))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _text_height(self, width: int) -> int:
        return int(self._high(self._shown(width), width)) + 1

    def _high(self, text: str, width: int) -> float:
        room = QRectF(0, 0, max(width - 2 * PAD, 40), 10_000)
        return QFontMetricsF(self._theme.font("ui")).boundingRect(room, _WRAP, text).height()

    def _shown(self, width: int) -> str:
        """As much of the words as stands in a few lines."""
        key = (width, self._theme.font("ui").key())
        if key != self._fitted[0]:
            self._fitted = (key, self._fit(width))
        return self._fitted[1]

    def _fit(self, width: int) -> str:
        text, most = self.sentence.text, self._high("\n".join("国" * LINES), width)
        if self._high(text, width) <= most:
            return text
        over = partial(self._is_over, width=width, most=most)
        return f"{text[: bisect_left(range(len(text)), 1, key=over) - 1].rstrip()}…"

    def _is_over(self, count: int, width: int, most: float) -> bool:
        """Whether so many characters are too many."""
        return self._high(f"{self.sentence.text[:count]}…", width) > most

    def hasHeightForWidth(self) -> bool:
        """Text is broken into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A line of facts, and the words."""
        return self._theme.px(30) + self._text_height(width) + 10

    def sizeHint(self) -> QSize:
        """As wide as a panel."""
        return QSize(self._theme.px(280), self.heightForWidth(self._theme.px(280)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go to the next."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in STEPS:
            self.focusNextPrevChild(STEPS[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The facts above, the words below."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        self._paint_facts(painter, theme.px(14), theme.px(30))
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink1"))
        words = QRect(PAD, theme.px(30) + 2, self.width() - 2 * PAD, self._text_height(self.width()))
        painter.drawText(words, _WRAP, self._shown(self.width()))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), 5, 5)
        painter.end()

    def _paint_facts(self, painter: QPainter, side: int, top: int) -> None:
        theme = self._theme
        theme.icon(self.sentence.icon, "ink3", 14).paint(painter, PAD, (top - side) // 2 + 3, side, side)
        facts = QRect(PAD + side + 6, 3, self.width() - 2 * PAD - side - 6, top)
        right = "  ".join(each for each in (self.sentence.word, self.sentence.when) if each)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(facts, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)
        used = int(QFontMetricsF(theme.font("cap")).horizontalAdvance(right)) + 8
        bold = QFontMetricsF(theme.font("capb"))
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.colour("ink2"))
        source = bold.elidedText(self.sentence.source, Qt.TextElideMode.ElideRight, facts.width() - used)
        painter.drawText(facts, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), source)


class EvidenceList(QWidget):
    """All that supports one record; ``wanted`` gives what is to be opened."""

    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: list[SentenceRow] = []
        self._none = Words(session.theme, "ui", "amber_t", wrap=True)
        self._none.setContentsMargins(PAD, 4, PAD, 8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)

    def show_item(self, item: Record) -> Sequence[Sentence]:
        """Show what supports a record."""
        found = sentences(item, self._session)
        if [row.sentence for row in self.rows] != found:
            for row in self.rows:
                self._column.removeWidget(row)
                row.deleteLater()
            self.rows = [SentenceRow(self._session, each) for each in found]
            for row in self.rows:
                row.clicked.connect(partial(self._want, row.sentence.id))
                self._column.addWidget(row)
        said = _("No evidence yet: nothing that was said or read leads here")
        self._none.setText(self._session.translate(said))
        self._none.setVisible(not found)
        return found

    def _want(self, identity: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.wanted.emit(identity)


class EvidencePopover(QFrame):
    """The evidence of one row, over the table; Enter opens a sentence where it was said, Escape closes."""

    wanted = Signal(str)

    def __init__(self, session: Session, item: Record, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's
        theme = session.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 4)
        column.setSpacing(4)
        title = Words(theme, "capb", "ink2")
        title.setContentsMargins(PAD, 0, PAD, 0)
        self.list = EvidenceList(session)
        found = self.list.show_item(item)
        said = _("Evidence for {name}: {count}").fill(name=name, count=len(found))
        title.setText(session.translate(said))
        self.setAccessibleName(title.text())
        self._add_area(column, title)
        wide = theme.px(WIDE)
        high = sum(row.heightForWidth(wide - 2) for row in self.list.rows) or theme.px(44)
        self.resize(wide, min(high, theme.px(HIGH)) + theme.px(40))
        self.list.wanted.connect(self._go)

    def _add_area(self, column: QVBoxLayout, title: Words) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.list)
        column.addWidget(title)
        column.addWidget(area, 1)

    def show_at(self, place: QPoint, room: QRect) -> None:
        """Stand below a place, inside some room."""
        x = max(room.left() + 8, min(place.x(), room.right() - self.width() - 8))
        y = (
            place.y()
            if place.y() + self.height() < room.bottom()
            else max(room.top(), place.y() - self.height() - 44)
        )
        self.move(x, y)
        self.show()
        (self.list.rows[0] if self.list.rows else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _go(self, identity: str) -> None:
        self.close()
        self.wanted.emit(identity)
