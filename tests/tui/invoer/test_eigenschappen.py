"""What holds whatever is typed, pasted, refused or brought from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import Examenresultaat
from tests.tui.invoer.proefblad import EXAMEN, KANDIDATEN, blad, druk, plekken
from tui.invoer import plakken
from tui.invoer.blad import Blad
from tui.invoer.bladen import met_waarde, plaats, waarden
from tui.invoer.cel import Waarde, mag
from tui.invoer.cellen import Bladrij, Plek
from tui.invoer.gevolg import Gevolg, Vastlegging

TEKENS = [*"0123456789,.gvoGVOx=-"]
LOPEN = ["up", "down", "left", "right", "tab", "shift+tab", "home", "end", "pageup", "pagedown"]
UITDRUKKELIJK = [*LOPEN, "enter", "backspace", "delete"]
ruim = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ANDERS = ["volgorde", "te_doen", "nazien", "rond_af"]
SOORTEN = st.sampled_from(["vak", "kandidaat", "score"])
TOETSEN = st.lists(
    st.sampled_from(
        [*TEKENS * 2, *UITDRUKKELIJK, "f5", "volgorde", "te_doen", "nazien", "rond_af"]
    ),
    max_size=40,
)


def examens(soort: str) -> list[Examenresultaat]:
    return [EXAMEN] if soort == "kandidaat" else [k.examenresultaat for k in KANDIDATEN]


def staat(op: Blad) -> list[list[Waarde]]:
    return [list(rij) for rij in op.cellen.waarden]


def in_orde(op: Blad) -> None:
    """Fail when the sheet is not what a sheet can be."""
    assert op.cursor.rij in op.weg.zichtbaar
    assert op.cursor.kolom in op.cellen.kolommen
    for plek in plekken(op):
        waarde = op.cellen.waarde(plek)
        assert waarde is None or mag(op.cellen.cel(plek).veld, waarde)
        assert (not op.cellen.dicht(plek)) == bool(op.cellen.open[plek.kolom] >> plek.rij & 1)
        assert (waarde is not None) == bool(op.cellen.gevuld[plek.kolom] >> plek.rij & 1)


def boek(op: Blad, ers: list[Examenresultaat], vastlegging: Vastlegging) -> None:
    """Do with the examenresultaten what the storage would."""
    waar = plaats(op, vastlegging.plek)
    nummer = waar.resultaat.kandidaat
    ers[nummer] = met_waarde(ers[nummer], waar, vastlegging.nieuw)


def vastleggingen(gevolgen: Sequence[Gevolg]) -> list[Vastlegging]:
    return [g.vastlegging for g in gevolgen if g.vastlegging]


def beeld(op: Blad) -> dict[Plek, tuple[str, str, bool]]:
    """Give all that shows of every cell."""
    return {
        plek: (op.tekst(plek), op.cellen.dicht(plek), plek == op.cursor) for plek in plekken(op)
    }


@ruim
@given(SOORTEN, TOETSEN)
def test_wat_men_ook_typt_het_blad_klopt_met_wat_is_vastgelegd(
    soort: str, toetsen: list[str]
) -> None:
    op, ers = blad(soort), examens(soort)
    na = beeld(op)
    for toets in toetsen:
        was, voor, zag = staat(op), na, list(op.weg.zichtbaar)
        (gevolg,) = druk(op, [toets])
        in_orde(op)
        if vastlegging := gevolg.vastlegging:
            rij, kolom = plek = vastlegging.plek
            assert vastlegging.oud == was[rij][kolom]
            assert vastlegging.nieuw != vastlegging.oud
            assert vastlegging.nieuw is None or not voor[plek][1]
            was[rij][kolom] = vastlegging.nieuw
            boek(op, ers, vastlegging)
        assert was == staat(op)
        na = beeld(op)
        assert gevolg.alles or {p for p in na if na[p] != voor[p]} <= set(gevolg.cellen)
        assert gevolg.alles or zag == list(op.weg.zichtbaar)
    assert staat(op) == [list(waarden(ers[r.verwijst.kandidaat], r)) for r in op.cellen.rijen]


@ruim
@given(SOORTEN, TOETSEN, st.lists(st.sampled_from(TEKENS), min_size=1))
def test_na_een_weigering_wordt_niets_vastgelegd_tot_een_uitdrukkelijke_toets(
    soort: str, toetsen: list[str], reeks: list[str]
) -> None:
    op = blad(soort)
    druk(op, toetsen)
    if not op.wacht:
        druk(op, ["?"])  # no sheet takes it
    was, cursor, getypt = staat(op), op.cursor, op.getypt

    gevolgen = druk(op, [*reeks, "enter", *reeks, "enter"])

    assert op.wacht
    assert [] == vastleggingen(gevolgen)
    assert (was, cursor, getypt) == (staat(op), op.cursor, op.getypt)


@ruim
@given(SOORTEN, TOETSEN, TOETSEN)
def test_nazien_verandert_niets_zonder_enter_op_een_getoond_verschil(
    soort: str, toetsen: list[str], reeks: list[str]
) -> None:
    op = blad(soort)
    druk(op, toetsen)
    for toets in ["nazien", *reeks]:
        was, nazien, getoond = staat(op), op.nazien, "Enter neemt" in op.wacht
        (gevolg,) = druk(op, [toets])
        if nazien and (gevolg.vastlegging or was != staat(op)):
            assert getoond
            assert "enter" == toets


@ruim
@given(SOORTEN, TOETSEN)
def test_de_telling_telt_wat_er_staat(soort: str, toetsen: list[str]) -> None:
    op = blad(soort)
    druk(op, toetsen)
    verwacht = [
        plek for plek in plekken(op) if op.cellen.cel(plek).verwacht and not op.cellen.dicht(plek)
    ]

    telling = op.telling()

    assert len(verwacht) == telling.verwacht
    assert sum(op.cellen.waarde(plek) is not None for plek in verwacht) == telling.ingevoerd


@ruim
@given(SOORTEN, TOETSEN)
def test_enter_komt_overal_waar_nog_iets_hoort(soort: str, toetsen: list[str]) -> None:
    op = blad(soort)
    druk(op, toetsen)
    if op.nazien:
        druk(op, [*["backspace"] * 5, "nazien"])
    op = Blad(op.kolommen, [als_rij(op, nr) for nr in range(len(op.cellen.rijen))])
    gezien = {op.cursor}
    for _ in range(100):
        druk(op, ["enter"])
        gezien.add(op.cursor)

    for plek in plekken(op):
        assert op.cellen.dicht(plek) or not op.cellen.cel(plek).verwacht or plek in gezien


def als_rij(op: Blad, nummer: int) -> Bladrij:
    return evolve(op.cellen.rijen[nummer], waarden=tuple(op.cellen.waarden[nummer]))


GEPLAKT = st.lists(
    st.lists(
        st.sampled_from(["", "7,5", "6.4", "8", "10", "75", "g", "V", "x", " 5,5 ", "60"])
    ).map("\t".join),
    max_size=8,
).map("\r\n".join)


@ruim
@given(SOORTEN, TOETSEN, GEPLAKT)
def test_plakken_doet_wat_het_voorbeeld_laat_zien(
    soort: str, toetsen: list[str], tekst: str
) -> None:
    op, ers = blad(soort), examens(soort)
    for vastlegging in vastleggingen(druk(op, toetsen)):
        boek(op, ers, vastlegging)
    if op.nazien:
        druk(op, [*["backspace"] * 5, "nazien"])
    was = staat(op)

    voorbeeld = plakken.voorbeeld(op, tekst)
    assert was == staat(op)
    gedaan = plakken.pas_toe(op, voorbeeld)

    assert [(c.plek, c.oud, c.nieuw) for c in voorbeeld.wijzigingen] == [
        (v.plek, v.oud, v.nieuw) for v in gedaan
    ]
    in_orde(op)
    for vastlegging in gedaan:
        was[vastlegging.plek.rij][vastlegging.plek.kolom] = vastlegging.nieuw
        boek(op, ers, vastlegging)
    assert was == staat(op)
    assert was == [list(waarden(ers[r.verwijst.kandidaat], r)) for r in op.cellen.rijen]
