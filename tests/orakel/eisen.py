"""What a candidate must meet to pass: Eindexamenbesluit VO art. 49 (vmbo) and 50 (havo, vwo).

From examenregime 2023 the same rules stand in the Uitvoeringsbesluit WVO 2020, art. 3.34 and 3.35.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from tests.orakel.deelname import Deelname
from tests.orakel.eindcijfer import rond_gemiddelde
from tests.orakel.pakket import WERKSTUK

VMBO = ("VMBO_GL", "VMBO_TL")
VWO = ("VWO_ATH", "VWO_GYM")
VRIJGESTELD = "vr"


@frozen(kw_only=True)
class Examen:
    """For what, by which law and with which rekentoets the candidate is judged.

    Attributes:
        niveau: uitslagniveau.
        regime: examenregime of the uitslag.
        rekentoets: highest mark for the rekentoets, or None when it was not taken.
    """

    niveau: str
    regime: int
    rekentoets: int | None


def onderdelen(deelnames: Sequence[Deelname], examen: Examen) -> list[Deelname]:
    """Give the results of which the combinatiecijfer is made (art. 50 lid 2, art. 49 lid 3).

    The theoretische leerweg has none, the gemengde leerweg since its profielen (2018): the
    profielvak and the beroepsgerichte keuzevakken.
    """
    gemerkt = [d for d in deelnames if d.onderdeel]
    if examen.niveau not in VMBO:
        return gemerkt
    if examen.niveau == "VMBO_GL" and examen.regime >= 2018:
        return [d for d in gemerkt if d.beroepsgericht in ("profielvak", "keuzevak")]
    return []


def combinatiecijfer(delen: Sequence[Deelname], examen: Examen) -> int | str | None:
    """Give the combinatiecijfer: a whole mark, "vr", or None when there is none.

    Havo and vwo: mean of the whole marks, halves up (art. 50 lid 4). Gemengde leerweg: the
    profielvak weighs as much as the n keuzevakken together (art. 49 lid 4). An exempt part has no
    mark and no weight.
    """
    met_cijfer = [d for d in delen if d.eindcijfer is not None]
    if not met_cijfer:
        return VRIJGESTELD if any(d.vrijgesteld for d in delen) else None
    if examen.niveau not in VMBO:
        return rond_gemiddelde(sum(d.eindcijfer or 0 for d in met_cijfer), len(met_cijfer))
    profielvak = [d.eindcijfer or 0 for d in met_cijfer if d.beroepsgericht == "profielvak"]
    keuzevakken = [d.eindcijfer or 0 for d in met_cijfer if d.beroepsgericht == "keuzevak"]
    gewicht = max(len(keuzevakken), 1) if profielvak else 0
    som = gewicht * max(profielvak, default=0) + sum(keuzevakken)
    return rond_gemiddelde(som, gewicht + len(keuzevakken))


def uitslagcijfers(deelnames: Sequence[Deelname], examen: Examen) -> list[int]:
    """Give the eindcijfers that decide: every vak's, and the combinatiecijfer as one mark.

    In the vmbo the werkstuk is no vak and its mark no eindcijfer.
    """
    delen = onderdelen(deelnames, examen)
    samen = combinatiecijfer(delen, examen)
    cijfers = [
        d.eindcijfer
        for d in deelnames
        if d.eindcijfer is not None
        and d not in delen
        and not (d.vak == WERKSTUK and examen.niveau in VMBO)
    ]
    return [*cijfers, samen] if isinstance(samen, int) else cijfers


def voldoet(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Say whether the candidate passes on these results."""
    return (
        voldoende_op_ce(deelnames, examen)
        and voldoende_kernvakken(deelnames, examen)
        and voldoende_eindcijfers(deelnames, examen)
        and geen_onderdeel_onder_vier(deelnames, examen)
        and voldoende_beoordelingen(deelnames, examen)
        and voldoende_rekentoets(examen)
    )


def voldoende_op_ce(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Art. 49 and 50 lid 1 a: the mean of all CE marks is at least 5,5, never rounded.

    In 2020 there was no CE; who later brings in such a result of a subject that normally has one
    is free of the requirement.
    """
    if examen.regime == 2020:
        return True
    if examen.regime > 2020 and any(d.zonder_ce_2020 for d in deelnames):
        return True
    cijfers = [d.ce for d in deelnames if d.ce is not None]
    return sum(cijfers) >= 55 * len(cijfers)


def voldoende_kernvakken(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Art. 49 and 50 lid 1 b: vmbo Nederlands at least 5; havo and vwo at most one 5, none lower.

    Vwo 2017: the rekentoets stands in the row of kernvakken.
    """
    kernvakken = {d.kernvak: d.eindcijfer for d in deelnames if d.eindcijfer is not None}
    if examen.niveau in VMBO:
        return kernvakken.get("nederlands", 5) >= 5
    cijfers = [c for kernvak, c in kernvakken.items() if kernvak is not None]
    if examen.regime == 2017 and examen.niveau in VWO and examen.rekentoets is not None:
        cijfers.append(examen.rekentoets)
    return all(cijfer >= 5 for cijfer in cijfers) and cijfers.count(5) <= 1


def voldoende_eindcijfers(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Art. 49 and 50 lid 1 c: which insufficient marks may stand together.

    Vmbo: none; one 5; one 4 or two 5s with at least one 7. Havo and vwo: none; one 5; one 4, two
    5s or a 5 and a 4 with a mean of at least 6,0.
    """
    cijfers = uitslagcijfers(deelnames, examen)
    onvoldoendes = sorted(cijfer for cijfer in cijfers if cijfer < 6)
    if onvoldoendes in ([], [5]):
        return True
    if examen.niveau in VMBO:
        return onvoldoendes in ([4], [5, 5]) and max(cijfers) >= 7
    return onvoldoendes in ([4], [5, 5], [4, 5]) and sum(cijfers) >= 6 * len(cijfers)


def geen_onderdeel_onder_vier(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Art. 50 lid 1 d: no part of the combinatiecijfer is lower than 4.

    Art. 49 lid 1 d: in the gemengde leerweg no keuzevak is.
    """
    return all(
        d.eindcijfer is None or d.eindcijfer >= 4
        for d in onderdelen(deelnames, examen)
        if examen.niveau not in VMBO or d.beroepsgericht == "keuzevak"
    )


def voldoende_beoordelingen(deelnames: Sequence[Deelname], examen: Examen) -> bool:
    """Art. 49 lid 1 d and e, 50 lid 1 e: what has no mark is voldoende or goed.

    In the vmbo that goes for the werkstuk, also for one of havo or vwo that has a mark: a 6.
    """
    for d in deelnames:
        is_vmbo_werkstuk = d.vak == WERKSTUK and examen.niveau in VMBO
        if d.vrijgesteld or (d.eindcijfer is not None and not is_vmbo_werkstuk):
            continue
        if d.beoordeling == "O" or (d.eindcijfer is not None and d.eindcijfer < 6):
            return False
    return True


def voldoende_rekentoets(examen: Examen) -> bool:
    """Art. 46a, 61, 63, 65: taken in 2014 to 2019; vwo 2016 at least a 5."""
    if not 2014 <= examen.regime <= 2019:
        return True
    if examen.rekentoets is None:
        return False
    vwo_2016 = examen.regime == 2016 and examen.niveau in VWO
    return examen.rekentoets >= 5 or not vwo_2016
