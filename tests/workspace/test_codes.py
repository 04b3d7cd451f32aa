"""A code is given once: neither deletion nor undo sets one free."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.requirement_priority import FORM
from tests.storage.files import make, opened
from tests.ui.stand import PROJECT, MemoryStore, requirement
from workbench.domain import KINDS, Requirement
from workbench.messages import Message, _
from workbench.spec import Context
from workbench.storage import SqliteStore, history
from workbench.storage.history import StoredChanges, packed
from workbench.workspace import Workspace

LABEL = _("test")
CODE = FORM.fields[0]


@pytest.fixture
def workspace():
    found = Workspace(MemoryStore([PROJECT, *(requirement(number) for number in (1, 2, 3))]))
    found.open(PROJECT.id)
    return found


def next_code(workspace):
    context = Context(
        PROJECT, str, workspace.records(PROJECT.id), lambda: workspace.codes(PROJECT.id)
    )  # fmt: skip
    return CODE.next(Requirement, context)


def test_a_deleted_code_is_not_given_again(workspace):
    assert next_code(workspace) == "DEMO004"
    workspace.remove([workspace.find("r3")], label=LABEL)
    assert next_code(workspace) == "DEMO004"


def test_an_undone_code_is_not_given_again_even_when_redo_is_gone(workspace):
    workspace.put(requirement(4), label=LABEL)
    workspace.undo(PROJECT.id)
    assert next_code(workspace) == "DEMO005"
    workspace.put(replace(workspace.find("r1"), goal="x"), label=LABEL)
    assert next_code(workspace) == "DEMO005"


def test_a_changed_code_is_not_given_again(workspace):
    workspace.put(replace(workspace.find("r3"), code="DEMO099"), label=LABEL)
    workspace.put(replace(workspace.find("r3"), code="DEMO003"), label=LABEL)
    assert next_code(workspace) == "DEMO100"


def test_the_codes_of_stored_steps_are_known_without_reading_them(workspace):
    workspace.put(replace(requirement(7), remark='he said "code": "DEMO500"'), label=LABEL)
    stored = StoredChanges(packed(workspace.next_undo(PROJECT.id)), KINDS)
    assert set(stored.codes()) == {"DEMO007"}
    assert isinstance(workspace.next_undo(PROJECT.id).label, Message)


def test_an_undone_code_is_not_given_again_after_a_restart_either(tmp_path):
    store = SqliteStore(make(tmp_path / "a.workbench"))
    first = opened(store)
    item = first.find("r1")
    first.put(replace(item, id="late", code="DEMO077"), label=LABEL)
    first.undo("p")
    first.put(replace(item, goal="x"), label=LABEL)
    first.save()
    store.close()
    assert "DEMO077" in codes_after_a_restart(tmp_path)


def test_a_code_deleted_before_all_that_undo_reaches_is_not_given_again(tmp_path, monkeypatch):
    monkeypatch.setattr(history, "MOST_STEPS", 2)
    store = SqliteStore(make(tmp_path / "a.workbench"))
    first = opened(store)
    item = first.find("r1")
    first.put(replace(item, id="late", code="DEMO078"), label=LABEL)
    first.remove([first.find("late")], label=LABEL)
    for goal in "abcd":
        first.put(replace(first.find(item.id), goal=goal), label=LABEL)
    first.save()
    store.close()
    assert "DEMO078" in codes_after_a_restart(tmp_path)


def codes_after_a_restart(folder):
    store = SqliteStore(folder / "a.workbench")
    found = opened(store).codes("p")
    store.close()
    return found
