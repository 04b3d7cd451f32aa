"""The least change of scores that takes a requirement into another quadrant."""

from __future__ import annotations

from itertools import product

from workbench.domain import Project, Requirement
from workbench.rules.moving import scores_for
from workbench.rules.priority import Priority, priority_of

PROJECT = Project(id="p", value_high=4, urgency_high=3)
SCORES = (None, 1, 2, 3, 4, 5)


def test_the_scores_lie_in_the_quadrant_and_none_is_nearer():
    for value, urgency, wanted in product(SCORES, SCORES, Priority):
        item = Requirement(value=value, urgency=urgency)
        found = scores_for(item, wanted, PROJECT)
        assert priority_of(found["value"], found["urgency"], PROJECT) == wanted
        if value is not None and urgency is not None:
            moved = abs(found["value"] - value) + abs(found["urgency"] - urgency)
            others = [
                abs(one - value) + abs(two - urgency)
                for one, two in product(SCORES[1:], SCORES[1:])
                if priority_of(one, two, PROJECT) == wanted
            ]
            assert moved == min(others)
