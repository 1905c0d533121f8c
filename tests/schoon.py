"""A clean dossier per uitslagniveau and regime: full, passed, and without any signal.

The volgnummers are readable ("NE", "PWS"), so that the examples of the controls are too.
"""

from __future__ import annotations

from datetime import date, datetime

from examen.model import (
    CeResultaat,
    Certificaat,
    Cijferlijst,
    Cijferlijstregel,
    Combinatiecijferresultaat,
    Examenresultaat,
    Herkansing,
    Stageresultaat,
    Toetsresultaat,
    Uitslag,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.vakkentabel import Vakregel, lees_vakkentabel

PEILDATUM = date(2025, 7, 1)
"""The day on which the dossier of regime 2025 is clean; see `peildatum`."""

DOSSIERS = {
    "HAVO": ("5372", "HAVO"),
    "VWO_ATH": ("5172", "VWO"),
    "VWO_GYM": ("5272", "VWO"),
    "VMBO_TL": ("5452", "VMBO_TL"),
    "VMBO_GL": ("99050", "VMBO_GL"),
}
"""Uitslagniveau to opleiding and niveau of the results."""

HAVO_VWO = {
    "NE": ("1001", 64, 68, "G"),
    "EN": ("1002", 54, 52, "G"),
    "MA": ("1019", 70, None, "G"),
    "WA": ("1024", 61, 63, "P"),
    "EC": ("1022", 66, 64, "P"),
    "GS": ("1021", 70, 66, "P"),
    "BE": ("0400", 62, 60, "P"),
    "FA": ("1003", 72, 70, "V"),
    "LO": ("0353", None, None, "G"),
}
"""Volgnummer to vakcode, marks of SE and CE in tenths, and examendeel."""

VAKKEN = {
    "HAVO": HAVO_VWO,
    "VWO_ATH": HAVO_VWO,
    "VWO_GYM": HAVO_VWO | {"FA": ("1110", 72, 70, "G")},
    "VMBO_TL": {
        "NE": ("0011", 64, 68, None),
        "EN": ("0071", 66, 62, None),
        "MA": ("0322", 70, None, None),
        "WI": ("0153", 61, 63, None),
        "EC": ("0233", 66, 64, None),
        "DU": ("0063", 70, 66, None),
        "GS": ("0125", 62, 60, None),
    },
    "VMBO_GL": {
        "NE": ("0011", 64, 68, None),
        "EN": ("0071", 66, 62, None),
        "MA": ("0322", 70, None, None),
        "WI": ("0153", 61, 63, None),
        "NA": ("0173", 66, 64, None),
        "EC": ("0233", 70, 66, None),
        "PR": ("1300", 71, 65, None),
        "K1": ("1305", 80, None, None),
        "K2": ("1313", 65, None, None),
    },
}
WERKSTUKCIJFER = 8


def peildatum(regime: int) -> date:
    return date(regime, 7, 1)


def schoon(uitslagniveau: str, regime: int = 2025, *, uitslag: str = "G") -> Examenresultaat:
    """Give the clean dossier; with another uitslag than G it has certificaten."""
    opleiding, niveau = DOSSIERS[uitslagniveau]
    tabel = {v.vakcode: v for v in lees_vakkentabel(regime).vakken if v.niveau == niveau}
    gekozen = {
        n: (tabel[rij[0]], *rij[1:]) for n, rij in VAKKEN[uitslagniveau].items() if rij[0] in tabel
    }
    vakken = {n: _vakresultaat(n, vak, regime, se, ce) for n, (vak, se, ce, _) in gekozen.items()}
    havo_vwo = not uitslagniveau.startswith("VMBO")
    in_cc = [n for n, (vak, *_) in gekozen.items() if _in_combinatiecijfer(vak)]
    cc = _combinatiecijfer(vakken, gekozen, in_cc, havo_vwo=havo_vwo)
    regels = [
        Cijferlijstregel(
            resultaatvolgnummer=n, diplomavak=True, combinatiecijfer=n in in_cc, examendeel=deel
        )
        for n, (_, _, _, deel) in gekozen.items()
    ]
    regels.append(
        Cijferlijstregel(resultaatvolgnummer="PWS", diplomavak=True, combinatiecijfer=havo_vwo)
    )
    regels.append(Cijferlijstregel(resultaatvolgnummer="RT"))
    if cc is not None:
        regels.append(Cijferlijstregel(resultaatvolgnummer="CC", diplomavak=True))
    behaald = [n for n, vak in vakken.items() if (vak.eindcijfer or 0) >= 6]
    return Examenresultaat(
        brin="99XX",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="ER1",
        aangeleverd_op=datetime(regime, 6, 30, 12, 0),  # noqa: DTZ001 - local Dutch time
        onderwijsaanbieder="101A345",
        vakresultaten=tuple(vakken.values()),
        werkstukresultaten=(
            Werkstukresultaat(
                resultaatvolgnummer="PWS",
                niveau=niveau,
                examenregime=regime,
                titel="Plastic in de Noordzee",
                cijfer=WERKSTUKCIJFER if havo_vwo else None,
                beoordeling=None if havo_vwo else "V",
            ),
        ),
        toetsresultaten=(
            Toetsresultaat(
                resultaatvolgnummer="RT",
                toetscode="1121",
                niveau=niveau,
                examenregime=min(regime, 2018),
                cijfer=7,
            ),
        ),
        stageresultaten=(
            Stageresultaat(
                resultaatvolgnummer="ST", stagecode="1112", examenregime=regime, beoordeling="G"
            ),
        ),
        combinatiecijferresultaten=()
        if cc is None
        else (
            Combinatiecijferresultaat(
                resultaatvolgnummer="CC", niveau=niveau, examenregime=regime, cijfer=cc
            ),
        ),
        herkansingen=(Herkansing(examenregime=regime, tijdvak=2, vakken=(vakken["NE"].vak,)),),
        uitslag=Uitslag(
            uitslag=uitslag,
            niveau=uitslagniveau,
            examenregime=regime,
            datum=peildatum(regime),
        ),
        cijferlijsten=(Cijferlijst(opleiding=opleiding, regels=tuple(regels)),),
        certificaten=()
        if uitslag == "G"
        else tuple(Certificaat(resultaatvolgnummers=(n,)) for n in behaald),
    )


def _vakresultaat(
    volgnummer: str, vak: Vakregel, regime: int, se: int | None, ce: int | None
) -> Vakresultaat:
    """One subject with a second CE mark for Nederlands, lower than the first."""
    cijfers = [ce] if ce is not None and vak.cijfer_ce != "L" else []
    cijfers += [50] if cijfers and volgnummer == "NE" else []
    som = [se or 0, *cijfers[:1]]
    return Vakresultaat(
        resultaatvolgnummer=volgnummer,
        vak=vak.vakcode,
        niveau=vak.niveau,
        examenregime=regime,
        cijfer_se=se,
        beoordeling_se=None if se is not None else "V",
        ce=tuple(CeResultaat(tijdvak=t, cijfer=c) for t, c in enumerate(cijfers, start=1)),
        werkstuk=volgnummer == "EC",
        eindcijfer=None if se is None else _gemiddelde(sum(som), 10 * len(som)),
    )


def _in_combinatiecijfer(vak: Vakregel) -> bool:
    return vak.combinatiecijfer == "V" or vak.beroepsgericht in ("profielvak", "keuzevak")


def _combinatiecijfer(
    vakken: dict[str, Vakresultaat],
    gekozen: dict[str, tuple[Vakregel, int | None, int | None, str | None]],
    in_cc: list[str],
    *,
    havo_vwo: bool,
) -> int | None:
    if havo_vwo:
        delen = [vakken[n].eindcijfer or 0 for n in in_cc] + [WERKSTUKCIJFER]
        return _gemiddelde(sum(delen), len(delen))
    keuze = [vakken[n].eindcijfer or 0 for n in in_cc if gekozen[n][0].beroepsgericht == "keuzevak"]
    profiel = [vakken[n].eindcijfer or 0 for n in in_cc if n == "PR"]
    if not in_cc:
        return None
    return _gemiddelde(len(keuze) * profiel[0] + sum(keuze), 2 * len(keuze))


def _gemiddelde(som: int, aantal: int) -> int:
    return (2 * som + aantal) // (2 * aantal)
