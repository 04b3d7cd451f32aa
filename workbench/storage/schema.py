"""Whether a file's tables are ours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from workbench.messages import Message, _
from workbench.storage.tables import METADATA

_COLUMNS = """
SELECT m.name, group_concat(c.name, char(10)) FROM sqlite_master AS m, pragma_table_info(m.name) AS c
WHERE m.type = 'table' AND m.sql LIKE 'CREATE TABLE%' GROUP BY m.name
"""
_FOREIGN = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name"
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"


@cache
def _expected() -> dict[str, frozenset[str]]:
    tables = METADATA.tables.values()
    return {table.name: frozenset(column.name for column in table.columns) for table in tables}


def wrong_tables(execute: Any) -> Iterator[Message]:
    """What keeps a file from being used: tables or columns that are missing or too many, triggers and views.

    ``execute`` runs a statement and gives its rows.
    """
    found = {table: frozenset(columns.split("\n")) for table, columns in execute(_COLUMNS).fetchall()}
    for table, columns in _expected().items():
        if table not in found:
            yield _("The table {table} is missing").fill(table=table)
        elif found[table] != columns:
            names = ", ".join(sorted(found[table] ^ columns))[:80]
            yield _("The table {table} has other columns than ours: {names}").fill(table=table, names=names)
    for kind, name in execute(_FOREIGN):
        yield _("There is a {kind} that is not ours: {name}").fill(kind=str(kind), name=str(name)[:80])


def wrong_indexes(execute: Any) -> Iterator[Message]:
    """Indexes that are missing or not ours; they make a file slow or refuse what is right."""
    ours = {str(index.name) for table in METADATA.tables.values() for index in table.indexes}
    found = {str(name) for (name,) in execute(_INDEXES)}
    for name in sorted(ours - found):
        yield _("The index {name} is missing").fill(name=name)
    for name in sorted(found - ours):
        yield _("There is an index that is not ours: {name}").fill(name=name[:80])
