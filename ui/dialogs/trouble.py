"""An error of ours, said once in a dialog and then above the page for as long as nobody closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from ui.banner import Notice
from ui.dialogs.sheet import Sheet
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.voice import Voice
    from ui.window import Window

KEY = "trouble"
MOST = 99
"""After so many errors nothing more is counted, so that a broken loop costs nothing."""


class Trouble(QObject):
    """Shows errors in one dialog and one bar, however many there are, even if showing them fails."""

    def __init__(self, window: Window, theme: Theme, voice: Voice) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._voice = voice
        self._where = ""
        self._showing = False
        self.count = 0
        self.sheet: Sheet | None = None

    def show_error(self, where: str) -> None:
        """Say that something went wrong: the first time in a dialog, then in the bar and by counting."""
        self.count += 1
        if self._showing or self.count > MOST:
            return
        self._showing = True  # and stays so if this fails: an error while showing errors would never end
        first = not self._where
        self._where = self._where or where
        self._window.banners.show_notice(KEY, self._notice())
        if first:
            self.show_details()
        elif self.sheet is not None and isValid(self.sheet):
            self.sheet.sayings.say(self._count_words.setText, self._counted())
        self._showing = False

    def _counted(self) -> Message:
        return _("Happened {count} times since the start.").fill(count=self.count)

    def _notice(self) -> Notice:
        title = _("Something went wrong in this program")
        text = _("Your work is kept. Errors since the start: {count}.").fill(count=self.count)
        return Notice("red", title, text, ((_("Details"), self.show_details),))

    def show_details(self) -> None:
        """Show where the first error was."""
        if self.sheet is None:
            self.sheet = self._make(self._where)
            self.sheet.open()

    def _make(self, where: str) -> Sheet:
        sheet = Sheet(self._window, self._theme, self._voice, _("Something went wrong in this program"))
        sheet.add_words(
            _("Your work is kept: what you typed is still here and is saved as before. You can go on.")
        )
        self._count_words = sheet.add_words(self._counted(), "cap")
        details = QPlainTextEdit()
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setPlainText(where)
        details.setMinimumHeight(self._theme.px(140))
        sheet.sayings.say(details.setAccessibleName, _("Details"))
        sheet.body.addWidget(details, 1)
        sheet.add_button(_("Copy details"), lambda: QGuiApplication.clipboard().setText(where))
        sheet.add_button(_("Go on"), sheet.accept, look="primary", default=True).setFocus()
        sheet.finished.connect(self._forget)
        return sheet

    def _forget(self) -> None:
        self.sheet = None
