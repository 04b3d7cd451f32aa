"""What was left open in the calls before, to be asked in the next one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.domain import Confirmation, Link, Note, NoteKind, Question, Relation
from workbench.rules.asked import is_asked
from workbench.rules.confirmations import SETTLED

OPEN: Final = frozenset({NoteKind.QUESTION, NoteKind.FOLLOW_UP})


def left_open(notes: Iterable[Note], links: Iterable[Link], questions: Iterable[Question]) -> list[Note]:
    """The open questions and follow-ups that nothing has settled, each wording once, in their order.

    Settled is a line of which a requirement or a problem was made; one that the client denied; a question,
    but not a follow-up, that the client confirmed; one that was carried into a call and answered there.
    """
    made = {link.from_ for link in links if link.relation is Relation.EVIDENCE}
    answered = [question.text for question in questions if is_asked(question)]
    found: dict[str, Note] = {}
    for note in notes:
        words = " ".join(note.text.split())
        if note.draft or not words or note.note_kind not in OPEN or note.id in made or _is_told(note):
            continue
        if not any(text.endswith(words) for text in answered):
            found.setdefault(words, note)
    return list(found.values())


def _is_told(note: Note) -> bool:
    if note.note_kind is NoteKind.QUESTION and note.confirmation in SETTLED:
        return True
    return note.confirmation is Confirmation.REJECTED
