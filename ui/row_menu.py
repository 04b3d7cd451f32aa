"""The menu of a table's rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.form_words import words_for
from ui.session import Session
from workbench.messages import Message, _
from workbench.spec import Count

if TYPE_CHECKING:
    from ui.table_commands import TableCommands
    from ui.table_view import TableView

Entry = tuple[Message, str, Callable[[], object]]


def row_menu(commands: TableCommands, view: TableView) -> QMenu:
    """The commands for the chosen rows, with their keys."""
    counts = any(isinstance(each, Count) for each in view.table.fields)
    counted: tuple[Entry, ...] = ((_("Show evidence"), "E", view.evidence_wanted.emit),) if counts else ()
    entries: tuple[Entry | None, ...] = (
        (_("Open"), "Ctrl+Return", commands.open),
        (words_for(view.table.form.key).new, "Ins", commands.add),
        (_("Duplicate"), "", commands.duplicate),
        (_("Move up"), "Alt+Up", partial(commands.move, -1)),
        (_("Move down"), "Alt+Down", partial(commands.move, 1)),
        None,
        (_("Change several rows…"), "Ctrl+Shift+B", view.bulk_wanted.emit),
        *counted,
        None,
        (_("Copy rows"), "Ctrl+C", commands.rows.copy),
        (_("Paste as new rows"), "", commands.rows.paste_rows),
        (_("Paste into cells"), "Ctrl+Shift+V", commands.rows.paste_into_cells),
        None,
        (_("Delete"), "Del", commands.remove),
    )
    return _menu(entries, view, view.session)


def _menu(entries: tuple[Entry | None, ...], parent: QWidget, session: Session) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        label, keys, act = entry
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        # The keys are only shown: the table hears them itself.
        action = menu.addAction(session.translate(label) + (f"\t{shown}" if shown else ""))
        action.triggered.connect(partial(_act, act))
    return menu


def _act(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
    act()
