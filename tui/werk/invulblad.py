"""A sheet with whose results are on it: from what was typed to what is booked, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from examen.model import Examenresultaat
from register.opslag import Sleutel, sleutel_van
from register.vormen.waarden import naar_tekst
from tui.invoer.blad import Blad
from tui.invoer.bladen import Kandidaat, plaats, waarden
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Vastlegging
from tui.werk.bijhouden import Celwijziging


class Invulblad:
    """The rows of a sheet with the examenresultaten that they are of.

    Attributes:
        blad: the sheet.
        sleutels: per row the examenresultaat.
        rijen_van: the rows of each examenresultaat.
    """

    def __init__(self, blad: Blad, kandidaten: Sequence[Kandidaat]) -> None:
        van_kandidaat = [sleutel_van(kandidaat.examenresultaat) for kandidaat in kandidaten]
        self.blad = blad
        self.sleutels: Sequence[Sleutel] = [
            van_kandidaat[rij.verwijst.kandidaat] for rij in blad.cellen.rijen
        ]
        rijen_van: dict[Sleutel, list[int]] = defaultdict(list)
        for rij, sleutel in enumerate(self.sleutels):
            rijen_van[sleutel].append(rij)
        self.rijen_van: Mapping[Sleutel, Sequence[int]] = rijen_van

    def ga_door(self, oud: Invulblad, geprobeerd: Iterable[Plek]) -> set[Plek]:
        """Go on where an older sheet of the same was, with what was only tried out there.

        Args:
            oud: the older sheet.
            geprobeerd: cells there whose value is not registered.

        Returns:
            Those cells here.
        """
        hier = {deel: rij for rij, deel in enumerate(self._delen())}
        rij_van = {rij: hier[deel] for rij, deel in enumerate(oud._delen()) if deel in hier}
        kolom_van = {kolom: nummer for nummer, kolom in enumerate(self.blad.kolommen)}
        over: set[Plek] = set()
        for plek in geprobeerd:
            kolom = kolom_van.get(oud.blad.kolommen[plek.kolom])
            if plek.rij in rij_van and kolom is not None:
                nieuw = Plek(rij_van[plek.rij], kolom)
                self.blad.cellen.leg_neer(nieuw, oud.blad.cellen.waarde(plek))
                over.add(nieuw)
        self.blad.ga_door(oud.blad, rij_van)
        return over

    def _delen(self) -> Iterator[tuple[Sleutel, str, str]]:
        """Say of each row which result of which examenresultaat it is."""
        for sleutel, rij in zip(self.sleutels, self.blad.cellen.rijen, strict=True):
            yield sleutel, rij.verwijst.lijst, rij.verwijst.resultaatvolgnummer

    def wijziging(self, vastlegging: Vastlegging) -> Celwijziging:
        """Say what has to be booked."""
        return Celwijziging(
            sleutel=self.sleutels[vastlegging.plek.rij],
            plaats=plaats(self.blad, vastlegging.plek),
            oud=vastlegging.oud,
            nieuw=vastlegging.nieuw,
        )

    def reden(self, kruim: str, vastlegging: Vastlegging) -> str:
        """Say for the history what is done; whose it is, the stand says."""
        oud, nieuw = self.van_naar(vastlegging)
        return f"{kruim}: {self.blad.kolommen[vastlegging.plek.kolom].kop} {oud} → {nieuw}"

    def van_naar(self, vastlegging: Vastlegging) -> tuple[str, str]:
        """Write the old and the new value."""
        veld = self.blad.cellen.cel(vastlegging.plek).veld
        oud, nieuw = (
            naar_tekst(veld, een) or "leeg" for een in (vastlegging.oud, vastlegging.nieuw)
        )
        return oud, nieuw

    def werk_bij(self, rij: int, er: Examenresultaat) -> tuple[Plek, ...]:
        """Take the values of an examenresultaat as it is now; give the cells that differ.

        Raises:
            InvoerFout: the result of the row is not in it any more.
        """
        return self.blad.werk_bij(rij, waarden(er, self.blad.cellen.rijen[rij])).cellen
