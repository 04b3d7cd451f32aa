"""The scale of a timeline: days as places, and what is written above and shaded behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final

from workbench.charts.scene import Align, Box, Label, Line, Shape
from workbench.charts.text import width

BAND: Final = 22.0
"""The height of a line of the scale."""
_DAY = timedelta(days=1)
_YEAR, _WEEK = 12, 7
_A_MONTH, _SHORTEST = 30.4, 28
_BETWEEN, _THINNEST = 8.0, 3.0
_MOST_SHADED = 1500
_LONG_BREAK = 3
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)


def _nameless(_day: date) -> str:
    return ""


@dataclass(frozen=True)
class Days:
    """What is known of days: which is today, on which people work, what days off are called."""

    today: date
    is_working: Callable[[date], bool]
    holiday: Callable[[date], str] = _nameless


@dataclass(frozen=True)
class Months:
    """How months are written: twelve names, and a template with {year} and {month} where a year begins."""

    names: Sequence[str]
    year: str

    def of(self, month: date, *, full: bool) -> str:
        """A month's name, with its year if ``full``."""
        name = self.names[month.month - 1]
        return self.year.format(year=month.year, month=name) if full else name


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from ``first`` to ``last`` between two places, each as wide as the next."""

    first: date
    last: date
    left: float
    right: float

    @property
    def unit(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.unit

    def days(self) -> Iterator[date]:
        """All days, in order."""
        return (self.first + number * _DAY for number in range((self.last - self.first).days + 1))

    def months(self, room: float) -> Iterator[date]:
        """The first days of months, as many as have ``room`` for a name; those of years are among them."""
        step = next((step for step in _STEPS if step * _SHORTEST * self.unit >= room), _STEPS[-1])
        here = self.first.year * _YEAR + self.first.month - 1
        last = self.last.year * _YEAR + self.last.month - 1
        for number in range(here + -here % step, last + 1, step):
            month = date(number // _YEAR, number % _YEAR + 1, 1)
            if month >= self.first:
                yield month

    def ticks(self) -> Iterator[tuple[date, str]]:
        """The days that are numbered: each, or every Monday, or none where there is no room."""
        each = self.unit >= width("30", "cap") + _BETWEEN / 2
        if not each and self.unit * _WEEK < width("30", "cap") + _BETWEEN:
            return
        for day in self.days():
            if each or day.weekday() == 0:
                yield day, str(day.day)


def scale_of(dates: Iterable[date], today: date, left: float, right: float) -> Scale:
    """The scale on which all dates stand, a day to spare; and today, unless it is long before or after."""
    known = sorted(dates) or [today, today + _WEEK * _DAY]
    first, last = known[0], known[-1]
    if (today - first).days >= -_A_MONTH and (today - last).days <= max(_A_MONTH, (last - first).days):
        first, last = min(first, today), max(last, today)
    return Scale(max(first, date.min + _DAY) - _DAY, min(last, date.max - _DAY) + _DAY, left, right)


def breaks(scale: Scale, days: Days) -> list[tuple[date, date]]:
    """Runs of days off, first and last, that are wide enough to be seen."""
    if (scale.last - scale.first).days > _MOST_SHADED:
        return []
    found = []
    for is_working, run in groupby(scale.days(), days.is_working):
        off = [*run]
        if not is_working and len(off) * scale.unit >= _THINNEST:
            found.append((off[0], off[-1]))
    return found


def shading(
    scale: Scale, found: Iterable[tuple[date, date]], days: Days, top: float, height: float
) -> Iterator[Box]:
    """Days off, behind everything; holidays darker than weekends."""
    for first, last in found:
        long = (last - first).days + 1
        role = "hover" if long >= _LONG_BREAK or _name(first, last, days) else "sunken"
        yield Box(scale.x(first), top, long * scale.unit, height, role)


def _name(first: date, last: date, days: Days) -> str:
    """What a run of days off is called, by the first of them that has a name."""
    run = (first + number * _DAY for number in range((last - first).days + 1))
    return next(filter(None, map(days.holiday, run)), "")


def header(scale: Scale, months: Months, flag: tuple[float, float] | None) -> Iterator[Shape]:
    """Months above, days below; no day is written under the flag of today."""
    each = (scale.last.replace(month=month, day=1) for month in range(1, _YEAR + 1))
    widest = max(width(months.of(month, full=True), "capb") for month in each)
    starts = [*scale.months(widest + 2 * _BETWEEN)]
    names = [*_names(scale, months, starts), (scale.right + _BETWEEN, "")]
    for (x, name), (after, _name) in pairwise(names):
        if x + width(name, "capb") + _BETWEEN <= after:
            yield Label(x + 2, 0, width(name, "capb") + 2, BAND, (name,), "ink2", "capb", Align.LEFT)
    for month in starts:
        yield Line(scale.x(month), 4, scale.x(month), BAND, "line2")
    yield from _numbers(scale, flag)


def _names(scale: Scale, months: Months, starts: Sequence[date]) -> list[tuple[float, str]]:
    """Where which month is written; the year with the first and with every January."""
    first = months.of(scale.first, full=True)
    names = [(scale.x(month), months.of(month, full=month.month == 1)) for month in starts]
    if not names or names[0][0] >= scale.left + width(first, "capb") + _BETWEEN:
        return [(scale.left, first), *names]
    return [(names[0][0], months.of(starts[0], full=True)), *names[1:]]


def _numbers(scale: Scale, flag: tuple[float, float] | None) -> Iterator[Label]:
    for day, text in scale.ticks():
        wide = width(text, "cap") + 2
        start = scale.x(day) + (max(scale.unit, wide + 4) - wide) / 2
        is_free = flag is None or start >= flag[1] + 2 or start + wide <= flag[0] - 2
        if is_free and start + wide <= scale.right + _BETWEEN:
            yield Label(start, BAND, wide, BAND, (text,), "ink3", "cap")


def footer(scale: Scale, found: Iterable[tuple[date, date]], days: Days, top: float) -> Iterator[Label]:
    """The names of holidays, each below its days, as far as there is room."""
    free = scale.left
    for first, last in found:
        name = _name(first, last, days)
        wide = width(name, "cap") + 2
        middle = (scale.x(first) + scale.x(last + _DAY)) / 2
        start = max(min(middle - wide / 2, scale.right + _BETWEEN - wide), scale.left)
        if name and start >= free:
            yield Label(start, top, wide, BAND, (name,), "ink3", "cap")
            free = start + wide + _BETWEEN
