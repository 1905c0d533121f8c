"""The uitslag of one cijferlijst: Eindexamenbesluit VO art. 48, 52a and 60a."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from attrs import frozen

from tests.orakel.deelname import Deelname
from tests.orakel.eisen import VMBO, VWO, Examen, combinatiecijfer, onderdelen, voldoet
from tests.orakel.pakket import WERKSTUK, Keuzes, mist_drager, vaste_plaats, volledig


@frozen(kw_only=True)
class Beslissing:
    """The uitslag with the results it stands on.

    Attributes:
        betrokken: results that take part, without what was left out.
        weggelaten: results left out because the candidate then passes (art. 48 lid 3).
        duim: the result left aside by the duimregeling, or None.
    """

    uitslag: str
    betrokken: tuple[Deelname, ...]
    weggelaten: tuple[Deelname, ...] = ()
    duim: Deelname | None = None


def beslis(deelnames: Sequence[Deelname], manieren: Keuzes, examen: Examen) -> Beslissing:
    """Decide G, A or D.

    D when there is no pakket to fill or the results do not fill it (art. 48 lid 2). G when the
    requirements are met, if need be without one or more subjects as long as the rest is a full
    exam (art. 48 lid 3), or else with the duimregeling (2021 and 2022). Otherwise A.
    """
    alle = zonder(deelnames, ())
    if not is_volledig(alle, manieren):
        return Beslissing(uitslag="D", betrokken=alle)
    if voldoet(alle, examen):
        return Beslissing(uitslag="G", betrokken=alle)
    verzamelingen = _verzamelingen(deelnames, manieren)
    for weg in verzamelingen:
        rest = zonder(deelnames, weg)
        if voldoet(rest, examen) and is_volledig(rest, manieren):
            return Beslissing(uitslag="G", betrokken=rest, weggelaten=weg)
    if examen.regime in (2021, 2022):
        duimen = duimvakken(alle, examen)
        pogingen = [(duim, weg) for duim in duimen for weg in verzamelingen if duim not in weg]
        for duim, weg in sorted(pogingen, key=lambda poging: _voorkeur(poging[1])):
            rest = zonder(deelnames, weg)
            zonder_duim = [d for d in rest if d is not duim]
            if voldoet(zonder_duim, examen) and is_volledig(rest, manieren):
                return Beslissing(uitslag="G", betrokken=rest, weggelaten=weg, duim=duim)
    return Beslissing(uitslag="A", betrokken=alle)


def zonder(deelnames: Sequence[Deelname], weg: Sequence[Deelname]) -> tuple[Deelname, ...]:
    """Give the results without some of them, and without what only counts with one of those."""
    rest = [d for d in deelnames if d not in weg]
    codes = {d.vak for d in rest}
    return tuple(d for d in rest if not mist_drager(d.vak, codes))


def is_volledig(deelnames: Sequence[Deelname], manieren: Keuzes) -> bool:
    """Say whether the results are a full exam."""
    return volledig({d.vak for d in deelnames}, manieren)


def _verzamelingen(deelnames: Sequence[Deelname], manieren: Keuzes) -> list[tuple[Deelname, ...]]:
    """Give the sets of subjects that may be left out, in order of preference; none first.

    Only a subject that can be missed alone can be missed with others.
    """
    los = [d for d in deelnames if is_volledig(zonder(deelnames, [d]), manieren)]
    alle = [v for aantal in range(len(los) + 1) for v in combinations(los, aantal)]
    return sorted(alle, key=_voorkeur)


def _voorkeur(weg: tuple[Deelname, ...]) -> tuple[int, int]:
    """The smallest set goes first, then the lowest eindcijfers, then the order of the list."""
    return len(weg), sum(d.eindcijfer or 0 for d in weg)


def duimvakken(deelnames: Sequence[Deelname], examen: Examen) -> list[Deelname]:
    """Give the subjects the duimregeling may leave aside, in the order of the cijferlijst.

    Not a kernvak (vmbo: Nederlands), not the werkstuk and no part of the combinatiecijfer.
    """
    delen = onderdelen(deelnames, examen)
    return [
        d
        for d in deelnames
        if d.eindcijfer is not None
        and d.vak != WERKSTUK
        and d not in delen
        and not _is_kernvak(d, examen)
    ]


def _is_kernvak(deelname: Deelname, examen: Examen) -> bool:
    if examen.niveau in VMBO:
        return deelname.kernvak == "nederlands"
    return deelname.kernvak is not None


def cum_laude(beslissing: Beslissing, manieren: Keuzes, examen: Examen) -> bool:
    """Say whether the judicium cum laude is due, from 2016 (art. 52a).

    The mean of the counted eindcijfers is at least 8,0, never rounded, and none of them is lower
    than 7 (vwo) or 6 (havo, vmbo).
    """
    if beslissing.uitslag != "G" or beslissing.duim is not None or examen.regime < 2016:
        return False
    if examen.niveau in VMBO:
        cijfers = _cijfers_cum_laude_vmbo(beslissing.betrokken, manieren, examen)
    else:
        cijfers = _cijfers_cum_laude(beslissing.betrokken, examen)
    laagste = 7 if examen.niveau in VWO else 6
    return bool(cijfers) and sum(cijfers) >= 8 * len(cijfers) and min(cijfers) >= laagste


def _cijfers_cum_laude(betrokken: Sequence[Deelname], examen: Examen) -> list[int]:
    """Havo and vwo: gemeenschappelijk deel, combinatiecijfer, profieldeel, best of vrij deel."""
    delen = onderdelen(betrokken, examen)
    samen = combinatiecijfer(delen, examen)
    apart = [d for d in betrokken if d not in delen]
    vast = _cijfers(d for d in apart if d.examendeel in ("G", "P"))
    vrij = _cijfers(d for d in apart if d.examendeel == "V")
    return [*vast, *_als_cijfer(samen), *_hoogste(vrij)]


def _cijfers_cum_laude_vmbo(
    betrokken: Sequence[Deelname], manieren: Keuzes, examen: Examen
) -> list[int]:
    """Vmbo: Nederlands, Engels, maatschappijleer, the sector, and the best of the rest.

    In the gemengde leerweg the combinatiecijfer is one of the rest.
    """
    delen = onderdelen(betrokken, examen)
    samen = combinatiecijfer(delen, examen)
    apart = [d for d in betrokken if d not in delen and d.vak != WERKSTUK]
    vast = [d for d in apart if vaste_plaats(manieren, d.vak)]
    rest = _cijfers(d for d in apart if d not in vast) + _als_cijfer(samen)
    return _cijfers(vast) + _hoogste(rest)


def _cijfers(deelnames: Iterable[Deelname]) -> list[int]:
    return [d.eindcijfer for d in deelnames if d.eindcijfer is not None]


def _als_cijfer(samen: int | str | None) -> list[int]:
    return [samen] if isinstance(samen, int) else []


def _hoogste(cijfers: list[int]) -> list[int]:
    return [max(cijfers)] if cijfers else []
