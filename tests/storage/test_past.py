"""Looking back: who did what, one record's history, what was removed and how it comes back."""

from contextlib import closing
from dataclasses import replace
from time import perf_counter

import pytest

from tests.storage.files import change, make, opened
from workbench.domain import Cause, Link, Problem, Requirement, Task
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore
from workbench.storage.past import Only, entries, people, removed
from workbench.workspace import Act
from workbench.workspace.returning import brought_back


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


@pytest.fixture
def store(file):
    with closing(SqliteStore(file)) as store:
        yield store


@pytest.fixture
def workspace(store):
    return opened(store, None, "p")


def said(workspace, **fields):
    workspace.put(
        replace(workspace.find("r1"), **fields), label=_("Edit {name}").fill(name="r1"), reason="why"
    )
    workspace.save()


def test_the_newest_line_comes_first_with_who_when_and_why(store, workspace):
    workspace.who = "Lin"
    said(workspace, value=2)
    [line] = entries(store, "p", limit=1)
    assert (line.label, line.label.values["name"], line.who, line.reason) == (
        "Edit {name}",
        "r1",
        "Lin",
        "why",
    )
    assert line.at is not None
    assert [(each.before.value, each.after.value) for each in line.changes] == [(4, 2)]


def test_an_undo_is_a_line_of_its_own_that_leads_back(store, workspace):
    said(workspace, value=2)
    workspace.undo("p")
    workspace.save()
    undo, step = entries(store, "p", limit=2)
    assert (undo.act, step.act, step.taken_back) == (Act.UNDO, Act.DO, True)
    assert [(each.before.value, each.after.value) for each in undo.changes] == [(2, 4)]


def test_one_record_has_only_its_own_lines(store, workspace):
    said(workspace, value=2)
    workspace.put(replace(workspace.find("r2"), value=1), label=_("Other"))
    workspace.undo("p")
    workspace.save()
    lines = entries(store, "p", Only(record="r1"))
    assert lines[0].label == "Edit {name}"
    assert all(any(each.some.id == "r1" for each in line.changes) for line in lines)
    assert [line.act for line in entries(store, "p", Only(record="r2"))][:2] == [Act.UNDO, Act.DO]


def test_the_lines_before_one_and_those_of_one_person(store, workspace):
    for value in (1, 2, 3):
        workspace.who = f"P{value}"
        said(workspace, value=value)
    newest, *_others = entries(store, "p", limit=2)
    assert [line.who for line in entries(store, "p", Only(before=newest.sequence), 1)] == ["P2"]
    assert [line.who for line in entries(store, "p", Only(who="P1"))] == ["P1"]
    assert set(people(store, "p")) >= {"P1", "P2", "P3"}


def test_a_damaged_line_is_there_but_cannot_be_read(file, store, workspace):
    said(workspace, value=2)
    change(
        file,
        "UPDATE history SET changes = '[[{', at = 'x' WHERE sequence = (SELECT max(sequence) FROM history)",
    )
    [line] = entries(store, "p", limit=1)
    assert line.at is None
    with pytest.raises(Refusal, match="damaged"):
        line.changes  # noqa: B018 - reading is what fails


def test_fifty_thousand_lines_are_searched_for_one_record_in_a_moment(store):
    text = '[[null,{"kind":"requirement","id":"%s","project":"p","description":"' + "导出很慢" * 60 + '"}]]'
    row = "INSERT INTO history (step, scope, act, state, label, reason, who, changes, at, hash)"
    with store.writing() as connection:
        raw = connection.connection.driver_connection
        raw.executemany(
            f"{row} VALUES (?, 'p', 'do', 'done', '\"New\"', '', 'Lin', ?, '2026-01-01T00:00:00Z', '')",
            ((f"s{number}", text % f"x{number}") for number in range(50_000)),
        )
    begun = perf_counter()
    lines = entries(store, "p", Only(record="x777"))
    assert perf_counter() - begun < 1.5
    assert [line.step for line in lines] == ["s777"]


def test_what_was_removed_stands_with_what_it_owned(store, workspace):
    workspace.who = "何敏"
    workspace.remove([workspace.find("pr")], label=_("Delete {name}").fill(name="P01"))
    workspace.save()
    first, *others = removed(store, "p")
    assert (first.item.id, first.who, first.label) == ("pr", "何敏", "Delete {name}")
    assert {"k1", "k2", "im"} <= {item.id for item in first.owned}
    assert others == []


def test_several_that_were_removed_together_stand_one_by_one_and_a_return_leaves_the_list(store, workspace):
    workspace.remove([workspace.find("r1"), workspace.find("r2")], label=_("Delete"))
    workspace.save()
    assert {each.item.id for each in removed(store, "p")} == {"r1", "r2"}
    workspace.undo("p")
    workspace.save()
    assert removed(store, "p") == []


def test_a_new_record_that_was_undone_can_be_found_unless_it_says_nothing(store, workspace):
    workspace.put(Requirement(id="said", project="p", code="X", description="a thought"), label=_("New"))
    workspace.undo("p")
    workspace.put(Requirement(id="mute", project="p", code="Y"), label=_("New"))
    workspace.undo("p")
    workspace.put(Requirement(id="other", project="p", code="Z"), label=_("New"))
    workspace.save()
    assert [each.item.id for each in removed(store, "p")] == ["said"]


def test_what_comes_back_is_linked_again_where_nothing_else_stands(store, workspace):
    workspace.put(Link(id="l", project="p", from_="r1", to="pr"), label=_("Link"))
    workspace.save()
    known = {item.id: item for item in store.load("p").records}
    mentioning = [item for item in known.values() if isinstance(item, Task)]
    workspace.remove([workspace.find("pr")], label=_("Delete"))
    workspace.save()
    [gone] = removed(store, "p")
    now = {item.id: item for item in store.load("p").records}
    workspace.put(*brought_back(gone.records, now, gone.mentions), label=_("Restore"))
    workspace.save()
    assert {item.id: item for item in store.load("p").records} == known
    assert mentioning


def test_what_has_lost_its_owner_does_not_come_back_alone():
    cause = Cause(id="k", project="p", problem="pr", text="why")
    assert brought_back([cause], {}) == []
    below = Cause(id="below", project="p", parent="k", text="because")
    assert brought_back([below, cause], {}) == []
    assert brought_back([cause], {"pr": Problem(id="pr", project="p")}) == [cause]
    assert {item.id for item in brought_back([cause, Problem(id="pr", project="p")], {})} == {"k", "pr"}
