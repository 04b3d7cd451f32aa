"""A sheet with a text one can read, copy and, where there is a reason to, save."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from ui.dialogs.sheet import Sheet
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.program import Program


class TextSheet(Sheet):
    """Words, then the text in a box of its own, if there is any."""

    def __init__(self, program: Program, title: Message, words: Message, text: str) -> None:
        super().__init__(program.window, program.theme, program.voice, title)
        self.add_words(words)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(text)
        self.sayings.say(self.text.setAccessibleName, title)
        if text:
            self.add_area(self.text, 640, 320)
            self.add_button(_("Copy"), lambda: QGuiApplication.clipboard().setText(text))

    def add_closing(self) -> None:
        """The button that only closes."""
        self.add_button(_("Close"), self.accept, look="primary", default=True).setFocus()

    def add_saving(self, call: Callable[[], object]) -> None:
        """The buttons that close, and that save."""
        self.add_button(_("Close"), self.accept)
        self.add_button(_("Save…"), call, look="primary", default=True).setFocus()
