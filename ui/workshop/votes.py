"""The votes of one workshop: who has given what, and who was not in the room for it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.domain import Axis, Requirement, Vote
from workbench.messages import _
from workbench.rules.voting import AWAY

if TYPE_CHECKING:
    from ui.workshop.meeting import Meeting

Votes = Mapping[str, Mapping[str, int]]
"""Requirement to voter to score."""
Absent = Mapping[str, Set[str]]
"""Requirement to those who do not vote on it."""


class Ballots:
    """Reads and stores votes. A vote without a score is somebody's who is away; no vote is still to come."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._counted: dict[Axis, tuple[Any, Votes, Absent]] = {}

    def votes(self, axis: Axis) -> Votes:
        """The scores of those who vote now, in their order; the same object while none changes."""
        return self._known(axis)[1]

    def absent(self, axis: Axis) -> Absent:
        """Those who are away, by requirement."""
        return self._known(axis)[2]

    def _known(self, axis: Axis) -> tuple[Any, Votes, Absent]:
        meeting = self._meeting
        key = (meeting.now.id, meeting.voters, meeting.every(Vote))
        if axis not in self._counted or self._counted[axis][0] != key:
            self._counted[axis] = (key, *self._count(axis))
        return self._counted[axis]

    def _count(self, axis: Axis) -> tuple[Votes, Absent]:
        order = {name: number for number, name in enumerate(self._meeting.voters)}
        found: dict[str, dict[str, int]] = {}
        absent: dict[str, set[str]] = {}
        own = [each for each in self._meeting.own(Vote) if each.axis is axis and each.voter in order]
        for vote in sorted(own, key=lambda each: order[each.voter]):
            if vote.score:
                found.setdefault(vote.requirement, {})[vote.voter] = vote.score
            else:
                absent.setdefault(vote.requirement, set()).add(vote.voter)
        return found, absent

    def give(self, item: Requirement, axis: Axis, scores: Mapping[str, int | None]) -> None:
        """Store what voters give: a score, ``AWAY``, or None to take a vote back. No step tells a score."""
        meeting = self._meeting
        known = {
            vote.voter: vote
            for vote in meeting.own(Vote)
            if vote.requirement == item.id and vote.axis is axis
        }
        common: dict[str, Any] = {
            "project": meeting.session.scope,
            "workshop": meeting.now.id,
            "requirement": item.id,
            "axis": axis,
        }
        put = [
            replace(known.get(voter) or Vote(**common, voter=voter), score=None if score == AWAY else score)
            for voter, score in scores.items()
            if score is not None
        ]
        gone = [known[voter] for voter, score in scores.items() if score is None and voter in known]
        label = _("{name}: {count} votes").fill(name=item.code, count=len(put) + len(gone))
        meeting.put(*put, label=label, removed=gone)
