"""Requirements that are possibly the same, made one before the room: a line, and a choice by digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.duplicates.sides import choosable
from ui.workshop.big import BigPress, column, words
from workbench.domain import KINDS, Link, Requirement
from workbench.messages import _
from workbench.rules.duplicates import Pair, followers, known_pairs, merged, nearest, set_aside
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
    """Says what a requirement is possibly the same as; asked for, it offers which one stays."""

    def __init__(self, meeting: Meeting, merging: Callable[[Requirement, Requirement], None]) -> None:
        super().__init__()
        self._meeting, self._merging = meeting, merging
        self._passed: set[frozenset[str | None]] = set()
        self._item: Requirement | None = None
        self.pair: Pair[Requirement] | None = None
        self.asks = False
        self.says = words(meeting.session, "read", "amber_t", wrap=True)
        self.follows = words(meeting.session, "read", "ink3", wrap=True)
        self.keeps = [BigPress(meeting.session.theme) for _each in range(2)]
        self.no = BigPress(meeting.session.theme, "ghost")
        inside = column(self, gap=6)
        inside.addWidget(self.says)
        inside.addWidget(self.follows)
        row = QHBoxLayout()
        for button in (*self.keeps, self.no):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch(1)
        inside.addLayout(row)
        for number, button in enumerate(self.keeps):
            button.clicked.connect(lambda _on, number=number: self.take(number))
        self.no.clicked.connect(lambda _on: self.drop())

    def show_item(self, item: Requirement | None) -> None:
        """Look for what is possibly the same as a requirement."""
        if item is None or self._item is None or item.id != self._item.id:
            self.asks = False
        self._item, self.pair = item, self._find(item)
        self._say()

    def _find(self, item: Requirement | None) -> Pair[Requirement] | None:
        if item is None:
            return None
        known = known_pairs(self._meeting.session.context().records(Link)) | self._passed
        others = [
            each
            for each in self._meeting.needs()
            if each.id != item.id and frozenset({each.id, item.id}) not in known
        ]
        return nearest(item.description, others, lambda each: str(each.description))

    def _say(self) -> None:
        pair, tell = self.pair, self._meeting.session.translate
        self.setVisible(pair is not None)
        self.asks = self.asks and pair is not None
        for widget in (self.follows, *self.keeps, self.no):
            widget.setVisible(self.asks)
        if pair is None:
            return
        text = " ".join(pair.first.description.split())
        said = _("Possibly the same as {code}: {text} ({score} %)")
        line = tell(said.fill(code=pair.first.code, text=text, score=pair.score))
        self.says.setText(line if self.asks else f"{line}  · M")
        follows = _("Evidence and votes go to the one that stays; the other stays listed as a duplicate.")
        self.follows.setText(tell(follows))
        for number, (button, item) in enumerate(zip(self.keeps, self._both(), strict=True), 1):
            keep = _("Keep {code}").fill(code=item.code)
            button.setText(f"{number}  {tell(keep)}".replace("&", "&&"))
        self.no.setText("3  " + tell(_("Not the same")))

    def _both(self) -> tuple[Requirement, Requirement]:
        assert self.pair is not None
        assert self._item is not None
        return self._item, self.pair.first

    def ask(self) -> bool:
        """Offer which one stays; False if nothing is the same."""
        self.asks = self.pair is not None
        self._say()
        return self.asks

    def close_question(self) -> bool:
        """Ask no more; False if nothing was asked."""
        asked, self.asks = self.asks, False
        self._say()
        return asked

    def take(self, number: int) -> None:
        """Keep this one or the other, or neither of it."""
        if self.pair is None or number not in range(len(self.keeps)):
            self.drop()
            return
        here, there = self._both()
        self.asks = False
        self._merging(*((here, there) if number == 0 else (there, here)))

    def drop(self) -> None:
        """They are not the same: it is not said again while the meeting lasts."""
        if self.pair is not None:
            self._passed.add(frozenset(each.id for each in self._both()))
        self.asks = False
        self.show_item(self._item)
