"""Working days: a country's public holidays and make-up working days, with a project's own changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from workbench.domain.project import Choice

LIST: Final = "holiday"
"""The list of choices that changes a project's calendar."""
_WORKED: Final = "+"
_DAY = timedelta(days=1)
_SUBSTITUTING: Final = frozenset({"CN"})
"""Countries that exchange weekends for holidays anew each year, by a notice late in the year before."""

_LANGUAGES: Final = {"zh_CN": "zh_CN", "zh_TW": "zh_TW", "en": "en_US"}


@dataclass(frozen=True, slots=True)
class _Year:
    """What is known of a year; without an announcement it is what the law alone says."""

    off: frozenset[date]
    worked: frozenset[date]
    weekend: frozenset[int]
    official: bool


class WorkingCalendar:
    """The working days of a country; ``extra`` says of single days that they are or are not.

    ``names`` are the names of those days. A country nobody knows has weekends only.
    """

    def __init__(
        self,
        country: str = "CN",
        extra: Mapping[date, bool] | None = None,
        names: Mapping[date, str] | None = None,
    ) -> None:
        self.country = country
        self.extra = dict(extra or {})
        self.names = dict(names or {})

    def is_working(self, day: date) -> bool:
        """Whether people work on a day."""
        if day in self.extra:
            return self.extra[day]
        year = _year(self.country, day.year)
        if day.weekday() in year.weekend:
            return day in year.worked
        return day not in year.off

    def add_working_days(self, start: date, count: int) -> date:
        """The working day so many after ``start``, which does not count itself; before it if negative."""
        step = _DAY if count > 0 else -_DAY
        day = start
        for _number in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def is_official(self, year: int) -> bool:
        """Whether the year's days off have been announced; if not, they are an estimate."""
        return _year(self.country, year).official

    def holiday(self, day: date, language: str) -> str:
        """What a day off is called in one of our languages; empty for other days and exchanged weekends."""
        if day in self.extra:
            return "" if self.extra[day] else self.names.get(day, "")
        name = _names(self.country, day.year, language).get(day, "")
        return "" if any(char.isdigit() for char in name) else name


def calendar_of(choices: Iterable[Choice], country: str = "CN") -> WorkingCalendar:
    """The calendar of a project: entries of its holiday list are ISO dates, with ``+`` for a working day."""
    extra: dict[date, bool] = {}
    names: dict[date, str] = {}
    for choice in choices:
        if choice.list != LIST or choice.hidden:
            continue
        try:
            day = date.fromisoformat(choice.key.strip().removeprefix(_WORKED).strip())
        except ValueError:
            continue
        extra[day] = choice.key.strip().startswith(_WORKED)
        names[day] = choice.text
    return WorkingCalendar(country, extra, names)


@lru_cache(maxsize=256)
def _year(country: str, year: int) -> _Year:
    """A year of a country. The library is imported here, when somebody first asks for a day."""
    from holidays import country_holidays

    try:
        found = country_holidays(country, years=year, expand=False)
    except NotImplementedError:
        return _Year(frozenset(), frozenset(), frozenset({5, 6}), official=False)
    worked = frozenset(day for day in found.weekend_workdays if day.year == year)
    official = bool(worked) or country not in _SUBSTITUTING
    return _Year(frozenset(found), worked, frozenset(found.weekend), official)


@lru_cache(maxsize=64)
def _names(country: str, year: int, language: str) -> Mapping[date, str]:
    """The names of a year's public holidays; those of exchanged days have a date in them."""
    from holidays import country_holidays

    try:
        return dict(country_holidays(country, years=year, expand=False, language=_LANGUAGES[language]))
    except NotImplementedError:
        return {}
