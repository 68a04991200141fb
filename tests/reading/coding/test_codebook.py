"""A codebook: read, put to what was found, and held against a coded case."""

import pytest

from onetext.files.faults import Faults
from onetext.reading.coding.applying import code_faults, with_codes
from onetext.reading.coding.codebook import parse_codebook
from tests.reading.coding.work import WARNING, coder_case, statement

BOOK = """
onetext: codebook/1
id: harbour
acts:
  - {id: threaten, is: say, words: [warn, threaten], codes: [plover:THREATEN]}
topics:
  - {id: water, words: [river quota], codes: [pax:NatRes]}
"""
TEXT = "Ana Marsh warned that river quotas would fall."


def found(act: str) -> dict[str, object]:
    return {"statements": [{"act": act, "span": [0, 46], "cue": [10, 16], "content": [22, 45]}]}


def test_words_call_for_codes_in_any_of_their_forms() -> None:
    data = with_codes(parse_codebook(BOOK), found("say"), TEXT)

    assert data["statements"][0]["codes"] == ["harbour:threaten", "plover:THREATEN", "harbour:water", "pax:NatRes"]


def test_an_act_that_was_read_otherwise_gets_no_code_of_it() -> None:
    data = with_codes(parse_codebook(BOOK), found("deny"), TEXT)

    assert data["statements"][0]["codes"] == ["harbour:water", "pax:NatRes"]


def test_words_in_another_order_call_for_nothing() -> None:
    data = with_codes(parse_codebook(BOOK), found("ask"), "Ana Marsh warned that quota on rivers is late.")

    assert "codes" not in data["statements"][0]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("is: say", "is: sya"), "'sya' is not a word of this list .*did you mean 'say'"),
        (("words: [warn", "wrods: [warn"), "'wrods' is no key of this part .*did you mean 'words'"),
        (("id: water", "id: threaten"), "two entries have this id"),
        (("pax:NatRes", "NatRes"), "'NatRes' is no code"),
        (("onetext: codebook/1", "onetext: case/1"), "is no codebook"),
        (("id: threaten", "id: two words"), "cannot be the name of a code"),
        (("  - {id: water, words: [river quota], codes: [pax:NatRes]}", "  7"), "topics"),
    ],
)
def test_a_broken_book_says_where_and_what(change: tuple[str, str], problem: str) -> None:
    with pytest.raises(Faults, match=problem):
        parse_codebook(BOOK.replace(*change))


def test_codes_of_a_case_are_held_against_the_book() -> None:
    case = coder_case(
        statement("x1", WARNING, act="deny", codes=["harbour:threaten"]),
        statement("x2", WARNING, act="say", codes=["harbour:treaten", "plover:CONSULT"]),
        statement("x3", WARNING, act="say", codes=["harbour:threaten"]),
    )

    assert [(fault.address, fault.remedy) for fault in code_faults(parse_codebook(BOOK), case)] == [
        ("statements: x1", "set the act to 'say', or take the code away"),
        ("statements: x2", "did you mean 'harbour:threaten'?"),
    ]
