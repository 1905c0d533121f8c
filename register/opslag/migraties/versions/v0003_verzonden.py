"""Which standen were sent to DUO, when and in which levering."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "verzonden",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.Column("levering", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["stand"], ["stand.id"]),
        sa.PrimaryKeyConstraint("stand"),
    )
