"""What keys do on a sheet, case by case (toetsen.toml), and what comes from elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from register.velden import Soort, Veld
from register.vormen.waarden import naar_tekst
from tests.tui.invoer.proefblad import KANDIDATEN, NEDERLANDS, blad, druk, kop
from tui.invoer.blad import Blad
from tui.invoer.bladen import vakblad
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Gevolg, Omzetting

GEVALLEN = tomllib.loads(Path(__file__).with_name("toetsen.toml").read_text(encoding="utf-8"))[
    "geval"
]


def vastgelegd(op: Blad, gevolgen: list[Gevolg]) -> list[str]:
    def tekst(plek: Plek, waarde: int | str | None) -> str:
        return naar_tekst(op.cellen.cel(plek).veld, waarde) or "leeg"

    return [
        f"{kop(op, v.plek)} {tekst(v.plek, v.oud)} {tekst(v.plek, v.nieuw)}"
        for gevolg in gevolgen
        if (v := gevolg.vastlegging)
    ]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["naam"])
def test_toetsen_doen_wat_er_staat(geval: dict[str, Any]) -> None:
    op = blad(geval.get("blad", "vak"))

    gevolgen = druk(op, geval["toetsen"].split())

    assert geval.get("vast", []) == vastgelegd(op, gevolgen)
    assert geval["cursor"] == kop(op, op.cursor)
    assert geval.get("getypt", "") == op.getypt
    assert geval.get("wacht", False) == bool(op.wacht)
    assert geval.get("melding", "") in ([g.melding for g in gevolgen if g.melding] or [""])[-1]
    assert geval.get("telling", str(op.telling())) == str(op.telling())


def test_de_bel_gaat_een_keer_per_weigering() -> None:
    assert [True, False, False] == [g.bel for g in druk(blad("vak"), ["q", "w", "7"])]


def test_een_toets_noemt_de_cellen_die_er_anders_uitzien() -> None:
    op = blad("vak")

    half, heel, reden = druk(op, ["7", "5"]) + druk(op, ["shift+tab", "v"])[1:]

    assert {Plek(0, 0)} == set(half.cellen)
    assert {Plek(0, 0), Plek(1, 0)} == set(heel.cellen)
    assert {*(Plek(0, k) for k in range(5)), Plek(1, 4)} == set(reden.cellen)


def test_bij_het_nazien_is_een_waarde_verborgen_tot_zij_is_nagezien() -> None:
    op = blad("vak")
    druk(op, ["nazien"])
    voor = [op.tekst(Plek(rij, 0)) for rij in range(4)]
    druk(op, ["down", "6", "4"])

    assert ["", "?", "", ""] == voor
    assert ["", "6,4", "", ""] == [op.tekst(Plek(rij, 0)) for rij in range(4)]
    druk(op, ["nazien"])
    assert "5,1" == op.tekst(Plek(1, 1))


def test_nazien_gaat_verder_waar_het_was_en_begint_opnieuw_als_het_klaar_is() -> None:
    op = blad("vak")
    druk(op, ["nazien", "down", "6", "4"])
    assert "Het nazien is nog niet klaar: nog 2 te gaan" == op.halverwege

    gestopt, verder = druk(op, ["nazien", "nazien"])

    assert "Nazien gestopt, nog 2 te gaan; nog eens nazien gaat daar verder." == gestopt.melding
    assert "Nazien gaat verder, nog 2 te gaan." == verder.melding
    assert ("6,4", "?") == (op.tekst(Plek(1, 0)), op.tekst(Plek(1, 1)))

    op.ga_naar(Plek(1, 1))
    druk(op, ["5", "1"])
    op.ga_naar(Plek(2, 4))
    druk(op, ["v"])
    assert "" == op.halverwege
    klaar, opnieuw = druk(op, ["nazien", "nazien"])

    assert ["Nazien is klaar.", "Nazien: typ elke waarde opnieuw."] == [
        klaar.melding,
        opnieuw.melding,
    ]
    assert "?" == op.tekst(Plek(1, 0))


def test_de_telling_zegt_alleen_tijdens_het_nazien_wat_is_nagezien() -> None:
    op = blad("vak")
    druk(op, ["nazien", "down", "6", "4"])
    assert "ingevoerd 2/6 · leeg 4 · nagezien 1 · afwijking 0" == str(op.telling())
    druk(op, ["nazien"])
    assert "ingevoerd 2/6 · leeg 4" == str(op.telling())


OMGEKEERD = {rij: 3 - rij for rij in range(4)}


def omgekeerd() -> Blad:
    """Give the sheet of the vak as it would be read again, with its candidates the other way."""
    return vakblad(NEDERLANDS, "HAVO", 2025, KANDIDATEN[::-1][1:])


def test_een_opnieuw_gelezen_blad_gaat_door_met_nazien() -> None:
    oud, op = blad("vak"), omgekeerd()
    druk(oud, ["nazien", "down", "6", "4"])
    oud.ga_naar(Plek(1, 1))
    druk(oud, ["5"])
    op.cellen.leg_neer(Plek(2, 1), 52)

    op.ga_door(oud, OMGEKEERD)

    assert op.nazien
    assert (Plek(2, 1), "5") == (op.cursor, op.getypt)
    assert "6,4" == op.tekst(Plek(2, 0))
    druk(op, ["backspace", "up", "down"])
    assert "?" == op.tekst(Plek(2, 1))


def test_wat_was_nagezien_en_nu_anders_is_moet_opnieuw() -> None:
    oud, op = blad("vak"), omgekeerd()
    druk(oud, ["nazien", "down", "6", "4"])
    oud.ga_naar(Plek(1, 0))
    druk(oud, ["4", "6"])
    assert oud.wacht.startswith("getypt 4,6 · staat 6,4")
    op.cellen.leg_neer(Plek(2, 0), 70)

    op.ga_door(oud, OMGEKEERD)

    assert "?" == op.tekst(Plek(2, 0))
    assert "Deze waarde is intussen gewijzigd; Backspace om haar opnieuw na te zien." == op.wacht
    assert [] == vastgelegd(op, druk(op, ["enter"]))


def test_een_opnieuw_gelezen_blad_houdt_scores_volgorde_en_filter() -> None:
    oud, op = blad("score"), omgekeerd()
    druk(oud, ["up", "up", "volgorde", "te_doen"])

    op.ga_door(oud, OMGEKEERD)

    assert "score" == op.getypt_veld(Plek(0, 1)).label
    assert oud.weg.volgorde == op.weg.volgorde
    assert [OMGEKEERD[rij] for rij in oud.weg.zichtbaar][::-1] == list(op.weg.zichtbaar)


def test_wie_er_niet_meer_is_laat_de_cursor_niet_dwalen() -> None:
    oud, op = blad("vak"), omgekeerd()
    begin = op.cursor
    druk(oud, ["7"])

    op.ga_door(oud, {rij: naar for rij, naar in OMGEKEERD.items() if rij != oud.cursor.rij})

    assert (begin, "") == (op.cursor, op.getypt)


def test_wat_na_het_nazien_gewijzigd_is_is_niet_meer_nagezien() -> None:
    op = blad("vak")
    druk(op, ["nazien", "down", "6", "4"])

    op.werk_bij(1, (70, 51, None, None, None))

    assert "?" == op.tekst(Plek(1, 0))


def test_wat_niet_vastgelegd_kon_worden_komt_terug_en_houdt_vast() -> None:
    op = blad("vak")
    druk(op, ["7", "5", "8"])

    gevolg = op.weiger(Plek(0, 0), "A. de Vries gaf 10:02 een 6,8 in.", 68)

    assert ("6,8", "1 SE", "") == (op.tekst(Plek(0, 0)), kop(op, op.cursor), op.getypt)
    assert gevolg.bel
    assert gevolg.verplaatst
    assert [None, None] == [g.vastlegging for g in druk(op, ["9", "0"])]
    assert ["1 SE 6,8 9,0"] == vastgelegd(op, druk(op, ["backspace", "9", "0"]))


def test_een_weigering_in_een_verborgen_regel_laat_alles_weer_zien() -> None:
    op = blad("vak")
    druk(op, ["te_doen"])

    gevolg = op.weiger(Plek(1, 0), "Intussen gewijzigd.", 70)

    assert gevolg.alles
    assert [0, 1, 2, 3] == list(op.weg.zichtbaar)


def test_nieuws_van_elders_laat_staan_wat_getypt_wordt() -> None:
    op = blad("vak")
    druk(op, ["7"])

    gevolg = op.werk_bij(0, (80, 61, None, None, None))

    assert {Plek(0, 0), Plek(0, 1)} == set(gevolg.cellen)
    assert ("7", "6,1") == (op.tekst(Plek(0, 0)), op.tekst(Plek(0, 1)))
    assert ["1 SE 8,0 7,5"] == vastgelegd(op, druk(op, ["5"]))


def test_nieuws_van_elders_sluit_de_cel_waarin_getypt_wordt() -> None:
    op = blad("vak")
    druk(op, ["7"])
    op.werk_bij(0, (None, None, None, None, "O"))

    (gevolg,) = druk(op, ["enter"])

    assert gevolg.vastlegging is None
    assert "Ontheffing: hier hoort geen cijfer SE." == gevolg.melding


def test_een_getoond_verschil_dat_achterhaald_is_wordt_niet_genomen() -> None:
    op = blad("vak")
    druk(op, ["nazien", "down", "4", "6"])

    op.werk_bij(1, (70, 51, None, None, None))

    assert [] == vastgelegd(op, druk(op, ["enter"]))
    assert 70 == op.cellen.waarde(Plek(1, 0))


def test_wat_een_ander_wijzigde_houdt_vast_tot_het_is_gezien() -> None:
    op = blad("vak")
    druk(op, ["7", "5"])
    geraakt = op.werk_bij(0, (75, 61, None, None, None)).cellen

    gevolg = op.hoor(geraakt, "CE1 is nu 6,1.")

    assert (True, "CE1 is nu 6,1.") == (gevolg.bel, gevolg.melding)
    assert [] == vastgelegd(op, druk(op, ["5", "8"]))
    druk(op, ["enter", "enter"])  # the first says it again: characters came in meanwhile
    assert "2 SE" == kop(op, op.cursor)
    assert ["2 SE 6,4 5,8"] == vastgelegd(op, druk(op, ["5", "8"]))


def test_een_leeg_blad_zegt_dat_het_leeg_is() -> None:
    op = Blad([], [])

    assert {"Dit blad heeft geen regels."} == {
        g.melding for g in druk(op, ["7", "enter", "tab", "up", "delete"])
    }
    assert "ingevoerd 0/0 · leeg 0" == str(op.telling())
    assert "" == druk(op, ["te_doen"])[0].melding


def test_een_blad_weet_welke_cijfers_kunnen_komen() -> None:
    op = blad("vak")
    score = Veld(label="score", soort=Soort.GEHEEL, minimum=0, maximum=60)
    assert () == op.komende()
    druk(op, ["7"])
    assert {*range(70, 80)} == set(op.komende())
    druk(op, ["backspace"])
    op.zet_om(0, Omzetting(veld=score, waarde_van=abs))
    druk(op, ["5"])
    assert {5, *range(50, 60)} == set(op.komende())
    op.zet_om(0, None)
    op.wissel_nazien()
    druk(op, ["7"])
    assert () == op.komende()
