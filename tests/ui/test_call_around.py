"""What stands around the lines of a call: its facts, its questions, and its clock while one is elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.hands import Hands
from tests.ui.stand import put_in
from workbench.domain import Interview, Mode, Note, NoteKind, Question, Requirement
from workbench.messages import _
from workbench.rules.asked import ASKED, is_asked


def texts(page):
    return [note.text for note in page.call.notes]


def test_a_new_interview_begins_with_its_title(page, hands):
    hands.keys("Ctrl+N")
    hands.wait(page.facts.boxes["title"].hasFocus)
    put_in(page.facts.boxes["title"], "王经理")
    hands.keys("Return")
    hands.wait(page.entry.typing.hasFocus)
    assert page.call.interview.title == "王经理"
    assert not page.facts.isVisible()
    hands.wait(lambda: "王经理" in page.heading.box.currentText())


def test_every_fact_is_written_where_one_is_without_a_dialog(page, hands):
    hands.type("a")
    hands.keys("Return", "Ctrl+I")
    hands.wait(page.facts.boxes["title"].hasFocus)
    hands.type("Renewal")
    hands.keys("Tab", "Ctrl+A")
    hands.type("Ann, Bo")
    hands.keys("Tab", "Down", "Tab")
    hands.type("2026-05-06 14:00")
    hands.keys("Tab")
    hands.type("Why they hesitate")
    hands.keys("Escape")
    hands.wait(page.entry.typing.hasFocus)
    now = page.call.interview
    assert (now.title, now.participants, now.purpose) == ("Renewal", "Ann, Bo", "Why they hesitate")
    assert now.mode is not Mode.VIDEO
    assert now.planned_at.astimezone().strftime("%Y-%m-%d %H:%M") == "2026-05-06 14:00"
    assert page.call.people == ["Ann", "Bo"]
    assert QApplication.activeModalWidget() is None
    hands.keys("Ctrl+Z")
    assert page.call.interview.purpose == ""


def test_a_time_that_cannot_be_read_is_said_and_changes_nothing(page, hands):
    page.edit_facts()
    box = page.facts.boxes["planned_at"]
    box.setFocus()
    QTest.keyClicks(box, "2026-05-06 14:00")
    known = page.call.interview.planned_at
    box.clear()
    QTest.keyClicks(box, "25:99")
    assert page.facts.help.text().startswith("A time such as")
    hands.keys("Escape")
    page.edit_facts()
    assert (page.call.interview.planned_at, box.text()) == (known, "2026-05-06 14:00")


def test_what_is_typed_stays_while_the_facts_are_written(page, hands):
    hands.type("half a li")
    hands.keys("Ctrl+I")
    hands.wait(page.facts.boxes["title"].hasFocus)
    hands.type("T")
    hands.keys("Ctrl+I")
    hands.wait(page.entry.typing.hasFocus)
    hands.type("ne")
    hands.keys("Return")
    assert (texts(page), page.call.interview.title) == (["half a line"], "T")


def test_the_next_question_is_ticked_by_a_key_from_the_input_line(page, hands):
    first, second = [item for item in page.call.questions if item.stage == page.call.stage][:2]
    assert page.question.text() == first.text
    hands.type("half")
    hands.keys("Ctrl+T")
    assert page.session.workspace.find(first.id).answer == ASKED
    assert page.question.text() == second.text
    hands.keys("Ctrl+T")
    assert page.question.text() == ""
    assert page.entry.typing.toPlainText() == "half"
    hands.keys("Ctrl+T")
    page.session.workspace.undo(page.session.scope)
    assert not is_asked(page.session.workspace.find(second.id))


def test_what_was_answered_is_not_carried_into_the_next_call(page, hands):
    hands.type("?what does it cost")
    hands.keys("Return", "Ctrl+N", "Escape")
    carried = next(item for item in page.call.questions if "what does it cost" in item.text)
    page.session.workspace.put(replace(carried, answer="400 a month"), label=_("Answer"))
    hands.keys("Ctrl+N")
    own = [item.text for item in page.call.questions]
    assert len(page.call.interviews) == 3
    assert not any("what does it cost" in text for text in own)
    assert len(page.session.workspace.all(Question, page.session.scope)) > len(own)


def test_another_page_is_no_gap_but_a_sleep_on_it_is(page, hands, time, program):
    hands.type("a")
    hands.keys("Return")
    page.beat()
    program.show_page("triage")
    assert page._beat.isActive()
    for _time in range(60):
        time.seconds += 1
        page.beat()
    assert texts(page) == ["a"]
    time.seconds += 300
    page.beat()
    assert texts(page)[-1] == "No notes from 01:00 to 06:00: the program was away"
    program.show_page("interview")
    page.beat()
    assert len(texts(page)) == 2


def test_the_call_time_is_said_on_other_pages_and_leads_back(page, hands, time, program):
    call, badge = program.window.status_bar.call, program.window.sidebar._badges
    assert not call.isVisible()
    hands.type("a")
    hands.keys("Return")
    assert (call.isVisible(), badge["phase2"]) == (False, ("Running", "red"))
    program.show_page("requirement_priority")
    time.seconds = 83
    page.beat()
    assert (call.isVisible(), call.accessibleName()) == (True, "Call 01:23")
    program.voice.speak("zh_CN")
    assert call.accessibleName() == "访谈中 01:23"
    QTest.mouseClick(call, Qt.MouseButton.LeftButton)
    hands.wait(page.entry.typing.hasFocus)
    assert not call.isVisible()
    page.end_call()
    assert badge["phase2"][0] == ""


def test_only_one_call_runs_and_each_keeps_its_time(page, hands, time):
    first = page.call.identity
    hands.type("a")
    hands.keys("Return")
    time.seconds = 60
    hands.keys("Ctrl+N", "Escape")
    hands.wait(page.entry.typing.hasFocus)
    hands.type("b")
    hands.keys("Return")
    assert [each.clock_since is not None for each in page.call.interviews] == [False, True]
    time.seconds = 90
    page.choose(first)
    assert page.call.elapsed == 60_000
    hands.type("c")
    hands.keys("Return")
    assert [note.at for note in page.call.notes] == [0, 60_000]
    assert [each.clock for each in page.call.interviews] == [60_000, 30_000]


def test_a_sleep_is_named_in_the_call_that_runs_whichever_is_shown(page, hands, time):
    running = page.call.identity
    hands.type("a")
    hands.keys("Return")
    page.beat()
    hands.keys("Ctrl+N", "Escape")
    time.seconds = 300
    page.beat()
    assert texts(page) == []
    page.choose(running)
    assert texts(page)[-1].startswith("No notes from 00:00 to 05:00")


def test_a_call_that_was_ended_goes_on_by_the_clock(page, hands, time):
    hands.type("a")
    hands.keys("Return")
    time.seconds = 60
    page.end_call()
    time.seconds = 600
    page.toggle_clock()
    time.seconds = 605
    hands.type("b")
    hands.keys("Return")
    assert (page.call.notes[-1].at, page.call.interview.ended_at) == (65_000, None)


def test_the_urgency_that_a_client_claims_is_a_line_of_theirs_and_no_score(page, hands):
    hands.keys("Ctrl+]", "Ctrl+]")
    hands.type("+this is very urgent, before the end of the month")
    hands.keys("Return", "Ctrl+Return", "R")
    [made] = page.call.all_of(Requirement)
    assert (made.urgency, made.urgency_reason) == (None, "")
    [line] = page.call.notes
    assert (line.note_kind, line.speaker) == (NoteKind.NEED, "Ms Li")
    point = page.session.workspace.find(line.point)
    assert point.text == "urgency judgement"


def test_a_running_call_beats_from_the_moment_its_project_is_opened(page, hands, program):
    hands.type("a")
    hands.keys("Return")
    program.show_page("requirement_priority")
    scope = program.desk.session.scope
    hands.wait(lambda: not program.desk.session.workspace.unsaved)
    program.close_project()
    hands.wait(lambda: program.desk.session.scope is None)
    assert not program.window.status_bar.call.isVisible()
    program.open_project(scope)
    hands.wait(lambda: program.desk.session.scope == scope and program.page is not None)
    hands.wait(lambda: "interview" in program.pages.made)
    assert program.pages.key == "requirement_priority"
    assert program.pages.made["interview"]._beat.isActive()
    [interview] = program.desk.session.workspace.all(Interview, scope)
    assert interview.clock_since is not None


def test_what_was_being_composed_goes_with_the_interview_that_is_deleted(page, hands):
    first = page.call.identity
    hands.keys("Ctrl+N", "Escape")
    page.choose(first)
    box = page.entry.typing
    put_in(box, "输")
    put_in(box, "入")
    QCoreApplication.sendEvent(box, QInputMethodEvent("shan", []))
    page.session.workspace.remove([page.call.interview], label=_("Delete"))
    hands.wait(lambda: page.call.identity != first and page.call.interview is not None)
    assert (box.toPlainText(), box.composition.text, page.call.all_of(Note)) == ("", "", [])
    page.session.workspace.undo(page.session.scope)
    page.choose(first)
    assert (page.call.identity, box.toPlainText()[:1]) == (first, "输")


def test_a_call_that_is_over_leads_to_what_comes_after_it(page, hands, program):
    hands.type("a")
    hands.keys("Return")
    hands.click("End interview")
    hands.click("After the call")
    assert program.pages.key == "triage"


def test_a_line_typed_below_the_notes_is_what_was_said_in_a_numbered_interview(program, qtbot):
    hands = Hands(program.window, qtbot)
    box = program.show_page("interview_notes").quick.findChild(QLineEdit)
    box.setFocus()
    hands.wait(box.hasFocus)
    hands.type("said at the door")
    hands.keys("Return")
    session = program.desk.session
    [note] = session.workspace.all(Note, session.scope)
    [interview] = session.workspace.all(Interview, session.scope)
    assert (note.text, note.speaker, interview.code) == ("said at the door", "", "V01")
