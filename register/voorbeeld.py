"""Fictional persons and their enrolments, for demonstrations and tests.

Nobody here exists: family names, streets and towns are invented (data/voorbeeld/namen.toml) and
burgerservicenummers come from the far end of the range, where testers are and no one else.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from attrs import frozen

from register.gegevens import gegevensmap
from register.model.persoon import BinnenlandsAdres, Persoon
from register.tabel import lees_tabel
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode


@frozen(kw_only=True)
class _Namen:
    voornamen_vrouw: tuple[str, ...]
    voornamen_man: tuple[str, ...]
    voornamen_onbekend: tuple[str, ...]
    voorvoegsels: tuple[str, ...]
    geslachtsnamen: tuple[str, ...]
    straten: tuple[str, ...]
    woonplaatsen: tuple[str, ...]


@cache
def _namen() -> _Namen:
    return lees_tabel(gegevensmap() / "voorbeeld" / "namen.toml", _Namen)


def fictief_burgerservicenummer(nummer: int) -> str:
    """Give the n-th fictional burgerservicenummer, counting back from 9999999xx.

    Args:
        nummer: 0 to 8,999,999; different numbers give different burgerservicenummers.

    Returns:
        Nine digits that satisfy the elfproef.
    """
    begin = str(9_999_999 - nummer)
    rest = (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 2, -1), begin, strict=True))
        % 11
    )
    # The ninth digit is the remainder; where that would be 10, an eighth digit 1 adds 2 to it.
    return f"{begin}11" if rest == 10 else f"{begin}0{rest}"


def fictief_persoon(nummer: int, toeval: Random, *, leeftijd: int, op: date) -> Persoon:
    """Make the n-th fictional person, of a given age on a day.

    Args:
        nummer: decides studentnummer and burgerservicenummer.
        toeval: source of chance for the rest.
        leeftijd: in whole years.
        op: the day.
    """
    namen = _namen()
    geslacht = toeval.choices("123", (49, 49, 2))[0]
    voornamen = {
        "1": namen.voornamen_man,
        "2": namen.voornamen_vrouw,
        "3": namen.voornamen_onbekend,
    }
    huisnummer = toeval.randint(1, 250)
    maand, dag = toeval.randint(1, 12), toeval.randint(1, 28)
    jaar = op.year - leeftijd - ((maand, dag) > (op.month, op.day))
    return Persoon(
        burgerservicenummer=fictief_burgerservicenummer(nummer),
        studentnummer=str(100_001 + nummer),
        geboortedatum=f"{jaar}-{maand:02}-{dag:02}",
        geslacht=geslacht,
        voornamen=toeval.choice(voornamen[geslacht]),
        voorvoegsel=toeval.choice(namen.voorvoegsels) or None,
        achternaam=toeval.choice(namen.geslachtsnamen),
        adres_binnenland=BinnenlandsAdres(
            straatnaam=toeval.choice(namen.straten),
            huisnummer=huisnummer,
            postcode=f"{9900 + huisnummer % 100}XX",
            plaatsnaam=toeval.choice(namen.woonplaatsen),
        ),
    )


def eerste_schooldag(examenjaar: int) -> date:
    """Give the day on which the school year begins that ends in `examenjaar`."""
    return date(examenjaar - 1, 8, 1)


def fictieve_inschrijving(
    persoon: Persoon, *, brin: str, volgnummer: str, opleiding: str, examenjaar: int
) -> Inschrijving:
    """Enrol a fictional person for the school year that ends in `examenjaar`."""
    begin = eerste_schooldag(examenjaar)
    return Inschrijving(
        brin=brin,
        burgerservicenummer=persoon.burgerservicenummer,
        inschrijvingvolgnummer=volgnummer,
        datum_inschrijving=begin,
        datum_uitschrijving_gepland=date(examenjaar, 7, 31),
        perioden=(Inschrijvingsperiode(begindatum=begin, opleiding=opleiding, intensiteit="DT"),),
    )
