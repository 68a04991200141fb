from hypothesis import given
from hypothesis import strategies as st

from onetext.wording.words import words


def test_words_keep_initials_and_part_possessives() -> None:
    found = [word.text for word in words("The U.S.'s envoy, O'Neill, didn't sell 1,200 units.")]

    assert found == ["The", "U.S.", "'", "s", "envoy", ",", "O'Neill", ",", "didn't", "sell", "1,200", "units", "."]


def test_possessive_ending_is_its_own_word() -> None:
    assert [word.text for word in words("Arlen’s plan")] == ["Arlen", "’s", "plan"]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in words(text))
