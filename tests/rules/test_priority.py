"""The value-urgency quadrant (templates.md 5.1)."""

import pytest

from workbench.domain import Project, Requirement
from workbench.rules.codes import next_code
from workbench.rules.priority import Priority, importance, priority, priority_of


@pytest.mark.parametrize(
    ("value", "urgency", "found"),
    [
        (4, 3, Priority.HIGH_LOW),
        (5, 5, Priority.HIGH_HIGH),
        (3, 4, Priority.LOW_HIGH),
        (3, 3, Priority.LOW_LOW),
        (1, 5, Priority.LOW_HIGH),
    ],
)
def test_t86_t87_high_is_four_or_five_on_both_axes(value, urgency, found):
    assert priority_of(value, urgency, Project()) is found


def test_of_the_25_cells_4_are_high_high_6_each_mixed_and_9_low_low():
    found = [priority_of(value, urgency, Project()) for value in range(1, 6) for urgency in range(1, 6)]
    assert [found.count(each) for each in Priority] == [4, 6, 6, 9]


def test_a_missing_score_has_no_class():
    assert priority(Requirement(value=5), Project()) is None


def test_a_project_may_move_its_thresholds():
    assert priority_of(3, 3, Project(value_high=3, urgency_high=3)) is Priority.HIGH_HIGH


def test_requirements_stand_by_quadrant_then_sum_then_value_then_hand():
    scores = [(1, 1), (4, 3), (5, 2), (5, 5), (3, 4), (4, 3), (None, 5)]
    items = [Requirement(value=v, urgency=u, position=float(place)) for place, (v, u) in enumerate(scores)]
    ordered = sorted(items, key=lambda item: importance(item, Project()))
    assert [int(item.position) for item in ordered] == [3, 2, 1, 5, 4, 0, 6]


def test_a_code_follows_the_highest_one_taken():
    assert next_code("DEMO", []) == "DEMO001"
    assert next_code("DEMO", ["DEMO001", "demo009", "X777", "DEMO10a"]) == "DEMO010"
    assert next_code("P", ["P01"], digits=2) == "P02"
