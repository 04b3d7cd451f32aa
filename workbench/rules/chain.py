"""The evidence chain: from what was said to what came of it, by the links that there are (product.md idea 1).

Evidence supports a requirement, a problem or a root cause; a requirement from which a problem followed stands
in the problem's box. Where the method asks for a link that is not there, the chain has a gap in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain import (
    Cause,
    InternalSession,
    Link,
    Measure,
    Note,
    Problem,
    Project,
    Record,
    Relation,
    Requirement,
    Solution,
    SourceDocument,
    Task,
    TaskStatus,
)
from workbench.domain.problem import CauseState, Severity
from workbench.messages import _
from workbench.rules.causes import Tree, deeper_roots, is_root, tree
from workbench.rules.chain_nodes import COLUMNS, Column, Node, State, dotted, gap, node, plain
from workbench.rules.gaps import LEFT_OUT, Records, remembered
from workbench.rules.priority import Priority, importance, priority

__all__ = ["COLUMNS", "Chain", "Column", "Edge", "Node", "State", "chain", "claims"]

_SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


@dataclass(frozen=True, slots=True)
class Edge:
    """One link, from a node to one of a later column; ``gap`` if something is missing at its end."""

    start: str
    end: str
    gap: bool = False


@dataclass(frozen=True)
class Chain:
    """Nodes, each column from its most important on, and the links between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def of(self, column: Column) -> list[Node]:
        """The nodes of a column, in order."""
        return [each for each in self.nodes if each.column is column]

    def unbroken(self) -> frozenset[str]:
        """The nodes on a way without a gap from some evidence to a task or an effect."""
        gaps = {each.id for each in self.nodes if each.is_gap}
        ways = [edge for edge in self.edges if not edge.gap and not gaps & {edge.start, edge.end}]
        ahead = _reached({n.id for n in self.of(Column.EVIDENCE)} - gaps, [(e.start, e.end) for e in ways])
        goals = {n.id for n in self.nodes if n.column >= Column.TASK and not n.is_gap} & ahead
        return frozenset(ahead & _reached(goals, [(e.end, e.start) for e in ways]))


def _reached(begin: set[str], ways: Sequence[tuple[str, str]]) -> set[str]:
    found, fresh = set(begin), set(begin)
    while fresh:
        fresh = {end for start, end in ways if start in fresh} - found
        found |= fresh
    return found


def claims(records: Records) -> list[Problem]:
    """The problems by which a chain can be filtered, the worst first."""
    known: Sequence[Problem] = records(Problem)
    return sorted(known, key=lambda item: (_SEVERITIES.index(item.severity), item.position))


def chain(records: Records, problem: str = "") -> Chain:
    """The chain of a project, or of one of its problems."""
    weaver = _Weaver(remembered(records), problem)
    weaver.weave()
    return Chain(tuple(weaver.nodes.values()), tuple(dict.fromkeys(weaver.edges)))


