"""What is known before a call: its title, who takes part, how and when it is held, and what for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.inputs import LineInput
from ui.interview.call import Call
from ui.interview.kinds import MODES
from ui.theme import ChoiceBox, Words
from workbench.domain import Interview, Mode
from workbench.messages import Message, _
from workbench.rules.planned import read_planned

OTHER = Qt.FocusReason.OtherFocusReason
NAMES = {
    "title": _("Title"),
    "participants": _("Participants"),
    "mode": _("Interview mode"),
    "planned_at": _("Planned for"),
    "purpose": _("Purpose"),
}
PLACES = {"title": (0, 0, 1), "participants": (0, 2, 1), "mode": (1, 0, 1), "planned_at": (1, 2, 1)}
HELP = _("Enter or Esc: back to the line. Separate people by a comma; they speak by Ctrl+Shift+1…9.")
UNREAD = _("A time such as 2026-03-31 14:00, 3-31 14:00 or 14:00")


class Facts(QWidget):
    """A strip below the heading; every key is stored. ``done`` tells that one wants back to the line."""

    done = Signal()

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call, self._session = call, call.session
        theme = call.session.theme
        self.words = {name: Words(theme, "cap", "ink2") for name in NAMES}
        self.boxes = {name: LineInput() for name in NAMES if name != "mode"}
        self.mode = ChoiceBox(theme)
        self.help = Words(theme, "cap", "ink3", wrap=True)
        self._lay_out()
        for name, box in self.boxes.items():
            box.edited.connect(partial(self._store_text, name))
            box.entered.connect(self.done)
            box.left.connect(self._leave)
        self.mode.activated.connect(self._store_mode)
        self.hide()
        self.say_anew()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 8, 20, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for name in NAMES:  # in the order of Tab
            widget = self.boxes.get(name, self.mode)
            row, column, wide = PLACES.get(name, (2, 0, 3))
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            widget.setMinimumWidth(self._session.theme.px(80))
            grid.addWidget(self.words[name], row, column)
            grid.addWidget(widget, row, column + 1, 1, wide)
        grid.addWidget(self.help, 3, 0, 1, 4)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)

    def load(self) -> None:
        """Show what is known now; a field that one types in keeps its words."""
        interview = self._call.interview
        if interview is None or self.isHidden():
            return
        for name, box in self.boxes.items():
            if name != "planned_at" or not box.hasFocus():
                box.show_text(self._text(interview, name))
        with QSignalBlocker(self.mode):
            self.mode.setCurrentIndex(self.mode.findData(str(interview.mode)))

    @staticmethod
    def _text(interview: Interview, name: str) -> str:
        value = getattr(interview, name)
        if name != "planned_at":
            return " ".join(str(value).split())
        return value.astimezone().strftime("%Y-%m-%d %H:%M") if value else ""

    def open_up(self) -> None:
        """Show the strip, and begin with the title."""
        self.show()
        self.load()
        self._show_help(wrong=False)
        self.boxes["title"].setFocus(OTHER)
        self.boxes["title"].selectAll()

    def close_up(self) -> None:
        """Hide the strip; what was typed is stored already."""
        self.hide()

    def _store_text(self, name: str, text: str) -> None:
        if name != "planned_at":
            self._store(name, text.strip())
            return
        at = read_planned(text, self._call.now().astimezone())
        self._show_help(wrong=at is None and bool(text.strip()))
        if at is not None or not text.strip():
            self._store(name, at)

    def _store_mode(self, place: int) -> None:
        self._store("mode", Mode(self.mode.itemData(place)))
        self._session.workspace.end_visit()

    def _store(self, name: str, value: Any) -> None:
        interview = self._call.interview
        if interview is None or getattr(interview, name) == value:
            return
        label = _("{code}: {field}").fill(code=interview.code, field=NAMES[name])
        visit = ("facts", interview.id, name)
        self._session.workspace.put(replace(interview, **{name: value}), label=label, visit=visit, by=self)

    def _leave(self) -> None:
        self._session.workspace.end_visit()
        self.load()
        self._show_help(wrong=False)

    def _show_help(self, *, wrong: bool) -> None:
        said: Message = UNREAD if wrong else HELP
        self.help.show_tone("amber_t" if wrong else "ink3")
        self.help.setText(self._session.translate(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter lead back; nothing is undone by them."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def say_anew(self) -> None:
        """Say everything in the language and size of now."""
        translate, theme = self._session.translate, self._session.theme
        for name, words in self.words.items():
            words.setText(translate(NAMES[name]))
            widget = self.boxes.get(name, self.mode)
            widget.setAccessibleName(translate(NAMES[name]))
            widget.setFont(theme.font("ui"))
        self.boxes["planned_at"].setPlaceholderText("2026-03-31 14:00")
        begin = _("What this call is about; Enter goes to the notes")
        self.boxes["title"].setPlaceholderText(translate(begin))
        self.boxes["purpose"].setPlaceholderText(translate(_("What we want to know at the end")))
        with QSignalBlocker(self.mode):
            self.mode.clear()
            for mode, look in MODES.items():
                self.mode.addItem(translate(look.word), str(mode))
        self._show_help(wrong=False)
        self.load()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._session.theme.colour("sunken"))
        painter.setPen(self._session.theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
