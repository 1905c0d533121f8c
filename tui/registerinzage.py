"""What the screens may ask, answered from the register and the rules of the exam.

Loading this module loads the storage and column libraries; the app does so after its first screen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from typing import Any, Self, TypeVar

from attrs import evolve

from examen.draad import op_een_draad_van_polars
from examen.model import Examenresultaat
from examen.namen import TabelNamen
from examen.reken import bereken, uitkomsten_van
from examen.reken.nodig import Nodig, wat_nodig
from examen.tabellen import tabellen
from examen.uitkomst import Uitkomst
from register.fouten import RegisterFout
from register.model.persoon import Persoon
from register.opslag import (
    Register,
    Sleutel,
    Stand,
    Student,
    benaming,
    sleutel_van,
    soort_van,
    waarover,
)
from register.opslag.leveringen import Bericht, Levering, Leveringen
from register.opslag.scholen import Schoolgegevens
from register.opslag.verzonden import Verzendingen
from register.referentie import Referentie
from register.referentie.opslag import Lading, Referentieopslag
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import kolommen
from register.vormen.verschil import Wijziging, verschil
from tui.geheugen import bewaar_wat_er_is
from tui.invoer.bladen import Kandidaat
from tui.klok import vandaag
from tui.weergave.dossier import Beoordeeld, Dossier
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.historie import Historieregel
from tui.weergave.schoolbevindingen import Schoolbevinding
from tui.weergave.vakken import Vakgroep
from tui.werk.beelden import Beelden
from tui.werk.bevindingen import maak_controleur, met_adressen, per_stand, van_register
from tui.werk.bijhouden import KLASSEN, Bijhouder
from tui.werk.groepswerk import Groepswerk
from tui.werk.inzichten import Inzichten
from tui.werk.vakbladen import kandidaten, vakgroepen
from tui.werk.voorstellen import stapels

E = TypeVar("E")


class RegisterInzage:
    """Reads one register; see `tui.inzage.Inzage`.

    Attributes:
        opslag: its reference data.
        bijhouding: where changes go.
        beelden: the numbers of pictures.
        groepswerk: work on many candidates at once.
    """

    def __init__(
        self,
        pad: Path,
        register: Register,
        opslag: Referentieopslag,
        leveringen: Leveringen,
        verzendingen: Verzendingen,
        scholen: Schoolgegevens,
        door: str,
    ) -> None:
        self.bijhouding = Bijhouder(register, door)
        self.beelden = Beelden(register)
        self.scholen = scholen
        self.groepswerk = Groepswerk(pad, register, opslag, self.bijhouding)
        self._register = register
        self.opslag = opslag
        self._leveringen = leveringen
        self._verzendingen = verzendingen
        self._bij_sluiten = ExitStack()
        self._bekend: tuple[Mapping[str, Lading], Referentie] | None = None
        self._laatste_dossier: tuple[object, Dossier | None] = (None, None)
        self._rekent = Lock()
        self._inzichten = Inzichten(register, self._referentie, self._rekent)
        self.namen = TabelNamen()

    @classmethod
    def open(cls, pad: Path, door: str) -> Self:
        """Open the register; one of an older version is upgraded.

        Args:
            pad: the register.
            door: who looks, and stands in the history of what is changed.

        Raises:
            RegisterFout: it is no register, or one of a newer version.
        """
        with ExitStack() as stapel:
            inzage = cls(
                pad,
                stapel.enter_context(Register.open(pad)),
                stapel.enter_context(Referentieopslag.open(pad)),
                stapel.enter_context(Leveringen.open(pad)),
                stapel.enter_context(Verzendingen.open(pad)),
                stapel.enter_context(Schoolgegevens.open(pad)),
                door,
            )
            inzage._bij_sluiten = stapel.pop_all()
            return inzage

    def bereid_voor(self) -> None:
        """Load the law and the reference data; who asks for an outcome meanwhile waits for them."""
        with self._rekent:
            tabellen()
            self._referentie()
            bewaar_wat_er_is()

    def _referentie(self) -> Referentie:
        """Give what DUO knows, read again when some was loaded; addresses come per dossier."""
        ladingen = self.opslag.ladingen()
        if self._bekend is None or self._bekend[0] != ladingen:
            self._bekend = ladingen, self.opslag.referentie(postcodes=())
        return self._bekend[1]

    def zoek_studenten(self, tekst: str, limiet: int) -> Sequence[Student]:
        """Find students by number, name or BSN."""
        return self._register.zoek_studenten(tekst, limiet)

    def dossier(self, student: Student) -> Dossier:
        """Give all that is current of a student, judged as of today; also under another number.

        Of the student asked for last, what was found then is given again until something is booked.

        Raises:
            RegisterFout: the student is gone since the search.
        """
        persoon = student.persoon
        toestand = (persoon, self._register.laatste_boeking(), vandaag())
        eerder, dossier = self._laatste_dossier
        if dossier is not None and eerder == toestand:
            return dossier
        actueel = self._register.actueel(Persoon, Sleutel(persoon))
        if actueel is None and (opvolger := self._register.opvolger(persoon)):
            persoon = opvolger
            actueel = self._register.actueel(Persoon, Sleutel(persoon))
        if actueel is None:
            raise RegisterFout("deze student staat niet meer in het register")
        beoordeeld = self._beoordeel(
            Dossier(
                persoon=Beoordeeld(entiteit=actueel[1]),
                inschrijvingen=self._van(Inschrijving, persoon),
                examenresultaten=self._van(Examenresultaat, persoon),
            )
        )
        self._laatste_dossier = toestand, beoordeeld
        return beoordeeld

    def _van(self, klasse: type[Any], persoon: str) -> tuple[Beoordeeld[Any], ...]:
        return tuple(Beoordeeld(entiteit=een) for een in self._entiteiten(klasse, persoon))

    def _beoordeel(self, dossier: Dossier) -> Dossier:
        """Run every control over a dossier."""
        personen = kolommen(Persoon, [dossier.persoon.entiteit])
        inschrijvingen = kolommen(Inschrijving, (b.entiteit for b in dossier.inschrijvingen))
        examens = kolommen(Examenresultaat, (b.entiteit for b in dossier.examenresultaten))

        def oordeel() -> Dossier:
            referentie = met_adressen(self.opslag, self._referentie(), personen)
            controleur = maak_controleur(referentie, personen, inschrijvingen, vandaag())
            (persoon,) = _met((dossier.persoon,), controleur.personen(personen))
            return Dossier(
                persoon=persoon,
                inschrijvingen=_met(
                    dossier.inschrijvingen, controleur.inschrijvingen(inschrijvingen)
                ),
                examenresultaten=_met(
                    dossier.examenresultaten,
                    controleur.examenresultaten(examens, bereken(examens)),
                ),
            )

        with self._rekent:
            return op_een_draad_van_polars(oordeel)

    def beoordeeld(self, soort: str, sleutel: Sleutel) -> Beoordeeld[Any]:
        """Give one current stand, judged within its dossier as of today.

        Raises:
            RegisterFout: it is gone.
        """
        dossier = self.dossier(
            Student(persoon=sleutel.persoon, studentnummer=None, naam="", geboortedatum="")
        )
        alles: tuple[Beoordeeld[Any], ...] = (
            dossier.persoon,
            *dossier.inschrijvingen,
            *dossier.examenresultaten,
        )
        for een in alles:
            van_soort, eigen = waarover(een.entiteit)
            if (van_soort, evolve(eigen, persoon=sleutel.persoon)) == (soort, sleutel):
                return een
        raise RegisterFout(_weg(soort, sleutel))

    def schoolbevindingen(self) -> Sequence[Schoolbevinding]:
        """Run every control over the whole register as of today."""
        return list(van_register(self._register, self.opslag, vandaag()))

    def historie(self, entiteit: Any) -> Sequence[Historieregel]:
        """Give every stand there was of what this entity is about, oldest first.

        Of who has a BSN and an onderwijsnummer also those from before the BSN.
        """
        standen = self._register.historie(type(entiteit), sleutel_van(entiteit))
        if entiteit.burgerservicenummer and entiteit.onderwijsnummer:
            eerder = sleutel_van(evolve(entiteit, burgerservicenummer=None))
            met_onderwijsnummer = self._register.historie(type(entiteit), eerder)
            standen += [stand for stand in met_onderwijsnummer if not stand.verwijderd]
            standen.sort(key=lambda stand: stand.id)
        berichten = self._leveringen.van_standen([stand.id for stand in standen])
        return [Historieregel(stand=s, bericht=berichten.get(s.id)) for s in standen]

    def verschil(self, klasse: type[Any], oud: Stand | None, nieuw: Stand) -> Sequence[Wijziging]:
        """Give what differs between a stand and an earlier one, or nothing."""
        voor, na = (
            None if een is None or een.verwijderd else self._register.lees(klasse, een.id)
            for een in (oud, nieuw)
        )
        return list(verschil(voor, na))

    def actueel(self, entiteit: E) -> tuple[Stand, E]:
        """Give what is current of what this entity is about, with its stand.

        Raises:
            RegisterFout: it is gone.
        """
        soort, sleutel = waarover(entiteit)
        actueel = self._register.actueel(type(entiteit), sleutel)
        if actueel is None:
            raise RegisterFout(_weg(soort, sleutel))
        return actueel

    def standen(self, persoon: str) -> Sequence[tuple[Stand, Any]]:
        """Give all that is current of a person."""
        return [paar for klasse in KLASSEN for paar in self._register.actuelen(klasse, persoon)]

    def brins(self) -> Sequence[str]:
        """Give the schools that the register has standen of."""
        return self._verzendingen.brins((Inschrijving, Examenresultaat))

    def examenresultaat(self, sleutel: Sleutel) -> Examenresultaat:
        """Give the examenresultaat as it is now.

        Raises:
            RegisterFout: it is gone.
        """
        actueel = self._register.actueel(Examenresultaat, sleutel)
        if actueel is None:
            raise RegisterFout(_weg(soort_van(Examenresultaat), sleutel))
        return actueel[1]

    def inzichten(self, *versies: Examenresultaat) -> Sequence[Inzicht]:
        """Give what follows from versions of one examenresultaat, but for what is needed."""
        return self._inzichten.van(versies)

    def _entiteiten(self, klasse: type[Any], persoon: str) -> list[Any]:
        return [entiteit for _, entiteit in self._register.actuelen(klasse, persoon)]

    def vakgroepen(self) -> Sequence[Vakgroep]:
        """Give the vakken in which there are candidates, the newest examenregime first."""
        return vakgroepen(self._register)

    def kandidaten(self, groep: Vakgroep) -> Sequence[Kandidaat]:
        """Give who has a vak, by name; of each examenresultaat only its key and that vak."""
        return kandidaten(self._register, groep)

    def leveringen(self) -> Sequence[Levering]:
        """Give every levering that came in or went out, the newest first."""
        return self._leveringen.alle()

    def berichten(self, levering: int) -> Sequence[Bericht]:
        """Give the messages of a levering, in order."""
        return self._leveringen.berichten(levering)

    def studentnummers(self, personen: Collection[str]) -> Mapping[str, str]:
        """Give the studentnummer of each person number that has one."""
        return {
            stand.sleutel.persoon: persoon.studentnummer
            for stapel in stapels(personen)
            for stand, persoon in self._register.actuelen(Persoon, [Sleutel(p) for p in stapel])
            if persoon.studentnummer
        }

    def uitkomst(self, examenresultaat: Examenresultaat) -> Uitkomst:
        """Compute all that follows from an examenresultaat, but for the signals."""
        frames = kolommen(Examenresultaat, [examenresultaat])
        with self._rekent:
            (uitkomst,) = op_een_draad_van_polars(lambda: list(uitkomsten_van(bereken(frames))))
        return uitkomst

    def wat_nodig(self, examenresultaat: Examenresultaat) -> Sequence[Nodig]:
        """Compute per subject without CE the lowest CE mark with which the candidate passes."""
        with self._rekent:
            return wat_nodig(examenresultaat)

    def sluit(self) -> None:
        """Close the register."""
        self._bij_sluiten.close()


def _weg(soort: str, sleutel: Sleutel) -> str:
    return f"{benaming(soort, sleutel.volgnummer)} staat niet meer in het register"


def _met(beoordeeld: tuple[Beoordeeld[Any], ...], gevonden: Any) -> tuple[Beoordeeld[Any], ...]:
    """Give standen with their findings; the stand of a finding is the position."""
    bevindingen = per_stand(gevonden)
    return tuple(
        evolve(een, bevindingen=bevindingen.get(plaats, ()))
        for plaats, een in enumerate(beoordeeld)
    )
