"""The widget for each kind of field on a record's page."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.cell_editors import Chosen, chosen_key, fill_choices
from ui.inputs import LineInput, NoteInput
from ui.score_picker import ScorePicker
from ui.session import Session
from ui.theme import ChoiceBox, Words
from ui.typed import Typed, is_live, read_typed, tone_of, typed_text
from workbench.domain import Record
from workbench.messages import Message, _
from workbench.spec import Choice, Claim, Computed, Context, Field, Listed, Note, Rating, Reference, Tick

NARROWEST = 120


class Editor(QWidget):
    """One field of one record. It stores nothing itself.

    ``edited`` gives what was typed, ``ended`` tells that the edit is over (the field is left, or Enter).
    """

    edited = Signal(object)
    ended = Signal()

    def __init__(self, field: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.session = field, session
        self.refusal: Message | None = None
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(4)

    def put_in(self, widget: QWidget) -> None:
        """Make a widget the one that takes the focus."""
        self.inside.addWidget(widget)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)

    def show_item(self, item: Record, context: Context) -> None:
        """Show a record's value, unless something is being composed."""

    def say_anew(self, context: Context) -> None:
        """Say everything in the language of now."""
        name = context.translate(self.field.label)
        for box in (self, self.focusProxy()):
            if box is not None:
                box.setAccessibleName(name)

    def finish(self) -> None:
        """Take over what is being composed."""


class TextEditor(Editor):
    """A line or a note, stored with every key."""

    def __init__(self, field: Field, session: Session, box: LineInput | NoteInput) -> None:
        super().__init__(field, session)
        self.box = box
        self._item: Record | None = None
        self._late: str | None = None
        self.put_in(box)
        box.edited.connect(self._note)
        box.left.connect(self._end)
        box.entered.connect(self._end)

    def show_item(self, item: Record, context: Context) -> None:
        """A text that made no sense stays until it does."""
        self._item = item
        if self.refusal is None:
            self.box.show_text(typed_text(self.field, item, context))

    def finish(self) -> None:
        """Take over what is being composed."""
        self.box.finish()

    def _note(self, text: str) -> None:
        self._late = text
        if is_live(self.field):
            self._read()

    def _read(self) -> None:
        text, self._late = self._late, None
        if text is not None and self._item is not None:
            typed = read_typed(self.field, text, self._item, self.session.context())
            self.refusal = typed.refusal
            if typed.refusal is None:
                self.edited.emit(typed)

    def _end(self) -> None:
        self._read()
        self.ended.emit()


class RatingEditor(Editor):
    """Five buttons, what the chosen score means, and the reason for it."""

    def __init__(self, field: Rating, session: Session) -> None:
        super().__init__(field, session)
        self.rating = field
        self.picker = ScorePicker(session.theme)
        self.meaning = Words(session.theme, "cap", "ink3", wrap=True)
        self.put_in(self.picker)
        self.inside.addWidget(self.meaning)
        self.picker.chosen.connect(lambda score: self.edited.emit(Typed({field.name: score or None})))
        self.picker.hovered.connect(self._mean)
        self.box: LineInput | None = None
        if field.reason:
            self.box = LineInput()
            self.inside.addWidget(self.box)
            self.box.edited.connect(lambda text: self.edited.emit(Typed({field.reason: text.strip()})))
            self.box.left.connect(self.ended)
            self.box.entered.connect(self.ended)

    def show_item(self, item: Record, context: Context) -> None:
        """Show the score and the reason, and what scores mean in the project now."""
        self._show_meanings(context)
        self.picker.show_score(self.field.get(item))
        self._mean(0)
        if self.box is not None:
            self.box.show_text(getattr(item, self.rating.reason))

    def say_anew(self, context: Context) -> None:
        """Say what each score means."""
        super().say_anew(context)
        label = context.translate(self.field.label)
        self._show_meanings(context)
        self._mean(0)
        if self.box is not None:
            self.box.setPlaceholderText(context.translate(_("Reason (goes into the report)")))
            self.box.setAccessibleName(context.translate(_("{field}: reason").fill(field=label)))

    def _show_meanings(self, context: Context) -> None:
        anchors = context.texts(self.rating.anchors) if self.rating.anchors else {}
        self.picker.show_meanings(context.translate(self.field.label), anchors)

    def finish(self) -> None:
        """Take over what is being composed."""
        if self.box is not None:
            self.box.finish()

    def _mean(self, score: int) -> None:
        text = self.picker.meaning(score or self.picker.score or 0)
        self.meaning.setText(text)
        self.meaning.setVisible(bool(text))


class ChoiceEditor(Editor):
    """One of a few named values."""

    def __init__(self, field: Chosen, session: Session) -> None:
        super().__init__(field, session)
        self.choice = field
        self.box = ChoiceBox(session.theme)
        self.box.setMinimumWidth(session.theme.px(NARROWEST))
        self.box.setMaximumWidth(session.theme.px(320))
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        self.put_in(self.box)
        self.box.activated.connect(self._choose)

    def _choose(self, _row: int) -> None:
        key = chosen_key(self.box, self.choice, self.session)
        self.edited.emit(Typed({self.choice.name: key}))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page, not the value."""
        if isinstance(event, QWheelEvent) and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def show_item(self, item: Record, _context: Context) -> None:
        """Show the entry, among those there are now."""
        fill_choices(self.box, self.choice, item, self.session)


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, field: Tick, session: Session) -> None:
        super().__init__(field, session)
        self.box = QCheckBox()
        self.put_in(self.box)
        self.box.clicked.connect(lambda on: self.edited.emit(Typed({field.name: on})))

    def show_item(self, item: Record, _context: Context) -> None:
        """Show whether it is."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(self.field.get(item)))


class ComputedEditor(Editor):
    """What a rule says: words, in a tone."""

    def __init__(self, field: Computed, session: Session) -> None:
        super().__init__(field, session)
        self.computed = field
        self.words = Words(session.theme, "uib", "ink2", wrap=True)
        self.words.setMinimumHeight(session.theme.px(30))
        self.inside.addWidget(self.words)

    def show_item(self, item: Record, context: Context) -> None:
        """Show the value of now."""
        tone = tone_of(self.computed, item, context)
        self.words.setText(self.field.text(item, context) or "—")
        self.words.show_tone(f"{tone}_t" if tone else "ink3")


@singledispatch
def make_editor(field: Field, session: Session) -> Editor:
    """The editor for a kind of field; a line of text for kinds without one of their own."""
    return TextEditor(field, session, LineInput())


@make_editor.register(Note)
@make_editor.register(Listed)
def _note(field: Field, session: Session) -> Editor:
    return TextEditor(field, session, NoteInput())


@make_editor.register
def _rating(field: Rating, session: Session) -> Editor:
    return RatingEditor(field, session)


@make_editor.register(Choice)
@make_editor.register(Reference)
def _choice(field: Chosen, session: Session) -> Editor:
    return ChoiceEditor(field, session)


@make_editor.register
def _tick(field: Tick, session: Session) -> Editor:
    return TickEditor(field, session)


@make_editor.register
def _claim(field: Claim, session: Session) -> Editor:
    return TextEditor(field, session, LineInput())


@make_editor.register
def _computed(field: Computed, session: Session) -> Editor:
    return ComputedEditor(field, session)
