"""The workshop as a page: one part of the meeting at a time, nothing else on the wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.workshop.alt_digits import AltDigits
from ui.workshop.closing import Closing
from ui.workshop.collect import Collect
from ui.workshop.meeting import PARTS, Part
from ui.workshop.wall import Wall
from workbench.messages import _
from workbench.workspace import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.program import Program
    from ui.workshop.counting import Counting


class WorkshopPage(Wall):
    """A meeting on a projector. Everything is in the records; where it is, is in the place."""

    def __init__(self, program: Program, leave: Callable[[], object]) -> None:
        super().__init__(program)
        self._leave = leave
        self.counting: Counting | None = None
        self._digits = AltDigits(self)
        self._digits.pressed.connect(self._take_digit)
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
        self.beginning.reopened.connect(self.reopen_workshop)
        self.bar.paused.connect(self.pause_clock)
        self.bar.hiding.connect(self.hide_names)
        self.bar.leaving.connect(self.leave_workshop)
        self.strip.chosen.connect(lambda part: self.turn_to(Part(part)))
        self.slip.written.connect(self._write)
        self.slip.closed.connect(self._close_slip)
        self.time.due.connect(self.program.note_soon)
        self.curtain.ended.connect(self.take_break)
        self.session.changed.connect(self._follow)
        self.session.language_changed.connect(self.refresh)
        self.session.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the records of now in the language and colours of now."""
        if self.session.scope is None:
            return
        running = self.meeting.workshop is not None
        self.beginning.say_anew(self.meeting.ended)
        self.bar.setVisible(running)
        self.foot.setVisible(running)
        shown = self.curtain if self.curtain.on else self.view
        self.stack.setCurrentWidget(shown if running else self.beginning)
        if running:
            self.view.refresh()
            self.curtain.say_anew()
            self.foot.fit()
            self.slip.say_anew()
            self._say_where()

    def _say_where(self) -> None:
        item = self.view.talked_about()
        title = self.session.translate(PARTS[self.part][0])
        self.bar.show_part(title, item, hidden=self.meeting.now.names_hidden)
        agenda = self.meeting.agenda()
        hint = "" if self.curtain.on else self.session.translate(self.view.hint())
        self.strip.show_parts(agenda, self.part, hint)
        self.time.show_part(self.part)

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

    def reopen_workshop(self) -> None:
        """Go on with the last workshop, from its decisions."""
        self.meeting.reopen()
        self._resume()
        self.turn_to(Part.CLOSE)

    def _resume(self) -> None:
        if self.meeting.workshop is not None:
            self.part = self.meeting.part()
            for view in self.parts.values():
                view.resume()

    def end_workshop(self) -> None:
        """Close the workshop for good and go back to work."""
        self.time.rest()
        self.meeting.end()
        self.part = Part.BRIEF
        self.leave_workshop()

    def turn_to(self, part: Part) -> None:
        """Show another part; the clock of the one before stops."""
        if self.meeting.workshop is None:
            return
        done = [item.id] if (item := self.meeting.agenda().get(self.part)) and part is not self.part else []
        self.time.rest(done)
        self.part = part
        self.curtain.end()
        self.foot.close_slip()
        self.strip.tell("")
        self.refresh()
        self._enter_part()
        self._go_on()
        self.program.note_soon()

    def _enter_part(self) -> None:
        target = self.entrance()
        self.lead_focus(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if self.meeting.workshop is None or self.curtain.on:
            return
        if self.clock.runs:
            self.time.rest()
            self.time.show_part(self.part)
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self.meeting.workshop is not None and not self.curtain.on:
            self.time.run(self.part)
            self.time.show_part(self.part)

    def take_break(self) -> None:
        """Put the work off the wall for some minutes, or go on."""
        if self.meeting.workshop is None:
            return
        if self.curtain.on:
            self.curtain.end()
        else:
            self.time.rest()
            self.curtain.begin()
            self.foot.close_slip()
        self.refresh()
        self._enter_part()
        self._go_on()

    def hide_names(self) -> None:
        """Hide or show who said and voted what."""
        now = self.meeting.workshop
        if now is not None:
            label = _("Names shown") if now.names_hidden else _("Names hidden")
            self.meeting.change(now, label, names_hidden=not now.names_hidden)

    def count_people(self) -> None:
        """Show or put away how much each person has said: a window for who leads, not for the room."""
        from ui.workshop.counting import Counting  # late: seldom asked for

        if self.meeting.workshop is None:
            return
        if self.counting is None:
            self.counting = Counting(self.program, self.meeting)
        self.counting.toggle()

    def park(self) -> None:
        """Write something on the parking lot."""
        self._ask("park")

    def take_decision(self) -> None:
        """Write down a decision."""
        self._ask("decide")

    def _ask(self, kind: str) -> None:
        if self.meeting.workshop is not None and not self.curtain.on:
            self.foot.ask(kind)

    def _close_slip(self) -> None:
        self.foot.close_slip()
        self._enter_part()

    def _write(self, kind: str, text: str) -> None:
        if kind == "park":
            who = self.view.who if isinstance(self.view, Collect) else ""
            self.meeting.park(text, who)
        else:
            self.meeting.settle(text)

    def leave_workshop(self) -> None:
        """Close what is open on top, or go back to where one came from."""
        if self.foot.asks:
            self._close_slip()
        elif self.curtain.on:
            self.take_break()
        elif self.meeting.workshop is None or not self.view.escape():
            self.time.rest()
            self._leave()

    # As a page

    def entrance(self) -> QWidget:
        """Where the keys go first."""
        if self.curtain.on:
            return self.curtain
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
        self.time.recall(place)
        self.refresh()
        if self.isVisible():
            self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and let the time run."""
        super().showEvent(event)
        self._digits.watch()
        self.refresh()
        self._enter_part()
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """The time stands still while the meeting is not on view."""
        super().hideEvent(event)
        self._digits.stop()
        self.clock.stop()
        if self.counting is not None:
            self.counting.hide()

    def _take_digit(self, digit: int) -> None:
        if not self.curtain.on:
            self.view.alt_digit(digit)
