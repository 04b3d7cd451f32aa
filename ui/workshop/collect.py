"""The second part: one line after another, with who has said it, on a list that stands still."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.flow import Flow
from ui.theme import ElidedWords, Words
from ui.voice import literal
from ui.workshop.big import BigLine, WallPress, column, emptied, words
from ui.workshop.meeting import Meeting
from ui.workshop.part import PartView
from workbench.messages import Message, _

KEYS, LONGEST, WIDE = 9, 20, 220
"""So many people have a key; longer names are cut; the width for who said a line."""


class Collect(PartView):
    """Quick collecting."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.who = ""
        self._rows: list[tuple[str, QWidget, Words, Words]] = []
        self.people = QWidget()
        self._seats = Flow(self.people, 8)
        self._names: list[str] | None = None
        self._buttons: list[WallPress] = []
        self.list = QWidget()
        self._lines = column(self.list, gap=4)
        self.empty = words(self.session, "h1", "ink3", wrap=True)
        self._lines.addWidget(self.empty)
        self._lines.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.list)
        self.area.verticalScrollBar().valueChanged.connect(self._count)
        self.area.verticalScrollBar().rangeChanged.connect(self._count)
        self.count = words(self.session, "read", "ink2")
        self.line = BigLine(self.theme)
        self.line.entered.connect(self._add)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = column(self)
        inside.setContentsMargins(40, 20, 40, 20)
        inside.addWidget(self.people)
        inside.addSpacing(4)
        inside.addWidget(self.area, 1)
        inside.addWidget(self.count)
        inside.addWidget(self.line)

    def entrance(self) -> QWidget:
        """The line."""
        return self.line

    def hint(self) -> Message:
        """The keys of this part."""
        return _(
            "Enter: add · Alt+1…9: who said it · PgUp, PgDn: the list · Ctrl+L: park · Ctrl+I: count each"
        )

    def alt_digit(self, digit: int) -> bool:
        """Who says what comes next; the same key again: nobody in particular."""
        people = self.meeting.voters
        if not 1 <= digit <= len(people):
            return False
        name = people[digit - 1]
        self.who = "" if self.who == name else name
        self.refresh()
        self.moved.emit()
        return True

    def refresh(self) -> None:
        """Show the records of now; what is on view stays where it is."""
        self._show_people()
        self._show_rows()
        self.line.setPlaceholderText(self.tell(_("What is needed? Enter adds it")))
        self.line.setAccessibleName(self.tell(_("New requirement")))
        self._count()

    def _show_people(self) -> None:
        names = self.meeting.voters
        if names != self._names:
            self._names = names
            emptied(self._seats)
            self._buttons = []
            for number in range(len(names)):
                button = WallPress(self.theme)
                button.setCheckable(True)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.clicked.connect(partial(self._press, number + 1))
                self._seats.addWidget(button)
                self._buttons.append(button)
            self.people.setVisible(bool(names))
        for number, (name, button) in enumerate(zip(names, self._buttons, strict=True)):
            chosen = name == self.who
            called = self.meeting.called(name)
            short = called if len(called) <= LONGEST else f"{called[:LONGEST]}…"
            key = f"{number + 1}  " if number < KEYS else ""
            button.setText(f"{'● ' if chosen else ''}{key}{short}".replace("&", "&&"))
            button.setToolTip(literal(called) if short != called else "")
            button.setChecked(chosen)

    def _press(self, digit: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.alt_digit(digit)

    def _show_rows(self) -> None:
        items = self.meeting.collected()
        self.empty.setText(self.tell(_("One line each: what is needed, not how it is to be done")))
        self.empty.setVisible(not items)
        if [each.id for each in items[: len(self._rows)]] != [row[0] for row in self._rows]:
            for _identity, row, _text, _who in self._rows:
                self._lines.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = []
        for item in items[len(self._rows) :]:
            self._add_row(item.id)
        for item, (_identity, _row, text, who) in zip(items, self._rows, strict=True):
            text.setText(f"{item.code}   {' '.join(item.description.split())}")
            who.setText(self.meeting.called(item.raised_by) if item.raised_by else "")

    def _add_row(self, identity: str) -> None:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 2, 0, 2)
        text, who = words(self.session, wrap=True), ElidedWords(self.theme, "ws", "ink3")
        who.setMaximumWidth(self.theme.px(WIDE))
        who.setAlignment(Qt.AlignmentFlag.AlignRight)
        inside.addWidget(text, 1)
        inside.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.insertWidget(len(self._rows) + 1, row)
        self._rows.append((identity, row, text, who))

    def _count(self, *_range: int) -> None:
        bar = self.area.verticalScrollBar()
        below = sum(row.y() > bar.value() + self.area.viewport().height() for _i, row, _t, _w in self._rows)
        text = _("{count} collected").fill(count=len(self._rows))
        if bar.maximum() > bar.value() and below:
            text = _("{count} collected · {below} further down (PgDn)").fill(
                count=len(self._rows), below=below
            )
        self.count.setText(self.tell(text))

    def _add(self) -> None:
        text = " ".join(self.line.text().split())
        if text:
            self.line.show_text("")
            self.meeting.collect(text, self.who)
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf through the list; it never moves by itself."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        bar = self.area.verticalScrollBar()
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar.setValue(bar.value() + step * bar.pageStep())
        else:
            event.ignore()

    def place(self) -> dict[str, Any]:
        """Who is speaking, and what is half typed."""
        return {"who": self.who, "typed": self.line.text()}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place."""
        who, typed = place.get("who"), place.get("typed")
        self.who = who if isinstance(who, str) and who in self.meeting.voters else ""
        if isinstance(typed, str) and typed and not self.line.text():
            self.line.show_text(typed)
