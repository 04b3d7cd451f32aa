"""What a plan brought about (T69-T72): for each measure its value before, its value now, and the target.

Each row has a scale of its own, since measures have different units. A hollow ring is the value before, a
filled disc the last one, an upright stroke the target; the verdict stands in words at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.charts.scene import Align, Box, Disc, Label, Line, Scene, Shape
from workbench.charts.text import elide, width, wrap
from workbench.domain.followup import Measure
from workbench.rules.effects import Effect

ROW: Final = 76.0
"""The height of a measure's row."""
TONES: Final = {Effect.MET: "green", Effect.PARTLY: "amber", Effect.NOT_MET: "red", Effect.NO_DATA: "grey"}
_SMALLEST, _PAD, _GAP = 560.0, 4.0, 16.0
_NAME_SHARE, _NAME_ROOM = 0.26, (110.0, 300.0)
_RING, _DISC, _TARGET = 7.0, 7.0, 13.0
_WORD, _EDGE = 18.0, 34.0


@dataclass(frozen=True)
class Texts:
    """The words of the drawing, translated.

    ``target`` has {value}; ``sentence`` has {total} and {met}.
    """

    verdicts: Mapping[Effect, str]
    target: str
    empty: str
    sentence: str


@dataclass(frozen=True)
class Row:
    """A measure, its last value and what that says."""

    measure: Measure
    actual: float | None
    verdict: Effect


def layout(rows: Sequence[Row], texts: Texts, room: float = 640.0) -> Scene:
    """The drawing of some measures, ``room`` wide and as high as it must be."""
    wide = max(room, _SMALLEST)
    drawn = _Drawing(wide, rows, texts)
    met = sum(row.verdict is Effect.MET for row in rows)
    sentence = texts.sentence.format(total=len(rows), met=met)
    return Scene(wide, max(len(rows), 1) * ROW, tuple(drawn.shapes()), sentence)


def said(value: float, unit: str) -> str:
    """A value with its unit, as people write it."""
    number = f"{value:,.10g}"
    return f"{number}{unit}" if unit in {"%", "‰"} else f"{number} {unit}".strip()


