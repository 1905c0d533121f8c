"""DUO's own vakkentabel: a CSV with 13 columns, one line per opleiding and vak.

Where our table has one subject per niveau, DUO has one per registratiecode; lines of one niveau
have to agree. Nothing is taken over from a file with a problem, and all problems are given.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from typing import TypeVar

import attrs

from examen.model import NIVEAUS
from examen.vakkentabel import (
    Beroepsgericht,
    Indicatie,
    Vakkentabel,
    Vakregel,
    alle_vakregels,
    onsamenhangend,
)
from register.fouten import InvoerFout, TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel

KOLOMMEN = (
    "Vakcode",
    "Naam kort vak",
    "Naam Registratiecode",
    "Registratiecode",
    "Studiebelastingsuren",
    "Beroepsgericht vak",
    "Ind. beoordeling SE",
    "Ind. cijfer SE",
    "Ind. cijfer CE",
    "Ind. eindcijfer",
    "Ind. cijferlijst",
    "Ind. combinatiecijfer",
    "Combinatiecijfer toegestaan",
)
"""The header of DUO's file, in its order."""

TOEGESTAAN = KOLOMMEN[-1]
INDICATIES = {
    "beoordeling_se": "Ind. beoordeling SE",
    "cijfer_se": "Ind. cijfer SE",
    "cijfer_ce": "Ind. cijfer CE",
    "eindcijfer": "Ind. eindcijfer",
    "cijferlijst": "Ind. cijferlijst",
    "combinatiecijfer": "Ind. combinatiecijfer",
}
"""The fields of a `Vakregel` that are V, O or L, with DUO's name of the column."""
_GROOTSTE_BESTAND = 50_000_000

W = TypeVar("W")


@attrs.frozen(kw_only=True)
class Inlezing:
    """What reading DUO's file gave.

    Attributes:
        tabel: the whole new vakkentabel, or None when there is any problem.
        problemen: every problem with its line and column.
        niveaus: the niveaus that the file holds; the others stay as they were.
        overgeslagen: number of lines of an opleiding outside the vavo (vmbo-bb, vmbo-kb).
        nieuw: subjects unknown in every regime; their official name and kernvak are to be checked.
    """

    tabel: Vakkentabel | None
    problemen: tuple[InvoerFout, ...]
    niveaus: tuple[str, ...] = ()
    overgeslagen: int = 0
    nieuw: tuple[Vakregel, ...] = ()


@attrs.frozen(kw_only=True)
class _Reeks:
    """A range of registratiecodes; without niveau it lies outside the vavo."""

    patroon: str
    niveau: str | None = None
    bron: str


@attrs.frozen(kw_only=True)
class _Registratiecodes:
    """The content of data/registratiecodes.toml."""

    uitvoer: dict[str, str]
    bronnen: dict[str, str]
    reeks: tuple[_Reeks, ...]


@cache
def _registratiecodes() -> _Registratiecodes:
    codes = lees_tabel(gegevensmap() / "registratiecodes.toml", _Registratiecodes)
    for reeks in codes.reeks:
        if reeks.bron not in codes.bronnen or reeks.niveau not in (None, *NIVEAUS):
            raise TabelFout(
                f"registratiecodes.toml: reeks {reeks.patroon}: bron of niveau onbekend"
            )
    return codes


@attrs.define
class _Regel:
    """One line of the file, with what is wrong in it."""

    nummer: int
    velden: dict[str, str]
    fouten: list[InvoerFout] = attrs.Factory(list)

    def fout(self, kolom: str, tekst: str) -> None:
        self.fouten.append(InvoerFout(tekst, veld=kolom, regel=self.nummer))

    def code(self, kolom: str) -> str:
        """Give a code of four digits; DUO and Excel may leave out zeros in front."""
        gevonden = self.velden[kolom]
        if not re.fullmatch("[0-9]{1,4}", gevonden):
            self.fout(kolom, f"verwacht een code van vier cijfers, gevonden {gevonden!r}")
        return gevonden.zfill(4)

    def keuze(self, kolom: str, waarden: dict[str, W]) -> W:
        """Give what a value stands for; some other value is a fault and stands for the last."""
        gevonden = self.velden[kolom]
        if gevonden not in waarden:
            self.fout(kolom, f"verwacht {' of '.join(waarden)}, gevonden {gevonden!r}")
        return waarden.get(gevonden, [*waarden.values()][-1])


