"""What the palette lists: groups of rows, each with what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.messages import Message, _
from workbench.search.folding import Span


class Reach(StrEnum):
    """Where is searched."""

    PROJECT = "project"
    EVERYWHERE = "everywhere"
    LIBRARY = "library"


REACHES = {
    Reach.PROJECT: _("This project"),
    Reach.EVERYWHERE: _("All projects"),
    Reach.LIBRARY: _("Library"),
}


@dataclass(frozen=True)
class Row:
    """One line to choose. ``spans`` are the places of ``text`` that were looked for."""

    text: str
    act: Callable[[], object]
    icon: str = ""
    spans: Sequence[Span] = ()
    aside: str = ""
    below: str = ""
    below_spans: Sequence[Span] = ()
    keys: str = ""
    verb: str = ""
    why: str = ""
    """Why it cannot be done now; empty if it can."""
    stays: bool = False
    """Whether the palette stays open."""
    sure: int = 0
    """How surely what was typed is its name, if at all: then it comes before what was written."""

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return " · ".join(part for part in (self.text, self.aside, self.below, self.why, self.keys) if part)


@dataclass(frozen=True)
class Group:
    """Rows under a title."""

    title: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Step:
    """A choice that belongs to another: its groups for what is typed, and how its input is called."""

    name: Message
    rows: Callable[[str], Sequence[Group]]
