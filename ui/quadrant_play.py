"""Plays urgency forward, week by week: who will stand where, and who crosses a border when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ui.theme import Press, Words
from ui.theme.ring import Ring
from workbench.domain import Requirement
from workbench.messages import _
from workbench.rules.ageing import urgency_on

if TYPE_CHECKING:
    from ui.session import Session

WEEKS = 26


class Play(QWidget):
    """A slider of weeks; ``moved`` tells that another day is looked at."""

    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.today = date.today  # replaced where the day must be known
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, WEEKS)
        self.slider.setPageStep(4)
        self.ring = Ring(session.theme, self.slider)
        self.slider.valueChanged.connect(self._turn)
        self.label = Words(session.theme, "capb", "ink2")
        self.back = Press(session.theme, "ghost", "rotate-ccw")
        self.back.clicked.connect(lambda _on: self.slider.setValue(0))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.back)

    @property
    def weeks(self) -> int:
        """How many weeks ahead the chart is."""
        return self.slider.value()

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self.today() + timedelta(weeks=self.weeks)

    @property
    def horizon(self) -> date:
        """As far as one can look."""
        return self.today() + timedelta(weeks=WEEKS)

    def step(self, by: int) -> None:
        """Go on, or back."""
        self.slider.setValue(self.weeks + by)

    def aged(self, items: Sequence[Requirement]) -> list[Requirement]:
        """Requirements with the urgency of the day that is looked at."""
        if not self.weeks:
            return list(items)
        day = self.day
        found = []
        for item in items:
            score = urgency_on(item, day)
            found.append(item if score == item.urgency else replace(item, urgency=score))
        return found

    def _turn(self) -> None:
        self.say_anew()
        self.moved.emit()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        tell = self._session.translate
        text = _("In {weeks} weeks: {day}").fill(weeks=self.weeks, day=str(self.day))
        self.label.setText(tell(text) if self.weeks else tell(_("Today")))
        name = tell(_("Play urgency forward, week by week ( [ and ] )"))
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(name)
        self.back.setToolTip(tell(_("Back to today")))
        self.back.setAccessibleName(tell(_("Back to today")))
        self.back.setEnabled(bool(self.weeks))
