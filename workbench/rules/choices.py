"""The lists that a project's users may edit, and what their built-in entries are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from workbench.domain import Choice
from workbench.messages import Message, Translate, _

BUILT_IN: Final[Mapping[str, Mapping[str, Message]]] = {
    "requirement_type": {
        "business": _("Business requirement"),
        "experience": _("Experience requirement"),
        "strategic": _("Strategic requirement"),
        "technical": _("Technical requirement"),
    },
    "department": {
        "product": _("Product"),
        "engineering": _("Engineering"),
        "service": _("Customer service"),
        "after_sales": _("After-sales"),
    },
    "duty": {
        "gathering": _("Requirement gathering"),
        "preparation": _("Data preparation"),
        "verification": _("Problem verification"),
    },
    "dimension": {
        "people": _("People"),
        "process": _("Process"),
        "technology": _("Technology"),
        "environment": _("Environment"),
    },
    "method": {
        "monitoring": _("Data monitoring"),
        "survey": _("User survey"),
        "log_analysis": _("Log analysis"),
        "load_test": _("Load test"),
    },
    "anchor_value": {
        "5": _("Directly affects the client's transactions or revenue"),
        "4": _("Clearly raises the client's efficiency"),
        "3": _("Useful, but there is another way"),
        "2": _("A convenience for a few"),
        "1": _("Unrelated to the core goal"),
    },
    "anchor_urgency": {
        "5": _("Losses or complaints every day"),
        "4": _("A firm date within this month"),
        "3": _("Next quarter is soon enough"),
        "2": _("Within this year"),
        "1": _("No date"),
    },
    "quadrant_policy": {
        "high_high": _("Do first"),
        "high_low": _("Plan into iterations"),
        "low_high": _("Quick fix or delegate"),
        "low_low": _("Later or drop"),
    },
    "holiday": {},
}


def seeds(project: str) -> Iterator[Choice]:
    """The built-in entries of every list, for a new project."""
    for name, entries in BUILT_IN.items():
        for position, key in enumerate(entries):
            yield Choice(id=f"{project}-{name}-{key}", project=project, position=position, list=name, key=key)


def texts(choices: Iterable[Choice], name: str, translate: Translate) -> dict[str, str]:
    """The entries of one list as people read them, in order; hidden ones last, for records that use them."""
    chosen = sorted((c for c in choices if c.list == name), key=lambda c: (c.hidden, c.position))
    built_in = BUILT_IN.get(name, {})
    entries = {c.key: c.text or translate(built_in.get(c.key, Message(c.key))) for c in chosen}
    return entries or {key: translate(text) for key, text in built_in.items()}
