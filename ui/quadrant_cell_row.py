"""How a requirement is painted in the list of a crowded cell: its code, its text, and any doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.domain import Requirement

if TYPE_CHECKING:
    from ui.session import Session

ITEM, DOUBT = int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 2
"""The requirement, and what is to be said of it or nothing."""
UNCONFIRMED_ICON = "message-circle"
_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PAD, _AIR, _ICON = 10, 8, 14
Index = QModelIndex | QPersistentModelIndex


def one_line(item: Requirement) -> str:
    """The code and the text."""
    return f"{item.code}  {' '.join(item.description.split())}"


class CellRow(QStyledItemDelegate):
    """Paints one requirement of the list."""

    def __init__(self, session: Session, view: QWidget, style: str) -> None:
        super().__init__(view)
        self._session, self._style = session, style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are all of one height."""
        theme = self._session.theme
        return QSize(theme.px(120), theme.line(self._style) + theme.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row of now on a ground of its own; an icon where the client has not confirmed."""
        theme, given = self._session.theme, option
        state: Any = given.state
        room: QRect = given.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(room, theme.colour("accent_bg" if chosen else "hover"))
        if chosen:
            painter.fillRect(room.x(), room.y(), theme.px(3), room.height(), theme.colour("accent"))
        inner = room.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        if index.data(DOUBT):
            inner = self._paint_mark(painter, inner)
        item = index.data(ITEM)
        code, metrics = f"{item.code}  ", QFontMetricsF(theme.font(self._style))
        painter.setFont(theme.font(self._style))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(inner, _SIDE, code)
        rest = inner.adjusted(round(metrics.horizontalAdvance(code)), 0, 0, 0)
        painter.setPen(theme.colour("ink1"))
        text = " ".join(item.description.split())
        painter.drawText(
            rest, _SIDE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rest.width()))
        )

    def _paint_mark(self, painter: QPainter, inner: QRect) -> QRect:
        """Paint the icon at the right; the room that is left."""
        theme = self._session.theme
        side = theme.px(_ICON)
        icon = theme.icon(UNCONFIRMED_ICON, "amber_t", _ICON)
        icon.paint(painter, inner.right() - side + 1, inner.y() + (inner.height() - side) // 2, side, side)
        return inner.adjusted(0, 0, -side - theme.px(6), 0)
