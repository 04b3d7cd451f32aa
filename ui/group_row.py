"""A row of a table that stands above others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class GroupRow:
    """A row that names those below it."""

    title: str = ""
    meta: str = ""
    tone: str = ""
    texts: tuple[str, ...] = ()
    count: int = 0
    """How many rows it names."""
    note: str = ""

    def tell(self, count: int) -> None:
        """Say how many rows it names now: it stands in other orders of the same rows, too."""
        self.count = count
        self.meta = f"{self.note} · {count}" if self.note else str(count)
        self.texts = (f"{self.title} · {self.meta}", *self.texts[1:])
