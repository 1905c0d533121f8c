"""The frames that the predicates look at: the model with its surroundings joined on.

A frame has on each row what its predicates ask of the stand (`van_de_stand`):

    met_uitslag, geslaagd        an uitslag is delivered; it is G
    bepaald                      the uitslag is G or A
    havo_vwo                     the uitslag is of havo or vwo
    uitslagniveau, uitslagrang   niveau of the uitslag; 1 vmbo, 2 havo, 3 vwo; null without uitslag
    heeft_werkstuk               a werkstukresultaat is delivered
    peildatum, huidig_regime     the day of judging and the examenregime of that school year

The indications are never null. Marks as everywhere: SE and CE in tenths, the rest whole.

A million rows stay quick because rows meet on whole numbers in order: within a stand a
volgnummer is a number (`sleutel`), and joining two sorted columns is one walk along both.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from examen.controles.koppelen import (
    erbij,
    gelijk_aan_vorige,
    heeft_rij,
    herhaald,
    op_volgorde,
)
from examen.opleidingen import opleidingen
from examen.reken.cijfer import rond_geheel
from examen.reken.resultaten import plaats
from examen.tabellen import (
    BEOORDELING,
    BEROEPSGERICHT,
    INDICATIE,
    NIVEAU,
    REDEN,
    UITSLAGNIVEAU,
)

if TYPE_CHECKING:
    from examen.reken import Berekening
    from register.vormen.kolommen import Frames

SOORT = pl.Enum(["vak", "werkstuk", "toets", "stage", "combinatiecijfer"])
"""The kinds of results, in the order of the message."""

_UITSLAGRANG = {"VMBO_GL": 1, "VMBO_TL": 1, "HAVO": 2, "VWO_ATH": 3, "VWO_GYM": 3}
_HAVO = 2


def huidig_regime(peildatum: date) -> int:
    """Give the examenregime of the school year, 1 August to 31 July (manual h6 and h7)."""
    return peildatum.year + (peildatum.month >= 8)


def maak_context(
    frames: Frames, berekening: Berekening, peildatum: date
) -> Mapping[str, pl.DataFrame]:
    """Make the frames of all places that have rows, by name.

    Args:
        frames: the columns of Examenresultaat.
        berekening: what was computed from those same frames.
        peildatum: the day on which is judged.
    """
    met_vakken = {**frames, "vakresultaten": berekening.vakken}
    frames = _met_sleutels({naam: op_volgorde(frame) for naam, frame in met_vakken.items()})
    stand = van_de_stand(frames, peildatum)
    resultaten = alle_resultaten(frames)
    regels = regels_met_resultaat(frames, resultaten)
    aantallen = _aantallen(regels)

    def met(frame: pl.DataFrame, *kolommen: str) -> pl.DataFrame:
        return erbij(frame, stand.select_seq("stand", *kolommen), "stand")

    plaatsen = {
        "examenresultaat": met(_samengevat(frames, regels), *stand.columns[1:]),
        "resultaten": met(resultaten, "bepaald", "huidig_regime"),
        "vakken": met(_vakken(frames["vakresultaten"], regels), "met_uitslag", "heeft_werkstuk"),
        "ce_resultaten": _ce_resultaten(frames),
        "werkstukken": frames["werkstukresultaten"],
        "toetsen": frames["toetsresultaten"],
        "stages": frames["stageresultaten"],
        "cijferlijsten": met(_cijferlijsten(frames, aantallen), "bepaald", "uitslagniveau"),
        "regels": met(regels, "geslaagd", "bepaald", "havo_vwo", "uitslagrang"),
    }
    # What few examenresultaten have is made only when it is there: a single one is judged sooner.
    if len(regels):
        plaatsen["onderdelen"] = _onderdelen(regels, aantallen)
    if len(frames["combinatiecijferresultaten"]):
        plaatsen["combinatiecijfers"] = _combinatiecijfers(regels)
    if len(frames["herkansingen_vakken"]):
        plaatsen["herkansingsvakken"] = _herkansingsvakken(frames)
    if len(frames["certificaten_resultaatvolgnummers"]):
        plaatsen["certificaatregels"] = _certificaatregels(frames, resultaten)
    return plaatsen


_VOLGNUMMERS = {f"{soort}resultaten": "resultaatvolgnummer" for soort in SOORT.categories} | {
    "cijferlijsten_regels": "resultaatvolgnummer",
    "certificaten_resultaatvolgnummers": "waarde",
}
"""The frames of results and of what names them, with the column of the volgnummer."""


def _met_sleutels(frames: Frames) -> Frames:
    """Add `sleutel` to those: one number for a stand and a volgnummer, everywhere the same."""
    alle = pl.concat(
        frames[naam].select_seq("stand", volgnummer=kolom) for naam, kolom in _VOLGNUMMERS.items()
    )
    nummer = pl.col("volgnummer").cast(pl.Categorical(pl.Categories.random())).to_physical()
    sleutels = alle.select_seq(pl.col("stand").cast(pl.UInt64) * 2**32 + nummer).to_series()
    uit = dict(frames)
    begin = 0
    for naam in _VOLGNUMMERS:
        aantal = len(frames[naam])
        uit[naam] = frames[naam].with_columns_seq(sleutel=sleutels.slice(begin, aantal))
        begin += aantal
    return uit


def van_de_stand(frames: Frames, peildatum: date) -> pl.DataFrame:
    """Give per stand what every predicate may ask, in the columns of this module's docstring."""
    uitslag, niveau = pl.col("uitslag_uitslag"), pl.col("uitslag_niveau").cast(UITSLAGNIVEAU)
    rang = niveau.replace_strict(_UITSLAGRANG, default=None, return_dtype=pl.Int8)
    return frames["examenresultaat"].select_seq(
        "stand",
        met_uitslag=uitslag.is_not_null(),
        geslaagd=uitslag.eq_missing("G"),
        bepaald=uitslag.is_in(["G", "A"]).fill_null(value=False),
        havo_vwo=(rang >= _HAVO).fill_null(value=False),
        uitslagniveau=niveau,
        uitslagrang=rang,
        heeft_werkstuk=heeft_rij(frames["werkstukresultaten"]),
        peildatum=pl.lit(peildatum),
        huidig_regime=pl.lit(huidig_regime(peildatum), pl.Int16),
    )


