"""Urgency that grows with time."""

from datetime import date, timedelta

import pytest

from workbench.domain import Project, Requirement
from workbench.rules.ageing import crosses_on, crossing, urgency_on
from workbench.rules.priority import Priority, priority_of

PROJECT = Project(id="p")
START, END = date(2026, 10, 1), date(2026, 12, 10)


def need(**values):
    return Requirement(**{"value": 4, "urgency": 3, "urgency_scored_on": START, "urgent_on": END, **values})


def test_urgency_is_its_score_on_the_day_it_was_given_and_five_on_the_urgent_day():
    assert urgency_on(need(), START) == 3
    assert urgency_on(need(), END - timedelta(1)) == 4
    assert urgency_on(need(), END) == 5
    assert urgency_on(need(), END + timedelta(99)) == 5
    assert urgency_on(need(), START - timedelta(99)) == 3


def test_urgency_never_falls():
    days = [START + timedelta(n) for n in range(-3, 80)]
    scores = [urgency_on(need(urgency=1), day) for day in days]
    assert scores == sorted(scores)
    assert set(scores) == {1, 2, 3, 4, 5}


def test_without_an_urgent_day_the_score_stays_and_without_a_score_there_is_none():
    assert urgency_on(need(urgent_on=None), END) == 3
    assert urgency_on(need(urgency=None), END) is None


def test_without_the_day_of_the_score_it_stays_until_the_urgent_day():
    item = need(urgency_scored_on=None)
    assert urgency_on(item, END - timedelta(1)) == 3
    assert crosses_on(item, PROJECT) == END


@pytest.mark.parametrize("score", [1, 2, 3])
@pytest.mark.parametrize("days", [1, 2, 6, 7, 70, 365])
def test_the_crossing_is_the_first_day_in_another_quadrant(score, days):
    item = need(urgency=score, urgent_on=START + timedelta(days))
    on = crosses_on(item, PROJECT)
    here = priority_of(4, score, PROJECT)
    assert priority_of(4, urgency_on(item, on), PROJECT) is not here
    assert priority_of(4, urgency_on(item, on - timedelta(1)), PROJECT) is here


def test_what_is_urgent_already_crosses_nothing():
    assert crosses_on(need(urgency=4), PROJECT) is None
    assert crosses_on(need(value=None), PROJECT) is None


def test_crossings_come_earliest_first_and_only_up_to_the_day():
    soon, late = need(urgent_on=START + timedelta(10)), need()
    found = crossing([late, soon, need(urgent_on=None)], PROJECT, END)
    assert [each.item for each in found] == [soon, late]
    assert (found[0].before, found[0].after) == (Priority.HIGH_LOW, Priority.HIGH_HIGH)
    assert [each.item for each in crossing([late, soon], PROJECT, found[0].on)] == [soon]
