"""`vavo beheer`: files for sshd out, hostile names and keys refused, one line read safely."""

from __future__ import annotations

import base64
import os
import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from register.fouten import InvoerFout, VavoFout
from tui.opdrachten import hoofd
from tui.werk.sessie import TOEGESTAAN, lees_verzoek, noteer
from tui.werk.ssh import SOORTEN, lees_sleutelbestand, lees_sleutels

VAST = ("--programma", "/opt/vavo/bin/vavo")


def vavo(*woorden: str | Path) -> Result:
    return CliRunner().invoke(hoofd, ["beheer", "ssh", *VAST, *map(str, woorden)])


def sleutel(soort: str = "ssh-ed25519", nummer: int = 1) -> str:
    """A key that looks like one; nobody has the other half."""
    velden = (soort.encode(), bytes([nummer]) * 32)
    kern = b"".join(len(veld).to_bytes(4, "big") + veld for veld in velden)
    return f"{soort} {base64.b64encode(kern).decode()}"


def test_eigen_accounts_krijgen_een_groep_en_geen_sleutels(tmp_path: Path) -> None:
    gevonden = vavo("--groep", "examens", "--uit", tmp_path)

    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert {"sshd_vavo.conf": 0o644, "sessie": 0o755, "tmux.conf": 0o644} == {
        pad.name: pad.stat().st_mode & 0o777 for pad in tmp_path.iterdir()
    }
    sshd = (tmp_path / "sshd_vavo.conf").read_text("utf-8").splitlines()
    assert "Match Group examens" in sshd
    assert "    ForceCommand /etc/vavo/sessie" in sshd
    assert "    DisableForwarding yes" in sshd


def test_eigen_sleutels_krijgen_ieder_een_regel_zonder_de_opmerking(tmp_path: Path) -> None:
    lijst = tmp_path / "namen.txt"
    lijst.write_text(
        "# wie en waarmee\n\n"
        f"a.jansen {sleutel(nummer=1)} laptop\n"
        f'a.jansen {sleutel(nummer=2)} "$(reboot)" command="sh"\n'
        f"c.bakker {sleutel('ssh-rsa')}\r\n",
        newline="",
    )
    uit = tmp_path / "uit"
    uit.mkdir()
    gevonden = vavo("--sleutels", lijst, "--account", "examens", "--plaats", "/opt/x", "--uit", uit)

    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert [
        f'restrict,pty,command="/opt/x/sessie a.jansen" {sleutel(nummer=1)}',
        f'restrict,pty,command="/opt/x/sessie a.jansen" {sleutel(nummer=2)}',
        f'restrict,pty,command="/opt/x/sessie c.bakker" {sleutel("ssh-rsa")}',
    ] == (uit / "sleutels").read_text("utf-8").splitlines()
    sshd = (uit / "sshd_vavo.conf").read_text("utf-8")
    assert "Match User examens\n    AuthorizedKeysFile /opt/x/sleutels\n" in sshd
    assert "ForceCommand" not in sshd, "zou voor elke sleutel hetzelfde starten"


def test_wat_er_staat_is_precies_wat_op_zijn_plaats_te_zetten_is(tmp_path: Path) -> None:
    uitvoer = vavo("--uit", tmp_path).stdout

    for pad in tmp_path.iterdir():
        assert f" {pad} /etc/" in uitvoer
    assert f"install -m 0755 {tmp_path}/sessie /etc/vavo\n" in uitvoer
    assert "/etc/ssh/sshd_config.d/vavo.conf\n" in uitvoer


def test_zonder_map_komt_alles_op_het_scherm_en_nergens_anders(tmp_path: Path) -> None:
    gevonden = CliRunner().invoke(hoofd, ["beheer", "ssh", *VAST])

    assert "==> sessie <==\n#!/bin/sh\n" in gevonden.stdout
    assert "/opt/vavo/bin/vavo beheer sessie --register /srv/vavo/register.db" in gevonden.stdout
    assert "==> tmux.conf <==" in gevonden.stdout
    assert [] == list(tmp_path.iterdir())


