"""The evidence chain in words: a row a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session

HEADINGS = (_("Link of the chain"), _("What"), _("Status"), _("Leads to"))
ROW = 42
TALLEST = 12


class ChainTable(QTableWidget):
    """``opened`` gives the record of a row, by Enter or a double click."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(0, len(HEADINGS))
        self._session = session
        self._records: Sequence[str] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.itemDoubleClicked.connect(lambda item: self._open(item.row()))

    def show_rows(self, rows: Sequence[Sequence[str]], records: Sequence[str]) -> None:
        """Show other rows."""
        self._records = records
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                flat = " ".join(text.split())
                item = QTableWidgetItem(flat)
                item.setToolTip(flat)
                self.setItem(number, column, item)
        self.setFixedHeight(self._session.theme.px(ROW) * (min(len(rows), TALLEST) + 1) + 4)

    def say_anew(self) -> None:
        """Say the headings in the language of now."""
        translate, px = self._session.translate, self._session.theme.px
        self.setHorizontalHeaderLabels([translate(each) for each in HEADINGS])
        self.setAccessibleName(translate(_("Evidence chain as a table")))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((0, 160), (2, 190)):
            self.setColumnWidth(column, px(width))
        for column in (1, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Tab leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if row < len(self._records) and self._records[row]:
            self.opened.emit(self._records[row])
