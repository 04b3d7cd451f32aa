"""Which records go, and which are touched, when some are removed."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from workbench.domain import Project, Record
from workbench.domain.caching import cached
from workbench.domain.record import fields_of, owners_of


@cached
def references_of(cls: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that hold another record's id, or several."""
    return tuple(name for name, each in fields_of(cls).items() if "refers" in each.metadata)


def mentioned(item: Record) -> Iterator[tuple[str, str]]:
    """The fields and ids by which a record refers to others."""
    for name in references_of(type(item)):
        value = getattr(item, name)
        for identity in value if isinstance(value, tuple) else (value,):
            if identity:
                yield name, identity


def with_dependants(
    chosen: Iterable[Record], known: Collection[Record]
) -> tuple[list[Record], list[tuple[Record, Record]]]:
    """What to remove (the chosen and all they own), and what only mentioned one, before and after."""
    gone = {item.id: item for item in chosen}
    if any(isinstance(item, Project) for item in gone.values()):
        return list(known), []
    growing = True
    while growing:
        found = {item.id: item for item in known if item.id not in gone and _owned(item, gone)}
        gone.update(found)
        growing = bool(found)
    others = (item for item in known if item.id not in gone)
    touched = [(item, without(item, gone)) for item in others if _mentions(item, gone)]
    return list(gone.values()), touched


def _owned(item: Record, gone: Container[str]) -> bool:
    return any(getattr(item, name) in gone for name in owners_of(type(item)))


def _mentions(item: Record, gone: Container[str]) -> bool:
    return any(identity in gone for _name, identity in mentioned(item))


def without(item: Record, gone: Container[str]) -> Record:
    """The record with its references to the gone ones emptied."""
    values: dict[str, Any] = {}
    for name in references_of(type(item)):
        value = getattr(item, name)
        if isinstance(value, tuple):
            values[name] = tuple(each for each in value if each not in gone)
        elif value in gone:
            values[name] = None
    return replace(item, **values)