def test_zonder_tmux_is_er_niets_van_tmux() -> None:
    assert "tmux" not in vavo("--zonder-tmux").stdout


@pytest.mark.parametrize("keuze", [("--groep", "x", "--sleutels", __file__), ("--account", "x")])
def test_wat_niet_samengaat_wordt_gezegd(keuze: tuple[str, ...]) -> None:
    gevonden = vavo(*keuze)

    assert 2 == gevonden.exit_code
    assert "--account hoort bij --sleutels" in gevonden.stderr


VALSE_NAMEN = [
    *("", "A.Jansen", "jansen;reboot", "$(reboot)", "`id`", '"', "'", "..", "a..b", ".a", "-o"),
    *("a/b", "a\\b", "é", "a\x00b", "a%u", "a*", "a,b", "a\u2028b", "j" * 33, "a."),
]


@pytest.mark.parametrize("naam", [*VALSE_NAMEN, "a b", "a\tb", "a\nForceCommand sh"])
@pytest.mark.parametrize("optie", ["--groep", "--account"])
def test_een_vreemde_naam_van_groep_of_account_wordt_geweigerd(
    naam: str, optie: str, tmp_path: Path
) -> None:
    lijst = tmp_path / "namen.txt"
    lijst.write_text(f"a.jansen {sleutel()}\n")
    gevonden = vavo(optie, naam, *(["--sleutels", lijst] if optie == "--account" else []))

    if naam:
        assert (2, "") == (gevonden.exit_code, gevonden.stdout)
        assert "is geen naam" in gevonden.stderr
    else:
        assert "vavo" in gevonden.stdout


@pytest.mark.parametrize("optie", ["--register", "--plaats", "--programma"])
@pytest.mark.parametrize(
    "pad",
    ["", "vavo", "/a b", "/a;b", "/a\nb", "/$x", "/a'", '/a"', "/%h", "/a/", "/", "/é", "~/x"],
)
def test_een_vreemd_pad_wordt_geweigerd(optie: str, pad: str) -> None:
    gevonden = vavo(optie, pad)

    assert (2, "") == (gevonden.exit_code, gevonden.stdout)
    assert "is geen volledig pad" in gevonden.stderr


@pytest.mark.parametrize("naam", [n for n in VALSE_NAMEN if n.split() == [n]])
def test_een_vreemde_naam_bij_een_sleutel_wordt_geweigerd(naam: str) -> None:
    with pytest.raises(InvoerFout, match=r"regel 2: .* is geen naam"):
        lees_sleutels(f"a.jansen {sleutel()}\n{naam} {sleutel(nummer=2)}\n")


_HEEL = sleutel().split()[1]


@pytest.mark.parametrize(
    "regel",
    [
        "a.jansen",
        "a.jansen ssh-ed25519",
        f"ssh-ed25519 {_HEEL}",
        f'a.jansen command="sh" ssh-ed25519 {_HEEL}',
        f"a.jansen ssh-dss {_HEEL}",
        f"a.jansen ssh-rsa {_HEEL}",
        f"a.jansen ssh-ed25519 {_HEEL[:-8]}",
        f"a.jansen ssh-ed25519 {_HEEL}AAAA",
        f"a.jansen ssh-ed25519 {_HEEL[:20]}$(id){_HEEL[20:]}",
        f"a.jansen ssh-ed25519 {_HEEL[:20]}\x00{_HEEL[20:]}",
        "a.jansen ssh-ed25519 AAAA",
        f"a.jansen ssh-ed25519 {base64.b64encode(b'ssh-ed25519').decode()}",
    ],
)
def test_wat_geen_hele_sleutel_is_wordt_geweigerd(regel: str) -> None:
    with pytest.raises(InvoerFout, match=r"^regel 1: "):
        lees_sleutels(regel)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_soort_sleutel_wordt_gelezen(soort: str) -> None:
    assert [("a.jansen", soort)] == [
        (een.naam, een.soort) for een in lees_sleutels(f"a.jansen {sleutel(soort)} thuis\n")
    ]


