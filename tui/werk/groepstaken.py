"""What jobs do, each told what was ordered and telling how far it is; see `tui.taken`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from examen.documenten.inhoud import School
from register.fouten import RegisterFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from tui.getallen import getal
from tui.klok import nu, vandaag
from tui.taken.pijp import Kandidaatsleutel, Werkorder
from tui.taken.verslag import Verslag
from tui.weergave.notatie import meervoud
from tui.werk.documenten import (
    MET_DE_HAND,
    Gedrukt,
    Keuze,
    druk_vergaderlijst,
    druk_waardedocumenten,
)
from tui.werk.herberekening import Selectie, pas_toe, reken_alles, taken, werkers_voor
from tui.werk.verzending import maak_levering
from tui.werk.voorstellen import stapels


def herbereken(werkorder: Werkorder, verslag: Verslag) -> str:
    """Recalculate the whole register and keep what differs."""
    pad = Path(werkorder.register)
    alle = taken(pad, Selectie())
    verslag.begin(sum(len(taak.bewaard) for taak in alle))
    gewijzigd = 0
    with Register.open(pad) as register:
        for herrekening in reken_alles(alle, werkers_voor(len(alle))):
            anders = len(herrekening.verwacht)
            pas_toe(register, herrekening, door=werkorder.door, reden="herberekening", op=nu())
            verslag.tel(ok=anders, overgeslagen=herrekening.aantal - anders)
            gewijzigd += anders
    return f"{getal(gewijzigd)} {'uitkomst' if gewijzigd == 1 else 'uitkomsten'} bijgewerkt."


def maak_berichten(werkorder: Werkorder, verslag: Verslag) -> str:
    """Write one levering about all that is registered of the students of some candidates.

    Raises:
        RegisterFout: the file is there already, or the candidates are of more than one school.
    """
    uit = Path(werkorder.opties["bestand"])
    if uit.exists():
        raise RegisterFout(f"{uit} bestaat al; kies een andere naam")
    scholen = sorted({brin for _, brin, _ in werkorder.kandidaten})
    if len(scholen) > 1:
        raise RegisterFout(f"de kandidaten zijn van {' en '.join(scholen)}; kies die van een BRIN")
    studenten = _studenten(werkorder, verslag)
    gemaakt = maak_levering(
        Path(werkorder.register),
        uit,
        brin=scholen[0],
        personen=list(studenten),
        alleen_nieuw=False,
        op=nu(),
        door=werkorder.door,
        gedaan=lambda: verslag.tel(ok=1),
    )
    if gemaakt is None:
        return "Er was niets te melden."
    for naam, aantal in gemaakt.aantallen.items():
        verslag.log("ok", f"{getal(aantal)} x {naam}")
    berichten = meervoud(gemaakt.aantallen.total(), "bericht", "berichten")
    return f"Geschreven: {gemaakt.pad.resolve()} ({berichten})."


def druk_lijst(werkorder: Werkorder, verslag: Verslag) -> str:
    """Print the vergaderlijst of some candidates.

    Raises:
        RegisterFout: the file is there already, or there is nobody to meet about.
    """
    uit = Path(werkorder.opties["bestand"])
    if uit.exists():
        raise RegisterFout(f"{uit} bestaat al; kies een andere naam")
    studenten = _studenten(werkorder, verslag)
    gedrukt = druk_vergaderlijst(
        Path(werkorder.register),
        _keuze(werkorder),
        uit,
        school=School(naam=werkorder.opties["school"]),
        dag=vandaag(),
        concept=False,
    )
    for klacht in gedrukt.klachten:
        verslag.log("overgeslagen", klacht)
    bekend = sum(kandidaat[0] in studenten for kandidaat in werkorder.kandidaten)
    verslag.tel(ok=bekend - len(gedrukt.klachten), overgeslagen=len(gedrukt.klachten))
    return f"Geschreven: {uit.resolve()}."


def druk_papier(werkorder: Werkorder, verslag: Verslag) -> str:
    """Print one kind of signed paper of some candidates, a file each."""
    opties = werkorder.opties
    school = School(
        naam=opties["school"],
        plaats=opties["plaats"],
        tekenaar=opties["tekenaar"],
        secretaris=opties["secretaris"],
    )
    studenten = _studenten(werkorder, verslag)
    onbekend = sum(kandidaat[0] not in studenten for kandidaat in werkorder.kandidaten)
    verslag.begin(len(studenten) + onbekend)
    verteld: list[str] = []

    def na_elk(persoon: Persoon, eigen: Gedrukt, heeft: bool) -> None:
        kandidaat = studenten[persoon.burgerservicenummer or persoon.onderwijsnummer or ""]
        verteld.extend(eigen.klachten)
        for klacht in eigen.klachten:
            verslag.log("fout" if heeft else "overgeslagen", klacht, kandidaat)
        gelukt = heeft and not eigen.klachten
        verslag.tel(ok=int(gelukt), fout=int(heeft and not gelukt), overgeslagen=int(not heeft))

    gedrukt = druk_waardedocumenten(
        Path(werkorder.register),
        opties["papier"],
        _keuze(werkorder),
        Path(opties["map"]),
        school=school,
        dag=vandaag(),
        concept=opties["concept"] == "ja",
        na_elk=na_elk,
    )
    for klacht in gedrukt.klachten:
        if klacht not in verteld:
            verslag.log("overgeslagen", klacht)
            verslag.tel(overgeslagen=1)
    documenten = meervoud(len(gedrukt.paden), "document", "documenten")
    waar = f"{documenten} in {Path(opties['map']).resolve()}."
    return f"{waar} {MET_DE_HAND}" if gedrukt.paden else waar


def _studenten(werkorder: Werkorder, verslag: Verslag) -> Mapping[str, Kandidaatsleutel]:
    """Give the persons of the candidates, each with a candidate; who is not there is told."""
    met: dict[str, Kandidaatsleutel] = {}
    with Register.open(werkorder.register, alleen_lezen=True) as register:
        for stapel in stapels(werkorder.kandidaten):
            personen = {persoon for persoon, _, _ in stapel}
            actueel = register.actuelen(Persoon, [Sleutel(persoon) for persoon in personen])
            bekend = {stand.sleutel.persoon for stand, _ in actueel}
            for kandidaat in stapel:
                if kandidaat[0] in bekend:
                    met.setdefault(kandidaat[0], kandidaat)
                    continue
                tekst = f"{kandidaat[2]}: de persoon staat niet in het register"
                verslag.log("fout", tekst, kandidaat)
                verslag.tel(fout=1)
    if not met:
        raise RegisterFout("van geen van de kandidaten staat de persoon in het register")
    return met


def _keuze(werkorder: Werkorder) -> Keuze:
    return Keuze(sleutels=[Sleutel(*kandidaat) for kandidaat in werkorder.kandidaten])


WERK: Mapping[str, Callable[[Werkorder, Verslag], str]] = {
    "herberekenen": herbereken,
    "berichten": maak_berichten,
    "vergaderlijst": druk_lijst,
    "papier": druk_papier,
}
"""The work of each kind of order; it gives what came of it in one sentence."""
