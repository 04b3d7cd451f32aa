"""A requirement becomes a task of the plan that answers it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ui.edits import Edits
from workbench.domain import Link, Relation, Requirement, Solution, Task
from workbench.domain.text import one_line
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Record


def can_make_tasks(session: Session) -> bool:
    """Whether there is a template for tasks."""
    return any(each.record is Task for each in session.forms)


def make_task(session: Session, item: Requirement, by: object = None) -> Task:
    """The task, at the end of the requirement's plan; plan, task and link are one step.

    The first plan made for the requirement takes it, a new one where there is none.
    """
    form = next(each for each in session.forms if each.record is Task)
    edits, context = Edits(form, session), session.context()
    made: list[Record] = []
    plan = next((each for each in context.records(Solution) if each.for_ == item.id), None)
    if plan is None:
        plan = replace(
            cast(Solution, edits.new_head(context)), title=one_line(item.description), for_=item.id
        )
        made.append(plan)
    task = edits.completed(
        edits.new(context, solution=plan.id, text=item.description, owner_text=item.who, due=item.due)
    )
    last = max((each.position for each in context.records(Link)), default=-1.0)
    link = Link(
        project=item.project, from_=task.id, to=item.id, relation=Relation.SERVES, position=last + 1.0
    )
    name = item.code or one_line(item.description)[:24]
    session.workspace.put(*made, task, link, label=_("Task made of {name}").fill(name=name), by=by)
    return cast(Task, task)
