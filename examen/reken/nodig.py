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
from register.vormen.kolommen import Frames, kolommen

CIJFERS = range(10, 101)
"""Every mark of a centraal examen, in tenths."""

_CE = "vakresultaten_ce"


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
    lijsten = bereken(_pogingen(er, open_)).cijferlijsten
    laagste: dict[tuple[str, str], int] = {}
    for stand, opleiding in (
        lijsten.filter(pl.col("uitslag") == "G").select_seq("stand", "opleiding").rows()
    ):
        plaats, poging = divmod(stand, len(CIJFERS))
        sleutel = opleiding, open_[plaats].resultaatvolgnummer
        laagste[sleutel] = min(CIJFERS[poging], laagste.get(sleutel, CIJFERS[poging]))
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
    if all(vak.ce or vak.cijfer_se is None for vak in er.vakresultaten):
        return []
    frames = kolommen(Examenresultaat, [er])
    open_ = resultaten(frames, tabellen()).filter(
        (pl.col("soort") == "vak")
        & (pl.col("vt_cijfer_ce") == "V")
        & pl.col("ce").is_null()
        & pl.col("cijfer_se").is_not_null()
        & pl.col("reden_niet_deelname").is_null()
    )
    return [er.vakresultaten[nr] for nr in open_["nr"]]


def _pogingen(er: Examenresultaat, open_: list[Vakresultaat]) -> Frames:
    """Give the columns of every try: per open subject, the examenresultaat with each CE mark.

    The other open subjects have a CE mark equal to the SE mark. The stand of a try is the position
    of its subject times the number of marks, plus the position of its mark.
    """
    met_ce = evolve(
        er,
        vakresultaten=tuple(
            evolve(vak, ce=(CeResultaat(tijdvak=1, cijfer=vak.cijfer_se),))
            if vak in open_ and vak.cijfer_se is not None
            else vak
            for vak in er.vakresultaten
        ),
    )
    standen = pl.DataFrame(
        {"stand": range(len(open_) * len(CIJFERS))}, schema={"stand": pl.UInt32()}
    )
    frames = {
        naam: frame.clear()
        if frame.is_empty()
        else standen.join(frame.drop("stand"), how="cross").select_seq(frame.columns)
        for naam, frame in kolommen(Examenresultaat, [met_ce]).items()
    }
    ce = frames[_CE]
    nummers = pl.Series([er.vakresultaten.index(vak) for vak in open_], dtype=ce.schema["ouder"])
    geprobeerd = pl.col("stand") % len(CIJFERS) + CIJFERS.start
    is_dit_vak = pl.col("ouder") == pl.lit(nummers).gather(pl.col("stand") // len(CIJFERS))
    cijfer = pl.when(is_dit_vak).then(geprobeerd.cast(ce.schema["cijfer"])).otherwise("cijfer")
    return {**frames, _CE: ce.with_columns_seq(cijfer=cijfer)}
