"""What is read back: what is open first, what matters most first, nothing that was only stamped."""

from tests.rules.calls import note
from workbench.domain import Confirmation, NoteKind
from workbench.rules.read_back import to_read


def ids(*notes):
    return [each.id for each in to_read(notes)]


def test_needs_come_before_pains_before_figures_before_follow_ups():
    kinds = [NoteKind.QUESTION, NoteKind.FOLLOW_UP, NoteKind.NUMBER, NoteKind.PAIN, NoteKind.NEED]
    notes = [note(number, "words", kind) for number, kind in enumerate(kinds, 1)]
    assert ids(*notes) == ["n5", "n4", "n3", "n2", "n1"]


def test_what_the_client_has_answered_comes_last():
    answered = [
        note(number, "words", NoteKind.NEED, state)
        for number, state in enumerate(
            (Confirmation.CONFIRMED, Confirmation.CORRECTED, Confirmation.REJECTED), 1
        )
    ]
    assert ids(*answered, note(4, "words", NoteKind.QUESTION))[0] == "n4"


def test_a_stamp_a_draft_and_small_talk_are_not_read():
    assert (
        ids(
            note(1, "", NoteKind.MOMENT),
            note(2, "half", NoteKind.NEED, draft=True),
            note(3, "weather"),
            note(4, " ", NoteKind.NEED),
        )
        == []
    )


def test_a_guess_of_ours_is_read_once_it_has_been_paraphrased():
    guess = note(1, "wants to shine", NoteKind.LATENT)
    asked = note(
        2, "fewer steps", NoteKind.LATENT, Confirmation.PARAPHRASED, paraphrase="You mean fewer steps?"
    )
    assert ids(guess, asked) == ["n2"]
