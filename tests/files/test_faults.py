"""What a bad input is told: one printable line each for where, what and what to do."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.files.faults import Fault, Faults, nearest, refuse, shown


def test_fault_reads_as_a_sentence() -> None:
    fault = Fault("case.yaml: title", "is missing", "add it")

    assert str(fault) == "case.yaml: title: is missing (add it)"
    assert fault.as_dict() == {
        "address": "case.yaml: title",
        "problem": "is missing",
        "remedy": "add it",
        "level": "error",
    }


@given(st.text(), st.text(), st.text())
def test_fault_is_one_printable_line_whatever_goes_in(address: str, problem: str, remedy: str) -> None:
    """A file's own words cannot write to the terminal of whoever checks it, nor break the output."""
    fault = Fault(address, problem, remedy)

    assert str(fault).isprintable()
    assert json.dumps(fault.as_dict(), ensure_ascii=False).encode()


def test_fault_shows_what_cannot_be_printed_as_an_escape() -> None:
    assert Fault("a\nb", "\x1b[31m", "\ud800é…").address == "a\\nb"
    assert Fault("a", "\x1b[31mred", "x").problem == "\\x1b[31mred"
    assert Fault("a", "b", "\ud800é…").remedy == "\\ud800é…"


def test_fault_is_cut_where_nobody_reads_on() -> None:
    fault = Fault("a" * 5000, "b", "c")

    assert len(fault.address) == 1000
    assert fault.address.endswith("a…")


def test_faults_carry_all_that_was_found() -> None:
    """C4: not only the first."""
    faults = Faults([Fault("a", "b", "c"), Fault("d", "e", "f", "warning")])

    assert [fault.level for fault in faults.faults] == ["error", "warning"]
    assert str(faults) == "a: b (c)\nd: e (f)"


def test_refuse_gives_one_fault_to_raise() -> None:
    with pytest.raises(Faults, match=r"^a: b \(c\)$"):
        raise refuse("a", "b", "c")


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("hled", "did you mean 'held'?"),
        ("declined ", "did you mean 'declined'?"),
        ("xyz", "use one of: held, declined, cancelled"),
        ("", "use one of: held, declined, cancelled"),
        ("held" * 100_000, "use one of: held, declined, cancelled"),
    ],
)
def test_nearest_word_is_suggested_or_all_of_them(word: str, remedy: str) -> None:
    assert nearest(word, ["held", "declined", "cancelled"]) == remedy


@pytest.mark.parametrize(
    ("value", "text"),
    [("held", "held"), (5, "5"), (None, "None"), ("a\tb", "a\\tb"), ("y" * 61, "y" * 59 + "…"), (["a"], "['a']")],
)
def test_value_is_shown_short_enough_for_a_sentence(value: object, text: str) -> None:
    assert shown(value) == text
