"""Keys and theme of one's own: read strictly, refused with a sentence."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tui.acties import ACTIES, SCHERMBEREIKEN
from tui.opdrachten.opties import THEMAS
from tui.toetsenbord import BEZET, GEWOON, Toetsenbord
from tui.voorkeuren import (
    Thema,
    Voorkeuren,
    VoorkeurFout,
    als_toml,
    lees_voorkeuren,
    voorkeuren_uit,
    voorkeuren_van,
)

BLADEN = {bereik.sleutel for bereik in itertools.chain.from_iterable(SCHERMBEREIKEN)}
TOETSEN = ["F5", "F6", "F11", "f12", "Ctrl+E", "Ctrl+S", "Tab", "w", "W", ":", "Spatie", "↑", "x1"]
iets = st.one_of(st.text(max_size=4), st.integers(), st.booleans(), st.lists(st.text(max_size=2)))
toetsen = st.lists(st.sampled_from(TOETSEN), max_size=3) | iets
namen = st.sampled_from([actie.naam for actie in ACTIES]) | st.text(max_size=5)
bestanden = st.dictionaries(
    st.sampled_from([*BLADEN, "thema"]) | st.text(max_size=5),
    st.dictionaries(namen, toetsen, max_size=4) | st.sampled_from(list(Thema)) | iets,
    max_size=4,
)


def fout_van(tekst: str) -> str:
    with pytest.raises(VoorkeurFout) as gevangen:
        voorkeuren_uit(tekst, "mijn.toml")
    return str(gevangen.value)


def gelezen_of_zin(tekst: str) -> Voorkeuren | str:
    try:
        return voorkeuren_uit(tekst, "mijn.toml")
    except VoorkeurFout as fout:
        return str(fout)


def dubbel(toetsenbord: Toetsenbord) -> set[str]:
    """Keys that do two things on one screen, or never come."""
    fout: set[str] = set()
    for bereiken in SCHERMBEREIKEN:
        tel = Counter(
            toets
            for actie in toetsenbord.acties
            if actie.bereik in bereiken
            for toets in actie.toetsen
        )
        fout |= {toets for toets, keer in tel.items() if keer > 1 or toets in BEZET}
    return fout


@given(bestanden)
def test_elk_bestand_wordt_genomen_of_met_een_zin_geweigerd(inhoud: dict[str, object]) -> None:
    gelezen = gelezen_of_zin(tomli_w.dumps(inhoud))
    if isinstance(gelezen, str):
        assert gelezen.startswith("mijn.toml")
        assert ": " in gelezen
    else:
        assert set() == dubbel(gelezen.toetsenbord)
        assert all(actie.toetsen for actie in gelezen.toetsenbord.acties)
        assert gelezen == voorkeuren_uit(als_toml(gelezen), "weer")


@given(st.text())
def test_elke_tekst_wordt_genomen_of_met_een_zin_geweigerd(tekst: str) -> None:
    gelezen = gelezen_of_zin(tekst)

    assert isinstance(gelezen, Voorkeuren) or gelezen.startswith("mijn.toml")


@given(st.permutations([f"F{nummer}" for nummer in (1, 2, 3, 9, 10, 12)]))
def test_toetsen_mogen_van_plaats_wisselen(nieuw: list[str]) -> None:
    namen = ["hulp", "zoeken", "terug", "menu", "stoppen", "opdracht"]
    inhoud = {"overal": {naam: [toets] for naam, toets in zip(namen, nieuw, strict=True)}}
    gelezen = voorkeuren_uit(tomli_w.dumps(inhoud), "mijn.toml").toetsenbord

    assert dict(zip(namen, nieuw, strict=True)) == {
        actie.naam: actie.toets for actie in gelezen.acties if actie.naam in namen
    }


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("a = [", "mijn.toml: dit is geen TOML; vavo toetsen --toml geeft een voorbeeld"),
        ("x = 1\ny ==", "mijn.toml, regel 2, teken 4: dit is geen TOML;"),
        ('thema = "roze"', "regel 1, thema: onbekend thema 'roze'; kies uit ansi-dark,"),
        ('[overall]\nhulp = ["F5"]', "regel 1, overall: onbekend; bedoelt u overal?"),
        ('[overal]\nhelp = ["F5"]', "regel 2, overal.help: onbekende actie; bedoelt u hulp?"),
        ('[overal]\n\nhulp = "F5"', "regel 3, overal.hulp: schrijf de toetsen tussen haken, zoals"),
        ('[overal]\nhulp = ["F13"]', "regel 2, overal.hulp: onbekende toets 'F13'; toetsen heten"),
        ('[overal]\nhulp = ["F11"]', "overal.hulp: F11 kan niet: deze toets maakt op veel"),
        ("[overal]\nhulp = []", "regel 2, overal.hulp: geef minstens één toets"),
        ('[overal]\nhulp = ["F4", "F4"]', "overal.hulp: F4 staat er twee keer"),
        ('[stand]\nhistorie = ["F9"]', "stand.historie: F9 doet daar al iets anders: overal.menu;"),
        ('[overal]\nhulp = ["F7"]', "overal.hulp: F7 doet daar al iets anders: tweeluik.plaats;"),
        ('[overal]\nhulp = ["h"]', "overal.hulp: geef er een toets bij die geen teken is, zoals"),
        ('[invoer]\nproef = ["Enter"]', "invoer.proef: Enter kan niet: bij het invoeren heeft"),
        ("overal = 1", "regel 1, overal: schrijf [overal] met daaronder acties"),
    ],
)  # fmt: skip
def test_wat_niet_kan_wordt_gezegd_met_regel_en_actie(tekst: str, zin: str) -> None:
    assert zin in fout_van(tekst)


def test_een_letter_kan_waar_niets_wordt_getypt_en_een_toets_op_twee_schermen() -> None:
    tekst = '[stand]\nhistorie = ["h"]\n[invoer]\nproef = ["Ctrl+E"]'
    gelezen = voorkeuren_uit(tekst, "mijn.toml").toetsenbord

    assert {"stand.historie": "h,H", "invoer.proef": "ctrl+e"} == gelezen.wijzigingen()


def test_de_themas_van_de_opdracht_zijn_die_van_het_bestand() -> None:
    assert list(Thema) == list(THEMAS)


def test_zonder_bestand_geldt_de_tabel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert Voorkeuren(GEWOON, Thema.DONKER) == voorkeuren_van(None)

    (tmp_path / "vavo").mkdir()
    (tmp_path / "vavo" / "toetsen.toml").write_text('thema = "contrast"', encoding="utf-8")

    assert Thema.CONTRAST is voorkeuren_van(None).thema
    assert Thema.LICHT is voorkeuren_van(None, "ansi-light").thema


def test_een_bestand_dat_geen_tekst_is_wordt_genoemd(tmp_path: Path) -> None:
    pad = tmp_path / "mijn.toml"
    pad.write_bytes(b"thema = '\xff'")

    with pytest.raises(VoorkeurFout, match=r"mijn\.toml: geen tekst in UTF-8"):
        lees_voorkeuren(pad)
