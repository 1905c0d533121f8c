"""The first look at a file: is it an overview, which records are there, and where are whose.

Only what makes a line belong to a person is read here; `register.overzicht.lezen` reads the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import BinaryIO

from attrs import define, field

from register.fouten import InvoerFout
from register.overzicht.cel import lees_cel
from register.overzicht.indeling import VOORLOOP, Overzichtsoort, Recordsoort
from register.overzicht.regels import (
    BYTEVOLGORDE,
    LEEG,
    PUNTKOMMAS,
    VOLGORDE,
    Bevonden,
    cellen,
    regels,
)
from register.overzicht.schrijven import SCHEIDING

_BOM = b"\xef\xbb\xbf"


@define
class Strook:
    """Lines one after another that are about one person.

    Attributes:
        regel: number of the first line, from 1.
        plaats: where it begins in the file, in bytes.
        aantal: how many lines there are.
    """

    regel: int
    plaats: int
    aantal: int = 1


@define
class Indruk:
    """What is found by going past all lines once.

    Attributes:
        recordsoorten: the records that may be between the first and the last, by code.
        sluitcodes: code of the last record to the kind of overview that has it.
        bevonden: where faults and differences in form go.
        scheiding: what stands between the fields.
        voorloop: line and cells of the first record.
        slot: line and cells of the last record.
        stroken: number of a person to where the records are.
        alleen_own: number of a person to whether it is an onderwijsnummer.
        aantallen: the number of records of each kind.
        eerste: code of a record to the first line that has it.
        zoek: how many lines could not be given to a person.
    """

    recordsoorten: Mapping[str, Recordsoort]
    sluitcodes: Mapping[str, Overzichtsoort]
    bevonden: Bevonden
    scheiding: str = SCHEIDING
    voorloop: tuple[int, list[str]] | None = None
    slot: tuple[int, list[str]] | None = None
    stroken: dict[str, list[Strook]] = field(factory=dict)
    alleen_own: dict[str, bool] = field(factory=dict)
    aantallen: Counter[str] = field(factory=Counter)
    eerste: dict[str, int] = field(factory=dict)
    zoek: int = 0
    _vorige: str = ""

    @property
    def soort(self) -> Overzichtsoort | None:
        """The kind of overview, as the last record tells; None where that is not there."""
        return None if self.slot is None else self.sluitcodes[self.slot[1][0]]

    def neem_op(self, stroom: BinaryIO) -> None:
        """Go past all lines.

        Raises:
            OverzichtFout: it is no overview at all.
        """
        nummer = 0
        for nummer, plaats, ruw in regels(stroom):
            begin = self._begin(ruw) if nummer == 1 else 0
            gevonden = cellen(ruw[begin:], nummer, self.scheiding, self.bevonden)
            if gevonden is None:
                self.zoek += 1
                continue
            if any(gevonden):
                self._record(gevonden, nummer, plaats + begin)
            else:
                self.bevonden.wijkt_af(LEEG, nummer)
        if not nummer:
            self.bevonden.fout("het bestand is leeg", 1)
            self.bevonden.keur()
        self._keur(nummer)

    def _begin(self, ruw: bytes) -> int:
        """Judge the first line, and give the number of bytes before its first record."""
        begin = len(_BOM) if ruw.startswith(_BOM) else 0
        codes = {VOORLOOP, *self.recordsoorten, *self.sluitcodes}
        code, scheiding = ruw[begin : begin + 3], ruw[begin + 3 : begin + 4]
        if code.decode("ascii", "replace") not in codes or scheiding not in (b"|", b";"):
            self.bevonden.fout(
                f"dit is geen overzicht: het begint niet met een record zoals {VOORLOOP}|…;"
                " een kop hoort er niet in",
                1,
            )
            self.bevonden.keur()
        if begin:
            self.bevonden.wijkt_af(BYTEVOLGORDE, 1)
        if scheiding == b";":
            self.scheiding = ";"
            self.bevonden.wijkt_af(PUNTKOMMAS, 1)
        return begin

    def _record(self, gevonden: list[str], nummer: int, plaats: int) -> None:
        code = gevonden[0]
        if self.slot is not None or (self.voorloop is None and code != VOORLOOP):
            self.bevonden.wijkt_af(VOLGORDE, nummer)
        if code == VOORLOOP:
            self._keur_enig(self.voorloop, code, nummer)
            self.voorloop = (nummer, gevonden)
        elif code in self.sluitcodes:
            self._keur_enig(self.slot, code, nummer)
            self.slot = (nummer, gevonden)
        elif code in self.recordsoorten:
            self.aantallen[code] += 1
            self.eerste.setdefault(code, nummer)
            self._plaats(self.recordsoorten[code], gevonden, nummer, plaats)
        else:
            self.zoek += 1
            self.bevonden.fout(f"onbekend soort record “{code[:20]}”", nummer)

    def _plaats(self, soort: Recordsoort, gevonden: list[str], nummer: int, plaats: int) -> None:
        """Remember where a record of a person is."""
        bsn, own = (self._nummer(soort, naam, gevonden, nummer) for naam in _NUMMERS)
        if bsn == own == "":
            self.bevonden.fout("BSN en onderwijsnummer zijn leeg; een van beide is nodig", nummer)
        if bsn is None or own is None or not bsn + own:
            self.zoek += 1
            return
        persoon, alleen_own = bsn or own, not bsn
        stroken = self.stroken.setdefault(persoon, [])
        if stroken and stroken[-1].regel + stroken[-1].aantal == nummer:
            stroken[-1].aantal += 1
        else:
            vorige = (self.alleen_own.get(self._vorige, False), self._vorige)
            if persoon != self._vorige and (stroken or (alleen_own, persoon) < vorige):
                self.bevonden.wijkt_af(VOLGORDE, nummer)
            stroken.append(Strook(nummer, plaats))
        self.alleen_own[persoon] = alleen_own and self.alleen_own.get(persoon, True)
        self._vorige = persoon

    def _nummer(
        self, soort: Recordsoort, naam: str, gevonden: list[str], nummer: int
    ) -> str | None:
        """Read a number of a person: "" where it is empty, None where it is wrong."""
        plaats = next(nr for nr, v in enumerate(soort.velden, start=1) if v.naam == naam)
        veld = soort.velden[plaats - 1].veld
        if plaats >= len(gevonden):
            self.bevonden.fout(f"{veld.label} ontbreekt; de regel is te kort", nummer)
            return None
        try:
            return lees_cel(veld, gevonden[plaats])[0] or ""
        except InvoerFout as fout:
            self.bevonden.fout(fout.tekst, nummer, f"{soort.code} {veld.label}")
            return None

    def _keur_enig(self, eerder: tuple[int, list[str]] | None, code: str, nummer: int) -> None:
        if eerder is not None:
            self.bevonden.fout(
                f"nog een record {code}; het eerste staat op regel {eerder[0]}", nummer
            )

    def _keur(self, laatste: int) -> None:
        """Note what the file as a whole lacks, and what does not belong in it."""
        if self.voorloop is None:
            self.bevonden.fout(f"het eerste record ({VOORLOOP}) ontbreekt", 1)
        if self.soort is None:
            codes = " of ".join(self.sluitcodes)
            self.bevonden.fout(
                f"het laatste record ({codes}) ontbreekt; is het bestand volledig?", laatste
            )
            return
        for code, nummer in self.eerste.items():
            if code not in self.soort.recordsoorten:
                self.bevonden.fout(f"een record {code} hoort niet in {self.soort.naam}", nummer)


_NUMMERS = ("burgerservicenummer", "onderwijsnummer")
