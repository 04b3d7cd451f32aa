"""The worked example moves to the day on which it is opened."""

import json
from datetime import date, timedelta

import pytest

from workbench.commands.listing import SAMPLES
from workbench.commands.sample_dates import TOLD_ON, brought_forward
from workbench.messages import LANGUAGES

NEXT_YEAR = date(2026, 11, 22)


def moved(value, today=NEXT_YEAR):
    [item] = brought_forward([{"text": value}], today)
    return item["text"]


def written(language):
    return json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))["records"]


@pytest.mark.parametrize("days", range(7))
def test_within_a_week_of_its_last_day_the_example_is_as_written(days):
    items = written("en")
    assert brought_forward(items, TOLD_ON + timedelta(days)) == items


def test_dates_and_times_keep_their_weekday_and_hour():
    assert moved("2025-10-24") == "2026-11-20"
    assert moved("2025-09-24T06:05:05Z") == "2026-10-21T06:05:05Z"
    assert date(2025, 10, 24).weekday() == date(2026, 11, 20).weekday()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("by 31 October", "by 27 November"),
        ("renewal on 31 December 2025.", "renewal on 27 January 2027."),
        ("15 to 19 September 2025", "12 to 16 October 2026"),
        ("the e-mails of July and August", "the e-mails of August and September"),
        ("First quarter of 2026", "First quarter of 2027"),
        ("10月31日前", "11月27日前"),
        ("2025 年 12 月 31 日续约", "2027 年 1 月 27 日续约"),
        ("2025-09-15 至 09-19", "2026-10-12 至 10-16"),
        ("核对 7、8 月往来邮件", "核对 8、9 月往来邮件"),
        ("2025 年第三季", "2026 年第三季"),
    ],
)
def test_a_date_that_a_text_names_moves_along(before, after):
    assert moved(before) == after


def test_a_range_over_the_end_of_a_month_names_both_months():
    assert moved("1 to 5 September 2025", TOLD_ON + timedelta(weeks=-1)) == "25 to 29 August 2025"
    assert moved("4 to 8 September", TOLD_ON + timedelta(weeks=-1)) == "28 August to 1 September"


@pytest.mark.parametrize(
    "text", ["within 2 months", "2个月内", "三周左右", "下季度", "月底", "8:45 to 9:15", "DEMO001"]
)
def test_a_text_that_names_no_date_stays(text):
    assert moved(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [0, 45, 200, 400, 3000])
def test_what_has_happened_never_lies_ahead_and_lies_at_most_a_week_back(language, days):
    today = TOLD_ON + timedelta(days)
    told = ("taken_on", "verified_on", "held_on", "reported_on")
    last = max(
        date.fromisoformat(item[name])
        for item in brought_forward(written(language), today)
        for name in told
        if item.get(name)
    )
    assert 0 <= (today - last).days < 7
