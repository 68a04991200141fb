"""What changed between two texts, word by word (T3)."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.wording.difference import new_text, old_text, word_changes
from onetext.wording.tokens import tokens

TEXT = st.text(alphabet=st.sampled_from(list("ab [].,\n\u0301水é\u200d1")), max_size=60) | st.text(max_size=40)
WORDS = st.lists(st.sampled_from(["the", "water", "shall", "should", "[shall]", "be,", "shared.", "\n"]), max_size=40)


@given(TEXT | WORDS.map(" ".join), TEXT | WORDS.map(" ".join))
@settings(deadline=None)
def test_all_changes_give_the_new_text_and_none_the_old(old: str, new: str) -> None:
    """T3, to the character."""
    changes = word_changes(old, new)
    assert old_text(changes) == old
    assert new_text(changes) == new
    assert all(text for _, text in changes), "no change is empty"
    assert all(a[0] != b[0] for a, b in pairwise(changes)), "neighbours of one mark are one"
    assert all((a[0], b[0]) != ("+", "-") for a, b in pairwise(changes)), "out before in"


@given(TEXT)
@settings(deadline=None)
def test_tokens_lose_no_character(text: str) -> None:
    assert "".join(core + blanks for core, blanks in tokens(text)) == text


def test_one_word_replaced_is_shown_alone() -> None:
    assert word_changes("Water should be shared.", "Water shall be shared.") == (
        ("=", "Water "),
        ("-", "should "),
        ("+", "shall "),
        ("=", "be shared."),
    )


def test_brackets_are_marks_of_their_own() -> None:
    assert word_changes("Water [shall] be", "Water shall be") == (
        ("=", "Water "),
        ("-", "["),
        ("=", "shall"),
        ("-", "] "),
        ("+", " "),
        ("=", "be"),
    )


def test_marks_between_two_changed_words_are_shown_with_them() -> None:
    assert word_changes("in a, b now", "in x, y now") == (("=", "in "), ("-", "a, b "), ("+", "x, y "), ("=", "now"))


def test_little_that_is_kept_by_chance_does_not_break_up_a_rewriting() -> None:
    old, new = "Both sides withdraw behind the river of their own accord", "Every unit returns to the barracks it left"
    assert word_changes(old, new) == (("-", old), ("+", new))


def test_sentence_put_in_before_one_that_begins_like_it_is_shown_whole() -> None:
    assert word_changes("The dam stays. The ferry goes.", "The dam stays. The fish rest. The ferry goes.") == (
        ("=", "The dam stays. "),
        ("+", "The fish rest. "),
        ("=", "The ferry goes."),
    )
    assert word_changes("The fish rest. The dam stays.", "The dam stays.") == (
        ("-", "The fish rest. "),
        ("=", "The dam stays."),
    )


def test_accent_stays_with_its_letter_and_each_ideograph_is_a_word() -> None:
    assert word_changes("cafe\u0301 x", "cafe x") == (("-", "cafe\u0301 "), ("+", "cafe "), ("=", "x"))
    assert word_changes("水和平", "水平") == (("=", "水"), ("-", "和"), ("=", "平"))


def test_equal_and_empty_texts() -> None:
    assert word_changes("a b", "a b") == (("=", "a b"),)
    assert word_changes("", "") == ()
    assert word_changes("", "a") == (("+", "a"),)


CHANCE = Random(1)
EDITED = [f"w{CHANCE.randrange(4000)}" for _ in range(180_000)]
LONG = {
    "edited": (" ".join(EDITED), " ".join(EDITED).replace("w17 ", "w0 ")),
    "two words": ("ab ba " * 160_000, "ba ab " * 160_000 + "c"),
    "brackets": ("[" * 500_000, "][" * 250_000),
    "reversed": (" ".join(map(str, range(150_000))), " ".join(map(str, range(150_000, 0, -1)))),
}


@pytest.mark.parametrize("shape", LONG)
def test_a_megabyte_of_any_shape_does_not_hang(shape: str) -> None:
    """No quadratic worst case; the bound is wide because test machines are slow and shared."""
    old, new = LONG[shape]
    start = process_time()
    changes = word_changes(old, new)
    assert process_time() - start < 15
    assert old_text(changes) == old
    assert new_text(changes) == new


def test_small_edits_of_a_long_text_are_found_where_no_word_stands_once() -> None:
    old = " ".join(EDITED)
    new = " ".join(word for place, word in enumerate(EDITED) if place % 9000 != 4000)
    changes = word_changes(old, new)
    assert [mark for mark, _ in changes if mark != "="] == ["-"] * 20
    assert new_text(changes) == new
