"""Rows of the table of speeds, and the clock behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, log
from statistics import median, quantiles
from time import perf_counter

ROUNDS = 7
"""How often everything is measured, after one time to warm up."""
SLACK = 1.2
"""How much faster than its work something may grow, for the noise."""
FRAME = 1000 / 60
"""Milliseconds that a screen shows one picture."""

Timed = Callable[[], float]
"""Something that does its work and says how many milliseconds of it count."""


@dataclass(frozen=True)
class Row:
    """One line of the table: ours against a limit in the same run, and what is aimed at.

    The goal is a multiple of the limit, or with ``absolute`` the most that ours may be; infinite is none.
    What ``grows`` with the size is also compared between the sizes.
    """

    what: str
    size: int
    ours: float
    limit: float
    goal: float
    unit: str = "ms"
    absolute: bool = False
    grows: bool = False

    @property
    def ratio(self) -> float:
        """How many times the limit we are."""
        return self.ours / self.limit if self.limit else float("inf")

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return (self.ours if self.absolute else self.ratio) <= self.goal

    def line(self) -> str:
        """The row as it is printed."""
        goal = (
            f"≤ {self.goal:.3g} {self.unit if self.absolute else '×'}" if isfinite(self.goal) else "no goal"
        )
        figures = f"{_short(self.ours)} {self.unit}, {_short(self.limit)} {self.unit}, {self.ratio:.2f} ×"
        return f"{self.what}, {self.size:,}, {figures}, {goal}, {'ok' if self.is_met else 'over'}"


@dataclass(frozen=True)
class Benchmark:
    """Something to measure at several sizes; ``run`` gets a size and how many rounds."""

    name: str
    run: Callable[[int, int], Iterator[Row]]
    sizes: tuple[int, ...]
    sorting: bool = False
    """Whether its work may grow as sorting does."""


def _short(number: float) -> str:
    return f"{number:.3f}" if number < 1 else f"{number:.2f}" if number < 100 else f"{number:,.0f}"


def timed(call: Callable[[], object]) -> Timed:
    """A call whose whole time counts."""

    def run() -> float:
        begun = perf_counter()
        call()
        return (perf_counter() - begun) * 1000

    return run


def alternate(calls: Sequence[Timed], rounds: int = ROUNDS) -> list[list[float]]:
    """What each call takes, in milliseconds; they take turns, so that a busy machine is busy for all."""
    for call in calls:
        call()
    found: list[list[float]] = [[] for _call in calls]
    for _round in range(rounds):
        for times, call in zip(found, calls, strict=True):
            times.append(call())
    return found


def middles(calls: Sequence[Timed], rounds: int = ROUNDS) -> list[float]:
    """The median of each call."""
    return [median(times) for times in alternate(calls, rounds)]


def pair(ours: Timed, limit: Timed, rounds: int = ROUNDS) -> tuple[float, float]:
    """The medians of two calls."""
    found = middles([ours, limit], rounds)
    return found[0], found[1]


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 do not exceed."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def growth(benchmark: Benchmark, rows: Iterable[Row]) -> Iterator[str]:
    """One line for each thing that was measured at several sizes: how it grew, and how it may."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        if row.grows:
            by_name.setdefault(row.what, []).append(row)
    for what, found in by_name.items():
        first, last = found[0], found[-1]
        if first.size < last.size:
            most = last.size / first.size
            most *= log(last.size) / log(first.size) if benchmark.sorting else 1
            factor = last.ours / first.ours
            step = f"{first.size:,} → {last.size:,}, {factor:.1f} ×, {most:.1f} ×, {factor / most:.2f} ×"
            yield f"{what}: growth, {step}, ≤ {SLACK} ×, {'ok' if factor <= most * SLACK else 'over'}"
