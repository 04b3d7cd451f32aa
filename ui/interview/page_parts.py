"""The parts of the interview page, and how they stand at each width."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.empty_page import EmptyPage
from ui.interview.call import Call
from ui.interview.entry import Entry
from ui.interview.facts import Facts
from ui.interview.guide import Guide
from ui.interview.heading import Heading
from ui.interview.lines_view import LinesView
from ui.interview.outline_column import OutlineColumn
from ui.page import Page
from ui.tab_order import follow_layout
from ui.theme import ElidedWords

WITH_GUIDE = 1080
"""From this width on the guide stands at the right."""
WITH_OUTLINE = 760
LOW = 640


class InterviewParts(Page):
    """Heading, outline, lines, input line, guide: in one column where there is little room."""

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call, self.session = call, call.session
        self.guide_wanted = True
        self.need_wanted = False
        """Whether the need behind a wish is being written."""
        self.heading = Heading(call)
        self.facts = Facts(call)
        self.outline = OutlineColumn(call.session)
        self.question = ElidedWords(call.session.theme, "h3")
        """What is to be asked next, where the outline is hidden."""
        self.strip = ElidedWords(call.session.theme, "cap", "ink2")
        self.lines = LinesView(call.session)
        self.entry = Entry(call.session)
        self.guide = Guide(call.session)
        self.empty = EmptyPage(call.session, "primary")
        self.whole = QWidget()
        self._slot = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        centre = QVBoxLayout()
        self._slot.setContentsMargins(8, 0, 8, 4)
        centre.addLayout(self._strip())
        centre.addWidget(self.lines, 1)
        centre.addLayout(self._slot)
        centre.addWidget(self.entry)
        middle = QHBoxLayout()
        middle.addWidget(self.outline)
        middle.addLayout(centre, 1)
        left = QVBoxLayout()
        left.addWidget(self.heading)
        left.addWidget(self.facts)
        left.addLayout(middle, 1)
        row = QHBoxLayout(self.whole)
        row.addLayout(left, 1)
        row.addWidget(self.guide)
        outer = QVBoxLayout(self)
        outer.addWidget(self.whole)
        outer.addWidget(self.empty)
        for layout in (centre, middle, left, row, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        follow_layout(self)

    def _strip(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(2)
        column.addWidget(self.question)
        column.addWidget(self.strip)
        return column

    def arrange(self) -> None:
        """Show what there is room for; what one writes in is always at hand."""
        width = self.width()
        with_guide = self.guide_wanted and width >= self.session.theme.px(WITH_GUIDE)
        with_outline = width >= self.session.theme.px(WITH_OUTLINE)
        self.guide.setVisible(with_guide)
        self.outline.setVisible(with_outline)
        self.strip.setVisible(not with_outline)
        self.question.setVisible(not with_outline)
        self.heading.show_slim(slim=not with_outline)
        self.entry.show_slim(slim=not with_outline)
        self.place_card()

    def focus_regions(self) -> list[QWidget]:
        """The parts that F6 goes round."""
        return [self.heading, self.facts, self.outline, self.lines, self.entry, self.guide]

    def entrance(self) -> QWidget:
        """The input line."""
        return self.entry.typing if self.call.interview else self.empty.button

    def place_card(self) -> None:
        """Put the cards that one writes in into the guide, or above the input line where that is hidden."""
        cards = (self.guide.paraphrase, self.guide.need)
        wanted = (bool(self.guide.paraphrase.identities), self.need_wanted)
        for at, (card, here) in enumerate(zip(cards, wanted, strict=True), 1):
            beside = not self.guide.isHidden()
            if beside and self.guide.column.indexOf(card) < 0:
                self.guide.column.insertWidget(at, card)
            elif not beside and self._slot.indexOf(card) < 0:
                self._slot.addWidget(card)
            card.setVisible(beside or here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts to the width."""
        super().resizeEvent(event)
        self.outline.show_compact(compact=self.is_low)
        self.arrange()

    @property
    def is_low(self) -> bool:
        """Whether there is no room for what belongs to the other stages."""
        return self.height() < self.session.theme.px(LOW)
