"""The foot of a workshop: its parts, the keys of the one on view, and a line for what comes up in between."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.workshop.big import BigLine, BigPress, column, words
from ui.workshop.meeting import Part
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain.workshop import AgendaItem


class Slip(QWidget):
    """A line for the parking lot or for a decision; ``written`` gives what it is for, and the text."""

    written = Signal(str, str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.kind = ""
        self.title = words(session, "wsb", "accent_t")
        self.line = BigLine(session.theme)
        self.line.entered.connect(self._enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 4, 40, 4)
        row.setSpacing(16)
        row.addWidget(self.title)
        row.addWidget(self.line, 1)
        self.hide()

    def ask(self, kind: str) -> None:
        """Take a line for ``park`` or ``decide``."""
        self.kind = kind
        self.say_anew()
        self.show()
        self.line.setFocus()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        tell = self._session.translate
        self.title.setText(tell(_("Parking lot") if self.kind == "park" else _("New decision")))
        self.line.setAccessibleName(self.title.text())
        self.line.setPlaceholderText(tell(_("Enter keeps it, Esc closes")))

    def _enter(self) -> None:
        text = " ".join(self.line.text().split())
        self.line.show_text("")
        self.hide()
        if text:
            self.written.emit(self.kind, text)
        self.closed.emit()


class Strip(QWidget):
    """The parts as buttons and a sentence below; ``chosen`` gives a part."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.hint = words(session, "body", "ink3")
        self.told = words(session, "readb", "amber_t")
        self.told.hide()
        self.buttons: dict[Part, BigPress] = {}
        parts = QHBoxLayout()
        parts.setSpacing(2)
        for part in Part:
            button = BigPress(session.theme, "ghost")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._choose, part))
            parts.addWidget(button)
            self.buttons[part] = button
        parts.addStretch(1)
        inside = column(self, gap=2)
        inside.setContentsMargins(24, 4, 24, 8)
        inside.addLayout(parts)
        below = QHBoxLayout()
        below.setContentsMargins(14, 0, 0, 0)
        below.addWidget(self.told)
        below.addWidget(self.hint, 1)
        inside.addLayout(below)

    def show_parts(self, agenda: Mapping[Part, AgendaItem], current: Part, hint: str) -> None:
        """Show which part is on view, and which are done."""
        for number, (part, button) in enumerate(self.buttons.items(), 1):
            item = agenda.get(part)
            mark = "● " if part is current else "✓ " if item and item.done else ""
            button.setText(f"{mark}{number} {item.title if item else ''}".replace("&", "&&"))
            button.setChecked(part is current)
        self.hint.setText(hint)

    def tell(self, text: str) -> None:
        """Say a sentence to the room, or none."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.hint.setVisible(not text)

    def _choose(self, part: Part, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(str(part))
