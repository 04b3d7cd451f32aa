"""The line below a table: type a row, Enter adds it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.edits import Edits
from ui.inputs import LineInput
from ui.session import Session
from ui.theme import ElidedWords, Words
from workbench.domain.text import one_line
from workbench.spec import Day, Decimal, Rating

SCORES = re.compile(r"(?<![\d/／.])\s*(?P<first>[1-5１-５])\s*[/／]\s*(?P<second>[1-5１-５])\s*$")
NUMBER = re.compile(r"(?P<number>-?\d[\d,]*(?:\.\d+)?)(?=\s|$)")

PAUSE = 250
"""Milliseconds without a key before a line is compared with what is there."""


def values_of(text: str, edits: Edits) -> dict[str, Any]:
    """Field values for a typed line; two scores at its end (``5/4``) fill a form's first two scores."""
    ratings: list[Rating] = edits.ratings
    found = SCORES.search(text) if len(ratings) > 1 else None
    values: dict[str, Any] = {}
    if found and text[: found.start()].strip():
        for rating, digit in zip(ratings, found.groups(), strict=False):
            values[rating.name] = int(unicodedata.normalize("NFKC", digit))
        text = text[: found.start()]
    values[edits.main_field.name] = one_line(text)
    return values


def measured(values: dict[str, Any], edits: Edits) -> dict[str, Any]:
    """The same values, with a number at the beginning of the line as the form's own, and today for its day.

    Only where a row need not have words.
    """
    name, numbers = edits.main_field.name, [f for f in edits.form.fields if isinstance(f, Decimal)]
    found = NUMBER.match(unicodedata.normalize("NFKC", values[name]))
    if edits.main_field.required or not numbers or found is None:
        return values
    days = [f for f in edits.form.fields if isinstance(f, Day)][:1]
    today = dict.fromkeys((day.name for day in days), date.today())  # noqa: DTZ011 - the user's day
    value = float(found["number"].replace(",", ""))
    return {**values, **today, numbers[0].name: value, name: values[name][found.end() :].lstrip()}


class QuickAdd(QWidget):
    """A line that adds rows. What is half typed stays until Enter: nothing else ever clears it.

    ``wanted`` gives the new row's values, ``many_pasted`` several lines, ``escaped`` goes back to the table.
    """

    wanted = Signal(dict)
    many_pasted = Signal(str)
    escaped = Signal()

    def __init__(self, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._session = edits, session
        self.place: Callable[[], dict[str, Any]] = dict
        """Where a new row goes, as values of its fields."""
        self.box = LineInput()
        self.box.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0; }")
        self.box.takes_many = True
        self.near: Callable[[str], str] = lambda _text: ""
        """What a text is possibly the same as, in words; nothing where it is new."""
        self.hint = ElidedWords(session.theme, "cap", "amber_t")
        self.hint.hide()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._icon = QLabel()
        self._key = Words(session.theme, "cap", "ink2")
        self._key.setText("N")
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key.setFixedSize(22, 20)
        self._lay_out()
        self.setFocusProxy(self.box)
        self.box.installEventFilter(self)
        self._wire()
        session.theme.changed.connect(self._dress)
        self._dress()

    def _wire(self) -> None:
        self._soon.timeout.connect(self._look)
        self.box.entered.connect(self._add)
        self.box.textChanged.connect(lambda _text: self._soon.start())
        self.box.many_pasted.connect(self.many_pasted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.box, 1)
        row.addWidget(self.hint)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, placeholder: str) -> None:
        """Say what can be typed here."""
        self.box.setPlaceholderText(placeholder)
        self.box.setAccessibleName(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Up go back to the table; the text stays."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Up}:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above, the key's cap, and a ring while it has the focus."""
        painter, theme = QPainter(self), self._session.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.setPen(theme.colour("line2"))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self._key.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.box.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 4, -8, -4), 6, 6)
        painter.end()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show where the focus is."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def _look(self) -> None:
        """Say in a pause of typing what the line is possibly the same as; it may be added all the same."""
        text = values_of(self.box.text(), self._edits)[self._edits.main_field.name]
        said = self.near(text) if text else ""
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _add(self) -> None:
        values = measured(values_of(self.box.text(), self._edits), self._edits)
        if any(value not in {"", None} for value in values.values()):
            self.wanted.emit({**self.place(), **values})
            self.box.clear()

    def _dress(self) -> None:
        theme = self._session.theme
        self._icon.setPixmap(theme.icon("plus", "ink3").pixmap(theme.px(16)))
        self.setMinimumHeight(theme.px(44))
