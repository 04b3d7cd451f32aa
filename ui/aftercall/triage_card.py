"""One line, large, between the lines around it, with a field for its text and one for the real need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.aftercall.calls import brief
from ui.inputs import LineInput, NoteInput
from ui.theme import ElidedWords, Theme, Words
from ui.theme.ring import Ring
from ui.voice import Sayings
from workbench.domain import Note
from workbench.messages import Translate, _
from workbench.rules.clock import stamp
from workbench.rules.letters_minutes import KINDS
from workbench.rules.needs import PROMPTS

BLANK = "____"
RADIUS = 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TriageCard(QFrame):
    """Takes single keys while no field of it is open. ``pressed`` gives them."""

    pressed = Signal(int)
    text_typed = Signal(str)
    need_typed = Signal(str)
    text_done = Signal()
    need_done = Signal()
    is_low = False
    """Whether there is no room for the lines before and after."""

    def __init__(self, theme: Theme, sayings: Sayings) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        sayings.say(self.setAccessibleName, _("The line to be sorted"))
        self.before = [ElidedWords(theme, "body", "ink3") for _time in range(2)]
        self.after = [ElidedWords(theme, "body", "ink3") for _time in range(2)]
        self.meta = Words(theme, "ui", "accent_t")
        self.line = Words(theme, "ws", "ink1", wrap=True)
        self.text = NoteInput(lowest=1, highest=4)
        self.text.enter_ends = True
        sayings.say(self.text.setAccessibleName, _("What was said"))
        sayings.say(self.text.setPlaceholderText, _("What was it? A few words are enough"))
        self.prompt = Words(theme, "read", "violet_t", wrap=True)
        self.need = LineInput()
        sayings.say(self.need.setAccessibleName, _("Real need"))
        sayings.say(self.need.setPlaceholderText, _("The need behind it; Enter goes on"))
        self._lay_out()
        self.ring = Ring(theme, self, RADIUS)
        self.text.edited.connect(self.text_typed)
        self.text.entered.connect(self.text_done)
        self.need.edited.connect(self.need_typed)
        self.need.entered.connect(self.need_done)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        parts: list[QWidget] = [*self.before, self.meta, self.line, self.text, self.prompt, self.need]
        for widget in [*parts, *self.after]:
            if widget in (self.meta, self.after[0]):
                column.addSpacing(10)
            column.addWidget(widget)

    def show_line(self, note: Note, around: tuple[list[Note], list[Note]], translate: Translate) -> None:
        """Show a line with those before and after it."""
        for labels, notes in zip((self.before, self.after), around, strict=True):
            texts = [f"{stamp(each.at)}   {each.text or BLANK}" for each in notes]
            shown = ["" for _each in range(len(labels) - len(texts))]
            texts = [*shown, *texts] if labels is self.before else [*texts, *shown]
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(bool(text) and not self.is_low)
        kind = KINDS.get(note.note_kind)
        parts = (stamp(note.at), " ".join(note.speaker.split()), translate(kind) if kind else "")
        self.meta.setText("   ".join(part for part in parts if part))
        self.line.setText(brief(note.text) or BLANK)
        self.text.show_text(note.text)
        self.need.show_text(note.real_need)
        self.prompt.setText(translate(PROMPTS[0]))

    def open_text(self, *, on: bool) -> None:
        """Show the field for the text, or the text itself."""
        self.text.setVisible(on)
        self.line.setVisible(not on)
        if on:
            self.text.setFocus()
            self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def open_need(self, *, on: bool, focus: bool) -> None:
        """Show the question for the real need and its field, or not."""
        self.prompt.setVisible(on)
        self.need.setVisible(on)
        if on and focus:
            self.need.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A single key is for the page; Escape in a field comes back here."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus()
        elif plain and self.hasFocus():
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)
