"""What is done with many rows of a form at once, and with what supports one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QGuiApplication

from ui.clipboard import as_table
from ui.page import Page
from workbench.messages import _
from workbench.spec import Count

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.form_pages import FormPages
    from ui.record_table import RecordTable
    from ui.session import Session
    from ui.table_view import TableView
    from workbench.spec import Form


MOST_NEAR = 5000
"""In a longer list only the search for duplicates looks at every row, not every pause of typing."""


class FormTools(Page):
    """The part of a form's page that works on several rows. ``wanted_item`` gives a record elsewhere."""

    wanted_item = Signal(str)
    history_wanted = Signal()
    form: Form
    session: Session
    edits: Edits
    table: RecordTable
    view: TableView
    stack: FormPages

    def bulk_edit(self) -> None:
        """Set one field of the chosen rows."""
        from ui.bulk_edit import BulkEdit

        items = self.view.chosen_items()
        if self.stack.shown is not None or not items:
            return
        dialog = BulkEdit(self.edits, self.session, items, self)
        dialog.finished.connect(self.view.setFocus)
        dialog.open()

    def copy_table(self) -> None:
        """Put the chosen rows on the clipboard with titles; all that are shown if only one is chosen."""
        chosen = self.view.chosen_items()
        items = chosen if len(chosen) > 1 else self.table.items
        if items and self.stack.shown is None:
            QGuiApplication.clipboard().setMimeData(as_table(items, self.form, self.table.context))
            said = _("Copied as a table, rows: {count}").fill(count=len(items))
            self.status.emit(self.session.translate(said))

    def show_evidence(self) -> None:
        """The sentences that support the row under the cursor."""
        from ui.evidence_list import EvidencePopover

        item = self.view.current_item()
        places = [at for at, each in enumerate(self.table.fields) if isinstance(each, Count)]
        if item is None or not places or self.stack.shown is not None:
            return
        popover = EvidencePopover(self.session, item, self.edits.name(item), self)
        popover.wanted.connect(self.wanted_item)
        cell = self.view.visualRect(self.table.index(self.view.currentIndex().row(), places[0]))
        window = self.window()
        room = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
        popover.show_at(self.view.viewport().mapToGlobal(cell.bottomLeft()), room)

    def link_evidence(self) -> None:
        """Choose a sentence that supports the record that is looked at."""
        from ui.evidence_link import EvidenceLink

        page = self.stack.page if self.stack.on_record else None
        item = self.edits.find(page.identity) if page is not None else self.view.current_item()
        if item is not None and any(isinstance(each, Count) for each in self.table.fields):
            EvidenceLink(self.session, item, self.edits.name(item), self).open()

    def look_at(self, index: QModelIndex) -> None:
        """A click on a count shows what is counted."""
        if isinstance(self.table.field_at(index.column()), Count):
            self.show_evidence()

    def near(self, text: str) -> str:
        """What a new row is possibly the same as, in words."""
        from workbench.rules.duplicates import nearest  # late: only once somebody types

        main, items = self.edits.main_field, self.table.all_items
        found = nearest(text, items, lambda item: str(main.get(item))) if len(items) <= MOST_NEAR else None
        if found is None:
            return ""
        return self.session.translate(
            _("possibly the same as {name}").fill(name=self.edits.name(found.first))
        )

    def find_duplicates(self) -> None:
        """Show which rows are possibly the same."""
        from ui.duplicates.sheet import DuplicateSheet

        DuplicateSheet(self.edits, self.session, self).open()
