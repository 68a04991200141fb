from __future__ import annotations

from onetext.wording.likeness import holding, like_pairs, likeness, traits


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    a = traits("Water shall be shared.")
    assert likeness(a, traits("water SHALL be shared")) == 1.0
    assert likeness(a, traits("Prisoners go home")) == 0.0
    assert likeness(traits(""), traits("")) == 1.0


def test_part_is_held_by_its_whole() -> None:
    whole = traits("Water shall be shared. A commission keeps the count.")
    assert holding(whole, traits("A commission keeps the count.")) == 1.0
    assert holding(whole, traits("")) == 0.0


def test_most_alike_are_paired_first_and_nothing_below_the_least() -> None:
    old = [traits("the dam stays closed"), traits("fish are counted every spring")]
    new = [traits("fish are counted every year"), traits("the dam stays closed"), traits("new words")]
    assert like_pairs(old, new, 0.5) == [(0, 1), (1, 0)]
    assert like_pairs(old, new, 0.9) == [(0, 1)]
