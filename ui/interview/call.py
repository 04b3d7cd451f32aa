"""One interview as it is held: its clock, its lines, and the line that is being typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal

from ui.interview.call_records import CallRecords
from ui.session import Session
from workbench.domain import Interview, Note, NoteKind, Record
from workbench.domain.record import new_id
from workbench.messages import Message, _, translator
from workbench.rules.clock import CallClock, stamp
from workbench.rules.coverage import point_of
from workbench.rules.marks import read_mark
from workbench.workspace.door import utc_now

STORE = 100
"""Milliseconds after a key until the line is with the workspace; autosave adds its own second."""


class Call(CallRecords):
    """What one does in a call; every act is a named step. ``shown`` tells that another interview is shown."""

    shown = Signal()
    timed = Signal()
    beaten = Signal()
    """About every second."""

    def __init__(
        self, session: Session, clock: CallClock | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(session, clock, now)
        self.stage: str | None = None
        self.speaker = ""
        self.kind: NoteKind | None = None
        self.line: Note | None = None
        self._touched: int | None = None
        self._late = QTimer(self, singleShot=True, interval=STORE)
        self._late.timeout.connect(self.store)

    # -- which one

    def show(self, identity: str) -> None:
        """Work on an interview; a clock that was running when the program ended goes on, its gap named."""
        self.store()
        self.identity, self.line, self.kind, self._touched = identity, None, None, None
        notes = self.notes
        self.stage = self._last_stage(notes)
        people = self.people
        self.speaker = notes[-1].speaker if notes and notes[-1].speaker in people else "".join(people[:1])
        self.take_up_draft()
        self._mend_clock(notes)
        self.shown.emit()

    def _last_stage(self, notes: Sequence[Note]) -> str | None:
        known = [stage.id for stage in self.stages]
        last = next((note.stage for note in reversed(notes) if note.stage in known), None)
        return last or next(iter(known), None)

    def take_up_draft(self) -> None:
        """Go on with a line that was not committed: one of a run before, or one that undo brought back."""
        if self._late.isActive():
            return
        own = [note for note in self.all_of(Note) if note.interview == self.identity and note.draft]
        self.line = own[-1] if own else None
        if self.line is not None and self.line.stage is not None:
            self.stage = self.line.stage

    def _mend_clock(self, notes: Sequence[Note]) -> None:
        interview = self.interview
        if interview is None:
            return
        last = max((note.at for note in notes), default=0)
        last = max(last, self.line.at if self.line else 0)
        mended, gap = self.clock.found(interview, last, self.now())
        made: list[Record] = [] if gap is None else [gap.note(interview, self.stage, self._project_voice)]
        if mended != interview or made:
            self._put(_("Call found running"), mended, *map(self._placed, made))

    @property
    def _project_voice(self) -> Callable[[str], str]:
        return translator(self.session.project.language)

    def _placed(self, item: Record) -> Record:
        places = [note.position for note in self.all_of(Note)]
        return replace(item, position=max(places, default=-1.0) + 1.0)

    def _put(self, label: Message, *items: Record, visit: object = None) -> bool:
        known = [item for item in items if item is not None]
        return bool(known) and self.session.workspace.put(*known, label=label, visit=visit, by=self)

    # -- the clock

    def _started(self, interview: Interview) -> tuple[Interview, tuple[Record, ...]]:
        """The interview with its clock running unless it is over, and what that changes.

        One person holds one call: the clock of any other is paused.
        """
        if interview.ended_at is not None or interview.clock_since is not None:
            return interview, ()
        others = [each for each in self.running_ones if each.id != interview.id]
        paused = [self.clock.pause(each, self.now()) for each in others]
        started = self.clock.start(interview, self.now())
        return started, (started, *paused)

    def toggle_clock(self) -> None:
        """Start or pause; a call that was over goes on."""
        interview = self.interview
        if interview is None:
            return
        if interview.clock_since is None:
            self._put(_("Clock started"), *self._started(replace(interview, ended_at=None))[1])
        else:
            self._put(_("Clock paused"), self.clock.pause(interview, self.now()))
        self.timed.emit()

    def end(self) -> None:
        """The call is over."""
        if self.interview is not None:
            self.store()
            self._put(_("Call ended"), self.clock.end(self.interview, self.now()))
            self.timed.emit()

    def consent(self) -> None:
        """Note that the client agrees to notes, with the time; or take it back."""
        interview = self.interview
        if interview is not None:
            given = None if interview.consent_at else self.now()
            self._put(_("Consent to notes"), replace(interview, consent_at=given))

    def beat(self) -> None:
        """About every second, whatever is shown: a gap in the call that runs if the computer slept."""
        running = next(iter(self.running_ones), None)
        gap = self.clock.beat(running or Interview(), self.now())
        if gap is not None and running is not None:
            stage = self.stage if running.id == self.identity else None
            self._put(_("Gap in the call"), self._placed(gap.note(running, stage, self._project_voice)))
        self.beaten.emit()

    # -- the line that is being typed

    def type(self, text: str) -> None:
        """The input line says this now; the first key of a line is its stamp."""
        if self.line is None:
            if not text.strip():
                return
            self._begin(text)
            return
        self.line = replace(self.line, text=text)
        if not self._late.isActive():
            self._late.start()

    def touch(self) -> None:
        """A line begins with a composition: this is its stamp, and the clock runs from now."""
        interview = self.interview
        if interview is not None and self.line is None and self._touched is None:
            if interview.ended_at is None and interview.clock_since is None:
                self.toggle_clock()
            self._touched = self.elapsed

    def untouch(self) -> None:
        """Nothing came of it."""
        if self.line is None:
            self._touched = None

    def _begin(self, text: str) -> None:
        interview = self.interview
        if interview is None:
            return
        started, changed = self._started(interview)
        at = self.clock.elapsed(started, self.now()) if self._touched is None else self._touched
        self._touched = None
        self.line = self._new(text, at, draft=True)
        self._put(self._label(self.line), *changed, self.line, visit=self._visit())
        if changed:
            self.timed.emit()

    def _new(self, text: str, at: int, **fields: Any) -> Note:
        note = Note(
            id=new_id(),
            project=self.session.scope,
            interview=self.identity,
            stage=self.stage,
            speaker=self.speaker,
            text=text,
            at=at,
            **fields,
        )
        placed = self._placed(note)
        assert isinstance(placed, Note)
        return placed

    def _visit(self) -> tuple[str, str]:
        return ("line", self.line.id if self.line else "")

    @staticmethod
    def _label(note: Note) -> Message:
        return _("Line {time}").fill(time=stamp(note.at))

    def store(self) -> None:
        """Bring what is typed into the workspace; a line without words goes."""
        self._late.stop()
        if self.interview is None:  # it was deleted, and its lines with it
            self.line = None
        if self.line is None:
            return
        known = self.session.workspace.find(self.line.id)
        if self.line.text.strip():
            self._put(self._label(self.line), self.line, visit=self._visit())
        else:
            if known is not None:
                self.session.workspace.remove([known], label=self._label(self.line), by=self)
            self.line = None

    def commit(self, text: str) -> Note | None:
        """Enter: the line is said. Its mark gives the kind, else the key that was pressed before."""
        kind, words = read_mark(text)
        if self.line is None or not (words.strip() or kind):
            return None
        self._late.stop()
        chosen = kind or self.kind or self.line.note_kind
        said = replace(self.line, text=words.strip(), note_kind=chosen, draft=False)
        said = replace(said, point=point_of(said, self.points))
        self._put(self._label(said), said, visit=self._visit())
        self.session.workspace.end_visit()
        self.line, self.kind = None, None
        return said

    def moment(self) -> Note | None:
        """Stamp this moment without words; the line that is being typed stays as it is."""
        interview = self.interview
        if interview is None:
            return None
        self.store()
        started, changed = self._started(interview)
        note = self._new("", self.clock.elapsed(started, self.now()), note_kind=NoteKind.MOMENT)
        self._put(_("Moment {time}").fill(time=stamp(note.at)), *changed, note)
        self.timed.emit()
        return note
