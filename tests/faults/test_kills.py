"""A killed program loses nothing acknowledged, and leaves the old file or the new one."""

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from tests.faults.killing import Work
from tests.program import MAIN
from tests.storage.files import everything, make, opened
from tests.storage.test_migrations import NEXT, rows
from workbench.domain import KINDS, Requirement
from workbench.files import sweep
from workbench.messages import _
from workbench.storage import SqliteStore, identify
from workbench.storage.backup import backup, backups, folder_of
from workbench.storage.checking import check
from workbench.storage.identity import SCHEMA, has_journal
from workbench.storage.packages import read_package, write_package

EDITS = 20
FEW_OR_MANY = pytest.mark.parametrize("times", [3, pytest.param(50, marks=pytest.mark.faults)])


def strays(folder):
    sweep(folder)
    return [path.name for path in folder.iterdir() if path.name.endswith("draft")]


def sound(path):
    return [finding for finding in check(path) if finding.severity == "damage"] == []


@pytest.fixture
def file(tmp_path):
    """A file large enough for every kind of work to take its time."""
    path = make(tmp_path / "w.workbench")
    items = [
        Requirement(id=f"q{number}", project="p", code=f"X{number}", description=f"长长的说明 {number}" * 200)
        for number in range(400)
    ]
    with closing(SqliteStore(path)) as store:
        workspace = opened(store)
        workspace.put(*items, label=_("Add"))
        workspace.save()
    return path


def kill_an_editor(path, chance, known):
    """Kill ``edit`` after some answers while it has more to do; the numbers that were acknowledged."""
    numbers = range(len(known), len(known) + EDITS)
    lines = [
        json.dumps({"put": {"kind": "member", "id": f"m{number}", "name": f"成员 {number}"}}) + "\n"
        for number in numbers
    ]
    command = [sys.executable, MAIN, "edit", path, "DEMO"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        child.stdin.writelines(lines)
        child.stdin.flush()
        said = [child.stdout.readline() for _time in range(chance.randrange(1, EDITS))]
        child.kill()
        said += child.stdout.readlines()
        assert child.stderr.read() == ""
    assert said == [f"{number}\n" for number in range(1, len(said) + 1)]
    return [f"m{number}" for number in numbers[: len(said)]]


@pytest.mark.parametrize("times", [20, pytest.param(1000, marks=pytest.mark.faults)])
def test_a_killed_editor_loses_nothing_that_it_has_acknowledged(tmp_path, times):
    chance = random.Random(times)
    for place in range(0, times, 20):
        path, known = make(tmp_path / f"{place}.workbench"), []
        for _time in range(min(20, times)):
            told = kill_an_editor(path, chance, known)
            with closing(SqliteStore(path)) as store:  # takes back what was broken off
                found = {
                    item.id for item in store.load("p").records if item.id.startswith("m") and item.id[1:]
                }
            assert {*known, *told} <= found
            assert len(found) - len(known) - len(told) <= 1
            known = list(found)
            assert sound(path)


@FEW_OR_MANY
def test_a_killed_backup_leaves_the_file_and_sound_backups(file, times):
    before = everything(file)

    def verify():
        assert everything(file) == before
        assert strays(folder_of(file)) == []
        for each in backups(file):
            assert sound(each.path)

    work = Work("from workbench.storage.backup import backup", "backup(Path(sys.argv[1]))")
    assert work.kill_often(times, lambda: [file], verify)


@FEW_OR_MANY
def test_a_killed_restore_leaves_the_old_file_or_the_new(file, times):
    old, made = everything(file), backup(file, file.with_name("old.workbench"))
    with closing(SqliteStore(file)) as store:
        workspace = opened(store)
        workspace.put(replace(workspace.find("q1"), description="new"), label=_("Edit"))
        workspace.save()
    new, other = everything(file), backup(file, file.with_name("new.workbench"))
    states = []

    def verify():
        assert not has_journal(file)
        states.append(everything(file))
        assert states[-1] in (old, new)
        assert strays(file.parent) == []
        assert sound(file)
        assert sound(made)

    work = Work("from workbench.storage.backup import restore", "restore(*map(Path, sys.argv[1:]))")
    turns = iter([made, other] * times)
    assert work.kill_often(times, lambda: [file, next(turns)], verify)


@FEW_OR_MANY
def test_a_killed_migration_leaves_the_old_schema_or_the_new(file, times, tmp_path):
    before, whole, schemas = rows(file), file.read_bytes(), []
    target = tmp_path / "m" / "m.workbench"
    target.parent.mkdir()

    def anew():
        target.write_bytes(whole)
        target.with_name("m.workbench-journal").unlink(missing_ok=True)
        return [target, NEXT.versions]

    def verify():
        if has_journal(target):
            with closing(sqlite3.connect(target)) as connection:
                connection.execute("SELECT count(*) FROM project").fetchone()
        schemas.append(identify(target, NEXT.schema))
        assert rows(target) == before

    work = Work(
        "from workbench.storage.migrations import Chain, migrate\nimport workbench.storage.migrations.chain",
        "migrate(Path(sys.argv[1]), Chain(Path(sys.argv[2]), 3))",
    )
    assert work.kill_often(times, anew, verify)
    assert set(schemas) == {SCHEMA, NEXT.schema}


@FEW_OR_MANY
def test_a_killed_export_leaves_the_old_package_or_the_new(file, times, tmp_path):
    out = tmp_path / "p.wbproj"
    with closing(SqliteStore(file)) as store:
        write_package(store, "p", out)
    whole = set(read_package(out, KINDS).records)

    def verify():
        assert set(read_package(out, KINDS).records) == whole
        assert strays(tmp_path) == []

    work = Work(
        "from workbench.storage import SqliteStore\nfrom workbench.storage.packages import write_package\n"
        "store = SqliteStore(Path(sys.argv[1]))",
        "write_package(store, 'p', Path(sys.argv[2]))",
    )
    assert work.kill_often(times, lambda: [file, out], verify)
