from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onetext.wording.overlap import Overlap, overlap, traits_of

DAM = "The Parties shall keep the dam closed in spring."
FISH = "The Parties shall count the fish every spring."
FERRY = "The Parties shall let the ferry pass free of charge."
OTHER = "Nobody builds on the eastern meadows."


def rows(a: list[str], b: list[str]) -> Overlap:
    return overlap([traits_of(text) for text in a], [traits_of(text) for text in b])


def always(i: int, j: int) -> bool:
    return True


def test_traits_are_words_and_pairs_without_capitals_and_marks() -> None:
    assert traits_of("The dam, closed.") == {"the", "dam", "closed", "the dam", "dam closed"}
    assert traits_of("\u6c34\u548c") == {"\u6c34", "\u548c", "\u6c34 \u548c"}, "each ideograph is a word"


def test_most_alike_are_paired_first_and_nothing_below_the_least() -> None:
    found = rows([DAM, FISH], [FISH.replace("every", "each"), DAM, OTHER])
    assert found.pairs([0, 1], {0, 1, 2}, 0.3, always) == [(0, 1), (1, 0)]
    assert found.pairs([0, 1], {0, 1, 2}, 0.9, always) == [(0, 1)]
    assert found.pairs([1], {1, 2}, 0.3, always) == []
    assert found.pairs([0, 1], {0, 1, 2}, 0.3, lambda i, j: (i, j) == (1, 0)) == [(1, 0)]


def test_what_every_text_has_counts_nothing() -> None:
    boilerplate = "The Council shall report in due course"
    left = [f"{boilerplate} on matter{at}" for at in range(30)]
    right = [f"{boilerplate} on thing{at}" for at in range(30)]
    assert rows(left, right).pairs(range(30), range(30), 0.01, always) == []


def test_part_is_held_by_its_whole_and_not_by_what_its_partner_has() -> None:
    found = rows([DAM, FISH, OTHER], [f"{DAM} {FISH}", FERRY])
    assert found.holders(1, 0.9) == [0]
    assert found.held(1, 0, [0]) > 0.5, "what the dam does not say"
    assert found.held(1, 0, [1]) == 0.0
    assert found.turned().holders(0, 0.3) == [1, 0] or found.turned().holders(0, 0.3) == [0, 1]


TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6).map(" ".join), max_size=5)


@given(TEXTS, TEXTS)
def test_turned_says_the_same_from_the_other_side(a: list[str], b: list[str]) -> None:
    found = rows(a, b)
    assert found.turned() == rows(b, a)


@given(TEXTS)
def test_no_text_is_more_like_another_than_like_itself(a: list[str]) -> None:
    for i, j in rows(a, a).pairs(range(len(a)), range(len(a)), 0.0, always):
        assert a[i].split() == a[j].split() or traits_of(a[i]) == traits_of(a[j])
