"""Requirements of the same scores stand in the order that somebody gives them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.messages import Message, _
from workbench.rules.priority import importance

if TYPE_CHECKING:
    from ui.edits import Edits
    from workbench.domain import Project, Requirement

ONLY_EQUALS = _("Requirements change places by hand only where their scores are the same")


def change_places(
    edits: Edits, project: Project, shown: Sequence[Requirement], identity: str, step: int
) -> Message | None:
    """Let one of those shown change places with its neighbour; a sentence where that says nothing."""
    at = next((n for n, each in enumerate(shown) if each.id == identity), -1)
    if at < 0 or not 0 <= at + step < len(shown):
        return None
    one, other = shown[at], shown[at + step]
    ranks = [importance(replace(each, position=0.0), project) for each in (one, other)]
    if ranks[0] != ranks[1]:
        return ONLY_EQUALS
    edits.reorder((other, one) if step > 0 else (one, other), [one])  # in the order they shall have
    return None
