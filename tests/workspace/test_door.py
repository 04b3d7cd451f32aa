"""The one door for changes: what it keeps, tells, takes back, and never loses."""

from contextlib import closing
from dataclasses import replace

import pytest

from tests.storage.files import everything, opened, said
from tests.workspace.typing_in import EDIT, text_of, type_in
from workbench.domain import Cause, Choice, Contact, Link, Project, Requirement, Task
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore


def test_one_visit_is_one_step(workspace):
    before = text_of(workspace)
    for text in ("a", "ab", "abc"):
        type_in(workspace, text)
    workspace.undo("p")
    assert text_of(workspace) == before


@pytest.mark.parametrize("end", ["leave", "pause", "other field", "no visit"])
def test_a_visit_ends(workspace, clock, end):
    type_in(workspace, "first")
    if end == "leave":
        workspace.end_visit()
    elif end == "pause":
        clock.go(2)
    type_in(workspace, "second", visit={"other field": "other", "no visit": None}.get(end, "field"))
    workspace.undo("p")
    assert text_of(workspace) == "first"


def test_undo_ends_a_visit(workspace):
    type_in(workspace, "first")
    workspace.undo("p")
    type_in(workspace, "second")
    workspace.undo("p")
    assert workspace.next_undo("p").label == "New project"


def test_a_visit_may_go_on_for_long_while_somebody_types(workspace, clock):
    for number in range(20):
        clock.go(1.9)
        type_in(workspace, f"text {number}")
    workspace.undo("p")
    assert workspace.next_undo("p").label == "New project"


def test_a_saved_visit_is_amended_and_not_told_twice(workspace, file):
    for text in ("a", "ab", "abc"):
        type_in(workspace, text)
        workspace.save()
    with closing(SqliteStore(file)) as store:
        again = opened(store)
        assert again.next_undo("p").changes[0].after.description == "abc"
        again.undo("p")
        assert again.next_undo("p").label == "New project"


@pytest.mark.parametrize("saved", [True, False])
def test_a_visit_that_ends_where_it_began_leaves_no_step(workspace, file, saved):
    before = text_of(workspace)
    type_in(workspace, "something")
    if saved:
        workspace.save()
    type_in(workspace, before)
    workspace.save()
    assert workspace.next_undo("p").label == "New project"
    assert workspace.next_redo("p") is None
    with closing(SqliteStore(file)) as store:
        assert opened(store).next_undo("p").label == "New project"
        assert opened(store).next_redo("p") is None


def test_nothing_is_done_when_nothing_is_different(workspace):
    assert not workspace.put(workspace.find("r1"), label=EDIT)
    assert not workspace.unsaved


def test_an_edit_after_an_undo_clears_redo_also_in_the_file(workspace, file):
    type_in(workspace, "one")
    workspace.undo("p")
    workspace.save()
    type_in(workspace, "two")
    assert workspace.redo("p") is None
    workspace.save()
    with closing(SqliteStore(file)) as store:
        assert opened(store).next_redo("p") is None


def test_each_project_and_the_library_have_their_own_undo(workspace):
    workspace.open("q")
    workspace.put(Project(id="q", code="Q"), label=_("New"))
    type_in(workspace, "in p")
    workspace.put(replace(workspace.find("a2"), name="Better"), label=_("Rename"))
    workspace.undo("q")
    assert workspace.find("q") is None
    assert (text_of(workspace), workspace.find("a2").name) == ("in p", "Better")
    workspace.undo(None)
    assert (text_of(workspace), workspace.find("a2").name) == ("in p", "Other")


def test_undo_and_redo_survive_a_restart_with_label_reason_and_person(workspace, file, clock):
    workspace.put(replace(workspace.find("r1"), value=5), label=EDIT, reason="重新评估")
    workspace.undo("p")
    workspace.save()
    with closing(SqliteStore(file)) as store:
        again = opened(store)
        step = again.next_redo("p")
        assert (step.label, step.label.values["field"], step.reason) == (EDIT, "description", "重新评估")
        assert (step.who, step.at) == ("me", clock.time)
        again.redo("p")
        assert again.find("r1").value == 5


