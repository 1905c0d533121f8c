"""The layout of an overview: which records it has and which fields are in each.

Only the three letters of each record are chosen; everything else follows from the field metadata.
A record is a row of a frame (`register.vormen.kolommen`): the key of the stand it belongs to, for
a member of a list its number, and its own fields, those of single parts included. The school is
not repeated, it stands in the first record. See docs/overzichten.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from register.model.persoon import Persoon
from register.overzicht.periode import Periode
from register.velden import Attribuut, Soort, Veld, attributen, veld
from register.vormen.kolommen import WAARDE, Vorm, vormen

VOORLOOP = "VLP"
"""The code of the first record."""


@frozen(kw_only=True)
class Voorloop:
    """The first record: what the overview is about and when it was made."""

    brin: str = veld("BRIN", Soort.CODE, patroon="[0-9]{2}[A-Z]{2}")
    begin: date = veld("datum begin periode", Soort.DATUM)
    eind: date = veld("datum einde periode", Soort.DATUM)
    aanmaak: date = veld("datum aanmaak", Soort.DATUM)

    @property
    def periode(self) -> Periode:
        """The period of the overview."""
        return Periode(self.begin, self.eind)


@frozen(kw_only=True)
class Recordveld:
    """One field of a record.

    Attributes:
        naam: name of the column it comes from.
        veld: what it is.
        verplicht: it is never empty; of a single part: unless the whole part is.
        deel: label of the single part it is in, or "".
    """

    naam: str
    veld: Veld
    verplicht: bool
    deel: str = ""

    @property
    def label(self) -> str:
        """The Dutch name of the field."""
        return f"{self.deel}: {self.veld.label}" if self.deel else self.veld.label


@frozen(kw_only=True, eq=False)
class Recordsoort:
    """One kind of record.

    Attributes:
        code: its three letters, the first field.
        klasse: the class of the stand it belongs to.
        vorm: the frame of which it is a row.
        sleutel: the fields that say which stand it belongs to.
        plaats: for a member of a list its number and, where the list is in a member of another
            list, the number of that one; both count from 1 within the stand.
        inhoud: the other fields.
    """

    code: str
    klasse: type[Any]
    vorm: Vorm
    sleutel: tuple[Recordveld, ...]
    plaats: tuple[Recordveld, ...]
    inhoud: tuple[Recordveld, ...]

    @cached_property
    def velden(self) -> tuple[Recordveld, ...]:
        """All fields after the code, in order."""
        return (*self.sleutel, *self.plaats, *self.inhoud)

    @property
    def is_wortel(self) -> bool:
        """Whether it is the first record of its stand."""
        return self.vorm.ouder is None


@frozen(kw_only=True, eq=False)
class Rubriek:
    """One class of stand in an overview.

    Attributes:
        klasse: the class.
        codes: name of each of its frames to the code of the record.
        valt_in: whether a stand falls in a period, or None for what goes along with the other
            standen of a person.
    """

    klasse: type[Any]
    codes: Mapping[str, str]
    valt_in: Callable[[Any, Periode], bool] | None = None

    @cached_property
    def recordsoorten(self) -> tuple[Recordsoort, ...]:
        """Its kinds of record, each after the one it hangs under."""
        sleutel = tuple(_recordveld(self.klasse, a.naam, a) for a in _sleutel(self.klasse))
        namen = {recordveld.naam for recordveld in sleutel}
        return tuple(
            Recordsoort(
                code=self.codes[vorm.naam],
                klasse=self.klasse,
                vorm=vorm,
                sleutel=sleutel,
                plaats=tuple(_plaats(vorm, vormen(self.klasse)[0], self.codes)),
                inhoud=tuple(
                    _recordveld(vorm.klasse, naam, attribuut)
                    for naam, attribuut in vorm.kolommen.items()
                    if vorm.ouder is not None or naam not in namen | {"brin"}
                ),
            )
            for vorm in vormen(self.klasse)
        )


PERSONEN = Rubriek(klasse=Persoon, codes={"persoon": "PER"})
"""The persons of the other standen, where the register has them."""


@frozen(kw_only=True, eq=False)
class Overzichtsoort:
    """One kind of overview.

    Attributes:
        naam: its name, with which the name of its file begins.
        rubrieken: what is in it, in the order within a person.
        sluitcode: code of the last record, which has the number of records of each kind and then
            the totals; no two kinds have the same.
        totalen: code of a record and name of a field whose values, codes of digits, are added up.
    """

    naam: str
    rubrieken: tuple[Rubriek, ...]
    sluitcode: str
    totalen: tuple[tuple[str, str], ...] = ()

    @cached_property
    def recordsoorten(self) -> dict[str, Recordsoort]:
        """Code to each kind of record between the first and the last, in order."""
        return {soort.code: soort for rubriek in self.rubrieken for soort in rubriek.recordsoorten}

    @property
    def klassen(self) -> tuple[type[Any], ...]:
        """The classes of stand in it."""
        return tuple(rubriek.klasse for rubriek in self.rubrieken)


def _sleutel(klasse: type[Any]) -> Iterator[Attribuut]:
    return (a for a in attributen(klasse) if a.veld.sleutel and a.naam != "brin")


def _plaats(vorm: Vorm, wortel: Vorm, codes: Mapping[str, str]) -> Iterator[Recordveld]:
    if vorm.ouder is None:
        return
    if vorm.ouder != wortel.naam:
        yield Recordveld(naam="ouder", veld=_nummer(f"nr {codes[vorm.ouder]}"), verplicht=True)
    yield Recordveld(naam="nr", veld=_nummer("nr"), verplicht=True)


def _nummer(label: str) -> Veld:
    """Declare a place within a stand, such as the frames can keep."""
    return Veld(label=label, soort=Soort.GEHEEL, minimum=1, maximum=65_535)


def _recordveld(klasse: type[Any] | None, naam: str, attribuut: Attribuut) -> Recordveld:
    deel = ""
    if klasse is not None and naam not in (attribuut.naam, WAARDE):
        van = naam.removesuffix(f"_{attribuut.naam}")
        deel = next(a.veld.label for a in attributen(klasse) if a.naam == van)
    return Recordveld(naam=naam, veld=attribuut.veld, verplicht=not attribuut.leeg_mag, deel=deel)
