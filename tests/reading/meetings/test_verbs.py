"""What one verb tells of a meeting: the other side as its object, behind its preposition, or both in its subject."""

import pytest

from onetext.reading.reading import read_text


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(contact.kind, contact.status, contact.participants) for contact in read_text(text).contacts]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ana Petrova spent the evening with Jorge Lim.", "meeting", "held"),
        ("Ana Petrova dined with Jorge Lim in Oslo.", "meeting", "held"),
        ("Ana Petrova raised the matter in Oslo with Jorge Lim.", "meeting", "held"),
        ("Ana Petrova summoned Jorge Lim on Monday.", "meeting", "held"),
        ("Ana Petrova called on Jorge Lim at his house on Monday.", "visit", "held"),
        ("Ana Petrova is to be received by Jorge Lim on Monday.", "meeting", "planned"),
        ("Ana Petrova and Jorge Lim shook hands in Oslo.", "meeting", "held"),
        ("Ana Petrova refused to receive Jorge Lim.", "meeting", "declined"),
        ("Ana Petrova is expected in Oslo on Monday for talks with Jorge Lim.", "meeting", "expected"),
        ("Ana Petrova is due in Oslo on Monday for talks with Jorge Lim.", "meeting", "planned"),
    ],
)
def test_verb_with_another_side_is_a_contact_of_two(text: str, kind: str, status: str) -> None:
    assert told(text) == [(kind, status, ("Ana Petrova", "Jorge Lim"))]


def test_other_sides_with_a_day_each_are_met_one_by_one() -> None:
    text = "Ana Petrova saw Jorge Lim on Friday and Pavel Novak, the envoy of Chile, on Saturday."

    assert [names for _, _, names in told(text)] == [("Ana Petrova", "Jorge Lim"), ("Ana Petrova", "Pavel Novak")]


def test_one_who_only_tells_who_another_is_takes_no_part() -> None:
    text = "Ana Petrova met Jorge Lim, an adviser to the Chilean president, in Oslo."

    assert [names for _, _, names in told(text)] == [("Ana Petrova", "Jorge Lim")]


def test_chair_of_a_meeting_is_there_too() -> None:
    text = "Ana Petrova met Jorge Lim in Oslo under the chairmanship of Pavel Novak."

    assert [names for _, _, names in told(text)] == [("Ana Petrova", "Jorge Lim", "Pavel Novak")]


def test_other_side_without_a_name_is_called_as_in_the_text() -> None:
    ((_, _, names),) = told("Ana Petrova met two colonels on Monday.")

    assert names == ("Ana Petrova", "two colonels")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova met the conditions of Jorge Lim.",
        "Ana Petrova spoke to reporters in Oslo.",
        "Ana Petrova would like to see the plan survive.",
        "Ana Petrova and Jorge Lim spoke on condition of anonymity.",
    ],
)
def test_same_verb_with_something_else_is_no_contact(text: str) -> None:
    assert told(text) == []


def test_two_sides_of_the_text_meet_where_only_the_sides_are_said() -> None:
    text = (
        "Kenya and Chile are at odds. Talks between Kenya and Chile broke off. The two sides met again in Oslo in May."
    )

    assert ("meeting", "held", ("Kenya", "Chile")) in told(text)


def test_participle_before_the_verb_of_saying_is_told_as_done() -> None:
    text = "Dining with Jorge Lim on Monday, Ana Petrova said that she was content."

    assert told(text) == [("meeting", "held", ("Ana Petrova", "Jorge Lim"))]


def test_each_other_is_both_in_the_subject() -> None:
    assert told("Ana Petrova and Jorge Lim saw each other in Oslo.") == [
        ("meeting", "held", ("Ana Petrova", "Jorge Lim"))
    ]


def test_verb_far_from_its_auxiliary_is_as_it_says() -> None:
    assert told("Ana Petrova did, however, speak with Jorge Lim.") == [("talks", "held", ("Ana Petrova", "Jorge Lim"))]


def test_leader_of_a_delegation_stands_for_it() -> None:
    text = "A delegation from Kenya led by Ana Petrova met Jorge Lim in Oslo."

    assert [names for _, _, names in told(text)] == [("Ana Petrova", "Jorge Lim")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Petrova told Jorge Lim by telephone that she was content.", "call"),
        ("Ana Petrova assured Jorge Lim in a letter that she was content.", "message"),
        ("Ana Petrova handed a letter to Jorge Lim.", "message"),
        ("Ana Petrova introduced herself to Jorge Lim.", "meeting"),
        ("Ana Petrova spent an hour talking to Jorge Lim.", "talks"),
        ("Jorge Lim, whom Ana Petrova saw on Monday, was content.", "meeting"),
        ("Jorge Lim, with whom Ana Petrova spoke on Monday, was content.", "talks"),
    ],
)
def test_other_ways_to_meet(text: str, kind: str) -> None:
    assert told(text) == [(kind, "held", ("Ana Petrova", "Jorge Lim"))]


def test_journey_in_vain_is_no_meeting() -> None:
    assert told("Ana Petrova went back to Jorge Lim, who kept her waiting for hours.") == []


def test_meeting_at_the_end_of_a_journey_is_where_it_went() -> None:
    (found,) = read_text("Ana Petrova flew to Oslo on Sunday and spent an hour with Jorge Lim.").contacts

    assert (found.participants, found.place) == (("Ana Petrova", "Jorge Lim"), "Oslo")
