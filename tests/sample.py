"""The worked example, read without a file."""

import json
from pathlib import Path

from forms import ALL_KINDS, FORMS
from workbench.commands.listing import SAMPLES
from workbench.domain import Project
from workbench.domain.codec import from_json
from workbench.messages import translator
from workbench.rules.choices import seeds
from workbench.spec import Context

PROJECT = "sample-demo"


def records(language):
    """All records of the example in one language, with the built-in choices."""
    data = json.loads((Path(SAMPLES) / f"{language}.json").read_text(encoding="utf-8"))
    return [*(from_json(item, ALL_KINDS) for item in data["records"]), *seeds(PROJECT)]


def context(language, changed=()):
    """The example as forms see it; ``changed`` replaces records of the same id."""
    found = {item.id: item for item in (*records(language), *changed)}
    project = next(item for item in found.values() if isinstance(item, Project))

    def of(kind):
        return sorted((item for item in found.values() if type(item) is kind), key=lambda item: item.position)

    return Context(project, translator(language), of)


def form(key):
    """The form with that key."""
    return {each.key: each for each in FORMS}[key]


def cells(key, language, head=0):
    """A template's rows as the document prints them, for the first head record."""
    chosen, shown = form(key), context(language)
    parent = shown.records(chosen.head.record)[head] if chosen.head else None
    items = chosen.rows(shown, parent)
    if chosen.tops:
        items = [item for item, level in chosen.tree_of(items) if not level]
    return [row.cells for row in chosen.table(items, shown, parent).rows]
