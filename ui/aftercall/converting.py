"""A line becomes a requirement or a problem as it does on the page of the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.interview.acts import LineActs
from ui.interview.call import Call
from workbench.domain import Note, Problem, Requirement

if TYPE_CHECKING:
    from ui.session import Session


def convert(session: Session, note: Note, kind: type[Requirement] | type[Problem]) -> str:
    """Make it as one step with the evidence link, and return its code."""
    call = Call(session)
    call.identity = note.interview or ""
    return str(getattr(LineActs(call).convert(note, kind), "code", ""))
