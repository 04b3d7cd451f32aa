"""The foot of a workshop: its parts, the keys of the one on view, and a line for what comes up in between."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.theme import ElidedWords
from ui.voice import literal
from ui.workshop.big import BigLine, BigPress, column, is_narrow, words
from ui.workshop.meeting import Part
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain.workshop import AgendaItem


HEIGHT, BELOW = 78, 28


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

    def ask(self, kind: str) -> None:
        """Take a line for ``park`` or ``decide``."""
        self.kind = kind
        self.say_anew()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        tell = self._session.translate
        self.title.setText(tell(_("Parking lot") if self.kind == "park" else _("New decision")))
        self.line.setAccessibleName(self.title.text())
        self.line.setPlaceholderText(tell(_("Enter keeps it, Esc closes")))

    def _enter(self) -> None:
        text = " ".join(self.line.text().split())
        self.line.show_text("")
        if text:
            self.written.emit(self.kind, text)
        self.closed.emit()


class Strip(QWidget):
    """The parts as buttons and a sentence below; ``chosen`` gives a part."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.hint = ElidedWords(session.theme, "body", "ink3")
        self.told = ElidedWords(session.theme, "wsb", "amber_t")
        self.told.hide()
        self.buttons = {part: self._button(part) for part in Part}
        self._shown: tuple[Mapping[Part, AgendaItem], Part] = ({}, Part.BRIEF)
        self._said: dict[Part, tuple[str, str, bool]] = {}
        parts = QHBoxLayout()
        parts.setSpacing(2)
        for button in self.buttons.values():
            parts.addWidget(button)
        parts.addStretch(1)
        inside = column(self, gap=2)
        inside.setContentsMargins(24, 4, 24, 8)
        inside.addLayout(parts)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(14, 0, 0, 0)
        below.addWidget(self.told, 1)
        below.addWidget(self.hint, 1)
        inside.addWidget(self._below)
        self._fit()

    def _button(self, part: Part) -> BigPress:
        button = BigPress(self._session.theme, "ghost")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._choose, part))
        return button

    def _fit(self) -> None:
        """One height, whatever is said: nothing above may move."""
        self._below.setFixedHeight(self._session.theme.px(BELOW))

    def show_parts(self, agenda: Mapping[Part, AgendaItem], current: Part, hint: str) -> None:
        """Show which part is on view, and which are done."""
        self._shown = (agenda, current)
        self._name_parts()
        self._fit()
        self.hint.setText(hint)

    def _name_parts(self) -> None:
        """The parts by their names; only the current one where there is no room for all."""
        agenda, current = self._shown
        narrow = is_narrow(self, self._session.theme)
        for number, (part, button) in enumerate(self.buttons.items(), 1):
            item = agenda.get(part)
            mark = "● " if part is current else "✓ " if item and item.done else ""
            name = item.title if item else ""
            shown = name if part is current or not narrow else ""
            said = (f"{mark}{number} {shown}".strip(), f"{mark}{number} {name}", part is current)
            if said != self._said.get(part):
                self._said[part] = said
                button.setText(said[0].replace("&", "&&"))
                button.setAccessibleName(said[1])
                button.setToolTip(literal(name) if shown != name else "")
                button.setChecked(part is current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names where there is room."""
        super().resizeEvent(event)
        self._name_parts()

    def tell(self, text: str) -> None:
        """Say a sentence to the room, or none."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.hint.setVisible(not text)

    def _choose(self, part: Part, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._said.clear()  # the press has changed what is checked
        self.chosen.emit(str(part))


class Foot(QStackedWidget):
    """The strip; in its place, while something is written down, the slip: nothing above them moves."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.strip, self.slip = Strip(session), Slip(session)
        for widget in (self.strip, self.slip):
            self.addWidget(widget)
        self.fit()

    @property
    def asks(self) -> bool:
        """Whether something is being written down."""
        return self.currentWidget() is self.slip

    def fit(self) -> None:
        """Grow with the size of texts."""
        self.setFixedHeight(self._session.theme.px(HEIGHT))

    def ask(self, kind: str) -> None:
        """Take a line for ``park`` or ``decide``."""
        self.slip.ask(kind)
        self.setCurrentWidget(self.slip)
        self.slip.line.setFocus()

    def close_slip(self) -> None:
        """Show the strip again; what was half written waits."""
        self.setCurrentWidget(self.strip)
