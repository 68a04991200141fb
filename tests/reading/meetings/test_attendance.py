"""Who takes part: one name for each who is there, in words that describe, join and lead."""

import pytest

from onetext.reading.reading import read_text
from onetext.reading.records import Source


def attendance(text: str) -> list[tuple[set[str], str]]:
    return [(set(contact.participants), contact.status) for contact in read_text(text).contacts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya's delegation, led by Ada Quint, met the minister Ivo Brandt in Oslo.", {"Ada Quint", "Ivo Brandt"}),
        ("A Kenyan team under Ada Quint met the minister Ivo Brandt in Oslo.", {"Ada Quint", "Ivo Brandt"}),
        (
            "The Reform Party of Premier Ada Quint and the Miners' Union met on Monday.",
            {"Reform Party", "Miners' Union"},
        ),
        ("The minister Ada Quint of Norway, whose ships Kenya holds, met Ivo Brandt.", {"Ada Quint", "Ivo Brandt"}),
    ],
)
def test_words_that_only_describe_somebody_add_nobody(text: str, names: set[str]) -> None:
    assert attendance(text) == [(names, "held")]


def test_joint_commission_is_the_two_sides_of_the_text() -> None:
    text = (
        "The border between Kenya and Norway is open, Kenya and Norway said. "
        "The joint border commission met on Monday in Oslo."
    )

    assert attendance(text) == [({"Kenya", "Norway"}, "held")]


def test_commission_of_hyphenated_sides_is_those_sides() -> None:
    assert attendance("The Kenyan-Norwegian commission met on Monday in Oslo. Spain was silent.") == [
        ({"Kenya", "Norway"}, "held")
    ]


def test_session_without_names_is_of_the_two_who_stand_side_by_side() -> None:
    text = (
        "Talks between Kenya and Norway drag on. Kenya and Norway want a deal, and Spain, Spain says, helps Spain. "
        "A session set for Friday in Oslo was cancelled."
    )

    assert ({"Kenya", "Norway"}, "cancelled") in attendance(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The foreign ministers of Kenya, Norway, Spain and Chile met in Bern on Monday.",
            {"Kenya", "Norway", "Spain", "Chile"},
        ),
        ("Kenyan, Norwegian and Spanish negotiators met in Bern on Monday.", {"Kenya", "Norway", "Spain"}),
        ("The talks in Bern brought together Kenya, Norway and Spain.", {"Kenya", "Norway", "Spain"}),
        ("The contact group – Kenya, Norway and Spain – met in Bern on Monday.", {"Kenya", "Norway", "Spain"}),
        ("The group of three – Kenya, Norway and Spain – met in Bern on Monday.", {"Kenya", "Norway", "Spain"}),
        (
            "The meeting was attended by the ministers of Kenya, Ada Quint, and of Norway, Ivo Brandt.",
            {"Ada Quint", "Ivo Brandt"},
        ),
        (
            "Ada Quint, the president of Kenya, Ivo Brandt, the premier of Norway, and the envoy Lena Sturm met.",
            {"Ada Quint", "Ivo Brandt", "Lena Sturm"},
        ),
    ],
)
def test_everybody_of_a_long_list_takes_part(text: str, names: set[str]) -> None:
    assert attendance(text) == [(names, "held")]


def test_women_whom_somebody_invites_are_two_others() -> None:
    text = (
        "The minister Ada Quint and the rebel Lena Sturm disagree. The bishop Mara Tull has invited both women to Bern "
        "for talks on Friday."
    )

    assert attendance(text) == [({"Mara Tull", "Ada Quint", "Lena Sturm"}, "planned")]


def test_the_two_are_those_named_last_one_after_the_other() -> None:
    text = (
        "The minister Ada Quint of Kenya came at noon. The rebel chief Ivo Brandt came later. The two met for an hour."
    )

    assert ({"Ada Quint", "Ivo Brandt"}, "held") in attendance(text)


def test_whoever_speaks_before_one_council_took_part_in_one_sitting() -> None:
    text = (
        "The envoy Ada Quint briefed the Security Council on Monday. The minister Ivo Brandt told the Security Council "
        "that the truce held. Kenya's representative, Lena Sturm, said that it did not."
    )

    assert attendance(text) == [({"Ada Quint", "Ivo Brandt", "Lena Sturm", "Security Council"}, "held")]


def test_meeting_that_was_not_and_one_announced_by_day_are_two() -> None:
    text = (
        "The border between Kenya and Norway is shut, Kenya and Norway said. There was no meeting in Oslo, the premier "
        "Ada Quint said. The joint commission will meet on 15 May."
    )

    assert ({"Kenya", "Norway"}, "planned") in attendance(text)


def test_mediator_who_calls_a_session_off_is_not_the_only_one_of_it() -> None:
    text = (
        "Talks between Kenya and Norway drag on. Kenya and Norway met in Bern on Monday. "
        "The mediator, Ada Quint, called off a session set for Friday."
    )

    assert any({"Kenya", "Norway"} <= names and status == "cancelled" for names, status in attendance(text))


def test_they_in_row_after_row_are_looked_up_once_each() -> None:
    rows = "They told them that the plan was good. " * 400
    found = read_text(f"{rows}They met them in Geneva on 3 May 2025.", with_model=False)
    assert found.read_to == found.chars


def test_team_led_by_somebody_is_that_person_on_both_sides_of_the_talks() -> None:
    text = "A Kenyan delegation headed by Ana Petrova held talks with a Peruvian team led by Jorge Lim."

    (found,) = read_text(text, Source()).contacts

    assert (found.status, {*found.participants}) == ("held", {"Ana Petrova", "Jorge Lim"})


def test_separate_meetings_with_two_persons_are_two() -> None:
    found = read_text("Ana Petrova held separate meetings with Jorge Lim and Peter Ogot on Monday.", Source()).contacts

    assert [contact.participants for contact in found] == [("Ana Petrova", "Jorge Lim"), ("Ana Petrova", "Peter Ogot")]
