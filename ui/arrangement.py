"""Which rows a table shows, in which order: sorted, filtered and grouped, without Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial, singledispatch
from operator import attrgetter
from typing import Any, Final

from ui.typed import class_of
from workbench.domain import Record
from workbench.messages import _
from workbench.spec import Choice, Code, Computed, Context, Day, Field, Form, Line, Note, Rating, Tick

POLICIES: Final = {"priority": "quadrant_policy"}
"""The project's list that says what is done with each class of a derived field."""
NEVER: Final = -1
UNKNOWN: Final = object()
UNPLACED: Final = _("Not placed yet")


def class_field(form: Form) -> Computed | None:
    """The derived class that a form's rows may be grouped by."""
    fields = (each for each in form.fields if isinstance(each, Computed))
    return next((each for each in fields if each.name in POLICIES), None)


@dataclass(slots=True, eq=False)
class Entry:
    """A record as a row, with what was worked out for it: its texts, what a filter looks at, its place."""

    item: Any
    texts: tuple[str, ...] = ()
    stamp: int = NEVER
    """Which state of the project the texts were made for."""
    folded: str | None = None
    key: Any = None
    group: Any = UNKNOWN
    level: int = 0
    sorted_by: str = ""
    """The field whose sort value is known."""
    value: Any = None

    def forget(self) -> None:
        """Work everything out anew when it is asked for."""
        self.stamp, self.folded, self.key, self.group = NEVER, None, None, UNKNOWN
        self.sorted_by = ""


@dataclass(slots=True, eq=False)
class GroupRow:
    """A row that names those below it."""

    title: str = ""
    meta: str = ""
    tone: str = ""
    texts: tuple[str, ...] = ()


Row = Entry | GroupRow


@dataclass
class Arrangement:
    """What was asked for: ``sort`` names a field, ``needle`` is looked for in every column."""

    form: Form
    sort: str = ""
    descending: bool = False
    needle: str = ""
    grouped: bool = True
    _groups: dict[Any, GroupRow] = field(default_factory=dict)
    _known: tuple[Context | None, list[Callable[[Record], str]]] = (None, [])

    @property
    def grouping(self) -> Field | None:
        """The field whose values head the rows."""
        if self.form.group_by:
            return self.form.field(self.form.group_by)
        if not self.grouped:
            return None
        return class_field(self.form)

    @property
    def by_hand(self) -> bool:
        """Whether the order is the one made by hand alone."""
        return not self.sort and not self.grouped

    def place(self, entry: Entry, context: Context) -> Any:
        """What decides where an entry stands; while that is the same, it stays."""
        value = sort_key(self.form.field(self.sort), context)(entry.item) if self.sort else None
        parent = getattr(entry.item, self.form.tree) if self.form.tree else None
        matches = not self.needle or self.needle in self.folded(entry, context)
        return self._rank(entry, context), self._class(entry, context), value, parent, matches

    def _rank(self, entry: Entry, context: Context) -> Any:
        if self.by_hand:
            return entry.item.position
        if entry.key is None:
            entry.key = (self.form.order(entry.item, context.project), entry.item.position)
        return entry.key

    def _class(self, entry: Entry, context: Context) -> Any:
        heading = self.grouping
        if heading is None:
            return None
        if entry.group is UNKNOWN:
            derived = isinstance(heading, Computed)
            text = heading.text
            entry.group = class_of(heading, entry.item, context) if derived else text(entry.item, context)  # type: ignore[arg-type]
        return entry.group

    def folded(self, entry: Entry, context: Context) -> str:
        """The text of an entry that a filter looks at."""
        if entry.folded is None:
            entry.folded = fold("\n".join([words(entry.item) for words in self._words(context)]))
        return entry.folded

    def _words(self, context: Context) -> list[Callable[[Record], str]]:
        if self._known[0] is not context:
            self._known = (context, [words_of(each, context) for each in self.form.fields])
        return self._known[1]

    def rows(self, entries: Iterable[Entry], context: Context) -> list[Row]:
        """The rows to show."""
        chosen = list(entries)
        if self.by_hand:
            chosen.sort(key=attrgetter("item.position"))
        else:
            for entry in chosen:
                if entry.key is None:
                    self._rank(entry, context)
            chosen.sort(key=attrgetter("key"))
        if self.needle:
            needle, folded = self.needle, self.folded
            chosen = [entry for entry in chosen if needle in (entry.folded or folded(entry, context))]
        heading = self.grouping
        if heading is None:
            return [*self._ordered(chosen, context)]
        found: list[Row] = []
        for key, members in self._members(heading, chosen, context).items():
            if members:
                found.append(self._group(heading, key, len(members), context))
                found.extend(self._ordered(members, context))
        return found

    def _members(self, heading: Field, entries: Sequence[Entry], context: Context) -> dict[Any, list[Entry]]:
        derived = heading if isinstance(heading, Computed) else None
        found: dict[Any, list[Entry]] = {key: [] for key in ((derived.labels or {}) if derived else {})}
        group_of: Any = partial(class_of, derived) if derived else heading.text
        for entry in entries:
            if entry.group is UNKNOWN:
                entry.group = group_of(entry.item, context)
            found.setdefault(entry.group, []).append(entry)
        return found

    def _ordered(self, entries: list[Entry], context: Context) -> list[Entry]:
        if self.sort:
            self._value_all(entries, context)
            present = [entry for entry in entries if entry.value is not None]
            absent = [entry for entry in entries if entry.value is None]
            present.sort(key=attrgetter("value"), reverse=self.descending)
            entries = present + absent
        return self._nested(entries) if self.form.tree else entries

    def _value_all(self, entries: list[Entry], context: Context) -> None:
        """Know what each entry sorts by; what is derived may follow from other records and is asked anew."""
        name, field = self.sort, self.form.field(self.sort)
        value, stays = sort_key(field, context), not isinstance(field, Computed)
        for entry in entries:
            if entry.sorted_by != name:
                entry.value = value(entry.item)
                entry.sorted_by = name if stays else ""

    def _nested(self, entries: list[Entry]) -> list[Entry]:
        if self.sort or self.needle:
            for entry in entries:
                entry.level = 0
            return entries
        by_id = {entry.item.id: entry for entry in entries}
        found = []
        for item, level in self.form.tree_of([entry.item for entry in entries]):
            by_id[item.id].level = level
            found.append(by_id[item.id])
        return found

    def _group(self, heading: Field, key: Any, count: int, context: Context) -> GroupRow:
        group = self._groups.setdefault(key, GroupRow())
        group.title, group.tone, note = str(key), "", ""
        if isinstance(heading, Computed):
            label = (heading.labels or {}).get(key)
            group.title = context.translate(label) if label else context.translate(UNPLACED)
            group.tone = (heading.tones or {}).get(key, "")
            note = context.texts(POLICIES[heading.name]).get(key, "") if heading.name in POLICIES else ""
        group.meta = f"{note} · {count}" if note else str(count)
        group.texts = (f"{group.title} · {group.meta}", *("" for _each in self.form.fields[1:]))
        return group


