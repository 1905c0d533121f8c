"""Sheets made of examenresultaten, and one value put back."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import (
    CeResultaat,
    Herkansing,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.vakkentabel import Indicatie, alle_vakregels
from register.fouten import InvoerFout
from tests.strategieen import entiteiten
from tests.strategieen import waarden as waarden_van
from tests.tui.invoer.proefblad import (
    EXAMEN,
    KANDIDATEN,
    LO,
    MAATSCHAPPIJLEER,
    NEDERLANDS,
    Namen,
    er,
    plekken,
    vak,
)
from tui.invoer.blad import Blad
from tui.invoer.bladen import (
    Kandidaat,
    Plaats,
    Resultaatplaats,
    kandidaatblad,
    met_waarde,
    plaats,
    vakblad,
    waarden,
)
from tui.invoer.cellen import Plek
from tui.invoer.weg import Volgorde


def koppen(op: Blad) -> list[str]:
    return [kolom.kop for kolom in op.kolommen]


def dicht(op: Blad, rij: int, kop: str) -> str:
    return op.cellen.dicht(Plek(rij, koppen(op).index(kop)))


def test_een_vakblad_heeft_wie_het_vak_doet_in_de_gegeven_volgorde() -> None:
    op = vakblad(NEDERLANDS, "HAVO", 2025, KANDIDATEN)

    assert ["Proef, Aagje", "Proef, Bram", "Proef, Carla", "Proef, Dirk"] == [
        rij.koppen[1] for rij in op.cellen.rijen
    ]
    assert ["SE", "CE1", "CE2", "CE3", "reden"] == koppen(op)
    assert Volgorde.OMLAAG is op.weg.volgorde
    assert "ingevoerd 2/6 · leeg 4" == str(op.telling())


@pytest.mark.parametrize(
    ("code", "niveau", "regime", "kolommen"),
    [
        (MAATSCHAPPIJLEER, "HAVO", 2025, ["SE", "reden"]),
        (LO, "HAVO", 2025, ["G/V/O", "reden"]),
        (NEDERLANDS, "HAVO", 2020, ["SE", "RV", "reden"]),
        (NEDERLANDS, "VWO", 2020, ["SE", "RV", "reden"]),
        ("9999", "HAVO", 2025, ["SE", "G/V/O", "CE1", "CE2", "CE3", "reden"]),
        (NEDERLANDS, "HAVO", 1999, ["SE", "G/V/O", "CE1", "CE2", "CE3", "reden"]),
    ],
)
def test_de_kolommen_volgen_uit_de_vakkentabel_en_het_examenregime(
    code: str, niveau: str, regime: int, kolommen: list[str]
) -> None:
    examen = er(vak(1, code, niveau=niveau, regime=regime))

    op = vakblad(code, niveau, regime, [Kandidaat(student="1", naam="A", examenresultaat=examen)])

    assert kolommen == koppen(op)


@pytest.mark.parametrize("jaar", [2015, 2020, 2021, 2027])
def test_elk_vak_van_de_vakkentabel_is_open_en_verwacht_wat_daar_staat(jaar: int) -> None:
    for regel in alle_vakregels()[jaar]:
        examen = er(vak(1, regel.vakcode, niveau=regel.niveau, regime=jaar))
        mens = Kandidaat(student="1", naam="A", examenresultaat=examen)
        op = vakblad(regel.vakcode, regel.niveau, jaar, [mens])
        cel = dict(zip(koppen(op), op.cellen.rijen[0].cellen, strict=True))
        for kop, indicatie in {
            "SE": regel.cijfer_se,
            "G/V/O": regel.beoordeling_se,
            "CE1": regel.cijfer_ce,
        }.items():
            assert (indicatie is not Indicatie.LEEG) == (kop in cel), (regel, kop)
            assert (indicatie is Indicatie.VERPLICHT) == (kop in cel and cel[kop].verwacht)
        assert not any(cel[kop].verwacht for kop in {"CE2", "CE3", "RV", "reden"} & set(cel))


def test_een_herkansing_wordt_verwacht_in_haar_tijdvak_als_er_een_ce_is() -> None:
    keer = Herkansing(examenregime=2025, tijdvak=2, vakken=(NEDERLANDS, MAATSCHAPPIJLEER))
    vakken = (vak(1, NEDERLANDS, 64, 51), vak(2, MAATSCHAPPIJLEER, 70))
    zonder, met = er(*vakken), er(*vakken, herkansingen=(keer,))
    wie = [Kandidaat(student="1", naam="A", examenresultaat=met)]

    for blad, verwacht in (
        (kandidaatblad(zonder, Namen()), "ingevoerd 3/3 · leeg 0"),
        (kandidaatblad(met, Namen()), "ingevoerd 3/4 · leeg 1"),
        (vakblad(NEDERLANDS, "HAVO", 2025, wie), "ingevoerd 2/3 · leeg 1"),
    ):
        assert verwacht == str(blad.telling())


def test_van_wie_is_teruggetrokken_wordt_niets_verwacht_en_dat_staat_erbij() -> None:
    keer = Herkansing(examenregime=2025, tijdvak=2, vakken=(NEDERLANDS,))
    terug = er(vak(1, NEDERLANDS, 64), herkansingen=(keer,), teruggetrokken=True)
    wie = [Kandidaat(student="1", naam="A", examenresultaat=terug)]
    blad = vakblad(NEDERLANDS, "HAVO", 2025, wie)

    assert ("1", "(teruggetr.) A") == blad.cellen.rijen[0].koppen
    assert "ingevoerd 0/0 · leeg 0" == str(blad.telling())
    assert "ingevoerd 0/0 · leeg 0" == str(kandidaatblad(terug, Namen()).telling())


def test_wat_er_onterecht_staat_is_te_zien_en_te_wissen_maar_niet_te_typen() -> None:
    examen = er(vak(1, MAATSCHAPPIJLEER, 70, 60))

    op = kandidaatblad(examen, Namen())

    assert ["SE", "CE1", "reden"] == koppen(op)
    assert "Volgens de vakkentabel van 2025 heeft dit vak geen CE." == dicht(op, 0, "CE1")
    op.druk("right")
    gevolg = op.druk("delete")
    assert gevolg.vastlegging is not None
    assert er(vak(1, MAATSCHAPPIJLEER, 70)) == met_waarde(
        examen, plaats(op, gevolg.vastlegging.plek), None
    )


def test_een_kandidaatblad_heeft_alle_resultaten_die_worden_ingevoerd() -> None:
    op = kandidaatblad(EXAMEN, Namen())

    assert ["1", "2", "3", "4", "5", "6"] == [rij.koppen[0] for rij in op.cellen.rijen]
    assert ["SE", "G/V/O", "CE1", "CE2", "CE3", "cijfer", "reden"] == koppen(op)
    assert Volgorde.RECHTS is op.weg.volgorde
    assert "Dit werkstuk heeft een cijfer." == dicht(op, 3, "G/V/O")
    assert "CE1 hoort niet bij dit resultaat." == dicht(op, 4, "CE1")
    assert "reden hoort niet bij dit resultaat." == dicht(op, 5, "reden")


def test_een_examenresultaat_zonder_resultaten_is_een_leeg_blad() -> None:
    assert () == kandidaatblad(er(), Namen()).cellen.rijen


CE2 = Plaats(Resultaatplaats(0, "vakresultaten", "1"), "ce", 2)


def test_een_ce_komt_op_volgorde_van_tijdvak_en_gaat_weer_weg() -> None:
    ce = [CeResultaat(tijdvak=t, cijfer=c) for t, c in [(1, 51), (3, 60)]]
    voor = er(evolve(vak(1, NEDERLANDS), ce=tuple(ce)))

    na = met_waarde(voor, CE2, 55)

    assert [(1, 51), (2, 55), (3, 60)] == [
        (deel.tijdvak, deel.cijfer) for deel in na.vakresultaten[0].ce
    ]
    assert voor == met_waarde(na, CE2, None)


def test_een_resultaat_dat_weg_is_wordt_genoemd() -> None:
    with pytest.raises(InvoerFout, match="resultaat 1 staat niet meer in het examenresultaat"):
        met_waarde(er(), CE2, 55)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_wat_wordt_teruggezet_staat_zo_op_een_nieuw_blad(data: st.DataObject) -> None:
    lijst, klasse = data.draw(
        st.sampled_from(
            [
                ("vakresultaten", Vakresultaat),
                ("werkstukresultaten", Werkstukresultaat),
                ("toetsresultaten", Toetsresultaat),
                ("stageresultaten", Stageresultaat),
            ]
        )
    )
    examen = evolve(EXAMEN, **{lijst: (data.draw(entiteiten(klasse)),)})
    op = kandidaatblad(examen, Namen())
    plek = data.draw(st.sampled_from([p for p in plekken(op) if op.cellen.cel(p).verwijst]))
    waarde = data.draw(st.none() | waarden_van(op.cellen.cel(plek).veld))

    na = met_waarde(examen, plaats(op, plek), waarde)

    verwacht = [list(rij) for rij in op.cellen.waarden]
    verwacht[plek.rij][plek.kolom] = waarde
    assert verwacht == [list(waarden(na, rij)) for rij in op.cellen.rijen]
