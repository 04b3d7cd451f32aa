"""Search: over texts in memory against a plain scan of them, and from Ctrl+K to the painted list."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measuring import FRAME, Benchmark, Row, alternate, middles, p95, timed
from benchmarks.records import PROJECT, mixture, stored
from benchmarks.stage import put_away, screen, settle
from ui.app import Start
from ui.palette.feature import Palette
from workbench.domain import Record
from workbench.rules.choices import seeds
from workbench.search import Shelf, fold, read_query, search
from workbench.search.texts import code_of, texts_of, title_of

QUERIES = (
    ("one character", "录"),
    ("two characters", "导出"),
    ("rare", "demo311"),
    ("absent", "不存在的词"),
    ("two words", "接口 77"),
    ("letters", "dcgn"),
)
KEYS = 4


def _texts(records: Sequence[Record]) -> list[tuple[str, str]]:
    return [
        (item.id, text)
        for item in records
        for text in (code_of(item), title_of(item), *(text for _name, text in texts_of(item)))
        if text
    ]


def texts(size: int, rounds: int) -> Iterator[Row]:
    """So many texts of records: what is painted at most, and everything there is."""
    records = mixture(size * 2 // 5)
    known = [(identity, fold(text)) for identity, text in _texts(records)][:size]
    shelf = Shelf(records)
    for name, typed in QUERIES:
        query = read_query(typed)
        first, last = query.terms[0], query.terms[-1]

        def scan(first: str = first, last: str = last) -> list[str]:
            return [identity for identity, text in known if first in text and last in text]

        def ours(typed: str = typed) -> object:
            return search([shelf], read_query(typed), 60)

        took, limit = middles([timed(ours), timed(scan)], rounds)
        if name != "letters":  # no scan finds a reading
            yield Row(f"search, {name}, against a scan", len(known), took, limit, 1.5)
        yield Row(f"search, {name}, within two frames", len(known), took, FRAME, 2 * FRAME, absolute=True)
        if name != "letters":
            found = {hit.item.id for hit in search([shelf], query, len(records))}
            missed = len(set(scan()) - found)
            yield Row(f"search, {name}, records missed + 1", len(known), missed + 1.0, 1.0, 1, "records")


def palette(size: int, rounds: int) -> Iterator[Row]:
    """A workspace of so many records in a whole window: Ctrl+K, then keys, each until its list is painted."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "bench.workbench"
        stored(path, [*mixture(size), *seeds(PROJECT.id)]).close()
        start = _window(path)
        window, program = start.window, start.program
        assert program is not None
        feature = program.findChild(Palette)
        assert feature is not None
        window.activateWindow()
        feature.palette()
        _until(lambda: bool(feature.index.shelves(feature.finder.reach)))
        feature.close()
        opening = _pressed(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

        def closed() -> float:
            took = opening()
            feature.close()
            settle()
            return took

        [opened] = alternate([closed], rounds * KEYS)
        yield from _rows("Ctrl+K → list painted", size, opened)
        feature.palette()
        for text in ("录", "第 77", "dcgn"):
            [typed] = alternate([_typed(feature, text)], rounds * KEYS)
            yield from _rows(f"“{text}” → list painted", size, typed)
        feature.close()
        _away(start)


def _rows(what: str, size: int, times: Sequence[float]) -> Iterator[Row]:
    yield Row(f"{what}, median", size, median(times), FRAME, 2 * FRAME, absolute=True)
    yield Row(f"{what}, p95", size, p95(times), FRAME, 2 * FRAME, absolute=True)


def _pressed(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Callable[[], float]:
    def run() -> float:
        target = QApplication.focusWidget() or window
        begun = perf_counter()
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()
        return (perf_counter() - begun) * 1000

    return run


def _typed(feature: Palette, text: str) -> Callable[[], float]:
    def run() -> float:
        feature.overlay.field.clear()
        feature.refresh()
        settle()
        begun = perf_counter()
        feature.overlay.field.insert(text)
        QApplication.processEvents()
        return (perf_counter() - begun) * 1000

    return run


def _window(path: Path) -> Start:
    from main import tools  # late: it imports everything

    start = Start(screen(), path.parent / "data", "zh_CN", tools)
    start.open(path)
    _until(lambda: start.program is not None and start.program.desk is not None)
    program = start.program
    assert program is not None
    program.open_project(PROJECT.id)
    _until(lambda: program.page is not None)
    start.window.show()
    settle()
    return start


def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        QApplication.processEvents()


def _away(start: Start) -> None:
    program = start.program
    assert program is not None
    assert program.desk is not None
    program.desk.close()
    _until(lambda: not program.writer.busy)
    program.writer.close()
    start.crashes.close()
    start.window.let_close()
    settle()
    QThreadPool.globalInstance().waitForDone()
    put_away(start.window)


BENCHMARKS = (
    Benchmark("search", texts, (2_000, 200_000)),
    Benchmark("palette", palette, (300, 30_000)),
)
