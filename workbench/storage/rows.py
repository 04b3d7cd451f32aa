"""Records as rows of values, and back."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import repeat
from math import inf
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from workbench.domain import KINDS, Record, fields_of, kind_of
from workbench.domain.caching import cached
from workbench.domain.codec import content_hash, decode, decoded, plain, to_json
from workbench.domain.record import COMMON, types_of
from workbench.messages import Refusal
from workbench.storage.tables import TABLES, table_of

Values = tuple[Any, ...]
WRITTEN = ("updated_at", "updated_by")
CREATED = ("created_at", "created_by")


class Unfit(ValueError):  # noqa: N818 - as Refusal, it is the file's fault and not ours
    """A row holds what no version of ours could have written: its kind, its id, and the field."""

    def __init__(self, kind: str, identity: str, name: str) -> None:
        super().__init__(name)
        self.kind = kind
        self.identity = identity
        self.name = name


@cached
def columns_of(kind: str) -> tuple[str, ...]:
    """The columns that hold a record, in the order in which ``read`` wants them."""
    if kind in TABLES:
        return tuple(fields_of(KINDS[kind]))
    return ("id", "project", "position", "version", "kind", "data")


@cached
def select_of(kind: str) -> str:
    """The statement that reads a kind's records; a condition may follow."""
    return f"SELECT {_listed(columns_of(kind))} FROM {quoted(table_of(kind).name)}"


@cached
def insert_of(kind: str) -> str:
    """The statement that adds a record: ``values`` with when and by whom it was made."""
    names = (*columns_of(kind), "hash", *WRITTEN, *CREATED)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {quoted(table_of(kind).name)} ({_listed(names)}) VALUES ({marks})"


@cached
def update_of(kind: str) -> str:
    """The statement that changes a record: ``values``, then its id and the version it must have."""
    names = (*columns_of(kind), "hash", *WRITTEN)
    pairs = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table_of(kind).name)} SET {pairs} WHERE id = ? AND version = ?"


@cached
def delete_of(kind: str) -> str:
    """The statement that removes a record by its id and the version it must have."""
    return f"DELETE FROM {quoted(table_of(kind).name)} WHERE id = ? AND version = ?"


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return f'"{name}"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def values(item: Record, at: str, who: str) -> Values:
    """A record's columns, its content hash, when and by whom it was written."""
    kind = kind_of(type(item))
    if kind in TABLES:
        found = [make(getattr(item, name)) if make else getattr(item, name) for name, make in _makers(kind)]
    else:
        data = {name: value for name, value in to_json(item).items() if name not in {*COMMON, "kind"}}
        entry = (item.id, item.project, item.position, item.version, kind, _json(data))
        return (*entry, entry_hash(entry), at, who)
    return (*found, content_hash(item), at, who)


def entry_hash(row: Values) -> str:
    """SHA-256 over the content of an ``entry`` row, as it stands: a form's fields may have changed since."""
    identity, project, position, _version, kind, text = row
    content = _json([kind, identity, project, float(position), text])
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cached
def _makers(kind: str) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((name, _maker(hint)) for name, hint in _hints(KINDS[kind]).items())


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    """What turns a field's value into a column's; None where they are the same."""
    hint = inner(hint)
    if is_composed(hint):
        return lambda value: None if value is None else _json(plain(value))
    if issubclass(hint, date | StrEnum):
        return lambda value: None if value is None else plain(value)
    return None


def _hints(cls: type[Record]) -> dict[str, Any]:
    return {name: types_of(cls)[name] for name in fields_of(cls)}


def inner(hint: Any) -> Any:
    """A type without its None."""
    if get_origin(hint) in (Union, UnionType):
        return next(arg for arg in get_args(hint) if arg is not NoneType)
    return hint


def is_composed(hint: Any) -> bool:
    """Whether a type is kept as JSON: a list or an object."""
    return get_origin(hint) is tuple or hasattr(hint, "__dataclass_fields__")


def read(kind: str, rows: Sequence[Values], kinds: Mapping[str, type[Record]]) -> list[Record]:
    """The records in rows of ``select_of``, column by column. Raises Unfit for a value that cannot be."""
    if not rows:
        return []
    if kind not in TABLES:
        return [_entry(row, kinds) for row in rows]
    cls = KINDS[kind]
    made: Any = list(map(object.__new__, repeat(cls, len(rows))))
    for column, (name, hint) in zip(zip(*rows, strict=True), _hints(cls).items(), strict=True):
        try:
            deque(map(getattr(cls, name).__set__, made, _column(cls, name, hint, column)), maxlen=0)
        except (TypeError, ValueError, KeyError, Refusal, OverflowError):
            raise _unfit(cls, name, hint, rows) from None
    if hasattr(cls, "__post_init__"):
        for item in made:
            item.__post_init__()
    return list(made)


def _column(cls: type[Record], name: str, hint: Any, column: Sequence[Any]) -> Iterable[Any]:
    """The values of one field. Raises ValueError, TypeError, KeyError or Refusal."""
    bare = inner(hint)
    types = set(map(type, column))
    if bare is not hint:
        if types == {NoneType}:
            return column
        types.discard(NoneType)
    if types != {_RAW.get(bare, str)}:
        raise ValueError(name)
    if bare in _SAME:
        return _within(fields_of(cls)[name].metadata, column)
    return map(_fitting(cls, name, hint), column)


_RAW: dict[Any, type] = {int: int, bool: int, float: float}
_SAME = frozenset({str, int, float})


def _within(limits: Mapping[str, Any], column: Sequence[Any]) -> Sequence[Any]:
    if "low" in limits and not set(column) <= {None, *range(limits["low"], limits["high"] + 1)}:
        raise ValueError
    if float in set(map(type, column)) and (inf in column or -inf in column):
        raise ValueError
    return column


@cached
def _fitting(cls: type[Record], name: str, hint: Any) -> Callable[[Any], Any]:
    """What turns a column's value into a field's. It raises ValueError, TypeError, KeyError or Refusal."""
    bare = inner(hint)
    if bare is bool:
        return {0: False, 1: True}.__getitem__
    if is_composed(bare):
        return lambda text: None if text is None else decode(cls, name, json.loads(text))
    if issubclass(bare, StrEnum):
        return {
            **{each.value: each for each in bare},
            **({None: None} if bare is not hint else {}),
        }.__getitem__
    if issubclass(bare, datetime):
        return lambda text: decode(cls, name, text)
    return lambda text: None if text is None else date.fromisoformat(text)


def _unfit(cls: type[Record], name: str, hint: Any, rows: Sequence[Values]) -> Unfit:
    """The first row whose value does not fit."""
    place = tuple(fields_of(cls)).index(name)
    for row in rows:
        try:
            deque(_column(cls, name, hint, (row[place],)), maxlen=0)
        except (TypeError, ValueError, KeyError, Refusal, OverflowError):
            return Unfit(kind_of(cls), str(row[0]), name)
    return Unfit(kind_of(cls), "", name)


def _entry(row: Values, kinds: Mapping[str, type[Record]]) -> Record:
    identity, project, position, version, kind, text = row
    try:
        common = {"id": identity, "project": project, "position": position, "version": version}
        return kinds[kind](**decoded(kinds[kind], {**json.loads(text), **common}))
    except (TypeError, ValueError, KeyError, RecursionError, Refusal) as error:
        raise Unfit(str(kind), str(identity), str(error)) from None
