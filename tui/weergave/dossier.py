"""The dossier of a student on screen: the person, enrolments and examenresultaten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from examen.model import UITSLAGEN, Examenresultaat, resultaten
from register.model.persoon import Persoon
from register.signaal import Bevinding
from register.vavo.inschrijving import Inschrijving
from tui.weergave.bevindingen import tel
from tui.weergave.details import Paar, velddetails
from tui.weergave.examenresultaat import KORTE_NIVEAUS
from tui.weergave.namen import Namen
from tui.weergave.notatie import datum, datum_met_nullen, meervoud
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

KOLOMMEN = (
    Kolom(kop="", breedte=2),
    Kolom(kop="volgnummer", breedte=12),
    Kolom(kop="omschrijving", breedte=20, rekt=True),
    Kolom(kop="periode", breedte=24),
    Kolom(kop="uitslag", breedte=10),
    Kolom(kop="bev", breedte=3, rechts=True),
)

E = TypeVar("E", Persoon, Inschrijving, Examenresultaat)


@frozen(kw_only=True)
class Beoordeeld(Generic[E]):
    """A stand with what every control found, in the manual's order."""

    entiteit: E
    bevindingen: tuple[Bevinding, ...] = ()


@frozen(kw_only=True)
class Dossier:
    """All that the register has of one student."""

    persoon: Beoordeeld[Persoon]
    inschrijvingen: tuple[Beoordeeld[Inschrijving], ...] = ()
    examenresultaten: tuple[Beoordeeld[Examenresultaat], ...] = ()


@frozen(kw_only=True)
class Beeld:
    """All that the screen of a dossier shows.

    Attributes:
        kop: the student in one line.
        regels: rows of KOLOMMEN, each referring to something Beoordeeld.
        begin: position of the row that is most likely wanted: the last examenresultaat, or else
            the first that opens.
    """

    kop: str
    regels: tuple[Rij, ...]
    begin: int


def beeld(dossier: Dossier, namen: Namen) -> Beeld:
    """Put a dossier on screen."""
    regels = tuple(_rijen(dossier, namen))
    opent = [nr for nr, rij in enumerate(regels) if rij.verwijst is not None]
    examens = [nr for nr in opent if regels[nr].verwijst in dossier.examenresultaten]
    persoon = dossier.persoon.entiteit
    delen = [
        persoon.naam,
        f"geboren {datum_met_nullen(persoon.geboortedatum)}",
        f"BSN {persoon.burgerservicenummer}"
        if persoon.burgerservicenummer
        else f"onderwijsnummer {persoon.onderwijsnummer}",
    ]
    return Beeld(
        kop=" · ".join(delen),
        regels=regels,
        begin=examens[-1] if examens else opent[0],
    )


def _rijen(dossier: Dossier, namen: Namen) -> Iterator[Rij]:
    yield over_alles("Student", Toon.KOP)
    bev = tel(dossier.persoon.bevindingen)
    yield Rij(("", "", "nummers, naam, adres", "", "", bev), verwijst=dossier.persoon)
    yield over_alles(f"Inschrijvingen ({len(dossier.inschrijvingen)})", Toon.KOP)
    yield from (_inschrijvingrij(inschrijving, namen) for inschrijving in dossier.inschrijvingen)
    yield over_alles(f"Examenresultaten ({len(dossier.examenresultaten)})", Toon.KOP)
    yield from (_examenrij(er, namen) for er in dossier.examenresultaten)


def _inschrijvingrij(beoordeeld: Beoordeeld[Inschrijving], namen: Namen) -> Rij:
    inschrijving = beoordeeld.entiteit
    laatste = inschrijving.perioden[-1].opleiding if inschrijving.perioden else ""
    einde = inschrijving.datum_uitschrijving_werkelijk or inschrijving.datum_uitschrijving_gepland
    return Rij(
        (
            "",
            inschrijving.inschrijvingvolgnummer,
            namen.opleiding(laatste) if laatste else "",
            f"{datum(inschrijving.datum_inschrijving)} – {datum(einde)}",
            "",
            tel(beoordeeld.bevindingen),
        ),
        verwijst=beoordeeld,
    )


def _examenrij(beoordeeld: Beoordeeld[Examenresultaat], namen: Namen) -> Rij:
    er = beoordeeld.entiteit
    niveaus = {getattr(resultaat, "niveau", "") for resultaat in resultaten(er)} - {""}
    jaren = sorted({r.examenregime for r in resultaten(er) if r.examenregime})
    opleidingen = [namen.opleiding(lijst.opleiding) for lijst in er.cijferlijsten]
    aantal = sum(1 for _ in resultaten(er))
    soort = ", ".join(opleidingen) or " en ".join(sorted(KORTE_NIVEAUS[n] for n in niveaus))
    uitslag = UITSLAGEN[er.uitslag.uitslag] if er.uitslag else ""
    return Rij(
        (
            "",
            er.examenresultaatvolgnummer,
            soort,
            ", ".join([*_jaren(jaren), meervoud(aantal, "resultaat", "resultaten")]),
            "teruggetr." if er.teruggetrokken else uitslag,
            tel(beoordeeld.bevindingen),
        ),
        verwijst=beoordeeld,
    )


def plek_van(bevinding: Bevinding, rijen: Sequence[Rij]) -> int | None:
    """Give the position of the line that a finding on a person or enrolment is about, or None.

    The period that begins on the day that the finding names.
    """
    begin = bevinding.sleutels.get("begindatum")
    if begin is None:
        return None
    gezocht = datum_met_nullen(begin)
    return next((nr for nr, rij in enumerate(rijen) if rij.cellen[-1] == gezocht), None)


def _jaren(jaren: list[int]) -> list[str]:
    """Write years as a span: 2023-2025."""
    if not jaren:
        return []
    return [str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]}-{jaren[-1]}"]


def details(gekozen: Persoon | Inschrijving, namen: Namen) -> list[Paar]:
    """All that is registered of a person or an enrolment."""
    paren = list(velddetails(gekozen))
    return [
        (label, f"{inhoud} {namen.opleiding(inhoud)}" if label.strip() == "opleiding" else inhoud)
        for label, inhoud in paren
    ]
