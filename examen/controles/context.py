"""The frames that the predicates look at: the model with its surroundings joined on.

Every frame has the columns of the stand (`van_de_stand`) on each row:

    peildatum, huidig_regime     the day of judging and the examenregime of that school year
    met_uitslag, geslaagd        an uitslag is delivered; it is G
    bepaald                      the uitslag is G or A
    havo_vwo                     the uitslag is of havo or vwo
    uitslagniveau, uitslagrang   niveau of the uitslag; 1 vmbo, 2 havo, 3 vwo; null without uitslag

The four indications are never null. Marks as everywhere: SE and CE in tenths, the rest whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from examen.opleidingen import opleidingen
from examen.reken.cijfer import rond_geheel
from register.controle import Plaats

if TYPE_CHECKING:
    from examen.reken import Berekening
    from register.vormen.kolommen import Frames

EXAMENRESULTAAT = Plaats("examenresultaat", ("examenresultaatvolgnummer",))
"""One row per examenresultaat, with what its cijferlijsten and results hold taken together."""
RESULTATEN = Plaats("resultaten", ("resultaatvolgnummer",))
"""One row per result of whatever kind."""
HERKANSINGSVAKKEN = Plaats("herkansingsvakken", ("vak", "tijdvak"))
"""One row per subject of a herkansing."""
VAKKEN = Plaats("vakken", ("resultaatvolgnummer",))
"""One row per vakresultaat, with its row of the vakkentabel (`vt_*`) and computed eindcijfer."""
CE_RESULTATEN = Plaats("ce_resultaten", ("resultaatvolgnummer", "tijdvak"))
"""One row per CE mark."""
WERKSTUKKEN = Plaats("werkstukken", ("resultaatvolgnummer",))
"""One row per werkstukresultaat."""
TOETSEN = Plaats("toetsen", ("resultaatvolgnummer",))
"""One row per toetsresultaat."""
STAGES = Plaats("stages", ("resultaatvolgnummer",))
"""One row per stageresultaat."""
CIJFERLIJSTEN = Plaats("cijferlijsten", ("opleiding",))
"""One row per cijferlijst, with its opleiding and its number of combinatiecijfers."""
REGELS = Plaats("regels", ("opleiding", "resultaatvolgnummer"))
"""One row per line of a cijferlijst, with the result it names (`soort` null: there is none)."""
COMBINATIECIJFERS = Plaats("combinatiecijfers", ("opleiding", "resultaatvolgnummer"))
"""One row per line that names a combinatiecijferresultaat, with what its parts come to."""
CERTIFICAATREGELS = Plaats("certificaatregels", ("resultaatvolgnummer",))
"""One row per result that a certificaat names, with that result."""

_RANG = {"VMBO_GL": 1, "VMBO_TL": 1, "HAVO": 2, "VWO": 3, "VWO_ATH": 3, "VWO_GYM": 3}
_HAVO_VWO = ["HAVO", "VWO_ATH", "VWO_GYM"]


def huidig_regime(peildatum: date) -> int:
    """Give the examenregime of the school year, 1 August to 31 July (manual h6 and h7)."""
    return peildatum.year + (peildatum.month >= 8)


def maak_context(
    frames: Frames, berekening: Berekening, peildatum: date
) -> Mapping[str, pl.LazyFrame]:
    """Make the frames of all places, by name.

    Args:
        frames: the columns of Examenresultaat.
        berekening: what was computed from those same frames.
        peildatum: the day on which is judged.
    """
    stand = van_de_stand(frames, peildatum)
    resultaten = alle_resultaten(frames, berekening.vakken)
    regels = regels_met_resultaat(frames, resultaten)

    def met_stand(frame: pl.DataFrame) -> pl.LazyFrame:
        return frame.lazy().join(stand.lazy(), on="stand", how="left", maintain_order="left")

    return {
        "examenresultaat": met_stand(_samengevat(frames, regels)),
        "resultaten": met_stand(resultaten),
        "herkansingsvakken": met_stand(_herkansingsvakken(frames)),
        "vakken": met_stand(_vakken(frames, berekening.vakken, regels)),
        "ce_resultaten": met_stand(_ce_resultaten(frames)),
        "werkstukken": met_stand(frames["werkstukresultaten"]),
        "toetsen": met_stand(frames["toetsresultaten"]),
        "stages": met_stand(frames["stageresultaten"]),
        "cijferlijsten": met_stand(_cijferlijsten(frames, regels)),
        "regels": met_stand(regels),
        "combinatiecijfers": met_stand(_combinatiecijfers(regels)),
        "certificaatregels": met_stand(_certificaatregels(frames, resultaten)),
    }


def van_de_stand(frames: Frames, peildatum: date) -> pl.DataFrame:
    """Give per stand what every predicate may ask, in the columns of this module's docstring."""
    uitslag, niveau = pl.col("uitslag_uitslag"), pl.col("uitslag_niveau")
    return frames["examenresultaat"].select(
        "stand",
        peildatum=pl.lit(peildatum),
        huidig_regime=pl.lit(huidig_regime(peildatum), pl.Int16),
        met_uitslag=uitslag.is_not_null(),
        geslaagd=uitslag.eq_missing("G"),
        bepaald=uitslag.is_in(["G", "A"]).fill_null(value=False),
        havo_vwo=niveau.is_in(_HAVO_VWO).fill_null(value=False),
        uitslagniveau=niveau,
        uitslagrang=rang(niveau),
    )


