"""Reference data: what DUO knows of schools, places, licences, persons and addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the reference tables."""
    op.create_table(
        "referentie_instellingen",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=True),
        sa.Column("bekostigd", sa.SmallInteger(), nullable=True),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_onderwijsaanbieders",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("onderwijsaanbieder", sa.String(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_onderwijslocaties",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("onderwijslocatie", sa.String(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_licenties",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("opleiding", sa.String(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_personen",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("geboortedatum", sa.String(), nullable=True),
        sa.Column("geslacht", sa.String(), nullable=True),
        sa.Column("datum_overlijden", sa.String(), nullable=True),
        sa.Column("vervangen_door", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_adressen",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("huisnummer", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_index("referentie_adressen_zoek", "referentie_adressen", ["postcode"])
    op.create_table(
        "referentie_landen",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("landcode", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_voorvoegsels",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("voorvoegsel", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentie_vo_inschrijvingen",
        sa.Column("regel", sa.Integer(), nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=True),
        sa.Column("uitbesteed_aan", sa.String(), nullable=True),
        sa.Column("begindatum", sa.String(), nullable=True),
        sa.Column("einddatum", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("regel"),
    )
    op.create_table(
        "referentielading",
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("bestand", sa.String(), nullable=False),
        sa.Column("regels", sa.Integer(), nullable=False),
        sa.Column("boeking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boeking"], ["boeking.id"]),
        sa.PrimaryKeyConstraint("tabel"),
    )
