import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.reading.article import MOST_CHARS
from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data
from onetext.reading.suggestions import findings, suggestions

ODD = [
    "",
    " \n\t ",
    "\x00\x00 said \x00",
    "“‘«„\"'»’”",
    '"He said "she said "they said',
    "said said said said.",
    "According to",
    "According to .",
    ", said.",
    "🕊️ 🇺🇳 “Peace 🕊️,” said 🙂.",
    "\u202eقال الرئيس: «لن نحضر المحادثات»\u202c",
    "A" * 5000,
    "(((((" * 500 + ")",
    "The the the of of of in in, , , ,",
    "'s 's 's said 's",
    "President President Minister Secretary",
    "28 points points 28 points",
    "\ufeffTitle\r\nBody.\r\n",
    "Ana \ud83d said that \udc00 talks ended.",
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("with_model", [None, False])
def test_odd_text_is_read_as_far_as_it_goes_r5(text: str, with_model: bool | None) -> None:
    document = read_text(text, with_model=with_model)

    assert (document.chars, document.read_to) == (len(text), len(text))


_WORDS = (
    "said |“|”|\"|'s |the |envoy |"
    "Ana Petrova |Northland |met |with |, |. |\n|cancelled |the trip |according to |he |to |"
    "will |not |28 points |: |and |who |demands |plan |on Monday |in |Oslo |because "
)
_PIECES = st.lists(st.sampled_from(_WORDS.split("|")), max_size=40)


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_any_row_of_news_words_is_read_r5(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = read_text(text, with_model=False)

    assert all(0 <= start <= end <= len(text) for start, end in _spans(document))


@settings(max_examples=60, deadline=None)
@given(_PIECES)
def test_any_row_of_news_words_is_read_with_the_model_r5(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert all(0 <= start <= end <= len(text) for start, end in _spans(read_text(text)))


def _spans(document: Document) -> list[tuple[int, int]]:
    return [(finding.span.start, finding.span.end) for finding in findings(document)]


def test_text_longer_than_the_limit_is_cut_and_says_so_r5() -> None:
    text = "The envoy said that talks would go on. " * (MOST_CHARS // 30)
    document = read_text(text, with_model=False)

    assert (document.chars, document.read_to) == (len(text), MOST_CHARS)
    assert len(document.limits) == 2
    assert str(MOST_CHARS) in document.limits[0]


@pytest.mark.parametrize(
    "piece", ['"', "“", "'a ", "a.", "said, ", "the talks with ", "X's ", "2 points of ", ", said Lim", "he said that "]
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read_text(piece * times, with_model=False)
        return time.process_time() - started

    seconds(10)
    small, large = seconds(1000), seconds(4000)

    assert large < 12 * small + 0.5


def test_findings_come_in_text_order_with_rule_and_confidence_r2() -> None:
    found = suggestions("Ana Petrova met Jorge Lim in Oslo on Monday. “We go on,” said Petrova.", with_model=False)

    assert [finding.kind for finding in found] == ["person", "contact", "person", "statement"]
    assert [finding.span for finding in found] == sorted(finding.span for finding in found)
    assert all(finding.rule and 0 < finding.confidence <= 1 for finding in found)


def test_offsets_count_code_points_of_the_whole_text() -> None:
    text = "🕊️ Title\r\n\r\n“We go on,” said Ana Petrova.\r\n"
    statement = as_data(read_text(text))["statements"][0]

    assert text[slice(*statement["content"])] == "“We go on,”"
    assert statement["text"] == "We go on"
    assert text[slice(*statement["cue"])] == "said"
    assert text[slice(*statement["source_span"])] == "Ana Petrova"


def test_what_the_text_does_not_say_is_null_r3() -> None:
    contact = as_data(read_text("Ana Petrova met Jorge Lim."))["contacts"][0]

    assert (contact["place"], contact["date"], contact["date_text"], contact["by"], contact["reported_by"]) == (
        None,
    ) * 5


def test_same_text_gives_the_same_reading() -> None:
    text = "The U.S. is informing Ukraine about the plan, officials said."

    assert as_data(read_text(text)) == as_data(read_text(text))


def test_other_language_is_read_as_far_as_it_goes_and_says_so() -> None:
    document = read_text(
        "Le ministre a déclaré que les discussions sont finies. « Nous avons un accord avec la Suisse. »"
    )

    assert (document.language, document.engine) == ("fr", "rules")
    assert "(fr)" in document.limits[0]
    assert [statement.text for statement in document.statements] == ["Nous avons un accord avec la Suisse."]


def test_without_the_model_the_reading_says_what_it_cannot_do() -> None:
    document = read_text("The envoy said that talks would go on.", with_model=False)

    assert document.engine == "rules"
    assert len(document.limits) == 1


def test_given_source_is_kept_and_the_title_found() -> None:
    document = read_text("A title\nAna Petrova said that it was late.", Source(outlet="Post", date="2025-11-19"))

    assert (document.source.title, document.source.outlet, document.source.date) == ("A title", "Post", "2025-11-19")
