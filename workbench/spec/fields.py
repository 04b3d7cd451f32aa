"""The kinds of field a template may have: what each holds, prints, reads back and finds wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from workbench.domain import Project, Record
from workbench.domain.text import clean, one_line
from workbench.messages import Message, Refusal, _
from workbench.report import Cell, Column, Kind
from workbench.rules.codes import next_code
from workbench.spec.context import Context

Changes = dict[str, Any]
"""New values of a record, by field name."""


@dataclass(frozen=True)
class Related:
    """Other records that a cell changes: to put, and to remove."""

    put: tuple[Record, ...] = ()
    remove: tuple[Record, ...] = ()


@dataclass(frozen=True)
class Field:
    """One attribute of a record, as people see it."""

    name: str
    label: Message
    required: bool = False
    width: int = 12
    """The column width in documents, in characters of Latin text."""
    internal: bool = False
    """Whether the client's edition of a document leaves it out."""
    brief: Message | None = None
    """A short name for where the room is narrow."""

    editable: ClassVar[bool] = True

    def get(self, item: Record) -> Any:
        """The value as stored."""
        return getattr(item, self.name)

    def text(self, item: Record, context: Context) -> str:
        """The value as printed in the document's column."""
        return shown(self.get(item))

    def read(self, cell: Cell, context: Context) -> Changes:
        """The values that a printed cell stands for. Raises Refusal for one that makes no sense."""
        return {self.name: clean(shown(cell))}

    def related(self, item: Record, cell: Cell, context: Context) -> Related:
        """What the cell changes besides its own record."""
        return Related()

    def problem(self, item: Record, context: Context) -> Message | None:
        """What is wrong with the value, if anything. Problems warn; they never block."""
        return _("Still empty") if self.required and self.get(item) in ("", None) else None

    def column(self, context: Context) -> Column:
        """The document's column."""
        return Column(self.name, context.translate(self.label), self.width, derived=not self.editable)

    def working_columns(self, context: Context) -> tuple[Column, ...]:
        """Columns that a workbook adds to work with."""
        return ()

    def working_cells(self, item: Record, context: Context) -> tuple[Cell, ...]:
        """The cells of those columns."""
        return ()


def shown(value: Any) -> str:
    """A value as text; a whole number has no decimals."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@dataclass(frozen=True)
class Line(Field):
    """A short text."""

    width: int = 32

    def read(self, cell: Cell, context: Context) -> Changes:
        """Line breaks become blanks."""
        return {self.name: one_line(shown(cell))}


@dataclass(frozen=True)
class Note(Field):
    """A long text."""

    width: int = 40


@dataclass(frozen=True)
class Code(Line):
    """A running number that people quote, unique in the project; ``prefix`` gives its beginning."""

    width: int = 12
    prefix: Callable[[Project], str] = lambda _project: ""
    digits: int = 3

    def next(self, kind: type[Record], context: Context) -> str:
        """The first number after all that were ever used."""
        taken = (self.get(item) for item in context.records(kind))
        return next_code(self.prefix(context.project), (*taken, *context.codes()), self.digits)


@dataclass(frozen=True)
class Rating(Field):
    """A score from 1 to 5, printed with its reason, which the field ``reason`` keeps: ``4(saves time)``."""

    width: int = 24
    reason: str = ""
    anchors: str = ""
    """The project's list of texts that say what each score means."""

    def text(self, item: Record, context: Context) -> str:
        """The score and its reason as the document has them."""
        value, reason = self.get(item), getattr(item, self.reason) if self.reason else ""
        if not reason:
            return shown(value)
        return context.translate(_("{score} ({reason})").fill(score=shown(value), reason=reason))

    def read(self, cell: Cell, context: Context) -> Changes:
        """A score with or without its reason: ``4``, ``４``, ``4分``, ``4(saves time)``."""
        match = _SCORED.fullmatch(clean(shown(cell)).strip())
        if not match:
            raise Refusal(_("{value} is no score from 1 to 5").fill(value=shown(cell)[:80]))
        digits, reason = match["score"], match["reason"]
        changes: Changes = {self.name: int(unicodedata.normalize("NFKC", digits)) if digits else None}
        if self.reason:
            changes[self.reason] = (reason or "").strip()
        return changes

    def problem(self, item: Record, context: Context) -> Message | None:
        """A score without a reason is marked, never blocked."""
        if self.get(item) is None:
            return _("Not scored yet")
        return _("No reason given") if self.reason and not getattr(item, self.reason) else None

    def working_columns(self, context: Context) -> tuple[Column, ...]:
        """The bare score, validated, and its reason."""
        label = context.translate(self.label)
        score = Column(
            f"{self.name}.score",
            context.translate(_("{field}: score").fill(field=label)),
            10,
            Kind.NUMBER,
            low=1,
            high=5,
        )
        reason = Column(f"{self.name}.reason", context.translate(_("{field}: reason").fill(field=label)), 28)
        return (score, reason) if self.reason else (score,)

    def working_cells(self, item: Record, context: Context) -> tuple[Cell, ...]:
        """The score as a number and the reason as text."""
        score: Cell = self.get(item)
        return (score, getattr(item, self.reason)) if self.reason else (score,)


