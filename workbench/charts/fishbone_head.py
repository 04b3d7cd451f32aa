"""The head of a fishbone: the phenomenon in a box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.charts.fishbone_rows import SIGNS
from workbench.charts.scene import Align, Box, Label, Shape
from workbench.charts.text import line_height, width, wrap

_PAD: Final = 14.0
_LINES, _NICE = 12, 3
_ROOMS: Final = (6, 8, 10, SIGNS)
"""Chinese characters in a line, tried in turn."""


@dataclass(frozen=True, slots=True)
class Head:
    """The phenomenon in its box."""

    code: str
    lines: tuple[str, ...]
    width: float
    height: float

    @classmethod
    def of(cls, phenomenon: str, code: str) -> Head:
        """The narrowest box that holds the phenomenon in three lines, else the widest."""
        for signs in _ROOMS:
            lines = wrap(phenomenon, "bodyb", width("一" * signs, "bodyb"), _LINES) or ("—",)
            if len(lines) <= _NICE:
                break
        code = "".join(wrap(code, "capb", width("一" * SIGNS, "capb"), 1))
        wide = max(
            width("一" * _ROOMS[0], "bodyb"), width(code, "capb"), *(width(line, "bodyb") for line in lines)
        )
        high = len(lines) * line_height("bodyb") + (line_height("capb") if code else 0)
        return cls(code, lines, wide + 2 * _PAD, high + 2 * _PAD)

    def shapes(self, x: float, middle: float, *, is_hit: bool) -> Iterator[Shape]:
        """The box, its left edge at ``x``; red once there is a root cause."""
        top = middle - self.height / 2
        tone = ("red_bg", "red") if is_hit else ("surface", "ink3")
        yield Box(x, top, self.width, self.height, *tone, stroke=1.5, radius=10)
        y, left, room = top + _PAD, x + _PAD, self.width - 2 * _PAD
        if self.code:
            role = "red_t" if is_hit else "ink3"
            yield Label(left, y, room, line_height("capb"), (self.code,), role, "capb", Align.LEFT)
            y += line_height("capb")
        high = len(self.lines) * line_height("bodyb")
        yield Label(left, y, room, high, self.lines, "ink1", "bodyb", Align.LEFT)