class _Drawing:
    """The columns that all rows share: names, scales, verdicts."""

    def __init__(self, wide: float, rows: Sequence[Row], texts: Texts) -> None:
        self.wide, self.rows, self.texts = wide, rows, texts
        narrowest, widest = _NAME_ROOM
        self.name_room = min(max(wide * _NAME_SHARE, narrowest), widest)
        words = [width(texts.verdicts[row.verdict], "uib") for row in rows]
        self.word_room = max([*words, 40.0]) + _PAD
        self.left = self.name_room + _GAP + _EDGE
        self.right = wide - self.word_room - _GAP - _EDGE

    def shapes(self) -> Iterator[Shape]:
        """Row by row, with a hairline between."""
        for number, row in enumerate(self.rows):
            top = number * ROW
            if number:
                yield Line(0, top, self.wide, top, "line")
            yield Box(0, top, self.wide, ROW, record=row.measure.id)
            yield from self._named(row, top)
            yield from self._scale(row, top + ROW / 2)
            spot = (self.wide - self.word_room, top, self.word_room, ROW)
            tone = f"{TONES[row.verdict]}_t"
            word = self.texts.verdicts[row.verdict]
            yield Label(*spot, (word,), tone, "uib", Align.LEFT, record=row.measure.id)

    def _named(self, row: Row, top: float) -> Iterator[Label]:
        item = row.measure
        lines = wrap(item.title, "uib", self.name_room - _PAD, 2)
        yield Label(_PAD, top, self.name_room - _PAD, ROW, lines, "ink1", "uib", Align.LEFT, record=item.id)

    def _scale(self, row: Row, middle: float) -> Iterator[Shape]:
        """The line, the way from before to now, and the values at their places."""
        item, record = row.measure, row.measure.id
        known = [value for value in (item.baseline, row.actual, item.target) if value is not None]
        yield Line(self.left - _EDGE / 2, middle, self.right + _EDGE / 2, middle, "line2", 2, record=record)
        if not known:
            room = self.right - self.left
            text = elide(self.texts.empty, "cap", room)
            spot = (self.left, middle - _WORD - 2, room, _WORD)
            yield Label(*spot, (text,), "ink3", "cap", record=record)
            return
        places = self._places(known)
        tone = TONES[row.verdict]
        if item.baseline is not None and row.actual is not None:
            start, end = places[item.baseline], places[row.actual]
            yield Line(start, middle, end, middle, tone, 4, record=record)
        yield from self._marks(row, places, middle)
        yield from self._values(row, places, middle)

    def _places(self, values: Sequence[float]) -> dict[float, float]:
        low, high = min(values), max(values)
        span = high - low
        if not span:
            return dict.fromkeys(values, (self.left + self.right) / 2)
        return {value: self.left + (value - low) / span * (self.right - self.left) for value in values}

    def _marks(self, row: Row, places: Mapping[float, float], middle: float) -> Iterator[Shape]:
        item, tone, record = row.measure, TONES[row.verdict], row.measure.id
        if item.baseline is not None:
            yield Disc(places[item.baseline], middle, _RING, "surface", "ink3", 2, record=record)
        if row.actual is not None:
            yield Disc(places[row.actual], middle, _DISC, tone, "surface", 1.5, record=record)
        if item.target is not None:
            x = places[item.target]
            yield Line(x, middle - _TARGET, x, middle + _TARGET, "ink1", 2, record=record)

    def _values(self, row: Row, places: Mapping[float, float], middle: float) -> Iterator[Label]:
        """Before and now above the line, the target below it; the two above never meet."""
        item, record = row.measure, row.measure.id
        above: list[tuple[float, str, str, str]] = []
        if row.actual is not None:
            tone = f"{TONES[row.verdict]}_t"
            above.append((places[row.actual], self._half(row.actual, item.unit, "capb"), tone, "capb"))
        if item.baseline is not None:
            above.append((places[item.baseline], self._half(item.baseline, item.unit, "cap"), "ink3", "cap"))
        top = middle - _TARGET - _WORD
        for x, (_at, text, role, style) in zip(self._apart(above), above, strict=True):
            wide = width(text, style) + 2
            yield Label(x - wide / 2, top, wide, _WORD, (text,), role, style, record=record)
        if item.target is not None:
            text = elide(self.texts.target.format(value=said(item.target, item.unit)), "cap", self.wide / 3)
            wide = width(text, "cap") + 2
            x = self._inside(places[item.target], wide)
            spot = (x - wide / 2, middle + _TARGET, wide, _WORD)
            yield Label(*spot, (text,), "ink2", "cap", record=record)

    def _half(self, value: float, unit: str, style: str) -> str:
        """A value in at most half of the scale's room, so that two stand side by side."""
        return elide(said(value, unit), style, (self.right - self.left) / 2 + _EDGE - 2 * _PAD)

    def _inside(self, x: float, wide: float) -> float:
        return min(max(x, self.left - _EDGE + wide / 2), self.right + _EDGE - wide / 2)

    def _apart(self, words: Sequence[tuple[float, str, str, str]]) -> list[float]:
        """Where the words above stand: over their marks, pushed apart where they would touch."""
        wides = [width(text, style) + 2 for _x, text, _role, style in words]
        found = [self._inside(x, wide) for (x, *_rest), wide in zip(words, wides, strict=True)]
        if len(found) > 1 and abs(found[0] - found[1]) < (least := sum(wides) / 2 + _PAD):
            first = 1 if found[0] > found[1] or (found[0] == found[1] and words[0][0] > words[1][0]) else 0
            low = max(
                min(found) - (least - abs(found[0] - found[1])) / 2, self.left - _EDGE + wides[first] / 2
            )
            low = min(low, self.right + _EDGE - wides[1 - first] / 2 - least)
            found[first], found[1 - first] = low, low + least
        return found
