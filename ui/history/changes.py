"""A table of changes: field, before, after, under a heading for each record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.theme.ring import Ring
from ui.voice import literal
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.history.told import Told
    from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LONGEST, TIP = 360, 4000
FIELD = 0.26
SIDE, ABOVE, HEAD = 13, 4, 16
"""Air beside and above the words, and beside those of the headings: Qt adds three pixels to a cell's."""
COLUMNS = (_("Field"), _("Before"), _("After"))
_NOWHERE = QModelIndex()


class ChangesModel(QAbstractTableModel):
    """What is told, line by line; ``titles`` head the columns."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.told: list[Told] = []
        self.titles: Sequence[Message] = COLUMNS

    def show_told(self, told: Sequence[Told]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self.told = list(told)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.told)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Field, before, after."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._session.translate(self.titles[section]) if section < len(self.titles) else ""
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The text of a cell, and how it looks."""
        told, column = self.told[index.row()], index.column()
        text = (told.title, told.before, told.after)[column]
        if role == Role.DisplayRole:
            return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        if role == Role.ToolTipRole:
            return literal(text[:TIP]) if len(text) > LONGEST else None
        return self._look(told, column, role)

    def _look(self, told: Told, column: int, role: int) -> Any:
        theme, last = self._session.theme, column == len(COLUMNS) - 1
        style = ("uib" if column == 0 else "capb") if told.heading else "ui"
        tone = (told.tone if column else "ink1") if told.heading else "ink1" if last else "ink2"
        looks = {
            Role.FontRole: theme.font(style),
            Role.ForegroundRole: theme.colour(tone),
            Role.BackgroundRole: theme.colour("sunken") if told.heading else None,
            Role.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        }
        return looks.get(Role(role))


class Roomy(QStyledItemDelegate):
    """Cells with air around their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the words need in the width there is, and the air."""
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        size = super().sizeHint(inner, index)
        return QSize(size.width() + 2 * SIDE, size.height() + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground over the whole cell, the words within the air."""
        inner: Any = QStyleOptionViewItem(option)
        self.initStyleOption(inner, index)
        chosen = bool(inner.state & QStyle.StateFlag.State_Selected)
        ground = inner.palette.color(QPalette.ColorRole.Highlight) if chosen else inner.backgroundBrush
        painter.fillRect(inner.rect, ground)
        inner.backgroundBrush = QBrush()
        inner.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        inner.rect = inner.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        inner.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, inner, painter, inner.widget)


class ChangesTable(QTableView):
    """Shows what is told. ``chosen`` tells that another line is current, ``opened`` brings one to look at."""

    chosen = Signal()
    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.changes = ChangesModel(session)
        self.setModel(self.changes)
        self.setItemDelegate(Roomy(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: 0 {HEAD}px; }}")
        self.selectionModel().currentChanged.connect(lambda *_rows: self.chosen.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.changes.told[index.row()]))
        self.ring = Ring(session.theme, self)
        session.theme.changed.connect(self._fit)
        session.language_changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self._session.translate(_("What was changed")))

    def show_told(self, told: Sequence[Told], titles: Sequence[Message] = COLUMNS) -> None:
        """Show other changes; the first change of a value is current."""
        self.clearSpans()
        self.setColumnHidden(len(COLUMNS) - 1, len(titles) < len(COLUMNS))
        self.changes.titles = titles
        self.changes.show_told(told)
        for row, each in enumerate(told):
            if each.heading:
                self.setSpan(row, 0, 1, 2)
        self._fit()
        if told:
            first = told[0].change
            at = 1 if len(told) > 1 and first.before is not None and first.after is not None else 0
            self.setCurrentIndex(self.changes.index(at, 0))
            self.scrollToTop()
        self.chosen.emit()

    @property
    def current(self) -> Told | None:
        """The line that is current."""
        row = self.currentIndex().row()
        return self.changes.told[row] if 0 <= row < len(self.changes.told) else None

    def _fit(self) -> None:
        room = self.viewport().width()
        field = int(room * FIELD)
        shown = 1 if self.isColumnHidden(len(COLUMNS) - 1) else 2
        for column, width in enumerate((field, (room - field) // shown, (room - field) // 2)):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)
