"""What a school has on its papers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; nothing is remembered yet."""
    op.create_table(
        "schoolgegeven",
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("brin", "naam"),
        sqlite_with_rowid=False,
    )
