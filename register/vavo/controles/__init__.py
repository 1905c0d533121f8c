"""Controls on the person and the vavo enrolment: the signals DUO would answer with.

One module per subject, `CONTROLES` in the manual's order. What a control asks of the reference
data stands in `NODIG`; where there is nothing to ask it is not run: see `niet_te_beoordelen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import polars as pl

from register.controle import Controle, voer_uit
from register.model.persoon import Persoon
from register.referentie import Nodig, Referentie
from register.signaal import Effect, catalogus
from register.vavo.controles import inschrijving, persoon
from register.vavo.controles.context import (
    Omgeving,
    maak_inschrijvingscontext,
    maak_persoonscontext,
)
from register.vormen.kolommen import Frames, kolommen

PERSOONSCONTROLES = persoon.CONTROLES
INSCHRIJVINGSCONTROLES = inschrijving.CONTROLES

NODIG: Mapping[str, Nodig] = persoon.NODIG | inschrijving.NODIG
"""Id of a signal to the reference data that its controle asks."""

_SLEUTELS = ("inschrijvingvolgnummer", "begindatum", "opleiding")


def uitvoerbaar(
    controles: Iterable[Controle], referentie: Referentie, nodig: Mapping[str, Nodig]
) -> tuple[Controle, ...]:
    """Give the controls that can be judged with these reference data."""
    zwijgt = niet_te_beoordelen(referentie, nodig)
    return tuple(controle for controle in controles if controle.signaal not in zwijgt)


def niet_te_beoordelen(
    referentie: Referentie, nodig: Mapping[str, Nodig] = NODIG
) -> dict[str, tuple[str, ...]]:
    """Give the signals that nobody looked for, with what is missing, in words."""
    ontbreekt = {signaal: referentie.ontbreekt(wat) for signaal, wat in nodig.items()}
    return {signaal: wat for signaal, wat in ontbreekt.items() if wat}


def alleen_nummers(wortel: pl.DataFrame) -> Frames:
    """Make persons of messages that hold no more of a person than its numbers.

    Args:
        wortel: the root frame of enrolments or examenresultaten; the standen stay the same.
    """
    leeg = kolommen(Persoon, ())
    nummers = wortel.select("stand", "burgerservicenummer", "onderwijsnummer")
    return {**leeg, "persoon": pl.concat([leeg["persoon"], nummers], how="diagonal")}


def bevindingen_persoon(personen: Frames, referentie: Referentie, peildatum: date) -> pl.DataFrame:
    """Find all signals about persons.

    Args:
        personen: the columns of Persoon, as they are delivered.
        referentie: what DUO knows.
        peildatum: the day on which is judged.

    Returns:
        One row per finding, by stand and in the manual's order: stand, signaal (id) and effect.
    """
    controles = uitvoerbaar(PERSOONSCONTROLES, referentie, NODIG)
    context = maak_persoonscontext(personen, referentie, peildatum)
    gevonden = _gevonden(controles, context)
    zonder_adres = context["persoon"].filter("alleen_adres_vervalt")["stand"]
    return gevonden.with_columns(
        effect=pl.when(
            pl.col("signaal") == persoon.onvoldoende_adresgegevens.signaal,
            pl.col("stand").is_in(zonder_adres.implode()),
        )
        .then(pl.lit(Effect.NIET_GEREGISTREERD.value))
        .otherwise("effect")
    )


def bevindingen_inschrijving(
    inschrijvingen: Frames, omgeving: Omgeving, peildatum: date
) -> pl.DataFrame:
    """Find all signals about enrolments.

    Args:
        inschrijvingen: the columns of Inschrijving, as they are delivered.
        omgeving: what else is known: persons, other enrolments, reference data, opleidingen.
        peildatum: the day on which is judged.

    Returns:
        One row per finding, by stand and in the manual's order: stand, signaal (id), effect and as
        text, null where it does not apply, inschrijvingvolgnummer, begindatum and opleiding.
    """
    controles = uitvoerbaar(INSCHRIJVINGSCONTROLES, omgeving.referentie, NODIG)
    return _gevonden(
        controles, maak_inschrijvingscontext(inschrijvingen, omgeving, peildatum), _SLEUTELS
    )


def _gevonden(
    controles: Sequence[Controle],
    context: Mapping[str, pl.DataFrame],
    sleutels: Sequence[str] = (),
) -> pl.DataFrame:
    signalen = catalogus("vavo").signalen
    effecten = {c.signaal: signalen[c.signaal].effect.value for c in controles}
    naam = pl.col("signaal").cast(pl.String)
    return (
        voer_uit(controles, context)
        .sort("stand", "signaal", *sleutels)
        .select_seq(
            "stand",
            naam,
            pl.col(sleutels).cast(pl.String),
            effect=naam.replace_strict(effecten, return_dtype=pl.String),
        )
    )
