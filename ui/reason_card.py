"""Asks why a score was changed. The score itself is stored already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.inputs import LineInput
from ui.theme import ElidedWords, Press, Words
from ui.typed import Typed, tone_of
from workbench.domain import Record
from workbench.messages import _
from workbench.spec import Rating

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session


class _Question(QWidget):
    """One score's change and the line for its reason."""

    def __init__(self, rating: Rating, session: Session) -> None:
        super().__init__()
        self.rating = rating
        self.change = Words(session.theme, "ui", "ink2")
        self.box = LineInput()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.change)
        inside.addWidget(self.box)


class ReasonCard(QFrame):
    """A card below the quadrant; ``done`` tells that it has gone. Escape leaves without a reason."""

    done = Signal()

    def __init__(self, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._session = edits, session
        self._before: Any = None
        self._after: Any = None
        self._style = "ui"
        self.setProperty("card", True)  # noqa: FBT003 - Qt's
        theme = session.theme
        self._name = Words(theme, "cap", "ink3")
        self._text = ElidedWords(theme, "bodyb", "ink1")
        self._class = Words(theme, "capb", "ink2", wrap=True)
        self.close_button = Press(theme, "small", "x")
        self.close_button.clicked.connect(self.leave)
        self.questions = [_Question(rating, session) for rating in edits.ratings if rating.reason]
        self._lay_out()
        theme.changed.connect(self._dress)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self.close_button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 8, 10, 12)
        inside.setSpacing(4)
        inside.addLayout(top)
        inside.addWidget(self._text)
        inside.addWidget(self._class)
        for question in self.questions:
            inside.addWidget(question)
            question.box.edited.connect(partial(self._store, question))
            question.box.entered.connect(self.leave)
            question.box.left.connect(self._session.workspace.end_visit)

    def show_style(self, style: str) -> None:
        """Set the words in a larger style, for a room."""
        self._style = style
        for label in (self._name, self._class, *(question.change for question in self.questions)):
            label.show_style("read")
        self._text.show_style(style)
        self._dress()

    def _dress(self) -> None:
        for question in self.questions:
            question.box.setFont(self._session.theme.font(self._style))

    def type_reason(self) -> None:
        """Put the focus on the first reason that is asked for."""
        first = next((each for each in self.questions if not each.isHidden()), None)
        if first is not None:
            first.box.setFocus()
            first.box.selectAll()

    def ask(self, before: Record, after: Record, *, take_focus: bool) -> None:
        """Ask for the reasons of the scores that have changed."""
        self._before, self._after = before, after
        for question in self.questions:
            question.setVisible(question.rating.get(before) != question.rating.get(after))
            question.box.show_text(getattr(after, question.rating.reason))
        self.say_anew()
        self.show()
        if take_focus:
            self.type_reason()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        context = self._session.context()
        translate = context.translate
        self.close_button.setAccessibleName(translate(_("Close without a reason")))
        self.close_button.setToolTip(translate(_("Close without a reason")))
        for question in self.questions:
            label = translate(question.rating.label)
            question.box.setPlaceholderText(translate(_("Reason (goes into the report)")))
            question.box.setAccessibleName(translate(_("{field}: reason").fill(field=label)))
        if self._after is None:
            return
        self._name.setText(self._edits.name(self._after))
        self._text.setText(str(self._edits.main_field.get(self._after)))
        grouping = self._edits.grouping
        if grouping is not None:
            old, new = (grouping.text(item, context) or "—" for item in (self._before, self._after))
            tone = tone_of(grouping, self._after, context)
            self._class.setText(new if old == new else f"{old} → {new}")
            self._class.show_tone(f"{tone}_t" if tone else "ink2")
        for question in self.questions:
            old, new = (question.rating.get(item) or "—" for item in (self._before, self._after))
            question.change.setText(f"{translate(question.rating.label)}  {old} → {new}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the score without a new reason."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _store(self, question: _Question, text: str) -> None:
        self._edits.change(
            self._after.id, question.rating, Typed({question.rating.reason: text.strip()}), by=question.box
        )

    def leave(self) -> None:
        """Go away; what was typed is stored."""
        for question in self.questions:
            question.box.finish()
        self._session.workspace.end_visit()
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        if had_focus:
            self.done.emit()
