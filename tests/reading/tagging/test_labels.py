"""Labels and spans are two forms of the same marks."""

from __future__ import annotations

from onetext.reading.tagging.labels import Marked, labels_of, pieces_of
from onetext.reading.tokens import Token
from onetext.wording.spans import Span
from onetext.wording.words import words

TEXT = "“We go,” said Ana, “on Monday,” and left."
TOKENS = [Token(word.text, word.start, word.end, word.text, "NN") for word in words(TEXT)]


def span(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def test_content_that_was_broken_off_comes_back_in_its_pieces() -> None:
    marked = (
        Marked("T", (span("“We go,”"), span("“on Monday,”"))),
        Marked("C", (span("said"),)),
        Marked("S", (span("Ana"),)),
    )
    labels = labels_of(TOKENS, marked)

    assert pieces_of(TOKENS, labels) == [
        ("T", [span("“We go,”"), span("“on Monday,”")]),
        ("C", [span("said")]),
        ("S", [span("Ana")]),
    ]


def test_cue_inside_a_content_is_the_cue() -> None:
    marked = (Marked("T", (Span(0, len(TEXT)),)), Marked("C", (span("said"),)))

    assert [label for token, label in zip(TOKENS, labels_of(TOKENS, marked), strict=True) if token.text == "said"] == [
        "B-C"
    ]
