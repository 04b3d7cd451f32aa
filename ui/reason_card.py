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
    from workbench.workspace import Event


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
        session.changed.connect(self._follow)

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
        self._before = before
        self._show(after)
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
            self._class.setText(_whole(new) if old == new else f"{_whole(old)} → {_whole(new)}")
            self._class.show_tone(f"{tone}_t" if tone else "ink2")
        for question in self.questions:
            old, new = (question.rating.get(item) or "—" for item in (self._before, self._after))
            question.change.setText(f"{translate(question.rating.label)}  {old} → {new}")

    def _follow(self, event: Event) -> None:
        """Go when the change is taken back; else show what scores and reasons have become since."""
        if self._after is None or self.isHidden() or any(each.box is event.by for each in self.questions):
            return
        now = self._edits.find(self._after.id)
        if now is None or all(each.get(now) == each.get(self._before) for each in self._edits.ratings):
            self._go()
        else:
            self._show(now)

    def _show(self, after: Any) -> None:
        self._after = after
        for question in self.questions:
            question.setVisible(question.rating.get(self._before) != question.rating.get(after))
            stored = getattr(after, question.rating.reason)
            if question.box.text().strip() != stored:
                question.box.show_text(stored)
        self.say_anew()

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
        self._go()

    def _go(self) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        if had_focus:
            self.done.emit()


def _whole(name: str) -> str:
    """A name that no line breaks: its blanks and hyphens hold together."""
    return name.replace(" ", "\u00a0").replace("-", "-\u2060")