def sort_key(each: Field, context: Context) -> Callable[[Record], Any]:
    """What a column sorts by; None sorts last whichever way."""
    if isinstance(each, Rating | Day | Tick):
        return each.get
    if isinstance(each, Computed):
        places = {value: place for place, value in enumerate(each.labels or {})}
        return lambda item: (
            places.get(class_of(each, item, context)) if places else each.text(item, context) or None
        )
    if isinstance(each, Choice):
        places = {value: place for place, value in enumerate(each.entries(context))}
        return lambda item: places.get(each.get(item))
    if isinstance(each, Code):
        return lambda item: (len(each.get(item)), each.get(item)) if each.get(item) else None
    name = each.name
    return lambda item: str(getattr(item, name, "") or "").casefold() or None


@singledispatch
def words_of(each: Field, context: Context) -> Callable[[Record], str]:
    """What a filter reads in a column."""
    return lambda item: each.text(item, context)


@words_of.register(Line)
@words_of.register(Note)
def _written(each: Field, _context: Context) -> Callable[[Record], str]:
    return attrgetter(each.name)


@words_of.register
def _scored(each: Rating, _context: Context) -> Callable[[Record], str]:
    return lambda item: f"{each.get(item) or ''} {getattr(item, each.reason) if each.reason else ''}"


@words_of.register
def _chosen(each: Choice, context: Context) -> Callable[[Record], str]:
    entries, name = each.entries(context), each.name
    return lambda item: entries.get(getattr(item, name), "")


@words_of.register
def _derived(each: Computed, context: Context) -> Callable[[Record], str]:
    if not each.labels:
        return lambda item: each.text(item, context)
    names = {key: context.translate(label) for key, label in each.labels.items()}
    return lambda item: names.get(class_of(each, item, context), "")


def fold(text: str) -> str:
    """Text as a search compares it: width and case do not matter."""
    return (
        text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    ).casefold()
