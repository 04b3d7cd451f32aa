"""What an edited or foreign file would change, before anything is changed (decisions.md section 2).

Rows that are missing in the file are no deletions: a filtered copy must not empty a project.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.domain import Record
from workbench.messages import Message, Translate, _
from workbench.spec.fields import Changes, Field, Related, shown
from workbench.spec.form import Form
from workbench.spec.headers import ContextFor, located
from workbench.spec.incoming import Incoming, Trouble
from workbench.spec.matching import Matched, Problem, matched
from workbench.spec.merging import Merge, Sides, merged

_LONGEST = 80
_BREATH = 200
"""So many rows are compared at a stretch."""


@dataclass(frozen=True)
class FieldChange:
    """One field's text before and after."""

    label: Message
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """A record to be added (``before`` is None) or changed, and where the file says so."""

    before: Record | None
    after: Record
    fields: tuple[FieldChange, ...]
    name: str
    sheet: str
    row: int
    related: Related = field(default_factory=Related)
    """Other records that the row's cells ask for."""


@dataclass(frozen=True)
class Conflict:
    """A field that the file and the workspace, or two columns of the file, have changed differently.

    ``values`` is what the file wants; the workspace's own value stays unless it is taken.
    """

    record: str
    label: Message
    exported: str
    mine: str
    theirs: str
    values: Changes
    name: str
    sheet: str
    cell: str
    related: Related = field(default_factory=Related)


@dataclass(frozen=True)
class Review:
    """Everything an import would do, if there are no problems or they are passed over."""

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rows: int = 0
    """How many rows were compared."""
    _current: dict[str, Record] = field(default_factory=dict, repr=False, compare=False)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records to put, as one step."""
        own = (change.after for change in self.changes if change.after != change.before)
        return (*own, *(item for change in self.changes for item in change.related.put))

    @property
    def removed(self) -> tuple[Record, ...]:
        """The records to remove in the same step: parts that a cell no longer lists."""
        return tuple(item for change in self.changes for item in change.related.remove)

    def taking(self, conflicts: Iterable[Conflict]) -> Review:
        """The same review with the file's side of some conflicts."""
        chosen = tuple(conflicts)
        changes = {change.after.id: change for change in self.changes}
        for each in chosen:
            change = changes.get(each.record) or _untouched(self._current[each.record], each)
            line = FieldChange(each.label, each.mine, each.theirs)
            after = replace(change.after, **each.values)
            related = _joined((change.related, each.related))
            changes[each.record] = replace(
                change, after=after, fields=(*change.fields, line), related=related
            )
        left = tuple(each for each in self.conflicts if each not in chosen)
        return replace(self, changes=tuple(changes.values()), conflicts=left)

    def lines(self, translate: Translate) -> Iterator[str]:
        """One line for every change, problem and conflict."""
        for problem in self.problems:
            message = _("problem: {sheet}, {cell}: {sentence}")
            yield _line(
                message.fill(sheet=problem.sheet, cell=problem.cell, sentence=problem.message), translate
            )
        for each in self.conflicts:
            message = _("conflict: {name}, {field} ({sheet}, {cell}): here {mine}, in the file {theirs}")
            sides = {"mine": _short(each.mine), "theirs": _short(each.theirs)}
            where = {"sheet": each.sheet, "cell": each.cell}
            yield _line(message.fill(name=each.name, field=each.label, **sides, **where), translate)
        for change in self.changes:
            message = _("new: {name}: {fields}") if change.before is None else _("changed: {name}: {fields}")
            yield _line(message.fill(name=change.name, fields=_fields(change, translate)), translate)


def review(incoming: Incoming, forms: Sequence[Form], context_for: ContextFor) -> Review:
    """What a file would change in the project that ``context_for`` shows in a language."""
    job = reviewing(incoming, forms, context_for)
    while True:
        try:
            next(job)
        except StopIteration as end:
            found: Review = end.value
            return found


def reviewing(
    incoming: Incoming, forms: Sequence[Form], context_for: ContextFor
) -> Generator[float, None, Review]:
    """The same as a job: it yields the percentage done from time to time, so that it can be given up."""
    tables = located(incoming, forms, context_for)
    if not tables:
        message = _(
            "no table with the titles of a template was found; put the titles into one row, as in an export"
        )
        return Review(problems=(Problem(incoming.name, "A1", message),))
    changes: list[Change] = []
    problems: list[Problem] = []
    conflicts: list[Conflict] = []
    current: dict[str, Record] = {}
    rows = 0
    for item in matched(incoming, tables, context_for):
        rows += 1
        if rows % _BREATH == 0:
            yield min(99.0, 100.0 * rows / max(rows, sum(len(table.rows) for table in tables)))
        problems += item.problems
        result = merged(item)
        problems += result.problems
        conflicts += (_conflict(item, each) for each in result.conflicts)
        if item.before is not None:
            current[item.before.id] = item.before
        if result.fields or item.before is None:
            changes += _change(item, result)
    return Review(tuple(changes), tuple(problems), tuple(conflicts), rows, current)


def _change(item: Matched, result: Merge) -> Iterator[Change]:
    before = item.before
    after = item.fresh(result.changes) if before is None else replace(before, **result.changes)
    after = item.table.form.completed(before, after, item.context)
    lines = tuple(
        FieldChange(
            each.label,
            each.text(before, item.context) if before else "",
            _cell_text(each, item) if each in result.related else each.text(after, item.context),
        )
        for each in result.fields
    )
    if before is None and not lines:
        return
    related = _joined(_related(each, after, item) for each in result.related)
    yield Change(before, after, lines, item.name(after), item.table.sheet, item.row.number, related)


def _cell_text(each: Field, item: Matched) -> str:
    value = item.value(each.name)
    return "" if isinstance(value, Trouble) else shown(value)


def _related(each: Field, after: Record, item: Matched) -> Related:
    value = item.value(each.name)
    return Related() if isinstance(value, Trouble) else each.related(after, value, item.context)


def _joined(all_related: Iterable[Related]) -> Related:
    several = tuple(all_related)
    return Related(
        tuple(item for each in several for item in each.put),
        tuple(item for each in several for item in each.remove),
    )


def _conflict(item: Matched, sides: Sides) -> Conflict:
    return Conflict(
        record=item.before.id if item.before else "",
        label=sides.field.label,
        exported=sides.exported,
        mine=sides.mine,
        theirs=sides.theirs,
        values=sides.values,
        name=item.name(item.before) if item.before else "",
        sheet=item.table.sheet,
        cell=sides.cell,
        related=_related(sides.field, item.before, item) if item.before and not sides.values else Related(),
    )


def _untouched(item: Record, conflict: Conflict) -> Change:
    return Change(item, item, (), conflict.name, conflict.sheet, 0)


def _fields(change: Change, translate: Translate) -> str:
    if change.before is None:
        return "; ".join(f"{translate(each.label)}: {_short(each.new)}" for each in change.fields if each.new)
    return "; ".join(
        f"{translate(each.label)}: {_short(each.old)} → {_short(each.new)}" for each in change.fields
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + '…'}”"


def _line(message: Message, translate: Translate) -> str:
    return " ".join(translate(message).split())
