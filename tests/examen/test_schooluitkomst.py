"""What is kept of a computation: the same as `Uitkomst` tells, and what changed of it."""

import polars as pl
from attrs import evolve

from examen.model import Examenresultaat
from examen.overname import neem_over
from examen.reken import bereken, uitkomsten
from examen.schooluitkomst import BerekendeUitslag, Schooluitkomst, schooluitkomsten
from examen.uitkomst import Uitkomst
from examen.vergelijking import verschillen
from examen.voorbeeld import voorbeeld
from register.vormen.kolommen import Frames, entiteiten, kolommen


def kandidaten(aantal: int, zaad: int = 3) -> list[Examenresultaat]:
    return [k.examenresultaat for k in voorbeeld(aantal, regimes=range(2016, 2027), zaad=zaad)]


def bewaard(ers: list[Examenresultaat]) -> list[Schooluitkomst]:
    return entiteiten(Schooluitkomst, schooluitkomsten(bereken(kolommen(Examenresultaat, ers))))


def als_frames(uitkomsten_: list[Schooluitkomst]) -> Frames:
    return kolommen(Schooluitkomst, uitkomsten_)


def test_wat_bewaard_wordt_is_wat_berekend_is() -> None:
    ers = kandidaten(150)
    for schooluitkomst, uitkomst in zip(bewaard(ers), uitkomsten(ers), strict=True):
        gevonden = {
            e.resultaatvolgnummer: e.eindcijfer for e in schooluitkomst.berekende_eindcijfers
        }
        assert uitkomst.eindcijfers == gevonden
        assert uitkomst.certificaten == schooluitkomst.behaalde_certificaten
        assert _uitslagen(uitkomst) == schooluitkomst.berekende_uitslagen


def _uitslagen(uitkomst: Uitkomst) -> tuple[BerekendeUitslag, ...]:
    """Tell the kept form from the told one; the names of requirements stand beside their toets."""
    uit = []
    for lijst in uitkomst.cijferlijsten:
        niet = [toets.eis for toets in lijst.toetsen if toets.voldaan is False]
        namen = [naam for begin, naam in _NAMEN if any(eis.startswith(begin) for eis in niet)]
        if lijst.uitslag == "D":
            namen = ["volledig"]
        uit.append(
            BerekendeUitslag(
                opleiding=lijst.opleiding,
                uitslag=lijst.uitslag,
                combinatiecijfer=None
                if lijst.combinatiecijfer is None
                else str(lijst.combinatiecijfer),
                cum_laude=lijst.cum_laude,
                niet_voldaan=None if lijst.uitslag == "G" else ", ".join(namen),
            )
        )
    return tuple(uit)


_NAMEN = (
    ("gemiddelde CE", "ce_gemiddelde"),
    ("kernvakken", "kernvakken"),
    ("Nederlands ten minste", "kernvakken"),
    ("eindcijfers", "eindcijfers"),
    ("elk ", "onderdelen"),
    ("rekentoets", "rekentoets"),
    ("vakken en werkstuk", "beoordelingen"),
)


def test_gelijke_uitkomsten_verschillen_niet() -> None:
    frames = als_frames(bewaard(kandidaten(60)))
    assert verschillen(frames, frames).is_empty()


def test_wat_er_niet_was_is_geheel_nieuw() -> None:
    frames = als_frames(bewaard(kandidaten(60)))
    leeg = {naam: frame.clear() for naam, frame in frames.items()}
    anders = verschillen(leeg, frames)
    assert anders["oud"].null_count() == len(anders)
    assert len(frames["berekende_eindcijfers"]) == len(anders.filter(pl.col("wat") == "eindcijfer"))
    assert len(frames["behaalde_certificaten"]) == len(
        anders.filter(pl.col("wat") == "certificaat")
    )


def _een_uitkomst() -> Schooluitkomst:
    return next(u for u in bewaard(kandidaten(60)) if u.berekende_uitslagen[0].uitslag == "A")


def _rijen(oud: Schooluitkomst, nieuw: Schooluitkomst) -> list[tuple[str, ...]]:
    anders = verschillen(als_frames([oud]), als_frames([nieuw]))
    return anders.select("wat", "waar", "oud", "nieuw").rows()


