"""The fourth part: six short questions and a verdict, for the doubtful requirements only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.workshop.big import BigLine, Stage, WallPress, column, words
from ui.workshop.headline import Headline
from ui.workshop.meeting import Meeting
from ui.workshop.walk import Walk
from workbench.domain import Requirement, Verdict
from workbench.messages import Message, _

FIELDS = {
    "why": _("Why: background"),
    "what": _("What: content"),
    "who": _("Who: responsible party"),
    "when": _("When: time"),
    "where": _("Where: usage scenario"),
    "how": _("How: way of realisation"),
}
VERDICTS = {
    Verdict.KEPT: _("Kept"),
    Verdict.REJECTED: _("Rejected"),
    Verdict.PSEUDO: _("Pseudo requirement"),
}


class Doubtful(Walk):
    """Validation of what the room doubts."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session = self.session
        self.count = words(session, "ws", "ink3")
        self.text = Headline(session, 30)
        self.boxes = {name: BigLine(self.theme) for name in FIELDS}
        self.reason = BigLine(self.theme)
        self._labels = {name: words(session, "ws", "ink2") for name in FIELDS}
        for name, box in self.boxes.items():
            self.bind(box, name, FIELDS[name])
        self.bind(self.reason, "verdict_reason", _("Reason for the verdict"))
        order = [*self.boxes.values(), self.reason]
        for box, after in pairwise(order):
            box.entered.connect(after.setFocus)
        self.reason.entered.connect(self._on)
        self.verdicts = {verdict: WallPress(self.theme) for verdict in VERDICTS}
        for verdict, button in self.verdicts.items():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._judge, verdict))
        self.next = WallPress(self.theme, "primary")
        self.next.clicked.connect(lambda _on: self._on())
        self._lay_out()

    def _lay_out(self) -> None:
        self.stage = Stage(self.session, self._key)
        inside = column(self.stage, edge=28, gap=12)
        inside.addWidget(self.count)
        inside.addWidget(self.text)
        self.questions = QWidget()
        grid = QGridLayout(self.questions)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(24)
        for number, name in enumerate(FIELDS):
            row, side = divmod(number, 2)
            grid.addWidget(self._labels[name], 2 * row, side)
            grid.addWidget(self.boxes[name], 2 * row + 1, side)
        inside.addWidget(self.questions)
        inside.addStretch(1)
        self.bottom = self._judging()
        inside.addWidget(self.bottom)
        whole = column(self)
        whole.setContentsMargins(40, 24, 40, 24)
        whole.addWidget(self.stage)

    def _judging(self) -> QWidget:
        bottom = QWidget()
        below = column(bottom)
        judging, last = QHBoxLayout(), QHBoxLayout()
        for button in self.verdicts.values():
            judging.addWidget(button)
        judging.addStretch(1)
        last.addWidget(self.reason, 1)
        last.addWidget(self.next)
        below.addLayout(judging)
        below.addLayout(last)
        return bottom

    def list(self) -> Sequence[Requirement]:
        """The doubtful ones; one that is rejected stays, so that the room sees what it decided."""
        return self.meeting.doubtful()

    def entrance(self) -> QWidget:
        """The first question, or the card where nothing is doubtful."""
        return self.boxes["why"] if self.list() else self.stage

    def hint(self) -> Message:
        """The keys of this part."""
        return _("Tab, Enter: next field · Alt+1…3: verdict · Enter after the reason: next requirement")

    def alt_digit(self, digit: int) -> bool:
        """The verdict."""
        if not 1 <= digit <= len(VERDICTS):
            return False
        self._judge(list(VERDICTS)[digit - 1])
        self.reason.setFocus()
        return True

    def refresh(self) -> None:
        """Show the records of now."""
        item = self.talked_about()
        number, count = self.number()
        self.count.setText(f"{item.code}   {number} / {count}" if item else "")
        nothing = self.tell(_("Nothing is doubtful. Ctrl+PgDn goes on."))
        self.text.setText(item.description if item else nothing)
        self.questions.setVisible(item is not None)
        self.bottom.setVisible(item is not None)
        for name, box in self.boxes.items():
            self._labels[name].setText(self.tell(FIELDS[name]))
            box.setAccessibleName(self.tell(FIELDS[name]))
            box.show_stored(getattr(item, name) if item else "")
        for digit, (verdict, button) in enumerate(self.verdicts.items(), 1):
            chosen = item is not None and item.verdict is verdict
            button.setChecked(chosen)
            button.setText(f"{'● ' if chosen else ''}{digit}  {self.tell(VERDICTS[verdict])}")
        self.reason.setPlaceholderText(self.tell(_("Reason for the verdict")))
        self.reason.setAccessibleName(self.tell(_("Reason for the verdict")))
        self.reason.show_stored(item.verdict_reason if item else "")
        self.next.setText(self.tell(_("Next")))

    def _judge(self, verdict: Verdict, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if (item := self.talked_about()) is not None:
            self.current = item.id
            label = _("{name}: {field}").fill(name=item.code, field=VERDICTS[verdict])
            self.meeting.change(item, label, verdict=verdict)
            self.refresh()

    def _on(self) -> None:
        if self.step(1):
            self.boxes["why"].setFocus()
        else:
            self.finished.emit()

    def _key(self, key: Qt.Key, _text: str) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on()
            return True
        return False
