"""A window that is killed in a workshop comes back in the same part and at the same requirement."""

import random
from contextlib import closing

import pytest

from tests.faults.meeting import ScoringWindow
from workbench.domain import Vote, Workshop
from workbench.storage import SqliteStore
from workbench.storage.checking import check

MOST_LOST = 1.2
FEWEST, MOST = 60, 100
"""Votes before a kill, at thirty a second."""


def kept(file):
    """How many votes there are, of how many workshops."""
    with closing(SqliteStore(file)) as store:  # takes back what was broken off
        [project] = store.projects()
        records = store.load(project.id).records
    assert [finding for finding in check(file) if finding.severity == "damage"] == []
    votes = [item for item in records if isinstance(item, Vote) and item.score]
    return len(votes), sum(isinstance(item, Workshop) for item in records)


@pytest.mark.parametrize("times", [1, pytest.param(10, marks=pytest.mark.faults)])
def test_a_killed_window_comes_back_in_the_same_part_and_item_with_hidden_votes(folder, times):
    chance = random.Random(times)
    file, before = folder / "workbench.workbench", 0
    for _time in range(times):
        with ScoringWindow(folder, scores=True) as window:
            stamps, killed = window.kill_after(chance.randrange(FEWEST, MOST))
        votes, workshops = kept(file)
        sure = [item for at, item in stamps if at < killed - MOST_LOST]
        assert workshops == 1
        assert before + len(sure) <= votes <= before + len(stamps)
        before = votes
        with ScoringWindow(folder) as window:
            assert (window.opened["page"], window.opened["part"]) == ("workshop", "score")
            assert not window.opened["shown"]
            last = int(stamps[-1][1].removeprefix("N"))
            assert sure[-1] <= window.opened["item"] <= f"N{last + 1:03}"
