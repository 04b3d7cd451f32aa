"""Word and Excel against the least that could write the same."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from io import BytesIO
from math import inf
from pathlib import Path
from typing import Any

import docx
from lxml import etree

from benchmarks.measuring import Benchmark, Row, pair, timed
from benchmarks.records import SAMPLE, context, form, requirements, sample
from exports import excel, word
from exports.figures import picture
from forms import FORMS
from workbench.report import Column, Facts, Figure, Heading, Kind, Report, Table
from workbench.report import Row as TableRow
from workbench.spec import Context, report
from workbench.spec.document import gap_blocks
from workbench.spec.evidence_chain import chain_figures
from workbench.spec.quotations import quotation_blocks

ROOT = Path(__file__).resolve().parents[1]
MANY = 100_000
SMALL, LARGE = 50, 5000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _project(count: int) -> Context:
    """The worked example with so many requirements."""
    return context([*sample(), *requirements(count, SAMPLE, first=100)])


def _whole(given: Context) -> Report:
    added = (*chain_figures(given), *gap_blocks(given), *quotation_blocks(given))
    return report(FORMS, given, "zh_CN", "2026-01-02", added)


def words(size: int, rounds: int) -> Iterator[Row]:
    """The whole report of the worked example with so many requirements, from records to the file."""
    given = _project(size)
    made = _whole(given)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = timed(lambda: _run(word.write(_whole(given), folder / "ours.docx")))
        if size <= SMALL:
            empty = timed(lambda: _empty_word(made, folder / "empty.docx"))
            what = "Word, full report / empty python-docx, with pictures"
            yield Row(what, size, *pair(ours, empty, rounds), 1.5)
        else:
            raw = timed(lambda: _raw_word(made, folder / "raw.docx"))
            what = "Word, full report / raw lxml and zip, with pictures"
            yield Row(what, size, *pair(ours, raw, rounds), 1.3)
        plain = replace(made, blocks=tuple(each for each in made.blocks if not isinstance(each, Figure)))
        bare = timed(lambda: _run(word.write(plain, folder / "plain.docx")))
        less = timed(lambda: _raw_word(plain, folder / "raw.docx"))
        goal = 1.3 if size >= LARGE else inf
        what = "Word, blocks without pictures / raw lxml and zip"
        yield Row(what, size, *pair(bare, less, rounds), goal, grows=True)


def _run(job: Iterator[int]) -> None:
    for _done in job:
        pass


def _texts(made: Report) -> Iterator[list[tuple[Any, ...]]]:
    """The cells of every table of a report, titles first."""
    for block in made.blocks:
        if isinstance(block, Facts):
            yield list(block.pairs)
        elif isinstance(block, Table):
            titles = tuple(column.title for column in block.columns)
            yield [titles, *(row.cells for row in block.rows if isinstance(row, TableRow))]


def _pictures(made: Report) -> list[bytes]:
    return [picture(block.scene, "zh_CN") for block in made.blocks if isinstance(block, Figure)]


def _raw_word(made: Report, path: Path) -> None:
    document = etree.Element(f"{_W}document")
    body = etree.SubElement(document, f"{_W}body")
    for rows in _texts(made):
        table = etree.SubElement(body, f"{_W}tbl")
        for row in rows:
            line = etree.SubElement(table, f"{_W}tr")
            for cell in row:
                paragraph = etree.SubElement(etree.SubElement(line, f"{_W}tc"), f"{_W}p")
                look = etree.SubElement(paragraph, f"{_W}pPr")
                etree.SubElement(look, f"{_W}pStyle").set(f"{_W}val", "TableText")
                run = etree.SubElement(paragraph, f"{_W}r")
                etree.SubElement(run, f"{_W}t").text = str(cell)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", etree.tostring(document, encoding="UTF-8"))
        for number, content in enumerate(_pictures(made)):
            archive.writestr(f"word/media/{number}.png", content)


def _empty_word(made: Report, path: Path) -> None:
    document = docx.Document()
    for content in _pictures(made):
        document.part.get_or_add_image(BytesIO(content))
    document.save(str(path))


def workbook(size: int) -> Report:
    """A report with one table of so many rows of twelve cells."""
    columns = tuple(Column(f"c{number}", f"第 {number} 列") for number in range(8))
    working = tuple(Column(f"w{number}", f"w{number}", 10, Kind.NUMBER) for number in range(4))
    rows = tuple(
        TableRow((f"DEMO{number:05d}", *(f"内容 {number} {place}" for place in range(7))), (1, 2, number, 4))
        for number in range(size)
    )
    return Report("大表", "zh_CN", (Heading("大表"), Table(columns, rows, working)))


def requirement_book(size: int) -> Report:
    """The workbook of so many requirements, with its copy for the way back."""
    given = _project(size)
    template = form("requirement_priority")
    table = template.table(template.rows(given), given)
    return Report("需求", "zh_CN", (Heading("需求"), table), marks=(("project", SAMPLE),))


def sheets(size: int, rounds: int) -> Iterator[Row]:
    """Rows of twelve styled cells, then the requirements as they are exported."""
    yield _book("Excel, 12 styled cells a row", workbook(size), size, rounds)
    if size < MANY:
        yield _book("Excel, requirements with their baseline", requirement_book(size), size, rounds)
    else:
        yield Row("Excel, 12 cells, memory above the start", size, _memory(size), 1, 5, "MiB", absolute=True)


def _book(what: str, made: Report, size: int, rounds: int) -> Row:
    table = made.blocks[1]
    assert isinstance(table, Table)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = timed(lambda: _run(excel.write(made, folder / "ours.xlsx")))
        raw = timed(lambda: _raw_sheet(table, folder / "raw.xlsx"))
        return Row(what, size, *pair(ours, raw, rounds), 8, grows=True)


def _raw_sheet(table: Table, path: Path) -> None:
    """The same cells as text in a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet {_SHEET}><sheetData>".encode())
            for number, row in enumerate(table.rows, start=1):
                assert isinstance(row, TableRow)
                cells = "".join(map(_cell, (*row.cells, *row.working)))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {_SHEET} xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>",
        )


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f'<c s="1"><v>{value}</v></c>'
    return f'<c s="1" t="inlineStr"><is><t>{escape(str(value), quote=False)}</t></is></c>'


def _memory(size: int) -> float:
    """How far the memory of a process rises above what its records take, in MiB."""
    words = [sys.executable, "-m", "benchmarks.documents", str(size)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(json.loads(done.stdout))


def highest(call: Callable[[], object]) -> float:
    """How far memory rises during a call, in MiB."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _status("VmRSS")
    call()
    return (_status("VmHWM") - before) / 1024


def _status(name: str) -> int:
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in text.splitlines() if line.startswith(name)).split()[1])


def _weigh(size: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "big.xlsx"
        _run(excel.write(workbook(10), path))
        made = workbook(size)
        print(json.dumps(highest(lambda: _run(excel.write(made, path)))))


BENCHMARKS = (
    Benchmark("word", words, (50, 500, 5000)),
    Benchmark("excel", sheets, (1000, 10_000, MANY)),
)

if __name__ == "__main__":
    _weigh(int(sys.argv[1]))
