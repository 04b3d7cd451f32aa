"""What of a requirement's evidence may stand on a wall that the client looks at."""

import pytest

from workbench.domain import Confirmation, Link, Note, NoteKind, Relation
from workbench.rules.evidence import said_by_client

THEIRS = {NoteKind.QUOTE, NoteKind.PAIN, NoteKind.NEED, NoteKind.NUMBER}


def shown(*notes):
    links = [Link(from_=note.id, to="r1", relation=Relation.EVIDENCE) for note in notes]
    return said_by_client(links, {note.id: note for note in notes})


@pytest.mark.parametrize("kind", list(NoteKind))
def test_what_we_think_or_plan_is_not_shown_until_they_agree(kind):
    note = Note(text="Said", note_kind=kind)
    assert bool(shown(note)) is (kind in THEIRS)
    assert shown(Note(text="Said", note_kind=kind, confirmation=Confirmation.CONFIRMED))


def test_what_they_rejected_a_draft_and_an_empty_line_are_never_shown():
    rejected = Note(text="Said", note_kind=NoteKind.QUOTE, confirmation=Confirmation.REJECTED)
    draft = Note(text="Sai", note_kind=NoteKind.QUOTE, draft=True)
    assert shown(rejected, draft, Note(text=" ", note_kind=NoteKind.PAIN)) == []


def test_quotes_come_first_and_a_link_that_leads_nowhere_is_left_out():
    pain, quote = Note(text="Slow", note_kind=NoteKind.PAIN), Note(text="It hurts", note_kind=NoteKind.QUOTE)
    assert shown(pain, quote) == [quote, pain]
    assert said_by_client([Link(from_="gone", to="r1")], {}) == []
