"""Any sequence of acts, undoings and commands by two users, against stacks in plain Python."""

from __future__ import annotations

import shutil
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import define, evolve
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from examen.model import Examenresultaat, Vakresultaat
from examen.schooluitkomst import Schooluitkomst
from register.fouten import ConflictFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import Handelingen, Register, Sleutel, Stand
from register.opslag.verzonden import Verzendingen
from tests.momenten import OP

KLASSEN = (Persoon, Examenresultaat, Schooluitkomst)
SLEUTELS = [(Persoon, 1), (Examenresultaat, 1), (Schooluitkomst, 1), (Examenresultaat, 2)]
SECONDE = timedelta(seconds=1)
Sleutelplaats = tuple[type[Any], int]

GEBRUIKERS = st.sampled_from(["an", "bo"])
WELKE = st.integers(0, 2)
"""Which step from the top, as far as there are."""


def waarde_voor(plaats: Sleutelplaats, keuze: int) -> Any:
    """One of a few values that can stand under a key; small, so that sequences can be long."""
    klasse, nummer = plaats
    bsn = f"9999{nummer:05}"
    if klasse is Persoon:
        return Persoon(
            burgerservicenummer=bsn,
            achternaam="ABCD"[keuze],
            geboortedatum="1999-00-00",
            geslacht="3",
        )
    if klasse is Schooluitkomst:
        return Schooluitkomst(
            brin="01AA",
            burgerservicenummer=bsn,
            examenresultaatvolgnummer="ER1",
            behaalde_certificaten=tuple("1234"[:keuze]),
        )
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer=bsn,
        examenresultaatvolgnummer="ER1",
        aangeleverd_op=OP if keuze % 2 else None,
        vakresultaten=tuple(
            Vakresultaat(resultaatvolgnummer=str(n), vak=f"100{n}", niveau="HAVO", cijfer_se=60 + n)
            for n in range(keuze)
        ),
    )


KEUZEN = st.integers(0, 3)
WIJZIGINGEN = st.dictionaries(
    st.sampled_from(SLEUTELS), st.none() | KEUZEN, min_size=1, max_size=3
).map(
    lambda keuzen: {
        plaats: None if keuze is None else waarde_voor(plaats, keuze)
        for plaats, keuze in keuzen.items()
    }
)


def zonder_moment(entiteit: Any) -> Any:
    """An entity but for its moment of delivery, which is that of the stand."""
    if getattr(entiteit, "aangeleverd_op", None) is None:
        return entiteit
    return evolve(entiteit, aangeleverd_op=OP)


@define
class Geldig:
    """What held under a key for a while: a value by its number, 0 for nothing at first."""

    waarde: int
    geleverd: bool = False


@define
class Stap:
    """What a step did: per key the value before, the value after, and since when it held."""

    nummer: int
    deed: dict[Sleutelplaats, tuple[int, int, int]]


