"""Fields for numbers, times, amounts and other records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.domain import KINDS, Quantity, Record
from workbench.domain.text import one_line
from workbench.messages import Message, Refusal, _
from workbench.report import Cell
from workbench.spec.context import Context
from workbench.spec.fields import Changes, Field, Line, shown

MOST_NAME = 60


@dataclass(frozen=True)
class Number(Field):
    """A whole number within the limits of the record's field."""

    def read(self, cell: Cell, context: Context) -> Changes:
        """Digits, half or full width."""
        text = unicodedata.normalize("NFKC", shown(cell)).strip()
        if not re.fullmatch(r"-?\d{1,15}", text):
            raise Refusal(_("{value} is no whole number").fill(value=text[:80]))
        return {self.name: int(text)}


def name_of(item: Record) -> str:
    """What people call a record: its code and its words, on one short line."""
    names = ("title", "name", "description", "phenomenon", "reference", "text")
    words = one_line(next((str(getattr(item, name)) for name in names if getattr(item, name, "")), ""))
    code = getattr(item, "code", "")
    shown = words if len(words) <= MOST_NAME else words[: MOST_NAME - 1].rstrip() + "…"
    return f"{code} {shown}".strip()


@dataclass(frozen=True)
class Reference(Field):
    """Another record, chosen by its name; ``kind`` names the kinds to choose from, with blanks between."""

    kind: str = ""

    def entries(self, context: Context) -> dict[Any, str]:
        """The ids that can be chosen and what people read for them; the first is none."""
        entries: dict[Any, str] = context.once(("names", self.kind), lambda: self._entries(context))
        return entries

    def _entries(self, context: Context) -> dict[Any, str]:
        found = (item for kind in self.kind.split() for item in context.records(KINDS[kind]))
        return {None: "", **{item.id: name_of(item) for item in found}}

    def text(self, item: Record, context: Context) -> str:
        """The name of the other record; empty if it is gone."""
        return self.entries(context).get(self.get(item), "")

    def read(self, cell: Cell, context: Context) -> Changes:
        """The record with that name."""
        text = one_line(shown(cell))
        for value, name in self.entries(context).items():
            if text in (name, value):
                return {self.name: value}
        raise Refusal(_("There is no {value} to refer to").fill(value=text[:80]))


@dataclass(frozen=True)
class Decimal(Field):
    """A number that may have decimals, or nothing."""

    def read(self, cell: Cell, context: Context) -> Changes:
        """Digits with a point, half or full width."""
        text = unicodedata.normalize("NFKC", shown(cell)).replace(",", "").strip()
        if not text:
            return {self.name: None}
        if not re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text):
            raise Refusal(_("{value} is no number").fill(value=text[:80]))
        return {self.name: float(text)}


@dataclass(frozen=True)
class Moment(Field):
    """A day and time, shown in this computer's zone."""

    width: int = 16

    def text(self, item: Record, context: Context) -> str:
        """To the minute."""
        value = self.get(item)
        return value.astimezone().strftime("%Y-%m-%d %H:%M") if value else ""

    def read(self, cell: Cell, context: Context) -> Changes:
        """As printed, or with seconds or a zone."""
        text = one_line(shown(cell))
        if not text:
            return {self.name: None}
        try:
            return {self.name: datetime.fromisoformat(text).astimezone(UTC)}
        except ValueError:
            raise Refusal(_("{value} is no time such as 2026-03-31 14:00").fill(value=text[:80])) from None


@dataclass(frozen=True)
class Elapsed(Field):
    """Call time, kept in milliseconds and shown as minutes and seconds."""

    width: int = 8

    def text(self, item: Record, context: Context) -> str:
        """As 07:45."""
        minutes, seconds = divmod(self.get(item) // 1000, 60)
        return f"{minutes:02d}:{seconds:02d}"

    def read(self, cell: Cell, context: Context) -> Changes:
        """Minutes and seconds."""
        match = re.fullmatch(r"(\d{1,4})[:：](\d{1,2})", one_line(shown(cell)))
        if not match:
            raise Refusal(_("{value} is no call time such as 07:45").fill(value=shown(cell)[:80]))
        return {self.name: (int(match[1]) * 60 + int(match[2])) * 1000}


@dataclass(frozen=True)
class Many(Field):
    """Several entries of one of the project's lists."""

    options: str = ""
    labels: Mapping[Any, Message] | None = None

    def entries(self, context: Context) -> dict[Any, str]:
        """Values and what people read for them."""
        return dict(context.texts(self.options))

    def text(self, item: Record, context: Context) -> str:
        """The names, joined."""
        entries = self.entries(context)
        return context.translate(_(", ")).join(entries.get(key, key) for key in self.get(item))

    def read(self, cell: Cell, context: Context) -> Changes:
        """Names or keys, joined by any usual mark."""
        keys = {name: key for key, name in self.entries(context).items()}
        parts = [part.strip() for part in re.split(r"[、,，;；\n]", shown(cell)) if part.strip()]
        unknown = [part for part in parts if part not in keys and part not in keys.values()]
        if unknown:
            raise Refusal(
                _("{value} is none of {choices}").fill(value=unknown[0][:80], choices=", ".join(keys))
            )
        return {self.name: tuple(keys.get(part, part) for part in parts)}


@dataclass(frozen=True)
class Amount(Field):
    """A quantity: shown in the words it was said in."""

    width: int = 20

    def text(self, item: Record, context: Context) -> str:
        """The words, or the number with its unit and period."""
        value: Quantity = self.get(item)
        if value.said:
            return value.said
        bounds = "–".join(shown(bound) for bound in (value.low, value.high) if bound is not None)
        unit = f" {value.unit}" if value.unit else ""
        return f"{bounds}{unit}/{value.period}" if value.period else f"{bounds}{unit}".strip()

    def read(self, cell: Cell, context: Context) -> Changes:
        """The words as they are, and the first number in them."""
        words = one_line(shown(cell))
        number = re.search(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", words).replace(",", ""))
        return {self.name: Quantity(said=words, low=float(number[0]) if number else None)}


@dataclass(frozen=True)
class Deadline(Line):
    """A deadline in people's words; ``due`` names the field with the date that they come to."""

    due: str = "due"

    def problem(self, item: Record, context: Context) -> Message | None:
        """Words that gave no date are kept, and said to be unread."""
        if self.get(item) and getattr(item, self.due) is None:
            return _("These words were not understood as a date; set the date beside them")
        return super().problem(item, context)
