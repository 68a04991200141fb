import pytest

from onetext.reading.reading import read_text
from onetext.reading.records import Source


def statuses(text: str) -> dict[str, set[str]]:
    """By status, all who take part."""
    found: dict[str, set[str]] = {}
    for contact in read_text(text, Source()).contacts:
        found.setdefault(contact.status, set()).update(contact.participants)
    return found


@pytest.mark.parametrize(
    "away", ["Peru stayed away from", "Peru boycotted", "Peru refused to attend", "Peru did not attend"]
)
def test_whoever_stayed_away_from_what_another_hosted_declined_it_r4(away: str) -> None:
    found = statuses(f"Norway hosted a meeting in Oslo in May that {away}.")

    assert found.get("held", set()) <= {"Norway"}
    assert found["declined"] == {"Norway", "Peru"}


def test_whoever_came_to_what_another_hosted_declined_nothing() -> None:
    found = statuses("Norway hosted a meeting in Oslo in May that Peru did not refuse to attend.")

    assert "declined" not in found


def test_talks_that_broke_off_earlier_take_nobody_from_the_meeting_since() -> None:
    found = statuses("Ana Petrova met Jorge Lim on Monday, for the first time since formal talks broke off in March.")

    assert found["held"] == {"Ana Petrova", "Jorge Lim"}
