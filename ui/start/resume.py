"""Where the user was last, to go on at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.initial import InitialSquare
from ui.places import PHASES
from ui.start.moments import when
from ui.theme import ElidedWords, Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import _

if TYPE_CHECKING:
    from ui.loading import Line


class ResumeCard(QFrame):
    """The project of the last visit; ``wanted`` brings its id."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setProperty("card", "own")
        self._voice = voice
        self._identity = ""
        self._seal = InitialSquare(theme)
        self._sayings = Sayings(voice, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._seal)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = Words(theme, "capb", "accent_t")
        self._sayings.say(head.setText, _("Where you were"))
        self.title = ElidedWords(theme, "h3", "ink1")
        self.state = ElidedWords(theme, "cap", "ink3")
        for words in (head, self.title, self.state):
            column.addWidget(words)
        row.addLayout(column, 1)
        self.go_on = Press(theme, "primary", "arrow-right")
        self._sayings.say(self.go_on.setText, _("Continue"))
        self.go_on.clicked.connect(lambda _checked: self.wanted.emit(self._identity))
        row.addWidget(self.go_on)

    def show_line(self, line: Line) -> None:
        """Name a project, what it is for, and when it was worked on."""
        self._identity = line.project.id
        translate = self._voice.translate
        found = line.detail
        step = translate(found.step) if found and found.step else ""
        self._seal.show_title(line.project.title)
        self.title.setText(" · ".join(text for text in (line.project.title, step) if text))
        at = when(found.changed, datetime.now().astimezone(), translate) if found and found.changed else ""
        phase = translate(PHASES[found.phase][0]) if found and found.phase in PHASES else ""
        self.state.setText(" · ".join(text for text in (line.client, phase, at) if text))
