"""The first register: bookings, keys and standen of persons, enrolments, exams and outcomes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "boeking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sleutel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("persoon", sa.String(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("persoon", "brin", "volgnummer", name="sleutel_uniek"),
    )
    op.create_table(
        "stand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("sleutel", sa.Integer(), nullable=False),
        sa.Column("boeking", sa.Integer(), nullable=False),
        sa.Column("aangeleverd_op", sa.String(), nullable=False),
        sa.Column("verwijderd", sa.SmallInteger(), nullable=False),
        sa.Column("vervallen_door", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["boeking"],
            ["boeking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sleutel"],
            ["sleutel.id"],
        ),
        sa.ForeignKeyConstraint(
            ["vervallen_door"],
            ["boeking.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "stand_actueel",
        "stand",
        ["sleutel", "soort"],
        unique=True,
        sqlite_where=sa.text("vervallen_door IS NULL"),
    )
    op.create_index("stand_van_sleutel", "stand", ["sleutel", "soort"], unique=False)
    op.create_index(
        "stand_vervallen",
        "stand",
        ["id"],
        unique=False,
        sqlite_where=sa.text("vervallen_door IS NOT NULL"),
    )
    op.create_table(
        "student",
        sa.Column("sleutel", sa.Integer(), nullable=False),
        sa.Column("studentnummer", sa.String(), nullable=True),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.String(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sleutel"],
            ["sleutel.id"],
        ),
        sa.PrimaryKeyConstraint("sleutel"),
    )
    op.create_table(
        "behaalde_certificaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "berekende_eindcijfers",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("eindcijfer", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "berekende_uitslagen",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("opleiding", sa.String(), nullable=False),
        sa.Column("uitslag", sa.String(), nullable=False),
        sa.Column("combinatiecijfer", sa.String(), nullable=True),
        sa.Column("cum_laude", sa.SmallInteger(), nullable=False),
        sa.Column("niet_voldaan", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "certificaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "certificaten_resultaatvolgnummers",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cijferlijsten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("opleiding", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cijferlijsten_regels",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("diplomavak", sa.SmallInteger(), nullable=False),
        sa.Column("combinatiecijfer", sa.SmallInteger(), nullable=False),
        sa.Column("examendeel", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "combinatiecijferresultaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("cijfer", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "examenresultaat",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("examenresultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("aangeleverd_op", sa.String(), nullable=True),
        sa.Column("onderwijsaanbieder", sa.String(), nullable=True),
        sa.Column("teruggetrokken", sa.SmallInteger(), nullable=False),
        sa.Column("uitslag_uitslag", sa.String(), nullable=True),
        sa.Column("uitslag_niveau", sa.String(), nullable=True),
        sa.Column("uitslag_examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("uitslag_datum", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "herkansingen",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=False),
        sa.Column("tijdvak", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "herkansingen_vakken",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inschrijving",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("inschrijvingvolgnummer", sa.String(), nullable=False),
        sa.Column("aangeleverd_op", sa.String(), nullable=True),
        sa.Column("administratie_oin", sa.String(), nullable=True),
        sa.Column("onderwijsaanbieder", sa.String(), nullable=True),
        sa.Column("datum_inschrijving", sa.String(), nullable=False),
        sa.Column("datum_uitschrijving_gepland", sa.String(), nullable=True),
        sa.Column("datum_uitschrijving_werkelijk", sa.String(), nullable=True),
        sa.Column("hoogste_vooropleiding", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "perioden",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("begindatum", sa.String(), nullable=False),
        sa.Column("opleiding", sa.String(), nullable=False),
        sa.Column("onderwijslocatie", sa.String(), nullable=True),
        sa.Column("intensiteit", sa.String(), nullable=True),
        sa.Column("betalende_partij", sa.String(), nullable=True),
        sa.Column("contacturen", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "perioden_aanvullende_opleidingen",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("opleiding", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "persoon",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("studentnummer", sa.String(), nullable=True),
        sa.Column("geboortedatum", sa.String(), nullable=False),
        sa.Column("geslacht", sa.String(), nullable=False),
        sa.Column("voornamen", sa.String(), nullable=True),
        sa.Column("voorvoegsel", sa.String(), nullable=True),
        sa.Column("achternaam", sa.String(), nullable=True),
        sa.Column("datum_overlijden", sa.String(), nullable=True),
        sa.Column("indicatie_geheim", sa.String(), nullable=True),
        sa.Column("adres_binnenland_straatnaam", sa.String(), nullable=True),
        sa.Column("adres_binnenland_huisnummer", sa.SmallInteger(), nullable=True),
        sa.Column("adres_binnenland_huisletter", sa.String(), nullable=True),
        sa.Column("adres_binnenland_huisnummertoevoeging", sa.String(), nullable=True),
        sa.Column("adres_binnenland_huisnummeraanduiding", sa.String(), nullable=True),
        sa.Column("adres_binnenland_postcode", sa.String(), nullable=True),
        sa.Column("adres_binnenland_plaatsnaam", sa.String(), nullable=True),
        sa.Column("adres_binnenland_locatie", sa.String(), nullable=True),
        sa.Column("adres_buitenland_regel_1", sa.String(), nullable=True),
        sa.Column("adres_buitenland_regel_2", sa.String(), nullable=True),
        sa.Column("adres_buitenland_regel_3", sa.String(), nullable=True),
        sa.Column("adres_buitenland_landcode", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "schooluitkomst",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("burgerservicenummer", sa.String(), nullable=True),
        sa.Column("onderwijsnummer", sa.String(), nullable=True),
        sa.Column("examenresultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("regime", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stageresultaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("stagecode", sa.String(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("beoordeling", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "toetsresultaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("toetscode", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("cijfer", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "vakresultaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("vak", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("inruil", sa.SmallInteger(), nullable=False),
        sa.Column("reden_niet_deelname", sa.String(), nullable=True),
        sa.Column("cijfer_se", sa.SmallInteger(), nullable=True),
        sa.Column("beoordeling_se", sa.String(), nullable=True),
        sa.Column("cijfer_rv", sa.SmallInteger(), nullable=True),
        sa.Column("werkstuk", sa.SmallInteger(), nullable=False),
        sa.Column("eindcijfer", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "vakresultaten_ce",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("tijdvak", sa.SmallInteger(), nullable=False),
        sa.Column("cijfer", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "werkstukresultaten",
        sa.Column("stand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nr", sa.SmallInteger(), nullable=False),
        sa.Column("ouder", sa.SmallInteger(), nullable=False),
        sa.Column("resultaatvolgnummer", sa.String(), nullable=False),
        sa.Column("niveau", sa.String(), nullable=False),
        sa.Column("examenregime", sa.SmallInteger(), nullable=True),
        sa.Column("inruil", sa.SmallInteger(), nullable=False),
        sa.Column("reden_niet_deelname", sa.String(), nullable=True),
        sa.Column("titel", sa.String(), nullable=True),
        sa.Column("cijfer", sa.SmallInteger(), nullable=True),
        sa.Column("beoordeling", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stand"],
            ["stand.id"],
        ),
        sa.PrimaryKeyConstraint("stand", "nr"),
        sqlite_with_rowid=False,
    )
