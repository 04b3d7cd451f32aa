"""What stands on the stage while the room scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget

from ui.inputs import LineInput
from ui.workshop.ballot import Ballot
from ui.workshop.big import PLAIN, BigLine, Stage, WallPress, column, is_narrow, turned, words
from ui.workshop.headline import Balanced, Headline
from ui.workshop.meeting import AXES, Meeting
from ui.workshop.scoring_words import anchors, asks_tally, says_tally
from ui.workshop.walk import Walk
from workbench.domain import Axis, Requirement
from workbench.messages import Message, _
from workbench.rules.priority import priority_of
from workbench.rules.voting import AWAY_MARKS, biggest_first, tally
from workbench.tokens import PRIORITY_TONES

if TYPE_CHECKING:
    from ui.theme import Theme

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowLine(BigLine):
    """A row of digits, one a person, unseen as every vote; empty, the other keys are the card's."""

    def __init__(self, theme: Theme, keys: Callable[[Qt.Key, str], bool]) -> None:
        super().__init__(theme, "num")
        self._keys = keys
        self.setEchoMode(LineInput.EchoMode.Password)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whose key it is."""
        vote = event.text().isdigit() or event.text() in AWAY_MARKS
        others = not self.text() and not vote and event.modifiers() in PLAIN
        if not (others and self._keys(Qt.Key(event.key()), event.text())):
            super().keyPressEvent(event)


class ScoringStage(Walk):
    """The requirement of now with its votes: hidden, or shown."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session = self.session
        self.axis = Axis.VALUE
        self.revealed: set[str] = set()
        self.decided: int | None = None
        self.called_on = ""
        """Who was asked to vote now, before it is their turn."""
        self._ranked: tuple[object, Sequence[Requirement], Sequence[Requirement]] = ({}, (), ())
        self.stage = Stage(session, self._key)
        self.count = words(session, "ws", "ink3")
        self.question = words(session, "h1", "accent_t")
        self.text = Headline(session)
        self.anchors = words(session, "ws", "ink2", wrap=True)
        self.ballot = Ballot(self.theme)
        self.says = words(session, "h1", wrap=True)
        self.asks = Balanced(session, "ws", "ink2")
        self.row = RowLine(self.theme, self._key)
        self.reason = BigLine(self.theme)
        self.who = words(session, "read", "ink2")
        self.reveal_button = WallPress(self.theme)
        self.confirm_button = WallPress(self.theme, "primary")
        for button in (self.reveal_button, self.confirm_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        left = column(gap=12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.question)
        head.addWidget(self.count, 1)
        left.addLayout(head)
        left.addWidget(self.text)
        left.addStretch(1)
        left.addWidget(self.anchors)
        right = column(gap=8)
        right.addWidget(self.ballot, 1)
        right.addWidget(self.says)
        right.addWidget(self.asks)
        self._put_together(left, right)

    def _put_together(self, left: QLayout, right: QLayout) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(40)
        self._top.addLayout(left, 2)
        self._top.addLayout(right, 3)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        for widget, share in ((self.row, 1), (self.reason, 3), (self.who, 0)):
            bottom.addWidget(widget, share)
        bottom.addWidget(self.reveal_button)
        bottom.addWidget(self.confirm_button)
        self._inside = column(self.stage, edge=28, gap=16)
        self._inside.addLayout(self._top, 1)
        self._inside.addLayout(bottom)
        self._whole = column(self)
        self._whole.setContentsMargins(40, 20, 40, 20)
        self._whole.addWidget(self.stage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The votes beside the question, or below it where there is little room."""
        super().resizeEvent(event)
        narrow = is_narrow(self, self.theme)
        turned(self._top, narrow=narrow)
        self._top.setSpacing(8 if narrow else 40)
        self._top.setStretch(0, 0 if narrow else 2)
        self.anchors.setVisible(not narrow)
        side, edge = (12, 14) if narrow else (40, 28)
        self._whole.setContentsMargins(side, side // 2, side, side // 2)
        self._inside.setContentsMargins(edge, edge, edge, edge)

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

    def away(self) -> Set[str]:
        """Who does not vote on the requirement of now."""
        here = self.talked_about()
        return self.meeting.absent(self.axis).get(here.id, frozenset()) if here else frozenset()

    @property
    def turn(self) -> str:
        """Who votes now."""
        known = self.meeting.voters
        if self.called_on in known:
            return self.called_on
        done = {*self.cast(), *self.away()}
        return next((name for name in known if name not in done), "")

    def first_open(self) -> Requirement | None:
        """The first requirement on which somebody who is there has not voted."""
        votes, absent = self.meeting.votes(self.axis), self.meeting.absent(self.axis)
        count = len(self.meeting.voters)
        open_ = (
            each
            for each in self.meeting.needs()
            if len(votes.get(each.id, ())) + len(absent.get(each.id, ())) < count
        )
        return next(open_, None)

    def is_complete(self) -> bool:
        """Whether everybody who is there has voted on everything."""
        return self.first_open() is None

    def entrance(self) -> QWidget:
        """The stage."""
        return self.stage

    def hint(self) -> Message:
        """The keys of this part."""
        if self.is_shown:
            return _(
                "1–5: decided score · Enter: reason, then next · Backspace: vote again · ←, → · V, U: axis"
            )
        return _(
            "1–5: vote unseen · 0: away · Backspace: take back · Alt+1…9: whose vote · "
            "L: all in a row · Enter: next · R: reveal"
        )

    def escape(self) -> bool:
        """From a line back to the stage."""
        if self.row.hasFocus() or self.reason.hasFocus():
            self.row.show_text("")
            self.told.emit("")
            self.stage.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Show the records of now."""
        item, shown = self.talked_about(), self.is_shown
        number, count = self.number()
        place = f"{item.code}   {number} / {count}" if item else ""
        ranked = shown and self.axis in self.revealed and count > 1
        order = self.tell(_("biggest difference first"))
        self.count.setText(f"{place} · {order}" if ranked else place)
        self.question.setText(self.tell(AXES[self.axis]))
        nothing = self.tell(_("There is nothing to score yet"))
        self.text.setText(item.description if item else nothing)
        self.anchors.setText(anchors(self.session, self.axis))
        self._show_ballot(item, shown=shown)
        self._show_lines(item, shown=shown)
        decider = self.meeting.now.decided_by or "—"
        self.who.setText(self.tell(_("Decided by {name}").fill(name=decider)))
        self.reveal_button.setText(self.tell(_("Reveal (R)")))
        self.confirm_button.setText(self.tell(_("Confirm, next") if shown else _("Next")))

    def _show_lines(self, item: Requirement | None, *, shown: bool) -> None:
        row_name = self.tell(_("All votes in a row"))
        places = " ".join("_" * len(self.meeting.voters))
        self.row.setPlaceholderText(self.tell(_("All votes in a row (L): {places}").fill(places=places)))
        self.row.setAccessibleName(row_name)
        self.reason.setPlaceholderText(self.tell(_("Reason (goes into the report)")))
        self.reason.setAccessibleName(self.tell(_("Reason for the score")))
        there = item is not None
        for hidden in (self.row, self.reveal_button):
            hidden.setVisible(there and not shown)
        for known in (self.reason, self.who):
            known.setVisible(there and shown)
        self.confirm_button.setVisible(there)

    def _show_ballot(self, item: Requirement | None, *, shown: bool) -> None:
        voters, cast, ballot = self.meeting.voters, self.cast(), self.ballot
        away = self.away()
        ballot.setVisible(item is not None)
        ballot.names, ballot.votes, ballot.away, ballot.shown = voters, cast, away, shown
        ballot.called = {name: self.meeting.called(name) for name in voters}
        ballot.turn = "" if shown else self.turn
        ballot.decided = self.decided if shown else None
        ballot.tone = self._tone(item)
        found = tally(cast)
        says = asks = ""
        if shown and found:
            says, asks = says_tally(found), asks_tally(self.meeting, found, away)
        elif shown and item is not None:
            says = _("Nobody has voted: decide together")
        else:
            here = len(voters) - len(away)
            asks = self.tell(_("{count} of {all} have voted").fill(count=len(cast), all=here))
        turn = self.tell(_("Now: {name}").fill(name=self.meeting.called(self.turn))) if self.turn else ""
        ballot.says = ("", "") if shown else (turn, asks)
        self.says.setText(self.tell(says))
        self.asks.setText(asks)
        for label in (self.says, self.asks):
            label.setVisible(shown and item is not None)
        ballot.setAccessibleName("  ".join(text for text in (self.says.text() or turn, asks) if text))
        ballot.update()

    def _tone(self, item: Requirement | None) -> str:
        if item is None or self.decided is None:
            return "accent"
        scores = {Axis.VALUE: item.value, Axis.URGENCY: item.urgency, self.axis: self.decided}
        place = priority_of(scores[Axis.VALUE], scores[Axis.URGENCY], self.session.project)
        return PRIORITY_TONES[place] if place else "accent"

    def _key(self, _key: Qt.Key, _text: str) -> bool:
        return False
