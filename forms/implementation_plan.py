"""Template 4: the solution implementation plan, with its timeline (T60-T65, T93-T95, H3, H4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.charts import timeline
from workbench.charts.scene import Scene
from workbench.charts.timeline_scale import Days, Months
from workbench.domain import Choice as ChoiceRecord
from workbench.domain import PlanStage, Solution, Task, TaskStatus
from workbench.messages import _
from workbench.rules import deadlines
from workbench.rules.calendar import WorkingCalendar, calendar_of
from workbench.spec import (
    Choice,
    Context,
    Day,
    Deadline,
    Decimal,
    Drawing,
    Form,
    Head,
    Line,
    Number,
    Numbered,
    Reference,
    Section,
)

STAGES = {PlanStage.SHORT: _("Problem fix"), PlanStage.LONG: _("Long-term optimisation")}
STATUSES = {
    TaskStatus.OPEN: _("Not started"),
    TaskStatus.DOING: _("In progress"),
    TaskStatus.DONE: _("Done"),
    TaskStatus.BLOCKED: _("Blocked"),
    TaskStatus.DROPPED: _("Dropped"),
}


def _calendar(context: Context) -> WorkingCalendar:
    country = "TW" if context.project.language == "zh_TW" else "CN"
    return calendar_of(context.records(ChoiceRecord), country)


def _completed(before: Task | None, after: Task, context: Context) -> Task:
    """Read a deadline that was typed anew, unless its date was set in the same edit."""
    old_text, old_due = (before.deadline_text, before.due) if before else ("", None)
    if after.deadline_text == old_text or after.due != old_due:
        return after
    plan = context.find(Solution, after.solution)
    start = (plan and plan.started_on) or after.start or context.project.started_on or date.today()  # noqa: DTZ011
    found = deadlines.read(after.deadline_text, start, _calendar(context))
    return replace(after, due=found.due if found else None)


def _timeline(items: Sequence[Task], context: Context, width: float, _height: float) -> Scene:
    translate, calendar = context.translate, _calendar(context)
    texts = timeline.Texts(
        stages={stage: translate(text) for stage, text in STAGES.items()},
        statuses={status: translate(text) for status, text in STATUSES.items()},
        months=Months([translate(name) for name in deadlines.MONTHS], translate(_("{month} {year}"))),
        today=translate(_("Today")),
        overdue=translate(_("{days} days late")),
        undated=translate(_("no date: {words}")),
        sentence=translate(
            _("Timeline of {total} tasks: {done} finished, {overdue} overdue, {undated} without a date.")
        ),
    )
    days = Days(date.today(), calendar.is_working)  # noqa: DTZ011 - the day of the person who looks
    return timeline.layout(items, days, texts, width, _numbers(items, context))


def _numbers(items: Sequence[Task], context: Context) -> dict[str, int]:
    """Each task's number in its stage, also where a picture shows only some of a plan."""
    plans = {item.solution for item in items}
    found: dict[str, int] = {}
    last: Counter[tuple[str | None, PlanStage]] = Counter()
    for task in sorted(context.records(Task), key=lambda task: task.position):
        if task.solution in plans:
            last[task.solution, task.stage] += 1
            found[task.id] = last[task.solution, task.stage]
    return found


FORM = Form(
    key="implementation_plan",
    title=_("Solution implementation plan"),
    record=Task,
    number=4,
    icon="chart-gantt",
    phase=5,
    place=1,
    landscape=True,
    head=Head(
        record=Solution,
        link="solution",
        fields=(Line("title", _("Plan name"), required=True),),
    ),
    fields=(
        Choice("stage", _("Implementation stage"), labels=STAGES, width=16),
        Numbered("text", _("Specific task"), required=True, width=40, among=("solution", "stage")),
        Line("owner_text", _("Owner"), required=True, width=20),
        Deadline("deadline_text", _("Deadline"), required=True, width=20),
    ),
    sections=(
        Section(
            _("Schedule"),
            (
                Day("start", _("Start")),
                Day("due", _("Due date")),
                Decimal("effort_days", _("Effort in person-days")),
                Number("progress", _("Progress in percent")),
                Choice("status", _("Status"), labels=STATUSES),
                Reference("member", _("Team member"), kind="member"),
            ),
        ),
    ),
    order=lambda item, _project: (item.stage is not PlanStage.SHORT, item.position),
    merged=("stage", "owner_text", "deadline_text"),
    completed=_completed,
    drawings=(
        Drawing("timeline", _("Timeline"), _timeline, size=(960.0, 400.0), wide=True, grows=True, most=12),
    ),
)
