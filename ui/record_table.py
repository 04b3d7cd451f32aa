"""The records of any form as a Qt table: a plain list of rows, texts made once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ui.arrangement import UNKNOWN, Entry
from ui.many import many
from ui.row_model import RowModel
from ui.row_words import fold
from ui.session import Session
from workbench.domain import Choice, Project, Record
from workbench.spec import Derived, Form, Listed, Numbered
from workbench.workspace import Change, Event


class RecordTable(RowModel):
    """One row for each record or group, one column for each of the document's columns.

    ``narrowed`` tells that other rows are left out.
    """

    narrowed = Signal()

    def __init__(self, form: Form, session: Session, parent: QObject | None = None) -> None:
        super().__init__(form, parent)
        self._session = session
        self.context = session.context()
        self.head: str | None = None
        self._held = self._late = False
        self._tells_of_others = any(isinstance(each, Derived | Listed | Numbered) for each in form.fields)
        session.changed.connect(self._follow)
        session.project_changed.connect(self.load)
        session.language_changed.connect(self.say_anew)
        self.load()

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
        belongs = self._belongs if self.form.head else None
        self.arrangement.renew()
        with many():
            self._entries = {item.id: Entry(item) for item in kept if belongs is None or belongs(item)}
            self._show(())

    def show_head(self, head: str | None) -> None:
        """Show the rows of another parent record."""
        if head != self.head:
            self.head = head
            self.load()

    def say_anew(self) -> None:
        """Make every text again, in the language of now."""
        self._renew()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.fields) - 1)

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

    def choose(self, name: str, values: Iterable[Any]) -> None:
        """Show only rows with one of some values in a field; all rows for none."""
        self.arrangement.filters.pop(name, None)
        if chosen := frozenset(values):
            self.arrangement.filters[name] = chosen
        self._show(())
        self.narrowed.emit()

    def choose_all(self) -> None:
        """Show the rows with whatever values."""
        self.arrangement.filters.clear()
        self._show(())
        self.narrowed.emit()

    def group(self, name: str) -> None:
        """Show rows under the values of a field, under none for no name, or in the order made by hand."""
        self.arrangement.group = name
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
            if self._tells_of_others or len(kinds) > 1:
                self._refresh_texts()
        elif self.form.head is None or kinds != {self.form.head.record}:
            self._refresh_texts()

    def _apply(self, changes: Iterable[Change]) -> None:
        moved = gone_on = False
        changed = []
        self.arrangement.renew()
        for change in changes:
            identity = change.some.id
            known = self._entries.get(identity)
            if change.after is None or not self._belongs(change.after):
                moved |= self._entries.pop(identity, None) is not None
            elif known is None:
                self._entries[identity] = Entry(change.after)
                moved = True
            else:
                before = None if gone_on else self.arrangement.place(known, self.context)
                known.item = change.after
                known.forget()
                gone_on = gone_on or self.arrangement.place(known, self.context) != before
                changed.append(known)
        if moved or (gone_on and not self._held):
            self._show(changed)
        else:
            self._late |= gone_on
            self._tell_changed(changed)

    def _refresh_texts(self) -> None:
        self.context = self._session.context()  # what an old one has worked out once no longer holds
        self.stamp += 1
        if self.arrangement.looks_beyond and not self._held:
            self.arrangement.renew()
            self.group(self.arrangement.group)
        self._tell_changed(())

    def _renew(self) -> None:
        self.context = self._session.context()
        self.stamp += 1
        self._forget()
        self._show(())
        self._tell_changed(())

    def _forget(self) -> None:
        self.arrangement.renew()
        for entry in self._entries.values():
            entry.forget()
