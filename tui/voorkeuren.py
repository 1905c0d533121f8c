"""What a user chose: keys and theme, in one TOML file that is read strictly.

    thema = "contrast"

    [overal]
    hulp = ["F1", "Ctrl+E"]

A table per bereik, in it the keys of an action by its name; what is not named keeps its own.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from register.fouten import VavoFout
from tui.acties import ACTIES, Actie, Bereik
from tui.toetsenbord import GEWOON, Toetsenbord, lees_toets


class Thema(StrEnum):
    """How the app looks; the first two have the terminal's own colours."""

    DONKER = "ansi-dark"
    LICHT = "ansi-light"
    CONTRAST = "contrast"


@frozen
class Voorkeuren:
    """What a user chose."""

    toetsenbord: Toetsenbord = GEWOON
    thema: Thema = Thema.DONKER


class VoorkeurFout(VavoFout):
    """A file of keys cannot be used; the text names the file, the line and the action."""


def voorkeurenbestand() -> Path:
    """Give the file that is read when none is named; it need not be there."""
    from platformdirs import user_config_path  # noqa: PLC0415  (not needed for --help)

    return user_config_path("vavo") / "toetsen.toml"


def voorkeuren_van(pad: Path | None, thema: str | None = None) -> Voorkeuren:
    """Give the choices of a file, or of the user's own when none is named and it is there.

    Raises:
        VoorkeurFout: the file is no TOML, or asks for what cannot be.
    """
    bestand = pad or voorkeurenbestand()
    voorkeuren = lees_voorkeuren(bestand) if pad or bestand.exists() else Voorkeuren()
    return voorkeuren if thema is None else evolve(voorkeuren, thema=Thema(thema))


def lees_voorkeuren(pad: Path) -> Voorkeuren:
    """Read the choices of a user.

    Raises:
        VoorkeurFout: it is no TOML, or asks for what cannot be.
    """
    try:
        tekst = pad.read_text(encoding="utf-8")
    except UnicodeDecodeError as fout:
        raise VoorkeurFout(f"{pad}: geen tekst in UTF-8; sla het bestand zo op") from fout
    return voorkeuren_uit(tekst, str(pad))


def voorkeuren_uit(tekst: str, bron: str) -> Voorkeuren:
    """Take the choices from a text; `bron` says in errors where it stands.

    Raises:
        VoorkeurFout: it is no TOML, or asks for what cannot be.
    """
    try:
        inhoud = tomllib.loads(tekst)
    except (tomllib.TOMLDecodeError, RecursionError) as fout:
        waar = re.search(r"line (\d+), column (\d+)", str(fout))
        plaats = f", regel {waar[1]}, teken {waar[2]}" if waar else ""
        raise VoorkeurFout(
            f"{bron}{plaats}: dit is geen TOML; vavo toetsen --toml geeft een voorbeeld"
        ) from None
    try:
        thema = _thema(inhoud.pop("thema", Thema.DONKER.value))
        toetsenbord = GEWOON.met(dict(_toetsen(inhoud)))
    except _PlekFout as fout:
        raise VoorkeurFout(_plaats(tekst, bron, fout.waar, fout.zin)) from None
    for actie, reden in toetsenbord.bezwaren():
        raise VoorkeurFout(_plaats(tekst, bron, actie.sleutel, reden))
    return Voorkeuren(toetsenbord, thema)


class _PlekFout(VoorkeurFout):
    """Something is wrong at a place."""

    def __init__(self, waar: str, zin: str) -> None:
        super().__init__(zin)
        self.waar, self.zin = waar, zin


def _thema(naam: Any) -> Thema:
    if naam in list(Thema):
        return Thema(naam)
    raise _PlekFout("thema", f"onbekend thema {naam!r}; kies uit {', '.join(Thema)}")


def _toetsen(inhoud: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    bereiken = [bereik.sleutel for bereik in Bereik]
    for bereik, deel in inhoud.items():
        if bereik not in bereiken:
            raise _PlekFout(bereik, f"onbekend{_lijkt_op(bereik, [*bereiken, 'thema'])}")
        if not isinstance(deel, dict):
            raise _PlekFout(bereik, f'schrijf [{bereik}] met daaronder acties, zoals naam = ["F5"]')
        namen = [actie.naam for actie in ACTIES if actie.bereik.sleutel == bereik]
        for naam, toetsen in deel.items():
            if naam not in namen:
                raise _PlekFout(f"{bereik}.{naam}", f"onbekende actie{_lijkt_op(naam, namen)}")
            yield f"{bereik}.{naam}", tuple(_toets(f"{bereik}.{naam}", toetsen))


def _toets(waar: str, toetsen: Any) -> Iterator[str]:
    if not isinstance(toetsen, list):
        raise _PlekFout(waar, 'schrijf de toetsen tussen haken, zoals ["F5", "Ctrl+E"]')
    for tekst in toetsen:
        toets = lees_toets(tekst) if isinstance(tekst, str) else None
        if toets is None:
            raise _PlekFout(
                waar, f"onbekende toets {tekst!r}; toetsen heten zoals F5, Ctrl+E, PgUp, Spatie, w"
            )
        yield toets


def _lijkt_op(naam: str, namen: list[str]) -> str:
    lijkend = get_close_matches(naam, namen, n=3)
    return f"; bedoelt u {' of '.join(lijkend)}?" if lijkend else f"; kies uit {', '.join(namen)}"


def _plaats(tekst: str, bron: str, waar: str, zin: str) -> str:
    """Say something with the file, the line when it can be found, and the action."""
    bereik, _, naam = waar.rpartition(".")
    onder = ""
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if kop := re.match(r"\s*\[\s*(\w+)\s*\]", regel):
            onder = kop[1]
        begin = re.match(r"\s*(?:\[\s*)?\"?([\w-]+)\"?\s*[=\]]", regel)
        if begin and begin[1] == naam and onder in (bereik, naam):
            return f"{bron}, regel {nummer}, {waar}: {zin}"
    return f"{bron}, {waar}: {zin}"


def als_tekst(voorkeuren: Voorkeuren, breedte: int) -> str:
    """Give every action with its keys, to read at this width."""
    regels: list[str] = []
    for bereik, acties in _per_bereik(voorkeuren.toetsenbord):
        kop = f"Toetsen {bereik} [{bereik.sleutel}]"
        regels += ["", kop] if regels else [kop]
        for actie in acties:
            begin = f"  {', '.join(actie.namen):<11} {actie.naam:<16} "
            verder = " " * len(begin)
            regels += textwrap.wrap(
                actie.uitleg, breedte, initial_indent=begin, subsequent_indent=verder
            )
    return "\n".join(regels) + "\n"


def als_toml(voorkeuren: Voorkeuren) -> str:
    """Give every choice as the file that says it, to begin with."""
    regels = [
        "# Toetsen en thema van vavo; wat hier niet staat blijft zoals het is.",
        f"# thema: {', '.join(Thema)}",
        f'thema = "{voorkeuren.thema}"',
    ]
    for bereik, acties in _per_bereik(voorkeuren.toetsenbord):
        regels += ["", f"[{bereik.sleutel}]  # {bereik}"]
        regels += [f"{a.naam} = [{', '.join(map(_tussen, a.namen))}]" for a in acties]
    return "\n".join(regels) + "\n"


def _per_bereik(toetsenbord: Toetsenbord) -> Iterator[tuple[Bereik, list[Actie]]]:
    for bereik in Bereik:
        yield bereik, list(toetsenbord.van([bereik]))


def _tussen(tekst: str) -> str:
    return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"') + '"'
