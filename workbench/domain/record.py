"""The one base of everything that is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, dataclass_transform, get_type_hints
from uuid import uuid4

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class an immutable record. Change one with ``dataclasses.replace``."""
    return dataclass(frozen=True, kw_only=True, slots=True)(cls)


def _remembered(function: Callable[[type[Record]], T]) -> Callable[[type[Record]], T]:
    """Ask a function of a kind once only."""
    return cast("Callable[[type[Record]], T]", cache(function))


def new_id() -> str:
    """An identity nobody else has."""
    return uuid4().hex


@record
class Record:
    """Something with an identity, which outlives its changes.

    ``project`` is the owning project's id, or None for the shared library. ``position`` orders the
    records of a kind. ``version`` counts the changes; two records of one content are equal whatever it is.
    """

    id: str = field(default_factory=new_id)
    project: str | None = None
    position: float = 0.0
    version: int = field(default=0, compare=False)


COMMON = frozenset(item.name for item in fields(Record))
"""The names of the fields that every record has."""


def score() -> Any:
    """A whole number from 1 to 5, or None while nobody has scored."""
    return field(default=None, metadata={"low": 1, "high": 5})


def threshold(default: int) -> Any:
    """The lowest score that counts as high, 2 to 5."""
    return field(default=default, metadata={"low": 2, "high": 5})


def reference(kind: str, *, owner: bool = False) -> Any:
    """The id of another record; with ``owner`` the record goes when that one goes."""
    return field(default=None, metadata={"refers": kind, "owner": owner})


@_remembered
def kind_of(cls: type[Record]) -> str:
    """The name of a kind in files and commands: ``Requirement`` is ``requirement``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


@_remembered
def fields_of(cls: type[Record]) -> Mapping[str, Field[Any]]:
    """A kind's fields by name, in order."""
    return MappingProxyType({item.name: item for item in fields(cls)})


@_remembered
def types_of(cls: type[Record]) -> Mapping[str, Any]:
    """A kind's field types by name, resolved."""
    return MappingProxyType(get_type_hints(cls))


@_remembered
def owners_of(cls: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that name an owner, without which its records cannot stand."""
    return tuple(name for name, item in fields_of(cls).items() if item.metadata.get("owner"))
