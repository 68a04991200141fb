"""Where no rule knows the build of a sentence, a noun of meeting and the names beside it still say something."""

from __future__ import annotations

import pytest

from tests.reading.meetings.test_contacts import contacts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Of the dinner Ana Petrova and Jorge Lim remember the fish.", "held"),
        ("Lunch, with Ana Petrova on one side and Jorge Lim on the other, is planned to last an hour.", "planned"),
    ],
)
def test_names_beside_a_noun_of_meeting_were_at_it(text: str, status: str) -> None:
    (found,) = contacts(text)

    assert (set(found.participants), found.status) == ({"Ana Petrova", "Jorge Lim"}, status)
    assert found.confidence <= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Would a session under one roof do for Ana Petrova what letters did for Jorge Lim?",
        "The meeting that the paper gave Ana Petrova with Jorge Lim is an invention.",
        "It is not the lunch that Ana Petrova holds against Jorge Lim.",
    ],
)
def test_what_is_asked_supposed_or_made_up_is_no_meeting(text: str) -> None:
    assert contacts(text) == ()
