"""What the tables of a workspace file have in common."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """What every table has: names for its constraints, so that a migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Row(Table):
    """What tables of records have. Enumerations are keys, times UTC text, lists and objects JSON text."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[float]
    version: Mapped[int]
    created_at: Mapped[str]
    created_by: Mapped[str]
    updated_at: Mapped[str]
    updated_by: Mapped[str]
    hash: Mapped[str]


def refers_to(kind: str) -> Any:
    """The id of a record of the same scope; looked at when a transaction ends."""
    return mapped_column(ForeignKey(f"{kind}.id", deferrable=True, initially="DEFERRED"), index=True)


def in_project() -> Any:
    """The id of the owning project, or null for the library."""
    return refers_to("project")


class EntryRow(Row):
    """A record of a form that has no table of its own; ``data`` holds its fields."""

    __tablename__ = "entry"

    project: Mapped[str | None] = in_project()
    kind: Mapped[str] = mapped_column(index=True)
    data: Mapped[dict[str, object]] = mapped_column(JSON)


class HistoryRow(Table):
    """One line of history: a step (``act`` is do), or that it was undone or redone.

    ``state`` of a step is done, undone or dropped (no longer in reach of redo). ``changes`` is a list of
    [before, after] records; ``label`` a message with its values; ``hash`` covers all but the state.
    """

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_scope_state", "scope", "state"), {"sqlite_autoincrement": True})

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    step: Mapped[str] = mapped_column(index=True)
    scope: Mapped[str | None]
    act: Mapped[str]
    state: Mapped[str]
    label: Mapped[str]
    reason: Mapped[str]
    who: Mapped[str]
    at: Mapped[str]
    changes: Mapped[str]
    hash: Mapped[str]


class SnapshotRow(Table):
    """A named version of a scope: every record as it was, as compressed JSON lines."""

    __tablename__ = "snapshot"

    id: Mapped[str] = mapped_column(primary_key=True)
    scope: Mapped[str | None] = mapped_column(index=True)
    name: Mapped[str]
    who: Mapped[str]
    at: Mapped[str]
    records: Mapped[bytes]
    hash: Mapped[str]
