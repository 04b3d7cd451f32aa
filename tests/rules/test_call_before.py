"""What is known before a call: when it is, what is asked next, and what the calls before left open."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from workbench.domain import Confirmation, Link, Note, NoteKind, Question
from workbench.rules.asked import ASKED, is_asked, next_question, ticked
from workbench.rules.confirmations import unconfirmed
from workbench.rules.left_open import left_open
from workbench.rules.planned import read_planned

EAST = timezone(timedelta(hours=8))
NOW = datetime(2026, 4, 2, 9, 41, 5, tzinfo=EAST)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-05-06 14:00", datetime(2026, 5, 6, 6, tzinfo=UTC)),
        ("2026/5/6 14:00", datetime(2026, 5, 6, 6, tzinfo=UTC)),
        ("2026年5月6日 14：00", datetime(2026, 5, 6, 6, tzinfo=UTC)),
        ("5-6 14:00", datetime(2026, 5, 6, 6, tzinfo=UTC)),
        ("１５：３０", datetime(2026, 4, 2, 7, 30, tzinfo=UTC)),
        ("明天 9:30", datetime(2026, 4, 3, 1, 30, tzinfo=UTC)),
        ("Tomorrow 9:30", datetime(2026, 4, 3, 1, 30, tzinfo=UTC)),
        ("1-5 10:00", datetime(2027, 1, 5, 2, tzinfo=UTC)),
    ],
)
def test_a_planned_time_is_read_as_people_type_it(text, at):
    assert read_planned(text, NOW) == at


@pytest.mark.parametrize("text", ["", "soon", "14", "25:00", "2-31 10:00", "2026-05-06"])
def test_what_is_no_time_is_read_as_none(text):
    assert read_planned(text, NOW) is None


def test_the_next_question_is_the_first_that_was_not_asked_and_may_not_be_skipped():
    questions = [
        Question(id="a", text="a", answer="yes"),
        Question(id="b", text="b", may_skip=True),
        Question(id="c", text="c"),
    ]
    assert next_question(questions).id == "c"
    questions[2] = ticked(questions[2])
    assert (questions[2].answer, is_asked(questions[2])) == (ASKED, True)
    assert next_question(questions).id == "b"
    assert next_question([ticked(each) for each in questions]) is None


def test_a_tick_leaves_an_answer_as_it_is():
    assert ticked(Question(answer="since March")).answer == "since March"


def note(name, text, kind=NoteKind.QUESTION, **fields):
    return Note(id=name, text=text, note_kind=kind, **fields)


def names(notes, links=(), questions=()):
    return [each.id for each in left_open(notes, links, questions)]


def test_questions_and_follow_ups_are_left_open_each_wording_once():
    notes = [
        note("n1", "what does it cost"),
        note("n2", "send the log", NoteKind.FOLLOW_UP),
        note("n3", "what  does it cost"),
        note("n4", "it fails", NoteKind.PAIN),
        note("n5", "half a que", draft=True),
        note("n6", "  "),
    ]
    assert names(notes) == ["n1", "n2"]


def test_a_question_that_the_client_has_confirmed_is_answered_a_follow_up_is_only_agreed():
    said = {"confirmation": Confirmation.CONFIRMED}
    notes = [note("n1", "a", **said), note("n2", "b", NoteKind.FOLLOW_UP, **said)]
    assert names(notes) == ["n2"]


def test_what_the_client_has_denied_is_not_carried_on():
    notes = [note("n1", "b", NoteKind.FOLLOW_UP, confirmation=Confirmation.REJECTED)]
    assert names(notes) == []


def test_what_a_requirement_was_made_of_is_not_carried_on():
    assert names([note("n1", "a"), note("n2", "b")], [Link(from_="n1", to="r1")]) == ["n2"]


def test_what_was_carried_on_and_answered_is_not_carried_again():
    notes = [note("n1", "what does it cost"), note("n2", "who pays")]
    asked = [
        Question(text="Left open: what does it cost", answer=ASKED),
        Question(text="Left open: who pays"),
    ]
    assert names(notes, (), asked) == ["n2"]


def test_a_record_is_confirmed_as_soon_as_one_of_its_sentences_is():
    notes = [note("n1", "a"), note("n2", "b", confirmation=Confirmation.CORRECTED)]
    links = [Link(from_="n1", to="r1"), Link(from_="n2", to="r2"), Link(from_="n1", to="r2")]
    assert unconfirmed(links, notes) == {"r1"}
    assert unconfirmed([Link(from_="gone", to="r3")], notes) == frozenset()
