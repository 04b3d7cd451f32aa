"""Fields that a rule works out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.domain import Project, Record
from workbench.messages import Message, _
from workbench.report import Cell, Column
from workbench.spec.context import Context
from workbench.spec.fields import Changes, Field, shown


@dataclass(frozen=True)
class Computed(Field):
    """A value worked out from a record and its project by a rule, never stored."""

    rule: Callable[[Any, Project], Any] = lambda _item, _project: None
    labels: Mapping[Any, Message] | None = None
    tones: Mapping[Any, str] | None = None
    """The colour tone of each value."""
    short: Mapping[Any, Message] | None = None
    """The same names where there is little room: none is cut to what it shares with another."""
    formula: Callable[[Project, Mapping[Any, str]], str] | None = None
    """The same rule for a workbook: from the project and the labels to an Excel formula over column keys."""

    editable: ClassVar[bool] = False

    def value(self, item: Record, context: Context) -> Any:
        """What the rule says."""
        return self.rule(item, context.project)

    def get(self, item: Record) -> Any:
        """Nothing is stored."""
        return None

    def text(self, item: Record, context: Context) -> str:
        """The value, by its name if it has one."""
        value = self.value(item, context)
        labels = self.labels or {}
        return context.translate(labels[value]) if value in labels else shown(value)

    def read(self, cell: Cell, context: Context) -> Changes:
        """Nothing: it is derived."""
        return {}

    def problem(self, item: Record, context: Context) -> Message | None:
        """Never wrong by itself."""
        return None

    def column(self, context: Context) -> Column:
        """A column coloured by its values."""
        names = {value: context.translate(label) for value, label in (self.labels or {}).items()}
        tones = {names[value]: tone for value, tone in (self.tones or {}).items()}
        return Column(self.name, context.translate(self.label), self.width, derived=True, tones=tones)

    def working_columns(self, context: Context) -> tuple[Column, ...]:
        """The rule as a live formula, where it has one."""
        if self.formula is None:
            return ()
        names = {value: context.translate(label) for value, label in (self.labels or {}).items()}
        label = context.translate(_("{field}: formula").fill(field=context.translate(self.label)))
        formula = self.formula(context.project, names)
        return (
            Column(
                f"{self.name}.live",
                label,
                self.width,
                formula=formula,
                derived=True,
                tones=self.column(context).tones,
            ),
        )

    def working_cells(self, item: Record, context: Context) -> tuple[Cell, ...]:
        """What the formula comes to."""
        return (self.text(item, context),) if self.formula else ()
