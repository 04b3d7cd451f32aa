"""A third schema that never was: problems are rebuilt in batch mode, which once lost their children."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    with op.batch_alter_table("problem", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.String(), nullable=False, server_default=""))
        table.alter_column("conclusion", nullable=True)
    op.create_table("mood", sa.Column("id", sa.String(), primary_key=True))
    op.execute("INSERT INTO mood SELECT id FROM problem")