def lees_duo_csv(inhoud: bytes, *, oud: Vakkentabel, regime: int, bestand: str) -> Inlezing:
    """Read DUO's file into a vakkentabel.

    Args:
        inhoud: the file as it is.
        oud: the table it is laid over; niveaus that the file does not hold are kept from it.
        regime: the regime the file is for (the file does not say).
        bestand: name of the file, to be named as source.
    """
    bekend = {(v.niveau, v.vakcode): v for vakken in alle_vakregels().values() for v in vakken}
    bekend |= {(v.niveau, v.vakcode): v for v in oud.vakken}
    vakken: dict[tuple[str, str], tuple[int, Vakregel]] = {}
    problemen: list[InvoerFout] = []
    overgeslagen = 0
    try:
        for regel in _regels(_tekst(inhoud), problemen):
            niveau = _niveau(regel)
            if niveau is None and not regel.fouten:
                overgeslagen += 1
            elif vak := _vak(regel, niveau, bekend):
                eerste, eerder = vakken.setdefault((vak.niveau, vak.vakcode), (regel.nummer, vak))
                _vergelijk(regel, vak, eerste, eerder)
            problemen += regel.fouten
    except InvoerFout as fout:
        problemen.append(fout)
    if not vakken and not problemen:
        problemen.append(InvoerFout("er staat geen vak van vmbo-gl, vmbo-tl, havo of vwo in"))
    if problemen:
        return Inlezing(tabel=None, problemen=tuple(problemen), overgeslagen=overgeslagen)
    gelezen = [vak for _, vak in vakken.values()]
    return Inlezing(
        tabel=_samengevoegd(gelezen, oud, regime, bestand),
        problemen=(),
        niveaus=tuple(niveau for niveau in NIVEAUS if niveau in {v.niveau for v in gelezen}),
        overgeslagen=overgeslagen,
        nieuw=tuple(vak for wie, (_, vak) in vakken.items() if wie not in bekend),
    )


def _tekst(inhoud: bytes) -> str:
    if len(inhoud) > _GROOTSTE_BESTAND:
        raise InvoerFout(f"het bestand is groter dan {_GROOTSTE_BESTAND // 1_000_000} MB")
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InvoerFout("het bestand is UTF-16 (Excel: Unicode-tekst); bewaar het als CSV UTF-8")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        teken = inhoud[fout.start : fout.start + 1].decode("cp1252", "replace")
        raise InvoerFout(
            f"geen UTF-8 maar waarschijnlijk Windows-1252 (teken {teken!r}); "
            "bewaar het bestand als CSV UTF-8",
            regel=regel,
        ) from None


def _regels(tekst: str, problemen: list[InvoerFout]) -> Iterator[_Regel]:
    """Give every line that has its 13 columns; put the others with the problems.

    Raises:
        InvoerFout: for another header, since then no line means anything.
    """
    kop, *rest = tekst.replace("\r\n", "\n").split("\n")
    if tuple(_cellen(kop, 1)) != KOLOMMEN:
        raise InvoerFout(_andere_kop(kop), regel=1)
    for nummer, regel in enumerate(rest, start=2):
        try:
            if cellen := _cellen(regel, nummer):
                yield _Regel(nummer, dict(zip(KOLOMMEN, cellen, strict=True)))
        except InvoerFout as fout:
            problemen.append(fout)


def _cellen(regel: str, nummer: int) -> list[str]:
    """Split one line into 13 cells, or none for an empty line.

    Empty columns behind the last one are a habit of Excel and mean nothing.
    """
    try:
        cellen = [cel.strip() for cel in next(csv.reader([regel], delimiter=";", strict=True), [])]
    except csv.Error:
        raise InvoerFout("een aanhalingsteken is niet gesloten", regel=nummer) from None
    if not any(cellen):
        return []
    while len(cellen) > len(KOLOMMEN) and not cellen[-1]:
        cellen.pop()
    if len(cellen) != len(KOLOMMEN) and nummer > 1:
        tekst = f"verwacht {len(KOLOMMEN)} kolommen, gevonden {len(cellen)}"
        raise InvoerFout(tekst, regel=nummer)
    return cellen


def _andere_kop(kop: str) -> str:
    if kop.strip().replace(",", ";") == ";".join(KOLOMMEN):
        return "de kolommen zijn gescheiden met een komma; verwacht een puntkomma"
    cellen = _cellen(kop, 1)
    ontbreekt = ", ".join(kolom for kolom in KOLOMMEN if kolom not in cellen)
    onbekend = ", ".join(cel for cel in cellen if cel not in KOLOMMEN)
    wat = [f"ontbreekt: {ontbreekt}"] if ontbreekt else []
    wat += [f"onbekend: {onbekend}"] if onbekend else []
    return f"dit is niet de kop van DUO's vakkentabel ({'; '.join(wat) or 'andere volgorde'})"


def _niveau(regel: _Regel) -> str | None:
    """Give the niveau of the opleiding, or None for one outside the vavo."""
    code = regel.code("Registratiecode")
    for reeks in _registratiecodes().reeks:
        if re.fullmatch(reeks.patroon, code):
            return reeks.niveau
    if not regel.fouten:
        regel.fout("Registratiecode", f"onbekende opleiding {code}")
    return None


