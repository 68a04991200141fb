"""Texts that nobody would write, of nouns for meetings and of short sentences, take time that grows with them only."""

from time import process_time

import pytest

from onetext.reading.reading import read_text


def _seconds(piece: str, chars: int) -> float:
    before = process_time()
    read_text((piece * (chars // len(piece) + 1))[:chars], with_model=False)
    return process_time() - before


@pytest.mark.parametrize("piece", ["talks between ", "He said that they met. ", '"Yes," X said. '])
def test_four_times_the_text_takes_no_sixteen_times_the_time(piece: str) -> None:
    _seconds(piece, 1_000)  # tables are read once

    assert _seconds(piece, 40_000) < 10 * max(_seconds(piece, 10_000), 0.1)


@pytest.mark.parametrize("text", ["The talks between", "Talks of", "A visit by Mr Lim to the talks with"])
def test_a_noun_for_a_meeting_at_the_end_of_a_text_has_nobody_behind_it(text: str) -> None:
    assert read_text(text, with_model=False).contacts == ()
