"""Running on a thread of Polars changes nothing but the time it takes."""

from __future__ import annotations

import threading

import pytest

from examen.draad import op_een_draad_van_polars


def test_de_uitkomst_komt_terug() -> None:
    assert 42 == op_een_draad_van_polars(lambda: 42)


def test_een_fout_komt_terug_zoals_hij_was() -> None:
    fout = KeyError("vak")

    def mislukt() -> None:
        raise fout

    with pytest.raises(KeyError) as gevonden:
        op_een_draad_van_polars(mislukt)

    assert fout is gevonden.value


def test_binnen_zo_een_draad_blijft_het_op_die_draad() -> None:
    def buiten() -> tuple[int, int]:
        binnen = op_een_draad_van_polars(threading.get_ident)
        return threading.get_ident(), binnen

    buiten_nummer, binnen_nummer = op_een_draad_van_polars(buiten)

    assert buiten_nummer == binnen_nummer


def test_na_een_fout_werkt_het_weer() -> None:
    with pytest.raises(ZeroDivisionError):
        op_een_draad_van_polars(lambda: 1 // 0)

    assert [1, 2] == op_een_draad_van_polars(lambda: [1, 2])
