"""The frames that the predicates look at: persons and enrolments with what is known about them.

Indications are never null. What a student is enrolled until is `datum_uitschrijving`: the actual
date or, while there is none, the planned one; the manual knows one date only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl
from attrs import frozen

from register.controle import Plaats
from register.model.persoon import NEDERLAND, Persoon
from register.referentie import Referentie
from register.referentie.geldig import geldig
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import Frames, kolommen

PERSOON = Plaats("persoon", ())
"""One row per person."""
INSCHRIJVING = Plaats("inschrijving", ("inschrijvingvolgnummer",))
"""One row per enrolment."""
PERIODEN = Plaats("perioden", ("inschrijvingvolgnummer", "begindatum"))
"""One row per period of an enrolment, with the columns of that enrolment."""
OPLEIDINGEN = Plaats("opleidingen", ("inschrijvingvolgnummer", "begindatum", "opleiding"))
"""One row per opleiding of a period: its own (`aanvullend` false) and the aanvullende."""

BEWAARTERMIJN = "5y"
"""How long after leaving DUO still takes a delivery (manual h6, "Bewaartermijn verlopen")."""

OPLEIDINGSKENMERKEN = {
    "opleiding": pl.String(),
    "niveau": pl.String(),
    "diplomeerbaar": pl.Boolean(),
}
"""The columns of the frame that tells of each opleiding its niveau and whether it has a diploma."""


@frozen(kw_only=True)
class Omgeving:
    """What is known beside the enrolments that are judged.

    Attributes:
        referentie: what DUO knows.
        opleidingen: columns `OPLEIDINGSKENMERKEN`.
        personen: columns of Persoon; found by number.
        inschrijvingen: columns of Inschrijving: the enrolments that are registered already.
    """

    referentie: Referentie
    opleidingen: pl.DataFrame
    personen: Frames = kolommen(Persoon, ())
    inschrijvingen: Frames = kolommen(Inschrijving, ())


def persoonsnummer() -> pl.Expr:
    """Give the number a person is known by: the BSN or, without one, the onderwijsnummer."""
    return pl.coalesce("burgerservicenummer", "onderwijsnummer").alias("persoon")


def datum_uitschrijving() -> pl.Expr:
    """Give the last day of an enrolment, null when it is open."""
    return pl.coalesce("datum_uitschrijving_werkelijk", "datum_uitschrijving_gepland").alias(
        "datum_uitschrijving"
    )


def laatste_uitschrijving(inschrijvingen: pl.DataFrame) -> pl.DataFrame:
    """Give per person and BRIN when the last enrolment ended.

    Returns:
        persoon, brin and laatste_uitschrijving, null while an enrolment is open.
    """
    einde = pl.col("datum_uitschrijving")
    return (
        inschrijvingen.with_columns_seq(persoonsnummer(), datum_uitschrijving())
        .group_by("persoon", "brin")
        .agg(laatste_uitschrijving=pl.when(einde.is_not_null().all()).then(einde.max()))
    )


def termijn_verlopen() -> pl.Expr:
    """Tell whether the bewaartermijn after `laatste_uitschrijving` is over on the peildatum."""
    over = pl.col("peildatum") > pl.col("laatste_uitschrijving").dt.offset_by(BEWAARTERMIJN)
    return over.fill_null(value=False)


def maak_persoonscontext(
    personen: Frames, referentie: Referentie, peildatum: date
) -> Mapping[str, pl.DataFrame]:
    """Make the frame of persons.

    Returns:
        "persoon": the columns of Persoon with what DUO knows under the BSN (`bsn_…`) and under the
        onderwijsnummer (`own_…`), peildatum, and the indications bekend, vervangen, voldoende (the
        address in the Netherlands, if any), alleen_adres_vervalt, adres_bekend, land_bekend and
        voorvoegsel_bekend.
    """
    wortel = personen["persoon"].with_columns_seq(peildatum=pl.lit(peildatum))
    met_nummers = _met_nummers(wortel, referentie.van("personen"))
    return {
        "persoon": _met_adressen(met_nummers, referentie).with_columns_seq(
            voorvoegsel_bekend=_komt_voor(wortel, referentie.van("voorvoegsels"), ["voorvoegsel"])
        )
    }


def _met_nummers(wortel: pl.DataFrame, bekend: pl.DataFrame) -> pl.DataFrame:
    """Join what DUO knows under the numbers; bekend and vervangen are of the number that counts.

    A number that took the place of another is known, even without a row of its own.
    """
    heeft_bsn = pl.col("burgerservicenummer").is_not_null()
    is_vervanging = persoonsnummer().is_in(bekend["vervangen_door"].drop_nulls().implode())
    met_bsn = _erbij(wortel, bekend, "burgerservicenummer", "bsn")
    return _erbij(met_bsn, bekend, "onderwijsnummer", "own").with_columns_seq(
        bekend=pl.when(heeft_bsn).then("bsn_bekend").otherwise("own_bekend")
        | is_vervanging.fill_null(value=False),
        vervangen=pl.when(heeft_bsn)
        .then(pl.col("bsn_vervangen_door").is_not_null())
        .otherwise(pl.col("own_vervangen_door").is_not_null()),
    )


def _met_adressen(wortel: pl.DataFrame, referentie: Referentie) -> pl.DataFrame:
    """Add what is to be said of the addresses in the Netherlands and abroad."""
    postcode, huisnummer = "adres_binnenland_postcode", "adres_binnenland_huisnummer"
    adres = wortel.select_seq(postcode=postcode, huisnummer=huisnummer)
    land = wortel.select_seq("peildatum", landcode="adres_buitenland_landcode")
    binnenlands = pl.any_horizontal(pl.col("^adres_binnenland_.*$").is_not_null())
    buitenlands = pl.any_horizontal(pl.col("^adres_buitenland_.*$").is_not_null())
    met_postcode = pl.all_horizontal(pl.col(postcode, huisnummer).is_not_null())
    voldoende = ~binnenlands | met_postcode | pl.col("adres_binnenland_locatie").is_not_null()
    zonder_ander_land = pl.col("adres_buitenland_landcode").fill_null(NEDERLAND) == NEDERLAND
    return wortel.with_columns_seq(
        voldoende=voldoende,
        alleen_adres_vervalt=voldoende & buitenlands & zonder_ander_land,
        adres_bekend=_komt_voor(adres, referentie.van("adressen"), ["postcode", "huisnummer"]),
        land_bekend=geldig(land, referentie.van("landen"), ["landcode"], "peildatum"),
    )


def _erbij(frame: pl.DataFrame, bekend: pl.DataFrame, nummer: str, voor: str) -> pl.DataFrame:
    """Join what DUO knows under a number, its columns and `<voor>_bekend` with a prefix."""
    gevonden = (
        bekend.filter(pl.col(nummer).is_not_null())
        .unique(nummer, keep="last", maintain_order=True)
        .with_columns_seq(bekend=pl.lit(value=True))
        .select_seq(pl.col(nummer), pl.exclude(nummer).name.prefix(f"{voor}_"))
    )
    return frame.join(gevonden, on=nummer, how="left", maintain_order="left").with_columns_seq(
        pl.col(f"{voor}_bekend").fill_null(value=False)
    )


def _komt_voor(frame: pl.DataFrame, feiten: pl.DataFrame, sleutel: list[str]) -> pl.Series:
    """Tell per row whether its key is among the facts."""
    waar = feiten.select_seq(sleutel).unique().with_columns_seq(_=pl.lit(value=True))
    met = frame.select_seq(sleutel).join(waar, on=sleutel, how="left", maintain_order="left")
    return met["_"].fill_null(value=False)


def maak_inschrijvingscontext(
    inschrijvingen: Frames, omgeving: Omgeving, peildatum: date
) -> Mapping[str, pl.DataFrame]:
    """Make the frames of enrolments, periods and opleidingen.

    Returns:
        "inschrijving": the columns of Inschrijving with persoon, datum_uitschrijving,
        geboortedatum (ISO text), eerste_begindatum, laatste_uitschrijving and the indications
        brin_actief, aanbieder_bekend, niet_bekostigd, termijn_verlopen;
        "perioden": those, the columns of the period, herhaald (not the first with this begindatum)
        and locatie_actief;
        "opleidingen": those, opleiding, aanvullend, licentie, herhaald (not the first in the
        period), niveau and diplomeerbaar, and hoofd_niveau and hoofd_diplomeerbaar of the
        opleiding of the period (null for an unknown opleiding).
    """
    wortel = _wortel(inschrijvingen, omgeving, peildatum)
    perioden = (
        inschrijvingen["perioden"]
        .drop("ouder")
        .join(wortel, on="stand", how="left", maintain_order="left")
    )
    perioden = perioden.with_columns_seq(
        herhaald=~pl.struct("stand", "begindatum").is_first_distinct(),
        locatie_actief=geldig(
            perioden,
            omgeving.referentie.van("onderwijslocaties"),
            ["onderwijslocatie"],
            "begindatum",
        ),
    )
    return {
        "inschrijving": wortel,
        "perioden": perioden,
        "opleidingen": _opleidingen(inschrijvingen, perioden, omgeving),
    }


def _wortel(inschrijvingen: Frames, omgeving: Omgeving, peildatum: date) -> pl.DataFrame:
    referentie = omgeving.referentie
    wortel = inschrijvingen["inschrijving"].with_columns_seq(
        persoonsnummer(), datum_uitschrijving(), peildatum=pl.lit(peildatum)
    )
    geboren = (
        omgeving.personen["persoon"]
        .select_seq(persoonsnummer(), "geboortedatum")
        .drop_nulls()
        .unique("persoon", keep="last", maintain_order=True)
    )
    eerste = (
        inschrijvingen["perioden"].group_by("stand").agg(eerste_begindatum=pl.min("begindatum"))
    )
    eigen = [*_STANDKOLOMMEN]
    alle = pl.concat(
        [
            omgeving.inschrijvingen["inschrijving"]
            .select_seq(eigen)
            .join(wortel, on=_NAAM, how="anti", nulls_equal=True),
            wortel.select_seq(eigen),
        ]
    )
    samen = (
        wortel.join(geboren, on="persoon", how="left", maintain_order="left")
        .join(eerste, on="stand", how="left", maintain_order="left")
        .join(
            laatste_uitschrijving(alle), on=["persoon", "brin"], how="left", maintain_order="left"
        )
    )
    instellingen = referentie.van("instellingen")
    niet_bekostigd = instellingen.filter(~pl.col("bekostigd"))
    return samen.with_columns_seq(
        brin_actief=geldig(samen, instellingen, ["brin"], "datum_inschrijving"),
        niet_bekostigd=geldig(samen, niet_bekostigd, ["brin"], "datum_inschrijving"),
        aanbieder_bekend=geldig(
            samen,
            referentie.van("onderwijsaanbieders"),
            ["brin", "onderwijsaanbieder"],
            "datum_inschrijving",
        ),
        termijn_verlopen=termijn_verlopen(),
    )


_NAAM = ["brin", "burgerservicenummer", "onderwijsnummer", "inschrijvingvolgnummer"]
_STANDKOLOMMEN = (*_NAAM, "datum_uitschrijving_werkelijk", "datum_uitschrijving_gepland")


def _opleidingen(
    inschrijvingen: Frames, perioden: pl.DataFrame, omgeving: Omgeving
) -> pl.DataFrame:
    aanvullend = (
        inschrijvingen["perioden_aanvullende_opleidingen"]
        .select_seq("stand", pl.col("ouder").alias("nr"), "opleiding")
        .join(perioden.drop("opleiding"), on=["stand", "nr"], maintain_order="left")
        .join(
            perioden.select_seq("stand", "nr", hoofdopleiding="opleiding"),
            on=["stand", "nr"],
            maintain_order="left",
        )
        .with_columns_seq(aanvullend=pl.lit(value=True))
    )
    eigen = perioden.with_columns_seq(
        hoofdopleiding=pl.col("opleiding"), aanvullend=pl.lit(value=False)
    )
    alle = pl.concat([eigen, aanvullend.select_seq(eigen.columns)])
    kenmerken = omgeving.opleidingen.select_seq(*OPLEIDINGSKENMERKEN)
    van_hoofd = kenmerken.select_seq(
        hoofdopleiding="opleiding", hoofd_niveau="niveau", hoofd_diplomeerbaar="diplomeerbaar"
    )
    return (
        alle.with_columns_seq(
            herhaald=~pl.struct("stand", "nr", "opleiding").is_first_distinct(),
            licentie=geldig(
                alle, omgeving.referentie.van("licenties"), ["brin", "opleiding"], "begindatum"
            ),
        )
        .join(kenmerken, on="opleiding", how="left", maintain_order="left")
        .join(van_hoofd, on="hoofdopleiding", how="left", maintain_order="left")
    )
