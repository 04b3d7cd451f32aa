"""Call time: from an interview's clock and a source of time that no change of the system's time moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from workbench.domain import Interview, Note, NoteKind
from workbench.messages import Translate, trilingual

GAP: Final = 20_000
"""Milliseconds without a beat from which on a gap is marked: the computer slept, or the program was away."""
LONGEST_AWAY: Final = timedelta(hours=4)
"""After this the call is over: the clock then stands where the last line was."""
LOST: Final = trilingual(
    en="No notes from {start} to {end}: the program was away",
    zh_CN="{start} 至 {end} 没有记录：程序中断",
    zh_TW="{start} 至 {end} 沒有紀錄：程式中斷",
)
"""What a line says that marks a gap."""


def steady() -> float:
    """Seconds that never go back and, where the system can say so, go on while the computer sleeps."""
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    read: Callable[[int], float] | None = getattr(time, "clock_gettime", None)
    return time.monotonic() if clock is None or read is None else read(clock)


def stamp(milliseconds: int) -> str:
    """Call time as people read it: mm:ss, with the hours only where there are any."""
    seconds = max(0, milliseconds) // 1000
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{minutes}" if hours else minutes


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the call of which there are no notes, in milliseconds of call time."""

    start: int
    end: int

    def note(self, interview: Interview, stage: str | None, translate: Translate) -> Note:
        """A line that names the gap."""
        text = translate(LOST.fill(start=stamp(self.start), end=stamp(self.end)))
        return Note(
            project=interview.project,
            interview=interview.id,
            stage=stage,
            at=self.end,
            text=text,
            note_kind=NoteKind.MOMENT,
        )


class CallClock:
    """The clock of one call. ``ticks`` gives seconds that never go back.

    The interview keeps the call time of its last start or stop; between the two this clock adds the ticks.
    """

    def __init__(self, ticks: Callable[[], float] = steady) -> None:
        self._ticks = ticks
        self._started: tuple[str, datetime, float] | None = None
        self._beat: float | None = None

    def start(self, interview: Interview, now: datetime) -> Interview:
        """The interview with its clock running; unchanged if it runs."""
        if interview.clock_since is not None:
            return interview
        self._started = (interview.id, now, self._ticks())
        self._beat = self._ticks()
        begun = interview.started_at or now
        return replace(interview, clock_since=now, started_at=begun, ended_at=None)

    def pause(self, interview: Interview, now: datetime) -> Interview:
        """The interview with its clock standing; unchanged if it stands."""
        if interview.clock_since is None:
            return interview
        return replace(interview, clock=self.elapsed(interview, now), clock_since=None)

    def end(self, interview: Interview, now: datetime) -> Interview:
        """The interview as one that is over."""
        return replace(self.pause(interview, now), ended_at=now)

    def elapsed(self, interview: Interview, now: datetime) -> int:
        """Milliseconds of call time. One found running is followed from the system's time."""
        since = interview.clock_since
        if since is None:
            return interview.clock
        started = self._started
        if started is None or started[:2] != (interview.id, since):
            away = max(0.0, (now - since).total_seconds())
            self._started = started = (interview.id, since, self._ticks() - away)
        return interview.clock + round((self._ticks() - started[2]) * 1000)

    def found(self, interview: Interview, last: int, now: datetime) -> tuple[Interview, Gap | None]:
        """What to make of a clock that was running when the program was last seen, at call time ``last``.

        It goes on, with the gap since then; after a long absence it stands at the last line.
        """
        since = interview.clock_since
        if since is None or (self._started and self._started[:2] == (interview.id, since)):
            return interview, None
        self._beat = self._ticks()
        if not timedelta(0) <= now - since <= LONGEST_AWAY:
            return replace(interview, clock=max(last, interview.clock), clock_since=None), None
        at = self.elapsed(interview, now)
        return interview, Gap(last, at) if at - last >= GAP else None

    def beat(self, interview: Interview, now: datetime) -> Gap | None:
        """Call it about every second: a gap if the last call was long ago."""
        before, self._beat = self._beat, self._ticks()
        if interview.clock_since is None or before is None:
            return None
        missed = round((self._beat - before) * 1000)
        at = self.elapsed(interview, now)
        return Gap(at - missed, at) if missed >= GAP else None
