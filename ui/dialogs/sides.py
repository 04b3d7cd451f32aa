"""What a file and the project say differently, each with a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QScrollArea, QWidget

from ui.dialogs.option import Option
from ui.theme import Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import _

if TYPE_CHECKING:
    from workbench.spec.review import Conflict

HIGH = 260


class Sides(QScrollArea):
    """One line a conflict: what stands here, and what the file wants. What stands here is chosen at first."""

    def __init__(self, conflicts: Sequence[Conflict], theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._conflicts, self._theme = conflicts, theme
        self._sayings = Sayings(voice, self)
        self.groups: list[QButtonGroup] = []
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnMinimumWidth(0, theme.px(120))
        for column, title in ((1, _("Here")), (2, _("In the file"))):
            self._grid.setColumnStretch(column, 2)
            words = Words(theme, "uib")
            self._sayings.say(words.setText, title)
            self._grid.addWidget(words, 1, column)
        self._say_why()
        for row, conflict in enumerate(conflicts, 2):
            self._add(row, conflict)
        self._grid.setColumnStretch(0, 1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setMinimumHeight(min(theme.px(HIGH), inside.sizeHint().height() + 8))
        self._sayings.say(self.setAccessibleName, _("Changed here and in the file"))

    def _say_why(self) -> None:
        words = Words(self._theme, "uib", "amber_t")
        self._sayings.say(words.setText, _("Changed here and in the file"))
        self._grid.addWidget(words, 0, 0, 1, 3)

    def _add(self, row: int, conflict: Conflict) -> None:
        label = Words(self._theme, "ui", "ink2", wrap=True)
        self._sayings.say(label.setText, _("{one}, {other}").fill(one=conflict.name, other=conflict.label))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        for number, text in enumerate((conflict.mine, conflict.theirs)):
            option = Option(self._theme, text, label.text())
            group.addButton(option.button, number)
            self._grid.addWidget(option, row, number + 1)
        group.button(0).setChecked(True)
        self.groups.append(group)

    @property
    def taken(self) -> list[Conflict]:
        """The conflicts in which the file's side was chosen."""
        pairs = zip(self._conflicts, self.groups, strict=True)
        return [conflict for conflict, group in pairs if group.checkedId() == 1]
