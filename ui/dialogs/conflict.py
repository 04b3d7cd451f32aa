"""Two have changed the same record: a person chooses which version of each field shall stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme import Theme, Words
from ui.voice import Voice, literal
from workbench.domain import fields_of
from workbench.domain.codec import plain
from workbench.domain.record import COMMON
from workbench.messages import Message, _

if TYPE_CHECKING:
    from workbench.domain import Record
    from workbench.workspace import Conflict

SHORT = 160


@dataclass(frozen=True)
class Naming:
    """How fields are called and their values read, which the form of the record knows."""

    label: Callable[[str], Message] = Message
    text: Callable[[Record, str], str] = lambda item, name: str(plain(getattr(item, name)) or "")


class ConflictDialog(Sheet):
    """Both versions where they differ. ``chosen`` brings the record as it shall be, None for gone."""

    chosen = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, voice: Voice, conflict: Conflict, naming: Naming
    ) -> None:
        super().__init__(window, theme, voice, _("This was changed elsewhere too"))
        self._mine = conflict.mine.after
        self._theirs = conflict.theirs
        self._naming = naming
        self.choices: dict[str, QButtonGroup] = {}
        self.add_words(conflict.message)
        self.setMinimumWidth(theme.px(680))
        if self._mine is not None and self._theirs is not None:
            self._ask_fields(self._mine, self._theirs)
            self.add_button(_("Keep this"), self._merge, look="primary", default=True)
        else:
            self._ask_presence()

    def reject(self) -> None:
        """Do nothing: one of the buttons must be pressed, as both versions cannot stand."""

    def _ask_fields(self, mine: Record, theirs: Record) -> None:
        self.add_words(_("Choose what shall stand, field by field. Nothing else of yours is touched."))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(16)
        for column, title in ((1, _("Mine")), (2, _("Theirs"))):
            words = Words(self.theme, "uib")
            self.sayings.say(words.setText, title)
            grid.addWidget(words, 0, column)
        for row, name in enumerate(differing(mine, theirs), 1):
            self._add_field(grid, row, name)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(min(self.theme.px(360), inside.sizeHint().height() + 8))
        self.body.addWidget(area, 1)

    def _add_field(self, grid: QGridLayout, row: int, name: str) -> None:
        label = Words(self.theme, "ui", "ink2", wrap=True)
        self.sayings.say(label.setText, self._naming.label(name))
        grid.addWidget(label, row, 0)
        group = QButtonGroup(self)
        for number, item in enumerate((self._mine, self._theirs)):
            assert item is not None
            text = self._naming.text(item, name)
            button = QRadioButton(_literal_label(text))
            button.setAccessibleName(f"{label.text()}: {text}")
            button.setToolTip(literal(text))
            group.addButton(button, number)
            grid.addWidget(button, row, number + 1)
        group.button(0).setChecked(True)
        self.choices[name] = group

    def _merge(self) -> None:
        assert self._mine is not None
        assert self._theirs is not None
        taken: dict[str, Any] = {
            name: getattr(self._theirs, name)
            for name, group in self.choices.items()
            if group.checkedId() == 1
        }
        self._answer(replace(self._mine, **taken))

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


def _literal_label(text: str) -> str:
    one_line = " ".join(text.split()) or "—"
    return one_line[:SHORT].replace("&", "&&")
