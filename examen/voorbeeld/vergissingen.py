"""Mistakes as administrators make them, so that signals sound on fictional candidates too."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from attrs import evolve

from examen.model import Examenresultaat, Herkansing, Vakresultaat


def vergis(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """Make one mistake in an examenresultaat that was right."""
    return toeval.choice(_VERGISSINGEN)(er, toeval)


def _eindcijfer_overgetikt(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """An eindcijfer is one too high."""
    return _met_vak(
        er, toeval, lambda vak: evolve(vak, eindcijfer=min(10, (vak.eindcijfer or 5) + 1))
    )


def _se_vergeten(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """An SE mark was not entered."""
    return _met_vak(er, toeval, lambda vak: evolve(vak, cijfer_se=None))


def _ce_vergeten(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """The CE marks of a subject were not entered."""
    return _met_vak(er, toeval, lambda vak: evolve(vak, ce=()))


def _tijdvak_dubbel(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """The mark of the second tijdvak was entered under the first."""
    return _met_vak(er, toeval, lambda vak: evolve(vak, ce=vak.ce + vak.ce[:1]))


def _herkansing_van_een_ander(er: Examenresultaat, toeval: Random) -> Examenresultaat:
    """A herkansing names a subject that the candidate does not do."""
    del toeval
    jaren = [vak.examenregime for vak in er.vakresultaten if vak.examenregime is not None]
    herkansing = Herkansing(examenregime=max(jaren), tijdvak=2, vakken=("1039",))
    return evolve(er, herkansingen=(*er.herkansingen, herkansing))


_VERGISSINGEN = (
    _eindcijfer_overgetikt,
    _se_vergeten,
    _ce_vergeten,
    _tijdvak_dubbel,
    _herkansing_van_een_ander,
)


def _met_vak(
    er: Examenresultaat, toeval: Random, verander: Callable[[Vakresultaat], Vakresultaat]
) -> Examenresultaat:
    """Change one subject that has marks."""
    mogelijk = [vak for vak in er.vakresultaten if vak.cijfer_se is not None]
    over = toeval.choice(mogelijk) if mogelijk else None
    return evolve(
        er,
        vakresultaten=tuple(verander(vak) if vak is over else vak for vak in er.vakresultaten),
    )
