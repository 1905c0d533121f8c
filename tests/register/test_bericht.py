"""A levering is read as a whole or not at all, and says in Dutch where it goes wrong."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from examen.model import Examenresultaat, Vakresultaat, Werkstukresultaat
from register.bericht import (
    Aanlevering,
    LeveringFout,
    Melding,
    Verwijdering,
    keur_levering,
    lees_levering,
    melding_naar_xml,
    schrijf_bestand,
)
from register.bericht.keuring import FOUTEN_MAXIMUM, schema
from register.bericht.stroom import MELDING_MAXIMUM
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving

KLASSEN = (Inschrijving, Examenresultaat)
NU = datetime(2025, 7, 1, 12, 0, 0)  # noqa: DTZ001 - local Dutch time
ER = Examenresultaat(
    brin="01AA",
    burgerservicenummer="999990019",
    examenresultaatvolgnummer="ER1",
    aangeleverd_op=NU,
    vakresultaten=(
        Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", cijfer_se=64),
        Vakresultaat(resultaatvolgnummer="2", vak="1002", niveau="HAVO"),
    ),
    werkstukresultaten=(
        Werkstukresultaat(resultaatvolgnummer="9", niveau="HAVO", titel="<“Mól” & \\'s>"),
    ),
)
INSCHRIJVING = Inschrijving(
    brin="01AA",
    onderwijsnummer="100000009",
    inschrijvingvolgnummer="I1",
    aangeleverd_op=NU,
    datum_inschrijving=date(2024, 8, 1),
)
PERSOON = Persoon(onderwijsnummer="100000009", geboortedatum="1990-00-00", geslacht="3")
MELDINGEN: tuple[Melding, ...] = (
    Aanlevering(nummer=1, entiteit=INSCHRIJVING, persoon=PERSOON),
    Aanlevering(nummer=2, entiteit=ER),
    Verwijdering(
        nummer=3,
        klasse=Examenresultaat,
        brin="01AA",
        onderwijsnummer="100000009",
        volgnummer="ER2",
        aangeleverd_op=NU,
    ),
    Verwijdering(
        nummer=4,
        klasse=Inschrijving,
        brin="01AA",
        burgerservicenummer="999990019",
        volgnummer="I2",
        aangeleverd_op=NU,
    ),
)

BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<levering xmlns="urn:vavo:bron-vavo:1" brin="01AA">\n'
VERWIJDER = """<verwijderen_examenresultaat_request>
  <brin>01AA</brin>
  <burgerservicenummer>999990019</burgerservicenummer>
  <examenresultaatvolgnummer>ER1</examenresultaatvolgnummer>
  <aangeleverd_op>2025-07-01T12:00:00</aangeleverd_op>
