import pytest

from onetext.reading.reading import read_text
from onetext.reading.records import Source

STATES = "Kenya, Peru and Chile share a river. Kenya and Chile want a dam; Peru does not. "


@pytest.mark.parametrize(
    "words",
    [
        "A session of the three countries was held in Oslo on Monday.",
        "A three-way meeting was held in Oslo on Monday.",
        "Trilateral talks were held in Oslo on Monday.",
    ],
)
def test_meeting_of_the_three_states_has_all_that_the_text_is_about(words: str) -> None:
    (found,) = read_text(STATES + words, Source()).contacts

    assert (found.status, {*found.participants}) == ("held", {"Kenya", "Peru", "Chile"})


def test_three_days_of_talks_are_not_talks_of_three() -> None:
    (found,) = read_text(STATES + "The three days of talks between Kenya and Peru ended on Monday.", Source()).contacts

    assert {*found.participants} == {"Kenya", "Peru"}


def test_all_three_persons_are_those_whose_meetings_were_told_before() -> None:
    found = read_text(
        "Ana Petrova met Jorge Lim on Monday. Lim met Peter Ogot on Tuesday. A session of all three is due on Friday.",
        Source(),
    ).contacts

    assert {*found[-1].participants} == {"Ana Petrova", "Jorge Lim", "Peter Ogot"}
