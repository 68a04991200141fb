from onetext.reading.contacts import final_status
from onetext.reading.reading import read_text
from onetext.reading.records import Contact, Source


def contacts(text: str, source: Source = Source()) -> tuple[Contact, ...]:  # noqa: B008 -- frozen
    return read_text(text, source).contacts


def test_visit_expected_and_called_off_is_one_contact_r4() -> None:
    (found,) = contacts("Ana Petrova was due to meet Jorge Lim in Oslo, but the envoy Petrova called off the trip.")

    assert [mark.status for mark in found.history] == ["expected", "cancelled"]
    assert (found.status, found.by, found.place) == ("cancelled", "Ana Petrova", "Oslo")


def test_talks_that_one_side_will_not_attend_are_declined_by_it() -> None:
    (found,) = contacts("The ministry said that Kenya would not take part in the talks in Geneva on 3 March.")

    assert (found.kind, found.status, found.by, found.participants) == ("talks", "declined", "Kenya", ("Kenya",))


def test_talking_to_an_outlet_or_to_reporters_is_no_contact() -> None:
    assert contacts("Ana Petrova spoke to Reuters. Jorge Lim spoke with reporters in Oslo. Lim met the press.") == ()


def test_meeting_that_is_only_wished_for_is_not_told_as_planned() -> None:
    (found,) = contacts("Ana Petrova wants to meet Jorge Lim in Oslo.")

    assert found.status == "unknown"


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

    assert (first.status, second.status) == ("held", "expected")


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
