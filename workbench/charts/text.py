"""How wide a text will be, guessed without a font, and how it breaks into lines that fit.

The guess errs on the wide side of the faces we name (Inter and the Chinese faces of ``exports.fonts``):
Chinese by its East Asian width, Latin by classes of letters. Painters narrow the rare text that a face sets
wider still.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from workbench.charts.hyphens import HYPHEN, divides, division, whole_words
from workbench.charts.scene import Align, Label
from workbench.tokens import TYPE

ELLIPSIS: Final = "…"
BASELINE: Final = 0.37
"""From the middle of a line down to its baseline, in em: centres Chinese, Latin and digits alike."""

_BOLD_FROM = 600
_JOINER = "\u200d"
_EMOJI, _OTHER = 1.4, 0.82
_TONES, _PICTURES, _SYMBOLS = range(0x1F3FB, 0x1F400), range(0x1F000, 0x20000), range(0x2100, 0x2C00)
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})
_EAST_ASIAN = {"W": 1.0, "F": 1.0, "A": 1.0, "H": 0.5}
_THIN, _FINE = 0.2, 0.25
_REGULAR = {
    0.29: " \u00a0',.:;ijl",
    0.33: "!I|",
    0.38: "()[]ft{}",
    0.44: "/\\r",
    0.5: '"*-',
    0.56: "?J^_cksvxyz",
    0.6: "7EFLae",
    0.64: "#$01235689PRSZ`bdghnopqu",
    0.68: "&+4<=>ABKTVXY~",
    0.72: "D",
    0.78: "CGHNOQU",
    0.84: "w",
    0.96: "%@MWm",
    1.0: "→≥≤",
}
_BOLD = {
    0.34: " \u00a0',.:;Iijl",
    0.39: "!/\\f|",
    0.44: "()[]rt{}",
    0.5: "-",
    0.58: '"*?JL_sxz',
    0.62: "7EF^acekvy",
    0.66: "#$1235S`bdghnopqu",
    0.7: "+04689<=>BKPRTZ~",
    0.76: "&ACDHNUVXY",
    0.82: "GOQ",
    0.92: "Mw",
    1.04: "%@Wm",
    1.0: "→≥≤",
}
_NEVER_FIRST = frozenset("，。；：？！、）」』】》〉”’…—·,.;:?!)]}%％")
_NEVER_LAST = frozenset("（「『【《〈“‘([{")
_DASHES = frozenset("-–—")
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")


class _Factors(dict[str, float]):
    """Em widths by character, worked out once for each character met."""

    def __init__(self, latin: dict[float, str]) -> None:
        super().__init__((char, factor) for factor, chars in latin.items() for char in chars)

    def __missing__(self, char: str) -> float:
        self[char] = found = self._of(char)
        return found

    def _of(self, char: str) -> float:
        code, wide = ord(char), unicodedata.east_asian_width(char)
        if code in _TONES or unicodedata.category(char) in _WITHOUT_WIDTH:
            return 0.0
        if code in _PICTURES or code in _SYMBOLS:
            return _EMOJI
        base = unicodedata.normalize("NFD", char)[0]
        return _EAST_ASIAN.get(wide) or (self[base] if base != char else _OTHER)


_FACTORS = {False: _Factors(_REGULAR), True: _Factors(_BOLD)}


def _factors(style: str) -> _Factors:
    return _FACTORS[TYPE[style][1] >= _BOLD_FROM]


def line_height(style: str) -> float:
    """The height of a line of that style, in px."""
    return TYPE[style][2]


def width(text: str, style: str) -> float:
    """A guess of a text's width in px, seldom too small."""
    factors = _factors(style)
    em = sum(map(factors.__getitem__, text)) if _JOINER not in text else _set(text, factors).edges[-1]
    return em * TYPE[style][0]


@dataclass(frozen=True, slots=True)
class _Set:
    """A text as it is painted: a character with its marks, or several joined to one emoji, are one part.

    ``edges`` are the parts' left edges in em and the last one's right edge.
    """

    parts: list[str]
    edges: list[float]

    def __len__(self) -> int:
        return len(self.parts)

    def fit(self, start: int, room: float) -> int:
        """The part that no longer fits a line of ``room`` em; a line holds one part at least."""
        return max(start + 1, bisect_right(self.edges, self.edges[start] + room + 1e-9) - 1)

    def breaks(self, here: int) -> bool:
        """Whether a line may end before this part."""
        before, after = self.parts[here - 1], self.parts[here]
        if " " in (before, after):
            following = after if after != " " else self.parts[here + 1]
            return following not in _DASHES
        if after in _NEVER_FIRST or before in _NEVER_LAST:
            return False
        if before in _DASHES and here > 1:  # its own hyphen ends the line of a word
            return (self.parts[here - 2].isalpha() and after.isalpha()) or _is_wide(after)
        return _is_wide(before) or _is_wide(after)

    def text(self, start: int, end: int) -> str:
        return "".join(self.parts[start:end]).strip(" ")

    def line(self, start: int, end: int, room: float, hyphen: float) -> str:
        """A line that another follows: with a hyphen where it ends inside a word and one has room."""
        fits = self.edges[end] - self.edges[start] + hyphen <= room + 1e-9
        is_torn = end < len(self) and divides(self.parts, end) and not self.breaks(end)
        return self.text(start, end) + (HYPHEN if is_torn and fits else "")


