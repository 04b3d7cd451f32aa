"""Acceptance criteria as text, and the kinds of a way of realisation before its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain import Requirement
from workbench.messages import translator
from workbench.rules.acceptance import Criterion, compose, met, parse, pasted, printed
from workbench.rules.realisation import KINDS, joined, said, split, toggled
from workbench.rules.validation import answered

WORDS = st.text("ab |✓☐5.\t分钟", max_size=12)
SAID = WORDS.filter(lambda text: bool(text.strip()) and not text.startswith("✓"))
TODAY = st.text("ab 26分", max_size=8)


@given(st.lists(st.builds(Criterion, SAID, TODAY, st.booleans()), max_size=5))
def test_what_is_composed_is_read_again(criteria):
    assert parse(compose(criteria)) == criteria


def test_a_line_is_a_criterion_its_tick_and_todays_value():
    assert parse("✓ 有人接手 | 26 分钟\n\n看到进展") == [
        Criterion("有人接手", "26 分钟", met=True),
        Criterion("看到进展"),
    ]
    assert met(parse("✓ a\nb\n✓ c")) == 2


def test_a_bar_of_its_own_stays_in_the_words():
    assert compose([Criterion("a | b")]) == "a | b |"
    assert parse("a | b |") == [Criterion("a | b")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("1. 有人接手", Criterion("有人接手")),
        ("- [x] done | 2", Criterion("done", "2", met=True)),
        ("☑ 看到\t无", Criterion("看到", "无", met=True)),
        ("☐ 5.5 分钟内", Criterion("5.5 分钟内")),
        ("• 2）响应", Criterion("响应")),
    ],
)
def test_lines_from_elsewhere_lose_their_bullets_and_keep_their_ticks(line, found):
    assert pasted(line) == [found]


def test_a_document_reads_boxes_and_words():
    text = "✓ 有人接手 | 26 分钟\n看到进展"
    assert printed(text, translator("zh_CN")) == ["☑ 有人接手（现状：26 分钟）", "☐ 看到进展"]
    assert printed(text, translator("en"))[0] == "☑ 有人接手 (today: 26 分钟)"


def test_the_kinds_of_a_way_stand_before_its_text_in_any_language():
    text = toggled(toggled("值班群响应", "system", "zh_CN"), "process", "zh_CN")
    assert text == "流程、系统：值班群响应"
    assert split("Process, 系統: x") == ({"process", "system"}, "x")
    assert toggled(text, "system", "en") == "Process: 值班群响应"
    assert toggled("流程：值班群响应", "process", "zh_CN") == "值班群响应"


@given(st.sets(st.sampled_from(sorted(KINDS))), st.sampled_from(["", "x", "人员：两名", "a: b"]))
def test_kinds_and_text_come_apart_as_they_were_put_together(kinds, rest):
    for language in ("zh_CN", "zh_TW", "en"):
        assert split(joined(frozenset(kinds), rest, language)) == (kinds, rest)


def test_to_name_a_kind_is_no_answer_yet():
    assert said("流程：") == ""
    assert answered(Requirement(id="r", how="流程：", who="系统：")) == ["who"]
