"""The causes of one bone as rows: what each says, how wide and high it is, where it hangs.

A cause stands in a row of its own; those that explain it hang below it, one step further in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from workbench.charts.text import line_height, width, wrap
from workbench.domain.problem import Cause, CauseState
from workbench.rules.causes import Tree, is_root

INDENT: Final = 24.0
"""How much further in a cause stands than the one it explains."""
MARK: Final = 7.0
"""The radius of a mark."""
PAD: Final = 8.0
"""Between the edge of a row and what is in it."""
GAP: Final = 6.0
"""Between mark and text; twice that between text and word."""
SIGNS: Final = 14
"""Chinese characters in a line."""
_LINES = 6
_CLOSE, _APART = 5.0, 14.0


@dataclass(frozen=True, slots=True)
class Words:
    """What states are called: each, a root cause, and one that is only claimed to be one."""

    states: Mapping[CauseState, str]
    root: str
    claimed: str

    def of(self, cause: Cause) -> str:
        """The word that a cause carries."""
        if is_root(cause):
            return self.root
        if cause.root_claimed and cause.state is not CauseState.REFUTED:
            return self.claimed
        return self.states[cause.state]


@dataclass(frozen=True, slots=True)
class Row:
    """One cause, measured. ``top`` is below its group's top, ``parent`` the number of its parent's row."""

    cause: Cause
    depth: int
    parent: int
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    word: str
    is_root: bool
    is_causal: bool = False

    @property
    def style(self) -> str:
        """The text style of its lines."""
        return style_of(self.depth, is_root=self.is_root)

    @property
    def indent(self) -> float:
        """How far in it stands."""
        return self.depth * INDENT

    @property
    def middle(self) -> float:
        """Its middle below the top of its group."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Group:
    """A cause on the bone with all that explain it, as rows from top to bottom."""

    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """From the top of its first row to the bottom of its last."""
        return self.rows[-1].top + self.rows[-1].height


def style_of(depth: int, *, is_root: bool) -> str:
    """Causes on the bone are set larger than those below them, root causes bold."""
    return ("ui" if depth == 0 else "cap") + ("b" if is_root else "")


def groups(tops: Iterable[Cause], tree: Tree, words: Words) -> list[Group]:
    """The groups of one bone."""
    return [_group(top, tree, words) for top in tops]


def stack_height(stack: Iterable[Group]) -> float:
    """How high groups are one above the other, with what keeps them apart."""
    heights = [group.height for group in stack]
    return sum(heights) + _APART * max(0, len(heights) - 1)


def spread(stack: list[Group], room: float) -> Iterator[tuple[Group, float]]:
    """The tops of groups in a room: apart as far as there is room, yet not too far, in the middle."""
    spare = max(0.0, room - stack_height(stack))
    more = min(spare / (len(stack) + 1), 2 * _APART) if stack else 0.0
    top = (spare - more * (len(stack) - 1)) / 2
    for group in stack:
        yield group, top
        top += group.height + _APART + more


def _group(top: Cause, tree: Tree, words: Words) -> Group:
    rows: list[Row] = []
    causal: set[int] = set()
    below = 0.0
    stack = [(top, 0, -1)]
    while stack:
        cause, depth, parent = stack.pop()
        row = _row(cause, depth, parent, below, words)
        stack += [(child, depth + 1, len(rows)) for child in reversed(tree.children(cause))]
        if row.is_root:
            here = len(rows)
            rows.append(row)
            while here >= 0 and here not in causal:
                causal.add(here)
                here = rows[here].parent
        else:
            rows.append(row)
        below += row.height + _CLOSE
    return Group(
        tuple(replace(row, is_causal=True) if number in causal else row for number, row in enumerate(rows))
    )


def _row(cause: Cause, depth: int, parent: int, top: float, words: Words) -> Row:
    root = is_root(cause)
    word = words.of(cause)
    style = style_of(depth, is_root=root)
    lines, text_width = _measured(cause.text, style)
    wide = PAD + 2 * MARK + GAP + text_width + 2 * GAP + word_width(word) + PAD
    high = len(lines) * line_height(style) + (8.0 if depth == 0 else 4.0)
    return Row(cause, depth, parent, top, wide, high, lines, word, root)


@lru_cache(maxsize=4096)
def _measured(text: str, style: str) -> tuple[tuple[str, ...], float]:
    """A text in lines, and how wide the widest is. Kept, since all but one text stay from edit to edit."""
    lines = wrap(text, style, width("一" * SIGNS, style), _LINES) if text.strip() else ("—",)
    return lines, max(width(line, style) for line in lines) + 1


@lru_cache(maxsize=64)
def word_width(word: str) -> float:
    """How wide the word at the end of a row is."""
    return width(word, "micro") + 1
