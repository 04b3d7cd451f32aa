"""The fishbone (Ishikawa) diagram as a drawing (templates.md 5.2; T47-T51, T88-T91).

The phenomenon is the head, on the right; the spine runs to it; bones stand on the spine at 60 degrees, one
above, the next below, leaning away from the head. Causes lie parallel to the spine and point at their bone.

Nothing can overlap: bones of a side are parallel lines, rows of causes stand one above the other between two
of them, and the bones are as far apart as the widest row needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from workbench.charts.fishbone_head import Head
from workbench.charts.fishbone_marks import row_shapes
from workbench.charts.fishbone_rows import SIGNS, Group, Row, Words, groups, spread, stack_height
from workbench.charts.scene import Box, Label, Line, Polygon, Scene, Shape
from workbench.charts.text import line_height, width, wrap
from workbench.domain.problem import Cause, CauseState
from workbench.rules.causes import Tree, is_root, tree

SLANT: Final = sqrt(3)
"""How much a bone rises on its way along the spine: 60 degrees."""
OTHER: Final = ""
"""The key of the bone for causes whose dimension is not among those given."""
_MARGIN, _CLEAR = 14.0, 18.0
_STEM, _BESIDE = 22.0, 16.0
_SHORTEST, _NARROWEST = 120.0, 180.0
_LONGER, _WIDER = 80.0, 20.0
_LABEL_PAD, _LABEL_GAP, _LABEL_LINES = 12.0, 16.0, 2
_CORNER = 7.0
_TAIL, _ARROW = 40.0, 12.0
_KNEE = 15.0
_BONE, _SPINE, _RED, _THIN = 1.8, 2.5, 2.5, 1.2


@dataclass(frozen=True)
class Texts:
    """The words of the drawing, translated.

    ``sentence`` has {phenomenon}, {total}, {counts} and {roots}; where there is no root it says ``no_root``.
    ``other`` names the bone of causes without a known dimension.
    """

    states: Mapping[CauseState, str]
    root: str
    claimed: str
    other: str
    no_root: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Bone:
    """One dimension. ``label`` are the lines of its name, ``side`` is -1 above the spine and 1 below."""

    key: str
    name: str
    side: int
    label: tuple[str, ...]
    stack: list[Group]

    @property
    def label_width(self) -> float:
        return max(width(line, "uib") for line in self.label) + 2 * _LABEL_PAD

    @property
    def label_height(self) -> float:
        return len(self.label) * line_height("uib") + 8


@dataclass(frozen=True, slots=True)
class _Placed:
    """A group on its bone: its top below the spine, its left edge right of where the bone meets the spine."""

    group: Group
    top: float
    left: float


def bone_of(key: str) -> str:
    """The record name of what stands for a dimension: its label."""
    return f"dimension:{key}"


def layout(
    problem_text: str,
    dimensions: Sequence[tuple[str, str]],
    causes: Sequence[Cause],
    texts: Texts,
    code: str = "",
) -> Scene:
    """The drawing of a problem's causes by dimension, given as (key, name), in an order that stays.

    ``code`` stands above the phenomenon. The drawing is as large as it must be.
    """
    grown = tree(causes)
    bones = _bones(dimensions, grown, texts)
    head = Head.of(problem_text, code)
    body = _Body(bones, head)
    return Scene(body.width, body.height, tuple(body.shapes()), _sentence(problem_text, bones, causes, texts))


def _bones(dimensions: Sequence[tuple[str, str]], grown: Tree, texts: Texts) -> list[_Bone]:
    named = dict(dimensions)
    if any(top.dimension not in named for top in grown.tops):
        named[OTHER] = texts.other
    words = Words(texts.states, texts.root, texts.claimed)
    found: dict[str, list[Cause]] = {key: [] for key in named}
    for top in grown.tops:
        found[top.dimension if top.dimension in named else OTHER].append(top)
    room = width("一" * SIGNS, "uib")
    return [
        _Bone(
            key,
            name,
            -1 if number % 2 == 0 else 1,
            wrap(name, "uib", room, _LABEL_LINES) or (key or "—",),
            groups(found[key], grown, words),
        )
        for number, (key, name) in enumerate(named.items())
    ]


def _sentence(phenomenon: str, bones: Sequence[_Bone], causes: Sequence[Cause], texts: Texts) -> str:
    counts = " · ".join(f"{bone.name} {sum(len(group.rows) for group in bone.stack)}" for bone in bones)
    roots = ", ".join(cause.text for cause in causes if is_root(cause)) or texts.no_root
    return texts.sentence.format(phenomenon=phenomenon, total=len(causes), counts=counts, roots=roots)


class _Body:
    """Bones on the spine: how long they are, where they meet it, where their causes are."""

    def __init__(self, bones: Sequence[_Bone], head: Head) -> None:
        self.bones, self.head = bones, head
        self.lengths = {side: _length(bones, side) for side in (-1, 1)}
        self.placed = [_place(bone, self.lengths[bone.side]) for bone in bones]
        self.joints = self._joints()
        last = self.joints[-1] if self.joints else _MARGIN + _TAIL
        self.head_x = last + _CLEAR + _ARROW
        self.width = self.head_x + head.width + _MARGIN
        above, below = (self._reach(side) for side in (-1, 1))
        self.spine = max(above, head.height / 2) + _MARGIN
        self.height = self.spine + max(below, head.height / 2) + _MARGIN

    def _reach(self, side: int) -> float:
        """How far a side reaches from the spine, its labels included."""
        labels = [bone.label_height for bone in self.bones if bone.side == side]
        return self.lengths[side] + max(labels) if labels else 0.0

    def _joints(self) -> list[float]:
        """Where each bone meets the spine; two share a place, one above and one below."""
        found: list[float] = []
        for first in range(0, len(self.bones), 2):
            here = range(first, min(first + 2, len(self.bones)))
            start = found[-1] if found else _MARGIN
            need = max(_NARROWEST, *(self._distance(index) for index in here))
            found.append(start + _stepped(need, _WIDER))
        return [joint for joint in found for _side in (0, 1)][: len(self.bones)]

    def _distance(self, index: int) -> float:
        """How far a bone's joint must be from that of the one before it on its side, or from the edge."""
        bone, placed = self.bones[index], self.placed[index]
        if index < 2:  # noqa: PLR2004 - the first of its side
            label = self.lengths[bone.side] / SLANT + bone.label_width / 2
            return max([label, *(-one.left for one in placed)])
        label = (bone.label_width + self.bones[index - 2].label_width) / 2 + _LABEL_GAP
        return max([label, *(need for one in placed for need in _needs(one))])

    def shapes(self) -> Iterator[Shape]:
        """Everything, from the bones up to the rows that stand on them."""
        hits = [index for index, placed in enumerate(self.placed) if any(map(_is_causal, placed))]
        yield from self._spine([self.joints[index] for index in hits])
        for index, bone in enumerate(self.bones):
            yield from self._bone(index, bone)
        for joint, placed in zip(self.joints, self.placed, strict=True):
            for one in placed:
                yield from self._group(one, joint)
        yield from self.head.shapes(self.head_x, self.spine, is_hit=bool(hits))

    def _spine(self, hits: Sequence[float]) -> Iterator[Shape]:
        tail, end, y = _MARGIN + _TAIL / 2, self.head_x - _ARROW / 2, self.spine
        for edge in (-_CLEAR / 2 - 3, _CLEAR / 2 + 3):
            yield Line(tail, y, tail - _TAIL / 2, y + edge, "ink3", _SPINE)
        yield Line(tail, y, end, y, "ink3", _SPINE)
        if hits:
            yield Line(min(hits), y, end, y, "red", _RED + 0.5)
        tip = self.head_x
        arrow = ((tip - _ARROW, y - _ARROW / 2), (tip, y), (tip - _ARROW, y + _ARROW / 2))
        yield Polygon(arrow, "red" if hits else "ink3")

    def _bone(self, index: int, bone: _Bone) -> Iterator[Shape]:
        """A bone with its label at the tail, red from the first cause on that leads to a root."""
        joint, long = self.joints[index], self.lengths[bone.side]
        x, y = joint - long / SLANT, self.spine + bone.side * long
        yield Line(x, y, joint, self.spine, "ink3", _BONE)
        heights = [one.top + one.group.rows[0].middle for one in self.placed[index] if _is_causal(one)]
        if heights:
            far = max(map(abs, heights))
            yield Line(joint - far / SLANT, self.spine + bone.side * far, joint, self.spine, "red", _RED)
        wide, high = bone.label_width, bone.label_height
        box = (x - wide / 2, y if bone.side > 0 else y - high, wide, high)
        yield Box(*box, "ink1", radius=_CORNER, record=bone_of(bone.key))
        yield Label(*box, bone.label, "surface", "uib", record=bone_of(bone.key))

    def _group(self, one: _Placed, joint: float) -> Iterator[Shape]:
        """A group's strokes, those of the causal path on top, then its rows."""
        x, y, rows = joint + one.left, self.spine + one.top, one.group.rows
        first = rows[0]
        meets = joint - abs(one.top + first.middle) / SLANT
        role, stroke = ("red", _RED) if first.is_causal else ("ink3", _THIN)
        level = y + first.middle
        yield Line(x + first.width, level, meets, level, role, stroke, record=first.cause.id)
        for row in sorted(rows[1:], key=lambda row: row.is_causal):
            yield from _knee(row, rows[row.parent], x, y)
        for row in rows:
            yield from row_shapes(row, x + row.indent, y + row.top)


