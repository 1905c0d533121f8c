"""The list for the meeting that settles the uitslag of a group: what is, what lacks, what helps.

No law asks for it; it is made for the meeting after each tijdvak (Uitvoeringsbesluit WVO 2020
art. 3.33: directeur and secretaris settle the uitslag).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from examen.documenten.inhoud import (
    Document,
    Examen,
    School,
    Vakcijfers,
    Vergaderlijst,
    Vergaderregel,
)
from examen.documenten.regels import Regelmaker
from examen.documenten.waarmerk import examenjaar, geleverde_uitslag
from examen.documenten.woorden import voluit
from examen.model import UITSLAGEN, Vakresultaat, Werkstukresultaat
from examen.namen import TabelNamen
from examen.opleidingen import opleidingen
from examen.reken.cijfer import toon_cijfer
from examen.reken.nodig import Nodig
from examen.uitkomst import CijferlijstUitkomst, Toets

SJABLOON = "vergaderlijst"


def vergaderlijst(
    groep: Iterable[tuple[Examen, Sequence[Nodig]]],
    school: School,
    dag: date,
    namen: TabelNamen,
) -> Document:
    """Give the list of a group, in order of name; a candidate has a line per cijferlijst.

    Args:
        groep: the examens, each with what `examen.reken.nodig.wat_nodig` says of it.
        school: whose group it is.
        dag: the day of the meeting.
        namen: names of codes.
    """
    regels = sorted(
        (regel for examen, nodig in groep for regel in _regels(examen, nodig, namen)),
        key=lambda regel: (regel.naam.casefold(), regel.nummer, regel.opleiding),
    )
    aantallen = Counter(regel.uitslag for regel in regels)
    telling = [f"{aantallen[naam]} {naam}" for naam in UITSLAGEN.values() if aantallen[naam]]
    return Document(
        sjabloon=SJABLOON,
        kenmerk="",
        dag=dag,
        inhoud=Vergaderlijst(
            titel="vergaderlijst",
            school=school,
            datum=voluit(dag),
            samenvatting=", ".join(telling) or "geen kandidaten",
            regels=tuple(regels),
        ),
    )


def _regels(examen: Examen, nodig: Sequence[Nodig], namen: TabelNamen) -> Iterator[Vergaderregel]:
    geleverd = geleverde_uitslag(examen)
    nummer = examen.persoon.studentnummer or examen.examenresultaat.examenresultaatvolgnummer
    for lijst in examen.uitkomst.cijferlijsten:
        anders = geleverd is not None and geleverd != lijst.uitslag
        yield Vergaderregel(
            naam=examen.persoon.naam,
            nummer=nummer,
            opleiding=f"{lijst.opleiding} {namen.opleiding(lijst.opleiding)}",
            vakken=tuple(_vakken(examen, lijst, namen)),
            combinatiecijfer="" if lijst.combinatiecijfer is None else str(lijst.combinatiecijfer),
            uitslag=UITSLAGEN[lijst.uitslag],
            vastgesteld=UITSLAGEN[geleverd] if anders and geleverd else "",
            niet_voldaan=tuple(_niet_voldaan(lijst.toetsen)),
            nodig=tuple(
                _nodig(deel, examen, namen) for deel in nodig if deel.opleiding == lijst.opleiding
            ),
            bevindingen=tuple(
                dict.fromkeys(b.signaal for b in examen.uitkomst.signalen if b.effect == "afkeur")
            ),
        )


def _vakken(examen: Examen, lijst: CijferlijstUitkomst, namen: TabelNamen) -> Iterator[Vakcijfers]:
    er = examen.examenresultaat
    opleiding = opleidingen().get(lijst.opleiding)
    niveau = opleiding.niveau if opleiding else "HAVO"
    maker = Regelmaker(examen, niveau, examenjaar(er), namen)
    telt = {regel.resultaatvolgnummer for regel in lijst.regels if regel.diplomavak}
    telt -= {*lijst.weggelaten, lijst.duim}
    op_de_lijst = {regel.resultaatvolgnummer for regel in lijst.regels}
    alle: list[Vakresultaat | Werkstukresultaat] = [*er.vakresultaten, *er.werkstukresultaten]
    for resultaat in alle:
        nummer = resultaat.resultaatvolgnummer
        if nummer not in op_de_lijst:
            continue
        regel = maker.regel(resultaat)
        eind = examen.uitkomst.eindcijfers.get(nummer)
        if isinstance(resultaat, Vakresultaat):
            tabel = maker.vakregel(resultaat)
            vak = tabel.afkorting if tabel else resultaat.vak
        else:
            vak = "wst"
        yield Vakcijfers(
            vak=vak,
            se=regel.se,
            ce=regel.ce,
            eind=regel.cijfer or regel.letters[:1].upper(),
            onvoldoende=eind is not None and eind < 6,
            telt=nummer in telt,
        )


def _niet_voldaan(toetsen: Iterable[Toets]) -> Iterator[str]:
    for toets in toetsen:
        if toets.voldaan is not True:
            vraag = "" if toets.voldaan is False else " (nog niet te beoordelen)"
            yield f"{toets.eis}: {toets.gevonden}{vraag}"


def _nodig(nodig: Nodig, examen: Examen, namen: TabelNamen) -> str:
    (vak,) = (
        vak
        for vak in examen.examenresultaat.vakresultaten
        if vak.resultaatvolgnummer == nodig.resultaatvolgnummer
    )
    naam = namen.vak(vak.vak, vak.niveau, vak.examenregime)
    if nodig.cijfer is None:
        return f"{naam}: met geen enkel CE-cijfer geslaagd"
    zin = f"{naam}: CE {toon_cijfer(nodig.cijfer)}"
    return f"{zin} (andere CE's als SE)" if nodig.aangenomen else zin
