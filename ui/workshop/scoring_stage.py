"""What stands on the stage while the room scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.workshop.ballot import Ballot
from ui.workshop.big import BigLine, BigPress, Stage, column, words
from ui.workshop.meeting import Meeting
from ui.workshop.scoring_words import anchors, says_tally
from ui.workshop.walk import Walk
from workbench.domain import Axis, Requirement
from workbench.messages import Message, _
from workbench.rules.priority import priority_of
from workbench.rules.voting import biggest_first, tally
from workbench.tokens import PRIORITY_TONES

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
AXES = {Axis.VALUE: _("Value"), Axis.URGENCY: _("Urgency")}


class ScoringStage(Walk):
    """The requirement of now with its votes: hidden, or shown."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session = self.session
        self.axis = Axis.VALUE
        self.revealed: set[str] = set()
        self.decided: int | None = None
        self._ranked: tuple[object, Sequence[Requirement], Sequence[Requirement]] = ({}, (), ())
        self.stage = Stage(session, self._key)
        self.count = words(session, "read", "ink3")
        self.question = words(session, "h1", "accent_t")
        self.text = words(session, "h1", wrap=True)
        self.anchors = words(session, "read", "ink2", wrap=True)
        self.ballot = Ballot(self.theme)
        self.says = words(session, "ws", wrap=True)
        self.row = BigLine(self.theme, "num")
        self.reason = BigLine(self.theme)
        self.who = words(session, "read", "ink2")
        self.reveal_button = BigPress(self.theme)
        self.confirm_button = BigPress(self.theme, "primary")
        for button in (self.reveal_button, self.confirm_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        left = column(gap=12)
        for label in (self.count, self.question, self.text):
            left.addWidget(label)
        left.addStretch(1)
        left.addWidget(self.anchors)
        right = column(gap=12)
        right.addWidget(self.ballot, 1)
        right.addWidget(self.says)
        top = QHBoxLayout()
        top.setSpacing(40)
        top.addLayout(left, 2)
        top.addLayout(right, 3)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        for widget, share in ((self.row, 1), (self.reason, 3), (self.who, 0)):
            bottom.addWidget(widget, share)
        bottom.addWidget(self.reveal_button)
        bottom.addWidget(self.confirm_button)
        inside = column(self.stage, edge=28, gap=16)
        inside.addLayout(top, 1)
        inside.addLayout(bottom)
        whole = column(self)
        whole.setContentsMargins(40, 20, 40, 20)
        whole.addWidget(self.stage)

    # What is on the stage

    def list(self) -> Sequence[Requirement]:
        """In the order of the list; once the round is shown, the biggest difference first."""
        items = self.meeting.needs()
        if self.axis not in self.revealed:
            return items
        votes = self.meeting.votes(self.axis)
        if self._ranked[0] is not votes or self._ranked[1] != items:
            known = {each.id: each for each in items}
            self._ranked = (votes, items, [known[each] for each in biggest_first(known, votes)])
        return self._ranked[2]

    @property
    def is_shown(self) -> bool:
        """Whether the votes on the stage are shown."""
        here = self.talked_about()
        alone = here is not None and f"{self.axis}:{here.id}" in self.revealed
        return self.axis in self.revealed or alone or not self.meeting.voters

    def cast(self) -> Mapping[str, int]:
        """The votes on the requirement of now."""
        here = self.talked_about()
        return self.meeting.votes(self.axis).get(here.id, {}) if here else {}

    @property
    def turn(self) -> str:
        """Who votes now."""
        cast = self.cast()
        return next((name for name in self.meeting.voters if name not in cast), "")

    def is_complete(self) -> bool:
        """Whether everybody has voted on everything."""
        votes, count = self.meeting.votes(self.axis), len(self.meeting.voters)
        return all(len(votes.get(each.id, ())) == count for each in self.meeting.needs())

    def entrance(self) -> QWidget:
        """The stage."""
        return self.stage

    def hint(self) -> Message:
        """The keys of this part."""
        if self.is_shown:
            return _(
                "1–5: decided score · Enter: reason, then next · Backspace: vote again · ←, → · V, U: axis"
            )
        return _("1–5: vote unseen · Backspace: take back · L: all votes in a row · Enter: next · R: reveal")

    def escape(self) -> bool:
        """From a line back to the stage."""
        if self.row.hasFocus() or self.reason.hasFocus():
            self.stage.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Show the records of now."""
        item, shown = self.talked_about(), self.is_shown
        number, count = self.number()
        self.count.setText(f"{item.code}   {number} / {count}" if item else "")
        self.question.setText(self.tell(AXES[self.axis]))
        nothing = self.tell(_("There is nothing to score yet"))
        self.text.setText(" ".join(item.description.split()) if item else nothing)
        self.anchors.setText(anchors(self.session, self.axis))
        self._show_ballot(item, shown=shown)
        self.row.setVisible(not shown and item is not None)
        self.row.setPlaceholderText(" ".join("_" * len(self.meeting.voters)))
        row_name = self.tell(_("All votes in a row"))
        self.row.setAccessibleName(row_name)
        self.row.setToolTip(row_name)
        self.reason.setVisible(shown)
        self.reason.setPlaceholderText(self.tell(_("Reason (goes into the report)")))
        self.reason.setAccessibleName(self.tell(_("Reason for the score")))
        decider = self.meeting.now.decided_by or "—"
        self.who.setText(self.tell(_("Decided by {name}").fill(name=decider)))
        self.who.setVisible(shown)
        self.reveal_button.setText(self.tell(_("Reveal (R)")))
        self.reveal_button.setVisible(not shown)
        self.confirm_button.setText(self.tell(_("Confirm, next") if shown else _("Next")))

    def _show_ballot(self, item: Requirement | None, *, shown: bool) -> None:
        voters, cast, ballot = self.meeting.voters, self.cast(), self.ballot
        ballot.names, ballot.votes, ballot.shown = voters, cast, shown
        ballot.called = {name: self.meeting.called(name) for name in voters}
        ballot.turn = "" if shown else self.turn
        ballot.decided = self.decided if shown else None
        ballot.tone = self._tone(item)
        found = tally(cast)
        if shown and found:
            self.says.setText(says_tally(self.meeting, found))
        elif shown:
            self.says.setText(self.tell(_("Nobody has voted: decide together")))
        else:
            waiting = self.tell(_("{count} of {all} have voted").fill(count=len(cast), all=len(voters)))
            now = self.tell(_("Now: {name}").fill(name=self.meeting.called(self.turn))) if self.turn else ""
            self.says.setText(f"{waiting}   {now}".strip())
        ballot.setAccessibleName(self.says.text())
        ballot.update()

    def _tone(self, item: Requirement | None) -> str:
        if item is None or self.decided is None:
            return "accent"
        scores = {Axis.VALUE: item.value, Axis.URGENCY: item.urgency, self.axis: self.decided}
        place = priority_of(scores[Axis.VALUE], scores[Axis.URGENCY], self.session.project)
        return PRIORITY_TONES[place] if place else "accent"

    def _key(self, _key: Qt.Key, _text: str) -> bool:
        return False
