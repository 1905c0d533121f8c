"""`vavo vakkentabel`: show, compare and replace vakkentabellen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from register.fouten import InvoerFout

if TYPE_CHECKING:
    from examen.vakkentabel import Vakkentabel, Vakregel
    from examen.vakkentabel_csv import Inlezing
    from examen.vakkentabel_verschil import Vakverschil

NIVEAUS = ("VMBO_GL", "VMBO_TL", "HAVO", "VWO")
_CSV = click.Path(exists=True, dir_okay=False, path_type=Path)
_MAG_AFBREKEN = {"naam", "verandert"}
_VOORBEELDEN = 5
_BREEDTE_ZONDER_TERMINAL = 120


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo vakkentabel toon
      vavo vakkentabel toon 2025 --niveau HAVO
      vavo vakkentabel verschil 2024 2025
      vavo vakkentabel importeer 2026 vakkentabel.csv
    """
)
def vakkentabel() -> None:
    """Toon, vergelijk en vervang vakkentabellen.

    De vakkentabel zegt per examenregime en niveau welke vakken er zijn, en of een beoordeling of
    cijfer SE, een cijfer CE en een eindcijfer verplicht (V), optioneel (O) of leeg (L) is.
    """


@vakkentabel.command(
    epilog="""\b
    Voorbeelden:
      vavo vakkentabel toon                       alle regimes
      vavo vakkentabel toon 2025                  alle vakken van 2025
      vavo vakkentabel toon 2025 --niveau HAVO
      vavo vakkentabel toon --vak 1020            één vak door de jaren heen
      vavo vakkentabel toon 2025 --vak econ       ook op naam of afkorting
      vavo vakkentabel toon 2025 --csv > vt.csv   in de vorm van DUO
    """
)
@click.argument("regime", type=int, required=False, metavar="[REGIME]")
@click.option(
    "--niveau", type=click.Choice(NIVEAUS, case_sensitive=False), help="Alleen dit niveau."
)
@click.option(
    "--vak", metavar="VAK", help="Alleen dit vak: vakcode, afkorting of deel van de naam."
)
@click.option("--csv", "als_csv", is_flag=True, help="Schrijf de tabel van REGIME als CSV van DUO.")
def toon(regime: int | None, niveau: str | None, vak: str | None, als_csv: bool) -> None:
    """Toon een vakkentabel, of wat er per regime is."""
    from examen.vakkentabel import regimes
    from examen.vakkentabel_csv import als_duo_csv

    if als_csv:
        if regime is None:
            raise click.UsageError("geef bij --csv een REGIME.")
        click.echo(als_duo_csv(_tabel(regime)), nl=False)
        return
    if regime is None and niveau is None and vak is None:
        _toon_overzicht([_tabel(jaar) for jaar in regimes()])
        return
    tabellen = [_tabel(jaar) for jaar in ([regime] if regime is not None else regimes())]
    gevonden = [
        (tabel, regel)
        for tabel in tabellen
        for regel in tabel.vakken
        if niveau in (None, regel.niveau) and (vak is None or _is_vak(regel, vak))
    ]
    if not gevonden:
        raise click.UsageError("geen vak gevonden.")
    _toon_vakken(gevonden)


@vakkentabel.command(
    epilog="""\b
    Voorbeelden:
      vavo vakkentabel verschil 2024 2025
      vavo vakkentabel verschil 2025 vakkentabel.csv
    """
)
@click.argument("regime", type=int, metavar="REGIME")
@click.argument("ander", metavar="REGIME2|CSV")
def verschil(regime: int, ander: str) -> None:
    """Toon wat er verandert van REGIME naar REGIME2, of naar de CSV van DUO."""
    from examen.vakkentabel_verschil import verschil as verschil_tussen

    oud = _tabel(regime)
    if ander.isdigit():
        nieuw = _tabel(int(ander))
    else:
        pad = _CSV.convert(ander, None, click.get_current_context())
        nieuw = _ingelezen(pad, oud, regime)[1]
    _toon_verschil(verschil_tussen(oud, nieuw))