_SCORED = re.compile(
    r"(?P<score>[1-5１-５]?)\s*(?:[.．]0+)?\s*分?\s*(?:[(（](?P<reason>.*)[)）])?", re.DOTALL
)


@dataclass(frozen=True)
class Choice(Field):
    """One of a few named values: of a fixed set (``labels``) or of a project's list (``options``)."""

    labels: Mapping[Any, Message] | None = None
    options: str = ""

    def entries(self, context: Context) -> dict[Any, str]:
        """Values and what people read for them."""
        if self.labels is None:
            return dict(context.texts(self.options))
        return {value: context.translate(label) for value, label in self.labels.items()}

    def offered(self, context: Context) -> dict[Any, str]:
        """The entries that may be chosen anew: hidden ones stay only where they are used."""
        entries, shown_keys = self.entries(context), context.offered(self.options) if self.options else None
        return {key: text for key, text in entries.items() if shown_keys is None or key in shown_keys}

    def text(self, item: Record, context: Context) -> str:
        """The name of the chosen value; a value no longer listed shows as it is."""
        return self.entries(context).get(self.get(item), shown(self.get(item)))

    def read(self, cell: Cell, context: Context) -> Changes:
        """The value with that name or key."""
        text = one_line(shown(cell))
        for value, name in self.entries(context).items():
            if text in (name, str(value)):
                return {self.name: value}
        choices = ", ".join(self.entries(context).values())
        raise Refusal(_("{value} is none of {choices}").fill(value=text[:80], choices=choices))

    def column(self, context: Context) -> Column:
        """A column whose cells may hold only the names."""
        names = tuple(self.offered(context).values())
        return Column(self.name, context.translate(self.label), self.width, choices=names)


@dataclass(frozen=True)
class Day(Field):
    """A date."""

    def read(self, cell: Cell, context: Context) -> Changes:
        """A date cell, or text as 2026-03-31, 2026/3/31 or 2026年3月31日."""
        if cell is None or cell == "":
            return {self.name: None}
        if isinstance(cell, date):
            return {self.name: cell}
        numbers = re.findall(r"\d+", unicodedata.normalize("NFKC", shown(cell)))
        try:
            return {self.name: date(*(int(number) for number in numbers))}
        except (TypeError, ValueError, OverflowError):
            raise Refusal(_("{value} is no date such as 2026-03-31").fill(value=shown(cell)[:80])) from None

    def column(self, context: Context) -> Column:
        """A column of dates as text, so that every program shows the same."""
        return Column(self.name, context.translate(self.label), 12)


@dataclass(frozen=True)
class Tick(Field):
    """Yes or no."""

    def text(self, item: Record, context: Context) -> str:
        """The word for it."""
        return context.translate(_("Yes") if self.get(item) else _("No"))

    def read(self, cell: Cell, context: Context) -> Changes:
        """The word, in any of the languages a person may write it in."""
        text = one_line(shown(cell)).casefold()
        if text in {"yes", "true", "1", "x", "是", "√", "✓", context.translate(_("Yes")).casefold()}:
            return {self.name: True}
        if text in {"", "no", "false", "0", "否", context.translate(_("No")).casefold()}:
            return {self.name: False}
        raise Refusal(_("{value} is neither yes nor no").fill(value=text[:80]))
