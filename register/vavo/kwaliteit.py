"""The weekly quality control of DUO (manual chapter 7): its signals on enrolments, and its file.

Judged are enrolments changed in the last 90 days (of which the time of change is not known: all)
that lie in or after the studiejaar of the peildatum, 1 August to 31 July; other windows stand with
their control. A person's number is written to the file and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from register.bestand import schrijf_heel
from register.controle import GEEN_SIGNALEN, Kolommen, Plaats, controle, signalen
from register.referentie import Nodig
from register.referentie.geldig import geldig
from register.signaal import catalogus
from register.vavo.controles import uitvoerbaar
from register.vavo.controles.context import Omgeving, datum_uitschrijving, persoonsnummer
from register.vormen.kolommen import Frames
from register.wijziging import zet

INSCHRIJVING = Plaats("inschrijving", ("inschrijvingvolgnummer",))
"""One row per enrolment."""
PERIODEN = Plaats("perioden", ("inschrijvingvolgnummer", "begindatum"))
"""One row per period."""

DAGEN = 90
"""How long a change is recent."""
WEKEN_NA_OVERLIJDEN = 4
JONGST, OUDST = 16, 76
"""Ages in whole years that are still likely."""
SECTOR = "VAVO"

KOLOMMEN = (
    "BRIN",
    "PGN",
    "Sector",
    "Inschrijvingsvolgnummer",
    "Examenresultaatvolgnummer",
    "Onderwijsaanbieder",
    "Datum en tijd aangeleverd",
    "Signaaltekst",
)
"""The columns of the file, in the manual's order."""


def studiejaar(peildatum: date) -> tuple[date, date]:
    """Give the first and last day of the studiejaar, 1 August to 31 July."""
    jaar = peildatum.year - (peildatum.month < 8)
    return date(jaar, 8, 1), date(jaar + 1, 7, 31)


def maak_context(
    inschrijvingen: Frames, omgeving: Omgeving, peildatum: date
) -> Mapping[str, pl.DataFrame]:
    """Make the frames of the places.

    Returns:
        "inschrijving": its columns with peildatum, persoon, datum_uitschrijving, geboortedatum and
        datum_overlijden (ISO text), overleden_voor (the day four weeks ago, ISO text) and, never
        null, recent, in_of_na_studiejaar, in_studiejaar, op_1_oktober and vo_op_1_oktober (at a vo
        school that day, and not here on its behalf); "perioden": its columns, recent,
        in_of_na_studiejaar, niveau (null for an unknown opleiding), and op_vo and
        op_vo_met_dit_niveau on begindatum.
    """
    begin, eind = studiejaar(peildatum)
    oktober = date(begin.year, 10, 1)
    wortel = inschrijvingen["inschrijving"].with_columns_seq(
        persoonsnummer(), datum_uitschrijving()
    )
    einde = pl.col("datum_uitschrijving")
    loopt_nog = (einde >= begin).fill_null(value=True)
    recent = pl.col("aangeleverd_op").dt.date() >= peildatum - timedelta(days=DAGEN)
    op_oktober = (pl.col("datum_inschrijving") <= oktober) & (einde >= oktober).fill_null(
        value=True
    )
    vo = omgeving.referentie.van("vo-inschrijvingen").with_columns_seq(persoonsnummer())
    wortel = wortel.join(
        _gegevens(omgeving), on="persoon", how="left", maintain_order="left"
    ).with_columns_seq(
        peildatum=pl.lit(peildatum),
        overleden_voor=pl.lit((peildatum - timedelta(weeks=WEKEN_NA_OVERLIJDEN)).isoformat()),
        recent=recent.fill_null(value=True),
        in_of_na_studiejaar=loopt_nog,
        in_studiejaar=loopt_nog & (pl.col("datum_inschrijving") <= eind),
        op_1_oktober=op_oktober,
    )
    return {
        "inschrijving": wortel.with_columns_seq(
            vo_op_1_oktober=_niet_uitbesteed(wortel, vo, oktober)
        ),
        "perioden": _perioden(inschrijvingen, wortel, vo, omgeving.opleidingen, begin),
    }


def _gegevens(omgeving: Omgeving) -> pl.DataFrame:
    """Give per person the date of birth as delivered and the date of death that DUO knows."""
    geboren = (
        omgeving.personen["persoon"].select_seq(persoonsnummer(), "geboortedatum").drop_nulls()
    )
    bekend = omgeving.referentie.van("personen")
    overleden = pl.concat(
        bekend.select_seq(persoon=nummer, datum_overlijden="datum_overlijden").drop_nulls()
        for nummer in ("burgerservicenummer", "onderwijsnummer")
    )
    return geboren.unique("persoon", keep="last").join(
        overleden.unique("persoon", keep="last"), on="persoon", how="full", coalesce=True
    )


