"""How a card of the board is painted: code, title, scores, evidence, and whether the client confirmed it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.quadrant_cell_row import UNCONFIRMED_ICON
from ui.row_words import brief_names
from workbench.domain import Link, Note, Requirement
from workbench.messages import _
from workbench.rules.confirmations import UNCONFIRMED, unconfirmed
from workbench.rules.evidence import supports
from workbench.rules.validation import OUT
from workbench.spec import Choice

if TYPE_CHECKING:
    from ui.board.column import CardList
    from ui.session import Session
    from workbench.spec import Context

HEIGHT, GAP, PAD = 98, 6, 10
MOST = 400
"""More characters than any card has room for."""
FEWEST = 5
"""Fewer characters of a type than these say nothing."""
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Card(QStyledItemDelegate):
    """Paints one requirement; only those that can be seen are painted."""

    def __init__(self, session: Session, view: CardList) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        form = next(each for each in session.forms if each.record is Requirement)
        self._kind = next(
            each for each in form.fields if isinstance(each, Choice) and each.name == "requirement_type"
        )
        self.counts: Mapping[str, int] = {}
        self.types: Mapping[str, str] = {}
        self.words: Sequence[str] = ()
        self.doubtful: frozenset[str] = frozenset()
        self.doubt = ""

    def know(self, context: Context) -> None:
        """Take the evidence, the doubts and the words of now."""
        found = context.once("supports", lambda: supports(context.records(Link)))
        self.counts = {key: len(links) for key, links in found.items()}
        self.doubtful = context.once(
            "unconfirmed", lambda: unconfirmed(context.records(Link), context.records(Note))
        )
        self.doubt = context.translate(UNCONFIRMED)
        self.words = [context.translate(_("Value")), context.translate(_("Urgency"))]
        brief = brief_names(self._kind, context)
        self.types = {key: brief[name] for key, name in self._kind.entries(context).items()}

    def doubt_of(self, item: Requirement) -> str:
        """What is to be said of a requirement that the client has not confirmed, or nothing."""
        return self.doubt if item.id in self.doubtful else ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Cards are all of one height."""
        return QSize(120, self._session.theme.px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A card with a ring round the one that has the focus."""
        theme, item = self._session.theme, self._view.cards.items[index.row()]
        whole: QRect = option.rect
        room = QRectF(whole).adjusted(1, 1, -7, -GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: Any = option.state
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focus = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        painter.setPen(QPen(theme.colour("focus"), theme.ring) if focus else QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("hover" if over else "surface"))
        painter.drawRoundedRect(room, 8, 8)
        inner = room.toRect().adjusted(PAD, 7, -PAD, -7)
        self._paint_head(painter, inner, item)
        self._paint_title(painter, inner, item)
        self._paint_foot(painter, inner, item)

    def _paint_head(self, painter: QPainter, inner: QRect, item: Requirement) -> None:
        """The code; to the right what it rests on, and an icon where the client has not confirmed that."""
        theme, high = self._session.theme, self._session.theme.px(16)
        line = QRect(inner.x(), inner.y(), inner.width(), high)
        if item.id in self.doubtful:
            line = self._paint_icon(painter, line, UNCONFIRMED_ICON, "amber_t")
        count = self.counts.get(item.id, 0)
        tone = "ink3" if count else "amber_t"
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour(tone))
        painter.drawText(line, _RIGHT, str(count))
        used = int(QFontMetricsF(theme.font("cap")).horizontalAdvance(str(count))) + 5
        line = self._paint_icon(
            painter, line.adjusted(0, 0, -used, 0), "quote" if count else "triangle-alert", tone
        )
        painter.setPen(theme.colour("ink3"))
        code = QFontMetricsF(theme.font("cap")).elidedText(
            item.code, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, _SIDE, code)

    def _paint_icon(self, painter: QPainter, line: QRect, name: str, tone: str) -> QRect:
        """Paint an icon at the right end of a line; the room that is left."""
        theme, side = self._session.theme, self._session.theme.px(13)
        top = line.y() + (line.height() - side) // 2
        theme.icon(name, tone, 13).paint(painter, line.right() - side + 1, top, side, side)
        return line.adjusted(0, 0, -side - theme.px(6), 0)

    def _paint_title(self, painter: QPainter, inner: QRect, item: Requirement) -> None:
        theme = self._session.theme
        out = item.verdict in OUT
        font = QFont(theme.font("ui"))
        font.setStrikeOut(out)
        metrics = QFontMetricsF(font)
        room = QRect(inner.x(), inner.y() + theme.px(18), inner.width(), theme.px(41))
        text = " ".join(item.description.split())[:MOST]

        def fits(length: int) -> bool:
            said = text if length >= len(text) else text[:length].rstrip() + "…"
            return metrics.boundingRect(QRectF(room), _WRAP, said).height() <= room.height()

        if not fits(len(text)):
            text = (
                text[
                    : bisect_left(range(len(text)), 1, key=lambda length: int(not fits(length))) - 1
                ].rstrip()
                + "…"
            )
        painter.setFont(font)
        painter.setPen(theme.colour("ink3" if out else "ink1"))
        painter.drawText(room, _WRAP, text)

    def _paint_foot(self, painter: QPainter, inner: QRect, item: Requirement) -> None:
        theme = self._session.theme
        line = QRect(inner.x(), inner.bottom() - theme.px(15), inner.width(), theme.px(16))
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink2"))
        scores = zip(self.words, (item.value, item.urgency), strict=False)
        text = "  ".join(f"{word} {'—' if score is None else score}" for word, score in scores)
        painter.drawText(line, _SIDE, text)
        metrics = QFontMetricsF(theme.font("cap"))
        room = line.width() - int(metrics.horizontalAdvance(text)) - 12
        kind = self.types.get(item.requirement_type, item.requirement_type)
        painter.setPen(theme.colour("ink3"))
        shown = metrics.elidedText(kind, Qt.TextElideMode.ElideRight, max(room, 0))
        if shown == kind or len(shown) >= FEWEST:
            painter.drawText(line, _RIGHT, shown)
