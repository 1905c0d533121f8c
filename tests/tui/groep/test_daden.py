"""What is asked before something is done with some candidates."""

from __future__ import annotations

from attrs import evolve

from tests.tui.voorbeeld import groepsregel
from tui.groep.daden import Taakdaad, daden
from tui.groep.regel import Groepsregel


def berichten(*keuze: Groepsregel) -> Taakdaad:
    (daad,) = (een for een in daden(keuze, 5, {}) if een.naam == "Berichten maken")
    assert isinstance(daad, Taakdaad)
    return daad


def test_wie_levert_wat_duo_zou_afkeuren_moet_het_aantal_typen() -> None:
    schoon = evolve(groepsregel(1), afkeur=0)
    fout = evolve(groepsregel(2), afkeur=3)

    toch, bestand = berichten(schoon, fout, fout).vragen

    assert "DUO keurt 2 van 3 af. Typ 2" == toch.tekst
    assert "" == toch.bezwaar("2")
    assert "Typ 2, of ga terug en kies wie geen afkeur heeft." == toch.bezwaar("3")
    assert "bestand" == bestand.naam
    assert "DUO keurt dit af. Typ 1" == (berichten(fout).vragen[0].tekst)


def test_zonder_afkeur_is_er_alleen_de_vraag_naar_het_bestand() -> None:
    daad = berichten(evolve(groepsregel(1), afkeur=0))

    assert ["bestand"] == [vraag.naam for vraag in daad.vragen]
    assert {"bestand": "uit.xml"} == daad.opties({"bestand": "uit.xml", "aantal": "2"})
