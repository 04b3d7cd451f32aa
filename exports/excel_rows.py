"""Rows of cells, written through XlsxWriter's own calls or, for many rows, as XML at once.

XlsxWriter takes some fifteen calls for a cell; in long tables that is most of the time an export takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

_EPOCH = date(1899, 12, 30).toordinal()


@dataclass(slots=True)
class Text:
    """A text, never anything else."""

    column: int
    text: str
    look: Any = None


@dataclass(slots=True)
class Number:
    """A number or a date."""

    column: int
    value: float | date
    look: Any = None


@dataclass(slots=True)
class Formula:
    """A formula of our own with what it comes to."""

    column: int
    formula: str
    result: str
    look: Any = None


AnyCell = Text | Number | Formula
Rows = Callable[[int, Sequence[AnyCell], float | None], None]
"""Writes a row: its number from 0, its cells from left to right, its height in points."""


def rows_of(sheet: Any) -> Rows:
    """How rows are written on a sheet: at once where it goes to the disk row by row."""
    return _at_once(sheet) if sheet.constant_memory else _one_by_one(sheet)


def _one_by_one(sheet: Any) -> Rows:
    def write(number: int, cells: Sequence[AnyCell], height: float | None) -> None:
        for cell in cells:
            _put(sheet, number, cell)
        if height is not None:
            sheet.set_row(number, height)

    return write


def _put(sheet: Any, number: int, cell: AnyCell) -> None:
    match cell:
        case Text(text=""):
            sheet.write_blank(number, cell.column, None, cell.look)
        case Text():
            sheet.write_string(number, cell.column, _no_markup(cell.text), cell.look)
        case Formula():
            sheet.write_formula(number, cell.column, "=" + cell.formula, cell.look, cell.result)
        case Number(value=date()):
            sheet.write_datetime(number, cell.column, cell.value, cell.look)
        case Number():
            sheet.write_number(number, cell.column, cell.value, cell.look)


def _no_markup(text: str) -> str:
    """XlsxWriter takes ``<r>…</r>`` for markup of its own; a blank behind makes it text again."""
    return text + " " if text.startswith("<r>") and text.endswith("</r>") else text


def _at_once(sheet: Any) -> Rows:
    letters: dict[int, str] = {}

    def address(cell: AnyCell, row: str) -> str:
        if cell.column not in letters:
            letters[cell.column] = xl_col_to_name(cell.column)
        style = f' s="{cell.look._get_xf_index()}"' if cell.look is not None else ""  # noqa: SLF001
        return f'<c r="{letters[cell.column]}{row}"{style}'

    def write(number: int, cells: Sequence[AnyCell], height: float | None) -> None:
        row = str(number + 1)
        tall = f' ht="{height}" customHeight="1"' if height is not None else ""
        parts = [f'<row r="{row}"{tall}>']
        parts += [address(cell, row) + _xml(cell, sheet) for cell in cells]
        sheet._write_single_row(number)  # noqa: SLF001 - what is pending comes first
        sheet.fh.write("".join(parts) + "</row>")
        for cell in (*cells[:1], *cells[-1:]):
            sheet._check_dimensions(number, cell.column)  # noqa: SLF001

    return write


def _xml(cell: AnyCell, sheet: Any) -> str:
    if isinstance(cell, Text):
        if not cell.text:
            return "/>"
        return f' t="inlineStr"><is><t xml:space="preserve">{_escaped(cell.text, sheet)}</t></is></c>'
    if isinstance(cell, Formula):
        return f' t="str"><f>{_escaped(cell.formula, sheet)}</f><v>{_escaped(cell.result, sheet)}</v></c>'
    value = cell.value
    return f"><v>{value.toordinal() - _EPOCH if isinstance(value, date) else repr(value)}</v></c>"


def _escaped(text: str, sheet: Any) -> str:
    if "_x" in text:
        text = sheet._escape_control_characters(text)  # noqa: SLF001
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
