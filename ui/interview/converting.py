"""A line becomes a requirement or a problem: in the call, and when it is sorted afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.session import Session
from workbench.domain import Interview, Link, Note, NoteKind, Problem, Record, Requirement
from workbench.domain.text import one_line
from workbench.messages import _
from workbench.rules.clock import stamp
from workbench.rules.codes import next_code
from workbench.rules.needs import is_solution


def convert(
    session: Session, note: Note, kind: type[Requirement] | type[Problem], by: object
) -> Requirement | Problem:
    """Make it, linked to the line as its evidence, as one step."""
    made = _requirement(session, note) if kind is Requirement else _problem(session, note)
    own = NoteKind.NEED if kind is Requirement else NoteKind.PAIN
    marked = replace(note, note_kind=own) if note.note_kind is NoteKind.NONE else note
    said = " · ".join(part for part in (stamp(note.at), note.speaker) if part)
    link = Link(project=note.project, from_=note.id, to=made.id, note=said, position=_next(session, Link))
    label = _("{code} from line {time}").fill(code=made.code, time=stamp(note.at))
    known: tuple[Record, ...] = (made, link, marked)
    session.workspace.put(*known, label=label, by=by)
    return made


def _known(session: Session, kind: type[Any]) -> list[Any]:
    return session.workspace.all(kind, session.scope) if session.scope is not None else []


def _next(session: Session, kind: type[Any]) -> float:
    places: list[float] = [each.position for each in _known(session, kind)]
    return max(places, default=-1.0) + 1.0


def _interview(session: Session, note: Note) -> Interview | None:
    found = session.workspace.find(note.interview)
    return found if isinstance(found, Interview) else None


def _requirement(session: Session, note: Note) -> Requirement:
    text, interview = one_line(note.text), _interview(session, note)
    return Requirement(
        project=note.project,
        position=_next(session, Requirement),
        code=next_code(session.project.code, session.workspace.codes(session.scope)),
        description=one_line(note.real_need) or text,
        wanted_solution=text if note.real_need or is_solution(text) else "",
        real_need=note.real_need,
        raised_by=note.speaker or (interview.title if interview else ""),
    )


def _problem(session: Session, note: Note) -> Problem:
    interview = _interview(session, note)
    return Problem(
        project=note.project,
        position=_next(session, Problem),
        code=next_code("P", session.workspace.codes(session.scope), 2),
        phenomenon=one_line(note.text),
        account=interview.account if interview else None,
    )
