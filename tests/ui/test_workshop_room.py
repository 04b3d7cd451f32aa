"""What happens in the room: duplicates made one, the client's words on the wall, undo, all that may go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from tests.ui.meeting_room import ROOM, begin, go_to, kinds, requirements, seat, type_keys
from ui.workshop.feature import KEY
from ui.workshop.meeting import Part
from workbench.domain import (
    AgendaItem,
    Axis,
    Confirmation,
    Interview,
    Link,
    Member,
    Note,
    NoteKind,
    Relation,
    Requirement,
    Verdict,
    Vote,
)
from workbench.messages import Message


@pytest.fixture
def hands(program, qtbot):
    """A person at a project with a team of six."""
    seat(program)
    return Hands(program.window, qtbot)


def put(program, *items):
    program.desk.session.workspace.put(*items, label=Message("given"))


def find(program, item):
    return program.desk.session.workspace.find(item.id)


def undo_labels(program):
    return [
        program.voice.translate(step.label) for step in program.desk.session.workspace.steps(program.scope)
    ]


def twins(program):
    """Two requirements that say nearly the same; the second has evidence and a wish."""
    scope = program.desk.session.scope
    first = Requirement(
        project=scope, position=1.0, code="DEMO001", description="Reports are sent on schedule"
    )
    second = replace(first, id="second", position=2.0, code="DEMO002", wanted_solution="A cron job")
    second = replace(second, description="Reports are sent on a schedule")
    other = Requirement(project=scope, position=3.0, code="DEMO003", description="Log in at eight o'clock")
    note = Note(project=scope, text="We copy figures by hand")
    evidence = Link(project=scope, from_=note.id, to=second.id, relation=Relation.EVIDENCE)
    put(program, first, second, other, note, evidence)
    return first, second, evidence


def test_duplicates_are_made_one_by_two_keys_and_one_undo_takes_it_back(hands, program):
    first, second, evidence = twins(program)
    page = begin(hands, program)
    go_to(hands, page, Part.CLASSIFY)
    assert "DEMO002" in page.view.twins.says.text()
    hands.keys("M")
    assert page.view.twins.keeps[0].isVisible()
    hands.keys("1")
    assert find(program, first).wanted_solution == "A cron job"
    assert find(program, evidence).to == first.id
    assert find(program, second).verdict is Verdict.REJECTED
    assert [each.to for each in kinds(program, Link) if each.relation is Relation.DUPLICATE] == [first.id]
    assert page.view.talked_about().id == first.id
    assert page.view.number() == (1, 2)
    hands.keys("Ctrl+Z")
    assert find(program, first).wanted_solution == ""
    assert find(program, evidence).to == second.id
    assert find(program, second).verdict is Verdict.UNDECIDED
    assert page.view.number() == (1, 3)


def test_votes_follow_the_one_that_stays_and_a_vote_of_its_own_wins(hands, program):
    first, second, _evidence = twins(program)
    page = begin(hands, program)
    page.meeting.vote(first, Axis.VALUE, {ROOM[0]: 1})
    page.meeting.vote(second, Axis.VALUE, {ROOM[0]: 5, ROOM[1]: 4})
    go_to(hands, page, Part.CLASSIFY)
    hands.keys("M", "1")
    assert page.meeting.votes(Axis.VALUE)[first.id] == {ROOM[0]: 1, ROOM[1]: 4}


def test_what_is_not_the_same_is_not_said_again_and_a_digit_is_a_type_once_more(hands, program):
    first, _second, _evidence = twins(program)
    page = begin(hands, program)
    go_to(hands, page, Part.CLASSIFY)
    hands.keys("M", "Esc")
    assert page.view.twins.isVisible()
    assert not page.view.twins.keeps[0].isVisible()
    hands.keys("M", "3")
    assert not page.view.twins.isVisible()
    hands.keys("4")
    assert find(program, first).requirement_type == "technical"
    assert program.pages.key == KEY


def test_only_what_the_client_said_stands_on_the_wall_and_names_can_be_hidden(hands, program):
    item = requirements(program, 1)[0]
    put(program, replace(item, value=4, urgency=4))
    scope = program.desk.session.scope
    call = Interview(project=scope, code="V01")
    said = (
        ("They wait forty minutes", NoteKind.QUOTE, Confirmation.NONE),
        ("Our margin is thin here", NoteKind.LATENT, Confirmation.NONE),
        ("Ask legal before we promise", NoteKind.FOLLOW_UP, Confirmation.NONE),
        ("They never said this", NoteKind.NEED, Confirmation.REJECTED),
        ("A fast answer", NoteKind.NONE, Confirmation.CONFIRMED),
    )
    notes = [
        Note(
            project=scope,
            interview=call.id,
            position=float(n),
            at=906_000,
            speaker="Ms Li",
            text=text,
            note_kind=kind,
            confirmation=confirmation,
        )
        for n, (text, kind, confirmation) in enumerate(said)
    ]
    links = [
        Link(project=scope, position=float(n), from_=note.id, to=item.id, relation=Relation.EVIDENCE)
        for n, note in enumerate(notes)
    ]
    put(program, call, *notes, *links)
    page = begin(hands, program)
    go_to(hands, page, Part.LOOK)
    quotes = page.view.quotes.quotes
    assert [each.text.text() for each in quotes] == ["“They wait forty minutes”", "“A fast answer”"]
    assert quotes[0].place.text() == "V01 · 15:06 · Ms Li"
    hands.keys("F7")
    assert page.view.quotes.quotes[0].place.text() == "V01 · 15:06"


def test_turning_leaves_nothing_to_undo_and_the_time_is_stored_with_the_next_step(hands, program):
    item = requirements(program, 1)[0]
    page = begin(hands, program)
    before = undo_labels(program)
    page.clock.restore({page.meeting.agenda()[Part.BRIEF].id: 61_000})
    go_to(hands, page, Part.SCORE)
    assert undo_labels(program) == before
    hands.keys("4")
    assert undo_labels(program) == [*before, "DEMO001: 1 votes"]
    assert kinds(program, AgendaItem)[0].spent >= 61_000
    hands.keys("Ctrl+Z")
    assert [each.score for each in kinds(program, Vote)] == []
    assert page.part is Part.SCORE
    assert page.view.talked_about().id == item.id
    assert page.meeting.agenda()[Part.BRIEF].spent >= 61_000
    assert page.meeting.agenda()[Part.BRIEF].done


def test_undo_takes_a_decision_back_and_leaves_the_votes(hands, program):
    item = requirements(program, 2)[0]
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L")
    for _need in range(2):
        type_keys("345345")
        hands.keys("Return")
    hands.keys("R", "4", "Return")
    type_keys("Calls every day")
    hands.keys("Return")
    assert find(program, item).value == 4
    page.view.stage.setFocus()
    hands.keys("Ctrl+Z")
    assert find(program, item).value is None
    assert page.meeting.score_decisions() == []
    assert len(page.meeting.votes(Axis.VALUE)[item.id]) == len(ROOM)


def test_a_requirement_that_goes_while_it_is_scored_gives_its_place_to_the_next(hands, program):
    first, second = requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("3", "4")
    program.desk.session.workspace.remove([first], label=Message("gone"))
    assert page.view.talked_about().id == second.id
    hands.keys("5")
    assert page.meeting.votes(Axis.VALUE) == {second.id: {ROOM[0]: 5}}
    program.desk.session.workspace.remove([second], label=Message("gone"))
    for part in list(Part)[2:]:
        page.turn_to(part)
        hands.keys("1", "R", "M", "Return", "B", "Backspace", "D", "G")
        if page.part is not part:
            continue
        assert page.view.talked_about() is None
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("people", [0, 1, 12])
def test_a_room_of_any_size_scores(hands, program, people):
    program.desk.session.workspace.remove(kinds(program, Member), label=Message("out"))
    item = requirements(program, 1)[0]
    page = begin(hands, program)
    names = [f"Name {n}, “the {n}th” 😀 & co" for n in range(people)]
    page.meeting.change(page.meeting.workshop, Message("voters"), voters="\n".join(names))
    go_to(hands, page, Part.SCORE)
    hands.keys(*["4"] * max(1, people))
    if people:
        hands.keys("R")
    hands.keys("4", "Return", "Return")
    assert find(program, item).value == 4


def test_how_much_each_has_said_is_in_a_window_of_who_leads_and_never_on_the_wall(hands, program):
    page = begin(hands, program)
    go_to(hands, page, Part.COLLECT)
    for who in ("王静", "王静", ""):
        page.meeting.collect("Reports on time", who)
    before = [button.text() for button in page.view._buttons]
    hands.keys("Ctrl+I")
    assert page.counting.isWindow()
    assert page.counting.lines[:2] == [("王静", 2), ("Bo", 0)]
    assert page.counting.lines[-1] == ("Nobody named", 1)
    assert page.counting.stage_check.text()
    assert [button.text() for button in page.view._buttons] == before
    page.meeting.collect("Log in at eight", "Bo")
    assert page.counting.lines[1] == ("Bo", 1)
    hands.keys("Esc")
    assert not page.counting.isVisible()


def test_a_row_of_votes_is_unseen_while_it_is_typed(hands, program):
    item = requirements(program, 1)[0]
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L")
    type_keys("344551")
    assert not set("344551") & set(page.view.row.displayText())
    hands.keys("Return")
    assert list(page.meeting.votes(Axis.VALUE)[item.id].values()) == [3, 4, 4, 5, 5, 1]


def test_the_reason_that_is_asked_for_moves_nothing_that_is_read(hands, program):
    scope = program.desk.session.scope
    item = replace(requirements(program, 1)[0], value=4, urgency=3)
    note = Note(project=scope, text="We copy figures by hand", note_kind=NoteKind.QUOTE)
    put(program, item, note, Link(project=scope, from_=note.id, to=item.id, relation=Relation.EVIDENCE))
    page = begin(hands, program)
    go_to(hands, page, Part.LOOK)
    hands.keys("Tab")
    view = page.view
    hands.wait(view.quotes.isVisible)
    before = view.quotes.mapTo(page, QPoint()).y()
    view._rescore(item.id, 4, 4)
    hands.wait(lambda: view.card.isVisible() and view.card.height() > 0)
    assert view.quotes.isVisible()
    assert view.quotes.mapTo(page, QPoint()).y() == before
    assert view.card.mapTo(page, view.card.rect().bottomLeft()).y() < page.foot.y()
