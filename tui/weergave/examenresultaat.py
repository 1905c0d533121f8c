"""The examenresultaat on screen: its results, and what follows from them with the reasons."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from examen.model import (
    REDENEN_NIET_DEELNAME,
    UITSLAGEN,
    Combinatiecijferresultaat,
    Examenresultaat,
    Resultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
    herkansingstijdvakken,
    resultaten,
)
from examen.overname import neem_over
from examen.regime import Regime, Versie
from examen.uitkomst import VRIJGESTELD, CijferlijstUitkomst, Toets, Uitkomst
from register.signaal import Bevinding
from tui.weergave import bevindingen as bevindingweergave
from tui.weergave.details import Paar, velddetails
from tui.weergave.namen import Namen
from tui.weergave.notatie import cijfer, datum, geheel, meervoud
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles
from tui.weergave.wet import (
    Getoetst,
    certificaatwet,
    regeldetails,
    toetsdetails,
    uitslagdetails,
    wet_van,
)

if TYPE_CHECKING:  # loads the column library, which comes after the first screen
    from examen.reken.nodig import Nodig

KORTE_NIVEAUS = {"VMBO_GL": "gl", "VMBO_TL": "tl", "HAVO": "havo", "VWO": "vwo"}

_GEVONDEN_BREEDTE = 20

RESULTAATKOLOMMEN = (
    Kolom(kop="nr", breedte=4),
    Kolom(kop="vak", breedte=18, rekt=True),
    Kolom(kop="niv", breedte=4),
    Kolom(kop="jaar", breedte=4),
    Kolom(kop="SE", breedte=4, rechts=True),
    Kolom(kop="CE1", breedte=4, rechts=True),
    Kolom(kop="CE2", breedte=4, rechts=True),
    Kolom(kop="CE3", breedte=4, rechts=True),
    Kolom(kop="eind", breedte=4, rechts=True),
    Kolom(kop="bijzonder", breedte=17, vanaf=76, onder=120),
    Kolom(kop="bijzonder", breedte=34, vanaf=120),
)

UITSLAGKOLOMMEN = (
    Kolom(kop="", breedte=3),
    Kolom(kop="toets van de uitslag", breedte=20, rekt=True),
    Kolom(kop="gevonden", breedte=_GEVONDEN_BREEDTE, onder=120),
    Kolom(kop="gevonden", breedte=34, vanaf=120),
    Kolom(kop="zeker", breedte=6, vanaf=76),
    Kolom(kop="artikel", breedte=13, onder=120),
    Kolom(kop="artikel", breedte=26, vanaf=120, onder=160),
    Kolom(kop="artikel", breedte=50, vanaf=160),
)


_BESTE_EERST = "GAD"
_VEROUDERD = "De cijfers passen niet meer bij de uitslag; stel de uitslag opnieuw vast."
_REGELLENGTE = 74
"""Longest line of a text that goes over several rows."""


@frozen(kw_only=True)
class Beeld:
    """All that the screen of an examenresultaat shows.

    Attributes:
        kop: one line on school, stand and registered uitslag.
        resultaten: rows of RESULTAATKOLOMMEN; each refers to its result.
        uitslag: rows of UITSLAGKOLOMMEN; each refers to a Getoetst, a Bevinding, a
            CijferlijstUitkomst, a Versie of the law or nothing.
        status: one line of counts.
    """

    kop: str
    resultaten: tuple[Rij, ...]
    uitslag: tuple[Rij, ...]
    status: str


@frozen(kw_only=True)
class Inzicht:
    """What follows from an examenresultaat, for its screen.

    Attributes:
        uitkomst: what was computed.
        bevindingen: what every control found, in the manual's order.
        nodig: per subject without CE the mark that is enough.
        voorstel: what would be computed if every cijferlijst were proposed, where one has lines of
            its own with which the candidate does not pass; else None.
    """

    uitkomst: Uitkomst
    bevindingen: Sequence[Bevinding]
    nodig: Sequence[Nodig]
    voorstel: Uitkomst | None = None


def beeld(er: Examenresultaat, inzicht: Inzicht, namen: Namen) -> Beeld:
    """Put an examenresultaat and what follows from it on screen."""
    return Beeld(
        kop=kop(er),
        resultaten=tuple(resultaatrijen(er, inzicht, namen)),
        uitslag=tuple(uitslagrijen(er, inzicht, namen)),
        status=status(er, inzicht),
    )


def kop(er: Examenresultaat) -> str:
    """Say in one line which examenresultaat this is and what was registered."""
    delen = ["TERUGGETROKKEN"] if er.teruggetrokken else []
    delen.append(f"BRIN {er.brin}")
    if er.aangeleverd_op:
        delen.append(f"stand van {datum(er.aangeleverd_op)}")
    if er.uitslag:
        dag = f" op {datum(er.uitslag.datum)}" if er.uitslag.datum else ""
        delen.append(f"vastgesteld: {UITSLAGEN[er.uitslag.uitslag]}{dag}")
    return " · ".join(delen)


def status(er: Examenresultaat, inzicht: Inzicht) -> str:
    """Count what there is."""
    delen = [
        meervoud(sum(1 for _ in resultaten(er)), "resultaat", "resultaten"),
        meervoud(len(er.certificaten), "certificaat vastgelegd", "certificaten vastgelegd"),
        meervoud(len(inzicht.bevindingen), "bevinding", "bevindingen"),
    ]
    return " · ".join(delen)


def resultaatnaam(resultaat: Resultaat, namen: Namen) -> str:
    """Give the name of what the result is about."""
    match resultaat:
        case Vakresultaat():
            return namen.vak(resultaat.vak, resultaat.niveau, resultaat.examenregime)
        case Werkstukresultaat():
            return f"werkstuk: {resultaat.titel}" if resultaat.titel else "werkstuk"
        case Toetsresultaat():
            return namen.toets(resultaat.toetscode)
        case Stageresultaat():
            return namen.stage(resultaat.stagecode)
        case Combinatiecijferresultaat():
            return "combinatiecijfer (vastgesteld)"


def resultaatrijen(er: Examenresultaat, inzicht: Inzicht, namen: Namen) -> Iterator[Rij]:
    """One row per result: marks as given in, eindcijfer as computed, and what is special."""
    for resultaat in resultaten(er):
        ce = {}
        if isinstance(resultaat, Vakresultaat):
            ce = {deel.tijdvak: cijfer(deel.cijfer) for deel in resultaat.ce}
        niveau = getattr(resultaat, "niveau", "")
        bijzonder = ", ".join(_bijzonderheden(er, resultaat, inzicht))
        yield Rij(
            (
                resultaat.resultaatvolgnummer,
                resultaatnaam(resultaat, namen),
                KORTE_NIVEAUS.get(niveau, niveau),
                geheel(resultaat.examenregime),
                _se(resultaat),
                ce.get(1, ""),
                ce.get(2, ""),
                ce.get(3, ""),
                eindcijfer(resultaat, inzicht.uitkomst),
                bijzonder,
                bijzonder,
            ),
            verwijst=resultaat,
        )


def _se(resultaat: Resultaat) -> str:
    """The SE mark, or the beoordeling where there is no mark."""
    if isinstance(resultaat, Vakresultaat):
        return cijfer(resultaat.cijfer_se) or resultaat.beoordeling_se or ""
    return getattr(resultaat, "beoordeling", None) or ""


def eindcijfer(resultaat: Resultaat, uitkomst: Uitkomst) -> str:
    """Write the whole mark; an unsatisfactory one is marked with `!`, others leave its place."""
    heel = uitkomst.eindcijfers.get(resultaat.resultaatvolgnummer)
    if heel is None and isinstance(resultaat, Toetsresultaat | Combinatiecijferresultaat):
        heel = resultaat.cijfer
    return "" if heel is None else f"{heel}{'!' if heel < 6 else ' '}"


def _bijzonderheden(er: Examenresultaat, resultaat: Resultaat, inzicht: Inzicht) -> Iterator[str]:
    nummer = resultaat.resultaatvolgnummer
    uitkomst = inzicht.uitkomst
    if any(nummer == s.sleutels.get("resultaatvolgnummer") for s in inzicht.bevindingen):
        yield "bevinding"
    if isinstance(resultaat, Vakresultaat):
        gedaan = {deel.tijdvak for deel in resultaat.ce}
        for tijdvak in sorted(herkansingstijdvakken(er, resultaat) - gedaan):
            yield f"herkansing tv{tijdvak}"
    reden = getattr(resultaat, "reden_niet_deelname", None)
    if reden:
        yield REDENEN_NIET_DEELNAME[reden]
    if getattr(resultaat, "inruil", False):
        yield "inruil"
    if isinstance(resultaat, Vakresultaat):
        if resultaat.cijfer_rv is not None:
            yield f"RV {cijfer(resultaat.cijfer_rv)}"
        berekend = uitkomst.eindcijfers.get(nummer)
        if resultaat.eindcijfer is not None and resultaat.eindcijfer != berekend:
            yield f"vastgesteld {resultaat.eindcijfer}"
    if any(nummer in lijst.weggelaten for lijst in uitkomst.cijferlijsten):
        yield "weggelaten"
    if any(nummer == lijst.duim for lijst in uitkomst.cijferlijsten):
        yield "duimregeling"
    if nummer in uitkomst.certificaten:
        yield "certificaat"


def uitslagrijen(er: Examenresultaat, inzicht: Inzicht, namen: Namen) -> Iterator[Rij]:
    """Per cijferlijst the uitslag, every toets and what is needed; certificaten; bevindingen."""
    uitkomst = inzicht.uitkomst
    naam_van = {r.resultaatvolgnummer: resultaatnaam(r, namen) for r in resultaten(er)}
    if er.teruggetrokken:
        yield over_alles("TERUGGETROKKEN · hieronder staat wat anders zou gelden", Toon.LET_OP)
    elif _is_verouderd(er, uitkomst):
        yield over_alles(_VEROUDERD, Toon.KOP)
    for lijst in uitkomst.cijferlijsten:
        yield over_alles(uitslagzin(lijst, namen), Toon.KOP, lijst)
        yield from (over_alles(zin, Toon.LET_OP) for zin in voorstelzinnen(lijst, inzicht.voorstel))
        wet = wet_van(lijst)
        for toets in lijst.toetsen:
            yield from toetsrijen(toets, wet)
        yield from (over_alles(zin) for zin in keuzezinnen(lijst, er, naam_van))
        yield from map(over_alles, nodigzinnen(lijst, inzicht.nodig, naam_van))
    if not uitkomst.cijferlijsten:
        yield over_alles("Geen cijferlijst, dus geen uitslag", Toon.KOP)
    yield from certificaatrijen(er, uitkomst.certificaten, naam_van)

    def noem(bevinding: Bevinding) -> str:
        nummer = bevinding.sleutels.get("resultaatvolgnummer", "")
        return naam_van.get(nummer) or bevindingweergave.plaatstekst(bevinding)

    yield from bevindingweergave.rijen(inzicht.bevindingen, noem)


def _is_verouderd(er: Examenresultaat, uitkomst: Uitkomst) -> bool:
    """Tell whether the marks now give another uitslag or eindcijfer than was set with the uitslag.

    What has no eindcijfer in what was set cannot differ from it.
    """
    if er.uitslag is None:
        return False
    nu = neem_over(er, uitkomst)
    return (nu.uitslag is not None and nu.uitslag.uitslag != er.uitslag.uitslag) or any(
        toen.eindcijfer not in (None, vak.eindcijfer)
        for toen, vak in zip(er.vakresultaten, nu.vakresultaten, strict=True)
    )


def certificaatrijen(
    er: Examenresultaat, berekend: Sequence[str], naam_van: dict[str, str]
) -> Iterator[Rij]:
    """Name the certificaten that are earned and those that are registered, once if they agree."""
    vast = [nummer for een in er.certificaten for nummer in een.resultaatvolgnummers]
    if set(vast) == set(berekend):
        delen = [("berekend en vastgelegd", berekend)]
    else:
        nog_niet = "" if vast else ", nog niet vastgelegd"
        delen = [(f"berekend{nog_niet}", berekend), ("vastgelegd", vast)]
    for wat, nummers in delen:
        if nummers:
            kop = f"Certificaten ({len(nummers)}) · {wat}"
            yield over_alles(kop, Toon.KOP, certificaatwet(er, nummers))
            vakken = ", ".join(naam_van.get(nummer, nummer) for nummer in nummers)
            yield from (over_alles(f"    {regel}") for regel in textwrap.wrap(vakken, _REGELLENGTE))


def uitslagzin(lijst: CijferlijstUitkomst, namen: Namen) -> str:
    """Say the uitslag of a cijferlijst in one line."""
    delen = [UITSLAGEN[lijst.uitslag].upper()]
    if lijst.cum_laude:
        delen.append("cum laude")
    if lijst.combinatiecijfer is not None:
        vrij = lijst.combinatiecijfer == VRIJGESTELD
        delen.append(f"combinatiecijfer {'vrijgesteld' if vrij else lijst.combinatiecijfer}")
    return f"{' · '.join(delen)} · cijferlijst {lijst.opleiding} {namen.opleiding(lijst.opleiding)}"


def voorstelzinnen(lijst: CijferlijstUitkomst, voorstel: Uitkomst | None) -> Iterator[str]:
    """Say that a new proposal would do better than the lines of this cijferlijst, and how.

    Lines stay as they were booked, also when marks and vakken came later: what was then no
    diplomavak counts for nothing, and that alone makes a deelexamen.
    """
    nieuw = {een.opleiding: een for een in voorstel.cijferlijsten} if voorstel else {}
    if lijst.voorgesteld or lijst.opleiding not in nieuw:
        return
    beter = nieuw[lijst.opleiding]
    telt, zou_tellen = (
        {regel.resultaatvolgnummer for regel in een.regels if regel.diplomavak}
        for een in (lijst, beter)
    )
    alle = {regel.resultaatvolgnummer for regel in beter.regels}
    gaat_vooruit = _BESTE_EERST.index(beter.uitslag) < _BESTE_EERST.index(lijst.uitslag)
    if gaat_vooruit or (lijst.uitslag == "D" and zou_tellen - telt):
        van = f"{len(telt & alle)} van {meervoud(len(alle), 'resultaat', 'resultaten')}"
        dan = f"{len(zou_tellen)}: {UITSLAGEN[beter.uitslag]}"
        yield f"    Deze lijst telt {van} mee; een voorstel telt er {dan}."
        yield "    Cijferlijst opmaken maakt van deze lijst weer een voorstel."


def toetsrijen(toets: Toets, wet: Regime | None) -> Iterator[Rij]:
    """One toets in a row; what is not met says NEE, and in full what was found instead."""
    getoetst = Getoetst(toets=toets, wet=wet)
    oordeel = {True: "ja", False: "NEE", None: "?"}[toets.voldaan]
    artikel = toets.bron.partition(" art. ")[2].partition(";")[0] or toets.bron
    yield Rij(
        (
            oordeel,
            toets.eis,
            toets.gevonden,
            toets.gevonden,
            "" if toets.zekerheid == "hoog" else toets.zekerheid,
            artikel,
            artikel,
            toets.bron,
        ),
        Toon.LET_OP if toets.voldaan is False else Toon.GEWOON,
        getoetst,
    )
    if toets.voldaan is False and len(toets.gevonden) > _GEVONDEN_BREEDTE:
        for regel in textwrap.wrap(toets.gevonden, _REGELLENGTE):
            yield over_alles(f"    {regel}", verwijst=getoetst)


def keuzezinnen(
    lijst: CijferlijstUitkomst, er: Examenresultaat, naam_van: dict[str, str]
) -> Iterator[str]:
    """Say what the program chose (lines proposed, subjects left out, the duimregeling) or did not.

    A vak or werkstuk that came after the lines were booked is on none of them.
    """
    erop = {regel.resultaatvolgnummer for regel in lijst.regels}
    nummers = [vak.resultaatvolgnummer for vak in er.vakresultaten]
    nummers += [werkstuk.resultaatvolgnummer for werkstuk in er.werkstukresultaten]
    if lijst.voorgesteld:
        yield "    De regels van deze cijferlijst zijn een voorstel van het programma."
    elif niet := ", ".join(naam_van[nummer] for nummer in nummers if nummer not in erop):
        yield f"    Niet op deze lijst: {niet}"
    if lijst.weggelaten:
        vakken = ", ".join(naam_van.get(nummer, nummer) for nummer in lijst.weggelaten)
        yield f"    Weggelaten om te slagen: {vakken}"
    if lijst.duim:
        yield f"    Duimregeling: {naam_van.get(lijst.duim, lijst.duim)} telt niet mee"


def nodigzinnen(
    lijst: CijferlijstUitkomst, nodig: Sequence[Nodig], naam_van: dict[str, str]
) -> Iterator[str]:
    """Say what each subject without CE needs for a cijferlijst, in lines that are not too long."""
    for een in nodig:
        if een.opleiding == lijst.opleiding:
            zin = _nodigzin(een, naam_van)
            for regel in textwrap.wrap(zin, _REGELLENGTE, subsequent_indent="  "):
                yield f"    {regel}"


def _nodigzin(nodig: Nodig, naam_van: dict[str, str]) -> str:
    """Say what a subject without CE needs, and what was assumed of the others."""
    vak = naam_van.get(nodig.resultaatvolgnummer, nodig.vak)
    if nodig.cijfer is None:
        zin = f"Nodig voor {vak}: met geen enkel CE-cijfer geslaagd"
    else:
        zin = f"Nodig voor {vak}: CE {cijfer(nodig.cijfer)} of hoger"
    return f"{zin} (andere CE's gelijk aan SE)" if nodig.aangenomen else zin


def toelichting(gekozen: object) -> str:
    """Say more about a row than its columns hold, in one line; empty when there is no more."""
    match gekozen:
        case Getoetst():
            return f"Gevonden: {gekozen.toets.gevonden} · norm: {gekozen.toets.norm}"
        case Bevinding():
            return gekozen.signaal.tekst
        case _:
            return ""


def plek_van(bevinding: Bevinding, rijen: Sequence[Rij]) -> int | None:
    """Give the position of the row of the result that a finding is about, or None."""
    gezocht = {n: w for n, w in bevinding.sleutels.items() if n in ("resultaatvolgnummer", "vak")}
    if not gezocht:
        return None
    return next(
        (
            plek
            for plek, rij in enumerate(rijen)
            if all(getattr(rij.verwijst, n, None) == w for n, w in gezocht.items())
        ),
        None,
    )


def waarover(gekozen: object, rijen: Sequence[Rij]) -> object:
    """Give the result that a finding is about, among the rows of results; else what was chosen."""
    if isinstance(gekozen, Bevinding):
        plek = plek_van(gekozen, rijen)
        return None if plek is None else rijen[plek].verwijst
    return gekozen


def soort(gekozen: object) -> str:
    """Say what a row stands for, in one word for the crumb line; empty when it has no details."""
    match gekozen:
        case Getoetst():
            return "toets"
        case Versie():
            return "certificaten"
        case Bevinding():
            return "bevinding"
        case (
            Vakresultaat()
            | Werkstukresultaat()
            | Toetsresultaat()
            | Stageresultaat()
            | Combinatiecijferresultaat()
        ):
            return f"resultaat {gekozen.resultaatvolgnummer}"
        case _:
            return ""


def details(gekozen: object, namen: Namen) -> list[Paar]:
    """All about what a row stands for: a toets, the uitslag, a bevinding or a result."""
    match gekozen:
        case Getoetst():
            return toetsdetails(gekozen)
        case CijferlijstUitkomst():
            return uitslagdetails(gekozen)
        case Versie():
            return regeldetails(gekozen)
        case Bevinding():
            return bevindingweergave.details(gekozen)
        case (
            Vakresultaat()
            | Werkstukresultaat()
            | Toetsresultaat()
            | Stageresultaat()
            | Combinatiecijferresultaat()
        ):
            return [("naam", resultaatnaam(gekozen, namen)), *velddetails(gekozen)]
        case _:
            return []
