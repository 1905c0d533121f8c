"""The codes that fields of messages may have, with their dates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "referentie_waardelijsten",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("lijst", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("betekenis", sa.String(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
