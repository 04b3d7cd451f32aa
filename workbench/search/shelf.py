"""The texts of one project, or of the library, ready to be searched from memory."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from workbench.domain import Record
from workbench.search.folding import fold
from workbench.search.readings import sounds
from workbench.search.texts import code_of, texts_of, title_of

SIZE = 512
"""Records in a block: a change folds one record and joins one block anew."""
NEXT = "\0"
INNER = "\1"
"""What stands before each record, and between the texts of one; no folded text holds them."""


class Column:
    """One text for each record, all in a row, so that one search goes through them."""

    def __init__(self, parts: Sequence[str]) -> None:
        self.whole = NEXT + NEXT.join(parts)
        self._starts = array("I", accumulate((len(part) + 1 for part in parts[:-1]), initial=1))

    def parts(self) -> list[str]:
        """The texts one by one."""
        return self.whole[1:].split(NEXT)

    def part(self, row: int) -> str:
        """One of the texts."""
        start = self._starts[row]
        return self.whole[start : self._starts[row + 1] - 1 if row + 1 < len(self._starts) else None]

    def spliced(self, row: int, new: Sequence[str]) -> Column:
        """The column with other texts in the place of one."""
        parts = self.parts()
        parts[row : row + 1] = new
        return Column(parts)

    def rows(self, term: str) -> Iterator[int]:
        """The rows in which something stands, each once, in order."""
        at = self.whole.find(term)
        while at >= 0:
            row = bisect_right(self._starts, at + (term[0] == NEXT)) - 1
            yield row
            if row + 1 == len(self._starts):
                return
            at = self.whole.find(term, self._starts[row + 1] - 1)

    def rows_like(self, wanted: re.Pattern[str]) -> Iterator[int]:
        """The rows in which a pattern is found, each once, in order."""
        last = -1
        for found in wanted.finditer(self.whole):
            row = bisect_right(self._starts, found.start()) - 1
            if row != last:
                last = row
                yield row


class Block:
    """Some records in order: what each is called by, and all its other texts."""

    def __init__(self, records: Sequence[Record], heads: Column, bodies: Column) -> None:
        self.records = records
        self.heads = heads
        self.bodies = bodies

    @classmethod
    def of(cls, records: Sequence[Record]) -> Block:
        """A block of these records."""
        folded = [folded_of(item) for item in records]
        return cls(
            records, Column([head for head, _body in folded]), Column([body for _head, body in folded])
        )

    @cached_property
    def sounds(self) -> Column:
        """The titles by their first letters."""
        return Column([sounds(head.partition(INNER)[2]) for head in self.heads.parts()])

    def replaced(self, row: int, item: Record | None) -> Block:
        """The block with another record in a row, or without it."""
        new = [] if item is None else [item]
        folded = [folded_of(each) for each in new]
        return Block(
            [*self.records[:row], *new, *self.records[row + 1 :]],
            self.heads.spliced(row, [head for head, _body in folded]),
            self.bodies.spliced(row, [body for _head, body in folded]),
        )

    def holds(self, row: int, terms: Iterable[str]) -> bool:
        """Whether a record has every one of these words."""
        head, body = self.heads.part(row), None
        for term in terms:
            if term not in head:
                body = self.bodies.part(row) if body is None else body
                if term not in body:
                    return False
        return True


def folded_of(item: Record) -> tuple[str, str]:
    """A record's code and title, and its other texts, as they are searched."""
    head = fold(code_of(item)) + INNER + fold(title_of(item))
    return head, INNER.join(fold(text) for _name, text in texts_of(item))


class Shelf:
    """The records of one scope in blocks. A change costs one block."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        found = list(records)
        self.blocks = [Block.of(found[at : at + SIZE]) for at in range(0, len(found), SIZE)]
        self._places = {item.id: block for block in self.blocks for item in block.records}
        for block in self.blocks:
            len(block.sounds.whole)  # made here, where nobody waits for it

    def __len__(self) -> int:
        return len(self._places)

    def find(self, identity: str) -> tuple[Block, int] | None:
        """The block of a record, and its row there."""
        block = self._places.get(identity)
        if block is None:
            return None
        return block, next(row for row, item in enumerate(block.records) if item.id == identity)

    def put(self, item: Record) -> None:
        """Take a record in, or take over what has changed of it."""
        found = self.find(item.id)
        last = self.blocks[-1] if self.blocks else None
        if found is not None:
            self._swap(found[0], found[0].replaced(found[1], item))
        elif last is not None and len(last.records) < SIZE:
            self._swap(last, last.replaced(len(last.records), item))
        else:
            self.blocks.append(Block.of([item]))
            self._places[item.id] = self.blocks[-1]

    def remove(self, identity: str) -> None:
        """Take a record out."""
        found = self.find(identity)
        if found is None:
            return
        block, row = found
        del self._places[identity]
        if len(block.records) == 1:
            self.blocks.remove(block)
        else:
            self._swap(block, block.replaced(row, None))

    def _swap(self, old: Block, new: Block) -> None:
        self.blocks[self.blocks.index(old)] = new
        self._places.update((item.id, new) for item in new.records)
