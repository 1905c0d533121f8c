"""Pasting: what the preview says of each text."""

from __future__ import annotations

import pytest

from register.fouten import InvoerFout
from tests.tui.invoer.proefblad import blad, druk, kop
from tui.invoer.blad import Blad
from tui.invoer.plakken import Plakcel, pas_toe, voorbeeld


def regels(op: Blad, tekst: str) -> list[str]:
    """The preview in words."""

    def een(cel: Plakcel) -> str:
        waar = kop(op, cel.plek) if cel.plek else "nergens"
        wat = cel.bezwaar or f"{cel.oud} {cel.nieuw}"
        return f"regel {cel.regel} “{cel.tekst}” {waar}: {wat}"

    return [een(cel) for cel in voorbeeld(op, tekst).cellen]


def test_een_kolom_gaat_over_de_open_cellen_omlaag() -> None:
    assert [
        "regel 1 “7,5” 1 SE: None 75",
        "regel 2 “6.4” 2 SE: 64 64",
        "regel 3 “8” 4 SE: None 80",
    ] == regels(blad("vak"), "7,5\r\n6.4\r\n8\r\n")


def test_meer_kolommen_gaan_naar_rechts() -> None:
    op = blad("vak")

    assert [
        "regel 1 “7,5” 1 SE: None 75",
        "regel 1 “6,1” 1 CE1: None 61",
        "regel 2 “5” 2 CE1: 51 50",
    ] == regels(op, "7,5\t6,1\n\t5")


def test_een_lege_tekst_laat_staan_wat_er_staat() -> None:
    assert ["regel 3 “7” 4 SE: None 70"] == regels(blad("vak"), "\n  \n7")


@pytest.mark.parametrize(
    ("tekst", "bezwaar"),
    [
        ("75", "gevonden 75; toegestaan is een cijfer van 1,0 tot en met 10,0"),
        ("7,25", "gevonden 7,25; toegestaan is één cijfer achter de komma"),
        ("SE", "gevonden “SE”; toegestaan is een getal van 1,0 tot en met 10,0"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_de_reden(tekst: str, bezwaar: str) -> None:
    assert [f"regel 1 “{tekst}” 1 SE: {bezwaar}", "regel 2 “6,5” 2 SE: 64 65"] == regels(
        blad("vak"), f"{tekst}\n6,5"
    )


def test_tien_is_een_tien() -> None:
    assert ["regel 1 “10” 1 SE: None 100"] == regels(blad("vak"), "10")


def test_wat_buiten_het_blad_valt_wordt_geweigerd() -> None:
    op = blad("vak")
    druk(op, ["end", "right", "right", "right", "right"])

    assert [
        "regel 1 “v” 4 reden: None V",
        "regel 1 “7” nergens: hier is geen cel meer; er is meer geplakt dan er past",
        "regel 2 “v” nergens: hier is geen cel meer; er is meer geplakt dan er past",
    ] == regels(op, "v\t7\nv")


VAKKENTABEL = "Volgens de vakkentabel van 2025 heeft dit vak geen beoordeling SE."


def test_een_gesloten_cel_weigert() -> None:
    op = blad("vak")
    druk(op, ["down", "down", "right", "right", "right", "right"])

    assert ["regel 1 “v” 3 reden: V V"] == regels(op, "v")
    op = blad("kandidaat")
    assert [
        "regel 2 “7” 2 SE: None 70",
        f"regel 2 “8” 2 G/V/O: {VAKKENTABEL}",
    ] == regels(op, "\n7\t8")


def test_scores_worden_cijfers() -> None:
    assert [
        "regel 1 “30” 1 CE1: None 55",
        "regel 2 “61” 2 CE1: gevonden 61; toegestaan is een heel getal van 0 tot en met 60",
    ] == regels(blad("score"), "30\n61")


def test_het_voorbeeld_telt_op() -> None:
    assert "2 nieuw · 1 anders · 0 gelijk · 1 tekst geweigerd" == str(
        voorbeeld(blad("vak"), "7,5\t6,1\n7\tx")
    )


def test_wat_intussen_gewijzigd_is_wordt_overgeslagen() -> None:
    op = blad("vak")
    gezien = voorbeeld(op, "7,5\n7,6\n7,7")
    op.werk_bij(1, (70, 51, None, None, None))
    op.werk_bij(3, (None, None, None, None, "O"))

    assert [75] == [vastlegging.nieuw for vastlegging in pas_toe(op, gezien)]


def test_bij_het_nazien_wordt_niet_geplakt() -> None:
    op = blad("vak")
    druk(op, ["nazien"])

    with pytest.raises(InvoerFout, match="beëindig eerst het nazien"):
        voorbeeld(op, "7,5")


def test_op_een_leeg_blad_past_niets() -> None:
    assert ["regel 1 “7” nergens: hier is geen cel meer; er is meer geplakt dan er past"] == regels(
        Blad([], []), "7"
    )
