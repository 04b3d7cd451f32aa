"""A call of thirty minutes, taken down with nothing but keys."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from workbench.domain import Confirmation, Link, Note, NoteKind, Problem, Requirement
from workbench.rules.coverage import lit

Key = Qt.Key
NOON = datetime(2026, 4, 2, 6, tzinfo=UTC)


class NoMouse(QObject):
    """Counts what a person who only types never causes: clicks, dialogs, a lost focus."""

    def __init__(self, window):
        super().__init__(window)
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.MouseButtonPress:
            self.seen.append("mouse")
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog | QMenu):
            self.seen.append(type(watched).__name__)
        return False


def notes(page):
    return page.call.notes


SCRIPT = (
    ("00:20", "Ms Li is our new contact", "Return"),
    ("02:10", "the team grew from 40 to 85 people", "Return", "Ctrl+]"),
    ("07:00", "!logins keep failing at the morning peak", "Return", "Ctrl+2"),
    ("08:30", "we want more human agents", "Return", "Ctrl+D", "Return", "Ctrl+Shift+2"),
    ("10:00", "~it is really about a quick answer", "Return", "Ctrl+M", "Ctrl+]"),
    ("14:00", "#100+ orders delayed a day", "Return", "Ctrl+Return", "P", "Ctrl+]"),
    ("20:00", ">get the log by Monday", "Return"),
    ("22:00", "fix it within 3 working days", "Return", "Ctrl+Return", "R"),
    ("30:00", "", "Ctrl+Shift+Return"),
)
"""When the first key of a line is pressed, what is typed, and the keys after it."""
SAID = (
    (0, "none", 0, "Ms Li"),
    (110, "none", 0, "Ms Li"),
    (400, "pain", 1, "Ms Li"),
    (490, "need", 1, "Ms Li"),
    (580, "latent", 1, "Mr Wang"),
    (588, "moment", 1, "Mr Wang"),
    (820, "number", 2, "Mr Wang"),
    (1180, "follow_up", 3, "Mr Wang"),
    (1300, "need", 3, "Mr Wang"),
)
"""Seconds from the first key of the call, kind, stage and speaker of every line."""


def play(hands, time):
    for at, text, *keys in SCRIPT:
        time.seconds = int(at[:2]) * 60 + int(at[3:])
        if text:
            hands.type(text)
        time.seconds += 8 if text else 0
        hands.keys(*keys)


def test_a_call_of_thirty_minutes_needs_no_mouse_and_disturbs_nobody(page, hands, time, program):
    watch = NoMouse(program.window)
    QApplication.instance().installEventFilter(watch)
    bottom = page.entry.mapTo(page, page.entry.box.geometry().bottomLeft()).y()
    play(hands, time)
    QApplication.instance().removeEventFilter(watch)
    stages = [stage.id for stage in page.call.stages]
    said = [
        (note.at // 1000, note.note_kind.value, stages.index(note.stage), note.speaker)
        for note in notes(page)
    ]
    assert tuple(said) == SAID
    assert notes(page)[3].confirmation is Confirmation.CONFIRMED
    assert [item.code for item in page.call.all_of(Problem)] == ["P01"]
    assert [item.code for item in page.call.all_of(Requirement)] == ["DEMO001"]
    assert (page.call.running, page.call.interview.clock) == (False, 1_780_000)
    covered = lit(page.call.points, notes(page))
    names = {point.text for point in page.call.points if point.id in covered}
    assert names >= {"business stage", "problem scenario", "latent need", "quantified loss", "time point"}
    assert watch.seen == []
    assert page.entry.mapTo(page, page.entry.box.geometry().bottomLeft()).y() == bottom


def test_the_first_key_stamps_the_line_and_starts_the_clock(page, hands, time):
    assert not page.call.running
    time.seconds = 5
    hands.type("a")
    assert page.call.running
    time.seconds = 65
    hands.keys("Return")
    hands.type("b")
    time.seconds = 100
    hands.keys("Return")
    assert [note.at for note in notes(page)] == [0, 60_000]
    assert page.entry.typing.toPlainText() == ""


def test_shift_enter_breaks_the_line_and_enter_alone_says_nothing(page, hands):
    hands.keys("Return")
    assert notes(page) == []
    hands.type("one")
    hands.keys("Shift+Return")
    hands.type("two")
    hands.keys("Return")
    assert [note.text for note in notes(page)] == ["one\ntwo"]


def test_a_line_is_a_draft_from_its_first_character_and_comes_back_with_its_caret(page, hands, program):
    hands.type("half a li")
    program.commit()
    [draft] = [note for note in page.call.all_of(Note) if note.draft]
    assert draft.text == "half a li"
    hands.keys("Left", "Left")
    place = page.place()
    other = program.pages.kinds["interview"].make(program)
    other.restore_place(place)
    assert other.entry.typing.toPlainText() == "half a li"
    assert other.entry.typing.textCursor().position() == 7
    assert other.call.line.id == draft.id
    other.deleteLater()


def test_a_line_that_is_emptied_leaves_nothing_and_is_stamped_anew(page, hands, program, time):
    hands.type("x")
    hands.keys("Backspace")
    program.commit()
    assert page.call.all_of(Note) == []
    time.seconds = 90
    hands.type("y")
    hands.keys("Return")
    assert [note.at for note in notes(page)] == [90_000]


def test_undo_takes_back_the_line_and_then_its_words(page, hands):
    hands.type("first")
    hands.keys("Return")
    hands.keys("Ctrl+Z")
    assert notes(page) == []
    hands.keys("Ctrl+Shift+Z")
    assert [note.text for note in notes(page)] == ["first"]
    assert page.entry.typing.toPlainText() == ""


def test_undo_while_typing_shows_what_is_left(page, hands, program):
    hands.type("one")
    program.commit()
    page.session.workspace.end_visit()
    hands.type(" two")
    hands.keys("Ctrl+Z")
    assert page.entry.typing.toPlainText() == "one"
    hands.type("!")
    hands.keys("Return")
    assert [note.text for note in notes(page)] == ["one!"]


@pytest.mark.parametrize("typed", ["!pain", "Ctrl+1"])
def test_a_kind_comes_by_mark_or_by_key_before_or_after_the_words(page, hands, typed):
    if typed == "Ctrl+1":
        hands.keys("Ctrl+1")
        hands.type("before")
        hands.keys("Return")
        hands.type("after")
        hands.keys("Ctrl+1")
        hands.keys("Return")
        assert [note.note_kind for note in notes(page)] == [NoteKind.PAIN, NoteKind.PAIN]
    else:
        hands.type("!pain")
        hands.keys("Return")
        assert (notes(page)[0].note_kind, notes(page)[0].text) == (NoteKind.PAIN, "pain")


def test_up_in_the_empty_line_chooses_the_last_one_and_keys_change_it(page, hands):
    for text in ("one", "two"):
        hands.type(text)
        hands.keys("Return")
    hands.keys("Up")
    hands.wait(page.lines.hasFocus)
    hands.keys("Ctrl+3", "Ctrl+]", "Ctrl+Shift+2")
    note = notes(page)[1]
    assert (note.note_kind, note.speaker) == (NoteKind.LATENT, "Mr Wang")
    assert note.stage == page.call.stages[1].id
    hands.keys("Return")
    hands.wait(page.lines.editor.hasFocus)
    hands.type(" more")
    hands.keys("Return")
    assert notes(page)[1].text == "two more"
    hands.keys("Up", "Delete")
    assert [note.text for note in notes(page)] == ["two more"]
    hands.keys("Escape")
    hands.wait(page.entry.typing.hasFocus)


def test_one_key_makes_a_requirement_with_its_evidence_and_undo_takes_all_of_it_back(page, hands):
    hands.type("+we want more agents")
    hands.keys("Return", "Ctrl+Return", "R")
    [item] = page.call.all_of(Requirement)
    [link] = page.call.all_of(Link)
    [note] = notes(page)
    assert (item.wanted_solution, item.raised_by) == ("we want more agents", "Ms Li")
    assert (link.from_, link.to, link.note) == (note.id, item.id, "00:00 · Ms Li")
    hands.keys("Ctrl+Z")
    assert page.call.all_of(Requirement) == page.call.all_of(Link) == []
    assert notes(page) == [note]


def test_the_answer_to_a_paraphrase_is_kept_with_its_time(page, hands, time):
    hands.type("reports take three hours")
    hands.keys("Return", "Ctrl+D")
    card = page.guide.paraphrase
    hands.wait(card.sentence.hasFocus)
    assert card.sentence.toPlainText() == "You mean reports take three hours — is that right?"
    assert notes(page)[0].confirmation is Confirmation.PARAPHRASED
    time.seconds = 50
    hands.keys("Ctrl+Return")
    note = notes(page)[0]
    assert (note.confirmation, note.confirmed_at) == (Confirmation.CORRECTED, time.now())
    hands.keys("Ctrl+D")
    hands.wait(card.sentence.hasFocus)
    hands.keys("Alt+Return")
    assert notes(page)[0].confirmation is Confirmation.REJECTED