def _is_causal(one: _Placed) -> bool:
    """Whether a group holds a root cause."""
    return one.group.rows[0].is_causal


def _knee(row: Row, parent: Row, x: float, y: float) -> Iterator[Line]:
    """The stroke from a cause down from the one it explains, then in."""
    role, stroke = ("red", _RED) if row.is_causal else ("grey_line", _THIN)
    at, bottom, level = x + parent.indent + _KNEE, y + parent.top + parent.height, y + row.middle
    yield Line(at, bottom, at, level + stroke / 2, role, stroke, record=row.cause.id)
    yield Line(at, level, x + row.indent, level, role, stroke, record=row.cause.id)


def _length(bones: Sequence[_Bone], side: int) -> float:
    """How far the bones of a side reach from the spine: as its fullest one needs."""
    needs = [stack_height(bone.stack) + 2 * _CLEAR for bone in bones if bone.side == side]
    return _SHORTEST + _stepped(max(needs) - _SHORTEST, _LONGER) if needs else 0.0


def _stepped(need: float, step: float) -> float:
    """The need in whole steps, so that most causes can be added without moving all the others."""
    return max(0, ceil(need / step)) * step


def _place(bone: _Bone, length: float) -> list[_Placed]:
    """The groups of a bone, each as far left as keeps all its rows clear of the bone."""
    found = []
    start = -length if bone.side < 0 else 0.0
    for group, top in spread(bone.stack, length - 2 * _CLEAR):
        at = start + _CLEAR + top
        ends = [_far(at, row) / SLANT + _clear(row) + row.indent + row.width for row in group.rows]
        found.append(_Placed(group, at, -max(ends)))
    return found


def _clear(row: Row) -> float:
    return _STEM if row.depth == 0 else _BESIDE


def _far(top: float, row: Row) -> float:
    """How far from the spine a row's outer edge is, where its bone is furthest left."""
    return max(abs(top + row.top), abs(top + row.top + row.height))


def _needs(one: _Placed) -> Iterator[float]:
    """How far from the bone before its own every row of a group wants its own to be."""
    for row in one.group.rows:
        edges = abs(one.top + row.top), abs(one.top + row.top + row.height)
        yield _BESIDE - min(edges) / SLANT - one.left - (_KNEE if row.depth else 0.0)
