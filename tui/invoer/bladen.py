"""Sheets made of examenresultaten, and what was typed on them put back.

Which cells are open and which have to be filled follows from the vakkentabel of the result's
examenregime. What it does not know is not judged: there everything is open and nothing expected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

from attrs import evolve, frozen

from examen.model import (
    CeResultaat,
    Examenresultaat,
    Resultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
    herkansingstijdvakken,
)
from examen.regime import vind_regime
from examen.vakkentabel import Indicatie, Vakregel, vind_vakregel
from register.fouten import InvoerFout
from register.velden import attributen
from register.velduitleg import uitleg as velduitleg
from tui.invoer.blad import Blad
from tui.invoer.cel import Waarde
from tui.invoer.cellen import Bladrij, Cel, Plek
from tui.invoer.weg import Volgorde
from tui.weergave.examenresultaat import (
    KORTE_NIVEAUS,
    RESULTAATKOLOMMEN,
    resultaatnaam,
)
from tui.weergave.namen import Namen
from tui.weergave.notatie import geheel
from tui.weergave.tabel import Kolom

KANDIDAATKOLOMMEN = (
    Kolom(kop="student", breedte=9),
    Kolom(kop="naam", breedte=20, rekt=True),
)


@frozen(kw_only=True)
class Kandidaat:
    """An examenresultaat with what a user calls its owner."""

    student: str
    naam: str
    examenresultaat: Examenresultaat


class Resultaatplaats(NamedTuple):
    """Which result a row is.

    Attributes:
        kandidaat: position of the kandidaat among those of the sheet, from 0.
        lijst: field of the examenresultaat that holds the result.
        resultaatvolgnummer: which result of that list.
    """

    kandidaat: int
    lijst: str
    resultaatvolgnummer: str


class Plaats(NamedTuple):
    """Which value a cell is: a field of a result, of the CE the mark of a tijdvak."""

    resultaat: Resultaatplaats
    veld: str
    tijdvak: int | None


class _Soort(NamedTuple):
    """What results have in common whose cells are alike."""

    klasse: type[Resultaat]
    vak: str
    niveau: str
    regime: int | None
    herkanst: frozenset[int]
    teruggetrokken: bool


@frozen
class _Kolom:
    """A column with the field it is, per class of result."""

    kolom: Kolom
    velden: dict[type[Any], str]
    tijdvak: int | None = None


_CE = {a.naam: a.veld for a in attributen(CeResultaat)}
_TIJDVAKKEN = range(_CE["tijdvak"].minimum or 1, (_CE["tijdvak"].maximum or 1) + 1)

_KOLOMMEN = (
    _Kolom(Kolom(kop="SE", breedte=4, rechts=True), {Vakresultaat: "cijfer_se"}),
    _Kolom(
        Kolom(kop="G/V/O", breedte=5, rechts=True),
        {
            Vakresultaat: "beoordeling_se",
            Werkstukresultaat: "beoordeling",
            Stageresultaat: "beoordeling",
        },
    ),
    *(
        _Kolom(Kolom(kop=f"CE{tijdvak}", breedte=4, rechts=True), {Vakresultaat: "ce"}, tijdvak)
        for tijdvak in _TIJDVAKKEN
    ),
    _Kolom(Kolom(kop="RV", breedte=4, rechts=True), {Vakresultaat: "cijfer_rv"}),
    _Kolom(
        Kolom(kop="cijfer", breedte=6, rechts=True),
        {Werkstukresultaat: "cijfer", Toetsresultaat: "cijfer"},
    ),
    _Kolom(
        Kolom(kop="reden", breedte=5, rechts=True),
        {
            Vakresultaat: "reden_niet_deelname",
            Werkstukresultaat: "reden_niet_deelname",
        },
    ),
)
_REDEN = len(_KOLOMMEN) - 1
_LIJSTEN = {
    "vakresultaten": Vakresultaat,
    "werkstukresultaten": Werkstukresultaat,
    "toetsresultaten": Toetsresultaat,
    "stageresultaten": Stageresultaat,
}
"""Lists of the examenresultaat that are entered; what is computed is not among them."""

_VELDEN = {
    klasse: {a.naam: a.veld for a in attributen(klasse)}
    for klasse in (*_LIJSTEN.values(), CeResultaat)
}
_INDICATIES = {
    "cijfer_se": "cijfer_se",
    "beoordeling_se": "beoordeling_se",
    "ce": "cijfer_ce",
}
"""Fields of a vakresultaat with the field of the vakkentabel that says whether they are there."""


def vakblad(vak: str, niveau: str, regime: int, kandidaten: Sequence[Kandidaat]) -> Blad:
    """Make the sheet of one vak: candidates down, in the order given."""
    rijen = [
        (
            Resultaatplaats(nummer, "vakresultaten", resultaat.resultaatvolgnummer),
            resultaat,
            (kandidaat.student, _naam(kandidaat)),
        )
        for nummer, kandidaat in enumerate(kandidaten)
        for resultaat in kandidaat.examenresultaat.vakresultaten
        if (resultaat.vak, resultaat.niveau, resultaat.examenregime) == (vak, niveau, regime)
    ]
    examens = [kandidaat.examenresultaat for kandidaat in kandidaten]
    return _blad(rijen, examens, KANDIDAATKOLOMMEN, Volgorde.OMLAAG)


def _naam(kandidaat: Kandidaat) -> str:
    terug = "(teruggetr.) " if kandidaat.examenresultaat.teruggetrokken else ""
    return f"{terug}{kandidaat.naam}"


def kandidaatblad(er: Examenresultaat, namen: Namen) -> Blad:
    """Make the sheet of one candidate: results down; what is computed is not on it."""
    rijen = [
        (
            Resultaatplaats(0, lijst, resultaat.resultaatvolgnummer),
            resultaat,
            _koppen(resultaat, namen),
        )
        for lijst in _LIJSTEN
        for resultaat in getattr(er, lijst)
    ]
    return _blad(rijen, [er], RESULTAATKOLOMMEN[:4], Volgorde.RECHTS)


def _koppen(resultaat: Resultaat, namen: Namen) -> tuple[str, ...]:
    return (
        resultaat.resultaatvolgnummer,
        resultaatnaam(resultaat, namen),
        KORTE_NIVEAUS.get(getattr(resultaat, "niveau", ""), ""),
        geheel(resultaat.examenregime),
    )


def plaats(blad: Blad, plek: Plek) -> Plaats:
    """Say which value a cell is."""
    veld, tijdvak = blad.cellen.cel(plek).verwijst
    return Plaats(blad.cellen.rijen[plek.rij].verwijst, veld, tijdvak)


def is_ce(blad: Blad, kolom: int) -> bool:
    """Say whether marks of the CE of a tijdvak can be typed in a column."""
    cellen = (rij.cellen[kolom] for rij in blad.cellen.rijen)
    return any(not c.dicht and c.verwijst is not None and c.verwijst[1] is not None for c in cellen)


def waarde_op(er: Examenresultaat, plaats: Plaats) -> Waarde:
    """Give what stands in a place of this examenresultaat.

    Raises:
        InvoerFout: the result is not in it.
    """
    return _inhoud(_resultaat(er, plaats.resultaat), plaats.veld, plaats.tijdvak)


def waarden(er: Examenresultaat, rij: Bladrij) -> tuple[Waarde, ...]:
    """Give what the cells of a row hold in this examenresultaat.

    Raises:
        InvoerFout: the result is not in it.
    """
    resultaat = _resultaat(er, rij.verwijst)
    return tuple(_waarden(resultaat, rij.cellen))


def met_waarde(er: Examenresultaat, plaats: Plaats, waarde: Waarde) -> Examenresultaat:
    """Give the examenresultaat in which one value is another; a CE mark of None is taken away.

    Raises:
        InvoerFout: the result is not in it.
    """
    oud = _resultaat(er, plaats.resultaat)
    lijst = plaats.resultaat.lijst
    inhoud: Any = waarde
    if plaats.tijdvak is not None:
        ce = [deel for deel in oud.ce if deel.tijdvak != plaats.tijdvak]
        if waarde is not None:
            ce.append(CeResultaat(tijdvak=plaats.tijdvak, cijfer=int(waarde)))
        inhoud = tuple(sorted(ce, key=lambda deel: deel.tijdvak))
    nieuw = evolve(oud, **{plaats.veld: inhoud})
    wijziging: dict[str, Any] = {lijst: tuple(nieuw if r is oud else r for r in getattr(er, lijst))}
    return evolve(er, **wijziging)


def met_waarden(er: Examenresultaat, anders: Mapping[Plaats, Waarde]) -> Examenresultaat:
    """Give the examenresultaat in which some values are others; see `met_waarde`."""
    for plaats_, waarde in anders.items():
        er = met_waarde(er, plaats_, waarde)
    return er


def _resultaat(er: Examenresultaat, plaats: Resultaatplaats) -> Any:
    nummer = plaats.resultaatvolgnummer
    for resultaat in getattr(er, plaats.lijst):
        if resultaat.resultaatvolgnummer == nummer:
            return resultaat
    raise InvoerFout(f"resultaat {nummer} staat niet meer in het examenresultaat; open het opnieuw")


def _waarden(resultaat: Any, cellen: Sequence[Cel]) -> list[Waarde]:
    return [None if c.verwijst is None else _inhoud(resultaat, *c.verwijst) for c in cellen]


def _inhoud(resultaat: Any, veld: str, tijdvak: int | None) -> Waarde:
    inhoud: Any = getattr(resultaat, veld)
    if tijdvak is None:
        return cast("Waarde", inhoud)
    for deel in inhoud:
        if deel.tijdvak == tijdvak:
            return cast("int", deel.cijfer)
    return None


def _blad(
    rijen: Sequence[tuple[Resultaatplaats, Resultaat, tuple[str, ...]]],
    examens: Sequence[Examenresultaat],
    kopkolommen: Sequence[Kolom],
    volgorde: Volgorde,
) -> Blad:
    """Make a sheet of results, with the columns in which something stands or can be typed."""
    soorten = [_soort(resultaat, examens[plaats.kandidaat]) for plaats, resultaat, _ in rijen]
    alle = {soort: _cellen(soort) for soort in set(soorten)}
    te_typen = {nr for cellen in alle.values() for nr, cel in enumerate(cellen) if not cel.dicht}
    rest = [nr for nr in range(len(_KOLOMMEN)) if nr not in te_typen]
    van_rest = {soort: [cellen[nr] for nr in rest] for soort, cellen in alle.items()}
    gevuld = {
        nr
        for (_, resultaat, _), soort in zip(rijen, soorten, strict=True)
        for nr, waarde in zip(rest, _waarden(resultaat, van_rest[soort]), strict=True)
        if waarde is not None
    }
    kolommen = sorted(te_typen | gevuld)
    cellen = {
        soort: tuple(_gericht(mogelijk[nummer], kolommen) for nummer in kolommen)
        for soort, mogelijk in alle.items()
    }
    return Blad(
        [_KOLOMMEN[nummer].kolom for nummer in kolommen],
        [
            Bladrij(
                koppen=koppen,
                cellen=cellen[soort],
                waarden=tuple(_waarden(resultaat, cellen[soort])),
                verwijst=plaats,
            )
            for (plaats, resultaat, koppen), soort in zip(rijen, soorten, strict=True)
        ],
        kopkolommen=kopkolommen,
        volgorde=volgorde,
    )


def _gericht(cel: Cel, kolommen: Sequence[int]) -> Cel:
    """Point a cell to where the reden is among the columns of the sheet."""
    return cel if cel.wijkt_voor is None else evolve(cel, wijkt_voor=kolommen.index(cel.wijkt_voor))


def _soort(resultaat: Resultaat, er: Examenresultaat) -> _Soort:
    return _Soort(
        type(resultaat),
        getattr(resultaat, "vak", ""),
        getattr(resultaat, "niveau", ""),
        resultaat.examenregime,
        herkansingstijdvakken(er, resultaat)
        if er.herkansingen and isinstance(resultaat, Vakresultaat)
        else frozenset(),
        er.teruggetrokken,
    )


def _cellen(soort: _Soort) -> tuple[Cel, ...]:
    """Give the cells of a row for results of one kind, a cell per possible column."""
    regel = vind_vakregel(soort.regime, soort.niveau, soort.vak)
    return tuple(_cel(kolom, soort, regel) for kolom in _KOLOMMEN)


def _cel(kolom: _Kolom, soort: _Soort, regel: Vakregel | None) -> Cel:
    naam = kolom.velden.get(soort.klasse)
    if naam is None:
        return Cel(veld=_CE["cijfer"], dicht=f"{kolom.kolom.kop} hoort niet bij dit resultaat.")
    dicht, hoort = _indicatie(naam, soort, regel)
    herkansing = not dicht and naam == "ce" and kolom.tijdvak in soort.herkanst
    kan_vervallen = "reden_niet_deelname" in _VELDEN[soort.klasse]
    klasse, veld = (CeResultaat, "cijfer") if naam == "ce" else (soort.klasse, naam)
    return Cel(
        veld=_VELDEN[klasse][veld],
        uitleg=velduitleg(klasse, veld),
        verwijst=(naam, kolom.tijdvak),
        dicht=dicht,
        verwacht=not soort.teruggetrokken
        and ((hoort and kolom.tijdvak in (None, 1)) or herkansing),
        wijkt_voor=_REDEN if kan_vervallen and naam != "reden_niet_deelname" else None,
        bron=_bron(soort, regel) if regel and naam in _INDICATIES else "",
    )


def _bron(soort: _Soort, regel: Vakregel) -> str:
    niveau = KORTE_NIVEAUS.get(soort.niveau, soort.niveau)
    return f"vakkentabel {soort.regime}, vak {soort.vak} {niveau} (zekerheid {regel.zekerheid})"


def _indicatie(naam: str, soort: _Soort, regel: Vakregel | None) -> tuple[str, bool]:
    """Say why a field cannot be filled (or empty), and whether it has to be."""
    if soort.klasse is Werkstukresultaat and naam in ("cijfer", "beoordeling"):
        hoort = "beoordeling" if soort.niveau.startswith("VMBO") else "cijfer"
        return "" if naam == hoort else f"Dit werkstuk heeft een {hoort}.", naam == hoort
    if naam == "cijfer_rv":
        rv = _rv_toetsen(soort)
        return "" if rv else "In dit examenregime waren er geen RV-toetsen.", False
    if soort.klasse is Vakresultaat:
        if regel is None or naam not in _INDICATIES:
            return "", False
        indicatie = getattr(regel, _INDICATIES[naam])
        label = "CE" if naam == "ce" else _VELDEN[Vakresultaat][naam].label
        leeg = f"Volgens de vakkentabel van {soort.regime} heeft dit vak geen {label}."
        return leeg if indicatie == Indicatie.LEEG else "", indicatie == Indicatie.VERPLICHT
    return "", naam != "reden_niet_deelname"


def _rv_toetsen(soort: _Soort) -> int:
    """How many RV-toetsen a candidate could take in the examenregime of a result."""
    wet = vind_regime(soort.regime, soort.niveau)
    return wet.centraal_examen.rv_toetsen if wet else 0
