"""What the words of a deadline mean, counted from the day the work starts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from workbench.rules.calendar import WorkingCalendar

Words = Mapping[str, str]
"""The named parts of a deadline's words, without those that were not said."""


class Kind(StrEnum):
    """How a deadline was said; all but ``DATE`` move with the start."""

    WORKING_DAYS = "working_days"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK_END = "week_end"
    MONTH_END = "month_end"
    QUARTER_END = "quarter_end"
    YEAR_END = "year_end"
    DATE = "date"


Found = tuple[date, Kind]
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_HALF_MONTH, _HALF_YEAR, _DAY_HOURS = 15, 6, 24
_YEAR, _QUARTER = 12, 3
_LEAP: Final = 9
"""Within so many years every day of the calendar comes again."""
_ENGLISH_NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ENGLISH_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL: Final = {
    **dict(zip("一二三四五六七八九十", range(1, 11), strict=True)),
    "两": 2,
    **dict.fromkeys(("a", "an"), 1),
    **{word: count for count, word in enumerate(_ENGLISH_NUMBERS, 1)},
}
WEEKDAYS: Final = {
    **dict(zip("一二三四五六", range(6), strict=True)),
    **dict.fromkeys("日天", 6),
    **{name: day for day, name in enumerate(_ENGLISH_WEEKDAYS)},
}
MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
ENGLISH_MONTHS: Final = {
    **{name: month for month, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: month for month, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
_UNITS: Final = {
    **dict.fromkeys(("工作日", "工作天"), Kind.WORKING_DAYS),
    **dict.fromkeys(("workday", "work day", "working day", "business day"), Kind.WORKING_DAYS),
    **dict.fromkeys(("天", "日", "day"), Kind.DAYS),
    **dict.fromkeys(("周", "星期", "礼拜", "week"), Kind.WEEKS),
    **dict.fromkeys(("月", "month"), Kind.MONTHS),
    **dict.fromkeys(("年", "year"), Kind.YEARS),
    **dict.fromkeys(("小时", "钟头", "hour"), Kind.HOURS),
}
_DISTANCE: Final = {"下下": 2, "下": 1, "次": 1, "明": 1, "next": 1, "后": 2}
DAYS: Final = {
    **dict.fromkeys(("立即", "立刻", "马上", "即刻", "今天", "今日", "当天", "当日"), 0),
    **dict.fromkeys(("明天", "明日", "次日", "隔天", "第二天"), 1),
    "后天": 2,
    "后日": 2,
    "大后天": 3,
    **dict.fromkeys(("today", "immediately", "at once", "right away", "now", "same day", "the same day"), 0),
    "tomorrow": 1,
    "the next day": 1,
    "next day": 1,
    "the day after tomorrow": 2,
}


def number(word: str) -> int:
    """A count in digits, in Chinese up to 99, or as an English word up to twelve."""
    if word.isdecimal():
        return int(word)
    if word in _SMALL:
        return _SMALL[word]
    tens, _ten, ones = word.partition("十")
    return 10 * (_SMALL[tens] if tens else 1) + (_SMALL[ones] if ones else 0)


def _plus_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date, months: int = 0) -> date:
    """The last day of the month so many months later."""
    later = _plus_months(day.replace(day=1), months)
    return later.replace(day=monthrange(later.year, later.month)[1])


@dataclass(frozen=True, slots=True)
class Start:
    """The day the work starts, on a calendar."""

    day: date
    calendar: WorkingCalendar

    def coming(self, month: int | None, day: int) -> date:
        """The next such day, today included; a month without that day is passed over."""
        for later in range(_LEAP * _YEAR):
            year, here = divmod(self.day.year * _YEAR + self.day.month - 1 + later, _YEAR)
            if month in {None, here + 1} and day <= monthrange(year, here + 1)[1]:
                found = date(year, here + 1, day)
                if found >= self.day:
                    return found
        raise ValueError(day)


Rule = Callable[[Start, Words], Found]


def span(start: Start, words: Words) -> Found:
    """3个工作日内, 两周内, within 2 months, 一个半月内: counted without the first day."""
    unit, day = _UNITS[words["unit"]], start.day
    count = number(words.get("n", "0"))
    half = "half" in words or "and_half" in words
    if unit is Kind.WORKING_DAYS:
        return start.calendar.add_working_days(day, count), unit
    if unit is Kind.MONTHS:
        return _plus_months(day, count) + _HALF_MONTH * half * _DAY, unit
    if unit is Kind.YEARS:
        return _plus_months(day, count * _YEAR + _HALF_YEAR * half), unit
    days = {Kind.HOURS: count // _DAY_HOURS, Kind.DAYS: count, Kind.WEEKS: 7 * count}[unit]
    return day + days * _DAY, unit


def near(start: Start, words: Words) -> Found:
    """今天, 明天, tomorrow."""
    return start.day + DAYS[words["day"]] * _DAY, Kind.DAY


def weekday(start: Start, words: Words) -> Found:
    """下周五: of the week after this one, which begins on Monday; without "next" or "this" the coming one."""
    wanted = WEEKDAYS[words["weekday"]]
    if "which" not in words:
        return start.day + (wanted - start.day.weekday()) % 7 * _DAY, Kind.WEEKDAY
    monday = start.day - start.day.weekday() * _DAY
    return monday + _DISTANCE.get(words["which"], 0) * _WEEK + wanted * _DAY, Kind.WEEKDAY


def week_end(start: Start, words: Words) -> Found:
    """本周内: the week's last working day, or its Sunday if nobody works in it."""
    monday = start.day - start.day.weekday() * _DAY + _DISTANCE.get(words.get("which", ""), 0) * _WEEK
    days = [monday + number * _DAY for number in range(6, -1, -1)]
    return next(filter(start.calendar.is_working, days), days[0]), Kind.WEEK_END


def month_end(start: Start, words: Words) -> Found:
    """月底前, 下月底, by the end of the month."""
    return _month_end(start.day, _DISTANCE.get(words.get("which", ""), 0)), Kind.MONTH_END


def named_month_end(start: Start, words: Words) -> Found:
    """10月底前, 明年3月底, by the end of October."""
    month = _month(words["month"])
    if "year" in words:
        return _month_end(date(_year(start, words["year"]), month, 1)), Kind.MONTH_END
    return _month_end(start.day, (month - start.day.month) % _YEAR), Kind.MONTH_END


def quarter_end(start: Start, words: Words) -> Found:
    """季度末, 下季度, next quarter."""
    left = (_QUARTER - start.day.month) % _QUARTER
    later = _DISTANCE.get(words.get("which", ""), 0) * _QUARTER
    return _month_end(start.day, left + later), Kind.QUARTER_END


def named_quarter_end(start: Start, words: Words) -> Found:
    """第四季度, Q4."""
    last = number(words["quarter"]) * _QUARTER
    if "year" in words:
        return _month_end(date(_year(start, words["year"]), last, 1)), Kind.QUARTER_END
    return _month_end(start.day, (last - start.day.month) % _YEAR), Kind.QUARTER_END


def year_end(start: Start, words: Words) -> Found:
    """年底前, 明年底, by the end of the year."""
    return date(_year(start, words.get("which", "")), 12, 31), Kind.YEAR_END


def full_date(start: Start, words: Words) -> Found:
    """10月15日前, 2025-10-15, by 15 October; without a year the coming one."""
    month, day = _month(words["month"]), int(words["day"])
    if "year" in words:
        return date(_year(start, words["year"]), month, day), Kind.DATE
    return start.coming(month, day), Kind.DATE


def day_of_month(start: Start, words: Words) -> Found:
    """15号前, 下月5日前."""
    day = int(words["day"])
    if "which" not in words:
        return start.coming(None, day), Kind.DATE
    return _plus_months(start.day.replace(day=1), _DISTANCE.get(words["which"], 0)).replace(
        day=day
    ), Kind.DATE


def _month(word: str) -> int:
    return ENGLISH_MONTHS.get(word) or number(word)


def _year(start: Start, word: str) -> int:
    return int(word) if word.isdecimal() else start.day.year + _DISTANCE.get(word, 0)
