"""Judging messages as DUO does: every control of persons, enrolments and examenresultaten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl
from attrs import define, field

from examen import controles as examencontroles
from examen.controles import referentie as examenreferentie
from examen.controles.referentie import opleidingskenmerken
from examen.model import Examenresultaat
from examen.reken import bereken
from register.bericht import Aanlevering, Bevinding, bevinding
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from register.referentie import TABELLEN, Referentie
from register.referentie.opslag import Referentieopslag
from register.signaal import catalogus
from register.vavo.controles import (
    alleen_nummers,
    bevindingen_inschrijving,
    bevindingen_persoon,
)
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import Frames, kolommen
from tui.werk.voorstellen import stapels

_ADRESSEN = "adressen"
_GEEN_SLEUTELS = ("stand", "signaal", "effect")


@define
class Beoordelaar:
    """Finds the signals that messages deserve, given what a register and its reference data hold.

    Attributes:
        register: for the persons and enrolments that are known already.
        opslag: the reference data of that register.
        peildatum: the day on which is judged.
    """

    register: Register
    opslag: Referentieopslag
    peildatum: date
    referentie: Referentie = field(init=False)
    _inschrijvingen: Frames | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        """Read the reference data once; addresses are too many and come per batch."""
        self.referentie = self.opslag.referentie(postcodes=())

    def inschrijvingen(self, meldingen: Sequence[Aanlevering]) -> list[list[Bevinding]]:
        """Give the findings on messages about enrolments, and on the persons in them."""
        frames = kolommen(Inschrijving, (melding.entiteit for melding in meldingen))
        verteld = _vertelde_personen(meldingen)
        omgeving = Omgeving(
            referentie=self.referentie,
            opleidingen=opleidingskenmerken(),
            personen=_samen(self._bekende_personen(meldingen), verteld),
            inschrijvingen=self._geregistreerd(),
        )
        self._inschrijvingen = None
        personen = _samen(verteld, alleen_nummers(_zonder(frames["inschrijving"], verteld)))
        return _per_melding(
            len(meldingen),
            bevindingen_persoon(personen, self._met_adressen(meldingen), self.peildatum),
            bevindingen_inschrijving(frames, omgeving, self.peildatum),
        )

    def examenresultaten(self, meldingen: Sequence[Aanlevering]) -> list[list[Bevinding]]:
        """Give the findings on messages about examenresultaten."""
        frames = kolommen(Examenresultaat, (melding.entiteit for melding in meldingen))
        omgeving = Omgeving(
            referentie=self.referentie,
            opleidingen=opleidingskenmerken(),
            inschrijvingen=self._geregistreerd(),
        )
        nummers = alleen_nummers(frames["examenresultaat"])
        return _per_melding(
            len(meldingen),
            bevindingen_persoon(nummers, self.referentie, self.peildatum),
            examencontroles.bevindingen(frames, bereken(frames), self.peildatum),
            examenreferentie.bevindingen(frames, omgeving, self.peildatum),
        )

    def _geregistreerd(self) -> Frames:
        """Give the registered enrolments, read again after messages about enrolments."""
        if self._inschrijvingen is None:
            self._inschrijvingen = self.register.kolommen(Inschrijving, tabellen=["inschrijving"])
        return self._inschrijvingen

    def _bekende_personen(self, meldingen: Sequence[Aanlevering]) -> Frames:
        """Give the registered persons of messages that tell no more than a number."""
        sleutels = {Sleutel(m.sleutel.persoon) for m in meldingen if m.persoon is None}
        bekend = (
            persoon
            for stapel in stapels(sleutels)
            for _, persoon in self.register.actuelen(Persoon, stapel)
        )
        return kolommen(Persoon, bekend)

    def _met_adressen(self, meldingen: Sequence[Aanlevering]) -> Referentie:
        """Give the reference data with the addresses that these messages ask for."""
        if not self.referentie.kent(_ADRESSEN):
            return self.referentie
        adressen = (m.persoon.adres_binnenland for m in meldingen if m.persoon)
        postcodes = {adres.postcode for adres in adressen if adres and adres.postcode}
        gevonden = self.opslag.lees(TABELLEN[_ADRESSEN], postcodes)
        return self.referentie.met(_ADRESSEN, gevonden)


def _vertelde_personen(meldingen: Sequence[Aanlevering]) -> Frames:
    """Give the persons that messages tell of; stand is the place of the message."""
    met = {plaats: m.persoon for plaats, m in enumerate(meldingen) if m.persoon}
    frames = kolommen(Persoon, met.values())
    plaatsen = pl.Series("stand", list(met), pl.UInt32())
    return {"persoon": frames["persoon"].with_columns(plaatsen)}


def _zonder(wortel: pl.DataFrame, personen: Frames) -> pl.DataFrame:
    """Give the rows of standen that have no person of their own."""
    return wortel.join(personen["persoon"], on="stand", how="anti")


def _samen(een: Frames, ander: Frames) -> Frames:
    """Lay persons under each other; of two with the same number the last is found."""
    return {"persoon": pl.concat([een["persoon"], ander["persoon"]])}


def _per_melding(aantal: int, *gevonden: pl.DataFrame) -> list[list[Bevinding]]:
    """Turn rows of findings into findings per message, in the manual's order.

    Args:
        aantal: number of messages; stand is the place of a message.
        gevonden: with stand, signaal (id), perhaps effect, and the keys of the place.
    """
    signalen = catalogus("vavo").signalen
    volgorde = {naam: plaats for plaats, naam in enumerate(signalen)}
    alle = pl.concat(
        [frame.with_columns(pl.col("signaal").cast(pl.String)) for frame in gevonden],
        how="diagonal",
    )
    uit: list[list[Bevinding]] = [[] for _ in range(aantal)]
    rijen = alle.iter_rows(named=True)
    for rij in sorted(rijen, key=lambda rij: volgorde[rij["signaal"]]):
        sleutels = {n: w for n, w in rij.items() if n not in _GEEN_SLEUTELS and w is not None}
        uit[rij["stand"]].append(
            bevinding(signalen[rij["signaal"]], sleutels, effect=rij.get("effect"))
        )
    return uit
