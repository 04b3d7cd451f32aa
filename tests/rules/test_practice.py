"""The practice call: three languages with one shape, played by any clock, scored by what was typed."""

import pytest

from workbench.domain import Note, NoteKind
from workbench.messages import LANGUAGES
from workbench.rules.practice.playing import Player
from workbench.rules.practice.scoring import Heard, Line, scored
from workbench.rules.practice.script import Utterance, Wanted, script


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def heard(language="zh_CN"):
    return [Heard(each, each.at) for each in script(language).utterances]


def line(text, at, kind=NoteKind.NONE):
    return Line(Note(text=text, note_kind=kind), at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lasts_six_minutes_and_is_said_in_order(language):
    known = script(language)
    times = [each.at for each in known.utterances]
    assert known.seconds == 360
    assert times == sorted(set(times))
    assert times[-1] < known.seconds
    assert 33 <= len(times) <= 40
    assert all(each.text.strip() for each in known.utterances)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_caught_by_its_own_words(language):
    for each in script(language).utterances:
        if each.wanted is not None:
            [caught] = scored(
                [Heard(each, each.at)], [line(each.text, each.at + 2, each.wanted.kinds[0])]
            ).caught
            assert caught.kind_is_right
            assert caught.has_number == bool(each.wanted.numbers)
            assert caught.lag == 2


def test_the_languages_want_the_same_things():
    shapes = [
        [
            (each.at, each.ours, each.wanted and (each.wanted.kinds, each.wanted.point, each.wanted.marks))
            for each in known
        ]
        for known in (script(language).utterances for language in LANGUAGES)
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_every_point_of_the_outline_comes_up():
    points = {each.wanted.point for each in script("en").utterances if each.wanted}
    assert points - {None} == set(range(12))


def test_whoever_writes_nothing_misses_everything():
    score = scored(heard(), [])
    assert (score.caught, len(score.missed), score.lag) == ([], score.wanted, 0.0)
    assert score.numbers[0] == score.kinds == score.marks("promise")[0] == 0
    assert score.marks("escalation") == (0, 2)


def test_a_line_before_the_sentence_does_not_count():
    [first] = [each for each in heard() if each.utterance.wanted and each.utterance.wanted.point == 7][:1]
    assert scored([first], [line("一单三十块", first.at - 5)]).missed
    assert scored([first], [line("一单三十块", first.at + 5)]).caught


def test_other_words_for_the_same_count_for_a_while():
    said = Heard(Utterance(10, "A", "仓库里信号不好", Wanted((NoteKind.NEED,), 11, ("断网",))), 10)
    assert scored([said], [line("仓库信号不好", 20)]).caught
    assert scored([said], [line("仓库信号不好", 60)]).missed
    assert scored([said], [line("天气不错", 20)]).missed


def test_a_stamp_without_words_counts_right_after():
    said = heard()[3]
    assert scored([said], [line("", said.at + 3, NoteKind.MOMENT)]).caught
    assert scored([said], [line("", said.at + 30, NoteKind.MOMENT)]).missed
    assert scored([said], [line("", said.at + 3)]).missed


def test_full_width_figures_are_figures():
    [said] = [each for each in heard() if each.utterance.at == 148]
    assert scored([said], [line("旺季每天４００单", said.at)]).numbers == (1, 1)
    assert scored([said], [line("旺季四百单", said.at)]).numbers == (1, 1)
    assert scored([said], [line("两百出头", said.at)]).numbers == (0, 1)


def test_a_sentence_is_due_when_its_second_has_come():
    clock = Clock()
    player = Player(script("en"), clock)
    clock.now += 50
    assert player.due() == [script("en").utterances[0]]
    player.run(on=True)
    clock.now += 8
    assert [each.at for each in player.due()] == [8]
    assert player.due() == []


def test_a_pause_stops_the_call_and_four_times_the_speed_hurries_it():
    clock = Clock()
    player = Player(script("en"), clock)
    player.run(on=True)
    clock.now += 10
    player.run(on=False)
    clock.now += 1000
    assert player.second == 10
    player.change_speed(4)
    assert player.second == 10
    player.run(on=True)
    clock.now += 10
    assert player.second == 50
    clock.now += 1000
    assert player.second == 360
    assert player.ended
    assert len(player.due()) == len(player.script.utterances)
