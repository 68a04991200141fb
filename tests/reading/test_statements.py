import pytest

from onetext.reading.reading import read_text
from onetext.reading.records import Statement


def statements(text: str, with_model: bool | None = None) -> tuple[Statement, ...]:
    return read_text(text, with_model=with_model).statements


def told(text: str, with_model: bool | None = None) -> list[tuple[str | None, str, str | None]]:
    return [
        (each.speaker.name or each.speaker.description, each.act, each.text) for each in statements(text, with_model)
    ]


@pytest.mark.parametrize("with_model", [None, False])
@pytest.mark.parametrize(
    "text",
    [
        "“We will go on,” said Ana Petrova.",
        "“We will go on,” Ana Petrova said on Monday.",
        'Ana Petrova said: "We will go on."',
        "Ana Petrova said, “We will go on.”",
        "'We will go on', Ana Petrova said.",
        "« We will go on », said Ana Petrova.",
        "Ana Petrova: “We will go on.”",
        "“We will go on.” — Ana Petrova",
    ],
)
def test_quotation_in_every_order_has_its_speaker(text: str, with_model: bool | None) -> None:
    ((speaker, act, words),) = told(text, with_model)

    assert (speaker, act, (words or "").strip(" .")) == ("Ana Petrova", "say", "We will go on")


@pytest.mark.parametrize("with_model", [None, False])
def test_indirect_speech_has_cue_source_and_content(with_model: bool | None) -> None:
    text = "President Ana Petrova of Norway told reporters on Monday that the talks had ended."
    (found,) = statements(text, with_model)

    assert (found.speaker.name, found.party, found.to) == ("Ana Petrova", "Norway", "reporters")
    assert found.text == "the talks had ended"
    assert found.cue is not None
    assert found.cue.of(text) == "told"


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("denied", "deny"),
        ("confirmed", "confirm"),
        ("demanded", "demand"),
        ("promised", "promise"),
        ("claimed", "claim"),
    ],
)
def test_verb_says_what_was_done(verb: str, act: str) -> None:
    assert told(f"Kenya {verb} that the text would change.") == [("Kenya", act, "the text would change")]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Kenya's minister, Jorge Lim, rejected the account.", "reject", "the account"),
        ("Jorge Lim would not predict whether Kenya would stay.", "decline", "whether Kenya would stay"),
        ("Jorge Lim will not talk about it.", "decline", "about it"),
        ("Neither the palace nor the guild would discuss the letter.", "decline", "the letter"),
        ("Jorge Lim would say only that the bridge was closed.", "say", "the bridge was closed"),
        ("Jorge Lim urged both sides to open the road.", "demand", "to open the road"),
        ("Jorge Lim told them to open the road.", "demand", "to open the road"),
        ("Asked whether it rained, Jorge Lim declined to answer.", "decline", "whether it rained"),
        ("Jorge Lim would not say how.", "decline", "how"),
        ("Kenya has promised its people of the coast a road.", "promise", "its people of the coast a road"),
        ("The road was closed, in the words of Jorge Lim.", "say", "The road was closed"),
        ("Jorge Lim emerged to say that the road was open.", "say", "the road was open"),
        ("Jorge Lim sent word that the road was open.", "say", "the road was open"),
        ("Jorge Lim spoke of “a road to nowhere”.", "say", "a road to nowhere"),
        ("Jorge Lim insisted that the road was open.", "claim", "the road was open"),
        ("Kenya has threatened to close the road.", "say", "to close the road"),
    ],
)
def test_deed_in_words_is_a_statement_with_its_act(text: str, act: str, words: str) -> None:
    ((_, found, told_words),) = told(text)

    assert (found, told_words) == (act, words)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The head of the delegation, Jorge Lim, told the chamber that the road was open.", "Jorge Lim"),
        ("“He was late,” says his wife, Ana.", "Ana"),
        ("“There will be soup,” the nun says.", "the nun"),
        ("Some newspapers report that Kenya will leave.", "Some newspapers"),
        ("The lift, guests say, stops at three.", "guests"),
        ("The road will open at nine, its chairman, Jorge Lim, has announced.", "Jorge Lim"),
        ("Jorge Lim has accepted.", "Jorge Lim"),
        ("Another said that the road was closed.", "Another"),
        ("The road was closed, replied Kenya's chief delegate, General Jorge Lim; it had been open.", "Jorge Lim"),
    ],
)
def test_speaker_is_whoever_the_words_show(text: str, speaker: str) -> None:
    ((found, _, _),) = told(text)

    assert found == speaker


