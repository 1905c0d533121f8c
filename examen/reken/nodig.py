"""What is still needed: per subject without CE the lowest CE mark with which a candidate passes.

Every mark from 1,0 to 10,0 is tried as if it were scored, by the same computing as ever, all at
once in columns.
"""

from __future__ import annotations

import polars as pl
from attrs import evolve, frozen

from examen.draad import op_een_draad_van_polars
from examen.model import CeResultaat, Examenresultaat, Vakresultaat
from examen.reken.bereken import bereken
from examen.reken.resultaten import resultaten
from examen.tabellen import tabellen
from register.vormen.kolommen import kolommen

CIJFERS = range(10, 101)
"""Every mark of a centraal examen, in tenths."""


@frozen(kw_only=True)
class Nodig:
    """What one subject without CE needs for one cijferlijst.

    Attributes:
        cijfer: lowest CE mark with which the candidate passes, in tenths; None if no mark will do.
        aangenomen: resultaatvolgnummers of the other subjects without CE, for which a CE mark
            equal to the SE mark was assumed.
    """

    opleiding: str
    resultaatvolgnummer: str
    vak: str
    cijfer: int | None
    aangenomen: tuple[str, ...]


def wat_nodig(er: Examenresultaat) -> list[Nodig]:
    """Give per cijferlijst and subject without CE the lowest CE mark that passes, given the rest.

    A subject counts as open when its vakkentabel asks for SE and CE, and only the SE is there.
    """
    return op_een_draad_van_polars(lambda: _wat_nodig(er))


def _wat_nodig(er: Examenresultaat) -> list[Nodig]:
    open_ = _open_vakken(er)
    if not open_ or not er.cijferlijsten:
        return []
    pogingen = [
        (vak, cijfer, _met_ce(er, open_, vak, cijfer)) for vak in open_ for cijfer in CIJFERS
    ]
    lijsten = bereken(kolommen(Examenresultaat, [er for _, _, er in pogingen])).cijferlijsten
    laagste: dict[tuple[str, str], int] = {}
    for stand, opleiding in (
        lijsten.filter(pl.col("uitslag") == "G").select_seq("stand", "opleiding").rows()
    ):
        vak, cijfer, _ = pogingen[stand]
        sleutel = opleiding, vak.resultaatvolgnummer
        laagste[sleutel] = min(cijfer, laagste.get(sleutel, cijfer))
    return [
        Nodig(
            opleiding=lijst.opleiding,
            resultaatvolgnummer=vak.resultaatvolgnummer,
            vak=vak.vak,
            cijfer=laagste.get((lijst.opleiding, vak.resultaatvolgnummer)),
            aangenomen=tuple(ander.resultaatvolgnummer for ander in open_ if ander is not vak),
        )
        for lijst in er.cijferlijsten
        for vak in open_
    ]


def _open_vakken(er: Examenresultaat) -> list[Vakresultaat]:
    frames = kolommen(Examenresultaat, [er])
    open_ = resultaten(frames, tabellen()).filter(
        (pl.col("soort") == "vak")
        & (pl.col("vt_cijfer_ce") == "V")
        & pl.col("ce").is_null()
        & pl.col("cijfer_se").is_not_null()
        & pl.col("reden_niet_deelname").is_null()
    )
    return [er.vakresultaten[nr] for nr in open_["nr"]]


def _met_ce(
    er: Examenresultaat, open_: list[Vakresultaat], vak: Vakresultaat, cijfer: int
) -> Examenresultaat:
    """Fill the CE in: `cijfer` for this subject, the SE mark for the other open ones."""
    ce = {
        id(ander): cijfer if ander is vak else ander.cijfer_se
        for ander in open_
        if ander.cijfer_se is not None
    }
    return evolve(
        er,
        vakresultaten=tuple(
            evolve(v, ce=(CeResultaat(tijdvak=1, cijfer=ce[id(v)]),)) if id(v) in ce else v
            for v in er.vakresultaten
        ),
    )
