"""How far the client has confirmed what a record rests on (templates.md 5.7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.domain import Confirmation, Link, Note, Record, Relation
from workbench.messages import _

LABELS: Final = {
    Confirmation.NONE: _("Not paraphrased"),
    Confirmation.PARAPHRASED: _("Awaiting confirmation"),
    Confirmation.CONFIRMED: _("Confirmed"),
    Confirmation.CORRECTED: _("Corrected"),
    Confirmation.REJECTED: _("Not so"),
}
SETTLED: Final = frozenset({Confirmation.CONFIRMED, Confirmation.CORRECTED})
"""The client has said that it is so."""
_WEIGHT: Final = (
    Confirmation.REJECTED,
    Confirmation.NONE,
    Confirmation.PARAPHRASED,
    Confirmation.CORRECTED,
    Confirmation.CONFIRMED,
)


UNCONFIRMED: Final = _("Not confirmed by the client")
"""What is said of a record whose sentences the client has not confirmed."""


def unconfirmed(links: Iterable[Link], notes: Iterable[Note]) -> frozenset[str]:
    """The ids of what rests on sentences of which the client has confirmed none."""
    settled = {note.id: note.confirmation in SETTLED for note in notes if not note.draft}
    found: dict[str, bool] = {}
    for link in links:
        if link.to and link.relation is Relation.EVIDENCE and link.from_ in settled:
            found[link.to] = found.get(link.to, False) or settled[link.from_]
    return frozenset(identity for identity, sure in found.items() if not sure)


def confirmation_of(item: Record, links: Iterable[Link], notes: Iterable[Note]) -> Confirmation | None:
    """The best that was said of a requirement's or problem's sentences; None if it rests on none."""
    origins = {
        link.from_
        for link in links
        if link.to == item.id and link.relation is Relation.EVIDENCE and link.from_
    }
    states = [note.confirmation for note in notes if note.id in origins]
    return max(states, key=_WEIGHT.index, default=None)
