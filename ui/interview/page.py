"""The page for a client call: one line under the caret, always ready; everything else keeps still."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu

from ui.interview import look
from ui.interview.acts import LineActs
from ui.interview.beginning import Way, begin, ways
from ui.interview.call import Call
from ui.interview.line_commands import LineCommands
from ui.session import Session
from workbench.domain import Choice, Interview, Link, Note, Point, Problem, Question, Requirement, Stage
from workbench.messages import _
from workbench.rules.clock import CallClock
from workbench.workspace import Event

SETTLE = 150
"""Milliseconds after a change until what stands beside the lines is worked out anew."""
READ = 300
"""Milliseconds after the last key until the numbers of the line are read."""
BEAT = 1000
ABOUT = (Interview, Stage, Question, Point, Note, Link, Requirement, Problem)
NO_RECORDING = _("Recording is off · text only")


class InterviewPage(LineCommands):
    """Everything one does in a call."""

    def __init__(self, session: Session, clock: CallClock | None = None) -> None:
        super().__init__(Call(session, clock))
        self.acts = LineActs(self.call)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._soon.timeout.connect(self.refresh)
        self._reading = QTimer(self, singleShot=True, interval=READ)
        self._reading.timeout.connect(self._read)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self.beat)
        self._wire()
        self.call.show(self._likely())
        self.say_anew()
        self._beat.start()

    def _wire(self) -> None:
        session, heading = self.session, self.heading
        session.changed.connect(self._follow)
        session.language_changed.connect(self.say_anew)
        session.theme.changed.connect(self.say_anew)
        self.call.shown.connect(self._show)
        self.call.timed.connect(heading.show_clock)
        heading.chosen.connect(self.choose)
        heading.new_wanted.connect(self.new_item)
        heading.clock_wanted.connect(self.toggle_clock)
        heading.end_wanted.connect(self.end_call)
        heading.consent_wanted.connect(self.consent)
        heading.facts_wanted.connect(self.edit_facts)
        self.facts.done.connect(self.back_to_input)
        self.empty.wanted.connect(self.new_item)
        self._wire_parts()

    def _wire_parts(self) -> None:
        typing = self.entry.typing
        self.outline.stage_chosen.connect(self.go_to_stage)
        self.outline.edit_wanted.connect(self.edit_outline)
        typing.edited.connect(self._type)
        typing.said.connect(self.commit_line)
        typing.touched.connect(self.call.touch)
        typing.composition.ended.connect(self.call.untouch)
        typing.focus_moved.connect(self.close_facts)
        typing.upward.connect(self.lines.choose_last)
        self.entry.kind_chosen.connect(self.mark)
        self.lines.left_down.connect(self.back_to_input)
        self.lines.chosen_changed.connect(self._soon.start)
        self.lines.edited.connect(self._edit)
        self.lines.painter.pressed.connect(lambda name: getattr(self, name)())
        card = self.guide.paraphrase
        card.answered.connect(self.answered)
        card.put_off.connect(self.back_to_input)
        self.guide.need.written.connect(self._write_need)
        self.guide.need.left.connect(self.back_to_input)

    # -- which interview

    def _likely(self) -> str:
        """The interview that is running, else the last one that was held, else the last one."""
        known = self.call.interviews
        running = [each for each in known if each.clock_since is not None]
        held = [each for each in known if each.started_at is not None]
        found = running[-1:] or held[-1:] or known[-1:]
        return found[0].id if found else ""

    def choose(self, identity: str) -> None:
        """Show another interview."""
        self.take_over()
        self.call.show(identity)

    def _show(self) -> None:
        self.guide.paraphrase.clear()
        self.entry.show_words(self.call.line.text if self.call.line else "")
        self.lines.choose("")
        self.refresh()
        self.lines.scrollToBottom()

    def new_item(self) -> None:
        """Begin an interview; where there are several outlines, ask which."""
        found = ways(self.session)
        if len(found) == 1:
            self._begin(found[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in found:
            title = (way.title or self.session.translate(_("Untitled"))).replace("&", "&&")
            menu.addAction(title).triggered.connect(lambda _checked=False, chosen=way: self._begin(chosen))
        button = self.heading.new
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _begin(self, way: Way) -> None:
        self.take_over()
        self.call.show(begin(self.session, way).id)
        self.facts.open_up()

    # -- the line that is being typed

    def _type(self, text: str) -> None:
        begun = self.call.line is None
        self.call.type(text)
        if begun or self.call.line is None:
            self.show_entry()
        self._reading.start()

    def take_over(self) -> None:
        """Bring what is typed into the workspace at once."""
        self.entry.typing.finish()
        self.call.store()

    # -- keeping up

    def _follow(self, event: Event) -> None:
        if event.by is not self.call and any(isinstance(each.some, Note) for each in event.changes):
            self.call.take_up_draft()
            self.entry.show_words(self.call.line.text if self.call.line else "")
            self.show_entry()
        if event.by is not self.call and any(isinstance(each.some, Interview) for each in event.changes):
            self.call.timed.emit()
        if self.call.interview is None:
            QTimer.singleShot(0, self, self._choose_likely)
        if event.by is self.call and all(look.is_draft(each.some) for each in event.changes):
            return  # the line under the caret is painted by its editor
        if any(isinstance(each.some, ABOUT) for each in event.changes) and not self._soon.isActive():
            self._soon.start()

    def _choose_likely(self) -> None:
        if self.call.interview is None:
            self.entry.typing.finish()
            self.call.show(self._likely())

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._soon.stop()
        has = self.call.interview is not None
        self.whole.setVisible(has)
        self.empty.setVisible(not has)
        self.lead_focus(self.entrance())
        if not has:
            return
        notes = self.call.notes
        rows = look.rows_of(self.call, self.acts, notes, self.session.translate)
        chosen = [note.id for note in self.lines.chosen]
        self.lines.show_rows(rows, follow=False)
        if len(chosen) == 1 and not self.lines.chosen:
            self.lines.choose(chosen[0])
        self.heading.load()
        self.facts.load()
        self._show_outline(notes)
        self._show_guide(notes)
        self.show_entry()

    def _show_outline(self, notes: list[Note]) -> None:
        cards = look.stage_cards(self.call, notes)
        self.outline.show_stages(cards, compact=self.is_low)
        open_ = look.still_open(self.call, notes, self.session.translate)
        self.outline.show_open(open_)
        now = next((card for card in cards if card.current), None)
        dark = [text for text, on in now.points if not on] if now else []
        self.question.setText(now.next if now else "")
        parts = [now.title if now else "", *(f"○ {text}" for text in dark), *open_]
        self.strip.setText(" · ".join(part for part in parts if part))

    def _show_guide(self, notes: list[Note]) -> None:
        guide = self.guide
        guide.paraphrase.show_count(*look.confirmed(notes))
        guide.show_made(look.made_in(self.acts, notes))
        guide.show_counts(look.counts(notes))
        self._read()

    def _read(self) -> None:
        """Show what the line of now says: its wish, its numbers, its deadlines."""
        notes = self.call.notes
        chosen = self.lines.chosen if self.lines_focused else []
        current = chosen[0] if chosen else self.call.line or (notes[-1] if notes else None)
        wish = next((note for note in (current, *reversed(notes)) if note and look.is_wish(note)), None)
        if not self.guide.need.need.hasFocus():
            self.guide.need.show_line(wish)
        interview = self.call.interview
        day = (interview.started_at if interview else None) or self.call.now()
        text, choices = current.text if current else "", self.call.all_of(Choice)
        self.guide.show_read(look.read_in(text, day.astimezone().date(), choices, self.session.translate))

    def beat(self) -> None:
        """Once a second: the clock, and what follows from the time."""
        self.call.beat()
        if not self.isVisible():
            return
        self.heading.show_clock()
        if self.call.running:
            self._show_outline(self.call.notes)

    def say_anew(self) -> None:
        """Say everything in the language and size of now."""
        translate = self.session.translate
        self.empty.show_words(
            translate(_("No interview yet")),
            translate(
                _("It begins with the questions of the outline; the clock starts with your first key.")
            ),
            translate(_("New interview")),
            "Ctrl+N",
        )
        for part in (self.heading, self.facts, self.outline, self.lines, self.guide, self.entry):
            part.say_anew()
        self.arrange()
        self.refresh()
        if self.isVisible():
            self.status.emit(translate(NO_RECORDING))

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date, and say what is not recorded."""
        super().showEvent(event)
        self.refresh()
        self.status.emit(self.session.translate(NO_RECORDING))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed; the clock beats on, so that another page is no gap."""
        super().hideEvent(event)
        self.call.store()
        self.status.emit("")

    # -- where one is

    def place(self) -> dict[str, Any]:
        """The interview, its stage, and what stands after the caret; what is typed is a record already."""
        typing = self.entry.typing
        return {
            "interview": self.call.identity,
            "stage": self.call.stage or "",
            "after": typing.document().characterCount() - 1 - typing.textCursor().position(),
            "guide": self.guide_wanted,
        }

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to the interview, and to the caret in the line that was being typed."""
        known = {each.id for each in self.call.interviews}
        identity = str(place.get("interview", ""))
        if identity in known and identity != self.call.identity:
            self.call.show(identity)
        if place.get("stage") in {stage.id for stage in self.call.stages} and self.call.line is None:
            self.call.stage = str(place["stage"])
        self.guide_wanted = bool(place.get("guide", True))
        cursor = self.entry.typing.textCursor()
        last = self.entry.typing.document().characterCount() - 1
        cursor.setPosition(max(0, last - int(place.get("after") or 0)))
        self.entry.typing.setTextCursor(cursor)
        self.arrange()
        self.refresh()

    def show_item(self, identity: str, _field: str = "") -> bool:
        """Go to an interview, or to one of its lines or stages."""
        item = self.session.workspace.find(identity)
        if isinstance(item, Question | Point):
            item = self.session.workspace.find(item.stage)
        if isinstance(item, Interview):
            self.choose(item.id)
            return True
        if not isinstance(item, Note | Stage) or item.interview is None:
            return False
        if item.interview != self.call.identity:
            self.choose(item.interview)
        if isinstance(item, Stage):
            self.call.stage = item.id
        self.refresh()
        if isinstance(item, Note) and self.lines.choose(item.id):
            QTimer.singleShot(0, self.lines, partial(self.lines.setFocus, Qt.FocusReason.OtherFocusReason))
        return True
