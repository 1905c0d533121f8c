"""Processing a levering end to end, against lxml's bare validation of the same file."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml import etree

from bench.kandidaten import REGIMES
from bench.meting import Meting, duur, in_eigen_proces, kortste, piekgeheugen
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.bericht import LEVERING, Aanlevering, melding_naar_xml, schrijf_bestand
from register.bericht.keuring import schema
from tui.werk.levering import Balie


def meet(*, rook: bool) -> Iterator[Meting]:
    """Process messages about different examenresultaten into an empty register."""
    aantal = 200 if rook else 10_000
    omvang, kaal, verwerken, opnieuw, geheugen = in_eigen_proces("bench.lever", aantal)
    yield Meting(naam=f"lezen en valideren met lxml, {omvang:.0f} MB", waarde=kaal, eenheid="s")
    yield Meting(
        naam=f"{aantal} meldingen verwerken en beantwoorden",
        waarde=aantal / verwerken,
        eenheid="meldingen/s",
        minstens=None if rook else 2_000,
    )
    yield Meting(
        naam="verwerken ten opzichte van alleen valideren", waarde=verwerken / kaal, eenheid="x"
    )
    yield Meting(naam="dezelfde levering nog eens", waarde=aantal / opnieuw, eenheid="meldingen/s")
    yield Meting(
        naam="geheugen",
        waarde=geheugen,
        eenheid="MB",
        hoogstens=None if rook else 500,
    )


def tijden(aantal: int) -> list[float]:
    """Give megabytes of file, seconds of bare validation, of processing, and of doing it again."""
    with tempfile.TemporaryDirectory() as map_:
        levering = Path(map_) / "levering.xml"
        schrijf(levering, aantal)
        kaal = kortste(lambda: schema(LEVERING).assertValid(etree.parse(levering)))
        lever(levering, Path(map_) / "warm.db")
        verwerken = duur(lambda: lever(levering, Path(map_) / "register.db"))
        opnieuw = duur(lambda: lever(levering, Path(map_) / "register.db"))
        return [levering.stat().st_size / 1e6, kaal, verwerken, opnieuw]


def schrijf(pad: Path, aantal: int) -> None:
    """Write messages about fictional candidates of every kind."""
    kandidaten = aangeleverd(voorbeeld(aantal, regimes=REGIMES))
    with schrijf_bestand(pad, LEVERING, "99XX") as bestand:
        for kandidaat in kandidaten:
            bestand(melding_naar_xml(Aanlevering(nummer=0, entiteit=kandidaat.examenresultaat)))


def lever(levering: Path, register: Path) -> None:
    """Process as the command does."""
    op = datetime(2026, 11, 1)  # noqa: DTZ001
    with Balie.open(register, door="bench", op=op, peildatum=op.date()) as balie:
        gekeurd = balie.keur(levering, lambda _: None)
        balie.verwerk(levering, gekeurd, levering.with_suffix(".antwoord.xml"), lambda _: None)


if __name__ == "__main__":
    print(json.dumps([*tijden(int(sys.argv[1])), piekgeheugen()]))