def test_een_sleutel_is_van_een_persoon() -> None:
    with pytest.raises(InvoerFout, match=r"regel 2: deze sleutel is al van a\.jansen"):
        lees_sleutels(f"a.jansen {sleutel()}\nc.bakker {sleutel()}\n")
    assert 1 == len(lees_sleutels(f"a.jansen {sleutel()}\na.jansen {sleutel()} thuis\n"))


def test_een_lijst_zonder_sleutels_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout, match="geen enkele sleutel"):
        lees_sleutels("# nog niemand\n")


def verzoek(regel: str) -> tuple[tuple[str, ...], dict[str, object]]:
    gelezen = lees_verzoek(regel, door="a.jansen", register=Path("/srv/vavo/register.db"))
    return gelezen.woorden, gelezen.vast


@pytest.mark.parametrize(
    ("regel", "woorden", "vast"),
    [
        ("reken", ["reken"], {"reken": {}}),
        ("vavo reken -", ["reken", "-"], {"reken": {}}),
        ("signaal 'Cijfer SE'", ["signaal", "Cijfer SE"], {"signaal": {}}),
        (
            "herbereken --toepassen --reden 'nieuwe tabel'",
            ["herbereken", "--toepassen", "--reden", "nieuwe tabel"],
            {"herbereken": {"door": "a.jansen", "pad": "/srv/vavo/register.db"}},
        ),
        (
            "bericht lijst",
            ["bericht", "lijst"],
            {"bericht": {"lijst": {"pad": "/srv/vavo/register.db"}}},
        ),
    ],
)
def test_een_verzoek_krijgt_van_de_server_wie_en_welk_register(
    regel: str, woorden: list[str], vast: dict[str, object]
) -> None:
    assert (tuple(woorden), vast) == verzoek(regel)


@pytest.mark.parametrize(
    "regel",
    [
        *(
            "app",
            "vavo",
            "vavo vavo reken",
            "invoer -",
            "lever x",
            "demo",
            "bericht maak",
            "; reken",
        ),
        *("bericht", "bericht --help lijst", "REKEN", "/usr/bin/vavo reken", "reken\nsh", "--help"),
        *("reken x", "reken ./-", "reken -- -x", "herbereken --register=x", "signaal '"),
        *("herbereken --door x", "herbereken --door=", "herbereken --door", "reken --onbekend"),
    ],
)
def test_wat_de_server_niet_doet_wordt_een_fout(regel: str) -> None:
    with pytest.raises((VavoFout, click.UsageError)):
        verzoek(regel)


@pytest.mark.parametrize("naam", TOEGESTAAN, ids=" ".join)
def test_elke_opdracht_van_de_lijst_bestaat_en_heeft_hulp(naam: tuple[str, ...]) -> None:
    assert (*naam, "--help") == verzoek(" ".join((*naam, "--help")))[0]
    assert 0 == CliRunner().invoke(hoofd, [*naam, "--help"]).exit_code


def test_het_systeem_noteert_wie_wat_deed(tmp_path: Path) -> None:
    adres = tmp_path / "log"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(str(adres))
        noteer("a.jansen", "herbereken", adres=str(adres))

        assert f"<86>vavo[{os.getpid()}]: a.jansen: herbereken" == log.recv(1000).decode()


def test_zonder_systeemlog_gaat_alles_door(tmp_path: Path) -> None:
    noteer("a.jansen", "app", adres=str(tmp_path / "log"))

    assert [] == list(tmp_path.iterdir())


def test_een_lijst_die_geen_utf8_is_wordt_met_zijn_naam_geweigerd(tmp_path: Path) -> None:
    lijst = tmp_path / "namen.txt"
    lijst.write_text(f"a.jansen {sleutel()}\n", encoding="utf-16")
    with pytest.raises(InvoerFout, match=r"namen\.txt is niet te lezen"):
        lees_sleutelbestand(lijst)

    lijst.write_text(f"a.jansen {sleutel()}\n", encoding="utf-8-sig")

    assert ["a.jansen"] == [een.naam for een in lees_sleutelbestand(lijst)]
