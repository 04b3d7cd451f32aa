"""The lines that are still to be sorted, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain import Note, NoteKind

AROUND = 2
"""So many lines before and after are shown with one."""


def unsorted(notes: Sequence[Note]) -> list[str]:
    """The ids of the lines without a kind: stamps without text first, then by time."""
    found = [note for note in notes if note.note_kind is NoteKind.NONE or is_blank(note)]
    return [note.id for note in sorted(found, key=lambda note: (not is_blank(note), note.at))]


def is_blank(note: Note) -> bool:
    """Whether somebody only stamped a moment."""
    return not note.text.strip()


class Queue:
    """Goes through lines; those that were sorted meanwhile can still be gone back to."""

    def __init__(self, identities: Sequence[str]) -> None:
        self.identities = list(identities)
        self.at = 0

    @property
    def current(self) -> str:
        """The line of now; empty at the end."""
        return self.identities[self.at] if self.at < len(self.identities) else ""

    def step(self, step: int) -> None:
        """Go on or back."""
        self.at = min(max(self.at + step, 0), len(self.identities))

    def keep(self, known: set[str]) -> None:
        """Forget the lines that are gone."""
        before = self.identities[: self.at]
        self.at -= sum(identity not in known for identity in before)
        self.identities = [identity for identity in self.identities if identity in known]

    def add(self, identities: Sequence[str]) -> None:
        """Take lines in that came later."""
        self.identities += [identity for identity in identities if identity not in self.identities]


def around(notes: Sequence[Note], identity: str) -> tuple[list[Note], list[Note]]:
    """The lines just before and just after one."""
    places = [place for place, note in enumerate(notes) if note.id == identity]
    if not places:
        return [], []
    [at] = places
    return list(notes[max(0, at - AROUND) : at]), list(notes[at + 1 : at + 1 + AROUND])
