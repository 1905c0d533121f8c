"""The overviews of DUO over a register: RO and OBO, written and compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from attrs import frozen

from examen.overzicht import EXAMENRESULTATEN
from register.bestand import schrijf_heel
from register.fouten import InvoerFout, RegisterFout
from register.opslag.dossiers import Dossiers
from register.opslag.verzonden import Verzendingen
from register.overzicht.bron import Selectie, aantal_personen, dossiers
from register.overzicht.indeling import PERSONEN, Overzichtsoort, Voorloop
from register.overzicht.lezen import Overzichtbestand, open_overzicht
from register.overzicht.periode import Periode
from register.overzicht.schrijven import schrijf_overzicht
from register.overzicht.vergelijken import Verschil, vergelijk, verschillenschrijver
from register.vavo.kwaliteit import studiejaar
from register.vavo.overzicht import INSCHRIJVINGEN
from tui.plaats import eis_register
from tui.voortgang import voortgang
from tui.werk.levering import KLASSEN
from tui.werk.scholen import kies_school

RO = Overzichtsoort(
    naam="RO",
    rubrieken=(PERSONEN, INSCHRIJVINGEN, EXAMENRESULTATEN),
    sluitcode="SLR",
)
"""Registratie Overzicht: all that is registered in a period of at most two years."""

OBO = Overzichtsoort(
    naam="OBO",
    rubrieken=(PERSONEN, INSCHRIJVINGEN),
    sluitcode="CTR",
    totalen=(("ISP", "opleiding"), ("AVO", "opleiding")),
)
"""Overzicht Basisregisteronderwijs Onderzoek: the enrolments of a studiejaar."""


@frozen(kw_only=True)
class Gemaakt:
    """An overview that was made.

    Attributes:
        pad: the file.
        records: code of a record to how many there are.
        verschillenlijst: the list of what changed since an earlier one, or None.
        verschillen: how many differences are in it.
    """

    pad: Path
    records: dict[str, int]
    verschillenlijst: Path | None = None
    verschillen: int = 0


def maak_ro(
    register: Path, map_: Path, *, brin: str | None, periode: Periode, dag: date
) -> Gemaakt:
    """Write the RO of a period.

    Args:
        register: the register; an older one is upgraded first.
        map_: where to.
        brin: the school, or None for the only one.
        periode: the period.
        dag: the day on which this is done.
    """
    school = _school(register, brin)
    pad = map_ / f"RO_{school}_{periode.begin:%Y%m%d}_{periode.eind:%Y%m%d}.CSV"
    with _geselecteerd(register, RO, school, periode) as bron:
        return Gemaakt(pad=pad, records=_schrijf(pad, bron, _voorloop(school, periode, dag)))


def maak_obo(
    register: Path,
    map_: Path,
    *,
    brin: str | None,
    jaar: int,
    dag: date,
    eerder: Overzichtbestand | None = None,
) -> Gemaakt:
    """Write the OBO of a studiejaar, and what changed since an earlier one.

    Args:
        register: the register; an older one is upgraded first.
        map_: where to.
        brin: the school, or None for the only one.
        jaar: the year in which the studiejaar begins.
        dag: the day on which this is done.
        eerder: an earlier OBO of the same school and studiejaar.

    Raises:
        InvoerFout: the earlier one is of something else, or is the file to be written.
    """
    school = _school(register, brin)
    periode = Periode(*studiejaar(date(jaar, 8, 1)))
    pad = map_ / f"OBO_{school}_{jaar}_{dag:%Y%m%d}.CSV"
    if eerder is not None:
        _keur_eerder(eerder, _voorloop(school, periode, dag), pad)
    with _geselecteerd(register, OBO, school, periode) as bron:
        records = _schrijf(pad, bron, _voorloop(school, periode, dag))
        if eerder is None:
            return Gemaakt(pad=pad, records=records)
        lijst = _vrij_pad(map_, school, dag)
        with (
            schrijf_heel(lijst) as stroom,
            voortgang("vergelijken", aantal_personen([eerder, bron])) as gedaan,
        ):
            schrijf = verschillenschrijver(stroom)
            aantal = 0
            for verschil in vergelijk(eerder, bron, OBO, gedaan):
                schrijf(verschil)
                aantal += 1
    return Gemaakt(pad=pad, records=records, verschillenlijst=lijst, verschillen=aantal)


def lees_overzicht(pad: Path) -> Overzichtbestand:
    """Read an overview through; see `open_overzicht`."""
    with voortgang("lezen (bytes)", pad.stat().st_size) as gelezen:
        return open_overzicht(pad, (RO, OBO), gelezen)


def vergelijk_met_register(bestand: Overzichtbestand, register: Path) -> Iterator[Verschil]:
    """Give every difference between an overview and what the register would put in it now.

    Args:
        bestand: the overview.
        register: the register; an older one is upgraded first.

    Raises:
        RegisterFout: the register has nothing of that school.
    """
    voorloop, soort = bestand.voorloop, bestand.soort
    school = _school(register, voorloop.brin)
    with (
        _geselecteerd(register, soort, school, voorloop.periode) as bron,
        voortgang("vergelijken", aantal_personen([bestand, bron])) as gedaan,
    ):
        yield from vergelijk(bestand, bron, soort, gedaan)


def _school(register: Path, brin: str | None) -> str:
    eis_register(register)
    with Verzendingen.open(register) as verzendingen:
        school = kies_school(verzendingen.brins(KLASSEN), brin)
    if not school:
        raise RegisterFout("het register heeft nog geen inschrijvingen en examenresultaten")
    return school


@contextmanager
def _geselecteerd(
    register: Path, soort: Overzichtsoort, school: str, periode: Periode
) -> Iterator[Selectie]:
    """Open what the register has for an overview, as it is at this moment."""
    with Dossiers.open(register, brin=school, klassen=soort.klassen) as bron:
        yield Selectie(bron=bron, soort=soort, periode=periode)


def _voorloop(school: str, periode: Periode, dag: date) -> Voorloop:
    return Voorloop(brin=school, begin=periode.begin, eind=periode.eind, aanmaak=dag)


def _schrijf(pad: Path, bron: Selectie, voorloop: Voorloop) -> dict[str, int]:
    with schrijf_heel(pad) as stroom, voortgang("schrijven", aantal_personen([bron])) as gedaan:
        standen = (van_een for (van_een,) in dossiers([bron], gedaan))
        return schrijf_overzicht(stroom, bron.soort, voorloop, standen)


def _keur_eerder(eerder: Overzichtbestand, nieuw: Voorloop, pad: Path) -> None:
    """Refuse an earlier overview that is no earlier version of this one."""
    toen = eerder.voorloop
    if eerder.soort is not OBO:
        raise InvoerFout(f"{eerder.pad} is geen OBO maar een {eerder.soort.naam}")
    if (toen.brin, toen.periode) != (nieuw.brin, nieuw.periode):
        raise InvoerFout(
            f"{eerder.pad} is van {toen.brin}, studiejaar {toen.begin.year};"
            f" gevraagd is {nieuw.brin}, studiejaar {nieuw.begin.year}"
        )
    if pad.exists() and pad.samefile(eerder.pad):
        raise InvoerFout(f"{pad} zou zichzelf vervangen; kies met --uit een andere map")


def _vrij_pad(map_: Path, school: str, dag: date) -> Path:
    """Give the first name of a verschillenlijst that is still free."""
    namen = (map_ / f"OBOV_{nr:03}_{school}_{dag:%Y%m%d}.CSV" for nr in count(1))
    return next(pad for pad in namen if not pad.exists())
