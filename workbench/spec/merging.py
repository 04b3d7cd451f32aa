"""The three-way comparison of a row: as it was exported, as the file and as the workspace have it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.text import clean
from workbench.messages import Refusal, _
from workbench.spec.fields import Changes, Field, Related, shown
from workbench.spec.incoming import Trouble, Value
from workbench.spec.matching import Matched, Problem


@dataclass(frozen=True)
class Sides:
    """A field with what each side says."""

    field: Field
    exported: str
    mine: str
    theirs: str
    values: Changes
    cell: str


@dataclass
class Merge:
    """What a row comes to: new values, the fields they belong to, problems and conflicts."""

    changes: Changes = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    related: list[Field] = field(default_factory=list)
    """Those of the fields whose cells ask for other records."""
    problems: list[Problem] = field(default_factory=list)
    conflicts: list[Sides] = field(default_factory=list)


def merged(item: Matched) -> Merge:
    """Compare a row field by field. Derived columns are ignored."""
    merge = Merge()
    if item.before is None and not item.start:
        return merge
    for each in item.table.form.fields:
        if each.editable:
            _compare(each, item, merge)
    return merge


def _compare(each: Field, item: Matched, merge: Merge) -> None:
    columns = {
        each.name,
        *(column.key for column in each.working_columns(item.context) if not column.derived),
    }
    edited = [key for key in sorted(columns) if key in item.table.columns and _is_edited(key, each, item)]
    if not edited:
        return
    wanted: Changes = {}
    if not all(_take(key, each, item, merge, wanted) for key in edited):
        return
    new = {
        name: value
        for name, value in wanted.items()
        if item.before is None or getattr(item.before, name) != value
    }
    has_related = each.name in edited and not wanted and _asks_for_more(each, item)
    if not new and not has_related:
        return
    if item.baseline is not None and item.before is not None and _changed_here(each, item, columns):
        mine = each.text(item.before, item.context)
        theirs = shown(_plain(item.value(edited[0])))
        exported = item.baseline.get(each.name, "")
        merge.conflicts.append(Sides(each, exported, mine, theirs, new, item.cell(edited[0])))
        return
    if has_related:
        merge.related.append(each)
    merge.changes |= new
    merge.fields.append(each)


def _asks_for_more(each: Field, item: Matched) -> bool:
    """Whether a cell changes other records; of a new record's cells that is known once there is a record."""
    if item.before is None:
        return True
    return each.related(item.before, _plain(item.value(each.name)), item.context) != Related()


def _take(key: str, each: Field, item: Matched, merge: Merge, wanted: Changes) -> bool:
    """Add what an edited cell stands for; False if it makes no sense or disagrees with another cell."""
    value = item.value(key)
    if isinstance(value, Trouble):
        merge.problems.append(Problem(item.table.sheet, item.cell(key), value.message))
        return False
    if key in item.cut:
        message = _("this text was cut when it was exported; change it in the program")
        merge.problems.append(Problem(item.table.sheet, item.cell(key), message))
        return False
    try:
        found = _read(key, each, value, item)
    except Refusal as refused:
        merge.problems.append(Problem(item.table.sheet, item.cell(key), refused.message))
        return False
    for name, new in found.items():
        if wanted.setdefault(name, new) != new:
            message = _("this cell and another one of the row say different things about {field}").fill(
                field=each.label
            )
            merge.problems.append(Problem(item.table.sheet, item.cell(key), message))
            return False
    return True


def _read(key: str, each: Field, value: Any, item: Matched) -> Changes:
    """The values that a document's or working cell stands for, as far as they were edited."""
    if key != each.name:
        return _read_working(key, each, value, item)
    found = each.read(value, item.context)
    if item.before is None:
        return {name: new for name, new in found.items() if new not in ("", None)}
    if item.baseline is None:
        return {name: new for name, new in found.items() if name == each.name or new not in ("", None)}
    try:
        old = each.read(item.baseline.get(each.name, ""), item.context)
    except Refusal:
        return found
    return {name: new for name, new in found.items() if old.get(name) != new}


def _read_working(key: str, each: Field, value: Any, item: Matched) -> Changes:
    part = key.removeprefix(f"{each.name}.")
    if part == "score":
        return {each.name: each.read(value, item.context)[each.name]}
    attribute = getattr(each, part, "")
    return {attribute: clean(shown(value)).strip()} if attribute else {}


def _is_edited(key: str, each: Field, item: Matched) -> bool:
    """Whether a cell says something else than what was exported or, where that is not known, the record."""
    value = item.value(key)
    if isinstance(value, Trouble):
        return True
    text = shown(value)
    if item.baseline is not None:
        return not _same(text, item.baseline.get(key, ""))
    if item.before is None:
        return bool(text.strip())
    return not _same(text, dict(_current(each, item)).get(key, ""))


def _changed_here(each: Field, item: Matched, columns: Iterable[str]) -> bool:
    """Whether the workspace has changed the field since the export."""
    baseline = item.baseline or {}
    return any(
        key in columns and key in baseline and key not in item.cut and not _same(text, baseline[key])
        for key, text in _current(each, item)
    )


def _current(each: Field, item: Matched) -> Iterator[tuple[str, str]]:
    """The field's columns as they would be exported now."""
    if item.before is None:
        return
    yield each.name, each.text(item.before, item.context)
    working = each.working_columns(item.context)
    for column, cell in zip(working, each.working_cells(item.before, item.context), strict=True):
        yield column.key, shown(cell)


def _same(one: str, other: str) -> bool:
    """Whether two texts are equal but for what offices and cleaning change: line ends, blanks at the ends."""
    return one == other or _settled(one) == _settled(other)


def _settled(text: str) -> str:
    return "\n".join(line.strip() for line in clean(text).strip().split("\n"))


def _plain(value: Value) -> Any:
    return "" if isinstance(value, Trouble) else value
