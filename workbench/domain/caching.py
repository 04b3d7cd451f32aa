"""Remembering what a function of a few arguments gave."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def cached(function: F) -> F:
    """``functools.cache`` that keeps the function's type: mypy takes a class of records for unhashable."""
    return cast("F", cache(function))
