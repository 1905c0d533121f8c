"""What input wants of a register: per examenresultaat a proposal, or what is wrong with a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import BinaryIO, TypeVar

from attrs import evolve, frozen

from examen.cijfers_csv import Cijferregel, lees_cijfers, met_cijfers
from examen.invoer import lees_examenresultaten
from examen.model import Examenresultaat
from register.fouten import InvoerFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, Stand, sleutel_van
from register.vormen.json_vorm import RecordFout

T = TypeVar("T")

STAPEL = 500
"""Examenresultaten read, compared, computed and booked together."""


@frozen(kw_only=True)
class Voorstel:
    """An examenresultaat that some lines of input want in the register.

    Attributes:
        regels: the lines.
        stand: the current stand, or None.
        oud: the current examenresultaat, or None.
        nieuw: the examenresultaat to come.
        bijwerking: it is the current one with some marks changed, not a delivery that replaces it.
    """

    regels: tuple[int, ...]
    stand: Stand | None
    oud: Examenresultaat | None
    nieuw: Examenresultaat
    bijwerking: bool


def uit_json(register: Register, stroom: BinaryIO) -> Iterator[Voorstel | InvoerFout]:
    """Give a proposal per line of JSON; a line replaces the whole current examenresultaat."""
    for stapel in stapels(lees_examenresultaten(stroom)):
        goed = []
        for regel, gelezen in stapel:
            if isinstance(gelezen, RecordFout):
                yield from gelezen.fouten
            else:
                goed.append((regel, gelezen))
        huidig = _huidig(register, {sleutel_van(er) for _, er in goed})
        for regel, nieuw in goed:
            stand, oud = huidig.get(sleutel_van(nieuw), (None, None))
            yield Voorstel(regels=(regel,), stand=stand, oud=oud, nieuw=nieuw, bijwerking=False)


def uit_csv(register: Register, inhoud: bytes, op: datetime) -> Iterator[Voorstel | InvoerFout]:
    """Give a proposal per examenresultaat that has marks in the CSV.

    Raises:
        InvoerFout: the file as a whole cannot be read.
    """
    per_student: dict[str, list[Cijferregel]] = defaultdict(list)
    for gelezen in lees_cijfers(inhoud):
        if isinstance(gelezen, InvoerFout):
            yield gelezen
        else:
            per_student[gelezen.student].append(gelezen)
    wegwijzer = _wegwijzer(register)
    for stapel in stapels(per_student.items()):
        huidig = _huidig(register, {s for student, _ in stapel for s in wegwijzer[student]})
        for student, regels in stapel:
            yield from _van_student(
                regels, [huidig[s] for s in wegwijzer[student] if s in huidig], op
            )


def _van_student(
    regels: Sequence[Cijferregel], gevonden: Sequence[tuple[Stand, Examenresultaat]], op: datetime
) -> Iterator[Voorstel | InvoerFout]:
    """Apply the lines of one student to the examenresultaten that number leads to."""
    if not gevonden:
        yield from (
            InvoerFout("staat niet in het register", veld="student", regel=r.regel) for r in regels
        )
        return
    if len({stand.sleutel.persoon for stand, _ in gevonden}) > 1:
        tekst = "dit nummer hoort bij meer dan één student; gebruik het studentnummer"
        yield from (InvoerFout(tekst, veld="student", regel=r.regel) for r in regels)
        return
    nieuw = {huidig.id: oud for huidig, oud in gevonden}
    toegepast: dict[int, list[Cijferregel]] = defaultdict(list)
    for regel in regels:
        try:
            stand = _stand_met_vak(gevonden, regel.vak)
            _keur_herhaling(regel, toegepast[stand])
            nieuw[stand] = met_cijfers(nieuw[stand], regel)
            toegepast[stand].append(regel)
        except InvoerFout as fout:
            yield InvoerFout(fout.tekst, veld=fout.veld, regel=regel.regel)
    for huidig, oud in gevonden:
        if toegepast[huidig.id]:
            er = nieuw[huidig.id]
            if er != oud and er.aangeleverd_op is not None:
                er = evolve(er, aangeleverd_op=op.replace(microsecond=0))
            yield Voorstel(
                regels=tuple(regel.regel for regel in toegepast[huidig.id]),
                stand=huidig,
                oud=oud,
                nieuw=er,
                bijwerking=True,
            )


def _stand_met_vak(gevonden: Sequence[tuple[Stand, Examenresultaat]], vak: str) -> int:
    met = [(s, er) for s, er in gevonden if any(r.vak == vak for r in er.vakresultaten)]
    if not met:
        raise InvoerFout(f"vak {vak} staat in geen examenresultaat van deze student", veld="vak")
    if len(met) > 1:
        nummers = ", ".join(er.examenresultaatvolgnummer for _, er in met)
        tekst = f"vak {vak} staat in meer examenresultaten; zet hier een van {nummers}"
        raise InvoerFout(tekst, veld="student")
    return met[0][0].id


def _keur_herhaling(regel: Cijferregel, eerder: Iterable[Cijferregel]) -> None:
    """The same mark may be given twice only with the same value."""
    for ander in eerder:
        if ander.vak != regel.vak:
            continue
        if None not in (ander.cijfer_se, regel.cijfer_se) and ander.cijfer_se != regel.cijfer_se:
            raise InvoerFout(f"ander cijfer SE dan op regel {ander.regel}", veld="se")
        if ander.ce and regel.ce and ander.ce.tijdvak == regel.ce.tijdvak and ander.ce != regel.ce:
            raise InvoerFout(f"ander cijfer CE dan op regel {ander.regel}", veld="ce")


def _wegwijzer(register: Register) -> dict[str, list[Sleutel]]:
    """Give the examenresultaten each number leads to: of a student, a person, or their own."""
    personen = register.kolommen(Persoon, tabellen=["persoon"])["persoon"]
    studentnummer = {
        persoonsnummer: nummer
        for bsn, ovn, nummer in personen.select(
            "burgerservicenummer", "onderwijsnummer", "studentnummer"
        ).iter_rows()
        for persoonsnummer in (bsn, ovn)
        if persoonsnummer and nummer
    }
    wortel = register.kolommen(Examenresultaat, tabellen=["examenresultaat"])["examenresultaat"]
    van_student: dict[str, list[Sleutel]] = defaultdict(list)
    van_volgnummer: dict[str, list[Sleutel]] = defaultdict(list)
    for brin, bsn, ovn, volgnummer in wortel.select(
        "brin", "burgerservicenummer", "onderwijsnummer", "examenresultaatvolgnummer"
    ).iter_rows():
        sleutel = Sleutel(bsn or ovn, brin, volgnummer)
        van_volgnummer[volgnummer].append(sleutel)
        van_student[sleutel.persoon].append(sleutel)
        if sleutel.persoon in studentnummer:
            van_student[studentnummer[sleutel.persoon]].append(sleutel)
    return defaultdict(list, van_volgnummer | van_student)


def _huidig(
    register: Register, sleutels: Iterable[Sleutel]
) -> dict[Sleutel, tuple[Stand, Examenresultaat]]:
    return {
        stand.sleutel: (stand, er)
        for stapel in stapels(sleutels)
        for stand, er in register.actuelen(Examenresultaat, stapel)
    }


def stapels(dingen: Iterable[T], grootte: int = STAPEL) -> Iterator[list[T]]:
    """Cut what comes into lists of a size."""
    wachtrij = iter(dingen)
    while stapel := list(islice(wachtrij, grootte)):
        yield stapel
