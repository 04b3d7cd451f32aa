"""The worked example brought forward to the day it is put into a file, so that its plan is under way then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

__all__ = ["TOLD_ON", "brought_forward"]

TOLD_ON: Final = date(2025, 10, 24)
"""The last day that the example tells of; a date without a year is of this one's year."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS: Final = ("first", "second", "third", "fourth")
_NUMERALS: Final = "一二三四"
_ISO: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?: 至 (\d\d-\d\d))?")
_ENGLISH: Final = re.compile(
    rf"\b(?:(?:(?P<first>\d{{1,2}}) to )?(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?: (?P<year>\d{4}))?"
)
_CHINESE: Final = re.compile(
    r"(?:(?P<year>\d{4}) 年 )?(?:(?P<first>\d{1,2})、)?(?P<month>\d{1,2})(?P<gap> ?)月"
    r"(?: ?(?P<day>\d{1,2}) ?日)?"
)
_ENGLISH_QUARTER: Final = re.compile(
    rf"\b({'|'.join(_QUARTERS)})( quarter(?: of)?)(?: (\d{{4}}))?", re.IGNORECASE
)
_CHINESE_QUARTER: Final = re.compile(rf"(?:(\d{{4}})( 年))?(第?)([{_NUMERALS}])季")


def brought_forward(items: Iterable[Mapping[str, Any]], today: date) -> list[dict[str, Any]]:
    """The example's items with every date moved so that their last day is at most six days before ``today``.

    Moved are dates, times and the dates, months and quarters that texts name in any of the languages. Whole
    weeks keep each on its weekday.
    """
    ahead = timedelta(weeks=(today - TOLD_ON).days // 7)
    return [{name: _moved(value, ahead) for name, value in item.items()} for item in items]


def _moved(value: Any, ahead: timedelta) -> Any:
    if not isinstance(value, str):
        return value
    for pattern, later in (
        (_ISO, _iso),
        (_ENGLISH, _english),
        (_CHINESE, _chinese),
        (_ENGLISH_QUARTER, _english_quarter),
        (_CHINESE_QUARTER, _chinese_quarter),
    ):
        value = pattern.sub(partial(later, ahead), value)
    return value


def _iso(ahead: timedelta, found: re.Match[str]) -> str:
    first, last = found.groups()
    text = str(date.fromisoformat(first) + ahead)
    if last is None:
        return text
    return f"{text} 至 {date.fromisoformat(first[:5] + last) + ahead:%m-%d}"


def _english(ahead: timedelta, found: re.Match[str]) -> str:
    month = _MONTHS.index(found["month"]) + 1
    later = _later(ahead, found["year"], month, found["day"])
    text = _MONTHS[later.month - 1]
    if found["day"]:
        text = f"{later.day} {text}"
    if found["first"]:
        start = _later(ahead, found["year"], month, found["first"])
        of = "" if start.month == later.month else f" {_MONTHS[start.month - 1]}"
        text = f"{start.day}{of} to {text}"
    return f"{text} {later.year}" if found["year"] else text


def _chinese(ahead: timedelta, found: re.Match[str]) -> str:
    later, gap = _later(ahead, found["year"], int(found["month"]), found["day"]), found["gap"]
    text = f"{later.month}{gap}月"
    if found["day"]:
        text += f"{gap}{later.day}{gap}日"
    if found["first"]:
        text = f"{_later(ahead, None, int(found['first']), None).month}、{text}"
    return f"{later.year} 年 {text}" if found["year"] else text


def _english_quarter(ahead: timedelta, found: re.Match[str]) -> str:
    name, between, year = found.groups()
    later = _later(ahead, year, _QUARTERS.index(name.lower()) * 3 + 2, None)
    said = _QUARTERS[(later.month - 1) // 3]
    said = said.capitalize() if name[0].isupper() else said
    return f"{said}{between} {later.year}" if year else f"{said}{between}"


def _chinese_quarter(ahead: timedelta, found: re.Match[str]) -> str:
    year, of, ordinal, numeral = found.groups()
    later = _later(ahead, year, _NUMERALS.index(numeral) * 3 + 2, None)
    before = f"{later.year}{of}" if year else ""
    return f"{before}{ordinal}{_NUMERALS[(later.month - 1) // 3]}季"


def _later(ahead: timedelta, year: str | None, month: int, day: str | None) -> date:
    """A date that a text names, moved; a month without a day moves by its middle."""
    return date(int(year or TOLD_ON.year), month, int(day or 15)) + ahead
