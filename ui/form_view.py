"""The page of any form: its rows as a table, each row as a page, its drawings beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.clipboard import cells_of
from ui.drawing_panel import DrawingPanel
from ui.edits import Edits
from ui.empty_page import EmptyPage
from ui.form_commands import FormCommands
from ui.form_header import FormHeader
from ui.form_layout import KEYS, LOW, Halves, fit, lay_out, regions
from ui.form_pages import FormPages
from ui.form_place import go_back, place_of, show_item
from ui.form_voice import say_empty, say_page
from ui.head_bar import HeadBar
from ui.inputs import finish_composition
from ui.problem_strip import ProblemStrip
from ui.quick_add import QuickAdd
from ui.record_table import RecordTable
from ui.session import Session
from ui.table_view import TableView
from ui.wide_panel import WidePanel
from workbench.domain import Cause
from workbench.messages import _
from workbench.spec import Form


class FormView(FormCommands):
    """Everything one does with a form's records."""

    halves: Halves

    def __init__(self, form: Form, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.session = form, session
        self.edits = Edits(form, session)
        self.table = RecordTable(form, session, self)
        self.header = FormHeader(self.edits, session)
        self.head_bar = HeadBar(form.head, self.edits, session) if form.head else None
        self.view = TableView(self.table, self.edits, session)
        self.empty = EmptyPage(session, "primary")
        self.unmatched = EmptyPage(session, "secondary")
        self.quick = QuickAdd(self.edits, session)
        self.panel = DrawingPanel(form, self.edits, session)
        wide = next((each for each in form.drawings if each.wide), None)
        self.wide = WidePanel(form, wide, session) if wide else None
        self.strip = ProblemStrip(session) if form.record is Cause else None
        self.panel_wanted: bool | None = None
        self.shown_rows = self.view
        self._typing = False
        self.stack = FormPages(self)
        lay_out(self)
        self.keys = KEYS[wide.key](self) if wide and wide.key in KEYS else None
        self._wire()
        self.say_anew()
        self.follow_head()

    def _wire(self) -> None:
        self.header.new_wanted.connect(self.new_item)
        self.header.filtered.connect(self.table.filter)
        self.header.grouped.connect(self.table.group)
        self.header.narrow.cleared.connect(self.show_all_rows)
        self.header.panel_wanted.connect(self.toggle_panel)
        self.header.table_wanted.connect(self.go_to_rows)
        self.empty.wanted.connect(self._begin)
        self.unmatched.wanted.connect(self.show_all_rows)
        self.view.opened.connect(self.open_record)
        self.view.evidence_wanted.connect(self.show_evidence)
        self.view.clicked.connect(self.look_at)
        self.view.bulk_wanted.connect(self.bulk_edit)
        self.view.typing_wanted.connect(self.quick.setFocus)
        self.view.left_upward.connect(self.header.filter.setFocus)
        self.view.chosen_changed.connect(self._say_chosen)
        self.view.status.connect(self.status)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.quick.wanted.connect(self._add_typed)
        if self.form.screen:
            self.quick.near = self.near
        self.quick.many_pasted.connect(lambda text: self.view.commands.rows.add_rows(cells_of(text)))
        self.quick.escaped.connect(self.go_to_rows)
        self._wire_rest()

    def _wire_rest(self) -> None:
        for panel in (each for each in (self.panel, self.wide) if each is not None):
            panel.picked.connect(self.pick)
            panel.opened.connect(self.open_record)
            panel.closed.connect(self.toggle_panel)
        if self.wide is not None:
            self.wide.alone_wanted.connect(self.enlarge_drawing)
            self.header.filtered.connect(self.show_table)
        self.view.cell_left.connect(self._typed)
        if self.head_bar is not None:
            self.head_bar.chosen.connect(self._show_head)
        self.table.arranged.connect(self._show_rows)
        self.header.follow(self.table)
        self.session.language_changed.connect(self.say_anew)
        self.session.project_changed.connect(self.follow_head)

    def _begin(self) -> None:
        if self.head_bar is not None and not self.head_bar.identity:
            self.head_bar.add()
        else:
            self.new_item()

    def focus_regions(self) -> list[QWidget]:
        """The parts that F6 goes round, in reading order."""
        return regions(self)

    def place(self) -> dict[str, Any]:
        """Where the user is, what is half typed and how the table looks, as plain values."""
        return place_of(self)

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place; what has gone since is passed over."""
        go_back(self, place)

    def entrance(self) -> QWidget:
        """The last of the page's parts while a record is open, else the rows."""
        found = self.focus_regions() or [self]  # none of them stands anywhere before the page is shown
        return found[-1 if self.stack.shown else min(1, len(found) - 1)]

    def show_item(self, identity: str, field: str = "") -> bool:
        """Go to a row, and to its page if a field is named; the parent it stands under is chosen first."""
        return show_item(self, identity, field)

    def open_record(self, identity: str, field: str = "") -> None:
        """Show all of one record."""
        self.stack.open_record(identity, field)

    def type_in(self, identity: str) -> None:
        """Type a record's main text; Enter leads back to the drawing, if that is where one was."""
        if self.header.filter.text():
            self.header.filter.clear()
        name, was_there = self.edits.main_field.name, self.wide is not None and self.wide.view.hasFocus()
        if self.rows.isHidden() or self.rows.height() < LOW:
            self.open_record(identity, name)
            return
        self.view.edit_cell(identity, name)
        self._typing = was_there

    def _typed(self) -> None:
        typing, self._typing = self._typing, False
        if typing and self.wide is not None and self.rows.isAncestorOf(QApplication.focusWidget() or self):
            self.wide.view.setFocus()

    def pick(self, identity: str) -> None:
        """Go to a record that was chosen elsewhere."""
        if self.edits.find(identity) is None:
            return
        if self.stack.on_record:
            self.page.show_record(identity)
        if not self.view.go_to(identity) and self.header.filter.text():
            self.header.filter.clear()
            self.view.go_to(identity)

    def _add_typed(self, values: dict[str, Any]) -> None:
        near = self.quick.near(values[self.edits.main_field.name])
        added = self.edits.add(self.view.commands.head(), self.quick, **values)
        if not self.view.go_to(added.id):
            self.status.emit(self.session.translate(_("Added; the filter hides it")))
        elif near:
            said = _("{name} added; {near}").fill(name=self.edits.name(added), near=near)
            self.status.emit(self.session.translate(said))

    def _show_rows(self) -> None:
        nothing = self.unmatched if self.table.all_items else self.empty
        if nothing is self.empty:
            say_empty(self)
        shown = self.view if self.table.rows else nothing
        had_focus = self.rows.isAncestorOf(QApplication.focusWidget() or self)
        if self.shown_rows is not shown:
            self.shown_rows = shown
            self.rows.setCurrentWidget(shown)
            self.lead_focus(shown)
            if had_focus:
                shown.setFocus()
        self.fit_panel()
        self._say_facts()
        if self.form.single and self.table.items:
            self.page.show_record(self.table.items[0].id)
            self.stack.setCurrentWidget(self.page)
            self.lead_focus(self.page.first_field.editor)

    def follow_head(self) -> None:
        """Offer the parent records of now and show the rows of the chosen one."""
        if self.head_bar is not None:
            self.head_bar.load()
            self._show_head(self.head_bar.identity)
        else:
            self._show_rows()

    def _show_head(self, identity: str) -> None:
        self.table.show_head(identity or None)
        self.panel.head = identity or None
        self.panel.refresh()
        if self.wide is not None:
            self.wide.show_head(identity or None)
        if self.strip is not None:
            self.strip.show_problem(identity)
        self._show_rows()

    def _show_current(self) -> None:
        if (item := self.view.current_item()) is not None:
            self.panel.select(item.id)
            if self.wide is not None:
                self.wide.select(item.id)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        say_page(self)
        self._say_facts()

    def _say_facts(self) -> None:
        self.header.show_facts(self.table)
        self._say_chosen()

    def _say_chosen(self) -> None:
        if self.isVisible() and not self.form.single:
            chosen, count = len(self.view.chosen), len(self.table.all_items)
            text = _("{chosen} of {count} selected").fill(chosen=min(chosen, count), count=count)
            self.status.emit(self.session.translate(text))

    def toggle_panel(self) -> None:
        """Show or hide the drawings."""
        if self.in_drawer:
            self.drawer_open = not self.drawer_open
            self.fit_panel()
            (self.panel.panels[0].view if self.panel.isVisible() else self.view).setFocus()
        elif self.form.drawings:
            shown = self.wide if self.wide is not None else self.panel
            self.panel_wanted = shown.isHidden()
            self.fit_panel()

    def enlarge_drawing(self) -> None:
        """Give the wide drawing the room of the table, or give it back."""
        if self.wide is not None and not self.wide.isHidden():
            self.alone_wanted = not self.rows.isHidden()
            self.fit_panel()

    def show_table(self, wanted: str = "x") -> None:
        """Show the table too, as one that is looked through must be seen."""
        if wanted and self.rows.isHidden():
            self.alone_wanted = False
            self.fit_panel()

    def fit_panel(self) -> None:
        """Show or hide the drawings, as wide as there is room."""
        fit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+PgUp and Ctrl+PgDn show the parent record before and after; Escape closes the drawer."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if ctrl and step and self.stack.shown is None:
            self.stack.step_head(step)
        elif event.key() == Qt.Key.Key_Escape and self.drawer_open:
            self.toggle_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel the room there is."""
        super().resizeEvent(event)
        self.fit_panel()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is selected here."""
        super().showEvent(event)
        self._say_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: nothing half composed is lost."""
        finish_composition()
        self.session.workspace.end_visit()
        super().hideEvent(event)
