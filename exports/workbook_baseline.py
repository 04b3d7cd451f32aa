"""The hidden sheet of a workbook of ours, read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from exports.excel_baseline import FORMAT, LISTS, MARK, ROW, SHEET, TABLE
from workbench.spec.incoming import Exported, Incoming, IncomingRow, IncomingSheet

_FIRST_OF_TABLE = 6
_FIRST_OF_ROW = 3


def incoming(name: str, sheets: Sequence[IncomingSheet]) -> Incoming:
    """The sheets that people see, and beside them what the hidden one says of the export."""
    seen = tuple(sheet for sheet in sheets if sheet.name not in (SHEET, LISTS))
    for sheet in sheets:
        if sheet.name == SHEET and sheet.rows and _texts(sheet.rows[0])[:2] == ["workbench", FORMAT]:
            try:
                marks, exported = _read(sheet.rows[1:])
            except (ValueError, IndexError, TypeError, KeyError):
                break  # somebody has edited the hidden sheet: the workbook counts as a foreign one
            return Incoming(name, seen, exported, marks)
    return Incoming(name, seen)


def _read(rows: Iterable[IncomingRow]) -> tuple[dict[str, str], tuple[Exported, ...]]:
    marks: dict[str, str] = {}
    tables: list[Exported] = []
    kept: list[dict[str, tuple[str, ...]]] = []
    cuts: list[set[tuple[str, int]]] = []
    for row in rows:
        texts = _texts(row)
        if texts[0] == MARK:
            marks[texts[1]] = texts[2] if len(texts) > 2 else ""  # noqa: PLR2004 - a mark may be empty
        elif texts[0] == TABLE:
            tables.append(_table(row))
            kept.append({})
            cuts.append(set())
        elif texts[0] == ROW:
            cells = _json(row, _FIRST_OF_ROW)
            kept[-1][texts[1]] = tuple(cell["cut"] if isinstance(cell, dict) else str(cell) for cell in cells)
            cuts[-1].update((texts[1], index) for index, cell in enumerate(cells) if isinstance(cell, dict))
    whole = zip(tables, kept, cuts, strict=True)
    return marks, tuple(replace(table, rows=cells, cut=frozenset(cut)) for table, cells, cut in whole)


def _table(row: IncomingRow) -> Exported:
    form, head, sheet = (str(row.cells.get(column) or "") for column in (3, 4, 5))
    keys = _json(row, _FIRST_OF_TABLE)
    titles = _json(row, _gap(row, _FIRST_OF_TABLE) + 1)
    return Exported(form, head, sheet, tuple(map(str, keys)), tuple(map(str, titles)))


def _texts(row: IncomingRow) -> list[str]:
    return [str(row.cells.get(column) or "") for column in range(1, max(row.cells, default=0) + 1)]


def _gap(row: IncomingRow, first: int) -> int:
    """The first empty column from ``first`` on."""
    return next(column for column in range(first, max(row.cells) + 2) if column not in row.cells)


def _json(row: IncomingRow, first: int) -> list[Any]:
    text = "".join(str(row.cells[column]) for column in range(first, _gap(row, first)))
    found = json.loads(text)
    if not isinstance(found, list):
        raise TypeError("no list")
    return found