</verwijderen_examenresultaat_request>
"""
GOED = f"{BEGIN}{OPEN}{VERWIJDER}</levering>\n"


def fouten(inhoud: str | bytes) -> list[str]:
    """What is wrong with a levering, one text per fault; empty when it can be read."""
    bron = io.BytesIO(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    try:
        keur_levering(bron, KLASSEN, NU)
    except LeveringFout as fout:
        return [str(een) for een in fout.fouten]
    return []


def schrijf_alles(pad: Path, meldingen: Iterable[Melding]) -> None:
    with schrijf_bestand(pad, "levering", "01AA") as schrijf:
        for melding in meldingen:
            schrijf(melding_naar_xml(melding))


def test_een_levering_komt_heel_terug(tmp_path: Path) -> None:
    pad = tmp_path / "levering.xml"
    schrijf_alles(pad, MELDINGEN)

    with pad.open("rb") as bron:
        gekeurd = keur_levering(bron, KLASSEN, NU)
        gelezen = tuple(lees_levering(bron, KLASSEN))

    assert ("01AA", 4) == (gekeurd.brin, gekeurd.aantal)
    assert MELDINGEN == gelezen
    schema("levering").assertValid(etree.parse(pad))


def test_een_halve_levering_blijft_niet_liggen(tmp_path: Path) -> None:
    pad = tmp_path / "levering.xml"
    pad.write_text("wat er was", encoding="utf-8")

    def meldingen() -> Iterator[Melding]:
        yield MELDINGEN[0]
        raise KeyError

    with pytest.raises(KeyError):
        schrijf_alles(pad, meldingen())

    assert ["levering.xml"] == [p.name for p in tmp_path.iterdir()]
    assert "wat er was" == pad.read_text(encoding="utf-8")


def test_een_goede_levering_heeft_geen_fouten() -> None:
    assert [] == fouten(GOED)
    assert [] == fouten(b"\xef\xbb\xbf" + GOED.encode())
    assert [] == fouten(GOED.replace("<levering", "<!-- klaar --><?hier?><levering"))


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        ("", "regel 1, kolom 1: het bestand is leeg"),
        ("  \n", "regel 1, kolom 1: het bestand is leeg"),
        ("brin;vak\n", "regel 1, kolom 1: geen geldige XML: er staat geen XML in"),
        (GOED.replace("</verwijderen", "</aanleveren"), "regel 8, kolom"),
        (GOED[:-12], "regel 9, kolom 1: geen geldige XML: het bestand houdt te vroeg op"),
        (GOED.replace("ER1", "ER&1"), "regel 6, kolom"),
        (GOED.replace("ER1", "ER&euro;"), "een verwijzing (&…;) die XML zelf niet kent"),
        (GOED + "<levering/>", "er staat nog iets na het einde"),
        (GOED.replace("bron-vavo:1", "bron-vavo:2"), "regel 2, kolom 1: naamruimte “urn:vavo:b"),
        (GOED.replace(' xmlns="urn:vavo:bron-vavo:1"', ""), "regel 2, kolom 1: naamruimte “”"),
        (GOED.replace("levering", "zending"), "regel 2, kolom 1: het bestand begint met zending"),
        (GOED.replace('brin="01AA"', ""), "levering moet een kenmerk brin hebben"),
        (GOED.replace('brin="01AA"', 'brin="1AA"'), "levering moet een kenmerk brin hebben"),
        (f"{BEGIN}{OPEN}</levering>", "regel 2, kolom 1: er staan geen meldingen in"),
        (GOED.replace(VERWIJDER, f"{VERWIJDER}<x/>{VERWIJDER}"), "regel 9, kolom 1, melding 2"),
        (GOED.replace(VERWIJDER, f"{VERWIJDER}<x/>"), "onbekende melding x"),
        (GOED.replace(VERWIJDER, f"los{VERWIJDER}"), "tekst voor de eerste melding"),
        (GOED.replace(VERWIJDER, f"{VERWIJDER}los"), "er staat tekst tussen de meldingen"),
    ],
)
def test_wat_geen_levering_is_wordt_met_plaats_gezegd(inhoud: str, verwacht: str) -> None:
    (gevonden,) = fouten(inhoud)

    assert verwacht in gevonden
    assert gevonden.startswith("regel ")


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (GOED.encode("utf-16"), "regel 1, kolom 1: geen UTF-8 maar UTF-16"),
        (GOED.replace("UTF-8", "ISO-8859-1").encode(), "regel 1, kolom 1: codering ISO-8859-1"),
        (GOED.replace("ER1", "ERé").encode("latin-1"), "regel 6, kolom"),
        (GOED.replace("ER1", "ER\x00").encode(), "regel 6, kolom"),
    ],
)
def test_een_andere_codering_wordt_geweigerd(inhoud: bytes, verwacht: str) -> None:
    (gevonden,) = fouten(inhoud)

    assert verwacht in gevonden


LACHERS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE levering [<!ENTITY buit SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE levering SYSTEM "http://127.0.0.1:9/levering.dtd">',
        f'<!DOCTYPE levering [<!ENTITY l0 "ha">{LACHERS}]>',
    ],
    ids=["xxe", "dtd-van-elders", "miljard-lachers"],
)
def test_een_doctype_komt_er_niet_in(doctype: str) -> None:
    inhoud = GOED.replace("<levering", f"{doctype}\n<levering").replace("ER1", "&l11;&buit;")

    (gevonden,) = fouten(inhoud)

    assert gevonden.startswith("regel 2, kolom ")
    assert gevonden.endswith(": een DOCTYPE is niet toegestaan")


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "ER1",
            "ER 1",
            (
                "regel 6, kolom 3, melding 1: examenresultaatvolgnummer: gevonden “ER 1”;"
                " toegestaan is 1 tot en met 20 letters en cijfers"
            ),
        ),
        ("ER1", " ER1", "regel 6, kolom 3, melding 1: examenresultaatvolgnummer: gevonden “ ER1”"),
        ("ER1", "", "regel 6, kolom 3, melding 1: examenresultaatvolgnummer is leeg"),
        ("ER1", "<b/>", "regel 6, kolom 3, melding 1: examenresultaatvolgnummer"),
        (">01AA", ">02BB", "regel 4, kolom 3, melding 1: een melding voor BRIN 02BB in een"),
        ("12:00:00", "12:00:01", "regel 7, kolom 3, melding 1: aangeleverd op 2025-07-01T12:00:01"),
        ("T12:00:00", "", "regel 7, kolom 3, melding 1: aangeleverd_op: gevonden “2025-07-01”"),
        ("07-01T", "02-29T", "regel 7, kolom 3, melding 1: aangeleverd_op: gevonden"),
        (
            "  <brin>01AA</brin>\n",
            "",
            (
                "regel 4, kolom 3, melding 1: burgerservicenummer hoort hier niet;"
                " hier is toegestaan: brin"
            ),
        ),
        (
            "  <aangeleverd_op>2025-07-01T12:00:00</aangeleverd_op>\n",
            "",
            (
                "regel 3, kolom 1, melding 1: in verwijderen_examenresultaat_request ontbreekt"
                " iets; hier is toegestaan: aangeleverd_op"
            ),
        ),
        ("  <brin>", "  <brin x='1'>", "regel 4, kolom 3, melding 1: brin heeft een kenmerk"),
        ("  <brin>", "los <brin>", "bevat tekst buiten zijn velden"),
        (
            "<burgerservicenummer>999990019</burgerservicenummer>",
            "",
            "hier is toegestaan: burgerservicenummer, onderwijsnummer",
        ),
    ],
)
def test_een_fout_in_een_melding_heeft_regel_kolom_en_nummer(
    oud: str, nieuw: str, verwacht: str
) -> None:
    (gevonden,) = fouten(GOED.replace(oud, nieuw))

    assert verwacht in gevonden


def levering(*meldingen: Melding) -> bytes:
    wortel = "".join(etree.tostring(melding_naar_xml(m), encoding="unicode") for m in meldingen)
    return f"{OPEN}{wortel}</levering>".encode()


def test_een_fout_diep_in_een_melding_op_een_lange_regel_heeft_zijn_kolom() -> None:
    goed = levering(MELDINGEN[1], MELDINGEN[1])
    inhoud = goed.decode().replace("6.4", "6,4")
    regel = inhoud.splitlines()[1]
    kolommen = [gevonden.start() + 1 for gevonden in re.finditer("<cijfer_se>", regel)]

    assert [
        f"regel 2, kolom {kolom}, melding {nummer}: cijfer_se: gevonden “6,4”; toegestaan is een"
        " cijfer van 1,0 tot en met 10,0; schrijf één decimaal na een punt (6.4)"
        for nummer, kolom in enumerate(kolommen, start=1)
    ] == fouten(inhoud)


def test_alle_fouten_worden_genoemd_tot_een_maximum() -> None:
    twee = VERWIJDER.replace("ER1", "ER 1").replace("01AA", "1AA")
    inhoud = f"{OPEN}{twee * FOUTEN_MAXIMUM}</levering>"

    assert 2 == len(fouten(f"{OPEN}{twee}</levering>"))
    assert FOUTEN_MAXIMUM == len(fouten(inhoud))


def test_een_persoonsnummer_staat_nooit_in_een_fout() -> None:
    gevonden = fouten(GOED.replace("999990019", "99999001"))

    assert 1 == len(gevonden)
    assert "99999001" not in gevonden[0]


def test_persoon_en_inschrijving_gaan_over_dezelfde() -> None:
    anders = evolve(PERSOON, onderwijsnummer="100000010")
    melding = Aanlevering(nummer=1, entiteit=INSCHRIJVING, persoon=anders)

    (gevonden,) = fouten(levering(melding))

    assert "melding 1: de persoon heeft een ander nummer dan de inschrijving" in gevonden


def test_een_schema_van_elders_wordt_niet_gelezen(tmp_path: Path) -> None:
    vreemd = tmp_path / "vreemd.xsd"
    vreemd.write_text("geen schema", encoding="utf-8")
    kenmerk = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="urn:x {vreemd.as_uri()}" '
    )

    naam = "<verwijderen_examenresultaat_request"

    assert [] == fouten(GOED.replace(naam, f"{naam} {kenmerk}", 1))


class Eindeloos(io.RawIOBase):
    """A file that repeats a piece, made while it is read."""

    def __init__(self, begin: bytes, stuk: bytes, keer: int, einde: bytes) -> None:
        self._delen = (begin, stuk, keer, einde)
        self._stroom: Iterator[bytes] = iter(())

    def seek(self, plaats: int, _van: int = 0) -> int:
        begin, stuk, keer, einde = self._delen
        self._stroom = iter([begin, *([stuk] * keer), einde])
        return plaats

    def read(self, _aantal: int = -1) -> bytes:
        return next(self._stroom, b"")


def test_een_eindeloze_melding_wordt_afgebroken() -> None:
    open_ = GOED.partition("ER1")[0].encode()
    bron = Eindeloos(open_, b"x" * 65536, 4000, b"")

    with pytest.raises(LeveringFout) as fout:
        keur_levering(bron, KLASSEN, NU)  # type: ignore[arg-type]

    assert f"melding 1 is langer dan {MELDING_MAXIMUM} bytes" in str(fout.value)


GROOT = """
import resource, sys
from tests.register.test_bericht import *
stuk = VERWIJDER.encode() * 20 + b"<!-- " + b"x" * 900_000 + b" -->"
bron = Eindeloos(OPEN.encode(), stuk, 220, b"</levering>")
voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert 20 * 220 == keur_levering(bron, KLASSEN, NU).aantal
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor)
"""


def test_een_bestand_van_tweehonderd_megabyte_past_in_weinig_geheugen() -> None:
    huis = Path(__file__).parents[2]
    gevonden = subprocess.run(
        [sys.executable, "-c", GROOT], cwd=huis, capture_output=True, text=True, check=True
    )
    kilobytes = int(gevonden.stdout) // (1024 if sys.platform == "darwin" else 1)

    assert kilobytes < 20_000


def test_een_eindeloze_aanloop_wordt_afgebroken() -> None:
    bron = Eindeloos(b"<!--", b"x" * 65536, 4000, b"")

    with pytest.raises(LeveringFout) as fout:
        keur_levering(bron, KLASSEN, NU)  # type: ignore[arg-type]

    assert f"na {MELDING_MAXIMUM} bytes is er nog geen levering begonnen" in str(fout.value)


def test_een_voorvoegsel_voor_de_naamruimte_mag() -> None:
    met = re.sub("<(/?)([a-z])", r"<\1v:\2", GOED).replace("xmlns=", "xmlns:v=")

    assert [] == fouten(met)
    assert ["regel 6, kolom 3, melding 1"] == [
        gevonden.partition(":")[0] for gevonden in fouten(met.replace("ER1", "ER 1"))
    ]


@settings(max_examples=400, deadline=None)
@given(
    plaats=st.integers(0, 10_000),
    weg=st.integers(0, 3),
    erbij=st.binary(max_size=3) | st.sampled_from([b" ", b"\n", b"<", b"&", b"0", b"-", b"\xc2"]),
)
def test_wat_er_ook_staat_het_wordt_geweigerd_of_goed_gelezen(
    plaats: int, weg: int, erbij: bytes
) -> None:
    goed = levering(*MELDINGEN)
    plaats %= len(goed)
    inhoud = goed[:plaats] + erbij + goed[plaats + weg :]
    if fouten(inhoud):
        return

    gelezen = tuple(lees_levering(io.BytesIO(inhoud), KLASSEN))

    assert gelezen == tuple(lees_levering(io.BytesIO(levering(*gelezen)), KLASSEN))


def test_diep_genest_wordt_geweigerd() -> None:
    (gevonden,) = fouten(GOED.replace("ER1", "<b>" * 5000 + "</b>" * 5000))

    assert "geen geldige XML" in gevonden
