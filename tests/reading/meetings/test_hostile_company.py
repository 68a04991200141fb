"""Texts that nobody would write, of nouns for meetings and of short sentences, take work that grows with them only."""

from collections.abc import Callable
from typing import Any

import pytest

from onetext.reading.meetings import company, strangers
from onetext.reading.reading import read_text


def _looks(monkeypatch: pytest.MonkeyPatch, piece: str, chars: int) -> int:
    """How often a token of the text is looked at, for a run of names or for one nobody introduced."""
    looks = 0

    def counted(look: Callable[..., bool]) -> Callable[..., bool]:
        def counting(*asked: Any) -> bool:
            nonlocal looks
            looks += 1
            return look(*asked)

        return counting

    with monkeypatch.context() as patch:
        patch.setattr(company, "_and_on", counted(company._and_on))
        patch.setattr(strangers, "_is_part", counted(strangers._is_part))
        read_text((piece * (chars // len(piece) + 1))[:chars], with_model=False)
    return looks


def test_four_times_the_text_is_looked_at_about_four_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = (_looks(monkeypatch, "talks between ", chars) for chars in (2_000, 8_000))

    assert 0 < long < 6 * short


@pytest.mark.parametrize("text", ["The talks between", "Talks of", "A visit by Mr Lim to the talks with"])
def test_a_noun_for_a_meeting_at_the_end_of_a_text_has_nobody_behind_it(text: str) -> None:
    assert read_text(text, with_model=False).contacts == ()
