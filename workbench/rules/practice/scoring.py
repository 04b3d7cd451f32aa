"""How much of a practice call was caught, and how soon."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from workbench.domain import Note, NoteKind
from workbench.rules.practice.script import Utterance

SOON: Final = 15.0
"""Seconds within which a stamp without text counts for what was said just before."""
LATE: Final = 40.0
"""Seconds within which other words for the same thing count."""
ALIKE: Final = 0.5
"""The share of a line's pairs of characters that must stand in the sentence for it to mean the same."""
EARLY: Final = 1.0


@dataclass(frozen=True)
class Line:
    """A note, and the second at which its first key was pressed."""

    note: Note
    at: float


@dataclass(frozen=True)
class Heard:
    """A sentence, and the second at which it was heard."""

    utterance: Utterance
    at: float


@dataclass(frozen=True)
class Caught:
    """A sentence with the line that caught it."""

    heard: Heard
    line: Line

    @property
    def lag(self) -> float:
        """Seconds from the sentence to the first key."""
        return max(0.0, self.line.at - self.heard.at)

    @property
    def kind_is_right(self) -> bool:
        """Whether the line is of a kind that fits."""
        wanted = self.heard.utterance.wanted
        return wanted is not None and self.line.note.note_kind in wanted.kinds

    @property
    def has_number(self) -> bool:
        """Whether the figure that was said stands in the line."""
        wanted = self.heard.utterance.wanted
        text = _folded(self.line.note.text)
        return wanted is not None and any(_folded(number) in text for number in wanted.numbers)


@dataclass(frozen=True)
class Score:
    """What was caught, what was not, and out of how much."""

    caught: Sequence[Caught]
    missed: Sequence[Utterance]

    @property
    def wanted(self) -> int:
        """How many sentences were worth a line."""
        return len(self.caught) + len(self.missed)

    @property
    def numbers(self) -> tuple[int, int]:
        """Figures caught, and how many were said."""
        said = [each.heard.utterance for each in self.caught] + list(self.missed)
        return sum(each.has_number for each in self.caught), sum(_has_numbers(each) for each in said)

    @property
    def kinds(self) -> int:
        """How many of the caught lines are of the right kind."""
        return sum(each.kind_is_right for each in self.caught)

    @property
    def points(self) -> frozenset[int]:
        """The points of the outline that something was caught for."""
        found = (each.heard.utterance.wanted for each in self.caught)
        return frozenset(each.point for each in found if each is not None and each.point is not None)

    @property
    def lag(self) -> float:
        """The median of seconds from a sentence to the first key; 0 if nothing was caught."""
        return median([each.lag for each in self.caught]) if self.caught else 0.0

    def marks(self, mark: str) -> tuple[int, int]:
        """Sentences marked ``escalation`` or ``promise`` that were caught, and how many there were."""
        said = [each.heard.utterance for each in self.caught]
        found = [sum(_is_marked(each, mark) for each in some) for some in (said, self.missed)]
        return found[0], sum(found)


def scored(heard: Iterable[Heard], lines: Sequence[Line]) -> Score:
    """The score of the sentences that were heard, by the lines that were written."""
    worth = [each for each in heard if each.utterance.wanted is not None]
    stamped = dict(_stamped(worth, lines))
    caught, missed = [], []
    for place, each in enumerate(worth):
        line = _catching(each, lines) or stamped.get(place)
        if line is None:
            missed.append(each.utterance)
        else:
            caught.append(Caught(each, line))
    return Score(caught, missed)


def _catching(heard: Heard, lines: Sequence[Line]) -> Line | None:
    """The first line that has one of the words, or says the same soon."""
    later = [line for line in lines if line.at >= heard.at - EARLY]
    for catches in (_has_word, _says_the_same):
        found = next((line for line in later if catches(heard, line)), None)
        if found is not None:
            return found
    return None


def _stamped(heard: Sequence[Heard], lines: Iterable[Line]) -> Iterator[tuple[int, Line]]:
    """Stamps without words, each with the place of the sentence that was said just before it."""
    for line in lines:
        if line.note.note_kind is NoteKind.MOMENT and not line.note.text.strip():
            before = [place for place, each in enumerate(heard) if 0 <= line.at + EARLY - each.at <= SOON]
            yield from ((place, line) for place in before[-1:])


def _has_word(heard: Heard, line: Line) -> bool:
    wanted = heard.utterance.wanted
    text = _folded(line.note.text)
    return wanted is not None and any(_folded(word) in text for word in wanted.words)


def _says_the_same(heard: Heard, line: Line) -> bool:
    pairs = set(pairwise(_folded(line.note.text)))
    said = set(pairwise(_folded(heard.utterance.text)))
    return line.at - heard.at <= LATE and len(pairs & said) > ALIKE * len(pairs)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _has_numbers(utterance: Utterance) -> bool:
    return utterance.wanted is not None and bool(utterance.wanted.numbers)


def _is_marked(utterance: Utterance, mark: str) -> bool:
    return utterance.wanted is not None and mark in utterance.wanted.marks
