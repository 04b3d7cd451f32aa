"""The grammar of deadlines: which words, all of them, are read by which rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from workbench.rules import deadline_dates as dates
from workbench.rules.deadline_dates import DAYS, ENGLISH_MONTHS, WEEKDAYS, Rule

HAN: Final = "han"
"""Chinese folded to Simplified, without blanks."""
ENGLISH: Final = "english"
"""English in small letters, its lead ("by", "within") taken off."""


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_N = r"(?P<n>\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])个?"
_IN = r"(?:(?:之|以)?内|以?后)?"
_SURELY_IN = r"(?:(?:之|以)?内|以?后)"
_UNTIL = r"(?:(?:之|以)?[前内])?"
_WHICH = r"(?P<which>下下|下|本|这)个?"
_WEEK = r"(?:周|星期|礼拜)"
_YEAR = r"(?:(?P<year>\d{4}|今|明|后)年)?"
_MONTH = r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月"
_DAY = r"(?P<day>\d{1,2})"

_HAN: Final[tuple[tuple[str, Rule], ...]] = (
    (rf"{_N}(?P<unit>工作[日天]|天|周|星期|礼拜|小时|钟头|年){_IN}", dates.span),
    (rf"{_N}(?P<unit>日){_SURELY_IN}", dates.span),
    (rf"{_N}(?<=个)(?P<and_half>半)?(?P<unit>月){_IN}", dates.span),
    (rf"{_N}(?P<unit>年)(?P<and_half>半){_IN}", dates.span),
    (rf"(?P<half>半)个?(?P<unit>天|日|月|年|小时|钟头){_IN}", dates.span),
    (rf"(?P<day>{_any([word for word in DAYS if not word.isascii()])}){_UNTIL}", dates.near),
    (rf"(?:{_WHICH})?{_WEEK}(?P<weekday>[一二三四五六日天]){_UNTIL}", dates.weekday),
    (rf"{_WHICH}{_WEEK}{_UNTIL}", dates.week_end),
    (rf"(?:{_WHICH})?月[底末]{_UNTIL}", dates.month_end),
    (rf"{_WHICH}月内?", dates.month_end),
    (rf"{_YEAR}{_MONTH}(?:[底末]{_UNTIL}|内)", dates.named_month_end),
    (rf"(?:{_WHICH})?季度?[末底]{_UNTIL}", dates.quarter_end),
    (rf"{_WHICH}季度?内?|季度内", dates.quarter_end),
    (rf"{_YEAR}第?(?P<quarter>[1-4一二三四])季度?[末底]?{_UNTIL}", dates.named_quarter_end),
    (rf"{_YEAR}q(?P<quarter>[1-4])[末底]?{_UNTIL}", dates.named_quarter_end),
    (rf"(?:(?P<which>[今明后本])年|年)[底末]{_UNTIL}|年内", dates.year_end),
    (r"(?P<which>[今明后本])年内?", dates.year_end),
    (rf"{_YEAR}{_MONTH}{_DAY}[日号]?{_UNTIL}", dates.full_date),
    (rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}{_UNTIL}", dates.full_date),
    (rf"{_WHICH}月{_DAY}[日号]{_UNTIL}", dates.day_of_month),
    (rf"{_DAY}(?:日(?:之|以)?前|号(?:(?:之|以)?前)?)", dates.day_of_month),
)

_COUNT = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: full)?"
_UNIT = r"(?P<unit>(?:working|business|work) ?day|workday|day|week|month|year|hour)s?(?: from now)?"
_NEXT = r"(?P<which>next|this)"
_NAME = rf"(?P<month>{_any([*ENGLISH_MONTHS])})\.?"
_TH = r"(?:st|nd|rd|th)?"
_OF_YEAR = r"(?:,? (?P<year>\d{4}))?"
_END = r"(?:end of )?"

_LATIN: Final[tuple[tuple[str, Rule], ...]] = (
    (rf"{_COUNT} {_UNIT}", dates.span),
    (r"(?P<half>half) an? (?P<unit>day|month|year|hour)", dates.span),
    (r"(?P<n>a|one) (?P<unit>month|year) and (?P<and_half>a half)", dates.span),
    (rf"(?P<day>{_any([word for word in DAYS if word.isascii()])})", dates.near),
    (rf"(?:{_NEXT} )?(?P<weekday>{_any([word for word in WEEKDAYS if word.isascii()])})", dates.weekday),
    (rf"{_END}{_NEXT} week|end of the week", dates.week_end),
    (rf"{_END}{_NEXT} month|end of the month|(?:the )?month[ -]end", dates.month_end),
    (rf"end of {_NAME}{_OF_YEAR}", dates.named_month_end),
    (rf"{_END}{_NEXT} quarter|end of the quarter|(?:the )?quarter[ -]end", dates.quarter_end),
    (rf"{_END}q(?P<quarter>[1-4]){_OF_YEAR}", dates.named_quarter_end),
    (rf"{_END}{_NEXT} year|end of the year|(?:the )?year[ -]end", dates.year_end),
    (rf"(?:the )?(?P<day>\d{{1,2}}){_TH}(?: of)? {_NAME}{_OF_YEAR}", dates.full_date),
    (rf"{_NAME} (?P<day>\d{{1,2}}){_TH}{_OF_YEAR}", dates.full_date),
    (r"the (?P<day>\d{1,2})(?:st|nd|rd|th)", dates.day_of_month),
)

RULES: Final[Mapping[str, tuple[tuple[re.Pattern[str], Rule], ...]]] = {
    HAN: tuple((re.compile(pattern), rule) for pattern, rule in _HAN),
    ENGLISH: tuple((re.compile(pattern), rule) for pattern, rule in _LATIN),
}
"""The rules of each language; the first whose pattern knows all words reads them."""
