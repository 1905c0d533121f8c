"""The register's own tables, around the tables of the entities: bookings, keys, standen.

    boeking   who registered something, when and why; of an act in the app also what sort of step
              it was (`handeling`) and which booking it undid (`maakt_ongedaan`); never changed
    sleutel   what a stand is about: BRIN, person number and volgnummer
    stand     one state of one key; asserted by a boeking, lapsed by a later one, never erased
    student   an index over the current persons, to search in
    verzonden which standen were in a levering
    levering  a file of messages that came in or went out
    melding   one message of it, and what was answered
    schoolgegeven  what a school has on its papers: its name, place and who sign

A row of `stand` only ever changes in `vervallen_door`. The current stand of a key is the one that
has not lapsed; a deletion is a stand too (`verwijderd`), without rows in the entity tables.
"""

from __future__ import annotations

import sqlalchemy as sa

from register.vormen.tabellen import METADATA

SCHEMAVERSIE = "0008"
"""The newest migration in `migraties/versions/`."""

boeking = sa.Table(
    "boeking",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("op", sa.String, nullable=False),
    sa.Column("door", sa.String, nullable=False),
    sa.Column("reden", sa.String, nullable=False),
    sa.Column("handeling", sa.String),
    sa.Column("maakt_ongedaan", sa.Integer, sa.ForeignKey("boeking.id")),
)
sa.Index(
    "boeking_van_handeling",
    boeking.c.door,
    boeking.c.id,
    sqlite_where=boeking.c.handeling.is_not(None),
)
sa.Index(
    "boeking_eens_ongedaan",
    boeking.c.maakt_ongedaan,
    unique=True,
    sqlite_where=boeking.c.maakt_ongedaan.is_not(None),
)

sleutel = sa.Table(
    "sleutel",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("persoon", sa.String, nullable=False),
    sa.Column("brin", sa.String, nullable=False),
    sa.Column("volgnummer", sa.String, nullable=False),
    sa.UniqueConstraint("persoon", "brin", "volgnummer", name="sleutel_uniek"),
)

stand = sa.Table(
    "stand",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("soort", sa.String, nullable=False),
    sa.Column("sleutel", sa.Integer, sa.ForeignKey("sleutel.id"), nullable=False),
    sa.Column("boeking", sa.Integer, sa.ForeignKey("boeking.id"), nullable=False),
    sa.Column("aangeleverd_op", sa.String, nullable=False),
    sa.Column("verwijderd", sa.SmallInteger, nullable=False),
    sa.Column("vervallen_door", sa.Integer, sa.ForeignKey("boeking.id")),
    sa.Index("stand_van_sleutel", "sleutel", "soort"),
    sa.Index("stand_van_boeking", "boeking"),
)
sa.Index(
    "stand_actueel",
    stand.c.sleutel,
    stand.c.soort,
    unique=True,
    sqlite_where=stand.c.vervallen_door.is_(None),
)
sa.Index("stand_vervallen", stand.c.id, sqlite_where=stand.c.vervallen_door.is_not(None))

student = sa.Table(
    "student",
    METADATA,
    sa.Column("sleutel", sa.Integer, sa.ForeignKey("sleutel.id"), primary_key=True),
    sa.Column("studentnummer", sa.String),
    sa.Column("naam", sa.String, nullable=False),
    sa.Column("geboortedatum", sa.String, nullable=False),
    sa.Column("zoektekst", sa.String, nullable=False),
)

verzonden = sa.Table(
    "verzonden",
    METADATA,
    sa.Column(
        "stand", sa.Integer, sa.ForeignKey("stand.id"), primary_key=True, autoincrement=False
    ),
    sa.Column("op", sa.String, nullable=False),
    sa.Column("levering", sa.String, nullable=False),
)

levering = sa.Table(
    "levering",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("naam", sa.String, nullable=False),
    sa.Column("richting", sa.String, nullable=False),
    sa.Column("merk", sa.String, nullable=False),
    sa.Column("op", sa.String, nullable=False),
    sa.Column("door", sa.String, nullable=False),
)

melding = sa.Table(
    "melding",
    METADATA,
    sa.Column(
        "levering", sa.Integer, sa.ForeignKey("levering.id"), primary_key=True, autoincrement=False
    ),
    sa.Column("nummer", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("handeling", sa.String, nullable=False),
    sa.Column("soort", sa.String, nullable=False),
    sa.Column("persoon", sa.String, nullable=False),
    sa.Column("brin", sa.String, nullable=False),
    sa.Column("volgnummer", sa.String, nullable=False),
    sa.Column("stand", sa.Integer, sa.ForeignKey("stand.id")),
    sa.Column("goedgekeurd", sa.SmallInteger),
    sa.Column("bevindingen", sa.String, nullable=False),
    sa.Index("melding_van_stand", "stand"),
    sqlite_with_rowid=False,
)

schoolgegeven = sa.Table(
    "schoolgegeven",
    METADATA,
    sa.Column("brin", sa.String, primary_key=True),
    sa.Column("naam", sa.String, primary_key=True),
    sa.Column("tekst", sa.String, nullable=False),
    sqlite_with_rowid=False,
)
