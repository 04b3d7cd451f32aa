"""What a reader found in a file, before anybody says what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.messages import Message


@dataclass(frozen=True)
class Trouble:
    """A cell that cannot be read, and why."""

    message: Message


Value = str | int | float | date | Trouble | None
"""What a cell of a file holds."""


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row that is not empty: its number as people see it, its cells by column number, from 1."""

    number: int
    cells: Mapping[int, Value]


@dataclass(frozen=True)
class IncomingSheet:
    """A sheet, or the one sheet of a text file."""

    name: str
    rows: tuple[IncomingRow, ...]
    strict: bool = False
    """Whether a cell to the right of the titles is a mistake, as in a text file, and no side note."""


@dataclass(frozen=True)
class Exported:
    """A table as this program once wrote it: what an edited workbook is compared with.

    ``rows`` are the cells' texts, in the order of ``keys``, by record id; ``cut`` names the cells that were
    too long to be written whole.
    """

    form: str
    head: str
    sheet: str
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cut: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class Incoming:
    """A file as a reader found it. ``exported`` and ``marks`` are empty unless this program wrote it."""

    name: str
    sheets: tuple[IncomingSheet, ...]
    exported: tuple[Exported, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)


def cell_name(column: int, row: int) -> str:
    """A cell as people call it: column 4 of row 7 is ``D7``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
