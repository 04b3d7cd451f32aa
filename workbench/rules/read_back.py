"""What is read back to the client at the end of a call, the most important first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.domain import Confirmation, Note, NoteKind
from workbench.messages import Message, _
from workbench.rules.confirmations import SETTLED

FIRST: Final = 5
"""So many are read before anything else: nobody listens to twenty."""
_WEIGHTS: Final = {
    NoteKind.NEED: 0,
    NoteKind.LATENT: 0,
    NoteKind.PAIN: 1,
    NoteKind.NUMBER: 2,
    NoteKind.FOLLOW_UP: 3,
    NoteKind.QUESTION: 4,
    NoteKind.QUOTE: 5,
    NoteKind.OBSTACLE: 5,
    NoteKind.NONE: 5,
}
_ALWAYS: Final = {NoteKind.NEED, NoteKind.PAIN, NoteKind.NUMBER, NoteKind.FOLLOW_UP, NoteKind.QUESTION}
CLOSING: Final[tuple[tuple[str, Message], ...]] = (
    ("left_out", _("Is there anything we have left out?")),
    ("summary", _("Summary said in two sentences")),
    ("results", _("Said what we do with the results, and when they hear from us")),
    ("thanks", _("Thanked them for their time")),
)
"""How a conversation is closed (BABOK: overlooked areas, summary, use of results, thanks)."""


def to_read(notes: Iterable[Note]) -> list[Note]:
    """The lines to be read back: what is not settled yet first, needs before pains before figures."""
    found = [note for note in notes if _is_read(note)]
    return sorted(found, key=lambda note: (is_answered(note), _WEIGHTS.get(note.note_kind, 5), note.at))


def is_answered(note: Note) -> bool:
    """Whether the client has said yes or no to a line."""
    return note.confirmation in SETTLED or note.confirmation is Confirmation.REJECTED


def _is_read(note: Note) -> bool:
    if note.draft or not (note.text.strip() or note.paraphrase.strip()):
        return False
    if note.note_kind in _ALWAYS:
        return True
    return note.note_kind is not NoteKind.MOMENT and note.confirmation is not Confirmation.NONE
