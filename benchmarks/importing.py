"""Reading an edited workbook back, with the review of what it would change."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from benchmarks.documents import requirement_book
from benchmarks.measuring import Benchmark, Row, pair, timed
from benchmarks.records import SAMPLE, context, requirements, sample
from exports import excel
from exports.workbook_import import read
from forms import FORMS
from workbench.messages import translator
from workbench.spec import Context
from workbench.spec.review import review

EDITED = 100
"""One of so many requirements has changed since the export."""


def importing(size: int, rounds: int) -> Iterator[Row]:
    """From the file to the review, against openpyxl's read-only pass over the same file."""
    items = [
        replace(item, remark="改过") if place % EDITED == 0 else item
        for place, item in enumerate(requirements(size, SAMPLE, first=100))
    ]
    given = context([*sample(), *items])
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bench.xlsx"
        for _done in excel.write(requirement_book(size), path):
            pass

        def ours() -> None:
            def shown(language: str) -> Context:
                return Context(given.project, translator(language), given.records)

            review(_result(read(path)), FORMS, shown)

        found = pair(timed(ours), timed(lambda: _passed(path)), rounds)
    yield Row("import with review", size, *found, 2, grows=True)


def _result(job: Generator[int, None, Any]) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def _passed(path: Path) -> int:
    book = load_workbook(path, read_only=True)
    cells = sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    book.close()
    return cells


BENCHMARKS = (Benchmark("import", importing, (1000, 10_000)),)
