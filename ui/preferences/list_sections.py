"""The sections in which lists and thresholds are edited, for new projects or for one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker

from ui.preferences.general import Fields
from ui.preferences.list_editor import DayEditor, ListEditor
from ui.preferences.list_rows import Look
from ui.preferences.lists import THRESHOLDS, TITLES, Lists
from ui.preferences.sections import Sections
from ui.theme import ChoiceBox, Words
from workbench.messages import _

SCORES = range(2, 6)


class ThresholdEditor(Fields):
    """From which score on a value or an urgency is high."""

    def __init__(self, lists: Lists, look: Look) -> None:
        super().__init__(look)
        self.lists = lists
        self.boxes: dict[str, ChoiceBox] = {}
        hint = Words(look.theme, "ui", "ink2", wrap=True)
        self.sayings.say(
            hint.setText, _("Scores from here on count as high: they place requirements in the quadrant.")
        )
        self.column.addWidget(hint)
        self.column.addSpacing(8)
        scores = [(score, _("{score} or more").fill(score=score)) for score in SCORES]
        for axis, title in THRESHOLDS.items():
            box = self.boxes[axis] = self.box(scores, lists.threshold(axis))
            box.activated.connect(partial(self._keep, axis))
            self.add(title, box)
        self.column.addStretch(1)
        lists.changed.connect(self.refresh)

    def _keep(self, axis: str, at: int) -> None:
        self.lists.keep_threshold(axis, SCORES[at])

    def refresh(self) -> None:
        """Show the thresholds of now."""
        for axis, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(SCORES.index(self.lists.threshold(axis)))
        self.setEnabled(self.lists.writable)


def add_lists(sections: Sections, lists: Lists, look: Look) -> None:
    """Add a section a list, and one for the thresholds."""
    for name, title in TITLES.items():
        editor = DayEditor if name == "holiday" else ListEditor
        sections.add(name, title, partial(editor, name, lists, look))
    sections.add("thresholds", _("Thresholds"), partial(ThresholdEditor, lists, look))
