"""The register of `vavo demo`: filling it, recalculating it, and what it comes to."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.table import Table

from examen.controles import bevindingen
from examen.model import UITSLAGEN, UITSLAGNIVEAUS, Examenresultaat
from examen.opleidingen import opleidingen
from examen.reken import bereken
from examen.schooluitkomst import Schooluitkomst
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.fouten import RegisterFout
from register.opslag import Boeking, Register
from register.referentie.opslag import Referentieopslag
from register.referentie.voorbeeld import vul as vul_referentie
from register.signaal import catalogus
from tui.getallen import getal
from tui.klok import nu, vandaag
from tui.plaats import oefenregister
from tui.voortgang import voortgang
from tui.werk.herberekening import Selectie, pas_toe, reken_alles, taken, werkers_voor

REGIMES = range(2018, 2027)
"""The examenregimes of the candidates: with rekentoets, without CE, with duimregeling and since."""

DOOR = "vavo demo"
_SAMEN = 500


def maak_plaats(pad: Path | None, console: Console) -> Path:
    """Give an empty place for the register; the user's own practice register is replaced.

    Raises:
        RegisterFout: a file that was named exists.
    """
    if pad is not None:
        if pad.exists():
            raise RegisterFout(f"{pad} bestaat al; noem een nieuw bestand of verwijder het eerst")
        return pad
    pad = oefenregister()
    if pad.exists():
        console.print(f"Het vorige oefenregister in {pad} wordt vervangen.", soft_wrap=True)
        for rest in ("", "-wal", "-shm"):
            pad.with_name(pad.name + rest).unlink(missing_ok=True)
    return pad


def vul(pad: Path, *, aantal: int, zaad: int) -> None:
    """Book fictional candidates (person, enrolment and exam result) and what DUO knows of them."""
    kandidaten = aangeleverd(voorbeeld(aantal, regimes=REGIMES, zaad=zaad), zaad=zaad)
    with Register.open(pad) as register, voortgang("kandidaten verzinnen", aantal) as gedaan:
        while samen := list(islice(kandidaten, _SAMEN)):
            standen = chain(
                (kandidaat.persoon for kandidaat in samen),
                (kandidaat.inschrijving for kandidaat in samen),
                (kandidaat.examenresultaat for kandidaat in samen),
            )
            register.boek_alle(standen, door=DOOR, reden="verzonnen kandidaten", op=nu())
            gedaan(len(samen))
    with Referentieopslag.open(pad) as opslag:
        vul_referentie(opslag, Boeking(door=DOOR, reden="verzonnen school", op=nu()))


def reken_door(pad: Path) -> None:
    """Compute the whole register and keep the outcomes."""
    alle = taken(pad, Selectie())
    aantal = sum(len(taak.bewaard) for taak in alle)
    with Register.open(pad) as register, voortgang("doorrekenen", aantal) as gedaan:
        for herrekening in reken_alles(alle, werkers_voor(len(alle))):
            pas_toe(register, herrekening, door=DOOR, reden="eerste berekening", op=nu())
            gedaan(herrekening.aantal)


def vat_samen(pad: Path, console: Console) -> None:
    """Write the uitslagen per niveau, the certificaten, and the signals by name."""
    per_niveau: Counter[tuple[str, str]] = Counter()
    certificaten: Counter[str] = Counter()
    signalen: Counter[str] = Counter()
    with Register.open(pad, alleen_lezen=True) as register:
        for standen in register.partities(Schooluitkomst):
            frames = register.kolommen(Schooluitkomst, standen=standen)
            lijsten = frames["berekende_uitslagen"].join(_niveaus(), on="opleiding")
            per_niveau.update(lijsten.select("uitslagniveau", "uitslag").rows())
            met = frames["behaalde_certificaten"].join(lijsten, on="stand")
            certificaten.update(met["uitslagniveau"])
        for standen in register.partities(Examenresultaat):
            resultaten = register.kolommen(Examenresultaat, standen=standen)
            gevonden = bevindingen(resultaten, bereken(resultaten), vandaag())
            signalen.update(gevonden["signaal"])
    console.print(_uitslagen(per_niveau, certificaten))
    console.print(_signalen(signalen))


def _niveaus() -> pl.DataFrame:
    rijen = [(code, opleiding.uitslagniveau) for code, opleiding in opleidingen().items()]
    return pl.DataFrame(rijen, schema=["opleiding", "uitslagniveau"], orient="row")


def _uitslagen(per_niveau: Counter[tuple[str, str]], certificaten: Counter[str]) -> Table:
    tabel = Table("niveau", *UITSLAGEN.values(), "certificaten", title="Uitslagen")
    for kolom in tabel.columns[1:]:
        kolom.justify = "right"
    for niveau, naam in UITSLAGNIVEAUS.items():
        aantallen = [per_niveau[niveau, uitslag] for uitslag in UITSLAGEN]
        if any(aantallen):
            tabel.add_row(naam, *map(getal, [*aantallen, certificaten[niveau]]))
    totalen = [sum(per_niveau[niveau, u] for niveau in UITSLAGNIVEAUS) for u in UITSLAGEN]
    tabel.add_section()
    tabel.add_row("samen", *map(getal, [*totalen, certificaten.total()]))
    return tabel


def _signalen(aantallen: Counter[str]) -> Table:
    kaarten = catalogus("vavo").signalen
    tabel = Table("signaal", "effect", "aantal", title="Signalen")
    tabel.columns[2].justify = "right"
    for signaal, aantal in aantallen.most_common():
        tabel.add_row(kaarten[signaal].naam, kaarten[signaal].effect.value, getal(aantal))
    return tabel
