"""The machinery of controls: a predicate over columns, a signal, a place and two examples.

A controle is written as a function with the id of its signal for a name:

    @controle(op=VAKKEN, raak=[zet("vakresultaten[vak=1001]", cijfer_se=None)], stil=[...])
    def cijfer_se_ontbreekt(vak: Kolommen) -> pl.Expr:
        return vak.diplomavak & vak.cijfer_se.is_null()

It gives true where the signal sounds and never null: what an empty value means is decided in the
predicate. Nothing is registered by decorating; the lists of controls are written out.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence

import polars as pl
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


@frozen(kw_only=True)
class Controle:
    """One control.

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


def voer_uit(
    controles: Sequence[Controle], frames: Mapping[str, pl.DataFrame | pl.LazyFrame]
) -> pl.DataFrame:
    """Run controls, each frame in one pass.

    Args:
        controles: what to run; their order is the order of the findings within a stand.
        frames: per name of a place its rows, with `stand`, the keys and the predicates' columns.

    Returns:
        One row per finding, by stand: `stand`, `signaal` (Enum of ids) and one String column per
        key, null where the place does not have it.
    """
    plaatsen = tuple(dict.fromkeys(c.plaats for c in controles))
    per_plaats = [[c for c in controles if c.plaats == plaats] for plaats in plaatsen]
    raak = pl.collect_all(
        [
            _waar_iets_klinkt(frames[plaats.frame].lazy(), plaats, groep)
            for plaats, groep in zip(plaatsen, per_plaats, strict=True)
        ]
    )
    bevindingen = [
        rijen.unpivot(
            [c.signaal for c in groep], index=["stand", *plaats.sleutels], variable_name="signaal"
        )
        .filter("value")
        .drop("value")
        for plaats, groep, rijen in zip(plaatsen, per_plaats, raak, strict=True)
    ]
    sleutels = dict.fromkeys(sleutel for plaats in plaatsen for sleutel in plaats.sleutels)
    leeg = pl.DataFrame(
        schema={"stand": pl.UInt32, "signaal": pl.String} | dict.fromkeys(sleutels, pl.String)
    )
    volgorde = pl.Enum([c.signaal for c in controles])
    return (
        pl.concat([leeg, *bevindingen], how="diagonal")
        .with_columns(pl.col("signaal").cast(volgorde))
        .sort("stand", "signaal", maintain_order=True)
    )


def _waar_iets_klinkt(
    frame: pl.LazyFrame, plaats: Plaats, controles: Sequence[Controle]
) -> pl.LazyFrame:
    """Give the rows where at least one controle sounds: the place and a column per controle."""
    klinkt = [c.klinkt(Kolommen()).alias(c.signaal) for c in controles]
    return (
        frame.select("stand", *plaats.sleutels, *klinkt)
        .filter(pl.any_horizontal(c.signaal for c in controles))
        .with_columns(pl.col(plaats.sleutels).cast(pl.String))
    )
