"""Keys: from the press to the painted character, and what a change costs the window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from threading import Event

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from benchmarks.measuring import FRAME, Benchmark, Row, Timed, alternate, p95, timed
from benchmarks.records import PROJECT, form, requirements, stored
from benchmarks.stage import key, put_away, session_with, settle, shown
from ui.autosave import Autosave
from ui.bridge import Writer
from ui.form_view import FormView
from ui.typed import Typed
from workbench.rules.choices import seeds
from workbench.storage import SqliteStore
from workbench.workspace import Batch, Loaded

KEYS = 8
"""How many keys for each round."""
SLOW = 0.05
"""Seconds that a flush is made to take."""
LINES = "\n".join(f"第 {number} 行：客户说高峰期登录很慢。" for number in range(500))


class _SlowStore:
    """A store whose disk is slow."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    def load(self, scope: str | None) -> Loaded:
        return self._store.load(scope)

    def write(self, batch: Batch) -> None:
        Event().wait(SLOW)
        self._store.write(batch)

    def changed_elsewhere(self) -> bool:
        return self._store.changed_elsewhere()


def _page(count: int) -> FormView:
    """The requirements page over so many records, the first of them with a long note."""
    first, *rest = requirements(count)
    session = session_with([replace(first, remark=LINES), *rest])
    view = FormView(form("requirement_priority"), session)
    shown(view)
    return view


def _box(view: FormView, name: str) -> QWidget:
    """What one types in."""
    box = view.page.rows[name].editor.focusProxy()
    assert box is not None
    return box


def _bare(font: QFont, like: QWidget) -> QPlainTextEdit:
    """Qt's own editor with 500 lines, of the same size and font."""
    edit = QPlainTextEdit(LINES)
    edit.setFont(font)
    shown(edit, (like.width(), like.height()))
    edit.activateWindow()
    edit.setFocus()
    return edit


def keys(size: int, rounds: int) -> Iterator[Row]:
    """A key in a line and in a long note of a record's page, against Qt's plain editor."""
    view = _page(size)
    view.open_record("r1")
    line, note = (_box(view, name) for name in ("description", "remark"))
    settle()
    bare = _bare(note.font(), note)
    for widget, name in ((line, "a form's line"), (note, "a note of 500 lines")):
        widget.activateWindow()
        widget.setFocus()
        settle()
        ours, limit = alternate([key(widget), key(bare)], rounds * KEYS)
        what = f"key → painted character in {name}, p95"
        yield Row(what, size, p95(ours), p95(limit), 1.3)
        yield Row(what, size, p95(ours), FRAME, FRAME, absolute=True)
    put_away(view, bare)


def edits(size: int, rounds: int) -> Iterator[Row]:
    """A change of one field: in memory and told to every view, then painted."""
    view = _page(size)
    described = view.form.field("description")
    numbers = iter(range(1_000_000))

    def change() -> None:
        number = next(numbers)
        identity = f"r{number * 7 % (size - 1) + 1}"
        view.edits.change(identity, described, Typed({"description": f"新的描述 {number}"}))

    told, painted = timed(change), timed(settle)
    pairs = [(told(), painted()) for _round in range((rounds + 1) * KEYS)][KEYS:]
    told_times, painted_times = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    what = "edit → in memory, view updated"
    yield Row(f"{what}, median", size, median(told_times), FRAME, 2, absolute=True, grows=True)
    yield Row(f"{what}, p95", size, p95(told_times), FRAME, 8, absolute=True)
    yield Row(
        "edit → all of it painted, drawing too, median",
        size,
        median(painted_times),
        FRAME,
        FRAME,
        absolute=True,
    )
    put_away(view)


def flushing(size: int, rounds: int) -> Iterator[Row]:
    """A key in a form's line while a slow flush is under way, against the same without saving."""
    with tempfile.TemporaryDirectory() as name:
        store = stored(Path(name) / "bench.workbench", [PROJECT, *seeds(PROJECT.id), *requirements(size)])
        saving, plain = session_with((), store), session_with((), store)
        writer = Writer()
        autosave = Autosave(saving.workspace, _SlowStore(store), writer)
        views = [FormView(form("requirement_priority"), each) for each in (saving, plain)]
        calls: list[Timed] = []
        for view in views:
            shown(view)
            view.open_record("r1")
            settle()
            line = _box(view, "description")
            calls.append(_focused(line, key(line)))

        def while_flushing() -> float:
            autosave.flush()
            return calls[0]()

        ours, limit = alternate([while_flushing, calls[1]], rounds * KEYS)
        what = "key → painted while autosave flushes (50 ms)"
        yield Row(f"{what}, median", size, median(ours), median(limit), 1.1)
        yield Row(f"{what}, p95", size, p95(ours), FRAME, FRAME, absolute=True)
        while writer.busy:
            settle()
        autosave.stop()
        writer.close()
        store.close()
        put_away(*views)


def _focused(widget: QWidget, call: Timed) -> Timed:
    def run() -> float:
        widget.activateWindow()
        widget.setFocus()
        settle()
        return call()

    return run


BENCHMARKS = (
    Benchmark("keys", keys, (50, 2000)),
    Benchmark("edits", edits, (200, 2000)),
    Benchmark("flushing", flushing, (200, 2000)),
)
