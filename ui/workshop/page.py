"""The workshop as a page: one part of the meeting at a time, nothing else on the wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.page import Page
from ui.workshop.alt_digits import AltDigits
from ui.workshop.bar import Bar
from ui.workshop.beginning import Beginning
from ui.workshop.big import column
from ui.workshop.brief import Brief
from ui.workshop.classify import Classify
from ui.workshop.clock import Clock
from ui.workshop.closing import Closing
from ui.workshop.collect import Collect
from ui.workshop.doubtful import Doubtful
from ui.workshop.look import Look
from ui.workshop.meeting import PARTS, Meeting, Part
from ui.workshop.part import PartView
from ui.workshop.saving import Saving
from ui.workshop.scoring import Scoring
from ui.workshop.strip import Slip, Strip
from workbench.messages import _
from workbench.workspace import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.program import Program

NOTED = 5
"""Seconds after which the time that was spent is noted with the place."""


class WorkshopPage(Page):
    """A meeting on a projector. Everything is in the records; where it is, is in the place."""

    def __init__(self, program: Program, leave: Callable[[], object]) -> None:
        super().__init__()
        assert program.desk is not None
        self.program, self._leave = program, leave
        self.session = program.desk.session
        self.meeting = Meeting(self.session)
        self.clock = Clock(self)
        self.saving = Saving(program, self.meeting, self)
        self.bar, self.strip, self.slip = Bar(self.session), Strip(self.session), Slip(self.session)
        self.beginning = Beginning(self.session)
        makers = (Brief, Collect, Classify, Doubtful, Scoring, Look, Closing)
        self.parts: dict[Part, PartView] = {
            part: make(self.meeting) for part, make in zip(Part, makers, strict=True)
        }
        self.part = Part.BRIEF
        self._digits = AltDigits(self)
        self._digits.pressed.connect(self._take_digit)
        self._ticks = 0
        self.stack = QStackedWidget()
        for widget in (self.beginning, *self.parts.values()):
            self.stack.addWidget(widget)
        inside = column(self, gap=0)
        for bar in (self.bar, self.stack, self.slip, self.strip):
            inside.addWidget(bar, 1 if bar is self.stack else 0)
        self._wire()
        self._resume()
        self.refresh()

    def _wire(self) -> None:
        for view in self.parts.values():
            view.moved.connect(self._follow_part)
            view.finished.connect(self.next_part)
            view.told.connect(self.strip.tell)
        closing = self.parts[Part.CLOSE]
        assert isinstance(closing, Closing)
        closing.saving.connect(self.saving.save)
        closing.ended.connect(self.end_workshop)
        self.beginning.wanted.connect(self.begin_workshop)
        self.bar.paused.connect(self.pause_clock)
        self.bar.hiding.connect(self.hide_names)
        self.bar.leaving.connect(self.leave_workshop)
        self.strip.chosen.connect(lambda part: self.turn_to(Part(part)))
        self.slip.written.connect(self._write)
        self.slip.closed.connect(self._enter_part)
        self.clock.ticked.connect(self._tick)
        self.session.changed.connect(self._follow)
        self.session.language_changed.connect(self.refresh)
        self.session.theme.changed.connect(self.refresh)

    @property
    def view(self) -> PartView:
        """The part on view."""
        return self.parts[self.part]

    def refresh(self) -> None:
        """Show the records of now in the language and colours of now."""
        if self.session.scope is None:
            return
        running = self.meeting.workshop is not None
        self.beginning.say_anew()
        self.bar.setVisible(running)
        self.strip.setVisible(running)
        self.stack.setCurrentWidget(self.view if running else self.beginning)
        if running:
            self.view.refresh()
            self.slip.say_anew()
            self._say_where()

    def _say_where(self) -> None:
        item = self.view.talked_about()
        title = self.session.translate(PARTS[self.part][0])
        self.bar.show_part(title, item, hidden=self.meeting.now.names_hidden)
        agenda = self.meeting.agenda()
        self.strip.show_parts(agenda, self.part, self.session.translate(self.view.hint()))
        self._say_time()

    def _say_time(self) -> None:
        item = self.meeting.agenda().get(self.part)
        spent = max(item.spent, self.clock.spent.get(item.id, 0)) if item else 0
        self.bar.show_time(item, spent, runs=self.clock.runs)

    def _tick(self) -> None:
        self._say_time()
        self._ticks += 1
        if self._ticks % NOTED == 0:
            self.program.note_soon()

    def _follow(self, event: Event) -> None:
        if event.scope in {self.session.scope, None} and self.isVisible():
            self.refresh()

    def _follow_part(self) -> None:
        self.strip.tell("")
        self._say_where()
        self.program.note_soon()

    # What one does

    def begin_workshop(self) -> None:
        """Open a workshop."""
        if self.meeting.workshop is None:
            self.meeting.begin()
            self._resume()
        self.turn_to(self.part)

    def _resume(self) -> None:
        if self.meeting.workshop is not None:
            self.part = self.meeting.part()
            for view in self.parts.values():
                view.resume()

    def end_workshop(self) -> None:
        """Close the workshop for good and go back to work."""
        self._note_spent()
        self.meeting.end()
        self.part = Part.BRIEF
        self.leave_workshop()

    def turn_to(self, part: Part) -> None:
        """Show another part; the clock of the one before stops."""
        if self.meeting.workshop is None:
            return
        done = [item.id] if (item := self.meeting.agenda().get(self.part)) and part is not self.part else []
        self._note_spent(done)
        self.part = part
        self.strip.tell("")
        self.refresh()
        self._enter_part()
        self._run()
        self._say_where()
        self.program.note_soon()

    def _enter_part(self) -> None:
        target = self.entrance()
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self) -> None:
        item = self.meeting.agenda().get(self.part)
        if item is not None:
            self.clock.start(item)

    def _note_spent(self, done: list[str] | None = None) -> None:
        self.clock.stop()
        if self.meeting.workshop is not None:
            self.meeting.note_spent(self.clock.spent, done or ())

    def next_part(self) -> None:
        """The part after this one."""
        self._step(1)

    def previous_part(self) -> None:
        """The part before this one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = list(Part).index(self.part) + by
        if 0 <= at < len(Part):
            self.turn_to(list(Part)[at])

    def pause_clock(self) -> None:
        """Stop the clock, or let it run."""
        if self.clock.runs:
            self._note_spent()
        else:
            self._run()
        self._say_time()

    def hide_names(self) -> None:
        """Hide or show who said and voted what."""
        now = self.meeting.workshop
        if now is not None:
            label = _("Names shown") if now.names_hidden else _("Names hidden")
            self.meeting.change(now, label, names_hidden=not now.names_hidden)

    def count_people(self) -> None:
        """Show or hide how much each person has said, while collecting."""
        if isinstance(self.view, Collect):
            self.view.toggle_counting()

    def park(self) -> None:
        """Write something on the parking lot."""
        if self.meeting.workshop is not None:
            self.slip.ask("park")

    def take_decision(self) -> None:
        """Write down a decision."""
        if self.meeting.workshop is not None:
            self.slip.ask("decide")

    def _write(self, kind: str, text: str) -> None:
        if kind == "park":
            who = self.view.who if isinstance(self.view, Collect) else ""
            self.meeting.park(text, who)
        else:
            self.meeting.settle(text)

    def leave_workshop(self) -> None:
        """Close what is open on top, or go back to where one came from."""
        if self.slip.isVisible():
            self.slip.hide()
            self._enter_part()
        elif self.meeting.workshop is None or not self.view.escape():
            self._note_spent()
            self._leave()

    # As a page

    def entrance(self) -> QWidget:
        """Where the keys go first."""
        return self.view.entrance() if self.meeting.workshop is not None else self.beginning.button

    def place(self) -> dict[str, Any]:
        """Where the meeting is, as plain values."""
        views = {str(part): view.place() for part, view in self.parts.items()}
        spent = {"spent": dict(self.clock.spent), "passed": sorted(self.meeting.passed)}
        return {"part": str(self.part), "parts": views, **spent}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go on where the meeting was."""
        if place.get("part") in set(Part):
            self.part = Part(place["part"])
        known = place.get("parts")
        for part, view in self.parts.items():
            found = known.get(str(part)) if isinstance(known, Mapping) else None
            if isinstance(found, Mapping):
                view.restore_place(found)
        if isinstance(spent := place.get("spent"), Mapping):
            self.clock.restore(spent)
            self.meeting.recall(self.clock.spent, place.get("passed"))
        self.refresh()
        if self.isVisible():
            self._run()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and let the time run."""
        super().showEvent(event)
        self._digits.watch()
        self.refresh()
        self._enter_part()
        if self.meeting.workshop is not None:
            self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """The time stands still while the meeting is not on view."""
        super().hideEvent(event)
        self._digits.stop()
        self.clock.stop()

    def _take_digit(self, digit: int) -> None:
        self.view.alt_digit(digit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.session.theme.colour("canvas"))
        painter.end()
