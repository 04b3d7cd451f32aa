"""A workshop with six voters and twenty requirements, by keys alone."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.hands import Hands
from tests.ui.meeting_room import COUNT, ROOM, begin, kinds, seat, type_keys
from ui.workshop.feature import KEY
from ui.workshop.meeting import Part
from workbench.domain import (
    Axis,
    Decision,
    ParkedItem,
    Requirement,
    Verdict,
    Vote,
    Workshop,
)


@pytest.fixture
def hands(program, qtbot):
    """A person at a project with a team of six."""
    seat(program)
    return Hands(program.window, qtbot)


def test_six_voters_and_twenty_requirements_from_the_first_line_to_the_minutes(hands, program):
    page = begin(hands, program)
    assert page.meeting.voters == list(ROOM)
    assert page.meeting.now.decided_by == "Cy"
    hands.keys("Return")
    collect(hands, program)
    hands.keys("Ctrl+PgDown")
    classify(hands, program)
    assert page.part is Part.DOUBTFUL
    validate(hands, program)
    assert page.part is Part.SCORE
    score(hands, program, page)
    assert page.part is Part.LOOK
    rescore(hands, program)
    close(hands, program)
    assert program.pages.key != KEY
    assert kinds(program, Workshop)[0].ended_at is not None


def collect(hands, program):
    """Twenty lines, each with the key of who has said it; one thing is parked."""
    for number in range(COUNT):
        hands.keys(f"Alt+{number % len(ROOM) + 1}")
        hands.type(f"Need {number}")
        hands.keys("Return")
    needs = kinds(program, Requirement)
    assert [each.description for each in needs] == [f"Need {number}" for number in range(COUNT)]
    assert [each.raised_by for each in needs[:7]] == [*ROOM, ROOM[0]]
    hands.keys("Ctrl+L")
    hands.type("Another supplier")
    hands.keys("Return")
    assert [each.text for each in kinds(program, ParkedItem)] == ["Another supplier"]


def classify(hands, program):
    """A digit for each; the first two are doubtful."""
    for number in range(COUNT):
        hands.keys(str(number % 4 + 1), *(["D"] if number < 2 else []), "Return")
    known = ["business", "experience", "strategic", "technical"]
    assert [each.requirement_type for each in kinds(program, Requirement)] == known * 5


def validate(hands, program):
    """One is kept, the other is none."""
    hands.type("The renewal needs it")
    hands.keys("Alt+1")
    hands.type("Asked twice")
    hands.keys("Return", "Alt+3", "Return")
    first, second = kinds(program, Requirement)[:2]
    assert (first.why, first.verdict) == ("The renewal needs it", Verdict.KEPT)
    assert first.verdict_reason == "Asked twice"
    assert second.verdict is Verdict.PSEUDO


def score(hands, program, page):
    """All values, then all urgencies."""
    for axis in Axis:
        assert page.view.axis is axis
        vote_and_decide(hands, page, axis)
    scored = [each for each in kinds(program, Requirement) if each.verdict is not Verdict.PSEUDO]
    assert len(kinds(program, Vote)) == 2 * len(ROOM) * len(scored) == 228
    assert [(each.value, each.urgency) for each in scored] == [(4, 5)] * len(scored)
    assert scored[0].value_reason == "the room: value"
    assert {each.who for each in kinds(program, Decision)} == {"Cy"}


def rescore(hands, program):
    """A card goes down by a key, and the reason is asked for."""
    hands.keys("Down", "Return")
    hands.type("not before spring")
    hands.keys("Return")
    values = [each.value for each in kinds(program, Requirement) if each.value]
    assert sorted(values) == [3] + [4] * 18
    assert "not before spring" in {each.value_reason for each in kinds(program, Requirement)}


def close(hands, program):
    """A decision, and the minutes on the clipboard."""
    hands.keys("Ctrl+D")
    hands.type("Ship in March")
    hands.keys("Return", "Ctrl+PgDown", "C")
    text = QGuiApplication.clipboard().text()
    for words in ("Ship in March (Cy)", "Another supplier", "Need 19", "(spread "):
        assert words in text
    hands.keys("E")


def vote_and_decide(hands, page, axis):
    """Everybody's digits in a row, the reveal, and one digit with a reason for each requirement."""
    items = list(page.view.list())
    hands.keys("L")
    for number in range(len(items)):
        row = "".join(str((number * step) % 5 + 1) for step in range(len(ROOM)))
        type_keys(row)
        hands.keys("Return")
    assert not page.view.is_shown
    hands.keys("R")
    spreads = [max(votes.values()) - min(votes.values()) for votes in in_order(page, axis)]
    assert spreads == sorted(spreads, reverse=True)
    for _item in items:
        hands.keys("4" if axis is Axis.VALUE else "5", "Return")
        if page.view.reason.hasFocus() and not page.view.reason.text():
            hands.type(f"the room: {axis}")
        hands.keys("Return")


def in_order(page, axis):
    votes = page.meeting.votes(axis)
    return [votes[item.id] for item in page.view.list()]
