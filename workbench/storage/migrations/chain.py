"""Running revisions with Alembic, in one transaction that also holds the schema's number."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from workbench.messages import Refusal, _
from workbench.storage.engine import connect

if TYPE_CHECKING:
    from workbench.storage.migrations import Chain


def climb(path: Path, chain: Chain) -> None:
    """Apply the revisions that a workspace lacks. Raises Refusal, and what the database raises."""
    engine = connect(path)
    try:
        with engine.connect() as connection:
            # With foreign keys on, batch mode was seen to delete child rows in silence.
            connection.connection.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                upgrade(connection, chain)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    text = _("“{file}” refers to what is not there and was not converted. Run the check.")
                    raise Refusal(text.fill(file=path.name))
    finally:
        engine.dispose()


def upgrade(connection: Connection, chain: Chain) -> None:
    """Apply revisions on a connection in a transaction: from the file's schema (0 if empty) to the last."""
    schema = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    script = ScriptDirectory(str(chain.versions), version_locations=[str(chain.versions)])
    head, start = f"{chain.schema:04}", f"{schema:04}" if schema else "base"
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for revision in reversed(list(script.iterate_revisions(head, start))):
            revision.module.upgrade()
    context.stamp(script, head)
    connection.exec_driver_sql(f"PRAGMA user_version={chain.schema}")
