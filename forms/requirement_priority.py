"""Template 2: requirements by value and urgency (T81-T87)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.charts import quadrant
from workbench.charts.scene import Scene
from workbench.domain import Feasibility, Link, Progress, Project, Requirement, Verdict
from workbench.domain import Note as Sentence
from workbench.messages import Message, _
from workbench.rules.acceptance import printed
from workbench.rules.confirmations import UNCONFIRMED, unconfirmed
from workbench.rules.evidence import agreed, supports
from workbench.rules.priority import Priority, importance, priority
from workbench.rules.validation import OUT, unreasoned, validated
from workbench.spec import (
    Checklist,
    Choice,
    Code,
    Computed,
    Context,
    Count,
    Day,
    Derived,
    Drawing,
    Form,
    Line,
    Note,
    Rating,
    Section,
    Tick,
)
from workbench.tokens import PRIORITY_TONES

PRIORITIES = {
    Priority.HIGH_HIGH: _("High value - high urgency"),
    Priority.HIGH_LOW: _("High value - low urgency"),
    Priority.LOW_HIGH: _("Low value - high urgency"),
    Priority.LOW_LOW: _("Low value - low urgency"),
}
SHORT = {
    Priority.HIGH_HIGH: _("High-high"),
    Priority.HIGH_LOW: _("High-low"),
    Priority.LOW_HIGH: _("Low-high"),
    Priority.LOW_LOW: _("Low-low"),
}
FEASIBILITY = {
    Feasibility.UNKNOWN: _("Not assessed"),
    Feasibility.FEASIBLE: _("Feasible"),
    Feasibility.INFEASIBLE: _("Not feasible"),
}
VERDICTS = {
    Verdict.UNDECIDED: _("Undecided"),
    Verdict.KEPT: _("Kept"),
    Verdict.REJECTED: _("Rejected"),
    Verdict.PSEUDO: _("Pseudo requirement"),
}
PROGRESS = {
    Progress.OPEN: _("Not started"),
    Progress.PLANNED: _("Planned"),
    Progress.DOING: _("In progress"),
    Progress.DONE: _("Done"),
    Progress.DROPPED: _("Dropped"),
}


YES_NO: Mapping[bool, Message] = {True: _("Yes"), False: _("No")}


def _supports(item: Requirement, context: Context) -> list[Link]:
    found: dict[str, list[Link]] = context.once("supports", lambda: supports(context.records(Link)))
    return found.get(item.id, [])


def _agreed(item: Requirement, context: Context) -> bool:
    notes = context.once("sentences", lambda: {each.id: each for each in context.records(Sentence)})
    return bool(agreed(_supports(item, context), notes))


def _doubtful(context: Context) -> frozenset[str]:
    def find() -> frozenset[str]:
        return unconfirmed(context.records(Link), context.records(Sentence))

    found: frozenset[str] = context.once("unconfirmed", find)
    return found


def _doubt(item: Requirement, context: Context) -> Message | None:
    return UNCONFIRMED if item.id in _doubtful(context) else None


def _below(items: Sequence[Requirement], context: Context) -> Iterator[str]:
    """What the client has not confirmed, and will judge by: the table's columns are the document's."""
    codes = [item.code for item in items if item.id in _doubtful(context)]
    if codes:
        names = context.translate(_(", ")).join(codes)
        yield context.translate(
            _("Not confirmed by the client: {names} (dashed in the quadrant)").fill(names=names)
        )
    for item in items:
        if item.acceptance.strip() and item.verdict not in OUT:
            criteria = context.translate(_("; ")).join(printed(item.acceptance, context.translate))
            said = _("{name}, acceptance criteria: {criteria}").fill(name=item.code, criteria=criteria)
            yield context.translate(said)


def _completed(before: Requirement | None, after: Requirement, _context: Context) -> Requirement:
    """Urgency grows from the day on which it was scored."""
    if before is not None and before.urgency == after.urgency:
        return after
    if before is None and after.urgency_scored_on is not None:
        return after
    today = date.today()  # noqa: DTZ011 - the day of the person who scores
    return replace(after, urgency_scored_on=today if after.urgency is not None else None)


def _formula(project: Project, names: Mapping[Any, str]) -> str:
    quoted = {key: '"' + name.replace('"', '""') + '"' for key, name in names.items()}
    high = f"{{urgency.score}}>={project.urgency_high}"
    upper = f"IF({high},{quoted[Priority.HIGH_HIGH]},{quoted[Priority.HIGH_LOW]})"
    lower = f"IF({high},{quoted[Priority.LOW_HIGH]},{quoted[Priority.LOW_LOW]})"
    placed = f"IF({{value.score}}>={project.value_high},{upper},{lower})"
    return f'IF(COUNT({{value.score}},{{urgency.score}})<2,"",{placed})'


def _quadrant(items: Sequence[Requirement], context: Context, width: float, height: float) -> Scene:
    policies = context.texts("quadrant_policy")
    names = {key: context.translate(label) for key, label in PRIORITIES.items()}
    texts = quadrant.Texts(
        value=context.translate(_("Value")),
        urgency=context.translate(_("Urgency")),
        names=names,
        policies={key: policies.get(key, "") for key in Priority},
        high=context.translate(_("≥ {score} high")),
        sentence=context.translate(_("{total} requirements, {scored} of them scored. {counts}")),
        doubt=context.translate(UNCONFIRMED),
        doubtful=_doubtful(context),
    )
    return quadrant.layout(items, context.project, texts, quadrant.Room(width, height, names=True))


FORM = Form(
    key="requirement_priority",
    title=_("Requirement priority assessment"),
    record=Requirement,
    number=2,
    icon="list-checks",
    phase=3,
    landscape=True,
    fields=(
        Code("code", _("Requirement ID"), prefix=lambda project: project.code, brief=_("ID")),
        Line("description", _("Requirement description"), required=True),
        Choice(
            "requirement_type", _("Requirement type"), options="requirement_type", width=14, brief=_("Type")
        ),
        Rating(
            "value",
            _("Value score (1-5)"),
            reason="value_reason",
            anchors="anchor_value",
            brief=_("Value"),
        ),
        Rating(
            "urgency",
            _("Urgency score (1-5)"),
            reason="urgency_reason",
            anchors="anchor_urgency",
            brief=_("Urgency"),
        ),
        Computed(
            "priority",
            _("Priority class"),
            width=26,
            rule=priority,
            labels=PRIORITIES,
            tones=PRIORITY_TONES,
            short=SHORT,
            formula=_formula,
        ),
        Note("remark", _("Remark"), width=24),
    ),
    screen=(
        Count(
            "evidence",
            _("Evidence"),
            icon="quote",
            brief=_("Evid."),
            found=lambda item, context: len(_supports(item, context)),
            none=_("No evidence yet: nothing that was said or read leads here"),
            doubt=_doubt,
        ),
    ),
    facets=(
        Derived(
            "has_evidence",
            _("With evidence"),
            labels=YES_NO,
            found=lambda item, context: bool(_supports(item, context)),
        ),
        Derived("agreed", _("Confirmed by the client"), labels=YES_NO, found=_agreed),
        Computed(
            "unreasoned",
            _("Score without a reason"),
            labels=YES_NO,
            rule=lambda item, _project: unreasoned(item),
        ),
        Computed("validated", _("5W1H complete"), labels=YES_NO, rule=lambda item, _project: validated(item)),
    ),
    completed=_completed,
    out=Computed(
        "out",
        _("Verdict"),
        labels={verdict: VERDICTS[verdict] for verdict in OUT},
        rule=lambda item, _project: item.verdict if item.verdict in OUT else None,
    ),
    sections=(
        Section(
            _("What was asked and what is needed"),
            (
                Note("wanted_solution", _("Solution the client asks for")),
                Note("real_need", _("Real need")),
                Line("goal", _("Business goal it serves")),
                Line("raised_by", _("Raised by")),
                Tick("doubtful", _("Doubtful")),
            ),
        ),
        Section(
            _("Validation (5W1H)"),
            (
                Note("why", _("Why: background")),
                Note("what", _("What: content")),
                Line("who", _("Who: responsible party")),
                Line("when", _("When: time")),
                Line("where", _("Where: usage scenario")),
                Note("how", _("How: way of realisation")),
                Line("cost", _("How much: cost")),
            ),
        ),
        Section(
            _("Decision"),
            (
                Choice("feasibility", _("Feasibility"), labels=FEASIBILITY),
                Line("feasibility_reason", _("Reason for feasibility")),
                Choice("verdict", _("Verdict"), labels=VERDICTS),
                Line("verdict_reason", _("Reason for the verdict")),
                Choice("progress", _("Progress"), labels=PROGRESS),
                Line("iteration", _("Iteration")),
                Day("due", _("Due date")),
                Day("urgent_on", _("Most urgent from")),
                Checklist("acceptance", _("Acceptance criteria")),
            ),
        ),
    ),
    order=importance,
    notes=_below,
    drawings=(
        Drawing(
            "quadrant",
            _("Value-urgency quadrant"),
            _quadrant,
            chart=("urgency.score", "value.score", "code"),
            size=(900.0, 500.0),  # its page lies on its side
        ),
    ),
)
