"""Two people changed one text: nothing of either is lost, and what meets is not put together."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.wording.merging import hunks, merged, put_into
from onetext.wording.tokens import words

BASE = "The parties shall withdraw heavy weapons within thirty days of signature."
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", ",", "[", "]"]), max_size=12).map(" ".join)


def test_changes_in_two_places_stand_together() -> None:
    ours = BASE.replace("heavy ", "all heavy ")
    theirs = BASE.replace("thirty", "sixty")

    assert merged(BASE, ours, theirs) == "The parties shall withdraw all heavy weapons within sixty days of signature."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (BASE.replace("thirty", "sixty"), BASE.replace("thirty", "ninety")),
        (BASE.replace("thirty", "sixty"), BASE.replace("days", "weeks")),
        (BASE.replace("heavy", "all heavy"), BASE.replace("heavy", "most heavy")),
        ("", BASE.replace("thirty", "sixty")),
    ],
    ids=["same word", "neighbours", "same place", "all of it gone"],
)
def test_changes_that_meet_are_not_put_together(ours: str, theirs: str) -> None:
    assert merged(BASE, ours, theirs) is None


def test_same_change_by_both_counts_once() -> None:
    ours = BASE.replace("thirty", "sixty")

    assert merged(BASE, ours, ours.replace("signature", "ratification")) == ours.replace("signature", "ratification")


@given(TEXTS, TEXTS)
def test_hunks_put_into_the_base_give_the_other(base: str, other: str) -> None:
    assert put_into(base, hunks(base, other)) == other


@given(TEXTS, TEXTS)
def test_change_by_one_alone_is_taken_whole(base: str, other: str) -> None:
    assert merged(base, base, other) == merged(base, other, base) == merged(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_merge_is_the_same_from_both_sides_and_loses_no_new_word(base: str, ours: str, theirs: str) -> None:
    found = merged(base, ours, theirs)

    assert found == merged(base, theirs, ours)
    if found is not None:
        kept = Counter(words(found))
        for text in (ours, theirs):
            new = Counter(word for hunk in hunks(base, text) for word in words(hunk.new))
            assert not new - kept
