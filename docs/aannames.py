"""Make docs/aannames.md: everything in data/ that its source leaves in doubt.

    python docs/aannames.py                  write the document
    python docs/aannames.py --controleer     status 1 when the document is not what data/ says

Each row of a table under data/ that says `zekerheid = "midden"` or "laag" appears, rows with the
same source and remark together.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from register.gegevens import gegevensmap

DOCUMENT = Path(__file__).with_name("aannames.md")

INLEIDING = """\
# Aannames

Gemaakt uit `data/` door `make docs`; niet met de hand wijzigen.

Hier staat alles wat de bron niet zeker maakt.
*Laag*: een aanname of afleiding, vraag het na voor u erop bouwt.
*Midden*: een bron zegt het, maar niet voor precies dit jaar of dit niveau, of de tekst zelf is niet
gelezen.
Wat hier niet staat, is in de geldende tekst gelezen."""

KOPPEN = {
    "examenregime": "Regels van de wet per examenregime",
    "pakket": "Wat een volledig examen is",
    "vakkentabel": "Vakkentabel",
    "opleidingen": "Opleidingscodes",
    "codes": "Toets- en stagecodes",
    "signalen": "Signalen",
    "documenten": "Documenten",
    "referentie": "Referentiegegevens",
    "voorbeeld": "Verzonnen kandidaten",
}
"""Folder or file under data/ with its heading, in the order of the document."""

_NAMEN = ("code", "vakcode", "patroon", "profiel", "naam")
_NIVEAUS = ("uitslagniveau", "niveaus", "niveau")

_VOLUIT = 8
"""Rows written out in one remark; of more only the first few are named."""


@attrs.frozen
class Aanname:
    """One doubtful row.

    Attributes:
        plaats: file under data/, without the year for a vakkentabel.
        wat: what it is about.
        vanaf: first year, or None.
        tot: last year, included, or None.
    """

    plaats: str
    wat: str
    vanaf: int | None
    tot: int | None
    zekerheid: str
    bron: str
    opmerking: str


def aannames(map_: Path) -> Iterator[Aanname]:
    """Give every doubtful row of every table, in order of the files."""
    for pad in sorted(map_.rglob("*.toml")):
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
        plaats = str(pad.relative_to(map_).with_suffix(""))
        for rij in _rijen(inhoud):
            if rij["zekerheid"] == "hoog":
                continue
            jaar = inhoud.get("regime")
            bron = rij.get("bron", "")
            yield Aanname(
                plaats="vakkentabel" if jaar else plaats,
                wat=_wat(rij),
                vanaf=rij.get("vanaf", jaar),
                tot=rij.get("tot", jaar),
                zekerheid=rij["zekerheid"],
                bron=inhoud.get("bronnen", {}).get(bron, bron),
                opmerking=rij.get("opmerking", ""),
            )


def _rijen(inhoud: Any) -> Iterator[dict[str, Any]]:
    if isinstance(inhoud, dict):
        if "zekerheid" in inhoud:
            yield inhoud
        for waarde in inhoud.values():
            yield from _rijen(waarde)
    elif isinstance(inhoud, list):
        for waarde in inhoud:
            yield from _rijen(waarde)


def _wat(rij: dict[str, Any]) -> str:
    """Give code and name of a row with its niveaus and profiel: "5150 VAVO ATH (VWO_ATH NT)"."""
    naam = " ".join(str(rij[sleutel]) for sleutel in _NAMEN if sleutel in rij)
    niveaus = next((rij[sleutel] for sleutel in _NIVEAUS if sleutel in rij), [])
    waarvoor = " ".join([niveaus] if isinstance(niveaus, str) else niveaus)
    return f"{naam} ({waarvoor})" if naam and waarvoor else naam or waarvoor


def document(map_: Path) -> str:
    """Give the whole text of docs/aannames.md."""
    groepen: dict[tuple[str, ...], list[Aanname]] = {}
    for aanname in aannames(map_):
        sleutel = (aanname.plaats, aanname.zekerheid, aanname.bron, aanname.opmerking)
        groepen.setdefault(sleutel, []).append(aanname)
    stukken = [INLEIDING]
    vorige = ""
    for naam, kop in KOPPEN.items():
        eigen = [g for sleutel, g in groepen.items() if sleutel[0].partition("/")[0] == naam]
        if eigen:
            stukken.append(f"\n## {kop}")
        for groep in sorted(eigen, key=lambda g: (g[0].plaats, g[0].zekerheid != "laag")):
            if groep[0].plaats != vorige:
                vorige = groep[0].plaats
                stukken.append(f"\n### `data/{vorige}`\n")
            stukken.append(_alinea(groep))
    return "\n".join(stukken) + "\n"


def _alinea(groep: list[Aanname]) -> str:
    eerste = groep[0]
    kenmerken = [f"**{eerste.zekerheid}**", _jaren(groep), _waarover(groep)]
    regels = [f"- {', '.join(filter(None, kenmerken))}."]
    regels += [f"  {eerste.opmerking}"] if eerste.opmerking else []
    regels += [f"  Bron: {eerste.bron}."] if eerste.bron else []
    return "\n".join(regels)


def _jaren(groep: list[Aanname]) -> str:
    beginjaren = [a.vanaf for a in groep if a.vanaf is not None]
    eindjaren = [a.tot for a in groep if a.tot is not None]
    vanaf = str(min(beginjaren, default=""))
    tot = str(max(eindjaren)) if len(eindjaren) == len(groep) else ""
    if vanaf and tot:
        return vanaf if vanaf == tot else f"{vanaf} tot en met {tot}"
    return f"vanaf {vanaf}" if vanaf else f"tot en met {tot}" if tot else ""


def _waarover(groep: list[Aanname]) -> str:
    namen = list(dict.fromkeys(a.wat for a in groep))
    if len(namen) > _VOLUIT:
        return f"{len(namen)} rijen, waaronder {', '.join(namen[:3])}"
    return ", ".join(namen)


def main() -> int:
    """Write the document, or with --controleer compare it; give the exit status."""
    tekst = document(gegevensmap())
    if "--controleer" not in sys.argv[1:]:
        DOCUMENT.write_text(tekst, encoding="utf-8")
        return 0
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == tekst:
        return 0
    sys.stderr.write("docs/aannames.md loopt niet gelijk met data/: draai `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
