"""The leveringen with their messages, and what was answered to each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; of leveringen before this nothing but their standen is known."""
    op.create_table(
        "levering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("richting", sa.String(), nullable=False),
        sa.Column("merk", sa.String(), nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "melding",
        sa.Column("levering", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("persoon", sa.String(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.String(), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=True),
        sa.Column("goedgekeurd", sa.SmallInteger(), nullable=True),
        sa.Column("bevindingen", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["levering"], ["levering.id"]),
        sa.ForeignKeyConstraint(["stand"], ["stand.id"]),
        sa.PrimaryKeyConstraint("levering", "nummer"),
        sqlite_with_rowid=False,
    )
    op.create_index("melding_van_stand", "melding", ["stand"])
