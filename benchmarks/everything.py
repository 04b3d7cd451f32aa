"""Uses all of the program once, so that all it ever imports is in memory."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from ui.app import Start
from workbench.commands.exporting import Order, job
from workbench.commands.importing import reviewed
from workbench.commands.tools import Options

_OUTCOMES = ("out.docx", "out.xlsx", "out.png")


def use(start: Start, folder: Path) -> None:
    """Show every page and record, write every format, read a workbook."""
    program = start.program
    assert program is not None
    assert program.desk is not None
    desk = program.desk
    for form in desk.session.forms:
        program.show_page(form.key)
        _settle()
        page = program.page
        if page is not None and page.table.items:
            page.open_record(page.table.items[0].id)
            _settle()
    order = Order(desk.session.scope, "zh_CN")
    for name in _OUTCOMES:
        for _done in job(desk.opened.tools, desk.opened.store, order, folder / name):
            _settle()
    arguments = SimpleNamespace(source=folder / "out.xlsx", encoding=None)
    options = Options("Lin", "zh_CN", arguments, print)
    reviewed(desk.opened.tools, desk.session.workspace, desk.session.scope, options)
    QThreadPool.globalInstance().waitForDone()
    _settle()


def _settle() -> None:
    for _time in range(5):
        QApplication.processEvents()
