"""What a text leaves open, and what only looks like it."""

import pytest

from onetext.reading.reading import read_text


def _open(text: str) -> list[str]:
    """The questions of a text, read without a model: the rules are the same with one."""
    return [each.text for each in read_text(f"A quiet week.\n\n{text}", with_model=False).questions]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("It remains an open question whether the truce will hold, diplomats said.", "whether the truce will hold"),
        ("It is too early to tell how the north will vote.", "how the north will vote"),
        ("Officials have yet to decide whether to publish the text.", "whether to publish the text"),
        ("She declined to comment on whether a date had been set.", "whether a date had been set"),
        ("Nobody knows when the talks will resume.", "when the talks will resume"),
        ("No word on when the talks will resume.", "when the talks will resume"),
        ("The plan leaves open who will pay for it.", "who will pay for it"),
        ("The agreement left unanswered the question of who commands.", "who commands"),
        ("Where the two men met has not been disclosed.", "Where the two men met"),
        ("Who will lead the team, the ministry did not say.", "Who will lead the team"),
        ("How long the truce can last is anyone's guess.", "How long the truce can last"),
        ("The fate of the two pilots is unknown.", "The fate of the two pilots is unknown"),
        ("Asked whether he would resign, the minister declined to comment.", "whether he would resign"),
        ("What is not clear is whether the north will sign.", "whether the north will sign"),
        ("The spokesman, who did not say who had ordered it, left.", "who had ordered it"),
        ('"I cannot say when they will come," he said.', "when they will come"),
        ("Lim: Will the north sign?\nPetrova: No comment.", "Will the north sign?"),
    ],
)
def test_what_is_not_known_or_not_said_is_a_question(text: str, question: str) -> None:
    assert _open(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "It is no longer unclear whether the envoy will come.",
        "There is no question that the truce will hold.",
        "If it is unclear who pays, nobody pays.",
        "The envoy has not said that he will come.",
        "They will decide whether to sign on Friday.",
        "He asked whether the port was open.",
        'Asked if the draft had changed, she said: "Yes, in two places."',
        "Could peace really come this way?",
        "Had it been unclear who commands, the truce would have failed.",
        '"I don\'t know what you are talking about," he said.',
    ],
)
def test_what_is_told_asked_or_imagined_is_none(text: str) -> None:
    assert _open(text) == []


def test_questions_named_in_a_row_are_one_each() -> None:
    assert _open("The letter names three questions: who rules, who pays, and whether the law binds.") == [
        "who rules",
        "who pays",
        "whether the law binds",
    ]


def test_no_word_on_a_thing_and_what_accounts_differ_on_are_open() -> None:
    text = "There was no word on the fate of the pilots. Whether they sat down at all, accounts differ."

    assert _open(text) == ["no word on the fate of the pilots", "Whether they sat down at all"]


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Nor is it certain that the vote will be held.", "that the vote will be held"),
        ("The embassy would neither confirm nor deny that they had met.", "that they had met"),
        ("Whether the map is genuine could not be established.", "Whether the map is genuine"),
        ("Whether Kenya will pay is another matter.", "Whether Kenya will pay"),
        ("If they fail, it is unclear whether Kenya would pay.", "whether Kenya would pay"),
        ("One question was left unanswered: who will pay.", "who will pay"),
        ("It is hard to say who won.", "who won"),
    ],
)
def test_what_is_left_open_in_other_words(text: str, open_: str) -> None:
    found = read_text(f"A quiet week.\n\n{text}").questions

    assert [each.text for each in found] == [open_]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry refused to comment on what it called gossip.",
        "The trip had been in doubt until Monday.",
        "When Kenya was asked about the plan, it was still unclear.",
    ],
)
def test_asking_words_that_leave_nothing_open(text: str) -> None:
    assert read_text(f"A quiet week.\n\n{text}").questions == ()
