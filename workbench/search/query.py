"""What somebody has typed to find something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.search.folding import fold, terms
from workbench.search.readings import letters_of


class Sort(StrEnum):
    """What is looked for."""

    ALL = "all"
    COMMANDS = "commands"
    CODES = "codes"


@dataclass(frozen=True)
class Query:
    """The words of a query, folded, and its letters if it may be a reading."""

    sort: Sort
    text: str
    terms: tuple[str, ...]
    letters: str

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.terms)


SIGNS = {">": Sort.COMMANDS, "#": Sort.CODES}
"""First characters that narrow a search; NFKC makes the full-width ones the same."""


def read_query(typed: str) -> Query:
    """Understand what was typed: ``>`` looks for commands only, ``#`` for codes only."""
    text = typed.strip()
    sort = SIGNS.get(fold(text[:1]), Sort.ALL)
    rest = text if sort is Sort.ALL else text[1:].strip()
    return Query(sort, rest, terms(rest), letters_of(rest))
