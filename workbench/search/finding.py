"""Records that have the words of a query, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from workbench.domain import Record
from workbench.search.folding import Span, fold, marks
from workbench.search.query import Query, Sort
from workbench.search.readings import pattern, spelled
from workbench.search.shelf import INNER, NEXT, Block, Shelf
from workbench.search.texts import Passage, code_of, passage, title_of

ENOUGH = 300
"""Records that are looked at more closely; the rest of a query that fits thousands waits for more letters."""
SAMPLE = 8
"""Blocks in which words are counted."""
Place = tuple[Block, int]
Ranked = tuple[Record, "Rank"]


class Rank(IntEnum):
    """How well a record fits; the lower the better."""

    CODE = 0
    CODE_BEGINS = 1
    TITLE_BEGINS = 2
    TITLE = 3
    SPELLED = 4
    TEXT = 5


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    item: Record
    rank: Rank
    query: Query

    @property
    def title_spans(self) -> list[Span]:
        """Where the title has what was looked for."""
        title = title_of(self.item)
        if self.rank is Rank.SPELLED:
            found = spelled(self.query.letters, title)
            return [found] if found else []
        return marks(title, self.query.terms)

    @property
    def passage(self) -> Passage | None:
        """Where else it was found: only if the code and the title do not say it all."""
        head = fold(code_of(self.item)) + INNER + fold(title_of(self.item))
        missing = tuple(term for term in self.query.terms if term not in head)
        return passage(self.item, missing) if missing and self.rank is Rank.TEXT else None


def search(
    shelves: Sequence[Shelf], query: Query, limit: int = ENOUGH, recent: Sequence[str] = ()
) -> list[Hit]:
    """The best hits, at most ``limit``, what was opened lately first; none for an empty query.

    Of shelves, the earlier comes first. Everything that fits is found as long as there is room for it.
    """
    if not query and query.sort is not Sort.CODES:
        return []
    found: dict[str, Hit] = {}
    room = max(limit, ENOUGH)
    for item, rank in _all(shelves, query, recent):
        found.setdefault(item.id, Hit(item, rank, query))
        if len(found) >= room:
            break
    late = {identity: place for place, identity in enumerate(recent)}
    order = sorted(found.values(), key=lambda hit: (hit.rank, late.get(hit.item.id, len(late))))
    return order[:limit]


def _all(shelves: Sequence[Shelf], query: Query, recent: Sequence[str]) -> Iterator[Ranked]:
    blocks = [block for shelf in shelves for block in shelf.blocks]
    if query.sort is Sort.CODES:
        yield from _by_code(blocks, query)
        return
    known = (shelf.find(identity) for identity in recent for shelf in shelves)
    yield from _looked_at((place for place in known if place), query)
    driver = _rarest(blocks, query.terms)
    yield from _looked_at(_heads(blocks, driver, whole=len(query.terms) == 1), query)
    if query.letters:
        yield from _spelled(blocks, query.letters)
    bodies = ((block, row) for block in blocks for row in block.bodies.rows(driver))
    yield from ((block.records[row], Rank.TEXT) for block, row in bodies if block.holds(row, query.terms))


def _heads(blocks: Sequence[Block], driver: str, *, whole: bool) -> Iterator[Place]:
    """Where a word stands in a code or title; of too many, those that begin with it come first."""
    first = list(islice(_rows(blocks, driver), ENOUGH))
    if len(first) == ENOUGH and whole:
        yield from _rows(blocks, NEXT + driver)
        yield from _rows(blocks, INNER + driver)
    yield from first
    if len(first) == ENOUGH:
        yield from islice(_rows(blocks, driver), ENOUGH, None)


def _rows(blocks: Iterable[Block], term: str) -> Iterator[Place]:
    return ((block, row) for block in blocks for row in block.heads.rows(term))


def _rarest(blocks: Sequence[Block], terms: Sequence[str]) -> str:
    """The word with the fewest records to look at, by a sample of them."""
    if len(terms) == 1:
        return terms[0]
    some = blocks[:: max(1, len(blocks) // SAMPLE)]
    wholes = [column.whole for block in some for column in (block.heads, block.bodies)]
    return min(terms, key=lambda term: (sum(whole.count(term) for whole in wholes), -len(term)))


def _looked_at(places: Iterable[Place], query: Query) -> Iterator[Ranked]:
    for block, row in places:
        if block.holds(row, query.terms):
            yield block.records[row], _rank(block.heads.part(row), query.terms)


def _rank(head: str, terms: Sequence[str]) -> Rank:
    code, _inner, title = head.partition(INNER)
    first = terms[0]
    if not all(term in head for term in terms):
        return Rank.TEXT
    if code.startswith(first):
        return Rank.CODE if code == first else Rank.CODE_BEGINS
    return Rank.TITLE_BEGINS if title.startswith(first) else Rank.TITLE


def _spelled(blocks: Iterable[Block], letters: str) -> Iterator[Ranked]:
    wanted = pattern(letters)
    for block in blocks:
        for row in block.sounds.rows_like(wanted):
            if spelled(letters, title_of(block.records[row])):
                yield block.records[row], Rank.SPELLED


def _by_code(blocks: Sequence[Block], query: Query) -> Iterator[Ranked]:
    """By code: the number that was typed first, with or without its noughts."""
    term = "".join(query.terms)
    if term.isdecimal():
        exact = re.compile(rf"(?<!\d)0*{re.escape(term.lstrip('0'))}{INNER}")
        yield from (
            (block.records[row], Rank.CODE) for block in blocks for row in block.heads.rows_like(exact)
        )
    for begin in (NEXT, ""):
        for block in blocks:
            for row in block.heads.rows(begin + term) if begin + term else ():
                code = block.heads.part(row).partition(INNER)[0]
                if code and term in code:
                    yield block.records[row], Rank.CODE_BEGINS if begin else Rank.TITLE
