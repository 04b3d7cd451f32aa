"""What is stored is what is read; two programs lose nothing; a full disk costs nothing."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import record_of
from tests.storage.files import edit, everything, make, opened, said
from workbench.domain import KINDS, Project, Requirement
from workbench.domain.record import fields_of
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore
from workbench.storage.checking import check
from workbench.storage.tables import TABLES
from workbench.workspace import Workspace

ROOT = Path(__file__).parents[2]
BOOKKEEPING = {"created_at", "created_by", "updated_at", "updated_by", "hash"}

COUNT = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.storage.files import opened
from workbench.messages import _
from workbench.storage import SqliteStore
from workbench.workspace import Conflict

workspace = opened(SqliteStore(Path(sys.argv[1])))
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    while True:
        workspace.refresh()
        item = workspace.find("r1")
        workspace.put(replace(item, remark=item.remark + sys.argv[3]), label=_("Count"))
        try:
            workspace.save()
            break
        except Conflict:
            workspace.forget_unsaved()
"""


def count_together(path, times):
    """Two programs add a letter to one text, ``times`` times each."""
    command = [sys.executable, "-c", COUNT, str(path), str(times)]
    workers = [
        subprocess.Popen([*command, letter], cwd=ROOT, stdin=subprocess.PIPE, text=True) for letter in "ab"
    ]
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    for worker in workers:
        worker.communicate(timeout=300)
        assert worker.returncode == 0
    return everything(path)["r1"].remark


def test_every_kind_with_a_table_has_a_column_for_each_field():
    assert set(TABLES) == set(KINDS)
    for kind, cls in KINDS.items():
        columns = {column.name: column.nullable for column in TABLES[kind].columns}
        assert set(columns) - BOOKKEEPING == set(fields_of(cls)), kind
        for name, item in fields_of(cls).items():
            may_be_null = name == "project" or item.default is None
            assert columns[name] == may_be_null, (kind, name)


@settings(max_examples=30)
@given(items=st.lists(st.sampled_from(list(KINDS.values())).flatmap(record_of), max_size=8))
def test_every_record_comes_back_from_the_disk_as_it_was(tmp_path_factory, items):
    path = make(tmp_path_factory.mktemp("any") / "w.workbench", records=False)
    libraries = [item for item in items if not isinstance(item, Project)]
    with closing(SqliteStore(path)) as store:
        workspace = opened(store, None)
        workspace.put(*libraries, label=_("Add"))
        for item in items:
            if isinstance(item, Project):
                workspace.open(item.id)
                workspace.put(item, label=_("Add"))
        workspace.save()
    assert everything(path) == {item.id: item for item in items}
    assert list(check(path)) == []


def test_rows_say_when_and_by_whom_they_were_made_and_changed(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as store:
        workspace = Workspace(store, "她")
        workspace.open("p")
        edit(workspace, "r1", "new")
        with store.reading() as connection:
            row = connection.exec_driver_sql("SELECT * FROM requirement WHERE id = 'r1'").one()
    assert (row.created_by, row.updated_by) == ("me", "她")
    assert row.created_at < row.updated_at
    assert row.updated_at.endswith("Z")


def test_history_says_what_was_done_undone_and_by_whom(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as store, store.reading() as connection:
        lines = connection.exec_driver_sql(
            "SELECT act, state, label, who, changes FROM history WHERE scope = 'p' ORDER BY sequence"
        ).all()
    assert [line[:2] for line in lines] == [("do", "done"), ("do", "undone"), ("undo", "")]
    assert json.loads(lines[1].label)["text"] == "Edit"
    before, after = json.loads(lines[1].changes)[0]
    assert (before["description"], after["description"]) == ("订单导出慢 1", "导出太慢")


def test_two_programs_lose_no_update(tmp_path):
    remark = count_together(make(tmp_path / "w.workbench"), 30)
    assert (remark.count("a"), remark.count("b")) == (30, 30)


def test_a_full_disk_costs_nothing(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as store:
        workspace = opened(store)
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refusal) as refusal:
            edit(workspace, "r1", "long " * 50_000)
        assert "no room" in said(refusal)
        assert workspace.unsaved
        assert everything(path)["r1"].description == "订单导出慢 1"
        with store.reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        workspace.save()
    assert everything(path)["r1"].description == "long " * 50_000


def test_a_file_that_somebody_else_writes_for_long_is_told_so(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as first, closing(SqliteStore(path)) as second, first.writing():
        with second.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        workspace = opened(second)
        with pytest.raises(Refusal) as refusal:
            edit(workspace, "r1", "new")
        assert "another program" in said(refusal)
        assert workspace.unsaved


def test_projects_come_in_order(tmp_path):
    path = make(tmp_path / "w.workbench", records=False)
    with closing(SqliteStore(path)) as store:
        workspace = opened(store, None, "a", "b", "c")
        for identity, position in (("a", 2), ("b", 1), ("c", 1)):
            workspace.put(Project(id=identity, code=identity, position=position), label=_("New"))
        workspace.save()
        assert [item.id for item in store.projects()] == ["b", "c", "a"]


def test_a_large_field_is_stored(tmp_path):
    path = make(tmp_path / "w.workbench")
    text = "客" * 3_000_000
    with closing(SqliteStore(path)) as store:
        edit(opened(store), "r1", text)
    assert everything(path)["r1"] == Requirement(
        id="r1", project="p", position=1.0, code="DEMO001", value=4, urgency=3, description=text,
        value_reason="提升客户工作效率",
    )  # fmt: skip
