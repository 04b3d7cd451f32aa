"""Which record each row of a file is: by its id, then by its code; a row without either is a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.domain import Record
from workbench.domain.text import clean
from workbench.messages import Message, _
from workbench.rules.codes import next_code
from workbench.spec.context import Context
from workbench.spec.fields import Changes, Code, shown
from workbench.spec.form import Form
from workbench.spec.headers import ContextFor, Located
from workbench.spec.incoming import Exported, Incoming, IncomingRow, Trouble, Value, cell_name


@dataclass(frozen=True)
class Problem:
    """Something in the file that makes no sense, by sheet and cell."""

    sheet: str
    cell: str
    message: Message


@dataclass(frozen=True)
class Matched:
    """A row, the record it stands for (None: a new one), and what was exported of it (None: not known)."""

    table: Located
    row: IncomingRow
    context: Context
    before: Record | None
    baseline: dict[str, str] | None = None
    cut: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    start: Changes = field(default_factory=dict)
    """What a new record gets beside its cells: code, position, parent."""

    def value(self, key: str) -> Value:
        """The cell of a column, None if it is empty or there is no such column."""
        column = self.table.columns.get(key)
        return None if column is None else self.row.cells.get(column)

    def cell(self, key: str) -> str:
        """The cell's name, such as D7."""
        return cell_name(self.table.columns.get(key, 1), self.row.number)

    def fresh(self, changes: Changes) -> Any:
        """A new record from the cells."""
        return self.table.form.new(self.context, **{**self.start, **changes})

    def name(self, item: Record) -> str:
        """What people call a record: its code, else the text of its first field."""
        code = _code_field(self.table.form)
        text = str(code.get(item)) if code else self.table.form.fields[0].text(item, self.context)
        return text[:40] or item.id[:8]


_UNCLAIMED = _(
    "it is not clear to what this row belongs; put a line with its code above the titles, such as {code}"
).fill(code="P01")


def matched(incoming: Incoming, tables: Sequence[Located], context_for: ContextFor) -> Iterator[Matched]:
    """Every row of the file with its record."""
    shared: dict[str, _Register] = {}
    turns: Counter[tuple[str, str]] = Counter()
    for table in tables:
        context = context_for(table.language)
        register = shared.get(table.form.key)
        if register is None:
            mine = [other for other in tables if other.form.key == table.form.key]
            register = shared[table.form.key] = _Register(table.form, context, mine)
        ours = _exported(incoming, table, context)
        turn = (table.form.key, table.sheet)
        yield from _table(table, context, register, _Source(ours, turns[turn]))
        turns[turn] += 1


@dataclass(frozen=True)
class _Source:
    """The tables of one form as they were exported, and which of them on its sheet this is."""

    exported: tuple[Exported, ...]
    turn: int

    def of(self, identity: str) -> Exported | None:
        return next((table for table in self.exported if identity in table.rows), None)

    def at(self, sheet: str) -> Exported | None:
        here = [table for table in self.exported if table.sheet == sheet]
        return here[self.turn] if self.turn < len(here) else None


def _exported(incoming: Incoming, table: Located, context: Context) -> tuple[Exported, ...]:
    """The exported tables of a form; those of another project say nothing about this one."""
    project = incoming.marks.get("project", "")
    if project and project != clean(context.project.id):
        return ()
    return tuple(each for each in incoming.exported if each.form == table.form.key)


class _Register:
    """The records of a form by id and code, the codes a file uses, the next free code and position."""

    def __init__(self, form: Form, context: Context, tables: Iterable[Located]) -> None:
        items = context.records(form.record)
        self.form, self.code = form, _code_field(form)
        self.by_id: dict[str, Any] = {clean(item.id).strip(): item for item in items}
        self.by_code: dict[str, Any] = {}
        self.cells: dict[str, list[str]] = {}
        self.ids: Counter[str] = Counter()
        if self.code:
            self.by_code = {self.code.get(item): item for item in items if self.code.get(item)}
        for table in tables:
            for row in table.rows:
                self._note(table, row)
        self._last = "" if self.code is None else self._first_code(context)
        self._position = max((item.position for item in items), default=-1.0)

    def _note(self, table: Located, row: IncomingRow) -> None:
        self.ids[_text(row, table.columns.get("id"))] += 1
        code = self.code and _text(row, table.columns.get(self.code.name))
        if code:
            cell = cell_name(table.columns[self.code.name] if self.code else 1, row.number)
            self.cells.setdefault(code, []).append(f"{table.sheet} {cell}")

    def _first_code(self, context: Context) -> str:
        assert self.code is not None
        prefix = self.code.prefix(context.project)
        return next_code(prefix, (*self.by_code, *self.cells, *context.codes()), self.code.digits)

    def beginning(self, context: Context) -> Changes:
        """Code and position of the next new record."""
        self._position += 1.0
        values: Changes = {"position": self._position}
        if self.code is not None:
            values[self.code.name] = self._last
            self._last = next_code(self.code.prefix(context.project), (self._last,), self.code.digits)
        return values


