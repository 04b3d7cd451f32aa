"""How revisions spell out their tables.

A table's columns are ``name:type?>table``: f number, i whole number, d day, b truth, j JSON, x bytes, text
without a letter; ``?`` may be null; ``>`` refers to a table's id and is indexed.
"""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

COMMON = "id position:f version:i created_at created_by updated_at updated_by hash"
"""The columns of every table of records."""
_COLUMN = re.compile(r"(\w+)(?::(\w))?(\?)?(?:>(\w+))?")
_TYPES = {
    "": sa.String,
    "f": sa.Double,
    "i": sa.Integer,
    "d": sa.Date,
    "b": sa.Boolean,
    "j": sa.JSON,
    "x": sa.LargeBinary,
}


def make(table: str, columns: str) -> None:
    """Make a table whose key is ``id``, with its indexes."""
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{table}")
    op.create_table(table, *(column(table, text) for text in columns.split()), key)
    for text in columns.split():
        name, _type, _null, refers = _parts(text)
        if refers:
            op.create_index(f"ix_{table}_{name}", table, [name])


def column(table: str, text: str) -> sa.Column[Any]:
    """One column as it is spelled."""
    name, kind, null, refers = _parts(text)
    made: list[Any] = [_TYPES[kind]()]
    if refers:
        key = f"fk_{table}_{name}"
        made.append(sa.ForeignKey(f"{refers}.id", name=key, deferrable=True, initially="DEFERRED"))
    return sa.Column(name, *made, nullable=bool(null))


def _parts(text: str) -> tuple[str, ...]:
    match = _COLUMN.fullmatch(text)
    assert match is not None
    return tuple(part or "" for part in match.groups())
