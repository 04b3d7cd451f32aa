"""The hidden sheets of a workbook: what was exported, cell by cell, and the lists of choices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from exports.excel_rows import Text, rows_of
from workbench.domain.text import clean
from workbench.report import Table

SHEET: Final = "_workbench"
LISTS: Final = "_lists"
FORMAT: Final = "1"
"""The version of the hidden sheet's layout."""
MARK, TABLE, ROW = "mark", "table", "row"
_CHUNK = 16_000


class Baseline:
    """A copy of what is written, for the comparison when the workbook comes back."""

    def __init__(self, sheet: Any, marks: Iterable[tuple[str, str]]) -> None:
        self._write = rows_of(sheet)
        self._next = 0
        self._tables = 0
        sheet.very_hidden()
        self._put("workbench", FORMAT)
        for key, value in marks:
            self._put(MARK, clean(key), clean(value))

    def table(self, table: Table, sheet: str) -> None:
        """Begin a table on a sheet."""
        self._tables += 1
        columns = (*table.columns, *table.working)
        keys, titles = [clean(column.key) for column in columns], [clean(column.title) for column in columns]
        names = (clean(table.form), clean(table.head), sheet)
        self._put(TABLE, str(self._tables), *names, *_chunks(keys), "", *_chunks(titles))

    def row(self, record: str, texts: Sequence[str], cut: Mapping[int, bool]) -> None:
        """Keep a record's cells as they are written; ``cut`` names the cells that were too long."""
        cells = (
            [{"cut": text} if cut.get(index) else text for index, text in enumerate(texts)] if cut else texts
        )
        self._put(ROW, clean(record), *_chunks(cells))

    def _put(self, *texts: str) -> None:
        self._write(self._next, [Text(column, text) for column, text in enumerate(texts)], None)
        self._next += 1


def _chunks(value: Any) -> list[str]:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) <= _CHUNK:
        return [text]
    return [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]


class Lists:
    """Columns of texts that validations refer to."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], int] = {}

    def column(self, texts: tuple[str, ...]) -> int:
        """The column, from 0, that holds these texts."""
        return self._columns.setdefault(texts, len(self._columns))

    def write(self, sheet: Any) -> None:
        """Fill the hidden sheet."""
        sheet.very_hidden()
        for row, texts in enumerate(zip_longest(*self._columns)):
            for column, text in enumerate(texts):
                if text:
                    sheet.write_string(row, column, text)
