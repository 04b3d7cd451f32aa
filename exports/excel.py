"""Reports as Excel workbooks: one sheet for each chapter."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from exports.excel_baseline import LISTS, SHEET, Baseline, Lists
from exports.excel_looks import font, looks
from exports.excel_page import Page
from exports.excel_table import Desk, shortened, units
from exports.office import words
from workbench.domain.text import clean, one_line
from workbench.files import replacing
from workbench.messages import Translate, _
from workbench.report import Block, Heading, PageBreak, Report, Table, Title

MANY_ROWS: Final = 500
"""Above so many rows, rows go to the disk as they come; memory stays as it is."""
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = {"history", SHEET, LISTS}


def write(report: Report, path: Path) -> Generator[int, None, None]:
    """Write the report, yielding the number of blocks done. Close to cancel. Raises Refusal."""
    with replacing(path) as draft, TemporaryDirectory() as folder:
        book = _book(report, draft, folder)
        translate = words(report.language)
        lists = Lists()
        chapters = _chapters(report, translate)
        sheets = [book.add_worksheet(chapter.name) for chapter in chapters]
        baseline, hidden = Baseline(book.add_worksheet(SHEET), report.marks), book.add_worksheet(LISTS)
        desk = Desk(looks(book, report.language), baseline, lists, translate)
        done = 0
        for chapter, sheet in zip(chapters, sheets, strict=True):
            page = Page(book, sheet, desk, font(report.language), chapter.tables())
            page.begin(chapter.title, _hint(chapter, report, translate))
            for block in chapter.blocks:
                page.add(block)
                done += 1
                yield done
            page.end(report.footer)
        lists.write(hidden)
        yield len(report.blocks)
        _close(book)


def _book(report: Report, draft: Path, folder: str) -> Any:
    rows = sum(len(block.rows) for block in report.blocks if isinstance(block, Table))
    book = xlsxwriter.Workbook(
        str(draft),
        {
            "constant_memory": rows > MANY_ROWS,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": font(report.language), "font_size": 10},
        },
    )
    book.set_properties(
        {
            "title": clean(report.title)[:255],
            "author": clean(report.author)[:255],
            "created": datetime.now(UTC).replace(tzinfo=None),
        }
    )
    book.set_size(28_800, 16_200)
    return book


def _close(book: Any) -> None:
    try:
        book.close()
    except FileCreateError as problem:
        cause = problem.args[0] if problem.args else None
        raise cause if isinstance(cause, OSError) else OSError(str(problem)) from problem


@dataclass
class Chapter:
    """A sheet to be: its name, its title and what stands below."""

    name: str
    title: str
    blocks: list[Block] = field(default_factory=list)

    def tables(self) -> list[Table]:
        """The chapter's tables."""
        return [block for block in self.blocks if isinstance(block, Table)]


def _chapters(report: Report, translate: Translate) -> list[Chapter]:
    taken: set[str] = set(_RESERVED)
    chapters: list[Chapter] = []
    for block in report.blocks:
        if isinstance(block, PageBreak):
            continue
        title = _opens(block)
        if title is None and chapters:
            chapters[-1].blocks.append(block)
            continue
        title = report.title if title is None else title
        chapter = Chapter(sheet_name(title or translate(_("Sheet")), taken), one_line(title))
        chapter.blocks = [] if isinstance(block, Heading) else [block]
        chapters.append(chapter)
    if not chapters:
        chapters.append(
            Chapter(sheet_name(report.title or translate(_("Sheet")), taken), one_line(report.title))
        )
    return chapters


def _opens(block: Block) -> str | None:
    """The title of the chapter that a block begins, if it does."""
    if isinstance(block, Title):
        return block.text
    return block.text if isinstance(block, Heading) and block.level <= 1 else None


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that offices take: no forbidden marks, 31 characters, not empty; it is added to ``taken``."""
    plain = " ".join(_FORBIDDEN.sub(" ", clean(title)).split()).strip("' ")
    plain = shortened(plain, _LONGEST_NAME).strip("' ") or "Sheet"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = shortened(plain, _LONGEST_NAME - units(ending)).rstrip("' ") + ending
    taken.add(name.casefold())
    return name


def _hint(chapter: Chapter, report: Report, translate: Translate) -> str:
    if any(table.working for table in chapter.tables()):
        return translate(
            _("Edit the cells and import the file again. Grouped columns to the right hold scores and ids.")
        )
    return one_line(report.title) if chapter.title != one_line(report.title) else ""
