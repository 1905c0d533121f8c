"""Taking proposals into a register: compare with what is there, compute, book what is good.

In batches, so that neither a large file nor a fault in it holds up the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import polars as pl
from attrs import define, field

from examen.model import Examenresultaat
from examen.reken import bereken
from examen.schooluitkomst import Schooluitkomst, schooluitkomsten
from examen.vergelijking import verschillen
from register.fouten import InvoerFout
from register.opslag import Register, Sleutel, sleutel_van
from register.vormen.kolommen import Frames, entiteiten, kolommen
from register.vormen.verschil import Wijziging, verschil
from tui.werk.voorstellen import Voorstel, stapels

TE_TONEN = 40
"""Changes kept to be shown one by one."""


@define
class Verwerking:
    """What became of the input.

    Attributes:
        nieuw: examenresultaten that were not there.
        gewijzigd: examenresultaten that differ.
        ongewijzigd: examenresultaten that are the same already.
        fouten: everything that is wrong, in order of finding.
        voorbeelden: the first changes, each with line and examenresultaatvolgnummer.
        aantal_wijzigingen: number of changes in all.
    """

    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    fouten: list[InvoerFout] = field(factory=list)
    voorbeelden: list[tuple[int, str, Wijziging]] = field(factory=list)
    aantal_wijzigingen: int = 0

    def meld(self, voorstel: Voorstel, wijziging: Wijziging) -> None:
        """Count a change, and keep it when it is one of the first."""
        self.aantal_wijzigingen += 1
        if len(self.voorbeelden) < TE_TONEN:
            volgnummer = voorstel.nieuw.examenresultaatvolgnummer
            self.voorbeelden.append((voorstel.regels[0], volgnummer, wijziging))


def verwerk(
    register: Register,
    voorstellen: Iterable[Voorstel | InvoerFout],
    *,
    door: str,
    reden: str,
    op: datetime,
    proef: bool,
) -> Verwerking:
    """Book the proposals that are good and change something, with their computed outcome.

    Args:
        register: where to.
        voorstellen: from `uit_json` or `uit_csv`.
        door: who does this.
        reden: why.
        op: when.
        proef: only tell what would change.

    Raises:
        ConflictFout: somebody else changed an examenresultaat in the meantime; what was booked
            before stays booked.
    """
    verwerking = Verwerking()
    for stapel in stapels(_goede(voorstellen, op, verwerking)):
        uitkomsten = _vergelijk(stapel, verwerking)
        if proef:
            continue
        verwacht = [v.stand.id if v.stand else None for v in stapel]
        standen = register.boek_alle(
            [voorstel.nieuw for voorstel in stapel],
            verwacht=verwacht if stapel[0].bijwerking else None,
            door=door,
            reden=reden,
            op=op,
        )
        geboekt = (uitkomst for uitkomst, stand in zip(uitkomsten, standen, strict=True) if stand)
        register.boek_alle(geboekt, door=door, reden=reden, op=op)
    return verwerking


def _goede(
    voorstellen: Iterable[Voorstel | InvoerFout], op: datetime, verwerking: Verwerking
) -> Iterator[Voorstel]:
    """Pass on what changes something; count and note the rest."""
    gezien: dict[Sleutel, int] = {}
    for voorstel in voorstellen:
        if isinstance(voorstel, InvoerFout):
            verwerking.fouten.append(voorstel)
            continue
        regel = voorstel.regels[0]
        eerder = gezien.setdefault(sleutel_van(voorstel.nieuw), regel)
        if eerder != regel:
            tekst = f"dit examenresultaat staat ook al op regel {eerder}"
            verwerking.fouten += (InvoerFout(tekst, regel=nummer) for nummer in voorstel.regels)
        elif voorstel.oud == voorstel.nieuw:
            verwerking.ongewijzigd += 1
        elif _is_ingehaald(voorstel, op):
            tekst = "ingehaald: in het register staat een recentere aanlevering"
            verwerking.fouten += (InvoerFout(tekst, regel=nummer) for nummer in voorstel.regels)
        else:
            yield voorstel


def _is_ingehaald(voorstel: Voorstel, op: datetime) -> bool:
    if voorstel.stand is None:
        return False
    moment = voorstel.nieuw.aangeleverd_op or op
    if voorstel.bijwerking:
        return moment < voorstel.stand.aangeleverd_op
    return moment <= voorstel.stand.aangeleverd_op


def _vergelijk(stapel: Sequence[Voorstel], verwerking: Verwerking) -> list[Schooluitkomst]:
    """Note what changes, also in what follows from it; give the new outcomes."""
    was = {plaats: v.oud for plaats, v in enumerate(stapel) if v.oud is not None}
    verwerking.gewijzigd += len(was)
    verwerking.nieuw += len(stapel) - len(was)
    uitkomsten = _uitkomsten(voorstel.nieuw for voorstel in stapel)
    gevolgen = _gevolgen(was, uitkomsten)
    for plaats, voorstel in enumerate(stapel):
        if voorstel.oud is None:
            tekst = f"nieuw, met {len(voorstel.nieuw.vakresultaten)} vakresultaten"
            verwerking.meld(voorstel, Wijziging(plaats="examenresultaat", oud="", nieuw=tekst))
            continue
        for wijziging in (*verschil(voorstel.oud, voorstel.nieuw), *gevolgen[plaats]):
            verwerking.meld(voorstel, wijziging)
    return entiteiten(Schooluitkomst, uitkomsten)


def _gevolgen(was: Mapping[int, Examenresultaat], uitkomsten: Frames) -> dict[int, list[Wijziging]]:
    """Give, per place in the batch, which computed outcomes change."""
    plaats_van = pl.DataFrame({"plaats": list(was)}, schema={"plaats": pl.UInt32()})
    plaats_van = plaats_van.with_row_index("stand")
    oud = {
        naam: frame.join(plaats_van, on="stand", maintain_order="left")
        .with_columns(stand="plaats")
        .drop("plaats")
        for naam, frame in _uitkomsten(was.values()).items()
    }
    nieuw = {
        naam: frame.filter(pl.col("stand").is_in(list(was))) for naam, frame in uitkomsten.items()
    }
    gevolgen: dict[int, list[Wijziging]] = defaultdict(list)
    rijen = verschillen(oud, nieuw).select("stand", "wat", "waar", "oud", "nieuw").iter_rows()
    for plaats, wat, waar, voor, na in rijen:
        naam = f"berekend: {wat.replace('_', ' ')} {waar}"
        gevolgen[plaats].append(Wijziging(plaats=naam, oud=voor or "", nieuw=na or ""))
    return gevolgen


def _uitkomsten(examenresultaten: Iterable[Examenresultaat]) -> Frames:
    return schooluitkomsten(bereken(kolommen(Examenresultaat, examenresultaten)))
