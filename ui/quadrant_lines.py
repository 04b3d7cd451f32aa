"""What is said about requirements beside the quadrant: who is near a border, who will cross it, who moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.domain import Requirement
from workbench.messages import Message, _
from workbench.rules.ageing import crossing
from workbench.rules.borderline import Move, borderline
from workbench.rules.priority import Priority, priority

if TYPE_CHECKING:
    from ui.quadrant_fold import Line
    from ui.session import Session
    from workbench.workspace import Step

AXES: Mapping[str, Message] = {"value": _("Value"), "urgency": _("Urgency")}


def named(item: Requirement) -> str:
    """The code and the text on one line."""
    return f"{item.code}  {' '.join(item.description.split())}"


def unplaced_lines(session: Session, items: Iterable[Requirement]) -> list[Line]:
    """Who lacks a score."""
    return [(item.id, named(item)) for item in items if priority(item, session.project) is None]


def borderline_lines(
    session: Session, items: Iterable[Requirement], names: Mapping[Priority, str]
) -> list[Line]:
    """Who is one point from another quadrant, and what would move it."""
    translate = session.translate

    def said(move: Move) -> str:
        return f"{translate(AXES[move.axis])} {move.score} → {names[move.leads_to]}"

    return [
        (each.item.id, "\n".join([named(each.item), *map(said, each.moves)]))
        for each in borderline(items, session.project)
    ]


def crossing_lines(
    session: Session, items: Sequence[Requirement], until: date, names: Mapping[Priority, str]
) -> list[Line]:
    """Who will be in another quadrant up to a day, and when."""
    text = _("From {day}: {quadrant}")
    return [
        (
            each.item.id,
            f"{named(each.item)}\n"
            + session.translate(text.fill(day=str(each.on), quadrant=names[each.after])),
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
        for item, text in _moved(session, step):
            said = "  ".join(filter(None, (f"{at:%H:%M}", text, step.who)))
            found.append((item.id, f"{named(item)}\n{said}"))
    return found


def _moved(session: Session, step: Step) -> Iterator[tuple[Requirement, str]]:
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
                yield after, session.translate(_(", ")).join(said)
