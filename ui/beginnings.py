"""What a new parent record begins with: an interview with the questions of an outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.session import Session
from workbench.domain import Interview, Outline, OutlinePoint, OutlineQuestion, OutlineStage, Record, Stage
from workbench.messages import translator
from workbench.rules.codes import next_code
from workbench.rules.outlines import Plan, built_in, copied


@dataclass(frozen=True)
class Beginning:
    """One way to begin; ``records`` gives what is stored with the new record."""

    title: str
    records: Callable[[Record], Sequence[Record]] = lambda _head: ()


def beginnings(kind: type[Record], session: Session) -> list[Beginning]:
    """The ways a record of a kind may begin: the library's outlines for an interview, or the built-in one."""
    if kind is not Interview:
        return [Beginning("")]
    of = session.workspace.records(None)
    plan = Plan(of(OutlineStage), of(OutlineQuestion), of(OutlinePoint))
    own = [_outlined(outline, plan, session) for outline in of(Outline)]
    return own or [_outlined(*built_in(translator(session.project.language)), session)]


def named(kind: type[Record], session: Session) -> dict[str, str]:
    """The name that a new record of a kind has from its beginning: an interview's number."""
    return {"code": next_code("V", session.workspace.codes(session.scope), 2)} if kind is Interview else {}


def _outlined(outline: Outline, plan: Plan, session: Session) -> Beginning:
    def records(head: Record) -> Sequence[Record]:
        assert isinstance(head, Interview)
        known = session.workspace.all(Stage, head.project)
        first = max((each.position for each in known), default=-1.0) + 1.0
        return copied(outline, plan, head, first)

    return Beginning(outline.title, records)
