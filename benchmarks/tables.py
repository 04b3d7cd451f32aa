"""The table of a form against Qt's own view on a plain model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from statistics import median
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from benchmarks.measuring import FRAME, Benchmark, Row, alternate, middles, p95, pair, timed
from benchmarks.records import PROJECT, form, requirements
from benchmarks.stage import put_away, session_with, settle, shown, wheel
from ui.edits import Edits
from ui.record_table import RecordTable
from ui.session import Session
from ui.table_view import TableView
from workbench.domain import Requirement

NOTCHES = 10
NEEDLES = ("77", "导出", "")
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Texts = tuple[str, ...]


class Plain(QAbstractTableModel):
    """A list of tuples of texts."""

    def __init__(self, rows: list[Texts]) -> None:
        super().__init__()
        self.all = self.rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each tuple."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One for each text."""
        return 0 if parent.isValid() else len(self.all[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text."""
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def show_rows(self, rows: list[Texts]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def _ours(session: Session) -> TableView:
    template = form("requirement_priority")
    view = TableView(RecordTable(template, session), Edits(template, session), session)
    view.setParent(None)
    shown(view)
    return view


def _bare(rows: list[Texts]) -> QTableView:
    view = QTableView()
    view.setModel(Plain(rows))
    view.model().setParent(view)
    view.setWordWrap(False)
    view.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(view.verticalHeader().ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(38)
    shown(view)
    return view


def table(size: int, rounds: int) -> Iterator[Row]:
    """First paint, wheel, filter and sort; the plain list is made of the same records in the same order."""
    items = requirements(size)
    session = session_with(items)
    found = pair(_shown(lambda: _ours(session)), _shown(lambda: _bare(_rows(items))), rounds)
    yield Row("table, first paint", size, *found, 1.4, grows=True)
    view, bare = _ours(session), _bare(_rows(items))
    yield from _wheel(view, bare, size, rounds)
    yield from _order(view, bare, size, rounds)
    put_away(view, bare)


def _rows(items: list[Requirement]) -> list[Texts]:
    order = form("requirement_priority").order
    return [
        (
            item.code,
            item.description,
            item.requirement_type,
            str(item.value),
            str(item.urgency),
            "",
            item.remark,
        )
        for item in sorted(items, key=lambda item: order(item, PROJECT))
    ]


def _shown(make: Callable[[], QTableView]) -> Callable[[], float]:
    made: list[QTableView] = []
    call = timed(lambda: made.append(make()))

    def run() -> float:
        took = call()
        put_away(made.pop())
        return took

    return run


def _wheel(view: TableView, bare: QTableView, size: int, rounds: int) -> Iterator[Row]:
    calls = [wheel(each.viewport()) for each in (view, bare)]
    ours, limit = alternate(calls, rounds * NOTCHES)
    yield Row("table, wheel, median", size, median(ours), median(limit), 1.4)
    yield Row("table, wheel, p95", size, p95(ours), FRAME, FRAME, absolute=True)


def _order(view: TableView, bare: QTableView, size: int, rounds: int) -> Iterator[Row]:
    model = bare.model()
    assert isinstance(model, Plain)
    needles, marks = iter(NEEDLES * rounds * 10), iter(NEEDLES * rounds * 10)

    def keep() -> None:
        needle = next(marks)
        model.show_rows([row for row in model.all if any(needle in text for text in row)])

    calls = [_painted(lambda: view.table.filter(next(needles))), _painted(keep)]
    ours, limit = alternate(calls, rounds * 3 - 1)
    yield Row("table, filter", size, median(ours), median(limit), 1.4, grows=True)
    turns, others = iter([True, False] * rounds * 2), iter([True, False] * rounds * 2)
    calls = [
        _painted(lambda: view.table.sort_by("description", descending=next(turns))),
        _painted(lambda: model.show_rows(sorted(model.all, key=itemgetter(1), reverse=next(others)))),
    ]
    ours_sorted, limit_sorted = middles(calls, rounds)
    yield Row("table, sort", size, ours_sorted, limit_sorted, 1.4, grows=True)


def _painted(change: Callable[[], object]) -> Callable[[], float]:
    def run() -> None:
        change()
        settle()

    return timed(run)


BENCHMARKS = (Benchmark("table", table, (10_000, 100_000), sorting=True),)
