"""What can be done with some candidates: what is asked first, and what it then becomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from textual.widget import Widget

from register.fouten import InvoerFout
from register.velden import Soort, Veld
from tui.acties import Bereik
from tui.formulier.tekst import lees
from tui.groep.regel import Groepsregel, Groepsvoorstel
from tui.inzage import Inzage, Leesdraad
from tui.klok import nu, vandaag
from tui.onderdelen.regel import VET, Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.groepsvoorstel import GroepsvoorstelScherm
from tui.schermen.taken import TaakScherm
from tui.schermen.vragen import Vraag, VragenScherm
from tui.weergave.notatie import datum as toon_datum
from tui.weergave.notatie import meervoud
from tui.weergave.tabel import Kolom, Rij

_Doe = Callable[[], Awaitable[None]]
_Antwoorden = Mapping[str, str]

_ONBRUIKBAAR = "Dit pad is niet te gebruiken; typ een ander."
_DATUM = Veld(label="datum", soort=Soort.DATUM)

_KOLOMMEN = (Kolom(kop="", breedte=26), Kolom(kop="", breedte=30, rekt=True))

PAPIER = {
    "cijferlijst": ("Cijferlijsten", "directeur"),
    "certificaat": ("Certificaten", "voorzitter"),
    "deelcijferlijst": ("Deelcijferlijsten", "voorzitter"),
}
"""The signed papers: what printing them is called, and who signs beside the secretaris."""


class GroepsdaadScherm(Scherm):
    """The acts; Enter asks what is needed and shows what would happen, or begins a job."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE)
    UITLEG = (
        "Wat u met de gekozen kandidaten kunt doen. Vaststellen en herberekenen tonen eerst wat er "
        "zou veranderen; berichten en papier worden gemaakt als taak, naast het scherm."
    )

    kruim = "doen"

    def __init__(
        self,
        leesdraad: Leesdraad,
        keuze: Sequence[Groepsregel],
        aantal: int,
        klaar: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._keuze = keuze
        self._aantal = aantal
        self._klaar = klaar

    def inhoud(self) -> Iterable[Widget]:
        """Whom it is about above the acts."""
        yield Regel(id="kop")
        yield Rooster(_KOLOMMEN, opent=_doe)

    async def vul(self) -> None:
        """Show the acts."""
        wie = f"{self._keuze[0].student} {self._keuze[0].naam}".strip()
        aantal = meervoud(len(self._keuze), "kandidaat", "kandidaten")
        self.query_one("#kop", Regel).zet((aantal if len(self._keuze) > 1 else wie, VET))
        daden: Sequence[tuple[str, str, _Doe]] = (
            ("Uitslag vaststellen", "wat berekend is overnemen, met een datum", self._stel_vast),
            ("Herberekenen", "de bewaarde uitkomst van de school bijwerken", self._herbereken),
            ("Berichten maken", "een levering voor DUO, ook met de inschrijving", self._berichten),
            ("Vergaderlijst", "een PDF voor de uitslagvergadering", self._vergaderlijst),
            *(
                (naam, f"elk een PDF; tekenen: {eerste} en secretaris", partial(self._papier, een))
                for een, (naam, eerste) in PAPIER.items()
            ),
            ("Alles herberekenen", "van het hele register, als taak", self._herbereken_alles),
        )
        self.query_one(Rooster).toon([Rij((naam, wat), verwijst=doe) for naam, wat, doe in daden])

    # acts that are shown before they are done

    async def _stel_vast(self) -> None:
        vraag = Vraag(
            naam="datum",
            tekst="Datum van de uitslag (dd-mm-jjjj)",
            antwoord=toon_datum(vandaag()),
            bezwaar=lambda tekst: "" if _dag(tekst) else "Typ een datum als 01-07-2026.",
        )
        await self._vraag("uitslag vaststellen", [vraag], self._stel_uitslagen_voor)

    async def _stel_uitslagen_voor(self, antwoorden: _Antwoorden) -> None:
        dag = _dag(antwoorden["datum"])
        assert dag is not None, "an answer without objection is a date"
        await self._stel_voor(
            "voorstel",
            f"uitslag vastgesteld op {toon_datum(dag)}",
            lambda inzage: inzage.groepswerk.uitslagen(self._keuze, dag),
        )

    async def _herbereken(self) -> None:
        await self._stel_voor(
            "herberekenen",
            "herberekend",
            lambda inzage: inzage.groepswerk.herberekeningen(self._keuze),
        )

    async def _stel_voor(
        self, kruim: str, gedaan: str, wat: Callable[[Inzage], Iterator[Sequence[Groepsvoorstel]]]
    ) -> None:
        await self.app.push_screen(
            GroepsvoorstelScherm(self.leesdraad, kruim, gedaan, len(self._keuze), wat, self._klaar)
        )

    # jobs

    async def _berichten(self) -> None:
        brin = self._keuze[0].sleutel.brin
        vraag = _bestandsvraag(f"levering_{brin}_{nu():%Y%m%d_%H%M%S}.xml")

        async def begin(antwoorden: _Antwoorden) -> None:
            await self._begin("berichten", "berichten", self._keuze, antwoorden)

        await self._vraag("berichten maken", [vraag], begin)

    async def _vergaderlijst(self) -> None:
        vragen = [
            _bestandsvraag(f"vergaderlijst_{nu():%Y%m%d_%H%M%S}.pdf"),
            Vraag(naam="school", tekst="Naam van de school"),
        ]

        async def begin(antwoorden: _Antwoorden) -> None:
            await self._begin("vergaderlijst", "vergaderlijst", self._keuze, antwoorden)

        await self._vraag("vergaderlijst", vragen, begin)

    async def _papier(self, soort: str) -> None:
        titel, tekenaar = PAPIER[soort]
        wie_tekent = ("school", "plaats", "tekenaar", "secretaris")
        vragen = [
            Vraag(
                naam="map",
                tekst="Map voor de bestanden",
                antwoord=".",
                bezwaar=_bezwaar_tegen_map,
            ),
            Vraag(naam="school", tekst="Naam van de school (leeg: CONCEPT)"),
            Vraag(naam="plaats", tekst="Plaats van ondertekening"),
            Vraag(naam="tekenaar", tekst=f"Wie tekent als {tekenaar}"),
            Vraag(naam="secretaris", tekst="Wie tekent als secretaris"),
        ]

        async def begin(antwoorden: _Antwoorden) -> None:
            concept = "nee" if all(antwoorden[naam].strip() for naam in wie_tekent) else "ja"
            opties = {**antwoorden, "papier": soort, "concept": concept}
            merk = " (concept)" if concept == "ja" else ""
            await self._begin("papier", f"{titel.lower()}{merk}", self._keuze, opties)

        await self._vraag(titel.lower(), vragen, begin)

    async def _herbereken_alles(self) -> None:
        vraag = Vraag(
            naam="aantal",
            tekst=f"Typ {self._aantal} om door te gaan",
            bezwaar=lambda tekst: (
                "" if tekst == str(self._aantal) else f"Het register heeft er {self._aantal}."
            ),
        )

        async def begin(_: _Antwoorden) -> None:
            await self._begin("herberekenen", "alles herberekenen", (), {})

        await self._vraag("alles herberekenen", [vraag], begin)

    async def _begin(
        self, soort: str, titel: str, keuze: Sequence[Groepsregel], opties: _Antwoorden
    ) -> None:
        """Begin a job, and show how it is doing over the list of candidates."""
        werkorder = await self.vraag(
            lambda inzage: inzage.groepswerk.werkorder(soort, titel, keuze, **opties)
        )
        if werkorder is not None:
            taak = await self.leesdraad.taken.begin(werkorder)
            app, leesdraad = self.app, self.leesdraad
            await self._klaar("")
            await app.push_screen(TaakScherm(leesdraad, taak))

    async def _vraag(
        self,
        kruim: str,
        vragen: Sequence[Vraag],
        klaar: Callable[[_Antwoorden], Awaitable[None]],
    ) -> None:
        await self.app.push_screen(VragenScherm(self.leesdraad, kruim, vragen, klaar))


async def _doe(daad: _Doe) -> None:
    await daad()


def _bestandsvraag(naam: str) -> Vraag:
    return Vraag(naam="bestand", tekst="Bestand", antwoord=naam, bezwaar=_bezwaar_tegen_bestand)


def _bezwaar_tegen_bestand(tekst: str) -> str:
    """Say what is wrong with a file that is to be written."""
    pad = Path(tekst)
    try:
        if not tekst.strip() or pad.is_dir():
            return "Typ de naam van een bestand."
        if pad.exists():
            return "Dit bestand is er al; kies een andere naam."
        return "" if pad.parent.is_dir() else f"De map {pad.parent} is er niet."
    except OSError:
        return _ONBRUIKBAAR


def _bezwaar_tegen_map(tekst: str) -> str:
    """Say what is wrong with a folder that is to be written in."""
    try:
        return "" if Path(tekst).is_dir() else "Deze map is er niet."
    except OSError:
        return _ONBRUIKBAAR


def _dag(tekst: str) -> date | None:
    """Read a date as in a form; None when it is none."""
    try:
        dag: date | None = lees(_DATUM, tekst, vandaag())
    except InvoerFout:
        return None
    return dag
