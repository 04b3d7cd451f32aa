"""The tree of causes below a phenomenon and what it says about root causes (templates.md 5.2-5.4, H2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import dropwhile
from operator import ne

from workbench.domain.problem import Cause, CauseState


class Answer(StrEnum):
    """What the last cell of template 3 says: 是, 否 or 待验证."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Tree:
    """Causes by what they explain: ``tops`` explain the phenomenon itself, ``below`` is by the parent's id.

    Every cause stands in it exactly once. One whose parent is missing or itself is a top; of causes that are
    their own ancestors the first is.
    """

    tops: tuple[Cause, ...]
    below: Mapping[str, tuple[Cause, ...]]

    def children(self, cause: Cause) -> tuple[Cause, ...]:
        """The causes that explain this one directly, in order."""
        return self.below.get(cause.id, ())

    def descendants(self, cause: Cause) -> Iterator[Cause]:
        """All causes below this one, each before its own children, in order."""
        stack = [*reversed(self.children(cause))]
        while stack:
            found = stack.pop()
            yield found
            stack.extend(reversed(self.children(found)))


Causes = Tree | Iterable[Cause]
"""Causes of one problem, grown into a tree or not yet."""


def tree(causes: Causes) -> Tree:
    """The causes of a problem as a tree, siblings by position; a tree stays as it is."""
    if isinstance(causes, Tree):
        return causes
    ordered = sorted(causes, key=lambda cause: cause.position)
    parents = _parents(ordered)
    tops: list[Cause] = []
    below: dict[str, list[Cause]] = {}
    for cause in ordered:
        parent = parents[cause.id]
        (tops if parent is None else below.setdefault(parent, [])).append(cause)
    return Tree(tuple(tops), {parent: tuple(found) for parent, found in below.items()})


def _parents(causes: Sequence[Cause]) -> dict[str, str | None]:
    """Each cause's parent if there is one; no cause is its own ancestor."""
    order = {cause.id: number for number, cause in enumerate(causes)}
    parents = {cause.id: cause.parent if cause.parent in order else None for cause in causes}
    grounded: set[str] = set()
    for cause in causes:
        way: dict[str, None] = {}
        here: str | None = cause.id
        while here is not None and here not in grounded and here not in way:
            way[here] = None
            here = parents[here]
        if here in way:
            circle = [*dropwhile(partial(ne, here), way)]
            parents[min(circle, key=order.__getitem__)] = None
        grounded.update(way)
    return parents


def is_root(cause: Cause) -> bool:
    """Whether a cause is a root cause: claimed to be one **and** verified."""
    return cause.root_claimed and cause.state is CauseState.VERIFIED


def children(cause: Cause, causes: Causes) -> tuple[Cause, ...]:
    """The causes that explain this one directly."""
    return tree(causes).children(cause)


def deeper_roots(cause: Cause, causes: Causes) -> tuple[Cause, ...]:
    """The root causes below a row of template 3, for the note under the table."""
    return tuple(filter(is_root, tree(causes).descendants(cause)))


def answer(cause: Cause, causes: Causes) -> Answer:
    """Whether a row of template 3 is a root cause (decisions.md 2): itself or through one below it."""
    family = (cause, *tree(causes).descendants(cause))
    if any(map(is_root, family)):
        return Answer.YES
    return Answer.PENDING if any(map(_is_open, family)) else Answer.NO


def _is_open(cause: Cause) -> bool:
    """Whether a root cause may yet come of it: claimed and not refuted, or being verified."""
    claimed = cause.root_claimed and cause.state is not CauseState.REFUTED
    return claimed or cause.state is CauseState.VERIFYING


def claimed_unverified(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """The causes that somebody called a root cause and nobody has verified."""
    return tuple(cause for cause in causes if cause.root_claimed and not is_root(cause))
