"""The exam of one fictional candidate: subjects, marks, herkansingen and earlier results."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from random import Random

from attrs import evolve, field, frozen

from examen.codes import codes
from examen.model import (
    CeResultaat,
    Cijferlijst,
    Examenresultaat,
    Herkansing,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.opleidingen import opleidingen
from examen.pakket import pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from examen.regime import regime as regels_van
from examen.vakkentabel import Indicatie
from examen.voorbeeld.cijfers import Cijfertrekking, Vakniveau
from examen.voorbeeld.tabellen import Cijfergroep, Soorten, cijfers, deelnemers
from examen.voorbeeld.vakken import plekken, vakregels

BRIN = "99XX"
"""A school that does not exist."""

_ONDERWERPEN = ("Plastic in zee", "De prijs van brood", "Stemmen met zestien", "Licht en slaap")


@frozen(kw_only=True)
class Examenplan:
    """What a fictional candidate is going to do, before any mark is drawn.

    Attributes:
        uitslagniveau: VMBO_TL, HAVO, VWO_ATH or VWO_GYM.
        profielen: one, or two for a double profile.
        soort: "deelexamen", "aanvulling" or "volledig", see `Soorten`.
        groep: the national figures the marks are drawn around.
    """

    uitslagniveau: str
    niveau: str
    regime: int
    opleiding: str
    profielen: tuple[str, ...]
    soort: str
    groep: Cijfergroep


def examenplan(toeval: Random, *, niveau: str, regime: int, soort: str | None = None) -> Examenplan:
    """Draw what a candidate of a niveau does in an examenregime.

    Args:
        toeval: source of chance.
        niveau: VMBO_TL, HAVO or VWO.
        regime: the examenregime of the uitslag.
        soort: the kind of exam, or None to draw one.
    """
    uitslagniveau = niveau
    if niveau == "VWO":
        gymnasium = toeval.randrange(deelnemers().gymnasium.een_op) == 0
        uitslagniveau = "VWO_GYM" if gymnasium else "VWO_ATH"
    groepen = [groep for groep in cijfers().groep if groep.niveau == niveau]
    groep = toeval.choices(groepen, [groep.kandidaten for groep in groepen])[0]
    opleiding, profielen = toeval.choice(
        _opleidingen(uitslagniveau, groep.profielen, regime)
        or _opleidingen(uitslagniveau, groep.profielen[:1], regime)
    )
    soorten = deelnemers().soorten
    return Examenplan(
        uitslagniveau=uitslagniveau,
        niveau=niveau,
        regime=regime,
        opleiding=opleiding,
        profielen=profielen,
        soort=soort or toeval.choices(*_gewogen(soorten))[0],
        groep=groep,
    )


def _gewogen(soorten: Soorten) -> tuple[tuple[str, ...], tuple[int, ...]]:
    namen = ("deelexamen", "aanvulling", "volledig")
    return namen, (soorten.deelexamen, soorten.aanvulling, soorten.volledig)


@cache
def _opleidingen(
    uitslagniveau: str, profielen: tuple[str, ...], regime: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the opleidingen a candidate may be in, each with the profielen that are then done."""
    mogelijk = [
        opleiding
        for opleiding in opleidingen().values()
        if opleiding.uitslagniveau == uitslagniveau
        and opleiding.diplomeerbaar
        and opleiding.bestaat_in(regime)
    ]
    if not profielen:
        alle = tuple(pakketten().profielen(uitslagniveau))
        return tuple(
            (opleiding.code, (profiel,))
            for opleiding in mogelijk
            for profiel in opleiding.profielen or alle
        )
    zelfde = [opleiding for opleiding in mogelijk if set(opleiding.profielen) == set(profielen)]
    return tuple((opleiding.code, profielen) for opleiding in zelfde[-1:])


def examenresultaat(
    plan: Examenplan, toeval: Random, *, volgnummer: str, burgerservicenummer: str
) -> Examenresultaat:
    """Draw the marks of one candidate; nothing is computed yet.

    Eindcijfers, uitslag and certificaten are empty: they are what the program is for.
    """
    return _Trekking(plan, toeval).examenresultaat(volgnummer, burgerservicenummer)


