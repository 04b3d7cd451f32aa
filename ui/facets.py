"""What rows may be filtered and grouped by: choices, yes or no, classes that are worked out."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from workbench.domain import Record
from workbench.messages import _
from workbench.spec import Choice, Computed, Context, Derived, Field, Form, Tick

UNPLACED = _("Not placed yet")
UNSET = _("Not set")


def facets(form: Form) -> list[Field]:
    """The fields of a form that divide its rows, the class first."""
    found = [each for each in (*form.all_fields, *form.facets) if _divides(each)]
    return sorted(found, key=lambda each: not (isinstance(each, Computed) and each in form.fields))


def _divides(each: Field) -> bool:
    return isinstance(each, Choice | Tick) or (isinstance(each, Computed) and bool(each.labels))


def facet(form: Form, name: str) -> Field | None:
    """The field of that name that divides the rows."""
    return next((each for each in facets(form) if each.name == name), None)


def looks_beyond(each: Field | None) -> bool:
    """Whether a field follows from other records too."""
    return isinstance(each, Derived)


def reader(each: Field, context: Context) -> Callable[[Record], Any]:
    """From a record to the value that it is divided by."""
    if isinstance(each, Computed):
        if type(each) is Computed:
            rule, project = each.rule, context.project
            return lambda item: rule(item, project)
        return lambda item: each.value(item, context)
    return attrgetter(each.name) if isinstance(each, Choice | Tick) else lambda item: each.text(item, context)


def names(each: Field, context: Context) -> dict[Any, str]:
    """The values that divide, and what people read for them."""
    if isinstance(each, Computed):
        return {key: context.translate(label) for key, label in (each.labels or {}).items()}
    if isinstance(each, Choice):
        return each.entries(context)
    return {True: context.translate(_("Yes")), False: context.translate(_("No"))}


def name_of(each: Field, value: Any, known: dict[Any, str], context: Context) -> str:
    """What people read for one value, listed or not."""
    if value in known:
        return known[value]
    if value is None or value == "":
        return context.translate(UNPLACED if isinstance(each, Computed) else UNSET)
    return str(value)
