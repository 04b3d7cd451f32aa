"""The value-urgency quadrant as a drawing: a requirement stands in the cell of its scores (T38, T86, T87).

Urgency grows to the right, value upward. The scores below a threshold share one half of an axis, those at or
above it the other, equal half, so no score sits on a dividing line. The class names stand in a band along the
outer edge; what remains of a half is shared by its rows. Nothing can overlap: nothing is placed by search.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from workbench.charts.quadrant_texts import Room, Texts
from workbench.charts.scene import Align, Box, Disc, Label, Line, Scene, Shape
from workbench.charts.text import ELLIPSIS, elide, width, wrap
from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority, importance, priority_of
from workbench.tokens import PRIORITY_TONES

__all__ = ["SCORES", "Room", "Texts", "cell_box", "cell_of", "layout", "score_at", "short_code", "stacks"]

SCORES: Final = range(1, 6)
_UPPER_ONES = frozenset({Priority.HIGH_HIGH, Priority.HIGH_LOW})
_LEFT_ONES = frozenset({Priority.HIGH_LOW, Priority.LOW_LOW})
_LEFT, _TOP, _RIGHT, _BOTTOM = 40.0, 2.0, 2.0, 40.0
_SMALLEST, _TICKS = 160.0, 20.0
_GAP, _INSET, _SIDE = 2.0, 2.0, 4.0
_LINE, _ROW, _NARROW = 16.0, 23.0, 220.0
_DISC, _WIDE_DISC = 11.0, 12.5
_STEP = 2.0
_ROW_LINES = {3: 56.0, 2: 40.0, 1: 25.0}
_ROW_WIDTH = 80.0


def cell_of(value: int, urgency: int) -> str:
    """The record name of what stands for a whole cell: its "+N" chip."""
    return f"cell:{value},{urgency}"


def cell_box(value: int, urgency: int, project: Project, room: Room) -> Box:
    """The cell of two scores, up to its neighbours and the edge."""
    plot = _Plot(project, room)
    left, right = plot.across[urgency - 1 : urgency + 1]
    bottom, top = plot.upward[value - 1 : value + 1]
    return Box(left, top, right - left, bottom - top)


def score_at(x: float, y: float, project: Project, room: Room) -> tuple[int, int] | None:
    """The value and urgency of a place; None outside the cells."""
    plot = _Plot(project, room)
    urgency = next((n for n, (a, b) in enumerate(pairwise(plot.across), 1) if a <= x < b), None)
    value = next((n for n, (b, a) in enumerate(pairwise(plot.upward), 1) if a <= y < b), None)
    return (value, urgency) if value and urgency else None


def stacks(items: Sequence[Requirement], project: Project) -> dict[tuple[int, int], list[Requirement]]:
    """The scored requirements of each cell, value first, in order of priority."""
    found: dict[tuple[int, int], list[Requirement]] = defaultdict(list)
    for item in items:
        value, urgency = item.value or 0, item.urgency or 0
        if value in SCORES and urgency in SCORES:
            found[value, urgency].append(item)
    for stack in found.values():
        stack.sort(key=lambda item: item.position)  # all that is left within a cell
    return dict(sorted(found.items(), key=lambda cell: importance(cell[1][0], project)))


def layout(items: Sequence[Requirement], project: Project, texts: Texts, room: Room) -> Scene:
    """The drawing of requirements; those without both scores are only counted."""
    plot = _Plot(project, room)
    cells = stacks(items, project)
    counts = Counter(priority_of(*scores, project) for scores, stack in cells.items() for _item in stack)
    shapes: list[Shape] = [*_grounds(plot), *_axes(plot, texts)]
    for place in Priority:
        shapes += _corner(plot, place, texts, counts[place])
    radius = _WIDE_DISC if any(len(_digits(item.code)) > 2 for item in items) else _DISC  # noqa: PLR2004
    for (value, urgency), stack in cells.items():
        tone = PRIORITY_TONES[priority_of(value, urgency, project) or Priority.LOW_LOW]
        shapes += _Cell(plot.inside(value, urgency), tone, radius, cell_of(value, urgency)).shapes(
            stack, room
        )
    total = " · ".join(f"{texts.names[place]} {counts[place]}" for place in Priority)
    scored = sum(counts[place] for place in Priority)
    sentence = texts.sentence.format(total=len(items), scored=scored, counts=total)
    return Scene(room.width, room.height, tuple(shapes), sentence)


class _Plot:
    """The edges of the cells: five steps across from the left, five upward from the bottom."""

    def __init__(self, project: Project, room: Room) -> None:
        self.project = project
        wide, high = max(room.width, _SMALLEST), max(room.height, _SMALLEST)
        self.left, self.top = _LEFT, _TOP
        self.half_width = (wide - _LEFT - _RIGHT) // 2
        self.half_height = (high - _TOP - _BOTTOM) // 2
        self.middle_x, self.middle_y = self.left + self.half_width, self.top + self.half_height
        self.right, self.bottom = self.middle_x + self.half_width, self.middle_y + self.half_height
        self.pad, wanted = (8, 2) if self.half_width >= _NARROW else (4, 3)
        rows = max(project.value_high - 1, 6 - project.value_high)
        self.corner_lines = max(1, min(wanted, int((self.half_height - rows * _ROW - 4) // _LINE)))
        self.band = self.corner_lines * _LINE + 4
        self.across = _edges(self.left, self.right, project.urgency_high, 0)
        self.upward = _edges(self.bottom, self.top, project.value_high, self.band)

    def inside(self, value: int, urgency: int) -> Box:
        """The room for requirements in a cell: within its lines, clear of the corner texts."""
        x, right = self.across[urgency - 1] + _SIDE, self.across[urgency] - _SIDE
        top = self.upward[value] + (self.band if value == SCORES[-1] else _INSET)
        bottom = self.upward[value - 1] - (self.band if value == SCORES[0] else _INSET)
        return Box(x, top, right - x, bottom - top)


def _edges(start: float, end: float, high: int, band: float) -> list[float]:
    """The six edges of five scores in two equal halves; the outermost cells get a ``band`` on top."""
    sign = 1 if end > start else -1
    middle, low = (start + end) / 2, high - 1
    share = abs(end - start) / 2 - band
    below = [middle - sign * share * (low - n) / low for n in range(low)]
    above = [middle + sign * share * n / (5 - low) for n in range(5 - low + 1)]
    found = [*below, *above]
    return [start, *(round(edge) for edge in found[1:-1]), end]


def _grounds(plot: _Plot) -> Iterator[Shape]:
    width_, height = plot.half_width - _GAP, plot.half_height - _GAP
    for place in Priority:
        x = plot.left if place in _LEFT_ONES else plot.middle_x + _GAP
        y = plot.top if place in _UPPER_ONES else plot.middle_y + _GAP
        yield Box(x, y, width_, height, f"{PRIORITY_TONES[place]}_bg", radius=8)
    yield from _lattice(plot)


def _lattice(plot: _Plot) -> Iterator[Line]:
    """Hairlines between the cells; the gaps between the halves stay clear."""
    across = ((plot.left, plot.middle_x - _GAP), (plot.middle_x + _GAP, plot.right))
    upward = ((plot.top, plot.middle_y - _GAP), (plot.middle_y + _GAP, plot.bottom))
    for edge in (edge + 0.5 for edge in plot.across[1:-1] if edge != plot.middle_x):
        yield from (Line(edge, start, edge, end, "line") for start, end in upward)
    for edge in (edge + 0.5 for edge in plot.upward[1:-1] if edge != plot.middle_y):
        yield from (Line(start, edge, end, edge, "line") for start, end in across)


def _corner(plot: _Plot, place: Priority, texts: Texts, count: int) -> Iterator[Label]:
    """A class's name with how many it has, and below it what to do about them."""
    room = plot.half_width - _GAP - 2 * plot.pad
    x = plot.left + plot.pad if place in _LEFT_ONES else plot.right - plot.pad - room
    y = plot.top + 3 if place in _UPPER_ONES else plot.bottom - plot.band + 1
    align = Align.LEFT if place in _LEFT_ONES else Align.RIGHT
    role = f"{PRIORITY_TONES[place]}_t"
    policy = texts.policies.get(place, "")
    name = _counted(texts.names[place], f"\u00a0{count}", room, min(2, plot.corner_lines))
    rest = plot.corner_lines - len(name)
    below = wrap(policy, "cap", room, rest) if rest else ()
    if place not in _UPPER_ONES:
        y += (rest - len(below)) * _LINE
    yield Label(x, y, room, len(name) * _LINE, name, role, "capb", align)
    if below:
        yield Label(x, y + len(name) * _LINE, room, len(below) * _LINE, below, role, "cap", align)


