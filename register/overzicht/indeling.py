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

from attrs import evolve, frozen

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
        label: the Dutch name of the field.
        veld: what it is.
        verplicht: it is never empty; of a single part: unless the whole part is.
        deel: label of the single part it is in, or "".
    """

    naam: str
    label: str
    veld: Veld
    verplicht: bool
    deel: str = ""


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
        return tuple(self._recordsoort(vorm) for vorm in vormen(self.klasse))

    def _recordsoort(self, vorm: Vorm) -> Recordsoort:
        is_wortel = vorm.ouder is None
        sleutel = tuple(self._sleutel(is_wortel=is_wortel))
        elders = {"brin", *(v.naam for v in sleutel)} if is_wortel else set()
        return Recordsoort(
            code=self.codes[vorm.naam],
            klasse=self.klasse,
            vorm=vorm,
            sleutel=sleutel,
            plaats=() if is_wortel else tuple(self._plaats(vorm)),
            inhoud=tuple(
                _recordveld(vorm.klasse, naam, attribuut)
                for naam, attribuut in vorm.kolommen.items()
                if naam not in elders
            ),
        )

    def _sleutel(self, *, is_wortel: bool) -> Iterator[Recordveld]:
        for a in attributen(self.klasse):
            if a.veld.sleutel and a.naam != "brin":
                gevonden = _recordveld(self.klasse, a.naam, a)
                if a.veld.soort is Soort.VOLGNUMMER and not is_wortel:
                    code = self.codes[self.klasse.__name__.lower()]
                    gevonden = evolve(gevonden, label=f"{a.veld.label} {code}")
                yield gevonden

    def _plaats(self, vorm: Vorm) -> Iterator[Recordveld]:
        assert vorm.ouder is not None
        if vorm.ouder != vormen(self.klasse)[0].naam:
            yield _nummer("ouder", f"nr {self.codes[vorm.ouder]}")
        yield _nummer("nr", "nr")


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


def _nummer(naam: str, label: str) -> Recordveld:
    """Declare a place within a stand, such as the frames can keep."""
    nummer = Veld(label=label, soort=Soort.GEHEEL, minimum=1, maximum=65_535)
    return Recordveld(naam=naam, label=label, veld=nummer, verplicht=True)


def _recordveld(klasse: type[Any] | None, naam: str, attribuut: Attribuut) -> Recordveld:
    """Declare a field for a column; one of a single part has the name of the part before it."""
    label, deel = attribuut.veld.label, ""
    if klasse is not None and naam not in (attribuut.naam, WAARDE):
        van = naam.removesuffix(f"_{attribuut.naam}")
        deel = next(a.veld.label for a in attributen(klasse) if a.naam == van)
        label = f"{deel}: {label}"
    return Recordveld(
        naam=naam,
        label=label,
        veld=attribuut.veld,
        verplicht=not attribuut.leeg_mag,
        deel=deel,
    )
