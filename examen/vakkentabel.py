"""The vakkentabel: per examenregime and niveau, which results each subject has.

One file per regime under data/vakkentabel/, in the words and indicaties of DUO's own table.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import attrs
import msgspec
import tomli_w
from platformdirs import user_cache_dir

from examen.model import NIVEAUS
from register.bestand import vervangend
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel


class Indicatie(StrEnum):
    """Whether a result must, may or cannot be there (manual h6, "conform de vakkentabel")."""

    VERPLICHT = "V"
    OPTIONEEL = "O"
    LEEG = "L"


Beroepsgericht = Literal["profielvak", "keuzevak", "afdelingsvak"]


@attrs.frozen(kw_only=True)
class Vakregel:
    """One subject at one niveau.

    Attributes:
        vakcode: four digits.
        niveau: VMBO_GL, VMBO_TL, HAVO or VWO (atheneum and gymnasium together).
        naam: official name.
        roepnaam: name in daily use.
        afkorting: official abbreviation.
        beroepsgericht: kind of vocational subject of the gemengde leerweg, else None. An
            afdelingsvak (before the profielen) is an ordinary subject for the uitslag.
        beoordeling_se: G, V or O as result of the schoolexamen.
        cijfer_se: mark of the schoolexamen; whole when there is no centraal examen.
        cijfer_ce: mark of the centraal examen.
        eindcijfer: whole final mark; LEEG for a subject that never has one for the uitslag.
        cijferlijst: a mark on the cijferlijst.
        combinatiecijfer: VERPLICHT when an eindcijfer of this subject has to be part of it.
        combinatiecijfer_toegestaan: the subject may be part of it: the indicatie is not LEEG.
        kernvak: the kernvak it is, else None; in vmbo only Nederlands.
        bron: key of the source of the indicaties, see `Vakkentabel.bronnen`.
        zekerheid: how sure that source is.
    """

    vakcode: str
    niveau: str
    naam: str
    roepnaam: str
    afkorting: str
    beroepsgericht: Beroepsgericht | None = None
    beoordeling_se: Indicatie
    cijfer_se: Indicatie
    cijfer_ce: Indicatie
    eindcijfer: Indicatie
    cijferlijst: Indicatie
    combinatiecijfer: Indicatie
    combinatiecijfer_toegestaan: bool
    kernvak: Literal["nederlands", "engels", "wiskunde"] | None = None
    bron: str
    zekerheid: Literal["hoog", "midden", "laag"]


@attrs.frozen(kw_only=True)
class Vakkentabel:
    """The subjects of one examenregime.

    Attributes:
        regime: the examenregime, a year.
        opmerking: where the codes come from and what was carried forward.
        bronnen: short key to full source.
        vakken: ordered by niveau and vakcode.
    """

    regime: int
    opmerking: str
    bronnen: dict[str, str]
    vakken: tuple[Vakregel, ...]


@attrs.frozen(kw_only=True)
class _Bestand:
    """The file as it is written: one [[vak]] per subject."""

    regime: int
    opmerking: str
    bronnen: dict[str, str]
    vak: tuple[Vakregel, ...]


def vakkentabelpad(regime: int) -> Path:
    """Give the file of one regime, whether it exists or not."""
    return gegevensmap() / "vakkentabel" / f"{regime}.toml"


@cache
def regimes() -> tuple[int, ...]:
    """Give the regimes that have a vakkentabel, oldest first.

    Raises:
        TabelFout: when a year is missing in between or a file is not named after a year.
    """
    namen = [pad.name for pad in vakkentabelpad(0).parent.glob("*.toml")]
    for naam in namen:
        if not re.fullmatch(r"[0-9]{4}\.toml", naam):
            raise TabelFout(f"{naam}: een vakkentabel heet naar zijn regime, zoals 2025.toml")
    jaren = sorted(int(naam[:4]) for naam in namen)
    if not jaren:
        raise TabelFout("vakkentabel/: er is geen enkele vakkentabel")
    ontbreekt = sorted(set(range(jaren[0], jaren[-1])) - set(jaren))
    if ontbreekt:
        raise TabelFout(f"vakkentabel/: regime {ontbreekt[0]} ontbreekt")
    return tuple(jaren)


@cache
def lees_vakkentabel(regime: int) -> Vakkentabel:
    """Read and check the vakkentabel of one regime.

    Raises:
        TabelFout: naming the file, the vak and the rule that is broken.
    """
    pad = vakkentabelpad(regime)
    bestand = lees_tabel(pad, _Bestand)
    tabel = Vakkentabel(
        regime=bestand.regime,
        opmerking=bestand.opmerking,
        bronnen=bestand.bronnen,
        vakken=bestand.vak,
    )
    if tabel.regime != regime:
        raise TabelFout(f"{pad.name}: regime is {tabel.regime}, anders dan de bestandsnaam")
    for probleem in problemen(tabel):
        raise TabelFout(f"{pad.name}: {probleem}")
    return tabel


def als_toml(tabel: Vakkentabel) -> str:
    """Give a vakkentabel as the text of its file; reading and writing again changes nothing."""
    vakken = [
        attrs.asdict(vak, filter=lambda _, waarde: waarde is not None) for vak in tabel.vakken
    ]
    return tomli_w.dumps(
        {
            "regime": tabel.regime,
            "opmerking": tabel.opmerking,
            "bronnen": tabel.bronnen,
            "vak": vakken,
        }
    )


def problemen(tabel: Vakkentabel) -> Iterator[str]:
    """Give in Dutch every rule that a vakkentabel breaks, with the vak."""
    gezien: set[tuple[str, str]] = set()
    for vak in tabel.vakken:
        waar = f"vak {vak.vakcode} ({vak.niveau})"
        if (vak.niveau, vak.vakcode) in gezien:
            yield f"{waar}: staat er meer dan één keer in"
        gezien.add((vak.niveau, vak.vakcode))
        if vak.bron not in tabel.bronnen:
            yield f"{waar}: bron {vak.bron!r} staat niet bij de bronnen"
        yield from (f"{waar}: {regel}" for regel in onsamenhangend(vak))


def onsamenhangend(vak: Vakregel) -> Iterator[str]:
    """Give in Dutch every rule that one subject breaks by itself."""
    leeg, verplicht = Indicatie.LEEG, Indicatie.VERPLICHT
    vmbo = vak.niveau.startswith("VMBO")
    if not re.fullmatch("[0-9]{4}", vak.vakcode):
        yield "een vakcode is vier cijfers"
    if vak.niveau not in NIVEAUS:
        yield f"niveau is geen van {', '.join(NIVEAUS)}"
    if vak.beoordeling_se == vak.cijfer_se == verplicht:
        yield "beoordeling SE en cijfer SE zijn allebei verplicht"
    if vak.beoordeling_se == verplicht and vak.eindcijfer == verplicht:
        yield "een vak met een beoordeling heeft geen verplicht eindcijfer"
    if vak.eindcijfer != leeg and vak.cijfer_se == vak.cijfer_ce == leeg:
        yield "er is een eindcijfer, maar geen cijfer SE of CE waar het uit volgt"
    if vak.combinatiecijfer != leeg and not vak.combinatiecijfer_toegestaan:
        yield "telt in het combinatiecijfer, maar dat is niet toegestaan"
    if vak.combinatiecijfer == leeg and vak.combinatiecijfer_toegestaan:
        yield "mag in het combinatiecijfer, maar de indicatie is leeg"
    if vak.combinatiecijfer_toegestaan and vak.eindcijfer == leeg:
        yield "mag in het combinatiecijfer, maar heeft geen eindcijfer"
    if vak.combinatiecijfer_toegestaan and vak.niveau == "VMBO_TL":
        yield "de theoretische leerweg kent geen combinatiecijfer"
    if vak.beroepsgericht and vak.niveau != "VMBO_GL":
        yield "beroepsgericht komt alleen in de gemengde leerweg voor"
    if vmbo and vak.kernvak not in (None, "nederlands"):
        yield "in het vmbo is alleen Nederlands kernvak"


@cache
def _per_vak() -> dict[tuple[int | None, str, str], Vakregel]:
    return {
        (jaar, regel.niveau, regel.vakcode): regel
        for jaar, regels in alle_vakregels().items()
        for regel in regels
    }


def vind_vakregel(regime: int | None, niveau: str, vak: str) -> Vakregel | None:
    """Give the line of a vak at a niveau in an examenregime; None where the table has none."""
    return _per_vak().get((regime, niveau, vak))


def kan_ce_hebben(regime: int | None, niveau: str, vak: str) -> bool:
    """Say whether a vak has a CE; one that the table does not know may have."""
    regel = vind_vakregel(regime, niveau, vak)
    return regel is None or regel.cijfer_ce != Indicatie.LEEG


def alle_vakregels() -> dict[int, tuple[Vakregel, ...]]:
    """Give the subjects of every regime at once, quickly: from the cache if the files are the same.

    The cache stands in the user's cache folder under a hash of all files; where nothing can be
    read or written there, the files themselves are read every time.

    Raises:
        TabelFout: as `lees_vakkentabel`.
    """
    inhoud = hashlib.blake2b(repr(attrs.fields(Vakregel)).encode(), digest_size=16)
    for regime in regimes():
        inhoud.update(vakkentabelpad(regime).read_bytes())
    bewaard = Path(user_cache_dir("vavo")) / f"vakkentabel-{inhoud.hexdigest()}.msgpack"
    try:
        return msgspec.msgpack.decode(
            bewaard.read_bytes(), type=dict[int, tuple[Vakregel, ...]], strict=True
        )
    except (OSError, msgspec.MsgspecError):
        regels = {regime: lees_vakkentabel(regime).vakken for regime in regimes()}
        _bewaar(bewaard, msgspec.msgpack.encode(regels))
        return regels


def _bewaar(pad: Path, inhoud: bytes) -> None:
    """Write a cache file whole or not at all, whoever else is writing it."""
    if not pad.is_absolute():  # there is no home directory
        return
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with vervangend(pad) as nieuw:
            nieuw.write_bytes(inhoud)
    except OSError:
        return
