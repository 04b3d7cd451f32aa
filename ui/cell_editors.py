"""Editors inside a table's cells: every key is stored, Escape puts back what was there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QTableView, QWidget

from ui.edits import Edits
from ui.inputs import LineInput, NoteInput
from ui.session import Session
from ui.theme import ChoiceBox
from ui.typed import Typed, is_live, read_typed, typed_text
from workbench.domain import Record
from workbench.spec import Choice, Field, Listed, Note, Rating, Reference
from workbench.workspace import Event

Chosen = Choice | Reference


@dataclass(frozen=True)
class CellEditor:
    """What an editor in a cell works on."""

    session: Session
    edits: Edits
    item: Record
    grid: QTableView


class LiveText(QObject):
    """Keeps a text input and one field of one record in step."""

    def __init__(self, field: Field, at: CellEditor, box: LineInput | NoteInput) -> None:
        super().__init__(box)
        self._field, self._at, self._box = field, at, box
        names = [field.name, field.reason] if isinstance(field, Rating) and field.reason else [field.name]
        self._before = {name: getattr(at.item, name) for name in names if hasattr(at.item, name)}
        self._gone = False
        box.show_text(typed_text(field, at.item, at.session.context()))
        if is_live(field):
            box.edited.connect(self._store)
        else:
            box.left.connect(self._store_at_last)
        at.session.changed.connect(self._follow)

    def _store(self, text: str) -> None:
        typed = read_typed(self._field, text, self._at.item, self._at.session.context())
        if typed.refusal is None:
            self._at.edits.change(self._at.item.id, self._field, typed, by=self._box)

    def _store_at_last(self) -> None:
        if not self._gone:
            self._store(self._box.text() if isinstance(self._box, LineInput) else self._box.toPlainText())

    def put_back(self) -> None:
        """Undo what was typed since the editor was opened."""
        self._gone = True
        if is_live(self._field):
            self._at.edits.change(self._at.item.id, self._field, Typed(dict(self._before)), by=self._box)

    def _follow(self, event: Event) -> None:
        if event.by is self._box:
            return
        for change in event.changes:
            if change.after is not None and change.after.id == self._at.item.id:
                self._box.show_text(typed_text(self._field, change.after, self._at.session.context()))


@singledispatch
def open_cell_editor(field: Field, at: CellEditor, parent: QWidget) -> QWidget:
    """The editor of a kind of field inside a cell: a line of text for most."""
    box = LineInput(parent)
    LiveText(field, at, box)
    box.selectAll()
    return _named(box, field, at)


@open_cell_editor.register(Note)
@open_cell_editor.register(Listed)
def _note(field: Field, at: CellEditor, parent: QWidget) -> QWidget:
    box = NoteInput(parent, lowest=3)
    box.enter_ends = True
    LiveText(field, at, box)
    box.selectAll()
    return _named(box, field, at)


@open_cell_editor.register(Choice)
@open_cell_editor.register(Reference)
def _choice(field: Chosen, at: CellEditor, parent: QWidget) -> QWidget:
    box = ChoiceBox(at.session.theme, parent)
    fill_choices(box, field, at.item, at.session)
    box.activated.connect(lambda _row: store_choice(box, field, at))
    QTimer.singleShot(0, box, box.showPopup)
    return _named(box, field, at)


def put_back(editor: QWidget) -> None:
    """Undo what was typed in an editor since it was opened."""
    for live in editor.findChildren(LiveText):
        live.put_back()


def store_choice(box: QComboBox, field: Chosen, at: CellEditor) -> None:
    """Store the chosen entry and close the editor."""
    at.edits.change(at.item.id, field, Typed({field.name: chosen_key(box, field, at.session)}), by=box)
    at.grid.setFocus()


def chosen_key(box: QComboBox, field: Chosen, session: Session) -> Any:
    """The chosen entry's key as records have it; Qt makes plain text of an enumeration's member."""
    key = box.currentData()
    return next((each for each in field.entries(session.context()) if each == key), key)


def fill_choices(box: QComboBox, field: Chosen, item: Any, session: Session) -> None:
    """Offer a choice's entries; a value that is no longer listed stays, as it is."""
    context = session.context()
    entries = field.offered(context) if isinstance(field, Choice) else field.entries(context)
    value = field.get(item)
    if value not in entries:
        entries[value] = field.text(item, context)
    with QSignalBlocker(box):
        if [box.itemData(row) for row in range(box.count())] != list(entries):
            box.clear()
            for key, text in entries.items():
                box.addItem(text, key)
        for row, text in enumerate(entries.values()):
            box.setItemText(row, text)
        box.setCurrentIndex(list(entries).index(value))


def _named(box: QWidget, field: Field, at: CellEditor) -> QWidget:
    box.setAccessibleName(at.session.translate(field.label))
    return box
