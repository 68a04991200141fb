import pytest

from onetext.reading.meetings.meeting import final_status
from onetext.reading.reading import read_text
from onetext.reading.records import Contact, Source


def contacts(text: str, source: Source = Source()) -> tuple[Contact, ...]:  # noqa: B008 -- frozen
    return read_text(text, source).contacts


def test_visit_expected_and_called_off_is_one_contact_r4() -> None:
    (found,) = contacts(
        "Ana Petrova was expected to meet Jorge Lim in Oslo, but the envoy Petrova called off the trip."
    )

    assert [mark.status for mark in found.history] == ["expected", "cancelled"]
    assert (found.status, found.by, found.place) == ("cancelled", "Ana Petrova", "Oslo")


def test_talks_that_one_side_will_not_attend_are_declined_by_it() -> None:
    (found,) = contacts("The ministry said that Kenya would not take part in the talks in Geneva on 3 March.")

    assert (found.kind, found.status, found.by, found.participants) == ("talks", "declined", "Kenya", ("Kenya",))


def test_talking_to_an_outlet_or_to_reporters_is_no_contact() -> None:
    assert contacts("Ana Petrova spoke to Reuters. Jorge Lim spoke with reporters in Oslo. Lim met the press.") == ()


def test_meeting_that_is_only_wished_for_is_no_contact() -> None:
    assert contacts("Ana Petrova wants to meet Jorge Lim in Oslo.") == ()


def test_meeting_under_a_condition_is_no_contact() -> None:
    assert contacts("If Ana Petrova meets Jorge Lim in Oslo, the plan may change.") == ()


def test_meeting_that_did_not_happen_is_not_held() -> None:
    (found,) = contacts("Ana Petrova did not meet Jorge Lim in Oslo.")

    assert found.status == "not_held"


def test_passive_cancellation_names_who_did_it() -> None:
    (found,) = contacts("The meeting between Ana Petrova and Jorge Lim was cancelled by Norway because of the storm.")

    assert (found.status, found.by, found.accounts[0].reason) == ("cancelled", "Norway", "because of the storm")


def test_next_meeting_after_a_held_one_is_another_contact() -> None:
    first, second = contacts("Ana Petrova met Jorge Lim on Monday. They are due to meet again on Friday.")

    assert (first.status, second.status) == ("held", "planned")


def test_date_without_a_year_is_null_until_the_day_of_publication_is_known() -> None:
    text = "Ana Petrova met Jorge Lim in Oslo on November 19."

    assert [contact.date for contact in contacts(text)] == [None]
    assert [contact.date for contact in contacts(text, Source(date="2025-11-20"))] == ["2025-11-19"]


def test_each_side_keeps_its_own_account() -> None:
    (found,) = contacts(
        "Kenya denied that a meeting between Ana Petrova and Jorge Lim in Oslo was ever planned. "
        "Norway said that it was cancelled by Kenya."
    )

    assert [(account.by, account.status) for account in found.accounts] == [
        ("Kenya", "not_held"),
        ("Norway", "cancelled"),
    ]


def test_plan_never_outweighs_what_became_of_it() -> None:
    assert final_status(["cancelled", "expected"]) == "cancelled"
    assert final_status(["planned", "held"]) == "held"
    assert final_status(["unknown", "planned"]) == "planned"


def test_visit_of_one_and_talks_that_his_side_declines_are_two_contacts() -> None:
    text = (
        "Kenyan Foreign Minister Omar Said announced on Sunday that he would go to Oslo. "
        "The ministry in Nairobi said that Kenya would send no one to the consultations in Oslo on 2 December."
    )

    assert [(each.kind, each.status) for each in contacts(text)] == [("visit", "planned"), ("talks", "declined")]


def test_cancelling_without_an_object_means_the_meeting_just_named() -> None:
    (found,) = contacts("A dinner with Jorge Lim had been planned in Oslo, but Ana Petrova cancelled at short notice.")

    assert [mark.status for mark in found.history] == ["planned", "cancelled"]
    assert (found.by, set(found.participants)) == ("Ana Petrova", {"Ana Petrova", "Jorge Lim"})


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.status, each.participants) for each in contacts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Had Ana Petrova met Jorge Lim in Oslo, the plan would have changed.",
        "Ana Petrova could meet Jorge Lim in Oslo next week.",
        "Did Ana Petrova meet Jorge Lim in Oslo?",
        "There was a rumour that Ana Petrova had met Jorge Lim in Oslo.",
        "Ana Petrova and Jorge Lim have not met since 2017.",
        "Kenya said that it would reply before any meeting.",
        "Instead of meeting Ana Petrova in Oslo, Jorge Lim stayed at home.",
    ],
)
def test_what_is_supposed_asked_or_rumoured_is_no_contact(text: str) -> None:
    assert contacts(text) == ()


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Ana Petrova and Jorge Lim will not meet in Oslo on Monday as planned.", "cancelled", "Ana Petrova"),
        ("It is untrue that Ana Petrova met Jorge Lim in Oslo.", "not_held", "Ana Petrova"),
        ("A report that Ana Petrova met Jorge Lim in Oslo is false.", "not_held", "Ana Petrova"),
        ("Ana Petrova was to have met Jorge Lim in Oslo, but the airport was closed.", "cancelled", "Ana Petrova"),
        ("The talks between Ana Petrova and Jorge Lim in Oslo fell through.", "not_held", "Ana Petrova"),
        ("Ana Petrova was in Oslo last week for talks with Jorge Lim.", "held", "Ana Petrova"),
        ("A round between Ana Petrova and Jorge Lim was put off at Kenya's request.", "postponed", "Ana Petrova"),
    ],
)
def test_form_of_the_verb_says_what_became_of_it_r4(text: str, status: str, who: str) -> None:
    (found,) = contacts(text)

    assert (found.status, who in found.participants, "Jorge Lim" in found.participants) == (status, True, True)


