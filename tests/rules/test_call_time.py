"""The clock of a call, what its lines have covered, and how far it is confirmed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain import (
    Confirmation,
    Interview,
    Link,
    Note,
    NoteKind,
    Point,
    PointState,
    Requirement,
    Stage,
)
from workbench.messages import LANGUAGES, translator
from workbench.rules.clock import LONGEST_AWAY, CallClock, stamp
from workbench.rules.confirmations import confirmation_of
from workbench.rules.coverage import is_late, lit, point_of, unlit_questions, used
from workbench.rules.outlines import built_in, copied

NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)
CALL = Interview(id="v1", project="p")


class Ticks:
    """A clock that goes only when told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def ticks():
    return Ticks()


@pytest.fixture
def clock(ticks):
    return CallClock(ticks)


def test_call_time_runs_from_start_to_pause_and_on(clock, ticks):
    call = clock.start(CALL, NOON)
    assert (call.started_at, call.clock_since) == (NOON, NOON)
    ticks.now += 61.5
    call = clock.pause(call, NOON)
    assert (call.clock, call.clock_since) == (61_500, None)
    ticks.now += 1000
    call = clock.start(call, NOON + timedelta(hours=1))
    ticks.now += 1
    assert clock.elapsed(call, NOON) == 62_500
    assert call.started_at == NOON
    ended = clock.end(call, NOON)
    assert (ended.ended_at, ended.clock_since, ended.clock) == (NOON, None, 62_500)


@given(st.integers(min_value=-86_400, max_value=86_400))
def test_a_change_of_the_systems_time_moves_no_stamp(seconds):
    ticks = Ticks()
    clock = CallClock(ticks)
    call = clock.start(CALL, NOON)
    ticks.now += 30
    assert clock.elapsed(call, NOON + timedelta(seconds=seconds)) == 30_000


def test_a_call_found_running_goes_on_and_its_gap_is_named(clock):
    call = CallClock(Ticks()).start(CALL, NOON)
    found, gap = clock.found(call, 60_000, NOON + timedelta(minutes=3))
    assert found == call
    note = gap.note(call, "s1", translator("en"))
    assert note.text == "No notes from 01:00 to 03:00: the program was away"
    assert (note.note_kind, note.stage, note.at) == (NoteKind.MOMENT, "s1", 180_000)


def test_a_short_absence_is_no_gap_and_a_day_later_the_call_is_over(clock):
    call = CallClock(Ticks()).start(CALL, NOON)
    assert clock.found(call, 0, NOON + timedelta(seconds=5)) == (call, None)
    for away in (LONGEST_AWAY + timedelta(minutes=1), timedelta(minutes=-1)):
        stood, gap = CallClock(Ticks()).found(call, 60_000, NOON + away)
        assert (stood.clock, stood.clock_since, gap) == (60_000, None, None)


def test_sleep_is_a_gap_between_two_beats(clock, ticks):
    call = clock.start(CALL, NOON)
    ticks.now += 1
    assert clock.beat(call, NOON) is None
    ticks.now += 600
    gap = clock.beat(call, NOON)
    assert (gap.start, gap.end) == (1000, 601_000)
    assert clock.beat(clock.pause(call, NOON), NOON) is None


@pytest.mark.parametrize(
    ("at", "shown"), [(0, "00:00"), (59_999, "00:59"), (1_421_000, "23:41"), (3_600_000, "1:00:00")]
)
def test_a_stamp_is_minutes_and_seconds(at, shown):
    assert stamp(at) == shown


def outline(language):
    """An interview's stages and points as template 1 prints them."""
    made = copied(*built_in(translator(language)), CALL)
    stages = [item for item in made if isinstance(item, Stage)]
    return stages, [item for item in made if isinstance(item, Point)]


