"""The cells of the quadrant: how the requirements of two scores share the room between their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from workbench.charts.quadrant_texts import Room
from workbench.charts.scene import Align, Box, Disc, Label, Shape
from workbench.charts.text import ELLIPSIS, width, wrap
from workbench.domain import Requirement

DISC, WIDE_DISC = 11.0, 12.5
_STEP = 2.0
_ROW_LINES: Final = {3: 56.0, 2: 40.0, 1: 25.0}
_ROW_WIDTH = 80.0
_CARD_LINES: Final = {3: 68.0, 2: 48.0, 1: 30.0}
_CARD_WIDTH, _CARD_GAP, _STRIP, _PAD = 92.0, 4.0, 4.0, 8.0


def digits_of(code: str) -> str:
    """The running number of a code without its zeros in front; other codes as they are."""
    number = code[len(code.rstrip("0123456789")) :]
    return number.lstrip("0").rjust(2, "0") if number else code.strip()


def short_code(code: str, radius: float) -> str:
    """What a disc says: three digits of the running number if any three fit, else two."""
    chord = 2 * max(0.0, radius * radius - 9) ** 0.5
    digits = digits_of(code)
    like = "0" * len(digits) if digits.isdecimal() else digits
    return next((digits[-n:] for n in (3, 2) if width(like[-n:], "micro") <= chord), "")


@dataclass(frozen=True)
class Cell:
    """A cell's requirements, as room allows: cards, discs with texts, discs, or a chip for the rest."""

    box: Box
    tone: str
    wanted: float
    name: str
    doubtful: frozenset[str] = frozenset()

    def shapes(self, stack: Sequence[Requirement], room: Room) -> Iterator[Shape]:
        """What is drawn for requirements in the order of priority."""
        if room.cards and (lines := self._card_lines(len(stack))):
            yield from self._cards(stack, lines)
        elif room.names and self.box.width >= _ROW_WIDTH and len(stack) * self._height(1) <= self.box.height:
            yield from self._rows(stack)
        else:
            yield from self._packed(stack)

    def _card_lines(self, count: int) -> int:
        """How many lines of text each card can have; 0 where cards have no room."""
        if self.box.width < _CARD_WIDTH:
            return 0
        room = (self.box.height + _CARD_GAP) / count - _CARD_GAP
        return next((lines for lines, height in _CARD_LINES.items() if height <= room), 0)

    def _cards(self, stack: Sequence[Requirement], most: int) -> Iterator[Shape]:
        codes = [digits_of(item.code) for item in stack]
        wide = max(width(code, "uib") for code in codes)
        start = self.box.x + _STRIP + _PAD + wide + _PAD
        room = self.box.x + self.box.width - start - _PAD
        rows = [wrap(item.description or item.code, "uib", room, most) for item in stack]
        heights = [_CARD_LINES[max(1, len(lines))] for lines in rows]
        y = self.box.y + (self.box.height - sum(heights) - _CARD_GAP * (len(stack) - 1)) / 2
        for item, code, lines, height in zip(stack, codes, rows, heights, strict=True):
            doubt = item.id in self.doubtful
            frame = Box(self.box.x, y, self.box.width, height, "surface", f"{self.tone}_line", 1, 6)
            if doubt:
                frame = replace(frame, edge=self.tone, stroke=1.5, dashed=True)
            yield replace(frame, record=item.id)
            yield Box(self.box.x, y, _STRIP, height, self.tone, radius=2, record=item.id)
            code_at = self.box.x + _STRIP + _PAD
            yield Label(
                code_at, y, wide, height, (code,), f"{self.tone}_t", "uib", Align.LEFT, record=item.id
            )
            yield Label(start, y, room, height, lines, "ink1", "uib", Align.LEFT, record=item.id)
            y += height + _CARD_GAP

    def _height(self, lines: int) -> float:
        return max(_ROW_LINES[max(1, lines)], 2 * self.wanted + _STEP)

    def _disc(self, item: Requirement, x: float, y: float, radius: float) -> Iterator[Shape]:
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        doubt = item.id in self.doubtful
        ground, edge, ink = (
            ("surface", self.tone, f"{self.tone}_t") if doubt else (self.tone, "surface", "on_accent")
        )
        yield Disc(x, y, radius, ground, edge, dashed=doubt, record=item.id)
        yield Label(*box, (short_code(item.code, radius),), ink, "micro", record=item.id)

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
