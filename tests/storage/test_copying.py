"""A copy of a file that cannot be saved has everything: history, versions, and what is not in the file."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.storage.files import make, opened
from workbench.domain import Requirement
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore
from workbench.storage.checking import check
from workbench.storage.copying import save_copy
from workbench.storage.past import Only, entries
from workbench.storage.versions import Version, keep_version, version_records, versions

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with closing(SqliteStore(make(tmp_path / "w.workbench"))) as store:
        version = Version("p", "before the call", "Lin", NOON)
        keep_version(store, version, store.load("p").records)
        yield store


@pytest.fixture
def workspace(store):
    """A requirement was changed, and is not saved."""
    workspace = opened(store)
    item = workspace.find("r1")
    workspace.put(replace(item, remark="not saved"), label=_("Edit remark"))
    return workspace


def copied(workspace, path):
    held = {scope: workspace.held(scope) for scope in (None, "p")}
    return save_copy(workspace.store, path, workspace.pending.seen(), held)


def test_a_copy_has_the_history_the_versions_and_what_was_not_saved(store, workspace, tmp_path):
    path = tmp_path / "copy.workbench"
    assert copied(workspace, path)
    with closing(SqliteStore(path)) as copy:
        before = [past.step for past in entries(store, "p", Only(), 100)]
        after = [past.step for past in entries(copy, "p", Only(), 100)]
        assert after[1:] == before
        assert next(item for item in copy.load("p").records if item.id == "r1").remark == "not saved"
        [version] = versions(copy, "p")
        assert version_records(copy, version.id) == version_records(store, version.id)
        again = opened(copy)
        assert again.next_undo("p").label == "Edit remark"
        again.undo("p")
        assert again.find("r1").remark == store_remark(store)
    assert [found for found in check(path) if found.severity == "damage"] == []
    assert [each.name for each in tmp_path.glob("*copy*")] == ["copy.workbench"]


def store_remark(store):
    return next(item for item in store.load("p").records if item.id == "r1").remark


def test_what_was_written_meanwhile_is_not_written_twice(store, workspace, tmp_path):
    waiting = workspace.pending.seen()
    workspace.save()
    path = tmp_path / "copy.workbench"
    assert save_copy(store, path, waiting, {"p": workspace.held("p")})
    with closing(SqliteStore(path)) as copy:
        assert len(list(entries(copy, "p", Only(), 100))) == len(list(entries(store, "p", Only(), 100)))


def test_where_another_was_quicker_the_copy_has_mine(store, workspace, tmp_path):
    other = opened(store)
    other.put(replace(other.find("r1"), remark="theirs"), label=_("Edit"))
    other.save()
    path = tmp_path / "copy.workbench"
    assert copied(workspace, path)
    with closing(SqliteStore(path)) as copy:
        assert store_remark(copy) == "not saved"
        done = [change.after for past in entries(copy, "p", Only("r1"), 100) for change in past.changes]
        assert "theirs" in {item.remark for item in done if isinstance(item, Requirement)}


def test_a_file_whose_name_is_gone_is_copied_as_it_is_open(store, workspace, tmp_path):
    store.path.unlink()
    path = tmp_path / "copy.workbench"
    assert copied(workspace, path)
    with closing(SqliteStore(path)) as copy:
        assert [version.name for version in versions(copy, "p")] == ["before the call"]


def test_of_a_file_that_cannot_be_read_the_copy_has_the_records(store, workspace, tmp_path, monkeypatch):
    def broken(_draft):
        raise Refusal(_("The disk gives an error"))

    monkeypatch.setattr(store, "duplicate", broken)
    path = tmp_path / "copy.workbench"
    assert not copied(workspace, path)
    with closing(SqliteStore(path)) as copy:
        assert store_remark(copy) == "not saved"
        kept = {item.id for item in copy.load("p").records if isinstance(item, Requirement)}
        assert kept == {item.id for item in workspace.all(Requirement, "p")}


def test_nothing_is_overwritten(workspace, tmp_path):
    path = tmp_path / "copy.workbench"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal):
        copied(workspace, path)
    assert path.read_text(encoding="utf-8") == "mine"
