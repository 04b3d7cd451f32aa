"""Before, now and target of each measure: marks at their values, words that never meet."""

from itertools import combinations

import pytest

from workbench.charts.effects import Row, Texts, layout, said
from workbench.charts.scene import Disc, Label, Line
from workbench.domain.followup import Measure
from workbench.rules.effects import Effect

TEXTS = Texts({each: each.value for each in Effect}, "target {value}", "nothing yet", "{total}: {met}")


def row(baseline=None, actual=None, target=None, verdict=Effect.PARTLY, unit="%"):
    item = Measure(id="m", title="Login failure rate", unit=unit, baseline=baseline, target=target)
    return Row(item, actual, verdict)


def test_the_marks_stand_in_the_order_of_their_values():
    shapes = layout([row(6.8, 0.9, 1.0, Effect.MET)], TEXTS).shapes
    before, now = (shape for shape in shapes if isinstance(shape, Disc))
    target = next(s for s in shapes if isinstance(s, Line) and s.x1 == s.x2)
    assert now.x < target.x1 < before.x
    assert (now.role, before.role) == ("green", "surface")


@pytest.mark.parametrize("room", [300, 640, 1600])
@pytest.mark.parametrize(
    "given", [(6.8, 0.9, 1.0), (7, 7, 7), (100_000, 100_001, 0), (0.1, 99, 50), (-5, 5, 4.9), (1, None, 2)]
)
def test_no_two_words_of_a_row_touch_and_none_leaves_the_drawing(room, given):
    scene = layout([row(*given, unit="complaints a day")], TEXTS, room)
    labels = [shape for shape in scene.shapes if isinstance(shape, Label)]
    for one, other in combinations(labels, 2):
        apart = one.x + one.width <= other.x + 0.5 or other.x + other.width <= one.x + 0.5
        above = one.y + one.height <= other.y + 0.5 or other.y + other.height <= one.y + 0.5
        assert apart or above, (one.lines, other.lines)
    assert all(label.x >= 0 and label.x + label.width <= scene.width + 0.5 for label in labels)


def test_a_measure_without_values_says_so():
    scene = layout([row(verdict=Effect.NO_DATA)], TEXTS)
    assert [s.lines for s in scene.shapes if isinstance(s, Label)][1] == ("nothing yet",)


def test_a_percent_sign_follows_its_number_and_a_word_has_a_blank():
    assert (said(0.9, "%"), said(1200, "起"), said(3, "")) == ("0.9%", "1,200 起", "3")
