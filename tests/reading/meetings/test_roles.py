"""Where a noun hangs in a parsed sentence."""

from onetext.reading.article import prepare
from onetext.reading.meetings.roles import Role, role_of


def role(text: str, noun: str) -> Role | None:
    (sentence,) = prepare(text).sentences
    at = next(place for place, token in enumerate(sentence.tokens) if token.text == noun)
    return role_of(sentence, at)


def test_days_of_talks_are_the_talks() -> None:
    found = role("Two days of talks ended in Oslo.", "talks")

    assert found is not None
    assert (found.part, found.over) == ("subject", ())


def test_draft_of_the_talks_is_not_the_talks() -> None:
    found = role("The draft of the talks was burnt.", "talks")

    assert found is not None
    assert (found.part, len(found.over)) == ("subject", 1)


def test_preposition_stands_between_noun_and_verb() -> None:
    found = role("Peru stayed away after a call.", "call")

    assert found is not None
    assert (found.part, found.link) == ("behind", ("after",))
