"""What a form's page shows: its rows, the page of one of them, or the page of their parent record."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from ui.head_page import head_page_for
from ui.record_page import RecordPage

if TYPE_CHECKING:
    from ui.change_log import AskPast
    from ui.form_view import FormView

IDLE, BETWEEN = 800, 30
"""Milliseconds until the page of a record is begun, and between its parts."""


class FormPages(QStackedWidget):
    """The listing first, then the pages that were opened; they are made when they are needed."""

    def __init__(self, owner: FormView) -> None:
        super().__init__()
        self._owner = owner
        self.ask_past: AskPast | None = None
        """Who reads a record's past from the file."""
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._make_more)

    @property
    def page(self) -> RecordPage:
        """The page of one record, complete."""
        self._page.complete()
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        """Make that page bit by bit while nothing else is to be done, so that it opens at once."""
        super().showEvent(event)
        if not self._owner.form.single:
            self._idle.start(IDLE)

    def _make_more(self) -> None:
        if self.isVisible() and self._page.make_more():
            self._idle.start(BETWEEN)

    @cached_property
    def _page(self) -> RecordPage:
        page = RecordPage(self._owner.edits, self._owner.session, self, at_once=False)
        page.stepped.connect(self._step)
        page.history_wanted.connect(self._owner.history_wanted)
        if self.ask_past is not None:
            page.dress.read_past(self.ask_past)
        return self._taken_in(page)

    @cached_property
    def head_page(self) -> RecordPage:
        """The page of a parent record."""
        page = head_page_for(self._owner.form, self._owner.session)
        page.stepped.connect(self.step_head)
        return self._taken_in(page)

    def _taken_in(self, page: RecordPage) -> RecordPage:
        page.closed.connect(self._owner.close_record)
        page.wanted_item.connect(self._owner.wanted_item)
        page.linked.connect(self._owner.link_evidence)
        self.addWidget(page)
        return page

    @property
    def shown(self) -> RecordPage | None:
        """The page that is open, if one is."""
        shown = self.currentWidget()
        return shown if isinstance(shown, RecordPage) else None

    @property
    def on_record(self) -> bool:
        """Whether the page of a row's record is open."""
        return "_page" in self.__dict__ and self.currentWidget() is self._page

    @property
    def about_rows(self) -> bool:
        """Whether what is shown are rows, or the page of one."""
        return not self._owner.form.single and (self.shown is None or self.on_record)

    def open_record(self, identity: str, field: str = "") -> None:
        """Show all of one record."""
        view = self._owner.view
        if self.page.show_record(identity):
            view.go_to(identity)
            self.setCurrentWidget(self.page)
            self._owner.fit_panel()
            self.page.focus_field(field or view.place()["field"])

    def open_head(self) -> None:
        """Show all of the parent record."""
        self.show_head("")

    def show_head(self, field: str) -> None:
        """Show all of the parent record, with the cursor in a field; the main one for no name."""
        bar = self._owner.head_bar
        if bar is not None and self.head_page.show_record(bar.identity):
            self.setCurrentWidget(self.head_page)
            self.head_page.focus_field(field)

    def leave(self) -> bool:
        """Go back to the rows; False if they are shown already."""
        page = self.shown
        if page is None or self._owner.form.single:
            return False
        page.finish()
        self.setCurrentIndex(0)
        self._owner.fit_panel()
        return True

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        for name in ("page", "head_page"):
            if name in self.__dict__ or f"_{name}" in self.__dict__:
                getattr(self, name).say_anew()

    def _step(self, step: int) -> None:
        items = [item.id for item in self._owner.table.items]
        if self.page.identity in items:
            at = items.index(self.page.identity) + step
            if 0 <= at < len(items):
                self.open_record(items[at], self.page.focused_field())

    def step_head(self, step: int) -> None:
        """Show the parent record before or after."""
        bar = self._owner.head_bar
        if bar is not None:
            bar.step(step)
            if self.shown is not None:
                self.open_head()
