"""Workspaces on disk: one SQLite file each, and what travels and guards it."""

from workbench.storage.holder import Held, Holder, hold
from workbench.storage.identity import identify
from workbench.storage.store import SqliteStore, create

__all__ = ["Held", "Holder", "SqliteStore", "create", "hold", "identify"]
