"""A real OpenSSH server on this machine with throw-away keys, to log in to as administrators do."""

from __future__ import annotations

import grp
import os
import pty
import pwd
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from click.testing import CliRunner

from tests.tui.terminal import Terminal
from tui.opdrachten import hoofd

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
IK = pwd.getpwuid(os.getuid()).pw_name

_GULLE_SERVER = """\
ListenAddress 127.0.0.1
HostKey {map_}/hostkey
PidFile none
UsePAM no
StrictModes no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
AuthorizedKeysFile {map_}/{account}.pub
AllowTcpForwarding yes
PermitUserEnvironment yes
AcceptEnv *
Subsystem sftp internal-sftp
Include {map_}/sshd_vavo.conf
"""
"""A server that allows far too much, so that a refusal is the work of our own files."""


def waarom_niet() -> str:
    """Say why there can be no server here; nothing when there can."""
    if SSHD is None or shutil.which("ssh") is None:
        return "OpenSSH ontbreekt (apt-get install openssh-server)"
    if shutil.which("tmux") is None:
        return "tmux ontbreekt (apt-get install tmux)"
    if os.getuid() == 0 and not Path("/run/sshd").is_dir():
        return "sshd van root wil een map (mkdir -m 0755 /run/sshd)"
    if os.getuid() != 0 and not _terminals_zijn_van_tty():
        return "sshd kan hier zonder root geen terminal geven (/dev/pts zonder gid van tty)"
    return ""


def _terminals_zijn_van_tty() -> bool:
    """Whether a new terminal has its group already, which only root can give it."""
    meester, slaaf = pty.openpty()
    groep = os.fstat(slaaf).st_gid
    os.close(meester)
    os.close(slaaf)
    return "tty" in {een.gr_name for een in grp.getgrall() if een.gr_gid == groep}


class SshServer:
    """Serves the files of `vavo beheer ssh`, and has a key for each administrator."""

    def __init__(
        self, map_: Path, register: Path, *, namen: Iterable[str] = (), tmux: bool = True
    ) -> None:
        """Make keys and files.

        Args:
            map_: an empty folder, for everything of this server.
            register: what administrators work in.
            namen: who they are, all in this account; without names it is the account itself.
            tmux: whether a dropped line can be picked up.
        """
        self._map = map_
        self._register = register
        self._namen = tuple(namen)
        for naam in ("hostkey", *(self._namen or [IK])):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "wegwerp", "-f", map_ / naam],
                check=True,
            )
        self._maak_bestanden(tmux=tmux)
        (map_ / "sshd_config").write_text(_GULLE_SERVER.format(map_=map_, account=IK))

    def _maak_bestanden(self, *, tmux: bool) -> None:
        opties = [
            *("--register", self._register, "--plaats", self._map, "--uit", self._map),
            *("--programma", Path(sys.executable).with_name("vavo")),
        ]
        if self._namen:
            lijst = self._map / "namen.txt"
            lijst.write_text("".join(f"{naam} {self.openbaar(naam)}\n" for naam in self._namen))
            opties += ["--sleutels", lijst, "--account", IK]
        else:
            opties += ["--groep", grp.getgrgid(os.getgid()).gr_name]
        if not tmux:
            opties += ["--zonder-tmux"]
        gemaakt = CliRunner().invoke(hoofd, ["beheer", "ssh", *map(str, opties)])
        assert 0 == gemaakt.exit_code, gemaakt.output

    def openbaar(self, naam: str) -> str:
        """Give the public key of somebody."""
        return (self._map / f"{naam}.pub").read_text().strip()

    def __enter__(self) -> Self:
        assert SSHD is not None
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            self.poort = vrij.getsockname()[1]
        bekend = f"[127.0.0.1]:{self.poort} {self.openbaar('hostkey')}\n"
        (self._map / "bekend").write_text(bekend)
        log = self._map / "sshd.log"
        self._proces = subprocess.Popen(
            [SSHD, "-D", "-f", self._map / "sshd_config", "-p", str(self.poort), "-E", log]
        )
        wacht(lambda: self._luistert() or self._proces.poll() is not None)
        assert self._proces.poll() is None, log.read_text()
        return self

    def _luistert(self) -> bool:
        with socket.socket() as poging:
            return poging.connect_ex(("127.0.0.1", self.poort)) == 0

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._proces.terminate()
        self._proces.wait()
        sessie = str(self._register).replace(".", "_")
        for naam in self._namen:
            subprocess.run(
                ["tmux", "-L", f"vavo-{naam}", "kill-session", "-t", f"={sessie}"],
                capture_output=True,
                check=False,
            )

    def apps(self) -> list[int]:
        """Give the processes of the app that are open on this server."""
        alle = subprocess.run(
            ["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True
        ).stdout
        app = rf"-I -m tui app --register {re.escape(str(self._register))} "
        return [int(nr) for nr in re.findall(rf"^ *(\d+) \S+ {app}", alle, re.MULTILINE)]

    def inlog(self, naam: str = IK, *opties: str) -> list[str]:
        """Give the command with which somebody logs in; what they ask comes after it."""
        vast = {
            "UserKnownHostsFile": self._map / "bekend",
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        gezet = [woord for naam_, waarde in vast.items() for woord in ("-o", f"{naam_}={waarde}")]
        sleutel = ["-i", str(self._map / naam), "-p", str(self.poort)]
        return ["ssh", "-F", "none", *gezet, *sleutel, *opties, f"{IK}@127.0.0.1"]

    def opdracht(
        self, *woorden: str, naam: str = IK, opties: Iterable[str] = (), invoer: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Ask one command without a terminal, and wait for its answer."""
        return subprocess.run(
            [*self.inlog(naam, *opties), *woorden],
            input=invoer,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def terminal(self, naam: str = IK, *opties: str, **maat: int) -> Terminal:
        """Log in on a terminal of its own; as many at once as one likes."""
        return Terminal(self.inlog(naam, *opties), **maat)


def wacht(totdat: Callable[[], bool], *, hoogstens: float = 20) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it did not become so in time.
    """
    einde = time.monotonic() + hoogstens
    while not totdat():
        assert time.monotonic() < einde, "het duurde te lang"
        time.sleep(0.02)
