"""Template 3: the fishbone diagnosis table, with its drawing (T47-T51, T88-T92, H2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.charts import fishbone
from workbench.charts.scene import Scene
from workbench.domain import Cause, Problem
from workbench.messages import _
from workbench.rules.causes import Answer, Tree, answer, deeper_roots, tree
from workbench.rules.labels import CAUSE_CLASSES, CAUSE_STATES
from workbench.spec import Choice, Claim, Context, Day, Drawing, Form, Head, Line, Note, Section, Tick

ANSWERS = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.PENDING: _("To be verified")}
ANSWER_TONES = {Answer.YES: "red", Answer.PENDING: "amber"}


def _tree(item: Cause, context: Context) -> Tree:
    """The causes of an item's problem; every row of a table asks for it."""
    found: Tree = context.once(
        ("causes", item.problem),
        lambda: tree([cause for cause in context.records(Cause) if cause.problem == item.problem]),
    )
    return found


def _answer(item: Cause, context: Context) -> Answer:
    return answer(item, _tree(item, context))


def _notes(items: Sequence[Cause], context: Context) -> Iterator[str]:
    for item in items:
        for root in deeper_roots(item, _tree(item, context)):
            message = _("{cause}: the verified root cause below it is “{root}”")
            yield context.translate(message.fill(cause=item.text, root=root.text))


def _fishbone(items: Sequence[Cause], context: Context, _width: float, _height: float) -> Scene:
    translate = context.translate
    problem = context.find(Problem, items[0].problem) if items else None
    texts = fishbone.Texts(
        states={state: translate(text) for state, text in CAUSE_STATES.items()},
        root=translate(_("Root cause")),
        claimed=translate(_("Root cause, unproven")),
        other=translate(_("Other dimension")),
        no_root=translate(_("none yet")),
        sentence=translate(
            _("Fishbone of “{phenomenon}” with {total} causes: {counts}. Verified root causes: {roots}.")
        ),
    )
    phenomenon = problem.phenomenon if problem else ""
    dimensions = context.in_use("dimension", (item.dimension for item in items))
    return fishbone.layout(phenomenon, list(dimensions.items()), items, texts)


FORM = Form(
    key="fishbone_analysis",
    title=_("Fishbone analysis of the problem"),
    record=Cause,
    number=3,
    icon="fish",
    phase=4,
    place=3,
    head=Head(
        record=Problem, link="problem", fields=(Line("phenomenon", _("Problem phenomenon"), required=True),)
    ),
    fields=(
        Choice("dimension", _("Dimension of analysis"), options="dimension", width=14, brief=_("Dimension")),
        Line("text", _("Potential cause (direct cause)"), required=True),
        Note("method_text", _("Way of verification (e.g. data monitoring, user survey)"), width=40),
        Claim(
            "root",
            _("Root cause?"),
            width=12,
            found=_answer,
            labels=ANSWERS,
            tones=ANSWER_TONES,
            stored="root_claimed",
            claims={Answer.YES: True, Answer.NO: False},
        ),
    ),
    sections=(
        Section(
            _("Verification"),
            (
                Choice("state", _("Status"), labels=CAUSE_STATES),
                Choice("method", _("Kind of verification"), options="method"),
                Line("expected_if_true", _("Expected if true")),
                Line("expected_if_false", _("Expected if false")),
                Line("planned_by", _("To be verified by")),
                Day("planned_on", _("Verification planned for")),
                Note("result", _("Result")),
                Day("verified_on", _("Verified on")),
                Line("verified_by", _("Verified by")),
                Choice("class_", _("Kind of cause"), labels=CAUSE_CLASSES),
                Tick("root_claimed", _("Claimed as root cause")),
            ),
        ),
    ),
    tree="parent",
    tops=True,
    landscape=True,
    merged=("dimension",),
    notes=_notes,
    drawings=(Drawing("fishbone", _("Fishbone diagram"), _fishbone, wide=True),),
)
