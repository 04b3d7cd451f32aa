"""What Word and Excel files have in common: fonts by language, colours, texts of cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.domain.text import clean
from workbench.messages import Translate, translator
from workbench.report import Cell, Group, Kind, Row, Table
from workbench.tokens import LIGHT

LATIN: Final = "Segoe UI"
EAST_ASIAN: Final = {"zh_CN": "Microsoft YaHei", "zh_TW": "Microsoft JhengHei", "en": "Microsoft YaHei"}
"""The font of Chinese characters by language; an English document may quote a client's Chinese words."""
EAST_TAGS: Final = {"zh_CN": "zh-CN", "zh_TW": "zh-TW", "en": "zh-CN"}
"""The language of a document's Chinese characters, as Office names it."""
TAGS: Final = {"zh_CN": "zh-CN", "zh_TW": "zh-TW", "en": "en-US"}
"""A language as Office names it."""


def words(language: str) -> Translate:
    """The translator of a document's own few words (Figure, page …); English while a catalogue is missing."""
    try:
        return translator(language)
    except OSError:
        return translator("en")


def colour(name: str) -> str:
    """A token's colour on paper as RRGGBB, such as ``accent_t``; an unknown name is plain ink."""
    return LIGHT.get(name, LIGHT["ink1"]).lstrip("#")


def cell_text(cell: Cell) -> str:
    """A cell as the document shows it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell))


def width_of(text: str) -> int:
    """Roughly how wide a line is, in Latin characters: East Asian ones count double."""
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))


def spans(rows: tuple[Row | Group, ...], table: Table) -> Iterator[tuple[int, int, int]]:
    """The runs of neighbouring rows to merge: column, first row, number of rows (at least 2).

    A column named later in ``merged`` never runs across a border of one named earlier.
    """
    columns = [
        index for key in table.merged for index, column in enumerate(table.columns) if column.key == key
    ]
    for depth, column in enumerate(columns):
        keys = [_run_key(row, columns[: depth + 1]) for row in rows]
        start = 0
        for end in range(1, len(rows) + 1):
            if end == len(rows) or keys[end] is None or keys[end] != keys[start]:
                if end - start > 1:
                    yield column, start, end - start
                start = end


def _run_key(row: Row | Group, columns: list[int]) -> tuple[Cell, ...] | None:
    if isinstance(row, Group):
        return None
    key = tuple(row.cells[index] for index in columns)
    return key if key[-1] not in (None, "") else None


def indented(table: Table) -> int:
    """The place of the column that shows a tree's depth: the first one of text that is not merged."""
    own = (
        i
        for i, column in enumerate(table.columns)
        if column.kind is Kind.TEXT and column.key not in table.merged
    )
    return next(own, 0)
