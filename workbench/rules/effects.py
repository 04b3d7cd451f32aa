"""Whether a plan did what it promised (templates.md 5.9); no data is a verdict of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from workbench.domain import Measure, Measurement
from workbench.domain.followup import Direction


class Effect(StrEnum):
    """What the last measurement says of a measure."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NO_DATA = "no_data"


def latest(measure: Measure, measurements: Iterable[Measurement]) -> Measurement | None:
    """The measurement of the latest day that has a value."""
    mine = [m for m in measurements if m.measure == measure.id and m.value is not None]
    return max(mine, key=lambda m: (m.taken_on or date.min, m.position), default=None)


def effect(measure: Measure, measurements: Iterable[Measurement]) -> Effect:
    """Met when the target is reached, partly when better than the baseline, otherwise not met."""
    found = latest(measure, measurements)
    if found is None or found.value is None or measure.target is None:
        return Effect.NO_DATA
    sign = 1 if measure.direction is Direction.UP else -1
    if sign * found.value >= sign * measure.target:
        return Effect.MET
    if measure.baseline is not None and sign * found.value > sign * measure.baseline:
        return Effect.PARTLY
    return Effect.NOT_MET
