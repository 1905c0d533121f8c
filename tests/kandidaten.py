"""Random candidates that reach every rule: full exams near the borders, and what spoils them.

Facts come from the tables under data/, through the oracle's own reader. The same arguments always
give the same candidates.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from examen.model import (
    CeResultaat,
    Cijferlijst,
    Cijferlijstregel,
    Examenresultaat,
    Toetsresultaat,
    Uitslag,
    Vakresultaat,
    Werkstukresultaat,
)
from tests.orakel.feiten import Rij, opleiding, opleidingen, vak_van_code, vakrij, vakrijen
from tests.orakel.pakket import WERKSTUK, Keuzes, keuzes, volledig, voorgesteld_examendeel

NIVEAUS = ("VMBO_GL", "VMBO_TL", "HAVO", "VWO_ATH", "VWO_GYM")
REGIMES = tuple(range(2015, 2028))

ONBEKEND_VAK = "9999"
LICHAMELIJKE_OPVOEDING = "0353"
REKENEN = "1132"

_PAKKETTEN_PER_OPLEIDING = 40
_HOGER = {"VMBO_GL": ("VMBO_TL", "HAVO"), "VMBO_TL": ("HAVO",), "HAVO": ("VWO",), "VWO": ()}
_LAGERE_UITSLAG = {"VWO_ATH": "HAVO", "VWO_GYM": "VWO_ATH", "HAVO": "VMBO_TL"}


@frozen(kw_only=True, eq=False)
class Bouwdoos:
    """What candidates of one uitslagniveau and regime are made of.

    Attributes:
        resultaatniveau: the level of their ordinary results.
        pakketten: opleiding with the vakcodes of one full exam, many of each opleiding.
        extra: subjects that may come on top.
        andere: opleidingen for a second cijferlijst.
        hoger: vakcode to (niveau, vakcode) of the same vak at a higher level.
    """

    resultaatniveau: str
    regime: int
    pakketten: tuple[tuple[str, tuple[str, ...]], ...]
    extra: tuple[str, ...]
    andere: tuple[str, ...]
    hoger: dict[str, tuple[str, str]]


def kandidaten(niveau: str, regime: int, aantal: int, zaad: int) -> list[Examenresultaat]:
    """Give random candidates for an uitslagniveau in an examenregime.

    Args:
        niveau: an uitslagniveau.
        regime: examenregime of the uitslag.
        aantal: how many.
        zaad: seed; other seeds give other candidates.
    """
    doos = _bouwdoos(niveau, regime)
    rng = random.Random(f"{niveau} {regime} {zaad}")
    return [_kandidaat(doos, niveau, rng, nummer) for nummer in range(aantal)]


@cache
def _bouwdoos(niveau: str, regime: int) -> Bouwdoos:
    rng = random.Random(f"{niveau} {regime}")
    resultaatniveau = "VWO" if niveau.startswith("VWO") else niveau
    rijen = [rij for rij in vakrijen(regime, resultaatniveau) if rij["eindcijfer"] != "L"]
    eigen = [o for o in opleidingen() if o["uitslagniveau"] == niveau]
    lager = [o for o in opleidingen() if o["uitslagniveau"] == _LAGERE_UITSLAG.get(niveau)]
    pakketten = [
        (opgeleid["code"], codes)
        for opgeleid in eigen
        for codes in _volle_pakketten(keuzes(opgeleid, regime), rijen, rng)
    ]
    zonder_diploma = [o["code"] for o in eigen if not o["diplomeerbaar"]]
    return Bouwdoos(
        resultaatniveau=resultaatniveau,
        regime=regime,
        pakketten=tuple(pakketten),
        extra=tuple(rij["vakcode"] for rij in rijen),
        andere=(
            *(o["code"] for o in (*eigen, *lager) if o["diplomeerbaar"]),
            *zonder_diploma,
            "0000",
        ),
        hoger=_hogere_vakken(resultaatniveau, regime, rijen),
    )


def _volle_pakketten(
    manieren: Keuzes, rijen: Sequence[Rij], rng: random.Random
) -> list[tuple[str, ...]]:
    """Draw full exams: for every place a subject, again until all pakketten are filled."""
    bestaand = [rij["vakcode"] for rij in rijen]
    gevonden: list[tuple[str, ...]] = []
    for _ in range(10 * _PAKKETTEN_PER_OPLEIDING if manieren else 0):
        codes: list[str] = []
        for pakket in rng.choice(manieren):
            for plaats in pakket.plaatsen:
                vakken = {vak_van_code(code) for code in codes}
                mogelijk = [
                    c for c in bestaand if c in plaats.vakcodes and vak_van_code(c) not in vakken
                ]
                codes += rng.sample(mogelijk, min(1, len(mogelijk)))
        if volledig([*codes, WERKSTUK], manieren):
            gevonden.append(_zonder_overtollige(codes, manieren, rng))
        if len(gevonden) == _PAKKETTEN_PER_OPLEIDING:
            break
    return gevonden


def _zonder_overtollige(codes: list[str], manieren: Keuzes, rng: random.Random) -> tuple[str, ...]:
    """Drop, in random order, the subjects that a full exam can do without."""
    for code in rng.sample(codes, len(codes)):
        rest = [c for c in codes if c != code]
        if volledig([*rest, WERKSTUK], manieren):
            codes = rest
    return tuple(codes)


def _hogere_vakken(niveau: str, regime: int, rijen: Sequence[Rij]) -> dict[str, tuple[str, str]]:
    hoogste = {
        vak_van_code(rij["vakcode"]): (hoger, rij["vakcode"])
        for hoger in _HOGER[niveau]
        for rij in vakrijen(regime, hoger)
    }
    codes = [rij["vakcode"] for rij in rijen]
    return {code: hoogste[vak_van_code(code)] for code in codes if vak_van_code(code) in hoogste}


def _kandidaat(doos: Bouwdoos, niveau: str, rng: random.Random, nummer: int) -> Examenresultaat:
    code, basis = rng.choice(doos.pakketten)
    rommelig = rng.random() < 0.5
    vakcodes = _vakkeuze(doos, basis, rng, rommelig)
    peil = rng.choice((52, 56, 58, 60, 64, 70, 84))
    vakken = []
    for vak in vakcodes:
        vakken.append(_vak(doos, vak, peil, rng, str(len(vakken) + 1), rommelig))
        if rommelig and rng.random() < 0.02:
            vakken.append(_vak(doos, vak, peil, rng, str(len(vakken) + 1), rommelig))
    if rommelig and rng.random() < 0.08:
        vakken.append(_met_beoordeling(doos, rng))
    werkstukken = _werkstukken(doos, peil, rng, rommelig)
    lijsten = [_cijferlijst(doos, code, vakken, werkstukken, rng, rommelig)]
    if rommelig and rng.random() < 0.2:
        andere = rng.choice(doos.andere)
        lijsten.append(_cijferlijst(doos, andere, vakken, werkstukken, rng, rommelig))
    uitslag = None
    if rng.random() < 0.8:
        uitslag = Uitslag(uitslag=rng.choice("GAD"), niveau=niveau, examenregime=doos.regime)
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer=f"ER{nummer}",
        vakresultaten=tuple(vakken),
        werkstukresultaten=werkstukken,
        toetsresultaten=_toetsen(doos, rng),
        uitslag=uitslag,
        cijferlijsten=tuple(lijsten),
    )


def _vakkeuze(
    doos: Bouwdoos, basis: tuple[str, ...], rng: random.Random, rommelig: bool
) -> list[str]:
    codes = list(basis)
    if rng.random() < 0.4:
        extra = rng.choice(doos.extra)
        if extra not in codes:
            codes.insert(int(rng.random() * len(codes)), extra)
    if rommelig:
        if rng.random() < 0.15:
            codes.remove(rng.choice(codes))
        for extra in ("1024", "1025", "0301", "1039", "1060", ONBEKEND_VAK):
            if rng.random() < 0.04 and extra not in codes:
                codes.append(extra)
    return codes


def _cijfer(peil: int, rng: random.Random) -> int:
    """Draw a mark in tenths around a level."""
    return min(100, max(10, peil + int(rng.gauss(0, 9))))


def _vak(
    doos: Bouwdoos, code: str, peil: int, rng: random.Random, volgnummer: str, rommelig: bool
) -> Vakresultaat:
    niveau, regime, inruil, cijfer_rv = doos.resultaatniveau, doos.regime, False, None
    if rommelig:
        lot = rng.random()
        if lot < 0.05:
            return Vakresultaat(
                resultaatvolgnummer=volgnummer,
                vak=code,
                niveau=niveau,
                examenregime=regime,
                reden_niet_deelname=rng.choice("VO"),
            )
        if lot < 0.08:
            return Vakresultaat(
                resultaatvolgnummer=volgnummer,
                vak=code,
                niveau=niveau,
                examenregime=rng.choice((None, regime - 1, regime - 10, regime - 11)),
                inruil=True,
                eindcijfer=(_cijfer(peil, rng) + 5) // 10,
            )
        if lot < 0.14:
            regime -= rng.choice((1, 1, 2, 3, 5, 9, 10, 11))
        elif lot < 0.18 and code in doos.hoger:
            niveau, code = doos.hoger[code]
        inruil = lot > 0.98
    rij = vakrij(regime, niveau, code)
    if rij is None or rij["cijfer_se"] != "L":
        cijfer_se = _cijfer(peil, rng)
        if rij is not None and rij["cijfer_ce"] == "L" and regime != 2020 and rng.random() < 0.9:
            cijfer_se = (cijfer_se + 5) // 10 * 10
    else:
        cijfer_se = None
    ce: tuple[CeResultaat, ...] = ()
    if rij is not None and rij["cijfer_ce"] != "L":
        ce = (CeResultaat(tijdvak=1, cijfer=_cijfer(peil, rng)),)
        if rng.random() < 0.15:
            ce = (*ce, CeResultaat(tijdvak=2, cijfer=_cijfer(peil, rng)))
    elif regime == 2020 and rng.random() < 0.15:
        cijfer_rv = _cijfer(peil, rng)
    if rommelig and rng.random() < 0.03:
        if rng.random() < 0.5:
            cijfer_se = None
        else:
            ce = ()
    return Vakresultaat(
        resultaatvolgnummer=volgnummer,
        vak=code,
        niveau=niveau,
        examenregime=regime,
        inruil=inruil,
        cijfer_se=cijfer_se,
        cijfer_rv=cijfer_rv,
        ce=ce,
    )


def _met_beoordeling(doos: Bouwdoos, rng: random.Random) -> Vakresultaat:
    """Give lichamelijke opvoeding, or since 2021 rekenen: no mark that counts."""
    rekenen = doos.regime >= 2021 and rng.random() < 0.5
    return Vakresultaat(
        resultaatvolgnummer="20",
        vak=REKENEN if rekenen else LICHAMELIJKE_OPVOEDING,
        niveau=doos.resultaatniveau,
        examenregime=doos.regime,
        cijfer_se=rng.choice((40, 60)) if rekenen else None,
        beoordeling_se=None if rekenen else rng.choice("GVO"),
    )


def _werkstukken(
    doos: Bouwdoos, peil: int, rng: random.Random, rommelig: bool
) -> tuple[Werkstukresultaat, ...]:
    cijfer: int | None = (_cijfer(peil + 8, rng) + 5) // 10
    beoordeling: str | None = None
    if doos.resultaatniveau.startswith("VMBO"):
        cijfer, beoordeling = None, rng.choice("GV")
    regime, reden = doos.regime, None
    if rommelig:
        lot = rng.random()
        if lot < 0.04:
            return ()
        if lot < 0.10:
            cijfer, beoordeling, reden = None, None, "V"
        elif lot < 0.14:
            cijfer, beoordeling = None, "O"
        elif lot < 0.18:
            regime -= rng.choice((1, 10, 11))
    return (
        Werkstukresultaat(
            resultaatvolgnummer="30",
            niveau=doos.resultaatniveau,
            examenregime=regime,
            reden_niet_deelname=reden,
            cijfer=cijfer,
            beoordeling=beoordeling,
        ),
    )


def _toetsen(doos: Bouwdoos, rng: random.Random) -> tuple[Toetsresultaat, ...]:
    """Give the rekentoets of 2014 to 2019: mostly taken, sometimes twice."""
    if doos.regime > 2019 and rng.random() < 0.95:
        return ()
    aantal = rng.choice((0, 1, 1, 1, 1, 1, 1, 1, 2))
    return tuple(
        Toetsresultaat(
            resultaatvolgnummer=str(40 + keer),
            toetscode="1107" if doos.regime <= 2015 else "1121",
            niveau=doos.resultaatniveau,
            examenregime=min(doos.regime, 2019),
            cijfer=rng.choice((4, 5, 5, 6, 6, 7, 8)),
        )
        for keer in range(aantal)
    )


def _cijferlijst(
    doos: Bouwdoos,
    code: str,
    vakken: Sequence[Vakresultaat],
    werkstukken: Sequence[Werkstukresultaat],
    rng: random.Random,
    rommelig: bool,
) -> Cijferlijst:
    if rng.random() < 0.4:
        return Cijferlijst(opleiding=code)
    regels = []
    for vak in vakken:
        samen, deel = _vaste_kenmerken(code, doos.regime, vak.niveau, vak.vak)
        diplomavak = True
        if rommelig:
            lot = rng.random()
            diplomavak = lot > 0.04
            if lot > 0.98:
                samen = not samen
            elif lot > 0.96:
                deel = rng.choice(("G", "P", "V", None))
        regels.append(
            Cijferlijstregel(
                resultaatvolgnummer=vak.resultaatvolgnummer,
                diplomavak=diplomavak,
                combinatiecijfer=samen,
                examendeel=deel,
            )
        )
    regels += [
        Cijferlijstregel(
            resultaatvolgnummer=w.resultaatvolgnummer, diplomavak=True, combinatiecijfer=True
        )
        for w in werkstukken
    ]
    return Cijferlijst(opleiding=code, regels=tuple(regels))


@cache
def _vaste_kenmerken(code: str, regime: int, niveau: str, vak: str) -> tuple[bool, str | None]:
    """Give whether a subject counts in the combinatiecijfer, and its examendeel, by the tables."""
    rij, opgeleid = vakrij(regime, niveau, vak), opleiding(code)
    deel = None if opgeleid is None else voorgesteld_examendeel(keuzes(opgeleid, regime), vak)
    return rij is not None and rij["combinatiecijfer"] != "L", deel
