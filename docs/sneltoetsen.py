"""Make docs/sneltoetsen.md: every key of the app, from the action table.

python docs/sneltoetsen.py                  write the document
python docs/sneltoetsen.py --controleer     status 1 when the document is not what the table says
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tui.acties import Actie, Bereik
from tui.toetsenbord import BEZET, GEWOON
from tui.voorkeuren import Thema

DOCUMENT = Path(__file__).with_name("sneltoetsen.md")

INLEIDING = """\
# Sneltoetsen

Gemaakt uit `tui/acties.py` door `make docs`; niet met de hand wijzigen.

Op elk scherm toont de onderste regel de toetsen die daar werken, en {overal.hulp} eerst alles over
waar de cursor staat: een toets van de uitslag, een bevinding, een cel van het blad.
`vavo toetsen` toont deze lijst met de toetsen zoals u ze hebt.
De naam van een actie typt u achter `:` en schrijft u in een bestand met eigen toetsen."""

OPDRACHTREGEL = """\
## Typen wat u wilt

{overal.opdracht} opent op elk scherm een regel waarin u typt wat u wilt doen of waarheen; `:` doet
dat ook, waar nog niets is getypt.
Wat erbij past staat erboven; achter → staat wat Enter doet.
Tab vult aan, en gaat nog eens naar de volgende; ook met de pijltjes kiest u.
{overal.terug}, of Backspace als er niets meer staat, sluit de regel.

| typ | doet |
|---|---|
| een actie van dit scherm, zoals `historie` | wat de toets ervan doet |
| `student 100001`, `student duinen` | opent het dossier |
| `vak 1001`, `vak 2025 havo engels` | zoekt het vak om cijfers in te voeren |
| `signaal cijfer se ontbreekt` | wat een signaal van DUO betekent en wat u kunt doen |
| een regel van het menu, zoals `berichten` | gaat daarheen |"""

EIGEN = """\
## Eigen toetsen en thema

`vavo toetsen --toml` geeft een bestand met alle toetsen om in te wijzigen.
`vavo app` leest het bestand dat `vavo toetsen --waar` noemt, of dat van `--toetsen`.

```toml
thema = "{thema}"

[stand]
historie = ["F5", "h"]
```

Wat er niet in staat blijft zoals het is.
Geweigerd wordt, met bestand, regel en actie: een onbekende naam, een toets die op één scherm twee
dingen zou doen, een actie zonder toets, en een teken als enige toets waar tekens worden getypt.
Deze toetsen kunnen niet:
{bezet}.

Het thema is {themas}; `vavo app --thema` gaat voor.
De eerste twee nemen de kleuren van de terminal, `contrast` is wit op zwart zonder andere kleuren.
Met `NO_COLOR` zijn er geen kleuren; nergens zegt alleen een kleur iets."""


def document() -> str:
    """Give the whole text of docs/sneltoetsen.md."""
    delen = [INLEIDING, *_tabellen(), OPDRACHTREGEL, _eigen()]
    return GEWOON.zin("\n\n".join(delen)) + "\n"


def _tabellen() -> Iterator[str]:
    for bereik in Bereik:
        rijen = "\n".join(_rij(actie) for actie in GEWOON.van([bereik]))
        kop = f"## {bereik.capitalize()} (`{bereik.sleutel}`)"
        yield f"{kop}\n\n| toets | actie | doet |\n|---|---|---|\n{rijen}"


def _rij(actie: Actie) -> str:
    toetsen = ", ".join(f"`{naam}`" for naam in actie.namen)
    return f"| {toetsen} | `{actie.naam}` | {actie.uitleg} |"


def _eigen() -> str:
    toetsen = [toets.upper().replace("CTRL", "Ctrl") for toets in BEZET]
    return EIGEN.format(
        thema=Thema.CONTRAST,
        themas=f"{', '.join(f'`{een}`' for een in list(Thema)[:-1])} of `{list(Thema)[-1]}`",
        bezet=f"{', '.join(toetsen[:-1])} en {toetsen[-1]}",
    )


def main() -> int:
    """Write the document, or with --controleer compare it; give the exit status."""
    tekst = document()
    if "--controleer" not in sys.argv[1:]:
        DOCUMENT.write_text(tekst, encoding="utf-8")
        return 0
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == tekst:
        return 0
    sys.stderr.write("docs/sneltoetsen.md loopt niet gelijk met tui/acties.py: draai `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
