"""A printed document before it has a format: a list of blocks that any writer can write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from workbench.charts.scene import Scene


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


Cell = str | int | float | date | None
"""A date is a date; None is an empty cell."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    ``width`` is in characters of Latin text. ``choices`` and ``low``/``high`` are what a cell may hold, for
    validation in a workbook. ``formula`` is an Excel formula in which ``{key}`` stands for the cell of the
    column with that key in the same row; cells of such a column hold its result. ``derived`` columns are
    never read back. ``tones`` colours cells by their text.
    """

    key: str
    title: str
    width: int = 12
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    formula: str = ""
    derived: bool = False
    tones: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One record's cells: ``cells`` for the document's columns, ``working`` for the others."""

    cells: tuple[Cell, ...]
    working: tuple[Cell, ...] = ()
    record: str = ""
    level: int = 0
    """The depth in a tree, 0 for a top row; documents indent the first text column by it."""


@dataclass(frozen=True)
class Group:
    """A row that spans the table and names the rows below it."""

    title: str
    tone: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a header.

    ``columns`` are exactly the source document's; ``working`` columns appear in workbooks only, to the right
    and grouped away. Neighbouring equal cells of the columns named in ``merged`` become one cell. ``form`` is
    the key of the form.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    working: tuple[Column, ...] = ()
    merged: tuple[str, ...] = ()
    form: str = ""
    head: str = ""
    """The id of the record whose rows these are (a problem, a plan), if any."""


@dataclass(frozen=True)
class Brand:
    """Whose document it is: an organisation's name, and the bytes of its logo (PNG or JPEG)."""

    name: str = ""
    logo: bytes = b""


UNBRANDED = Brand()
"""Nobody's."""


@dataclass(frozen=True)
class Title:
    """The document's title and the facts below it, each a label and a text; whose it is stands above."""

    text: str
    facts: tuple[tuple[str, str], ...] = ()
    brand: Brand = UNBRANDED


@dataclass(frozen=True)
class Heading:
    """A title in the text."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Text; ``style`` is ``body``, ``bullet``, ``caption``, ``quote`` or ``note``."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Facts:
    """Labelled values, such as the head of a template (the problem's phenomenon, the plan's name)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Figure:
    """A drawing with a caption below it and a text for those who cannot see it.

    ``chart`` asks a workbook for a native scatter chart beside the picture's table: it names the columns of
    x, y and label.
    """

    scene: Scene
    caption: str
    alt: str
    chart: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page; ``landscape`` turns it."""

    landscape: bool = False


Block = Title | Heading | Paragraph | Facts | Table | Figure | PageBreak


@dataclass(frozen=True)
class Report:
    """A whole document in one language.

    ``title`` and ``author`` go into the file's properties; ``marks`` are written into a workbook's hidden
    sheet, so that an edited workbook can be compared with what was exported.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    author: str = ""
    footer: str = ""
    marks: tuple[tuple[str, str], ...] = ()


def branded(report: Report, brand: Brand) -> Report:
    """The same document as an organisation's own: on its cover, at its foot and in its properties."""
    if brand == UNBRANDED:
        return report
    blocks = tuple(
        replace(block, brand=brand) if isinstance(block, Title) else block for block in report.blocks
    )
    footer = " · ".join(text for text in (brand.name, report.footer) if text)
    return replace(report, blocks=blocks, footer=footer, author=brand.name or report.author)
