"""A small window for oneself: private remarks, what is not asked yet, and who can see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.aftercall.aside import Aside
from ui.aftercall.calls import Calls, called
from ui.aftercall.capture import exclude
from ui.inputs import NoteInput
from ui.theme import Words
from workbench.domain import Interview
from workbench.messages import _
from workbench.rules.coverage import unlit_questions
from workbench.rules.read_back import is_answered, to_read

if TYPE_CHECKING:
    from workbench.workspace import Event


class PrivateWindow(Aside):
    """What one keeps to oneself in a call."""

    def __init__(self, calls: Calls, hide_from_capture: Callable[[int], bool] = exclude) -> None:
        super().__init__(calls.program, hide_from_capture)
        self._calls = calls
        self.remarks = NoteInput(lowest=6, highest=12)
        self.cues = Words(self.theme, "body", "ink1", wrap=True)
        self.unconfirmed = Words(self.theme, "ui", "ink2", wrap=True)
        self._lay_out()
        self.remarks.edited.connect(self._store)
        self.remarks.left.connect(self._end_visit)
        calls.session.changed.connect(self._follow)
        calls.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self.sayings.say(self.setWindowTitle, _("Private window"))
        self.column.addWidget(self.heading(_("Private remarks (internal)")))
        self.column.addWidget(self.remarks)
        self.sayings.say(self.remarks.setAccessibleName, _("Private remarks (internal)"))
        self.sayings.say(self.remarks.setPlaceholderText, _("Never in a letter or a client's edition"))
        self.column.addWidget(self.heading(_("Not asked yet")))
        self.column.addWidget(self.cues)
        self.column.addWidget(self.heading(_("Not confirmed yet")))
        self.column.addWidget(self.unconfirmed)

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
        super().keyPressEvent(event)
