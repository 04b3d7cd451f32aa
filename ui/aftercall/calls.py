"""Which interview the pages after a call are about, and the bar that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import ChoiceBox, ElidedWords, Words
from ui.voice import Sayings, literal
from workbench.domain import Interview
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.program import Program
    from ui.session import Session
    from workbench.rules.letters import Call
    from workbench.workspace import Event

LONGEST = 80
SEEN = 320
"""Characters of a line: about six rows where it is shown large."""
CAPTURE = "interview"
"""The key of the page on which a call is taken down."""


class Calls(QObject):
    """The interview that is worked on: the chosen one, else the one on the capture page, else the latest."""

    changed = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.program = program
        self._chosen = ""
        self._session: Session | None = None
        program.desk_opened.connect(self._listen)
        program.project_shown.connect(self.forget)

    @property
    def session(self) -> Session:
        """The open project. There must be one."""
        assert self.program.desk is not None
        return self.program.desk.session

    def _listen(self) -> None:
        self.session.changed.connect(self._follow)

    def _follow(self, event: Event) -> None:
        if any(isinstance(change.some, Interview) for change in event.changes):
            self.changed.emit()

    def forget(self) -> None:
        """Choose none: another project is shown."""
        self._chosen = ""

    def choose(self, identity: str) -> None:
        """Work on an interview."""
        if identity != self._chosen:
            self._chosen = identity
            self.changed.emit()

    def all(self) -> list[Interview]:
        """The project's interviews in their order."""
        scope = self.session.scope
        return self.session.workspace.all(Interview, scope) if scope else []

    @property
    def interview(self) -> Interview | None:
        """The interview of now; None while the project has none."""
        known = {item.id: item for item in self.all()}
        for identity in (self._chosen, self._captured()):
            if identity in known:
                return known[identity]
        running = [item for item in known.values() if item.clock_since is not None]
        begun = [item for item in known.values() if item.started_at is not None]
        begun.sort(key=lambda item: item.started_at.timestamp() if item.started_at else 0.0)
        return next(reversed(running or begun or list(known.values())), None)

    def _captured(self) -> str:
        page = self.program.pages.made.get(CAPTURE)
        return str(page.place().get("interview", "")) if page is not None else ""

    def call(self) -> Call | None:
        """The interview of now with everything that belongs to it."""
        from workbench.rules.letters import call_of  # late: it knows deadlines, which take long to import

        interview = self.interview
        if interview is None:
            return None
        context = self.session.context()
        return call_of(context.records, context.project, interview)


def brief(text: str) -> str:
    """A text that can be seen whole; the field in which it is corrected has all of it."""
    return text if len(text) <= SEEN else f"{text[: SEEN - 1]}…"


def called(interview: Interview) -> str:
    """An interview's code and title."""
    return " · ".join(" ".join(part.split()) for part in (interview.code, interview.title) if part)[:LONGEST]


class CallBar(QWidget):
    """The title of a page, the interview it is about, and how far one is."""

    def __init__(self, calls: Calls, title: Message) -> None:
        super().__init__()
        program = calls.program
        self._calls = calls
        self.sayings = Sayings(program.voice, self)
        self.title = Words(program.theme, "h1")
        self.box = ChoiceBox(program.theme)
        self.state = ElidedWords(program.theme, "ui", "ink2")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sayings.say(self.title.setText, title)
        self.sayings.say(self.box.setAccessibleName, _("Interview"))
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 16, 20, 8)
        self.row.setSpacing(12)
        self.row.addWidget(self.title)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(self.state, 1)
        self.box.setMaximumWidth(program.theme.px(360))
        self.box.activated.connect(lambda at: calls.choose(str(self.box.itemData(at))))

    def load(self) -> None:
        """Offer the interviews of now."""
        interview = self._calls.interview
        with QSignalBlocker(self.box):
            self.box.clear()
            for item in self._calls.all():
                self.box.addItem(called(item) or self.sayings.tell(_("Untitled")), item.id)
            self.box.setCurrentIndex(self.box.findData(interview.id if interview else ""))
        self.box.setVisible(interview is not None)
        self.box.setToolTip(literal(self.box.currentText()))
