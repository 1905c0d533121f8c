"""Which bookings are acts in the app, and which booking such an act undid."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns and what finds them; no booking of before is an act that can be undone."""
    op.add_column("boeking", sa.Column("handeling", sa.String(), nullable=True))
    # as SQLite says it: Alembic would make the whole table again for the sake of the reference
    op.execute("ALTER TABLE boeking ADD COLUMN maakt_ongedaan INTEGER REFERENCES boeking (id)")
    op.create_index(
        "boeking_van_handeling",
        "boeking",
        ["door", "id"],
        sqlite_where=sa.text("handeling IS NOT NULL"),
    )
    op.create_index(
        "boeking_eens_ongedaan",
        "boeking",
        ["maakt_ongedaan"],
        unique=True,
        sqlite_where=sa.text("maakt_ongedaan IS NOT NULL"),
    )
    op.create_index("stand_van_boeking", "stand", ["boeking"])
