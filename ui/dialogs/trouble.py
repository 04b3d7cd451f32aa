"""An error of ours, said once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import _


class Trouble(QObject):
    """Shows errors in one dialog, however many there are."""

    def __init__(self, window: QWidget, theme: Theme, voice: Voice) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._voice = voice
        self.count = 0
        self.sheet: Sheet | None = None

    def show_error(self, where: str) -> None:
        """Say that something went wrong; while the dialog stands, only count."""
        self.count += 1
        if self.sheet is None:
            self.sheet = self._make(where)
            self.sheet.open()
        self.sheet.sayings.say(
            self._count_words.setText, _("Happened {count} times since the start.").fill(count=self.count)
        )

    def _make(self, where: str) -> Sheet:
        sheet = Sheet(self._window, self._theme, self._voice, _("Something went wrong in this program"))
        sheet.add_words(
            _("Your work is kept: what you typed is still here and is saved as before. You can go on.")
        )
        self._count_words = sheet.add_words(
            _("Happened {count} times since the start.").fill(count=self.count), "cap"
        )
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
