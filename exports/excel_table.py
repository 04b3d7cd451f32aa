"""Tables of workbooks: cells, live formulas, validation, colours."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from exports.excel_baseline import LISTS, Baseline, Lists
from exports.excel_looks import LINE_HEIGHT, MOST_HEIGHT, ROW_HEIGHT, Looks
from exports.excel_rows import AnyCell, Formula, Number, Text, rows_of
from exports.office import cell_text, indented, width_of
from workbench.domain.text import clean
from workbench.messages import Translate, _
from workbench.report import Cell, Column, Group, Kind, Row, Table

MOST_UNITS: Final = 32_767
"""What a cell holds, in UTF-16 units."""
_SPARE = 40
"""Rows below a table that are validated and coloured too, for additions."""
_FIRST_YEAR = 1900
_KEY = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True)
class Grid:
    """Where a table stands on its sheet, counted from 0: header row, first and working column, last row."""

    sheet: Any
    table: Table
    header: int
    first: int
    working: int
    alone: bool

    @property
    def last(self) -> int:
        """The table's last row."""
        return self.header + max(len(self.table.rows), 1)

    def columns(self) -> list[tuple[int, Column]]:
        """Every column with its place."""
        own = [(self.first + index, column) for index, column in enumerate(self.table.columns)]
        return own + [(self.working + index, column) for index, column in enumerate(self.table.working)]

    def place(self, key: str) -> int | None:
        """The place of the column with that key; working columns first."""
        return next((place for place, column in reversed(self.columns()) if column.key == key), None)


@dataclass(frozen=True)
class Desk:
    """What a table is written with."""

    looks: Looks
    baseline: Baseline
    lists: Lists
    translate: Translate


def write_header(grid: Grid, desk: Desk) -> None:
    """Write the titles."""
    height = ROW_HEIGHT
    for place, column in grid.columns():
        own = "first_header" if place == grid.first else "header"
        style = own if place < grid.working else "working_header"
        title = clean(column.title)
        grid.sheet.write_string(grid.header, place, title, desk.looks[style])
        if place < grid.working:
            height = max(height, _height(title, column.width))
    for place in range(grid.first + len(grid.table.columns), grid.working):
        grid.sheet.write_blank(grid.header, place, None, desk.looks["header"])
    grid.sheet.set_row(grid.header, height)


def write_rows(grid: Grid, desk: Desk, sheet_name: str) -> None:
    """Write the rows and keep their copy for the way back."""
    desk.baseline.table(grid.table, sheet_name)
    pen = _Pen(grid, desk)
    for number, row in enumerate(grid.table.rows, start=grid.header + 1):
        if isinstance(row, Group):
            _write_group(grid, desk, number, row)
        else:
            pen.write(number, row)


def finish(grid: Grid, desk: Desk) -> None:
    """Add what belongs to whole columns: validation and colours."""
    last = grid.last + (_SPARE if grid.alone else 0)
    for place, column in grid.columns():
        area = (grid.header + 1, place, last, place)
        if options := _validation(column, desk):
            grid.sheet.data_validation(*area, options)
        for text, tone in column.tones.items():
            look = desk.looks.get(f"tone_{tone}")
            if look is not None:
                value = '"' + text.replace('"', '""') + '"'
                grid.sheet.conditional_format(
                    *area, {"type": "cell", "criteria": "==", "value": value, "format": look}
                )
    right = grid.working + len(grid.table.working)
    own = f"{xl_rowcol_to_cell(grid.header + 1, grid.first)}:{xl_rowcol_to_cell(last, right)}"
    grid.sheet.ignore_errors({"number_stored_as_text": own})


class _Pen:
    """Writes the rows of one table; everything that is the same for all of them is worked out once."""

    def __init__(self, grid: Grid, desk: Desk) -> None:
        self._put, self._baseline = rows_of(grid.sheet), desk.baseline
        self._note = desk.translate(_("… (cut here: the text is too long for a cell)"))
        self._widths = [max(column.width, 1) for column in grid.table.columns]
        self._places = [grid.first + index for index in range(len(grid.table.columns))]
        self._looks = [desk.looks["first" if index == 0 else "text"] for index in range(len(self._places))]
        self._levels = [desk.looks["text"], *(desk.looks[f"indent{level}"] for level in range(1, 10))]
        self._indented = indented(grid.table)
        letters = {column.key: xl_col_to_name(place) for place, column in grid.columns()}
        self._makers = [
            _maker(column, grid.working + index, letters, desk.looks)
            for index, column in enumerate(grid.table.working)
        ]

    def write(self, number: int, row: Row) -> None:
        """Write a record's row and keep its copy."""
        cut: dict[int, bool] = {}
        texts = [self._fitted(cell, index, cut) for index, cell in enumerate((*row.cells, *row.working))]
        count = len(row.cells)
        cells: list[AnyCell] = [
            Text(place, text, look)
            for place, text, look in zip(self._places, texts, self._looks, strict=False)
        ]
        if row.level:
            cells[self._indented].look = self._levels[min(row.level, 9)]
        for maker, cell, text in zip(self._makers, row.working, texts[count:], strict=False):
            cells.append(maker(number, cell, text))
        lines = max(map(_lines, texts, self._widths), default=1)
        self._put(number, cells, _row_height(lines))
        if row.record:
            self._baseline.row(row.record, texts, cut)

    def _fitted(self, cell: Cell, index: int, cut: dict[int, bool]) -> str:
        text = clean(cell) if type(cell) is str else cell_text(cell)
        if len(text) * 2 > MOST_UNITS and units(text) > MOST_UNITS:
            cut[index] = True
            return shortened(text, MOST_UNITS - len(self._note)) + self._note
        return text


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, most: int) -> str:
    """The text's beginning that takes at most so many UTF-16 units."""
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore")


