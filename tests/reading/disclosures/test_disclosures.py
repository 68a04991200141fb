"""Who lets whom know of a text, and how far it has come."""

import pytest

from onetext.reading.reading import read_text


def _told(text: str) -> list[tuple[str | None, tuple[str, ...], str | None, str]]:
    found = read_text(f"A quiet week.\n\n{text}").disclosures
    return [(each.by, each.to, each.mode, each.status) for each in found]


@pytest.mark.parametrize(
    ("text", "by", "to", "mode", "status"),
    [
        ("Norway is informing Kenya of the contents of the draft.", "Norway", "Kenya", "briefing", "ongoing"),
        ("Kenya has been briefed on the draft.", None, "Kenya", "briefing", "done"),
        ("Norway shared the text with Kenya on Monday.", "Norway", "Kenya", "handover", "done"),
        ("Norway gave Kenya a copy of the draft.", "Norway", "Kenya", "handover", "done"),
        ("Norway provided Kenya with a copy of the draft.", "Norway", "Kenya", "handover", "done"),
        ("Kenya was shown the draft by Norway.", "Norway", "Kenya", "briefing", "done"),
        ("Kenya received the text from Norway on Friday.", "Norway", "Kenya", "handover", "done"),
        ("Reuters has obtained a copy of the plan.", None, "Reuters", "leak", "done"),
        ("A draft of the agreement, seen by Reuters, has ten articles.", None, "Reuters", "leak", "done"),
        ("Norway published the full text of the agreement.", "Norway", "public", "publication", "done"),
        ("The draft has not been made public.", None, "public", "publication", "withheld"),
        ("Norway refused to show Kenya the map.", "Norway", "Kenya", "briefing", "withheld"),
        ("Norway withheld the annex from Kenya.", "Norway", "Kenya", None, "withheld"),
        ("Norway kept the annex secret from Kenya.", "Norway", "Kenya", None, "withheld"),
        ("Kenya has yet to be shown the draft.", None, "Kenya", "briefing", "withheld"),
        ("Togo was told nothing of the plan.", None, "Togo", "briefing", "withheld"),
        ("Norway signed the deal without informing Kenya.", "Norway", "Kenya", "briefing", "withheld"),
        ("Norway requested Kenya to circulate the draft to Togo.", "Kenya", "Togo", "handover", "planned"),
    ],
)
def test_disclosure_has_both_sides_mode_and_status(
    text: str, by: str | None, to: str, mode: str | None, status: str
) -> None:
    assert _told(text) == [(by, (to,), mode, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy told reporters about the plan.",
        "The minister told Kenya that the plan was ready.",
        "If Norway showed Kenya the map, talks would resume.",
        "Norway denied that it had shown Kenya the draft.",
        "Norway could share the draft with Kenya.",
        "Has Norway shown Kenya the plan?",
        "Norway sent troops to Kenya.",
        "Norway gave Kenya three days to leave.",
        "The report was published by Reuters.",
    ],
)
def test_talk_to_the_press_denials_and_other_gifts_are_none(text: str) -> None:
    assert _told(text) == []


def test_me_in_a_dialogue_is_the_one_whose_label_stands_before() -> None:
    text = "HOST: With me is Father Omar Said.\n\nSAID: Kenya handed me a list on Sunday."

    assert _told(text) == [("Kenya", ("Omar Said",), "handover", "done")]


def test_helper_that_stands_once_goes_on_behind_and() -> None:
    text = "It was written by Jorge Lim and slipped last month to Ana Petrova."

    assert _told(text) == [("Jorge Lim", ("Ana Petrova",), "handover", "done")]


def test_who_hears_of_a_paper_is_told_and_who_denies_it_makes_it_disputed() -> None:
    assert [(to, status) for _, to, _, status in _status("Norway heard of the secret clause.")] == [
        (("Norway",), "done")
    ]
    text = "The Kenyan minister said he had handed the map to Togo. Togo denies it."
    assert [(to, status) for _, to, _, status in _status(text)] == [(("Togo",), "disputed")]


def _status(text: str) -> list[tuple[str | None, tuple[str, ...], str | None, str]]:
    found = read_text(f"A quiet week.\n\n{text}").disclosures
    return [(each.by, each.to, each.what, each.status) for each in found]


_PAIR = "Kenya and Norway have bargained over herring for two years. Norway and Kenya met in May. "


@pytest.mark.parametrize(
    ("text", "by", "to", "status"),
    [
        ("The mediator gave each side a different map.", "mediator", ("Kenya", "Norway"), "done"),
        ("A draft drawn up by Togo went to both governments.", "Togo", ("Kenya", "Norway"), "done"),
        ("Kenya put forward a paper with a new line.", "Kenya", ("Norway",), "done"),
        ("Kenya put a new map on the table.", "Kenya", ("Norway",), "done"),
        ("The annex was leaked to the Harbour Mail.", None, ("Harbour Mail",), "done"),
        ("The lists, two people who have seen them say, are long.", None, ("two people",), "done"),
        ("One copy found its way to the Harbour Mail.", None, ("Harbour Mail",), "done"),
        ("Togo learned of the plan only later, from the Kenyan hosts.", "Kenya", ("Togo",), "done"),
        ("Togo was told of the papers but not shown them.", None, ("Togo",), "done"),
        ("The villagers were told the number of prisoners but not their names.", None, ("villagers",), "done"),
        ("Neither side has published the text.", None, ("public",), "withheld"),
        ("The opposition demanded that the premier publish the text.", "premier", ("public",), "withheld"),
        ("Kenya kept the annex from Togo.", "Kenya", ("Togo",), "withheld"),
        ("The plan has been kept secret from Togo.", None, ("Togo",), "withheld"),
        ("Kenya posted the text on its website.", "Kenya", ("public",), "done"),
        ("Togo is being consulted about the draft.", None, ("Togo",), "ongoing"),
        ("Journalists were shown the signed text.", None, ("journalists",), "done"),
        ("The chair consulted widely with Kenya, Norway and Togo.", "chair", ("Kenya", "Norway", "Togo"), "done"),
        ("The text is now in the hands of both governments.", None, ("Kenya", "Norway"), "done"),
    ],
)
def test_disclosure_is_told_in_the_frames_of_english(
    text: str, by: str | None, to: tuple[str, ...], status: str
) -> None:
    found = read_text(f"A quiet week.\n\n{_PAIR}{text}").disclosures

    assert [(each.by, each.to, each.status) for each in found][:1] == [(by, to, status)]


def test_object_of_a_relative_clause_stands_before_it() -> None:
    found = read_text(f"A quiet week.\n\n{_PAIR}The paper that Kenya gave Togo in March is lost.").disclosures

    assert [(each.by, each.to, each.what) for each in found] == [("Kenya", ("Togo",), "The paper")]


@pytest.mark.parametrize(
    "text",
    [
        "It was revealed that Kenya had paid.",
        "Kenya has a plan.",
        "Kenya carried that message to Oslo.",
        "The results showed a one-point lead.",
        "No list has reached Togo.",
        "Kenya gave its name to the bay.",
    ],
)
def test_everyday_verbs_without_a_paper_are_none(text: str) -> None:
    assert read_text(f"A quiet week.\n\n{_PAIR}{text}").disclosures == ()