def test_removing_takes_what_is_owned_and_empties_references_as_one_step(workspace):
    before = {item.id: item for item in workspace.store.load("p").records}
    workspace.remove([workspace.find("pr"), workspace.find("m")], label=_("Remove"))
    assert [workspace.find(gone) for gone in ("pr", "im", "k1", "k2", "m")] == [None] * 5
    assert (workspace.find("s").for_, workspace.find("t").member) == (None, None)
    workspace.save()
    workspace.undo("p")
    workspace.save()
    assert {item.id: item for item in workspace.store.load("p").records} == before


def test_removing_takes_what_is_owned_by_what_is_owned(workspace):
    workspace.remove([workspace.find("i")], label=_("Remove"))
    assert [workspace.find(gone) for gone in ("i", "st", "n")] == [None] * 3
    assert workspace.all(Link, "p") == []


def test_a_project_goes_with_everything_and_comes_back(workspace, file):
    before = everything(file)
    workspace.remove([workspace.find("p")], label=_("Remove"))
    workspace.save()
    assert set(everything(file)) == {"a1", "a2", "c1"}
    with closing(SqliteStore(file)) as store:
        again = opened(store)
        again.undo("p")
        again.save()
    assert everything(file) == before


def test_putting_and_removing_can_be_one_step(workspace):
    new = Cause(id="k3", project="p", problem="pr", parent="k1", text="新")
    workspace.replace(
        [new, replace(workspace.find("t"), text="改")], [workspace.find("m")], label=_("Import")
    )
    assert workspace.find("k3") == new
    assert (workspace.find("t").text, workspace.find("t").member, workspace.find("m")) == ("改", None, None)
    workspace.save()
    workspace.undo("p")
    workspace.save()
    assert (workspace.find("k3"), workspace.find("t").text, workspace.find("t").member) == (None, "培训", "m")


def test_what_is_put_below_what_goes_does_not_stay(workspace):
    new = Cause(id="k3", project="p", problem="pr", parent="k1")
    workspace.replace([new], [workspace.find("k1")], label=_("Import"))
    assert [workspace.find(gone) for gone in ("k1", "k2", "k3")] == [None] * 3
    workspace.save()


def test_an_id_belongs_to_one_record(workspace):
    for item in (Choice(id="r1", project="p"), Requirement(id="a1", project="p"), Contact(id="m")):
        with pytest.raises(Refusal) as refusal:
            workspace.put(item, label=EDIT)
        assert item.id in said(refusal)
    assert not workspace.unsaved


def test_records_come_by_position_and_in_a_list_of_ones_own(workspace):
    workspace.put(replace(workspace.find("r1"), position=2.5), label=_("Move"))
    found = workspace.all(Requirement, "p")
    assert [item.id for item in found] == ["r2", "r1", "r3", "r4", "r5"]
    found.clear()
    assert len(workspace.all(Requirement, "p")) == 5


def test_listeners_hear_what_changed_and_who_did_it(workspace):
    heard = []
    workspace.listeners.append(heard.append)
    workspace.put(replace(workspace.find("r1"), value=1), label=EDIT, by="the editor")
    workspace.undo("p", by="the menu")
    assert [event.by for event in heard] == ["the editor", "the menu"]
    assert [event.changes[0].after.value for event in heard] == [1, 4]


def test_text_that_no_document_can_hold_is_cleaned_at_the_door(workspace, file):
    workspace.put(replace(workspace.find("r1"), description="a\x0bb\x00\ud800"), label=EDIT)
    workspace.save()
    assert text_of(workspace) == everything(file)["r1"].description == "a\nb"


def test_a_failed_batch_comes_first_next_time(workspace, file):
    type_in(workspace, "one")
    assert workspace.take()
    type_in(workspace, "two", visit=None)
    assert workspace.take() is None
    workspace.failed()
    workspace.save()
    with closing(SqliteStore(file)) as store:
        again = opened(store)
        assert text_of(again) == "two"
        again.undo("p")
        assert text_of(again) == "one"


def test_a_reference_to_nothing_is_refused_and_kept_until_it_is_taken_back(workspace, file):
    before = everything(file)
    workspace.put(Task(id="t2", project="p", solution="nowhere"), label=_("Add"))
    with pytest.raises(Refusal) as refusal:
        workspace.save()
    assert "refers to" in said(refusal)
    assert workspace.unsaved
    workspace.forget_unsaved()
    assert (workspace.find("t2"), workspace.unsaved) == (None, False)
    assert everything(file) == before
