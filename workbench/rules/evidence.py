"""What supports a record: the links that lead to it, and the sentences they start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.domain import Confirmation, Link, Note, NoteKind, Record, Relation

AGREED = frozenset({Confirmation.CONFIRMED, Confirmation.CORRECTED})
"""What the client has said yes to, in our words or in corrected ones."""
_THEIRS = frozenset({NoteKind.QUOTE, NoteKind.PAIN, NoteKind.NEED, NoteKind.NUMBER})
"""What the client has said themselves; the other kinds are what we think of it or want to do."""
Supports = Mapping[str, list[Link]]


def supports(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links of evidence that lead to each record, by its id."""
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.relation == Relation.EVIDENCE and link.to is not None and link.from_ is not None:
            found.setdefault(link.to, []).append(link)
    return found


def agreed(links: Iterable[Link], notes: Mapping[str, Note]) -> list[Note]:
    """The sentences among some evidence that the client has confirmed."""
    found = (notes.get(link.from_ or "") for link in links)
    return [note for note in found if note is not None and note.confirmation in AGREED]


def said_by_client(links: Iterable[Link], notes: Mapping[str, Note]) -> list[Note]:
    """What may be shown to the client of some evidence: their words, quotes first, nothing they rejected."""
    found = [note for link in links if (note := notes.get(link.from_ or "")) is not None]
    theirs = [
        note
        for note in found
        if note.text.strip()
        and not note.draft
        and note.confirmation is not Confirmation.REJECTED
        and (note.note_kind in _THEIRS or note.confirmation in AGREED)
    ]
    return sorted(theirs, key=lambda note: note.note_kind is not NoteKind.QUOTE)


def moved(links: Iterable[Link], old: Record, new: Record) -> list[Link]:
    """Links of one record as links of another; one between the two, or that is there already, is left out."""
    known = {(link.from_, link.to, link.relation) for link in links}
    found = []
    for link in links:
        if old.id not in {link.from_, link.to}:
            continue
        start, end = (new.id if each == old.id else each for each in (link.from_, link.to))
        if start != end and (start, end, link.relation) not in known:
            known.add((start, end, link.relation))
            found.append(replace(link, from_=start, to=end))
    return found
