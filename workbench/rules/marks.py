"""The mark that begins a line says of what kind the line is (decisions, section 5)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workbench.domain.interview import NoteKind

MARKS: Final[Mapping[str, NoteKind]] = MappingProxyType(
    {
        **dict.fromkeys("!！", NoteKind.PAIN),
        **dict.fromkeys("+＋", NoteKind.NEED),
        **dict.fromkeys("~～", NoteKind.LATENT),
        **dict.fromkeys('"“”＂「', NoteKind.QUOTE),
        **dict.fromkeys("#＃", NoteKind.NUMBER),
        **dict.fromkeys(">＞》", NoteKind.FOLLOW_UP),
        **dict.fromkeys("?？", NoteKind.QUESTION),
    }
)
"""What each first character says, half-width, full-width, or as an input method writes it."""
KINDS: Final = tuple(dict.fromkeys(MARKS.values()))
"""The kinds in the order of their keys, Ctrl+1 to Ctrl+7."""
_CLOSING: Final = {'"': '"', "“": "”", "”": "“”", "＂": "＂", "「": "」"}


def read_mark(text: str) -> tuple[NoteKind | None, str]:
    """The kind that a line's first character says, and the line without it; None if there is no mark.

    Blanks may stand before the mark. A mark that is written twice is a character like any other.
    """
    line = text.lstrip()
    first = line[:1]
    kind = MARKS.get(first)
    if kind is None:
        return None, text
    if line[1:2] == first and line != '""':
        return None, line[1:]
    rest = line[1:].strip()
    return kind, _quoted(first, rest, line.rstrip()) if kind is NoteKind.QUOTE else rest


def _quoted(opening: str, rest: str, line: str) -> str:
    """The words of a quotation: a mark that closes it at the end goes, one within it keeps the line whole."""
    closing = _CLOSING[opening]
    if not any(mark in rest for mark in closing):
        return rest
    if rest[-1] in closing and not any(mark in rest[:-1] for mark in closing + opening):
        return rest[:-1].rstrip()
    return line