def _table(table: Located, context: Context, register: _Register, source: _Source) -> Iterator[Matched]:
    head = _head(table, context, source)
    for row in table.rows:
        identity, code = _text(row, table.columns.get("id")), ""
        if register.code is not None:
            code = _text(row, table.columns.get(register.code.name))
        problems = list(_row_problems(table, row, register, (identity, code)))
        before = _record(register, identity, code)
        exported = source.of(identity)
        if before is None and exported is not None and register.ids[identity] == 1:
            if not _is_as_exported(row, table, exported, identity):
                problems.append(_at(table, row, "id", _("this row was deleted here after the export")))
                yield Matched(table, row, context, None, problems=tuple(problems))
            continue
        start: Changes = {}
        if before is None:
            start = register.beginning(context)
            if table.form.head is not None:
                start[table.form.head.link] = head
                if head is None:
                    problems.append(_at(table, row, "", _UNCLAIMED))
        baseline, cut = _baseline(exported, identity) if before is not None else (None, frozenset())
        yield Matched(table, row, context, before, baseline, cut, tuple(problems), start)


def _record(register: _Register, identity: str, code: str) -> Any | None:
    """The record of a row; a copied row (same id twice) is the record only where it keeps the code."""
    found = register.by_id.get(identity) if identity else None
    if found is not None and register.ids[identity] > 1 and register.code is not None:
        return found if code == register.code.get(found) else register.by_code.get(code)
    return found if found is not None else register.by_code.get(code) if code else None


def _row_problems(
    table: Located, row: IncomingRow, register: _Register, names: tuple[str, str]
) -> Iterator[Problem]:
    identity, code = names
    for column in row.cells if table.strict else ():
        if column > table.last_column:
            cell = cell_name(column, row.number)
            yield Problem(table.sheet, cell, _("there is no title above this cell"))
    if register.code is not None and register.code.name in table.columns:
        for message in _code_problems(register, identity, code):
            yield _at(table, row, register.code.name, message)
    elif identity and register.ids[identity] > 1:
        yield _at(table, row, "id", _("this row stands in the file twice"))


def _code_problems(register: _Register, identity: str, code: str) -> Iterator[Message]:
    assert register.code is not None
    cells = register.cells.get(code, [])
    if len(cells) > 1:
        where = ", ".join(cells[:5])
        yield _("the code {code} is used twice: {cells}").fill(code=code, cells=where)
    known = register.by_id.get(identity)
    if known is None or register.ids[identity] > 1:
        return
    if not code and register.code.get(known):
        yield _("the code is missing; clear the id too if this is a new row")
    owner = register.by_code.get(code)
    if owner is not None and owner.id != known.id and not _moves(register, owner):
        yield _("the code {code} belongs to another record").fill(code=code)


def _moves(register: _Register, owner: Any) -> bool:
    """Whether the file has a row for a code's owner, and so another code: none is used twice."""
    return register.ids[clean(owner.id).strip()] > 0


def _head(table: Located, context: Context, source: _Source) -> str | None:
    """What a table's rows belong to: by its rows, its place, its title, or because it is the only one."""
    head = table.form.head
    if head is None:
        return None
    heads = {clean(item.id): item for item in context.records(head.record)}
    column = table.columns.get("id")
    sources = (source.of(_text(row, column)) for row in table.rows)
    exported = next((each for each in sources if each is not None), None) or source.at(table.sheet)
    if exported is not None and exported.head in heads:
        return str(heads[exported.head].id)
    titles = {head.title(item): item.id for item in heads.values()}
    named = [titles[text] for text in table.above if text in titles]
    if named:
        return str(named[-1])
    return str(next(iter(heads.values())).id) if len(heads) == 1 else None


def _baseline(exported: Exported | None, identity: str) -> tuple[dict[str, str] | None, frozenset[str]]:
    if exported is None:
        return None, frozenset()
    texts = dict(zip(exported.keys, exported.rows[identity], strict=False))
    return texts, frozenset(exported.keys[index] for name, index in exported.cut if name == identity)


def _is_as_exported(row: IncomingRow, table: Located, exported: Exported, identity: str) -> bool:
    texts = dict(zip(exported.keys, exported.rows[identity], strict=False))
    return all(_text(row, column) == texts.get(key, "").strip() for key, column in table.columns.items())


def _text(row: IncomingRow, column: int | None) -> str:
    value = None if column is None else row.cells.get(column)
    return "" if isinstance(value, Trouble) else shown(value).strip()


def _at(table: Located, row: IncomingRow, key: str, message: Message) -> Problem:
    return Problem(table.sheet, cell_name(table.columns.get(key, min(row.cells)), row.number), message)


def _code_field(form: Form) -> Code | None:
    return next((each for each in form.fields if isinstance(each, Code)), None)