def rang(niveau: pl.Expr) -> pl.Expr:
    """Order niveaus of results and of the uitslag: 1 vmbo, 2 havo, 3 vwo; null for none."""
    return niveau.replace_strict(_RANG, default=None, return_dtype=pl.Int8)


def alle_resultaten(frames: Frames, vakken: pl.DataFrame) -> pl.DataFrame:
    """Put the results of all kinds under each other, in the order of the message.

    Returns:
        stand, soort, nr, resultaatvolgnummer, niveau, examenregime, inruil, reden_niet_deelname;
        beoordeeld: any mark or beoordeling is delivered; eindcijfer: as delivered, else as
        computed; beoordeling; werkstuk: the vak has the werkstuk; eerste: the first in the
        examenresultaat with its volgnummer; and for a vak, else null, its vt_combinatiecijfer,
        vt_combinatiecijfer_toegestaan and beroepsgericht.
    """
    vak = vakken.select(
        "stand",
        "nr",
        "resultaatvolgnummer",
        "examenregime",
        "inruil",
        "reden_niet_deelname",
        "werkstuk",
        "vt_combinatiecijfer",
        "vt_combinatiecijfer_toegestaan",
        "beroepsgericht",
        soort=pl.lit("vak"),
        niveau=pl.col("niveau").cast(pl.String),
        eindcijfer=pl.coalesce("eindcijfer", "eindcijfer_berekend"),
        beoordeling="beoordeling_se",
        beoordeeld=pl.any_horizontal(
            pl.col("cijfer_se", "cijfer_rv", "beoordeling_se", "ce", "eindcijfer").is_not_null()
        ),
    )
    ander = [
        frames[naam].with_columns(
            soort=pl.lit(soort),
            eindcijfer=cijfer,
            beoordeling=beoordeling,
            beoordeeld=cijfer.is_not_null() | beoordeling.is_not_null(),
        )
        for soort, naam, cijfer, beoordeling in _ANDERE_RESULTATEN
    ]
    return (
        pl.concat([vak, *ander], how="diagonal")
        .select(vak.columns)
        .with_columns(
            pl.col("inruil", "werkstuk").fill_null(value=False),
            eerste=pl.struct("stand", "resultaatvolgnummer").is_first_distinct(),
        )
    )


_GEEN_CIJFER, _GEEN_BEOORDELING = pl.lit(None, pl.Int16), pl.lit(None, pl.String)
_ANDERE_RESULTATEN = (
    ("werkstuk", "werkstukresultaten", pl.col("cijfer"), pl.col("beoordeling")),
    ("toets", "toetsresultaten", pl.col("cijfer"), _GEEN_BEOORDELING),
    ("stage", "stageresultaten", _GEEN_CIJFER, pl.col("beoordeling")),
    ("combinatiecijfer", "combinatiecijferresultaten", pl.col("cijfer"), _GEEN_BEOORDELING),
)
"""Per kind of result but the vak: its frame and where its mark and beoordeling stand."""


