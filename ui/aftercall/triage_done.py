"""What comes after the last line: reading back, and the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Press, Words
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program
    from ui.voice import Sayings


class TriageDone(QWidget):
    """Says that everything is sorted, and what one can do next."""

    def __init__(self, program: Program, sayings: Sayings) -> None:
        super().__init__()
        self._sayings = sayings
        self.title = Words(program.theme, "h2", "ink1", wrap=True)
        self.hint = Words(program.theme, "body", "ink2", wrap=True)
        self.letter = Press(program.theme, "primary", "send")
        self.read = Press(program.theme, "secondary", "list-checks")
        sayings.say(self.hint.setText, _("Send the confirmation while the call is fresh for both sides."))
        sayings.say(self.letter.setText, _("Confirmation letter"))
        sayings.say(self.read.setText, _("Read back"))
        run = program.window.actions_.run
        self.letter.clicked.connect(lambda _checked: run("confirmation_letter"))
        self.read.clicked.connect(lambda _checked: run("read_back"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.letter)
        row.addWidget(self.read)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for words in (self.title, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addLayout(row)
        column.addStretch(3)

    def entrance(self) -> QWidget:
        """What one is likely to want next."""
        return self.letter

    def show_count(self, total: int) -> None:
        """Say how many lines were gone through."""
        text = (
            _("All {total} lines have been gone through").fill(total=total)
            if total
            else _("Nothing to sort: every line has its kind")
        )
        self._sayings.say(self.title.setText, text, key="title")
