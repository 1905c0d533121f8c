"""The toetscodes and stagecodes of BRON-vavo (data/codes.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from attrs import frozen

from examen.model import NIVEAUS
from examen.pakket import Zekerheid
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel


@frozen(kw_only=True)
class Code:
    """A toetscode or stagecode and where it may be used.

    Attributes:
        soort: what several toetscodes are kinds of ("rekentoets"); empty for a stage.
        tot: last examenregime, None while it still exists.
    """

    code: str
    naam: str
    afkorting: str
    niveaus: tuple[str, ...]
    vanaf: int
    bron: str
    zekerheid: Zekerheid
    soort: str = ""
    tot: int | None = None
    opmerking: str = ""

    def geldt(self, niveau: str, regime: int) -> bool:
        """Say whether the code may be used at a niveau in an examenregime."""
        return (
            niveau in self.niveaus
            and self.vanaf <= regime
            and (self.tot is None or regime <= self.tot)
        )


@frozen(kw_only=True)
class Codes:
    """All toetscodes and stagecodes, by code."""

    toetsen: Mapping[str, Code]
    stages: Mapping[str, Code]


@frozen(kw_only=True)
class _Tabel:
    bronnen: dict[str, str]
    toets: tuple[Code, ...]
    stage: tuple[Code, ...]


@cache
def codes() -> Codes:
    """Give all toetscodes and stagecodes, read once.

    Raises:
        TabelFout: see `lees_codes`.
    """
    return lees_codes(gegevensmap() / "codes.toml")


def lees_codes(pad: Path) -> Codes:
    """Read the toetscodes and stagecodes from a file.

    Raises:
        TabelFout: for a code that stands there twice, an unknown niveau or bron, or years that run
            backwards; the text names file and code.
    """
    tabel = lees_tabel(pad, _Tabel)
    gezien: set[str] = set()
    for code in chain(tabel.toets, tabel.stage):
        for fout in _fouten(code, tabel.bronnen):
            raise TabelFout(f"{pad.name}: code {code.code}: {fout}")
        if code.code in gezien:
            raise TabelFout(f"{pad.name}: code {code.code} komt twee keer voor")
        gezien.add(code.code)
    return Codes(
        toetsen={code.code: code for code in tabel.toets},
        stages={code.code: code for code in tabel.stage},
    )


def _fouten(code: Code, bronnen: Mapping[str, str]) -> Iterator[str]:
    for niveau in code.niveaus:
        if niveau not in NIVEAUS:
            yield f"onbekend niveau {niveau}"
    if code.bron not in bronnen:
        yield f"onbekende bron {code.bron}"
    if code.tot is not None and code.tot < code.vanaf:
        yield f"tot {code.tot} ligt vóór vanaf {code.vanaf}"
