"""Which points of an interview its lines have brought to light, and what is still to be asked (T80, T97)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workbench.domain import Note, NoteKind, Point, PointState, Stage
from workbench.messages import Message, trilingual
from workbench.rules.coverage_words import KNOWN, Known

MOST: Final = 3
LAST_MINUTES: Final = 5
"""How many minutes before its planned end a call is reminded of what is open."""
_ENOUGH: Final = 2
_ASKING: Final = frozenset({NoteKind.QUESTION, NoteKind.FOLLOW_UP, NoteKind.MOMENT})
"""Kinds of line that say what is not known yet."""
_OWN: Final = trilingual(
    en="What about this: {point}?", zh_CN="还没问到：{point}？", zh_TW="還沒問到：{point}？"
)


@dataclass(frozen=True)
class Open:
    """A point that is still in the dark, as a question to be asked."""

    point: Point
    question: Message


def point_of(note: Note, points: Sequence[Point]) -> str | None:
    """The point that a line brings to light: the one it names, or the one its kind and words tell."""
    if note.point is not None:
        return note.point
    if not note.text.strip() or note.note_kind in _ASKING:
        return None
    best = max(points, key=lambda point: _weight(note, point), default=None)
    return best.id if best is not None and _weight(note, best) >= _ENOUGH else None


def lit(points: Sequence[Point], notes: Iterable[Note]) -> set[str]:
    """The ids of the points that have been covered: ticked by hand, or by a line that is no draft."""
    found = {point.id for point in points if point.state is PointState.COVERED}
    known = {point.id for point in points}
    told = (point_of(note, points) for note in notes if not note.draft)
    return found | {point for point in told if point in known}


def unlit_questions(
    points: Sequence[Point], stages: Sequence[Stage], notes: Iterable[Note], most: int = MOST
) -> list[Open]:
    """The questions for the points in the dark, the most important first, those of skippable stages last."""
    covered = lit(points, notes)
    by_id = {stage.id: stage for stage in stages}
    dark = [point for point in points if point.id not in covered and point.stage in by_id]
    dark.sort(key=lambda point: (by_id[point.stage or ""].may_skip, _importance(point)))
    return [Open(point, question_of(point)) for point in dark[:most]]


def question_of(point: Point) -> Message:
    """How to ask for a point."""
    known = _known(point)
    return known.question if known else _OWN.fill(point=" ".join(point.text.split()))


def planned_minutes(stages: Iterable[Stage]) -> int:
    """How long the call is to be."""
    return sum(stage.minutes for stage in stages)


def is_late(elapsed: int, stages: Iterable[Stage]) -> bool:
    """Whether a call, at so many milliseconds, is in the last five minutes of its planned time or beyond."""
    planned = planned_minutes(stages)
    return planned > LAST_MINUTES and elapsed >= (planned - LAST_MINUTES) * 60_000


def used(stages: Sequence[Stage], notes: Iterable[Note], elapsed: int, current: str | None) -> dict[str, int]:
    """Milliseconds that each stage has taken so far: from each line of it to the next line of any."""
    spent = {stage.id: 0 for stage in stages}
    before, stage = 0, None
    for note in sorted(notes, key=lambda each: each.at):
        stage = note.stage if stage is None else stage
        if stage in spent:
            spent[stage] += max(0, note.at - before)
        before, stage = note.at, note.stage
    last = current if current in spent else stage
    if last in spent:
        spent[last] += max(0, elapsed - before)
    return spent


def _known(point: Point) -> Known | None:
    place = _place(point.text)
    return None if place is None else KNOWN[place]


@lru_cache(maxsize=256)
def _place(text: str) -> int | None:
    """Which of the points that everybody asks for a text names."""
    name = " ".join(text.split()).casefold()
    return next((place for place, known in enumerate(KNOWN) if name in known.names), None)


@lru_cache(maxsize=8192)
def _told(text: str) -> frozenset[int]:
    """Which of those points the words of a line tell; a call asks for its thousand lines every second."""
    return frozenset(place for place, known in enumerate(KNOWN) if known.words.search(text))


def _importance(point: Point) -> tuple[float, float]:
    place = _place(point.text)
    return (len(KNOWN) / 2 if place is None else place), point.position


def _weight(note: Note, point: Point) -> int:
    """How surely a line tells a point: its words in the point's own stage, or its kind there."""
    known = _known(point)
    here = note.stage is not None and note.stage == point.stage
    if known is None:
        named = bool(point.text.strip()) and point.text.strip().casefold() in note.text.casefold()
        return 3 if named else 0
    told = _place(point.text) in _told(note.text)
    kind = note.note_kind in known.kinds
    return (2 if told and (here or kind or known.surely) else 1 if told else 0) + (
        2 if kind and here else 1 if kind else 0
    )
