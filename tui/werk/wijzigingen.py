"""What a recalculation changes, gathered and shown as tables in the terminal."""

from __future__ import annotations

from collections import Counter

import polars as pl
from attrs import define, field
from rich.console import Console
from rich.table import Table

from tui.getallen import getal
from tui.werk.herberekening import WIJZIGING_SCHEMA, Herrekening

TE_TONEN = 20
"""Changes that are shown one by one; a report has them all."""

_NAMEN = {
    "eindcijfer": "eindcijfers",
    "combinatiecijfer": "combinatiecijfers",
    "uitslag": "uitslagen",
    "cum_laude": "cum laude",
    "certificaat": "certificaten",
}


@define
class Overzicht:
    """The changes of all partitions so far: counts, and the first few to show.

    Attributes:
        aantal: examenresultaten computed.
        eerste: of those, the ones that had no outcome yet.
        gewijzigd: the ones that had another outcome.
        per_soort: number of changes per kind, of outcomes that were there already.
        uitslagen: number of times an uitslag went from one to another.
        voorbeelden: the first changes.
    """

    aantal: int = 0
    eerste: int = 0
    gewijzigd: int = 0
    per_soort: Counter[str] = field(factory=Counter)
    uitslagen: Counter[tuple[str, str]] = field(factory=Counter)
    voorbeelden: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=WIJZIGING_SCHEMA))

    def tel(self, herrekening: Herrekening) -> None:
        """Add the changes of one partition."""
        self.aantal += herrekening.aantal
        eerste = sum(stand is None for stand in herrekening.verwacht)
        self.eerste += eerste
        self.gewijzigd += len(herrekening.verwacht) - eerste
        echt = herrekening.wijzigingen.filter(pl.col("eerste") == "nee")
        self.per_soort.update(echt["wat"])
        uitslagen = echt.filter(pl.col("wat") == "uitslag")
        self.uitslagen.update(uitslagen.select("oud", "nieuw").fill_null("-").rows())
        volgorde = echt.sort(pl.col("wat") != "uitslag", maintain_order=True)
        self.voorbeelden = pl.concat([self.voorbeelden, volgorde]).head(TE_TONEN)

    @property
    def verandert(self) -> bool:
        """Whether anything differs from what is kept."""
        return bool(self.eerste or self.gewijzigd)

    def toon(self, console: Console, *, toegepast: bool) -> None:
        """Write the tables, and in one sentence what was done."""
        console.print(f"{getal(self.aantal)} examenresultaten berekend.")
        if self.gewijzigd:
            console.print(self._soorten())
            console.print(self._voorbeelden())
        if not self.verandert:
            console.print("Er verandert niets.")
            return
        delen = [
            f"{getal(aantal)} {tekst}"
            for aantal, tekst in (
                (self.gewijzigd, "met een andere uitkomst"),
                (self.eerste, "voor het eerst berekend"),
            )
            if aantal
        ]
        gedaan = "Vastgelegd" if toegepast else "Niet vastgelegd (dat doet --toepassen)"
        console.print(f"{gedaan}: {', '.join(delen)}.")

    def _soorten(self) -> Table:
        tabel = Table("wat", "aantal", title="Wijzigingen", title_justify="left")
        tabel.columns[1].justify = "right"
        for soort, naam in _NAMEN.items():
            if self.per_soort[soort]:
                tabel.add_row(naam, getal(self.per_soort[soort]))
            if soort == "uitslag":
                for (oud, nieuw), aantal in sorted(self.uitslagen.items()):
                    tabel.add_row(f"  {oud} wordt {nieuw}", getal(aantal))
        return tabel

    def _voorbeelden(self) -> Table:
        totaal = sum(self.per_soort.values())
        titel = f"De eerste {TE_TONEN} van {getal(totaal)}" if totaal > TE_TONEN else "Een voor een"
        tabel = Table(
            "examenresultaat", "wat", "oud", "nieuw", "waarom", title=titel, title_justify="left"
        )
        for rij in self.voorbeelden.iter_rows(named=True):
            tabel.add_row(
                rij["examenresultaatvolgnummer"],
                f"{rij['wat'].replace('_', ' ')} {rij['waar']}",
                rij["oud"] or "-",
                rij["nieuw"] or "-",
                rij["waarom"] or "",
            )
        return tabel
