"""Deadlines as people say them (T93, T94): from words to a date on a working calendar, by a strict grammar.

It reads Chinese, Traditional folded to Simplified, and English. What the grammar does not know has no date:
the words stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.domain.plan import Task, TaskStatus
from workbench.messages import Message, Translate, trilingual
from workbench.rules.calendar import WorkingCalendar
from workbench.rules.deadline_dates import MONTH_NAMES, Found, Kind, Start
from workbench.rules.deadline_words import ENGLISH, HAN, RULES

_FOLD: Final = str.maketrans("週兩個內後號禮時遲馬這於當結鐘", "周两个内后号礼时迟马这于当结钟")
_ADDED: Final = re.compile(r"\((?:\d{4}年)?\d{1,2}月\d{1,2}日\)$|\(\d{1,2} [a-z]+(?: \d{4})?\)$")
_LEAD: Final = {
    HAN: re.compile(r"^(?:请?(?:于|在)|最迟|最晚|不迟于|不晚于)"),
    ENGLISH: re.compile(r"^(?:(?:by|before|within|in|until|on|no later than) )?(?:the (?=end ))?"),
}
_CLOSE: Final = {HAN: re.compile(r"完成$"), ENGLISH: re.compile(r" at the latest$")}
_MARKS = " 。.,;!，；"
_LONGEST: Final = 60

_DAY: Final = trilingual(en="{day} {month}", zh_CN="{month}{day}日", zh_TW="{month}{day}日")
_FULL_DAY: Final = trilingual(
    en="{day} {month} {year}", zh_CN="{year}年{month}{day}日", zh_TW="{year}年{month}{day}日"
)
_BOTH: Final = trilingual(en="{text} ({date})", zh_CN="{text}({date})", zh_TW="{text}({date})")
MONTHS: Final = tuple(
    trilingual(en=name.capitalize(), zh_CN=f"{number}月", zh_TW=f"{number}月")
    for number, name in enumerate(MONTH_NAMES, 1)
)
"""The names of the months, January first."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date that words mean; ``estimated`` if days off count in it that are not announced yet."""

    due: date
    kind: Kind
    estimated: bool = False


def read(text: str, start: date, calendar: WorkingCalendar) -> Deadline | None:
    """What the words mean when the work starts on ``start``; None if the grammar does not know them."""
    words = unicodedata.normalize("NFKC", text).translate(_FOLD).casefold().strip(_MARKS)
    if len(words) > _LONGEST:
        return None
    words = _ADDED.sub("", " ".join(words.split()))
    try:
        found = _found("".join(words.split()), HAN, Start(start, calendar)) or _found(
            words.strip(), ENGLISH, Start(start, calendar)
        )
    except (OverflowError, ValueError):  # no such day, or beyond all calendars
        return None
    if found is None:
        return None
    due, kind = found
    years = range(min(start, due).year, max(start, due).year + 1)
    counts = kind in {Kind.WORKING_DAYS, Kind.WEEK_END}
    return Deadline(due, kind, counts and not all(map(calendar.is_official, years)))


def is_overdue(task: Task, today: date) -> bool:
    """Whether a task should have been finished before today and is not; one that was dropped is not late."""
    finished = task.status in {TaskStatus.DONE, TaskStatus.DROPPED}
    return task.due is not None and task.due < today and not finished


def _found(words: str, language: str, start: Start) -> Found | None:
    """What the first rule makes of the words that knows all of them."""
    words = _CLOSE[language].sub("", _LEAD[language].sub("", words))
    for pattern, rule in RULES[language]:
        if match := pattern.fullmatch(words):
            return rule(start, {name: value for name, value in match.groupdict().items() if value})
    return None


def printed(text: str, due: date | None, translate: Translate, start: date | None = None) -> str:
    """Both forms, ``3个工作日内(10月10日)``; the year too if it is not that of ``start``."""
    if due is None:
        return text
    if not text.strip():
        return translate(day_said(due, year=True))
    known = read(text, due, WorkingCalendar())
    if known and known.kind is Kind.DATE and known.due == due:
        return text
    said = day_said(due, year=start is not None and start.year != due.year)
    return translate(_BOTH.fill(text=text.strip(), date=said))


def day_said(day: date, *, year: bool) -> Message:
    """A day as people write it, with or without its year."""
    template = _FULL_DAY if year else _DAY
    return template.fill(year=day.year, month=MONTHS[day.month - 1], day=day.day)
