"""What stands in an input for a field, and what is stored for what was typed there."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any

from workbench.domain import Record
from workbench.messages import Message, Refusal
from workbench.spec import Computed, Context, Field, Listed, Rating, Related


@dataclass(frozen=True)
class Typed:
    """New values of a record, what else changes with them, and what is wrong with the text.

    With a ``label``, which names the record as ``{name}``, it is a step of its own.
    """

    changes: dict[str, Any] = field(default_factory=dict)
    related: Related = field(default_factory=Related)
    refusal: Message | None = None
    label: Message | None = None


@singledispatch
def typed_text(each: Field, item: Record, context: Context) -> str:
    """The text of a field as it is typed: the value itself where that is text."""
    value = each.get(item)
    return value if isinstance(value, str) else each.text(item, context)


@typed_text.register(Rating)
@typed_text.register(Computed)
def _printed(each: Field, item: Record, context: Context) -> str:
    return each.text(item, context)


def read_typed(each: Field, text: str, item: Record, context: Context) -> Typed:
    """What a text stands for; a bracket that is still open counts as closed."""
    endings = ("", ")", "）") if isinstance(each, Rating) else ("",)
    refusal: Message | None = None
    for ending in endings:
        try:
            return Typed(each.read(text + ending, context), each.related(item, text, context))
        except Refusal as found:
            refusal = refusal or found.message
    return Typed(refusal=refusal)


def is_live(each: Field) -> bool:
    """Whether every key is stored. A cell that makes and removes other records waits until it is left."""
    return not isinstance(each, Listed)


def class_of(each: Computed, item: Record, context: Context) -> Any:
    """The key of a derived value."""
    return each.value(item, context)


def tone_of(each: Computed | None, item: Record, context: Context) -> str:
    """The colour tone of a derived value; empty for none."""
    return (each.tones or {}).get(class_of(each, item, context), "") if each is not None else ""
