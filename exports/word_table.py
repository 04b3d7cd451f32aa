"""Tables of Word documents as XML text, to be parsed once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from exports.office import cell_text, colour, indented, spans, width_of
from exports.word_parts import W
from workbench.domain.text import clean
from workbench.report import Column, Group, Row, Table

MOST_ROWS: Final = 200
"""Longer tables are written in parts: offices lay out one of 2,000 rows many times slower."""
_LONG_ROW = 1600
"""Rows with more text than this may run over the end of a page."""
_LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>'
)
_INDENT = 227
_KEPT = "<w:keepNext/>"
"""With what follows on one page; said in the cell itself, since LibreOffice asks no style."""
_HEADER_LETTER, _CELL_EDGE = 118, 150
"""What a letter of a header takes at most on average, and a cell's margin, in twips."""
_FEW_ROWS, _FEW_LETTERS = 8, 1500
"""A table of fewer rows and letters stays on one page."""
_TOKEN = re.compile(r"[!-~]+")


def text_run(text: str, style: str = "") -> str:
    """A run of text with its line breaks and tabs; ``text`` must be clean."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    inner = escape(text, quote=False)
    if "\n" in inner:
        inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if "\t" in inner:
        inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{look}<w:t xml:space="preserve">{inner}</w:t></w:r>' if text else ""


def tables(table: Table, width: float) -> Iterator[str]:
    """The parts of a table, each ready to be parsed; ``width`` is that of the text, in twips."""
    grid = widths(table, width)
    opening = _opening("ThreeLine", grid) + _header(table.columns, grid)
    for start in range(0, max(len(table.rows), 1), MOST_ROWS):
        rows = table.rows[start : start + MOST_ROWS]
        yield f"{opening}{''.join(_rows(rows, table, sum(grid)))}</w:tbl>"


def facts(pairs: Sequence[tuple[str, str]], width: float) -> str:
    """A table of labels and texts."""
    label_width = int(min(_label_width(pairs), width * 0.35))
    grid = [label_width, int(width) - label_width]
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(clean(label), 'FactLabel', grid[0])}"
        f"{_cell(clean(text), 'FactText', grid[1])}</w:tr>"
        for label, text in pairs
    )
    return f"{_opening('FactTable', grid)}{rows}</w:tbl>"


def _label_width(pairs: Sequence[tuple[str, str]]) -> int:
    longest = max((width_of(clean(label)) for label, _text in pairs), default=0)
    return max(longest * 130 + 300, 1500)


def fact_runs(label: str, text: str) -> str:
    """A label and its text on one line."""
    return f"{text_run(clean(label), 'Tonegrey')}<w:r><w:tab/></w:r>{text_run(clean(text))}"


def fact_layout(pairs: Sequence[tuple[str, str]]) -> str:
    """How such lines stand: all texts at the same distance, on the page of what follows."""
    left = _label_width(pairs)
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    return f'{_KEPT}{tab}<w:spacing w:before="20" w:after="80"/><w:ind w:left="{left}" w:hanging="{left}"/>'


def widths(table: Table, width: float) -> list[int]:
    """The columns' widths in twips: by their wish, but no running number is broken in two."""
    sample = [row for row in (*table.rows[:40], *table.rows[-40:]) if isinstance(row, Row)]
    needs = [
        max(
            _longest(clean(column.title)) * _HEADER_LETTER + _CELL_EDGE,
            max((_longest(cell_text(row.cells[index])) for row in sample), default=0) * 135 + 150,
        )
        for index, column in enumerate(table.columns)
    ]
    wishes = [max(column.width, 3) for column in table.columns]
    fixed: dict[int, float] = {}
    while True:
        free = sum(wish for index, wish in enumerate(wishes) if index not in fixed)
        room = max(width - sum(fixed.values()), 0)
        tight = {
            i: need
            for i, need in enumerate(needs)
            if i not in fixed and room * wishes[i] / max(free, 1) < need
        }
        if not tight or sum(fixed.values()) + sum(tight.values()) > width * 0.8:
            break
        fixed.update(tight)
    return [int(fixed.get(i, room * wish / max(free, 1))) for i, wish in enumerate(wishes)]


def _longest(text: str) -> int:
    return min(max((len(token) for token in _TOKEN.findall(text[:400])), default=0), 16)


def _opening(style: str, grid: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOK}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _cell(text: str, style: str, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_KEPT}</w:pPr>{text_run(text)}</w:p></w:tc>'
    )


def _header(columns: Sequence[Column], grid: Sequence[int]) -> str:
    cells = "".join(
        _cell(clean(column.title), "TableHeader", width) for column, width in zip(columns, grid, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _rows(rows: tuple[Row | Group, ...], table: Table, width: int) -> Iterator[str]:
    merges = {
        (first + offset, column): '<w:vMerge w:val="restart"/>' if offset == 0 else "<w:vMerge/>"
        for column, first, length in spans(rows, table)
        for offset in range(length)
    }
    place = indented(table)
    tones = [column.tones for column in table.columns]
    last = len(rows) - 1 if _stays_together(rows) else 0
    for number, row in enumerate(rows):
        if isinstance(row, Group):
            yield _group(row, len(table.columns), width)
        else:
            marks = [merges.get((number, index), "") for index in range(len(tones))] if merges else None
            yield _row(row, tones, marks, place, kept=number < last)


def _stays_together(rows: Sequence[Row | Group]) -> bool:
    """Whether a table is so small that a page's end should not divide it."""
    if len(rows) > _FEW_ROWS:
        return False
    letters = sum(width_of(cell_text(cell)) for row in rows if isinstance(row, Row) for cell in row.cells)
    return letters <= _FEW_LETTERS


def _group(group: Group, columns: int, width: int) -> str:
    square = text_run("■ ", f"Tone{group.tone}") if group.tone else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{columns}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colour("sunken")}"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableGroup"/></w:pPr>{square}{text_run(clean(group.title))}</w:p>'
        "</w:tc></w:tr>"
    )


def _row(
    row: Row, tones: Sequence[dict[str, str]], merges: Sequence[str] | None, place: int, *, kept: bool
) -> str:
    parts = []
    length = 0
    look = '<w:pStyle w:val="TableText"/>' + (_KEPT if kept else "")
    for index, cell in enumerate(row.cells):
        text = cell if type(cell) is str else cell_text(cell)
        text = clean(text)
        length += len(text)
        merge = merges[index] if merges else ""
        if merge == "<w:vMerge/>":
            text = ""
        tone = tones[index].get(text, "") if tones[index] else ""
        indent = f'<w:ind w:left="{row.level * _INDENT}"/>' if row.level and index == place else ""
        parts.append(
            f"<w:tc>{f'<w:tcPr>{merge}</w:tcPr>' if merge else ''}"
            f"<w:p><w:pPr>{look}{indent}</w:pPr>"
            f"{text_run(text, f'Tone{tone}' if tone else '')}</w:p></w:tc>"
        )
    split = "<w:trPr><w:cantSplit/></w:trPr>" if length < _LONG_ROW else ""
    return f"<w:tr>{split}{''.join(parts)}</w:tr>"
