"""Rules about the catalogue and the controls themselves."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from examen.controles import CONTROLES, referentie
from examen.controles import kwaliteit as examenkwaliteit
from examen.controles.buiten import BUITEN
from examen.controles.context import maak_context
from examen.model import Examenresultaat
from examen.reken import bereken
from register.controle import Controle, Kolommen
from register.referentie import TABELLEN
from register.signaal import Effect, Signaal, catalogus
from register.vavo import kwaliteit
from register.vavo.controles import INSCHRIJVINGSCONTROLES, PERSOONSCONTROLES
from register.vormen.kolommen import Frames, kolommen, vormen
from register.wijziging import beschrijf
from tests.omgeving import SCHOON
from tests.schoon import DOSSIERS, PEILDATUM, schoon
from tui.werk.controles import NODIG, PER_KLASSE

VAVO = catalogus("vavo")
LIJSTEN = (
    CONTROLES,
    PERSOONSCONTROLES,
    INSCHRIJVINGSCONTROLES,
    referentie.CONTROLES,
    kwaliteit.CONTROLES,
    examenkwaliteit.CONTROLES,
)
"""The lists of controls, each in the manual's order."""
HANDLEIDING: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "handleiding.toml").read_text(encoding="utf-8")
)
"""The names per section of the manual, in its order."""


def test_de_catalogus_heeft_elk_signaal_van_de_handleiding_in_die_volgorde() -> None:
    verwacht = [naam for namen in HANDLEIDING.values() for naam in namen]

    assert verwacht == [signaal.naam for signaal in VAVO.signalen.values()]


def test_de_handleiding_telt_86_signalen_en_9_van_de_kwaliteitscontrole() -> None:
    kwaliteit = [s for s in VAVO.signalen.values() if s.deel == "kwaliteit"]

    assert (95, 9) == (len(VAVO.signalen), len(kwaliteit))


def test_elk_onderdeel_heeft_de_signalen_van_zijn_paragraaf() -> None:
    gevonden: dict[str, list[str]] = {}
    for signaal in VAVO.signalen.values():
        deel = (
            "persoon_en_inschrijving"
            if signaal.deel in ("persoon", "inschrijving")
            else signaal.deel
        )
        gevonden.setdefault(deel, []).append(signaal.naam)

    assert HANDLEIDING == gevonden


def test_elk_signaal_heeft_een_controle_of_een_reden() -> None:
    met_controle = Counter(c.signaal for controles in PER_KLASSE.values() for c in controles)

    assert dict.fromkeys(VAVO.signalen, 1) == met_controle + Counter(dict.fromkeys(BUITEN, 1))


def test_controles_en_redenen_staan_in_de_volgorde_van_de_handleiding() -> None:
    volgorde = list(VAVO.signalen)

    for controles in LIJSTEN:
        signalen = [c.signaal for c in controles]
        assert sorted(signalen, key=volgorde.index) == signalen
    assert sorted(BUITEN, key=volgorde.index) == list(BUITEN)


@pytest.mark.parametrize("signaal", VAVO.signalen.values(), ids=lambda s: s.id)
def test_een_id_is_de_naam_met_zo_nodig_het_deel_erachter(signaal: Signaal) -> None:
    slak = re.sub(r"[^a-z0-9]+", "_", signaal.naam.casefold()).strip("_")
    dubbel = len(VAVO.zoek(signaal.naam)) > 1

    assert signaal.id.startswith(f"{slak}_") if dubbel else signaal.id == slak


@pytest.mark.parametrize("signaal", VAVO.signalen.values(), ids=lambda s: s.id)
def test_uitleg_en_raad_zijn_hele_zinnen(signaal: Signaal) -> None:
    zinnen = [signaal.uitleg, signaal.doen] + ([signaal.opmerking] if signaal.opmerking else [])

    assert all(zin[0].isupper() and zin.endswith(".") for zin in zinnen)


def test_afkeur_is_de_regel_en_de_uitzonderingen_zijn_bekend() -> None:
    gevonden = {s.id: s.effect for s in VAVO.signalen.values() if s.effect is not Effect.AFKEUR}

    assert {
        "postcode_huisnummer_onbekend": Effect.NIET_GEREGISTREERD,
        "landcode_woonadres_ongeldig": Effect.NIET_GEREGISTREERD,
    } | {s.id: Effect.SIGNAAL for s in VAVO.signalen.values() if s.deel == "kwaliteit"} == gevonden


@pytest.mark.parametrize(
    ("controle", "klasse"),
    [
        pytest.param(controle, klasse, id=controle.signaal)
        for klasse, controles in PER_KLASSE.items()
        for controle in controles
    ],
)
def test_een_controle_heeft_uitleg_en_twee_voorbeelden(
    controle: Controle, klasse: type[Any]
) -> None:
    voorbeelden = [beschrijf(klasse, w) for w in (*controle.raak, *controle.stil)]

    assert controle.uitleg.partition("\n")[0].endswith(".")
    assert controle.raak
    assert controle.stil
    assert controle.dossier in (DOSSIERS if klasse is Examenresultaat else SCHOON)
    assert all(voorbeelden)


def test_wat_een_controle_vraagt_is_een_tabel_van_een_bestaande_controle() -> None:
    alle = {c.signaal for controles in PER_KLASSE.values() for c in controles}

    assert set() == set(NODIG) - alle
    assert set() == {nodig.tabel for nodig in NODIG.values()} - set(TABELLEN)


def gevuld(frames: Frames) -> Frames:
    return frames


def leeg(frames: Frames) -> Frames:
    """A copy in which every value that may be absent is."""
    return {
        vorm.naam: frames[vorm.naam].with_columns(
            pl.lit(None, vorm.schema()[naam]).alias(naam)
            for naam, attribuut in vorm.kolommen.items()
            if attribuut.leeg_mag or naam.startswith("uitslag_")
        )
        for vorm in vormen(Examenresultaat)
    }


@pytest.mark.parametrize("hoe", [gevuld, leeg])
def test_geen_controle_geeft_een_leeg_antwoord(hoe: Callable[[Frames], Frames]) -> None:
    dossiers = [schoon(niveau, uitslag="D") for niveau in DOSSIERS]
    frames = hoe(kolommen(Examenresultaat, dossiers))

    context = maak_context(frames, bereken(frames), PEILDATUM)
    leegten = {
        c.signaal: context[c.plaats.frame]
        .lazy()
        .select(c.klinkt(Kolommen()).null_count())
        .collect()
        .item()
        for c in CONTROLES
    }

    assert dict.fromkeys(leegten, 0) == leegten
