"""Printing papers from a register: reading whom they are about, judging, and writing the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from attrs import field, frozen

from examen.documenten.certificaat import certificaten
from examen.documenten.cijferlijst import cijferlijsten
from examen.documenten.correctiestaat import correctiestaat
from examen.documenten.deelcijferlijst import deelcijferlijsten
from examen.documenten.inhoud import Document, Examen, School
from examen.documenten.vergaderlijst import vergaderlijst
from examen.documenten.waarmerk import examenjaar
from examen.model import NIVEAUS, Examenresultaat
from examen.namen import TabelNamen
from examen.oordeel import uitkomsten
from examen.reken.nodig import wat_nodig
from register.bestand import vervangend
from register.fouten import RegisterFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from register.vormen.kolommen import entiteiten
from tui.plaats import eis_register
from tui.werk.drukwerk import Drukpers
from tui.werk.studenten import persoonsnummers
from tui.werk.voorstellen import stapels

Maker = Callable[[Examen, School, date, TabelNamen], Iterator[Document]]

WAARDEDOCUMENTEN: dict[str, tuple[Maker, str]] = {
    "cijferlijst": (cijferlijsten, "die is voor wie eindexamen deed"),
    "certificaat": (certificaten, "dat is voor wie niet geslaagd is en iets voldoende heeft"),
    "deelcijferlijst": (deelcijferlijsten, "die is voor wie deelexamen deed"),
}
"""The papers that are signed: what gives those of one examen, and for whom they are."""

MET_DE_HAND = "Schrijf de geboorteplaats erbij: die kent het register niet."
"""What is left to do on every paper that is signed (docs/documenten.md)."""


@frozen(kw_only=True)
class Keuze:
    """Whom papers are about: students by their numbers, examenresultaten, or everybody.

    Attributes:
        studenten: numbers of students.
        sleutels: examenresultaten, as the register knows them.
        jaar: only examenresultaten of this examenregime, or None for all.
    """

    studenten: Sequence[str] = ()
    sleutels: Sequence[Sleutel] = ()
    jaar: int | None = None

    @property
    def noemt(self) -> bool:
        """Whether it names whom, so that who gets no paper is told why."""
        return bool(self.studenten or self.sleutels)

    def past(self, er: Examenresultaat) -> bool:
        """Tell whether an examenresultaat is of the year that is asked for."""
        return self.jaar is None or examenjaar(er) == self.jaar


@frozen
class Gedrukt:
    """What came of it.

    Attributes:
        paden: the files that were written.
        klachten: why something was not printed, in sentences that name no BSN.
    """

    paden: list[Path] = field(factory=list)
    klachten: list[str] = field(factory=list)


def druk_waardedocumenten(
    register: Path,
    soort: str,
    keuze: Keuze,
    map_: Path,
    *,
    school: School,
    dag: date,
    concept: bool,
    na_elk: Callable[[Persoon, Gedrukt, bool], None] = lambda *_: None,
) -> Gedrukt:
    """Print one kind of signed paper, a file each, of whom it can be printed.

    Args:
        register: the register.
        soort: one of `WAARDEDOCUMENTEN`.
        keuze: whom.
        map_: an existing folder.
        school: who signs.
        dag: the day the papers are dated.
        concept: print also what there are objections to; all papers get a mark.
        na_elk: is told of every person what came of it, and whether there is such a paper at all.

    Raises:
        RegisterFout: there is no register.
    """
    gedrukt, namen, pers = Gedrukt(), TabelNamen(), Drukpers()
    maak, voor_wie = WAARDEDOCUMENTEN[soort]
    examens = _examens(register, keuze, dag, gedrukt.klachten)
    for persoon, eigen in groupby(examens, key=lambda examen: examen.persoon):
        nu = Gedrukt()
        gevonden = [
            (examen, document) for examen in eigen for document in maak(examen, school, dag, namen)
        ]
        if keuze.noemt and not gevonden:
            nu.klachten.append(f"{_wie(persoon)}: geen {soort}; {voor_wie}")
        for examen, document in gevonden:
            if document.bezwaren and not concept:
                nummer = examen.examenresultaat.examenresultaatvolgnummer
                bij = ", ".join(filter(None, (_wie(persoon), _toonbaar(persoon, nummer))))
                nu.klachten.extend(f"{bij}: {bezwaar}" for bezwaar in document.bezwaren)
                continue
            naam = _bestandsnaam(soort, examen, document.kenmerk)
            pad = _vrij(map_ / naam, [*gedrukt.paden, *nu.paden])
            _schrijf(pad, pers.pdf(document, concept=concept))
            nu.paden.append(pad)
        na_elk(persoon, nu, bool(gevonden))
        gedrukt.paden.extend(nu.paden)
        gedrukt.klachten.extend(nu.klachten)
    return gedrukt


def druk_vergaderlijst(
    register: Path, keuze: Keuze, uit: Path, *, school: School, dag: date, concept: bool
) -> Gedrukt:
    """Print the vergaderlijst of a group.

    Raises:
        RegisterFout: there is no register, or nobody in it to meet about.
    """
    gedrukt = Gedrukt()
    groep = []
    for examen in _examens(register, keuze, dag, gedrukt.klachten):
        if examen.uitkomst.cijferlijsten:
            groep.append((examen, wat_nodig(examen.examenresultaat)))
        elif keuze.noemt:
            nummer = examen.examenresultaat.examenresultaatvolgnummer
            gedrukt.klachten.append(f"{_wie(examen.persoon)}, {nummer}: geen cijferlijst")
    if not groep:
        raise RegisterFout(
            "er is geen examenresultaat met een cijferlijst dat aan de keuze voldoet"
        )
    document = vergaderlijst(groep, school, dag, TabelNamen())
    _schrijf(uit, Drukpers().pdf(document, concept=concept))
    gedrukt.paden.append(uit)
    return gedrukt


def druk_correctiestaat(
    register: Path,
    keuze: Keuze,
    uit: Path | None,
    *,
    school: School,
    dag: date,
    vak: str,
    niveau: str | None,
    tijdvak: int,
    leeg: bool,
    concept: bool,
) -> Gedrukt:
    """Print the correctiestaat of a vak; without `uit` it is named after the vak in this folder.

    Raises:
        RegisterFout: there is no register, nobody has this vak, or at more than one niveau.
    """
    gedrukt = Gedrukt()
    jaar = keuze.jaar or dag.year
    wie = Keuze(studenten=keuze.studenten)
    examens = list(_examens(register, wie, dag, gedrukt.klachten, vak=vak))
    niveaus = {
        resultaat.niveau
        for examen in examens
        for resultaat in examen.examenresultaat.vakresultaten
        if (resultaat.vak, resultaat.examenregime) == (vak, jaar)
    }
    gevraagd = niveaus if niveau is None else niveaus & {niveau}
    if not gevraagd:
        raise RegisterFout(f"niemand heeft vak {vak} in {jaar} op {niveau or 'enig niveau'}")
    if len(gevraagd) > 1:
        keus = ", ".join(naam for naam in NIVEAUS if naam in gevraagd)
        raise RegisterFout(f"vak {vak} is er in {jaar} op meer niveaus ({keus}); kies met --niveau")
    (enig,) = gevraagd
    document = correctiestaat(
        examens,
        school,
        dag,
        TabelNamen(),
        vak=vak,
        niveau=enig,
        tijdvak=tijdvak,
        jaar=jaar,
        leeg=leeg,
    )
    pad = uit or Path(f"correctiestaat_{document.kenmerk}.pdf")
    _schrijf(pad, Drukpers().pdf(document, concept=concept))
    gedrukt.paden.append(pad)
    return gedrukt


def _examens(
    register: Path, keuze: Keuze, dag: date, klachten: list[str], *, vak: str | None = None
) -> Iterator[Examen]:
    """Give the examens that are meant, those of one person together; say who is missing."""
    eis_register(register)
    with Register.open(register, alleen_lezen=True) as open_register:
        if keuze.sleutels:
            paren = list(_van_sleutels(open_register, keuze.sleutels, klachten))
        elif keuze.studenten:
            paren = list(_van_studenten(open_register, keuze, klachten))
        else:
            paren = sorted(_van_allen(open_register, keuze, klachten, vak), key=_volgorde)
    for stapel in stapels(paren):
        gerekend = uitkomsten([er for _, er in stapel], dag)
        for (persoon, er), uitkomst in zip(stapel, gerekend, strict=True):
            yield Examen(persoon=persoon, examenresultaat=er, uitkomst=uitkomst)


def _van_sleutels(
    register: Register, sleutels: Sequence[Sleutel], klachten: list[str]
) -> Iterator[tuple[Persoon, Examenresultaat]]:
    """Read some hundreds at a time; a person who is not there is left out."""
    per_persoon: dict[str, list[Sleutel]] = {}
    for sleutel in sleutels:
        per_persoon.setdefault(sleutel.persoon, []).append(sleutel)
    for stapel in stapels(per_persoon):
        gevraagd = [sleutel for persoon in stapel for sleutel in per_persoon[persoon]]
        personen = register.actuelen(Persoon, [Sleutel(persoon) for persoon in stapel])
        van = {stand.sleutel.persoon: persoon for stand, persoon in personen}
        ers = {
            stand.sleutel: er
            for deel in stapels(gevraagd)
            for stand, er in register.actuelen(Examenresultaat, deel)
        }
        for nummer in stapel:
            eigen = [ers[sleutel] for sleutel in per_persoon[nummer] if sleutel in ers]
            if nummer in van and not eigen:
                klachten.append(f"{_wie(van[nummer])}: geen examenresultaat in het register")
            yield from ((van[nummer], er) for er in eigen if nummer in van)


def _van_studenten(
    register: Register, keuze: Keuze, klachten: list[str]
) -> Iterator[tuple[Persoon, Examenresultaat]]:
    gezien: set[str] = set()
    for plaats, nummer in enumerate(keuze.studenten, start=1):
        gevonden = persoonsnummers(register, nummer)
        if not gevonden:
            klachten.append(
                f"de {plaats}e student is niet gevonden; geef een studentnummer, BSN of"
                " onderwijsnummer zoals het in het register staat"
            )
        for persoonsnummer in gevonden:
            if persoonsnummer in gezien:
                continue
            gezien.add(persoonsnummer)
            actueel = register.actueel(Persoon, Sleutel(persoonsnummer))
            assert actueel is not None, "who is found by number is current"
            resultaten = [
                er for _, er in register.actuelen(Examenresultaat, persoonsnummer) if keuze.past(er)
            ]
            if not resultaten:
                van = "" if keuze.jaar is None else f" van {keuze.jaar}"
                klachten.append(f"{_wie(actueel[1])}: geen examenresultaat{van} in het register")
            yield from ((actueel[1], er) for er in resultaten)


def _van_allen(
    register: Register, keuze: Keuze, klachten: list[str], vak: str | None
) -> Iterator[tuple[Persoon, Examenresultaat]]:
    personen = {
        nummer: persoon
        for persoon in entiteiten(Persoon, register.kolommen(Persoon))
        for nummer in (persoon.burgerservicenummer, persoon.onderwijsnummer)
        if nummer
    }
    waar = {} if vak is None else {"vakresultaten.vak": vak}
    for er in entiteiten(Examenresultaat, register.kolommen(Examenresultaat, waar=waar)):
        persoon = personen.get(er.burgerservicenummer or er.onderwijsnummer or "")
        if not keuze.past(er):
            continue
        if persoon is None:
            klachten.append(
                f"{er.examenresultaatvolgnummer}: de persoon staat niet in het register; lees eerst"
                " de inschrijving in"
            )
        else:
            yield persoon, er


def _volgorde(paar: tuple[Persoon, Examenresultaat]) -> tuple[str, str, str]:
    persoon, er = paar
    nummer = persoon.burgerservicenummer or persoon.onderwijsnummer or ""
    return persoon.studentnummer or "", nummer, er.examenresultaatvolgnummer


def _wie(persoon: Persoon) -> str:
    return _toonbaar(persoon, persoon.studentnummer) or "student zonder studentnummer"


def _toonbaar(persoon: Persoon, nummer: str | None) -> str:
    """Give a number that may stand in names and complaints: nothing of one that is a BSN."""
    geheim = (persoon.burgerservicenummer, persoon.onderwijsnummer)
    return "" if nummer is None or nummer in geheim else nummer


def _bestandsnaam(soort: str, examen: Examen, kenmerk: str) -> str:
    """Name a file after studentnummer and volgnummer, as far as those may be shown."""
    nummers = (examen.persoon.studentnummer, examen.examenresultaat.examenresultaatvolgnummer)
    delen = (soort, *(_toonbaar(examen.persoon, nummer) for nummer in nummers), kenmerk)
    return f"{'_'.join(filter(None, delen))}.pdf"


def _vrij(pad: Path, bezet: Sequence[Path]) -> Path:
    """Give the path, with a number when this run wrote that file already for somebody else."""
    vrij, nummer = pad, 1
    while vrij in bezet:
        nummer += 1
        vrij = pad.with_stem(f"{pad.stem}_{nummer}")
    return vrij


def _schrijf(pad: Path, inhoud: bytes) -> None:
    with vervangend(pad) as nieuw:
        nieuw.write_bytes(inhoud)