def _counted(name: str, tail: str, room: float, lines: int) -> tuple[str, ...]:
    """A name wrapped with its count, which stays whole where the name does not."""
    found = wrap(name + tail, "capb", room, lines)
    if not found[-1].endswith(ELLIPSIS):
        return found
    *first, last = wrap(name, "capb", room - width(tail, "capb"), lines)
    return (*first, last + tail)


def _axes(plot: _Plot, texts: Texts) -> Iterator[Shape]:
    for score in SCORES:
        x, right = plot.across[score - 1 : score + 1]
        bottom, y = plot.upward[score - 1 : score + 1]
        yield Label(x, plot.bottom + 2, right - x, 18, (str(score),), "ink3")
        yield Label(plot.left - 20, y, 16, bottom - y, (str(score),), "ink3")
    x, y, below = plot.middle_x, plot.middle_y, plot.bottom + _TICKS
    yield Line(x, plot.bottom + 2, x, below + 2, "control")
    yield Line(_TICKS, y, plot.left - 2, y, "control")
    high, room, title = _titles(texts.high, plot.project.urgency_high, texts.urgency, plot.half_width)
    yield Label(x - room / 2, below + 1, room, 18, (high,), "ink2")
    start = x + room / 2 + _INSET
    yield Label(start, below + 1, plot.right - start, 18, (title,), "ink2", "capb", Align.RIGHT)
    high, room, title = _titles(texts.high, plot.project.value_high, texts.value, plot.half_height)
    yield Label(0, y - room / 2, 18, room, (high,), "ink2", turned=True)
    end = y - room / 2 - _INSET
    yield Label(0, plot.top, 18, end - plot.top, (title,), "ink2", "capb", Align.RIGHT, turned=True)


