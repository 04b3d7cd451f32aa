"""How a practice call went: what was caught, how soon, and the sentences that were missed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _
from workbench.rules.clock import stamp
from workbench.rules.practice.scoring import Score

WIDEST = 860
POINTS = 12
ACROSS = 3
OF = _("{part} of {whole}")


class ScorePage(QScrollArea):
    """Figures first, then every sentence that was worth a line and got none. ``left`` is its button."""

    left = Signal()

    def __init__(self, theme: Theme, voice: Voice, score: Score) -> None:
        super().__init__()
        self._theme = theme
        self.sayings = Sayings(voice, self)
        self.score = score
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sayings.say(self.setAccessibleName, _("How the practice call went"))
        sheet = QWidget()
        sheet.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(14)
        column.addWidget(self._words("h1", "ink1", _("How the practice call went")))
        column.addLayout(self._figures())
        column.addWidget(self._words("h2", "ink1", self._verdict()))
        for utterance in score.missed:
            text = _("{time}  {who}: {text}").fill(
                time=stamp(round(utterance.at * 1000)), who=utterance.who, text=utterance.text
            )
            column.addWidget(self._words("body", "ink1", text))
        self.close_button = Press(theme, "primary")
        self.sayings.say(self.close_button.setText, _("Close the practice"))
        self.close_button.clicked.connect(lambda _checked: self.left.emit())
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(sheet)
        self.setFocusProxy(self.close_button)

    def figures(self) -> list[tuple[Message, Message]]:
        """What was measured, in words."""
        score = self.score
        found, said = score.numbers
        marks = [score.marks(mark) for mark in ("escalation", "promise")]
        lag = _("{seconds} s").fill(seconds=f"{score.lag:.1f}") if score.caught else Message("–")
        return [
            (_("Sentences caught"), OF.fill(part=len(score.caught), whole=score.wanted)),
            (_("Figures caught"), OF.fill(part=found, whole=said)),
            (_("Kinds right"), OF.fill(part=score.kinds, whole=len(score.caught))),
            (_("From sentence to first key"), lag),
            (_("Points of the outline"), OF.fill(part=len(score.points), whole=POINTS)),
            (
                _("Escalations and promises"),
                OF.fill(part=sum(part for part, _whole in marks), whole=sum(whole for _part, whole in marks)),
            ),
        ]

    def _verdict(self) -> Message:
        if not self.score.missed:
            return _("Nothing was missed")
        return _("Missed: {count}").fill(count=len(self.score.missed))

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, (name, value) in enumerate(self.figures()):
            card = QFrame()
            card.setProperty("card", "true")
            column = QVBoxLayout(card)
            column.setContentsMargins(16, 12, 16, 12)
            column.setSpacing(2)
            column.addWidget(self._words("num", "ink1", value))
            column.addWidget(self._words("ui", "ink2", name))
            grid.addWidget(card, place // ACROSS, place % ACROSS)
        return grid

    def _words(self, style: str, tone: str, text: Message) -> Words:
        words = Words(self._theme, style, tone, wrap=True)
        self.sayings.say(words.setText, text)
        return words
