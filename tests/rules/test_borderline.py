"""Which requirements one point would move."""

from workbench.domain import Project, Requirement
from workbench.rules.borderline import Move, borderline, moves
from workbench.rules.priority import Priority

PROJECT = Project(id="p")


def test_of_the_25_cells_16_are_one_point_from_a_border():
    cells = [Requirement(value=v, urgency=u) for v in range(1, 6) for u in range(1, 6)]
    assert len(borderline(cells, PROJECT)) == 16


def test_a_corner_at_both_dividers_can_be_moved_on_either_axis():
    assert moves(Requirement(value=4, urgency=3), PROJECT) == (
        Move("value", 3, Priority.LOW_LOW),
        Move("urgency", 4, Priority.HIGH_HIGH),
    )


def test_other_thresholds_have_other_borders():
    strict = Project(id="p", value_high=5, urgency_high=2)
    assert moves(Requirement(value=4, urgency=3), strict) == (Move("value", 5, Priority.HIGH_HIGH),)


def test_what_has_no_scores_or_lies_far_off_is_not_listed():
    items = [
        Requirement(value=None, urgency=3),
        Requirement(value=1, urgency=1),
        Requirement(value=5, urgency=5),
    ]
    assert borderline(items, PROJECT) == []


def test_the_list_goes_by_priority():
    low = Requirement(value=3, urgency=3, position=1)
    high = Requirement(value=4, urgency=4, position=2)
    assert [each.item for each in borderline([low, high], PROJECT)] == [high, low]
