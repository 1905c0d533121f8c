"""A simple CSV of marks: student, vak, se, ce, tijdvak. Reads what Excel makes of it.

Only reading and applying to an examenresultaat; which examenresultaat a student means is for who
has the register.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from attrs import evolve, frozen

from examen.model import BEOORDELINGEN_SE, CeResultaat, Examenresultaat, Vakresultaat
from register.fouten import InvoerFout
from register.velden import Veld, attributen
from register.vormen.waarden import uit_tekst

KOLOMMEN = ("student", "vak", "se", "ce", "tijdvak")
GROOTSTE_BESTAND = 50_000_000

_WETENSCHAPPELIJK = re.compile(r"[0-9]+([.,][0-9]+E\+?|E\+)[0-9]+", re.IGNORECASE)
_DATUM = re.compile(r"[0-9]{1,2}[-/]([0-9]{1,2}|[a-z]{3})([-/][0-9]{2,4})?", re.IGNORECASE)


@frozen(kw_only=True)
class Cijferregel:
    """One line: what is given of one subject of one student.

    Attributes:
        regel: line number in the file, from 1.
        student: studentnummer or examenresultaatvolgnummer, as it stands there.
        vak: vakcode of four digits; zeros that Excel dropped are back.
        cijfer_se: tenths, or None when the line says nothing about it.
        beoordeling_se: G, V or O, or None.
        ce: mark of a tijdvak, or None.
    """

    regel: int
    student: str
    vak: str
    cijfer_se: int | None
    beoordeling_se: str | None
    ce: CeResultaat | None


def lees_cijfers(inhoud: bytes) -> Iterator[Cijferregel | InvoerFout]:
    """Read the lines of the file; a line that is wrong is given as one error per cell.

    Raises:
        InvoerFout: the file as a whole cannot be read (encoding, header).
    """
    if len(inhoud) > GROOTSTE_BESTAND:
        raise InvoerFout(f"het bestand is groter dan {GROOTSTE_BESTAND // 1_000_000} MB")
    regels = ontcijfer(inhoud).splitlines(keepends=True)
    overgeslagen = 0
    scheiding = ""
    if regels and (hint := re.fullmatch(r"sep=(.)\s*", regels[0])):
        scheiding, overgeslagen = hint[1], 1
    kop = next((regel for regel in regels[overgeslagen:] if regel.strip()), "")
    lezer = csv.reader(
        regels[overgeslagen:], delimiter=scheiding or max(";,\t", key=kop.count), strict=True
    )
    kolommen: list[str] = []
    try:
        for cellen in lezer:
            regel = lezer.line_num + overgeslagen
            if not any(cel.strip() for cel in cellen):
                continue
            if not kolommen:
                kolommen = _kop(cellen, regel)
            else:
                yield from _regel(kolommen, cellen, regel)
    except csv.Error as fout:
        raise InvoerFout(
            f"hier is het geen leesbare CSV ({fout})", regel=lezer.line_num + overgeslagen
        ) from None
    if not kolommen:
        raise InvoerFout("het bestand is leeg; de eerste regel is student;vak;se;ce;tijdvak")


def ontcijfer(inhoud: bytes) -> str:
    """Decode UTF-8 or UTF-16 with their marks, else the Windows code page that Excel writes.

    Raises:
        InvoerFout: it is none of these.
    """
    is_utf_16 = inhoud.startswith((b"\xff\xfe", b"\xfe\xff"))
    for keuze in ("utf-16" if is_utf_16 else "utf-8-sig", "cp1252"):
        try:
            tekst = inhoud.decode(keuze)
        except UnicodeDecodeError:
            continue
        if "\x00" not in tekst:
            return tekst
    raise InvoerFout("het bestand is geen tekst; bewaar het in Excel als CSV UTF-8")


def _kop(cellen: Sequence[str], regel: int) -> list[str]:
    kolommen = [cel.strip().lower() for cel in cellen]
    while kolommen and not kolommen[-1]:
        kolommen.pop()
    vreemd = [naam for naam in kolommen if naam not in KOLOMMEN]
    if vreemd:
        raise InvoerFout(
            f"onbekende kolom {vreemd[0]!r}; de kolommen zijn {', '.join(KOLOMMEN)}", regel=regel
        )
    for naam in KOLOMMEN:
        if kolommen.count(naam) > 1:
            raise InvoerFout(f"kolom {naam} staat er twee keer", regel=regel)
    for naam in ("student", "vak"):
        if naam not in kolommen:
            raise InvoerFout(f"kolom {naam} ontbreekt", regel=regel)
    if not {"se", "ce"} & set(kolommen):
        raise InvoerFout("kolom se of ce ontbreekt", regel=regel)
    return kolommen


def _regel(
    kolommen: Sequence[str], cellen: Sequence[str], regel: int
) -> Iterator[Cijferregel | InvoerFout]:
    if any(cel.strip() for cel in cellen[len(kolommen) :]):
        yield InvoerFout(
            "meer cellen dan kolommen; staat er een decimale komma in een bestand met komma's? "
            "Zet het cijfer tussen aanhalingstekens of gebruik ;",
            regel=regel,
        )
        return
    cel = {
        naam: waarde.strip()
        for naam, waarde in zip_longest(kolommen, cellen[: len(kolommen)], fillvalue="")
    }
    fouten: list[InvoerFout] = []

    def lees(naam: str, veld: Veld, tekst: str) -> Any:
        try:
            return _cel(veld, tekst)
        except InvoerFout as fout:
            fouten.append(InvoerFout(fout.tekst, veld=naam, regel=regel))
            return None

    se = cel.get("se", "")
    beoordeling = se.upper() if se.upper() in BEOORDELINGEN_SE else None
    cijfer_se = None if beoordeling else lees("se", _VELDEN["cijfer_se"], se)
    cijfer = lees("ce", _CE["cijfer"], cel.get("ce", ""))
    tijdvak = lees("tijdvak", _CE["tijdvak"], cel.get("tijdvak", ""))
    vak = lees("vak", _VELDEN["vak"], _aangevuld(cel["vak"]))
    fouten += (
        InvoerFout("is leeg", veld=naam, regel=regel)
        for naam in ("student", "vak")
        if not cel[naam]
    )
    if _WETENSCHAPPELIJK.fullmatch(cel["student"]):
        tekst = f"Excel heeft het nummer afgerond ({cel['student']}); zet de kolom op Tekst"
        fouten.append(InvoerFout(tekst, veld="student", regel=regel))
    if cel.get("ce") and not cel.get("tijdvak"):
        fouten.append(InvoerFout("is leeg bij een cijfer CE", veld="tijdvak", regel=regel))
    if not se and not cel.get("ce"):
        fouten.append(InvoerFout("geen cijfer SE en geen cijfer CE", regel=regel))
    if fouten:
        yield from fouten
        return
    yield Cijferregel(
        regel=regel,
        student=cel["student"],
        vak=vak,
        cijfer_se=cijfer_se,
        beoordeling_se=beoordeling,
        ce=None if cijfer is None else CeResultaat(tijdvak=tijdvak, cijfer=cijfer),
    )


_VELDEN = {a.naam: a.veld for a in attributen(Vakresultaat)}
_CE = {a.naam: a.veld for a in attributen(CeResultaat)}


def _cel(veld: Veld, tekst: str) -> Any:
    if _DATUM.fullmatch(tekst):
        raise InvoerFout(f"gevonden een datum ({tekst}); heeft Excel die van een cijfer gemaakt?")
    return uit_tekst(veld, tekst)


def _aangevuld(vak: str) -> str:
    """Put back the zeros that Excel drops from a code: 11 is 0011."""
    return vak.zfill(4) if vak.isdecimal() else vak


def vakresultaat_van(examenresultaat: Examenresultaat, vak: str) -> Vakresultaat | None:
    """Give the result a mark of this subject belongs to: the one of the latest examenregime.

    Raises:
        InvoerFout: there are more of that regime.
    """
    gevonden = [resultaat for resultaat in examenresultaat.vakresultaten if resultaat.vak == vak]
    if not gevonden:
        return None
    laatste = max(resultaat.examenregime or 0 for resultaat in gevonden)
    gevonden = [r for r in gevonden if (r.examenregime or 0) == laatste]
    if len(gevonden) > 1:
        nummers = ", ".join(resultaat.resultaatvolgnummer for resultaat in gevonden)
        raise InvoerFout(f"vak {vak} staat er {len(gevonden)} keer in (resultaten {nummers})")
    return gevonden[0]


def met_cijfers(examenresultaat: Examenresultaat, regel: Cijferregel) -> Examenresultaat:
    """Give the examenresultaat with what the line says; what it does not say stays.

    Raises:
        InvoerFout: the subject is not in it, or more than once.
    """
    oud = vakresultaat_van(examenresultaat, regel.vak)
    if oud is None:
        raise InvoerFout(f"vak {regel.vak} staat niet in het examenresultaat", veld="vak")
    nieuw = oud
    if regel.cijfer_se is not None:
        nieuw = evolve(nieuw, cijfer_se=regel.cijfer_se)
    if regel.beoordeling_se is not None:
        nieuw = evolve(nieuw, beoordeling_se=regel.beoordeling_se)
    if regel.ce is not None:
        ce = {deel.tijdvak: deel for deel in (*oud.ce, regel.ce)}
        nieuw = evolve(nieuw, ce=tuple(ce[tijdvak] for tijdvak in sorted(ce)))
    return evolve(
        examenresultaat,
        vakresultaten=tuple(nieuw if r is oud else r for r in examenresultaat.vakresultaten),
    )