def test_meeting_told_by_one_and_denied_by_the_other_is_open_c3() -> None:
    text = (
        "Kenya said that its envoy, Ana Petrova, had met Norway's envoy, Jorge Lim, in Oslo on Monday. "
        "Norway denied it."
    )

    (found,) = contacts(text)

    assert [(account.by, account.status) for account in found.accounts] == [("Kenya", "held"), ("Norway", "not_held")]
    assert found.status == "unknown"


def test_both_sides_are_the_two_parties_of_the_text() -> None:
    text = "Kenya and Norway signed a truce. Kenya wants a border; Norway does not. The two sides met on Monday."

    assert told(text) == [("held", ("Kenya", "Norway"))]


def test_next_round_has_the_sides_of_the_round_before() -> None:
    text = "Kenya and Norway held talks in Oslo on Monday. A second round will be held in Bern in May."

    assert told(text) == [("held", ("Kenya", "Norway")), ("planned", ("Kenya", "Norway"))]


def test_capital_that_is_visited_stands_for_its_state_where_that_acts() -> None:
    text = "Norway agreed. Kenyan Foreign Minister Omar Said will travel to Oslo on Friday."

    assert told(text) == [("planned", ("Omar Said", "Norway"))]


def test_meeting_once_with_one_and_once_with_another_is_two() -> None:
    text = "Ana Petrova spoke with Jorge Lim on Monday and with Omar Said on Tuesday."

    assert told(text) == [("held", ("Ana Petrova", "Jorge Lim")), ("held", ("Ana Petrova", "Omar Said"))]


def test_weekday_lies_behind_what_was_held_and_ahead_of_a_plan() -> None:
    text = "Ana Petrova met Jorge Lim in Oslo on Monday. On Friday Petrova will meet Omar Said in Bern."

    assert [each.date for each in contacts(text, Source(date="2024-05-08"))] == ["2024-05-06", "2024-05-10"]


def test_whoever_carries_letters_between_two_mediates() -> None:
    (found,) = contacts("Father Tomas Orr carries letters between Kenya and Norway.")

    assert (found.kind, found.status, found.participants) == ("mediation", "ongoing", ("Tomas Orr", "Kenya", "Norway"))


def test_month_and_year_go_by_the_day_of_publication() -> None:
    text = "Ana Petrova met Jorge Lim in Oslo last year. Ana Petrova will meet Omar Said in Bern next month."

    assert [each.date for each in contacts(text, Source(date="2024-12-08"))] == ["2023", "2025-01"]


def test_first_person_is_the_one_who_speaks() -> None:
    text = "“I met Jorge Lim in Oslo on Monday,” said Norway's foreign minister, Ana Petrova."

    assert told(text) == [("held", ("Ana Petrova", "Jorge Lim"))]


def test_meeting_without_day_or_place_is_not_held_beside_one_that_fell_r4() -> None:
    text = "Ana Petrova cancelled a meeting with Jorge Lim. Petrova met Lim, some say."

    assert [status for status, _ in told(text)] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "names", "status"),
    [
        ("Sorland and Mardovia exchanged letters in May.", ("Sorland", "Mardovia"), "held"),
        ("Sorland broke off talks with Mardovia on Monday.", ("Sorland", "Mardovia"), "suspended"),
        ("Ana Petrova was received by Jorge Lim on Monday.", ("Ana Petrova", "Jorge Lim"), "held"),
        ("Plans for a meeting between Kenya and Uganda were dropped.", ("Kenya", "Uganda"), "cancelled"),
        ("Chile pulled out of talks with Norway.", ("Chile", "Norway"), "cancelled"),
        ("A storm forced Ana Petrova and Jorge Lim to postpone a meeting.", ("Ana Petrova", "Jorge Lim"), "postponed"),
        ("Norway brought Kenya and Uganda together in May.", ("Norway", "Kenya", "Uganda"), "held"),
        ("Jorge Lim paid a visit to Ana Petrova in Oslo.", ("Jorge Lim", "Ana Petrova"), "held"),
        ("Ana Petrova meets Jorge Lim in Lima on Thursday.", ("Ana Petrova", "Jorge Lim"), "planned"),
        ("Norway will host talks between Kenya and Uganda in May.", ("Kenya", "Uganda"), "planned"),
        ("Neither Kenya nor Uganda turned up for the talks on Monday.", ("Kenya", "Uganda"), "declined"),
        ("Kenya had been due to meet Uganda on Monday, but sent a note.", ("Kenya", "Uganda"), "cancelled"),
    ],
)
def test_contact_in_many_wordings_has_its_sides_and_status(text: str, names: tuple[str, ...], status: str) -> None:
    (found,) = contacts(text)

    assert (found.participants, found.status) == (names, status)


@pytest.mark.parametrize(
    "text",
    ["Kenya has no plans for a summit with Uganda.", "Kenya and Uganda meet on Saturday in the second qualifier."],
)
def test_no_plan_and_no_game_is_a_contact(text: str) -> None:
    assert contacts(text) == ()


def test_whoever_is_named_beside_a_meeting_of_one_was_there_too() -> None:
    (found,) = contacts("In a tent where Ana Petrova sat across from Jorge Lim, the second session began on Monday.")

    assert set(found.participants) == {"Ana Petrova", "Jorge Lim"}


def test_whoever_only_tells_of_a_meeting_was_not_there_by_that() -> None:
    (found,) = contacts("Jorge Lim said that the talks with Kenya had ended on Monday.")

    assert found.participants == ("Kenya",)
