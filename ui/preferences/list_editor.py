"""Editors of one list: its entries, or the days that are unlike the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.inputs import LineInput
from ui.preferences.list_rows import WORKED, DayRow, EntryRow, Look
from ui.preferences.lists import TITLES, Lists
from ui.tab_order import follow_layout
from ui.theme import Press, Words
from ui.voice import Sayings
from workbench.domain.record import new_id
from workbench.domain.text import one_line
from workbench.messages import Message, Refusal, _
from workbench.rules.choices import BUILT_IN, FIXED, Entry, built_in, named
from workbench.spec.fields import Day

QUADRANTS = {
    "high_high": _("High value - high urgency"),
    "high_low": _("High value - low urgency"),
    "low_high": _("Low value - high urgency"),
    "low_low": _("Low value - low urgency"),
}
HINTS = {
    "holiday": _(
        "The public holidays of mainland China are known. Add days here on which your team or the client "
        "works, or does not work, unlike that calendar: deadlines count them at once."
    ),
    "quadrant_policy": _("What is done with the requirements of each quadrant; it stands in the chart."),
    "anchor_value": _("These sentences stand beside the scores when somebody gives one."),
    "anchor_urgency": _("These sentences stand beside the scores when somebody gives one."),
}
PLAIN = _("An entry that is renamed stays the same entry; one that is hidden stays where it is used.")


class Frame(QWidget):
    """Rows under a sentence, a line to add one, and what went wrong."""

    def __init__(self, name: str, lists: Lists, look: Look) -> None:
        super().__init__()
        self.name, self.lists, self.look = name, lists, look
        self.sayings = Sayings(look.voice, self)
        self.rows: list[EntryRow] | list[DayRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = Words(look.theme, "ui", "ink2", wrap=True)
        self.sayings.say(hint.setText, HINTS.get(name, PLAIN))
        column.addWidget(hint)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(4)
        column.addLayout(self.inside)
        self.trouble = Words(look.theme, "cap", "red_t", wrap=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        column.addLayout(self.foot)
        column.addStretch(1)

    def say_trouble(self, text: Message | None) -> None:
        """Say what is wrong, or that nothing is any more."""
        self.trouble.setVisible(text is not None)
        self.sayings.say(self.trouble.setText, text or Message(""))

    def label(self, does: Message, **values: object) -> Message:
        """The name of a step."""
        return _("{list}: {step}").fill(list=TITLES[self.name], step=does.fill(**values))

    def add_line(self, placeholder: Message, add: Callable[[], object]) -> LineInput:
        """A line to type something new, with its button."""
        box = LineInput()
        box.setMaxLength(300)
        self.sayings.say(box.setPlaceholderText, placeholder)
        self.sayings.say(box.setAccessibleName, placeholder)
        box.entered.connect(add)
        button = Press(self.look.theme, "secondary", "plus")
        self.sayings.say(button.setText, _("Add"))
        button.clicked.connect(lambda _checked: add())
        self.foot.addWidget(box, 1)
        self.foot.addWidget(button)
        return box


class ListEditor(Frame):
    """The entries of a list: add, rename, move, hide, and back to what is built in."""

    def __init__(self, name: str, lists: Lists, look: Look) -> None:
        super().__init__(name, lists, look)
        self.rows: list[EntryRow] = []
        self.fixed = name in FIXED
        self.box = None if self.fixed else self.add_line(_("New entry"), self.add)
        self.whole = Press(look.theme, "ghost", "rotate-ccw")
        self.sayings.say(self.whole.setText, _("Back to the built-in list"))
        self.whole.clicked.connect(lambda _checked: self.go_back())
        self.foot.addWidget(self.whole, alignment=Qt.AlignmentFlag.AlignLeft)
        if self.fixed:
            self.foot.addStretch(1)
        lists.changed.connect(self.refresh)
        look.voice.changed.connect(self.refresh)
        self.refresh()

    @property
    def entries(self) -> list[Entry]:
        """The list of now."""
        return self.lists.entries(self.name)

    def said(self, entry: Entry) -> str:
        """An entry as people read it."""
        return named(entry, self.name, self.look.voice.translate)

    def _is_own(self, key: str) -> bool:
        return key not in BUILT_IN[self.name]

    def refresh(self) -> None:
        """Show the list of now, in the rows there are."""
        entries = self.entries
        while len(self.rows) > len(entries):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(entries):
            self._add_row()
        for at, (row, entry) in enumerate(zip(self.rows, entries, strict=True)):
            row.show_entry(entry, self.said(entry), self._is_own(entry.key), self._caption(entry.key))
            row.show_place(first=at == 0, last=at == len(entries) - 1)
        self.setEnabled(self.lists.writable)
        self.whole.setEnabled(entries != built_in(self.name))

    def _caption(self, key: str) -> Message | None:
        if not self.fixed:
            return None
        return QUADRANTS.get(key) or _("Score {score}").fill(score=key)

    def _add_row(self) -> None:
        row = EntryRow(self.look, fixed=self.fixed)
        row.renamed.connect(self.rename)
        row.moved.connect(self.shift)
        row.hidden.connect(self.toggle_hidden)
        row.reset.connect(lambda key: self.rename(key, ""))
        row.removed.connect(self.remove)
        self.rows.append(row)
        self.inside.addWidget(row)
        follow_layout(self)

    def add(self) -> None:
        """Add what was typed."""
        assert self.box is not None
        text = one_line(self.box.text())
        if text and not self._clashes(text, ""):
            entry = Entry(new_id(), text)
            self.box.clear()
            self.lists.keep(self.name, [*self.entries, entry], self.label(_("add “{name}”"), name=text))

    def rename(self, key: str, text: str) -> None:
        """Call an entry something else; without a text it is called as it is built in, if it is."""
        entries = self.entries
        old = next(entry for entry in entries if entry.key == key)
        own = self._is_own(key)
        if (own and not text) or (text and self._clashes(text, key)):
            return
        plain = not own and text in ("", self.said(Entry(key)))
        new = [entry._replace(text="" if plain else text) if entry.key == key else entry for entry in entries]
        label = self.label(_("rename “{name}”"), name=self.said(old))
        self.say_trouble(None)
        self.lists.keep(self.name, new, label)

    def _clashes(self, text: str, key: str) -> bool:
        taken = {self.said(entry).casefold() for entry in self.entries if entry.key != key}
        found = not self.fixed and text.casefold() in taken
        self.say_trouble(_("“{name}” is in the list already").fill(name=text) if found else None)
        return found

    def shift(self, key: str, step: int) -> None:
        """Put an entry one place up or down; the focus goes with it."""
        entries = self.entries
        at = next(at for at, entry in enumerate(entries) if entry.key == key)
        to = at + step
        if 0 <= to < len(entries):
            entries[at], entries[to] = entries[to], entries[at]
            self.lists.keep(self.name, entries, self.label(_("move “{name}”"), name=self.said(entries[to])))
            row = self.rows[to]
            wanted, other = (row.up, row.down) if step < 0 else (row.down, row.up)
            (wanted if wanted.isEnabled() else other).setFocus()

    def toggle_hidden(self, key: str) -> None:
        """Offer an entry no more, or again."""
        entry = next(entry for entry in self.entries if entry.key == key)
        does = _("show “{name}” again") if entry.hidden else _("hide “{name}”")
        new = [each._replace(hidden=not each.hidden) if each.key == key else each for each in self.entries]
        self.lists.keep(self.name, new, self.label(does, name=self.said(entry)))

    def remove(self, key: str) -> None:
        """Take an own entry away; one that is used is hidden instead."""
        if key in self.lists.used(self.name):
            entry = next(entry for entry in self.entries if entry.key == key)
            if not entry.hidden:
                self.toggle_hidden(key)
            self.say_trouble(_("It is used in this project, so it is hidden and not removed."))
            return
        gone = next(entry for entry in self.entries if entry.key == key)
        rest = [entry for entry in self.entries if entry.key != key]
        self.lists.keep(self.name, rest, self.label(_("remove “{name}”"), name=self.said(gone)))

    def go_back(self) -> None:
        """The built-in entries in their order; own ones that are used stay, hidden."""
        used = self.lists.used(self.name)
        own = [entry for entry in self.entries if self._is_own(entry.key) and entry.key in used]
        new = [*built_in(self.name), *(entry._replace(hidden=True) for entry in own)]
        self.lists.keep(self.name, new, self.label(_("back to the built-in list")))


class DayEditor(Frame):
    """Days on which people work or do not, unlike the calendar says."""

    def __init__(self, name: str, lists: Lists, look: Look) -> None:
        super().__init__(name, lists, look)
        self.rows: list[DayRow] = []
        self.box = self.add_line(_("A date, such as 2026-10-08"), self.add)
        lists.changed.connect(self.refresh)
        self.refresh()

    @property
    def entries(self) -> list[Entry]:
        """The days of now, in their order."""
        return sorted(self.lists.entries(self.name), key=_day_of)

    def refresh(self) -> None:
        """Show the days of now."""
        entries = self.entries
        while len(self.rows) > len(entries):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(entries):
            self._add_row()
        for row, entry in zip(self.rows, entries, strict=True):
            row.show_entry(entry)
        self.setEnabled(self.lists.writable)

    def _add_row(self) -> None:
        row = DayRow(self.look)
        row.renamed.connect(self.rename)
        row.turned.connect(self.turn)
        row.removed.connect(self.remove)
        self.rows.append(row)
        self.inside.addWidget(row)
        follow_layout(self)

    def add(self) -> None:
        """Add the date that was typed, as a day off."""
        day = _date_of(self.box.text())
        if day is None:
            self.say_trouble(_("Type a date, such as 2026-10-08"))
            return
        if day.isoformat() in {_day_of(entry) for entry in self.entries}:
            self.say_trouble(_("“{name}” is in the list already").fill(name=day.isoformat()))
            return
        self.say_trouble(None)
        self.box.clear()
        entries = sorted([*self.entries, Entry(day.isoformat())], key=_day_of)
        self.lists.keep(self.name, entries, self.label(_("add “{name}”"), name=day.isoformat()))

    def rename(self, key: str, text: str) -> None:
        """Call a day something else."""
        new = [each._replace(text=text) if each.key == key else each for each in self.entries]
        self.lists.keep(self.name, new, self.label(_("rename “{name}”"), name=key.removeprefix(WORKED)))

    def turn(self, key: str, worked: bool) -> None:  # noqa: FBT001 - a signal's
        """Make a day one on which people work, or do not."""
        day = key.removeprefix(WORKED)
        wanted = f"{WORKED}{day}" if worked else day
        if wanted != key:
            new = [each._replace(key=wanted) if each.key == key else each for each in self.entries]
            self.lists.keep(self.name, new, self.label(_("change “{name}”"), name=day))

    def remove(self, key: str) -> None:
        """Take a day away."""
        rest = [entry for entry in self.entries if entry.key != key]
        day = key.removeprefix(WORKED)
        self.lists.keep(self.name, rest, self.label(_("remove “{name}”"), name=day))


def _day_of(entry: Entry) -> str:
    return entry.key.removeprefix(WORKED)


def _date_of(text: str) -> date | None:
    try:
        found = Day("day", Message("")).read(text, None)["day"]  # type: ignore[arg-type]  # a date needs no context
    except Refusal:
        return None
    return found if isinstance(found, date) else None
