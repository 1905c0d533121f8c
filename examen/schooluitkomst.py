"""What the school computed of an examenresultaat, as the register keeps it.

A kind of stand of its own under the key of the examenresultaat, so that a recalculation adds to
the history and never touches what was delivered. Of the toetsen behind it only the names of those
not met are kept: the rest follows from the marks and the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import frozen

from examen.model import UITSLAGEN
from examen.reken.eisen import EISEN
from examen.uitkomst import VRIJGESTELD
from register.velden import Soort, ja_nee, lijst, veld, veld_of_leeg
from register.vormen.kolommen import Frames, vormen

if TYPE_CHECKING:
    from examen.reken.bereken import Berekening


@frozen(kw_only=True)
class BerekendEindcijfer:
    """The computed eindcijfer of one result."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True)
    eindcijfer: int = veld("eindcijfer", Soort.HEEL_CIJFER)


@frozen(kw_only=True)
class BerekendeUitslag:
    """The computed uitslag of one cijferlijst.

    Attributes:
        combinatiecijfer: a whole mark or "vr".
        niet_voldaan: names of the requirements that are not met, None when the uitslag is G; kept
            so that a recalculation can say which requirement turned.
    """

    opleiding: str = veld("opleiding", Soort.CODE, patroon="[0-9]{4,5}", sleutel=True)
    uitslag: str = veld("uitslag", Soort.CODE, waarden=UITSLAGEN)
    combinatiecijfer: str | None = veld_of_leeg(
        "combinatiecijfer", Soort.CODE, patroon="[1-9]|10|vr"
    )
    cum_laude: bool = ja_nee("cum laude")
    niet_voldaan: str | None = veld_of_leeg("niet voldaan", Soort.TEKST)


@frozen(kw_only=True)
class Schooluitkomst:
    """The computed outcome of one examenresultaat.

    Attributes:
        regime: examenregime of the uitslag that was computed, None when nothing names one.
    """

    brin: str = veld("BRIN", Soort.CODE, patroon="[0-9]{2}[A-Z]{2}", sleutel=True)
    burgerservicenummer: str | None = veld_of_leeg(
        "BSN", Soort.CODE, patroon="[0-9]{9}", sleutel=True
    )
    onderwijsnummer: str | None = veld_of_leeg(
        "onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True
    )
    examenresultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True)
    regime: int | None = veld_of_leeg("examenregime", Soort.JAAR)
    berekende_eindcijfers: tuple[BerekendEindcijfer, ...] = lijst("eindcijfers")
    berekende_uitslagen: tuple[BerekendeUitslag, ...] = lijst("uitslagen")
    behaalde_certificaten: tuple[str, ...] = lijst("certificaten", Soort.VOLGNUMMER)


def schooluitkomsten(berekening: Berekening) -> Frames:
    """Give what was computed as the frames of `Schooluitkomst`, numbered as the examenresultaten.

    A list of requirements that are not met names them as `examen.reken.eisen` does, in that order;
    a list that is no full exam does not meet "volledig".
    """
    van_de_resultaten = berekening.resultaten.select("stand", "uitslagregime").unique(
        "stand", keep="any"
    )
    per_frame = {
        "schooluitkomst": berekening.frames["examenresultaat"]
        .join(van_de_resultaten, on="stand", how="left", maintain_order="left")
        .with_columns(regime=pl.coalesce("uitslagregime", "uitslag_examenregime")),
        "berekende_eindcijfers": _genummerd(berekening.eindcijfers),
        "berekende_uitslagen": _genummerd(
            berekening.cijferlijsten.with_columns(
                combinatiecijfer=pl.when("combinatiecijfer_vr")
                .then(pl.lit(VRIJGESTELD))
                .otherwise(pl.col("combinatiecijfer").cast(pl.String)),
                niet_voldaan=_niet_voldaan(),
            )
        ),
        "behaalde_certificaten": _genummerd(
            berekening.certificaten.with_columns(waarde="resultaatvolgnummer")
        ),
    }
    return {
        vorm.naam: per_frame[vorm.naam].select(
            pl.col(naam).cast(soort) for naam, soort in vorm.schema().items()
        )
        for vorm in vormen(Schooluitkomst)
    }


def _genummerd(frame: pl.DataFrame) -> pl.DataFrame:
    """Number the rows of each stand from 0; the frame is in order of stand."""
    eerste = pl.col("stand").search_sorted(pl.col("stand"), side="left")
    return frame.with_columns(nr=pl.int_range(pl.len()) - eerste, ouder=pl.lit(0))


def _niet_voldaan() -> pl.Expr:
    """Give the names of the requirements that are not met, null where the uitslag is G."""
    namen = [
        pl.when(~pl.col(eis.naam)).then(pl.lit(eis.naam.removeprefix("voldaan_"))) for eis in EISEN
    ]
    eisen = pl.concat_str(namen, separator=", ", ignore_nulls=True)
    return (
        pl.when(pl.col("uitslag") == "A")
        .then(eisen)
        .when(pl.col("uitslag") == "D")
        .then(pl.lit("volledig"))
    )
