"""Any record that could be, for tests that must hold for all of them."""

from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from hypothesis import strategies as st

from workbench.domain.record import fields_of, types_of
from workbench.domain.text import clean

AWKWARD = [
    *("=1+1", "@SUM(A1)", "#N/A", "007", "1E10", "a\tb\nc", "<b>&", "{{ x }} %s $\\foo$", "客户\U0002070e"),
    *("\u202eabc", "👩‍👩‍👧", "'\"\\", "[…]"),
]

texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=12)).map(clean)
_PLAIN = {
    str: texts,
    int: st.integers(-1000, 1000),
    float: st.floats(-1e6, 1e6, allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
}


def value_of(hint):
    if get_origin(hint) in (Union, UnionType):
        return st.none() | value_of(next(arg for arg in get_args(hint) if arg is not NoneType))
    if get_origin(hint) is tuple:
        return st.lists(value_of(get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if hasattr(hint, "__dataclass_fields__"):
        hints = types_of(hint)
        return st.builds(hint, **{item.name: value_of(hints[item.name]) for item in fields(hint)})
    return _PLAIN[hint]


def record_of(cls, **fixed):
    """Any record of a kind; references are empty unless fixed."""
    values = {}
    for name, item in fields_of(cls).items():
        if "refers" in item.metadata:
            values[name] = st.none()
        elif "low" in item.metadata:
            empty = st.none() if item.default is None else st.nothing()
            values[name] = empty | st.integers(item.metadata["low"], item.metadata["high"])
        else:
            values[name] = value_of(types_of(cls)[name])
    values |= {"id": st.uuids().map(str), "project": st.none(), "version": st.just(1)}
    return st.builds(cls, **{**values, **{name: st.just(value) for name, value in fixed.items()}})
