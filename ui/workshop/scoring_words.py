"""What is said about votes and scores."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.quadrant_panel import texts
from workbench.charts.quadrant_texts import Texts
from workbench.domain import Axis
from workbench.messages import Message, _
from workbench.rules.voting import Tally

if TYPE_CHECKING:
    from ui.session import Session
    from ui.workshop.meeting import Meeting

NAMED, LONGEST = 3, 28


def wall_texts(meeting: Meeting) -> Texts:
    """The words of the chart for a room with clients: what they have not confirmed is ours to know."""
    return replace(texts(meeting.edits, meeting.session.context()), doubtful=frozenset())


def anchors(session: Session, axis: Axis) -> str:
    """What each score means, the highest first."""
    texts = session.context().texts(f"anchor_{axis}")
    return "\n".join(f"{score}  {texts[score]}" for score in sorted(texts, reverse=True))


def says_tally(found: Tally) -> Message:
    """Spread, median and agreement: no mean of people who disagree is sold as consensus."""
    return _("Spread {spread} · median {median} · {same} of {all} agree").fill(
        median=f"{found.median:g}", spread=found.spread, same=max(found.counts), all=found.votes
    )


def asks_tally(meeting: Meeting, found: Tally, away: Set[str]) -> str:
    """Who is asked for a sentence, and who was away."""
    tell, lines = meeting.session.translate, []
    if found.spread:
        ask = _("One sentence each, please: highest ({highest}) and lowest ({lowest})")
        highest, lowest = (_names(meeting, names) for names in (found.highest, found.lowest))
        lines.append(tell(ask.fill(highest=highest, lowest=lowest)))
    if away:
        gone = [name for name in meeting.voters if name in away]
        lines.append(tell(_("Away: {names}").fill(names=_names(meeting, gone))))
    return "\n".join(lines)


def _names(meeting: Meeting, names: Sequence[str]) -> str:
    called = [meeting.called(name) for name in names[:NAMED]]
    called = [name if len(name) <= LONGEST else f"{name[:LONGEST]}…" for name in called]
    more = [f"+{len(names) - NAMED}"] if len(names) > NAMED else []
    return meeting.session.translate(_(", ")).join([*called, *more])
