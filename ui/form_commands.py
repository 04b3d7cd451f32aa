"""What the window's commands do on a form's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.form_tools import FormTools
from workbench.messages import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from ui.drawing_panel import DrawingPanel
    from ui.edits import Edits
    from ui.form_header import FormHeader
    from ui.form_pages import FormPages
    from ui.record_page import RecordPage
    from ui.record_table import RecordTable
    from ui.session import Session
    from ui.table_view import TableView
    from ui.wide_panel import WidePanel
    from workbench.spec import Form


class FormCommands(FormTools):
    """The half of a form's page that is called by menus and keys; its parts are made by the other half."""

    form: Form
    session: Session
    edits: Edits
    header: FormHeader
    table: RecordTable
    view: TableView
    panel: DrawingPanel
    wide: WidePanel | None
    stack: FormPages
    panel_wanted: bool | None
    alone_wanted: bool | None = None
    """Whether the wide drawing shall have the table's room; None leaves it to how much there is."""
    rows: QStackedWidget
    shown_rows: QWidget
    in_drawer: bool = False
    drawer_open: bool = False

    @property
    def page(self) -> RecordPage:
        """The page of one record."""
        return self.stack.page

    def selected_item(self) -> str | None:
        """The record whose page is open, or whose row is current."""
        if self.stack.shown is not None:
            return self.stack.shown.identity
        item = self.view.current_item()
        return item.id if item is not None else None

    def close_record(self) -> None:
        """Go back to the cell one came from."""
        if self.stack.leave():
            self.go_to_rows()

    def go_to_rows(self) -> None:
        """Give the focus to the rows, or to what stands in their place."""
        (self.wide.view if self.wide is not None and self.rows.isHidden() else self.shown_rows).setFocus()

    def new_item(self) -> None:
        """A new row, opened for typing."""
        if self.form.single:
            self.page.focus_field()
            return
        self.close_record()
        self.show_all_rows()
        self.view.commands.add()

    def show_all_rows(self) -> None:
        """Let no filter hide a row."""
        if self.header.filter.text():
            self.header.filter.clear()
        if self.table.arrangement.filters:
            self.table.choose_all()

    def delete(self) -> None:
        """Delete the chosen rows, or the record whose page is open."""
        if self.stack.about_rows:
            self.view.commands.remove()

    def duplicate(self) -> None:
        """Copy the chosen rows."""
        if self.stack.about_rows:
            self.view.commands.duplicate()

    def move_up(self) -> None:
        """Move the chosen rows up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen rows down."""
        self._move(1)

    def _move(self, step: int) -> None:
        if self.stack.shown is None:
            self.view.commands.move(step)

    def find(self) -> None:  # type: ignore[override] # the window's word; Qt's static find is another
        """Put the cursor into the filter."""
        self.close_record()
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.filter.selectAll()

    def find_next(self) -> None:
        """Go to the next row that the filter shows, from the top again after the last."""
        if not self.header.filter.text():
            self.find()
        elif self.table.items:
            self.view.go_on()

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard."""
        if self.wide is not None:
            self.wide.copy_picture()
        if self.wide is not None or self.panel.copy_picture():
            self.status.emit(self.session.translate(_("Chart copied as a picture")))
