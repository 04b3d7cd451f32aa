"""The records of any form as a Qt table: a plain list of rows, texts made once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.arrangement import UNKNOWN, Arrangement, Entry, GroupRow, Row, fold
from ui.session import Session
from ui.voice import literal
from workbench.domain import Choice, Project, Record
from workbench.spec import Derived, Field, Form, Listed, Numbered
from workbench.workspace import Change, Event

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


class RecordTable(QAbstractTableModel):
    """One row for each record or group, one column for each of the document's columns.

    ``arranged`` tells that rows came, went or changed places.
    """

    arranged = Signal()

    def __init__(self, form: Form, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._session = session
        self.context = session.context()
        self.arrangement = Arrangement(form)
        self.head: str | None = None
        self.rows: list[Row] = []
        self.stamp = 0
        self._entries: dict[str, Entry] = {}
        self._places: dict[str, int] | None = None
        self._sought = 0
        self._held = self._late = False
        self._tells_of_others = any(isinstance(each, Derived | Listed | Numbered) for each in form.fields)
        session.changed.connect(self._follow)
        session.project_changed.connect(self.load)
        session.language_changed.connect(self.say_anew)
        self.load()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each record and group; cells have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One for each column of the document; cells have no children."""
        return 0 if parent.isValid() else len(self.form.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The document's names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role in {Role.DisplayRole, Role.ToolTipRole}:
            return self.context.translate(self.form.fields[section].label)
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
            row.texts = tuple([each.text(row.item, context) for each in self.form.fields])
            row.stamp = self.stamp
        return row.texts

    def tip(self, row: Row, column: int) -> str:
        """The whole text, and what is wrong with it."""
        if isinstance(row, GroupRow):
            return ""
        problem = self.form.fields[column].problem(row.item, self.context)
        parts = (self.texts(row)[column], self.context.translate(problem) if problem else "")
        return "\n".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Derived columns can be read but not edited, groups not even chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.rows[index.row()], GroupRow):
            return _GROUP
        return _EDITABLE if self.form.fields[index.column()].editable else _CELL

    def item_at(self, row: int) -> Any:
        """The record in a row, None for a group or no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found.item if isinstance(found, Entry) else None

    def row_of(self, identity: str) -> int:
        """The row of a record, -1 if it is not shown."""
        if self._places is None:
            self._sought += 1
            if self._sought <= _FEW:
                found = (at for at, row in enumerate(self.rows) if type(row) is Entry)
                return next((at for at in found if self.rows[at].item.id == identity), -1)  # type: ignore[union-attr]
            self._places = {row.item.id: at for at, row in enumerate(self.rows) if isinstance(row, Entry)}
        return self._places.get(identity, -1)

    @property
    def items(self) -> list[Any]:
        """The records shown, in order."""
        return [row.item for row in self.rows if isinstance(row, Entry)]

    @property
    def all_items(self) -> list[Any]:
        """The records of the form, or of its open head, filtered or not; in no order."""
        return [entry.item for entry in self._entries.values()]

    def load(self) -> None:
        """Read the records of the open project."""
        self.context = self._session.context()
        self.stamp += 1
        kept = (
            self.context.records(self.form.record) if self._session.scope or self.form.phase is None else []
        )
        self._entries = {item.id: Entry(item) for item in kept if self._belongs(item)}
        self._show(())

    def show_head(self, head: str | None) -> None:
        """Show the rows of another parent record."""
        if head != self.head:
            self.head = head
            self.load()

    def say_anew(self) -> None:
        """Make every text again, in the language of now."""
        self._renew()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.form.fields) - 1)

    def filter(self, text: str) -> None:
        """Show only rows with the text in a column."""
        needle = fold(text.strip())
        if needle != self.arrangement.needle:
            self.arrangement.needle = needle
            self._show(())

    def sort_by(self, name: str, *, descending: bool = False) -> None:
        """Sort by a column; by none for an empty name."""
        self.arrangement.sort, self.arrangement.descending = name, descending
        self._show(())

    def group(self, *, grouped: bool) -> None:
        """Show rows under the class that is worked out for them, or in the order made by hand."""
        self.arrangement.grouped = grouped
        for entry in self._entries.values():
            entry.group = UNKNOWN
        self._show(())

    def hold(self) -> None:
        """Leave every row where it is while a cell is edited."""
        self._held = True

    def release(self) -> None:
        """Let rows go where they belong."""
        self._held = False
        if self._late:
            self._late = False
            self._show(())

    def _belongs(self, item: Record) -> bool:
        link = self.form.head.link if self.form.head else ""
        return not link or (self.head is not None and getattr(item, link) == self.head)

    def _follow(self, event: Event) -> None:
        if event.scope not in {self._session.scope, None}:
            return
        kinds = {type(change.some) for change in event.changes}
        if kinds & {Project, Choice}:
            self._renew()
        if self.form.record in kinds:
            if self._tells_of_others:
                self.context = self._session.context()
            self._apply([change for change in event.changes if type(change.some) is self.form.record])
            if self._tells_of_others:
                self._refresh_texts()
        elif self.form.head is None or kinds != {self.form.head.record}:
            self._refresh_texts()

    def _apply(self, changes: Iterable[Change]) -> None:
        moved = gone_on = False
        changed = []
        for change in changes:
            identity = change.some.id
            known = self._entries.get(identity)
            if change.after is None or not self._belongs(change.after):
                moved |= self._entries.pop(identity, None) is not None
            elif known is None:
                self._entries[identity] = Entry(change.after)
                moved = True
            else:
                before = self.arrangement.place(known, self.context)
                known.item = change.after
                known.forget()
                gone_on |= self.arrangement.place(known, self.context) != before
                changed.append(known)
        if moved or (gone_on and not self._held):
            self._show(changed)
        else:
            self._late |= gone_on
            self._tell_changed(changed)

    def _refresh_texts(self) -> None:
        self.context = self._session.context()  # what an old one has worked out once no longer holds
        self.stamp += 1
        self._tell_changed(())

    def _renew(self) -> None:
        self.context = self._session.context()
        self.stamp += 1
        self._forget()
        self._show(())
        self._tell_changed(())

    def _forget(self) -> None:
        for entry in self._entries.values():
            entry.forget()

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
        last = len(self.form.fields) - 1
        places = [place for entry in changed if (place := self.row_of(entry.item.id)) >= 0]
        if isinstance(changed, tuple) and self.rows:
            places = [0, len(self.rows) - 1]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))

    def field_at(self, column: int) -> Field:
        """The field of a column."""
        return self.form.fields[column]


def _common(old: list[Row], new: list[Row]) -> tuple[int, int]:
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] is new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] is new[-1 - end]:
        end += 1
    return start, end
