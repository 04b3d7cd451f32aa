"""Whether records refer to what is there, and to no circle of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.domain import Record, fields_of, kind_of
from workbench.messages import Message, _
from workbench.workspace.family import mentioned

Severity = Literal["damage", "gap"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a record."""

    kind: str
    id: str
    project: str | None


class Seen:
    """The records of a whole file, without their texts."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._twice: list[Known] = []
        self._mentions: list[tuple[Known, str, str]] = []
        self._parents: dict[str, str] = {}

    def add(self, item: Record) -> None:
        """Remember a record and whom it mentions."""
        kind = kind_of(type(item))
        known = Known(kind, item.id, item.project)
        if item.id in self._known:
            self._twice.append(known)
        self._known[item.id] = known
        for name, identity in mentioned(item):
            wanted = fields_of(type(item))[name].metadata["refers"]
            self._mentions.append((known, wanted, identity))
            if wanted == kind:
                self._parents[item.id] = identity

    def findings(self) -> Iterator[tuple[Known, Severity, Message]]:
        """Ids used twice, references to nothing or to the wrong thing, circles."""
        for item in self._twice:
            yield item, "damage", _("The id {id} is used twice").fill(id=item.id[:80])
        yield from self._projects()
        for item, wanted, identity in self._mentions:
            yield from self._mention(item, wanted, identity)
        for item in self._in_circles():
            yield item, "damage", _("{kind} {id} is below itself").fill(kind=item.kind, id=item.id[:80])

    def _projects(self) -> Iterator[tuple[Known, Severity, Message]]:
        projects = {item.id for item in self._known.values() if item.kind == "project"}
        for item in self._known.values():
            if item.project is not None and item.project not in projects:
                text = _("{kind} {id} belongs to a project that is not there")
                yield item, "damage", text.fill(kind=item.kind, id=item.id[:80])

    def _mention(self, item: Known, wanted: str, identity: str) -> Iterator[tuple[Known, Severity, Message]]:
        found = self._known.get(identity)
        values = {"kind": item.kind, "id": item.id[:80], "wanted": wanted}
        if found is None:
            severity: Severity = "gap" if wanted == "account" and item.project is not None else "damage"
            yield item, severity, _("{kind} {id} refers to a {wanted} that is not there").fill(**values)
        elif wanted not in {"*", found.kind} or found.project not in {None, item.project}:
            yield item, "damage", _("{kind} {id} refers to what is no {wanted} of its own").fill(**values)

    def _in_circles(self) -> Iterator[Known]:
        """One record of each circle of parents."""
        done: set[str] = set()
        for start in self._parents:
            way: dict[str, None] = {}
            here: str | None = start
            while here is not None and here not in done and here not in way:
                way[here] = None
                here = self._parents.get(here)
            if here in way and here in self._known:
                yield self._known[here]
            done.update(way)
