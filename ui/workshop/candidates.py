"""What a requirement may be made one with: a few lines of a list that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.quadrant_fold import LinePress
from ui.workshop.big import BigLine, column, words
from workbench.domain import Requirement
from workbench.messages import _
from workbench.rules.duplicates import plain

if TYPE_CHECKING:
    from ui.session import Session

MOST = 5
ROOM = ((800, MOST), (680, 3), (0, 1))
"""From a height of the window on, in pixels of the usual text size, so many lines."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
Candidate = tuple[Requirement, int]
"""A requirement and how much it is like the one on the stage, of 100."""


class Candidates(QWidget):
    """Shows some of what it was offered around the one that is chosen; ``picked`` when that is another."""

    picked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._offered: Sequence[Candidate] = ()
        self._found: Sequence[Candidate] = ()
        self._at = 0
        self.line = BigLine(session.theme)
        self.line.edited.connect(lambda _text: self._search())
        self.rows = [LinePress(session, "ws") for _row in range(MOST)]
        self.more = words(session, "read", "ink3")
        inside = column(self, gap=4)
        inside.addWidget(self.line)
        for number, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.clicked.connect(partial(self._click, number))
            inside.addWidget(row)
        inside.addWidget(self.more)

    @property
    def chosen(self) -> Requirement | None:
        """The one that is chosen."""
        return self._found[self._at][0] if self._at < len(self._found) else None

    def offer(self, candidates: Sequence[Candidate], chosen: Requirement | None = None) -> None:
        """Offer other ones, in their order; with ``chosen`` the list was shown already."""
        self._offered = candidates
        if chosen is None:
            self.line.show_text("")
        self._search(chosen.id if chosen else "")

    def say_anew(self, name: str) -> None:
        """Call the line by its name in the language of now."""
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)
        self._show()

    def _search(self, chosen: str = "") -> None:
        wanted = plain(self.line.text())
        self._found = [
            each for each in self._offered if wanted in plain(f"{each[0].code} {each[0].description}")
        ]
        known = [each[0].id for each in self._found]
        self._at = known.index(chosen) if chosen in known else 0
        self._show()
        self.picked.emit()

    def step(self, by: int) -> None:
        """Choose the one below or above."""
        at = self._at + by
        if 0 <= at < len(self._found):
            self._at = at
            self._show()
            self.picked.emit()

    @property
    def _first(self) -> int:
        """The first that is shown: as far up as the chosen one allows."""
        return max(0, min(self._at - self._room // 2, len(self._found) - self._room))

    @property
    def _room(self) -> int:
        px, high = self._session.theme.px, self.window().height()
        return next(lines for least, lines in ROOM if high >= px(least))

    def _show(self) -> None:
        first, room = self._first, self._room
        for number, row in enumerate(self.rows):
            at = first + number
            there = number < room and at < len(self._found)
            row.setVisible(number < room)  # an empty row keeps its place: the list must not jump
            row.setEnabled(there)
            if not there:
                row.show_whole("")
                continue
            item, score = self._found[at]
            mark = "▸ " if at == self._at else "    "
            row.show_whole(f"{mark}{item.code}   {' '.join(item.description.split())}   {score}%")
        tell = self._session.translate
        nothing = tell(_("Nothing says this"))
        place = _("{number} of {count} · ↑ ↓: another one")
        found = tell(place.fill(number=self._at + 1, count=len(self._found)))
        self.more.setText(found if self._found else nothing)

    def _click(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.step(self._first + number - self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose while one types."""
        step = STEPS.get(Qt.Key(event.key()))
        if step:
            self.step(step)
        else:
            event.ignore()
