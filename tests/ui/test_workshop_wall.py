"""What the room sees: nothing of ours, nothing that moves, everything at any width."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.hands import Hands
from tests.ui.meeting_room import ROOM, begin, go_to, kinds, requirements, seat, type_keys
from ui.workshop.meeting import Part
from ui.workshop.ring import seats
from workbench.domain import (
    Axis,
    Confirmation,
    Interview,
    Link,
    Member,
    Note,
    NoteKind,
    Relation,
    Requirement,
    Vote,
)
from workbench.messages import Message

OURS = (
    "OUR-REMARK",
    "OUR-NEED",
    "OUR-WISH",
    "OUR-COST",
    "OUR-FEASIBILITY",
    "OUR-CALL-REMARK",
    "OUR-LATENT",
    "OUR-ESCALATION",
    "OUR-BACKGROUND",
    "Not confirmed by the client",
    "Unconfirmed",
)


@pytest.fixture
def hands(program, qtbot):
    """A person at a project with a team of six."""
    seat(program)
    return Hands(program.window, qtbot)


def put(program, *items):
    program.desk.session.workspace.put(*items, label=Message("given"))


def internal(program):
    """Two requirements with everything that is ours, behind calls of which little is the client's."""
    session = program.desk.session
    scope = session.scope
    put(program, replace(session.project, background="OUR-BACKGROUND"))
    common = {
        "project": scope,
        "remark": "OUR-REMARK",
        "real_need": "OUR-NEED",
        "wanted_solution": "OUR-WISH",
        "cost": "OUR-COST",
        "feasibility_reason": "OUR-FEASIBILITY",
        "raised_by": ROOM[0],
        "value": 4,
        "urgency": 4,
    }
    needs = [
        Requirement(
            **common, position=at, code=f"DEMO{at:.0f}", description=f"Reports on schedule, case {at}"
        )
        for at in (1.0, 2.0)
    ]
    call = Interview(project=scope, code="V01", private_remarks="OUR-CALL-REMARK")
    said = (
        ("OUR-LATENT", NoteKind.LATENT, Confirmation.NONE),
        ("OUR-ESCALATION: a contract", NoteKind.FOLLOW_UP, Confirmation.PARAPHRASED),
    )
    notes = [
        Note(project=scope, interview=call.id, text=text, note_kind=kind, confirmation=state)
        for text, kind, state in said
    ]
    ends = [(note, need) for note in notes for need in needs]
    links = [
        Link(project=scope, from_=note.id, to=need.id, relation=Relation.EVIDENCE) for note, need in ends
    ]
    put(program, *needs, call, *notes, *links)
    return needs


def seen(page):
    """Every text that a widget on the wall shows, or shows when it is pointed at."""
    for widget in [page, *page.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        for name in ("text", "toPlainText", "placeholderText"):
            read = getattr(widget, name, None)
            yield read() if callable(read) else ""
    view = page.parts[Part.LOOK].view
    if view.isVisible():
        yield from (text.text for text in view.items_of_text()) if hasattr(view, "items_of_text") else ()
        yield from (
            (repr(shape) for shape in view.scene_shown().shapes) if hasattr(view, "scene_shown") else ()
        )
        yield from (item.toolTip() for item in view.scene().items())


def test_no_part_shows_anything_of_ours_and_no_name_that_is_hidden(hands, program):
    first, _second = internal(program)
    page = begin(hands, program)
    meeting = page.meeting
    meeting.change(first, Message("history"), value=5, value_reason="Calls every day")
    meeting.change(meeting.needs()[0], Message("doubt"), doubtful=True)
    meeting.collect("A new one", ROOM[0])
    for need in meeting.needs():
        meeting.vote(need, Axis.VALUE, dict(zip(ROOM, (1, 5, 5, 5, 5, 5), strict=True)))
    page.hide_names()
    for part in Part:
        page.turn_to(part)
        if part is Part.CLASSIFY:
            hands.keys("M")
        if part is Part.SCORE:
            hands.keys("R")
        QCoreApplication.sendPostedEvents()
        shown = "\n".join(seen(page))
        assert [ours for ours in (*OURS, ROOM[0]) if ours in shown] == []
    hands.keys("C")
    assert [ours for ours in (*OURS, ROOM[0]) if ours in QGuiApplication.clipboard().text()] == []


def where(page):
    """Where the votes, the part and what is talked about stand."""
    QCoreApplication.sendPostedEvents()
    for widget in (page, page.bar, page.view.stage):
        widget.layout().activate()
    return page.view.ballot.geometry(), page.stack.geometry(), page.bar.talk.geometry()


def test_nothing_moves_while_something_is_told_parked_or_late(hands, program):
    requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    settled = where(page)

    def stands():
        return where(page) == settled

    hands.keys("Ctrl+L")
    assert page.foot.asks
    assert stands()
    hands.keys("Esc", "L")
    type_keys("345")
    hands.keys("Return")
    assert page.strip.told.isVisible()
    assert stands()
    page.clock.restore({page.meeting.agenda()[Part.SCORE].id: 21 * 60_000})
    page.time.show_part(Part.SCORE)
    assert page.bar.late.text() == "over time"
    assert stands()


def test_every_part_fits_into_a_narrow_window(hands, program):
    people = [Member(project=program.scope, position=9.0, name="A name as long as a whole department " * 2)]
    put(program, *people)
    internal(program)
    page = begin(hands, program)
    window = program.window
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setMinimumSize(640, 600)
    window.resize(640, 600)
    page.turn_to(Part.DOUBTFUL)
    for part in Part:
        page.turn_to(part)
        QCoreApplication.sendPostedEvents()
        assert page.minimumSizeHint().width() <= 640
        assert (window.width(), page.view.width()) == (640, 640)


def test_a_break_hides_the_work_and_stops_the_clock(hands, program):
    requirements(program, 1)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("F8")
    assert page.stack.currentWidget() is page.curtain
    assert not page.clock.runs
    hands.keys("3", "Alt+2", "Ctrl+L", "Up", "Up")
    assert kinds(program, Vote) == []
    assert not page.foot.asks
    assert 6 * 60 <= page.curtain.left <= 7 * 60
    hands.keys("Return")
    assert page.clock.runs
    assert page.view.stage.hasFocus()
    hands.keys("Ctrl+P")
    assert page.bar.late.text() == "paused"


def test_a_workshop_that_was_ended_too_soon_goes_on(hands, program):
    requirements(program, 1)
    page = begin(hands, program)
    go_to(hands, page, Part.CLOSE)
    hands.keys("E", "F5")
    page = program.page
    assert page.beginning.isVisible()
    hands.click(page.beginning.again.text())
    assert page.part is Part.CLOSE
    assert page.meeting.now.title == "Workshop 1"


def test_words_grow_on_a_larger_wall_and_are_as_before_afterwards(hands, program):
    theme = program.theme
    hands.keys("F5")
    program.window.resize(1920, 1080)
    assert theme.scale == 125
    hands.keys("F5")
    assert theme.scale == 100


@pytest.mark.parametrize("count", [1, 2, 6, 12, 30])
def test_nobody_sits_on_anybody_else(count):
    from PySide6.QtCore import QRectF  # late: only here

    room = QRectF(0, 0, 520, 300)
    places = seats(room, count, 240, 34)
    assert len(places) == count
    for number, one in enumerate(places):
        assert room.adjusted(-1, -1, 1, 1).contains(one)
        assert not any(one.intersects(other) for other in places[:number])
