"""The reference tables: what is in them, and in which columns of which files it comes.

A file has a header; its columns may stand in any order, others are passed over. A column is known
by the name of the field or by the names that DUO uses in its open data. Files of DUO give some
ends as the first day that a fact no longer holds: those columns are in `TOT`.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from register.referentie.soorten import (
    Aanbiederrelatie,
    Adres,
    BekendPersoon,
    Instelling,
    Land,
    Licentie,
    Onderwijslocatie,
    VoInschrijving,
    Voorvoegsel,
    Waarde,
)

DUO_NAMEN = {
    "brin": ("INSTELLINGSCODE", "BRIN_NUMMER", "BRINNUMMER", "OIE_CODE"),
    "naam": ("INSTELLINGSNAAM", "NAAM_LANG", "OMSCHRIJVING"),
    "onderwijsaanbieder": ("ONDERWIJSAANBIEDERID",),
    "onderwijslocatie": ("ONDERWIJSLOCATIECODE",),
    "opleiding": ("ERKENDEOPLEIDINGSCODE", "OPLEIDINGSCODE"),
    "begindatum": ("INBEDRIJFDATUM", "DATUM_OPRICHTING", "DATUM_INGANG"),
    "landcode": ("CODE",),
    "burgerservicenummer": ("BSN",),
    "onderwijsnummer": ("OWN",),
    "datum_overlijden": ("OVERLIJDENSDATUM",),
}
"""Field to the names of its column in DUO's open data (RIO, instellingen) and the BRP tables."""

TOT = ("UITBEDRIJFDATUM", "DATUM_OPHEFFING", "DATUM_EINDE")
"""Columns with the day after `einddatum`."""


VERTAALD = {"geslacht": {"M": "1", "V": "2", "O": "3"}}
"""Field to codes that other files of DUO use (registratie-overzicht, record PER) and our own."""


@frozen(kw_only=True)
class Referentietabel:
    """One table of reference data.

    Attributes:
        naam: what a user calls it; also the name of its frame.
        klasse: the kind of its rows.
        titel: what is in it, in Dutch.
        herkomst: where a school gets it, in Dutch.
        zoekkolom: read only the rows with the values that are asked for, since it may be huge.
    """

    naam: str
    klasse: type[Any]
    titel: str
    herkomst: str
    zoekkolom: str | None = None


TABELLEN = {
    tabel.naam: tabel
    for tabel in (
        Referentietabel(
            naam="instellingen",
            klasse=Instelling,
            titel="instellingen (BRIN) en of zij bekostigd zijn",
            herkomst="open data van DUO, adressen en instellingen",
        ),
        Referentietabel(
            naam="onderwijsaanbieders",
            klasse=Aanbiederrelatie,
            titel="onderwijsaanbieders per BRIN",
            herkomst="open data van DUO, RIO: relaties van onderwijsaanbieders",
        ),
        Referentietabel(
            naam="onderwijslocaties",
            klasse=Onderwijslocatie,
            titel="onderwijslocaties",
            herkomst="open data van DUO, RIO: onderwijslocaties",
        ),
        Referentietabel(
            naam="licenties",
            klasse=Licentie,
            titel="opleidingen die een BRIN mag geven",
            herkomst="open data van DUO, RIO: aangeboden vavo-opleidingen met hun BRIN",
        ),
        Referentietabel(
            naam="personen",
            klasse=BekendPersoon,
            titel="personen die DUO kent, met vervangen nummers",
            herkomst="terugkoppeling van DUO aan de instelling",
        ),
        Referentietabel(
            naam="adressen",
            klasse=Adres,
            titel="huisnummers per postcode",
            herkomst="Basisregistratie Adressen en Gebouwen",
            zoekkolom="postcode",
        ),
        Referentietabel(
            naam="landen",
            klasse=Land,
            titel="landen (BRP-tabel 34)",
            herkomst="Rijksdienst voor Identiteitsgegevens, landelijke tabellen",
        ),
        Referentietabel(
            naam="voorvoegsels",
            klasse=Voorvoegsel,
            titel="voorvoegsels (BRP-tabel 36)",
            herkomst="Rijksdienst voor Identiteitsgegevens, landelijke tabellen",
        ),
        Referentietabel(
            naam="waardelijsten",
            klasse=Waarde,
            titel="codes die in een bericht mogen staan",
            herkomst="handleiding BRON-vavo, hoofdstuk 5",
        ),
        Referentietabel(
            naam="vo-inschrijvingen",
            klasse=VoInschrijving,
            titel="inschrijvingen in het vo, met uitbesteding",
            herkomst="opgave van de vo-scholen of het leerlingdossier van Mijn DUO",
        ),
    )
}
"""All tables by name, in the order in which they are shown."""
