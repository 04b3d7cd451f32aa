"""Above a record's fields: the way back, its code, what it is called, the records before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import ElidedWords, Press, Theme, Words
from workbench.messages import Translate, _

if TYPE_CHECKING:
    from ui.record_dress import Dress


class RecordHeader(QWidget):
    """``closed`` asks to go back; ``stepped`` to go to the record before or after."""

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, dress: Dress, parent: QWidget, *, alone: bool) -> None:
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24 if alone else 14, 14, 20, 10)
        lines.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        lines.addLayout(row)
        self.back = Press(theme, "ghost", "arrow-left", self)
        self.previous = Press(theme, "ghost", "chevron-up", self)
        self.next = Press(theme, "ghost", "chevron-down", self)
        self.code = Words(theme, "ui", "ink3", parent=self)
        self.title = ElidedWords(theme, "h1" if alone or dress.chips else "h2", "ink1", parent=self)
        self.state = Words(theme, "capb", "ink3", parent=self)
        self._fill(lines, row, dress)
        for widget in (self.back, self.code, self.previous, self.next):
            widget.setVisible(not alone)
        self.back.clicked.connect(self.closed)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))

    def _fill(self, lines: QVBoxLayout, row: QHBoxLayout, dress: Dress) -> None:
        """One line; the title has a line of its own where chips stand beside the code."""
        for widget in (self.back, self.code, *dress.chips):
            row.addWidget(widget)
        if dress.chips:
            below = QHBoxLayout()
            below.addSpacing(10)
            below.addWidget(self.title, 1)
            lines.addLayout(below)
            row.addStretch(1)
        else:
            row.addWidget(self.title, 1)
        for widget in (self.state, self.previous, self.next):
            row.addWidget(widget)
        if dress.action is not None:
            row.addWidget(dress.action)

    def say_anew(self, translate: Translate) -> None:
        """Say everything in the language of now."""
        for button, name, keys in (
            (self.back, _("Back to the table"), "Esc"),
            (self.previous, _("Previous"), "Ctrl+PgUp"),
            (self.next, _("Next"), "Ctrl+PgDn"),
        ):
            button.setAccessibleName(translate(name))
            button.setToolTip(f"{translate(name)}  {keys}")
