"""What somebody gets who logs in with ssh: the app, or one command of a short list."""

from __future__ import annotations

import curses
import os
import shlex
import shutil
import socket
import sys
import syslog
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click
from attrs import frozen

from register.fouten import RegisterFout, VavoFout
from tui.opdrachten import hoofd
from tui.start import bekijk_terminal, zonder_schermen

TOEGESTAAN = (
    ("reken",),
    ("bevindingen",),
    ("herbereken",),
    ("bericht", "lijst"),
    ("referentie", "toon"),
    ("vakkentabel", "toon"),
    ("signaal",),
)
"""What may be asked of a server: commands that read standard input or the register, and answer on
standard output."""

_TERMINAL = "xterm-256color"
_DAN_ENTER = '"$@" || { stty sane; printf "Enter sluit dit venster. "; read -r _; }'
"""Runs the app in tmux; when it fails, its message stays until it is read."""


class SessieFout(VavoFout):
    """A server does not do what somebody asks of it."""


@frozen(kw_only=True)
class Verzoek:
    """One command that may be run.

    Attributes:
        opdracht: its name, one of `TOEGESTAAN`.
        woorden: the whole command line, without "vavo".
        vast: what the server decides and the client does not, as click's `default_map`.
    """

    opdracht: tuple[str, ...]
    woorden: tuple[str, ...]
    vast: dict[str, Any]


def lees_verzoek(regel: str, *, door: str, register: Path) -> Verzoek:
    """Read what a client asks to run.

    Args:
        regel: the line as it was sent; no shell sees it.
        door: who asks.
        register: the only register there is for them.

    Raises:
        SessieFout: it is not one of the commands, or it names somebody or a file.
        click.UsageError: the command does not know such an option.
    """
    try:
        woorden = tuple(shlex.split(regel))
    except ValueError:
        raise SessieFout("de opdracht is niet te lezen: een aanhalingsteken is niet af") from None
    if woorden[:1] == ("vavo",):
        woorden = woorden[1:]
    naam = next((een for een in TOEGESTAAN if woorden[: len(een)] == een), None)
    if naam is None:
        namen = ", ".join(" ".join(een) for een in TOEGESTAAN)
        raise SessieFout(
            "dit kan niet over ssh. Zonder opdracht opent de app; wel kunnen: " + namen
        )
    opdracht = _zoek(naam)
    _keur(click.Context(opdracht, info_name=" ".join(("vavo", *naam))), woorden[len(naam) :])
    waarden = {"door": door, "pad": str(register)}
    vast: dict[str, Any] = {
        param.name: waarden[param.name] for param in opdracht.params if param.name in waarden
    }
    for deel in reversed(naam):
        vast = {deel: vast}
    return Verzoek(opdracht=naam, woorden=woorden, vast=vast)


def _zoek(naam: tuple[str, ...]) -> click.Command:
    opdracht: click.Command | None = hoofd
    for deel in naam:
        assert isinstance(opdracht, click.Group)
        opdracht = opdracht.get_command(click.Context(opdracht), deel)
    assert opdracht is not None
    return opdracht


def _keur(ctx: click.Context, woorden: tuple[str, ...]) -> None:
    """Refuse a name, which the server knows, and a file, for those on the server are not theirs."""
    gegeven, _, _ = ctx.command.make_parser(ctx).parse_args(list(woorden))
    for param in ctx.command.params:
        waarden = list(_teksten(gegeven.get(param.name or "")))
        if waarden and param.name == "door":
            raise SessieFout("--door kan niet over ssh: wie u bent, staat al vast")
        if isinstance(param.type, click.Path) and set(waarden) - {"-"}:
            raise SessieFout("over ssh kan geen bestand van de server worden genoemd, alleen -")


def _teksten(waarde: Any) -> Iterator[str]:
    """Give what was typed; nothing of an option that was not given."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, list | tuple):
        for een in waarde:
            yield from _teksten(een)


def voer_uit(verzoek: Verzoek) -> NoReturn:
    """Run a command as the command line does, and end with its exit status."""
    hoofd.main(list(verzoek.woorden), prog_name="vavo", default_map=verzoek.vast)
    raise AssertionError  # click ends the program


def open_app(*, door: str, register: Path, tmux: Path | None) -> NoReturn:
    """Become the app; with tmux, where that can show screens, one that outlives the line.

    Raises:
        SchermFout: this is no terminal, or none that can show screens.
        RegisterFout: there is no register.
        SessieFout: tmux is not installed.
    """
    bekijk_terminal()
    if not register.exists():
        raise RegisterFout(f"er is geen register in {register}; vraag wie de server beheert")
    app = [sys.executable, "-I", "-m", "tui", "app", "--register", str(register), "--door", door]
    if tmux is not None and not zonder_schermen():
        app = _in_tmux(app, door, register, tmux)
    os.execv(app[0], app)  # noqa: S606 (no shell is the point)


def _in_tmux(app: list[str], door: str, register: Path, instelling: Path) -> list[str]:
    """Give the command that shows the app as it was left, or starts it."""
    programma = shutil.which("tmux")
    if programma is None:
        raise SessieFout("tmux staat niet op de server; vraag wie de server beheert")
    if not _kent(os.environ["TERM"]):
        os.environ["TERM"] = _TERMINAL
    # a server per person, so that nobody reaches another's screen through a name alike, and in it
    # a session per register
    sessie = str(register.absolute()).replace(".", "_").replace(":", "_")
    tmux = [programma, "-u", "-L", f"vavo-{door}", "-f", str(instelling)]
    nieuw = ["new-session", "-A", "-D", "-s", sessie, "/bin/sh", "-c", _DAN_ENTER, "vavo"]
    return [*tmux, *nieuw, *app]


def _kent(terminal: str) -> bool:
    """Whether this machine has a description of that kind of terminal, as tmux needs."""
    try:
        curses.setupterm(terminal)
    except curses.error:
        return False
    return True


def noteer(door: str, wat: str, *, adres: str = "/dev/log") -> None:
    """Write in the system's log who did what; a machine without one has only sshd's."""
    regel = f"<{syslog.LOG_AUTHPRIV | syslog.LOG_INFO}>vavo[{os.getpid()}]: {door}: {wat}"
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.settimeout(1)
        log.connect(adres)
        log.send(regel.encode())
