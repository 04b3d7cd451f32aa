"""The lists that a project's users may edit, and what their built-in entries are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

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

FIXED: Final = frozenset({"anchor_value", "anchor_urgency", "quadrant_policy"})
"""Lists whose keys mean something: their texts may change, but none comes, goes or moves."""


class Entry(NamedTuple):
    """One entry of a list, wherever it is kept. Without a text it is called as the catalogue has it."""

    key: str
    text: str = ""
    hidden: bool = False


Defaults = Mapping[str, Sequence[tuple[str, str, bool]]]
"""What the lists of a new project begin with: keys, texts and whether they are hidden."""


def built_in(name: str) -> list[Entry]:
    """The entries that a list begins with."""
    return [Entry(key) for key in BUILT_IN.get(name, ())]


def complete(name: str, wanted: Sequence[tuple[str, str, bool]]) -> list[Entry]:
    """A list as somebody wants it: built in if empty, each key once, a fixed list with all its keys."""
    found = {entry[0]: Entry(*entry) for entry in wanted}
    if name in FIXED:
        return [found.get(key, Entry(key))._replace(hidden=False) for key in BUILT_IN[name]]
    return list(found.values()) or built_in(name)


def seeds(project: str, defaults: Defaults | None = None) -> Iterator[Choice]:
    """The entries of every list, for a new project: the built-in ones, or as the user wants them."""
    for name in BUILT_IN:
        for position, entry in enumerate(complete(name, (defaults or {}).get(name, ()))):
            yield made(project, name, position, entry)


def made(project: str, name: str, position: int, entry: Entry) -> Choice:
    """An entry as a record of a project."""
    return Choice(
        id=f"{project}-{name}-{entry.key}",
        project=project,
        position=position,
        list=name,
        key=entry.key,
        text=entry.text,
        hidden=entry.hidden,
    )


def listed(choices: Iterable[Choice], name: str) -> list[Entry]:
    """A project's list in its order, hidden entries in their places."""
    own = sorted((each for each in choices if each.list == name), key=lambda each: each.position)
    return complete(name, [(each.key, each.text, each.hidden) for each in own])


def named(entry: Entry, name: str, translate: Translate) -> str:
    """What people read for an entry."""
    return entry.text or translate(BUILT_IN.get(name, {}).get(entry.key, Message(entry.key)))


def offered(choices: Iterable[Choice], name: str) -> set[str]:
    """The keys of a list that may be chosen anew: those that are not hidden."""
    return {entry.key for entry in listed(choices, name) if not entry.hidden}


def texts(choices: Iterable[Choice], name: str, translate: Translate) -> dict[str, str]:
    """The entries of one list as people read them, in order; hidden ones last, for records that use them."""
    entries = sorted(listed(choices, name), key=lambda entry: entry.hidden)
    return {entry.key: named(entry, name, translate) for entry in entries}
