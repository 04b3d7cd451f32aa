"""A long list of two-line entries: what, and below it when and who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE = Role.UserRole
HIGH = 50
PAD = 20
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Line:
    """What an entry says; ``mark`` stands before it as a word, in a tone."""

    title: str
    under: str
    mark: str = ""
    tone: str = "ink1"


class Lines(QAbstractListModel):
    """Entries, each said by ``tell`` when it is shown. ``wanted`` tells that the end was reached."""

    wanted = Signal()

    def __init__(self, tell: Callable[[Any], Line]) -> None:
        super().__init__()
        self._tell = tell
        self.items: list[Any] = []
        self.more = False

    def show_items(self, items: Sequence[Any]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def add_items(self, items: Sequence[Any]) -> None:
        """Show more entries below."""
        if items:
            first = len(self.items)
            self.beginInsertRows(QModelIndex(), first, first + len(items) - 1)
            self.items += items
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What an entry says."""
        if not index.isValid() or role not in {LINE, Role.DisplayRole, Role.AccessibleTextRole}:
            return None
        line = self._tell(self.items[index.row()])
        if role == LINE:
            return line
        return ", ".join(text for text in (line.mark, line.title, line.under) if text)

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there may be more than is known here."""
        return self.more

    def fetchMore(self, _parent: Index) -> None:
        """Ask for more; they come later."""
        self.wanted.emit()


class LineDelegate(QStyledItemDelegate):
    """Paints an entry; what has no room ends in an ellipsis."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines with air."""
        return QSize(120, self._theme.px(HIGH))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Ground, bar of the selected, mark, title, and the line below."""
        line: Line = index.data(LINE)
        theme, rect = self._theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("accent_bg"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.setPen(QPen(theme.colour("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(theme.px(PAD), theme.px(6), -theme.px(PAD), -theme.px(6))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
        if line.mark:
            upper.setLeft(self._draw(painter, upper, line.mark, ("capb", line.tone)) + theme.px(6))
        self._draw(painter, upper, line.title, ("ui", "ink1"))
        self._draw(painter, inside.adjusted(0, inside.height() // 2, 0, 0), line.under, ("cap", "ink3"))
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, text: str, look: tuple[str, str]) -> int:
        """Draw one line; returns where it ends."""
        font = self._theme.font(look[0])
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(look[1]))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, int(flags), shown)
        return rect.left() + metrics.horizontalAdvance(shown)


class LineList(QListView):
    """The list. ``chosen`` brings the entry that is current, ``opened`` one that was asked for."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, tell: Callable[[Any], Line]) -> None:
        super().__init__()
        self.lines = Lines(tell)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.lines.items[index.row()]))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.items[index.row()])

    @property
    def current(self) -> Any:
        """The entry that is current, or None."""
        row = self.currentIndex().row()
        return self.lines.items[row] if 0 <= row < len(self.lines.items) else None

    def go_to(self, row: int) -> None:
        """Make an entry current."""
        self.setCurrentIndex(self.lines.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)
