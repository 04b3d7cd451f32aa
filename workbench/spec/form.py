"""A template: which records it fills in, and how they are shown, printed and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from workbench.charts.scene import Scene
from workbench.domain import Project, Record
from workbench.messages import Message, _
from workbench.report import (
    Block,
    Cell,
    Column,
    Facts,
    Figure,
    Group,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from workbench.spec.computed import Computed
from workbench.spec.context import Context
from workbench.spec.fields import Code, Field, Note

MOST_PICTURES = 6
"""So many pictures a document shows of one drawing."""


@dataclass(frozen=True)
class Section:
    """Fields that a record's page shows together, beyond the document's columns."""

    title: Message
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Head:
    """The parent records of a form's rows: each opens a block of its own (the problem, the plan)."""

    record: type[Record]
    fields: tuple[Field, ...]
    link: str
    """The field of the rows that holds the parent's id."""
    title: Callable[[Any], str] = lambda item: str(item.code)


@dataclass(frozen=True)
class Drawing:
    """A chart of a form's rows; ``build`` lays it out for a width and height in scene units."""

    key: str
    caption: Message
    build: Callable[[Sequence[Any], Context, float, float], Scene]
    size: tuple[float, float] = (640.0, 500.0)
    chart: tuple[str, str, str] | None = None
    """The working columns of x, y and label for a workbook's native chart."""
    wide: bool = False
    """Whether it needs the width of the window: it stands above the table there, not beside it."""
    grows: bool = False
    """Whether it fills the width that it is given and is as high as it must be."""
    most: int = 0
    """How many rows one picture of a document shows; 0 is all of them."""


