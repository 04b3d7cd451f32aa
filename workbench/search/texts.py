"""Which texts a record has: its code, its title, and all the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain import Quantity, Record
from workbench.domain.caching import cached
from workbench.domain.record import COMMON, types_of
from workbench.search.folding import Span, fold, marks

KEYS = {
    *("code", "language", "requirement_type", "dimension", "method", "department"),
    *("list", "key", "scores_before"),
}
"""Texts that are keys of lists, or written for programs."""
TITLES = ("name", "title", "description", "phenomenon", "text", "summary", "comment", "done")
"""What a record is called by, the first that it has."""
ROOM = 90
"""Characters of a passage."""
BEFORE = 18
"""Characters that a passage shows before the first word found."""


@dataclass(frozen=True)
class Passage:
    """A part of one of a record's texts, with what was found in it."""

    field: str
    text: str
    spans: tuple[Span, ...]


@cached
def names_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of a kind's texts."""
    kinds = types_of(kind)
    return tuple(
        name
        for name, held in kinds.items()
        if name not in COMMON and name not in KEYS and (held is str or held in {Quantity, Quantity | None})
    )


def text_of(item: Record, name: str) -> str:
    """One text; of a quantity, what was said."""
    value = getattr(item, name)
    return value.said if isinstance(value, Quantity) else value or ""


@cached
def _title_names(kind: type[Record]) -> tuple[str, ...]:
    names = names_of(kind)
    return (*(name for name in TITLES if name in names), *(name for name in names if name not in TITLES))


def title_field(item: Record) -> str:
    """The field that a record is called by, or nothing."""
    return next((name for name in _title_names(type(item)) if text_of(item, name)), "")


def title_of(item: Record) -> str:
    """What a record is called."""
    name = title_field(item)
    return text_of(item, name) if name else ""


def code_of(item: Record) -> str:
    """A record's code, or nothing."""
    return str(getattr(item, "code", ""))


def texts_of(item: Record) -> Iterator[tuple[str, str]]:
    """The names of a record's other texts, and what they say."""
    title = title_field(item)
    return ((name, text) for name in names_of(type(item)) if name != title and (text := text_of(item, name)))


def passage(item: Record, wanted: tuple[str, ...]) -> Passage | None:
    """The part of a record's texts, besides its title, that has most of the words; None without one."""
    found: tuple[int, str, str] | None = None
    for name, text in texts_of(item):
        folded = fold(text)
        count = sum(term in folded for term in wanted)
        if count and (found is None or count > found[0]):
            found = (count, name, text)
    return _cut(found[1], found[2], wanted) if found else None


def _cut(name: str, text: str, wanted: tuple[str, ...]) -> Passage:
    spans = marks(text, wanted)
    start = max(0, spans[0][0] - BEFORE)
    end = min(len(text), start + ROOM)
    lead, trail = ("…" if start else ""), ("…" if end < len(text) else "")
    moved = ((max(low, start), min(high, end)) for low, high in spans)
    shift = len(lead) - start
    inside = tuple((low + shift, high + shift) for low, high in moved if low < high)
    return Passage(name, lead + " ".join(text[start:end].split("\n")) + trail, inside)
