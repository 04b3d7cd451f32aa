"""Which rows a table shows, in which order: sorted, filtered and grouped, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final

from ui.facets import facet, looks_beyond, name_of, names, reader
from ui.group_row import GroupRow
from ui.row_words import fold, sort_key, words_of
from workbench.domain import Record
from workbench.spec import Computed, Context, Field, Form

POLICIES: Final = {"priority": "quadrant_policy"}
"""The project's list that says what is done with each class of a derived field."""
BY_HAND: Final = "by hand"
"""No groups, and the order that was made by hand."""
NEVER: Final = -1
UNKNOWN: Final = object()
KEPT: Final = 10
"""So many orders of the same rows are remembered."""


def class_field(form: Form) -> Computed | None:
    """The derived class that a form's rows may be grouped by."""
    fields = (each for each in form.fields if isinstance(each, Computed))
    return next((each for each in fields if each.name in POLICIES), None)


class Entry:
    """A record as a row, with what was worked out for it: its texts, what a filter looks at, its place.

    What is not known yet is the class's, so that a row costs nothing until something of it is wanted.
    """

    __slots__ = ("__dict__", "group", "item", "key")
    texts: tuple[str, ...] = ()
    stamp = NEVER
    """Which state of the project the texts were made for."""
    folded: str | None = None
    level = 0
    sorted_by = ""
    """The field whose sort value is known."""
    value: Any = None

    def __init__(self, item: Any) -> None:
        self.item = item
        self.key: Any = None
        self.group: Any = UNKNOWN

    def forget(self) -> None:
        """Work everything out anew when it is asked for."""
        self.stamp, self.folded, self.key, self.group = NEVER, None, None, UNKNOWN
        self.sorted_by = ""


Row = Entry | GroupRow


