"""The left column of the start page: what this is, the ways in, what is planned for today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.calm_page import empty
from ui.emblem import emblem
from ui.start.today import CallRow
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.loading import Line
    from ui.sidebar import Place

WIDTH, SIGN = 300, 44
MOST = 4
"""So many calls of today are listed."""


class StartColumn(QWidget):
    """Ways in as signals; ``interview_chosen`` brings a project and an interview."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    practice_wanted = Signal()
    settings_wanted = Signal()
    interview_chosen = Signal(str, str)
    place_chosen = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._voice = theme, voice
        self._sayings = Sayings(voice, self)
        self._library_title = Words(theme, "capb", "ink3")
        self._library, self._calls = QVBoxLayout(), QVBoxLayout()
        self._today = Words(theme, "capb", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 32, 20, 16)
        column.setSpacing(6)
        self._head(column)
        self.new = self._way_in("plus", _("New project"), self.new_wanted, "primary")
        self.open = self._way_in("folder-open", _("Open file…"), self.open_wanted)
        self.sample = self._way_in("book-open", _("Open the worked example"), self.sample_wanted)
        self.practice = self._way_in("play", _("Practice call"), self.practice_wanted)
        for button in (self.new, self.open, self.sample, self.practice):
            column.addWidget(button)
        self._foot(column)
        theme.changed.connect(self._dress)
        self._dress()

    def _head(self, column: QVBoxLayout) -> None:
        self._emblem = QLabel()
        self._emblem.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self._emblem)
        for style, tone, text in (
            ("h1", "ink1", _("Requirements workbench")),
            ("ui", "ink2", _("From what a client says to a plan that works")),
        ):
            words = Words(self._theme, style, tone, wrap=True)
            self._sayings.say(words.setText, text)
            column.addWidget(words)
        column.addSpacing(16)

    def _foot(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        self._sayings.say(self._library_title.setText, _("Library"))
        column.addWidget(self._library_title)
        self._library.setSpacing(2)
        column.addLayout(self._library)
        column.addStretch(1)
        column.addWidget(self._today)
        self._calls.setSpacing(6)
        column.addLayout(self._calls)
        column.addSpacing(12)
        self.settings = self._way_in("settings", _("Settings"), self.settings_wanted)
        local = Words(self._theme, "cap", "ink3", wrap=True)
        self._sayings.say(local.setText, _("Data only on this computer"))
        column.addWidget(self.settings)
        column.addWidget(local)

    def _way_in(self, icon: str, text: Message, wanted: SignalInstance, look: str = "ghost") -> Press:
        button = Press(self._theme, look, icon)
        if look == "ghost":
            button.setStyleSheet("text-align: left;")
        self._sayings.say(button.setText, text)
        button.clicked.connect(lambda _checked: wanted.emit())
        return button

    def show_library(self, places: Sequence[Place]) -> None:
        """Offer the pages that belong to no project."""
        empty(self._library)
        for place in places:
            button = Press(self._theme, "ghost", place.icon)
            button.setStyleSheet("text-align: left;")
            Sayings(self._voice, button).say(button.setText, place.name)
            button.clicked.connect(lambda _checked, chosen=place.key: self.place_chosen.emit(chosen))
            self._library.addWidget(button)
        self._library_title.setVisible(bool(places))

    def show_today(self, lines: Sequence[Line], now: datetime) -> None:
        """List today's planned interviews of all projects, the next one first."""
        empty(self._calls)
        today = [
            (call.at.astimezone(now.tzinfo), call, line)
            for line in lines
            for call in (line.detail.planned if line.detail else ())
            if call.at.astimezone(now.tzinfo).date() == now.date()
        ]
        from workbench.rules.deadlines import day_said  # late: the column stands before there are projects

        text = _("Today · {date}").fill(date=day_said(now.date(), year=False))
        self._sayings.say(self._today.setText, text)
        self._today.setVisible(bool(today))
        for at, call, line in sorted(today, key=lambda each: each[0])[:MOST]:
            button = CallRow(self._theme, self._voice, at, (call.name, line.project.title))
            chosen = (line.project.id, call.identity)
            button.clicked.connect(lambda _checked, chosen=chosen: self.interview_chosen.emit(*chosen))
            self._calls.addWidget(button)

    @property
    def calls(self) -> int:
        """How many calls of today are listed."""
        return self._calls.count()

    def show_sign(self, *, roomy: bool) -> None:
        """Show the sign of the program where it leaves room for the words."""
        self._emblem.setVisible(roomy)

    def _dress(self) -> None:
        self._emblem.setPixmap(emblem(self._theme, SIGN, self.devicePixelRatioF()))
