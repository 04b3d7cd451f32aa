"""Fields that look beyond their own record: answers from a tree, texts of child records, running numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from workbench.domain import Record
from workbench.domain.text import clean, one_line
from workbench.messages import Message, Refusal, _
from workbench.report import Cell
from workbench.spec.computed import Computed
from workbench.spec.context import Context
from workbench.spec.fields import Changes, Field, Line, Related, shown


@dataclass(frozen=True)
class Derived(Computed):
    """A value worked out from a record and others of its project."""

    found: Callable[[Any, Context], Any] = lambda _item, _context: None

    def value(self, item: Record, context: Context) -> Any:
        """What the rule says."""
        return self.found(item, context)


@dataclass(frozen=True)
class Count(Derived):
    """How many other records belong to a record; none is worth a warning."""

    icon: str = ""
    none: Message | None = None
    """What is said where there are none."""
    doubt: Callable[[Any, Context], Message | None] = lambda _item, _context: None
    """What is said of those there are, while they do not settle it."""

    def problem(self, item: Record, context: Context) -> Message | None:
        """None is marked, never blocked."""
        return self.doubt(item, context) if self.value(item, context) else self.none


@dataclass(frozen=True)
class Claim(Derived):
    """An answer that follows from proof, but may be claimed: writing ``claims`` stores that and no more."""

    stored: str = ""
    claims: Mapping[Any, bool] | None = None

    editable: ClassVar[bool] = True

    def read(self, cell: Cell, context: Context) -> Changes:
        """The claim that a printed answer makes; an answer that only proof can give changes nothing."""
        text = one_line(shown(cell))
        for value, label in (self.labels or {}).items():
            if text in (context.translate(label), str(value)):
                claims = self.claims or {}
                return {self.stored: claims[value]} if value in claims else {}
        names = ", ".join(context.translate(label) for label in (self.labels or {}).values())
        raise Refusal(_("{value} is none of {choices}").fill(value=text[:80], choices=names))


@dataclass(frozen=True)
class Numbered(Line):
    """A text that the document prints with its number among the rows of one block: ``2.Improve the code``."""

    among: tuple[str, ...] = ()
    """The fields that rows of one block share."""

    def text(self, item: Record, context: Context) -> str:
        """The number and the text."""
        numbers = context.once(
            ("numbers", type(item), self.among), lambda: self._numbers(type(item), context)
        )
        return (
            f"{numbers[item.id]}.{self.get(item)}"
            if self.get(item) and item.id in numbers
            else self.get(item)
        )

    def _numbers(self, kind: type[Record], context: Context) -> dict[str, int]:
        counts: Counter[tuple[Any, ...]] = Counter()
        found = {}
        for each in sorted(context.records(kind), key=lambda item: item.position):
            key = tuple(getattr(each, name) for name in self.among)
            counts[key] += 1
            found[each.id] = counts[key]
        return found

    def read(self, cell: Cell, context: Context) -> Changes:
        """The text without its number."""
        return {self.name: re.sub(r"^\s*\d+\s*[.．、]\s*", "", one_line(shown(cell)))}


@dataclass(frozen=True)
class Listed(Field):
    """The texts of child records in one cell: numbered lines (questions), or joined by a mark (points)."""

    kind: type[Record] = Record
    link: str = ""
    """The child's field that holds this record's id."""
    attribute: str = "text"
    numbered: bool = True
    width: int = 44

    def children(self, item: Record, context: Context) -> list[Any]:
        """The child records in order."""
        families = context.once(("children", self.kind, self.link), lambda: self._families(context))
        return list(families.get(item.id, ()))

    def _families(self, context: Context) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for each in sorted(context.records(self.kind), key=lambda item: item.position):
            found.setdefault(getattr(each, self.link), []).append(each)
        return found

    def get(self, item: Record) -> Any:
        """Nothing is stored in the record itself."""
        return None

    def text(self, item: Record, context: Context) -> str:
        """The children's texts as the document prints them."""
        texts = [one_line(getattr(each, self.attribute)) for each in self.children(item, context)]
        if self.numbered:
            return "\n".join(f"{number}.{text}" for number, text in enumerate(texts, start=1))
        return context.translate(_(", ")).join(texts)

    def read(self, cell: Cell, context: Context) -> Changes:
        """Nothing of the record itself; see ``related``."""
        return {}

    def related(self, item: Record, cell: Cell, context: Context) -> Related:
        """The children that the cell's texts ask for: kept by place, new ones added, surplus ones removed."""
        children, texts = self.children(item, context), self._texts(clean(shown(cell)))
        kept = [
            replace(child, **{self.attribute: text})
            for child, text in zip(children, texts, strict=False)
            if getattr(child, self.attribute) != text
        ]
        start = children[-1].position + 1 if children else 0.0
        added = [self._child(item, start + place, text) for place, text in enumerate(texts[len(children) :])]
        return Related((*kept, *added), tuple(children[len(texts) :]))

    def _child(self, item: Record, position: float, text: str) -> Record:
        values: Changes = {self.link: item.id, self.attribute: text}
        return self.kind(project=item.project, position=position, **values)

    def _texts(self, cell: str) -> Sequence[str]:
        if self.numbered:
            parts = re.split(r"\n|(?<!\d)(?=\d{1,2}[.．、]\D)", cell)
            texts = [re.sub(r"^\s*\d{1,2}\s*[.．、]\s*", "", part) for part in parts]
        else:
            texts = re.split(r"[、,，;；\n]", cell)
        return [text.strip() for text in texts if text.strip()]
