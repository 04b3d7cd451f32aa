"""Effects measured against baseline and target, one to two weeks after going live (T69-T72)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.charts import effects
from workbench.charts.scene import Scene
from workbench.domain import Measure, Measurement, Solution
from workbench.domain.followup import Direction
from workbench.messages import _
from workbench.rules.effects import Effect, effect, latest
from workbench.spec import (
    Choice,
    Context,
    Day,
    Decimal,
    Derived,
    Drawing,
    Form,
    Head,
    Line,
    Note,
    Reference,
    Section,
)

EFFECTS = {
    Effect.MET: _("Met"),
    Effect.PARTLY: _("Partly met"),
    Effect.NOT_MET: _("Not met"),
    Effect.NO_DATA: _("No data yet"),
}
DIRECTIONS = {Direction.UP: _("Should rise"), Direction.DOWN: _("Should fall")}


def _actual(item: Measure, context: Context) -> Any:
    found = latest(item, context.records(Measurement))
    return found.value if found else ""


def _value(item: Measure, context: Context) -> float | None:
    found = latest(item, context.records(Measurement))
    return found.value if found else None


def _verdict(item: Measure, context: Context) -> Effect:
    return effect(item, context.records(Measurement))


def _effects(items: Sequence[Measure], context: Context, width: float, _height: float) -> Scene:
    translate, values = context.translate, context.records(Measurement)
    texts = effects.Texts(
        verdicts={verdict: translate(text) for verdict, text in EFFECTS.items()},
        target=translate(_("Target {value}")),
        empty=translate(_("No values yet")),
        sentence=translate(_("Effects of {total} measures; target reached: {met}.")),
    )
    rows = [effects.Row(item, _value(item, context), effect(item, values)) for item in items]
    return effects.layout(rows, texts, width)


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
        Derived(
            "verdict",
            _("Result against target"),
            width=12,
            found=_verdict,
            labels=EFFECTS,
            tones=effects.TONES,
            brief=_("Met?"),
        ),
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
    drawings=(
        Drawing(
            "effects", _("Before and after"), _effects, size=(640.0, 400.0), wide=True, grows=True, most=9
        ),
    ),
)
