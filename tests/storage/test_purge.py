"""A client that is removed for good is in no byte of the file, nor of its backups."""

from contextlib import closing
from dataclasses import replace

import pytest

from tests.storage.files import CLIENT, change, everything, make, opened, project_records, said
from workbench.domain import KINDS, Account, Project, Requirement
from workbench.domain.record import record
from workbench.messages import Refusal, _, translator
from workbench.storage import Held, SqliteStore, hold
from workbench.storage.backup import backup, backups, folder_of
from workbench.storage.checking import check
from workbench.storage.erasing import GONE
from workbench.storage.purge import purge
from workbench.workspace import Workspace

KEEP = Requirement(id="other", project="q", description=f"像 {CLIENT} 那样", remark="untouched")


@record
class Wish(Requirement):
    mood: str = ""


@pytest.fixture
def file(tmp_path):
    """A client whose name stands in its projects, another's, an entry, the history and the library."""
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path, {**KINDS, "wish": Wish})) as store:
        workspace = opened(store, None, "p", "q")
        workspace.put(Project(id="q", code="Q", account="a2"), KEEP, label=_("New"))
        workspace.put(Wish(id="w", project="q", mood=CLIENT), label=_("New"))
        workspace.put(replace(KEEP, remark=CLIENT), label=_("Edit"), reason=CLIENT)
        workspace.undo("q")
        workspace.put(replace(workspace.find("a1"), remark="old"), label=_("Edit {name}").fill(name=CLIENT))
        workspace.put(Account(id="a3", name="Third"), label=_("Add"))
        workspace.save()
    return path


def remove(path, account=CLIENT, **options):
    return [translator("en")(line) for line in purge(path, account, **options)]


def holds(folder, *words):
    """The files of a folder that hold one of some words."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    ]


def test_nothing_of_the_client_is_left_in_any_byte(file):
    secrets = (CLIENT, "远山物流", "王先生", "订单导出慢", "培训不足", "导出太慢", "登录失败")
    assert all(holds(file.parent, secret) for secret in secrets)
    [line] = remove(file)
    assert "1 projects" in line
    assert "2 other records" in line
    assert holds(file.parent, *secrets) == []
    with closing(SqliteStore(file)) as store, store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA freelist_count").scalar_one() == 0


def test_everybody_else_stays(file):
    before = everything(file)
    remove(file)
    found = everything(file)
    assert set(found) == set(before) - {item.id for item in project_records()} - {"a1", "c1"}
    assert found["other"] == replace(KEEP, description=f"像 {GONE} 那样")
    assert found["a3"] == before["a3"]
    assert list(check(file, {**KINDS, "wish": Wish})) == []


def test_an_entry_of_a_form_forgets_the_client_too(file):
    remove(file)
    with closing(SqliteStore(file, {**KINDS, "wish": Wish})) as store:
        [wish] = [item for item in store.load("q").records if isinstance(item, Wish)]
    assert wish.mood == GONE


def test_what_does_not_speak_of_the_client_can_still_be_undone(file):
    remove(file)
    with closing(SqliteStore(file)) as store:
        workspace = opened(store, None, "q", "p")
        assert workspace.undo(None).label == "Add"
        assert workspace.find("a3") is None
        assert workspace.next_undo("p") is None
        workspace.save()


def test_a_project_of_the_client_that_was_removed_before_cannot_come_back(file):
    with closing(SqliteStore(file)) as store:
        workspace = opened(store)
        workspace.remove([workspace.find("p")], label=_("Remove"))
        workspace.save()
    remove(file)
    assert holds(file.parent, CLIENT, "订单导出慢") == []
    with closing(SqliteStore(file)) as store:
        assert opened(store, "p").undo("p") is None


@pytest.mark.parametrize("name", ["a1", CLIENT, f" {CLIENT} "])
def test_the_client_is_found_by_id_or_name(file, name):
    remove(file, name)
    assert "a1" not in everything(file)


def test_a_name_that_nobody_or_several_have_is_refused(file):
    with closing(SqliteStore(file)) as store:
        workspace = Workspace(store)
        workspace.open(None)
        workspace.put(Account(id="a4", name="third"), label=_("Add"))
        workspace.save()
    before = everything(file)
    for name, part in (("nobody", "no client nobody"), ("Third", "a3, a4")):
        with pytest.raises(Refusal) as refusal:
            remove(file, name)
        assert part in said(refusal)
    assert everything(file) == before


def test_backups_stay_unless_asked_and_then_forget_too(file):
    old = backup(file)
    with closing(SqliteStore(file)) as store:
        workspace = opened(store)
        workspace.put(replace(workspace.find("a1"), name="New Name"), label=_("Rename"))
        workspace.save()
    new, broken = backup(file), backup(file)
    broken.write_bytes(broken.read_bytes()[:9000])
    (folder_of(file) / "20260101T000000Z-damaged.file").write_text(CLIENT)
    assert len(remove(file, "New Name")) == 1
    assert holds(folder_of(file), CLIENT)
    with closing(SqliteStore(file)) as store:
        workspace = opened(store, None)
        workspace.put(Account(id="a1", name="New Name"), label=_("Add"))
        workspace.save()
    lines = remove(file, "a1", backups=True)
    assert holds(file.parent, CLIENT, "New Name", "王先生") == []
    assert {each.path for each in backups(file)} == {old, new}
    assert list(check(old, {**KINDS, "wish": Wish})) == []
    assert sum("was rewritten" in line for line in lines) == 2
    assert sum("was deleted" in line for line in lines) == 2


def test_a_window_that_has_the_file_keeps_the_client(file):
    holder = hold(file)
    with pytest.raises(Held):
        remove(file)
    assert remove(file, holder=holder)
    holder.release()


def test_a_damaged_file_is_left_as_it_is(file):
    change(file, "UPDATE requirement SET value = 9 WHERE id = 'other'")
    before = file.read_bytes()
    with pytest.raises(Refusal) as refusal:
        remove(file)
    assert "damaged" in said(refusal)
    assert file.read_bytes() == before
