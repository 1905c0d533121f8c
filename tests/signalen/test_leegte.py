"""No control on persons, enrolments or afterwards answers with a null, whatever is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pytest

from examen.controles import kwaliteit as examenkwaliteit
from examen.controles import referentie as examenreferentie
from examen.model import Examenresultaat
from register.controle import Controle, Kolommen
from register.model.persoon import Persoon
from register.vavo import kwaliteit
from register.vavo.controles import (
    INSCHRIJVINGSCONTROLES,
    PERSOONSCONTROLES,
    alleen_nummers,
    context,
)
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import Frames, kolommen, vormen
from tests.omgeving import PEILDATUM, SCHOON, omgeving_van_examens, voorbeeldreferentie
from tests.schoon import schoon


def gevuld(klasse: type[Any], entiteit: Any) -> Frames:
    return kolommen(klasse, [entiteit])


def leeg(klasse: type[Any], entiteit: Any) -> Frames:
    """The frames in which every value that may be absent is."""
    frames = kolommen(klasse, [entiteit])
    return {
        vorm.naam: frames[vorm.naam].with_columns(
            pl.lit(None, vorm.schema()[naam]).alias(naam)
            for naam, attribuut in vorm.kolommen.items()
            if attribuut.leeg_mag or naam.startswith("uitslag_")
        )
        for vorm in vormen(klasse)
    }


def leegten(controles: Sequence[Controle], frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    return {
        c.signaal: frames[c.plaats.frame].select(c.klinkt(Kolommen()).null_count()).item()
        for c in controles
    }


@pytest.mark.parametrize("hoe", [gevuld, leeg])
def test_geen_controle_geeft_een_leeg_antwoord(hoe: Any) -> None:
    personen = hoe(Persoon, SCHOON["persoon"])
    inschrijvingen = hoe(Inschrijving, SCHOON["inschrijving"])
    examens = hoe(Examenresultaat, schoon("HAVO"))
    rondom = omgeving_van_examens()

    gevonden = (
        leegten(
            PERSOONSCONTROLES,
            context.maak_persoonscontext(personen, voorbeeldreferentie(), PEILDATUM),
        )
        | leegten(
            INSCHRIJVINGSCONTROLES,
            context.maak_inschrijvingscontext(inschrijvingen, rondom, PEILDATUM),
        )
        | leegten(kwaliteit.CONTROLES, kwaliteit.maak_context(inschrijvingen, rondom, PEILDATUM))
        | leegten(
            examenreferentie.CONTROLES,
            examenreferentie.maak_context(examens, rondom, PEILDATUM),
        )
        | leegten(
            examenkwaliteit.CONTROLES,
            examenkwaliteit.maak_context(examens, rondom.inschrijvingen["inschrijving"], PEILDATUM),
        )
    )

    assert dict.fromkeys(gevonden, 0) == gevonden


def test_van_wie_alleen_het_nummer_bekend_is_is_niets_leeg() -> None:
    wortel = kolommen(Inschrijving, [SCHOON["inschrijving"]])["inschrijving"]
    frames = context.maak_persoonscontext(alleen_nummers(wortel), voorbeeldreferentie(), PEILDATUM)

    gevonden = leegten(PERSOONSCONTROLES, frames)

    assert dict.fromkeys(gevonden, 0) == gevonden
