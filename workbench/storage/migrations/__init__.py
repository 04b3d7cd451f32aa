"""Bringing an older workspace to the present schema: all of it or nothing, after a backup."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from workbench.files import check_room
from workbench.messages import Refusal, _
from workbench.storage.backup import backup
from workbench.storage.engine import open_file, told
from workbench.storage.identity import SCHEMA, has_journal, identify
from workbench.storage.journal import settle_journal
from workbench.storage.store import may_write


@dataclass(frozen=True)
class Chain:
    """The revisions in a folder, one for each schema: schema 12 is made by the revision ``0012``."""

    versions: Path
    schema: int


OURS = Chain(Path(__file__).parent / "versions", SCHEMA)


def migrate(path: Path, chain: Chain = OURS) -> Path | None:
    """Bring a workspace to the chain's schema; returns the backup that was made, None if nothing was to do.

    A killed migration leaves the old schema or the new one. Raises Refusal.
    """
    if _schema(path, chain) == chain.schema:
        return None
    if not may_write(path):
        text = _(
            "“{file}” was made by an older version and can only be read here. Copy it where you may write."
        )
        raise Refusal(text.fill(file=path.name))
    check_room(path.absolute().parent, 3 * path.stat().st_size)
    kept = backup(path, reason="before-migration")
    steps: Any = import_module(f"{__name__}.chain")  # late: Alembic is loaded only to migrate
    with told(path):
        steps.climb(path, chain)
    return kept


def _schema(path: Path, chain: Chain) -> int:
    """The schema number, after a broken-off migration is taken back."""
    schema = identify(path, chain.schema)
    if has_journal(path) and may_write(path):
        settle_journal(path)
        with told(path), closing(open_file(path, "rw")) as connection:
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
    return schema


__all__ = ["OURS", "Chain", "migrate"]
