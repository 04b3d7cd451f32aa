"""The call that plays as text above the page: who speaks, what was said just before, and the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from ui.theme import ElidedWords, Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _
from workbench.rules.clock import stamp
from workbench.rules.practice.playing import SPEEDS, Player
from workbench.rules.practice.script import Utterance


class CallStrip(QFrame):
    """Of one height whatever is said. ``run_wanted``, ``speed_wanted`` and ``end_wanted`` are its buttons."""

    run_wanted = Signal()
    speed_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("call_strip")
        self.setProperty("banner", "accent")
        self.sayings = Sayings(voice, self)
        self.before = ElidedWords(theme, "ui", "ink2")
        self.who = Words(theme, "capb", "accent_t")
        self.words = Words(theme, "ws", "ink1", wrap=True)
        self.words.setFixedHeight(2 * theme.line("ws"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.time = Words(theme, "uib", "ink1")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.sayings.say(self.progress.setAccessibleName, _("Practice call"))
        self.run = Press(theme, "secondary")
        self.speed = Press(theme, "secondary")
        self.end = Press(theme, "secondary")
        self.sayings.say(self.end.setText, _("End and score"))
        for button, signal in (
            (self.run, self.run_wanted),
            (self.speed, self.speed_wanted),
            (self.end, self.end_wanted),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked, told=signal: told.emit())
        self._lay_out()
        self.sayings.say(
            self.words.setText,
            _("Take the call down on the page below. It begins with your first key, or with Start."),
            key="words",
        )

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        for widget in (self.before, self.who, self.words):
            said.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.time, 1)
        for button in (self.run, self.speed, self.end):
            buttons.addWidget(button)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addStretch(1)
        side.addLayout(buttons)
        side.addWidget(self.progress)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(20)
        row.addLayout(said, 1)
        row.addLayout(side)

    def show_said(self, before: Utterance | None, now: Utterance) -> None:
        """Show the sentence of now, and the one before it smaller."""
        said = _("{who}: {text}").fill(who=before.who, text=before.text) if before else Message("")
        self.sayings.say(self.before.setText, said, key="before")
        self.who.setText(now.who)
        self.sayings.say(self.words.setText, Message(now.text), key="words")

    def show_time(self, player: Player) -> None:
        """Show how far the call is, and what the buttons would do."""
        whole = player.script.seconds
        self.time.setText(f"{stamp(round(player.second * 1000))} / {stamp(round(whole * 1000))}")
        self.progress.setRange(0, round(whole))
        self.progress.setValue(round(player.second))
        paused = _("Go on") if player.second else _("Start")
        self.sayings.say(self.run.setText, _("Pause") if player.running else paused, key="run")
        other = next(speed for speed in SPEEDS if speed != player.speed)
        self.sayings.say(self.speed.setText, _("Play at {speed}×").fill(speed=other), key="speed")
        self.run.setEnabled(not player.ended)
        self.speed.setEnabled(not player.ended)
