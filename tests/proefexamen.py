"""One plain full exam per uitslagniveau, with the changes that a case makes to it.

Cases stand in TOML. Their subjects have the names below; a mark is written as

    7                               SE and CE (where there is one) are both 7,0
    { se = 65, ce = [54, 60] }      in tenths; ce per tijdvak; also rv, eindcijfer, beoordeling,
                                    reden (V or O), regime, niveau, inruil
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

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

Cijfer = int | Mapping[str, Any]

WERKSTUK = "werkstuk"
REKENTOETS = "rekentoets"

OPLEIDING = {
    "VMBO_GL": "99052",
    "VMBO_TL": "5452",
    "HAVO": "5372",
    "VWO_ATH": "5172",
    "VWO_GYM": "5272",
}
"""Economie, or economie en maatschappij."""

_VMBO = {
    "nederlands": "0011",
    "engels": "0071",
    "maatschappijleer": "0322",
    "economie": "0233",
    "wiskunde": "0153",
    "biologie": "0191",
}
_HAVO = {
    "nederlands": "1001",
    "engels": "1002",
    "maatschappijleer": "1019",
    "economie": "1022",
    "wiskunde": "1024",
    "geschiedenis": "1021",
    "aardrijkskunde": "0131",
    "biologie": "1018",
}
_VAKKEN = {
    "VMBO_TL": _VMBO | {"geschiedenis": "0125"},
    "HAVO": _HAVO,
    "VWO_ATH": _HAVO | {"frans": "1003"},
    "VWO_GYM": _HAVO | {"latijn": "1110"},
}
_GL = {
    2017: _VMBO | {"programma": "0876"},
    2018: _VMBO | {"profielvak": "1900", "keuzevak": "1205", "tweede keuzevak": "1206"},
}
_EXTRA = {
    "VMBO_GL": {"derde keuzevak": "1207", "lo": "0353"},
    "VMBO_TL": {"duits": "0063", "natuurkunde": "0173", "lo": "0353"},
    "HAVO": {
        "filosofie": "0311",
        "anw": "0301",
        "literatuur": "1039",
        "godsdienst": "1060",
        "kunst algemeen": "1029",
        "duits": "1004",
        "wiskunde b": "1025",
        "wiskunde d": "1027",
        "lo": "0353",
        "ckv": "1020",
    },
}
"""Subjects on top of the plain exam."""


def vakcodes(niveau: str, regime: int) -> dict[str, str]:
    """Give the subjects of the plain exam, name to vakcode, in the order of the cijferlijst."""
    if niveau == "VMBO_GL":
        return _GL[2017 if regime <= 2017 else 2018]
    vakken = _VAKKEN[niveau]
    return vakken | {"latijn": "1010"} if niveau == "VWO_GYM" and regime == 2015 else vakken


def extra_codes(niveau: str) -> dict[str, str]:
    """Give the other subjects a case may name."""
    return _EXTRA[niveau if niveau.startswith("VMBO") else "HAVO"]


def proefexamen(
    niveau: str,
    regime: int,
    *,
    vakken: Mapping[str, Cijfer] | None = None,
    rest: Cijfer = 7,
    zonder: Sequence[str] = (),
    werkstuk: Cijfer | str = 7,
    rekentoets: int | None = 6,
    opleiding: str | None = None,
    examendelen: Mapping[str, str] | None = None,
) -> Examenresultaat:
    """Give a full exam with changes; the resultaatvolgnummers are its names without spaces.

    Args:
        niveau: uitslagniveau.
        regime: examenregime of the uitslag and, unless changed, of the results.
        vakken: marks of the subjects that differ from `rest`, and subjects on top.
        rest: the mark of all other subjects.
        zonder: what is not there: names of subjects, or "werkstuk".
        werkstuk: whole mark (in the vmbo it reads as V), beoordeling, or a table with `cijfer`,
            `beoordeling`, `reden`, `niveau`.
        rekentoets: its mark, or None when it was not taken; only up to 2019.
        opleiding: opleidingscode, if another than the plain one.
        examendelen: name of a subject to G, P or V: the regels are then given, not proposed.
    """
    anders = dict(vakken or {})
    codes = vakcodes(niveau, regime)
    namen = [naam for naam in codes if naam not in zonder]
    namen += [naam for naam in anders if naam not in codes]
    bekend = codes | extra_codes(niveau)
    resultaatniveau = "VWO" if niveau.startswith("VWO") else niveau
    vakresultaten = tuple(
        _vak(naam, bekend[naam], anders.get(naam, rest), resultaatniveau, regime) for naam in namen
    )
    werkstukken = () if WERKSTUK in zonder else (_werkstuk(werkstuk, resultaatniveau, regime),)
    lijst = Cijferlijst(opleiding=opleiding or OPLEIDING[niveau])
    if examendelen is not None:
        lijst = evolve(lijst, regels=_regels(namen, examendelen))
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="PROEF",
        vakresultaten=vakresultaten,
        werkstukresultaten=werkstukken,
        toetsresultaten=_rekentoets(rekentoets, resultaatniveau, regime),
        uitslag=Uitslag(uitslag="G", niveau=niveau, examenregime=regime),
        cijferlijsten=(lijst,),
    )


def volgnummer(naam: str) -> str:
    """Give the resultaatvolgnummer of a subject: its name without the space."""
    return naam.replace(" ", "")


def _vak(naam: str, code: str, cijfer: Cijfer, niveau: str, regime: int) -> Vakresultaat:
    if isinstance(cijfer, int):
        cijfer = {"se": 10 * cijfer, "ce": [10 * cijfer]}
    return Vakresultaat(
        resultaatvolgnummer=volgnummer(naam),
        vak=cijfer.get("vak", code),
        niveau=cijfer.get("niveau", niveau),
        examenregime=cijfer.get("regime", regime),
        inruil=cijfer.get("inruil", False),
        reden_niet_deelname=cijfer.get("reden"),
        cijfer_se=cijfer.get("se"),
        beoordeling_se=cijfer.get("beoordeling"),
        cijfer_rv=cijfer.get("rv"),
        ce=tuple(
            CeResultaat(tijdvak=tijdvak, cijfer=ce)
            for tijdvak, ce in enumerate(cijfer.get("ce", ()), start=1)
        ),
        eindcijfer=cijfer.get("eindcijfer"),
    )


def _werkstuk(werkstuk: Cijfer | str, niveau: str, regime: int) -> Werkstukresultaat:
    if isinstance(werkstuk, str):
        werkstuk = {"beoordeling": werkstuk}
    elif isinstance(werkstuk, int):
        werkstuk = {"beoordeling": "V"} if niveau.startswith("VMBO") else {"cijfer": werkstuk}
    return Werkstukresultaat(
        resultaatvolgnummer=WERKSTUK,
        niveau=werkstuk.get("niveau", niveau),
        examenregime=regime,
        reden_niet_deelname=werkstuk.get("reden"),
        cijfer=werkstuk.get("cijfer"),
        beoordeling=werkstuk.get("beoordeling"),
    )


def _rekentoets(cijfer: int | None, niveau: str, regime: int) -> tuple[Toetsresultaat, ...]:
    if cijfer is None or regime > 2019:
        return ()
    return (
        Toetsresultaat(
            resultaatvolgnummer=REKENTOETS,
            toetscode="1107" if regime <= 2015 else "1121",
            niveau=niveau,
            examenregime=regime,
            cijfer=cijfer,
        ),
    )


def _regels(namen: Sequence[str], examendelen: Mapping[str, str]) -> tuple[Cijferlijstregel, ...]:
    onderdelen = ("maatschappijleer", "anw", "literatuur", "ckv", WERKSTUK)
    return tuple(
        Cijferlijstregel(
            resultaatvolgnummer=volgnummer(naam),
            diplomavak=True,
            combinatiecijfer=naam in onderdelen,
            examendeel=examendelen.get(naam),
        )
        for naam in (*namen, WERKSTUK)
    )
