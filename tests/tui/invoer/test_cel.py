"""The grammar of one cell: what is ready, what waits, what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examen.model import Vakresultaat
from register.velden import Soort, Veld, attributen
from register.vormen.waarden import naar_tekst
from tests.strategieen import waarden
from tui.invoer.cel import Geweigerd, Klaar, Verder, besluit, bezwaar, komende, mag, toegestaan, typ

VELDEN = {a.naam: a.veld for a in attributen(Vakresultaat)}
SCORE = Veld(label="score", soort=Soort.GEHEEL, minimum=0, maximum=60)
GRAMMATICA = {
    "cijfer": VELDEN["cijfer_se"],
    "heel": VELDEN["eindcijfer"],
    "beoordeling": VELDEN["beoordeling_se"],
    "reden": VELDEN["reden_niet_deelname"],
    "score": SCORE,
    "score_100": Veld(label="score", soort=Soort.GEHEEL, minimum=0, maximum=100),
}


def typen(veld: Veld, toetsen: str) -> Verder | Klaar | Geweigerd:
    """Type until a value is ready or a key is refused; `⏎` is Enter."""
    slag: Verder | Klaar | Geweigerd = Verder("")
    for nummer, teken in enumerate(toetsen):
        assert isinstance(slag, Verder), f"klaar na {toetsen[:nummer]}"
        slag = besluit(veld, slag.tekst) if teken == "⏎" else typ(veld, slag.tekst, teken)
    return slag


@pytest.mark.parametrize(
    ("soort", "toetsen", "waarde"),
    [
        ("cijfer", "75", 75),
        ("cijfer", "7,5", 75),
        ("cijfer", "7.5", 75),
        ("cijfer", "7⏎", 70),
        ("cijfer", "7,⏎", 70),
        ("cijfer", "70", 70),
        ("cijfer", "11", 11),
        ("cijfer", "1⏎", 10),
        ("cijfer", "1,0", 10),
        ("cijfer", "100", 100),
        ("cijfer", "10,0", 100),
        ("cijfer", "10,⏎", 100),
        ("heel", "2", 2),
        ("heel", "9", 9),
        ("heel", "1⏎", 1),
        ("heel", "10", 10),
        ("beoordeling", "g", "G"),
        ("beoordeling", "V", "V"),
        ("reden", "o", "O"),
        ("score", "07", 7),
        ("score", "7⏎", 7),
        ("score", "60", 60),
        ("score", "0⏎", 0),
        ("score_100", "60⏎", 60),
        ("score_100", "060", 60),
        ("score_100", "100", 100),
    ],
)
def test_dit_is_klaar(soort: str, toetsen: str, waarde: int | str) -> None:
    assert Klaar(waarde) == typen(GRAMMATICA[soort], toetsen)


@pytest.mark.parametrize(
    ("soort", "toetsen"),
    [("cijfer", "7"), ("cijfer", "10"), ("cijfer", "7,"), ("heel", "1"), ("score", "7")],
)
def test_dit_wacht(soort: str, toetsen: str) -> None:
    assert Verder(toetsen) == typen(GRAMMATICA[soort], toetsen)


@pytest.mark.parametrize(
    ("soort", "toetsen"),
    [
        ("cijfer", "0"),
        ("cijfer", ","),
        ("cijfer", "7x"),
        ("cijfer", "7,,"),
        ("cijfer", "101"),
        ("cijfer", "10,5"),
        ("cijfer", " "),
        ("cijfer", "⁷"),
        ("heel", "0"),
        ("heel", "11"),
        ("heel", "1,"),
        ("beoordeling", "n"),
        ("reden", "g"),
        ("score", "61"),
        ("score", "7,"),
        ("score_100", "101"),
    ],
)
def test_dit_kan_niet(soort: str, toetsen: str) -> None:
    assert isinstance(typen(GRAMMATICA[soort], toetsen), Geweigerd)


def test_alleen_tien_kan_twee_dingen_zijn() -> None:
    vragen = {
        tekst
        for tekst in map(str, range(1, 1000))
        if isinstance(slag := besluit(VELDEN["cijfer_se"], tekst), Verder) and slag.vraag
    }

    assert {"10"} == vragen


def test_een_weigering_zegt_wat_wel_kan() -> None:
    assert Geweigerd("“0” kan hier niet; cijfer SE: 1,0 tot en met 10,0") == typen(
        VELDEN["cijfer_se"], "0"
    )
    assert "O (ontheffing), V (vrijstelling)" == toegestaan(VELDEN["reden_niet_deelname"])


@pytest.mark.parametrize("soort", GRAMMATICA)
def test_elke_waarde_is_te_typen_zoals_zij_er_staat(soort: str) -> None:
    veld = GRAMMATICA[soort]
    alle = list(veld.waarden or range(veld.minimum or 0, (veld.maximum or 0) + 1))

    gevonden = []
    for waarde in alle:
        slag: Verder | Klaar | Geweigerd = Verder("")
        for teken in naar_tekst(veld, waarde):
            assert isinstance(slag, Verder)
            slag = typ(veld, slag.tekst, teken)
        gevonden.append(besluit(veld, slag.tekst) if isinstance(slag, Verder) else slag)

    assert [Klaar(waarde) for waarde in alle] == gevonden


@settings(deadline=None)
@given(st.sampled_from(sorted(GRAMMATICA)), st.text(max_size=6))
def test_wat_klaar_is_mag_in_het_veld(soort: str, tekst: str) -> None:
    veld = GRAMMATICA[soort]
    slag: Verder | Klaar | Geweigerd = Verder("")
    for teken in tekst:
        if isinstance(slag, Verder):
            slag = typ(veld, slag.tekst, teken)
    for einde in (slag, besluit(veld, slag.tekst) if isinstance(slag, Verder) else slag):
        assert not isinstance(einde, Klaar) or mag(veld, einde.waarde)


@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(GRAMMATICA)))
def test_mag_is_wat_het_veld_toestaat(data: st.DataObject, soort: str) -> None:
    veld = GRAMMATICA[soort]

    assert mag(veld, data.draw(waarden(veld)))
    assert not mag(veld, (veld.maximum or 0) + 1)
    assert not mag(veld, "X")


@pytest.mark.parametrize(
    ("soort", "tekst", "gezegd"),
    [
        ("cijfer", "75", ""),
        ("cijfer", "7", ""),
        ("cijfer", "7.5", ""),
        ("cijfer", "100", ""),
        ("cijfer", "10", "1,0 of 10,0? Typ het met een komma."),
        ("cijfer", "755", "“755” kan hier niet; cijfer SE: 1,0 tot en met 10,0"),
        ("cijfer", "x", "“X” kan hier niet; cijfer SE: 1,0 tot en met 10,0"),
        ("cijfer", "0", "“0” kan hier niet; cijfer SE: 1,0 tot en met 10,0"),
        ("beoordeling", "g", ""),
        ("score", "6", ""),
        ("score", "61", "“61” kan hier niet; score: 0 tot en met 60"),
    ],
)
def test_een_tekst_in_een_keer_past_heel_of_niet(soort: str, tekst: str, gezegd: str) -> None:
    assert gezegd == bezwaar(GRAMMATICA[soort], tekst)


@given(st.sampled_from(list(GRAMMATICA.values())), st.text("0123456789,.gvox", min_size=1))
def test_een_tekst_zonder_bezwaar_is_teken_voor_teken_een_waarde(veld: Veld, tekst: str) -> None:
    if not bezwaar(veld, tekst):
        einde = typen(veld, tekst)
        assert isinstance(besluit(veld, einde.tekst) if isinstance(einde, Verder) else einde, Klaar)


@given(st.sampled_from(list(GRAMMATICA.values())), st.text("0123456789,gvo", max_size=4))
def test_komende_is_alles_wat_een_toets_er_van_maakt(veld: Veld, tekst: str) -> None:
    getypt = Verder("")
    for teken in tekst:
        slag = typ(veld, getypt.tekst, teken)
        if not isinstance(slag, Verder):
            return
        getypt = slag

    slagen = [typ(veld, getypt.tekst, teken) for teken in "0123456789,GVO"]
    af = [besluit(veld, een.tekst) for een in (getypt, *slagen) if isinstance(een, Verder)]

    klaar = {een.waarde for een in (*slagen, *af) if isinstance(een, Klaar)}
    twijfel = {een.tekst for een in af if isinstance(een, Verder)}  # 10: is it 1,0 or 10,0?
    assert klaar <= set(komende(veld, getypt.tekst))
    assert twijfel or klaar == set(komende(veld, getypt.tekst))
