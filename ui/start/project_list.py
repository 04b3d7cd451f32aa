"""A card of projects, one row each. Rows stay while what they say changes: there may be hundreds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.start.row import ProjectRow
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.loading import Line


class ProjectList(QFrame):
    """``chosen`` brings the project of a row, ``menu_wanted`` also where its menu shall open.

    ``verb`` is what choosing one does, where that is not to open it.
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, voice: Voice, verb: Message | None = None) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme, self._voice, self._verb = theme, voice, verb
        self._rows: dict[str, ProjectRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.setSpacing(0)

    @property
    def shown(self) -> bool:
        """Whether there is a row to be seen here once the card is."""
        return any(not row.isHidden() for row in self._rows.values())

    def show_lines(self, lines: Sequence[Line], pinned: Collection[str], found: Collection[str]) -> None:
        """Have a row for each line, in their order; only those ``found`` by what is looked for are seen."""
        before = list(self._rows)
        order = [line.project.id for line in lines]
        for identity in set(before) - set(order):
            self._drop(identity)
        rows = {line.project.id: self._row(line) for line in lines}
        self._rows = rows
        if before != order:
            self._arrange(list(rows.values()))
        first = True
        for line in lines:
            row, seen = rows[line.project.id], line.project.id in found
            row.setVisible(seen)
            row.show_line(line, pinned=line.project.id in pinned, first=first)
            first = first and not seen

    def _row(self, line: Line) -> ProjectRow:
        identity = line.project.id
        if identity in self._rows:
            return self._rows[identity]
        row = ProjectRow(line, self._theme, self._voice, self._verb)
        row.clicked.connect(lambda _checked: self.chosen.emit(identity))
        row.menu_wanted.connect(lambda place: self.menu_wanted.emit(identity, place))
        return row

    def _drop(self, identity: str) -> None:
        row = self._rows.pop(identity)
        row.hide()
        self.column.removeWidget(row)
        row.deleteLater()

    def _arrange(self, rows: Sequence[ProjectRow]) -> None:
        """Bring the rows into this order, for the eye and for Tab."""
        before: QWidget | None = None
        for row in rows:
            self.column.removeWidget(row)
            self.column.addWidget(row)
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row
