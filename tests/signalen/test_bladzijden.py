"""docs/signalen/ is made from the catalogue and the controls, and is in step with them."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

from register.signaal import catalogus

HUIS = Path(__file__).parent.parent.parent


def test_de_bladzijden_lopen_gelijk_met_de_code() -> None:
    gevonden = subprocess.run(
        [sys.executable, "docs/signalen.py", "--controleer"],
        cwd=HUIS,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("", 0) == (gevonden.stderr, gevonden.returncode)


def test_elk_signaal_heeft_zijn_kop_met_controle_of_reden() -> None:
    bladzijden = runpy.run_path(str(HUIS / "docs" / "signalen.py"))["bladzijden"]()
    alles = "\n".join(tekst for naam, tekst in bladzijden.items() if naam != "README.md")
    kaarten = alles.split('<a id="')[1:]

    assert sorted(catalogus("vavo").signalen) == sorted(k.partition('"')[0] for k in kaarten)
    assert all("**Controle**: " in kaart for kaart in kaarten)
