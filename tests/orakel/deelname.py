"""Which results take part in a cijferlijst: Eindexamenbesluit VO art. 48 lid 4 to 8."""

from __future__ import annotations

from attrs import frozen

from examen.model import Cijferlijst, Examenresultaat, Vakresultaat, Werkstukresultaat
from tests.orakel.eindcijfer import eindcijfer_vak, eindcijfer_werkstuk, hoogste_ce
from tests.orakel.feiten import heeft_anders_ce, vakrij
from tests.orakel.pakket import WERKSTUK, Keuzes, voorgesteld_examendeel

HOOGTE = {"VMBO_GL": 1, "VMBO_TL": 1, "HAVO": 2, "VWO": 3, "VWO_ATH": 3, "VWO_GYM": 3}
"""Results may come from the level of the uitslag or a higher one (handleiding BRON-vavo h6)."""

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
    resultaten = (
        *er.vakresultaten,
        *er.werkstukresultaten,
        *er.toetsresultaten,
    )
    return max((r.examenregime for r in resultaten if r.examenregime is not None), default=None)


def deelnames(
    er: Examenresultaat, lijst: Cijferlijst, niveau: str, regime: int, manieren: Keuzes
) -> list[Deelname]:
    """Give the results that take part, in the order of the cijferlijst, each subject once."""
    resultaten = {r.resultaatvolgnummer: r for r in (*er.vakresultaten, *er.werkstukresultaten)}
    gevonden = []
    for volgnummer, onderdeel, examendeel in _regels(er, lijst, regime, manieren):
        resultaat = resultaten.get(volgnummer)
        if resultaat is None or not _mag_meedoen(resultaat, niveau, regime):
            continue
        deelname = _deelname(resultaat, regime, onderdeel, examendeel)
        if (
            deelname.eindcijfer is not None
            or deelname.beoordeling is not None
            or deelname.vrijgesteld
        ):
            gevonden.append(deelname)
    return _elk_vak_eenmaal(gevonden)


def _regels(
    er: Examenresultaat, lijst: Cijferlijst, regime: int, manieren: Keuzes
) -> list[tuple[str, bool, str | None]]:
    """Give (volgnummer, counts in the combinatiecijfer, examendeel) of every counting line.

    Without lines every subject that the vakkentabel knows is proposed, and the werkstuk.
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
            deel = voorgesteld_examendeel(manieren, vak.vak)
            regels.append((vak.resultaatvolgnummer, rij["combinatiecijfer"] != "L", deel))
    deel = voorgesteld_examendeel(manieren, WERKSTUK)
    regels += [(w.resultaatvolgnummer, True, deel) for w in er.werkstukresultaten]
    return regels


def _eigen_regime(resultaat: Vakresultaat | Werkstukresultaat, regime: int) -> int:
    """Give the regime of a result; one without (traded in) follows the uitslag."""
    return regime if resultaat.examenregime is None else resultaat.examenregime


def _mag_meedoen(resultaat: Vakresultaat | Werkstukresultaat, niveau: str, regime: int) -> bool:
    hoog_genoeg = HOOGTE[resultaat.niveau] >= HOOGTE[niveau]
    return hoog_genoeg and regime - _eigen_regime(resultaat, regime) <= GELDIG_JAREN


def _deelname(
    resultaat: Vakresultaat | Werkstukresultaat,
    regime_uitslag: int,
    onderdeel: bool,
    examendeel: str | None,
) -> Deelname:
    vrijgesteld = resultaat.reden_niet_deelname is not None
    if isinstance(resultaat, Werkstukresultaat):
        return Deelname(
            volgnummer=resultaat.resultaatvolgnummer,
            vak=WERKSTUK,
            eindcijfer=eindcijfer_werkstuk(resultaat),
            ce=None,
            beoordeling=None if vrijgesteld else resultaat.beoordeling,
            vrijgesteld=vrijgesteld,
            kernvak=None,
            beroepsgericht=None,
            onderdeel=onderdeel,
            examendeel=examendeel,
            zonder_ce_2020=False,
        )
    regime = _eigen_regime(resultaat, regime_uitslag)
    rij = vakrij(regime, resultaat.niveau, resultaat.vak) or {}
    eindcijfer = eindcijfer_vak(resultaat, regime_uitslag)
    telt_ce = eindcijfer is not None and regime != 2020 and rij.get("cijfer_ce", "L") != "L"
    heeft_beoordeling = not vrijgesteld and rij.get("beoordeling_se", "L") != "L"
    return Deelname(
        volgnummer=resultaat.resultaatvolgnummer,
        vak=resultaat.vak,
        eindcijfer=eindcijfer,
        ce=hoogste_ce(resultaat) if telt_ce else None,
        beoordeling=resultaat.beoordeling_se if heeft_beoordeling else None,
        vrijgesteld=vrijgesteld,
        kernvak=rij.get("kernvak"),
        beroepsgericht=rij.get("beroepsgericht"),
        onderdeel=onderdeel,
        examendeel=examendeel,
        zonder_ce_2020=(
            regime == 2020
            and eindcijfer is not None
            and heeft_anders_ce(resultaat.niveau, resultaat.vak)
        ),
    )


def _elk_vak_eenmaal(gevonden: list[Deelname]) -> list[Deelname]:
    """Keep of a subject that stands there twice the one with the higher eindcijfer."""
    beste: dict[str, Deelname] = {}
    for deelname in gevonden:
        vorige = beste.get(deelname.vak)
        if vorige is None or (deelname.eindcijfer or 0) > (vorige.eindcijfer or 0):
            beste[deelname.vak] = deelname
    return [deelname for deelname in gevonden if beste[deelname.vak] is deelname]