_Maker = Callable[[int, Cell, str], AnyCell]
"""From a row's number, a cell and its text to what is written."""


def _maker(column: Column, place: int, letters: Mapping[str, str], looks: Looks) -> _Maker:
    """How the cells of a working column are written."""
    if column.formula:
        return _formula_maker(column, place, letters, looks["formula"])
    plain = looks[{Kind.NUMBER: "number", Kind.DATE: "date"}.get(column.kind, "working")]

    def make(_number: int, cell: Cell, text: str) -> AnyCell:
        if column.kind is Kind.NUMBER and isinstance(cell, int | float) and _is_exact(cell):
            return Number(place, cell, plain if isinstance(cell, int) else looks["decimal"])
        if column.kind is Kind.DATE and isinstance(cell, date) and cell.year > _FIRST_YEAR:
            return Number(place, cell, plain)
        return Text(place, text, plain)

    return make


def _formula_maker(column: Column, place: int, letters: Mapping[str, str], look: Any) -> _Maker:
    parts = _KEY.split(column.formula)
    known = [index % 2 == 1 and part in letters for index, part in enumerate(parts)]
    pieces = [
        f"${letters[part]}" if is_known else f"{{{part}}}" if index % 2 else part
        for index, (part, is_known) in enumerate(zip(parts, known, strict=True))
    ]

    def make(number: int, _cell: Cell, text: str) -> AnyCell:
        row = str(number + 1)
        formula = "".join(p + row if is_known else p for p, is_known in zip(pieces, known, strict=True))
        return Formula(place, formula, text, look)

    return make


def _is_exact(number: float) -> bool:
    """Whether an office keeps the number as it is."""
    return math.isfinite(number) and abs(number) < 10**15


def _write_group(grid: Grid, desk: Desk, number: int, group: Group) -> None:
    look = desk.looks["group"]
    title = Text(grid.first, shortened(clean(group.title), MOST_UNITS), look)
    blanks = (Text(grid.first + index, "", look) for index in range(1, len(grid.table.columns)))
    rows_of(grid.sheet)(number, (title, *blanks), ROW_HEIGHT)


def _validation(column: Column, desk: Desk) -> dict[str, Any] | None:
    if column.formula:
        return None
    if column.choices:
        return {
            "validate": "list",
            "source": _choices(column.choices, desk.lists),
            "error_type": "warning",
            "error_title": clean(column.title)[:32],
            "error_message": desk.translate(_("This is none of the listed entries."))[:255],
        }
    if column.low is None or column.high is None:
        return None
    message = desk.translate(_("A whole number from {low} to {high}").fill(low=column.low, high=column.high))
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": column.low,
        "maximum": column.high,
        "error_title": clean(column.title)[:32],
        "error_message": message[:255],
    }


def _choices(choices: Sequence[str], lists: Lists) -> list[str] | str:
    texts = tuple(shortened(clean(choice), MOST_UNITS) for choice in choices)
    plain = not any(mark in text for text in texts for mark in ',"\n') and all(
        text.strip() == text for text in texts
    )
    if plain and units(",".join(texts)) <= 255 and not texts[0].startswith("="):  # noqa: PLR2004 - Excel's limit
        return list(texts)
    letter = xl_col_to_name(lists.column(texts), col_abs=True)
    return f"={LISTS}!{letter}$1:{letter}${len(texts)}"


def _lines(text: str, width: int) -> int:
    if "\n" not in text:
        return 1 + width_of(text) // width if len(text) * 2 > width else 1
    return sum(1 + width_of(line) // width for line in text.split("\n"))


def _row_height(lines: int) -> float:
    return min(max(lines * LINE_HEIGHT + 8, ROW_HEIGHT), MOST_HEIGHT)


def _height(text: str, width: int) -> float:
    return _row_height(_lines(text, max(width, 1)))
