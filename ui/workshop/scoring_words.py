"""What is said about votes and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.domain import Axis
from workbench.messages import _
from workbench.rules.voting import Tally

if TYPE_CHECKING:
    from ui.session import Session
    from ui.workshop.meeting import Meeting

NAMED = 3


def anchors(session: Session, axis: Axis) -> str:
    """What each score means, the highest first."""
    texts = session.context().texts(f"anchor_{axis}")
    return "\n".join(f"{score}  {texts[score]}" for score in sorted(texts, reverse=True))


def says_tally(meeting: Meeting, found: Tally) -> str:
    """Median, spread and agreement, and who is asked for a sentence."""
    tell = meeting.session.translate
    facts = _("Median {median} · spread {spread} · {same} of {all} agree").fill(
        median=f"{found.median:g}", spread=found.spread, same=max(found.counts), all=found.votes
    )
    if not found.spread:
        return tell(facts)
    highest, lowest = (
        ", ".join(meeting.called(name) for name in names[:NAMED]) for names in (found.highest, found.lowest)
    )
    ask = _("One sentence each, please: highest ({highest}) and lowest ({lowest})")
    return f"{tell(facts)}\n{tell(ask.fill(highest=highest, lowest=lowest))}"
