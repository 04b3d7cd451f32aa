"""What can be done in a form's table, by key, menu or button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from ui.cell_editors import put_back
from ui.inputs import ENTER, LineInput, NoteInput
from ui.row_clipboard import RowClipboard
from ui.row_menu import row_menu
from ui.typed import Typed
from workbench.domain import Record
from workbench.messages import Message, _
from workbench.spec import Code, Count, Day, Decimal, Line, Note, Number, Rating, Tick

if TYPE_CHECKING:
    from ui.table_view import TableView

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Modifiers = Qt.KeyboardModifier
_PLAIN = Modifier.NoModifier
_CTRL, _ALT, _SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier
SCORES = {
    Key.Key_1: 1,
    Key.Key_2: 2,
    Key.Key_3: 3,
    Key.Key_4: 4,
    Key.Key_5: 5,
    Key.Key_0: None,
    Key.Key_Backspace: None,
}
TYPED = Line | Note | Number | Decimal | Day
"""Cells that Tab opens: one types in them at once, and a digit is no score there."""
Act = Callable[[], object]


class TableCommands:
    """The commands of one table."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self.rows = RowClipboard(view, self)
        self._keys: dict[tuple[Key, Modifiers], Act] = {
            (Key.Key_F2, _PLAIN): self.edit,
            (Key.Key_Return, _PLAIN): self.enter,
            (Key.Key_Enter, _PLAIN): self.enter,
            (Key.Key_Return, _CTRL): self.open,
            (Key.Key_Enter, _CTRL): self.open,
            (Key.Key_Delete, _PLAIN): self.remove,
            (Key.Key_Insert, _PLAIN): self.add,
            (Key.Key_Up, _ALT): lambda: self.move(-1),
            (Key.Key_Down, _ALT): lambda: self.move(1),
            (Key.Key_N, _PLAIN): view.typing_wanted.emit,
            (Key.Key_E, _PLAIN): view.evidence_wanted.emit,
            (Key.Key_Space, _PLAIN): self.tick,
            (Key.Key_C, _CTRL): self.rows.copy,
            (Key.Key_V, _CTRL): self.rows.paste,
            (Key.Key_V, _CTRL | _SHIFT): self.rows.paste_into_cells,
            (Key.Key_Menu, _PLAIN): self._pop_up,
            (Key.Key_F10, _SHIFT): self._pop_up,
        }

    def learn(self, keys: Mapping[tuple[Key, Modifiers], Act]) -> None:
        """Know more keys, or other ones."""
        self._keys.update(keys)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False if it stands for nothing here."""
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        key = Qt.Key(event.key())
        if modifiers == _PLAIN and key in SCORES and self._on_a_score(key):
            self.rate(SCORES[key])
            return True
        act = self._keys.get((key, modifiers))
        if act is not None:
            act()
        return act is not None

    def _on_a_score(self, key: Key) -> bool:
        """Whether a score is under the cursor; a digit elsewhere in a row goes to its first open score."""
        view, item = self._view, self._view.current_item()
        if isinstance(self._field(), Rating):
            return True
        open_ = [each for each in view.edits.ratings if item is not None and each.get(item) is None]
        if SCORES[key] is None or not open_:
            return False
        view.go_to(item.id, open_[0].name)
        return isinstance(self._field(), Rating)

    def press_in_cell(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Enter and Tab end an edit, Escape takes it back; while something is composed no key does."""
        box = editor if isinstance(editor, LineInput | NoteInput) else None
        key = event.key()
        if box is not None and box.composition.text:
            return False
        if key == Key.Key_Escape:
            put_back(editor)
        elif key in {Key.Key_Tab, Key.Key_Backtab}:
            self._close(editor)
            self.step(1 if key == Key.Key_Tab else -1)
            return True
        elif box is None or key not in ENTER or event.modifiers() & _SHIFT:
            return False
        self._close(editor)
        return True

    def _close(self, editor: QWidget) -> None:
        cell = self._view.itemDelegateForIndex(self._view.currentIndex())
        cell.closeEditor.emit(editor, cell.EndEditHint.NoHint)

    def editor_closed(self) -> None:
        """Rows may go where they belong again, once Qt has put the editor away."""
        self._view.session.workspace.end_visit()
        self._view.cell_left.emit()
        QTimer.singleShot(0, self._view, self._let_go)

    def _let_go(self) -> None:
        if self._view.state() != QAbstractItemView.State.EditingState:
            self._view.table.release()

    def _field(self) -> Any:
        index = self._view.currentIndex()
        return self._view.table.field_at(index.column()) if index.isValid() else None

    def edit(self) -> None:
        """Open the editor of the cell under the cursor."""
        view, index = self._view, self._view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            view.table.hold()
            view.edit(index)

    def enter(self) -> None:
        """Edit the cell; a code or a derived cell stands for its row and opens that."""
        field = self._field()
        if isinstance(field, Count):
            self._view.evidence_wanted.emit()
        elif isinstance(field, Code) or (field is not None and not field.editable):
            self.open()
        elif isinstance(field, Tick):
            self.tick()
        else:
            self.edit()

    def open(self) -> None:
        """Ask for the record's page."""
        item = self._view.current_item()
        if item is not None:
            self._view.opened.emit(item.id)

    def tick(self) -> None:
        """Turn a yes into a no."""
        item, field = self._view.current_item(), self._field()
        if item is not None and isinstance(field, Tick):
            self._view.edits.change(item.id, field, Typed({field.name: not field.get(item)}))

    def rate(self, score: int | None) -> None:
        """Set the score under the cursor and go on to the next, or set it in all of several chosen rows."""
        view, field = self._view, self._field()
        chosen = view.chosen_items()
        if len(chosen) > 1:
            label = _("{name}: {field} {new}").fill(
                field=field.label, new=_("none") if score is None else str(score)
            )
            values: dict[str, Any] = {field.name: score}
            changed = [replace(item, **values) for item in chosen]
            view.edits.put_many(changed, view.edits.naming(label, chosen), view)
            return
        item = view.current_item()
        if item is not None:
            after = self._next_score(field)
            view.edits.rate(item.id, {field.name: score}, view)
            if score is not None:
                view.go_to(*after)

    def _next_score(self, field: Rating) -> tuple[str, str]:
        view = self._view
        ratings = view.edits.ratings
        items, item = view.table.items, view.current_item()
        at = ratings.index(field) + 1
        if at < len(ratings):
            return item.id, ratings[at].name
        row = view.currentIndex().row() + 1
        while row < len(view.table.rows) and view.table.item_at(row) is None:
            row += 1
        below = view.table.item_at(row)
        return (below.id, ratings[0].name) if below is not None else (items[-1].id, field.name)

    def step(self, step: int) -> None:
        """Go to the next cell that can be edited, and open it if it is text."""
        view, index = self._view, self._view.currentIndex()
        column = index.column() + step
        while 0 <= column < view.table.columnCount():
            field = view.table.field_at(column)
            if field.editable and not view.isColumnHidden(column):
                view.setCurrentIndex(view.table.index(index.row(), column))
                if isinstance(field, TYPED):
                    self.edit()
                return
            column += step

    def add(self, **values: Any) -> Record:
        """A new row, opened for typing."""
        view = self._view
        current = view.current_item()
        tree = view.table.form.tree
        if tree and current is not None:
            values.setdefault(tree, getattr(current, tree))
        item: Record = view.edits.add(self.head(), view, **values)
        view.edit_cell(item.id, view.edits.main_field.name)
        return item

    def head(self) -> Record | None:
        """The parent record whose rows are shown."""
        return self._view.session.workspace.find(self._view.table.head)

    def remove(self) -> None:
        """Take the chosen rows away; undo brings them back, so nothing is asked."""
        view, items = self._view, self._view.chosen_items()
        if not items:
            return
        row = view.currentIndex().row()
        view.edits.remove(items, view)
        self.say(view.edits.naming(_("Deleted {name}. Ctrl+Z brings it back."), items))
        left = view.table.items
        if left:
            near = [view.table.item_at(at) for at in (*range(row, row + 3), *range(row - 1, -1, -1))]
            view.go_to(next(each for each in (*near, left[-1]) if each is not None).id)

    def duplicate(self) -> None:
        """Copy the chosen rows."""
        copies = self._view.edits.duplicate(self._view.chosen_items(), self._view)
        if copies:
            self._view.go_to(copies[-1].id)

    def move(self, step: int) -> None:
        """Change places with the neighbour, where the order is made by hand."""
        view = self._view
        moved = view.chosen_items()
        if not moved:
            return
        items = self._neighbours(moved, step)
        if items is None:
            self.say(_("Rows move only among equals here: turn grouping and sorting off to order by hand."))
        elif items:
            view.edits.reorder(items, moved, view)
            view.scrollTo(view.currentIndex())

    def _neighbours(self, moved: Sequence[Record], step: int) -> list[Any] | None:
        """The rows in their new order; None if something else decides, empty at the end."""
        table = self._view.table
        items = self._equals(moved)
        if items is None:
            return None
        places = [items.index(item) for item in moved]
        other = max(places) + 1 if step > 0 else min(places) - 1
        if not 0 <= other < len(items):
            return []
        rank = table.arrangement.form.order
        project = table.context.project
        fixed = not table.arrangement.by_hand and any(
            rank(replace(items[other], position=0.0), project) != rank(replace(each, position=0.0), project)
            for each in moved
        )
        if table.arrangement.sort or fixed:
            return None
        neighbour = items.pop(other)
        at = min(places) if step > 0 else max(places)
        return [*items[:at], neighbour, *items[at:]]

    def _equals(self, moved: Sequence[Record]) -> list[Any] | None:
        """The rows that some may change places with: in a tree, those below the same one."""
        table = self._view.table
        tree = table.form.tree
        if not tree:
            return table.items
        known = {item.id for item in table.items}
        parents = {
            item.id: parent if (parent := getattr(item, tree)) in known else None for item in table.items
        }
        wanted = {parents[each.id] for each in moved}
        return [item for item in table.items if parents[item.id] in wanted] if len(wanted) == 1 else None

    def say(self, message: Message) -> None:
        """Tell in words what was done."""
        self._view.status.emit(self._view.session.translate(message))

    def menu(self) -> QMenu:
        """The commands for the chosen rows."""
        return row_menu(self, self._view)

    def _pop_up(self) -> None:
        place = self._view.visualRect(self._view.currentIndex()).bottomLeft() + QPoint(20, 0)
        self.menu().popup(self._view.viewport().mapToGlobal(place))
