"""Changing what is registered by hand: by value or by whole stand, and undone again.

A value is booked on the condition that the register still holds what the user saw, and on nothing
else: two who enter marks of different vakken for the same candidate do not get in each other's
way, and two who enter the same mark never overwrite each other silently.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from attrs import evolve, frozen

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.fouten import ConflictFout, InvoerFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, Stand, benaming, waarover
from register.opslag.handelingen import ONGEDAAN, OPNIEUW, Gevolg, Handeling
from register.vavo.inschrijving import Inschrijving
from tui.invoer.bladen import Plaats, met_waarde, waarde_op
from tui.invoer.cel import Waarde
from tui.klok import nu
from tui.weergave.notatie import meervoud, moment
from tui.werk.studenten import NAAMLOOS, noem

KLASSEN = (Persoon, Inschrijving, Examenresultaat)
"""What can be changed by hand."""

OMKEERBAAR = (*KLASSEN, Schooluitkomst)
"""What an act can be about, and so be undone."""

_POGINGEN = 20


@frozen(kw_only=True)
class Celwijziging:
    """One value that changes.

    Attributes:
        sleutel: the examenresultaat.
        plaats: where in it.
        oud: what the user saw there.
        nieuw: what it becomes.
    """

    sleutel: Sleutel
    plaats: Plaats
    oud: Waarde
    nieuw: Waarde


class CelconflictFout(ConflictFout):
    """The register holds another value than the user saw.

    Attributes:
        wijziging: what was not booked.
        waarde: what the register holds, or None.
    """

    def __init__(self, tekst: str, wijziging: Celwijziging, waarde: Waarde) -> None:
        super().__init__(tekst)
        self.wijziging = wijziging
        self.waarde = waarde


@frozen(kw_only=True)
class Omgekeerd:
    """What undoing or doing again did.

    Attributes:
        wat: that it was undone, or done again.
        reden: the step in words.
        wie: whose it was, or of how many.
        gevolgen: what changed for which key.
    """

    wat: str
    reden: str
    wie: str
    gevolgen: tuple[Gevolg, ...]

    def __str__(self) -> str:
        """Say it in one sentence."""
        return f"{self.wat} bij {self.wie}: {self.reden}"


class Bijhouder:
    """Books what one user changes in one register."""

    def __init__(self, register: Register, door: str) -> None:
        self._register = register
        self._handelingen = register.handelingen(OMKEERBAAR)
        self.door = door

    def leg_vast(
        self, wijzigingen: Sequence[Celwijziging], reden: str
    ) -> dict[Sleutel, Examenresultaat]:
        """Book values as one step: all of them, or nothing.

        Args:
            wijzigingen: the values; of one examenresultaat perhaps several.
            reden: what is done, in words that say later what is undone.

        Returns:
            The examenresultaten as they are now.

        Raises:
            CelconflictFout: the register holds another value; says who changed it and when.
            RegisterFout: an examenresultaat is gone, or it cannot be booked.
        """
        for _ in range(_POGINGEN):
            huidig = self._huidig({een.sleutel for een in wijzigingen})
            nieuw = {sleutel: er for sleutel, (_, er) in huidig.items()}
            for een in wijzigingen:
                stand, er = huidig[een.sleutel]
                staat = waarde_op(er, een.plaats)
                if staat not in (een.oud, een.nieuw):
                    raise _conflict(stand, een, staat)
                nieuw[een.sleutel] = met_waarde(nieuw[een.sleutel], een.plaats, een.nieuw)
            anders = {s: er for s, er in nieuw.items() if er != huidig[s][1]}
            if not anders:
                return nieuw
            try:
                self._handelingen.doe(
                    list(anders.values()),
                    verwacht=[huidig[sleutel][0].id for sleutel in anders],
                    door=self.door,
                    reden=reden,
                    op=nu(),
                )
            except ConflictFout:
                continue  # somebody booked another value just now; look again
            return nieuw
        raise RegisterFout("het register wordt te druk bijgewerkt; probeer het opnieuw")

    def doe(
        self,
        entiteiten: Sequence[tuple[Any, Stand | None]],
        weg: Sequence[Stand],
        reden: str,
    ) -> None:
        """Book whole standen as one step: all of it, or nothing.

        Args:
            entiteiten: what becomes current, each with the stand it is based on; None is that
                there is nothing yet.
            weg: current standen after which there is nothing any more.
            reden: what is done, in words that say later what is undone.

        Raises:
            ConflictFout: a stand was changed since; says by whom and when.
            InvoerFout: there is somebody with the number of a new person already.
            RegisterFout: something is there already that should be new.
        """
        for entiteit, stand in entiteiten:
            soort, sleutel = waarover(entiteit)
            if stand is not None:
                continue
            if isinstance(entiteit, Persoon):
                bsn = entiteit.burgerservicenummer
                veld = "burgerservicenummer" if bsn else "onderwijsnummer"
                self._eis_vrij(sleutel.persoon, [Persoon], veld)
            elif self._register.actueel(type(entiteit), sleutel) is not None:
                raise RegisterFout(
                    f"{benaming(soort, sleutel.volgnummer)} staat al in het register, met "
                    "ditzelfde nummer; wijzig die of kies een ander nummer"
                )
        self._handelingen.doe(
            [entiteit for entiteit, _ in entiteiten],
            verwacht=[None if stand is None else stand.id for _, stand in entiteiten],
            weg=weg,
            door=self.door,
            reden=reden,
            op=nu(),
        )

    def heridentificeer(self, persoon: str, bsn: str) -> None:
        """Book all there is of a person under a BSN; the onderwijsnummer stays beside it.

        Raises:
            InvoerFout: there is somebody with this BSN already.
            RegisterFout: there is nothing under the number of the person any more.
        """
        self._eis_vrij(bsn, OMKEERBAAR, "burgerservicenummer")
        standen: list[tuple[Stand, Any]]
        standen = [een for k in OMKEERBAAR for een in self._register.actuelen(k, persoon)]
        if not standen:
            raise RegisterFout("deze student staat niet meer in het register")
        self._handelingen.doe(
            [evolve(entiteit, burgerservicenummer=bsn) for _, entiteit in standen],
            verwacht=[None] * len(standen),
            weg=[stand for stand, _ in standen],
            door=self.door,
            reden="heridentificatie",
            op=nu(),
        )

    def _eis_vrij(self, nummer: str, klassen: Iterable[type[Any]], veld: str) -> None:
        """Refuse a number of a person in a field when somebody has it, and say who."""
        for klasse in klassen:
            for _, entiteit in self._register.actuelen(klasse, nummer):
                wie = noem(entiteit) if isinstance(entiteit, Persoon) else "iemand anders"
                raise InvoerFout(f"is al van {wie} in het register; kijk na wie dit is", veld=veld)

    def _huidig(self, sleutels: Iterable[Sleutel]) -> dict[Sleutel, tuple[Stand, Examenresultaat]]:
        gevraagd = list(sleutels)
        actueel = self._register.actuelen(Examenresultaat, gevraagd)
        huidig = {stand.sleutel: (stand, er) for stand, er in actueel}
        for sleutel in gevraagd:
            if sleutel not in huidig:
                raise RegisterFout(
                    f"examenresultaat {sleutel.volgnummer} staat niet meer in het register"
                )
        return huidig

    def maak_ongedaan(self) -> Omgekeerd:
        """Undo the last step of this user.

        Raises:
            RegisterFout: there is none, or it cannot be undone; says why.
        """
        return self._keer_om(
            "Ongedaan gemaakt",
            self._handelingen.ongedaan_te_maken(self.door, limiet=1),
            "er is niets om ongedaan te maken",
        )

    def doe_opnieuw(self) -> Omgekeerd:
        """Do the step again that was undone last.

        Raises:
            RegisterFout: there is none, or it cannot be done again; says why.
        """
        return self._keer_om(
            "Opnieuw gedaan",
            self._handelingen.opnieuw_te_doen(self.door, limiet=1),
            "er is niets om opnieuw te doen",
        )

    def _keer_om(self, wat: str, stappen: Sequence[Handeling], anders: str) -> Omgekeerd:
        if not stappen:
            raise RegisterFout(anders)
        (stap,) = stappen
        gevolgen = self._handelingen.maak_ongedaan(stap.nummer, door=self.door, op=nu())
        reden = stap.geboekt.reden.removeprefix(f"{ONGEDAAN}: ").removeprefix(f"{OPNIEUW}: ")
        wie = self._wie({gevolg.sleutel.persoon for gevolg in gevolgen})
        return Omgekeerd(wat=wat, reden=reden, wie=wie, gevolgen=tuple(gevolgen))

    def _wie(self, personen: Collection[str]) -> str:
        """Name whose a step was, also who is not there any more; of more than one say how many."""
        namen = set(map(self._naam, list(personen)[:2]))  # who was given a BSN is there twice
        if len(personen) > 2 or len(namen) > 1:
            return meervoud(len(personen), "student", "studenten")
        return namen.pop()

    def _naam(self, persoon: str) -> str:
        standen = self._register.historie(Persoon, Sleutel(persoon))
        met_naam = [stand.id for stand in standen if not stand.verwijderd]
        return noem(self._register.lees(Persoon, met_naam[-1])) if met_naam else NAAMLOOS


def _conflict(stand: Stand, wijziging: Celwijziging, staat: Any) -> CelconflictFout:
    wie = f"{stand.geboekt.door} op {moment(stand.geboekt.op)}"
    return CelconflictFout(f"niet vastgelegd: intussen gewijzigd door {wie}", wijziging, staat)
