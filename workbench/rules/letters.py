"""What is written after a call: the pieces of a letter, its plain text, and the way back from edited text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from workbench.domain import Account, Interview, Note, Point, Project, Stage
from workbench.domain.text import clean, one_line
from workbench.messages import Message, Translate, trilingual
from workbench.rules.deadlines import MONTHS

Records = Callable[[type[Any]], Sequence[Any]]

_NUMERALS: Final = "一二三四五六七八九十"
_HEADING: Final = re.compile(rf"(?:[{_NUMERALS}]{{1,2}}、|\d{{1,2}}\. )\s*(?P<text>\S.*)")
_ITEM: Final = re.compile(r"[-·•]\s*(?P<text>\S.*)")
_DAY: Final = trilingual(
    en="{day} {month} {year}", zh_CN="{year}年{month}{day}日", zh_TW="{year}年{month}{day}日"
)
_NUMBERED: Final = trilingual(en="{number}. {text}", zh_CN="{han}、{text}", zh_TW="{han}、{text}")
_DOTTED: Final = trilingual(en="- {text}", zh_CN="· {text}", zh_TW="· {text}")


class Part(StrEnum):
    """What a piece of a letter is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"


@dataclass(frozen=True)
class Piece:
    """One line or paragraph of a letter."""

    part: Part
    text: str


@dataclass(frozen=True)
class Call:
    """One interview with what belongs to it; ``notes`` in the order of the call."""

    interview: Interview
    project: Project
    client: str = ""
    notes: Sequence[Note] = ()
    stages: Sequence[Stage] = ()
    points: Sequence[Point] = ()
    records: Records = field(default=lambda _kind: (), compare=False, repr=False)


def call_of(records: Records, project: Project, interview: Interview) -> Call:
    """An interview with its lines, sections and points; a line that is still being typed is no part of it."""
    accounts = {item.id: item.name for item in records(Account)}
    stages = [item for item in records(Stage) if item.interview == interview.id]
    own = {item.id for item in stages}
    notes = (item for item in records(Note) if item.interview == interview.id and not item.draft)
    return Call(
        interview,
        project,
        accounts.get(interview.account or project.account or "", ""),
        sorted(notes, key=lambda item: (item.at, item.position)),
        sorted(stages, key=lambda item: item.position),
        [item for item in records(Point) if item.stage in own],
        records,
    )


def sections(groups: Iterable[tuple[Message, Iterable[str]]], translate: Translate) -> Iterator[Piece]:
    """A heading with items for every group that has any."""
    for title, texts in groups:
        items = [one_line(text) for text in texts]
        if items:
            yield Piece(Part.HEADING, translate(title))
            yield from (Piece(Part.ITEM, text) for text in items)


def plain(pieces: Iterable[Piece], translate: Translate) -> str:
    """The letter as text that any mail or chat program shows as it is."""
    lines: list[str] = []
    headings = 0
    before = Part.TITLE
    for piece in pieces:
        if lines and not (piece.part is Part.ITEM and before in {Part.ITEM, Part.HEADING}):
            lines.append("")
        text = clean(piece.text)
        if piece.part is Part.HEADING:
            headings += 1
            text = translate(_NUMBERED.fill(number=headings, han=_han(headings), text=one_line(text)))
        elif piece.part is Part.ITEM:
            text = translate(_DOTTED.fill(text=one_line(text)))
        lines.append(text)
        before = piece.part
    return "\n".join(lines) + "\n"


def parsed(text: str) -> list[Piece]:
    """The pieces of a letter that somebody may have edited; its first line is the title."""
    found: list[Piece] = []
    after_blank = True
    for line in map(str.strip, clean(text).split("\n")):
        if line:
            found.append(_piece(line, first=not found, after_blank=after_blank))
        after_blank = not line
    return found


def _piece(line: str, *, first: bool, after_blank: bool) -> Piece:
    if first:
        return Piece(Part.TITLE, line)
    if match := _ITEM.fullmatch(line):
        return Piece(Part.ITEM, match["text"])
    if after_blank and _HEADING.fullmatch(line):
        return Piece(Part.HEADING, line)
    return Piece(Part.TEXT, line)


def day_of(call: Call, translate: Translate) -> str:
    """The day of the call as people write it; empty for a call that has not begun."""
    at = call.interview.started_at or call.interview.planned_at
    if at is None:
        return ""
    day = at.astimezone().date()
    return translate(_DAY.fill(year=day.year, month=MONTHS[day.month - 1], day=day.day))


def _han(number: int) -> str:
    return _NUMERALS[(number - 1) % 10] if number <= len(_NUMERALS) else f"十{_NUMERALS[(number - 1) % 10]}"
