"""Opening a dossier: read it and run every control over it, as the app does at Enter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.meting import Meting, duur, p95
from examen.model import Examenresultaat
from register.model.persoon import Persoon
from register.opslag import Register, Student
from register.vavo.inschrijving import Inschrijving
from tui.registerinzage import RegisterInzage
from tui.werk.bevindingen import van_register
from tui.werk.oefening import vul


def meet(*, rook: bool) -> Iterator[Meting]:
    """Open dossiers one after another, warm, beside only reading them; then judge the school."""
    aantal = 30 if rook else 1_000
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "register.db"
        vul(pad, aantal=aantal, zaad=1)
        inzage = RegisterInzage.open(pad, "bench")
        inzage.bereid_voor()
        with Register.open(pad, alleen_lezen=True) as register:
            studenten = register.zoek_studenten("", 20 if rook else 200)

            def lees(persoon: str) -> None:
                for klasse in (Persoon, Inschrijving, Examenresultaat):
                    register.actuelen(klasse, persoon)

            for student in studenten[:5]:
                inzage.dossier(student)
            tijden = [duur(lambda s=s: inzage.dossier(s)) for s in studenten]
            kaal = median(duur(lambda s=s: lees(s.persoon)) for s in studenten)
            vooruit = [_na_vooruitkijken(inzage, s) for s in studenten]
            alles = duur(lambda: list(van_register(register, inzage.opslag, date(2026, 9, 1))))
        inzage.sluit()
    yield Meting(
        naam="een dossier met alle bevindingen (midden)",
        waarde=1000 * median(tijden),
        eenheid="ms",
        hoogstens=None if rook else 50,
    )
    yield Meting(
        naam="een dossier, traagste op twintig na",
        waarde=1000 * p95(tijden),
        eenheid="ms",
    )
    yield Meting(
        naam="een dossier waar de cursor al op stond, traagste op twintig na",
        waarde=1000 * p95(vooruit),
        eenheid="ms",
        hoogstens=None if rook else 50,
    )
    yield Meting(naam="alleen lezen (midden)", waarde=1000 * kaal, eenheid="ms")
    yield Meting(naam=f"alle bevindingen van {aantal} dossiers samen", waarde=alles, eenheid="s")


def _na_vooruitkijken(inzage: RegisterInzage, student: Student) -> float:
    """Open a dossier that the app looked at ahead, as it does when the cursor rests."""
    inzage.dossier(student)
    return duur(lambda: inzage.dossier(student))
