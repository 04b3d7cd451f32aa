"""What a workshop is shown on: a head, one part at a time, a foot, and nothing that moves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget

from ui.page import Page
from ui.workshop.bar import Bar
from ui.workshop.beginning import Beginning
from ui.workshop.big import column
from ui.workshop.brief import Brief
from ui.workshop.classify import Classify
from ui.workshop.closing import Closing
from ui.workshop.collect import Collect
from ui.workshop.curtain import Curtain
from ui.workshop.doubtful import Doubtful
from ui.workshop.look import Look
from ui.workshop.meeting import Meeting, Part
from ui.workshop.part import PartView
from ui.workshop.saving import Saving
from ui.workshop.scoring import Scoring
from ui.workshop.strip import Foot
from ui.workshop.timekeeping import Timekeeping

if TYPE_CHECKING:
    from ui.program import Program


class Wall(Page):
    """The widgets of a workshop."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        assert program.desk is not None
        self.program = program
        self.session = program.desk.session
        self.meeting = Meeting(self.session)
        self.saving = Saving(program, self.meeting, self)
        self.bar, self.foot = Bar(self.session), Foot(self.session)
        self.strip, self.slip = self.foot.strip, self.foot.slip
        self.time = Timekeeping(self.meeting, self.bar, self)
        self.clock = self.time.clock
        self.beginning, self.curtain = Beginning(self.session), Curtain(self.session)
        makers = (Brief, Collect, Classify, Doubtful, Scoring, Look, Closing)
        self.parts: dict[Part, PartView] = {
            part: make(self.meeting) for part, make in zip(Part, makers, strict=True)
        }
        self.part = Part.BRIEF
        self.stack = QStackedWidget()
        for widget in (self.beginning, self.curtain, *self.parts.values()):
            self.stack.addWidget(widget)
        inside = column(self, gap=0)
        for bar in (self.bar, self.stack, self.foot):
            inside.addWidget(bar, 1 if bar is self.stack else 0)

    @property
    def view(self) -> PartView:
        """The part on view."""
        return self.parts[self.part]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.session.theme.colour("canvas"))
        painter.end()
