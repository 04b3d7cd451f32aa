"""One sheet of a workbook, written from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from io import BytesIO
from typing import Any, Final

from exports.excel_chart import SIZE, scatter
from exports.excel_looks import LINE_HEIGHT, MOST_HEIGHT, ROW_HEIGHT
from exports.excel_table import MOST_UNITS, Desk, Grid, finish, shortened, write_header, write_rows
from exports.office import width_of
from workbench.domain.text import clean
from workbench.report import Block, Facts, Figure, Heading, Paragraph, Table, Title

_MARGIN: Final = 1
"""The first column is a margin."""
_MOST_BELOW = 60
"""Longer tables have their chart to the right."""
_PIXELS_PER_ROW = 20
_PIXELS_PER_UNIT = 96 * 16.2 / 2.54 / 640
"""A drawing of 640 units is 16.2 cm wide; screens have 96 pixels to the inch."""
_PIXELS_PER_CHARACTER = 7.3
_PAGE_WIDTH, _PAGE_HEIGHT = 1040.0, 600.0
"""What one printed page holds, in pixels, below its header."""
_MOST_ABOVE = 6
"""Below so many rows a picture begins a new page in print."""
_PIXELS_OF_TEXT = 30
"""What a row of text takes in print, at most as a rule."""
_MOST_BEFORE = 15
"""Below so many rows another parent record begins a new page in print."""
_MOST_NOTES = 5
"""So few rows of notes go to the next page with the picture below them."""
_LONGEST_FOOTER = 110
_MOST_ON_A_PAGE = 10
"""Below so many rows a chart begins a new page in print."""


class Page:
    """A sheet that blocks are added to; ``tables`` are all it will hold."""

    def __init__(self, book: Any, sheet: Any, desk: Desk, font: str, tables: Sequence[Table]) -> None:
        self._book, self._sheet, self._desk, self._font = book, sheet, desk, font
        self._alone = len(tables) == 1
        self._widths = _widths(tables)
        self._working = [column for table in tables for column in table.working]
        self._most_working = max((len(table.working) for table in tables), default=0)
        self._row = 0
        self._page_begins = 0
        self._breaks: list[int] = []
        self._grid: Grid | None = None

    def begin(self, title: str, hint: str) -> None:
        """Set up the columns; write the title and the line below it."""
        sheet, looks = self._sheet, self._desk.looks
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 2.2)
        for index, width in enumerate(self._widths, start=_MARGIN):
            sheet.set_column(index, index, width)
        self._set_working()
        sheet.set_row(0, 10)
        sheet.set_row(1, 28)
        sheet.write_string(1, _MARGIN, shortened(clean(title), MOST_UNITS), looks["title"])
        sheet.set_row(2, ROW_HEIGHT)
        sheet.write_string(2, _MARGIN, hint, looks["hint"])
        self._row = 4

    def end(self, footer: str) -> None:
        """Set up printing and what stays in view."""
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.55, bottom=0.8)
        left = shortened(clean(footer).replace("\n", " "), _LONGEST_FOOTER).replace("&", "&&")
        sheet.set_footer(f"&L&8 {left}&R&8 &P / &N", {"margin": 0.35})
        grid = self._grid
        if grid is None:
            return
        sheet.print_area(0, 0, max(grid.last, self._row), grid.working - 1)
        if not self._alone:
            sheet.freeze_panes(3, _MARGIN + 1)
            return
        sheet.freeze_panes(grid.header + 1, _MARGIN + 1)
        sheet.repeat_rows(grid.header)
        right = grid.working + max(len(grid.table.working), 1) - 1 if grid.table.working else grid.working - 1
        sheet.autofilter(grid.header, _MARGIN, grid.last, right)

    def _set_working(self) -> None:
        first = _MARGIN + len(self._widths)
        for index in range(self._most_working):
            width = max((t.width for t in self._working[index :: self._most_working]), default=12)
            self._sheet.set_column(first + index, first + index, width, None, {"level": 1, "hidden": True})
        if self._most_working:
            after = first + self._most_working
            self._sheet.set_column(after, after, None, None, {"collapsed": True})

    @singledispatchmethod
    def add(self, block: Block) -> None:
        """Write a block below what is there."""
        raise TypeError(f"A workbook has no form for {type(block).__name__}")

    @add.register
    def _add_title(self, block: Title) -> None:
        self._add_facts(Facts(block.facts))

    @add.register
    def _add_heading(self, block: Heading) -> None:
        self._row += 1
        if self._row - self._page_begins > _MOST_BEFORE:
            self._begin_page()
        self._line(block.text, "heading")

    @add.register
    def _add_paragraph(self, block: Paragraph) -> None:
        if self._grid is not None and self._grid.last == self._row - 1:
            self._row += 1
        self._line(block.text, "note" if block.style in {"note", "caption"} else "body")

    @add.register
    def _add_facts(self, block: Facts) -> None:
        last = _MARGIN + max(len(self._widths), 2) - 1
        room = sum(self._widths[1:]) or 80
        for label, text in block.pairs:
            self._sheet.write_string(
                self._row, _MARGIN, shortened(clean(label), MOST_UNITS), self._desk.looks["label"]
            )
            self._wide(_MARGIN + 1, last, text, ("body", room))
        self._row += 1

    @add.register
    def _add_table(self, block: Table) -> None:
        if self._grid is not None and self._grid.last >= self._row - 1:
            self._row = self._grid.last + 2
        working = _MARGIN + len(self._widths)
        grid = Grid(self._sheet, block, self._row, _MARGIN, working, alone=self._alone)
        write_header(grid, self._desk)
        write_rows(grid, self._desk, self._sheet.name)
        finish(grid, self._desk)
        self._grid, self._row = grid, grid.last + 1

    @add.register
    def _add_figure(self, block: Figure) -> None:
        chart = None
        if self._grid is not None:
            chart = scatter(self._book, block, self._grid, self._font)
        alt = {"description": clean(block.alt), "object_position": 2}
        if chart is None:
            from exports.figures import picture  # matplotlib is heavy: only workbooks with pictures load it

            self._begin_figure(block)
            self._line(block.caption, "note")
            image = BytesIO(picture(block.scene, self._language()))
            scale = self._scale(block)
            place = {"image_data": image, "x_scale": scale, "y_scale": scale, **alt}
            self._sheet.insert_image(self._row, _MARGIN, "figure.png", place)
            self._row += int(block.scene.height * _PIXELS_PER_UNIT * scale / _PIXELS_PER_ROW) + 2
            return
        row, column = self._chart_place()
        self._sheet.insert_chart(row, column, chart, alt)

    def _begin_figure(self, block: Figure) -> None:
        """A picture stands on one printed page with its caption, so it begins a page where much is above."""
        self._row += 1
        high = block.scene.height * _PIXELS_PER_UNIT * self._scale(block)
        above = (self._row - self._page_begins + 1) * _PIXELS_OF_TEXT
        if self._row - self._page_begins > _MOST_ABOVE and above + high > _PAGE_HEIGHT:
            self._break_page()

    def _break_page(self) -> None:
        """Begin a printed page, with the notes that stand below the last table."""
        notes = self._grid is not None and self._row - self._grid.last <= _MOST_NOTES
        self._begin_page(self._grid.last + 1 if notes and self._grid else self._row)

    def _begin_page(self, row: int | None = None) -> None:
        self._page_begins = self._row if row is None else row
        self._breaks.append(self._page_begins)
        self._sheet.set_h_pagebreaks(self._breaks)

    def _scale(self, block: Figure) -> float:
        """How much a picture shrinks to stand within the table's width and on one page."""
        room = float(sum(self._widths) * _PIXELS_PER_CHARACTER or _PAGE_WIDTH)
        wide, high = block.scene.width * _PIXELS_PER_UNIT, block.scene.height * _PIXELS_PER_UNIT
        page = _PAGE_HEIGHT * max(1.0, room / _PAGE_WIDTH)
        above = self._row - self._page_begins if self._breaks else 0
        notes = above * _PIXELS_OF_TEXT if above <= _MOST_NOTES else 0
        return min(1.0, room / wide, (page - notes) / high)

    def _chart_place(self) -> tuple[int, int]:
        grid = self._grid
        if grid is not None and len(grid.table.rows) > _MOST_BELOW:
            return grid.header, grid.working + len(grid.table.working) + 1
        self._row += 1
        row = self._row
        if row > _MOST_ON_A_PAGE:
            self._break_page()
        self._row += SIZE[1] // _PIXELS_PER_ROW + 2
        return row, _MARGIN

    def _language(self) -> str:
        return {"Microsoft JhengHei": "zh_TW", "Segoe UI": "en"}.get(self._font, "zh_CN")

    def _line(self, text: str, style: str) -> None:
        last = _MARGIN + max(len(self._widths), 1) - 1
        self._wide(_MARGIN, last, text, (style, sum(self._widths) or 100))

    def _wide(self, first: int, last: int, text: str, style: tuple[str, int]) -> None:
        """Write a text over several columns and go to the next row."""
        look, room = self._desk.looks[style[0]], style[1]
        shown = shortened(clean(text), MOST_UNITS)
        lines = sum(1 + width_of(line) // max(room, 1) for line in shown.split("\n"))
        self._sheet.set_row(self._row, min(max(lines * LINE_HEIGHT + 6, 20), MOST_HEIGHT))
        if last > first:
            self._sheet.merge_range(self._row, first, self._row, last, "", look)
        self._sheet.write_string(self._row, first, shown, look)
        self._row += 1


def _widths(tables: Sequence[Table]) -> list[int]:
    """The widths of the document's columns, wide enough for every table."""
    count = max((len(table.columns) for table in tables), default=0)
    if not count:
        return [16, 84]
    return [
        min(max((table.columns[i].width for table in tables if i < len(table.columns)), default=12), 80) + 1
        for i in range(count)
    ]
