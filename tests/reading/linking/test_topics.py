"""Which points a text touches; a word that points share, or that anybody says, is no tie."""

import pytest

from tests.reading.linking.stories import links, named, speech


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("Tankers need free passage through the strait.", ["p1"]),
        ("There will be an amnesty for nobody.", ["p2"]),
        ("Herring has a ceiling: 900 tonnes.", ["p3"]),
        ("The prisoners have to be returned.", ["p5"]),
        ("We had no notice of their visit.", []),
        ("The talks were useful and the agreement is near.", []),
        ("Norrland and Sudria will meet again.", []),
        ("Nobody will escort me out.", []),
    ],
)
def test_statement_is_tied_to_the_points_its_words_touch(words: str, points: list[str]) -> None:
    assert named(links("statement", **speech(words, None)), "about") == points


def test_reason_names_the_point_and_the_words() -> None:
    (link,) = links("statement", **speech("Every tanker shall have its passage.", None))

    assert (link.record, link.reason) == ("p1", "“Passage of ships through the strait”: tanker, passage")


def test_question_is_tied_to_points_too() -> None:
    assert named(links("question", text="How many reefs are closed to fishing?"), "about") == ["p3"]
