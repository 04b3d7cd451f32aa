"""Requirements that are possibly the same, made one before the room: a line, a list, a choice by digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.duplicates.sides import choosable
from ui.workshop.big import WallPress, column, words
from ui.workshop.candidates import Candidate, Candidates
from workbench.domain import KINDS, Link, Requirement
from workbench.messages import _
from workbench.rules.duplicates import Pair, followers, known_pairs, merged, nearest, nearest_first, set_aside
from workbench.spec import Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.workshop.meeting import Meeting


def gained(meeting: Meeting, kept: Requirement, other: Requirement) -> list[str]:
    """The names of the fields that are empty in one requirement and not in the other."""
    session = meeting.session
    context, found = session.context(), []
    for each in choosable(meeting.edits, (kept, other), session):
        if not each.text(kept, context).strip():
            found += [each.name, each.reason] if isinstance(each, Rating) and each.reason else [each.name]
    return found


def merge(meeting: Meeting, kept: Requirement, other: Requirement) -> None:
    """Make two one as one step: the empty is filled, evidence and votes follow, the other stays listed."""
    context, edits = meeting.session.context(), meeting.edits
    own = [each for kind in KINDS.values() for each in context.records(kind) if each.project == kept.project]
    one = merged(kept, other, gained(meeting, kept, other))
    reason = context.translate(_("The same as {name}").fill(name=kept.code))
    label = _("{other} becomes part of {name}").fill(other=edits.name(other), name=edits.name(kept))
    put = [edits.completed(one, kept), *followers(own, kept, other), *set_aside(other, kept, reason)]
    meeting.put(*put, label=label)


class Twins(QWidget):
    """Says what a requirement is possibly the same as; asked for, it offers everything, the nearest first.

    ``asking`` tells that the question is open, or closed again: meanwhile it has the room below.
    """

    asking = Signal(bool)

    def __init__(self, meeting: Meeting, merging: Callable[[Requirement, Requirement], None]) -> None:
        super().__init__()
        self._meeting, self._merging = meeting, merging
        self._passed: set[frozenset[str | None]] = set()
        self._item: Requirement | None = None
        self._asks = False
        self.pair: Pair[Requirement] | None = None
        self.says = words(meeting.session, "ws", "amber_t", wrap=True)
        self.list = Candidates(meeting.session)
        self.list.picked.connect(self._say)
        self.follows = words(meeting.session, "read", "ink3", wrap=True)
        self.keeps = [WallPress(meeting.session.theme) for _each in range(2)]
        self.no = WallPress(meeting.session.theme, "ghost")
        inside = column(self, gap=8)
        for widget in (self.says, self.list, self.follows):
            inside.addWidget(widget)
        row = QHBoxLayout()
        for button in (*self.keeps, self.no):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch(1)
        inside.addLayout(row)
        for number, button in enumerate(self.keeps):
            button.clicked.connect(lambda _on, number=number: self.take(number))
        self.no.clicked.connect(lambda _on: self.drop())
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether it is asked which one stays."""
        return self._asks

    def _ask(self, *, asks: bool) -> None:
        changed, self._asks = self._asks != asks, asks
        self._say()
        if changed:
            self.asking.emit(asks)

    def show_item(self, item: Requirement | None) -> None:
        """Look for what is possibly the same as a requirement."""
        same = item is not None and self._item is not None and item.id == self._item.id
        self._item, self.pair = item, self._find(item)
        if self._asks and same:
            self.list.offer(self._others(), self.list.chosen)
        self._ask(asks=self._asks and same and self.list.chosen is not None)

    def _find(self, item: Requirement | None) -> Pair[Requirement] | None:
        return nearest(item.description, self._unknown(item), _text) if item is not None else None

    def _unknown(self, item: Requirement) -> list[Requirement]:
        known = known_pairs(self._meeting.session.context().records(Link)) | self._passed
        others = (each for each in self._meeting.needs() if each.id != item.id)
        return [each for each in others if frozenset({each.id, item.id}) not in known]

    def _others(self) -> list[Candidate]:
        """Everything else, the nearest first; what was said not to be the same comes last."""
        if (item := self._item) is None:
            return []
        every = nearest_first(
            item.description, (each for each in self._meeting.needs() if each.id != item.id), _text
        )
        return sorted(every, key=lambda each: frozenset({each[0].id, item.id}) in self._passed)

    def _say(self) -> None:
        pair, tell, asks = self.pair, self._meeting.session.translate, self._asks
        self.setVisible(pair is not None or asks)
        for widget in (self.list, self.follows, *self.keeps, self.no):
            widget.setVisible(asks)
        if asks:
            self._say_question()
        elif pair is not None:
            text = " ".join(pair.first.description.split())
            said = _("Possibly the same as {code}: {text} ({score}%)")
            line = tell(said.fill(code=pair.first.code, text=text, score=pair.score))
            self.says.setText(f"{line}  · M")

    def _say_question(self) -> None:
        tell, here = self._meeting.session.translate, self._item
        assert here is not None
        self.says.setText(tell(_("Which one says the same as {code}?").fill(code=here.code)))
        follows = _("Evidence and votes go to the one that stays; the other stays listed as a duplicate.")
        self.follows.setText(tell(follows))
        there = self.list.chosen
        for number, (button, item) in enumerate(zip(self.keeps, (here, there), strict=True), 1):
            keep = _("Keep {code}").fill(code=item.code if item else "—")
            button.setText(f"{number}  {tell(keep)}".replace("&", "&&"))
            button.setEnabled(there is not None)
        self.no.setText("3  " + tell(_("Not the same")))
        self.no.setEnabled(there is not None)
        self.list.say_anew(tell(_("Search all requirements (M)")))

    def ask(self) -> bool:
        """Offer everything, the nearest first; once more: search in it. False if there is nothing else."""
        if self._asks:
            self.list.line.setFocus()
            return True
        others = self._others()
        if not others:
            return False
        self.list.offer(others)
        self._ask(asks=True)
        if self.pair is None:
            self.list.line.setFocus()
        return True

    def step(self, by: int) -> None:
        """Choose the one below or above."""
        self.list.step(by)

    def close_question(self) -> bool:
        """Ask no more; False if nothing was asked."""
        asked = self._asks
        self._ask(asks=False)
        return asked

    def take(self, number: int) -> None:
        """Keep this one or the other, or neither of it."""
        here, there = self._item, self.list.chosen
        if here is None or there is None or number not in range(len(self.keeps)):
            self.drop()
            return
        self._ask(asks=False)
        self._merging(*((here, there) if number == 0 else (there, here)))

    def drop(self) -> None:
        """They are not the same: it is not said again while the meeting lasts."""
        if self._item is not None and self.list.chosen is not None:
            self._passed.add(frozenset({self._item.id, self.list.chosen.id}))
        self._ask(asks=False)
        self.show_item(self._item)


def _text(item: Requirement) -> str:
    return str(item.description)