def alle_resultaten(frames: Frames) -> pl.DataFrame:
    """Put the results of all kinds under each other.

    Returns:
        By `sleutel`: stand, soort, nr, resultaatvolgnummer, rang (1 vmbo, 2 havo, 3 vwo),
        examenregime, inruil, geexamineerd (no ontheffing or vrijstelling); herhaald: not the first
        with this volgnummer; beoordeeld: any mark or beoordeling is delivered; eindcijfer: as
        delivered, else as computed; beoordeling; werkstuk: the vak has the werkstuk; and for a vak,
        else null, its vt_combinatiecijfer, vt_combinatiecijfer_toegestaan and beroepsgericht.
    """
    vak = frames["vakresultaten"].with_columns_seq(
        eindcijfer=pl.coalesce("eindcijfer", "eindcijfer_berekend"), beoordeling="beoordeling_se"
    )
    ander = {
        soort: frames[f"{soort}resultaten"].rename({"cijfer": "eindcijfer"}, strict=False)
        for soort in SOORT.categories[1:]
    }
    delen = {"vak": vak} | {soort: frame for soort, frame in ander.items() if len(frame)}
    return (
        pl.concat(_als_resultaat(frame, soort) for soort, frame in delen.items())
        .sort("sleutel", maintain_order=True)
        .with_columns_seq(pl.col("stand").set_sorted(), herhaald=gelijk_aan_vorige("sleutel"))
    )


_CIJFERS = ("cijfer_se", "cijfer_rv", "ce", "eindcijfer", "beoordeling")


