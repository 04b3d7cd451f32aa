"""Two have changed the same record: a person chooses which version of each field shall stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.dialogs.option import Option
from ui.dialogs.sheet import Sheet
from ui.history.told import when
from ui.theme import Press, Theme, Words
from ui.voice import Voice
from workbench.domain import fields_of
from workbench.domain.codec import plain
from workbench.domain.record import COMMON
from workbench.messages import Message, _

if TYPE_CHECKING:
    from workbench.domain import Record
    from workbench.storage.past import Past
    from workbench.workspace import Conflict

WIDE, HIGH = 760, 420


@dataclass(frozen=True)
class Naming:
    """How fields are called and their values read, which the form of the record knows."""

    label: Callable[[str], Message] = Message
    text: Callable[[Record, str], str] = lambda item, name: str(plain(getattr(item, name)) or "")
    key: Callable[[str], str] = str
    """The field that shows another: those of one key are asked as one."""


class ConflictDialog(Sheet):
    """Both versions where both have changed a field.

    ``chosen`` brings the record as it shall be, None for gone; ``both`` tells that each shall be a record.
    What only one of the two has changed is taken over without a question.
    """

    chosen = Signal(object)
    both = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, voice: Voice, conflict: Conflict, naming: Naming
    ) -> None:
        super().__init__(window, theme, voice, _("This was changed elsewhere too"))
        self._mine = conflict.mine.after
        self._theirs = conflict.theirs
        self._naming = naming
        self.choices: dict[str, QButtonGroup] = {}
        self.add_words(conflict.message)
        if self._mine is not None and self._theirs is not None:
            self._merged, asked = merged(conflict.mine.before, self._mine, self._theirs)
            self._together = self._grouped(asked, differing(self._mine, self._theirs))
            self._ask_fields(list(self._together), self._theirs)
            self._foot.insertWidget(0, self._both_button())
            self.add_button(_("All mine"), lambda: self._take_all(0))
            self.add_button(_("All theirs"), lambda: self._take_all(1))
            self.add_button(_("Keep this"), self._merge, look="primary", default=True)
        else:
            self._ask_presence()

    def _both_button(self) -> Press:
        """Away from the others: it settles nothing field by field."""
        button = Press(self.theme, "ghost", "copy")
        self.sayings.say(button.setText, _("Keep both"))
        self.sayings.say(button.setToolTip, _("Theirs stays, mine becomes another item"))
        button.clicked.connect(lambda _checked: self._keep_both())
        return button

    def reject(self) -> None:
        """Do nothing: one of the buttons must be pressed, as both versions cannot stand."""

    def _grouped(self, asked: list[str], known: list[str]) -> dict[str, list[str]]:
        """What is asked, with all the fields that go one way with it."""
        keys = dict.fromkeys(map(self._naming.key, asked))
        return {key: [name for name in known if self._naming.key(name) == key] for key in keys}

    def _ask_fields(self, asked: list[str], theirs: Record) -> None:
        others = len(differing(self._merged, theirs)) - sum(map(len, self._together.values()))
        text = _("Choose what shall stand, field by field. Nothing else of yours is touched.")
        if others > 0:
            text = _("Choose what shall stand, field by field. {count} other changes are kept as they are.")
        self.add_words(text.fill(count=others))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, self.theme.px(120))
        for number, share in enumerate((1, 2, 2)):
            grid.setColumnStretch(number, share)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        column.addLayout(grid)
        column.addStretch(1)
        self._sides = {1: Words(self.theme, "uib"), 2: Words(self.theme, "uib")}
        for number, title in ((1, _("Mine")), (2, _("Theirs"))):
            self.sayings.say(self._sides[number].setText, title)
            grid.addWidget(self._sides[number], 0, number)
        for row, name in enumerate(asked, 1):
            self._add_field(grid, row, name)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        high = grid.heightForWidth(self.theme.px(WIDE) - 24) if grid.hasHeightForWidth() else HIGH
        self.add_area(area, WIDE, min(HIGH, round(high * 100 / self.theme.scale) + 16))

    def _add_field(self, grid: QGridLayout, row: int, name: str) -> None:
        label = Words(self.theme, "ui", "ink2", wrap=True)
        self.sayings.say(label.setText, self._naming.label(name))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        for number, item in enumerate((self._mine, self._theirs)):
            assert item is not None
            option = Option(self.theme, self._naming.text(item, name), label.text())
            group.addButton(option.button, number)
            grid.addWidget(option, row, number + 1)
        group.button(0).setChecked(True)
        self.choices[name] = group

    def name_them(self, past: Past | None) -> None:
        """Say who made the other version, and when."""
        if past is None or not isValid(self):
            return
        at = when(past.at, self.voice.translate)
        if self.choices:
            text = _("Theirs · {name} {time}").fill(name=past.who, time=at)
            self.sayings.say(self._sides[2].setText, text)
        elif self._theirs is None:
            self.add_words(_("Deleted by {name}, {time}").fill(name=past.who, time=at), "cap", "ink3")

    def name_nobody(self, _error: Exception) -> None:
        """The history does not say who it was: nothing more is said."""

    def _keep_both(self) -> None:
        self.accept()
        self.both.emit()

    def _take_all(self, side: int) -> None:
        for group in self.choices.values():
            group.button(side).setChecked(True)

    def _merge(self) -> None:
        taken: dict[str, Any] = {}
        for key, group in self.choices.items():
            side = self._theirs if group.checkedId() == 1 else self._mine
            taken |= {name: getattr(side, name) for name in self._together[key]}
        self._answer(replace(self._merged, **taken))

    def _ask_presence(self) -> None:
        kept = self._mine or self._theirs
        gone = (
            _("They have deleted it; you have changed it.")
            if self._mine
            else _("You have deleted it; they have changed it.")
        )
        self.add_words(gone)
        self.add_button(_("Delete it"), lambda: self._answer(None))
        self.add_button(_("Keep it"), lambda: self._answer(kept), look="primary", default=True)

    def _answer(self, chosen: Record | None) -> None:
        self.accept()
        self.chosen.emit(chosen)


def differing(mine: Record, theirs: Record) -> list[str]:
    """The fields in which two versions of a record differ."""
    return [
        name
        for name in fields_of(type(mine))
        if (name not in COMMON or name == "position") and getattr(mine, name) != getattr(theirs, name)
    ]


def merged(before: Record | None, mine: Record, theirs: Record) -> tuple[Record, list[str]]:
    """My version with what only they have changed, and the fields that both have changed differently."""
    if before is None:
        return mine, differing(mine, theirs)
    taken, asked = {}, []
    for name in differing(mine, theirs):
        old, value = getattr(before, name), getattr(theirs, name)
        if getattr(mine, name) == old:
            taken[name] = value
        elif value != old:
            asked.append(name)
    return replace(mine, **taken), asked


def settled(conflict: Conflict) -> Record | None:
    """The record as it shall be where the two have changed different fields; None if somebody must choose."""
    mine, theirs = conflict.mine.after, conflict.theirs
    if mine is None or theirs is None or conflict.mine.before is None:
        return None
    found, asked = merged(conflict.mine.before, mine, theirs)
    return None if asked else found