def _niet_uitbesteed(wortel: pl.DataFrame, vo: pl.DataFrame, dag: date) -> pl.Series:
    """Tell per enrolment whether the person is at a vo school that day, not here on its behalf."""
    op_dag = vo.filter(
        (pl.col("begindatum") <= dag).fill_null(value=True),
        (pl.col("einddatum") >= dag).fill_null(value=True),
    )
    raak = wortel.join(op_dag.select_seq("persoon", "uitbesteed_aan"), on="persoon").filter(
        pl.col("uitbesteed_aan").ne_missing(pl.col("brin"))
    )
    return wortel.select_seq(pl.col("stand").is_in(raak["stand"].implode())).to_series()


def _perioden(
    inschrijvingen: Frames,
    wortel: pl.DataFrame,
    vo: pl.DataFrame,
    opleidingen: pl.DataFrame,
    begin: date,
) -> pl.DataFrame:
    volgende = pl.col("begindatum").shift(-1).over("stand", order_by="begindatum")
    laatste_dag = pl.coalesce(volgende.dt.offset_by("-1d"), "datum_uitschrijving")
    perioden = (
        inschrijvingen["perioden"]
        .drop("ouder")
        .join(
            wortel.select_seq(
                "stand", "persoon", "inschrijvingvolgnummer", "datum_uitschrijving", "recent"
            ),
            on="stand",
            how="left",
            maintain_order="left",
        )
        .join(
            opleidingen.select_seq("opleiding", "niveau"),
            on="opleiding",
            how="left",
            maintain_order="left",
        )
        .with_columns_seq(in_of_na_studiejaar=(laatste_dag >= begin).fill_null(value=True))
    )
    met_niveau = vo.filter(pl.col("niveau").is_not_null())
    return perioden.with_columns_seq(
        op_vo=geldig(perioden, met_niveau, ["persoon"], "begindatum"),
        op_vo_met_dit_niveau=geldig(perioden, met_niveau, ["persoon", "niveau"], "begindatum"),
    )


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(datum_inschrijving=date(2027, 1, 1), datum_uitschrijving_gepland=None)],
    stil=[zet(datum_inschrijving=date(2026, 12, 31), datum_uitschrijving_gepland=None)],
)
def datum_inschrijving_onwaarschijnlijk_ver_in_de_toekomst(inschrijving: Kolommen) -> pl.Expr:
    """The year of datum inschrijving is at most one above that of the peildatum."""
    te_ver = inschrijving.datum_inschrijving.dt.year() > inschrijving.peildatum.dt.year() + 1
    return inschrijving.recent & inschrijving.in_of_na_studiejaar & te_ver


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(burgerservicenummer="999990044")],
    stil=[
        zet(burgerservicenummer="999990044", datum_uitschrijving_werkelijk=date(2025, 6, 3)),
    ],
)
def datum_uitschrijving_ligt_na_datum_overlijden(inschrijving: Kolommen) -> pl.Expr:
    """Who died at least four weeks ago was enrolled until that day at the latest.

    Any enrolment that holds in the studiejaar, however long ago it was changed. An unknown month
    or day of death (00) counts as the last.
    """
    overleden = inschrijving.datum_overlijden.str.replace("-00-", "-12-", literal=True).str.replace(
        "-00$", "-31"
    )
    lang_genoeg = (overleden <= inschrijving.overleden_voor).fill_null(value=False)
    uit = inschrijving.datum_uitschrijving.dt.to_string("%Y-%m-%d")
    te_laat = (uit > overleden).fill_null(value=True)
    return inschrijving.in_studiejaar & lang_genoeg & te_laat


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(datum_inschrijving=date(2021, 3, 13))],
    stil=[zet(datum_inschrijving=date(2021, 3, 14))],
)
def leeftijd_van_leerling_is_onwaarschijnlijk(inschrijving: Kolommen) -> pl.Expr:
    """On datum inschrijving the student is 16 to 76 years old, in whole years.

    With an unknown month or day of birth (00) only what is certain counts; an unknown person is
    not judged.
    """
    geboren = inschrijving.geboortedatum
    jaren = inschrijving.datum_inschrijving.dt.year() - geboren.str.slice(0, 4).cast(pl.Int32)
    dag = inschrijving.datum_inschrijving.dt.to_string("-%m-%d")
    vroegst = geboren.str.slice(4)
    laatst = vroegst.str.replace("-00-", "-12-", literal=True).str.replace("-00$", "-31")
    te_jong = jaren - (dag < vroegst).cast(pl.Int32) < JONGST
    te_oud = jaren - (dag < laatst).cast(pl.Int32) > OUDST
    raak = (te_jong | te_oud).fill_null(value=False)
    return inschrijving.recent & inschrijving.in_of_na_studiejaar & raak


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(burgerservicenummer="999990056")],
    stil=[zet(burgerservicenummer="999990056", datum_inschrijving=date(2024, 10, 2))],
)
def dubbele_inschrijving_vo(inschrijving: Kolommen) -> pl.Expr:
    """On 1 October of the studiejaar nobody is enrolled here and at a vo school.

    Unless that school says that we teach the student on its behalf (uitbesteed).
    """
    return inschrijving.recent & inschrijving.op_1_oktober & inschrijving.vo_op_1_oktober


