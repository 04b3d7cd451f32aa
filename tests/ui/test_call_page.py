"""The page of a call: what it shows beside the lines, and what never happens to what is being typed."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from ui.interview.acts import LineActs
from ui.interview.beginning import begin, ways
from ui.interview.outline_column import StageButton, StageCard
from ui.interview.page import InterviewPage
from ui.theme import Look
from workbench.domain import Note, Stage

Key = Qt.Key
STAGES = ("Background", "Cooperation expectations")


def notes(page):
    return page.call.notes


def test_in_the_last_five_minutes_only_three_questions_are_asked(page, hands, time):
    hands.type("a")
    hands.keys("Return")
    page.beat()
    assert page.outline.warn.text() == ""
    time.seconds = 41 * 60
    page.call.clock._beat = time.ticks()
    page.beat()
    assert page.outline.warn.text().count("\n") == 2
    assert page.outline.warn.text().startswith("1. What does it cost you")


def test_sleep_in_a_call_is_named_by_a_line(page, hands, time):
    hands.type("a")
    hands.keys("Return")
    page.beat()
    time.seconds = 300
    page.beat()
    assert notes(page)[-1].text == "No notes from 00:00 to 05:00: the program was away"


def test_what_was_left_open_comes_as_a_question_of_the_next_call(page, hands):
    hands.type("?what does an order cost")
    hands.keys("Return")
    hands.keys("Ctrl+N")
    assert len(page.call.interviews) == 2
    assert "Left open: what does an order cost" in [item.text for item in page.call.questions]
    assert page.call.interview.participants == "Ms Li, Mr Wang; host Lin"
    assert page.call.interview.code == "V02"


def test_the_sentence_stands_above_the_input_line_where_the_guide_is_hidden(page, hands):
    hands.keys("Ctrl+\\")
    assert not page.guide.isVisible()
    hands.type("a line")
    hands.keys("Return", "Ctrl+D")
    hands.wait(page.guide.paraphrase.sentence.hasFocus)
    assert page.guide.paraphrase.isVisible()
    hands.keys("Return")
    assert not page.guide.paraphrase.isVisible()


def test_what_is_made_of_a_line_shows_the_lines_state(page, hands):
    hands.type("a need")
    hands.keys("Return", "Ctrl+Return", "R")
    made = LineActs(page.call).made_of(notes(page))
    assert [item.code for item in made[notes(page)[0].id]] == ["DEMO001"]
    assert "DEMO001" in str(page.lines.table.rows[-1])


def test_the_stages_of_the_outline_are_there(page):
    assert [stage.title for stage in page.call.stages] == [
        "Background",
        "Need elicitation",
        "Impact assessment",
        "Cooperation expectations",
    ]
    assert isinstance(page.call.stages[0], Stage)


def test_nothing_happens_to_a_composition(page, hands, program, qtbot):
    box = page.entry.typing
    hands.type("x")
    QCoreApplication.sendEvent(box, QInputMethodEvent("denglu", []))
    for key in (Key.Key_Return, Key.Key_1, Key.Key_D, Key.Key_M):
        modifier = (
            Qt.KeyboardModifier.NoModifier if key == Key.Key_Return else Qt.KeyboardModifier.ControlModifier
        )
        QTest.keyClick(box, key, modifier)
    assert notes(page) == []
    page.refresh()
    page.call.store()
    page.session.workspace.end_visit()
    page.say_anew()
    assert (box.composition.text, box.toPlainText()) == ("denglu", "x")
    program.commit()
    assert box.toPlainText() == "xdenglu"
    [draft] = [note for note in page.call.all_of(Note) if note.draft]
    assert draft.text == "xdenglu"


def test_few_lines_stand_at_the_bottom_right_above_the_input_line(page, hands):
    hands.type("one")
    hands.keys("Return")
    view = page.lines
    hands.wait(lambda: view.visualRect(view.table.index(len(view.table.rows) - 1)).isValid())
    last = view.visualRect(view.table.index(len(view.table.rows) - 1))
    assert view.viewport().height() - last.bottom() <= 4
    assert view.viewport().mapTo(view, last.bottomLeft()).y() > view.height() - 8


def test_what_is_typed_goes_with_another_interview_not_into_it(page, hands):
    hands.type("of the first")
    first = page.call.identity
    hands.keys("Ctrl+N")
    assert page.entry.typing.toPlainText() == ""
    page.choose(first)
    assert page.entry.typing.toPlainText() == "of the first"


def test_quiet_marks_say_themselves_below_the_line_and_can_be_put_away(page, hands):
    hands.type("we will sign the contract")
    hands.keys("Return")
    row = page.lines.table.rows[-1]
    assert [spot.words for spot in row.watched] == ["we will", "contract"]
    hands.keys("Up", "Ctrl+Return", "H")
    assert page.lines.table.rows[-1].watched == ()


@pytest.mark.parametrize("with_guide", [True, False])
def test_the_need_behind_a_wish_is_kept_with_the_line(page, hands, with_guide):
    if not with_guide:
        hands.keys("Ctrl+\\")
    hands.type("+we want more agents")
    hands.keys("Return", "Ctrl+Return", "N")
    hands.wait(page.guide.need.need.hasFocus)
    hands.type("a quick answer")
    hands.keys("Return")
    hands.wait(page.entry.typing.hasFocus)
    assert notes(page)[0].real_need == "a quick answer"
    hands.wait(lambda: page.lines.table.rows[-1].solved)
    assert page.guide.need.isVisible() is with_guide


def test_what_the_line_says_is_read_beside_it(page, hands):
    hands.type("100+ orders a day, fixed within 3 working days")
    hands.wait(lambda: "at least 100 orders / day" in page.guide.read_words.text())
    assert "within 3 working days (8 April)" in page.guide.read_words.text()


def test_in_one_column_the_outline_is_a_strip_and_the_input_line_stays(page, qtbot):
    narrow = InterviewPage(page.session, page.call.clock)
    qtbot.addWidget(narrow)
    narrow.resize(584, 700)
    narrow.show()
    assert [part.isVisible() for part in (narrow.outline, narrow.guide)] == [False, False]
    assert [part.isVisible() for part in (narrow.strip, narrow.lines, narrow.entry)] == [True, True, True]
    assert narrow.entry.geometry().bottom() <= narrow.height()
    assert "business stage" in narrow.strip.text()


def test_an_outline_can_be_kept_and_the_next_interview_begun_with_it(page, hands):
    page.keep_outline()
    titles = [way.title for way in ways(page.session)]
    assert titles == ["V01", "Client interview outline"]
    again = begin(page.session, ways(page.session)[0])
    page.choose(again.id)
    assert [stage.minutes for stage in page.call.stages] == [8, 15, 12, 10]
    assert (len(page.call.questions), len(page.call.points)) == (8, 12)


def test_the_first_key_of_a_composition_is_the_stamp_of_the_line(page, hands, time):
    box = page.entry.typing
    for began, ended in ((10, 14), (30, 37)):
        time.seconds = began
        QCoreApplication.sendEvent(box, QInputMethodEvent("deng", []))
        time.seconds = ended
        event = QInputMethodEvent("", [])
        event.setCommitString("登录")
        QCoreApplication.sendEvent(box, event)
        hands.keys("Return")
    assert [note.at for note in notes(page)] == [0, 20_000]


def test_a_composition_that_comes_to_nothing_stamps_nothing(page, hands, time):
    box = page.entry.typing
    hands.type("a")
    hands.keys("Return")
    time.seconds = 20
    QCoreApplication.sendEvent(box, QInputMethodEvent("deng", []))
    QCoreApplication.sendEvent(box, QInputMethodEvent("", []))
    time.seconds = 50
    hands.type("b")
    hands.keys("Return")
    assert [note.at for note in notes(page)] == [0, 50_000]


def test_the_lines_stand_on_the_ground_of_the_theme_of_now(page, hands, program):
    hands.type("a line")
    hands.keys("Return")
    for look in (Look.DARK, Look.LIGHT):
        program.choices.wear(look)
        shown = page.lines.grab().toImage()
        ground = shown.pixelColor(shown.width() - 30, shown.height() - 6)
        assert ground.name() == program.theme.colour("canvas").name()


def test_a_stage_behind_shows_its_lamps_only(page, hands):
    hands.keys("Ctrl+]", "Ctrl+]", "Ctrl+]")
    newest = {each.card.title: each for each in page.outline.findChildren(StageButton)}
    first, last = (newest[title] for title in STAGES)
    assert (first.shown, last.shown) == ((0, 0), (2, 3))


def test_the_stage_of_now_is_in_view_however_many_there_are(page, hands):
    cards = [StageCard(str(at), f"Stage {at}", 5, 0, at == 29, (), ()) for at in range(30)]
    page.outline.show_stages(cards, compact=False)
    bar = page.outline.area.verticalScrollBar()
    hands.wait(lambda: bar.maximum() == bar.value() > 0)


def test_a_line_that_names_a_gap_is_no_sentence_to_be_read_out(page, hands, time):
    hands.type("a line")
    hands.keys("Return")
    page.beat()
    time.seconds = 300
    page.beat()
    assert "No notes from" in notes(page)[-1].text
    hands.keys("Ctrl+D")
    hands.wait(page.guide.paraphrase.sentence.hasFocus)
    assert page.guide.paraphrase.sentence.toPlainText() == "You mean a line — is that right?"