def line(text, stage=None, kind=NoteKind.NONE, **fields):
    return Note(project="p", interview="v1", text=text, stage=stage, note_kind=kind, **fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_of_the_template_can_be_asked_for(language):
    stages, points = outline(language)
    asked = unlit_questions(points, stages, [], most=12)
    questions = {translator(language)(each.question) for each in asked}
    assert len(asked) == len(points) == len(questions) == 12
    assert not any(each.point.text in translator(language)(each.question) for each in asked[:1])


@pytest.mark.parametrize(
    ("language", "stage", "kind", "text", "told"),
    [
        ("zh_CN", 2, NoteKind.NUMBER, "每天 100+ 订单延迟", "损失量化"),
        ("zh_TW", 2, NoteKind.NUMBER, "每天 100+ 訂單延遲", "損失量化"),
        ("en", 2, NoteKind.NUMBER, "100 orders are delayed", "quantified loss"),
        ("zh_CN", 1, NoteKind.PAIN, "早高峰登录老是失败", "问题场景"),
        ("zh_CN", 3, NoteKind.LATENT, "说效率，其实是审批慢", "隐性需求"),
        ("zh_CN", 1, NoteKind.NEED, "希望审批缩短到 2 步以内", "期望效果"),
        ("en", 0, NoteKind.NONE, "our team is growing", "business stage"),
        ("zh_CN", 1, NoteKind.NEED, "希望增加人工客服", None),
        ("zh_CN", 2, NoteKind.QUESTION, "每笔损失多少", None),
        ("zh_CN", 2, NoteKind.NONE, "", None),
    ],
)
def test_a_line_tells_the_point_that_its_kind_and_words_say(language, stage, kind, text, told):
    stages, points = outline(language)
    found = point_of(line(text, stages[stage].id, kind), points)
    assert next((point.text for point in points if point.id == found), None) == told


def test_a_point_is_lit_by_hand_by_name_or_by_a_line_that_is_no_draft():
    stages, points = outline("zh_CN")
    own = Point(id="own", stage=stages[0].id, text="预算")
    ticked = Point(id="ticked", stage=stages[0].id, text="x", state=PointState.COVERED)
    named = line("随便", point=points[0].id)
    draft = line("随便", point=points[1].id, draft=True)
    every = [*points, own, ticked]
    assert lit(every, [named, draft, line("他们有预算"), line("x", point="gone")]) == {
        points[0].id,
        "own",
        "ticked",
    }


def test_at_most_three_are_asked_the_most_important_first_and_skippable_stages_last():
    stages, points = outline("zh_CN")
    first = unlit_questions(points, stages, [])
    assert [each.point.text for each in first] == ["损失量化", "期望效果", "隐性需求"]
    skipped = [Stage(id=stages[2].id, title="影响评估", minutes=12, may_skip=True)]
    later = unlit_questions(points, [*stages[:2], *skipped, stages[3]], [])
    assert [each.point.text for each in later] == ["期望效果", "隐性需求", "时间节点"]


def test_the_last_five_minutes_of_the_plan_are_late():
    stages, _points = outline("en")
    assert not is_late(40 * 60_000 - 1, stages)
    assert is_late(40 * 60_000, stages)
    assert not is_late(10**9, [])


def test_time_goes_to_the_stage_that_one_is_in():
    stages, _points = outline("en")
    one, two = stages[0].id, stages[1].id
    notes = [line("a", one, at=60_000), line("b", two, at=100_000)]
    spent = used(stages, notes, 130_000, one)
    assert (spent[one], spent[two]) == (100_000 + 30_000, 0)
    assert used(stages, notes, 130_000, two)[two] == 30_000


def test_what_rests_on_a_sentence_is_as_far_confirmed_as_it():
    need = Requirement(id="r1", project="p")
    notes = [
        line("a", id="n1", confirmation=Confirmation.PARAPHRASED),
        line("b", id="n2", confirmation=Confirmation.CONFIRMED),
    ]
    links = [Link(from_="n1", to="r1"), Link(from_="n2", to="r2"), Link(from_="gone", to="r1")]
    assert confirmation_of(need, links, notes) is Confirmation.PARAPHRASED
    assert confirmation_of(need, [*links, Link(from_="n2", to="r1")], notes) is Confirmation.CONFIRMED
    assert confirmation_of(need, [], notes) is None
