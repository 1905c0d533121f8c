"""From columns to one `Uitkomst` per examenresultaat, with its reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from examen.model import Cijferlijstregel, Examenresultaat
from examen.opleidingen import opleidingen
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME, regime
from examen.reken.bereken import Berekening, bereken
from examen.reken.eisen import EISEN
from examen.tabellen import Tabellen
from examen.tabellen.tellers import pak_uit
from examen.uitkomst import VRIJGESTELD, Bevinding, CijferlijstUitkomst, Toets, Uitkomst
from register.vormen.kolommen import kolommen

Rij = Mapping[str, Any]


def uitkomsten_van(
    berekening: Berekening, bevindingen: Mapping[int, Sequence[Bevinding]] | None = None
) -> Iterator[Uitkomst]:
    """Give the outcome of every examenresultaat, in order of stand.

    Args:
        berekening: what was computed.
        bevindingen: the signals per stand, if they were looked for.
    """
    eindcijfers = _per_stand(berekening.eindcijfers)
    lijsten = _per_stand(berekening.cijferlijsten)
    certificaten = _per_stand(berekening.certificaten)
    regels = _regels(berekening)
    wachtend = {rij["kandidaat"]: rij for rij in berekening.wachtend.iter_rows(named=True)}
    for stand, volgnummer in (
        berekening.frames["examenresultaat"].select_seq("stand", "examenresultaatvolgnummer").rows()
    ):
        yield Uitkomst(
            examenresultaatvolgnummer=volgnummer,
            eindcijfers={
                rij["resultaatvolgnummer"]: rij["eindcijfer"] for rij in eindcijfers.get(stand, ())
            },
            cijferlijsten=tuple(
                _cijferlijst(rij, regels, wachtend, berekening) for rij in lijsten.get(stand, ())
            ),
            certificaten=tuple(rij["resultaatvolgnummer"] for rij in certificaten.get(stand, ())),
            signalen=tuple((bevindingen or {}).get(stand, ())),
        )


def uitkomsten(examenresultaten: Iterable[Examenresultaat]) -> list[Uitkomst]:
    """Compute some examenresultaten and give their outcomes, without signals."""
    return list(uitkomsten_van(bereken(kolommen(Examenresultaat, examenresultaten))))


def _per_stand(frame: pl.DataFrame) -> dict[int, list[Rij]]:
    groepen: dict[int, list[Rij]] = {}
    for rij in frame.iter_rows(named=True):
        groepen.setdefault(rij["stand"], []).append(rij)
    return groepen


def _regels(berekening: Berekening) -> dict[int, list[Rij]]:
    """Give the lines of every kandidaat, with what was proposed for those that take part."""
    deel = berekening.deelnames.select_seq(
        "regel", "in_cc", deelname=pl.lit(value=True), examendeel_voorstel="examendeel"
    )
    groepen: dict[int, list[Rij]] = {}
    for rij in (
        berekening.regels.join(deel, on="regel", how="left", maintain_order="left")
        .select_seq(
            "kandidaat",
            "regel",
            "resultaatvolgnummer",
            "diplomavak",
            "combinatiecijfer",
            "examendeel",
            "in_cc",
            "deelname",
            "examendeel_voorstel",
        )
        .iter_rows(named=True)
    ):
        groepen.setdefault(rij["kandidaat"], []).append(rij)
    return groepen


def _cijferlijst(
    rij: Rij,
    regels: Mapping[int, Sequence[Rij]],
    wachtend: Mapping[int, Rij],
    berekening: Berekening,
) -> CijferlijstUitkomst:
    eigen = regels.get(rij["kandidaat"], ())
    nummers = {regel["regel"]: regel["resultaatvolgnummer"] for regel in eigen}
    lees = _gegeven if rij["met_regels"] else _voorgesteld
    return CijferlijstUitkomst(
        opleiding=rij["opleiding"],
        examenregime=rij["uitslagregime"] if rij["regels_bekend"] else None,
        uitslagniveau=rij["uitslagniveau"] if rij["regels_bekend"] else None,
        combinatiecijfer=VRIJGESTELD if rij["combinatiecijfer_vr"] else rij["combinatiecijfer"],
        uitslag=rij["uitslag"],
        cum_laude=rij["cum_laude"],
        weggelaten=tuple(nummers[regel] for regel in rij["weggelaten"]),
        duim=None if rij["duim"] is None else nummers[rij["duim"]],
        regels=tuple(lees(regel, rij["weggelaten"]) for regel in eigen),
        voorgesteld=not rij["met_regels"],
        toetsen=tuple(_toetsen(rij, wachtend.get(rij["kandidaat"]), berekening.tabellen)),
    )


def _gegeven(regel: Rij, _: Sequence[int]) -> Cijferlijstregel:
    return Cijferlijstregel(
        resultaatvolgnummer=regel["resultaatvolgnummer"],
        diplomavak=regel["diplomavak"],
        combinatiecijfer=regel["combinatiecijfer"],
        examendeel=regel["examendeel"],
    )


def _voorgesteld(regel: Rij, weggelaten: Sequence[int]) -> Cijferlijstregel:
    doet_mee = bool(regel["deelname"]) and regel["regel"] not in weggelaten
    return Cijferlijstregel(
        resultaatvolgnummer=regel["resultaatvolgnummer"],
        diplomavak=doet_mee,
        combinatiecijfer=doet_mee and regel["in_cc"],
        examendeel=regel["examendeel_voorstel"] if doet_mee else None,
    )


def _toetsen(rij: Rij, wacht: Rij | None, wet: Tabellen) -> Iterator[Toets]:
    """Tell every requirement: first whether it is a full exam, then those of the uitslag."""
    yield _volledig(rij, wacht, wet)
    if rij["regels_bekend"]:
        regels = regime(rij["uitslagregime"], rij["uitslagniveau"])
        for eis in EISEN:
            if rij[eis.naam] is not None:
                yield eis.toon(rij, regels, rij[eis.naam])


def _volledig(rij: Rij, wacht: Rij | None, wet: Tabellen) -> Toets:
    """Tell whether all vakken are there; what only waits for a mark apart from what is not there.

    Args:
        rij: the kandidaat with the counts of his pakket.
        wacht: what the vakken without a mark would count for more; None when there are none.
        wet: the tables of the law.
    """
    if not rij["regels_bekend"]:
        opleiding = opleidingen().get(rij["opleiding"])
        gevonden = "onbekende opleiding" if opleiding is None else "geen regels bekend"
        return Toets(
            eis="volledig eindexamen",
            voldaan=False,
            gevonden=f"{gevonden} ({rij['opleiding']}, {rij['uitslagregime'] or 'zonder jaar'})",
            norm=f"een opleiding en een examenregime {EERSTE_REGIME}-{LAATSTE_REGIME}",
            bron="handleiding BRON-vavo h6",
        )
    if not rij["diplomeerbaar"]:
        return Toets(
            eis="volledig eindexamen",
            voldaan=False,
            gevonden=f"opleiding {rij['opleiding']} geeft geen diploma",
            norm="een opleiding met diploma",
            bron="handleiding BRON-vavo h6, Opleiding niet diplomeerbaar",
        )
    eisen = wet.voorwaarden[rij["pakket"]]
    geteld, erbij = (
        pak_uit([een[f"eis_{nr}"] if een else 0 for nr in range(wet.woorden)])
        for een in (rij, wacht)
    )
    te_weinig: dict[str, list[str]] = {"ontbreekt": [], "nog geen cijfer": []}
    for eis, aantal, meer in zip(eisen, geteld, erbij, strict=False):
        if aantal < eis.minimum:
            komt = aantal + meer >= eis.minimum
            te_weinig["nog geen cijfer" if komt else "ontbreekt"].append(eis.naam)
    delen = [f"{wat}: {'; '.join(namen)}" for wat, namen in te_weinig.items() if namen]
    return Toets(
        regel="volledig_examen",
        eis="volledig eindexamen",
        voldaan=not delen,
        gevonden=" · ".join(delen) or "alle vakken aanwezig",
        norm="een volledig pakket",
        bron=eisen[0].bron,
        zekerheid=eisen[0].zekerheid,
    )
