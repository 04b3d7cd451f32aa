"""Deadlines as people say them, on the working calendar."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.plan import Task, TaskStatus
from workbench.domain.project import Choice
from workbench.messages import Message, translator
from workbench.rules.calendar import WorkingCalendar, calendar_of
from workbench.rules.deadlines import Kind, is_overdue, printed, read

START = date(2025, 9, 29)
"""A Monday, two days before eight days off; 28 September and 11 October are worked in exchange."""
CHINA = WorkingCalendar()

MEANT = """
2025-10-10: 3个工作日内 | 3 个工作日以内 | 三个工作日内 | ３个工作日之内 | 3個工作日內 | 3個工作天內
2025-10-10: 最迟3个工作日内完成 | within 3 working days | in three business days | 3 Workdays
2025-10-10: 3个工作日内(10月10日) | 3 working days (10 October)
2025-09-30: 明天 | 明天前 | 次日 | tomorrow | 月底前 | 本月底 | 月末之前 | 本月内 | by the end of the month
2025-09-30: this month | 24小时内 | 24小時內 | within 24 hours | 季度末 | 本季度末 | 本季度内
2025-09-30: end of the quarter | 1个工作日内 | 本周内 | 這週內 | by the end of this week | 9月底前
2025-09-30: by the end of September
2025-11-29: 2个月内 | 2個月內 | 两个月内 | 兩個月內 | within 2 months | two months
2025-10-13: 两周内 | 兩週內 | 2个星期内 | 二周之内 | within two weeks | in 2 weeks | 14天内 | 十四天內
2025-10-09: 10天内 | 十天內 | 10日内 | within ten days | 10 days
2025-10-10: 下周五前 | 下週五前 | 下星期五 | 下个礼拜五之前 | 下禮拜五 | by next Friday | next friday
2025-10-03: 本周五 | 这周五前 | 這週五 | 周五 | 星期五前 | this Friday | by Friday | 3日前 | by the 3rd
2025-10-17: 下下周五
2025-10-31: 下月底 | 下个月底前 | 下個月內 | by the end of next month | next month | 10月底 | 十月底前
2025-10-31: end of Oct
2025-12-31: 下季度 | 下季度末 | 下個季度內 | next quarter | 第四季度 | Q4 | 年底前 | 年內 | 今年底
2025-12-31: by the end of the year | by year-end | this year
2026-12-31: 明年底 | 明年内 | next year
2026-03-31: 明年3月底前 | 明年第一季度 | Q1
2025-10-15: 10月15日前 | 10月15號 | 2025年10月15日 | 2025-10-15 | 2025/10/15前 | 2025.10.15 | 十月15日之前
2025-10-15: 15号前 | 下月15日前 | 下個月15號 | by 15 October | 15 Oct 2025 | October 15th, 2025
2025-10-15: by the 15th of October | 不晚于10月15日
2026-09-01: 9月1日 | 2026年9月1日前 | 1 September
2025-10-01: 后天 | 後天 | 48小时内 | the day after tomorrow | 2天内
2025-10-02: 大后天 | 3天 | 3日内 | 三日內 | 3天后
2025-09-29: 立即 | 马上 | 馬上 | 立刻 | 今天 | 今日内 | 當天 | 4小时内 | 半小时内 | 半天 | today
2025-09-29: immediately | within 2 hours
2025-10-14: 半个月内 | 半個月 | within half a month | half a month | 十五天内
2025-11-13: 一个半月内 | 1個半月 | within a month and a half
2026-03-29: 半年内 | half a year | 6个月内
2026-09-29: 一年内 | 1年內 | within a year
2028-02-29: 2月29日
"""
SAID = [(words.strip(), line[:10]) for line in MEANT.strip().splitlines() for words in line[11:].split("|")]


@pytest.mark.parametrize(("words", "due"), SAID)
def test_words_become_the_date_they_mean(words, due):
    found = read(words, START, CHINA)
    assert found is not None
    assert found.due.isoformat() == due
    assert not found.estimated


OTHER = """
尽快 | 客户验收后 | 3-5个工作日 | 1~2周 | 3天前 | 3月 | 3日 | 2月30日 | 2025年13月1日 | 第五季度 | 10/11/2025
10月15日前后 | 约3天内 | as soon as possible | in a couple of days | by Friday or Monday | by | within | 3
九千九百天内 | 99999天内 | 9999年12月32日 | 3个工作日内10月10日 | 周八 | 明 | 3个工作日内，或尽快 | a
the | 工作日内 | 下周五下周五 | \x00 | 客户验收后(10月10日)
"""


@pytest.mark.parametrize("words", ["", " ", "x" * 5000, *re.split(r" \| |\n", OTHER.strip())])
def test_other_words_have_no_date(words):
    assert read(words, START, CHINA) is None


@given(st.text(max_size=20), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_text_is_too_strange(words, start):
    read(words, start, CHINA)


ATOMS = st.sampled_from(
    re.findall(r"\w+", "0 1 3 12 九 十 半 两 个 個 工作日 天 日 月 年 周 下 本 五 底 季度 内 前 10月 15日")
)


@given(st.lists(ATOMS, max_size=6).map("".join), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_words_of_the_grammar_fail_in_any_order(words, start):
    read(words, start, CHINA)


@pytest.mark.parametrize("start", [date.max, date.min])
@pytest.mark.parametrize(
    "words", ["3天内", "2个月内", "下周五", "3个工作日内", "年底前", "10月15日前", "下月5日"]
)
def test_the_ends_of_all_calendars_do_not_fail(words, start):
    read(words, start, WorkingCalendar("XX"))


def test_the_kind_tells_what_moves_with_the_start():
    kinds = {words: read(words, START, CHINA).kind for words in ("3个工作日内", "2个月内", "10月15日前")}
    assert [*kinds.values()] == [Kind.WORKING_DAYS, Kind.MONTHS, Kind.DATE]


@pytest.mark.parametrize(
    ("words", "start", "estimated"),
    [
        ("3个工作日内", date(2026, 12, 30), True),
        ("3个工作日内", date(2026, 12, 20), False),
        ("10天内", date(2026, 12, 30), False),
        ("3个工作日内", date(2027, 5, 1), True),
        ("下周内", date(2027, 5, 3), True),
    ],
)
def test_days_off_not_announced_yet_are_estimates(words, start, estimated):
    assert read(words, start, CHINA).estimated is estimated


@pytest.mark.parametrize(("country", "due"), [("CN", 10), ("TW", 2), ("HK", 3), ("SG", 2), ("XX", 2)])
def test_each_country_has_its_own_days_off(country, due):
    assert read("3个工作日内", START, WorkingCalendar(country)).due == date(2025, 10, due)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 9, 28), True),  # a Sunday, worked
        (date(2025, 10, 11), True),  # a Saturday, worked
        (date(2025, 10, 8), False),  # a Wednesday, given for 11 October
        (date(2025, 10, 12), False),
        (date(2026, 2, 14), True),
        (date(2026, 2, 23), False),
    ],
)
def test_chinas_exchanged_days_are_known(day, working):
    assert CHINA.is_working(day) is working


def holiday(key, text="", **fields):
    return Choice(list="holiday", key=key, text=text, **fields)


def test_a_projects_holidays_change_the_calendar():
    changed = calendar_of(
        [
            holiday("2025-09-30", "厂庆"),
            holiday("+2025-10-01", "值班"),
            holiday("2025-10-09", hidden=True),
            holiday("no date"),
            Choice(list="department", key="2025-10-10"),
        ]
    )
    assert read("3个工作日内", START, changed).due == date(2025, 10, 10)
    assert [changed.is_working(date(2025, 9, 30)), changed.is_working(date(2025, 10, 1))] == [False, True]
    assert changed.holiday(date(2025, 9, 30), "zh_CN") == "厂庆"
    assert changed.holiday(date(2025, 10, 1), "zh_CN") == ""


def test_holidays_have_names_and_exchanged_days_have_none():
    assert CHINA.holiday(date(2025, 10, 1), "zh_CN") == "国庆节"
    assert CHINA.holiday(date(2025, 10, 1), "en") == "National Day"
    assert CHINA.holiday(date(2025, 10, 8), "zh_CN") == ""
    assert CHINA.holiday(date(2025, 10, 9), "zh_CN") == ""


@given(st.dates(date(2020, 1, 1), date(2029, 1, 1)), st.integers(1, 40))
def test_working_days_are_counted_one_by_one(start, count):
    due = CHINA.add_working_days(start, count)
    between = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert sum(map(CHINA.is_working, between)) == count
    assert CHINA.is_working(due)
    assert CHINA.add_working_days(due, -count) <= due - timedelta(days=count)


def test_counting_back_undoes_counting_forth_between_working_days():
    assert CHINA.add_working_days(CHINA.add_working_days(START, 7), -7) == START


def chinese(text):
    """What a message says in Simplified Chinese, by its own translations."""
    if not isinstance(text, Message):
        return text
    values = {name: chinese(value) for name, value in text.values.items()}
    return text.own["zh_CN"].format(**values)


@pytest.mark.parametrize(
    ("words", "due", "both"),
    [
        ("3个工作日内", date(2025, 10, 10), "3个工作日内(10月10日)"),
        ("客户验收后", date(2025, 10, 10), "客户验收后(10月10日)"),
        ("两周{内}", date(2026, 1, 5), "两周{内}(2026年1月5日)"),
        ("10月15日前", date(2025, 10, 15), "10月15日前"),
        ("10月15日前", date(2025, 10, 16), "10月15日前(10月16日)"),
        ("", date(2025, 10, 10), "2025年10月10日"),
        ("尽快", None, "尽快"),
    ],
)
def test_both_forms_are_printed(words, due, both):
    assert printed(words, due, chinese, START) == both


def test_english_prints_the_month_by_name():
    assert printed("within 3 working days", date(2025, 10, 10), translator("en")) == (
        "within 3 working days (10 October)"
    )


@pytest.mark.parametrize("words", ["3个工作日内", "两周内", "月底前", "下周五前"])
def test_what_is_printed_reads_as_what_was_said(words):
    found = read(words, START, CHINA)
    assert read(printed(words, found.due, chinese, START), START, CHINA) == found


@pytest.mark.parametrize("status", TaskStatus)
def test_a_task_is_overdue_from_the_day_after_it_was_due(status):
    task = Task(due=START, status=status)
    is_open = status not in {TaskStatus.DONE, TaskStatus.DROPPED}
    assert not is_overdue(task, START)
    assert is_overdue(task, START + timedelta(days=1)) is is_open
    assert not is_overdue(Task(status=status), START)


def test_the_library_of_holidays_comes_with_the_first_question():
    code = (
        "import sys, workbench.rules.deadlines, workbench.charts.timeline; print('holidays' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    shown = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