class Handelingenmodel(RuleBasedStateMachine):
    """Two users, one register, and what ought to be in it."""

    def __init__(self, leeg: Path) -> None:
        super().__init__()
        self.map_ = TemporaryDirectory()
        self.pad = Path(shutil.copy(leeg, self.map_.name))
        self.register = Register.open(self.pad)
        self.op = OP
        self.bezig = False
        self.waarden: list[Any] = [None]
        self.tijdlijn: dict[Sleutelplaats, list[Geldig]] = {p: [Geldig(0)] for p in SLEUTELS}
        self.terug: dict[str, list[Stap]] = defaultdict(list)
        self.vooruit: dict[str, list[Stap]] = defaultdict(list)
        self.gezien: dict[tuple[type[Any], int], Any] = {}

    def teardown(self) -> None:
        try:
            self.alles_is_te_lezen()
        finally:
            self.register.sluit()
            self.map_.cleanup()

    @property
    def handelingen(self) -> Handelingen:
        return self.register.handelingen(KLASSEN)

    def nu(self, plaats: Sleutelplaats) -> Any:
        return self.waarden[self.tijdlijn[plaats][-1].waarde]

    def historie(self, plaats: Sleutelplaats) -> list[Stand]:
        klasse, nummer = plaats
        rest = ("", "") if klasse is Persoon else ("01AA", "ER1")
        return self.register.historie(klasse, Sleutel(f"9999{nummer:05}", *rest))

    def stand(self, plaats: Sleutelplaats) -> Stand | None:
        """The current stand of a key, also when it is a deletion."""
        return next(iter(self.historie(plaats)[-1:]), None)

    def zet(self, plaats: Sleutelplaats, waarde: int) -> tuple[int, int, int]:
        """Let a value hold under a key from now on."""
        lijn = self.tijdlijn[plaats]
        lijn.append(Geldig(waarde))
        return lijn[-2].waarde, waarde, len(lijn) - 1

    def nieuwe_waarde(self, waarde: Any) -> int:
        self.waarden.append(waarde)
        return len(self.waarden) - 1

    @precondition(lambda self: self.bezig)
    @rule(seconden=st.floats(-90, 90))
    def herstart(self, seconden: float) -> None:
        """The program starts anew; its clock may be behind that of who booked last."""
        self.register.sluit()
        self.register = Register.open(self.pad)
        self.op += timedelta(seconds=seconden)
        self.bezig = False

    @rule(door=GEBRUIKERS, wijzigingen=WIJZIGINGEN)
    def doe(self, door: str, wijzigingen: dict[Sleutelplaats, Any]) -> None:
        nieuw = {p: w for p, w in wijzigingen.items() if w is not None}
        weg = [p for p, w in wijzigingen.items() if w is None and self.nu(p) is not None]
        if not nieuw and not weg:
            return
        standen = {p: self.stand(p) for p in (*nieuw, *weg)}
        self.handelingen.doe(
            list(nieuw.values()),
            verwacht=[standen[p] and standen[p].id for p in nieuw],
            weg=[standen[p] for p in weg],
            door=door,
            reden="handeling",
            op=self.op,
        )
        self.bezig = True
        deed = {p: self.zet(p, self.nieuwe_waarde(wijzigingen[p])) for p in standen}
        self.terug[door].append(Stap(self.handelingen.ongedaan_te_maken(door)[0].nummer, deed))
        self.vooruit[door].clear()

    @precondition(lambda self: any(self.terug.values()))
    @rule(door=GEBRUIKERS, welke=WELKE)
    def maak_ongedaan(self, door: str, welke: int) -> None:
        self.keer_om(door, welke, self.terug[door], self.vooruit[door])

    @precondition(lambda self: any(self.vooruit.values()))
    @rule(door=GEBRUIKERS, welke=WELKE)
    def doe_opnieuw(self, door: str, welke: int) -> None:
        self.keer_om(door, welke, self.vooruit[door], self.terug[door])

    @precondition(lambda self: any(self.terug.values()))
    @rule(door=GEBRUIKERS, keer=st.integers(1, 4))
    def terug_en_vooruit(self, door: str, keer: int) -> None:
        """As somebody does who looks what it was like: the last steps undone, and done again."""
        for uit, naar in (
            (self.terug[door], self.vooruit[door]),
            (self.vooruit[door], self.terug[door]),
        ):
            for _ in range(keer):
                self.keer_om(door, 0, uit, naar)

    def keer_om(self, door: str, welke: int, uit: list[Stap], naar: list[Stap]) -> None:
        if not uit:
            return
        stap = uit[-1 - welke % len(uit)]
        geleverd = any(
            toen.geleverd and toen.waarde == na
            for plaats, (_, na, sinds) in stap.deed.items()
            for toen in self.tijdlijn[plaats][sinds:]
        )
        anders = any(
            self.tijdlijn[plaats][-1].waarde != na for plaats, (_, na, _) in stap.deed.items()
        )
        if geleverd or anders:
            fout, tekst = (RegisterFout, "geleverd") if geleverd else (ConflictFout, "gewijzigd")
            with pytest.raises(fout, match=tekst):
                self.handelingen.maak_ongedaan(stap.nummer, door=door, op=self.op)
            return
        self.handelingen.maak_ongedaan(stap.nummer, door=door, op=self.op)
        uit.remove(stap)
        with pytest.raises(RegisterFout, match="dit is al gebeurd"):
            self.handelingen.maak_ongedaan(stap.nummer, door=door, op=self.op)
        deed = {plaats: self.zet(plaats, voor) for plaats, (voor, _, _) in stap.deed.items()}
        nummer = max(
            handeling.nummer
            for handeling in (
                *self.handelingen.ongedaan_te_maken(door),
                *self.handelingen.opnieuw_te_doen(door),
            )
        )
        naar.append(Stap(nummer, deed))

    @rule(door=GEBRUIKERS, plaats=st.sampled_from(SLEUTELS), keuze=KEUZEN)
    def opdracht(self, door: str, plaats: Sleutelplaats, keuze: int) -> None:
        """A command books under the same name: no step, and what it books holds."""
        waarde = waarde_voor(plaats, keuze)
        stand = self.stand(plaats)
        moment = self.op if stand is None else max(self.op, stand.aangeleverd_op + SECONDE)
        if getattr(waarde, "aangeleverd_op", None) is not None:
            waarde = evolve(waarde, aangeleverd_op=moment)
        self.register.boek(waarde, door=door, reden="opdracht", op=moment)
        self.zet(plaats, self.nieuwe_waarde(waarde))

    @precondition(lambda self: self.bezig)
    @rule(plaats=st.sampled_from(SLEUTELS))
    def lever(self, plaats: Sleutelplaats) -> None:
        stand = self.stand(plaats)
        if stand is None:
            return
        with Verzendingen.open(self.pad) as verzendingen:
            verzendingen.leg_vast([stand.id], op=OP, levering="levering.xml")
        self.tijdlijn[plaats][-1].geleverd = True

    @invariant()
    def het_register_is_wat_het_moet_zijn(self) -> None:
        for door in ("an", "bo"):
            terug = self.handelingen.ongedaan_te_maken(door)
            assert [s.nummer for s in reversed(self.terug[door])] == [h.nummer for h in terug]
            vooruit = self.handelingen.opnieuw_te_doen(door)
            assert [s.nummer for s in reversed(self.vooruit[door])] == [h.nummer for h in vooruit]
        for plaats in SLEUTELS:
            stand = self.stand(plaats)
            if stand is None or stand.verwijderd:
                assert self.nu(plaats) is None
                continue
            entiteit = self.register.lees(plaats[0], stand.id)
            assert zonder_moment(self.nu(plaats)) == zonder_moment(entiteit)
            assert getattr(entiteit, "aangeleverd_op", None) in {None, stand.aangeleverd_op}
            self.gezien.setdefault((plaats[0], stand.id), entiteit)

    def alles_is_te_lezen(self) -> None:
        """Every stand that was ever current is still to be read, and later ones count later."""
        for (klasse, stand), entiteit in self.gezien.items():
            assert entiteit == self.register.lees(klasse, stand)
        for plaats in SLEUTELS:
            momenten = [stand.aangeleverd_op for stand in self.historie(plaats)]
            assert sorted(set(momenten)) == momenten
            assert len(self.tijdlijn[plaats]) - 1 == len(momenten)


def test_elke_reeks_handelingen_is_terug_te_nemen_en_opnieuw_te_doen(tmp_path: Path) -> None:
    leeg = tmp_path / "register.db"
    Register.open(leeg).sluit()
    run_state_machine_as_test(
        lambda: Handelingenmodel(leeg),
        settings=settings(
            max_examples=15,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
