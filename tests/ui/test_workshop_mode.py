"""What a workshop does besides the straight way: hide, take back, leave, go on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from tests.ui.meeting_room import ROOM, begin, go_to, kinds, requirements, seat, type_keys
from ui.workshop.clock import WARNING, reading
from ui.workshop.feature import KEY
from ui.workshop.meeting import Part
from workbench.domain import (
    AgendaItem,
    Axis,
    Requirement,
    Workshop,
)
from workbench.messages import Message


@pytest.fixture
def hands(program, qtbot):
    """A person at a project with a team of six."""
    seat(program)
    return Hands(program.window, qtbot)


def test_votes_stay_hidden_until_they_are_revealed_and_no_median_decides(hands, program):
    items = requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("1", "5", "5", "5", "5", "5")
    assert page.view.ballot.accessibleName() == "6 of 6 have voted"
    assert not page.view.ballot.shown
    step = program.desk.session.workspace.next_undo(program.scope)
    assert "5" not in program.voice.translate(step.label)
    hands.keys("R")
    assert page.view.says.text() == "Spread 4 · median 5 · 5 of 6 agree"
    assert ROOM[0] in page.view.asks.text()
    hands.keys("Return")
    assert program.desk.session.workspace.find(items[0].id).value is None
    assert page.strip.told.text()
    hands.keys("3", "Return", "Return")
    assert program.desk.session.workspace.find(items[0].id).value == 3
    assert page.view.talked_about().id == items[1].id


def test_a_vote_can_be_taken_back_and_a_wrong_row_is_told_in_the_room(hands, program):
    requirements(program, 1)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("4", "2", "Backspace")
    assert page.view.cast() == {ROOM[0]: 4}
    assert page.view.turn == ROOM[1]
    hands.keys("L")
    type_keys("345")
    hands.keys("Return")
    assert page.strip.told.text() == "3 digits for 6 voters: 3 missing."
    assert page.view.cast() == {ROOM[0]: 4}


def test_escape_leads_back_to_the_page_one_came_from_with_all_bars(hands, program, qtbot):
    program.show_page("risk_log")
    window = program.window
    bars = [window.sidebar, window.top_bar, window.status_bar]
    page = begin(hands, program)
    assert not any(bar.isVisible() for bar in [*bars, window.tabs])
    assert window.isFullScreen()
    hands.keys("Ctrl+L")
    hands.keys("Esc")
    assert program.page is page
    hands.keys("Esc")
    assert program.pages.key == "risk_log"
    assert not window.isFullScreen()
    assert all(bar.isVisible() for bar in bars)


def test_the_meeting_goes_on_where_it_was_in_another_window(hands, program):
    requirements(program, 3)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("2", "2", "Return", "4")
    place = page.place()
    program.pages.drop()
    again = program.show_page(KEY)
    again.restore_place(place)
    assert again.part is Part.SCORE
    assert again.view.talked_about().code == "DEMO002"
    assert again.view.cast() == {ROOM[0]: 4}
    assert again.meeting.votes(Axis.VALUE)[kinds(program, Requirement)[0].id] == {ROOM[0]: 2, ROOM[1]: 2}


def test_without_a_place_it_goes_on_where_the_records_say(hands, program):
    requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L")
    for _need in range(2):
        type_keys("345345")
        hands.keys("Return")
    hands.keys("R", "4", "Return", "Return")
    hands.keys("Esc")
    program.pages.drop()
    again = program.show_page(KEY)
    assert again.part is Part.SCORE
    assert again.view.axis is Axis.VALUE
    assert again.view.is_shown
    assert again.view.talked_about().code == "DEMO002"


def test_where_the_meeting_is_is_on_the_disk_a_moment_later(hands, program):
    requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("Right")
    hands.wait(lambda: program.folder.places().get(program.scope, {}).get("page") == KEY)
    hands.wait(lambda: program.folder.places()[program.scope]["place"]["parts"]["score"] == page.view.place())
    assert program.folder.places()[program.scope]["place"]["part"] == "score"


def test_a_second_workshop_begins_with_a_clean_table(hands, program):
    requirements(program, 1)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L")
    type_keys("345345")
    hands.keys("Return", "R")
    assert page.view.is_shown
    go_to(hands, page, Part.CLOSE)
    hands.keys("E")
    page = begin(hands, program)
    assert page.part is Part.BRIEF
    assert len(kinds(program, Workshop)) == 2
    go_to(hands, page, Part.SCORE)
    assert not page.view.is_shown
    assert page.view.cast() == {}


def test_the_time_left_is_counted_down_and_below_zero():
    agenda = AgendaItem(minutes=10)
    assert reading(agenda, 0) == ("10:00", 0.0)
    assert reading(agenda, 8 * 60_000) == ("02:00", WARNING)
    assert reading(agenda, 610_000) == ("−00:10", pytest.approx(61 / 60))


def test_the_quadrant_is_written_as_a_picture(hands, program, tmp_path):
    item = Requirement(project=program.scope, code="DEMO001", description="Need", value=4, urgency=4)
    program.desk.session.workspace.put(item, label=Message("one"))
    program.choices.keep(replace(program.choices.settings, export_folder=str(tmp_path)))
    page = begin(hands, program)
    go_to(hands, page, Part.CLOSE)
    hands.keys("P")
    hands.wait(lambda: page.saving.job is None and any(tmp_path.glob("*.png")))
    assert QImage(str(next(tmp_path.glob("*.png")))).width() > 600


def test_names_can_be_hidden(hands, program):
    requirements(program, 1)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("1", "5", "5", "5", "5", "5", "R")
    assert ROOM[0] in page.view.asks.text()
    hands.keys("F7")
    assert ROOM[0] not in page.view.asks.text()
    assert "Voter 1" in page.view.asks.text()
    assert ROOM[0] not in set(page.view.ballot.called.values())


def test_nothing_acts_while_an_input_method_composes(hands, program):
    page = begin(hands, program)
    go_to(hands, page, Part.COLLECT)
    box = QApplication.focusWidget()
    QCoreApplication.sendEvent(box, QInputMethodEvent("xuqiu", []))
    hands.keys("Return", "Esc", "Ctrl+PgDown", "Ctrl+L", "Alt+2")
    assert page.part is Part.COLLECT
    assert program.pages.key == KEY
    assert page.view.who == ""
    assert kinds(program, Requirement) == []
    event = QInputMethodEvent("", [])
    event.setCommitString("需求")
    QCoreApplication.sendEvent(box, event)
    hands.keys("Return")
    assert [each.description for each in kinds(program, Requirement)] == ["需求"]


def test_the_list_stands_still_while_the_room_collects(hands, program):
    page = begin(hands, program)
    go_to(hands, page, Part.COLLECT)
    for number in range(60):
        page.meeting.collect(f"Need {number}", "")
    page.refresh()
    program.window.repaint()
    bar = page.view.area.verticalScrollBar()
    hands.wait(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    hands.type("one more")
    hands.keys("Return")
    assert bar.value() == 0
    assert "further down" in page.view.count.text()
    hands.keys("PgDown")
    assert bar.value() > 0


def test_minutes_of_the_agenda_can_be_edited_and_time_running_out_is_said(hands, program):
    page = begin(hands, program)
    line = page.parts[Part.BRIEF].minutes[1]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    type_keys("25")
    agenda = kinds(program, AgendaItem)
    assert (agenda[1].minutes, len(agenda)) == (25, 7)
    page.clock.restore({agenda[0].id: 5 * 60_000 + 3_000})
    page.turn_to(Part.COLLECT)
    page.turn_to(Part.BRIEF)
    assert page.bar.late.isVisible()
    assert page.bar.time.text().startswith("−00:0")
    assert page.meeting.agenda()[Part.BRIEF].spent >= 303_000
    assert page.meeting.agenda()[Part.BRIEF].done


def test_minutes_tables_and_picture_are_written_in_turn_without_a_dialog(hands, program, tmp_path):
    from docx import Document  # late: only here

    requirements(program, 2)
    program.choices.keep(replace(program.choices.settings, export_folder=str(tmp_path)))
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("L")
    type_keys("345345")
    hands.keys("Return")
    go_to(hands, page, Part.CLOSE)
    hands.keys("W", "X", "P", "W")
    hands.wait(lambda: not page.saving.busy)
    written = sorted(each.suffix for each in tmp_path.iterdir() if each.is_file())
    assert written == [".docx", ".png", ".xlsx"]
    [path] = tmp_path.glob("*.docx")
    words = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "Workshop 1" in words


def test_a_requirement_added_elsewhere_appears_without_moving_the_stage(hands, program):
    items = requirements(program, 2)
    page = begin(hands, program)
    go_to(hands, page, Part.SCORE)
    hands.keys("Right")
    requirement = Requirement(project=program.scope, position=0.5, code="DEMO009", description="New")
    program.desk.session.workspace.put(requirement, label=Message("elsewhere"))
    assert page.view.talked_about().id == items[1].id
    assert page.view.number() == (3, 3)
