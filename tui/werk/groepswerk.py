"""Acts on many candidates at once: what each would do, and booking that as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import polars as pl
from attrs import evolve

from examen.draad import op_een_draad_van_polars
from examen.model import Examenresultaat
from examen.namen import TabelNamen
from examen.openstaand import openstaand
from examen.overname import neem_over
from examen.reken import Berekening, bereken, uitkomsten_van
from examen.schooluitkomst import Schooluitkomst, schooluitkomsten
from register.opslag import Register, Sleutel, Stand
from register.referentie.opslag import Referentieopslag
from register.signaal import Bevinding, Effect
from register.vormen.kolommen import entiteiten, kolommen
from tui.geheugen import zonder_opruimen
from tui.groep.regel import Groepsregel, Groepsvoorstel, Samenvatting
from tui.klok import vandaag
from tui.taken.pijp import Werkorder, over_de_pijp
from tui.weergave.notatie import meervoud
from tui.werk.bevindingen import Controleur, per_stand
from tui.werk.bijhouden import Bijhouder
from tui.werk.groepen import controleur_van, groepsregels
from tui.werk.voorstellen import stapels

E = TypeVar("E")

_BESTE_EERST = "GAD"
_Regels = Sequence[Groepsregel]


class Groepswerk:
    """What one user does to groups of candidates in one register."""

    def __init__(
        self, pad: Path, register: Register, opslag: Referentieopslag, bijhouding: Bijhouder
    ) -> None:
        self._pad = pad
        self._register = register
        self._opslag = opslag
        self._bijhouding = bijhouding
        self._namen = TabelNamen()
        self._laatste: tuple[object, Sequence[Groepsregel]] = (None, ())

    def regels(self) -> Sequence[Groepsregel]:
        """Give every candidate, by name; read once as long as nothing is booked or loaded."""
        toestand = (self._register.laatste_boeking(), self._opslag.ladingen(), vandaag())
        if self._laatste[0] != toestand:
            self._laatste = toestand, groepsregels(self._register, self._controleur())
        return self._laatste[1]

    def uitslagen(self, regels: _Regels, datum: date) -> Iterator[list[Groepsvoorstel]]:
        """Propose to take over what was computed, with the uitslag of a day, some at a time.

        A candidate is refused where marks are still to come, or where DUO would reject what is
        proposed; one whose uitslag stands as computed stays as it is, whatever its date.
        """
        return _per_stapel(regels, partial(self._uitslagen, self._controleur(), datum))

    def herberekeningen(self, regels: _Regels) -> Iterator[list[Groepsvoorstel]]:
        """Propose to keep what is computed now in the place of what the school has kept."""
        return _per_stapel(regels, self._herberekeningen)

    def boek(self, voorstellen: Sequence[Groepsvoorstel], reden: str) -> int:
        """Book the proposals that go through as one step, each on the stand it was based on.

        Returns:
            How many standen were booked.

        Raises:
            ConflictFout: a stand was changed since; says by whom and when, and nothing is booked.
        """
        goed = [een for een in voorstellen if een.gaat_door]
        self._bijhouding.doe([(een.entiteit, een.stand) for een in goed], (), reden)
        return len(goed)

    def werkorder(self, soort: str, titel: str, regels: _Regels = (), **opties: str) -> Werkorder:
        """Give the order of a job about some candidates, or about all."""
        return Werkorder(
            soort=soort,
            titel=titel,
            register=str(self._pad),
            door=self._bijhouding.door,
            kandidaten=tuple(over_de_pijp(regel.sleutel) for regel in regels),
            opties=opties,
        )

    def _controleur(self) -> Controleur:
        return controleur_van(self._register, self._opslag, vandaag())

    def _uitslagen(
        self, controleur: Controleur, datum: date, regels: _Regels
    ) -> Iterator[Groepsvoorstel]:
        huidig = self._huidig(Examenresultaat, regels)
        over = [regel for regel in regels if regel.sleutel in huidig]
        oud = [huidig[regel.sleutel][1] for regel in over]
        berekening = bereken(kolommen(Examenresultaat, oud))
        uitkomsten = uitkomsten_van(berekening)
        nieuw = [neem_over(er, u, datum=datum) for er, u in zip(oud, uitkomsten, strict=True)]
        frames = kolommen(Examenresultaat, nieuw)
        gevonden = per_stand(controleur.examenresultaten(frames, bereken(frames)))
        nog_open = _nog_open(berekening)
        yield from _verdwenen(regels, huidig)
        for plaats, (regel, er, wordt) in enumerate(zip(over, oud, nieuw, strict=True)):
            vast = _zo_vastgesteld(er, wordt)
            bezwaren = _bezwaren(wordt, nog_open.get(plaats, 0), gevonden.get(plaats, ()))
            yield Groepsvoorstel(
                regel=regel,
                voor=_van_examen(er),
                na=_van_examen(wordt),
                entiteit=None if vast else wordt,
                stand=huidig[regel.sleutel][0],
                vakken=self._vakken(er),
                bezwaren=() if vast else tuple(bezwaren),
            )

    def _herberekeningen(self, regels: _Regels) -> Iterator[Groepsvoorstel]:
        huidig = self._huidig(Examenresultaat, regels)
        bewaard = self._huidig(Schooluitkomst, regels)
        over = [regel for regel in regels if regel.sleutel in huidig]
        ers = [huidig[regel.sleutel][1] for regel in over]
        berekening = bereken(kolommen(Examenresultaat, ers))
        nieuw = entiteiten(Schooluitkomst, schooluitkomsten(berekening))
        yield from _verdwenen(regels, huidig)
        for regel, er, wordt in zip(over, ers, nieuw, strict=True):
            stand, oud = bewaard.get(regel.sleutel, (None, None))
            yield Groepsvoorstel(
                regel=regel,
                voor=Samenvatting() if oud is None else _van_uitkomst(oud),
                na=_van_uitkomst(wordt),
                entiteit=None if wordt == oud else wordt,
                stand=stand,
                vakken=self._vakken(er),
            )

    def _vakken(self, er: Examenresultaat) -> Mapping[str, str]:
        return {
            vak.resultaatvolgnummer: self._namen.vak(vak.vak, vak.niveau, vak.examenregime)
            for vak in er.vakresultaten
        }

    def _huidig(self, klasse: type[E], regels: _Regels) -> Mapping[Sleutel, tuple[Stand, E]]:
        sleutels = [regel.sleutel for regel in regels]
        return {paar[0].sleutel: paar for paar in self._register.actuelen(klasse, sleutels)}


def _per_stapel(
    regels: _Regels, stel_voor: Callable[[_Regels], Iterator[Groepsvoorstel]]
) -> Iterator[list[Groepsvoorstel]]:
    """Make the proposals of some hundreds of candidates at a time, in the order of the list."""
    for stapel in stapels(regels):
        with zonder_opruimen():
            gevonden: list[Groepsvoorstel] = op_een_draad_van_polars(
                partial(list, stel_voor(stapel))
            )
        volgorde = {regel.sleutel: plaats for plaats, regel in enumerate(stapel)}
        yield sorted(gevonden, key=lambda een: volgorde[een.regel.sleutel])


def _verdwenen(
    regels: _Regels, huidig: Mapping[Sleutel, tuple[Stand, Examenresultaat]]
) -> Iterator[Groepsvoorstel]:
    for regel in regels:
        if regel.sleutel not in huidig:
            yield Groepsvoorstel(regel=regel, bezwaren=("staat niet meer in het register",))


def _zo_vastgesteld(er: Examenresultaat, nieuw: Examenresultaat) -> bool:
    """Tell whether an examenresultaat has all that was computed already, of whatever date."""
    if er.uitslag is None or nieuw.uitslag is None:
        return False
    return er == evolve(nieuw, uitslag=evolve(nieuw.uitslag, datum=er.uitslag.datum))


def _bezwaren(
    nieuw: Examenresultaat, nog_open: int, bevindingen: Sequence[Bevinding]
) -> Iterator[str]:
    if nieuw.teruggetrokken:
        yield "de kandidaat is teruggetrokken"
    if nieuw.uitslag is None:
        yield "geen cijferlijst van een bekende opleiding"
    if nog_open:
        yield f"nog {meervoud(nog_open, 'cijfer', 'cijfers')} in te voeren"
    namen = Counter(een.signaal.naam for een in bevindingen if een.effect is Effect.AFKEUR)
    for naam, aantal in namen.items():
        yield naam if aantal == 1 else f"{naam} ({aantal} keer)"


def _nog_open(berekening: Berekening) -> dict[int, int]:
    """Count per stand the marks that are still to come."""
    per_stand_ = openstaand(berekening).group_by("stand")
    geteld = per_stand_.agg(pl.col("se_open").sum() + pl.col("ce_open").sum())
    return dict(geteld.rows())


def _van_examen(er: Examenresultaat) -> Samenvatting:
    combinatiecijfers = (een.cijfer for een in er.combinatiecijferresultaten)
    return Samenvatting(
        uitslag=er.uitslag.uitslag if er.uitslag else "",
        eindcijfers={
            een.resultaatvolgnummer: een.eindcijfer
            for een in er.vakresultaten
            if een.eindcijfer is not None
        },
        combinatiecijfers=tuple(str(cijfer) for cijfer in combinatiecijfers if cijfer),
        certificaten=frozenset(
            nummer for een in er.certificaten for nummer in een.resultaatvolgnummers
        ),
    )


def _van_uitkomst(uitkomst: Schooluitkomst) -> Samenvatting:
    lijsten = uitkomst.berekende_uitslagen
    uitslagen = sorted((een.uitslag for een in lijsten), key=_BESTE_EERST.index)
    return Samenvatting(
        uitslag=next(iter(uitslagen), ""),
        eindcijfers={
            een.resultaatvolgnummer: een.eindcijfer for een in uitkomst.berekende_eindcijfers
        },
        combinatiecijfers=tuple(een.combinatiecijfer for een in lijsten if een.combinatiecijfer),
        certificaten=frozenset(uitkomst.behaalde_certificaten),
    )
