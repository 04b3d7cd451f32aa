"""Whose call it is, how long it has lasted, and whether notes are agreed to."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.interview.call import Call
from ui.interview.kinds import EDIT, MODES
from ui.theme import ChoiceBox, ElidedWords, Press, Theme, Words
from ui.voice import literal
from workbench.domain import Interview
from workbench.messages import _
from workbench.rules.coverage import is_late, planned_minutes

LONGEST = 80


def called(interview: Interview) -> str:
    """An interview's code and title."""
    parts = (" ".join(part.split()) for part in (interview.code, interview.title))
    return " · ".join(part for part in parts if part)[:LONGEST]


class Timer(QWidget):
    """The call time in large digits, with a dot and a word for its state."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text, self._tone = "00:00:00", "ink3"
        self.slim = False
        self.word = Words(theme, "cap", "ink3")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_time(self, milliseconds: int, tone: str) -> None:
        """Show another time."""
        seconds = max(0, milliseconds) // 1000
        text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the digits and the dot."""
        px = self._theme.px
        return QSize(px(100 if self.slim else 148), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot and the digits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        running = self._tone != "ink3"
        painter.setPen(colour("red" if running else "ink3"))
        painter.setBrush(colour("red") if running else colour("canvas"))
        painter.drawEllipse(px(2), self.height() // 2 - px(4), px(8), px(8))
        painter.setFont(self._theme.font("h3" if self.slim else "timer"))
        painter.setPen(colour("amber_t" if self._tone == "amber" else "ink1"))
        painter.drawText(self.rect().adjusted(px(18), 0, 0, 0), 0x81, self._text)
        painter.end()


class Pressed(ElidedWords):
    """Words that lead to where they are written; the button beside them does so by key."""

    pressed = Signal()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Tell it."""
        self.pressed.emit()


class Heading(QWidget):
    """The bar above the call."""

    chosen = Signal(str)
    new_wanted = Signal()
    clock_wanted = Signal()
    end_wanted = Signal()
    after_wanted = Signal()
    """What comes after a call that is over."""
    consent_wanted = Signal()
    facts_wanted = Signal()

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call, self._session = call, call.session
        theme = call.session.theme
        self.box = ChoiceBox(theme)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.new = Press(theme, "ghost", "plus")
        self.meta = Pressed(theme, "cap", "ink3")
        self.facts = Press(theme, "ghost", "pen-line")
        self.agreed = Press(theme, "small", "shield-check")
        self.agreed.setCheckable(True)
        self.timer = Timer(theme)
        self.state = Words(theme, "cap", "ink3")
        self.clock = Press(theme, "secondary", "play")
        self.end = Press(theme, "secondary")
        self._lay_out()
        self.box.activated.connect(lambda at: self.chosen.emit(str(self.box.itemData(at))))
        self.new.clicked.connect(self.new_wanted)
        self.clock.clicked.connect(self.clock_wanted)
        self.end.clicked.connect(self._end)
        self.agreed.clicked.connect(self.consent_wanted)
        self.facts.clicked.connect(self.facts_wanted)
        self.meta.pressed.connect(self.facts_wanted)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        second.setSpacing(12)
        first.addWidget(self.box, 1)
        for widget in (self.facts, self.new, self.timer, self.clock, self.end):
            first.addWidget(widget)
        second.addWidget(self.meta, 1)
        for words in (self.agreed, self.state):
            second.addWidget(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)

    def load(self) -> None:
        """Offer the interviews of now, and show the chosen one."""
        translate = self._session.translate
        interview = self._call.interview
        with QSignalBlocker(self.box):
            self.box.clear()
            for item in self._call.interviews:
                self.box.addItem(called(item) or translate(_("Untitled")), item.id)
            self.box.setCurrentIndex(self.box.findData(self._call.identity))
        self.box.setToolTip(literal(self.box.currentText()))
        if interview is not None:
            self._show_facts(interview)
        self.show_clock()

    def _show_facts(self, interview: Interview) -> None:
        translate = self._session.translate
        held = interview.started_at or interview.planned_at
        day = held.astimezone().strftime("%Y-%m-%d %H:%M") if held else ""
        mode = translate(MODES[interview.mode].word)
        parts = (mode, day, " ".join(interview.participants.split()))
        self.meta.setText(" · ".join(part for part in parts if part))
        self.meta.setToolTip(literal(self.meta.text()))
        given = interview.consent_at
        agreed = (
            _("Agreed to notes {time}").fill(time=given.astimezone().strftime("%H:%M")) if given else None
        )
        self.agreed.setText(translate(agreed or _("Client agrees to notes?")))
        self.agreed.setChecked(given is not None)
        self.agreed.show_icon("shield-check" if given else "circle")

    @property
    def _over(self) -> bool:
        interview = self._call.interview
        return interview is not None and interview.ended_at is not None

    def _end(self) -> None:
        (self.after_wanted if self._over else self.end_wanted).emit()

    def show_clock(self) -> None:
        """Show the time of now."""
        translate = self._session.translate
        running, ended = self._call.running, self._over
        elapsed = self._call.elapsed
        stages = self._call.stages
        late = running and is_late(elapsed, stages)
        self.timer.show_time(elapsed, "amber" if late else "red" if running else "ink3")
        paused = _("Paused") if elapsed else _("Not started")
        word = _("Running") if running else _("Call over") if ended else paused
        minutes = planned_minutes(stages)
        said = _("{state} · planned {minutes} min").fill(state=word, minutes=minutes) if minutes else word
        self.state.setText(translate(said))
        self.clock.show_icon("pause" if running else "play")
        self.clock.setAccessibleName(translate(_("Pause the clock") if running else _("Start the clock")))
        self.clock.setToolTip(f"{self.clock.accessibleName()}  Ctrl+Shift+Enter")
        self.end.setText(translate(_("After the call") if ended else _("End interview")))

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self._session.translate
        self.box.setAccessibleName(translate(_("Interview")))
        self.box.setFont(self._session.theme.font("h3"))
        self.new.setAccessibleName(translate(_("New interview")))
        self.new.setToolTip(translate(_("New interview")) + "  Ctrl+N")
        self.facts.setAccessibleName(translate(EDIT))
        self.facts.setToolTip(f"{translate(EDIT)}  Ctrl+I")
        self.agreed.setToolTip(translate(_("Notes agreed to, with the time")))
        self.load()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below."""
        painter = QPainter(self)
        painter.setPen(self._session.theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def show_slim(self, *, slim: bool) -> None:
        """Have less air."""
        self.state.setVisible(not slim)
        self.timer.slim = slim
        self.timer.updateGeometry()
        row = self.layout()
        if row is not None:
            margin = 8 if slim else 20
            row.setContentsMargins(margin, 6 if slim else 10, margin, 6 if slim else 10)
