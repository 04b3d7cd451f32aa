"""What a document is to hold and who reads it, or which picture is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.overview.segments import Segments
from ui.places import PHASES
from ui.theme import ChoiceBox, Theme, Words
from ui.voice import Sayings
from workbench.messages import Message, _

INTERNAL, CLIENT = "internal", "client"
EDITIONS: Final = {INTERNAL: _("Internal edition"), CLIENT: _("Client's edition")}
HINTS: Final = {
    INTERNAL: _("Everything, with what is for us alone."),
    CLIENT: _(
        "Without our own losses, lessons, evidence chain and open points; what mentions another supplier "
        "is not quoted."
    ),
}
CHAPTERS: Final = dict(
    zip(
        ("preparation", "interviews", "requirements", "diagnosis", "plan", "follow_up"),
        (name for name, _short, _icon in PHASES.values()),
        strict=True,
    )
)
BESIDES: Final = {
    "chain": _("Evidence chain"),
    "gaps": _("Open points"),
    "quotations": _("Appendix: client quotations"),
}
OURS: Final = frozenset({"chain", "gaps"})
"""What no client's edition holds."""
NAMES: Final = "names"
_DEEP = 24


class Contents(QWidget):
    """For a document: its edition and its parts, each of which may be left out."""

    def __init__(self, theme: Theme, sayings: Sayings) -> None:
        super().__init__()
        self._sayings = sayings
        self.edition = Segments(theme)
        self._hint = Words(theme, "cap", "ink3", wrap=True)
        self.ticks: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label(theme, column, _("For whom"), self.edition)
        column.addWidget(self._hint)
        self._label(theme, column, _("Contents"))
        for key, name in {**CHAPTERS, **BESIDES}.items():
            self._tick(theme, column, key, name)
        self._tick(theme, column, NAMES, _("With the names of those who are quoted"), deep=_DEEP)
        column.addStretch(1)
        self.show_editions()
        self.edition.chosen.connect(self._show_edition)
        self.ticks["quotations"].toggled.connect(lambda _on: self._enable())
        self._show_edition(INTERNAL)

    def _label(self, theme: Theme, column: QVBoxLayout, name: Message, widget: QWidget | None = None) -> None:
        label = Words(theme, "cap", "ink2")
        self._sayings.say(label.setText, name)
        if column.count():
            column.addSpacing(6)
        column.addWidget(label)
        if widget is not None:
            self._sayings.say(widget.setAccessibleName, name)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def _tick(self, theme: Theme, column: QVBoxLayout, key: str, name: Message, deep: int = 0) -> None:
        tick = self.ticks[key] = QCheckBox()
        tick.setChecked(True)
        if deep:
            tick.setStyleSheet(f"margin-left: {theme.px(deep)}px")
        self._sayings.say(tick.setText, name)
        column.addWidget(tick)

    def show_editions(self) -> None:
        """Name the editions in the language of now."""
        tell = self._sayings.tell
        choices = [(key, tell(name), "") for key, name in EDITIONS.items()]
        self.edition.show_choices(choices, self.edition.key or INTERNAL)

    def _show_edition(self, edition: str) -> None:
        self._sayings.say(self._hint.setText, HINTS[edition], key="hint")
        self.ticks[NAMES].setChecked(edition == INTERNAL)
        self._enable()

    def _enable(self) -> None:
        for key in OURS:
            self.ticks[key].setVisible(self.edition.key == INTERNAL)
        self.ticks[NAMES].setEnabled(self.ticks["quotations"].isChecked())

    def left_out(self) -> frozenset[str]:
        """What shall not be in it."""
        return frozenset(key for key, tick in self.ticks.items() if not tick.isChecked())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left that could be printed."""
        return not any(tick.isChecked() for key, tick in self.ticks.items() if self._counts(key))

    def _counts(self, key: str) -> bool:
        return key != NAMES and not (key in OURS and self.edition.key == CLIENT)


def picture_box(theme: Theme, sayings: Sayings, pictures: Iterable[tuple[str, Message]]) -> ChoiceBox:
    """A list of the pictures there are, each with the name it is exported under."""
    box = ChoiceBox(theme)
    for number, (part, title) in enumerate(pictures):
        box.addItem("", part)
        sayings.say(partial(box.setItemText, number), title)
    return box
