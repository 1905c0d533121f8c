"""The machinery of controls: a predicate over columns, a signal, a place and two examples.

A controle is written as a function with the id of its signal for a name:

    @controle(op=VAKKEN, raak=[zet("vakresultaten[vak=1001]", cijfer_se=None)], stil=[...])
    def cijfer_se_ontbreekt(vak: Kolommen) -> pl.Expr:
        return vak.diplomavak & vak.cijfer_se.is_null()

It looks at one row and gives true where the signal sounds, never null: what an empty value means
is decided in the predicate, what other rows say is a column of the frame. Nothing is registered by
decorating; the lists of controls are written out.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import polars as pl
import polars.selectors as cs
from attrs import frozen

from register.wijziging import Wijziging


class Kolommen:
    """The columns of a frame, by attribute: `vak.cijfer_se` is `pl.col("cijfer_se")`."""

    def __getattr__(self, naam: str) -> pl.Expr:
        """Give a column."""
        return pl.col(naam)


@frozen
class Plaats:
    """Where controls look.

    Attributes:
        frame: name of the frame; each row is one place.
        sleutels: the columns that name a row within its stand.
    """

    frame: str
    sleutels: tuple[str, ...]


@frozen(kw_only=True, eq=False)
class Controle:
    """One control; equal to itself only.

    Attributes:
        signaal: id of the signal that sounds.
        uitleg: when it sounds, for developers (the docstring of the predicate).
        plaats: where it looks.
        klinkt: the predicate.
        dossier: name of the clean dossier that the examples change.
        raak: changes after which exactly this signal sounds.
        stil: changes that come close, after which it does not.
    """

    signaal: str
    uitleg: str
    plaats: Plaats
    klinkt: Callable[[Kolommen], pl.Expr]
    dossier: str
    raak: tuple[Wijziging, ...]
    stil: tuple[Wijziging, ...]


def controle(
    *,
    op: Plaats,
    raak: Sequence[Wijziging],
    stil: Sequence[Wijziging],
    dossier: str = "HAVO",
) -> Callable[[Callable[[Kolommen], pl.Expr]], Controle]:
    """Make a controle of a predicate; the arguments are those of `Controle`."""

    def maak(klinkt: Callable[[Kolommen], pl.Expr]) -> Controle:
        return Controle(
            signaal=klinkt.__name__,
            uitleg=inspect.getdoc(klinkt) or "",
            plaats=op,
            klinkt=klinkt,
            dossier=dossier,
            raak=tuple(raak),
            stil=tuple(stil),
        )

    return maak


def voer_uit(controles: Sequence[Controle], frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Run controls, each frame in one pass.

    Args:
        controles: what to run.
        frames: per name of a place its rows, with `stand`, the keys and the predicates' columns;
            a place without rows may be absent.

    Returns:
        One row per finding: `stand`, `signaal` (Enum of ids in the order of `controles`) and a
        column per key, null where the place does not have it.
    """
    per_plaats, volgorde = _ingedeeld(tuple(controles))
    aanwezig = {plaats: frames[plaats.frame] for plaats in per_plaats if plaats.frame in frames}
    sleutels: dict[str, Any] = {naam: pl.String() for p in per_plaats for naam in p.sleutels}
    for plaats, frame in aanwezig.items():
        sleutels |= {naam: frame.schema[naam] for naam in plaats.sleutels}
    leeg = pl.DataFrame(schema={"stand": pl.UInt32(), "signaal": volgorde} | sleutels)
    raak = [
        _waar_iets_klinkt(frame, plaats, per_plaats[plaats])
        for plaats, frame in aanwezig.items()
        if not frame.is_empty()
    ]
    bevindingen = [_per_signaal(rijen, volgorde) for rijen in raak if not rijen.is_empty()]
    return pl.concat([leeg, *bevindingen], how="diagonal") if bevindingen else leeg


GEEN_SIGNALEN = pl.DataFrame(schema={"stand": pl.UInt32(), "signaal": pl.String()})
"""What `signalen` gives when there is nothing to judge."""


def signalen(controles: Sequence[Controle], frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Run controls; give stand and signaal (id) by stand, in the order of the controls."""
    gevonden = voer_uit(controles, frames).select_seq("stand", "signaal")
    return gevonden.sort("stand", "signaal").cast({"signaal": pl.String})


@cache
def _ingedeeld(
    controles: tuple[Controle, ...],
) -> tuple[Mapping[Plaats, Sequence[Controle]], pl.Enum]:
    """Divide controls over their places, and give their order as categories."""
    per_plaats: dict[Plaats, list[Controle]] = {}
    for controle_ in controles:
        per_plaats.setdefault(controle_.plaats, []).append(controle_)
    return per_plaats, pl.Enum([controle_.signaal for controle_ in controles])


@cache
def _namen(volgorde: pl.Enum) -> frozenset[str]:
    """Give the signals of an order, quick to look up."""
    return frozenset(volgorde.categories)


def _waar_iets_klinkt(
    frame: pl.DataFrame, plaats: Plaats, controles: Sequence[Controle]
) -> pl.DataFrame:
    """Give the rows where at least one controle sounds: the place and a column per controle."""
    klinkt = [_uitdrukking(controle_) for controle_ in controles]
    signalen = [controle_.signaal for controle_ in controles]
    return frame.select_seq("stand", *plaats.sleutels, *klinkt).filter(pl.any_horizontal(signalen))


@cache
def _uitdrukking(controle_: Controle) -> pl.Expr:
    """Give the predicate as the column of its signal, built once."""
    return controle_.klinkt(Kolommen()).alias(controle_.signaal)


def _per_signaal(rijen: pl.DataFrame, volgorde: pl.Enum) -> pl.DataFrame:
    """Turn the columns per controle into one row per finding."""
    bekend = _namen(volgorde)
    signalen = [naam for naam in rijen.columns if naam in bekend]
    return (
        rijen.unpivot(signalen, index=cs.exclude(signalen), variable_name="signaal")
        .filter("value")
        .drop("value")
        .with_columns_seq(pl.col("signaal").cast(volgorde))
    )
