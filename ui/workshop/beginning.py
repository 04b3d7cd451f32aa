"""Before there is a workshop: what it will be, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.workshop.big import WallPress, column, words
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Workshop

WIDTH, LEAST = 860, 560


class Beginning(QWidget):
    """One sentence and one button; ``wanted`` when it is pressed."""

    wanted = Signal()
    reopened = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.title = words(session, "display")
        self.text = words(session, "ws", "ink2", wrap=True)
        self.text.setMaximumWidth(WIDTH)
        self.text.setMinimumWidth(LEAST)
        self.button = WallPress(session.theme, "primary", "presentation")
        self.button.clicked.connect(lambda _on: self.wanted.emit())
        self.again = WallPress(session.theme, "ghost")
        self.again.clicked.connect(lambda _on: self.reopened.emit())
        inside = column(self, gap=20)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        inside.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.text, 8)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)

    def say_anew(self, last: Workshop | None = None) -> None:
        """Say everything in the language of now."""
        tell = self._session.translate
        self.title.setText(tell(_("Workshop")))
        text = _("Collect, classify, score in silence, look at the quadrant, decide. Esc leaves at any time.")
        self.text.setText(tell(text))
        self.button.setText(tell(_("Begin a workshop")))
        self.again.setVisible(last is not None)
        if last is not None:
            again = _("Go on with {name} ({date}): its minutes, its votes")
            said = tell(again.fill(name=last.title, date=last.held_on or ""))
            self.again.setText(said.replace("&", "&&"))
