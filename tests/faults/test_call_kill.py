"""A window that is killed in a call loses at most 1.2 s, and comes back in the same line."""

import random
from contextlib import closing

import pytest

from tests.faults.calling import CalledWindow
from workbench.domain import Interview, Note
from workbench.storage import SqliteStore
from workbench.storage.checking import check

MOST_LOST = 1.2
FEWEST, MOST = 60, 260
"""Keys before a kill, at a hundred a second."""


def kept(file):
    """What was said, line by line, the last one perhaps not yet committed; and the clock."""
    with closing(SqliteStore(file)) as store:
        [project] = store.projects()
        records = store.load(project.id).records
    assert [finding for finding in check(file) if finding.severity == "damage"] == []
    notes = sorted((item for item in records if isinstance(item, Note)), key=lambda note: note.position)
    said = [note.text for note in notes if note.text and not note.text.startswith("No notes from")]
    drafts = [note.text for note in notes if note.draft]
    [interview] = [item for item in records if isinstance(item, Interview)] or [None]
    return said, drafts, interview


def typed(stamps, before):
    """What had been typed by then, without what Enter and the clock make of it."""
    return "".join(letter for at, letter in stamps if at < before).replace("\r", "").replace(" ", "")


def bare(lines):
    return "".join(lines).replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("times", [2, pytest.param(10, marks=pytest.mark.faults)])
def test_a_killed_window_comes_back_in_the_line_that_was_being_typed(folder, times):
    chance = random.Random(times)
    file = folder / "workbench.workbench"
    before = ""
    for _time in range(times):
        with CalledWindow(folder, typing=True) as window:
            stamps, killed = window.kill_after(chance.randrange(FEWEST, MOST))
        said, drafts, _interview = kept(file)
        new = bare(said).removeprefix(before)
        assert typed(stamps, killed + MOST_LOST).startswith(new)
        assert new.startswith(typed(stamps, killed - MOST_LOST))
        with CalledWindow(folder, typing=False) as window:
            assert window.opened["typed"] == "".join(drafts)
            assert window.opened["ready"]
            if said:
                assert window.opened["page"] == "interview"
                assert window.opened["running"]
        before = bare(said)
