"""The files with which sshd starts this program, and who they say somebody is."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template

from attrs import frozen

from register.fouten import InvoerFout
from register.gegevens import gegevensmap

SOORTEN = (
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
)
"""Kinds of public keys, as OpenSSH names them."""

_NAAM = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*")
_NAAM_LENGTE = 32
_PAD = re.compile(r"(?:/[A-Za-z0-9._-]+)+")


@frozen(kw_only=True)
class Sleutel:
    """A public key, and whose it is.

    Attributes:
        naam: the person, as in the history.
        soort: kind of key.
        inhoud: the key, in base64.
    """

    naam: str
    soort: str
    inhoud: str


@frozen(kw_only=True)
class Server:
    """Where everything is on the server.

    Attributes:
        plaats: folder for what sshd starts.
        programma: `vavo`.
        register: the register.
        tmux: whether a dropped line can be picked up again.
    """

    plaats: str
    programma: str
    register: str
    tmux: bool

    def __attrs_post_init__(self) -> None:
        for pad in (self.plaats, self.programma, self.register):
            if not _PAD.fullmatch(pad):
                raise InvoerFout(
                    f"{pad!r} is geen volledig pad van letters, cijfers, punten en streepjes"
                )


class _Sjabloon(Template):
    """Text with `%{name}` to fill in, for `$` belongs to the shell."""

    delimiter = "%"


def bestanden_voor_accounts(server: Server, groep: str) -> dict[str, str]:
    """Give the files for administrators with an account each, all in one group.

    Raises:
        InvoerFout: no name of a group.
    """
    return {
        "sshd_vavo.conf": _vul("accounts.conf", server, groep=_gekeurd(groep)),
        **_gedeeld(server),
    }


def bestanden_voor_sleutels(
    server: Server, account: str, sleutels: Sequence[Sleutel]
) -> dict[str, str]:
    """Give the files for administrators who share an account and have a key each.

    Raises:
        InvoerFout: no name of an account.
    """
    regels = (
        f'restrict,pty,command="{server.plaats}/sessie {een.naam}" {een.soort} {een.inhoud}\n'
        for een in sleutels
    )
    return {
        "sshd_vavo.conf": _vul("sleutels.conf", server, account=_gekeurd(account)),
        **_gedeeld(server),
        "sleutels": "".join(regels),
    }


def _gedeeld(server: Server) -> dict[str, str]:
    met_tmux = f" --tmux {server.plaats}/tmux.conf" if server.tmux else ""
    sessie = _vul(
        "sessie", server, programma=server.programma, register=server.register, tmux=met_tmux
    )
    return {"sessie": sessie} | ({"tmux.conf": _lees("tmux.conf")} if server.tmux else {})


def _vul(naam: str, server: Server, **waarden: str) -> str:
    return _Sjabloon(_lees(naam)).substitute(waarden, plaats=server.plaats)


def _lees(naam: str) -> str:
    return (gegevensmap() / "beheer" / naam).read_text(encoding="utf-8")


def schrijf(bestanden: Mapping[str, str], map_: Path) -> None:
    """Write the files into a folder; what sshd starts can be executed."""
    for naam, inhoud in bestanden.items():
        pad = map_ / naam
        pad.write_text(inhoud, encoding="utf-8")
        pad.chmod(0o755 if naam == "sessie" else 0o644)


def lees_sleutelbestand(pad: Path) -> list[Sleutel]:
    """Read a file of names and keys; see `lees_sleutels`.

    Raises:
        InvoerFout: as there, or it is not UTF-8.
    """
    try:
        tekst = pad.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InvoerFout(f"{pad.name} is niet te lezen; bewaar het bestand als UTF-8") from None
    return lees_sleutels(tekst)


def lees_sleutels(tekst: str) -> list[Sleutel]:
    """Read a list of names and keys.

    Args:
        tekst: per line a name, and a key as it stands in a `.pub` file; `#` begins a remark.

    Raises:
        InvoerFout: the first line that is something else, or a key that two people have.
    """
    sleutels: dict[str, Sleutel] = {}
    for nummer, een in _regels(tekst):
        eerder = sleutels.setdefault(een.inhoud, een)
        if eerder.naam != een.naam:
            raise InvoerFout(f"deze sleutel is al van {eerder.naam}", regel=nummer)
    if not sleutels:
        raise InvoerFout("er staat geen enkele sleutel in")
    return list(sleutels.values())


def _regels(tekst: str) -> Iterator[tuple[int, Sleutel]]:
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        if not regel.strip() or regel.lstrip().startswith("#"):
            continue
        try:
            yield nummer, _sleutel(regel)
        except InvoerFout as fout:
            raise InvoerFout(fout.tekst, regel=nummer) from None


def _sleutel(regel: str) -> Sleutel:
    """Read one line; the remark at the end of a key is not kept."""
    naam, soort, inhoud, *_ = [*regel.split(maxsplit=3), "", "", ""]
    if soort not in SOORTEN:
        raise InvoerFout(f"na de naam komt een openbare sleutel ({', '.join(SOORTEN)})")
    try:
        eerste, *rest = _velden(base64.b64decode(inhoud, validate=True))
    except ValueError:
        eerste, rest = b"", []
    if eerste != soort.encode() or not rest:
        raise InvoerFout("de sleutel is niet heel: neem de regel uit het .pub-bestand over")
    return Sleutel(naam=_gekeurd(naam), soort=soort, inhoud=inhoud)


def _velden(kern: bytes) -> Iterator[bytes]:
    """Cut a key into its fields, each with its length before it.

    Raises:
        ValueError: it ends too soon.
    """
    while kern:
        einde = 4 + int.from_bytes(kern[:4], "big")
        if len(kern) < einde:
            raise ValueError
        yield kern[4:einde]
        kern = kern[einde:]


def _gekeurd(naam: str) -> str:
    """Give a name back that can mean nothing else to a shell, to sshd or to tmux."""
    if not _NAAM.fullmatch(naam) or len(naam) > _NAAM_LENGTE:
        raise InvoerFout(
            f"{naam!r} is geen naam: hoogstens {_NAAM_LENGTE} kleine letters, cijfers, punten en"
            " streepjes, met een letter voorop"
        )
    return naam