def regels_met_resultaat(frames: Frames, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give the lines of all cijferlijsten with the result they name and their cijferlijst.

    Returns:
        stand, cijferlijst (its nr), nr, opleiding, resultaatvolgnummer, diplomavak,
        combinatiecijfer, examendeel, aantal_combinatiecijfers of the cijferlijst; `resultaatnr`
        and the other columns of `alle_resultaten`, null when the result is unknown.
    """
    cijferlijsten = frames["cijferlijsten"].select("stand", "opleiding", cijferlijst="nr")
    regels = (
        frames["cijferlijsten_regels"]
        .rename({"ouder": "cijferlijst"})
        .join(cijferlijsten, on=["stand", "cijferlijst"], how="left", maintain_order="left")
        .join(
            resultaten.filter("eerste").rename({"nr": "resultaatnr"}),
            on=["stand", "resultaatvolgnummer"],
            how="left",
            maintain_order="left",
        )
    )
    combinatiecijfers = (
        regels.filter(pl.col("soort") == "combinatiecijfer")
        .group_by("stand", "cijferlijst")
        .agg(aantal_combinatiecijfers=pl.len())
    )
    return regels.join(
        combinatiecijfers, on=["stand", "cijferlijst"], how="left", maintain_order="left"
    ).with_columns(pl.col("aantal_combinatiecijfers").fill_null(0))


def _samengevat(frames: Frames, regels: pl.DataFrame) -> pl.DataFrame:
    """Give the examenresultaten with what their results and cijferlijsten hold.

    Returns:
        the root frame and, never null: telt_iets (a line counts for the diploma), voorstel (a
        cijferlijst without lines), werkstuk_telt, vak_met_werkstuk_telt, heeft_certificaat,
        heeft_combinatiecijfer.
    """
    telt = regels.filter("diplomavak")
    leeg = frames["cijferlijsten"].join(
        frames["cijferlijsten_regels"].select("stand", nr="ouder"), on=["stand", "nr"], how="anti"
    )
    return frames["examenresultaat"].with_columns(
        telt_iets=_heeft(telt),
        voorstel=_heeft(leeg),
        werkstuk_telt=_heeft(telt.filter(pl.col("soort") == "werkstuk")),
        vak_met_werkstuk_telt=_heeft(telt.filter("werkstuk")),
        heeft_certificaat=_heeft(frames["certificaten"]),
        heeft_combinatiecijfer=_heeft(frames["combinatiecijferresultaten"]),
    )


def _heeft(frame: pl.DataFrame) -> pl.Expr:
    """Tell whether the stand has a row in another frame."""
    return pl.col("stand").is_in(frame["stand"].unique().implode())


def _herkansingsvakken(frames: Frames) -> pl.DataFrame:
    """Give the subjects of the herkansingen.

    Returns:
        stand, herkansing (its nr), vak, tijdvak, examenregime, heeft_resultaat.
    """
    herkansingen = frames["herkansingen"].select(
        "stand", "tijdvak", "examenregime", herkansing="nr"
    )
    vakken = frames["herkansingen_vakken"].select("stand", herkansing="ouder", vak="waarde")
    met_resultaat = (
        frames["vakresultaten"]
        .select("stand", "vak")
        .join(vakken, on="stand", how="semi")
        .unique()
        .with_columns(heeft_resultaat=pl.lit(value=True))
    )
    return (
        vakken.join(herkansingen, on=["stand", "herkansing"], how="left", maintain_order="left")
        .join(met_resultaat, on=["stand", "vak"], how="left", maintain_order="left")
        .with_columns(pl.col("heeft_resultaat").fill_null(value=False))
    )


def _vakken(frames: Frames, vakken: pl.DataFrame, regels: pl.DataFrame) -> pl.DataFrame:
    """Give the vakken of the computation with what the rest of the message says of them.

    Returns:
        all columns of `vakken` and, never null: diplomavak (on any cijferlijst), geexamineerd
        (no ontheffing or vrijstelling), heeft_ce, heeft_werkstuk (a werkstukresultaat is there).
    """
    telt = (
        regels.filter(pl.col("diplomavak") & (pl.col("soort") == "vak"))
        .select("stand", nr="resultaatnr", diplomavak=pl.lit(value=True))
        .unique()
    )
    return vakken.join(telt, on=["stand", "nr"], how="left", maintain_order="left").with_columns(
        pl.col("diplomavak").fill_null(value=False),
        geexamineerd=pl.col("reden_niet_deelname").is_null(),
        heeft_ce=pl.col("ce").is_not_null(),
        heeft_werkstuk=_heeft(frames["werkstukresultaten"]),
    )


def _ce_resultaten(frames: Frames) -> pl.DataFrame:
    """Give the CE marks: stand, vaknr, resultaatvolgnummer, tijdvak, cijfer."""
    vakken = frames["vakresultaten"].select("stand", "resultaatvolgnummer", ouder="nr")
    return (
        frames["vakresultaten_ce"]
        .join(vakken, on=["stand", "ouder"], how="left", maintain_order="left")
        .rename({"ouder": "vaknr"})
    )


def _cijferlijsten(frames: Frames, regels: pl.DataFrame) -> pl.DataFrame:
    """Give the cijferlijsten.

    Returns:
        stand, nr, opleiding, aantal_combinatiecijfers, diplomeerbaar (never null), and
        opleidingsniveau (an uitslagniveau; null for an unknown opleiding).
    """
    bekend = opleidingen()
    niveaus = {code: opleiding.uitslagniveau for code, opleiding in bekend.items()}
    diplomeerbaar = [code for code, opleiding in bekend.items() if opleiding.diplomeerbaar]
    aantallen = regels.group_by("stand", nr="cijferlijst").agg(
        pl.col("aantal_combinatiecijfers").first()
    )
    return (
        frames["cijferlijsten"]
        .join(aantallen, on=["stand", "nr"], how="left", maintain_order="left")
        .with_columns(
            pl.col("aantal_combinatiecijfers").fill_null(0),
            diplomeerbaar=pl.col("opleiding").is_in(diplomeerbaar),
            opleidingsniveau=pl.col("opleiding").replace_strict(
                niveaus, default=None, return_dtype=pl.String
            ),
        )
    )


def _combinatiecijfers(regels: pl.DataFrame) -> pl.DataFrame:
    """Give the lines with a combinatiecijfer and what the parts on the same cijferlijst come to.

    The mean of the eindcijfers, halves up; for vmbo-GL the profielvak weighs as much as the
    keuzevakken together (examenblad.nl, Combinatiecijfer profielen vmbo; art. 49 lid 3 and 4).

    Returns:
        the columns of `regels`, onderdelen (their number), onvolledig (one of them should have a
        mark and has none), verwacht (whole mark, null when none of the parts has one).
    """
    eindcijfer, soort = pl.col("eindcijfer").cast(pl.Int32), pl.col("beroepsgericht")
    profiel = eindcijfer.filter(soort.eq_missing("profielvak"))
    keuze = eindcijfer.filter(soort.eq_missing("keuzevak"))
    onderdelen = (
        regels.filter(pl.col("combinatiecijfer") & pl.col("soort").is_in(["vak", "werkstuk"]))
        .group_by("stand", "cijferlijst")
        .agg(
            onderdelen=pl.len(),
            onvolledig=(
                pl.col("eindcijfer").is_null() & pl.col("reden_niet_deelname").is_null()
            ).any(),
            verwacht=pl.when((profiel.count() > 0) & (keuze.count() > 0))
            .then(rond_geheel(keuze.count() * profiel.max() + keuze.sum(), 2 * keuze.count()))
            .otherwise(rond_geheel(eindcijfer.sum(), eindcijfer.count())),
        )
    )
    return (
        regels.filter(pl.col("soort") == "combinatiecijfer")
        .join(onderdelen, on=["stand", "cijferlijst"], how="left", maintain_order="left")
        .with_columns(
            pl.col("onderdelen").fill_null(0), pl.col("onvolledig").fill_null(value=False)
        )
    )


def _certificaatregels(frames: Frames, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give the results that certificaten name, with the columns of `alle_resultaten`."""
    return (
        frames["certificaten_resultaatvolgnummers"]
        .select("stand", resultaatvolgnummer="waarde")
        .join(
            resultaten.filter("eerste"),
            on=["stand", "resultaatvolgnummer"],
            how="left",
            maintain_order="left",
        )
    )