@vakkentabel.command(
    epilog="""\b
    Voorbeelden:
      vavo vakkentabel importeer 2026 vakkentabel.csv               proef: toon alleen
      vavo vakkentabel importeer 2026 vakkentabel.csv --register school.db
      vavo vakkentabel importeer 2026 vakkentabel.csv --toepassen

    Afsluitcode: 0 gelukt, 2 fout in het bestand (er verandert dan niets).
    """
)
@click.argument("regime", type=int, metavar="REGIME")
@click.argument("csv", type=_CSV, metavar="CSV")
@click.option(
    "--register",
    "register",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Register waarin de examenresultaten staan die het raakt.",
)
@click.option("--toepassen", is_flag=True, help="Schrijf de nieuwe tabel; anders is het een proef.")
def importeer(regime: int, csv: Path, register: Path | None, toepassen: bool) -> None:
    """Vervang de vakkentabel van REGIME door de CSV van DUO.

    Toont welke vakken veranderen en welke examenresultaten in het register dat raakt. Niveaus die
    niet in de CSV staan, blijven zoals ze waren.
    """
    from examen.vakkentabel import lees_vakkentabel, regimes, vakkentabelpad
    from examen.vakkentabel_verschil import verschil as verschil_tussen
    from tui.plaats import standaardregister

    eerste, laatste = regimes()[0], regimes()[-1]
    if not eerste - 1 <= regime <= laatste + 1:
        raise click.UsageError(
            f"regime {regime} sluit niet aan op {eerste} tot en met {laatste}; "
            "tussen twee vakkentabellen mag geen jaar ontbreken."
        )
    oud = lees_vakkentabel(min(max(regime, eerste), laatste))
    inlezing, nieuw = _ingelezen(csv, oud, regime)
    verschillen = verschil_tussen(oud, nieuw)
    if oud.regime != regime:
        click.echo(f"Regime {regime} is nieuw; vergeleken met {oud.regime}.")
    _toon_verschil(verschillen)
    _toon_inlezing(inlezing)
    register = register or standaardregister()
    if register.exists():
        _toon_geraakt(register, verschillen, regime)
    else:
        click.echo(f"Er is geen register {register}; wie het raakt is niet bepaald.")
    pad = vakkentabelpad(regime)
    if toepassen:
        _schrijf(pad, nieuw)
        click.echo(f"Geschreven: {pad.name}. Reken nu: vavo herbereken --regime {regime}")
    else:
        click.echo("Dit was een proef; met --toepassen wordt de tabel geschreven.")


def _is_vak(regel: Vakregel, gezocht: str) -> bool:
    if gezocht.isdigit():
        return regel.vakcode == gezocht.zfill(4)
    gezocht = gezocht.casefold()
    return gezocht == regel.afkorting.casefold() or gezocht in regel.naam.casefold()


def _tabel(regime: int) -> Vakkentabel:
    from examen.vakkentabel import lees_vakkentabel, regimes

    if regime not in (jaren := regimes()):
        raise click.UsageError(
            f"er is geen vakkentabel van regime {regime}; wel van {jaren[0]} t/m {jaren[-1]}."
        )
    return lees_vakkentabel(regime)


def _ingelezen(pad: Path, oud: Vakkentabel, regime: int) -> tuple[Inlezing, Vakkentabel]:
    """Read DUO's file; with any problem say them all and stop."""
    from examen.vakkentabel_csv import lees_duo_csv

    inlezing = lees_duo_csv(pad.read_bytes(), oud=oud, regime=regime, bestand=pad.name)
    if inlezing.tabel is None:
        for probleem in inlezing.problemen:
            click.echo(f"{pad.name}: {probleem}", err=True)
        raise InvoerFout(f"{pad.name}: {len(inlezing.problemen)} fout(en), niets overgenomen")
    return inlezing, inlezing.tabel


def _toon_geraakt(pad: Path, verschillen: tuple[Vakverschil, ...], regime: int) -> None:
    """Say how many stored examenresultaten have a subject that changes, and name a few."""
    from examen.model import Examenresultaat
    from examen.vakkentabel_verschil import geraakt
    from register.opslag import Register

    volgnummers: list[str] = []
    with Register.open(pad, alleen_lezen=True) as register:
        for standen in register.partities(Examenresultaat):
            frames = register.kolommen(Examenresultaat, standen=standen)
            volgnummers += geraakt(frames, verschillen, regime).to_list()
    voorbeelden = ", ".join(volgnummers[:_VOORBEELDEN])
    meer = ", …" if len(volgnummers) > _VOORBEELDEN else ""
    click.echo(
        f"In {pad.name}: {len(volgnummers)} examenresultaten van {regime} met zo'n vak"
        + (f" ({voorbeelden}{meer})." if volgnummers else ".")
    )


