"""What may stand in a cell of a sheet, for the help screen."""

from __future__ import annotations

from register.vormen.waarden import naar_tekst
from tui.invoer.blad import Blad
from tui.invoer.cel import toegestaan
from tui.weergave.details import Paar


def details(blad: Blad) -> list[Paar]:
    """All about the cell under the cursor; an empty text is left out."""
    plek = blad.cursor
    cel = blad.cellen.cel(plek)
    veld = cel.veld
    dicht = blad.cellen.dicht(plek)
    gevraagd = "ja, dit moet worden ingevuld" if cel.verwacht else "nee, dit mag leeg blijven"
    # what is read a second time is not to be seen before
    staat = blad.tekst(plek) if blad.nazien else naar_tekst(veld, blad.cellen.waarde(plek))
    score = blad.omzetting(plek.kolom)
    paren = [
        ("kolom", blad.kolommen[plek.kolom].kop),
        ("veld", veld.label),
        ("wat het is", cel.uitleg),
        ("staat er", staat or "niets"),
        ("kan niet", dicht),
        ("mag", "" if dicht else toegestaan(veld)),
        ("u typt", f"{score.veld.label}: {toegestaan(score.veld)}" if score else ""),
        ("gevraagd", "" if dicht else gevraagd),
        ("volgens", cel.bron),
        ("bron van het veld", veld.bron),
    ]
    return [(label, tekst) for label, tekst in paren if tekst]
