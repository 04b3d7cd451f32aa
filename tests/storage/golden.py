"""Makes ``tests/golden/schema-N.workbench`` with python -m tests.storage.golden, once a schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.storage.files import client_records, edit, opened, project_records
from tests.workspace.clock import Clock
from workbench.messages import _
from workbench.storage import SqliteStore, create
from workbench.storage.identity import SCHEMA
from workbench.workspace import Workspace

GOLDEN = Path(__file__).parents[1] / "golden"


def make_golden(path):
    """A small file with every kind of record that the samples have, and a history."""
    create(path)
    with closing(SqliteStore(path)) as store:
        workspace = Workspace(store, "me", Clock())
        opened(store)
        workspace.open(None)
        workspace.open("p")
        workspace.put(*client_records(), label=_("Clients"))
        workspace.put(*project_records(), label=_("New project"))
        workspace.save()
        edit(workspace, "r1", "导出太慢")
        workspace.undo("p")
        workspace.save()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 512")  # small in the repository
        connection.execute("VACUUM")


def golden_file(schema):
    """The frozen file of a schema."""
    return GOLDEN / f"schema-{schema}.workbench"


if __name__ == "__main__":
    golden_file(SCHEMA).unlink(missing_ok=True)
    make_golden(golden_file(SCHEMA))
    golden_file(SCHEMA).with_name(golden_file(SCHEMA).name + "-journal").unlink(missing_ok=True)