@dataclass(frozen=True)
class Form:
    """Everything the screen and the documents need to know about one template.

    ``fields`` are exactly the source document's columns. ``order`` is a sort key over record and project.
    ``group_by`` names a field whose values head groups of rows; ``tree`` the field that holds a row's parent.
    """

    key: str
    title: Message
    record: type[Record]
    fields: tuple[Field, ...]
    number: int | None = None
    sections: tuple[Section, ...] = ()
    head: Head | None = None
    group_by: str = ""
    tree: str = ""
    order: Callable[[Any, Project], Any] = lambda item, _project: item.position
    drawings: tuple[Drawing, ...] = ()
    merged: tuple[str, ...] = ()
    notes: Callable[[Sequence[Any], Context], Iterable[str]] = lambda _items, _context: ()
    """Sentences below the table."""
    completed: Callable[[Any, Any, Context], Any] = lambda _before, after, _context: after
    """What follows from an edit: from the record before (or None) and after it to the one to store."""
    for_client: Callable[[Any], bool] = lambda _item: True
    """Whether the client's edition of a document shows a record."""
    icon: str = "table-2"
    phase: int | None = None
    """The phase, 1 to 6, whose part of the window shows it; None for the library."""
    single: bool = False
    """Whether there is exactly one record, shown as a page and not as a table."""
    place: int = 0
    """The order within its phase."""
    tops: bool = False
    """Whether documents show only the top rows of the tree."""
    shown: Callable[[Any], bool] = lambda _item: True
    """Which records are shown at all."""
    landscape: bool = False
    """Whether it stands across the page in a document."""
    printed: bool = True
    """Whether reports and workbooks hold it."""
    screen: tuple[Field, ...] = ()
    """Columns that the window's table shows and no document has."""
    facets: tuple[Field, ...] = ()
    """What rows may be filtered and grouped by besides their choices and classes."""
    out: Computed | None = None
    """The word for what takes a row out while it stays listed."""

    @property
    def columns(self) -> tuple[Field, ...]:
        """What the window's table shows: the document's columns, its own before a remark at their end."""
        last = self.fields[-1:] if self.screen and isinstance(self.fields[-1], Note) else ()
        return (*self.fields[: len(self.fields) - len(last)], *self.screen, *last)

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """The document's columns and whatever else the page shows."""
        return (*self.fields, *(each for section in self.sections for each in section.fields))

    def for_clients(self) -> Form:
        """The form without what is for us alone."""
        sections = (Section(s.title, tuple(f for f in s.fields if not f.internal)) for s in self.sections)
        return replace(
            self,
            shown=self.for_client,
            fields=tuple(f for f in self.fields if not f.internal),
            sections=tuple(sections),
        )

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError."""
        return {each.name: each for each in self.all_fields}[name]

    def rows(self, context: Context, head: Record | None = None) -> list[Any]:
        """The records in the order people expect; with ``head``, only those that belong to it."""
        items = [i for i in context.records(self.record) if self._belongs(i, head) and self.shown(i)]
        items.sort(key=lambda item: (self.order(item, context.project), item.position))
        return [item for item, _level in self.tree_of(items)] if self.tree else items

    def _belongs(self, item: Record, head: Record | None) -> bool:
        return self.head is None or head is None or getattr(item, self.head.link) == head.id

    def tree_of(self, items: Sequence[Any]) -> list[tuple[Any, int]]:
        """Every item once with its depth, children after their parent; a circular parent makes a top row."""
        if not self.tree:
            return [(item, 0) for item in items]
        known = {item.id for item in items}
        children: dict[Any, list[Any]] = {}
        for item in items:
            parent = getattr(item, self.tree)
            children.setdefault(parent if parent in known else None, []).append(item)
        found: dict[str, tuple[Any, int]] = {}
        _descend(children, children.get(None, ()), 0, found)
        for item in items:
            if item.id not in found:
                _descend(children, (item,), 0, found)
        return list(found.values())

    def new(self, context: Context, **values: Any) -> Any:
        """A record at the end of the rows, with the next code where the form has one."""
        items = context.records(self.record)
        values.setdefault("position", max((item.position for item in items), default=-1.0) + 1.0)
        for each in self.fields:
            if isinstance(each, Code):
                values.setdefault(each.name, each.next(self.record, context))
        values.setdefault("project", None if self.phase is None else context.project.id or None)
        return self.record(**values)

    def problems(self, item: Record, context: Context) -> Iterator[tuple[Field, Message]]:
        """What is wrong with a record's fields."""
        for each in self.all_fields:
            if problem := each.problem(item, context):
                yield each, problem

    def table(self, items: Sequence[Any], context: Context, head: Record | None = None) -> Table:
        """The rows as the document has them, with the working columns beside."""
        working = [column for each in self.fields for column in each.working_columns(context)]
        return Table(
            columns=tuple(each.column(context) for each in self.fields),
            rows=tuple(self._grouped(items, context)),
            working=(*working, Column("id", "id", 16, Kind.TEXT)),
            merged=self.merged,
            form=self.key,
            head=head.id if head else "",
        )

    def _grouped(self, items: Sequence[Any], context: Context) -> Iterator[Row | Group]:
        if not self.group_by:
            yield from (self._row(item, level, context) for item, level in self.tree_of(items))
            return
        heading = self.field(self.group_by)
        for title, members in groupby(items, key=lambda item: heading.text(item, context)):
            yield Group(title)
            yield from (self._row(item, level, context) for item, level in self.tree_of(list(members)))

    def _row(self, item: Record, level: int, context: Context) -> Row:
        working: list[Cell] = [c for each in self.fields for c in each.working_cells(item, context)]
        cells = tuple(each.text(item, context) for each in self.fields)
        return Row(cells, (*working, item.id), item.id, level)

    def blocks(self, context: Context) -> Iterator[Block]:
        """The template as it stands in a document: a heading, then a block for each head record."""
        yield Heading(context.translate(self.title))
        if self.single:
            yield from self._sheets(context)
            return
        if self.head is None:
            yield from self._block(self.rows(context), context, None)
            return
        parents = sorted(context.records(self.head.record), key=lambda item: item.position)
        for place, parent in enumerate(parents):
            translate, rows = context.translate, self.rows(context, parent)
            if not rows and self.number is None:
                continue
            if place and self.drawings:
                yield PageBreak(self.landscape)
            yield Heading(self.head.title(parent), 2)
            yield Facts(
                tuple((translate(each.label), each.text(parent, context)) for each in self.head.fields)
            )
            yield from self._block(rows, context, parent)

    def _sheets(self, context: Context) -> Iterator[Block]:
        for item in self.rows(context):
            pairs = [(context.translate(each.label), each.text(item, context)) for each in self.all_fields]
            yield Facts(tuple((label, text) for label, text in pairs if text))

    def _block(self, items: Sequence[Any], context: Context, head: Record | None) -> Iterator[Block]:
        tops = [item for item, level in self.tree_of(items) if not level] if self.tops else items
        yield self.table(tops, context, head)
        yield from (Paragraph(text, "note") for text in self.notes(items, context))
        for drawing in self.drawings if items else ():
            yield from _figures(drawing, items, context)


def _figures(drawing: Drawing, items: Sequence[Any], context: Context) -> Iterator[Block]:
    """A drawing as the pictures that fit on pages; of very many rows the first."""
    most = drawing.most or len(items)
    parts = min(-(-len(items) // most), MOST_PICTURES)
    for number in range(parts):
        shown = items[number * most : (number + 1) * most]
        scene = drawing.build(shown, context, *drawing.size)
        caption = drawing.caption
        if parts > 1:
            caption = _("{caption} ({part} of {parts})").fill(caption=caption, part=number + 1, parts=parts)
        yield Figure(scene, context.translate(caption), scene.sentence, drawing.chart)
    if most * parts < len(items):
        text = _("The pictures show the first {shown} of {total}; the table holds all.")
        yield Paragraph(context.translate(text.fill(shown=most * parts, total=len(items))), "note")


def _descend(
    children: dict[Any, list[Any]], items: Sequence[Any], level: int, found: dict[str, tuple[Any, int]]
) -> None:
    stack = [(item, level) for item in reversed(items)]
    while stack:
        item, depth = stack.pop()
        if item.id not in found:
            found[item.id] = (item, depth)
            stack.extend((child, depth + 1) for child in reversed(children.get(item.id, [])))
