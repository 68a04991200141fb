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
