"""How a card of the board is painted: code, title, scores, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.domain import Link, Requirement
from workbench.messages import _
from workbench.rules.evidence import supports
from workbench.rules.validation import OUT

if TYPE_CHECKING:
    from ui.board.column import CardList
    from ui.session import Session

HEIGHT, GAP, PAD = 98, 6, 10
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Card(QStyledItemDelegate):
    """Paints one requirement; only those that can be seen are painted."""

    def __init__(self, session: Session, view: CardList) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.counts: dict[str, int] = {}
        self.know()

    def know(self) -> None:
        """Count the evidence anew and take the words of now."""
        if self._session.scope is None:
            return
        context = self._session.context()
        self.counts = {key: len(found) for key, found in supports(context.records(Link)).items()}
        self.words = [context.translate(_("Value")), context.translate(_("Urgency"))]
        types = context.texts("requirement_type")
        self.types = dict(types)

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
        theme, high = self._session.theme, self._session.theme.px(16)
        line = QRect(inner.x(), inner.y(), inner.width(), high)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(line, _SIDE, item.code)
        count = self.counts.get(item.id, 0)
        painter.setPen(theme.colour("ink3" if count else "amber_t"))
        painter.drawText(line, _RIGHT, str(count))
        side = theme.px(13)
        used = int(QFontMetricsF(theme.font("cap")).horizontalAdvance(str(count))) + side + 5
        icon = theme.icon("quote" if count else "triangle-alert", "ink3" if count else "amber_t", 13)
        icon.paint(painter, line.right() - used + 1, line.y() + (high - side) // 2, side, side)

    def _paint_title(self, painter: QPainter, inner: QRect, item: Requirement) -> None:
        theme = self._session.theme
        out = item.verdict in OUT
        font = QFont(theme.font("ui"))
        font.setStrikeOut(out)
        metrics = QFontMetricsF(font)
        room = QRect(inner.x(), inner.y() + theme.px(18), inner.width(), theme.px(41))
        text = " ".join(item.description.split())
        while text and metrics.boundingRect(QRectF(room), _WRAP, text).height() > room.height():
            text = text[: int(len(text) * 0.85)].rstrip("…") + "…" if len(text) > 4 else ""  # noqa: PLR2004
        painter.setFont(font)
        painter.setPen(theme.colour("ink3" if out else "ink1"))
        painter.drawText(room, _WRAP, text)

    def _paint_foot(self, painter: QPainter, inner: QRect, item: Requirement) -> None:
        theme = self._session.theme
        line = QRect(inner.x(), inner.bottom() - theme.px(15), inner.width(), theme.px(16))
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink2"))
        scores = zip(self.words, (item.value, item.urgency), strict=True)
        text = "  ".join(f"{word} {'—' if score is None else score}" for word, score in scores)
        painter.drawText(line, _SIDE, text)
        metrics = QFontMetricsF(theme.font("cap"))
        room = line.width() - int(metrics.horizontalAdvance(text)) - 12
        kind = self.types.get(item.requirement_type, item.requirement_type)
        painter.setPen(theme.colour("ink3"))
        painter.drawText(line, _RIGHT, metrics.elidedText(kind, Qt.TextElideMode.ElideRight, max(room, 0)))
