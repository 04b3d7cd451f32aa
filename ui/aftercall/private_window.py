"""A small window for oneself: private remarks, what is not asked yet, and who can see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.aftercall.calls import Calls, called
from ui.aftercall.capture import exclude
from ui.inputs import NoteInput
from ui.theme import Press, Words
from ui.voice import Sayings
from workbench.domain import Interview
from workbench.messages import Message, _
from workbench.rules.coverage import unlit_questions
from workbench.rules.read_back import is_answered, to_read

if TYPE_CHECKING:
    from workbench.workspace import Event

SIZE = (340, 520)
EDGE = 24
SETTLING = 300
"""Milliseconds after it came in which a focus that it gets was not asked for."""
HIDDEN = _("Not visible when you share the screen: this window. Visible: the main window.")
VISIBLE = _(
    "On this system it cannot be hidden from screen sharing: share the main window only, "
    "never the whole screen."
)


class PrivateWindow(QWidget):
    """Comes without taking the focus, and only when it is asked for; a new start does not bring it back."""

    def __init__(self, calls: Calls, hide_from_capture: Callable[[int], bool] = exclude) -> None:
        super().__init__(calls.program.window, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._calls, self._exclude = calls, hide_from_capture
        self.theme = calls.program.theme
        self.sayings = Sayings(calls.program.voice, self)
        self.is_hidden_from_capture = False
        self._placed = False
        self._before: QWindow | None = None
        self.about = Words(self.theme, "uib", "ink1", wrap=True)
        self.stage_check = Words(self.theme, "cap", "amber_t", wrap=True)
        self.remarks = NoteInput(lowest=6, highest=12)
        self.cues = Words(self.theme, "body", "ink1", wrap=True)
        self.unconfirmed = Words(self.theme, "ui", "ink2", wrap=True)
        self.close_button = Press(self.theme, "ghost", "x")
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        calls = self._calls
        self.remarks.edited.connect(self._store)
        self.remarks.left.connect(self._end_visit)
        self.close_button.clicked.connect(lambda _checked: self.hide())
        calls.session.changed.connect(self._follow)
        calls.changed.connect(self.refresh)
        calls.program.project_shown.connect(self.hide)
        calls.program.desk_closed.connect(self.hide)
        calls.program.window.left.connect(self.hide)
        calls.program.voice.changed.connect(self.refresh)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self.come_back)
            application.focusWindowChanged.connect(self._give_back)

    def _lay_out(self) -> None:
        self.sayings.say(self.setWindowTitle, _("Private window"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.stage_check)
        column.addWidget(self._heading(_("Private remarks (internal)")))
        column.addWidget(self.remarks)
        self.sayings.say(self.remarks.setAccessibleName, _("Private remarks (internal)"))
        self.sayings.say(self.remarks.setPlaceholderText, _("Never in a letter or a client's edition"))
        column.addWidget(self._heading(_("Not asked yet")))
        column.addWidget(self.cues)
        column.addWidget(self._heading(_("Not confirmed yet")))
        column.addWidget(self.unconfirmed)
        column.addStretch(1)
        self.sayings.say(self.close_button.setText, _("Put away"))
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(self.theme.px(280))

    def _heading(self, text: Message) -> Words:
        words = Words(self.theme, "capb", "ink3")
        self.sayings.say(words.setText, text)
        return words

    def toggle(self) -> None:
        """Come, or go away."""
        if self.isVisible():
            self.hide()
            return
        self.come()

    def come(self) -> None:
        """Show itself where it can be seen; the focus stays where it is."""
        self.is_hidden_from_capture = self._exclude(int(self.winId()))
        self.sayings.say(self.stage_check.setText, HIDDEN if self.is_hidden_from_capture else VISIBLE)
        self.stage_check.show_tone("green_t" if self.is_hidden_from_capture else "amber_t")
        if not self._placed:
            self._placed = True
            self.resize(*(self.theme.px(length) for length in SIZE))
            self._place(self.screen())
        self._keep_on_a_screen()
        self.refresh()
        self._before = QGuiApplication.focusWindow()
        self.show()
        QTimer.singleShot(SETTLING, self, self._settle)

    def _settle(self) -> None:
        self._before = None

    def _give_back(self, focus: QWindow | None) -> None:
        """Some systems give a window that is shown the focus, whatever it says."""
        before = self._before
        if before is not None and focus is not None and focus == self.windowHandle():
            self._before = None
            before.requestActivate()

    def come_back(self, _screen: object = None) -> None:
        """A screen is gone: stand on one that is there, unseen if others might see it."""
        if not self.is_hidden_from_capture:
            self.hide()
        self._keep_on_a_screen()

    def _keep_on_a_screen(self) -> None:
        title = QRect(self.pos(), self.size()).adjusted(EDGE, 0, -EDGE, 0)
        title.setHeight(EDGE)
        if not any(
            screen.availableGeometry().contains(title.center()) for screen in QGuiApplication.screens()
        ):
            self._place(QGuiApplication.primaryScreen())

    def _place(self, screen: QScreen) -> None:
        room = screen.availableGeometry()
        self.move(room.right() - self.width() - EDGE, room.top() + 4 * EDGE)

    def refresh(self) -> None:
        """Show the interview of now."""
        call = self._calls.call()
        tell = self.sayings.tell
        self.remarks.setEnabled(call is not None)
        if call is None:
            self.about.setText(tell(_("No interview is open")))
            return
        self.about.setText(called(call.interview))
        self.remarks.show_text(call.interview.private_remarks)
        cues = unlit_questions(call.points, call.stages, call.notes)
        texts = [f"○ {tell(cue.question)}" for cue in cues]
        self.cues.setText("\n".join(texts) or tell(_("Every point has been covered")))
        waiting = sum(not is_answered(note) for note in to_read(call.notes))
        self.unconfirmed.setText(tell(_("{count} sentences to read back").fill(count=waiting)))

    def _store(self, text: str) -> None:
        interview = self._calls.interview
        if interview is not None:
            changed = replace(interview, private_remarks=text)
            self._calls.session.workspace.put(
                changed, label=_("Private remarks"), visit=(interview.id, "private_remarks"), by=self
            )

    def _end_visit(self) -> None:
        self._calls.session.workspace.end_visit()

    def _follow(self, event: Event) -> None:
        if self.isVisible() and not (
            event.by is self and all(isinstance(each.some, Interview) for each in event.changes)
        ):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.remarks.finish()
            self.hide()
        else:
            super().keyPressEvent(event)
