"""A new interview: filled in from the project, the call before, and what was left open there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.beginnings import Beginning, beginnings
from ui.interview.call import Call
from ui.session import Session
from workbench.domain import (
    Contact,
    Interview,
    Link,
    Note,
    Outline,
    OutlinePoint,
    OutlineQuestion,
    OutlineStage,
    Question,
    Record,
    Stage,
)
from workbench.domain.record import new_id
from workbench.messages import _, translator
from workbench.rules.codes import next_code
from workbench.rules.left_open import left_open
from workbench.rules.outlines import TITLE, built_in, copied

CARRIED = 5


@dataclass(frozen=True)
class Way:
    """One outline to begin with."""

    title: str
    beginning: Beginning


def ways(session: Session) -> list[Way]:
    """The outlines to choose among: one's own, and the built-in one."""
    translate = translator(session.project.language)
    own = [Way(each.title, each) for each in beginnings(Interview, session)]
    if not session.workspace.all(Outline, None):
        return own
    outline, plan = built_in(translate)
    known = session.workspace.all(Stage, session.scope)
    first = max((each.position for each in known), default=-1.0) + 1.0

    def records(head: Record) -> Sequence[Record]:
        assert isinstance(head, Interview)
        return copied(outline, plan, head, first)

    return [*own, Way(translate(TITLE), Beginning(outline.title, records))]


def begin(session: Session, way: Way, by: object = None) -> Interview:
    """Make an interview as one step."""
    interview = _interview(session)
    parts = list(way.beginning.records(interview))
    made = [interview, *parts, *_carried(session, parts)]
    session.workspace.put(*made, label=_("New interview {code}").fill(code=interview.code), by=by)
    return interview


def _interview(session: Session) -> Interview:
    known = session.workspace.all(Interview, session.scope)
    last = known[-1] if known else None
    account = session.project.account or (last.account if last else None)
    contacts = [each for each in session.workspace.all(Contact, None) if each.account == account]
    between = translator(session.project.language)(_(", "))
    people = between.join(contact.name for contact in contacts if contact.name)
    return Interview(
        project=session.scope,
        position=max((each.position for each in known), default=-1.0) + 1.0,
        code=next_code("V", session.workspace.codes(session.scope), 2),
        title=contacts[0].name if contacts else last.title if last else "",
        account=account,
        mode=last.mode if last else Interview().mode,
        participants=people or (last.participants if last else ""),
    )


def _carried(session: Session, parts: Sequence[Record]) -> list[Question]:
    """What was left open in the calls before, as questions of the first stage."""
    stage = next((each for each in parts if isinstance(each, Stage)), None)
    if stage is None:
        return []
    workspace, scope = session.workspace, session.scope
    known = workspace.all(Note, scope), workspace.all(Link, scope), workspace.all(Question, scope)
    left = left_open(*known)
    first = max((each.position for each in parts if isinstance(each, Question)), default=0.0) + 1.0
    say = translator(session.project.language)
    made = []
    for place, note in enumerate(left[-CARRIED:]):
        text = say(_("Left open: {text}").fill(text=" ".join(note.text.split())))
        made.append(Question(project=session.scope, stage=stage.id, text=text, position=first + place))
    return made


def kept_outline(call: Call) -> list[Record]:
    """The outline of an interview as a template of one's own in the library."""
    interview = call.interview
    if interview is None:
        return []
    language = call.session.project.language
    known = call.session.workspace.all(Outline, None)
    title = interview.title or interview.code
    outline = Outline(id=new_id(), title=title, language=language, position=float(len(known)))
    made: list[Record] = [outline]
    names: dict[str | None, str] = {}
    for stage in call.stages:
        names[stage.id] = new_id()
        made.append(
            OutlineStage(
                id=names[stage.id],
                outline=outline.id,
                title=stage.title,
                minutes=stage.minutes,
                may_skip=stage.may_skip,
                position=stage.position,
            )
        )
    made += [
        OutlineQuestion(
            stage=names[each.stage], text=each.text, may_skip=each.may_skip, position=each.position
        )
        for each in call.questions
    ]
    made += [
        OutlinePoint(stage=names[each.stage], text=each.text, position=each.position) for each in call.points
    ]
    return made
