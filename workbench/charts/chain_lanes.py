"""Where the boxes of the evidence chain stand: in five columns, with lanes for links that pass a column by.

A link over several columns runs through a lane of its own in each of them. So links between boxes are drawn
between two columns only, where there are no boxes, and cannot run through one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.rules.chain import Chain, Column, Edge, Node

__all__ = ["NODE", "Lanes", "Slot", "Strip", "arrange", "more_of"]

NODE: Final = 70.0
MORE: Final = 30.0
LANE: Final = 10.0
_SWEEPS: Final = 4


def more_of(column: Column) -> str:
    """The name of the box that stands for the hidden ones of a column."""
    return f"more:{column.value}"


@dataclass(slots=True)
class Slot:
    """A place in a column: a node, the box that stands for ``hidden`` ones, or a lane."""

    name: str
    height: float
    node: Node | None = None
    hidden: int = 0
    middle: float = 0.0

    @property
    def is_lane(self) -> bool:
        """Whether only a link passes here."""
        return self.node is None and not self.hidden


@dataclass(frozen=True, slots=True)
class Strip:
    """A link from one column to the next; ``column`` is the one that it leaves."""

    column: Column
    start: str
    end: str
    gap: bool
    hot: bool


@dataclass(frozen=True)
class Lanes:
    """The columns from top to bottom and the links between neighbours."""

    columns: dict[Column, list[Slot]]
    strips: tuple[Strip, ...]
    hot: frozenset[str]
    height: float


def arrange(chain: Chain, most: int, opened: frozenset[Column], height: float) -> Lanes:
    """Places for a chain with at most so many nodes a column, but in those that were opened."""
    hot = chain.unbroken()
    slots, stands_for = _slots(chain, most, opened, hot)
    columns = {column: list(found) for column, found in slots.items()}
    where = {slot.name: column for column, found in columns.items() for slot in found}
    strips: dict[tuple[str, str], Strip] = {}
    for edge in chain.edges:
        glowing = not edge.gap and {edge.start, edge.end} <= hot
        mapped = Edge(stands_for[edge.start], stands_for[edge.end], edge.gap)
        for strip in _strips(mapped, where, columns, hot=glowing):
            old = strips.get((strip.start, strip.end))
            if old is None or (old.gap, not old.hot) > (strip.gap, not strip.hot):
                strips[strip.start, strip.end] = strip
    ways = tuple(strips.values())
    _order(columns, ways)
    return Lanes(columns, ways, hot, _stand(columns, ways, height))


def _slots(
    chain: Chain, most: int, opened: frozenset[Column], hot: frozenset[str]
) -> tuple[dict[Column, list[Slot]], dict[str, str]]:
    """The boxes that are shown, and which of them stands for each node."""
    slots: dict[Column, list[Slot]] = {}
    stands_for: dict[str, str] = {}
    shown: set[str] = set()
    for column in (*list(Column)[1:], Column.EVIDENCE):
        nodes = _by_need(chain, chain.of(column), shown, hot)
        kept = nodes if column in opened or len(nodes) <= most else nodes[:most]
        shown |= {node.id for node in kept}
        slots[column] = [Slot(node.id, NODE, node) for node in kept]
        if rest := len(nodes) - len(kept):
            slots[column].append(Slot(more_of(column), MORE, hidden=rest))
        stands_for |= {node.id: node.id if node.id in shown else more_of(column) for node in nodes}
    return dict(sorted(slots.items())), stands_for


def _by_need(chain: Chain, nodes: Sequence[Node], shown: set[str], hot: frozenset[str]) -> list[Node]:
    """Those first that lead on from what is shown; of these the ones on an unbroken way."""
    beside = {edge.end for edge in chain.edges if edge.start in shown}
    beside |= {edge.start for edge in chain.edges if edge.end in shown}
    if not shown:
        return list(nodes)
    return sorted(nodes, key=lambda node: (node.id not in beside, node.id not in hot and not node.is_gap))


def _strips(
    edge: Edge, where: dict[str, Column], columns: dict[Column, list[Slot]], *, hot: bool
) -> Iterable[Strip]:
    """A link from column to column, through lanes that links from the same box share."""
    first, last = where[edge.start], where[edge.end]
    start = edge.start
    for between in range(first + 1, last):
        column = Column(between)
        lane = f"lane:{between}:{edge.start}:{edge.end}"
        if lane not in where:
            where[lane] = column
            columns[column].append(Slot(lane, LANE))
        yield Strip(Column(between - 1), start, lane, edge.gap, hot)
        start = lane
    yield Strip(Column(last - 1), start, edge.end, edge.gap, hot)


def _order(columns: dict[Column, list[Slot]], strips: Sequence[Strip]) -> None:
    """Put each column into the order of its neighbours, there and back; what hides others stays last."""
    for step in range(_SWEEPS):
        forward = step % 2 == 0
        for column in list(Column)[1:] if forward else list(Column)[-2::-1]:
            beside = columns[Column(column - 1 if forward else column + 1)]
            places = {slot.name: float(number) for number, slot in enumerate(beside)}
            found = columns[column]
            before = {slot.name: float(number) for number, slot in enumerate(found)}
            wanted = {slot.name: _mean(slot.name, strips, places, before[slot.name]) for slot in found}
            found.sort(key=lambda slot: (bool(slot.hidden), wanted[slot.name], before[slot.name]))


def _mean(name: str, strips: Sequence[Strip], places: dict[str, float], otherwise: float) -> float:
    near = [places[strip.start] for strip in strips if strip.end == name and strip.start in places]
    near += [places[strip.end] for strip in strips if strip.start == name and strip.end in places]
    return sum(near) / len(near) if near else otherwise


def _stand(columns: dict[Column, list[Slot]], strips: Sequence[Strip], height: float) -> float:
    """Give every slot its middle; returns the height they need, within ``height`` if they can."""
    needed = max((_packed(found, _CLOSE) for found in columns.values()), default=0.0)
    room = max(needed, min(height, max((_packed(found, _APART) for found in columns.values()), default=0.0)))
    for found in columns.values():
        _spread(found, [slot.height for slot in found], 0.0, room)
    for step in range(2 * _SWEEPS):
        for column in list(Column)[1:] if step % 2 == 0 else list(Column)[-2::-1]:
            found = columns[column]
            beside = columns[Column(column - 1 if step % 2 == 0 else column + 1)]
            places = {slot.name: slot.middle for slot in beside}
            wanted = [_mean(slot.name, strips, places, slot.middle) for slot in found]
            _settle(found, wanted, room)
    top = min((slot.middle - slot.height / 2 for found in columns.values() for slot in found), default=0.0)
    for slot in (slot for found in columns.values() for slot in found):
        slot.middle -= top
    return max((slot.middle + slot.height / 2 for found in columns.values() for slot in found), default=0.0)


_CLOSE: Final = 12.0
_APART: Final = 40.0


def _packed(found: Sequence[Slot], gap: float) -> float:
    return sum(slot.height for slot in found) + gap * max(0, len(found) - 1)


def _spread(found: Sequence[Slot], heights: Sequence[float], top: float, room: float) -> None:
    gap = min(_APART, (room - sum(heights)) / max(1, len(found) - 1))
    for slot in found:
        slot.middle = top + slot.height / 2
        top += slot.height + gap


def _settle(found: Sequence[Slot], wanted: Sequence[float], room: float) -> None:
    """Bring slots as near to where they are wanted as their order, their heights and the room allow."""
    offsets, here = [], 0.0
    for slot in found:
        offsets.append(here + slot.height / 2)
        here += slot.height + _CLOSE
    slack = max(0.0, room - (here - _CLOSE)) if found else 0.0
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, many = blocks.pop()
            total, count = total + before, count + many
        blocks.append((total, count))
    moved = [min(max(total / count, 0.0), slack) for total, count in blocks for _one in range(count)]
    for slot, offset, move in zip(found, offsets, moved, strict=True):
        slot.middle = offset + move
