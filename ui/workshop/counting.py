"""How much each person has said, in a window that is for who leads, not for the room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.aftercall.aside import Aside
from ui.theme import Words
from ui.workshop.big import emptied
from ui.workshop.meeting import Meeting
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program


class Counting(Aside):
    """The people with the lines each of them has given; it follows the list."""

    size_wanted = (300, 200)

    def __init__(self, program: Program, meeting: Meeting) -> None:
        super().__init__(program)
        self._meeting = meeting
        self.lines: list[tuple[str, int]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.column.addSpacing(4)
        self.column.addLayout(self._grid)
        self.sayings.say(self.setWindowTitle, _("Count per person"))
        meeting.session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Count anew."""
        meeting, tell = self._meeting, self.sayings.tell
        items = meeting.collected()
        said = Counter(each.raised_by for each in items)
        self.about.setText(tell(_("{count} collected").fill(count=len(items))))
        self.lines = [(meeting.called(name), said[name]) for name in meeting.voters]
        if unnamed := sum(said.values()) - sum(count for _name, count in self.lines):
            self.lines.append((tell(_("Nobody named")), unnamed))
        emptied(self._grid)
        for row, (name, count) in enumerate(self.lines):
            who = Words(self.theme, "body", "ink1" if count else "ink2", wrap=True)
            number = Words(self.theme, "bodyb", "ink1" if count else "ink2")
            who.setText(name)
            number.setText(str(count))
            self._grid.addWidget(who, row, 0)
            self._grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _follow(self, _event: object) -> None:
        if self.isVisible():
            self.refresh()
