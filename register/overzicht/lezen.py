"""Reading an overview back, every fault at its line, also after a spreadsheet changed its form.

After the first look (`register.overzicht.indruk`) all values are read, person by person. Only a
file without a fault is a source of standen, which are then read again as they are asked for: memory
grows with the number of persons, not with what is told of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from attrs import define, field, frozen

from register.fouten import InvoerFout
from register.overzicht.cel import lees_cel
from register.overzicht.indeling import Overzichtsoort, Recordsoort, Voorloop
from register.overzicht.indruk import Indruk, Strook
from register.overzicht.periode import Periode
from register.overzicht.regels import Afwijking, Bevonden, cellen, op_lengte
from register.overzicht.schrijven import Tellingen
from register.velden import Veld, attributen
from register.vormen.kolommen import uit_rijen


@frozen(kw_only=True)
class Overzichtbestand:
    """An overview in a file that was found to be sound; a source of standen.

    Attributes:
        pad: the file.
        soort: which kind of overview.
        voorloop: what it is about.
        afwijkingen: where its form differs from how it was written.
    """

    pad: Path
    soort: Overzichtsoort
    voorloop: Voorloop
    afwijkingen: tuple[Afwijking, ...]
    _indruk: Indruk = field(repr=False, alias="indruk")

    def personen(self) -> Mapping[str, bool]:
        """Give the number of each person, with whether it is an onderwijsnummer."""
        return self._indruk.alleen_own

    def lees(self, personen: Sequence[str]) -> Iterator[Any]:
        """Give all standen of these persons.

        Raises:
            OverzichtFout: the file was changed since it was opened.
        """
        bevonden = Bevonden()
        with self.pad.open("rb") as stroom:
            lezer = _Lezer(stroom, self._indruk, self.voorloop.brin, bevonden)
            for nummer in personen:
                yield from lezer.standen(self._indruk.stroken.get(nummer, ()))
        bevonden.keur()


def open_overzicht(
    pad: Path, soorten: Sequence[Overzichtsoort], gelezen: Callable[[int], None] = lambda _: None
) -> Overzichtbestand:
    """Read an overview through and judge it.

    Args:
        pad: the file.
        soorten: the kinds it may be; the last record tells which.
        gelezen: is told how many bytes were read since it was last told.

    Raises:
        OverzichtFout: with every fault at its line.
    """
    bevonden = Bevonden()
    indruk = Indruk(
        {code: s for soort in soorten for code, s in soort.recordsoorten.items()},
        {soort.sluitcode: soort for soort in soorten},
        bevonden,
    )
    with pad.open("rb") as stroom:
        indruk.neem_op(stroom)
        voorloop = _voorloop(indruk, bevonden)
        lezer = _Lezer(stroom, indruk, voorloop.brin if voorloop else "", bevonden)
        for stroken in indruk.stroken.values():
            for _ in lezer.standen(stroken):
                pass
            gelezen(lezer.gelezen)
            lezer.gelezen = 0
    _keur_slot(indruk, lezer.tellingen, bevonden)
    bevonden.keur()
    assert voorloop is not None
    assert indruk.soort is not None
    return Overzichtbestand(
        pad=pad,
        soort=indruk.soort,
        voorloop=voorloop,
        afwijkingen=tuple(bevonden.afwijkingen.values()),
        indruk=indruk,
    )


def _voorloop(indruk: Indruk, bevonden: Bevonden) -> Voorloop | None:
    """Read the first record; None when it is wrong."""
    if indruk.voorloop is None:
        return None
    regel, gevonden = indruk.voorloop
    velden = attributen(Voorloop)
    op_maat = op_lengte(gevonden, len(velden) + 1, regel, bevonden)
    if op_maat is None:
        return None
    waarden = {
        a.naam: _waarde(gevonden[0], a.veld.label, a.veld, cel, regel, bevonden)
        for a, cel in zip(velden, op_maat[1:], strict=True)
    }
    if None in waarden.values():
        for a, cel in zip(velden, op_maat[1:], strict=True):
            if not cel.strip():
                bevonden.fout(_ONTBREEKT, regel, f"{gevonden[0]} {a.veld.label}")
        return None
    voorloop = Voorloop(**waarden)
    try:
        Periode(voorloop.begin, voorloop.eind)
    except InvoerFout as fout:
        bevonden.fout(fout.tekst, regel)
    return voorloop


def _keur_slot(indruk: Indruk, tellingen: Tellingen, bevonden: Bevonden) -> None:
    """Compare the last record with what is in the file; the totals only where all was read."""
    if indruk.slot is None or indruk.soort is None:
        return
    regel, gevonden = indruk.slot
    soort = indruk.soort
    geteld = Tellingen(records=indruk.aantallen, totalen=tellingen.totalen).sluitrecord(soort)
    op_maat = op_lengte(gevonden, len(geteld), regel, bevonden)
    if op_maat is None:
        return
    namen = [f"aantal {code}" for code in soort.recordsoorten]
    if not bevonden.fouten:
        namen += [f"som van {naam} in {code}" for code, naam in soort.totalen]
    for naam, staat_er, telling in zip(namen, op_maat[1:], geteld[1:], strict=False):
        if staat_er != telling:
            tekst = f"er staat “{staat_er[:20]}”, maar in het bestand is het {telling}"
            bevonden.fout(tekst, regel, f"{gevonden[0]} {naam}")


_ONTBREEKT = "ontbreekt; dit veld is verplicht"


def _waarde(code: str, label: str, veld: Veld, cel: str, regel: int, bevonden: Bevonden) -> Any:
    """Read a cell; None when it is empty or wrong, and then that is noted."""
    try:
        waarde, afwijking = lees_cel(veld, cel)
    except InvoerFout as fout:
        bevonden.fout(fout.tekst, regel, f"{code} {label}")
        return None
    if afwijking is not None:
        bevonden.wijkt_af(afwijking, regel)
    return waarde


@frozen
class _Record:
    """A record with its values by name of the field."""

    regel: int
    soort: Recordsoort
    waarden: dict[str, Any]


@define
class _Lezer:
    """Reads the records of a person, and makes standen of them.

    Attributes:
        tellingen: what was read, counted.
        gelezen: bytes read.
    """

    stroom: BinaryIO
    indruk: Indruk
    brin: str
    bevonden: Bevonden
    tellingen: Tellingen = field(factory=Tellingen)
    gelezen: int = 0

    def standen(self, stroken: Sequence[Strook]) -> Iterator[Any]:
        """Give the standen of a person; of a person with a fault none, and the faults are noted.

        Whether records fit together is only judged when every record of the file has its person.
        """
        eerder = self.bevonden.aantal
        groepen: dict[tuple[type[Any], str], list[_Record]] = defaultdict(list)
        for strook in stroken:
            self.stroom.seek(strook.plaats)
            for regel in range(strook.regel, strook.regel + strook.aantal):
                record = self._record(self.stroom.readline(), regel)
                if record is not None:
                    volgnummer = [record.waarden[v.naam] for v in record.soort.sleutel[2:]]
                    groepen[record.soort.klasse, *volgnummer].append(record)
        if self.bevonden.aantal == eerder and not self.indruk.zoek:
            for records in groepen.values():
                stand = self._stand(records)
                if stand is not None:
                    yield stand

    def _record(self, ruw: bytes, regel: int) -> _Record | None:
        self.gelezen += len(ruw)
        gevonden = cellen(ruw, regel, self.indruk.scheiding, Bevonden())  # noted at first sight
        soort = self.indruk.recordsoorten.get(gevonden[0]) if gevonden else None
        if gevonden is None or soort is None:
            self.bevonden.fout("het bestand is intussen gewijzigd; begin opnieuw", regel)
            return None
        op_maat = op_lengte(gevonden, len(soort.velden) + 1, regel, self.bevonden)
        if op_maat is None:
            return None
        eerder = self.bevonden.aantal
        waarden = {
            v.naam: _waarde(soort.code, v.label, v.veld, cel, regel, self.bevonden)
            for v, cel in zip(soort.velden, op_maat[1:], strict=True)
        }
        gevuld = {v.deel for v in soort.velden if v.deel and waarden[v.naam] is not None}
        for v, cel in zip(soort.velden, op_maat[1:], strict=True):
            if v.verplicht and not cel.strip() and (not v.deel or v.deel in gevuld):
                self.bevonden.fout(_ONTBREEKT, regel, f"{soort.code} {v.label}")
        if self.bevonden.aantal > eerder:
            return None
        if self.indruk.soort is not None:
            self.tellingen.tel(self.indruk.soort, soort.code, waarden)
        return _Record(regel, soort, waarden)

    def _stand(self, records: Sequence[_Record]) -> Any:
        """Make a stand of its records; None when they do not fit, and then that is noted."""
        eerder = self.bevonden.aantal
        wortel = self._wortel(records)
        per_vorm: dict[str, dict[int, _Record]] = defaultdict(dict)
        for record in records:
            if wortel is not None and not record.soort.is_wortel:
                self._keur_sleutel(record, wortel)
                self._neem_op(record, per_vorm[record.soort.vorm.naam])
        self._keur_plaatsen(per_vorm)
        if wortel is None or self.bevonden.aantal > eerder:
            return None
        klasse = wortel.soort.klasse
        rijen: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        rijen[wortel.soort.vorm.naam] = [(0, *_inhoud(wortel, {"brin": self.brin}))]
        for naam, op_nr in per_vorm.items():
            rijen[naam] = [
                (0, nr - 1, record.waarden.get("ouder", 1) - 1, *_inhoud(record, {}))
                for nr, record in op_nr.items()
            ]
        return uit_rijen(klasse, rijen)[0]

    def _wortel(self, records: Sequence[_Record]) -> _Record | None:
        """Find the one record that the others hang under."""
        wortels = [record for record in records if record.soort.is_wortel]
        if not wortels:
            eerste = records[0]
            code = next(
                s.code
                for s in self.indruk.recordsoorten.values()
                if s.klasse is eerste.soort.klasse and s.is_wortel
            )
            self.bevonden.fout(
                f"er is geen record {code} waar dit record {eerste.soort.code} onder hangt",
                eerste.regel,
            )
            return None
        for dubbel in wortels[1:]:
            self.bevonden.fout(
                f"hetzelfde als het record {dubbel.soort.code} op regel {wortels[0].regel}",
                dubbel.regel,
            )
        return wortels[0]

    def _keur_sleutel(self, record: _Record, wortel: _Record) -> None:
        for v in record.soort.sleutel:
            if record.waarden[v.naam] != wortel.waarden[v.naam]:
                self.bevonden.fout(
                    f"anders dan in het record {wortel.soort.code} op regel {wortel.regel}",
                    record.regel,
                    f"{record.soort.code} {v.label}",
                )

    def _neem_op(self, record: _Record, op_nr: dict[int, _Record]) -> None:
        eerder = op_nr.setdefault(record.waarden["nr"], record)
        if eerder is not record:
            self.bevonden.fout(
                f"hetzelfde nummer als het record op regel {eerder.regel}",
                record.regel,
                f"{record.soort.code} nr",
            )

    def _keur_plaatsen(self, per_vorm: Mapping[str, Mapping[int, _Record]]) -> None:
        """Note where a number is left out, or hangs under one that is not there."""
        for op_nr in per_vorm.values():
            for verwacht, nr in enumerate(sorted(op_nr), start=1):
                record = op_nr[nr]
                if nr != verwacht:
                    self.bevonden.fout(
                        f"nummer {verwacht} ontbreekt", record.regel, f"{record.soort.code} nr"
                    )
                    break
            for record in op_nr.values():
                boven = record.soort.vorm.ouder
                ouder = record.waarden.get("ouder")
                if ouder is not None and ouder not in per_vorm.get(boven or "", ()):
                    label = next(v.label for v in record.soort.plaats if v.naam == "ouder")
                    self.bevonden.fout(
                        f"dat nummer ({ouder}) is er niet",
                        record.regel,
                        f"{record.soort.code} {label}",
                    )


def _inhoud(record: _Record, erbij: Mapping[str, Any]) -> tuple[Any, ...]:
    """Give the values of a record in the order of its frame."""
    waarden = {**record.waarden, **erbij}
    return tuple(waarden[naam] for naam in record.soort.vorm.kolommen)
