"""The practice call, played by a clock of the test and taken down by keys alone, from start to score."""

from pathlib import Path

import pytest

from tests.ui.hands import Hands
from tests.ui.held_call import hold
from ui.aftercall.practice import Practice
from workbench.domain import Interview, Note, NoteKind
from workbench.rules.marks import MARKS

MARK = {kind: mark for mark, kind in reversed(MARKS.items())}
LAG = 2.0


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def practice(program, qtbot):
    clock = Clock()
    practice = Practice(program, clock, ticking=False)
    practice.show()
    qtbot.waitUntil(lambda: bool(practice.interview), timeout=20_000)
    folder, ended = Path(practice.folder.name), []
    practice.ended.connect(lambda: ended.append(True))
    yield practice
    program.window.let_close()  # the practice goes with the window it was opened from
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert not folder.exists()


@pytest.fixture
def hands(practice, qtbot):
    hands = Hands(practice.window, qtbot)
    hands.wait(lambda: practice.program.page.entrance().hasFocus())
    return hands


def line_for(utterance):
    kind = utterance.wanted.kinds[0]
    return MARK.get(kind, "") + utterance.text


def go_to(practice, second):
    clock = practice.player.clock
    clock.now += (second - practice.player.second) / practice.player.speed
    practice.tick()


def test_whoever_takes_everything_down_in_time_gets_the_full_score(practice, hands):
    practice.run(on=True)
    script = practice.player.script
    for utterance in script.utterances:
        go_to(practice, utterance.at)
        assert practice.strip.words.text() == utterance.text
        if utterance.wanted is not None:
            practice.player.clock.now += LAG
            hands.type(line_for(utterance))
            hands.keys("Return")
    go_to(practice, script.seconds)
    practice.tick()
    score = practice.score
    assert list(score.missed) == []
    assert score.kinds == score.wanted
    assert score.numbers == (6, 6)
    assert score.marks("escalation") == (2, 2)
    assert score.marks("promise") == (1, 1)
    assert score.points == frozenset(range(12))
    assert score.lag == pytest.approx(LAG)
    assert hands.see("Nothing was missed")


def test_what_was_missed_is_named_with_its_sentence(practice, hands):
    practice.run(on=True)
    go_to(practice, 50)
    hands.type("!wrong invoice, two weeks")
    hands.keys("Return")
    practice.end()
    assert [each.heard.utterance.at for each in practice.score.caught] == [50]
    assert [each.at for each in practice.score.missed] == [22, 33]
    assert hands.see(
        "00:22  Ms Chen: We do regional cold chain. Three warehouses last year, seven this year."
    )
    assert hands.see("1 of 3")


def test_the_first_key_starts_the_call(practice, hands):
    assert not practice.player.running
    hands.type("h")
    assert practice.player.running


def test_pause_and_speed_are_buttons_of_the_strip(practice, hands):
    hands.click("Start")
    go_to(practice, 10)
    hands.click("Pause")
    practice.player.clock.now += 100
    practice.tick()
    assert practice.player.second == pytest.approx(10)
    hands.click("Play at 4×")
    hands.click("Go on")
    practice.player.clock.now += 5
    practice.tick()
    assert practice.player.second == pytest.approx(30)


def test_a_stamp_counts_and_a_kind_that_is_wrong_does_not(practice, hands):
    practice.run(on=True)
    go_to(practice, 50)
    hands.keys("Ctrl+M")
    hands.type("?held back for two weeks")
    hands.keys("Return")
    practice.end()
    assert [each.heard.utterance.at for each in practice.score.caught] == [50]
    assert practice.score.kinds == 0


def test_nothing_of_it_reaches_the_users_project(program, practice, hands):
    hold(program)
    practice.run(on=True)
    hands.type("#400 slips")
    hands.keys("Return")
    session = program.desk.session
    assert [item.id for item in session.workspace.all(Interview, session.scope)] == ["call"]
    assert "#400 slips" not in [note.text for note in session.workspace.all(Note, session.scope)]
    other = practice.program.desk
    assert other.opened.path != program.desk.opened.path
    [note] = other.session.workspace.all(Note, other.session.scope)
    assert (note.text, note.note_kind) == ("400 slips", NoteKind.NUMBER)


def test_closing_the_practice_leaves_nothing_behind(program, practice, hands):
    folder = Path(practice.folder.name)
    hands.type("#400 slips")
    practice.end()
    hands.click("Close the practice")
    hands.window = program.window
    hands.wait(lambda: not folder.exists())
    assert program.desk is not None
