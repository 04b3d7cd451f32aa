"""A killed window loses nothing typed more than 1.2 s before, and the next start goes on where it was."""

import random
from contextlib import closing

import pytest

from tests.faults.typing import TypedWindow
from workbench.storage import SqliteStore
from workbench.storage.checking import check

MOST_LOST = 1.2
FEWEST, MOST = 60, 180
"""Keys before a kill; at a hundred a second, the last are after the first save."""


def kept_goal(file):
    with closing(SqliteStore(file)) as store:  # takes back what was broken off
        [project] = store.projects()
    assert [finding for finding in check(file) if finding.severity == "damage"] == []
    return project.goal


def told(stamps, before):
    return "".join(letter for at, letter in stamps if at < before)


@pytest.mark.parametrize("times", [1, pytest.param(20, marks=pytest.mark.faults)])
def test_a_killed_window_keeps_what_was_typed_into_a_field(folder, times):
    chance = random.Random(times)
    file = folder / "workbench.workbench"
    before = ""
    for _time in range(times):
        with TypedWindow(folder, "project_brief", "Goal") as window:
            assert window.opened["project"] == "Login"
            stamps, killed = window.kill_after(chance.randrange(FEWEST, MOST))
        goal = kept_goal(file)
        assert goal.startswith(before)
        new = goal.removeprefix(before)
        assert told(stamps, killed + MOST_LOST).startswith(new.rstrip())
        assert new.startswith(told(stamps, killed - MOST_LOST).rstrip())
        before = goal
    with TypedWindow(folder) as window:
        assert (window.opened["project"], window.opened["page"]) == ("Login", "project_brief")


@pytest.mark.parametrize("times", [1, pytest.param(20, marks=pytest.mark.faults)])
def test_a_killed_window_keeps_a_line_that_is_no_record_yet(folder, times):
    chance = random.Random(times)
    line = ""
    for _time in range(times):
        with TypedWindow(folder, "requirement_priority", "Type a requirement") as window:
            before = window.opened["typed"] if _time else ""
            assert before == line
            stamps, killed = window.kill_after(chance.randrange(FEWEST, MOST))
        with TypedWindow(folder) as window:
            assert (window.opened["project"], window.opened["page"]) == ("Login", "requirement_priority")
            line = window.opened["typed"]
        new = line.removeprefix(before)
        assert told(stamps, killed + MOST_LOST).startswith(new.rstrip())
        assert new.startswith(told(stamps, killed - MOST_LOST).rstrip())
