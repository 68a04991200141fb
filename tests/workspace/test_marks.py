"""No mark tells by colour alone: within a set, letters differ and shapes differ."""

import pytest
from django.template.loader import render_to_string

from onetext.workspace.marks import SETS
from onetext.workspace.templatetags.marks import chip, guess, party


@pytest.mark.parametrize("name", sorted(SETS))
def test_letters_and_shapes_of_a_set_all_differ(name: str) -> None:
    marks = SETS[name].values()

    assert len({mark.letter for mark in marks}) == len(marks)
    assert len({mark.shape for mark in marks}) == len(marks)


def test_chip_says_its_words_to_who_cannot_see_it() -> None:
    drawn = render_to_string("parts/chip.html", chip("stance", "reject", red_line=True, words=False))

    assert '<span class="unseen">rejects</span><span class="unseen">red line</span>' in drawn


def test_party_has_a_pattern_by_its_place() -> None:
    assert [party("X", place)["pattern"] for place in (0, 7, 8)] == [1, 8, 1]


def test_guess_of_the_machine_is_marked() -> None:
    """M1."""
    drawn = render_to_string("parts/guess.html", guess(0.824, "visit-cancelled"))

    assert "machine guess · 82 %" in drawn
