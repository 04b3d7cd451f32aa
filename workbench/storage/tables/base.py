"""What the tables of a workspace file have in common.

They are Core tables: mapped classes would take a quarter of a second of every start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table, with names for its constraints, so that a migration can speak of them."""

Spelled = Callable[[str], "Column[Any]"]


def _of(kind: Any, *, empty: bool = False) -> Spelled:
    return lambda name: Column(name, kind(), nullable=empty)


text, whole, number, truth, day, data = map(_of, (String, Integer, Double, Boolean, Date, JSON))
text_or_none = _of(String, empty=True)
whole_or_none = _of(Integer, empty=True)
number_or_none = _of(Double, empty=True)
day_or_none = _of(Date, empty=True)


def refers_to(kind: str) -> Spelled:
    """The id of a record of the same scope; looked at when a transaction ends."""

    def spelled(name: str) -> Column[Any]:
        key = ForeignKey(f"{kind}.id", deferrable=True, initially="DEFERRED")
        return Column(name, String(), key, nullable=True, index=True)

    return spelled


in_project = refers_to("project")
"""The id of the owning project, or null for the library."""


def records(table: str, **columns: Spelled) -> Table:
    """A table of records. Enumerations are keys, times UTC text, lists and objects JSON text."""
    return Table(
        table,
        METADATA,
        Column("id", String(), primary_key=True),
        Column("position", Double(), nullable=False),
        Column("version", Integer(), nullable=False),
        *(text(name) for name in ("created_at", "created_by", "updated_at", "updated_by", "hash")),
        *(spelled(name) for name, spelled in columns.items()),
    )


ENTRY = records("entry", project=in_project, kind=text, data=data)
"""Records of forms that have no table of their own; ``data`` holds their fields."""
Index(None, ENTRY.c.kind)

HISTORY = Table(
    "history",
    METADATA,
    Column("sequence", Integer(), primary_key=True, autoincrement=True),
    Column("step", String(), nullable=False, index=True),
    text_or_none("scope"),
    *(text(name) for name in ("act", "state", "label", "reason", "who", "at", "changes", "hash")),
    Index("ix_history_scope_state", "scope", "state"),
    sqlite_autoincrement=True,
)
"""One line of history: a step (``act`` is do), or that it was undone or redone.

``state`` of a step is done, undone or dropped (no longer in reach of redo). ``changes`` is a list of
[before, after] records; ``label`` a message with its values; ``hash`` covers all but the state.
"""

SNAPSHOT = Table(
    "snapshot",
    METADATA,
    Column("id", String(), primary_key=True),
    Column("scope", String(), nullable=True, index=True),
    *(text(name) for name in ("name", "who", "at")),
    Column("records", LargeBinary(), nullable=False),
    text("hash"),
)
"""A named version of a scope: every record as it was, as compressed JSON lines."""
