"""What was understood, read back to the client sentence by sentence, and how the call is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.aftercall.call_page import CallPage
from ui.aftercall.calls import Calls, brief
from ui.aftercall.keycap_button import keycap_button
from ui.aftercall.sentence_list import SentenceList
from ui.flow import Flow
from ui.inputs import NoteInput
from ui.theme import Words
from workbench.domain import Confirmation, Note
from workbench.messages import Message, _
from workbench.rules.letters_said import said
from workbench.rules.read_back import CLOSING, is_answered, to_read
from workbench.workspace.door import utc_now

TITLE = _("Read back")
HINT = _("After a call what was understood is read back to the client here")
ANSWERS: tuple[tuple[str, Message, Confirmation], ...] = (
    ("Y", _("Yes, right"), Confirmation.CONFIRMED),
    ("M", _("Correct it"), Confirmation.CORRECTED),
    ("N", _("Not so"), Confirmation.REJECTED),
)
LABELS = {
    Confirmation.CONFIRMED: _("Confirmed by the client: {text}"),
    Confirmation.CORRECTED: _("Corrected by the client: {text}"),
    Confirmation.REJECTED: _("Rejected by the client: {text}"),
}
SIDE = 300
WIDE = 760
"""From this width on there is room for two columns."""
QWIDGETSIZE_MAX = (1 << 24) - 1
SHORT = 24


class ReadBackPage(CallPage):
    """The arrows choose a sentence; Y, M and N (or 1, 2, 3) keep what is said, with the time."""

    def __init__(self, calls: Calls) -> None:
        super().__init__(calls, TITLE, HINT)
        self.ticked: dict[str, set[str]] = {}
        self.list = SentenceList(self.theme, self.program.voice, self.sayings)
        self.sentence = Words(self.theme, "ws", "ink1", wrap=True)
        self.box = NoteInput(lowest=1, highest=5)
        self.box.enter_ends = True
        self.sayings.say(self.box.setAccessibleName, _("The sentence as the client wants it"))
        self.box.hide()
        self._corrected = ""
        """The line whose correction is being written."""
        self.ticks: dict[str, QCheckBox] = {}
        self._order: list[str] = []
        self._lay_out()
        self.list.answered.connect(lambda state: self.answer(Confirmation(state)))
        self.list.currentRowChanged.connect(lambda _row: self._show_sentence())
        self.box.entered.connect(self._correct)

    def _lay_out(self) -> None:
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        row.setContentsMargins(20, 8, 20, 16)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._card())
        left.addWidget(self.list, 1)
        row.addLayout(left, 1)
        row.addWidget(self._side())

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        self.sentence.setMinimumHeight(2 * self.theme.line("ws"))
        column.addWidget(self.sentence)
        column.addWidget(self.box)
        row = QWidget()
        flow = Flow(row, 8)
        for key, text, state in ANSWERS:
            flow.addWidget(keycap_button(self.theme, self.sayings, key, text, partial(self.answer, state)))
        column.addWidget(row)
        return card

    def _side(self) -> QFrame:
        self.side = side = QFrame()
        side.setProperty("card", "true")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        title = Words(self.theme, "h3", "ink1", wrap=True)
        self.sayings.say(title.setText, _("Before you say goodbye"))
        column.addWidget(title)
        for key, text in CLOSING:
            column.addLayout(self._tick(key, text))
        column.addStretch(1)
        self.keys = Words(self.theme, "cap", "ink3", wrap=True)
        self.sayings.say(
            self.keys.setText,
            _("↑ ↓ choose · Y or 1 right · M or 2 correct it · N or 3 not so. The time is kept."),
        )
        column.addWidget(self.keys)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What closes the call stands beside the sentences, below them where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.px(WIDE)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        side = self.theme.px(SIDE)
        self.side.setMinimumWidth(side if wide else 0)
        self.side.setMaximumWidth(side if wide else QWIDGETSIZE_MAX)

    def _tick(self, key: str, text: Message) -> QHBoxLayout:
        box, words = QCheckBox(), Words(self.theme, "body", "ink1", wrap=True)
        self.sayings.say(box.setAccessibleName, text)
        self.sayings.say(words.setText, text)
        words.setBuddy(box)
        box.toggled.connect(partial(self._note_tick, key))
        self.ticks[key] = box
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    @property
    def note(self) -> Note | None:
        """The line of the chosen sentence."""
        found = self.session.workspace.find(self.list.identity)
        return found if isinstance(found, Note) else None

    def refresh(self) -> None:
        """Show the sentences of now; while one is on the page they keep their order."""
        call = self.calls.call()
        if call is None:
            return
        notes = to_read(call.notes)
        place = {identity: at for at, identity in enumerate(self._order)}
        notes.sort(key=lambda note: place.get(note.id, len(place)))
        self._order = [note.id for note in notes]
        self.list.show_notes(notes)
        done = sum(map(is_answered, notes))
        self.bar.state.setText(self.tell(_("{done} of {total} answered").fill(done=done, total=len(notes))))
        for key, box in self.ticks.items():
            box.setChecked(key in self.ticked.get(call.interview.id, set()))
        self._show_sentence()

    def begin(self) -> None:
        """Order the sentences anew, and begin with the first."""
        self._order = []
        self.update_now()
        if known := self.list.identities():
            self.list.go_to(known[0])
        self.entrance().setFocus()

    def answer(self, state: Confirmation) -> None:
        """Keep what the client says to the sentence; a correction is typed first."""
        note = self.note
        if note is None:
            return
        if state is Confirmation.CORRECTED:
            self.box.show_text(said(note, self.tell))
            self._corrected = note.id
            self._show_sentence()
            self.box.setFocus()
            self.box.moveCursor(self.box.textCursor().MoveOperation.End)
            return
        self._store(replace(note, confirmation=state, confirmed_at=utc_now()))

    def _correct(self) -> None:
        note, text = self.note, self.box.toPlainText().strip()
        self._put_box_away()
        if note is not None and text:
            state = Confirmation.CORRECTED
            self._store(replace(note, paraphrase=text, confirmation=state, confirmed_at=utc_now()))

    def _store(self, note: Note) -> None:
        label = LABELS[note.confirmation].fill(text=" ".join(said(note, self.tell).split())[:SHORT])
        self.session.workspace.put(note, label=label, by=self)
        self.list.step(1)

    def _show_sentence(self) -> None:
        note = self.note
        empty = self.tell(_("Nothing to read back yet: mark lines as need, pain point, figure or follow-up"))
        self.sentence.setText(brief(said(note, self.tell)) if note else empty)
        self.box.setVisible(note is not None and note.id == self._corrected)

    def _put_box_away(self) -> None:
        self._corrected = ""
        self._show_sentence()
        self.list.setFocus()

    def _note_tick(self, key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        interview = self.calls.interview
        if interview is not None:
            kept = self.ticked.setdefault(interview.id, set())
            (kept.add if on else kept.discard)(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a correction as it was before."""
        if event.key() == Qt.Key.Key_Escape and self.box.isVisible():
            self._put_box_away()
        else:
            super().keyPressEvent(event)

    def work(self) -> QWidget:
        """The sentences."""
        return self.list

    def focus_regions(self) -> list[QWidget]:
        """The bar, the sentences, the end of the call."""
        return [self.bar, self.list, self.side]

    def place(self) -> dict[str, Any]:
        """The sentence one is at, and what was ticked."""
        interview = self.calls.interview
        ticked = {identity: sorted(keys) for identity, keys in self.ticked.items() if keys}
        return {"interview": interview.id if interview else "", "note": self.list.identity, "ticked": ticked}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to the sentence one was at."""
        if place.get("interview"):
            self.calls.choose(str(place["interview"]))
        self.ticked = {str(key): set(ticks) for key, ticks in dict(place.get("ticked", {})).items()}
        self.update_now()
        self.list.go_to(str(place.get("note", "")))
