"""The jobs of one app: begun, followed, broken off, and none left behind."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

import msgspec
from attrs import define, evolve, field

from tui.klok import nu
from tui.taken.pijp import Logregel, Tussenstand, Werkorder

KIND = (sys.executable, "-m", "tui.taken.kind")
"""How a job is begun."""

_LANGSTE_REGEL = 2**24
_GEDULD = 5.0
"""Seconds a job gets to end in order."""
_ONLEESBAAR = (
    "De taak is gestopt: wat haar proces vertelde is niet te lezen. Wat gedaan was blijft gedaan."
)


class Staat(Enum):
    """How a job is doing; the value says it in a word."""

    LOOPT = "loopt"
    KLAAR = "klaar"
    MISLUKT = "MISLUKT"
    AFGEBROKEN = "afgebroken"


@define(eq=False)
class Taak:
    """One job.

    Attributes:
        werkorder: what was asked for.
        begonnen: when.
        staat: how it is doing.
        tussenstand: how far it is.
        log: all it had to tell, in order.
        slot: what came of it in one sentence, once it has ended.
    """

    werkorder: Werkorder
    begonnen: datetime
    staat: Staat = Staat.LOOPT
    tussenstand: Tussenstand = field(factory=Tussenstand)
    log: list[Logregel] = field(factory=list, repr=False)
    slot: str = ""
    _proces: Process | None = field(default=None, repr=False)
    _afgebroken: bool = False


class Taken:
    """Every job that was begun since the app was, the newest first.

    Attributes:
        alle: the jobs.
        luisteraars: are told when there is news of any job.
    """

    def __init__(self, bij_einde: Callable[[], None], kind: Sequence[str] = KIND) -> None:
        self.alle: list[Taak] = []
        self.luisteraars: set[Callable[[], None]] = set()
        self._bij_einde = bij_einde
        self._kind = kind
        self._volgers: set[asyncio.Task[None]] = set()

    @property
    def lopend(self) -> list[Taak]:
        """The jobs that have not ended."""
        return [taak for taak in self.alle if taak.staat is Staat.LOOPT]

    async def begin(self, werkorder: Werkorder) -> Taak:
        """Begin a job in a process of its own."""
        proces = await asyncio.create_subprocess_exec(
            *self._kind,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            limit=_LANGSTE_REGEL,
            start_new_session=True,  # a key or a hang-up of the terminal is for the app
        )
        taak = Taak(werkorder, nu(), proces=proces)
        self.alle.insert(0, taak)
        assert proces.stdin is not None
        proces.stdin.write(msgspec.json.encode(werkorder) + b"\n")
        volger = asyncio.create_task(self._volg(taak, proces))
        self._volgers.add(volger)
        volger.add_done_callback(self._volgers.discard)
        return taak

    def breek_af(self, taak: Taak) -> None:
        """Tell a job to stop; one that does not is killed after a while."""
        if taak.staat is Staat.LOOPT and taak._proces is not None:  # noqa: SLF001 (its own keeper)
            taak._afgebroken = True  # noqa: SLF001
            _stop(taak._proces)  # noqa: SLF001

    async def sluit(self) -> None:
        """Stop every job and wait until none is left."""
        for taak in self.lopend:
            self.breek_af(taak)
        await asyncio.gather(*self._volgers)

    async def _volg(self, taak: Taak, proces: Process) -> None:
        """Take over what a job tells, until it has ended."""
        assert proces.stdin is not None
        assert proces.stdout is not None
        try:
            async for regel in proces.stdout:
                nieuws = msgspec.json.decode(regel, type=Tussenstand)
                taak.log += nieuws.log
                taak.tussenstand = evolve(nieuws, log=())
                self._meld()
        except (ValueError, msgspec.MsgspecError):  # too long, or no progress
            taak.tussenstand = evolve(taak.tussenstand, slot=_ONLEESBAAR, mislukt=True)
            _stop(proces)
        code = await proces.wait()
        proces.stdin.close()
        taak.staat, taak.slot = _einde(taak, code)
        self._bij_einde()
        self._meld()

    def _meld(self) -> None:
        """Tell who listens, each by itself: what goes wrong there is no matter of the job."""
        for luisteraar in self.luisteraars:
            asyncio.get_running_loop().call_soon(self._vertel, luisteraar)

    def _vertel(self, luisteraar: Callable[[], None]) -> None:
        if luisteraar in self.luisteraars:  # it may have left meanwhile
            luisteraar()


def _stop(proces: Process) -> None:
    if proces.returncode is None:
        proces.terminate()
        asyncio.get_running_loop().call_later(_GEDULD, _dood, proces)


def _dood(proces: Process) -> None:
    if proces.returncode is None:
        proces.kill()


def _einde(taak: Taak, code: int) -> tuple[Staat, str]:
    """Say how a job has ended: by itself, told to, or by something else."""
    if taak.tussenstand.slot is not None:
        return (Staat.MISLUKT if taak.tussenstand.mislukt else Staat.KLAAR), taak.tussenstand.slot
    if taak._afgebroken:  # noqa: SLF001
        return Staat.AFGEBROKEN, "Afgebroken; wat al gedaan was blijft gedaan."
    wat = f"door sein {-code}" if code < 0 else f"met afsluitcode {code}"
    return Staat.MISLUKT, f"Het proces van deze taak is van buitenaf gestopt, {wat}."
