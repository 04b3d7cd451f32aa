"""Effects measured against baseline and target, one to two weeks after going live (T69-T72)."""

from __future__ import annotations

from typing import Any

from workbench.domain import Measure, Measurement, Solution
from workbench.domain.followup import Direction
from workbench.messages import _
from workbench.rules.effects import Effect, effect, latest
from workbench.spec import Choice, Context, Day, Decimal, Derived, Form, Head, Line, Note, Reference, Section

EFFECTS = {
    Effect.MET: _("Met"),
    Effect.PARTLY: _("Partly met"),
    Effect.NOT_MET: _("Not met"),
    Effect.NO_DATA: _("No data yet"),
}
TONES = {Effect.MET: "green", Effect.PARTLY: "amber", Effect.NOT_MET: "red", Effect.NO_DATA: "grey"}
DIRECTIONS = {Direction.UP: _("Should rise"), Direction.DOWN: _("Should fall")}


def _actual(item: Measure, context: Context) -> Any:
    found = latest(item, context.records(Measurement))
    return found.value if found else ""


def _verdict(item: Measure, context: Context) -> Effect:
    return effect(item, context.records(Measurement))


FORM = Form(
    key="effect_measures",
    title=_("Effect evaluation"),
    record=Measure,
    icon="chart-line",
    phase=6,
    place=2,
    head=Head(record=Solution, link="solution", fields=(Line("title", _("Plan name")),)),
    fields=(
        Line("title", _("Measure"), required=True, width=28),
        Line("unit", _("Unit"), width=8),
        Decimal("baseline", _("Baseline"), width=10),
        Decimal("target", _("Target"), width=10),
        Derived("actual", _("Actual"), width=10, found=_actual),
        Derived("verdict", _("Result against target"), width=12, found=_verdict, labels=EFFECTS, tones=TONES),
        Day("check_on", _("Check on")),
    ),
    sections=(
        Section(
            _("How it is counted"),
            (
                Choice("direction", _("Direction"), labels=DIRECTIONS),
                Note("basis", _("Numerator, denominator, period")),
                Reference("second_analysis", _("Second analysis"), kind="problem"),
            ),
        ),
    ),
)
