"""The value-urgency quadrant as a drawing: a requirement stands in the cell of its scores (T38, T86, T87).

Urgency grows to the right, value upward. The scores below a threshold share one half of an axis, those at or
above it the other, equal half, so no score sits on a dividing line. The class names stand in a band along the
outer edge; what remains of a half is shared by its rows. Nothing can overlap: nothing is placed by search.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from workbench.charts.quadrant_cells import DISC, WIDE_DISC, Cell, digits_of, short_code
from workbench.charts.quadrant_texts import Room, Texts
from workbench.charts.scene import Align, Box, Disc, Label, Line, Scene, Shape
from workbench.charts.text import ELLIPSIS, elide, width, wrap
from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority, importance, priority_of
from workbench.tokens import PRIORITY_TONES

__all__ = [
    "DIVIDER",
    "POLICY",
    "SCORES",
    "Room",
    "Texts",
    "cell_box",
    "cell_of",
    "inner_box",
    "layout",
    "score_at",
    "short_code",
    "stacks",
]

SCORES: Final = range(1, 6)
DIVIDER: Final = "divider:"
"""How the labels at the dividers are named as records; the axis follows."""
POLICY: Final = "policy:"
"""How the corner texts are named as records; the quadrant follows."""
_UPPER_ONES = frozenset({Priority.HIGH_HIGH, Priority.HIGH_LOW})
_LEFT_ONES = frozenset({Priority.HIGH_LOW, Priority.LOW_LOW})
_LEFT, _TOP, _RIGHT, _BOTTOM = 40.0, 2.0, 2.0, 40.0
_SMALLEST, _TICKS = 160.0, 20.0
_GAP, _INSET, _SIDE = 2.0, 2.0, 4.0
_LINE, _ROW, _NARROW = 16.0, 23.0, 220.0
_KEY, _NARROWEST = 5.0, 40.0


def cell_of(value: int, urgency: int) -> str:
    """The record name of what stands for a whole cell: its "+N" chip."""
    return f"cell:{value},{urgency}"


def cell_box(value: int, urgency: int, project: Project, room: Room) -> Box:
    """The cell of two scores, up to its neighbours and the edge."""
    plot = _Plot(project, room)
    left, right = plot.across[urgency - 1 : urgency + 1]
    bottom, top = plot.upward[value - 1 : value + 1]
    return Box(left, top, right - left, bottom - top)


def inner_box(value: int, urgency: int, project: Project, room: Room) -> Box:
    """What a cell has for requirements: within its lines, clear of the corner texts."""
    return _Plot(project, room).inside(value, urgency)


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
    radius = WIDE_DISC if any(len(digits_of(item.code)) > 2 for item in items) else DISC  # noqa: PLR2004
    for (value, urgency), stack in cells.items():
        tone = PRIORITY_TONES[priority_of(value, urgency, project) or Priority.LOW_LOW]
        inside, name = plot.inside(value, urgency), cell_of(value, urgency)
        shapes += Cell(inside, tone, radius, name, texts.doubtful).shapes(stack, room)
    total = " · ".join(f"{texts.names[place]} {counts[place]}" for place in Priority)
    scored = sum(counts[place] for place in Priority)
    sentence = texts.sentence.format(total=len(items), scored=scored, counts=total)
    shown = [item for stack in cells.values() for item in stack if item.id in texts.doubtful]
    if shown:
        legend = f"{texts.doubt} {len(shown)}"
        shapes += _legend(plot, texts, (legend, f"{texts.unsure or texts.doubt} {len(shown)}"))
        sentence = f"{sentence} {legend}"
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
    record = f"{POLICY}{place}"
    yield Label(x, y, room, len(name) * _LINE, name, role, "capb", align, record=record)
    if below:
        y += len(name) * _LINE
        yield Label(x, y, room, len(below) * _LINE, below, role, "cap", align, record=record)


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
    yield Label(x - room / 2, below + 1, room, 18, (high,), "ink2", record=f"{DIVIDER}urgency")
    start = x + room / 2 + _INSET
    yield Label(start, below + 1, plot.right - start, 18, (title,), "ink2", "capb", Align.RIGHT)
    high, room, title = _titles(texts.high, plot.project.value_high, texts.value, plot.half_height)
    yield Label(0, y - room / 2, 18, room, (high,), "ink2", turned=True, record=f"{DIVIDER}value")
    end = y - room / 2 - _INSET
    yield Label(0, plot.top, 18, end - plot.top, (title,), "ink2", "capb", Align.RIGHT, turned=True)


def _legend(plot: _Plot, texts: Texts, said: tuple[str, str]) -> Iterator[Shape]:
    """What a hollow disc means, at the foot on the left; the second words where the first are too long."""
    _at, room, _name = _titles(texts.high, plot.project.urgency_high, texts.urgency, plot.half_width)
    y, start = plot.bottom + _TICKS + 1, plot.left + 2 * _KEY + 6
    wide = plot.middle_x - room / 2 - _INSET - start
    if wide >= _NARROWEST:
        yield Disc(plot.left + _KEY, y + 9, _KEY, "surface", "ink2", 1.2, dashed=True)
        words = next((each for each in said if width(each, "cap") <= wide), "")
        tail = said[1].rpartition(" ")[2]
        yield Label(start, y, wide, 18, (words or elide(tail, "cap", wide),), "ink2", "cap", Align.LEFT)


def _titles(high: str, score: int, name: str, half: float) -> tuple[str, float, str]:
    """What stands at a divider, the room it takes along its axis, and the axis' name in the rest."""
    at = elide(high.format(score=score), "cap", half)
    room = width(at, "cap") + 2 * _INSET
    return at, room, elide(f"{name} →", "capb", half - room / 2 - 2 * _INSET)
