"""Records as JSON objects and back: the one form they have in commands, history and packages."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Union, get_args, get_origin

from workbench.domain.caching import cached
from workbench.domain.record import Record, fields_of, kind_of, types_of
from workbench.domain.text import clean
from workbench.messages import Message, Refusal, _

Json = dict[str, Any]

MOST_TEXT = 10_000_000
"""The longest text a field takes, in characters."""


class BadValue(Refusal):
    """A value that a field cannot hold; the message names the field, the value and what fits."""

    def __init__(self, name: str, value: Any, expected: Message) -> None:
        text = _("{field} cannot be {value}: {expected} fits there")
        super().__init__(text.fill(field=name, value=_shown(value), expected=expected))


def _shown(value: Any) -> str:
    if isinstance(value, str):
        value = value[:80]
    try:
        return json.dumps(value, ensure_ascii=True, default=str)[:80]
    except (ValueError, RecursionError):
        return type(value).__name__


def to_json(item: Record) -> Json:
    """The record as a JSON object: kind, id, project, version, then its fields."""
    cls = type(item)
    data: Json = {"kind": kind_of(cls), "id": item.id, "project": item.project, "version": item.version}
    for key, name in _names(cls).items():
        if key not in data:
            value = getattr(item, name)
            data[key] = value if value is None or type(value) in _PLAIN else plain(value)
    return data


@cached
def _names(cls: type[Record]) -> Mapping[str, str]:
    """Fields by their names in JSON, where ``from_`` is ``from``."""
    return {name.rstrip("_"): name for name in fields_of(cls)}


_PLAIN = frozenset({str, int, float, bool})


def plain(value: Any) -> Any:
    """A field's value as JSON has it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return _written(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    return value


def _written(value: date) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat()


def from_json(data: Mapping[str, Any], kinds: Mapping[str, type[Record]]) -> Record:
    """The record that a JSON object describes. Raises Refusal for an unknown kind, field or value."""
    name = data.get("kind")
    if not isinstance(name, str) or name not in kinds:
        raise Refusal(_("There is no kind of record called {kind}").fill(kind=_shown(name)))
    return kinds[name](**decoded(kinds[name], {key: value for key, value in data.items() if key != "kind"}))


def decoded(cls: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Field values of a kind from their JSON. Raises Refusal for an unknown field or an unfit value."""
    values = {}
    for key, value in data.items():
        name = _names(cls).get(key)
        if name is None:
            raise Refusal(_("{kind} has no field {field}").fill(kind=kind_of(cls), field=_shown(key)))
        values[name] = decode(cls, name, value)
    return values


def decode(cls: type[Record], name: str, value: Any) -> Any:
    """One field's value from its JSON. Raises BadValue."""
    found = _decoder(types_of(cls)[name])(name, value)
    limits = fields_of(cls)[name].metadata
    if "low" in limits and found is not None and not limits["low"] <= found <= limits["high"]:
        raise BadValue(
            name, value, _("a whole number from {low} to {high}").fill(low=limits["low"], high=limits["high"])
        )
    if name == "id" and not found:
        raise BadValue(name, value, _("text that is not empty"))
    return found


def cleaned(item: Record, before: Record | None = None) -> Record:
    """The record with every text as ``clean`` leaves it; what ``before`` holds too is not looked at again."""
    bad: dict[str, Any] = {}
    for name in _texts(type(item)):
        value = getattr(item, name)
        if before is not None and value is getattr(before, name, None):
            continue
        if isinstance(value, str) and (better := clean(value)) != value:
            bad[name] = better
    if type(item.position) is not float:
        bad["position"] = float(item.position)
    return replace(item, **bad) if bad else item


@cached
def _texts(cls: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, hint in types_of(cls).items() if hint is str and name in fields_of(cls))


def sparse(item: Record) -> Json:
    """The record as a JSON object without its version and without fields that have their default value.

    A field that a later version adds leaves the sparse form of every older record as it was.
    """
    cls = type(item)
    data: Json = {"kind": kind_of(cls), "id": item.id, "project": item.project}
    for key, name, default in _defaults(cls):
        value = getattr(item, name)
        if value != default:
            data[key] = value if type(value) is str else _even(plain(value))
    return data


def _even(value: Any) -> Any:
    """The value with whole numbers as such, so that 1 and 1.0 are the same content."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, list):
        return [_even(item) for item in value]
    if isinstance(value, dict):
        return {name: _even(item) for name, item in value.items()}
    return value


@cached
def _defaults(cls: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    """Names in JSON, names and defaults of the fields that say something."""
    found = []
    for key, name in _names(cls).items():
        item = fields_of(cls)[name]
        made = item.default if item.default_factory is MISSING else item.default_factory()
        if key not in {"id", "project", "version"}:
            found.append((key, name, made))
    return tuple(found)


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(item: Record) -> bytes:
    """The bytes that a record's content hash covers: kind, id, project and fields, never the version.

    Fields at their default are left out, so that a column added later changes no hash.
    """
    return _canonical(sparse(item)).encode("utf-8", "surrogatepass")


def content_hash(item: Record) -> str:
    """SHA-256 of the record's content, in hexadecimal."""
    return sha256(canonical(item)).hexdigest()


Decoder = Callable[[str, Any], Any]


@cached
def _decoder(hint: Any) -> Decoder:
    if get_origin(hint) in (types.UnionType, Union):
        inner = _decoder(next(arg for arg in get_args(hint) if arg is not types.NoneType))
        return lambda name, value: None if value is None else inner(name, value)
    if get_origin(hint) is tuple:
        item = _decoder(get_args(hint)[0])
        return lambda name, value: _many(name, value, item)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda name, value: _enumerated(name, value, hint)
    if hasattr(hint, "__dataclass_fields__"):
        return lambda name, value: _object(name, value, hint)
    return _DECODERS[hint]


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadValue(name, value, _("text"))
    if len(value) > MOST_TEXT:
        raise BadValue(name, value[:20], _("text of at most 10 million characters"))
    return clean(value)


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 1 << 53:
        raise BadValue(name, value, _("a whole number"))
    return value


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1 << 53:
        raise BadValue(name, value, _("a number"))
    return float(value)


def _truth(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadValue(name, value, _("true or false"))
    return value


def _day(name: str, value: Any) -> date:
    with suppress(TypeError, ValueError):
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    raise BadValue(name, value, _("a date such as 2026-03-31"))


def _moment(name: str, value: Any) -> datetime:
    with suppress(TypeError, ValueError, OverflowError):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    raise BadValue(name, value, _("a time such as 2026-03-31T08:00:00Z"))


def _enumerated(name: str, value: Any, members: type[StrEnum]) -> StrEnum:
    try:
        return members(value)
    except ValueError:
        raise BadValue(name, value, _("one of {choices}").fill(choices=", ".join(members))) from None


def _many(name: str, value: Any, item: Decoder) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise BadValue(name, value, _("a list"))
    return tuple(item(name, each) for each in value)


def _object(name: str, value: Any, cls: type) -> Any:
    known = types_of(cls)
    if not isinstance(value, Mapping) or not set(value) <= set(known):
        raise BadValue(name, value, _("an object with {fields}").fill(fields=", ".join(known)))
    values = {key: _decoder(known[key])(f"{name}.{key}", each) for key, each in value.items()}
    try:
        return cls(**values)
    except TypeError:
        raise BadValue(name, value, _("an object with {fields}").fill(fields=", ".join(known))) from None


_DECODERS: dict[Any, Decoder] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
    date: _day,
    datetime: _moment,
}
