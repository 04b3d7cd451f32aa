"""The records of one interview as they are now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from ui.session import Session
from workbench.domain import Interview, Note, Point, Question, Stage
from workbench.rules.clock import CallClock
from workbench.rules.speakers import speakers
from workbench.workspace.door import utc_now


class CallRecords(QObject):
    """What there is of the interview with the id ``identity``."""

    def __init__(
        self, session: Session, clock: CallClock | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__()
        self.session = session
        self.clock = clock or CallClock()
        self.now = now
        self.identity = ""

    @property
    def interview(self) -> Interview | None:
        """The interview as it is now."""
        found = self.session.workspace.find(self.identity)
        return found if isinstance(found, Interview) else None

    def all_of(self, kind: type[Any]) -> list[Any]:
        """The project's records of a kind."""
        scope = self.session.scope
        return self.session.workspace.all(kind, scope) if scope is not None else []

    @property
    def interviews(self) -> list[Interview]:
        """The project's interviews, in order."""
        return self.all_of(Interview)

    @property
    def stages(self) -> list[Stage]:
        """The stages of this interview, in order."""
        return [stage for stage in self.all_of(Stage) if stage.interview == self.identity]

    def parts(self, kind: type[Any]) -> list[Any]:
        """The questions or points of this interview, in the order of its stages."""
        places = {stage.id: place for place, stage in enumerate(self.stages)}
        own = [item for item in self.all_of(kind) if item.stage in places]
        return sorted(own, key=lambda item: (places[item.stage], item.position))

    @property
    def notes(self) -> list[Note]:
        """The lines of this interview in the order in which they were said, without the one being typed."""
        own = [note for note in self.all_of(Note) if note.interview == self.identity and not note.draft]
        return sorted(own, key=lambda note: (note.at, note.position))

    @property
    def points(self) -> list[Point]:
        """What this interview is to bring to light."""
        return self.parts(Point)

    @property
    def questions(self) -> list[Question]:
        """What is to be asked."""
        return self.parts(Question)

    @property
    def people(self) -> list[str]:
        """Who may speak."""
        interview = self.interview
        return speakers(interview.participants) if interview else []

    @property
    def elapsed(self) -> int:
        """Call time in milliseconds."""
        interview = self.interview
        return self.clock.elapsed(interview, self.now()) if interview else 0

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        interview = self.interview
        return interview is not None and interview.clock_since is not None

    @property
    def running_ones(self) -> list[Interview]:
        """The interviews whose clock runs, this or another: one, unless the file brought more."""
        return [each for each in self.interviews if each.clock_since is not None]
