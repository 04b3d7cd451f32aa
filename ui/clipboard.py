"""Rows as a table that other programs can paste, and what they copy as rows."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QMimeData

from ui.edits import Edits
from ui.quick_add import values_of
from ui.row_words import fold
from ui.typed import read_typed
from workbench.domain import Record
from workbench.domain.text import clean
from workbench.spec import Code, Context, Field, Form, Rating
from workbench.spec.context import Records

Grid = list[list[str]]
_FEWEST_TITLES = 2
_FEWEST_MARKS = 2
_MARK = re.compile(
    r"^\s*(?:[-*+•·●○▪–—]\s+|[•·●○▪]|\d{1,2}(?:[、)）]|[.．](?!\d))|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)\s*"
)
"""What stands before the items of a list in a chat: a bullet, or a number with its mark."""


def as_table(items: Sequence[Record], form: Form, context: Context) -> QMimeData:
    """The document's columns of some records, with their names, as tab-separated text and as HTML."""
    titles = [context.translate(each.label) for each in form.fields]
    rows = [titles, *([each.text(item, context) for each in form.fields] for item in items)]
    text = io.StringIO()
    csv.writer(text, csv.excel_tab, lineterminator="\n").writerows(rows)
    data = QMimeData()
    data.setText(text.getvalue())
    data.setHtml(_html(rows))
    return data


def _html(rows: Iterable[Sequence[str]]) -> str:
    def line(cells: Sequence[str], tag: str) -> str:
        made = (f"<{tag}>{html.escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in cells)
        return f"<tr>{''.join(made)}</tr>"

    head, *body = rows
    lines = "".join(line(cells, "td") for cells in body)
    return f'<meta charset="utf-8"><table border="1" cellspacing="0">{line(head, "th")}{lines}</table>'


def cells_of(text: str) -> Grid:
    """Pasted text as rows of cells: tabs from a spreadsheet, or one cell a line from a chat."""
    lines = clean(text).strip("\n")
    if "\t" in lines or (lines.startswith('"') and lines.count('"') % 2 == 0):
        rows = list(csv.reader(io.StringIO(lines), csv.excel_tab, strict=False))
    else:
        rows = [[line] for line in unmarked(lines.split("\n"))]
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def unmarked(lines: Sequence[str]) -> Sequence[str]:
    """Lines of a list without their bullets or numbers; a single line so marked stays as it is."""
    marked = sum(_MARK.match(line) is not None for line in lines)
    return [_MARK.sub("", line) for line in lines] if marked >= _FEWEST_MARKS else lines


@dataclass
class Pasted:
    """Records made of pasted rows, and the cells that made no sense."""

    items: list[Any] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    others: list[Record] = field(default_factory=list)
    """What the rows' cells made besides: questions, points."""


def records_from(grid: Grid, edits: Edits, context: Context, owner: dict[str, Any]) -> Pasted:
    """New records for rows of cells. ``owner`` names the parent, by field."""
    form, found = edits.form, Pasted()
    columns, rows = _columns(grid, form, context)
    known = list(context.records(form.record))
    later = Context(
        context.project,
        context.translate,
        lambda kind: known if kind is form.record else context.records(kind),
        context.codes,
    )
    taken = {getattr(item, each.name) for item in known for each in form.fields if isinstance(each, Code)}
    blanks = _Blanks(edits, later, owner)
    for row in rows:
        item = blanks.next(found.items[-1] if found.items else None)
        for each, cell in zip(columns, row, strict=False):
            if each is not None and each.editable:
                item = _filled(item, each, cell, (later, taken, found))
        if sum(map(bool, row)) == 1:
            item = replace(item, **values_of(edits.main_field.get(item), edits))
        taken |= {getattr(item, each.name) for each in form.fields if isinstance(each, Code)}
        known.append(item)
        found.items.append(item)
    return found


class _Blanks:
    """New records one after another; only the first is numbered by looking at all there are."""

    def __init__(self, edits: Edits, context: Context, owner: dict[str, Any]) -> None:
        self._edits, self._context, self._owner = edits, context, owner
        self._made: Any = None

    def next(self, last: Any) -> Any:
        """The next one after the last, which may have been given another code."""
        context, kind = self._context, self._edits.form.record
        if self._made is not None:
            near = (self._made, last)
            known: Records = lambda wanted: near if wanted is kind else self._context.records(wanted)  # noqa: E731
            context = Context(context.project, context.translate, known)
        self._made = self._edits.new(context, **self._owner)
        return self._made


def _filled(item: Any, each: Field, cell: str, at: tuple[Context, set[Any], Pasted]) -> Any:
    context, taken, found = at
    if not cell or (isinstance(each, Code) and cell in taken):
        return item
    typed = read_typed(each, cell, item, context)
    if typed.refusal is None:
        found.others.extend(typed.related.put)
        return replace(item, **typed.changes)
    if isinstance(each, Rating) and each.reason:
        item = replace(item, **{each.reason: cell})
    found.unread.append(cell)
    return item


def _columns(grid: Grid, form: Form, context: Context) -> tuple[list[Field | None], Grid]:
    """Which field each column is, and the rows that hold records."""
    names = {fold(context.translate(each.label)): each for each in form.fields}
    titled = [names.get(fold(cell)) for cell in grid[0]] if grid else []
    if sum(each is not None for each in titled) >= min(_FEWEST_TITLES, max(len(titled), 1)):
        return titled, grid[1:]
    if any(_looks_coded(row[0], form, context) for row in grid):
        return list(form.fields), grid
    return [each for each in form.fields if not isinstance(each, Code) and each.editable], grid


def _looks_coded(cell: str, form: Form, context: Context) -> bool:
    first = form.fields[0]
    prefix = first.prefix(context.project) if isinstance(first, Code) else ""
    return bool(prefix) and cell.upper().startswith(prefix.upper()) and cell[len(prefix) :].isdecimal()


def into_cells(
    grid: Grid, items: Sequence[Any], fields: Sequence[Field], context: Context
) -> tuple[list[Record], int]:
    """Records with pasted cells in place of theirs, and how many cells could not be read."""
    changed: list[Record] = []
    others: list[Record] = []
    unread = 0
    for item, row in zip(items, grid, strict=False):
        values: dict[str, Any] = {}
        for each, cell in zip(fields, row, strict=False):
            if each.editable:
                typed = read_typed(each, cell, item, context)
                values |= typed.changes
                others += typed.related.put
                unread += typed.refusal is not None
        changed.append(replace(item, **values))
    return [*changed, *others], unread
