"""The list of the palette: titles that cannot be chosen, rows that can, drawn as the design has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.palette.row_painting import RowDelegate
from ui.palette.rows import Group, Row
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
Item = Row | str
AIR = 6
"""Pixels above the first row and below the last."""


class Rows(QAbstractListModel):
    """Groups as one list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """List other rows."""
        self.beginResetModel()
        self.items = []
        for group in groups:
            self.items += [group.title] if group.rows and group.title else []
            self.items += group.rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words."""
        item = self.items[index.row()]
        if role == ROW:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return item.spoken if isinstance(item, Row) else item
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A title cannot be chosen."""
        able = isinstance(self.items[index.row()], Row)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if able else Qt.ItemFlag.NoItemFlags


class RowList(QListView):
    """Shows rows; it never takes the focus. ``picked`` tells of a click."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setStyleSheet("QListView { background: transparent; border: none; padding: 0; }")
        self.setViewportMargins(0, AIR, 0, AIR)
        theme.changed.connect(self.doItemsLayout)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """List other rows, the first of them chosen."""
        self.rows.show_groups(groups)
        self.scrollToTop()
        self.choose(0, 1)
        self.scrollToTop()

    @property
    def chosen(self) -> Row | None:
        """The row that Enter would take."""
        index = self.currentIndex()
        item = self.rows.items[index.row()] if index.isValid() else None
        return item if isinstance(item, Row) else None

    def height_wanted(self) -> int:
        """What all rows need."""
        return 2 * AIR + sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))

    def choose(self, place: int, step: int) -> None:
        """Choose the row there, or the next one in a direction; past the end stays."""
        while 0 <= place < len(self.rows.items):
            if isinstance(self.rows.items[place], Row):
                self.setCurrentIndex(self.rows.index(place, 0))
                self.scrollTo(self.rows.index(max(place - 1, 0), 0) if step < 0 else self.currentIndex())
                self.scrollTo(self.currentIndex())
                return
            place += step

    def go(self, step: int) -> None:
        """Move by one row, from the end to the beginning again."""
        here = self.currentIndex().row()
        self.choose(here + step, step)
        if self.currentIndex().row() == here:
            self.choose(0 if step > 0 else len(self.rows.items) - 1, step)

    def page(self, step: int) -> None:
        """Move by what can be seen."""
        here = self.currentIndex().row()
        room, place = self.viewport().height(), here
        while 0 <= place + step < len(self.rows.items) and room > 0:
            place += step
            room -= self.sizeHintForRow(place)
        self.choose(place, step)
        if self.chosen is None or self.currentIndex().row() == here:
            self.choose(place, -step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground first: what lies below the palette need not be painted here."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose what the pointer is over."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(self.rows.items[index.row()], Row):
            self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a row with the left button."""
        index = self.indexAt(event.position().toPoint())
        item = self.rows.items[index.row()] if index.isValid() else None
        if isinstance(item, Row) and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.picked.emit(item)