@controle(
    op=PERIODEN,
    dossier="inschrijving",
    raak=[zet("perioden", opleiding="5172")],
    stil=[zet("perioden", opleiding="5373")],
)
def niveau_van_opleiding_afwijkend_van_vo_inschrijving(periode: Kolommen) -> pl.Expr:
    """The opleiding of a period is of the niveau of the vo enrolment on the day it begins.

    Of several vo enrolments one of the same niveau is enough; an unknown opleiding is not judged.
    """
    anders = periode.niveau.is_not_null() & periode.op_vo & ~periode.op_vo_met_dit_niveau
    return periode.recent & periode.in_of_na_studiejaar & anders


CONTROLES = (
    datum_inschrijving_onwaarschijnlijk_ver_in_de_toekomst,
    datum_uitschrijving_ligt_na_datum_overlijden,
    leeftijd_van_leerling_is_onwaarschijnlijk,
    dubbele_inschrijving_vo,
    niveau_van_opleiding_afwijkend_van_vo_inschrijving,
)

NODIG = {
    "datum_uitschrijving_ligt_na_datum_overlijden": Nodig("personen"),
    "dubbele_inschrijving_vo": Nodig("vo-inschrijvingen"),
    "niveau_van_opleiding_afwijkend_van_vo_inschrijving": Nodig("vo-inschrijvingen"),
}
"""Id of a signal to the reference data that its controle asks."""


def _is_voorbij(inschrijvingen: Frames, begin: date) -> bool:
    """Tell whether all enrolments and their periods lie before the studiejaar: nothing to judge."""
    einde = inschrijvingen["inschrijving"].select_seq(datum_uitschrijving()).to_series()
    begonnen = inschrijvingen["perioden"]["begindatum"]
    return not einde.null_count() and bool((einde < begin).all() and (begonnen < begin).all())


def bevindingen(inschrijvingen: Frames, omgeving: Omgeving, peildatum: date) -> pl.DataFrame:
    """Find the quality signals of enrolments.

    Returns:
        One row per finding, by stand and in the manual's order: stand and signaal (id).
    """
    if _is_voorbij(inschrijvingen, studiejaar(peildatum)[0]):
        return GEEN_SIGNALEN
    controles = uitvoerbaar(CONTROLES, omgeving.referentie, NODIG)
    return signalen(controles, maak_context(inschrijvingen, omgeving, peildatum))


def bestandsregels(gevonden: pl.DataFrame, wortel: pl.DataFrame) -> pl.DataFrame:
    """Turn findings into lines of the file.

    Args:
        gevonden: stand and signaal (id).
        wortel: the root frame of Inschrijving or Examenresultaat with those standen.

    Returns:
        The columns `KOLOMMEN`, all text, null where the kind of stand does not have it.
    """
    teksten = {s.id: s.tekst for s in catalogus("vavo").signalen.values()}
    samen = gevonden.join(wortel, on="stand", how="left", maintain_order="left")
    bij_examen = "examenresultaatvolgnummer" in wortel.columns
    leeg = pl.lit(None, pl.String)
    return samen.select_seq(
        pl.col("brin").alias("BRIN"),
        persoonsnummer().alias("PGN"),
        pl.lit(SECTOR).alias("Sector"),
        (leeg if bij_examen else pl.col("inschrijvingvolgnummer")).alias("Inschrijvingsvolgnummer"),
        (pl.col("examenresultaatvolgnummer") if bij_examen else leeg).alias(
            "Examenresultaatvolgnummer"
        ),
        (pl.col("onderwijsaanbieder") if bij_examen else leeg).alias("Onderwijsaanbieder"),
        pl.col("aangeleverd_op")
        .dt.to_string("%Y-%m-%dT%H:%M:%S")
        .alias("Datum en tijd aangeleverd"),
        pl.col("signaal").replace_strict(teksten, return_dtype=pl.String).alias("Signaaltekst"),
    )


def bestandsnaam(brin: str, dag: date) -> str:
    """Give the name of the file, with its space, as the manual has it."""
    return f"{brin}_kwaliteitscontrole_{dag:%Y%m%d} {SECTOR}.csv"


def schrijf(regels: pl.DataFrame, map_: Path, dag: date, brins: Sequence[str]) -> list[Path]:
    """Write one file per BRIN, each whole or not at all; a BRIN without lines gets a file too.

    UTF-8, fields separated by `|`, with a header; readable for its owner only.

    Args:
        regels: columns `KOLOMMEN`.
        map_: an existing folder.
        dag: the day of the quality control.
        brins: the schools to write for.
    """
    paden = []
    for brin in brins:
        pad = map_ / bestandsnaam(brin, dag)
        van_brin = regels.filter(pl.col("BRIN") == brin).sort(
            KOLOMMEN, nulls_last=True, maintain_order=True
        )
        with schrijf_heel(pad) as stroom:
            stroom.write(van_brin.write_csv(separator="|"))
        paden.append(pad)
    return paden
