"""The letter to the client and the minutes for ourselves: written by the program, changed by people, sent."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.aftercall.call_page import CallPage
from ui.aftercall.calls import Calls
from ui.aftercall.letter_saving import LetterSaving
from ui.inputs import NoteInput
from ui.theme import Press, Words
from ui.theme.ring import Ring
from workbench.messages import Message, Refusal, Translate, _, translator
from workbench.rules.letters import Call, parsed, plain

TITLE = _("Letters")
HINT = _("After a call the letter to the client and the minutes are written here")
WIDEST = 860
NOTHING = Message("")


class Letter(StrEnum):
    """What is written after a call."""

    CONFIRMATION = "confirmation"
    MINUTES = "minutes"


NAMES = {
    Letter.CONFIRMATION: _("Confirmation letter · for the client"),
    Letter.MINUTES: _("Minutes · internal"),
}
HINTS = {
    Letter.CONFIRMATION: _("Searched for internal words before it is copied or saved"),
    Letter.MINUTES: _("Holds everything, our private remarks too: not for the client"),
}


class Paper(NoteInput):
    """A text as high as its room, scrolled where it is longer."""

    def fit(self) -> None:
        """Leave the height to the layout."""


class LettersPage(CallPage):
    """An editable preview; what was changed in it is remembered while the project is open."""

    def __init__(self, calls: Calls) -> None:
        super().__init__(calls, TITLE, HINT)
        self.kind = Letter.CONFIRMATION
        self.edited: dict[tuple[str, Letter], str] = {}
        self._shown: tuple[str, Letter] | None = None
        self._put_aside: dict[tuple[str, Letter], str] = {}
        self.saving = LetterSaving(self.program)
        self.text = Paper()
        self.sayings.say(self.text.setAccessibleName, _("The letter"))
        self.chosen = QButtonGroup(self)
        self.kinds = {kind: self._kind_button(kind) for kind in Letter}
        self.hint = Words(self.theme, "cap", "ink3", wrap=True)
        self.problem = Words(self.theme, "ui", "red_t", wrap=True)
        self.problem.hide()
        self.copy = Press(self.theme, "primary", "copy")
        self.word = Press(self.theme, "secondary", "file-text")
        self.anew = Press(self.theme, "ghost", "undo-2")
        self.sayings.say(self.copy.setText, _("Copy as plain text"))
        self.sayings.say(self.word.setText, _("Save as Word…"))
        self._lay_out()
        self.text.edited.connect(self._note_edit)
        self.copy.clicked.connect(lambda _checked: self.copy_text())
        self.word.clicked.connect(lambda _checked: self.save_word())
        self.anew.clicked.connect(lambda _checked: self.swap())

    def _kind_button(self, kind: Letter) -> Press:
        button = Press(self.theme, "secondary")
        button.setCheckable(True)
        self.chosen.addButton(button)
        button.clicked.connect(lambda _checked: self.show_letter(kind))
        return button

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(8)
        for button in self.kinds.values():
            choice.addWidget(button)
        choice.addSpacing(4)
        choice.addWidget(self.hint, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.copy, self.word, self.anew):
            foot.addWidget(button)
        foot.addStretch(1)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(choice)
        column.addWidget(self._paper(), 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(20, 8, 20, 16)
        row.addStretch(1)
        row.addWidget(sheet, 100)
        row.addStretch(1)
        sheet.setMaximumWidth(self.theme.px(WIDEST))

    def _paper(self) -> QFrame:
        paper = QFrame()
        paper.setProperty("card", "true")
        column = QVBoxLayout(paper)
        column.setContentsMargins(4, 4, 4, 4)
        self.text.setStyleSheet(
            "QPlainTextEdit { border: none; background: transparent; padding: 8px 16px; }"
        )
        column.addWidget(self.text)
        self.ring = Ring(self.theme, self.text)
        return paper

    @property
    def language(self) -> str:
        """The language of the letter: the project's."""
        return self.session.project.language

    @property
    def _speak(self) -> Translate:
        return translator(self.language)

    def _key(self, call: Call) -> tuple[str, Letter]:
        return call.interview.id, self.kind

    def composed(self, call: Call) -> str:
        """The letter as the records of now make it."""
        from workbench.rules.letters_client import confirmation
        from workbench.rules.letters_minutes import minutes

        if self.kind is Letter.MINUTES:
            return plain(minutes(call, self._speak), self._speak)
        settings = self.program.choices.settings
        return plain(confirmation(call, self._speak, settings.organisation or settings.name), self._speak)

    def refresh(self) -> None:
        """Show the letter, as it was changed or as the records make it."""
        call = self.calls.call()
        if call is None:
            return
        key = self._key(call)
        self.text.setFont(self.theme.font("body"))
        self.text.show_text(self.edited.get(key) or self.composed(call))
        if key != self._shown:
            self._shown = key
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        for kind, button in self.kinds.items():
            button.setChecked(kind is self.kind)
            name = self.tell(NAMES[kind])
            button.setText(f"✓ {name}" if kind is self.kind else name)
        self.hint.setText(self.tell(HINTS[self.kind]))
        changed, aside = key in self.edited, key in self._put_aside
        self.bar.state.setText(self.tell(_("Changed by hand") if changed else NOTHING))
        self.anew.setVisible(changed or aside)
        self.anew.setText(self.tell(_("Write it anew") if changed else _("Back to my text")))

    def show_letter(self, kind: Letter) -> None:
        """Show one of the two."""
        self.kind = kind
        self.problem.hide()
        self.update_now()
        self.entrance().setFocus()

    def swap(self) -> None:
        """Write the letter anew from the records, or take the changed text back."""
        call = self.calls.call()
        if call is None:
            return
        key = self._key(call)
        if key in self.edited:
            self._put_aside[key] = self.edited.pop(key)
        else:
            self.edited[key] = self._put_aside.pop(key)
        self.problem.hide()
        self.refresh()

    def _note_edit(self, text: str) -> None:
        call = self.calls.call()
        if call is not None:
            self.edited[self._key(call)] = text
            self.bar.state.setText(self.tell(_("Changed by hand")))
            self.anew.setVisible(True)
            self.anew.setText(self.tell(_("Write it anew")))
            self.problem.hide()

    def checked(self) -> str:
        """The letter if it may leave; empty with the reason on the page if it may not."""
        from workbench.rules.letters_check import checked

        self.text.finish()
        text, call = self.text.toPlainText(), self.calls.call()
        if call is None or not text.strip():
            return ""
        try:
            return text if self.kind is Letter.MINUTES else checked(text, call)
        except Refusal as refusal:
            self.problem.setText(self.tell(refusal.message))
            self.problem.show()
            self._point_at(str(refusal.message.values["text"]).rstrip("…"))
            return ""

    def _point_at(self, words: str) -> None:
        found = self.text.document().find(words)
        if not found.isNull():
            self.text.setTextCursor(found)
        else:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setFocus()

    def copy_text(self) -> None:
        """Put the letter on the clipboard, unless something internal is in it."""
        if text := self.checked():
            QGuiApplication.clipboard().setText(text)
            self.status.emit(self.tell(_("Copied: paste it into a mail or a chat")))

    def save_word(self) -> None:
        """Ask where the Word document goes, unless something internal is in the letter."""
        from workbench.spec.letter_report import letter_report

        if text := self.checked():
            settings = self.program.choices.settings
            author = settings.organisation or settings.name
            self.saving.ask(self, letter_report(parsed(text), self.language, author))

    def work(self) -> QWidget:
        """The text."""
        return self.text

    def focus_regions(self) -> list[QWidget]:
        """The bar, the text, what can be done with it."""
        return [self.bar, self.kinds[self.kind], self.text, self.copy]

    def place(self) -> dict[str, Any]:
        """Which letter of which interview is shown."""
        interview = self.calls.interview
        return {"interview": interview.id if interview else "", "letter": self.kind.value}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Show that letter again."""
        if place.get("interview"):
            self.calls.choose(str(place["interview"]))
        if place.get("letter") in set(Letter):
            self.kind = Letter(place["letter"])
        self.update_now()