def _schrijf(pad: Path, tabel: Vakkentabel) -> None:
    from examen.vakkentabel import als_toml
    from register.bestand import vervangend

    with vervangend(pad) as nieuw:
        nieuw.write_text(als_toml(tabel), encoding="utf-8", newline="\n")
        nieuw.chmod(0o644)  # it holds no persons


def _toon_overzicht(tabellen: list[Vakkentabel]) -> None:
    rijen = []
    opmerkingen: dict[str, list[str]] = {}
    for tabel in tabellen:
        per_niveau = [str(sum(v.niveau == niveau for v in tabel.vakken)) for niveau in NIVEAUS]
        per_zekerheid = [
            str(sum(v.zekerheid == zekerheid for v in tabel.vakken))
            for zekerheid in ("hoog", "midden", "laag")
        ]
        rijen.append([str(tabel.regime), *per_niveau, *per_zekerheid])
        opmerkingen.setdefault(tabel.opmerking, []).append(str(tabel.regime))
    _toon(["regime", *NIVEAUS, "zeker: hoog", "midden", "laag"], rijen)
    for opmerking, regimes in opmerkingen.items():
        click.echo(f"{', '.join(regimes)}: {opmerking}")


def _toon_vakken(gevonden: list[tuple[Vakkentabel, Vakregel]]) -> None:
    from examen.vakkentabel_csv import INDICATIES

    kop = ["regime", "niveau", "vak", "naam", "beo", "SE", "CE", "eind", "lijst", "comb", "zeker"]
    rijen = [
        [
            str(tabel.regime),
            vak.niveau,
            vak.vakcode,
            f"{vak.naam} ({vak.kernvak or vak.beroepsgericht})"
            if vak.kernvak or vak.beroepsgericht
            else vak.naam,
            *(getattr(vak, veld).value for veld in INDICATIES),
            vak.zekerheid,
        ]
        for tabel, vak in gevonden
    ]
    _toon(kop, rijen)
    bronnen = {vak.bron: tabel.bronnen[vak.bron] for tabel, vak in gevonden}
    for bron in bronnen.values():
        click.echo(f"Bron: {bron}.")


def _toon_verschil(verschillen: tuple[Vakverschil, ...]) -> None:
    from examen.vakkentabel_csv import INDICATIES, TOEGESTAAN

    kolommen = INDICATIES | {"combinatiecijfer_toegestaan": TOEGESTAAN}
    if not verschillen:
        click.echo("Geen verschil.")
        return
    rijen = [
        [
            anders.soort,
            anders.vak.niveau,
            anders.vak.vakcode,
            anders.vak.naam,
            "\n".join(
                f"{kolommen.get(veld, veld)}: {_waarde(voor)} \u2192 {_waarde(na)}"
                for veld, (voor, na) in anders.velden.items()
            ),
        ]
        for anders in verschillen
    ]
    _toon(["wat", "niveau", "vak", "naam", "verandert"], rijen)
    aantallen = (
        f"{soort} {sum(anders.soort == soort for anders in verschillen)}"
        for soort in ("erbij", "weg", "anders")
    )
    click.echo(f"Vakken: {', '.join(aantallen)}.")


def _waarde(waarde: Any) -> str:
    return {True: "J", False: "N", None: "-"}.get(waarde, str(waarde))


def _toon_inlezing(inlezing: Inlezing) -> None:
    click.echo(f"In het bestand: {', '.join(inlezing.niveaus)}.")
    if inlezing.overgeslagen:
        click.echo(f"Overgeslagen: {inlezing.overgeslagen} regels van vmbo-bb en vmbo-kb.")
    for vak in inlezing.nieuw:
        click.echo(
            f"Nieuw vak {vak.vakcode} ({vak.niveau}) {vak.naam}: "
            "zie na of de officiële naam, de afkorting en kernvak kloppen."
        )


def _toon(kop: list[str], rijen: list[list[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    tabel = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False)
    for naam in kop:
        tabel.add_column(naam, no_wrap=naam not in _MAG_AFBREKEN, overflow="fold")
    for rij in rijen:
        tabel.add_row(*rij)
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = _BREEDTE_ZONDER_TERMINAL
    console.print(tabel)
