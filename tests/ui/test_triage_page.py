"""After the call: untyped lines one after another, each sorted by one key, without a mouse."""

import pytest

from tests.ui.hands import Hands
from tests.ui.held_call import find, hold
from tests.ui.stand import put_in
from workbench.domain import Link, NoteKind, Problem, Requirement


@pytest.fixture
def hands(program, qtbot):
    hold(program)
    hands = Hands(program.window, qtbot)
    hands.keys("Ctrl+Shift+T")
    hands.wait(lambda: program.pages.key == "triage")
    hands.wait(program.page.card.text.hasFocus)
    return hands


def shown(program):
    return program.page.card.line.text(), program.page.bar.state.text()


def past_the_stamp(hands):
    hands.keys("Return", "Space")


def test_a_stamp_without_words_comes_first_and_asks_for_them(program, hands):
    assert "01:30" in program.page.card.meta.text()
    assert program.page.bar.state.text() == "1 of 3"
    hands.type("invoice was wrong")
    hands.keys("Return", "1")
    assert (find(program, "n3").text, find(program, "n3").note_kind) == ("invoice was wrong", NoteKind.PAIN)
    assert shown(program) == ("We keep 3 warehouses", "2 of 3")


def test_chinese_words_for_a_stamp_go_in_once(program, hands):
    put_in(program.page.card.text, "账单错了")
    hands.keys("Return")
    assert find(program, "n3").text == "账单错了"


def test_a_digit_gives_the_kind_and_goes_on(program, hands):
    past_the_stamp(hands)
    hands.keys("5")
    assert find(program, "n1").note_kind is NoteKind.NUMBER
    assert shown(program) == ("Please add two more agents", "3 of 3")


@pytest.mark.parametrize(
    ("key", "kind"),
    [("1", NoteKind.PAIN), ("4", NoteKind.QUOTE), ("6", NoteKind.FOLLOW_UP), ("7", NoteKind.QUESTION),
     ("8", NoteKind.OBSTACLE), ("9", NoteKind.MOMENT)],
)  # fmt: skip
def test_each_digit_has_its_kind(program, hands, key, kind):
    past_the_stamp(hands)
    hands.keys(key)
    assert find(program, "n1").note_kind is kind


def test_a_need_is_asked_for_what_is_behind_it(program, hands):
    past_the_stamp(hands)
    hands.keys("Space", "2")
    assert find(program, "n4").note_kind is NoteKind.NEED
    hands.wait(program.page.card.need.hasFocus)
    assert program.page.card.prompt.text() == "If you had it, what would be better?"
    hands.type("somebody answers at once")
    hands.keys("Return")
    assert find(program, "n4").real_need == "somebody answers at once"
    assert program.page.note is None


def test_space_skips_and_backspace_goes_back(program, hands):
    past_the_stamp(hands)
    hands.keys("Space")
    assert shown(program)[0] == "Please add two more agents"
    hands.keys("Backspace")
    assert shown(program)[0] == "We keep 3 warehouses"
    assert find(program, "n1").note_kind is NoteKind.NONE


def test_the_text_can_be_changed_and_digits_are_digits_in_it(program, hands):
    past_the_stamp(hands)
    hands.keys("E")
    hands.type(", soon 7")
    hands.keys("Return")
    assert find(program, "n1").text == "We keep 3 warehouses, soon 7"
    assert find(program, "n1").note_kind is NoteKind.NONE
    hands.keys("5")
    assert find(program, "n1").note_kind is NoteKind.NUMBER


def test_escape_leaves_the_text_and_deletes_nothing(program, hands):
    hands.type("half")
    hands.keys("Escape")
    assert program.page.card.hasFocus()
    assert find(program, "n3").text == "half"


@pytest.mark.parametrize(("key", "kind"), [("R", Requirement), ("P", Problem)])
def test_a_line_becomes_a_requirement_or_a_problem_with_its_source(program, hands, key, kind):
    past_the_stamp(hands)
    hands.keys("Space", key)
    session = program.desk.session
    [made] = session.workspace.all(kind, session.scope)
    [link] = session.workspace.all(Link, session.scope)
    assert (link.from_, link.to) == ("n4", made.id)
    hands.keys("Ctrl+Z")
    assert session.workspace.all(kind, session.scope) == []
    assert session.workspace.all(Link, session.scope) == []
    assert find(program, "n4").note_kind is NoteKind.NONE


def test_the_lines_around_are_shown(program, hands):
    past_the_stamp(hands)
    hands.keys("Space")
    card = program.page.card
    assert [each.text() for each in card.before] == ["01:00 Logins fail every morning", "01:30 ____"]
    assert [each.text() for each in card.after] == [
        "02:30 400 orders a day",
        "03:00 Nobody reads the approvals",
    ]


def test_after_the_last_line_comes_the_letter(program, hands):
    past_the_stamp(hands)
    hands.keys("5", "8")
    assert program.page.done.title.text() == "All 3 lines have been gone through"
    hands.keys("Space")
    hands.wait(lambda: program.pages.key == "letters")


def test_undo_brings_the_kind_back(program, hands):
    past_the_stamp(hands)
    hands.keys("5", "Ctrl+Z")
    assert find(program, "n1").note_kind is NoteKind.NONE


def test_a_line_that_is_gone_leaves_the_queue(program, hands):
    past_the_stamp(hands)
    session = program.desk.session
    session.workspace.remove([find(program, "n1")], label="gone")
    assert shown(program) == ("Please add two more agents", "2 of 2")
