"""Each control on clean dossiers: `raak` gives exactly its signal, `stil` gives none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from examen.controles import CONTROLES, bevindingen, per_stand
from examen.model import Examenresultaat
from examen.reken import bereken
from examen.uitkomst import Bevinding
from examen.vakkentabel import regimes
from register.controle import Controle
from register.vormen.kolommen import kolommen
from register.wijziging import pas_toe, zet
from tests.schoon import DOSSIERS, PEILDATUM, peildatum, schoon


def signalen(dossiers: Sequence[Examenresultaat], op: date = PEILDATUM) -> list[list[Bevinding]]:
    frames = kolommen(Examenresultaat, dossiers)
    gevonden = per_stand(bevindingen(frames, bereken(frames), op))
    return [list(gevonden.get(stand, ())) for stand in range(len(dossiers))]


def namen(bevindingen_: Sequence[Bevinding]) -> set[str]:
    return {bevinding.signaal for bevinding in bevindingen_}


VOORBEELDEN = [pytest.param(c, id=c.signaal) for c in CONTROLES]


@pytest.fixture(scope="module")
def uitgevoerd() -> dict[str, tuple[list[str], list[str]]]:
    """Per control the ids that sound on its `raak` and on its `stil`, all run at once."""
    dossiers = [
        pas_toe(schoon(c.dossier), *wijzigingen)
        for c in CONTROLES
        for wijzigingen in (c.raak, c.stil)
    ]
    frames = kolommen(Examenresultaat, dossiers)
    gevonden: list[list[str]] = [[] for _ in dossiers]
    for stand, signaal in bevindingen(frames, bereken(frames), PEILDATUM)[
        "stand", "signaal"
    ].rows():
        gevonden[stand].append(signaal)
    return {
        c.signaal: (gevonden[2 * nummer], gevonden[2 * nummer + 1])
        for nummer, c in enumerate(CONTROLES)
    }


@pytest.mark.parametrize("controle", VOORBEELDEN)
def test_raak_geeft_precies_dit_signaal(
    controle: Controle, uitgevoerd: dict[str, tuple[list[str], list[str]]]
) -> None:
    raak, _ = uitgevoerd[controle.signaal]

    assert {controle.signaal} == set(raak)


@pytest.mark.parametrize("controle", VOORBEELDEN)
def test_stil_geeft_niets(
    controle: Controle, uitgevoerd: dict[str, tuple[list[str], list[str]]]
) -> None:
    _, stil = uitgevoerd[controle.signaal]

    assert [] == stil


@pytest.mark.parametrize("uitslag", ["G", "A", "D"])
@pytest.mark.parametrize("uitslagniveau", DOSSIERS)
def test_een_schoon_dossier_is_in_elk_jaar_stil(uitslagniveau: str, uitslag: str) -> None:
    gevonden = {
        regime: signalen([schoon(uitslagniveau, regime, uitslag=uitslag)], peildatum(regime))
        for regime in regimes()
    }

    assert {regime: [[]] for regime in regimes()} == gevonden


def test_een_bevinding_noemt_tekst_effect_en_plaats() -> None:
    dossier = pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", cijfer_se=None))

    gevonden = signalen([dossier])

    assert [
        [
            Bevinding(
                signaal="Cijfer SE ontbreekt",
                tekst="Cijfer schoolexamen is onterecht leeg.",
                effect="afkeur",
                sleutels={"resultaatvolgnummer": "GS"},
            )
        ]
    ] == gevonden


def test_bevindingen_staan_per_examenresultaat_in_de_volgorde_van_de_handleiding() -> None:
    fout = pas_toe(
        schoon("HAVO"),
        zet("combinatiecijferresultaten", cijfer=7),
        zet("vakresultaten[vak=1021]", eindcijfer=9),
        zet("uitslag", examenregime=2026),
    )

    gevonden = signalen([fout, schoon("HAVO"), fout])

    volgorde = [
        "Eindcijfer onjuist berekend",
        "Examenregime in toekomst",
        "Combinatiecijfer onjuist",
    ]
    assert [volgorde, [], volgorde] == [[b.signaal for b in lijst] for lijst in gevonden]


def test_het_examenregime_verspringt_op_1_augustus() -> None:
    dossiers = [schoon("HAVO", 2026)]

    assert [{"Examenregime in toekomst", "Datum uitslag in toekomst"}] == [
        namen(lijst) for lijst in signalen(dossiers, date(2025, 7, 31))
    ]
    assert [{"Datum uitslag in toekomst"}] == [
        namen(lijst) for lijst in signalen(dossiers, date(2025, 8, 1))
    ]


@pytest.mark.parametrize(("eindcijfer", "verwacht"), [(5, True), (6, False)])
def test_een_zes_is_genoeg_voor_een_certificaat(eindcijfer: int, verwacht: bool) -> None:
    se = {5: 54, 6: 55}[eindcijfer]
    dossier = pas_toe(
        schoon("HAVO", uitslag="A"),
        zet("vakresultaten[vak=1019]", cijfer_se=se, eindcijfer=eindcijfer),
        zet("combinatiecijferresultaten", cijfer=7),
    )

    assert verwacht == ("Certificaat voor onvoldoende" in namen(signalen([dossier])[0]))


def test_een_vak_van_voor_de_eerste_vakkentabel_wordt_niet_beoordeeld() -> None:
    dossiers = [
        pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", vak="9999", examenregime=regime))
        for regime in (regimes()[0] - 1, regimes()[0])
    ]

    assert [False, True] == ["Vak bestaat niet" in namen(lijst) for lijst in signalen(dossiers)]


def test_zonder_examenresultaten_zijn_er_geen_bevindingen() -> None:
    assert [] == signalen([])


@pytest.mark.parametrize(("cijfer", "verwacht"), [(6, False), (7, True)])
def test_het_profielvak_weegt_zo_zwaar_als_de_keuzevakken_samen(
    cijfer: int, verwacht: bool
) -> None:
    dossier = pas_toe(
        schoon("VMBO_GL"),
        zet("vakresultaten[resultaatvolgnummer=PR]", cijfer_se=40, eindcijfer=4),
        zet("vakresultaten[resultaatvolgnummer=PR].ce", cijfer=40),
        zet("vakresultaten[resultaatvolgnummer=K1]", cijfer_se=80, eindcijfer=8),
        zet("vakresultaten[resultaatvolgnummer=K2]", cijfer_se=80, eindcijfer=8),
        zet("combinatiecijferresultaten", cijfer=cijfer),
    )

    assert ({"Combinatiecijfer onjuist"} if verwacht else set()) == namen(signalen([dossier])[0])


@pytest.mark.parametrize(("cijfer", "verwacht"), [(None, False), (8, True)])
def test_met_alleen_vrijgestelde_onderdelen_is_het_combinatiecijfer_leeg(
    cijfer: int | None, verwacht: bool
) -> None:
    dossier = pas_toe(
        schoon("HAVO"),
        zet("vakresultaten[vak=1019]", reden_niet_deelname="V", cijfer_se=None, eindcijfer=None),
        zet("werkstukresultaten", reden_niet_deelname="V", cijfer=None),
        zet("combinatiecijferresultaten", cijfer=cijfer),
    )

    assert ({"Combinatiecijfer onjuist"} if verwacht else set()) == namen(signalen([dossier])[0])
