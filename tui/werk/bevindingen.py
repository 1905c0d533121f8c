"""Every signal that standen deserve as they are: those of one dossier, or of a whole register.

What DUO would answer if they were delivered today, and what its quality control would say of them
afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl
from attrs import frozen

from examen import controles as examencontroles
from examen.controles import kwaliteit as examenkwaliteit
from examen.controles import referentie as examenreferentie
from examen.controles.referentie import opleidingskenmerken
from examen.model import Examenresultaat
from examen.reken import Berekening, bereken
from register.bericht import volgnummerveld
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, soort_van
from register.referentie import TABELLEN, Referentie
from register.referentie.opslag import Referentieopslag
from register.signaal import Bevinding, Effect, catalogus
from register.vavo import kwaliteit
from register.vavo.controles import bevindingen_inschrijving, bevindingen_persoon
from register.vavo.controles.context import Omgeving, persoonsnummer
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import Frames
from tui.weergave.schoolbevindingen import Schoolbevinding
from tui.werk.voorstellen import stapels

_ADRESSEN = "adressen"
_GEEN_SLEUTELS = ("stand", "signaal", "effect")


@frozen(kw_only=True)
class Controleur:
    """Runs every control over standen.

    Each method gives the findings as rows: stand, signaal (id), effect, and as text, null where it
    does not apply, the keys of the place.

    Attributes:
        omgeving: what DUO knows, and the persons and all the enrolments that are judged with.
        peildatum: the day on which is judged.
    """

    omgeving: Omgeving
    peildatum: date

    def personen(self, frames: Frames) -> pl.DataFrame:
        """Judge persons."""
        return bevindingen_persoon(frames, self.omgeving.referentie, self.peildatum)

    def inschrijvingen(self, frames: Frames) -> pl.DataFrame:
        """Judge enrolments."""
        return _samen(
            bevindingen_inschrijving(frames, self.omgeving, self.peildatum),
            kwaliteit.bevindingen(frames, self.omgeving, self.peildatum),
        )

    def examenresultaten(self, frames: Frames, berekening: Berekening) -> pl.DataFrame:
        """Judge examenresultaten and what was computed of them."""
        ingeschreven = self.omgeving.inschrijvingen["inschrijving"]
        return _samen(
            examencontroles.bevindingen(frames, berekening, self.peildatum),
            examenreferentie.bevindingen(frames, self.omgeving, self.peildatum),
            examenkwaliteit.bevindingen(frames, ingeschreven, self.peildatum),
        )


def maak_controleur(
    referentie: Referentie, personen: Frames, inschrijvingen: Frames, peildatum: date
) -> Controleur:
    """Make a controleur of what is known.

    Args:
        referentie: what DUO knows.
        personen: the persons; found by number.
        inschrijvingen: all enrolments of those persons.
        peildatum: the day on which is judged.
    """
    omgeving = Omgeving(
        referentie=referentie,
        opleidingen=opleidingskenmerken(),
        personen=personen,
        inschrijvingen=inschrijvingen,
    )
    return Controleur(omgeving=omgeving, peildatum=peildatum)


def met_adressen(opslag: Referentieopslag, referentie: Referentie, personen: Frames) -> Referentie:
    """Give the reference data with those addresses that these persons ask for."""
    if not referentie.kent(_ADRESSEN):
        return referentie
    postcodes = personen["persoon"]["adres_binnenland_postcode"].drop_nulls().unique()
    return referentie.met(_ADRESSEN, opslag.lees(TABELLEN[_ADRESSEN], postcodes.to_list()))


def _samen(*gevonden: pl.DataFrame) -> pl.DataFrame:
    """Lay findings under each other, each with the effect of its card unless it has its own."""
    effecten = {signaal.id: signaal.effect.value for signaal in catalogus("vavo").signalen.values()}
    van_kaart = pl.col("signaal").cast(pl.String).replace_strict(effecten, return_dtype=pl.String)
    stukken = [
        frame.with_columns_seq(
            pl.col("signaal").cast(pl.String),
            effect=pl.col("effect") if "effect" in frame.columns else van_kaart,
        )
        for frame in gevonden
        if not frame.is_empty()
    ]
    return pl.concat(stukken, how="diagonal") if stukken else _GEEN


_GEEN = pl.DataFrame(schema={"stand": pl.UInt32(), "signaal": pl.String(), "effect": pl.String()})


def per_stand(gevonden: pl.DataFrame) -> dict[int, tuple[Bevinding, ...]]:
    """Give findings per stand, in the manual's order; a stand without any is absent."""
    signalen = catalogus("vavo").signalen
    volgorde = {naam: plaats for plaats, naam in enumerate(signalen)}
    uit: dict[int, list[Bevinding]] = {}
    for rij in sorted(gevonden.iter_rows(named=True), key=lambda rij: volgorde[rij["signaal"]]):
        bevinding = Bevinding(
            signaal=signalen[rij["signaal"]],
            effect=Effect(rij["effect"]),
            sleutels=dict(_sleutels(rij)),
        )
        uit.setdefault(rij["stand"], []).append(bevinding)
    return {stand: tuple(lijst) for stand, lijst in uit.items()}


