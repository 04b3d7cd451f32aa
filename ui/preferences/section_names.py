"""The names of sections, drawn like the places of the side bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from ui.theme import Theme

AIR, RADIUS = 10, 6
ROW, TITLE = 30, 36
Index = QModelIndex | QPersistentModelIndex


class SectionNames(QListWidget):
    """One name a line; a line that cannot be chosen is a title of those below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Line(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.changed.connect(self.scheduleDelayedItemsLayout)


class _Line(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """More air above a title."""
        return QSize(0, self._theme.px(ROW if _is_name(index) else TITLE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The current one on a ground of its own and in bold, as a place of the side bar is."""
        area, state = option.rect, option.state
        chosen, name = bool(state & QStyle.StateFlag.State_Selected), _is_name(index)
        hovered = name and bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("press" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        font = self._theme.font("uib" if chosen else "ui" if name else "cap")
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink1" if name else "ink3"))
        room = area.adjusted(AIR, 0 if name else TITLE - ROW, -AIR, 0)
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def _is_name(index: Index) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
