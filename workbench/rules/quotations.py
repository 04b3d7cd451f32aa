"""What the client said in their own words, and what each sentence supports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from workbench.domain import (
    Cause,
    Confirmation,
    Interview,
    Link,
    Measure,
    Member,
    Note,
    NoteKind,
    Problem,
    Requirement,
    Solution,
    Task,
)
from workbench.domain.text import one_line
from workbench.rules.confirmations import SETTLED
from workbench.rules.gaps import Records
from workbench.rules.speakers import speakers

_THEIRS: Final = frozenset({NoteKind.QUOTE, NoteKind.PAIN, NoteKind.NEED, NoteKind.NUMBER})
_TARGETS: Final = (Requirement, Problem, Cause, Solution, Task, Measure)
RIVALS: Final = re.compile(
    r"[竞競][品争爭]|(?:别|別)(?:家|的(?:产品|產品|供应商|供應商))|其他(?:供应商|供應商|厂商|廠商)|友商|"
    r"competitor|look at others|other (?:products|vendors|suppliers)|another (?:product|vendor|supplier)",
    re.IGNORECASE,
)
"""Words about who else the client talks to: nothing for a text that others at the client's will read."""


@dataclass(frozen=True)
class Quotation:
    """A sentence of the client; ``supports`` are the records that rest on it."""

    code: str
    note: Note
    interview: Interview | None
    supports: tuple[Any, ...]


def quotations(records: Records, *, discreet: bool = False) -> list[Quotation]:
    """The client's sentences, interview by interview in the order of the call.

    What we said or think, drafts and what the client took back are none of them. ``discreet`` leaves out
    what a client would not want their colleagues to read.
    """
    ours = {one_line(member.name).casefold() for member in records(Member)} - {""}
    targets = {item.id: item for kind in _TARGETS for item in records(kind)}
    supports: dict[str, list[Any]] = {}
    for link in _in_order(records(Link)):
        if link.to in targets and targets[link.to] not in supports.setdefault(link.from_ or "", []):
            supports[link.from_ or ""].append(targets[link.to])
    found = [
        (note, interview)
        for interview, note in _said(records)
        if is_theirs(note, ours) and not (discreet and RIVALS.search(note.text))
    ]
    return [
        Quotation(f"Q{number:02}", note, interview, tuple(supports.get(note.id, ())))
        for number, (note, interview) in enumerate(found, start=1)
    ]


def is_theirs(note: Note, ours: Iterable[str]) -> bool:
    """Whether a line holds the client's own words; ``ours`` are our names, folded."""
    if not note.text.strip() or note.draft or note.confirmation is Confirmation.REJECTED:
        return False
    names = {name.casefold() for name in speakers(note.speaker)}
    if names and names <= set(ours):
        return False
    return note.note_kind in _THEIRS or (note.note_kind is NoteKind.NONE and note.confirmation in SETTLED)


def _said(records: Records) -> Iterator[tuple[Interview | None, Note]]:
    interviews = sorted(records(Interview), key=lambda item: item.position)
    known = {item.id for item in interviews}
    notes = sorted(records(Note), key=lambda note: (note.at, note.position))
    for interview in interviews:
        yield from ((interview, note) for note in notes if note.interview == interview.id)
    yield from ((None, note) for note in notes if note.interview not in known)


def _in_order(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.position)
