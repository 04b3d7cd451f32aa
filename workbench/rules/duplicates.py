"""Which requirements are possibly the same, and what becomes of two that are made one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, TypeVar

from workbench.domain import Link, Record, Relation, Requirement, Verdict, Vote
from workbench.domain.record import fields_of
from workbench.messages import Message, _
from workbench.rules.evidence import moved

T = TypeVar("T")
ENOUGH = 72
"""From this likeness on two texts are possibly the same, of 100."""
SURE = 97
SHARED = 0.45
"""The part of its pairs of letters that the shorter text must share before it is looked at closely."""
SHORTEST = 4
FEW, COMMON = 200, 4
"""In longer lists, pairs of letters that stand in more than one text of four say nothing."""


@dataclass(frozen=True)
class Pair(Generic[T]):
    """Two that are possibly the same: how much alike, of 100, and why."""

    first: T
    second: T
    score: int
    reason: Message


def plain(text: str) -> str:
    """A text without what does not matter: width, case, marks, blanks."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=8000)
def _grams(text: str) -> frozenset[str]:
    """The pairs of letters of a text; kept, since the same texts are looked at with every pause of typing."""
    text = plain(text)
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text})


def likeness(first: str, second: str) -> tuple[int, Message]:
    """How much two texts are alike, of 100, and why; Chinese is compared by its characters."""
    from rapidfuzz import fuzz  # late: only who looks for duplicates needs it

    one, other = plain(first), plain(second)
    if not one or not other:
        return 0, Message("")
    if one == other:
        return 100, _("The same words")
    shorter = min(len(one), len(other))
    inside = fuzz.partial_ratio(one, other) if shorter >= SHORTEST else 0.0
    words = fuzz.token_set_ratio(first.casefold(), second.casefold()) if " " in first.strip() else 0.0
    whole = fuzz.ratio(one, other)
    best = max(whole, inside * 0.94 if shorter >= SHORTEST else 0.0, words * 0.92)
    if inside >= SURE:
        return int(best), _("One contains the other")
    return int(best), _("Nearly the same words")


def pairs(items: Sequence[T], text_of: Callable[[T], str]) -> list[Pair[T]]:
    """Every two that are possibly the same, the most alike first."""
    texts = [text_of(item) for item in items]
    grams = [_grams(text) for text in texts]
    places: dict[str, list[int]] = {}
    found = []
    most = len(items) // COMMON if len(items) > FEW else len(items)
    for at, own in enumerate(grams):
        shared: Counter[int] = Counter()
        for gram in own:
            known = places.setdefault(gram, [])
            if len(known) <= most:
                shared.update(known)
            known.append(at)
        for other, count in shared.items():
            if count >= SHARED * min(len(own), len(grams[other])):
                score, reason = likeness(texts[other], texts[at])
                if score >= ENOUGH:
                    found.append(Pair(items[other], items[at], score, reason))
    return sorted(found, key=lambda pair: -pair.score)


def nearest(text: str, items: Iterable[T], text_of: Callable[[T], str]) -> Pair[T] | None:
    """What a new text is possibly the same as, the most alike of all."""
    own, best = _grams(text), None
    if len(plain(text)) < SHORTEST:
        return None
    for item in items:
        grams = _grams(text_of(item))
        if len(own & grams) >= SHARED * min(len(own), len(grams)):
            score, reason = likeness(text, text_of(item))
            if score >= ENOUGH and (best is None or score > best.score):
                best = Pair(item, item, score, reason)
    return best


def nearest_first(text: str, items: Iterable[T], text_of: Callable[[T], str]) -> list[tuple[T, int]]:
    """Everything with how much it is like a text, of 100, the most alike first."""
    found = [(item, likeness(text, text_of(item))[0]) for item in items]
    return sorted(found, key=lambda each: -each[1])


def known_pairs(links: Iterable[Link]) -> set[frozenset[str | None]]:
    """The ids of those that are known to be the same already."""
    return {frozenset({link.from_, link.to}) for link in links if link.relation == Relation.DUPLICATE}


def merged(kept: Record, other: Record, names: Iterable[str]) -> Any:
    """The record that is kept, with some fields of the other."""
    return replace(kept, **{name: getattr(other, name) for name in names})


def followers(records: Iterable[Record], kept: Record, other: Record) -> list[Record]:
    """Whatever names the other record, naming the one that is kept; what that one has already is left out."""
    every = list(records)
    found: list[Record] = list(moved([each for each in every if isinstance(each, Link)], other, kept))
    votes = {
        (each.workshop, each.axis, each.voter)
        for each in every
        if isinstance(each, Vote) and each.requirement == kept.id
    }
    for each in every:
        if isinstance(each, Link):
            continue
        if isinstance(each, Vote) and (each.workshop, each.axis, each.voter) in votes:
            continue
        names = [
            name
            for name, field in fields_of(type(each)).items()
            if field.metadata.get("refers") and getattr(each, name) == other.id
        ]
        if names:
            changes: dict[str, Any] = dict.fromkeys(names, kept.id)
            found.append(replace(each, **changes))
    return found


def set_aside(other: Requirement, kept: Requirement, reason: str) -> tuple[Requirement, Link]:
    """The other requirement as it stays listed, and the link that says what it repeats."""
    out = replace(other, verdict=Verdict.REJECTED, verdict_reason=other.verdict_reason or reason)
    return out, Link(project=other.project, from_=other.id, to=kept.id, relation=Relation.DUPLICATE)
