from __future__ import annotations

from onetext.wording.likeness import likeness, traits


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    a = traits("Water shall be shared.")
    assert likeness(a, traits("water SHALL be shared")) == 1.0
    assert likeness(a, traits("Prisoners go home")) == 0.0
    assert likeness(traits(""), traits("")) == 1.0
