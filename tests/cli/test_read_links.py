"""``onetext read --case``: each suggestion shows what it has to do with the case, as far as it may be seen (D3)."""

import json
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

BASIN = Path(__file__).parents[2] / "examples" / "river-basin"
ARTICLE = str(BASIN / "articles" / "2-visit-called-off.txt")


def printed(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert ended(app, ("read", ARTICLE, "--plain", "--case", str(BASIN), *more)) == 0
    return capsys.readouterr().out


def test_each_suggestion_has_links_and_the_article_its_copies(capsys: pytest.CaptureFixture[str]) -> None:
    (document,) = json.loads(printed(capsys, "--json", "--at", "2025-06-30"))["documents"]

    assert [copy["source"] for copy in document["copies"]] == ["s02"]
    said = {link["record"] for one in document["statements"] for link in one["links"] if link["relation"] == "already"}
    assert {"st07", "st11"} <= said
    assert all("links" in one for one in (*document["persons"], *document["contacts"], *document["agreements"]))


def test_text_shows_links_with_their_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "--at", "2025-06-30")

    assert "copy of s02: word for word the same text" in shown
    assert "already st07 (100 %): the same words of the same text" in shown


def test_what_a_reader_may_not_see_on_that_day_is_linked_to_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """D3, D4: on the day before the article nothing of it was on record."""
    (document,) = json.loads(printed(capsys, "--json", "--as", "public", "--at", "2025-02-01"))["documents"]

    assert document["copies"] == []
    assert [link for one in document["statements"] for link in one["links"] if link["relation"] == "already"] == []
