"""Reading back: the arrows choose, one key keeps the answer with its time."""

import pytest

from tests.ui.hands import Hands
from tests.ui.held_call import find, hold
from workbench.domain import Confirmation


@pytest.fixture
def hands(program, qtbot):
    hold(program)
    hands = Hands(program.window, qtbot)
    hands.keys("Ctrl+R")
    hands.wait(lambda: program.pages.key == "read_back" and program.page.list.hasFocus())
    return hands


def test_what_matters_most_stands_first(program, hands):
    assert program.page.list.identities() == ["n2", "n7", "n5"]
    assert program.page.sentence.text() == "Logins fail every morning"
    assert program.page.bar.state.text() == "1 of 3 answered"


@pytest.mark.parametrize(
    ("key", "state"),
    [("Y", Confirmation.CONFIRMED), ("1", Confirmation.CONFIRMED), ("N", Confirmation.REJECTED),
     ("3", Confirmation.REJECTED)],
)  # fmt: skip
def test_one_key_keeps_the_answer_with_its_time(program, hands, key, state):
    hands.keys(key)
    note = find(program, "n2")
    assert note.confirmation is state
    assert note.confirmed_at is not None
    assert program.page.list.identity == "n7"


def test_an_answer_does_not_move_the_sentences_under_the_eye(program, hands):
    hands.keys("Y")
    assert program.page.list.identities() == ["n2", "n7", "n5"]
    assert program.page.bar.state.text() == "2 of 3 answered"


@pytest.mark.parametrize("key", ["M", "2"])
def test_a_correction_is_typed_and_kept(program, hands, key):
    hands.keys(key)
    hands.wait(program.page.box.hasFocus)
    hands.type(" at nine")
    hands.keys("Return")
    note = find(program, "n2")
    assert (note.paraphrase, note.confirmation) == (
        "Logins fail every morning at nine",
        Confirmation.CORRECTED,
    )
    assert note.text == "Logins fail every morning"
    assert program.page.list.hasFocus()


def test_a_correction_outlives_another_language_and_another_page(program, hands):
    hands.keys("M")
    hands.wait(program.page.box.hasFocus)
    hands.type(" at 9")
    program.choices.speak("zh_CN")
    assert program.page.box.hasFocus()
    program.show_page("triage")
    page = program.show_page("read_back")
    assert (page.box.isVisible(), page.box.toPlainText()) == (True, "Logins fail every morning at 9")


def test_escape_gives_a_correction_up(program, hands):
    hands.keys("M")
    hands.type(" x")
    hands.keys("Escape")
    assert find(program, "n2").confirmation is Confirmation.NONE
    assert program.page.list.hasFocus()


def test_the_arrows_pass_over_the_headings(program, hands):
    hands.keys("Down", "Down")
    assert program.page.list.identity == "n5"
    hands.keys("Up")
    assert program.page.list.identity == "n7"


def test_undo_takes_an_answer_back(program, hands):
    hands.keys("Y", "Ctrl+Z")
    assert find(program, "n2").confirmation is Confirmation.NONE


def test_the_end_of_the_call_is_ticked_and_remembered(program, hands):
    hands.tick("Is there anything we have left out?")
    place = program.page.place()
    assert place["ticked"] == {"call": ["left_out"]}
    hands.tick("Thanked them for their time")
    program.page.restore_place(place)
    assert [key for key, box in program.page.ticks.items() if box.isChecked()] == ["left_out"]


def test_without_an_interview_the_page_says_so(program, qtbot):
    hands = Hands(program.window, qtbot)
    hands.keys("Ctrl+R")
    hands.wait(lambda: program.pages.key == "read_back")
    assert hands.see("After a call what was understood is read back to the client here")
    hands.click("New interview")
    assert program.pages.key == "interview"
    assert program.page.call.interview.code == "V01"
