from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.drafting.readings import (
    agreed_text,
    brackets_left,
    is_clean,
    options_left,
    placeholders_left,
    plain_text,
    preferred_text,
)


@pytest.mark.parametrize(
    ("text", "brackets", "options", "placeholders"),
    [
        ("Water is shared.", 0, 0, 0),
        ("Water [shall] [should] be shared.", 2, 2, 0),
        ("Water [shall/should] be shared.", 1, 2, 0),
        ("[Within [30] [60] days]", 3, 2, 0),
        ("[half] [no text]", 2, 2, 0),
        ("Option 1: half\nOption 2: [North: a third]", 1, 2, 0),
        ("[placeholder: dates] and […] and \\[sic\\]", 0, 0, 1),
        ("Stray [ bracket", 0, 0, 0),
    ],
)
def test_what_is_left_is_counted(text: str, brackets: int, options: int, placeholders: int) -> None:
    assert (brackets_left(text), options_left(text), placeholders_left(text)) == (brackets, options, placeholders)


def test_text_is_clean_when_nothing_is_left_to_agree_or_fill_in() -> None:
    assert is_clean("Water is shared […] as \\[agreed\\].")
    for text in ("[half]", "[placeholder: dates]", "Option 1: half", "half]", "[half"):
        assert not is_clean(text)


def test_plain_text_has_every_word_and_no_sign() -> None:
    text = "Water [shall] [should] be shared [North propose: in halves; South oppose: too much] […] \\[sic\\]."
    assert plain_text(text) == "Water shall / should be shared in halves … [sic]."
    assert plain_text("a [no text] b") == "a b"


def test_agreed_text_leaves_out_everything_in_brackets() -> None:
    assert agreed_text("Water [shall] [should] be shared [in halves].") == "Water be shared."
    assert agreed_text("[Both sides] share the water") == "share the water"


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("North", "Water shall be shared in halves."),
        ("South", "Water should be shared."),
        ("Mill", "Water [North: shall] [South: should] be shared [North propose: in halves; South oppose]."),
    ],
)
def test_party_reads_its_own_words_and_unknown_is_not_consent(party: str, expected: str) -> None:
    text = "Water [North: shall] [South: should] be shared [North propose: in halves; South oppose]."
    assert preferred_text(text, [party]) == expected


def test_supporter_reads_the_words_it_supports() -> None:
    assert preferred_text("[A propose: half; B support]", ["B"]) == "half"


def test_of_alternatives_the_only_one_not_opposed_is_left() -> None:
    text = "Water is [North propose: sold; South oppose] [shared]."
    assert preferred_text(text, ["South"]) == "Water is shared."
    assert preferred_text("Water [North propose: is sold; South oppose] [no text].", ["South"]) == "Water."


def test_inner_brackets_are_read_for_the_party_too() -> None:
    assert preferred_text("[within [North: 30] [South: 60] days]", ["South"]) == "[within 60 days]"


def test_party_goes_by_all_its_names() -> None:
    assert preferred_text("[the water board: half] go", ["wb", "Water Board"], names=["North"]) == "half go"


@given(st.text(alphabet=st.sampled_from(list("ab .,\n")), max_size=30))
@settings(deadline=None)
def test_text_without_brackets_reads_the_same_every_way(text: str) -> None:
    assert plain_text(text) == agreed_text(text) == preferred_text(text, ["North"]) == text
