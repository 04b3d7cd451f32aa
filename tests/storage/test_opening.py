"""Foreign, damaged and newer files are refused in a sentence and stay as they are."""

import os
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from zipfile import ZipFile

import pytest

from tests.storage.files import change, edit, everything, make, opened, said
from workbench.messages import Refusal
from workbench.storage import SqliteStore, create, identify
from workbench.storage.identity import APPLICATION_ID, SCHEMA


def database(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in ("CREATE TABLE requirement (id TEXT)", *statements):
            connection.execute(statement)


def workbook(path):
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def patched(path, place, data):
    with make(path).open("rb+") as file:
        file.seek(place)
        file.write(data)


OURS = f"PRAGMA application_id={APPLICATION_ID}"
FILES = {
    "empty": (lambda path: path.write_bytes(b""), "empty"),
    "text": (lambda path: path.write_text("just a text\n" * 99), "a text"),
    "Excel": (workbook, "an Office file"),
    "PDF": (lambda path: path.write_bytes(b"%PDF-1.7" + bytes(200)), "a PDF"),
    "zeroes": (lambda path: path.write_bytes(bytes(8192)), "something else"),
    "another program's": (database, "another program"),
    "ours by its number only": (
        lambda path: database(path, OURS, f"PRAGMA user_version={SCHEMA}"),
        "damaged",
    ),
    "ours without a schema": (lambda path: database(path, OURS), "damaged"),
    "newer": (lambda path: patched(path, 60, struct.pack(">I", 99)), "newer version"),
    "cut header": (lambda path: path.write_bytes(make(path).read_bytes()[:60]), "no workspace"),
    "half": (lambda path: path.write_bytes(make(path).read_bytes()[: path.stat().st_size // 2]), "damaged"),
    "zeroes after the header": (
        lambda path: path.write_bytes(make(path).read_bytes()[:100].ljust(path.stat().st_size, b"\0")),
        "damaged",
    ),
    "with a foreign trigger": (
        lambda path: change(
            make(path), "CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM project; END"
        ),
        "damaged",
    ),
    "with a foreign view": (
        lambda path: change(make(path), "CREATE VIEW v AS SELECT * FROM project"),
        "damaged",
    ),
    "with a view for a table": (
        lambda path: change(make(path), "DROP TABLE lesson", "CREATE VIEW lesson AS SELECT * FROM risk"),
        "damaged",
    ),
    "with a column missing": (
        lambda path: change(make(path), "ALTER TABLE lesson DROP COLUMN text"),
        "damaged",
    ),
    "with a table missing": (lambda path: change(make(path), "DROP TABLE lesson"), "damaged"),
    "in another journal mode": (lambda path: patched(path, 18, b"\2\2"), "damaged"),
}


def state(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_whole_workspace_is_refused_and_left_alone(tmp_path, name, read_only):
    path = tmp_path / "w.workbench"
    build, part = FILES[name]
    build(path)
    before = {key: data for key, data in state(tmp_path).items() if data or key == path.name}
    with pytest.raises(Refusal) as refusal:
        SqliteStore(path, read_only=read_only)
    assert part in said(refusal)
    assert {key: data for key, data in state(tmp_path).items() if data or key == path.name} == before


@pytest.mark.parametrize("name", ["missing", "folder", "pipe", "bad\0name"])
def test_what_is_no_file_at_all_is_refused(tmp_path, name):
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name == "pipe":
        os.mkfifo(path)
    with pytest.raises(Refusal) as refusal:
        identify(path)
    assert said(refusal)


def test_a_new_file_never_replaces_one(tmp_path):
    path = tmp_path / "w.workbench"
    path.write_text("mine")
    with pytest.raises(Refusal) as refusal:
        create(path)
    assert "is there already" in said(refusal)
    assert path.read_text() == "mine"


def test_a_new_file_needs_a_folder(tmp_path):
    with pytest.raises(Refusal) as refusal:
        create(tmp_path / "nowhere" / "w.workbench")
    assert "no folder" in said(refusal)


@pytest.mark.parametrize(
    ("statement", "field"),
    [
        ("UPDATE requirement SET value = 1000000000000000 WHERE id = 'r1'", "value"),
        ("UPDATE requirement SET value = 'four' WHERE id = 'r1'", "value"),
        ("UPDATE requirement SET value = 4.5 WHERE id = 'r1'", "value"),
        ("UPDATE requirement SET verdict = 'gone' WHERE id = 'r1'", "verdict"),
        ("UPDATE requirement SET due = 'soon' WHERE id = 'r1'", "due"),
        ("UPDATE requirement SET position = 9e999 WHERE id = 'r1'", "position"),
        ("UPDATE requirement SET description = x'00ff' WHERE id = 'r1'", "description"),
        ("UPDATE member SET leads = 7", "leads"),
        ("UPDATE member SET duties = '[1]'", "duties"),
        ("UPDATE member SET duties = '[['", "duties"),
        ('UPDATE impact_estimate SET quantity = \'{"low": "x"}\'', "quantity"),
    ],
)
def test_a_value_that_cannot_be_is_named(tmp_path, statement, field):
    path = make(tmp_path / "w.workbench")
    change(path, statement)
    with pytest.raises(Refusal) as refusal:
        everything(path)
    assert field in said(refusal)
    assert "w.workbench" in said(refusal)


def test_text_that_is_not_utf_8_is_damage(tmp_path):
    path = make(tmp_path / "w.workbench")
    change(path, "UPDATE requirement SET description = CAST(x'ff41' AS TEXT) WHERE id = 'r1'")
    with pytest.raises(Refusal) as refusal:
        everything(path)
    assert "damaged" in said(refusal)


def test_a_history_that_cannot_be_read_costs_only_its_undo(tmp_path):
    path = make(tmp_path / "w.workbench")
    change(path, "UPDATE history SET changes = '[[', label = '{' WHERE scope = 'p' AND state = 'done'")
    with closing(SqliteStore(path)) as store:
        workspace = opened(store)
        with pytest.raises(Refusal) as refusal:
            workspace.undo("p")
        assert "damaged" in said(refusal)
        edit(workspace, "r1", "still to be edited")
    assert everything(path)["r1"].description == "still to be edited"


def test_a_read_only_store_writes_nothing(tmp_path):
    path = make(tmp_path / "w.workbench")
    before = state(tmp_path)
    with closing(SqliteStore(path, read_only=True)) as store:
        workspace = opened(store)
        with pytest.raises(Refusal) as refusal:
            edit(workspace, "r1", "new")
        assert "reading only" in said(refusal)
        assert workspace.unsaved
    assert state(tmp_path) == before


def test_a_file_moved_away_while_open_takes_no_edit_that_would_be_lost(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as store:
        workspace = opened(store)
        edit(workspace, "r1", "before")
        path.rename(tmp_path / "moved.workbench")
        with pytest.raises(Refusal) as refusal:
            edit(workspace, "r1", "after")
        assert "not where it was" in said(refusal)
        assert workspace.unsaved
        (tmp_path / "moved.workbench").rename(path)
        workspace.save()
    assert everything(path)["r1"].description == "after"


TRY = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    sys.exit(error.sqlite_errorcode)
"""


def test_reading_the_header_of_an_open_file_does_not_free_its_locks(tmp_path):
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path)) as store, store.writing():
        identify(path)
        tried = subprocess.run([sys.executable, "-c", TRY, path], check=False)
    assert tried.returncode == sqlite3.SQLITE_BUSY
