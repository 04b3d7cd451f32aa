"""The last changes of one record: at once what can be undone, a moment later what the file knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.history.told import when as day_and_time
from ui.theme import ElidedWords, Press, Words
from workbench.messages import Message, Refusal, _
from workbench.workspace import Act

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record
    from workbench.spec import Context
    from workbench.storage.past import Past
    from workbench.workspace import Step

MOST = 8
"""So many changes are told here; the history has them all."""
LOOKED_AT = 200
PAUSE = 400
"""Milliseconds after a change until the file is asked."""
TOLD = {
    Act.UNDO: _("Undone: {what}"),
    Act.REDO: _("Redone: {what}"),
}
TAKEN_BACK = _("Taken back: {what}")
AskPast = Callable[["Record", Callable[[Sequence["Past"]], None]], None]
Told = tuple[datetime | None, Message, str]


class ChangeLog(QWidget):
    """``all_wanted`` asks for the whole history."""

    all_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.ask: AskPast | None = None
        """Who reads a record's past from the file."""
        self._item: Record | None = None
        self._past: Sequence[Past] = ()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._read)
        self._lines: list[QWidget] = []
        self._none = Words(session.theme, "ui", "ink3", wrap=True)
        self.all = Press(session.theme, "small", "history")
        self.all.clicked.connect(self.all_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: Record, context: Context) -> None:
        """Show the last changes of a record."""
        if self._item is None or self._item.id != item.id:
            self._past = ()
        self._item = item
        self._none.setText(context.translate(_("No change yet")))
        self.all.setText(context.translate(_("All changes")))
        self.all.setToolTip(f"{context.translate(_('All changes'))}  Ctrl+H")
        self.all.setVisible(self.ask is not None)
        self._tell(context)
        if self.ask is not None:
            self._soon.start()

    def _read(self) -> None:
        if self.ask is not None and self._item is not None and self.isVisible():
            self.ask(self._item, partial(self._take, self._item.id))

    def _take(self, identity: str, past: Sequence[Past]) -> None:
        if isValid(self) and self._item is not None and self._item.id == identity:
            self._past = past
            self._tell(self._session.context())

    def _tell(self, context: Context) -> None:
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        told = list(self._changes())[:MOST]
        self._lines = [self._line(each, context) for each in told]
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)
        self._none.setVisible(not told)

    def _changes(self) -> Iterator[Told]:
        item = self._item
        if item is None:
            return
        known = {past.step for past in self._past}
        steps = list(self._session.workspace.steps(item.project))[-LOOKED_AT:]
        for step in reversed(steps):
            if step.id not in known and _touches(step, item.id):
                yield step.at, step.label, step.who
        for past in self._past:
            form = TAKEN_BACK if past.taken_back else TOLD.get(past.act)
            yield past.at, form.fill(what=past.label) if form else past.label, past.who

    def _line(self, told: Told, context: Context) -> QWidget:
        theme, (at, label, by) = self._session.theme, told
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        when, who = Words(theme, "cap", "ink3"), Words(theme, "cap", "ink3")
        text = ElidedWords(theme, "cap", "ink1")
        when.setText(day_and_time(at, context.translate))
        text.setText(context.translate(label))
        text.setToolTip(context.translate(label))
        who.setText(by[:12])
        row.addWidget(when)
        row.addWidget(text, 1)
        row.addWidget(who)
        return line


def _touches(step: Step, identity: str) -> bool:
    try:
        return any(change.some.id == identity for change in step.changes)
    except Refusal:  # a damaged step of the file is told elsewhere
        return False
