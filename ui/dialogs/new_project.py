"""Asks what a new project is called."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.theme import ChoiceBox, Theme, Words
from ui.voice import NAMES, Voice
from workbench.messages import LANGUAGES, Message, _

MOST_CODE = 12
MOST_STEM = 6
"""So many letters a code has that is proposed."""


@dataclass(frozen=True)
class Wanted:
    """What the user has typed."""

    code: str
    title: str
    language: str
    scenario: str = ""
    client: str = ""


@dataclass(frozen=True)
class Known:
    """What there is to choose from: codes that are taken, scenarios with their names, clients."""

    codes: Collection[str] = ()
    scenarios: Sequence[tuple[str, Message]] = ()
    clients: Sequence[str] = ()


class NewProject(Sheet):
    """Title, client, scenario, code, and the language the project's lists and reports begin in."""

    wanted = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, voice: Voice, known: Known) -> None:
        super().__init__(window, theme, voice, _("New project"))
        self._add_names(known)
        self._taken = {code.casefold() for code in known.codes}
        self.title = QLineEdit()
        self.title.setMaxLength(300)
        self.code = QLineEdit()
        self.code.setMaxLength(MOST_CODE)
        self.language = ChoiceBox(theme)
        for language in LANGUAGES:
            self.language.addItem(NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(voice.language))
        self.labelled(_("Title"), self.title)
        self.labelled(_("Client: a known one or a new name"), self.client)
        self.labelled(_("Scenario"), self.scenario)
        self.labelled(_("Code: requirements are numbered with it, like DEMO001"), self.code)
        self.labelled(_("Language of the project"), self.language)
        self._hint = Words(theme, "cap", "red_t", wrap=True)
        self._hint.setMinimumHeight(theme.line("cap"))
        self.body.addWidget(self._hint)
        self.add_button(CANCEL, self.reject)
        self._make = self.add_button(_("Create project"), self._accept, look="primary", default=True)
        self.title.editingFinished.connect(self._propose)
        self.code.textEdited.connect(self._check)
        self.title.textEdited.connect(self._check)
        self._check()
        self.title.setFocus()

    def _add_names(self, known: Known) -> None:
        self.client = QLineEdit()
        self.client.setMaxLength(300)
        completer = QCompleter(list(known.clients), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.client.setCompleter(completer)
        self.scenario = ChoiceBox(self.theme)
        for key, text in known.scenarios:
            self.scenario.addItem(self.voice.translate(text), str(key))

    def _propose(self) -> None:
        """Show the code that the project gets if none is typed."""
        self.code.setPlaceholderText(proposed_code(self.title.text(), self._taken))

    def _check(self) -> None:
        code = self.code.text().strip()
        taken = code.casefold() in self._taken
        self.sayings.say(self._hint.setText, _("Another project has this code") if taken else Message(""))
        self._make.setEnabled(bool(self.title.text().strip()) and not taken)

    def _accept(self) -> None:
        wanted = Wanted(
            self.code.text().strip() or proposed_code(self.title.text(), self._taken),
            self.title.text().strip(),
            self.language.currentData(),
            self.scenario.currentData() or "",
            self.client.text().strip(),
        )
        self.accept()
        self.wanted.emit(wanted)


def proposed_code(title: str, taken: Collection[str]) -> str:
    """A free code from a title: its first word in Latin letters, or how its Chinese characters begin."""
    words = re.findall("[A-Za-z]{2,}", title)
    stem = (words[0] if words else _sounds(title))[:MOST_STEM].upper() or "N"
    numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (stem, *numbered) if code.casefold() not in taken)


def _sounds(title: str) -> str:
    from workbench.search.readings import readings  # late: only a title in Chinese needs them

    return "".join(found[0][0] for char in title if (found := readings(char)))
