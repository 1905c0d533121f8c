"""Whether a reference table has all that DUO knows, or a part."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; what was taken over before counts as complete."""
    op.add_column(
        "referentielading",
        sa.Column("volledig", sa.SmallInteger(), nullable=False, server_default="1"),
    )
