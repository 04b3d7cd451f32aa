"""What a room's votes say: how they are spread, who is furthest apart, what to talk about first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, TypeVar

from workbench.messages import Refusal, _

SCORES: Final = range(1, 6)
AWAY: Final = 0
"""In the place of a score: not in the room for this one."""
AWAY_MARKS: Final = frozenset("0-–—")
SEPARATORS: Final = frozenset(" \t,;/|、，；．.")

T = TypeVar("T")


@dataclass(frozen=True)
class Tally:
    """The votes on one axis of one requirement.

    ``counts`` is how many gave 1, 2, 3, 4 and 5; ``agreement`` the share of those who gave the most frequent
    score; ``highest`` and ``lowest`` name who stands furthest out, nobody where all agree.
    """

    counts: tuple[int, ...]
    median: float
    spread: int
    agreement: float
    highest: tuple[str, ...]
    lowest: tuple[str, ...]

    @property
    def votes(self) -> int:
        """How many have voted."""
        return sum(self.counts)


def tally(votes: Mapping[str, int]) -> Tally | None:
    """What the votes say, voter to score; None before the first."""
    if not votes:
        return None
    given = sorted(votes.values())
    low, high = given[0], given[-1]
    counts = tuple(given.count(score) for score in SCORES)
    apart = high > low
    return Tally(
        counts,
        float(median(given)),
        high - low,
        max(counts) / len(given),
        tuple(who for who, score in votes.items() if apart and score == high),
        tuple(who for who, score in votes.items() if apart and score == low),
    )


def biggest_first(items: Iterable[T], votes: Mapping[T, Mapping[str, int]]) -> list[T]:
    """What to talk about first: the biggest spread, then the least agreement, then the given order."""

    def apart(item: T) -> tuple[int, float]:
        found = tally(votes.get(item, {}))
        return (-found.spread, found.agreement) if found else (1, 1.0)

    return sorted(items, key=apart)


def parse_row(text: str, voters: Sequence[str]) -> dict[str, int]:
    """The votes of all voters in their order from one row of digits, such as ``34455``.

    Full-width digits, blanks and separators are welcome; 0 or a dash is AWAY. Raises Refusal with a
    sentence for the room.
    """
    digits = [mark for mark in unicodedata.normalize("NFKC", text) if mark not in SEPARATORS]
    wrong = next((mark for mark in digits if mark not in "12345" and mark not in AWAY_MARKS), None)
    if wrong is not None:
        text_ = _("“{mark}” is no score: each digit is 1 to 5, or 0 for somebody who is away.")
        raise Refusal(text_.fill(mark=wrong))
    if len(digits) != len(voters):
        text_ = (
            _("{given} digits for {voters} voters: {missing} missing.")
            if len(digits) < len(voters)
            else _("{given} digits for {voters} voters: {missing} too many.")
        )
        missing = abs(len(voters) - len(digits))
        raise Refusal(text_.fill(given=len(digits), voters=len(voters), missing=missing))
    return {
        voter: AWAY if mark in AWAY_MARKS else int(mark) for voter, mark in zip(voters, digits, strict=True)
    }
