"""The evidence chain as a drawing: evidence, claim, root cause, task, effect in five columns (DESIGN.md 5.2).

A way without a gap is drawn in the accent, a gap as a dashed amber box with what to do about it. At most four
boxes stand in a column, then one that says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.charts.chain_lanes import NODE, Lanes, Slot, arrange, more_of
from workbench.charts.scene import Align, Box, Curve, Disc, Label, Line, Scene, Shape
from workbench.charts.text import elide, line_height, wrap
from workbench.messages import Translate, _
from workbench.rules.chain import COLUMNS, Chain, Column, Node, State

__all__ = ["MOST", "Room", "layout", "more_of", "table"]

MOST: Final = 4
_BETWEEN: Final = 26.0
_NARROWEST: Final = 112.0
_HEAD: Final = 30.0
_PAD, _TOP = 8.0, 6.0
_EDGE: Final = 1.0
_SIGN: Final = 3.5
_SIGNS: Final[Mapping[State, tuple[str, str]]] = {
    State.SURE: ("green", "green"),
    State.GOING: ("amber_bg", "amber"),
    State.OPEN: ("", "amber"),
    State.MISSED: ("red", "red"),
    State.GAP: ("", "amber"),
}
"""Fill and edge of the disc before a box's last line; its words say the same."""


@dataclass(frozen=True)
class Room:
    """The room there is, in scene units.

    ``most`` is how many boxes a column shows before the rest is only counted; ``opened`` columns show all.
    """

    width: float
    height: float
    opened: frozenset[Column] = frozenset()
    most: int = MOST


def layout(chain: Chain, translate: Translate, room: Room) -> Scene:
    """The drawing of a chain; nothing but its headings if it is empty."""
    wide = max(_NARROWEST, (room.width - 2 * _EDGE - 4 * _BETWEEN) / len(Column))
    heads = [wrap(translate(COLUMNS[column]), "capb", wide + _BETWEEN - _PAD, 2) for column in Column]
    head = _HEAD + line_height("capb") * (max(map(len, heads)) - 1)
    lanes = arrange(chain, room.most, room.opened, max(0.0, room.height - head - 2 * _EDGE))
    page = _Page(lanes, translate, wide, heads, head)
    return Scene(
        2 * _EDGE + len(Column) * wide + 4 * _BETWEEN,
        head + lanes.height + 2 * _EDGE,
        tuple(page.shapes()),
        _sentence(chain, lanes, translate),
    )


def table(chain: Chain, translate: Translate) -> list[tuple[str, str, str, str]]:
    """The chain in words, a row a box: its column, what it says, how it stands, what it leads to."""
    names = {node.id: translate(node.title) for node in chain.nodes}
    return [
        (
            translate(COLUMNS[node.column]),
            names[node.id],
            translate(node.meta),
            "; ".join(names[edge.end] for edge in chain.edges if edge.start == node.id),
        )
        for column in Column
        for node in chain.of(column)
    ]


def _sentence(chain: Chain, lanes: Lanes, translate: Translate) -> str:
    counts = [f"{translate(COLUMNS[column])} {len(chain.of(column))}" for column in Column]
    whole = sum(node.column is Column.CLAIM for node in chain.nodes if node.id in lanes.hot)
    gaps = sum(node.is_gap for node in chain.nodes)
    said = _("Evidence chain. {counts}. With an unbroken chain: {whole}. Gaps: {gaps}.")
    return translate(said.fill(counts=" · ".join(counts), whole=whole, gaps=gaps))


@dataclass(frozen=True)
class _Page:
    """Turns places into shapes."""

    lanes: Lanes
    translate: Translate
    wide: float
    heads: Sequence[tuple[str, ...]]
    head: float

    def shapes(self) -> Iterator[Shape]:
        for column in Column:
            wide, lines = self.wide + _BETWEEN - _PAD, self.heads[column]
            tall = len(lines) * line_height("capb")
            yield Label(self._left(column), 0, wide, tall, lines, "ink3", "capb", Align.LEFT)
        yield from self._links()
        for column, found in self.lanes.columns.items():
            for slot in found:
                yield from self._slot(column, slot)

    def _left(self, column: int) -> float:
        return _EDGE + column * (self.wide + _BETWEEN)

    def _middle(self, slot: Slot) -> float:
        return _EDGE + self.head + slot.middle

    def _links(self) -> Iterator[Shape]:
        """Grey first, then gaps, then the unbroken ways above them."""
        slots = {slot.name: slot for found in self.lanes.columns.values() for slot in found}
        passing: set[str] = set()
        for strip in sorted(self.lanes.strips, key=lambda each: (each.hot, each.gap)):
            start, end = slots[strip.start], slots[strip.end]
            missing = strip.gap and not _waits(start)
            role, stroke = ("accent", 1.8) if strip.hot else ("amber" if missing else "line2", 1.4)
            left, right = self._left(strip.column) + self.wide, self._left(strip.column + 1)
            y1, y2 = self._middle(start), self._middle(end)
            yield Curve(left, y1, right, y2, role, stroke, strip.gap)
            if end.is_lane and end.name not in passing:
                passing.add(end.name)
                yield Line(right, y2, right + self.wide, y2, role, stroke, strip.gap)
            if not strip.gap:
                yield from (Disc(x, y, 2.5, role) for x, y, lane in
                            ((left, y1, start.is_lane), (right, y2, end.is_lane)) if not lane)  # fmt: skip

    def _slot(self, column: Column, slot: Slot) -> Iterator[Shape]:
        if slot.node is not None:
            yield from self._node(column, slot, slot.node)
        elif slot.hidden:
            box = (self._left(column), self._middle(slot) - slot.height / 2, self.wide, slot.height)
            name = more_of(column)
            yield Box(*box, "sunken", "line2", radius=8, record=name)
            text = f"+{slot.hidden}"
            yield Label(*box, (text,), "ink2", "capb", record=name)

    def _node(self, column: Column, slot: Slot, node: Node) -> Iterator[Shape]:
        left, top = self._left(column), self._middle(slot) - NODE / 2
        hot = node.id in self.lanes.hot
        ground, edge = ("amber_bg", "amber") if node.is_gap else ("surface", "accent" if hot else "line2")
        dashed = node.is_gap or _waits(slot)
        stroke = 1.4 if hot or dashed else 1.0
        yield Box(left, top, self.wide, NODE, ground, edge, stroke, 8, dashed, node.id)
        yield from self._words(left, top, node)

    def _words(self, left: float, top: float, node: Node) -> Iterator[Shape]:
        room = self.wide - 2 * _PAD
        ink, quiet = ("amber_t", "amber_t") if node.is_gap else ("ink1", "ink3")
        lines = wrap(self.translate(node.title), "ui", room, 2) or ("—",)
        tall = len(lines) * line_height("ui")
        yield Label(left + _PAD, top + _TOP, room, tall, lines, ink, "ui", Align.LEFT, record=node.id)
        low = top + NODE - _TOP - line_height("cap")
        sign = _SIGNS.get(node.state)
        indent = 0.0
        if sign is not None:
            fill, rim = sign
            indent = 2 * _SIGN + 5
            middle = low + line_height("cap") / 2
            yield Disc(left + _PAD + _SIGN, middle, _SIGN, fill, rim, 1.4, record=node.id)
        meta = elide(self.translate(node.meta), "cap", room - indent)
        at = (left + _PAD + indent, low, room - indent, line_height("cap"))
        yield Label(*at, (meta,), quiet, "cap", Align.LEFT, record=node.id)


def _waits(slot: Slot) -> bool:
    return slot.node is not None and slot.node.state is State.WAITING
