"""Make docs/signalen/: a page per part of the manual with all its signals, and an index.

python docs/signalen.py                  write the pages
python docs/signalen.py --controleer     status 1 when the pages are not what the code says
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from examen.controles.buiten import BUITEN
from register.controle import Controle
from register.signaal import Catalogus, Onderdeel, Signaal, catalogus
from register.wijziging import Wijziging, beschrijf
from tui.werk.controles import NODIG, PER_KLASSE

MAP = Path(__file__).with_name("signalen")

INLEIDING = """\
# Signalen van BRON-vavo

Gemaakt uit `data/signalen/vavo.toml` en de controles van `examen/` en `register/vavo/` door
`make docs`; niet met de hand wijzigen.

Bron van naam en signaaltekst: {bron}.
Hetzelfde in de terminal: `vavo signaal NAAM`.
De voorbeelden zijn wijzigingen van een schoon dossier (`tests/schoon.py`, `tests/omgeving.py`) en
worden alle uitgevoerd door `tests/signalen/`.
"""

_CONTROLES = {
    controle.signaal: (controle, klasse)
    for klasse, controles in PER_KLASSE.items()
    for controle in controles
}
"""Id of a signal to its controle and the class of the dossier that its examples change."""


def bladzijden() -> dict[str, str]:
    """Give all pages: name of the file to its text."""
    vavo = catalogus("vavo")
    return {"README.md": _inhoud(vavo)} | {
        _bestand(deel): _bladzijde(vavo, deel) for deel in vavo.onderdelen.values()
    }


def _bestand(deel: Onderdeel) -> str:
    return f"{deel.naam.lower()}.md"


def _inhoud(vavo: Catalogus) -> str:
    stukken = [INLEIDING.format(bron=vavo.bron)]
    for deel in vavo.onderdelen.values():
        signalen = vavo.van_deel(deel.naam)
        met_controle = sum(signaal.id in _CONTROLES for signaal in signalen)
        stukken += [
            f"## [{deel.titel}]({_bestand(deel)})\n",
            f"{len(signalen)} in hoofdstuk {deel.hoofdstuk}, {met_controle} met een controle.\n",
            "| signaal | effect | controle |",
            "|---|---|---|",
            *(
                f"| [{signaal.naam}]({_bestand(deel)}#{signaal.id}) | {signaal.effect}"
                f" | {'ja' if signaal.id in _CONTROLES else 'nee'} |"
                for signaal in signalen
            ),
            "",
        ]
    return "\n".join(stukken)


def _bladzijde(vavo: Catalogus, deel: Onderdeel) -> str:
    stukken = [f"# {deel.titel}\n", "[Alle signalen](README.md)\n"]
    for signaal in vavo.van_deel(deel.naam):
        stukken += _kaart(vavo, signaal)
    return "\n".join(stukken)


def _kaart(vavo: Catalogus, signaal: Signaal) -> Iterator[str]:
    yield f'<a id="{signaal.id}"></a>\n'
    yield f"## {signaal.naam}\n"
    for kop, tekst in vavo.kaart(signaal).items():
        yield f"**{kop}**: {tekst}\n"
    if signaal.id in _CONTROLES:
        yield from _controle(*_CONTROLES[signaal.id])
    else:
        yield f"**Controle**: geen. {BUITEN[signaal.id]}\n"


def _controle(controle: Controle, klasse: type[Any]) -> Iterator[str]:
    module = controle.klinkt.__module__.replace(".", "/")
    yield (
        f"**Controle**: `{controle.signaal}` in `{module}.py`, op elke rij van"
        f" `{controle.plaats.frame}`.\n"
    )
    if controle.signaal in NODIG:
        nodig = NODIG[controle.signaal]
        wat = f"alle {nodig.tabel}" if nodig.volledig else nodig.tabel
        yield f"**Vraagt**: {wat} (`vavo referentie`); zonder die gegevens zwijgt hij.\n"
    yield f"**Klinkt** in het schone dossier {controle.dossier} na\n"
    yield from _voorbeeld(klasse, controle.raak)
    yield "**Zwijgt** na\n"
    yield from _voorbeeld(klasse, controle.stil)


def _voorbeeld(klasse: type[Any], wijzigingen: tuple[Wijziging, ...]) -> Iterator[str]:
    yield from (f"- `{beschrijf(klasse, wijziging)}`" for wijziging in wijzigingen)
    yield ""


def main() -> int:
    """Write the pages, or with --controleer compare them; give the exit status."""
    gemaakt = bladzijden()
    gevonden = {pad.name: pad.read_text(encoding="utf-8") for pad in sorted(MAP.glob("*.md"))}
    if "--controleer" in sys.argv[1:]:
        if gemaakt == gevonden:
            return 0
        sys.stderr.write("docs/signalen/ loopt niet gelijk met de code: draai `make docs`\n")
        return 1
    MAP.mkdir(exist_ok=True)
    for naam in gevonden.keys() - gemaakt.keys():
        (MAP / naam).unlink()
    for naam, tekst in gemaakt.items():
        (MAP / naam).write_text(tekst, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
