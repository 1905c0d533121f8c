"""How the papers call schoolsoort, werkstuk and profiel (data/documenten/benamingen.toml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from attrs import frozen

from examen.model import NIVEAUS
from examen.pakket import Zekerheid
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel


@frozen(kw_only=True)
class Benaming:
    """The words for one niveau in some years.

    Attributes:
        tot: last examenregime, None while it holds.
        schoolsoort: written out, with the leerweg.
        bij_vak: stands in brackets behind a vak of this niveau on the list of a lower one.
        werkstuk: the name of the werkstuk.
        richting: "het profiel" or "de sector", before its name.
    """

    niveau: str
    vanaf: int
    tot: int | None = None
    schoolsoort: str
    bij_vak: str
    werkstuk: str
    richting: str
    bron: str
    zekerheid: Zekerheid
    opmerking: str = ""


@frozen(kw_only=True)
class _Tabel:
    bronnen: dict[str, str]
    benaming: tuple[Benaming, ...]


def benaming(niveau: str, regime: int) -> Benaming:
    """Give the words for a niveau in an examenregime; for an older year those of the first.

    Raises:
        TabelFout: see `lees_benamingen`.
    """
    jaar = min(max(regime, EERSTE_REGIME), LAATSTE_REGIME)
    return _benamingen()[niveau, jaar]


@cache
def _benamingen() -> dict[tuple[str, int], Benaming]:
    return lees_benamingen(gegevensmap() / "documenten" / "benamingen.toml")


def lees_benamingen(pad: Path) -> dict[tuple[str, int], Benaming]:
    """Read the words from a file, by niveau and examenregime.

    Raises:
        TabelFout: a niveau has no words in some year, or two; the text names file and year.
    """
    rijen = lees_tabel(pad, _Tabel).benaming
    gelezen: dict[tuple[str, int], Benaming] = {}
    for niveau in NIVEAUS:
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1):
            geldig = [
                rij
                for rij in rijen
                if rij.niveau == niveau and rij.vanaf <= jaar <= (rij.tot or LAATSTE_REGIME)
            ]
            if len(geldig) != 1:
                raise TabelFout(
                    f"{pad.name}: {len(geldig) or 'geen'} benamingen van {niveau} in {jaar},"
                    " één verwacht"
                )
            gelezen[niveau, jaar] = geldig[0]
    return gelezen
