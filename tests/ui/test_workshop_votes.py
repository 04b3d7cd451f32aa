"""Votes that are mistyped, missing or taken back, people who are away, and any two made one."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from tests.ui.meeting_room import ROOM, begin, go_to, kinds, requirements, seat, type_keys
from ui.workshop.meeting import Part
from workbench.domain import Axis, Link, Relation, Requirement, Verdict
from workbench.messages import Message


@pytest.fixture
def hands(program, qtbot):
    """A person at a project with a team of six."""
    seat(program)
    return Hands(program.window, qtbot)


def test_who_is_away_is_no_vote_and_holds_nobody_up(hands, program):
    first, second = requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("0", "3", "3", "3", "5", "5", "Return", "L")
    type_keys("-33355")
    hands.keys("Return")
    assert page.meeting.absent(Axis.VALUE) == {first.id: {ROOM[0]}, second.id: {ROOM[0]}}
    hands.keys("R")
    assert page.view.is_shown
    assert page.view.says.text() == "Spread 2 · median 3 · 3 of 5 agree"
    assert f"Away: {ROOM[0]}" in page.view.asks.text()
    assert page.view.decided is None


def test_a_mistyped_vote_is_given_anew_by_its_seat_or_taken_back_as_the_last(hands, program):
    item = requirements(program, 1)[0]
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("4", "2", "3")
    hands.keys("Alt+2")
    assert page.view.turn == ROOM[1]
    hands.keys("5")
    assert page.view.cast() == {ROOM[0]: 4, ROOM[1]: 5, ROOM[2]: 3}
    hands.keys("Backspace")
    assert page.view.cast() == {ROOM[0]: 4, ROOM[2]: 3}
    assert page.view.turn == ROOM[1]
    seat_of = page.view.ballot._seats()[0]
    QTest.mouseClick(page.view.ballot, Qt.MouseButton.LeftButton, pos=seat_of.center().toPoint())
    hands.keys("1")
    assert page.meeting.votes(Axis.VALUE)[item.id][ROOM[0]] == 1
    hands.keys("Ctrl+Z")
    assert page.view.cast()[ROOM[0]] == 4


def test_what_undo_takes_back_is_no_longer_on_the_stage(hands, program):
    item = requirements(program, 1)[0]
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("4", "4", "4", "5", "5", "5", "R", "4", "Return")
    hands.type("每天都有投诉")
    hands.keys("Return")
    page.turn_to(Part.SCORE)
    hands.keys("V")
    assert (page.view.decided, page.view.reason.text()) == (4, "每天都有投诉")
    hands.keys("Ctrl+Z")
    assert program.desk.session.workspace.find(item.id).value is None
    assert (page.view.decided, page.view.reason.text()) == (None, "")


def test_any_requirement_can_be_found_and_made_one_with_another_by_keys(hands, program):
    scope = program.desk.session.scope
    texts = ("Reports are sent on schedule", "Reports are sent on a schedule", "登录要快", "Invoices by mail")
    needs = [
        Requirement(project=scope, position=float(n), code=f"DEMO{n:03}", description=text)
        for n, text in enumerate(texts, 1)
    ]
    program.desk.session.workspace.put(*needs, label=Message("given"))
    page = begin(hands, program)
    go_to(hands, page, Part.CLASSIFY)
    hands.keys("M")
    twins = page.view.twins
    assert "DEMO002" in twins.list.rows[0].accessibleName()
    hands.keys("Down", "Down", "Up", "M")
    box = QApplication.focusWidget()
    QCoreApplication.sendEvent(box, QInputMethodEvent("dl", []))
    hands.keys("Return", "Down")
    assert twins.list.line.hasFocus()
    assert twins.list.chosen.code == "DEMO004"
    done = QInputMethodEvent("", [])
    done.setCommitString("登录")
    QCoreApplication.sendEvent(box, done)
    assert twins.list.chosen.code == "DEMO003"
    hands.keys("Return", "1")
    assert program.desk.session.workspace.find(needs[2].id).verdict is Verdict.REJECTED
    [link] = [each for each in kinds(program, Link) if each.relation is Relation.DUPLICATE]
    assert (link.from_, link.to) == (needs[2].id, needs[0].id)


def test_after_the_last_row_the_room_is_led_to_what_is_missing(hands, program):
    items = requirements(program, 3)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L", "Right", "L")
    for _need in items[1:]:
        type_keys("333555")
        hands.keys("Return")
    assert page.view.talked_about().id == items[0].id
    assert items[0].code in page.strip.told.text()
    hands.keys("L")
    type_keys("11111")
    hands.keys("Left")
    assert page.view.row.text() == "11111"
    hands.keys("End")
    type_keys("1")
    hands.keys("Return", "Right", "Right", "Return")
    assert page.strip.told.text().startswith("All votes are in")
