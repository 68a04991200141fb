"""The span of content has its "that" and its marks, as attribution corpora have them."""

from __future__ import annotations

import pytest

from onetext.reading.reading import read_text


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Petrova said that the talks will go on.", "that the talks will go on"),
        ("“We go on,” said Ana Petrova.", "“We go on,”"),
        ('Ana Petrova said: "We go on."', '"We go on."'),
        ("Ana Petrova denied the report.", "the report"),
    ],
)
def test_content_has_its_that_and_its_marks(text: str, content: str) -> None:
    found = read_text(text, with_model=False).statements[0]

    assert found.content is not None
    assert found.content.of(text) == content
