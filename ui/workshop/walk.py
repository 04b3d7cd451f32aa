"""Parts that go through requirements one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ui.workshop.part import PartView
from workbench.domain import Requirement


class Walk(PartView):
    """A part with one requirement on the stage; ``list`` says which there are, in order."""

    current = ""

    def list(self) -> Sequence[Requirement]:
        """What this part goes through."""
        return ()

    def talked_about(self) -> Requirement | None:
        """The requirement on the stage; the first if it has gone."""
        items = self.list()
        return next((each for each in items if each.id == self.current), items[0] if items else None)

    def number(self) -> tuple[int, int]:
        """Which of how many is on the stage, counted from 1."""
        items = self.list()
        here = self.talked_about()
        return (items.index(here) + 1 if here else 0), len(items)

    def step(self, by: int) -> bool:
        """Go on or back; False at the end."""
        items, here = self.list(), self.talked_about()
        at = items.index(here) + by if here else -1
        if not 0 <= at < len(items):
            return False
        self.go_to(items[at].id)
        return True

    def go_to(self, identity: str) -> None:
        """Put a requirement on the stage."""
        self.session.workspace.end_visit()
        self.current = identity
        self.refresh()
        self.moved.emit()

    def place(self) -> dict[str, Any]:
        """Which requirement is on the stage."""
        here = self.talked_about()
        return {"item": here.id if here else ""}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a requirement."""
        self.current = str(place.get("item", ""))
