"""The reference tables in the database, made from the fields of their rows.

referentie_<naam>   one row per fact; all are replaced when a file is taken over
referentielading    per table what is in it now: from which file, and by which booking
"""

from __future__ import annotations

import sqlalchemy as sa

from register.referentie.tabellen import TABELLEN, Referentietabel
from register.velden import Soort, attributen
from register.vormen.tabellen import METADATA

_TYPEN = {Soort.GEHEEL: sa.Integer, Soort.JA_NEE: sa.SmallInteger}


def _tabel(tabel: Referentietabel) -> sa.Table:
    naam = f"referentie_{tabel.naam.replace('-', '_')}"
    kolommen = [
        sa.Column(a.naam, _TYPEN.get(a.veld.soort, sa.String), nullable=a.leeg_mag)
        for a in attributen(tabel.klasse)
    ]
    zoek = [sa.Index(f"{naam}_zoek", tabel.zoekkolom)] if tabel.zoekkolom else []
    return sa.Table(
        naam, METADATA, sa.Column("regel", sa.Integer, primary_key=True), *kolommen, *zoek
    )


tabellen = {naam: _tabel(tabel) for naam, tabel in TABELLEN.items()}
"""Name of a reference table to its database table."""

lading = sa.Table(
    "referentielading",
    METADATA,
    sa.Column("tabel", sa.String, primary_key=True),
    sa.Column("bestand", sa.String, nullable=False),
    sa.Column("regels", sa.Integer, nullable=False),
    sa.Column("volledig", sa.SmallInteger, nullable=False, server_default="1"),
    sa.Column("boeking", sa.Integer, sa.ForeignKey("boeking.id"), nullable=False),
)
