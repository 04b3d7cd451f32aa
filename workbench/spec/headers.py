"""Which rows of a file are the titles of which template, in any of the languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from workbench.messages import LANGUAGES
from workbench.report import Column
from workbench.spec.context import Context
from workbench.spec.form import Form
from workbench.spec.incoming import Incoming, IncomingRow, IncomingSheet

ContextFor = Callable[[str], Context]
"""From a language to the project seen in it."""

_LONGEST_TITLE: Final = 120
_DASHES = re.compile("[–—−‐‑_]")
_ASIDE = re.compile(r"\([^()]*\)")
_FULL_ROW = 3
"""A row with so many of a table's own cells belongs to it even below an empty row."""


@dataclass(frozen=True)
class Titles:
    """A form's titles in one language: normal titles to column keys."""

    form: Form
    language: str
    keys: dict[str, str]
    own: frozenset[str]
    """The keys of the document's columns."""


@dataclass(frozen=True)
class Located:
    """A table in a file: its columns by key and the rows below its titles."""

    form: Form
    language: str
    sheet: str
    header: IncomingRow
    columns: dict[str, int]
    rows: tuple[IncomingRow, ...]
    above: tuple[str, ...] = ()
    """The texts that stand between the table before and this one."""
    strict: bool = False
    last_column: int = field(default=0)


def located(incoming: Incoming, forms: Sequence[Form], context_for: ContextFor) -> list[Located]:
    """Every table of a file whose titles are known."""
    known = [titles for form in forms for titles in _titles(form, context_for)]
    words = frozenset(word for titles in known for word in titles.keys)
    return [table for sheet in incoming.sheets for table in _tables(sheet, known, words)]


def normal(title: str) -> str:
    """A title without blanks, letter case, full-width forms and kinds of dashes."""
    text = unicodedata.normalize("NFKC", title).casefold()
    return _DASHES.sub("-", "".join(text.split())).rstrip(":*")


def _titles(form: Form, context_for: ContextFor) -> Iterator[Titles]:
    for language in LANGUAGES:
        table = form.table((), context_for(language))
        own = frozenset(column.key for column in table.columns)
        keys = {name: column.key for column in table.working for name in _names(column)}
        keys |= {name: column.key for column in table.columns for name in _names(column)}
        yield Titles(form, language, keys, own)


def _names(column: Column) -> Iterator[str]:
    """How a column may be called: its title, also without what stands in brackets."""
    full = normal(column.title)
    yield full
    if (short := _ASIDE.sub("", full)) and "." not in column.key:
        yield short


@lru_cache(maxsize=4096)
def _normal(title: str) -> str:
    return normal(title)


def _tables(sheet: IncomingSheet, known: Sequence[Titles], words: frozenset[str]) -> Iterator[Located]:
    is_narrow = all(len(row.cells) == 1 for row in sheet.rows)
    headers = [
        (index, found)
        for index, row in enumerate(sheet.rows)
        if (found := _recognised(row, known, words, is_narrow=is_narrow)) is not None
    ]
    previous = 0
    for place, (index, titles) in enumerate(headers):
        end = headers[place + 1][0] if place + 1 < len(headers) else len(sheet.rows)
        row = sheet.rows[index]
        columns = _columns(row, titles)
        rows = tuple(_belonging(sheet.rows[index + 1 : end], row, columns, titles))
        between = (str(v) for r in sheet.rows[previous:index] for v in r.cells.values() if isinstance(v, str))
        above = tuple(between) if titles.form.head else ()
        strict, last = sheet.strict, max(row.cells)
        yield Located(titles.form, titles.language, sheet.name, row, columns, rows, above, strict, last)
        previous = index + 1 + len(rows)


def _recognised(
    row: IncomingRow, known: Sequence[Titles], words: frozenset[str], *, is_narrow: bool
) -> Titles | None:
    """The titles that a row holds: those that most of its cells agree with.

    One title alone may be any heading; it counts beside an id, and on a sheet of one column (``is_narrow``).
    """
    texts = [v for v in row.cells.values() if isinstance(v, str) and len(v) <= _LONGEST_TITLE]
    if len(texts) * 2 < len(row.cells):
        return None
    found = {name for text in texts if (name := _normal(text)) in words}
    if not found:
        return None
    best = max(known, key=lambda titles: _fit(found, titles))
    agreeing, _coverage = _fit(found, best)
    is_list = is_narrow or any(best.keys.get(name) == "id" for name in found)
    return best if agreeing > 1 or (agreeing == 1 and is_list) else None


def _fit(found: set[str], titles: Titles) -> tuple[int, float]:
    keys = {titles.keys[name] for name in found if name in titles.keys} & titles.own
    return len(keys), len(keys) / max(len(titles.own), 1)


def _columns(header: IncomingRow, titles: Titles) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, value in sorted(header.cells.items()):
        key = titles.keys.get(_normal(str(value)))
        if key is not None:
            columns.setdefault(key, column)
    return columns


def _belonging(
    rows: Iterable[IncomingRow], header: IncomingRow, columns: dict[str, int], titles: Titles
) -> Iterator[IncomingRow]:
    """The rows of a table: up to the first gap all but headings, below it only full ones."""
    own = [columns[key] for key in columns if key in titles.own]
    heading = [min(own)] if len(own) > 1 and not _may_stand_alone(own, columns, titles.form) else []
    identity = columns.get("id")
    expected = header.number + 1
    apart = False
    for row in rows:
        apart = apart or row.number > expected
        expected = row.number + 1
        filled = [column for column in own if column in row.cells]
        is_full = identity in row.cells or len(filled) >= min(_FULL_ROW, len(own))
        if is_full or (filled and not apart and filled != heading):
            yield row


def _may_stand_alone(own: Sequence[int], columns: dict[str, int], form: Form) -> bool:
    """Whether a text in the first column alone makes a row, and is no heading of a group."""
    first = min(own)
    return not form.group_by and any(
        columns.get(each.name) == first and each.required for each in form.fields
    )
