"""Rows of a table as Qt wants them: texts made once and kept, rows told as they come and go."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.arrangement import Arrangement, Entry, Row
from ui.group_row import GroupRow
from ui.voice import literal
from workbench.spec import Context, Field, Form

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_TEXT = (int(Role.DisplayRole), int(Role.EditRole), int(Role.AccessibleTextRole))
_TIP = int(Role.ToolTipRole)
_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _CELL | Qt.ItemFlag.ItemIsEditable
_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_LONG = 2000
_FEW = 4
"""So many rows are looked for one by one before all places are noted."""


class RowModel(QAbstractTableModel):
    """One row for each record or group, one column for each field that the window shows.

    ``arranged`` tells that rows came, went or changed places.
    """

    arranged = Signal()
    context: Context

    def __init__(self, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.fields = form.columns
        self.arrangement = Arrangement(form)
        self.rows: list[Row] = []
        self.stamp = 0
        self._entries: dict[str, Entry] = {}
        self._places: dict[str, int] | None = None
        self._sought = 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each record and group; cells have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One for each column of the document; cells have no children."""
        return 0 if parent.isValid() else len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The document's names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role in {Role.DisplayRole, Role.ToolTipRole}:
            return self.context.translate(self.fields[section].label)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell's text."""
        if role in _TEXT and index.isValid():
            return self.texts(self.rows[index.row()])[index.column()]
        if role == _TIP and index.isValid():
            return literal(self.tip(self.rows[index.row()], index.column())[:_LONG])
        return None

    def texts(self, row: Row) -> tuple[str, ...]:
        """A row's texts, made when first asked for and after a change."""
        if isinstance(row, Entry) and row.stamp != self.stamp:
            context = self.context
            row.texts = tuple([each.text(row.item, context) for each in self.fields])
            row.stamp = self.stamp
        return row.texts

    def tip(self, row: Row, column: int) -> str:
        """The whole text, and what is wrong with it."""
        if isinstance(row, GroupRow):
            return ""
        problem = self.fields[column].problem(row.item, self.context)
        parts = (self.texts(row)[column], self.context.translate(problem) if problem else "")
        return "\n".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Derived columns can be read but not edited, groups not even chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.rows[index.row()], GroupRow):
            return _GROUP
        return _EDITABLE if self.fields[index.column()].editable else _CELL

    def item_at(self, row: int) -> Any:
        """The record in a row, None for a group or no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found.item if isinstance(found, Entry) else None

    def row_of(self, identity: str) -> int:
        """The row of a record, -1 if it is not shown."""
        if self._places is None:
            self._sought += 1
            if self._sought <= _FEW:
                wanted = self._entries.get(identity, self)
                return next((at for at, row in enumerate(self.rows) if row is wanted), -1)
            self._places = {row.item.id: at for at, row in enumerate(self.rows) if isinstance(row, Entry)}
        return self._places.get(identity, -1)

    def selection_of(self, identities: Iterable[str]) -> QItemSelection:
        """The rows of some records, as few ranges: Qt takes long over many."""
        places = sorted(at for each in identities if (at := self.row_of(each)) >= 0)
        found, last = QItemSelection(), len(self.fields) - 1
        for _key, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
            rows = [at for _number, at in run]
            found.append(QItemSelectionRange(self.index(rows[0], 0), self.index(rows[-1], last)))
        return found

    @property
    def items(self) -> list[Any]:
        """The records shown, in order."""
        return [row.item for row in self.rows if isinstance(row, Entry)]

    def _show(self, changed: Iterable[Entry]) -> None:
        old, new = self.rows, self.arrangement.rows(self._entries.values(), self.context)
        if new == old:
            self._tell_changed(changed)
            return
        start, end = _common(old, new)
        gone, come = len(old) - end - start, len(new) - end - start
        self._places, self._sought = None, 0
        if gone and come:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
        elif come:
            self.beginInsertRows(_ROOT, start, start + come - 1)
            self.rows = new
            self.endInsertRows()
        else:
            self.beginRemoveRows(_ROOT, start, start + gone - 1)
            self.rows = new
            self.endRemoveRows()
        self._tell_changed([] if gone and come else changed)
        self.arranged.emit()

    def _tell_changed(self, changed: Iterable[Entry]) -> None:
        last = len(self.fields) - 1
        places = [place for entry in changed if (place := self.row_of(entry.item.id)) >= 0]
        if isinstance(changed, tuple) and self.rows:
            places = [0, len(self.rows) - 1]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))

    def field_at(self, column: int) -> Field:
        """The field of a column."""
        return self.fields[column]

    @property
    def group_places(self) -> list[int]:
        """The rows that only name a group."""
        found, at = list[int](), 0
        while at < len(self.rows) and isinstance(row := self.rows[at], GroupRow):
            found.append(at)
            at += row.count + 1
        return found


def _common(old: list[Row], new: list[Row]) -> tuple[int, int]:
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] is new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] is new[-1 - end]:
        end += 1
    return start, end
