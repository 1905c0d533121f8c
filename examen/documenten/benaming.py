"""How the papers call schoolsoort, werkstuk and profiel (data/documenten/benamingen.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from examen.model import NIVEAUS, Vakresultaat
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
class NietVermeld:
    """Vakcodes that a cijferlijst leaves out when the candidate is exempt."""

    niveaus: tuple[str, ...]
    vakken: tuple[str, ...]
    bron: str
    zekerheid: Zekerheid
    opmerking: str = ""


@frozen(kw_only=True)
class Benamingen:
    """The whole table.

    Attributes:
        woorden: by niveau and examenregime.
        niet_vermeld: niveau and vakcode of what is left out when exempt.
    """

    woorden: Mapping[tuple[str, int], Benaming]
    niet_vermeld: frozenset[tuple[str, str]]


@frozen(kw_only=True)
class _Tabel:
    bronnen: dict[str, str]
    benaming: tuple[Benaming, ...]
    niet_vermeld: tuple[NietVermeld, ...]


def benaming(niveau: str, regime: int) -> Benaming:
    """Give the words for a niveau in an examenregime; for an older year those of the first.

    Raises:
        TabelFout: see `lees_benamingen`.
    """
    jaar = min(max(regime, EERSTE_REGIME), LAATSTE_REGIME)
    return _benamingen().woorden[niveau, jaar]


def wordt_vermeld(vak: Vakresultaat) -> bool:
    """Tell whether a cijferlijst names a result: not when exempt from certain vakken."""
    vrij = vak.reden_niet_deelname is not None
    return not (vrij and (vak.niveau, vak.vak) in _benamingen().niet_vermeld)


@cache
def _benamingen() -> Benamingen:
    return lees_benamingen(gegevensmap() / "documenten" / "benamingen.toml")


def lees_benamingen(pad: Path) -> Benamingen:
    """Read the table from a file.

    Raises:
        TabelFout: a niveau has no words in some year, or two; the text names file and year.
    """
    tabel = lees_tabel(pad, _Tabel)
    gelezen: dict[tuple[str, int], Benaming] = {}
    for niveau in NIVEAUS:
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1):
            geldig = [
                rij
                for rij in tabel.benaming
                if rij.niveau == niveau and rij.vanaf <= jaar <= (rij.tot or LAATSTE_REGIME)
            ]
            if len(geldig) != 1:
                raise TabelFout(
                    f"{pad.name}: {len(geldig) or 'geen'} benamingen van {niveau} in {jaar},"
                    " één verwacht"
                )
            gelezen[niveau, jaar] = geldig[0]
    return Benamingen(
        woorden=gelezen,
        niet_vermeld=frozenset(
            (niveau, vak)
            for rij in tabel.niet_vermeld
            for niveau in rij.niveaus
            for vak in rij.vakken
        ),
    )
