"""After the call, while it is fresh: untyped lines one after another, each sorted by one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ui.aftercall.call_page import CallPage
from ui.aftercall.calls import Calls
from ui.aftercall.keycap_button import keycap_button
from ui.aftercall.triage_card import TriageCard
from ui.aftercall.triage_done import TriageDone
from ui.aftercall.triage_queue import Queue, around, is_blank, unsorted
from ui.interview.converting import convert
from workbench.domain import Note, NoteKind, Problem, Requirement
from workbench.messages import Message, _
from workbench.rules.coverage import point_of
from workbench.rules.letters_minutes import KINDS

TITLE = _("After the call")
HINT = _("After a call its lines are sorted here, with one key for each")
WIDEST = 860
LOW = 590
SHORT = 24
ORDER = tuple(KINDS)
"""The kinds in the order of their digits, 1 to 9."""
PROMPTED = (NoteKind.NEED, NoteKind.LATENT)
Key = Qt.Key


class TriagePage(CallPage):
    """Digits give the kind, Space skips, Backspace goes back, E edits, W asks why, R and P convert."""

    def __init__(self, calls: Calls) -> None:
        super().__init__(calls, TITLE, HINT)
        self.queue = Queue(())
        self._interview = ""
        self._asked = ""
        self.card = TriageCard(self.theme, self.sayings)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.sayings.say(self.progress.setAccessibleName, _("Lines sorted"))
        self.done = TriageDone(self.program, self.sayings)
        self.keys: Mapping[int, Callable[[], object]] = {
            Key.Key_Space: partial(self.step, 1),
            Key.Key_Backspace: partial(self.step, -1),
            Key.Key_E: self.edit_text,
            Key.Key_W: self.ask_why,
            Key.Key_R: partial(self.convert, Requirement),
            Key.Key_P: partial(self.convert, Problem),
            **{Key.Key_1 + place: partial(self.sort, kind) for place, kind in enumerate(ORDER)},
        }
        self._lay_out()
        self.card.open_text(on=False)
        self.card.open_need(on=False, focus=False)
        self.card.pressed.connect(self._press)
        self.card.text_typed.connect(self._store_text)
        self.card.need_typed.connect(self._store_need)
        self.card.text_done.connect(self._end_text)
        self.card.need_done.connect(self._end_need)

    def _lay_out(self) -> None:
        sorting = QWidget()
        column = QVBoxLayout(sorting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.progress)
        column.addWidget(self.card, 0)
        column.addLayout(self._buttons())
        column.addStretch(1)
        self.stages = QStackedWidget()
        self.stages.addWidget(sorting)
        self.stages.addWidget(self.done)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(20, 8, 20, 20)
        row.addStretch(1)
        row.addWidget(self.stages, 100)
        row.addStretch(1)
        self.stages.setMaximumWidth(self.theme.px(WIDEST))

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, kind in enumerate(ORDER):
            call = partial(self.sort, kind)
            button = keycap_button(self.theme, self.sayings, str(place + 1), KINDS[kind], call)
            grid.addWidget(button, place // 3, place % 3)
        others: tuple[tuple[str, Message, int], ...] = (
            ("Space", _("Skip"), Key.Key_Space),
            ("⌫", _("Back to the line before"), Key.Key_Backspace),
            ("E", _("Edit text"), Key.Key_E),
            ("W", _("Real need"), Key.Key_W),
            ("R", _("To requirement"), Key.Key_R),
            ("P", _("To problem"), Key.Key_P),
        )
        for place, (cap, text, key) in enumerate(others):
            button = keycap_button(self.theme, self.sayings, cap, text, partial(self._press, key))
            grid.addWidget(button, 4 + place // 3, place % 3)
        grid.setRowMinimumHeight(3, 4)
        return grid

    @property
    def note(self) -> Note | None:
        """The line of now."""
        found = self.session.workspace.find(self.queue.current)
        return found if isinstance(found, Note) else None

    def refresh(self) -> None:
        """Take in the lines of now; begin anew when it is another interview."""
        call = self.calls.call()
        if call is None:
            return
        if call.interview.id != self._interview:
            self._interview = call.interview.id
            self.queue = Queue(unsorted(call.notes))
            self._asked = ""
        else:
            self.queue.keep({note.id for note in call.notes})
            self.queue.add(unsorted(call.notes))
        self._show()

    def _show(self) -> None:
        note, call = self.note, self.calls.call()
        total = len(self.queue.identities)
        place = min(self.queue.at + 1, total)
        text = _("{place} of {total}").fill(place=place, total=total) if note else Message("")
        self.bar.state.setText(self.tell(text))
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(self.queue.at)
        self.stages.setCurrentIndex(0 if note else 1)
        if note is None or call is None:
            self.done.show_count(total)
            return
        self.card.is_low = self.height() < self.theme.px(LOW)
        self.card.show_line(note, around(call.notes, note.id), self.tell)
        if not self.card.text.hasFocus():
            self.card.open_text(on=False)
        self.card.open_need(on=self._asked == note.id or bool(note.real_need), focus=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what stands around the line where there is no room."""
        super().resizeEvent(event)
        if self.isVisible():
            self._show()

    def _go_on(self) -> None:
        """Show the line of now; a stamp without text is asked for its words first."""
        self._asked = ""
        self.card.setFocus()
        self._show()
        note = self.note
        if note is None:
            self.entrance().setFocus()
        elif is_blank(note):
            self.card.open_text(on=True)

    def _press(self, key: int) -> None:
        call = self.keys.get(key)
        if call is not None and self.note is not None:
            call()

    def step(self, step: int) -> None:
        """Go to the next line or to the one before."""
        self.queue.step(step)
        self._go_on()

    def sort(self, kind: NoteKind) -> None:
        """Say what the line is, and go on; a need is asked for what is behind it."""
        note = self.note
        if note is None:
            return
        label = _("{text}: {kind}").fill(text=_short(note), kind=KINDS[kind])
        call = self.calls.call()
        sorted_ = replace(note, note_kind=kind, point=None)
        point = point_of(sorted_, call.points) if call else None
        self.session.workspace.put(replace(sorted_, point=point), label=label, by=self)
        if kind in PROMPTED and not note.real_need and self._asked != note.id:
            self.ask_why()
        else:
            self.step(1)

    def edit_text(self) -> None:
        """Open the field for the text."""
        self.card.open_text(on=True)

    def ask_why(self) -> None:
        """Ask for the need behind the words."""
        self._asked = self.queue.current
        self.card.open_need(on=True, focus=True)

    def convert(self, kind: type[Requirement] | type[Problem]) -> None:
        """Make a requirement or a problem of the line, and go on."""
        note = self.note
        if note is None or is_blank(note):
            return
        made = convert(self.session, note, kind, self)
        self.status.emit(self.tell(_("{code} was made of the line").fill(code=made.code)))
        self.step(1)

    def _store_text(self, text: str) -> None:
        note = self.note
        if note is not None:
            label = _("Text of the line at {time}").fill(time=self.card.meta.text().split(" ")[0])
            changed = replace(note, text=text)
            self.session.workspace.put(changed, label=label, visit=(note.id, "text"), by=self)

    def _store_need(self, text: str) -> None:
        note = self.note
        if note is not None:
            label = _("{text}: real need").fill(text=_short(note))
            changed = replace(note, real_need=text)
            self.session.workspace.put(changed, label=label, visit=(note.id, "real_need"), by=self)

    def _end_text(self) -> None:
        self.session.workspace.end_visit()
        self.card.setFocus()
        self.card.open_text(on=False)
        self._show()

    def _end_need(self) -> None:
        self.session.workspace.end_visit()
        note = self.note
        if note is not None and note.note_kind in PROMPTED:
            self.step(1)
        else:
            self.card.setFocus()

    def work(self) -> QWidget:
        """The line of now, or what comes after the last."""
        return self.card if self.note is not None else self.done.entrance()

    def begin(self) -> None:
        """Begin with the first line that is not sorted."""
        self._interview = ""
        self.update_now()
        self._go_on()

    def focus_regions(self) -> list[QWidget]:
        """The bar and the line."""
        return [self.bar, self.card if self.note is not None else self.done]

    def place(self) -> dict[str, Any]:
        """The line one is at."""
        return {"interview": self._interview, "note": self.queue.current}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to the line one was at."""
        if place.get("interview"):
            self.calls.choose(str(place["interview"]))
        self.update_now()
        if (note := place.get("note")) in self.queue.identities:
            self.queue.at = self.queue.identities.index(str(note))
            self._show()


def _short(note: Note) -> str:
    return " ".join(note.text.split())[:SHORT]
