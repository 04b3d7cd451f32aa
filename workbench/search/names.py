"""Short names, as of commands and pages, by what somebody has typed of them, slips and all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Generic, TypeVar

from workbench.search.folding import Span, fold, joined, marks, origins
from workbench.search.query import Query
from workbench.search.readings import initials, pattern, sounds, spelled

T = TypeVar("T")

KEPT = 1000
"""Names whose first letters are remembered."""
SURE = 4
"""Characters from which on a slip is forgiven."""
SHORTEST = 2
"""Characters from which on a name may be what is meant."""
TRAIL = " .\u2026"
"""What follows the last word of a name that asks for more."""
ALIKE = 78.0
"""From 0 to 100: how alike a part of a name must be to what was typed."""


class Fit(IntEnum):
    """How well a name fits; the lower the better."""

    WHOLE = 0
    BEGINS = 1
    WORD_BEGINS = 2
    HOLDS = 3
    SPELLED = 4
    ALSO = 5
    INITIALS = 6
    ALIKE = 7


@dataclass(frozen=True)
class Name(Generic[T]):
    """Something with a name; ``others`` are names it also goes by."""

    what: T
    text: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named(Generic[T]):
    """Something that was found by its name, and where the name has what was typed."""

    what: T
    text: str
    fit: Fit
    spans: tuple[Span, ...] = ()
    alike: float = 100.0
    meant: bool = False
    """Whether every word that was typed is, or begins, a word of the name."""


def best(names: Iterable[Name[T]], query: Query, limit: int, *, slips: bool = True) -> list[Named[T]]:
    """The names that fit best, the shorter first; if none fits and ``slips`` are forgiven, those alike."""
    known = list(names)
    wanted = _wanted(known, query.letters) if query.letters else None
    found = [each for name in known if (each := _fitting(name, query, wanted)) is not None]
    if not found and slips:
        found = [each for name in known if (each := _alike(name, query)) is not None]
    return sorted(found, key=lambda each: (each.fit, -each.alike, len(each.text)))[:limit]


def _wanted(known: Iterable[Name[T]], letters: str) -> re.Pattern[str]:
    """The pattern for letters, after all names were read: characters with several readings are known then."""
    for name in known:
        _sounds(name.text)
    return pattern(letters)


@lru_cache(KEPT)
def _sounds(text: str) -> str:
    return sounds(fold(text))


def _fitting(name: Name[T], query: Query, wanted: re.Pattern[str] | None) -> Named[T] | None:
    fit = _fit(fold(name.text), query.terms)
    if fit is not None:
        spans = tuple(marks(name.text, query.terms))
        meant = fit is Fit.WHOLE or _is_meant(fold(name.text), query.terms)
        return Named(name.what, name.text, fit, spans, meant=meant)
    if wanted and wanted.search(_sounds(name.text)) and (span := spelled(query.letters, name.text)):
        meant = _is_meant(fold(name.text), (fold(name.text[slice(*span)]),))
        return Named(name.what, name.text, Fit.SPELLED, (span,), meant=meant)
    if any(_fit(fold(other), query.terms) is not None for other in name.others):
        return Named(name.what, name.text, Fit.ALSO)
    return None


def _fit(folded: str, terms: Sequence[str]) -> Fit | None:
    if not all(term in folded for term in terms):
        return None
    whole = " ".join(terms)
    if folded.startswith(whole):
        return Fit.WHOLE if folded == whole else Fit.BEGINS
    return Fit.WORD_BEGINS if f" {terms[0]}" in f" {folded}" else Fit.HOLDS


def _is_meant(folded: str, terms: Sequence[str]) -> bool:
    """Whether words begin so; in a script without blanks, whether the name begins or ends so."""
    ended = folded.rstrip(TRAIL)
    begun = (f" {term}" in f" {folded}" or (not term.isascii() and ended.endswith(term)) for term in terms)
    return len("".join(terms)) >= SHORTEST and all(begun)


def _alike(name: Name[T], query: Query) -> Named[T] | None:
    if query.letters and (spans := initials(query.letters, name.text)):
        return Named(name.what, name.text, Fit.INITIALS, tuple(joined(spans)))
    typed = " ".join(query.terms)
    if len(typed) < SURE:
        return None
    from rapidfuzz import fuzz  # late: most names are found without

    texts = [fold(text) for text in (name.text, *name.others)]
    parts = [
        fuzz.partial_ratio_alignment(typed, text, score_cutoff=ALIKE) for text in texts if len(text) >= SURE
    ]
    score = max((part.score for part in parts if part), default=0.0)
    if score < ALIKE:
        return None
    span = _span(name.text, parts[0]) if parts[0] and len(texts[0]) >= SURE else ()
    return Named(name.what, name.text, Fit.ALIKE, span, score)


def _span(text: str, part: object) -> tuple[Span, ...]:
    start, end = part.dest_start, part.dest_end  # type: ignore[attr-defined] # rapidfuzz's own result
    places = origins(text)
    return ((places[start], places[end - 1] + 1),) if start < end else ()
