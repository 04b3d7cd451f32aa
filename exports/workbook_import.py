"""Workbooks, ours and other people's, read into tables of cells."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any, Final, cast
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import FORMULA_TAG, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.worksheet.merge import MergeCells
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from exports.excel_baseline import SHEET
from exports.workbook_baseline import incoming
from exports.workbook_guard import damaged, opened, refusal
from workbench.domain.text import clean
from workbench.messages import Refusal, _
from workbench.spec.incoming import Incoming, IncomingRow, IncomingSheet, Trouble, Value

MOST_ROWS: Final = 200_000
"""Rows with something in them, over all sheets."""
_MOST_MERGED = 20_000
_STEP = 1_000
_INLINE, _RUN, _TEXT = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("is", "r", "t"))
_NO_RESULT = _("a formula without a stored result; open the file in Excel and save it")
_ERROR = _("an error value ({value})")
_TOO_MUCH = _("{file} has more than {count} rows. Split it and import the parts.")


def read(path: Path) -> Generator[int, None, Incoming]:
    """Read a workbook, yielding the rows done; the result is the generator's value. Raises Refusal."""
    archive = opened(path)
    try:
        sheets = yield from _sheets(archive, path)
        return incoming(path.name, sheets)
    except Refusal:
        raise
    except Exception as problem:  # the bytes are foreign, and so is the parser: anything may come out
        raise damaged(path) from problem
    finally:
        archive.close()


def _sheets(archive: ZipFile, path: Path) -> Generator[int, None, list[IncomingSheet]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of parts it leaves out; we want cells only
        book = load_workbook(cast(IO[bytes], archive.fp), read_only=True, data_only=True, keep_links=False)
    sheets = []
    seen = kept = 0
    for sheet in book.worksheets:
        if sheet.title != SHEET and sheet.sheet_state != "visible":
            continue
        rows: list[IncomingRow] = []
        reader = _SheetReader(book, sheet)
        for row in reader.rows():
            seen += 1
            if row is not None:
                rows.append(row)
                kept += sheet.title != SHEET
            if kept > MOST_ROWS or len(rows) > 2 * MOST_ROWS:
                raise refusal(_TOO_MUCH.fill(count=MOST_ROWS), path)
            if seen % _STEP == 0:
                yield seen
        sheets.append(IncomingSheet(sheet.title, _unmerged(rows, reader.merged)))
    yield seen
    return sheets


class _SheetReader:
    """Reads the rows of one sheet of an opened workbook; afterwards ``merged`` tells its merged cells."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self._book, self._sheet = book, sheet
        self.merged: list[tuple[int, int, int]] = []

    def rows(self) -> Iterator[IncomingRow | None]:
        """Every row there is; None for an empty one."""
        archive: ZipFile = self._book._archive  # noqa: SLF001 - openpyxl's own reader has no other door
        with archive.open(self._sheet._worksheet_path) as source:  # noqa: SLF001
            parser = _Parser(source, self._sheet._shared_strings, data_only=True)  # noqa: SLF001
            for number, cells in parser.rows():
                found = {}
                for cell in cells:
                    if cell is not None and (value := self._value(cell)) not in (None, ""):
                        found[cell["column"]] = value
                yield IncomingRow(number, found) if found else None
            self.merged = parser.merged_columns()

    def _value(self, cell: dict[str, Any]) -> Value:
        value, kind = cell["value"], cell["data_type"]
        if isinstance(value, Trouble):
            return value
        if kind == "e":
            return Trouble(_ERROR.fill(value=str(value)[:20]))
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if cell["style_id"] in self._book._date_formats:  # noqa: SLF001
            value = self._moment(value, is_span=cell["style_id"] in self._book._timedelta_formats)  # noqa: SLF001
        return _day(value)

    def _moment(self, value: Any, *, is_span: bool) -> Any:
        try:
            return from_excel(value, self._book.epoch, timedelta=is_span)
        except (OverflowError, ValueError, TypeError):
            return value


def _day(value: Any) -> Value:
    """A date where there is no time of day; other moments as text."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time | timedelta):
        return str(value)
    return value if isinstance(value, int | float | date) else None


class _Parser(WorkSheetParser):
    """openpyxl's reader of a sheet, for rows and merged cells only: nothing else can make it fail."""

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """Row numbers and cells, as far as the sheet really goes, whatever size it declares."""
        for _event, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                row = self.parse_row(element)
                element.clear()
                yield row
            elif element.tag == MERGE_TAG:
                self.merged_cells = MergeCells.from_tree(element)

    def parse_cell(self, element: Any) -> Any:
        """A cell; None for one that has only a look."""
        if not len(element) and element.get("r"):
            return None
        if element.get("t") == "inlineStr":
            return self._inline(element)
        cell: dict[str, Any] = super().parse_cell(element)
        has_result = element.findtext(VALUE_TAG) or element.get("t") == "str"
        if cell["value"] is None and not has_result and element.find(FORMULA_TAG) is not None:
            cell["value"] = Trouble(_NO_RESULT)
        return cell

    def _inline(self, element: Any) -> dict[str, Any]:
        """A text kept in the cell itself; openpyxl's own way takes ten times as long."""
        coordinate = element.get("r")
        self.col_counter = coordinate_to_tuple(coordinate)[1] if coordinate else self.col_counter + 1
        holder = element.find(_INLINE)
        parts = [] if holder is None else [holder.find(_TEXT), *holder.iterfind(f"{_RUN}/{_TEXT}")]
        text = "".join(part.text or "" for part in parts if part is not None)
        return {"column": self.col_counter, "value": unescape(text), "data_type": "s", "style_id": 0}

    def merged_columns(self) -> list[tuple[int, int, int]]:
        """Column, first and last row of the cells that were merged downward."""
        if self.merged_cells is None:
            return []
        ranges = (merged for merged in self.merged_cells.mergeCell if merged.ref)
        return [(r.min_col, r.min_row, r.max_row) for r in ranges if r.min_col == r.max_col]


def _unmerged(rows: list[IncomingRow], merged: list[tuple[int, int, int]]) -> tuple[IncomingRow, ...]:
    """The rows with the value of a merged cell in each row it covers."""
    if not merged:
        return tuple(rows)
    cells = {row.number: dict(row.cells) for row in rows}
    numbers = sorted(cells)
    for column, first, last in merged[:_MOST_MERGED]:
        value = cells.get(first, {}).get(column)
        for number in numbers[bisect_right(numbers, first) : bisect_right(numbers, last)]:
            if value is not None:
                cells[number].setdefault(column, value)
    return tuple(IncomingRow(number, cells[number]) for number in numbers)
