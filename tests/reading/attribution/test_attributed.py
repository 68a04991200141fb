"""Attributions with the edges of their spans: who (S), by which words (C), what (T), in sentences of our own."""

from __future__ import annotations

import pytest

from onetext.reading.article import prepare


def marked(text: str) -> list[str]:
    """Each attribution as ``source | cue | content``; a content in parts from its first to its last character."""
    found = [one for one in prepare(text).attributed if not one.nested]
    return [
        " | ".join((one.source.of(text) if one.source else "", one.cue.of(text), one.hull.of(text))) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Petrova said on Monday that the talks had ended.",
            "Ana Petrova | said | that the talks had ended",
        ),
        (
            "The minister has repeatedly denied the report.",
            "The minister | has repeatedly denied | the report",
        ),
        (
            "Jorge Lim, the envoy who leads the talks, told reporters that Kenya would wait.",
            "Jorge Lim, the envoy who leads the talks, | told | that Kenya would wait",
        ),
        (
            "The envoys hope to meet again in May.",
            "The envoys | hope | to meet again in May",
        ),
        (
            "Lim called for a truce.",
            "Lim | called for | a truce",
        ),
        (
            "Petrova accused them of breaking the truce.",
            "Petrova | accused | them of breaking the truce",
        ),
        (
            "The plan was criticised by the opposition.",
            "the opposition | was criticised | The plan",
        ),
        (
            "The governor called the offer a trap.",
            "The governor | called | the offer a trap",
        ),
        (
            "The border will open in June, according to the ministry.",
            "the ministry | according to | The border will open in June",
        ),
        (
            "The envoy appeared to suggest that more time was needed.",
            "The envoy | appeared to suggest | that more time was needed",
        ),
        (
            "The ministry's claim that the road was safe is false.",
            "The ministry's | claim | that the road was safe",
        ),
        (
            "Lim was sure that the envoys would return.",
            "Lim | was sure | that the envoys would return",
        ),
        (
            "The envoys expressed concern about the draft.",
            "The envoys | expressed concern about | the draft",
        ),
        (
            "As Petrova put it, the text is a start.",
            "Petrova | put it | the text is a start",
        ),
    ],
)
def test_indirect_speech_has_the_edges_of_corpora(text: str, expected: str) -> None:
    assert marked(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will go on,” Petrova said in Geneva. “There is no other way.”",
            "Petrova | said | “We will go on,” Petrova said in Geneva. “There is no other way.”",
        ),
        (
            "“If they come,” Petrova said, “we will talk.”",
            "Petrova | said | “If they come,” Petrova said, “we will talk.”",
        ),
        (
            "“It was late. Nobody slept,” said Jorge Lim, the mediator.",
            "Jorge Lim, the mediator | said | “It was late. Nobody slept,”",
        ),
        (
            "Petrova said: “We will go on.”",
            "Petrova | said: | “We will go on.”",
        ),
        (
            "“Who will pay for it?” Petrova asked.",
            "Petrova | asked | “Who will pay for it?”",
        ),
        (
            "“We will go on,” Petrova said.\n\n“We have no other plan.”",
            "Petrova | said | “We will go on,” Petrova said.\n\n“We have no other plan.”",
        ),
        (
            "Petrova released a statement.\n\nIt read:\n\n“We will go on.”",
            "It | read: | “We will go on.”",
        ),
        (
            "''We will go on,'' Petrova said.",
            "Petrova | said | ''We will go on,''",
        ),
        (
            "“We will go on.” ― Ana Petrova",
            "Ana Petrova | ― | “We will go on.”",
        ),
    ],
)
def test_quotation_is_whole_over_its_sentences(text: str, expected: str) -> None:
    assert marked(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Said Petrova: “We will go on.”",
            "Petrova | Said | “We will go on.”",
        ),
        (
            "“We will never leave!” Jorge Lim shouted to the guests. “We live here.”",
            "Jorge Lim | shouted | “We will never leave!” Jorge Lim shouted to the guests. “We live here.”",
        ),
        (
            "“If they come,” Petrova said, pointing at the door, “we will talk.”",
            "Petrova | said | “If they come,” Petrova said, pointing at the door, “we will talk.”",
        ),
        (
            "“I like him,” she said, but “he never listens.”",
            "she | said | “I like him,” she said, but “he never listens.”",
        ),
        (
            "In a box labelled “urgent matters,” the clerk had typed “call back.”",
            "the clerk | had typed | “call back.”",
        ),
        (
            "The governor is rolling out a new message: “It is about me.”",
            "The governor | is rolling out | “It is about me.”",
        ),
        (
            "Lim has used the phrase “a frozen war” twice.",
            "Lim | has used the phrase | “a frozen war”",
        ),
        (
            "“No plan. The worst of all.” ― Ana Petrova",
            "Ana Petrova | ― | “No plan. The worst of all.”",
        ),
    ],
)
def test_quotation_is_found_beside_unusual_cues(text: str, expected: str) -> None:
    assert marked(text) == [expected]


def test_quotation_of_another_ends_what_was_said_before() -> None:
    text = "She said they would stay, and when pressed on the price, the minister replied, “Ask the guild.”"

    assert marked(text) == ["She | said | they would stay", "the minister | replied | “Ask the guild.”"]


def test_participle_behind_a_statement_attributes_to_its_speaker() -> None:
    assert marked("Petrova said the talks had ended, adding that they would not resume.") == [
        "Petrova | said | the talks had ended",
        "Petrova | adding | that they would not resume",
    ]


def test_speech_inside_speech_is_nested() -> None:
    text = "The ministry reported that Jorge Lim said the bridge was closed."

    assert [(one.lemma, one.nested) for one in prepare(text).attributed] == [("report", False), ("say", True)]


def test_wish_is_no_statement() -> None:
    text = "The envoys want to meet again in May."

    assert [one.kind for one in prepare(text).attributed] == ["feel"]


def test_without_the_model_nothing_is_attributed_by_parse() -> None:
    assert prepare("Ana Petrova said that the talks had ended.", with_model=False).attributed == []


def test_conversation_gives_each_turn_to_its_speaker() -> None:
    text = (
        "Morning Post: Did you meet them?\n\nPetrova: No. We met nobody.\n\n"
        "Morning Post: Will you?\n\nPetrova: I think we will. The map is ready."
    )

    assert marked(text)[1::2] == ["Petrova | : | No. We met nobody", "Petrova | : | I think we will. The map is ready"]


def test_list_with_colons_is_no_conversation() -> None:
    assert marked("Kenya: 12\n\nNorway: 9\n\nKenya: 8\n\nNorway: 4") == []


def test_heading_in_small_marks_is_no_more_of_the_quotation() -> None:
    assert marked("\"We will go on,\" Petrova said.\n\n'A road of their own.'") == ['Petrova | said | "We will go on,"']