class _Weaver:
    """Finds the nodes column by column, claims first."""

    def __init__(self, records: Records, problem: str) -> None:
        self.records = records
        self.problem = problem
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.links: Sequence[Link] = records(Link)
        self.found: dict[str, Record] = {}
        for kind in (Note, SourceDocument, InternalSession, Cause, Task, Measure, Solution):
            self.found |= {item.id: item for item in records(kind)}
        self.served_by: dict[str, list[str]] = {}
        self.families: dict[str, Tree] = {}
        self.boxes: dict[str, list[str]] = {}
        """Where a requirement or problem stands: its own box, or those of the problems it led to."""

    def weave(self) -> None:
        self._claims()
        self._causes()
        self._tasks()
        self._evidence()
        self._effects()

    def _add(self, item: Record) -> str:
        self.nodes.setdefault(item.id, node(item, self.records))
        return item.id

    def _link(self, start: str, end: str, *, missing: bool = False) -> None:
        broken = missing or self.nodes[start].is_gap or self.nodes[end].is_gap
        self.edges.append(Edge(start, end, broken))

    def _miss(self, made: Node, start: str = "", end: str = "") -> None:
        self.nodes.setdefault(made.id, made)
        self._link(start or made.id, end or made.id, missing=True)

    def _links(self, relation: Relation, keep: Callable[[Link], bool]) -> Iterator[tuple[str, str]]:
        for link in self.links:
            if link.relation is relation and link.from_ and link.to and keep(link):
                yield link.from_, link.to

    def _claims(self) -> None:
        problems = [each for each in claims(self.records) if self.problem in {"", each.id}]
        known = {each.id for each in self.records(Problem)}
        for problem in problems:
            self.boxes[problem.id] = [self._add(problem)]
        led = list(self._links(Relation.FOLLOWS, lambda link: link.to in known))
        for item in self._requirements():
            homes = [end for start, end in led if start == item.id]
            if homes:
                self.boxes[item.id] = [home for home in homes if home in self.nodes]
                for home in self.boxes[item.id]:
                    self._name(home, item)
            elif not self.problem:
                self.boxes[item.id] = [self._add(item)]

    def _requirements(self) -> list[Requirement]:
        project = next(iter(self.records(Project)), Project(id=""))
        items = [item for item in self.records(Requirement) if item.verdict not in LEFT_OUT]
        return sorted(items, key=lambda item: importance(item, project))

    def _name(self, home: str, item: Requirement) -> None:
        old = self.nodes[home]
        self.nodes[home] = replace(old, meta=dotted(old.meta, plain(item.code)), also=(*old.also, item.id))

    def _causes(self) -> None:
        for problem in self.records(Problem):
            if problem.id not in self.nodes:
                continue
            mine = [cause for cause in self.records(Cause) if cause.problem == problem.id]
            shown = [each for each in mine if is_root(each)] + [each for each in mine if _is_claim(each)]
            for cause in shown:
                self._link(problem.id, self._add(cause))
            if not shown:
                what = _("Verify the causes") if mine else _("Ask why")
                self._miss(gap(Column.CAUSE, problem, _("No root cause yet"), what), start=problem.id)

    def _tasks(self) -> None:
        for start, end in self._links(Relation.SERVES, lambda _link: True):
            self.served_by.setdefault(start, []).append(end)
        for task in self.records(Task):
            if task.status is not TaskStatus.DROPPED:
                self._task(task)
        project = next(iter(self.records(Project)), Project(id=""))
        served = {edge.start for edge in self.edges if self._is_task(edge.end)}
        for box in [each for each in self.nodes.values() if each.column is Column.CAUSE]:
            if box.state is State.SURE and box.id not in served:
                self._miss(gap(Column.TASK, self.found[box.id], _("No task yet"), _("Plan one")), box.id)
        for item in self._requirements():
            alone = item.id in self.nodes and item.id not in served
            if alone and priority(item, project) is Priority.HIGH_HIGH:
                self._miss(gap(Column.TASK, item, _("No task yet"), _("Plan one")), start=item.id)

    def _is_task(self, identity: str) -> bool:
        return self.nodes[identity].column is Column.TASK

    def _task(self, task: Task) -> None:
        targets = self.served_by.get(task.id, [])
        starts = [start for target in targets for start in self._served(target)]
        if starts:
            for start in dict.fromkeys(starts):
                self._link(start, self._add(task))
            return
        plan = self.found.get(task.solution or "")
        for box in self.boxes.get(getattr(plan, "for_", None) or "", ()) if not targets else ():
            serves = isinstance(next(iter(self._of(Requirement, box)), None), Requirement)
            self._add(task)
            self._link(box, task.id, missing=not serves)

    def _of(self, kind: type[Any], identity: str) -> Iterable[Record]:
        return (item for item in self.records(kind) if item.id == identity)

    def _served(self, target: str) -> Iterator[str]:
        """The boxes that a task leads on from: a claim, a root cause at or below what it serves, or that."""
        cause = self.found.get(target)
        if not isinstance(cause, Cause):
            yield from self.boxes.get(target, ())
        elif cause.problem in self.nodes:
            roots = [each for each in (cause, *deeper_roots(cause, self._family(cause))) if is_root(each)]
            for each in roots or [cause]:
                if each.id not in self.nodes:
                    self._link(str(cause.problem), self._add(each))
                yield each.id

    def _family(self, cause: Cause) -> Tree:
        problem = str(cause.problem)
        if problem not in self.families:
            mine = [each for each in self.records(Cause) if each.problem == problem]
            self.families[problem] = tree(mine)
        return self.families[problem]

    def _evidence(self) -> None:
        ends = {**self.boxes, **{n.id: [n.id] for n in self.nodes.values() if n.column is Column.CAUSE}}
        pairs = [
            (start, box)
            for start, end in self._links(Relation.EVIDENCE, lambda link: link.to in ends)
            for box in ends[end]
            if isinstance(self.found.get(start), Note | SourceDocument | InternalSession)
        ]
        for start, box in _in_turn(pairs, list(self.nodes)):
            self._link(self._add(self.found[start]), box)
        proven = {box for _start, box in pairs}
        wanting = {edge.start for edge in self.edges}
        for claim in [each for each in self.nodes.values() if each.column is Column.CLAIM]:
            if claim.id not in proven and claim.id in wanting:
                opens = next(iter([*self._of(Problem, claim.id), *self._of(Requirement, claim.id)]))
                missing = gap(Column.EVIDENCE, opens, _("No evidence yet"), _("Link a sentence"))
                self._miss(missing, end=claim.id)

    def _effects(self) -> None:
        tasks = [item for item in self.records(Task) if item.id in self.nodes]
        measures: Sequence[Measure] = self.records(Measure)
        told = list(self._links(Relation.EVIDENCE, self._measures_task))
        for measure in measures:
            mine = [end for start, end in told if start == measure.id]
            mine = mine or [task.id for task in tasks if task.solution == measure.solution]
            for task in mine:
                if task in self.nodes:
                    self._link(task, self._add(measure))
        followed = {edge.start for edge in self.edges if self.nodes[edge.end].column is Column.EFFECT}
        for task in [item for item in tasks if item.id not in followed]:
            plan = self.found.get(task.solution or "", task)
            self._miss(gap(Column.EFFECT, plan, _("No effect check yet"), _("Add a measure")), start=task.id)

    def _measures_task(self, link: Link) -> bool:
        return isinstance(self.found.get(link.from_ or ""), Measure) and isinstance(
            self.found.get(link.to or ""), Task
        )


def _is_claim(cause: Cause) -> bool:
    """Whether somebody calls it a root cause that is not proven, nor ruled out."""
    return cause.root_claimed and not is_root(cause) and cause.state is not CauseState.REFUTED


def _in_turn(pairs: Sequence[tuple[str, str]], boxes: Sequence[str]) -> list[tuple[str, str]]:
    """Evidence so that every box has its first before any has its second."""
    seen: dict[str, int] = {}
    ranked = []
    order = {box: number for number, box in enumerate(boxes)}
    for start, box in pairs:
        seen[box] = seen.get(box, -1) + 1
        ranked.append(((seen[box], order[box]), (start, box)))
    return [pair for _rank, pair in sorted(ranked, key=lambda each: each[0])]