@dataclass
class Arrangement:
    """What was asked for: ``sort`` names a field, ``needle`` is looked for in every column.

    ``group`` names what heads the rows, ``filters`` the values that are shown of each field.
    """

    form: Form
    sort: str = ""
    descending: bool = False
    needle: str = ""
    group: str = ""
    filters: dict[str, frozenset[Any]] = field(default_factory=dict)
    _groups: dict[Any, GroupRow] = field(default_factory=dict)
    _headings: dict[str, Field | None] = field(default_factory=dict)
    _known: tuple[Context | None, list[Callable[[Record], str]]] = (None, [])
    _made: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = class_field(self.form)
        self.group = self.group or (found.name if found else "")

    @property
    def grouping(self) -> Field | None:
        """The field whose values head the rows."""
        if self.form.group_by:
            return self.form.field(self.form.group_by)
        if self.group not in self._headings:
            wanted = self.group and self.group != BY_HAND
            self._headings[self.group] = facet(self.form, self.group) if wanted else None
        return self._headings[self.group]

    @property
    def by_hand(self) -> bool:
        """Whether the order is the one made by hand alone."""
        return not self.sort and self.group == BY_HAND

    @property
    def looks_beyond(self) -> bool:
        """Whether where a row stands follows from other records too."""
        named = (facet(self.form, name) for name in self.filters)
        sort = next((each for each in self.form.columns if each.name == self.sort), None)
        return any(looks_beyond(each) for each in (*named, self.grouping, sort))

    @property
    def narrowed(self) -> bool:
        """Whether some rows are not shown."""
        return bool(self.needle or self.filters)

    def renew(self) -> None:
        """Rows have come, gone or changed: what was worked out for all of them no longer holds."""
        self._made.clear()

    def column(self, name: str) -> Field:
        """The column of a name. Raises KeyError."""
        return {each.name: each for each in self.form.columns}[name]

    def place(self, entry: Entry, context: Context) -> Any:
        """What decides where an entry stands; while that is the same, it stays."""
        value = sort_key(self.column(self.sort), context)(entry.item) if self.sort else None
        parent = getattr(entry.item, self.form.tree) if self.form.tree else None
        matches = not self.needle or self.needle in self.folded(entry, context)
        kept = all(test(entry.item) for test in self._tests(context))
        heading = self.grouping
        group = None
        if heading is not None:
            says = self._says(heading)
            group = heading.text(entry.item, context) if says else reader(heading, context)(entry.item)
        return self._rank(entry, context), group, value, parent, matches, kept

    def _rank(self, entry: Entry, context: Context) -> Any:
        if self.by_hand:
            return entry.item.position
        if entry.key is None:
            entry.key = self.form.order(entry.item, context.project)
        return entry.key, entry.item.position

    def folded(self, entry: Entry, context: Context) -> str:
        """The text of an entry that a filter looks at."""
        if entry.folded is None:
            entry.folded = fold("\n".join([words(entry.item) for words in self._words(context)]))
        return entry.folded

    def _words(self, context: Context) -> list[Callable[[Record], str]]:
        if self._known[0] is not context:
            self._known = (context, [words_of(each, context) for each in self.form.fields])
        return self._known[1]

    def _tests(self, context: Context) -> list[Callable[[Record], bool]]:
        """One test for each field that is filtered by."""
        return [
            _test(reader(each, context), values)
            for name, values in self.filters.items()
            if values and (each := facet(self.form, name)) is not None
        ]

    def rows(self, entries: Iterable[Entry], context: Context) -> list[Row]:
        """The rows to show."""
        lasting = not self.narrowed and not self.form.tree
        key = ("rows", self.sort, self.descending, self.group) if lasting else None
        found = self._once(key, lambda: self._rows(entries, context))
        if key is not None:
            for group, count in self._once(("counts", *key), lambda: _counts(found)):
                group.tell(count)
        return found

    def _once(self, key: tuple[Any, ...] | None, make: Callable[[], list[Any]]) -> list[Any]:
        if key is None:
            return make()
        if key not in self._made:
            if len(self._made) > KEPT:
                self._made.clear()
            self._made[key] = make()
        found: list[Any] = self._made[key]
        return found

    def _rows(self, entries: Iterable[Entry], context: Context) -> list[Row]:
        base = self._once(("base", self.by_hand), lambda: self._based(entries, context))
        chosen = self._once(
            ("sorted", self.sort, self.descending), lambda: self._sorted(base, context)
        ) if self.sort else base  # fmt: skip
        if self.narrowed:
            chosen = self._chosen(chosen, context)
        heading = self.grouping
        if heading is None:
            return [*self._nested(chosen)]
        found: list[Row] = []
        known = {} if self._says(heading) else names(heading, context)
        for key, members in self._members(heading, known, chosen, context).items():
            if members:
                found.append(self._group(heading, (key, known, len(members)), context))
                found.extend(self._nested(members))
        return found

    def _based(self, entries: Iterable[Entry], context: Context) -> list[Entry]:
        """All entries in the order made by hand, or in the form's and then by hand."""
        found = sorted(entries, key=attrgetter("item.position"))
        if not self.by_hand:
            order, project = self.form.order, context.project
            for entry in found:
                if entry.key is None:
                    entry.key = order(entry.item, project)
            found.sort(key=attrgetter("key"))
        return found

    def _says(self, heading: Field) -> bool:
        """Whether rows stand under what a field says, as in the document, in the order of the rows."""
        return heading.name == self.form.group_by and not isinstance(heading, Computed)

    def _chosen(self, entries: Sequence[Entry], context: Context) -> list[Entry]:
        found = list(entries)
        for test in self._tests(context):
            found = [entry for entry in found if test(entry.item)]
        if self.needle:
            needle, folded = self.needle, self.folded
            found = [entry for entry in found if needle in (entry.folded or folded(entry, context))]
        return found

    def _members(
        self, heading: Field, known: Mapping[Any, str], entries: Sequence[Entry], context: Context
    ) -> dict[Any, list[Entry]]:
        found: dict[Any, list[Entry]] = {key: [] for key in known}
        value_of = heading.text if self._says(heading) else None
        read = reader(heading, context)
        last: Any = self  # no group yet; rows of one group mostly stand together
        add: Callable[[Entry], None] = list[Entry]().append
        quick: dict[int, list[Entry]] = {}  # a value that is kept has one id; enumerations are slow to hash
        for entry in entries:
            group = entry.group
            if group is UNKNOWN:
                group = entry.group = value_of(entry.item, context) if value_of else read(entry.item)
            if group is not last:
                last, members = group, quick.get(id(group))
                if members is None:
                    members = quick[id(group)] = found.setdefault(group, [])
                add = members.append
            add(entry)
        return found

    def _sorted(self, entries: Sequence[Entry], context: Context) -> list[Entry]:
        self._value_all(entries, context)
        present = [entry for entry in entries if entry.value is not None]
        present.sort(key=attrgetter("value"), reverse=self.descending)
        return present + [entry for entry in entries if entry.value is None]

    def _value_all(self, entries: Sequence[Entry], context: Context) -> None:
        """Know what each entry sorts by; what is derived may follow from other records and is asked anew."""
        name, each = self.sort, self.column(self.sort)
        value, stays = sort_key(each, context), not isinstance(each, Computed)
        for entry in entries:
            if entry.sorted_by != name:
                entry.value = value(entry.item)
                entry.sorted_by = name if stays else ""

    def _nested(self, entries: list[Entry]) -> list[Entry]:
        if not self.form.tree:
            return entries
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

    def _group(self, heading: Field, at: tuple[Any, dict[Any, str], int], context: Context) -> GroupRow:
        key, known, count = at
        group = self._groups.setdefault((heading.name, key), GroupRow())
        group.title = str(key) if self._says(heading) else name_of(heading, key, known, context)
        group.tone, group.note = "", ""
        if isinstance(heading, Computed):
            group.tone = (heading.tones or {}).get(key, "")
            policies = context.texts(POLICIES[heading.name]) if heading.name in POLICIES else {}
            group.note = policies.get(key, "")
        group.texts = ("",) * len(self.form.columns)
        group.tell(count)
        return group


def _counts(rows: Iterable[Row]) -> list[tuple[GroupRow, int]]:
    return [(row, row.count) for row in rows if isinstance(row, GroupRow)]


def _test(value_of: Callable[[Record], Any], values: frozenset[Any]) -> Callable[[Record], bool]:
    return lambda item: value_of(item) in values
