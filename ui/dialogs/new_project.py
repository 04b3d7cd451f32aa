"""Asks what a new project is called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.theme import ChoiceBox, Theme, Words
from ui.voice import NAMES, Voice
from workbench.messages import LANGUAGES, Message, _

MOST_CODE = 12


@dataclass(frozen=True)
class Wanted:
    """What the user has typed."""

    code: str
    title: str
    language: str


class NewProject(Sheet):
    """Code, title and the language the project's lists and reports begin in."""

    wanted = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, voice: Voice, taken: Collection[str]) -> None:
        super().__init__(window, theme, voice, _("New project"))
        self._taken = {code.casefold() for code in taken}
        self.title = QLineEdit()
        self.title.setMaxLength(300)
        self.code = QLineEdit()
        self.code.setMaxLength(MOST_CODE)
        self.language = ChoiceBox(theme)
        for language in LANGUAGES:
            self.language.addItem(NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(voice.language))
        self.labelled(_("Title"), self.title)
        self.labelled(_("Code: requirements are numbered with it, like DEMO001"), self.code)
        self.labelled(_("Language of the project"), self.language)
        self._hint = Words(theme, "cap", "red_t", wrap=True)
        self._hint.setMinimumHeight(theme.line("cap"))
        self.body.addWidget(self._hint)
        self.add_button(CANCEL, self.reject)
        self._make = self.add_button(_("Create project"), self._accept, look="primary", default=True)
        self.code.textEdited.connect(self._check)
        self.title.textEdited.connect(self._check)
        self._check()
        self.title.setFocus()

    def _check(self) -> None:
        code = self.code.text().strip()
        taken = code.casefold() in self._taken
        self.sayings.say(self._hint.setText, _("Another project has this code") if taken else Message(""))
        self._make.setEnabled(bool(code and self.title.text().strip()) and not taken)

    def _accept(self) -> None:
        wanted = Wanted(self.code.text().strip(), self.title.text().strip(), self.language.currentData())
        self.accept()
        self.wanted.emit(wanted)
