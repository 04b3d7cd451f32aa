"""What is said about requirements beside the quadrant: who is near a border, who will cross it, who moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.domain import Requirement
from workbench.messages import Message, _
from workbench.rules.ageing import crossing
from workbench.rules.borderline import Move, borderline
from workbench.rules.priority import Priority

if TYPE_CHECKING:
    from ui.quadrant_fold import Line
    from ui.session import Session
    from workbench.workspace import Step

AXES: Mapping[str, Message] = {"value": _("Value"), "urgency": _("Urgency")}
SHORT = 40


def named(item: Requirement) -> str:
    """The code and the beginning of the text."""
    text = " ".join(item.description.split())
    return f"{item.code}  {text if len(text) <= SHORT else text[:SHORT] + '…'}"


def borderline_lines(
    session: Session, items: Iterable[Requirement], names: Mapping[Priority, str]
) -> list[Line]:
    """Who is one point from another quadrant, and what would move it."""
    translate = session.translate

    def said(move: Move) -> str:
        return f"{translate(AXES[move.axis])} {move.score} → {names[move.leads_to]}"

    return [
        (each.item.id, f"{each.item.code}  {said(move)}")
        for each in borderline(items, session.project)
        for move in each.moves
    ]


def crossing_lines(
    session: Session, items: Sequence[Requirement], until: date, names: Mapping[Priority, str]
) -> list[Line]:
    """Who will be in another quadrant up to a day, and when."""
    text = _("{code} crosses on {day}: {quadrant}")
    return [
        (
            each.item.id,
            session.translate(text.fill(code=each.item.code, day=str(each.on), quadrant=names[each.after])),
        )
        for each in crossing(items, session.project, until)
    ]


def log_lines(session: Session, steps: Sequence[Step], today: date) -> list[Line]:
    """Today's changes of scores, the newest first."""
    found: list[Line] = []
    for step in reversed(steps):
        at = step.at.astimezone()
        if at.date() < today:
            break
        for identity, text in _moved(session, step):
            found.append((identity, f"{at:%H:%M}  {text}  {step.who}".rstrip()))
    return found


def _moved(session: Session, step: Step) -> Iterator[Line]:
    for change in step.changes:
        before, after = change.before, change.after
        if isinstance(before, Requirement) and isinstance(after, Requirement):
            pairs = [(name, getattr(before, axis), getattr(after, axis)) for axis, name in AXES.items()]
            said = [
                f"{session.translate(name)} {old or '—'} → {new or '—'}"
                for name, old, new in pairs
                if old != new
            ]
            if said:
                yield after.id, f"{after.code}  {', '.join(said)}"
