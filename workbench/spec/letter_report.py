"""A letter or the minutes as a document for Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.report import Block, Heading, Paragraph, Report
from workbench.rules.letters import Part, Piece


def letter_report(pieces: Iterable[Piece], language: str, author: str = "") -> Report:
    """The document of a letter in one language; it has no cover."""
    known = list(pieces)
    title = next((piece.text for piece in known if piece.part is Part.TITLE), "")
    return Report(title=title, language=language, blocks=tuple(_blocks(known)), author=author, footer=title)


def _blocks(pieces: Iterable[Piece]) -> Iterator[Block]:
    for piece in pieces:
        if piece.part is Part.TITLE:
            yield Heading(piece.text, 2)
        elif piece.part is Part.HEADING:
            yield Heading(piece.text, 3)
        elif piece.part is Part.ITEM:
            yield Paragraph(piece.text, "bullet")
        else:
            yield Paragraph(piece.text)
