"""How kinds of record and the fields that no form shows are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ui.preferences.lists import TITLES
from workbench.messages import Message, _

KINDS: Mapping[str, Message] = {
    "project": _("Project"),
    "choice": _("List entry"),
    "member": _("Team member"),
    "account": _("Client"),
    "contact": _("Contact"),
    "outline": _("Interview template"),
    "outline_stage": _("Stage of a template"),
    "outline_question": _("Question of a template"),
    "outline_point": _("Point of a template"),
    "source_document": _("Source document"),
    "internal_session": _("Internal session"),
    "interview": _("Interview"),
    "stage": _("Interview stage"),
    "question": _("Question"),
    "point": _("Point to cover"),
    "note": _("Note"),
    "requirement": _("Requirement"),
    "problem": _("Problem"),
    "is_is_not": _("Is / is not"),
    "impact_estimate": _("Impact estimate"),
    "cause": _("Cause"),
    "solution": _("Plan"),
    "task": _("Task"),
    "progress_report": _("Progress report"),
    "risk": _("Risk"),
    "measure": _("Measure"),
    "measurement": _("Measurement"),
    "review": _("Review"),
    "lesson": _("Lesson"),
    "link": _("Evidence link"),
    "workshop": _("Workshop"),
    "agenda_item": _("Agenda item"),
    "vote": _("Vote"),
    "parked_item": _("Parked item"),
    "decision": _("Decision"),
}

FIELDS: Mapping[str, Message] = {
    "position": _("Order"),
    "status": _("Status"),
    "state": _("State"),
    "list": _("List"),
    "key": _("Key"),
    "text": _("Text"),
    "hidden": _("Hidden"),
    "account": _("Client"),
    "name": _("Name"),
    "title": _("Title"),
    "code": _("Code"),
    "role": _("Role"),
    "remark": _("Remark"),
    "language": _("Language"),
    "outline": _("Interview template"),
    "minutes": _("Minutes"),
    "may_skip": _("May be skipped"),
    "stage": _("Interview stage"),
    "planned_at": _("Planned for"),
    "started_at": _("Begun"),
    "ended_at": _("Ended"),
    "held_on": _("Held on"),
    "purpose": _("Purpose"),
    "private_remarks": _("Private remarks"),
    "clock": _("Call time"),
    "clock_since": _("Clock running since"),
    "interview": _("Interview"),
    "answer": _("Answer"),
    "point": _("Point to cover"),
    "confirmed_at": _("Confirmed"),
    "draft": _("Draft"),
    "real_need": _("Real need"),
    "quiet": _("Not shown"),
    "raised_by": _("Raised by"),
    "doubtful": _("Doubtful"),
    "acceptance": _("Acceptance criteria"),
    "urgent_on": _("Urgent until"),
    "urgency_scored_on": _("Urgency scored on"),
    "problem": _("Problem"),
    "parent": _("Belongs under"),
    "solution": _("Plan"),
    "measure": _("Measure"),
    "goal": _("Goal"),
    "decided_by": _("Decided by"),
    "voters": _("Voters"),
    "names_hidden": _("Names hidden"),
    "scores_before": _("Scores before"),
    "workshop": _("Workshop"),
    "spent": _("Time spent"),
    "done": _("Done"),
    "requirement": _("Requirement"),
    "axis": _("Axis"),
    "voter": _("Voter"),
    "score": _("Score"),
    "why": _("Reason"),
    "who": _("Who"),
    "at": _("When"),
}

UNTOLD: Mapping[str, Collection[str]] = {"choice": ("key",)}
"""Fields that are names for programs."""

TIMES = frozenset({"clock", "spent"})
"""Fields that count milliseconds of call time."""

WORDS: Mapping[str, Mapping[str, Message]] = {
    "state": {"open": _("Not covered yet"), "covered": _("Covered")},
    "axis": {"value": _("Value"), "urgency": _("Urgency")},
    "list": TITLES,
    "status": {"active": _("Under way"), "archived": _("Archived")},
}
"""What the values of fields that no form shows are called."""
