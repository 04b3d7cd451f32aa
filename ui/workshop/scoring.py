"""The fifth part: silent scoring on one laptop. Everybody votes unseen, the room talks, then decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from ui.workshop.meeting import Meeting
from ui.workshop.scoring_stage import ScoringStage
from workbench.domain import Axis, Requirement
from workbench.messages import Refusal, _
from workbench.rules.voting import AWAY, tally

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
AWAY_KEYS = frozenset("0-")


class Scoring(ScoringStage):
    """Votes and decided scores: all values first, then all urgencies."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._given: list[tuple[str, Axis, str]] = []
        self._seen: object = None
        self.ballot.chosen.connect(self._choose)
        self.ballot.seated.connect(self.call_on)
        self.row.entered.connect(self._take_row)
        self.reason.entered.connect(self.confirm)
        self.reveal_button.clicked.connect(lambda _on: self.reveal())
        self.confirm_button.clicked.connect(lambda _on: self._enter())

    def go_to(self, identity: str) -> None:
        """Put a requirement on the stage."""
        self.current, self.called_on = identity, ""
        self.row.show_text("")
        self._recall()
        super().go_to(identity)

    def _recall(self) -> None:
        item = self.talked_about()
        known = self.meeting.score_decision(item, self.axis) if item else None
        found = tally(self.cast())
        agreed = found is not None and found.spread == 0 and self.is_shown
        self.decided = getattr(item, self.axis) if known else int(found.median) if found and agreed else None
        self.reason.show_text(getattr(item, f"{self.axis}_reason") if item else "")
        self._seen = self._stored()

    def _stored(self) -> object:
        item = self.talked_about()
        if item is None:
            return None
        known = self.meeting.score_decision(item, self.axis)
        return item.id, self.axis, getattr(item, self.axis), getattr(item, f"{self.axis}_reason"), known

    def refresh(self) -> None:
        """Show the records of now; what was decided anew elsewhere, or taken back, is shown anew."""
        if self._seen != self._stored() and not self.reason.hasFocus():
            self._recall()
        super().refresh()

    def call_on(self, name: str) -> None:
        """Let somebody vote before it is their turn, or once more."""
        if not self.is_shown:
            self.called_on = "" if self.called_on == name else name
            self.stage.setFocus()
            self.refresh()

    def alt_digit(self, digit: int) -> bool:
        """Whose vote comes next."""
        people = self.meeting.voters
        if self.is_shown or not 1 <= digit <= len(people):
            return False
        self.call_on(people[digit - 1])
        return True

    def show_axis(self, axis: Axis) -> None:
        """Turn to the other axis, from its first requirement on."""
        self.axis = axis
        items = self.list()
        self.go_to(items[0].id if items else "")
        self.stage.setFocus()

    def reveal(self) -> None:
        """Show the votes: of the whole round where all are in, else of this requirement alone."""
        item = self.talked_about()
        if item is None or self.is_shown:
            return
        if self.is_complete():
            self.revealed.add(str(self.axis))
            self.go_to(self.list()[0].id)
        elif self.cast():
            self.revealed.add(f"{self.axis}:{item.id}")
            self.go_to(item.id)
            self.told.emit(self.tell(_("This one only: votes are still missing for others")))
        self.stage.setFocus()

    def _vote(self, score: int) -> None:
        item, voter = self.talked_about(), self.turn
        if item is None or not voter:
            return
        self.current, self.called_on = item.id, ""
        self._given.append((item.id, self.axis, voter))
        self.meeting.vote(item, self.axis, {voter: score})
        self.refresh()
        self.moved.emit()

    def _take_back(self) -> None:
        item = self.talked_about()
        self.called_on = ""
        if item is not None and not self.is_shown:
            self._take_last_vote(item)
        elif item is not None and self.is_shown:
            self.revealed.discard(f"{self.axis}:{item.id}")
            if str(self.axis) in self.revealed:
                others = [f"{self.axis}:{each.id}" for each in self.meeting.needs() if each.id != item.id]
                self.revealed = {*self.revealed, *others} - {str(self.axis)}
            self.decided = None
        self.refresh()
        self.moved.emit()

    def _take_last_vote(self, item: Requirement) -> None:
        """Take back what was given last here; what was given before this window, from the last seat on."""
        done = [name for name in self.meeting.voters if name in {*self.cast(), *self.away()}]
        recent = [name for where, axis, name in self._given if (where, axis) == (item.id, self.axis)]
        if voter := next((name for name in reversed([*done, *recent]) if name in done), ""):
            self.meeting.vote(item, self.axis, {voter: None})

    def _take_row(self) -> None:
        item = self.talked_about()
        if item is None:
            return
        try:
            self.meeting.vote_row(item, self.axis, self.row.text())
        except Refusal as refusal:
            self.told.emit(self.tell(refusal.message))
            return
        self.current = item.id
        self.row.show_text("")
        self.told.emit("")
        if not self.step(1):
            self.stage.setFocus()
            self._end_votes()

    def _end_votes(self) -> None:
        """After the last requirement: what is missing, or what comes next."""
        self.refresh()
        self.moved.emit()
        if (missing := self.first_open()) is None:
            self.told.emit(self.tell(_("All votes are in: R reveals them, the biggest difference first")))
        else:
            self.go_to(missing.id)
            self.told.emit(self.tell(_("Votes are missing for {code}").fill(code=missing.code)))

    def _choose(self, score: int) -> None:
        item = self.talked_about()
        self.current = item.id if item else ""
        self.decided = score
        self.refresh()

    def confirm(self) -> None:
        """Store the decided score with its reason and go on."""
        item = self.talked_about()
        if item is None or self.decided is None:
            self.told.emit(self.tell(_("Press 1 to 5 first: the room decides, not the median")))
            self.stage.setFocus()
            return
        reason = self.reason.text().strip()
        self.meeting.decide(item, self.axis, self.decided, reason)
        self.current = item.id
        self.stage.setFocus()
        if not self.step(1):
            self._end_round()
        if not reason:
            self.told.emit(self.tell(_("{code} has a score, but no reason yet").fill(code=item.code)))

    def _end_round(self) -> None:
        if self.axis is Axis.VALUE:
            self.show_axis(Axis.URGENCY)
        else:
            self.refresh()
            self.finished.emit()

    def _enter(self) -> None:
        if not self.is_shown:
            if not self.step(1) and self.talked_about() is not None:
                self._end_votes()
        elif self.decided is None or self.reason.hasFocus():
            self.confirm()
        else:
            self.reason.setFocus()
            self.reason.selectAll()

    def _key(self, key: Qt.Key, text: str) -> bool:
        calls = {"r": self.reveal, "l": self.row.setFocus}
        axes = {"v": Axis.VALUE, "u": Axis.URGENCY}
        if text in set("12345"):
            (self._choose if self.is_shown else self._vote)(int(text))
        elif text in AWAY_KEYS and not self.is_shown:
            self._vote(AWAY)
        elif text.lower() in axes:
            self.show_axis(axes[text.lower()])
        elif text.lower() in calls:
            calls[text.lower()]()
        else:
            return self._move(key)
        return True

    def _move(self, key: Qt.Key) -> bool:
        if key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.step(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def place(self) -> dict[str, Any]:
        """Which requirement and axis, and which votes the room has seen."""
        return {**super().place(), "axis": str(self.axis), "revealed": sorted(self.revealed)}

    def resume(self) -> None:
        """The first score that is not decided; votes are shown where the room has begun to decide."""
        self.restore_place({})
        needs = self.meeting.needs()
        for axis in Axis:
            self.axis = axis
            settled = [each.id for each in needs if self.meeting.score_decision(each, axis)]
            if settled and self.is_complete():
                self.revealed.add(str(axis))
            open_ = [each.id for each in self.list() if each.id not in settled]
            if open_:
                votes = self.meeting.votes(axis)
                away, count = self.meeting.absent(axis), len(self.meeting.voters)
                waiting = [
                    each for each in open_ if len(votes.get(each, ())) + len(away.get(each, ())) < count
                ]
                self.current = (waiting or open_)[0]
                break
        else:
            self.axis = Axis.VALUE
        self._recall()

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place."""
        super().restore_place(place)
        if place.get("axis") in set(Axis):
            self.axis = Axis(place["axis"])
        shown = place.get("revealed")
        self.revealed = {str(each) for each in shown} if isinstance(shown, list) else set()
        self._recall()