def test_words_of_an_official_who_is_quoted_are_his_through_the_outlet() -> None:
    found = told("The Rannok Post reported, quoting an official, that the road was closed.")

    assert [speaker for speaker, _, _ in found] == ["Rannok Post", "official"]


def test_call_on_a_day_demands_nothing() -> None:
    assert told("Kenya called Ana Petrova on Friday to hear more.") == []


def test_paper_that_proposes_is_no_speaker() -> None:
    assert told("The document proposes that the border stays open. It responds to the demand.") == []


def test_verb_of_saying_in_the_passive_is_no_statement() -> None:
    assert told("The envoy was expected to leave. Petrova was told of the plan.") == []


def test_latter_and_pronouns_are_resolved_where_plain() -> None:
    text = "Ana Petrova met Jorge Lim. The latter said that it went well. He added that more would follow."

    assert told(text) == [("Jorge Lim", "say", "it went well"), ("Jorge Lim", "say", "more would follow")]


def test_unnamed_source_is_anonymous_with_its_party_and_outlet() -> None:
    (found,) = statements("A senior Kenyan official told Reuters that the plan was ready.")

    assert (found.speaker.name, found.speaker.anonymous, found.party) == (None, True, "Kenya")
    assert (found.via, found.to, found.received) == (("Reuters",), None, "anonymous")


def test_outlet_is_kept_for_the_same_speakers_next_words() -> None:
    first, second = statements("Ana Petrova told Reuters that it was late. She added that they would try again.")

    assert (first.via, second.via) == (("Reuters",), ("Reuters",))


def test_capital_speaks_for_its_government() -> None:
    (found,) = statements("Nairobi rejected the proposal.")

    assert (found.speaker.name, found.party, found.act) == ("Nairobi", "Kenya", "reject")


def test_quotation_goes_on_with_the_speaker_before() -> None:
    text = "“We go on,” said Ana Petrova. “There is no other way to do it.”"

    assert [speaker for speaker, _, _ in told(text)] == ["Ana Petrova", "Ana Petrova"]


def test_refusal_to_comment_is_a_statement_of_its_own_kind() -> None:
    assert told("Ana Petrova declined to comment on the date.") == [
        ("Ana Petrova", "decline", "to comment on the date")
    ]


def test_feeling_is_marked() -> None:
    assert [each.sentiment for each in statements("“We feel heard at last,” said Ana Petrova.")] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya asked for a pause of ten days.", ("Kenya", "ask", "for a pause of ten days")),
        ("Kenya wants a resolution on the border.", ("Kenya", "demand", "a resolution on the border")),
        ("The proposal was rejected by Kenya.", ("Kenya", "reject", "The proposal")),
        ("A report by Reuters that the bridge was closed is false.", ("Reuters", "report", "the bridge was closed")),
    ],
)
def test_parse_finds_what_no_position_shows(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_nobody_is_no_speaker() -> None:
    assert told("Neither capital has said that it wants a hotline.") == []


def test_own_wish_is_no_statement() -> None:
    assert told("Kenya wants to meet again in May.") == []


def test_questions_of_an_interviewer_are_no_statements() -> None:
    text = (
        "Morning Post: Did you meet them?\n\nMs Petrova: No. We met nobody.\n\n"
        "Morning Post: Will you?\n\nMs Petrova: We will. The map is ready."
    )

    assert [words for _, _, words in told(text)] == ["No. We met nobody", "We will. The map is ready"]
