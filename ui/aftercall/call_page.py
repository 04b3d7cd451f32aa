"""What the pages after a call have in common: a bar, a body, and words while there is no interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.aftercall.calls import CAPTURE, CallBar, Calls
from ui.empty_page import EmptyPage
from ui.page import Page
from ui.voice import Sayings
from workbench.domain import Interview, Note, Point
from workbench.messages import Message, _

if TYPE_CHECKING:
    from workbench.workspace import Event

ABOUT = (Interview, Note, Point)


class CallPage(Page):
    """A page about one interview; ``refresh`` is called when something of it has changed and can be seen."""

    def __init__(self, calls: Calls, title: Message, hint: Message) -> None:
        super().__init__()
        self.calls = calls
        self.program = calls.program
        self.session = calls.session
        self.theme = self.program.theme
        self.sayings = Sayings(self.program.voice, self)
        self.bar = CallBar(calls, title)
        self.body = QWidget()
        self._hint = hint
        self.empty = EmptyPage(self.session, "primary")
        self.empty.wanted.connect(self._begin_interview)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.session.changed.connect(self._follow)
        calls.changed.connect(self.update_now)
        self.program.voice.changed.connect(self.update_now)
        self.theme.changed.connect(self.update_now)

    def refresh(self) -> None:
        """Show the interview of now."""

    def update_now(self) -> None:
        """Show what there is now, if the page can be seen; else when it is shown."""
        if self.isVisible():
            self.bar.load()
            has = self.calls.interview is not None
            self._stack.setCurrentIndex(0 if has else 1)
            if not has:
                self.empty.show_words(
                    self.tell(_("No interview yet")), self.tell(self._hint), self.tell(_("New interview")), ""
                )
            self.refresh()

    def _begin_interview(self) -> None:
        self.program.show_page(CAPTURE)
        self.program.window.actions_.run("new_item")

    def entrance(self) -> QWidget:
        """What one works on; the way to an interview while there is none."""
        return self.work() if self.calls.interview is not None else self.empty.button

    def work(self) -> QWidget:
        """What has the focus while there is an interview."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Show the interview of now."""
        super().showEvent(event)
        self.status.emit("")
        self.update_now()

    def tell(self, text: str) -> str:
        """A text in the language of now."""
        return self.program.voice.translate(text)

    def _follow(self, event: Event) -> None:
        if any(isinstance(change.some, ABOUT) for change in event.changes):
            self.update_now()
