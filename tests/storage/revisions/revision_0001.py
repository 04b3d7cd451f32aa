"""The real first schema, so that a chain of our own can follow it."""

from workbench.storage.migrations.versions import revision_0001 as real

revision = "0001"
down_revision = None
upgrade = real.upgrade
