"""What has to be so by when, and what only has a day."""

import pytest

from onetext.reading.deadlines.limits import day
from onetext.reading.reading import read_text
from onetext.reading.records import Due, Source


def _due(text: str) -> list[Due]:
    return list(read_text(f"A quiet week.\n\n{text}", Source(date="2024-05-14")).deadlines)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("The government has until Friday to answer.", "until Friday", "2024-05-17"),
        ("The mediators gave the rebels 48 hours to leave the city.", "48 hours", None),
        ("The text is to be finished by the end of the month.", "by the end of the month", "2024-05-31"),
        ("The mandate of the mission expires on 31 December.", "on 31 December", "2024-12-31"),
        ("She said the reply was due by Thursday.", "by Thursday", "2024-05-16"),
        ("The envoy demanded that the port be reopened within ten days.", "within ten days", None),
        ("The deadline for comments is 3 June.", "3 June", "2024-06-03"),
        ("Kenya wants the hostages freed by Christmas.", "by Christmas", "2024-12-25"),
        ("The deal calls for the withdrawal of all troops by the end of June.", "by the end of June", "2024-06-30"),
        ("The commission must report no later than 1 July.", "no later than 1 July", "2024-07-01"),
        ("The prime minister set a two-week deadline.", "two-week deadline", None),
        ("If no agreement is reached by noon on Sunday, a strike begins.", "by noon on Sunday", "2024-05-19"),
        ("She has not met the demand that it open the gates before the spring.", "before the spring", None),
    ],
)
def test_what_is_owed_asked_or_promised_by_a_time_is_due(text: str, words: str, date: str | None) -> None:
    assert [(each.date_text, each.date) for each in _due(text)] == [(words, date)]


@pytest.mark.parametrize(
    "text",
    [
        "The troops withdrew by the end of the month.",
        "The talks could end by Friday.",
        "The next round is due on Monday.",
        "The ministers will meet before the end of the month.",
        "If they met, they would have to agree before dinner.",
        "The rebels said they would not lay down arms before the election.",
        "They talked until Friday.",
        "The mandate expired on 31 December.",
        "In 1994 the parties had to disarm by June.",
        "Would the port have to close by Friday?",
    ],
)
def test_what_was_so_or_may_be_or_is_a_meeting_is_not_due(text: str) -> None:
    assert _due(text) == []


def test_deadline_moves_with_the_meeting_that_is_meant_by_then() -> None:
    (due,) = _due("Ana Petrova and Jorge Lim will meet in Oslo on 3 June. The answers are due by then.")

    assert (due.bound_to, due.date, due.date_text) == (0, "2024-06-03", "by then")


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("by the end of next month", "2024-12-03", "2025-01-31"),
        ("by the end of the year", "2024-05-14", "2024-12-31"),
        ("by March", "2024-05-14", "2025-03"),
        ("until midnight on Tuesday", "2024-05-14", "2024-05-14"),
        ("by next month", "2024-12-03", "2025-01"),
        ("by the end of February 2028", None, "2028-02-29"),
        ("by Friday", None, None),
        ("before the harvest", "2024-05-14", None),
    ],
)
def test_day_of_a_limit_is_told_or_null(words: str, published: str | None, expected: str | None) -> None:
    assert day(words, published) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The truce holds until Sunday.", "until Sunday"),
        ("Togo must reply in five days.", "in five days"),
        ("Failing an answer by Tuesday, the ships will sail.", "by Tuesday"),
        ("The map room is open until 4 June.", None),
    ],
)
def test_truce_runs_out_and_an_answer_is_awaited_but_a_room_is_only_open(text: str, words: str | None) -> None:
    assert [due.date_text for due in _due(text)] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Red Cross has chartered the aircraft until 20 December.", "until 20 December"),
        ("Kenya has threatened to withdraw the licence at the end of the month.", "at the end of the month"),
        ("The text foresees a road, to be opened by 2031.", "by 2031"),
        ("The statute was supposed to be ready by Easter.", "by Easter"),
        ("Kenya has invited the envoy to appear by Friday.", "by Friday"),
        ("The envoy has to appear before the committee by Friday.", "by Friday"),
    ],
)
def test_deadline_of_hire_threat_and_invitation(text: str, when: str) -> None:
    assert [each.date_text for each in read_text(f"A quiet week.\n\n{text}").deadlines] == [when]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya wants proof before it signs anything.",
        "Kenya wants the rebels to stop before any extension is signed.",
        "She will lay before it the interim text.",
        "Kenya wants to give them another six months.",
    ],
)
def test_order_of_steps_is_no_deadline(text: str) -> None:
    assert read_text(f"A quiet week.\n\n{text}").deadlines == ()
