"""What the quadrant is drawn with: its words and its room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.rules.priority import Priority


@dataclass(frozen=True)
class Texts:
    """The words of the drawing, translated.

    ``high`` has {score}; ``sentence`` has {total}, {scored} and {counts}.
    """

    value: str
    urgency: str
    names: Mapping[Priority, str]
    policies: Mapping[Priority, str]
    high: str
    sentence: str
    doubt: str = ""
    """The word for those whose disc is hollow and dashed."""
    unsure: str = ""
    """The same where there is little room."""
    doubtful: frozenset[str] = frozenset()
    """Their ids."""

    def doubt_of(self, record: str) -> str:
        """What is to be said of a requirement that the client has not confirmed, or nothing."""
        return self.doubt if record in self.doubtful else ""


@dataclass(frozen=True)
class Room:
    """The room there is, in scene units.

    ``names`` shows requirements by their text where that fits, ``cards`` as cards where those fit.
    """

    width: float
    height: float
    names: bool = True
    cards: bool = False
