"""The opleidingen of the vavo (data/opleidingen.toml): their niveau and profielen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from examen.model import NIVEAUS, UITSLAGNIVEAUS
from examen.pakket import Pakketten, Zekerheid, pakketten
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel


@frozen(kw_only=True)
class Opleiding:
    """One opleiding of the vavo.

    Attributes:
        profielen: the profielen whose pakketten must all be full; when a diplomeerbaar opleiding
            names none, the pakket of any profiel is enough.
        diplomeerbaar: an uitslag G or A is possible (manual chapter 6, "Opleiding niet
            diplomeerbaar").
        vanaf: first examenregime with this code, None when it is older than the tables.
        tot: last examenregime with this code, None while it still exists.
    """

    code: str
    naam: str
    niveau: str
    uitslagniveau: str
    profielen: tuple[str, ...]
    diplomeerbaar: bool
    bron: str
    zekerheid: Zekerheid
    vanaf: int | None = None
    tot: int | None = None
    opmerking: str = ""

    def bestaat_in(self, regime: int) -> bool:
        """Say whether the code exists in this examenregime."""
        return (self.vanaf is None or self.vanaf <= regime) and (
            self.tot is None or regime <= self.tot
        )


@frozen(kw_only=True)
class _Tabel:
    bronnen: dict[str, str]
    opleiding: tuple[Opleiding, ...]


@cache
def opleidingen() -> Mapping[str, Opleiding]:
    """Give all opleidingen by opleidingscode, read once.

    Raises:
        TabelFout: see `lees_opleidingen`.
    """
    return lees_opleidingen(gegevensmap() / "opleidingen.toml", pakketten())


def lees_opleidingen(pad: Path, bekend: Pakketten) -> dict[str, Opleiding]:
    """Read the opleidingen from a file.

    Args:
        pad: the file.
        bekend: the pakketten that say which profielen there are.

    Raises:
        TabelFout: for a code that stands there twice, an unknown niveau, profiel or bron, or years
            that run backwards; the text names file and opleiding.
    """
    tabel = lees_tabel(pad, _Tabel)
    gelezen: dict[str, Opleiding] = {}
    for opleiding in tabel.opleiding:
        for fout in _fouten(opleiding, bekend, tabel.bronnen):
            raise TabelFout(f"{pad.name}: opleiding {opleiding.code}: {fout}")
        if opleiding.code in gelezen:
            raise TabelFout(f"{pad.name}: opleiding {opleiding.code} komt twee keer voor")
        gelezen[opleiding.code] = opleiding
    return gelezen


def _fouten(opleiding: Opleiding, bekend: Pakketten, bronnen: Mapping[str, str]) -> Iterator[str]:
    if not re.fullmatch("[0-9]{4,5}", opleiding.code):
        yield "geen opleidingscode van 4 of 5 cijfers"
    if opleiding.niveau not in NIVEAUS:
        yield f"onbekend niveau {opleiding.niveau}"
    if opleiding.uitslagniveau not in UITSLAGNIVEAUS:
        yield f"onbekend uitslagniveau {opleiding.uitslagniveau}"
    for profiel in opleiding.profielen:
        if profiel not in bekend.profielen(opleiding.uitslagniveau):
            yield f"onbekend profiel {profiel} bij {opleiding.uitslagniveau}"
    if opleiding.profielen and not opleiding.diplomeerbaar:
        yield "een profiel, maar niet diplomeerbaar"
    if opleiding.bron not in bronnen:
        yield f"onbekende bron {opleiding.bron}"
    if opleiding.tot is not None and not opleiding.bestaat_in(opleiding.tot):
        yield f"tot {opleiding.tot} ligt vóór vanaf {opleiding.vanaf}"
