"""The table of a form: a plain QTableView with rows of one height that remembers where it was."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.arrangement import Entry
from ui.cell_kinds import cell_for
from ui.cells import PAD, Brushwork
from ui.columns import Columns, Header
from ui.edits import Edits
from ui.group_row import GroupRow
from ui.plain_table import PlainTable
from ui.record_table import RecordTable
from ui.session import Session
from ui.table_commands import TableCommands
from workbench.domain import Record

Command = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex
_STEP = 18
_MOST_GROUPS = 400


class TableView(PlainTable):
    """Shows a form's rows. ``opened`` asks for a record's page, ``typing_wanted`` for the line below.

    ``chosen_changed`` tells that other rows are selected; ``status`` says what was done.
    """

    opened = Signal(str)
    evidence_wanted = Signal()
    bulk_wanted = Signal()
    typing_wanted = Signal()
    chosen_changed = Signal()
    status = Signal(str)
    left_upward = Signal()
    cell_left = Signal()
    takes_tab = False
    """Whether Tab is a key of the rows; F6 leaves them then."""

    def __init__(
        self, table: RecordTable, edits: Edits, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table, self.edits, self.session = table, edits, session
        self.brushwork = Brushwork(session.theme)
        self.chosen: set[int] = set()
        self.ringed: tuple[int, int] | None = None
        self.first_column = 0
        self._cursor: tuple[str, int] = ("", 0)
        self._kept: tuple[list[str], int] = ([], 0)
        self._group_rows: list[int] = []
        self.commands = TableCommands(self)
        self._set_up()
        self.columns = Columns(self)
        table.modelAboutToBeReset.connect(self._keep)
        table.arranged.connect(self._settle)
        session.theme.changed.connect(self._dress)
        session.language_changed.connect(self._dress)
        self._name()
        self._settle()

    def _set_up(self) -> None:
        self.show_rows(self.table, Header(self), self.row_height)
        self.doubleClicked.connect(self._open)
        for column, field in enumerate(self.table.fields):
            cell = cell_for(field, self)
            self.setItemDelegateForColumn(column, cell)
            cell.closeEditor.connect(self.commands.editor_closed)

    @property
    def row_height(self) -> int:
        """The height of every row."""
        window = self.window()
        tall = window.height() >= 780 or not window.isVisible()  # noqa: PLR2004 - the design's two heights
        return self.session.theme.px(38 if tall else 36)

    def padding(self, column: int) -> int:
        """The room before a cell's content: the first column stands under the page's title."""
        return PAD + 8 if column == self.first_column else PAD

    def indent(self, row: Entry, column: int) -> int:
        """The room before a cell's content in a row, deeper for a child."""
        deeper = (
            row.level * _STEP if row.level and self.table.field_at(column) is self.edits.main_field else 0
        )
        return self.padding(column) + min(deeper, 8 * _STEP)

    def current_item(self) -> Any:
        """The record the cursor is on, or None."""
        return self.table.item_at(self.currentIndex().row())

    def chosen_items(self) -> list[Record]:
        """The selected records in order; the one under the cursor if none is."""
        found = [self.table.rows[row] for row in sorted(self.chosen) if row < len(self.table.rows)]
        items = [row.item for row in found if isinstance(row, Entry)]
        current = self.current_item()
        return items or ([current] if current is not None else [])

    def go_to(self, identity: str, name: str = "") -> bool:
        """Put the cursor on a record, in a column; False if it is not shown."""
        row = self.table.row_of(identity)
        if row < 0:
            return False
        names = [each.name for each in self.table.fields]
        column = names.index(name) if name in names else self._cursor[1]
        index = self.table.index(row, column)
        self.selectionModel().setCurrentIndex(index, Command.ClearAndSelect | Command.Rows)
        self.scrollTo(index)
        return True

    def go_on(self) -> None:
        """Put the cursor on the next record, on the first after the last."""
        items, current = self.table.items, self.current_item()
        at = items.index(current) + 1 if current in items else 0
        self.go_to(items[at % len(items)].id)
        self.setFocus()

    def edit_cell(self, identity: str, name: str) -> None:
        """Open the editor of one cell."""
        if self.go_to(identity, name):
            self.setFocus()
            self.commands.edit()

    def place(self) -> dict[str, Any]:
        """Where the cursor is."""
        identity, column = self._cursor
        return {"record": identity, "field": self.table.field_at(column).name}

    def currentChanged(self, current: Index, previous: Any) -> None:  # noqa: N802 - Qt's name
        """Remember the record under the cursor; a table takes keys, not compositions."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        if (item := self.table.item_at(current.row())) is not None:
            self._cursor = (item.id, current.column())
        self._ring()

    def selectionChanged(  # noqa: N802 - Qt's name
        self, chosen: QItemSelection, gone: QItemSelection
    ) -> None:
        """Know the selected rows without asking Qt for each cell."""
        super().selectionChanged(chosen, gone)
        self._know_chosen()

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over the rows that only name a group."""
        index = super().moveCursor(action, modifiers)
        step = 1 if index.row() > self.currentIndex().row() or index.row() == 0 else -1
        row, count = index.row(), len(self.table.rows)
        while 0 <= row < count and isinstance(self.table.rows[row], GroupRow):
            row += step
        if 0 <= row < count:
            return self.table.index(row, index.column())
        if step < 0 and self.currentIndex().row() <= 1:
            self.left_upward.emit()
        return self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the table first, then Qt's."""
        if not self.commands.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Tab may be a key of the rows."""
        return not self.takes_tab and super().focusNextPrevChild(forward)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt's name
        """Bare letters are not for searching."""

    def cell_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """A key inside a cell's editor."""
        return self.commands.press_in_cell(editor, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor; put it on the first record if it is nowhere."""
        super().focusInEvent(event)
        if self.current_item() is None and (items := self.table.items):
            self.go_to(items[0].id)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if self.verticalHeader().defaultSectionSize() != self.row_height:
            self._lay_groups()
        self.columns.share()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row."""
        self.commands.menu().popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        if (item := self.table.item_at(index.row())) is not None:
            self.opened.emit(item.id)

    def _ring(self) -> None:
        at = self.currentIndex()
        self.ringed = (at.row(), at.column()) if self.hasFocus() and at.isValid() else None
        self.viewport().update()

    def _know_chosen(self) -> None:
        ranges = self.selectionModel().selection().toList()
        self.chosen = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        self.chosen_changed.emit()

    def _keep(self) -> None:
        with QSignalBlocker(self.verticalHeader()):
            for at in self._group_rows:
                self.verticalHeader().resizeSection(at, self.row_height)
        self._kept = ([item.id for item in self.chosen_items()], self.verticalScrollBar().value())

    def _settle(self) -> None:
        self._lay_groups()
        if not self.currentIndex().isValid():
            identities, scroll = self._kept
            self._choose(identities)
            self.verticalScrollBar().setValue(scroll)
        self._know_chosen()
        self.executeDelayedItemsLayout()  # now, so that the rows are not painted a second time
        self._ring()

    def _choose(self, identities: list[str]) -> None:
        row = self.table.row_of(self._cursor[0]) if self._cursor[0] else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.table.index(row, self._cursor[1]), Command.NoUpdate)
        self.selectionModel().select(self.table.selection_of(identities), Command.Select)

    def _lay_groups(self) -> None:
        self.clearSpans()
        header, height = self.verticalHeader(), self.row_height
        if header.defaultSectionSize() != height:
            header.setDefaultSectionSize(height)
        self._group_rows = self.table.group_places[:_MOST_GROUPS]
        with QSignalBlocker(header):  # each would have the rows painted once more
            for at in self._group_rows:
                self.setSpan(at, 0, 1, len(self.table.fields))
                header.resizeSection(at, self.session.theme.px(30))
        self.updateGeometries()

    def _dress(self) -> None:
        self.brushwork.dress()
        self._lay_groups()
        self.columns.share()
        self._name()
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def _name(self) -> None:
        self.setAccessibleName(self.session.translate(self.table.form.title))