def _sleutels(rij: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return (
        (naam, waarde)
        for naam, waarde in rij.items()
        if naam not in _GEEN_SLEUTELS and waarde is not None
    )


def van_register(
    register: Register,
    opslag: Referentieopslag,
    peildatum: date,
    gedaan: Callable[[int], None] = lambda _: None,
) -> Iterator[Schoolbevinding]:
    """Give every finding on what is current in a register.

    Args:
        register: what is judged, examenresultaten in partitions.
        opslag: the reference data of that register.
        peildatum: the day on which is judged.
        gedaan: is told how many examenresultaten were judged since it was last told.
    """
    personen, inschrijvingen = register.kolommen(Persoon), register.kolommen(Inschrijving)
    referentie = met_adressen(opslag, opslag.referentie(postcodes=()), personen)
    controleur = maak_controleur(referentie, personen, inschrijvingen, peildatum)
    yield from _met_namen(register, Persoon, personen, controleur.personen(personen))
    gevonden = controleur.inschrijvingen(inschrijvingen)
    yield from _met_namen(register, Inschrijving, inschrijvingen, gevonden)
    for standen in register.partities(Examenresultaat):
        frames = register.kolommen(Examenresultaat, standen=standen)
        gevonden = controleur.examenresultaten(frames, bereken(frames))
        yield from _met_namen(register, Examenresultaat, frames, gevonden)
        gedaan(len(frames["examenresultaat"]))


def _met_namen(
    register: Register, klasse: type[Any], frames: Frames, gevonden: pl.DataFrame
) -> Iterator[Schoolbevinding]:
    """Say of each finding which stand it is on, and of whom."""
    wortel = next(iter(frames.values()))
    leeg = pl.lit("")
    sleutels = wortel.filter(pl.col("stand").is_in(gevonden["stand"].implode())).select(
        "stand",
        persoonsnummer(),
        leeg if klasse is Persoon else pl.col("brin"),
        (leeg if klasse is Persoon else pl.col(volgnummerveld(klasse).naam)).alias("volgnummer"),
    )
    bevindingen = per_stand(gevonden)
    for stapel in stapels(sleutels.iter_rows()):
        wie = register.actuelen(Persoon, [Sleutel(persoon) for _, persoon, _, _ in stapel])
        namen = {stand.sleutel.persoon: persoon for stand, persoon in wie}
        for stand, *sleutel in stapel:
            persoon = namen.get(sleutel[0])
            yield from (
                Schoolbevinding(
                    soort=soort_van(klasse),
                    sleutel=Sleutel(*sleutel),
                    student=(persoon.studentnummer if persoon else None) or "",
                    naam=persoon.naam if persoon else "(onbekende persoon)",
                    bevinding=een,
                )
                for een in bevindingen[stand]
            )