def _vak(
    regel: _Regel, niveau: str | None, bekend: dict[tuple[str, str], Vakregel]
) -> Vakregel | None:
    """Read the subject of one line, with what the file does not say from the table we have.

    DUO has two columns on the combinatiecijfer; here one follows the other, so that OPTIONEEL
    always means that the subject may be part of it.
    """
    vakcode = regel.code("Vakcode")
    indicaties = {
        veld: regel.keuze(kolom, {i.value: i for i in Indicatie})
        for veld, kolom in INDICATIES.items()
    }
    beroepsgericht = regel.keuze("Beroepsgericht vak", {"1": True, "0": False})
    toegestaan = regel.keuze(TOEGESTAAN, {"J": True, "N": False})
    if not re.fullmatch("[0-9]*", uren := regel.velden["Studiebelastingsuren"]):
        regel.fout("Studiebelastingsuren", f"verwacht een geheel getal, gevonden {uren!r}")
    naam = regel.velden["Naam kort vak"]
    if not naam:
        regel.fout("Naam kort vak", "is leeg")
    if regel.fouten or niveau is None:
        return None
    if toegestaan and indicaties["combinatiecijfer"] == Indicatie.LEEG:
        indicaties["combinatiecijfer"] = Indicatie.OPTIONEEL
    elif not toegestaan and indicaties["combinatiecijfer"] == Indicatie.OPTIONEEL:
        indicaties["combinatiecijfer"] = Indicatie.LEEG
    al = bekend.get((niveau, vakcode))
    soort: Beroepsgericht = (
        "keuzevak" if indicaties["cijfer_ce"] == Indicatie.LEEG else "profielvak"
    )
    vak = Vakregel(
        vakcode=vakcode,
        niveau=niveau,
        naam=al.naam if al else naam,
        roepnaam=naam,
        afkorting=al.afkorting if al else "",
        beroepsgericht=((al and al.beroepsgericht) or soort) if beroepsgericht else None,
        **indicaties,
        combinatiecijfer_toegestaan=toegestaan,
        kernvak=al.kernvak if al else None,
        bron="duo",
        zekerheid="hoog",
    )
    for tekst in onsamenhangend(vak):
        regel.fout("", f"vak {vakcode} ({niveau}): {tekst}")
    return None if regel.fouten else vak


def _vergelijk(regel: _Regel, vak: Vakregel, eerste: int, eerder: Vakregel) -> None:
    """Hold a subject against the same subject of another opleiding of the same niveau."""
    for veld, kolom in (INDICATIES | {"combinatiecijfer_toegestaan": TOEGESTAAN}).items():
        if getattr(vak, veld) != getattr(eerder, veld):
            anders = f"vak {vak.vakcode} ({vak.niveau}) heeft hier een andere waarde"
            regel.fout(kolom, f"{anders} dan op regel {eerste}")


def _samengevoegd(
    gelezen: Iterable[Vakregel], oud: Vakkentabel, regime: int, bestand: str
) -> Vakkentabel:
    """Lay the subjects over the table; whole niveaus are replaced."""
    vakken = list(gelezen)
    niveaus = {vak.niveau for vak in vakken}
    gebleven = [vak for vak in oud.vakken if vak.niveau not in niveaus]
    bronnen = {sleutel: oud.bronnen[sleutel] for sleutel in sorted({v.bron for v in gebleven})}
    bron = next(naam for n in count(1) if (naam := f"duo_{n}") not in bronnen)
    vakken = [attrs.evolve(vak, bron=bron) for vak in vakken]
    volgorde = list(NIVEAUS)
    vakken = sorted(vakken + gebleven, key=lambda v: (volgorde.index(v.niveau), v.vakcode))
    opmerking = f"Overgenomen uit de vakkentabel van DUO ({bestand})."
    if gebleven:
        rest = ", ".join(niveau for niveau in NIVEAUS if niveau not in niveaus)
        opmerking += f" Niet daarin en dus gebleven: {rest}. {oud.opmerking}"
    return Vakkentabel(
        regime=regime,
        opmerking=opmerking,
        bronnen=bronnen | {bron: f"DUO, vakkentabel {regime} ({bestand})"},
        vakken=tuple(vakken),
    )


def als_duo_csv(tabel: Vakkentabel) -> str:
    """Give a vakkentabel in DUO's form, with one registratiecode per niveau.

    Studiebelastingsuren are not in our table and are written as 0.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for vak in tabel.vakken:
        schrijver.writerow(
            [
                vak.vakcode,
                vak.roepnaam,
                "ILT",
                _registratiecodes().uitvoer[vak.niveau],
                0,
                int(vak.beroepsgericht is not None),
                *(getattr(vak, veld).value for veld in INDICATIES),
                "J" if vak.combinatiecijfer_toegestaan else "N",
            ]
        )
    return uit.getvalue()
