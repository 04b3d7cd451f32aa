"""What a line of a call says by itself: its mark, amounts, wishes, and words to look at twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.interview import NoteKind
from workbench.messages import translator
from workbench.rules.marks import MARKS, read_mark
from workbench.rules.needs import named_solution
from workbench.rules.paraphrase import sentence
from workbench.rules.quantities import read, read_all
from workbench.rules.quantity_words import Period
from workbench.rules.watchwords import Watch, spots


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_names_the_kind_before_the_words_and_alone(mark):
    assert read_mark(f"{mark}登录失败") == (MARKS[mark], "登录失败")
    assert read_mark(f"  {mark} 登录失败") == (MARKS[mark], "登录失败")
    assert read_mark(mark) == (MARKS[mark], "")


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_written_twice_is_a_character(mark):
    assert read_mark(f"{mark}{mark}5") == (None, f"{mark}5")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“张总让我们看别家了。”", "张总让我们看别家了。"),
        ('"We look at others."', "We look at others."),
        ("「我們不是要更多客服", "我們不是要更多客服"),
        ("“效率”其实是审批慢", "“效率”其实是审批慢"),
        ('"A" and "B"', '"A" and "B"'),
    ],
)
def test_a_quotation_keeps_its_words(typed, words):
    assert read_mark(typed) == (NoteKind.QUOTE, words)


@given(st.text(alphabet="abc登录 。", max_size=20))
def test_a_line_without_a_mark_is_left_as_it_is(text):
    assert read_mark(text) == (None, text)


@given(st.text(max_size=40))
def test_a_mark_never_eats_words(text):
    kind, rest = read_mark(text)
    lost = len("".join(text.split())) - len("".join(rest.split()))
    assert lost <= (2 if kind is NoteKind.QUOTE else 1)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "period"),
    [
        ("每天100多单", 100, None, "单", Period.DAY),
        ("约3万", 30_000, 30_000, "", None),
        ("两三百", 200, 300, "", None),
        ("100+", 100, None, "", None),
        ("１２００元/月", 1200, 1200, "元", Period.MONTH),
        ("5-10个", 5, 10, "个", None),
        ("3-5万元", 30_000, 50_000, "元", None),
        ("3亿", 3e8, 3e8, "", None),
        ("两亿三千万", 2.3e8, 2.3e8, "", None),
        ("一百二十", 120, 120, "", None),
        ("一万二", 12_000, 12_000, "", None),
        ("三百零五", 305, 305, "", None),
        ("100多万", 1e6, None, "", None),
        ("十几个人", 11, 19, "个人", None),
        ("约３萬筆", 30_000, 30_000, "筆", None),
        ("百分之三十", 30, 30, "%", None),
        ("不到20%", None, 20, "%", None),
        ("至少 5 个工作日", 5, None, "个工作日", None),
        ("half", 50, 50, "%", None),
        ("30%", 30, 30, "%", None),
        ("about 100 orders a day", 100, 100, "orders", Period.DAY),
        ("3k", 3000, 3000, "", None),
        ("1.5 million", 1.5e6, 1.5e6, "", None),
        ("from 5 to 10 people", 5, 10, "people", None),
        ("less than 20 per week", None, 20, "", Period.WEEK),
        ("日均 112 起", 112, 112, "起", Period.DAY),
        ("每人每周登录 4.2 次", 4.2, 4.2, "次", Period.WEEK),
        ("three hours", 3, 3, "hours", None),
    ],
)
def test_an_amount_is_read_as_it_was_said(text, low, high, unit, period):
    amount = read(text)
    assert amount is not None
    assert (amount.quantity.low, amount.quantity.high) == (low, high)
    assert (amount.quantity.unit, amount.period) == (unit, period)
    assert text[amount.start : amount.end] == amount.quantity.said


@pytest.mark.parametrize(
    "text",
    [
        "P01 和 DEMO001",
        "10月10日前上线",
        "2025年",
        "八点四十五到九点一刻",
        "我们一直在等",
        "希望增加一个报表",
        "萬一",
        "第3次",
        "下周一前要",
        "v2",
        "9:30",
        "half past eleven",
        "几几",
        "几点五",
        "9 月",
    ],
)
def test_what_is_no_amount_is_not_read(text):
    assert read_all(text) == []


@given(st.text(alphabet="0123456789,.-+多约每天一二三十百千万亿几半个 单%/月kto", max_size=25))
def test_amounts_lie_in_the_text_in_order_with_bounds_in_order(text):
    ends = 0
    for amount in read_all(text):
        assert ends <= amount.start < amount.end <= len(text)
        assert text[amount.start : amount.end] == amount.quantity.said
        low, high = amount.quantity.low, amount.quantity.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        ends = amount.end


@given(st.text(max_size=60))
def test_reading_takes_any_text(text):
    assert all(amount.quantity.said in text for amount in read_all(text))


@pytest.mark.parametrize(
    "text",
    [
        "希望增加人工客服",
        "要一个自动出报表的按钮",
        "最好有个手机版",
        "希望增設人工客服",
        "希望登录由密码换成扫码",
        "We want a mobile app",
        "please add more agents",
        "We'd like more human agents.",
    ],
)
def test_a_wish_for_means_is_seen(text):
    assert named_solution(text)


@pytest.mark.parametrize(
    "text",
    [
        "希望遇到问题时能快速响应",
        "我们不是要增加客服",
        "日常对接由王工换成我",
        "對接人由王工換成李經理，王工仍管技術",
        "We don't want more agents",
        "登录老是失败",
        "",
    ],
)
def test_a_need_is_no_solution(text):
    assert named_solution(text) == ""


def test_what_others_must_answer_and_what_we_promise_is_seen():
    assert [(spot.words, spot.watch) for spot in spots("合同里写了赔偿，没问题")] == [
        ("合同", Watch.ESCALATE),
        ("赔偿", Watch.ESCALATE),
        ("没问题", Watch.PROMISE),
    ]
    assert [spot.words for spot in spots("The GDPR contract: we’ll do it")] == ["GDPR", "contract", "we’ll"]
    assert spots("資料出境要過法務", ours=False)[0].words == "資料出境"
    assert spots("没问题", ours=False) == []
    assert spots("登录老是失败，可以吗") == []


@given(st.text(max_size=60))
def test_a_marked_word_stands_where_it_is_said_to(text):
    assert all(text[spot.start : spot.end] == spot.words for spot in spots(text))


def test_a_paraphrase_keeps_every_point_without_marks_and_filler():
    ask = translator("zh_CN")
    assert sentence(["+嗯，希望系统能自动出报表。"], ask) == "您的意思是希望系统能自动出报表，对吗？"
    two = sentence(["!早高峰登不上。", "那个，报表要手工拼"], ask)
    assert two == "您的意思是早高峰登不上，报表要手工拼，对吗？"
    assert sentence(["登入失敗"], translator("zh_TW")) == "您的意思是登入失敗，對嗎？"
    assert (
        sentence(["um, logins fail at nine."], translator("en"))
        == "You mean logins fail at nine — is that right?"
    )
    assert sentence(["", "  "], ask) == ""


@given(st.lists(st.text(alphabet="登录失败订单延迟abc", min_size=1, max_size=12), min_size=1, max_size=4))
def test_no_point_is_dropped_and_none_added(lines):
    said = sentence(lines, translator("zh_CN"))
    assert all(line in said for line in lines)
    rest = said.removeprefix("您的意思是").removesuffix("，对吗？")
    assert {part.strip() for line in lines for part in [line]} >= set(rest.replace("; ", "，").split("，"))