def test_een_ander_eindcijfer_is_een_verschil() -> None:
    oud = _een_uitkomst()
    eerste, *rest = oud.berekende_eindcijfers
    nieuw = evolve(oud, berekende_eindcijfers=(evolve(eerste, eindcijfer=1), *rest))
    verwacht = [("eindcijfer", eerste.resultaatvolgnummer, str(eerste.eindcijfer), "1")]
    assert verwacht == _rijen(oud, nieuw)


def test_een_eindcijfer_dat_verdwijnt_is_een_verschil() -> None:
    oud = _een_uitkomst()
    eerste, *rest = oud.berekende_eindcijfers
    nieuw = evolve(oud, berekende_eindcijfers=tuple(rest))
    verwacht = [("eindcijfer", eerste.resultaatvolgnummer, str(eerste.eindcijfer), None)]
    assert verwacht == _rijen(oud, nieuw)


def test_dezelfde_uitslag_om_een_andere_reden_is_een_verschil() -> None:
    oud = _een_uitkomst()
    uitslag = evolve(oud.berekende_uitslagen[0], niet_voldaan="rekentoets")
    nieuw = evolve(oud, berekende_uitslagen=(uitslag,))
    assert [("uitslag", uitslag.opleiding, "A", "A")] == _rijen(oud, nieuw)


def test_cum_laude_en_combinatiecijfer_zijn_verschillen() -> None:
    oud = _een_uitkomst()
    uitslag = evolve(oud.berekende_uitslagen[0], cum_laude=True, combinatiecijfer="vr")
    nieuw = evolve(oud, berekende_uitslagen=(uitslag,))
    was = oud.berekende_uitslagen[0].combinatiecijfer
    verwacht = [
        ("combinatiecijfer", uitslag.opleiding, was, "vr"),
        ("cum_laude", uitslag.opleiding, "nee", "ja"),
    ]
    assert verwacht == _rijen(oud, nieuw)


def test_een_certificaat_erbij_is_een_verschil() -> None:
    oud = _een_uitkomst()
    nieuw = evolve(oud, behaalde_certificaten=(*oud.behaalde_certificaten, "X1"))
    assert [("certificaat", "X1", None, "ja")] == _rijen(oud, nieuw)


def test_overnemen_vult_in_wat_berekend_is() -> None:
    ers = kandidaten(80)
    for er, uitkomst in zip(ers, uitkomsten(ers), strict=True):
        over = neem_over(er, uitkomst)
        eindcijfers = {vak.resultaatvolgnummer: vak.eindcijfer for vak in over.vakresultaten}
        for nummer, cijfer in eindcijfers.items():
            assert uitkomst.eindcijfers.get(nummer) == cijfer
        assert over.uitslag is not None
        assert uitkomst.cijferlijsten[0].uitslag == over.uitslag.uitslag
        assert all(lijst.regels for lijst in over.cijferlijsten)
        genoemd = {n for c in over.certificaten for n in c.resultaatvolgnummers}
        assert set(uitkomst.certificaten) == genoemd


def test_wat_is_overgenomen_rekent_hetzelfde_uit() -> None:
    ers = kandidaten(120)
    eerst = uitkomsten(ers)
    over = [neem_over(er, uitkomst) for er, uitkomst in zip(ers, eerst, strict=True)]
    for een, twee in zip(eerst, uitkomsten(over), strict=True):
        assert een.eindcijfers == twee.eindcijfers
        assert een.certificaten == twee.certificaten
        assert [lijst.uitslag for lijst in een.cijferlijsten] == [
            lijst.uitslag for lijst in twee.cijferlijsten
        ]


def test_nog_eens_overnemen_verandert_niets() -> None:
    ers = kandidaten(80)
    eerst = [neem_over(er, u) for er, u in zip(ers, uitkomsten(ers), strict=True)]
    volledig = [er for er in eerst if er.uitslag is not None and er.uitslag.uitslag == "G"]
    nogmaals = [neem_over(er, u) for er, u in zip(volledig, uitkomsten(volledig), strict=True)]
    assert volledig == nogmaals
