"""A small hand-made register for tests of the screens: fictional persons, fixed outcomes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from attrs import evolve

from examen.model import (
    CeResultaat,
    Cijferlijst,
    Cijferlijstregel,
    Examenresultaat,
    Uitslag,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.reken.nodig import Nodig
from examen.uitkomst import Bevinding as Uitkomstbevinding
from examen.uitkomst import CijferlijstUitkomst, Toets, Uitkomst
from register.bericht import bevinding
from register.fouten import RegisterFout
from register.model.persoon import BinnenlandsAdres, Persoon
from register.opslag import Boeking, Sleutel, Stand, Student, sleutel_van, soort_van
from register.opslag.handelingen import Gevolg
from register.opslag.leveringen import Bericht, Levering, Richting
from register.signaal import Bevinding, catalogus
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode
from register.vormen.verschil import Wijziging, verschil
from tui.groep.regel import Groepsregel, Groepsvoorstel, Samenvatting
from tui.invoer.bladen import Kandidaat, met_waarde
from tui.taken.pijp import Werkorder, over_de_pijp
from tui.weergave.beelden import Cijfers, OpenVak
from tui.weergave.dossier import Beoordeeld, Dossier
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.historie import Historieregel
from tui.weergave.schoolbevindingen import Schoolbevinding
from tui.weergave.vakken import Vakgroep
from tui.werk.bijhouden import CelconflictFout, Celwijziging, Omgekeerd
from tui.werk.studenten import noem

PERSONEN = [
    Persoon(
        burgerservicenummer="999990019",
        studentnummer="100001",
        geboortedatum="2006-03-00",
        geslacht="2",
        voornamen="Fenna",
        voorvoegsel="van",
        achternaam="Duinen",
        adres_binnenland=BinnenlandsAdres(
            straatnaam="Proefstraat", huisnummer=12, postcode="9999XX", plaatsnaam="Voorbeeldstad"
        ),
    ),
    Persoon(
        onderwijsnummer="100000009",
        studentnummer="100002",
        geboortedatum="2005-11-30",
        geslacht="1",
        voornamen="Joris",
        achternaam="Duinstra",
    ),
    *(
        Persoon(
            studentnummer=str(nummer),
            onderwijsnummer=str(100000000 + nummer),
            geboortedatum="2004-01-01",
            geslacht="3",
            voornamen="Proef",
            achternaam=f"Persoon {nummer}",
        )
        for nummer in range(100003, 100043)
    ),
]

INSCHRIJVING = Inschrijving(
    brin="01AA",
    burgerservicenummer="999990019",
    inschrijvingvolgnummer="INS1",
    datum_inschrijving=date(2024, 8, 1),
    datum_uitschrijving_gepland=date(2025, 7, 31),
    perioden=(Inschrijvingsperiode(begindatum=date(2024, 8, 1), opleiding="5372"),),
)


def _vak(nummer: int, code: str, se: int, *ce: int) -> Vakresultaat:
    return Vakresultaat(
        resultaatvolgnummer=str(nummer),
        vak=code,
        niveau="HAVO",
        examenregime=2025,
        cijfer_se=se,
        ce=tuple(CeResultaat(tijdvak=t, cijfer=c) for t, c in enumerate(ce, start=1)),
    )


EXAMEN = Examenresultaat(
    brin="01AA",
    burgerservicenummer="999990019",
    examenresultaatvolgnummer="ER1",
    aangeleverd_op=datetime(2025, 7, 1, 10),  # noqa: DTZ001 (local time, as the message has it)
    vakresultaten=(
        _vak(1, "1001", 64, 51, 60),
        _vak(2, "1002", 71, 68),
        _vak(3, "1024", 50, 38),
        _vak(4, "1022", 62, 58),
        _vak(5, "1021", 66, 61),
        _vak(6, "0400", 58, 49),
        _vak(7, "1004", 70, 64),
        _vak(8, "1019", 70),
    ),
    werkstukresultaten=(
        Werkstukresultaat(
            resultaatvolgnummer="9",
            niveau="HAVO",
            examenregime=2025,
            titel="Plastic in de Noordzee",
            cijfer=7,
        ),
    ),
    uitslag=Uitslag(uitslag="A", niveau="HAVO", examenregime=2025, datum=date(2025, 6, 12)),
    cijferlijsten=(Cijferlijst(opleiding="5372"),),
)

_REGELS = tuple(
    Cijferlijstregel(
        resultaatvolgnummer=str(nummer),
        diplomavak=True,
        combinatiecijfer=nummer in (8, 9),
        examendeel={1: "G", 2: "G", 7: "V", 8: "G", 9: None}.get(nummer, "P"),
    )
    for nummer in range(1, 10)
)

UITKOMST = Uitkomst(
    examenresultaatvolgnummer="ER1",
    eindcijfers={"1": 6, "2": 7, "3": 4, "4": 6, "5": 6, "6": 5, "7": 7, "8": 7, "9": 7},
    cijferlijsten=(
        CijferlijstUitkomst(
            opleiding="5372",
            examenregime=2025,
            uitslagniveau="HAVO",
            combinatiecijfer=7,
            uitslag="A",
            cum_laude=False,
            weggelaten=(),
            duim=None,
            regels=_REGELS,
            voorgesteld=True,
            toetsen=(
                Toets(
                    regel="ce_gemiddelde",
                    eis="gemiddelde CE ten minste 5,5",
                    voldaan=True,
                    gevonden="5,68",
                    norm="5,5",
                    bron="Uitvoeringsbesluit WVO 2020 art. 3.35 lid 1 a",
                ),
                Toets(
                    regel="kernvakken",
                    eis="kernvakken ten minste 5, ten hoogste één 5",
                    voldaan=False,
                    gevonden="laagste 4, vijven: 0",
                    norm="5; 1 vijf",
                    bron="Uitvoeringsbesluit WVO 2020 art. 3.35 lid 1 b",
                    zekerheid="midden",
                ),
                Toets(
                    regel="eindcijfers",
                    eis="eindcijfers: onvoldoendes en compensatie",
                    voldaan=False,
                    gevonden="1 x 4, 1 x 5; gemiddelde 5,98",
                    norm="gemiddelde 6,0",
                    bron="Uitvoeringsbesluit WVO 2020 art. 3.35 lid 1 c",
                ),
            ),
        ),
    ),
    certificaten=("1", "2", "4", "5", "7", "8", "9"),
    signalen=(
        Uitkomstbevinding(
            signaal="Cijfer SE ontbreekt",
            tekst="Cijfer schoolexamen is onterecht leeg.",
            effect="afkeur",
            sleutels={"resultaatvolgnummer": "3", "vak": "1024"},
        ),
        Uitkomstbevinding(
            signaal="Werkstuk ontbreekt",
            tekst="Het werkstuk ontbreekt.",
            effect="niet geregistreerd",
            sleutels={},
        ),
    ),
)


def _bevinding(signaal: str, **sleutels: str) -> Bevinding:
    kaart = catalogus("vavo").signalen[signaal]
    return Bevinding(signaal=kaart, effect=kaart.effect, sleutels=sleutels)


BEVINDINGEN = (
    _bevinding(
        "cijfer_se_ontbreekt", examenresultaatvolgnummer="ER1", resultaatvolgnummer="3", vak="1024"
    ),
    _bevinding("datum_uitslag_in_toekomst", examenresultaatvolgnummer="ER1"),
    _bevinding("geen_inschrijving_op_datum_uitslag", examenresultaatvolgnummer="ER1"),
)
BIJ_INSCHRIJVING = (
    _bevinding("onderwijslocatie_onbekend", inschrijvingvolgnummer="INS1", begindatum="2024-08-01"),
)
BIJ_PERSOON = (_bevinding("postcode_huisnummer_onbekend"),)

LEVERING = Levering(
    nummer=1,
    naam="levering_01AA_20250701_100000.xml",
    richting=Richting.UIT,
    op=datetime(2025, 7, 1, 10),  # noqa: DTZ001 (local time)
    door="j.bakker",
    meldingen=3,
    goedgekeurd=1,
    afgekeurd=1,
)
BERICHTEN = [
    Bericht(
        levering=1,
        nummer=plaats,
        handeling="aanleveren",
        soort=soort_van(type(entiteit)),
        sleutel=sleutel_van(entiteit),
        stand=None if goedgekeurd is False else plaats,
        goedgekeurd=goedgekeurd,
        bevindingen=()
        if goedgekeurd is not False
        else (
            bevinding(
                catalogus("vavo").signalen["cijfer_se_ontbreekt"], {"resultaatvolgnummer": "3"}
            ),
        ),
    )
    for plaats, (entiteit, goedgekeurd) in enumerate(
        ((INSCHRIJVING, True), (EXAMEN, False), (EXAMEN, None)), start=1
    )
]

EERSTE_EXAMEN = evolve(
    EXAMEN, uitslag=None, vakresultaten=(_vak(1, "1001", 64, 51), *EXAMEN.vakresultaten[1:8])
)
"""The examenresultaat as it was before the second tijdvak."""


class VoorbeeldNamen:
    """Names for the codes above."""

    def vak(self, code: str, niveau: str, regime: int | None) -> str:
        del niveau, regime
        return {
            "1001": "Nederlands",
            "1002": "Engels",
            "1024": "wiskunde A",
            "1022": "economie",
            "1021": "geschiedenis",
            "0400": "bedrijfseconomie",
            "1004": "Duits",
            "1019": "maatschappijleer",
        }[code]

    def toets(self, code: str) -> str:
        return f"toets {code}"

    def stage(self, code: str) -> str:
        return f"stage {code}"

    def opleiding(self, code: str) -> str:
        return {"5372": "havo economie en maatschappij"}.get(code, code)


def nummer(persoon: Persoon) -> str:
    return persoon.burgerservicenummer or persoon.onderwijsnummer or ""


def groepsregel(plaats: int, **anders: Any) -> Groepsregel:
    """Give the candidate of the person in that place, still without uitslag."""
    persoon = PERSONEN[plaats]
    standaard = {
        "sleutel": Sleutel(nummer(persoon), "01AA", f"ER{plaats + 1}"),
        "student": persoon.studentnummer,
        "naam": persoon.naam,
        "opleiding": "5372",
        "opleidingsnaam": "havo economie en maatschappij",
        "niveau": "havo",
        "jaar": 2025,
        "teruggetrokken": False,
        "geleverd": "",
        "berekend": "G",
        "open": 0,
        "afkeur": 0,
        "bevindingen": 0,
    }
    return Groepsregel(**standaard | anders)


GROEP = [
    groepsregel(0, geleverd="A", berekend="A", afkeur=1, bevindingen=3),
    groepsregel(1, berekend="G"),
    groepsregel(2, berekend="D", open=2),
    groepsregel(3, jaar=2024, geleverd="G", niveau="vwo", opleiding="5172", opleidingsnaam="vwo"),
    groepsregel(4, geleverd="D", berekend="G"),
]


class Voorbeeldgroep:
    """The candidates above; an uitslag is refused where marks are open."""

    def __init__(self) -> None:
        self._regels = list(GROEP)

    def regels(self) -> list[Groepsregel]:
        return list(self._regels)

    def uitslagen(
        self, regels: Sequence[Groepsregel], datum: date
    ) -> Iterator[list[Groepsvoorstel]]:
        del datum
        yield from ([self._voorstel(regel)] for regel in regels)

    def herberekeningen(self, regels: Sequence[Groepsregel]) -> Iterator[list[Groepsvoorstel]]:
        yield from ([evolve(self._voorstel(regel), bezwaren=())] for regel in regels)

    def _voorstel(self, regel: Groepsregel) -> Groepsvoorstel:
        bezwaar = f"nog {regel.open} cijfers in te voeren" if regel.open else ""
        na = Samenvatting(
            uitslag=regel.berekend,
            eindcijfers={"1": 6, "2": 7},
            combinatiecijfers=("7",),
            certificaten=frozenset({"1"}) if regel.berekend == "D" else frozenset(),
        )
        eerder = Samenvatting(uitslag=regel.geleverd, eindcijfers={"1": 5})
        gelijk = regel.geleverd == regel.berekend
        return Groepsvoorstel(
            regel=regel,
            voor=na if gelijk else eerder if regel.geleverd else Samenvatting(),
            na=na,
            entiteit=None if gelijk else regel,
            bezwaren=(bezwaar,) if bezwaar else (),
            vakken={"1": "Nederlands", "2": "Engels"},
        )

    def boek(self, voorstellen: Sequence[Groepsvoorstel], reden: str) -> int:
        del reden
        gedaan = {een.regel.sleutel for een in voorstellen if een.gaat_door}
        self._regels = [
            evolve(regel, geleverd=regel.berekend) if regel.sleutel in gedaan else regel
            for regel in self._regels
        ]
        return len(gedaan)

    def werkorder(
        self, soort: str, titel: str, regels: Sequence[Groepsregel] = (), **opties: str
    ) -> Werkorder:
        """Give an order about a register that is not there."""
        kandidaten = tuple(over_de_pijp(regel.sleutel) for regel in regels)
        return Werkorder(
            soort=soort,
            titel=titel,
            register="bestaat-niet.db",
            door="test",
            kandidaten=kandidaten,
            opties=opties,
        )


class Voorbeeldscholen:
    """Remembers what a school has on its papers."""

    def __init__(self) -> None:
        self._gegevens: dict[str, dict[str, str]] = {"01AA": {"plaats": "Voorbeeldstad"}}

    def van(self, brin: str) -> dict[str, str]:
        return self._gegevens.get(brin, {})

    def onthoud(self, brin: str, gegevens: Mapping[str, str]) -> None:
        self._gegevens[brin] = self.van(brin) | gegevens


class Voorbeeldbeelden:
    """Numbers to draw; the days end on a fixed one."""

    def verdeling(self, groep: Vakgroep) -> list[Cijfers]:
        del groep
        se = [40, 48, 55, 55, 58, 61, 62, 64, 64, 66, 70, 71, 74, 78, 81, 90]
        ce = [25, 38, 49, 51, 54, 55, 58, 60, 60, 63, 66, 72, 80]
        eind = [40, 50, 50, 60, 60, 60, 60, 60, 70, 70, 70, 80, 80]
        soorten = {"SE": se, "CE": ce, "eindcijfer": eind}
        return [Cijfers(soort=soort, tienden=tienden) for soort, tienden in soorten.items()]

    def openstaand(self) -> list[OpenVak]:
        return [
            OpenVak(regime=2025, niveau="HAVO", vak="", se=1, ce=0),
            OpenVak(regime=2025, niveau="HAVO", vak="1001", se=3, ce=24),
            OpenVak(regime=2025, niveau="HAVO", vak="1019", se=12, ce=0),
        ]

    def boekingen(self, vandaag: date) -> list[tuple[date, int]]:
        del vandaag
        aantallen = [4, 0, 31, 128, 12, 0, 0, 7]
        return [(date(2025, 7, 8 - terug), een) for terug, een in enumerate(aantallen)]


class VoorbeeldInzage:
    """Answers from the entities above; `kapot` answers every search with an error."""

    def __init__(self, *, kapot: bool = False) -> None:
        self.namen = VoorbeeldNamen()
        self._kapot = kapot
        self._groep = Voorbeeldgroep()
        self.scholen = Voorbeeldscholen()
        self._examen = EXAMEN
        self._gedaan: list[tuple[str, Examenresultaat]] = []

    @property
    def bijhouding(self) -> VoorbeeldInzage:
        return self

    @property
    def groepswerk(self) -> Voorbeeldgroep:
        return self._groep

    @property
    def beelden(self) -> Voorbeeldbeelden:
        return Voorbeeldbeelden()

    def leg_vast(
        self, wijzigingen: Sequence[Celwijziging], reden: str
    ) -> dict[Sleutel, Examenresultaat]:
        """Change the one examenresultaat there is; a mark of 1,1 is somebody else's already."""
        self._gedaan.append((reden, self._examen))
        for een in wijzigingen:
            if een.nieuw == 11:
                self._gedaan.pop()
                raise CelconflictFout("intussen gewijzigd door m.smit op 01-07-2025 10:00", een, 99)
            self._examen = met_waarde(self._examen, een.plaats, een.nieuw)
        return {sleutel_van(self._examen): self._examen}

    def maak_ongedaan(self) -> Omgekeerd:
        if not self._gedaan:
            raise RegisterFout("er is niets om ongedaan te maken")
        reden, self._examen = self._gedaan.pop()
        gevolg = Gevolg(
            soort=soort_van(Examenresultaat), sleutel=sleutel_van(self._examen), wijzigingen=()
        )
        return Omgekeerd(
            wat="Ongedaan gemaakt", reden=reden, wie=noem(PERSONEN[0]), gevolgen=(gevolg,)
        )

    def doe_opnieuw(self) -> Omgekeerd:
        raise RegisterFout("er is niets om opnieuw te doen")

    def examenresultaat(self, sleutel: Sleutel) -> Examenresultaat:
        assert sleutel_van(self._examen) == sleutel
        return self._examen

    def inzichten(self, *versies: Examenresultaat) -> list[Inzicht]:
        """Give an outcome in which the eindcijfer of Nederlands is its SE without the decimal."""
        uit = []
        for er in versies:
            se = er.vakresultaten[0].cijfer_se
            eindcijfers = {**UITKOMST.eindcijfers, "1": (se or 0) // 10}
            uitkomst = evolve(UITKOMST, eindcijfers=eindcijfers)
            bevindingen = BEVINDINGEN[: 1 if se else 2]
            uit.append(Inzicht(uitkomst=uitkomst, bevindingen=bevindingen, nodig=()))
        return uit

    def vakgroepen(self) -> list[Vakgroep]:
        return [
            Vakgroep(regime=2025, niveau="HAVO", vak=vak, kandidaten=1, met_se=1, met_ce=1)
            for vak in ("1001", "1002")
        ]

    def kandidaten(self, groep: Vakgroep) -> list[Kandidaat]:
        del groep
        naam = PERSONEN[0].naam
        return [Kandidaat(student="100001", naam=naam, examenresultaat=self._examen)]

    def bereid_voor(self) -> None:
        pass

    def zoek_studenten(self, tekst: str, limiet: int) -> Sequence[Student]:
        if self._kapot:
            raise RegisterFout(
                "het register is van een nieuwere versie van vavo dan dit programma; "
                "werk het programma bij"
            )
        return [
            Student(
                persoon=nummer(persoon),
                studentnummer=persoon.studentnummer,
                naam=persoon.naam,
                geboortedatum=persoon.geboortedatum,
            )
            for persoon in PERSONEN
            if tekst.lower() in persoon.naam.lower()
            or (persoon.studentnummer or "").startswith(tekst)
            or persoon.burgerservicenummer == tekst
        ][:limiet]

    def dossier(self, student: Student) -> Dossier:
        (persoon,) = (persoon for persoon in PERSONEN if nummer(persoon) == student.persoon)
        if persoon is not PERSONEN[0]:
            return Dossier(persoon=Beoordeeld(entiteit=persoon))
        return Dossier(
            persoon=Beoordeeld(entiteit=persoon, bevindingen=BIJ_PERSOON),
            inschrijvingen=(Beoordeeld(entiteit=INSCHRIJVING, bevindingen=BIJ_INSCHRIJVING),),
            examenresultaten=(Beoordeeld(entiteit=EXAMEN, bevindingen=BEVINDINGEN),),
        )

    def beoordeeld(self, soort: str, sleutel: Sleutel) -> Beoordeeld[Any]:
        dossier = self.dossier(self.zoek_studenten(sleutel.persoon, 1)[0])
        alles = (dossier.persoon, *dossier.inschrijvingen, *dossier.examenresultaten)
        (een,) = (een for een in alles if soort_van(type(een.entiteit)) == soort)
        return een

    def standen(self, persoon: str) -> list[tuple[Any, Any]]:
        return [(None, een) for een in PERSONEN if nummer(een) == persoon]

    def schoolbevindingen(self) -> list[Schoolbevinding]:
        per_stand = {PERSONEN[0]: BIJ_PERSOON, INSCHRIJVING: BIJ_INSCHRIJVING, EXAMEN: BEVINDINGEN}
        return [
            Schoolbevinding(
                soort=soort_van(type(entiteit)),
                sleutel=sleutel_van(entiteit),
                student="100001",
                naam=PERSONEN[0].naam,
                bevinding=een,
            )
            for entiteit, bevindingen in per_stand.items()
            for een in bevindingen
        ]

    def historie(self, entiteit: Any) -> list[Historieregel]:
        boekingen = [
            Boeking(op=datetime(2025, 6, 1, 9, 30), door="m.smit", reden="invoer"),  # noqa: DTZ001
            Boeking(op=datetime(2025, 7, 1, 10), door="j.bakker", reden="levering a.xml"),  # noqa: DTZ001
        ]
        return [
            Historieregel(
                bericht=BERICHTEN[plaats - 1],
                stand=Stand(
                    id=plaats,
                    soort=soort_van(type(entiteit)),
                    sleutel=sleutel_van(entiteit),
                    aangeleverd_op=boeking.op,
                    verwijderd=False,
                    geboekt=boeking,
                    vervallen=boekingen[1] if plaats == 1 else None,
                ),
            )
            for plaats, boeking in enumerate(boekingen, start=1)
        ]

    def leveringen(self) -> list[Levering]:
        return [LEVERING]

    def berichten(self, levering: int) -> list[Bericht]:
        assert LEVERING.nummer == levering
        return BERICHTEN

    def studentnummers(self, personen: Collection[str]) -> dict[str, str]:
        return {nummer(p): p.studentnummer for p in PERSONEN if nummer(p) in personen}

    def verschil(self, klasse: type[Any], oud: Stand | None, nieuw: Stand) -> list[Wijziging]:
        assert klasse is Examenresultaat
        standen = {1: EERSTE_EXAMEN, 2: EXAMEN}
        return list(verschil(oud and standen[oud.id], standen[nieuw.id]))

    def uitkomst(self, examenresultaat: Examenresultaat) -> Uitkomst:
        del examenresultaat
        return UITKOMST

    def wat_nodig(self, examenresultaat: Examenresultaat) -> list[Nodig]:
        (lijst,) = examenresultaat.cijferlijsten
        return [
            Nodig(
                opleiding=lijst.opleiding,
                resultaatvolgnummer="8",
                vak="1019",
                cijfer=55,
                aangenomen=("7",),
            )
        ]

    def sluit(self) -> None:
        pass