def _als_resultaat(frame: pl.DataFrame, soort: str) -> pl.DataFrame:
    """Give the results of one kind in the columns of all, null for what the kind does not have."""

    def kolom(naam: str, dtype: pl.DataType) -> pl.Expr:
        leeg = pl.lit(None, dtype).alias(naam)
        return pl.col(naam).cast(dtype) if naam in frame.columns else leeg

    return frame.select_seq(
        "stand",
        "nr",
        "resultaatvolgnummer",
        "sleutel",
        "examenregime",
        kolom("inruil", pl.Boolean()).fill_null(value=False),
        kolom("werkstuk", pl.Boolean()).fill_null(value=False),
        kolom("eindcijfer", pl.Int16()),
        kolom("beoordeling", BEOORDELING),
        kolom("vt_combinatiecijfer", INDICATIE),
        kolom("vt_combinatiecijfer_toegestaan", pl.Boolean()),
        kolom("beroepsgericht", BEROEPSGERICHT),
        soort=pl.lit(soort, SOORT),
        rang=kolom("niveau", NIVEAU).to_physical().clip(1).cast(pl.Int8),
        geexamineerd=kolom("reden_niet_deelname", REDEN).is_null(),
        beoordeeld=pl.any_horizontal(
            pl.col(naam).is_not_null() for naam in _CIJFERS if naam in frame.columns
        ),
    )


