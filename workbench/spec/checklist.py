"""A field that keeps a checklist as text."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain import Record
from workbench.rules.acceptance import printed
from workbench.spec.context import Context
from workbench.spec.fields import Note


@dataclass(frozen=True)
class Checklist(Note):
    """One line a criterion, each with a tick and today's value (``rules.acceptance``)."""

    def text(self, item: Record, context: Context) -> str:
        """Boxes and words, one criterion a line."""
        return "\n".join(printed(str(self.get(item)), context.translate))