def _titles(high: str, score: int, name: str, half: float) -> tuple[str, float, str]:
    """What stands at a divider, the room it takes along its axis, and the axis' name in the rest."""
    at = elide(high.format(score=score), "cap", half)
    room = width(at, "cap") + 2 * _INSET
    return at, room, elide(f"{name} →", "capb", half - room / 2 - 2 * _INSET)


def _digits(code: str) -> str:
    """The running number of a code without its zeros in front; other codes as they are."""
    number = code[len(code.rstrip("0123456789")) :]
    return number.lstrip("0").rjust(2, "0") if number else code.strip()


def short_code(code: str, radius: float) -> str:
    """What a disc says: three digits of the running number if any three fit, else two."""
    chord = 2 * max(0.0, radius * radius - 9) ** 0.5
    digits = _digits(code)
    like = "0" * len(digits) if digits.isdecimal() else digits
    return next((digits[-n:] for n in (3, 2) if width(like[-n:], "micro") <= chord), "")


@dataclass(frozen=True)
class _Cell:
    """A cell's requirements, as room allows: with their texts, packed, or packed with a chip for the rest."""

    box: Box
    tone: str
    wanted: float
    name: str

    def shapes(self, stack: Sequence[Requirement], room: Room) -> Iterator[Shape]:
        if room.names and self.box.width >= _ROW_WIDTH and len(stack) * self._height(1) <= self.box.height:
            yield from self._rows(stack)
        else:
            yield from self._packed(stack)

    def _height(self, lines: int) -> float:
        return max(_ROW_LINES[max(1, lines)], 2 * self.wanted + _STEP)

    def _disc(self, item: Requirement, x: float, y: float, radius: float) -> Iterator[Shape]:
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        yield Disc(x, y, radius, self.tone, "surface", record=item.id)
        yield Label(*box, (short_code(item.code, radius),), "on_accent", "micro", record=item.id)

    def _rows(self, stack: Sequence[Requirement]) -> Iterator[Shape]:
        x = self.box.x + 1 + self.wanted
        start = x + self.wanted + 5
        room = self.box.x + self.box.width - start
        for most in sorted(_ROW_LINES, reverse=True):
            rows = [wrap(item.description or item.code, "cap", room, most) for item in stack]
            heights = [self._height(len(lines)) for lines in rows]
            if sum(heights) <= self.box.height:
                break
        y = self.box.y + (self.box.height - sum(heights)) / 2
        for item, lines, height in zip(stack, rows, heights, strict=True):
            yield from self._disc(item, x, y + height / 2, self.wanted)
            yield Label(start, y, room, height, lines, "ink1", "cap", Align.LEFT, record=item.id)
            y += height

    def _packed(self, stack: Sequence[Requirement]) -> Iterator[Shape]:
        step = min(2 * self.wanted + _STEP, self.box.width, self.box.height)
        if step <= 2 * _STEP:
            return
        columns, rows = int(self.box.width // step), int(self.box.height // step)
        spots = list(self._spots(min(len(stack), columns * rows), columns, step))
        if len(stack) > len(spots):
            last = spots[-min(2, columns) :]
            del spots[-len(last) :]
            yield from self._chip((last[0][0] + last[-1][0]) / 2, last[0][1], step, len(stack) - len(spots))
        for item, (x, y) in zip(stack, spots, strict=False):
            yield from self._disc(item, x, y, (step - _STEP) / 2)

    def _spots(self, count: int, columns: int, step: float) -> Iterator[tuple[float, float]]:
        rows = ceil(count / columns)
        x, y = self.box.x + self.box.width / 2, self.box.y + self.box.height / 2
        for number in range(count):
            row, column = divmod(number, columns)
            here = min(columns, count - row * columns)
            yield x + (column - (here - 1) / 2) * step, y + (row - (rows - 1) / 2) * step

    def _chip(self, x: float, y: float, step: float, hidden: int) -> Iterator[Shape]:
        wide, high = min(2 * step - _STEP, self.box.width), step - _STEP
        style = "capb" if width(f"+{hidden}", "capb") <= wide - 4 else "micro"
        text = f"+{hidden}" if width(f"+{hidden}", style) <= wide - 2 else ELLIPSIS
        box = (x - wide / 2, y - high / 2, wide, high)
        yield Box(*box, "surface", self.tone, 1.5, high / 2, record=self.name)
        yield Label(*box, (text,), f"{self.tone}_t", style, record=self.name)
