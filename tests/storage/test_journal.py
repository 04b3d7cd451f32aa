"""A journal that a killed program left is played back only where it belongs."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.program import MAIN
from tests.storage.files import edit, everything, make, opened, said
from workbench.messages import Refusal
from workbench.storage import SqliteStore

BREAK_OFF = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=5")
connection.execute("PRAGMA journal_mode=TRUNCATE")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE requirement SET description = hex(randomblob(9000))")
connection.execute("UPDATE note SET text = hex(randomblob(90000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


def break_off(path):
    """Kill a program in the middle of a change that has reached the file; its journal."""
    subprocess.run([sys.executable, "-c", BREAK_OFF, path], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 512
    return journal


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


def test_a_change_broken_off_is_taken_back(file):
    before = everything(file)
    journal = break_off(file)
    with closing(SqliteStore(file)) as store:
        assert {item.id: item for item in store.load("p").records}.items() <= before.items()
    assert everything(file) == before
    assert not journal.exists() or not journal.stat().st_size


def test_the_journal_of_another_file_is_refused_and_nothing_touched(file, tmp_path):
    other = make(tmp_path / "other.workbench")
    with closing(SqliteStore(other)) as store:
        for number in range(5):
            edit(opened(store), "r1", f"text {number}")
    journal = break_off(other)
    stale = file.with_name(file.name + "-journal")
    shutil.copyfile(journal, stale)
    before = file.read_bytes(), stale.read_bytes()
    with pytest.raises(Refusal) as refusal:
        SqliteStore(file)
    assert "belongs to another file" in said(refusal)
    assert "w.workbench-journal" in said(refusal)
    assert (file.read_bytes(), stale.read_bytes()) == before


def test_a_journal_that_gives_no_sound_file_is_refused_and_nothing_touched(file):
    journal = break_off(file)
    data = bytearray(file.read_bytes())
    data[4096:12288] = bytes(8192)
    file.write_bytes(data[: len(data) - 4096 * 3])
    journal.write_bytes(journal.read_bytes()[: 512 + 4104])
    before = file.read_bytes(), journal.read_bytes()
    with pytest.raises(Refusal) as refusal:
        SqliteStore(file)
    assert said(refusal)
    assert (file.read_bytes(), journal.read_bytes()) == before


@pytest.mark.parametrize("rubbish", [b"rubbish " * 100, bytes(2000)])
def test_a_file_that_is_no_journal_does_not_matter(file, rubbish):
    before = everything(file)
    file.with_name(file.name + "-journal").write_bytes(rubbish)
    with closing(SqliteStore(file)) as store:
        edit(opened(store), "r1", "new")
    assert set(everything(file)) == set(before)


def test_a_program_that_is_writing_does_not_keep_others_from_opening(file):
    with closing(SqliteStore(file)) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE requirement SET remark = 'x'")
        tried = subprocess.run(
            [sys.executable, "-c", OPEN, str(file)],
            cwd=MAIN.parent,
            check=False,
            capture_output=True,
            text=True,
        )
    assert (tried.returncode, tried.stderr) == (0, "")


OPEN = """
import sys
from pathlib import Path
from workbench.storage import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
assert {item.remark for item in store.load("p").records if hasattr(item, "remark")} == {""}
"""


def test_the_trial_of_a_journal_leaves_sqlite_to_play_it_back(file):
    break_off(file)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
