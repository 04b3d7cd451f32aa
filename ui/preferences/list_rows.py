"""One entry of an editable list: its text, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.inputs import LineInput
from ui.theme import ChoiceBox, Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.domain.text import one_line
from workbench.messages import Message, _
from workbench.rules.choices import Entry

WORKED = "+"
"""Before the date of a day on which people work although it is a weekend or a holiday."""
SHORT, LONG = 56, 190
"""How wide captions are: of a score, and of a quadrant."""
DAYS = {False: _("Day off"), True: _("Working day")}


@dataclass(frozen=True)
class Look:
    """What a row is drawn and said with."""

    theme: Theme
    voice: Voice


class IconPress(Press):
    """A button that is an icon, with a name for those who cannot see it."""

    def __init__(self, look: Look, icon: str, call: Callable[[], object]) -> None:
        super().__init__(look.theme, "ghost", icon)
        self._with = look
        self._sayings = Sayings(look.voice, self)
        self.clicked.connect(lambda _checked: call())

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._with.theme.px(32), self._with.theme.px(30))

    def show_name(self, does: Message, entry: Message | str) -> None:
        """Say what it does to which entry."""
        self._sayings.say(self.setToolTip, does)
        self._sayings.say(self.setAccessibleName, _("{does}: {name}").fill(does=does, name=entry))


class CalmBox(ChoiceBox):
    """A choice that the wheel does not turn: it scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()


class EntryRow(QWidget):
    """The text of an entry and its buttons. The signals carry the entry's key."""

    renamed = Signal(str, str)
    moved = Signal(str, int)
    hidden = Signal(str)
    reset = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, *, fixed: bool) -> None:
        super().__init__()
        self.entry = Entry("")
        self._said = ""
        self._fixed = fixed
        self._sayings = Sayings(look.voice, self)
        self.caption = Words(look.theme, "uib", "ink2")
        self.caption.setVisible(False)
        self._theme = look.theme
        self.box = LineInput()
        self.box.setMaxLength(300)
        self.tag = Words(look.theme, "cap", "ink3")
        self._sayings.say(self.tag.setText, _("Hidden"))
        self.up = IconPress(look, "arrow-up", lambda: self.moved.emit(self.entry.key, -1))
        self.down = IconPress(look, "arrow-down", lambda: self.moved.emit(self.entry.key, 1))
        self.hide_it = IconPress(look, "eye", lambda: self.hidden.emit(self.entry.key))
        self.back = IconPress(look, "rotate-ccw", lambda: self.reset.emit(self.entry.key))
        self.remove = IconPress(look, "trash-2", lambda: self.removed.emit(self.entry.key))
        self._lay_out()
        self.box.entered.connect(self._rename)
        self.box.left.connect(self._rename)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.caption)
        row.addWidget(self.box, 1)
        row.addWidget(self.tag)
        for button in (self.up, self.down, self.hide_it, self.back, self.remove):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(not self._fixed)
            button.setSizePolicy(policy)
            row.addWidget(button)
        policy = self.tag.sizePolicy()
        policy.setRetainSizeWhenHidden(not self._fixed)
        self.tag.setSizePolicy(policy)

    def show_entry(self, entry: Entry, said: str, own: bool, caption: Message | None) -> None:  # noqa: FBT001 - as it is
        """Show what the entry is now."""
        self.entry, self._said = entry, said
        self.box.show_text(said)
        self.caption.setVisible(caption is not None)
        if caption:
            self._sayings.say(self.caption.setText, caption)
            self.caption.setMinimumWidth(self._theme.px(SHORT if entry.key.isdigit() else LONG))
            self._sayings.say(self.box.setAccessibleName, caption)
        else:
            self._sayings.say(self.box.setAccessibleName, _("Entry: {name}").fill(name=said))
        self.tag.setVisible(entry.hidden)
        self.hide_it.show_icon("eye-off" if entry.hidden else "eye")
        self._name_buttons(caption or Message(said))
        for button in (self.up, self.down, self.hide_it):
            button.setVisible(not self._fixed)
        self._share_last_place(own=own)
        self.back.setVisible(bool(entry.text) and not own)
        self.remove.setVisible(own)

    def _name_buttons(self, name: Message) -> None:
        self.up.show_name(_("Move up"), name)
        self.down.show_name(_("Move down"), name)
        self.hide_it.show_name(_("Show again") if self.entry.hidden else _("Hide"), name)
        self.back.show_name(_("Back to the built-in text"), name)
        self.remove.show_name(_("Remove"), name)

    def _share_last_place(self, *, own: bool) -> None:
        """An entry goes back to its built-in text or is removed, so one place is enough for both buttons."""
        for button, kept in ((self.back, not own), (self.remove, own and not self._fixed)):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(kept)
            button.setSizePolicy(policy)

    def show_place(self, *, first: bool, last: bool) -> None:
        """Offer only the ways there are."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _rename(self) -> None:
        text = one_line(self.box.text())
        if text != self._said:
            self.renamed.emit(self.entry.key, text)
            self.box.show_text(self._said)


class DayRow(QWidget):
    """A day on which people work or do not, unlike the calendar says."""

    renamed = Signal(str, str)
    turned = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.entry = Entry("")
        self._look = look
        self._sayings = Sayings(look.voice, self)
        self.day = Words(look.theme, "uib", "ink1")
        self.kind = CalmBox(look.theme)
        self.box = LineInput()
        self.box.setMaxLength(300)
        self.remove = IconPress(look, "trash-2", lambda: self.removed.emit(self.entry.key))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.day, self.kind, self.box, self.remove):
            row.addWidget(widget, 1 if widget is self.box else 0)
        for worked in DAYS:
            self.kind.addItem("", worked)
        look.voice.changed.connect(self._say)
        self._say()
        self.kind.activated.connect(lambda _at: self.turned.emit(self.entry.key, self.kind.currentData()))
        self.box.entered.connect(self._rename)
        self.box.left.connect(self._rename)

    def _say(self) -> None:
        for at, text in enumerate(DAYS.values()):
            self.kind.setItemText(at, self._look.voice.translate(text))
        self.box.setPlaceholderText(self._look.voice.translate(_("What the day is called")))

    def show_entry(self, entry: Entry) -> None:
        """Show what the entry is now."""
        self.entry = entry
        day = entry.key.removeprefix(WORKED)
        self.day.setText(day)
        self.kind.setCurrentIndex(int(entry.key.startswith(WORKED)))
        self.box.show_text(entry.text)
        self._sayings.say(self.kind.setAccessibleName, _("Kind of day: {name}").fill(name=day))
        self._sayings.say(self.box.setAccessibleName, _("Name of the day: {name}").fill(name=day))
        self.remove.show_name(_("Remove"), day)

    def _rename(self) -> None:
        text = one_line(self.box.text())
        if text != self.entry.text:
            self.renamed.emit(self.entry.key, text)