def regels_met_resultaat(frames: Frames, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give the lines of all cijferlijsten with the result they name.

    Returns:
        By `sleutel`: stand, cijferlijst (its nr), resultaatvolgnummer, diplomavak,
        combinatiecijfer, examendeel; herhaald: not the first on its cijferlijst with this
        volgnummer; and of `alle_resultaten`, null for an unknown result: resultaatnr, soort, rang,
        geexamineerd, eindcijfer, beoordeling, werkstuk and what only a vak has.
    """
    regels = (
        frames["cijferlijsten_regels"]
        .select_seq(
            "stand",
            "resultaatvolgnummer",
            "sleutel",
            "diplomavak",
            "combinatiecijfer",
            "examendeel",
            cijferlijst="ouder",
        )
        .sort("sleutel", maintain_order=True)
        .with_columns_seq(
            pl.col("stand").set_sorted(), herhaald=gelijk_aan_vorige("sleutel", "cijferlijst")
        )
    )
    return erbij(regels, _om_bij_te_voegen(resultaten), "sleutel")


def _om_bij_te_voegen(resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give each volgnummer once, with what a line that names it may ask."""
    eerste = resultaten.filter(~pl.col("herhaald"))
    eigen = ("stand", "resultaatvolgnummer", "examenregime", "inruil", "beoordeeld", "herhaald")
    return (
        eerste.drop(eigen)
        .rename({"nr": "resultaatnr"})
        .with_columns_seq(pl.col("sleutel").set_sorted())
    )


def _samengevat(frames: Frames, regels: pl.DataFrame) -> pl.DataFrame:
    """Give the examenresultaten with what their results and cijferlijsten hold.

    Returns:
        the root frame and, never null: telt_iets (a line counts for the diploma), voorstel (a
        cijferlijst without lines), werkstuk_telt, vak_met_werkstuk_telt, heeft_certificaat,
        heeft_combinatiecijfer.
    """
    lijsten = frames["cijferlijsten"].group_by("stand", maintain_order=True).agg(lijsten=pl.len())
    uit_regels = regels.group_by("stand", maintain_order=True).agg(
        lijsten_met_regels=pl.col("cijferlijst").n_unique(),
        telt_iets=pl.col("diplomavak").any(),
        werkstuk_telt=(pl.col("diplomavak") & (pl.col("soort") == "werkstuk")).any(),
        vak_met_werkstuk_telt=(pl.col("diplomavak") & pl.col("werkstuk")).any(),
    )
    samen = erbij(frames["examenresultaat"], op_volgorde(lijsten), "stand")
    return erbij(samen, op_volgorde(uit_regels), "stand").with_columns_seq(
        pl.col("telt_iets", "werkstuk_telt", "vak_met_werkstuk_telt").fill_null(value=False),
        voorstel=pl.col("lijsten").fill_null(0) > pl.col("lijsten_met_regels").fill_null(0),
        heeft_certificaat=heeft_rij(frames["certificaten"]),
        heeft_combinatiecijfer=heeft_rij(frames["combinatiecijferresultaten"]),
    )


def _herkansingsvakken(frames: Frames) -> pl.DataFrame:
    """Give the subjects of the herkansingen.

    Returns:
        stand, herkansing (its nr), vak, tijdvak, examenregime and, never null, heeft_resultaat and
        herhaald (not the first of this vak in the herkansing).
    """
    herkansingen = frames["herkansingen"].select_seq(
        "stand", "tijdvak", "examenregime", herkansing="nr"
    )
    vakken = (
        frames["herkansingen_vakken"]
        .select_seq("stand", herkansing="ouder", vak="waarde")
        .join(herkansingen, on=["stand", "herkansing"], how="left", maintain_order="left")
        .with_row_index("rij")
    )
    gevonden = (
        vakken.select_seq("stand", "vak", "rij")
        .join(frames["vakresultaten"].select_seq("stand", resultaat="vak"), on="stand")
        .filter(pl.col("vak") == pl.col("resultaat"))["rij"]
    )
    return vakken.with_columns_seq(
        heeft_resultaat=pl.col("rij").is_in(gevonden.implode()),
        herhaald=~pl.struct("stand", "herkansing", "vak").is_first_distinct(),
    )


def _vakken(vakken: pl.DataFrame, regels: pl.DataFrame) -> pl.DataFrame:
    """Give the vakken of the computation with what the rest of the message says of them.

    Returns:
        all columns of `vakken` and, never null: diplomavak (on any cijferlijst), geexamineerd
        (no ontheffing or vrijstelling), heeft_ce, herhaald (not the first of this vak).
    """
    telt = (
        regels.filter(pl.col("diplomavak") & (pl.col("soort") == "vak"))
        .select_seq(plaats=plaats("stand", "resultaatnr"))
        .sort("plaats")
        .filter(~gelijk_aan_vorige("plaats"))
        .with_columns_seq(pl.col("plaats").set_sorted(), diplomavak=pl.lit(value=True))
    )
    met_plaats = op_volgorde(vakken.with_columns_seq(plaats=plaats("stand", "nr")), "plaats")
    return erbij(met_plaats, telt, "plaats").with_columns_seq(
        pl.col("stand").set_sorted(),
        pl.col("diplomavak").fill_null(value=False),
        geexamineerd=pl.col("reden_niet_deelname").is_null(),
        heeft_ce=pl.col("ce").is_not_null(),
        herhaald=herhaald(met_plaats, plaats("stand", "code")),
    )


def _ce_resultaten(frames: Frames) -> pl.DataFrame:
    """Give the CE marks: stand, vaknr, tijdvak, and herhaald (not the first of that tijdvak)."""
    ce = frames["vakresultaten_ce"].select_seq(
        "stand",
        "tijdvak",
        vaknr="ouder",
    )
    return ce.with_columns_seq(
        herhaald=herhaald(ce, plaats("stand", "vaknr") * 10 + pl.col("tijdvak"))
    )


def _cijferlijsten(frames: Frames, aantallen: pl.DataFrame) -> pl.DataFrame:
    """Give the cijferlijsten.

    Returns:
        stand, cijferlijst, opleiding, aantal_combinatiecijfers and, never null, diplomeerbaar and
        herhaald (not the first of this opleiding); opleidingsniveau (an uitslagniveau; null for
        an unknown opleiding).
    """
    bekend = opleidingen()
    niveaus = {code: opleiding.uitslagniveau for code, opleiding in bekend.items()}
    diplomeerbaar = [code for code, opleiding in bekend.items() if opleiding.diplomeerbaar]
    return (
        frames["cijferlijsten"]
        .rename({"nr": "cijferlijst"})
        .join(aantallen, on=["stand", "cijferlijst"], how="left", maintain_order="left")
        .with_columns_seq(
            pl.col("aantal_combinatiecijfers").fill_null(0),
            diplomeerbaar=pl.col("opleiding").is_in(diplomeerbaar),
            opleidingsniveau=pl.col("opleiding").replace_strict(
                niveaus, default=None, return_dtype=UITSLAGNIVEAU
            ),
            herhaald=~pl.struct("stand", "opleiding").is_first_distinct(),
        )
    )


def _aantallen(regels: pl.DataFrame) -> pl.DataFrame:
    """Give stand, cijferlijst and aantal_combinatiecijfers, where there is at least one."""
    return (
        regels.filter(pl.col("soort") == "combinatiecijfer")
        .group_by("stand", "cijferlijst")
        .agg(aantal_combinatiecijfers=pl.len())
    )


def _onderdelen(regels: pl.DataFrame, aantallen: pl.DataFrame) -> pl.DataFrame:
    """Give the lines that are part of a combinatiecijfer, with aantal_combinatiecijfers."""
    return (
        regels.filter("combinatiecijfer")
        .join(aantallen, on=["stand", "cijferlijst"], how="left", maintain_order="left")
        .with_columns_seq(pl.col("aantal_combinatiecijfers").fill_null(0))
    )


def _combinatiecijfers(regels: pl.DataFrame) -> pl.DataFrame:
    """Give the lines with a combinatiecijfer and what the parts on the same cijferlijst come to.

    The mean of the eindcijfers, halves up; for vmbo-GL the profielvak weighs as much as the
    keuzevakken together (examenblad.nl, Combinatiecijfer profielen vmbo; art. 49 lid 3 and 4).

    Returns:
        the columns of `regels`, onderdelen (their number), onvolledig (one of them should have a
        mark and has none), verwacht (whole mark, null when none of the parts has one).
    """
    cijfer, soort = pl.col("eindcijfer").cast(pl.Int32), pl.col("beroepsgericht")
    keuzes = pl.col("keuzes")
    onderdelen = (
        regels.filter(pl.col("combinatiecijfer") & pl.col("soort").is_in(["vak", "werkstuk"]))
        .select_seq(
            "stand",
            "cijferlijst",
            "geexamineerd",
            cijfer=cijfer,
            profiel=pl.when(soort == "profielvak").then(cijfer),
            keuze=pl.when(soort == "keuzevak").then(cijfer),
        )
        .group_by("stand", "cijferlijst")
        .agg(
            pl.col("profiel").max(),
            pl.col("keuze", "cijfer").sum(),
            onderdelen=pl.len(),
            cijfers=pl.col("cijfer").count(),
            keuzes=pl.col("keuze").count(),
            onvolledig=(pl.col("cijfer").is_null() & pl.col("geexamineerd")).any(),
        )
        .select_seq(
            "stand",
            "cijferlijst",
            "onderdelen",
            "onvolledig",
            verwacht=pl.when(pl.col("profiel").is_not_null() & (keuzes > 0))
            .then(rond_geheel(keuzes * pl.col("profiel") + pl.col("keuze"), 2 * keuzes))
            .otherwise(rond_geheel(pl.col("cijfer"), pl.col("cijfers"))),
        )
    )
    return (
        regels.filter(pl.col("soort") == "combinatiecijfer")
        .join(onderdelen, on=["stand", "cijferlijst"], how="left", maintain_order="left")
        .with_columns_seq(
            pl.col("onderdelen").fill_null(0), pl.col("onvolledig").fill_null(value=False)
        )
    )


def _certificaatregels(frames: Frames, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give the results that certificaten name.

    Returns:
        stand, resultaatvolgnummer, herhaald (not the first on a certificaat with this volgnummer)
        and what `regels_met_resultaat` has of the result, null for an unknown one.
    """
    regels = (
        frames["certificaten_resultaatvolgnummers"]
        .select_seq("stand", "sleutel", resultaatvolgnummer="waarde")
        .sort("sleutel", maintain_order=True)
        .with_columns_seq(pl.col("stand").set_sorted(), herhaald=gelijk_aan_vorige("sleutel"))
    )
    return erbij(regels, _om_bij_te_voegen(resultaten), "sleutel")
