"""`vavo signaal`: one card, all names, and help for who mistypes."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from register.signaal import catalogus
from tui.opdrachten import hoofd


def vavo(*woorden: str) -> Result:
    return CliRunner().invoke(hoofd, ["signaal", *woorden])


@pytest.mark.parametrize(
    "woorden", [("Cijfer SE ontbreekt",), ("cijfer", "se", "ONTBREEKT"), ("cijfer_se_ontbreekt",)]
)
def test_een_naam_geeft_de_kaart_hoe_hij_ook_geschreven_is(woorden: tuple[str, ...]) -> None:
    gevonden = vavo(*woorden)

    assert 0 == gevonden.exit_code
    assert gevonden.stdout.startswith("Cijfer SE ontbreekt\n")
    assert "Signaaltekst  Cijfer schoolexamen is onterecht leeg.\n" in gevonden.stdout
    assert "Effect        afkeur" in gevonden.stdout
    assert "Vindplaats" in gevonden.stdout


def test_een_naam_die_duo_twee_keer_gebruikt_geeft_beide_kaarten() -> None:
    gevonden = vavo("BRIN onbekend")

    assert "De BRIN moet actief zijn op datum inschrijving." in gevonden.stdout
    assert "De BRIN moet actief zijn op datum resultaat." in gevonden.stdout


@pytest.mark.parametrize(
    ("getikt", "bedoeld"),
    [
        ("cijfr se onjust", "Cijfer SE onjuist"),
        ("werkstuk", "Cijfer werkstuk onjuist"),
        ("inruil bij deelexamen", "Inruil bij deexamen"),
    ],
)
def test_een_verkeerde_naam_noemt_wat_erop_lijkt(getikt: str, bedoeld: str) -> None:
    gevonden = vavo(getikt)

    assert 2 == gevonden.exit_code
    assert f"onbekend signaal '{getikt}'. Bedoelt u: " in gevonden.stderr
    assert bedoeld in gevonden.stderr


def test_op_wat_nergens_op_lijkt_volgt_de_lijst() -> None:
    gevonden = vavo("qqqq")

    assert 2 == gevonden.exit_code
    assert "Zie vavo signaal --lijst." in gevonden.stderr


def test_de_lijst_noemt_elke_naam_onder_zijn_onderdeel() -> None:
    alle = catalogus("vavo")

    regels = vavo("--lijst").stdout.splitlines()

    assert {s.naam for s in alle.signalen.values()} == {
        regel.strip() for regel in regels if regel.startswith("  ")
    }
    assert [d.titel for d in alle.onderdelen.values()] == [
        regel for regel in regels if not regel.startswith("  ")
    ]


@pytest.mark.parametrize("woorden", [(), ("--lijst", "Vak bestaat niet")])
def test_een_naam_of_de_lijst_en_niet_allebei(woorden: tuple[str, ...]) -> None:
    gevonden = vavo(*woorden)

    assert 2 == gevonden.exit_code
    assert "geef een NAAM of --lijst." in gevonden.stderr
