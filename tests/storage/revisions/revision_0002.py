"""The real second schema, so that a chain of our own can follow it."""

from workbench.storage.migrations.versions import revision_0002 as real

revision = "0002"
down_revision = "0001"
upgrade = real.upgrade
