"""A clean person and a clean enrolment, and what the register and DUO know around them.

The reference data are those of data/referentie/voorbeeld/, all invented.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from attrs import evolve

from examen.controles.referentie import opleidingskenmerken
from register.model.persoon import BinnenlandsAdres, Persoon
from register.referentie import Referentie, ingebouwd, referentie_van
from register.referentie.voorbeeld import voorbeelden
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode
from register.vormen.kolommen import kolommen
from tests.schoon import PEILDATUM

__all__ = ["PEILDATUM", "SCHOON", "omgeving", "omgeving_van_examens", "voorbeeldreferentie"]

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
    rijen = (rij for tabel in voorbeelden().values() for rij in tabel)
    return Referentie({**referentie_van(rijen).frames, **ingebouwd()})


_GEBOREN = ("999990019", "999990020", "999990032", "999990044", "999990056")
"""Numbers of persons in the reference data; all are born on the same day."""


@cache
def omgeving() -> Omgeving:
    """What is known beside an enrolment that is judged: no enrolment is registered yet."""
    personen = [evolve(_PERSOON, burgerservicenummer=nummer) for nummer in _GEBOREN]
    return Omgeving(
        referentie=voorbeeldreferentie(),
        opleidingen=opleidingskenmerken(),
        personen=kolommen(Persoon, personen),
    )


@cache
def omgeving_van_examens() -> Omgeving:
    """The same with enrolments: one until 31 July, one long ended, one open."""
    inschrijvingen = [
        _INSCHRIJVING,
        evolve(
            _INSCHRIJVING,
            burgerservicenummer="999990020",
            datum_inschrijving=date(2019, 8, 1),
            datum_uitschrijving_werkelijk=date(2020, 6, 30),
        ),
        evolve(_INSCHRIJVING, burgerservicenummer="999990032", datum_uitschrijving_gepland=None),
    ]
    return evolve(omgeving(), inschrijvingen=kolommen(Inschrijving, inschrijvingen))
