"""T2: numbers stay; what is put between them is bis, ter and so on."""

from __future__ import annotations

import pytest

from onetext.drafting.numbers import SUFFIXES, number_after, number_key
from onetext.files.faults import Faults


def test_numbers_are_sorted_as_they_are_read() -> None:
    wanted = ["Preamble", "1", "2", "2 (a)", "2 (b)", "2 bis", "2ter", "2 ter (a)", "3.1", "3.2", "3.10", "10"]
    shuffled = [*wanted[6:], *wanted[:6]]
    assert sorted(shuffled, key=number_key) == wanted


def test_clause_put_in_moves_no_number() -> None:
    assert number_after("7", ["7", "8"]) == "7 bis"
    assert number_after("7", ["7", "7bis", "8"]) == "7 ter"
    assert number_after("7 bis", ["7", "7 bis"]) == "7 ter"


def test_no_number_is_left() -> None:
    with pytest.raises(Faults, match="renumber"):
        number_after("7", [f"7 {suffix}" for suffix in SUFFIXES])
