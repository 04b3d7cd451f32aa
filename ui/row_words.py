"""What a row is sorted by, and what a filter reads in it, by the kind of field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import singledispatch
from operator import attrgetter
from typing import Any

from ui.facets import reader
from workbench.domain import Record
from workbench.spec import Choice, Code, Computed, Context, Day, Field, Line, Note, Rating, Tick

LEAST = 2
"""So many characters stay of a name."""


def sort_key(each: Field, context: Context) -> Callable[[Record], Any]:
    """What a column sorts by; None sorts last whichever way."""
    if isinstance(each, Rating | Day | Tick):
        return attrgetter(each.name)
    if isinstance(each, Computed):
        places = {value: place for place, value in enumerate(each.labels or {})}
        value_of = reader(each, context)
        return lambda item: (
            places.get(value_of(item)) if places else _countable(value_of(item), each.text(item, context))
        )
    if isinstance(each, Choice):
        places = {value: place for place, value in enumerate(each.entries(context))}
        return lambda item: places.get(each.get(item))
    if isinstance(each, Code):
        return lambda item: (len(each.get(item)), each.get(item)) if each.get(item) else None
    name = each.name
    return lambda item: str(getattr(item, name, "") or "").casefold() or None


def _countable(value: Any, text: str) -> Any:
    return value if isinstance(value, int) else text or None


@singledispatch
def words_of(each: Field, context: Context) -> Callable[[Record], str]:
    """What a filter reads in a column."""
    return lambda item: each.text(item, context)


@words_of.register(Line)
@words_of.register(Note)
def _written(each: Field, _context: Context) -> Callable[[Record], str]:
    return attrgetter(each.name)


@words_of.register
def _scored(each: Rating, _context: Context) -> Callable[[Record], str]:
    return lambda item: f"{each.get(item) or ''} {getattr(item, each.reason) if each.reason else ''}"


@words_of.register
def _chosen(each: Choice, context: Context) -> Callable[[Record], str]:
    entries, name = each.entries(context), each.name
    return lambda item: entries.get(getattr(item, name), "")


@words_of.register
def _derived(each: Computed, context: Context) -> Callable[[Record], str]:
    if not each.labels:
        return lambda item: each.text(item, context)
    names = {key: context.translate(label) for key, label in each.labels.items()}
    value_of = reader(each, context)
    return lambda item: names.get(value_of(item), "")


def fold(text: str) -> str:
    """Text as a search compares it: width and case do not matter."""
    return (
        text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    ).casefold()


def brief_names(each: Choice, context: Context) -> Mapping[str, str]:
    """The names of a choice with a short column, without the word that all of them end in."""
    names = list(each.entries(context).values())
    end = _common_end(names) if each.brief is not None and len(names) > 1 else ""
    return {name: name.removesuffix(end).strip() for name in names}


def _common_end(names: Sequence[str]) -> str:
    """The last word of all; where words have no blanks between them, all that is the same."""
    ends = {name.rpartition(" ")[2] for name in names}
    if all(" " in name for name in names):
        return ends.pop() if len(ends) == 1 else ""
    end = names[0]
    while not all(name.endswith(end) for name in names):
        end = end[1:]
    end = end.removeprefix("型")  # it belongs to the word before: 业务型需求
    short = any(len(name) < len(end) + LEAST for name in names)
    return "" if end.isascii() or short else end
