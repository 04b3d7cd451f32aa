"""The cards beside a call: the sentence to be read out, and the need behind a wish."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.flow import Flow
from ui.inputs import ENTER, NoteInput
from ui.session import Session
from ui.theme import Press, Words
from workbench.domain import Confirmation, Note
from workbench.messages import Message, _
from workbench.rules.needs import PROMPTS

Key = Qt.Key
Modifier = Qt.KeyboardModifier
ANSWERS = {
    Modifier.NoModifier: Confirmation.CONFIRMED,
    Modifier.ControlModifier: Confirmation.CORRECTED,
    Modifier.AltModifier: Confirmation.REJECTED,
}
"""What Enter means with each key held."""


class Card(QFrame):
    """A box with a title, an icon and something small at its right."""

    def __init__(self, session: Session, title: Message, icon: str, tone: str) -> None:
        super().__init__()
        self._session, self._theme = session, session.theme
        self._title, self._icon, self._tone = title, icon, tone
        self.setProperty("card", "true")
        self.mark = QLabel()
        self.title = Words(self._theme, "uib")
        self.meta = Words(self._theme, "cap", "ink3")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.mark)
        top.addWidget(self.title, 1)
        top.addWidget(self.meta)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.setSpacing(6)
        self.column.addLayout(top)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        self.title.setText(self._session.translate(self._title))
        pixmap = self._theme.icon(self._icon, self._tone, 16).pixmap(self._theme.px(16))
        self.mark.setPixmap(pixmap)


class Sentence(NoteInput):
    """The sentence to be read out; Enter, with or without a key held, is what the client says to it."""

    answered = Signal(object)
    put_off = Signal()

    def __init__(self) -> None:
        super().__init__(lowest=2, highest=6)

    def event(self, event: QEvent) -> bool:
        """Keep Enter with keys held from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Modifier.KeypadModifier
            if event.key() in ENTER and plain in ANSWERS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Escape leaves it open."""
        plain = event.modifiers() & ~Modifier.KeypadModifier
        if event.key() in ENTER and plain in ANSWERS:
            self.answered.emit(ANSWERS[plain])
        elif event.key() == Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)


class ParaphraseCard(Card):
    """The sentence, and the answer to it. ``answered`` gives the lines' ids, sentence and answer."""

    answered = Signal(object, str, object)
    put_off = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Paraphrase and confirm"), "message-circle", "accent")
        self.identities: tuple[str, ...] = ()
        self.sentence = Sentence()
        self.sentence.answered.connect(self.give)
        self.sentence.put_off.connect(self.put_off)
        self.yes = Press(self._theme, "primary", "check")
        self.no_quite = Press(self._theme, "secondary")
        self.no = Press(self._theme, "secondary")
        buttons = QWidget()
        flow = Flow(buttons)
        answers = ANSWERS.values()
        for button, answer in zip((self.yes, self.no_quite, self.no), answers, strict=True):
            button.clicked.connect(lambda _checked, said=answer: self.give(said))
            flow.addWidget(button)
        self.keys = Words(self._theme, "cap", "ink3", wrap=True)
        for widget in (self.sentence, buttons, self.keys):
            self.column.addWidget(widget)
        self.say_anew()
        self.clear()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        super().say_anew()
        translate = self._session.translate
        self.sentence.setFont(self._theme.font("read"))
        self.sentence.setAccessibleName(translate(_("Sentence to be read out")))
        self.sentence.setPlaceholderText(translate(_("Ctrl+D builds it from the line before")))
        self.yes.setText(translate(_("Client confirms")))
        self.no_quite.setText(translate(_("Corrected")))
        self.no.setText(translate(_("Not so")))
        keys = _("Enter confirms · Ctrl+Enter: corrected as it stands here · Alt+Enter: not so · Esc later")
        self.keys.setText(translate(keys))

    def ask(self, notes: Sequence[Note], sentence: str) -> None:
        """Read this sentence out for some lines."""
        self.identities = tuple(note.id for note in notes)
        self.sentence.show_text(sentence)
        self._enable(on=True)
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.sentence.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.sentence.setTextCursor(cursor)

    def give(self, answer: Confirmation) -> None:
        """The client has said so."""
        if self.identities:
            identities, sentence = self.identities, self.sentence.toPlainText().strip()
            self.clear()
            self.answered.emit(identities, sentence, answer)

    def clear(self) -> None:
        """Ask nothing."""
        self.identities = ()
        self.sentence.show_text("")
        self._enable(on=False)

    def _enable(self, *, on: bool) -> None:
        for widget in (self.sentence, self.yes, self.no_quite, self.no):
            widget.setEnabled(on)

    def show_count(self, settled: int, wanted: int) -> None:
        """Say how many lines are confirmed of those that should be."""
        self.meta.setText(f"{settled} / {wanted}" if wanted else "")


class NeedCard(Card):
    """What the client asked for, and what is needed. ``written`` gives the line's id and the need."""

    written = Signal(str, str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Need, or solution?"), "git-branch", "violet")
        self.identity = ""
        self.said_word = Words(self._theme, "cap", "ink3")
        self.said = Words(self._theme, "ui", "ink2", wrap=True)
        self.need_word = Words(self._theme, "capb", "violet_t")
        self.need = NoteInput(lowest=1, highest=4)
        self.need.enter_ends = True
        self.need.edited.connect(lambda text: self.written.emit(self.identity, text))
        self.need.entered.connect(self.left)
        self.prompt = Words(self._theme, "cap", "violet_t", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (word, widget) in enumerate(((self.said_word, self.said), (self.need_word, self.need))):
            grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.prompt)
        self.say_anew()
        self.show_line(None)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        super().say_anew()
        translate = self._session.translate
        self.said_word.setText(translate(_("Said")))
        self.need_word.setText(translate(_("Real need")))
        self.need.setFont(self._theme.font("ui"))
        self.need.setAccessibleName(translate(_("Real need")))
        self.prompt.setText(translate(_("Ask: {question}").fill(question=PROMPTS[0])))

    def show_line(self, note: Note | None) -> None:
        """Show a line's wish and need; nothing where no line names a solution."""
        if note is None and self.need.hasFocus():
            return
        self.identity = note.id if note else ""
        nothing = _("A line that names a solution is looked at here")
        self.said.setText(note.text if note else self._session.translate(nothing))
        self.said.show_tone("ink2" if note else "ink3")
        self.need.setEnabled(note is not None)
        self.need.show_text(note.real_need if note else "")
        self.prompt.setVisible(note is not None)
