"""A file of any released schema opens; a migration ends in the old schema or the new one."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.program import MAIN
from tests.storage.files import change, client_records, everything, make, project_records, said
from tests.storage.golden import golden_file
from workbench.messages import Refusal
from workbench.storage import SqliteStore, identify
from workbench.storage.backup import backups
from workbench.storage.checking import check
from workbench.storage.engine import connect
from workbench.storage.identity import SCHEMA
from workbench.storage.migrations import OURS, Chain, migrate
from workbench.storage.migrations.chain import upgrade

NEXT = Chain(Path(__file__).parent / "revisions", SCHEMA + 1)


def shape(path):
    """Tables with their columns, keys and indexes."""
    engine = connect(path)
    found = inspect(engine)
    tables = {
        name: (
            sorted(
                (c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in found.get_columns(name)
            ),
            sorted(
                (k["name"], k["constrained_columns"], k["referred_table"], sorted(k["options"].items()))
                for k in found.get_foreign_keys(name)
            ),
            sorted((i["name"], i["column_names"], i["unique"]) for i in found.get_indexes(name)),
            found.get_pk_constraint(name),
        )
        for name in found.get_table_names()
        if name != "alembic_version"
    }
    engine.dispose()
    return tables


def rows(path):
    """Every row of every table of our schema, without what the next adds."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for name in set(names) - {"mood", "alembic_version", "sqlite_sequence"}:
            columns = [r[1] for r in connection.execute(f"PRAGMA table_info({name})") if r[1] != "mood"]
            listed = ", ".join(f'"{column}"' for column in sorted(columns))
            found[name] = connection.execute(f"SELECT {listed} FROM {name} ORDER BY 1, 2").fetchall()
    return found


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_every_released_schema_opens(tmp_path, schema):
    path = tmp_path / "old.workbench"
    shutil.copyfile(golden_file(schema), path)
    migrate(path)
    expected = {item.id: item for item in (*client_records(), *project_records())}
    assert everything(path) == expected
    assert list(check(path)) == []
    with closing(SqliteStore(path)) as store:
        assert [step.label for step in store.load("p").undone] == ["Edit"]


def test_the_revisions_make_the_tables_that_the_program_uses(tmp_path, file):
    path = tmp_path / "migrated.workbench"
    engine = connect(path, new=True)
    with engine.begin() as connection:
        upgrade(connection, OURS)
    engine.dispose()
    assert shape(path) == shape(file)


def test_the_frozen_file_has_the_tables_that_the_program_uses(file, tmp_path):
    path = tmp_path / "old.workbench"
    shutil.copyfile(golden_file(SCHEMA), path)
    assert shape(path) == shape(file)


def test_a_file_of_today_is_left_alone_and_alembic_is_not_loaded(file):
    before = file.read_bytes()
    code = (
        "import sys; from pathlib import Path; from workbench.storage.migrations import migrate;"
        "assert migrate(Path(sys.argv[1])) is None; assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, file], cwd=MAIN.parent, check=True)
    assert file.read_bytes() == before
    assert backups(file) == []


def test_a_migration_keeps_every_row_and_a_backup(file):
    before = rows(file)
    kept = migrate(file, NEXT)
    assert identify(file, NEXT.schema) == NEXT.schema
    assert rows(file) == rows(kept) == before
    assert [each.reason for each in backups(file)] == ["before-migration"]
    assert migrate(file, NEXT) is None
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
        assert connection.execute("SELECT id FROM mood").fetchall() == [("pr",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_newer_file_is_refused_and_left_alone(file):
    migrate(file, NEXT)
    before = file.read_bytes()
    for use in (migrate, SqliteStore):
        with pytest.raises(Refusal) as refusal:
            use(file)
        assert "newer version" in said(refusal)
    assert file.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(file, tmp_path):
    shutil.copytree(NEXT.versions, tmp_path / "versions", ignore=shutil.ignore_patterns("__pycache__"))
    wrong = tmp_path / "versions" / "revision_0003.py"
    wrong.write_text(wrong.read_text() + "    op.execute('INSERT INTO mood SELECT id FROM nothing')\n")
    before = shape(file), rows(file)
    with pytest.raises(Refusal):
        migrate(file, Chain(tmp_path / "versions", 3))
    assert (shape(file), rows(file), identify(file)) == (*before, SCHEMA)


def test_a_file_with_references_to_nothing_is_not_converted(file):
    change(file, "DELETE FROM problem")
    with pytest.raises(Refusal) as refusal:
        migrate(file, NEXT)
    assert said(refusal)
    assert identify(file) == SCHEMA


def test_an_older_file_is_refused_until_it_is_converted(file):
    change(file, "PRAGMA user_version = 1")
    with pytest.raises(Refusal) as refusal:
        SqliteStore(file)
    assert "older version" in said(refusal)
