"""The pages: the same things as the screens show, from the same functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from examen.model import Examenresultaat
from examen.uitkomst import CijferlijstUitkomst
from register.model.persoon import Persoon
from register.opslag import Sleutel, Student, benaming, soort_van, waarover
from register.opslag.leveringen import Bericht, Levering
from register.signaal import Bevinding, Signaal
from register.vavo.inschrijving import Inschrijving
from tui.inzage import Inzage
from tui.plat.verhaal import Bladzijde, Verhaal, Zin, paren, zinnen
from tui.weergave import berichten as berichtweergave
from tui.weergave import bevindingen as bevindingweergave
from tui.weergave import cijferlijst as lijstweergave
from tui.weergave import dossier as dossierweergave
from tui.weergave import examenresultaat as examenweergave
from tui.weergave import historie as historieweergave
from tui.weergave import schoolbevindingen as schoolweergave
from tui.weergave import studenten as studentweergave
from tui.weergave import vakken as vakweergave
from tui.weergave.bezien import bezie
from tui.weergave.details import Paar
from tui.weergave.dossier import Beoordeeld
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.historie import Historieregel
from tui.weergave.notatie import meervoud
from tui.weergave.schoolbevindingen import Schoolbevinding
from tui.weergave.tabel import Kolom, Toon
from tui.werk.mogelijkheden import Mogelijkheid, bij_dossier, bij_resultaat, bij_stand
from tui.werk.studenten import van_wie

_BEGIN = "start"
_REGEL = (Kolom(kop="", breedte=20, rekt=True),)
"""The one column of findings."""
_LIMIET = 20
"""Students named at most; whoever needs more types more."""


def begin() -> Bladzijde:
    """Where the app starts."""
    zin = (
        "vavo in regels. Typ zoek met een nummer of naam, hulp voor alle opdrachten, "
        "of stop om te stoppen."
    )
    return Bladzijde(kruim=_BEGIN, vertel=lambda _: Verhaal(zinnen=(Zin(zin),)))


def studenten(tekst: str) -> Bladzijde:
    """The students that have a text; where the way begins, so that what is sought is not in it."""

    def vertel(inzage: Inzage) -> Verhaal:
        gevonden = inzage.zoek_studenten(tekst, _LIMIET)
        return Verhaal(
            zinnen=(
                *zinnen(studentweergave.KOLOMMEN, studentweergave.rijen(gevonden)),
                Zin(studentweergave.gevonden(len(gevonden), _LIMIET)),
            ),
            opent=dossier,
        )

    return Bladzijde(kruim=_BEGIN, vertel=vertel)


def dossier(student: Student) -> Bladzijde:
    """Person, enrolments and examenresultaten of a student."""

    def vertel(inzage: Inzage) -> Verhaal:
        gelezen = inzage.dossier(student)
        persoon = gelezen.persoon.entiteit
        beeld = dossierweergave.beeld(gelezen, inzage.namen)
        return Verhaal(
            zinnen=(Zin(beeld.kop), *zinnen(dossierweergave.KOLOMMEN, beeld.regels)),
            opent=lambda gekozen: stand(*waarover(gekozen.entiteit)),
            standen=(gelezen.persoon, *gelezen.inschrijvingen, *gelezen.examenresultaten),
            mogelijkheden=bij_dossier(persoon, persoon),
        )

    return Bladzijde(kruim=f"student {student.studentnummer or student.naam}", vertel=vertel)


def stand(soort: str, sleutel: Sleutel) -> Bladzijde:
    """An examenresultaat with its results, or all that is known of a person or enrolment."""
    van_examen = soort == soort_van(Examenresultaat)
    return Bladzijde(
        kruim=benaming(soort, sleutel.volgnummer),
        vertel=partial(_vertel_examen if van_examen else _vertel_gegevens, soort, sleutel),
    )


def _vertel_gegevens(soort: str, sleutel: Sleutel, inzage: Inzage) -> Verhaal:
    gelezen: Beoordeeld[Persoon] | Beoordeeld[Inschrijving] = inzage.beoordeeld(soort, sleutel)
    return Verhaal(
        zinnen=(
            Zin(van_wie(inzage, gelezen.entiteit)),
            *paren(dossierweergave.details(gelezen.entiteit, inzage.namen)),
            *zinnen(_REGEL, bevindingweergave.rijen(gelezen.bevindingen)),
        ),
        opent=_bevinding,
        standen=(gelezen,),
        mogelijkheden=bij_stand(gelezen.entiteit),
    )


def _vertel_examen(soort: str, sleutel: Sleutel, inzage: Inzage) -> Verhaal:
    """The results, and of what follows from them the headings; `uitslag` says the rest."""
    gelezen: Beoordeeld[Examenresultaat] = inzage.beoordeeld(soort, sleutel)
    beeld, inzicht = _beeld(gelezen, inzage)
    koppen = [rij for rij in beeld.uitslag if rij.toon is Toon.KOP]
    return Verhaal(
        zinnen=(
            Zin(van_wie(inzage, gelezen.entiteit)),
            Zin(beeld.kop),
            *zinnen(examenweergave.RESULTAATKOLOMMEN, beeld.resultaten),
            *zinnen(examenweergave.UITSLAGKOLOMMEN, koppen),
            Zin("Typ uitslag voor alle toetsen en bevindingen, kandidaat om cijfers in te voeren."),
        ),
        opent=_van_examen(gelezen.entiteit, inzicht, inzage),
        standen=(gelezen,),
        mogelijkheden=bij_stand(gelezen.entiteit),
    )


def mogelijkheden(alle: Sequence[Mogelijkheid]) -> Bladzijde:
    """What can be changed, as the screens list it."""
    verhaal = Verhaal(zinnen=tuple(Zin(f"{een.titel}: {een.uitleg}", een) for een in alle))
    return Bladzijde(kruim="wijzig", vertel=lambda _: verhaal)


def uitslag(sleutel: Sleutel) -> Bladzijde:
    """The uitslag of an examenresultaat with all its toetsen, certificaten and findings."""

    def vertel(inzage: Inzage) -> Verhaal:
        gelezen = inzage.beoordeeld(soort_van(Examenresultaat), sleutel)
        beeld, inzicht = _beeld(gelezen, inzage)
        return Verhaal(
            zinnen=(*zinnen(examenweergave.UITSLAGKOLOMMEN, beeld.uitslag), Zin(beeld.status)),
            opent=_van_examen(gelezen.entiteit, inzicht, inzage),
        )

    return Bladzijde(kruim="uitslag", vertel=vertel)


def _beeld(
    gelezen: Beoordeeld[Examenresultaat], inzage: Inzage
) -> tuple[examenweergave.Beeld, Inzicht]:
    inzicht = bezie(inzage, gelezen)
    return examenweergave.beeld(gelezen.entiteit, inzicht, inzage.namen), inzicht


def _van_examen(
    er: Examenresultaat, inzicht: Inzicht, inzage: Inzage
) -> Callable[[Any], Bladzijde | None]:
    """Give what opens a line of an examenresultaat: the cijferlijst, or all about anything else."""

    def opent(gekozen: Any) -> Bladzijde | None:
        if isinstance(gekozen, CijferlijstUitkomst):
            return _cijferlijst(er, inzicht, gekozen)
        if not (soort := examenweergave.soort(gekozen)):
            return None
        rijen = list(examenweergave.resultaatrijen(er, inzicht, inzage.namen))
        over = examenweergave.waarover(gekozen, rijen)
        eerst = bij_resultaat(er, over, inzage.namen)
        return details(soort, examenweergave.details(gekozen, inzage.namen), eerst)

    return opent


def _cijferlijst(er: Examenresultaat, inzicht: Inzicht, lijst: CijferlijstUitkomst) -> Bladzijde:
    def vertel(inzage: Inzage) -> Verhaal:
        beeld = lijstweergave.beeld(er, inzicht, lijst, inzage.namen)
        return Verhaal(
            zinnen=(Zin(beeld.kop), *zinnen(lijstweergave.KOLOMMEN, beeld.regels)),
            opent=_van_examen(er, inzicht, inzage),
        )

    return Bladzijde(kruim=f"cijferlijst {lijst.opleiding}", vertel=vertel)


def details(kruim: str, inhoud: Sequence[Paar], eerst: Sequence[Mogelijkheid] = ()) -> Bladzijde:
    """All that is known of one thing, with what can be changed of it."""
    verhaal = Verhaal(zinnen=tuple(paren(inhoud)), eerst=eerst)
    return Bladzijde(kruim=kruim, vertel=lambda _: verhaal)


def _bevinding(gekozen: Bevinding) -> Bladzijde:
    return details("bevinding", bevindingweergave.details(gekozen))


def bevindingen(van: Bladzijde) -> Bladzijde:
    """What the controls found on the standen of a page."""

    def vertel(inzage: Inzage) -> Verhaal:
        alle: list[Zin] = []
        for een in van.vertel(inzage).standen:
            alle.append(Zin(stand(*waarover(een.entiteit)).kruim))
            alle += zinnen(_REGEL, bevindingweergave.rijen(een.bevindingen))
        return Verhaal(zinnen=tuple(alle), opent=_bevinding)

    return Bladzijde(kruim="bevindingen", vertel=vertel)


def historie(entiteit: Any) -> Bladzijde:
    """Every stand there was of one key, the newest first."""

    def vertel(inzage: Inzage) -> Verhaal:
        regels = inzage.historie(entiteit)
        return Verhaal(
            zinnen=tuple(
                zinnen(historieweergave.KOLOMMEN, historieweergave.rijen(regels, gekozen=None))
            ),
            opent=partial(_verschil, type(entiteit), regels),
        )

    return Bladzijde(kruim="historie", vertel=vertel)


def _verschil(
    klasse: type[Any], regels: Sequence[Historieregel], gekozen: Historieregel
) -> Bladzijde:
    """What differs between a stand and the one before it."""
    paar = historieweergave.vergeleken(regels, gekozen)

    def vertel(inzage: Inzage) -> Verhaal:
        rijen = historieweergave.verschilrijen(inzage.verschil(klasse, *paar))
        return Verhaal(
            zinnen=(
                Zin(historieweergave.toelichting(gekozen)),
                *(Zin(een.tekst) for een in zinnen(historieweergave.VERSCHILKOLOMMEN, rijen)),
            )
        )

    return Bladzijde(kruim=historieweergave.kruim(*paar), vertel=vertel)


def signalen() -> Bladzijde:
    """How often each signal sounds in the whole school."""

    def vertel(inzage: Inzage) -> Verhaal:
        gevonden = inzage.schoolbevindingen()
        return Verhaal(
            zinnen=(
                *zinnen(schoolweergave.SIGNAALKOLOMMEN, schoolweergave.signaalrijen(gevonden)),
                Zin(schoolweergave.samenvatting(gevonden)),
            ),
            opent=partial(_plaatsen, gevonden),
        )

    return Bladzijde(kruim="bevindingen", vertel=vertel)


def _plaatsen(gevonden: Sequence[Schoolbevinding], signaal: Signaal) -> Bladzijde:
    rijen = schoolweergave.plaatsrijen(gevonden, signaal)
    verhaal = Verhaal(
        zinnen=(Zin(signaal.tekst), *zinnen(schoolweergave.PLAATSKOLOMMEN, rijen)),
        opent=lambda plaats: stand(plaats.soort, plaats.sleutel),
    )
    return Bladzijde(kruim=signaal.naam, vertel=lambda _: verhaal)


def vakken(tekst: str) -> Bladzijde:
    """The vakken in which marks can be entered that have a text."""

    def vertel(inzage: Inzage) -> Verhaal:
        groepen = inzage.vakgroepen()
        rijen = vakweergave.rijen(groepen, inzage.namen, tekst)
        telling = f"{len(rijen)} van {meervoud(len(groepen), 'vak', 'vakken')}"
        return Verhaal(zinnen=(*zinnen(vakweergave.KOLOMMEN, rijen), Zin(telling)))

    return Bladzijde(kruim="vakken", vertel=vertel)


def berichten() -> Bladzijde:
    """Every levering, the newest first."""

    def vertel(inzage: Inzage) -> Verhaal:
        leveringen = inzage.leveringen()
        return Verhaal(
            zinnen=(
                *zinnen(
                    berichtweergave.LEVERINGKOLOMMEN, berichtweergave.leveringrijen(leveringen)
                ),
                Zin(berichtweergave.geteld(leveringen)),
            ),
            opent=_meldingen,
        )

    return Bladzijde(kruim="berichten", vertel=vertel)


def _meldingen(levering: Levering) -> Bladzijde:
    def vertel(inzage: Inzage) -> Verhaal:
        alle = inzage.berichten(levering.nummer)
        wie = inzage.studentnummers({een.sleutel.persoon for een in alle})
        rijen = berichtweergave.berichtrijen(alle, wie, alleen_afgekeurd=False)
        return Verhaal(
            zinnen=tuple(zinnen(berichtweergave.BERICHTKOLOMMEN, rijen)), opent=_antwoord
        )

    return Bladzijde(kruim=levering.naam, vertel=vertel)


def _antwoord(bericht: Bericht) -> Bladzijde:
    """The answer to a message in full, and the way to its stand."""
    verhaal = Verhaal(
        zinnen=(
            *paren(berichtweergave.details(bericht)),
            Zin("de stand zoals hij nu is", bericht),
        ),
        opent=lambda _: stand(bericht.soort, bericht.sleutel),
    )
    return Bladzijde(kruim=f"melding {bericht.nummer}", vertel=lambda _: verhaal)
