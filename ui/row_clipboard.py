"""Copying and pasting a table's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.clipboard import as_table, cells_of, into_cells, records_from
from workbench.messages import _

if TYPE_CHECKING:
    from ui.table_commands import TableCommands
    from ui.table_view import TableView


class RowClipboard:
    """The clipboard's side of one table."""

    def __init__(self, view: TableView, commands: TableCommands) -> None:
        self._view, self._commands = view, commands

    def copy(self) -> None:
        """The chosen rows as a table."""
        view, items = self._view, self._view.chosen_items()
        if items:
            QGuiApplication.clipboard().setMimeData(as_table(items, view.table.form, view.table.context))
            self._commands.say(_("Rows copied: {count}").fill(count=len(items)))

    def paste(self) -> None:
        """One cell goes into the cell under the cursor, more become new rows."""
        grid = cells_of(QGuiApplication.clipboard().text())
        if len(grid) == 1 and len(grid[0]) == 1 and self._view.current_item() is not None:
            self._into_cells(grid)
        elif grid:
            self.add_rows(grid)

    def add_rows(self, grid: list[list[str]]) -> None:
        """Cells as new rows, in one step."""
        view = self._view
        head = self._commands.head()
        link = view.table.form.head.link if view.table.form.head else ""
        pasted = records_from(grid, view.edits, view.table.context, {link: head.id} if link and head else {})
        label = view.edits.naming(_("Paste {name}"), pasted.items)
        if view.edits.put_many([*pasted.items, *pasted.others], label, view):
            view.go_to(pasted.items[-1].id)
        self._say_pasted(len(pasted.items), len(pasted.unread))

    def paste_rows(self) -> None:
        """The clipboard's lines as new rows, even if there is only one."""
        if grid := cells_of(QGuiApplication.clipboard().text()):
            self.add_rows(grid)

    def paste_into_cells(self) -> None:
        """Cells over those that are there, from the cursor on."""
        grid = cells_of(QGuiApplication.clipboard().text())
        if grid and self._view.current_item() is not None:
            self._into_cells(grid)

    def _into_cells(self, grid: list[list[str]]) -> None:
        view = self._view
        index = view.currentIndex()
        items = [
            item for row in range(index.row(), len(view.table.rows)) if (item := view.table.item_at(row))
        ]
        own = view.table.form.fields
        fields = [each for each in view.table.fields[index.column() :] if each in own]
        changed, unread = into_cells(grid, items, fields, view.table.context)
        view.edits.put_many(changed, view.edits.naming(_("Paste into {name}"), changed), view)
        self._say_pasted(len(changed), unread)

    def _say_pasted(self, count: int, unread: int) -> None:
        said = (
            _("Rows pasted: {count}; cells that could not be read: {unread}")
            if unread
            else _("Rows pasted: {count}")
        )
        self._commands.say(said.fill(count=count, unread=unread))
