"""A cause as shapes. Its state is told by form: the mark, the stroke, the word; colour only repeats it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.charts.fishbone_rows import GAP, MARK, PAD, Row, word_width
from workbench.charts.scene import Align, Box, Disc, Label, Polygon, Shape
from workbench.domain.problem import Cause, CauseState

_TONES: Final = {
    CauseState.HYPOTHESIS: "amber",
    CauseState.VERIFYING: "amber",
    CauseState.VERIFIED: "green",
    CauseState.REFUTED: "grey",
    CauseState.INCONCLUSIVE: "grey",
}
_CORNER = 6.0
_Outline = tuple[tuple[float, float], ...]
_TICK: Final[_Outline] = ((-3.9, 0.3), (-2.7, -0.9), (-1.0, 0.8), (2.7, -3.0), (3.9, -1.8), (-1.0, 3.2))
_CROSS: Final[_Outline] = (
    *((-2.9, -1.8), (-1.8, -2.9), (0.0, -1.1), (1.8, -2.9), (2.9, -1.8), (1.1, 0.0)),
    *((2.9, 1.8), (1.8, 2.9), (0.0, 1.1), (-1.8, 2.9), (-2.9, 1.8), (-1.1, 0.0)),
)
_DASH: Final[_Outline] = ((-3.2, -0.8), (3.2, -0.8), (3.2, 0.8), (-3.2, 0.8))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a mark stands, for whom, and in which colours."""

    x: float
    y: float
    record: str
    tone: str
    ground: str

    def sign(self, outline: _Outline, role: str) -> Polygon:
        """A sign inside the mark, seen from its centre."""
        points = tuple([(self.x + x, self.y + y) for x, y in outline])
        return Polygon(points, role, self.record)

    def ring(self, *, dashed: bool = False) -> Disc:
        """A hollow circle."""
        return Disc(self.x, self.y, MARK - 0.8, edge=self.tone, stroke=1.6, dashed=dashed, record=self.record)


def _hypothesis(spot: _Spot) -> Iterator[Shape]:
    yield spot.ring(dashed=True)


def _verifying(spot: _Spot) -> Iterator[Shape]:
    yield spot.ring()
    yield Disc(spot.x, spot.y, 2.4, spot.tone, record=spot.record)


def _verified(spot: _Spot) -> Iterator[Shape]:
    yield Disc(spot.x, spot.y, MARK, spot.tone, record=spot.record)
    yield spot.sign(_TICK, spot.ground)


def _refuted(spot: _Spot) -> Iterator[Shape]:
    yield spot.ring()
    yield spot.sign(_CROSS, spot.tone)


def _inconclusive(spot: _Spot) -> Iterator[Shape]:
    yield spot.ring()
    yield spot.sign(_DASH, spot.tone)


_MARKS: Final[dict[CauseState, Callable[[_Spot], Iterator[Shape]]]] = {
    CauseState.HYPOTHESIS: _hypothesis,
    CauseState.VERIFYING: _verifying,
    CauseState.VERIFIED: _verified,
    CauseState.REFUTED: _refuted,
    CauseState.INCONCLUSIVE: _inconclusive,
}


def row_shapes(row: Row, x: float, y: float) -> Iterator[Shape]:
    """A row with its top left corner in a place: frame, mark, text, word."""
    record, root = row.cause.id, row.is_root
    yield _frame(row, x, y)
    tone, ground = ("on_accent", "red") if root else (_TONES[row.cause.state], "on_accent")
    yield from _MARKS[row.cause.state](_Spot(x + PAD + MARK, y + row.height / 2, record, tone, ground))
    start = x + PAD + 2 * MARK + GAP
    end = x + row.width - PAD - word_width(row.word)
    struck = row.cause.state is CauseState.REFUTED
    ink = "on_accent" if root else "ink3" if struck else "ink1" if row.depth == 0 else "ink2"
    room = end - 2 * GAP - start
    text = (start, y, room, row.height, row.lines)
    yield Label(*text, ink, row.style, Align.LEFT, struck=struck, record=record)
    role = "on_accent" if root else f"{_word_tone(row.cause)}_t"
    word = (end, y, word_width(row.word), row.height, (row.word,))
    yield Label(*word, role, "micro", Align.RIGHT, record=record)


def _word_tone(cause: Cause) -> str:
    claimed = cause.root_claimed and cause.state is not CauseState.REFUTED
    return "amber" if claimed else _TONES[cause.state]


def _frame(row: Row, x: float, y: float) -> Box:
    """A filled frame round a root cause, a red one on the way to it, a dashed one round a mere claim."""
    box = (x, y, row.width, row.height)
    record = row.cause.id
    if row.is_root:
        return Box(*box, "red", "red", 1.5, _CORNER, record=record)
    ground = "surface" if row.depth == 0 or row.is_causal else ""
    if row.is_causal:
        return Box(*box, ground, "red", 1.5, _CORNER, record=record)
    if row.cause.root_claimed and row.cause.state is not CauseState.REFUTED:
        return Box(*box, "surface", "amber", 1.5, _CORNER, dashed=True, record=record)
    return Box(*box, ground, "line2" if row.depth == 0 else "", 1.0, _CORNER, record=record)
