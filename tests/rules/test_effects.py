"""Whether a plan did what it promised (templates.md 5.9, T69-T72)."""

from datetime import date

import pytest

from workbench.domain import Measure, Measurement
from workbench.domain.followup import Direction
from workbench.rules.effects import Effect, effect, latest


@pytest.mark.parametrize(
    ("direction", "value", "found"),
    [
        (Direction.DOWN, 4.0, Effect.MET),
        (Direction.DOWN, 5.0, Effect.MET),
        (Direction.DOWN, 7.0, Effect.PARTLY),
        (Direction.DOWN, 12.0, Effect.NOT_MET),
        (Direction.UP, 12.0, Effect.MET),
        (Direction.DOWN, None, Effect.NO_DATA),
    ],
)
def test_the_verdict_compares_the_last_value_with_target_and_baseline(direction, value, found):
    measure = Measure(id="m", direction=direction, baseline=10.0, target=5.0)
    assert effect(measure, [Measurement(measure="m", value=value)]) is found


def test_no_measurement_is_no_data_and_never_nought():
    assert effect(Measure(id="m", baseline=1.0, target=0.0), []) is Effect.NO_DATA


def test_the_latest_day_counts_and_not_the_last_row():
    early = Measurement(measure="m", taken_on=date(2025, 1, 1), value=1.0, position=2.0)
    late = Measurement(measure="m", taken_on=date(2025, 2, 1), value=2.0, position=1.0)
    other = Measurement(measure="x", taken_on=date(2026, 2, 1), value=9.0)
    assert latest(Measure(id="m"), [late, early, other]) is late
