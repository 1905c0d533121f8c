"""A clean person and a clean enrolment, and what the register and DUO know around them.

The reference data are those of data/referentie/voorbeeld/, all invented.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from examen.controles.referentie import opleidingskenmerken
from register.model.persoon import BinnenlandsAdres, Persoon
from register.referentie import TABELLEN, Referentie, ingebouwd, referentie_van
from register.referentie.referentie import INGEBOUWD, uit_gegevensmap
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode
from register.vormen.kolommen import kolommen
from tests.schoon import PEILDATUM

__all__ = ["PEILDATUM", "SCHOON", "omgeving", "voorbeeldreferentie"]

_PERSOON = Persoon(
    burgerservicenummer="999990019",
    studentnummer="100001",
    geboortedatum="2005-03-14",
    geslacht="2",
    voornamen="Fenna",
    voorvoegsel="van de",
    achternaam="Krijtwolk",
    adres_binnenland=BinnenlandsAdres(
        straatnaam="Toetsweg", huisnummer=1, postcode="9901XX", plaatsnaam="Voorbeelddam"
    ),
)
_INSCHRIJVING = Inschrijving(
    brin="99XX",
    burgerservicenummer="999990019",
    inschrijvingvolgnummer="I1",
    aangeleverd_op=datetime(2025, 6, 1, 12, 0),  # noqa: DTZ001 - local Dutch time
    onderwijsaanbieder="101A345",
    datum_inschrijving=date(2024, 8, 1),
    datum_uitschrijving_gepland=date(2025, 7, 31),
    perioden=(
        Inschrijvingsperiode(
            begindatum=date(2024, 8, 1),
            opleiding="5372",
            onderwijslocatie="101X001",
            intensiteit="DT",
            betalende_partij="4",
        ),
    ),
)
SCHOON = {"persoon": _PERSOON, "inschrijving": _INSCHRIJVING}
"""Name of a clean dossier, as the examples of the controls call it, to the dossier."""


@cache
def voorbeeldreferentie() -> Referentie:
    rijen = [
        rij
        for naam in TABELLEN
        if naam not in INGEBOUWD
        for rij in uit_gegevensmap(naam, "referentie/voorbeeld")
    ]
    return Referentie({**referentie_van(rijen).frames, **ingebouwd()})


@cache
def omgeving() -> Omgeving:
    """Persons with the date of birth of the clean one, under each fictional number."""
    return Omgeving(
        referentie=voorbeeldreferentie(),
        opleidingen=opleidingskenmerken(),
        personen=kolommen(Persoon, [_PERSOON]),
    )