@frozen
class _Trekking:
    plan: Examenplan
    toeval: Random
    boven_gemiddelde: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "boven_gemiddelde", self._cijfers.kandidaat(self.toeval))

    @property
    def _cijfers(self) -> Cijfertrekking:
        return Cijfertrekking(self.plan.groep, cijfers().spreiding)

    def examenresultaat(self, volgnummer: str, burgerservicenummer: str) -> Examenresultaat:
        plan = self.plan
        jaren = self._vakken_met_jaren()
        vakresultaten = tuple(
            self._vakresultaat(str(nummer), code, jaar)
            for nummer, (code, jaar) in enumerate(jaren.items(), start=1)
        )
        vakresultaten, herkansingen = self._herkans(vakresultaten)
        volgende = len(vakresultaten) + 1
        werkstukken: tuple[Werkstukresultaat, ...] = ()
        toetsen: tuple[Toetsresultaat, ...] = ()
        if plan.soort != "deelexamen":
            vakresultaten = self._met_werkstuk(vakresultaten)
            werkstukken = (self._werkstuk(str(volgende)),)
            toetsen = self._rekentoets(str(volgende + 1))
        return Examenresultaat(
            brin=BRIN,
            burgerservicenummer=burgerservicenummer,
            examenresultaatvolgnummer=volgnummer,
            aangeleverd_op=datetime(plan.regime, 7, 1, 10, self.toeval.randrange(60)),  # noqa: DTZ001
            vakresultaten=vakresultaten,
            werkstukresultaten=werkstukken,
            toetsresultaten=toetsen,
            herkansingen=herkansingen,
            cijferlijsten=(Cijferlijst(opleiding=plan.opleiding),),
        )

    def _vakken_met_jaren(self) -> dict[str, int]:
        """Choose the subjects and the examenregime in which each is done."""
        plan, toeval = self.plan, self.toeval
        keuze = plekken(plan.uitslagniveau, plan.profielen, plan.regime)
        pakket = keuze.kies(toeval)
        if plan.soort == "volledig":
            extra = keuze.kies_extra(pakket, toeval) if toeval.random() < 0.1 else []
            return dict.fromkeys(pakket + extra, plan.regime)
        aantal = toeval.choices((1, 2, 3, 4), deelnemers().soorten.vakken)[0]
        nu = set(toeval.sample(pakket, aantal))
        if plan.soort == "deelexamen":
            return {code: plan.regime for code in pakket if code in nu}
        vorig = max(EERSTE_REGIME, plan.regime - toeval.choices((1, 2, 3, 6), (70, 20, 7, 3))[0])
        bestond = vakregels(vorig, plan.niveau)
        return {
            code: plan.regime if code in nu or code not in bestond else vorig for code in pakket
        }

    def _vakresultaat(self, nummer: str, code: str, jaar: int) -> Vakresultaat:
        toeval = self.toeval
        eerder = jaar < self.plan.regime
        kaal = Vakresultaat(
            resultaatvolgnummer=nummer, vak=code, niveau=self.plan.niveau, examenregime=jaar
        )
        if eerder and toeval.random() < 0.05:
            return evolve(kaal, reden_niet_deelname="V")
        met_ce = vakregels(jaar, self.plan.niveau)[code].cijfer_ce is not Indicatie.LEEG
        aanleg = self._cijfers.vak(self.boven_gemiddelde, toeval)
        if eerder:  # a result that one brings along is mostly a good one
            aanleg = Vakniveau(max(aanleg.se, 5.7), max(aanleg.ce, 5.7))
        se = self._cijfers.se(aanleg, toeval)
        if not met_ce and jaar not in _jaren_zonder_ce():
            return evolve(kaal, cijfer_se=10 * ((se + 5) // 10))
        if not met_ce:
            return evolve(kaal, cijfer_se=se)
        ce = CeResultaat(tijdvak=1, cijfer=self._cijfers.ce(aanleg, toeval))
        return evolve(kaal, cijfer_se=se, ce=(ce,))

    def _herkans(
        self, vakresultaten: tuple[Vakresultaat, ...]
    ) -> tuple[tuple[Vakresultaat, ...], tuple[Herkansing, ...]]:
        """Sit the centraal examen of the worst subjects of this year again, if any is too low."""
        plan, toeval = self.plan, self.toeval
        laag = sorted(
            (
                vak
                for vak in vakresultaten
                if vak.ce
                and vak.examenregime == plan.regime
                and vak.cijfer_se is not None
                and vak.cijfer_se + vak.ce[0].cijfer < 110
            ),
            key=lambda vak: (vak.cijfer_se or 0) + vak.ce[0].cijfer,
        )
        toegestaan = regels_van(plan.regime, plan.uitslagniveau).centraal_examen.herkansingen
        weer = {vak.resultaatvolgnummer for vak in laag[:toegestaan] if toeval.random() < 0.8}
        if not weer:
            return vakresultaten, ()
        nieuw = tuple(
            evolve(vak, ce=(*vak.ce, self._tweede_tijdvak(vak)))
            if vak.resultaatvolgnummer in weer
            else vak
            for vak in vakresultaten
        )
        vakken = tuple(vak.vak for vak in vakresultaten if vak.resultaatvolgnummer in weer)
        return nieuw, (Herkansing(examenregime=plan.regime, tijdvak=2, vakken=vakken),)

    def _tweede_tijdvak(self, vak: Vakresultaat) -> CeResultaat:
        """A second attempt is mostly a little better than the first."""
        eerste = vak.ce[0].cijfer
        beter = round(self.toeval.gauss(6, 8))
        return CeResultaat(tijdvak=2, cijfer=min(100, max(10, eerste + beter)))

    def _met_werkstuk(self, vakresultaten: tuple[Vakresultaat, ...]) -> tuple[Vakresultaat, ...]:
        """Say of one subject that the werkstuk is about it."""
        over = self.toeval.choice([vak for vak in vakresultaten if not vak.reden_niet_deelname])
        return tuple(evolve(vak, werkstuk=vak is over) for vak in vakresultaten)

    def _werkstuk(self, nummer: str) -> Werkstukresultaat:
        plan, toeval = self.plan, self.toeval
        kaal = Werkstukresultaat(
            resultaatvolgnummer=nummer,
            niveau=plan.niveau,
            examenregime=plan.regime if plan.soort == "volledig" else plan.regime - 1,
            titel=toeval.choice(_ONDERWERPEN),
        )
        if plan.niveau == "VMBO_TL":
            return evolve(kaal, beoordeling=toeval.choice("GVV"))
        return evolve(
            kaal, cijfer=min(10, max(5, round(toeval.gauss(7 + self.boven_gemiddelde, 0.8))))
        )

    def _rekentoets(self, nummer: str) -> tuple[Toetsresultaat, ...]:
        """Take the rekentoets where the examenregime asks for it."""
        plan, toeval = self.plan, self.toeval
        if not regels_van(plan.regime, plan.uitslagniveau).rekentoets.afgelegd:
            return ()
        code = next(
            toets.code
            for toets in codes().toetsen.values()
            if toets.geldt(plan.niveau, plan.regime)
        )
        cijfer = min(10, max(3, round(toeval.gauss(6 + self.boven_gemiddelde, 1))))
        return (
            Toetsresultaat(
                resultaatvolgnummer=nummer,
                toetscode=code,
                niveau=plan.niveau,
                examenregime=plan.regime,
                cijfer=cijfer,
            ),
        )


@cache
def _jaren_zonder_ce() -> frozenset[int]:
    """Give the examenregimes in which no centraal examen was held, and SE marks keep a decimal."""
    return frozenset(
        jaar
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
        if not regels_van(jaar, "HAVO").centraal_examen.afgenomen
    )
