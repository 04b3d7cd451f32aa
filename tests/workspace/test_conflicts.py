"""Two programs in one file: nothing is overwritten in silence, and what others write is taken over."""

from dataclasses import replace

import pytest

from tests.storage.files import edit, everything
from tests.workspace.typing_in import EDIT, text_of, type_in
from workbench.domain import Member
from workbench.messages import _
from workbench.workspace import Conflict


def test_a_newer_version_is_a_conflict_with_both_sides(workspace, other):
    edit(other, "r1", "theirs")
    type_in(workspace, "mine")
    with pytest.raises(Conflict) as conflict:
        workspace.save()
    assert conflict.value.mine.after.description == "mine"
    assert conflict.value.theirs.description == "theirs"
    assert workspace.unsaved
    assert text_of(workspace) == "mine"


@pytest.mark.parametrize("choice", ["mine", "theirs", "both", "none"])
def test_a_conflict_ends_as_chosen(workspace, other, file, choice):
    edit(other, "r1", "theirs")
    type_in(workspace, "mine")
    workspace.put(replace(workspace.find("r2"), description="also mine"), label=EDIT)
    with pytest.raises(Conflict) as conflict:
        workspace.save()
    mine, theirs = conflict.value.mine.after, conflict.value.theirs
    both = replace(theirs, description="both")
    workspace.settle(conflict.value, {"mine": mine, "theirs": theirs, "both": both, "none": None}[choice])
    workspace.save()
    found = everything(file)
    assert found["r2"].description == "also mine"
    assert getattr(found.get("r1"), "description", "none") == choice
    assert found.get("r1") == workspace.find("r1")
    while workspace.next_undo("p").label != "New project":
        workspace.undo("p")
        workspace.save()
    assert everything(file)["r1"].description == "theirs"


def test_a_conflict_while_a_batch_is_under_way_keeps_what_was_typed_since(workspace, other, file):
    edit(other, "r1", "theirs")
    type_in(workspace, "mi")
    batch = workspace.take()
    type_in(workspace, "mine")
    with pytest.raises(Conflict) as conflict:
        workspace.store.write(batch)
    workspace.failed()
    workspace.settle(conflict.value, workspace.find("r1"))
    workspace.save()
    assert everything(file)["r1"].description == "mine"


def test_a_record_that_is_gone_elsewhere_is_a_conflict_without_their_side(workspace, other, file):
    other.remove([other.find("r1")], label=_("Remove"))
    other.save()
    type_in(workspace, "mine")
    with pytest.raises(Conflict) as conflict:
        workspace.save()
    assert conflict.value.theirs is None
    workspace.settle(conflict.value, conflict.value.mine.after)
    workspace.save()
    assert everything(file)["r1"].description == "mine"


def test_a_record_made_twice_is_a_conflict(workspace, other):
    for who, name in ((other, "theirs"), (workspace, "mine")):
        who.put(Member(id="new", project="p", name=name), label=_("Add"))
    other.save()
    with pytest.raises(Conflict) as conflict:
        workspace.save()
    assert conflict.value.theirs.name == "theirs"


def test_a_version_that_has_been_is_never_used_again(workspace, other):
    workspace.put(Member(id="new", project="p", name="one"), label=_("Add"))
    workspace.put(replace(workspace.find("new"), name="two"), label=_("Edit"))
    workspace.save()
    other.refresh()
    workspace.undo("p")
    workspace.undo("p")
    workspace.redo("p")
    workspace.save()
    other.put(replace(other.find("new"), name="stale"), label=_("Edit"))
    with pytest.raises(Conflict):
        other.save()


def test_what_others_write_is_taken_over_and_told(workspace, other):
    heard = []
    workspace.listeners.append(heard.append)
    assert not workspace.refresh()
    edit(other, "r1", "theirs")
    assert workspace.refresh()
    assert text_of(workspace) == "theirs"
    assert [event.by for event in heard] == ["reloaded"]
    assert workspace.undo("p").changes[0].after.description == "theirs"


def test_what_is_not_saved_yet_stays_when_others_write(workspace, other):
    type_in(workspace, "mine")
    edit(other, "r2", "theirs")
    workspace.refresh()
    assert (text_of(workspace), text_of(workspace, "r2")) == ("mine", "theirs")
    workspace.save()
    workspace.refresh()
    labels = []
    while workspace.next_undo("p"):
        labels.append(workspace.undo("p").changes[0].some.id)
    assert labels[:2] == ["r1", "r2"]


def test_undo_takes_back_only_its_own_fields_of_a_record_that_others_changed(workspace, other):
    type_in(workspace, "mine")
    workspace.save()
    other.refresh()
    other.put(replace(other.find("r1"), remark="theirs"), label=_("Remark"))
    other.save()
    workspace.store.changed_elsewhere()
    found = {item.id: item for item in workspace.store.load("p").records}["r1"]
    workspace._scopes["p"].records["r1"] = found
    workspace.undo("p")
    assert (text_of(workspace), workspace.find("r1").remark) == ("订单导出慢 1", "theirs")
