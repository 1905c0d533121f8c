"""Which results take part in a cijferlijst: Eindexamenbesluit VO art. 48 lid 4 to 8."""

from __future__ import annotations

from attrs import frozen

from examen.model import (
    Cijferlijst,
    Examenresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from tests.orakel.eindcijfer import eindcijfer_vak, eindcijfer_werkstuk, hoogste_ce
from tests.orakel.feiten import heeft_anders_ce, vak_van_code, vakrij
from tests.orakel.pakket import WERKSTUK, Keuzes, voorgesteld_examendeel

HOOGTE = {"VMBO_GL": 1, "VMBO_TL": 1, "HAVO": 2, "VWO": 3, "VWO_ATH": 3, "VWO_GYM": 3}
"""Results may come from the level of the uitslag or a higher one (handleiding BRON-vavo h6)."""

Resultaat = Vakresultaat | Werkstukresultaat

GELDIG_JAREN = 10
"""A cijferlijst of at most ten years ago may complete the exam (art. 48 lid 4)."""


@frozen(kw_only=True, eq=False)
class Deelname:
    """One result as it takes part in the uitslag of one cijferlijst.

    Attributes:
        vak: vakcode, or WERKSTUK.
        eindcijfer: whole mark, or None.
        ce: the CE mark that counts for the CE-eis, in tenths, or None.
        kernvak: "nederlands", "engels", "wiskunde" or None.
        beroepsgericht: "profielvak", "keuzevak" or None.
        onderdeel: counts in the combinatiecijfer.
        zonder_ce_2020: closed in 2020 without the CE that the subject normally has.
    """

    volgnummer: str
    vak: str
    eindcijfer: int | None
    ce: int | None
    beoordeling: str | None
    vrijgesteld: bool
    kernvak: str | None
    beroepsgericht: str | None
    onderdeel: bool
    examendeel: str | None
    zonder_ce_2020: bool


def regime_van_uitslag(er: Examenresultaat) -> int | None:
    """Give the examenregime of the uitslag: as delivered, else the latest among the results."""
    if er.uitslag is not None:
        return er.uitslag.examenregime
    resultaten: tuple[Vakresultaat | Werkstukresultaat | Toetsresultaat, ...] = (
        *er.vakresultaten,
        *er.werkstukresultaten,
        *er.toetsresultaten,
    )
    return max((r.examenregime for r in resultaten if r.examenregime is not None), default=None)


def deelnames(
    er: Examenresultaat, lijst: Cijferlijst, niveau: str, regime: int, manieren: Keuzes
) -> list[Deelname]:
    """Give the results that take part, in the order of the cijferlijst, each subject once."""
    alle: tuple[Resultaat, ...] = (*er.vakresultaten, *er.werkstukresultaten)
    resultaten = {resultaat.resultaatvolgnummer: resultaat for resultaat in alle}
    gevonden = []
    for volgnummer, onderdeel, examendeel in _regels(er, lijst, regime):
        resultaat = resultaten.get(volgnummer)
        if resultaat is None or not _mag_meedoen(resultaat, niveau, regime):
            continue
        deelname = _deelname(resultaat, regime, onderdeel, examendeel, manieren)
        if deelname is not None:
            gevonden.append(deelname)
    return _elk_vak_eenmaal(gevonden, niveau)


def _regels(
    er: Examenresultaat, lijst: Cijferlijst, regime: int
) -> list[tuple[str, bool, str | None]]:
    """Give (volgnummer, counts in the combinatiecijfer, examendeel) of every counting line.

    Without lines every result is proposed, and in the combinatiecijfer what may be part of it.
    """
    if lijst.regels:
        return [
            (regel.resultaatvolgnummer, regel.combinatiecijfer, regel.examendeel)
            for regel in lijst.regels
            if regel.diplomavak
        ]
    regels: list[tuple[str, bool, str | None]] = []
    for vak in er.vakresultaten:
        rij = vakrij(_eigen_regime(vak, regime), vak.niveau, vak.vak)
        if rij is not None:
            regels.append((vak.resultaatvolgnummer, rij["combinatiecijfer"] != "L", None))
    regels += [(werkstuk.resultaatvolgnummer, True, None) for werkstuk in er.werkstukresultaten]
    return regels


def _eigen_regime(resultaat: Resultaat, regime: int) -> int:
    """Give the regime of a result; one without (traded in) follows the uitslag."""
    return regime if resultaat.examenregime is None else resultaat.examenregime


def _mag_meedoen(resultaat: Resultaat, niveau: str, regime: int) -> bool:
    hoog_genoeg = HOOGTE[resultaat.niveau] >= HOOGTE[niveau]
    return hoog_genoeg and regime - _eigen_regime(resultaat, regime) <= GELDIG_JAREN


def _deelname(
    resultaat: Resultaat,
    regime_uitslag: int,
    onderdeel: bool,
    examendeel: str | None,
    manieren: Keuzes,
) -> Deelname | None:
    """Give a result as it takes part; None for an unknown subject and for an empty result.

    Where the cijferlijst names no examendeel, that of the pakket is taken.
    """
    vrijgesteld = resultaat.reden_niet_deelname is not None
    if isinstance(resultaat, Werkstukresultaat):
        vak, ce, rij, zonder_ce_2020 = WERKSTUK, None, {}, False
        eindcijfer, beoordeling = eindcijfer_werkstuk(resultaat), resultaat.beoordeling
    else:
        vak, regime = resultaat.vak, _eigen_regime(resultaat, regime_uitslag)
        bekend = vakrij(regime, resultaat.niveau, vak)
        if bekend is None:
            return None
        rij = bekend
        eindcijfer = eindcijfer_vak(resultaat, regime_uitslag)
        beoordeling = None if rij["beoordeling_se"] == "L" else resultaat.beoordeling_se
        telt_ce = eindcijfer is not None and rij["cijfer_ce"] != "L"
        ce = hoogste_ce(resultaat) if telt_ce else None
        zonder_ce_2020 = (
            regime == 2020 and eindcijfer is not None and heeft_anders_ce(resultaat.niveau, vak)
        )
    if eindcijfer is None and beoordeling is None and not vrijgesteld:
        return None
    return Deelname(
        volgnummer=resultaat.resultaatvolgnummer,
        vak=vak,
        eindcijfer=eindcijfer,
        ce=ce,
        beoordeling=beoordeling,
        vrijgesteld=vrijgesteld,
        kernvak=rij.get("kernvak"),
        beroepsgericht=rij.get("beroepsgericht"),
        onderdeel=onderdeel,
        examendeel=examendeel or voorgesteld_examendeel(manieren, vak),
        zonder_ce_2020=zonder_ce_2020,
    )


def _elk_vak_eenmaal(gevonden: list[Deelname], niveau: str) -> list[Deelname]:
    """Keep one of the results in the same vak: that of the profieldeel, else the highest.

    Of two equal eindcijfers the one with the higher CE mark. In the vmbo the mark of a werkstuk is
    no eindcijfer, so of two the first is kept.
    """
    beste: dict[str, Deelname] = {}
    for deelname in gevonden:
        vak = vak_van_code(deelname.vak)
        if vak not in beste or _voorrang(deelname, niveau) > _voorrang(beste[vak], niveau):
            beste[vak] = deelname
    return [d for d in gevonden if beste[vak_van_code(d.vak)] is d]


def _voorrang(deelname: Deelname, niveau: str) -> tuple[bool, int, int]:
    zonder_eindcijfer = deelname.vak == WERKSTUK and HOOGTE[niveau] == 1
    eindcijfer = 0 if zonder_eindcijfer else deelname.eindcijfer or 0
    return deelname.examendeel == "P", eindcijfer, deelname.ce or 0
