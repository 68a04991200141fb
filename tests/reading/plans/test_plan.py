"""How many points the plan has, who wrote it; and agreements by their names."""

import pytest

from onetext.reading.reading import read_text


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Norway sent a plan to Kenya. It has 22 points under three headings.", 22),
        ("The synods have settled eleven of the fourteen articles of union.", 14),
        ("The quarrel turns on a settlement sketched in five points.", 5),
        ("You will learn how to draft a twelve-point plan on a napkin.", None),
        ("The match ended after twelve points.", None),
    ],
)
def test_points_are_counted_where_a_plan_is_told_of(text: str, points: int | None) -> None:
    found = read_text(f"A quiet week.\n\n{text}").plan

    assert (found.points if found else None) == points


def test_author_of_the_plan_is_the_person_behind_by() -> None:
    found = read_text("A quiet week.\n\nThe 9-point plan was drawn up by Kenyan President Ana Petrova.").plan

    assert found is not None
    assert (found.author, found.party) == ("Ana Petrova", "Kenya")


def test_agreement_is_known_by_its_name_before_or_behind_but_not_by_a_title() -> None:
    text = "The Kessary ceasefire: day nine\n\nBoth sides recalled the Treaty of Lund and the 1971 Faro accord."

    assert [each.name for each in read_text(text).agreements] == ["Treaty of Lund", "1971 Faro accord"]


def test_gathering_called_convention_is_no_agreement() -> None:
    assert read_text("A quiet week.\n\nThe Republican National Convention ended in Lund.").agreements == ()


def test_plan_is_its_owners_and_is_divided_under_heads() -> None:
    found = read_text(
        "A quiet week.\n\nKenya's ten-point proposal comes under the heads of tolls, pilots and wrecks."
    ).plan

    assert found is not None
    assert (found.points, found.party, found.categories) == (10, "Kenya", ("tolls", "pilots", "wrecks"))


def test_plan_that_is_only_imagined_has_no_points() -> None:
    assert read_text("A quiet week.\n\nHad there been a ten-point plan, nobody would have read it.").plan is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Under the 2004 arrangement, Kenya may fish in the strait.", "2004 arrangement"),
        ("There is a protocol of 1971, which both remember.", "protocol of 1971"),
        ("The truce of Lamu lasted until spring.", "truce of Lamu"),
        ("Both remain committed to the timetable agreed in Lamu in May.", "timetable agreed in Lamu"),
        ("The ministers signed a protocol on salt.", "protocol on salt"),
        ("The exchange of notes of 9 April was welcomed.", "exchange of notes of 9 April"),
        ("The first ceasefire held for a year.", "first ceasefire"),
        ("The fisheries protocol lapsed in 2020.", "fisheries protocol"),
        ("The Lamu roadmap has collapsed.", "Lamu roadmap"),
    ],
)
def test_agreement_is_known_by_date_place_subject_or_order(text: str, name: str) -> None:
    found = read_text(f"A quiet week.\n\nKenya and Norway met in May. {text}").agreements

    assert [each.name[: len(name)] for each in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "There is no agreement on water.",
        "They hope to sign an agreement on water.",
        "They are negotiating a new fishing agreement.",
        "The protocol office struck it off.",
        "The delegates of the Lamu convention voted.",
        "A Lamu accord would take years.",
    ],
)
def test_what_is_only_hoped_for_is_no_agreement(text: str) -> None:
    assert read_text(f"A quiet week.\n\nKenya and Norway met in May. {text}").agreements == ()