def _is_wide(part: str) -> bool:
    return unicodedata.east_asian_width(part[0]) in "WF"


def _set(text: str, factors: _Factors) -> _Set:
    parts: list[str] = []
    wide: list[float] = []
    for char in text:
        factor = factors[char]
        if parts and (factor == 0 or (factor == _EMOJI and parts[-1].endswith(_JOINER))):
            parts[-1] += char
            wide[-1] = max(wide[-1], factor)
        else:
            parts.append(char)
            wide.append(factor)
    return _Set(parts, list(accumulate(wide, initial=0.0)))


def _beginning(text: str, room: float, lines: int) -> tuple[str, bool]:
    """As much of a text as lines of ``room`` em could hold, its blanks made one, and whether that is all."""
    limit = int(max(0.0, room) / _THIN + 2) * lines * 2 + 16
    text = text.lstrip()
    return _BLANKS.sub(" ", text[:limit]).strip(" "), len(text) <= limit


def _cut(found: _Set, room: float, lines: int, hyphen: float) -> list[int]:
    """The parts that lines begin with, at most so many; and where the last one ends."""
    cuts = [0]
    while cuts[-1] < len(found) and len(cuts) <= lines:
        start = cuts[-1]
        end = found.fit(start, room)
        if end < len(found):
            at = next((here for here in range(end, start, -1) if found.breaks(here)), 0)
            end = at or division(found.parts, start, found.fit(start, room - hyphen)) or end
        while end < len(found) and found.parts[end] == " ":
            end += 1
        cuts.append(end)
    return cuts


def wrap(text: str, style: str, room: float, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines of ``room`` px: of even length if all fits, else with an ellipsis.

    Chinese breaks anywhere but beside its brackets and marks, Latin at blanks and behind its own hyphens; a
    word that is wider than a line is divided by a hyphen. Blanks and line ends are one blank.
    """
    room, factors = room / TYPE[style][0], _factors(style)
    start, whole = _beginning(text, room, lines)
    found, hyphen = _set(start, factors), factors[HYPHEN]
    cuts = _cut(found, room, lines, hyphen)
    if whole and cuts[-1] == len(found):
        if len(cuts) > 2:  # noqa: PLR2004 - more than one line
            cuts = _balanced(found, cuts, room, hyphen)
        return tuple(found.line(a, b, room, hyphen) for a, b in pairwise(cuts))
    cuts = cuts[: max(1, min(len(cuts) - 1, lines))]
    end = max(cuts[-1], bisect_right(found.edges, found.edges[cuts[-1]] + room - factors[ELLIPSIS]) - 1)
    above = (found.line(a, b, room, hyphen) for a, b in pairwise(cuts))
    return (*above, found.text(cuts[-1], whole_words(found.parts, cuts[-1], end)) + ELLIPSIS)


def elide(text: str, style: str, room: float) -> str:
    """The text on one line, cut with an ellipsis where it would be wider than ``room`` px."""
    return "".join(wrap(text, style, room, 1))


def _balanced(found: _Set, cuts: list[int], room: float, hyphen: float) -> list[int]:
    """The same number of lines in the smallest room that needs no more of them and splits no more words."""
    inside = [here for here in range(1, len(found)) if found.breaks(here)]
    edges = [found.edges[here] for here in (0, *inside, len(found))]
    low, high = max(b - a for a, b in pairwise(edges)), room
    while high - low > _FINE:
        middle = (low + high) / 2
        trial = _cut(found, middle, len(cuts) - 1, hyphen)
        if trial[-1] == len(found):
            high, cuts = middle, trial
        else:
            low = middle
    return cuts


@dataclass(frozen=True, slots=True)
class Placed:
    """One line of a label, seen from the label's centre: its anchor along the reading, its baseline below."""

    text: str
    along: float
    below: float


def placed(label: Label) -> Iterator[Placed]:
    """Where a label's lines stand, from its centre, before it is turned. One rule for every painter."""
    size, _weight, height = TYPE[label.style]
    long, high = (label.height, label.width) if label.turned else (label.width, label.height)
    along = {Align.LEFT: -long / 2, Align.CENTRE: 0.0, Align.RIGHT: long / 2}[label.align]
    step = min(float(height), high / max(1, len(label.lines)))
    for number, line in enumerate(label.lines):
        middle = (number - (len(label.lines) - 1) / 2) * step
        yield Placed(line, along, middle + BASELINE * size)
