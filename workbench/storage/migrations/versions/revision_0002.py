"""Call clocks, what notes bring to light, urgency that grows, workshops, named versions."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from workbench.storage.migrations.laying import COMMON, make

revision = "0002"
down_revision = "0001"

_NEW: dict[str, tuple[tuple[str, type[Any], str | None], ...]] = {
    "interview": (
        ("planned_at", sa.String, None),
        ("ended_at", sa.String, None),
        ("purpose", sa.String, ""),
        ("private_remarks", sa.String, ""),
        ("clock", sa.Integer, "0"),
        ("clock_since", sa.String, None),
    ),
    "note": (("real_need", sa.String, ""), ("quiet", sa.Boolean, "0")),
    "requirement": (
        ("raised_by", sa.String, ""),
        ("doubtful", sa.Boolean, "0"),
        ("acceptance", sa.String, ""),
        ("urgent_on", sa.Date, None),
        ("urgency_scored_on", sa.Date, None),
    ),
}
"""Columns that are added: name, type, and what rows that are there already get (None for null)."""
_TABLES = {
    "workshop": (
        "project?>project title held_on:d? goal decided_by voters names_hidden:b scores_before ended_at?"
    ),
    "agenda_item": "project?>project workshop?>workshop title minutes:i spent:i done:b",
    "vote": "project?>project workshop?>workshop requirement?>requirement axis voter score:i?",
    "parked_item": "project?>project workshop?>workshop text raised_by",
    "decision": "project?>project workshop?>workshop requirement?>requirement text why who at?",
}


def upgrade() -> None:
    """Add columns and tables; no row that is there changes its content hash."""
    for table, columns in _NEW.items():
        for name, kind, given in columns:
            op.add_column(table, sa.Column(name, kind(), nullable=given is None, server_default=given))
    with op.batch_alter_table("note", recreate="always") as note:
        note.add_column(sa.Column("point", sa.String, nullable=True))
        note.create_foreign_key(
            "fk_note_point", "point", ["point"], ["id"], deferrable=True, initially="DEFERRED"
        )
    op.create_index("ix_note_point", "note", ["point"])
    for table, spelled in _TABLES.items():
        make(table, f"{COMMON} {spelled}")
    make("snapshot", "id scope? name who at records:x hash")
    op.create_index("ix_snapshot_scope", "snapshot", ["scope"])
