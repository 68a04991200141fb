"""What was taken in leads back to its very words in the article, whatever kind it is."""

import re

import pytest

from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import ACCORD, BASIN, decide, found, paste
from tests.workspace.room import RoomCases


@pytest.mark.parametrize("kind", ["statement", "contact", "disclosure", "question", "deadline", "person", "plan"])
def test_record_shows_where_it_was_found_and_leads_to_its_characters(
    visitor: Visitor, store: RoomCases, kind: str
) -> None:
    ana = visitor("ana")
    source = paste(ana)
    decide(ana, found(store, kind), "take_in")
    taken = found(store, kind)
    assert taken.span

    page = ana.get(f"{BASIN}entry/{taken.record}/").content.decode()
    link = f"{BASIN}source/{source}/?words={taken.span.start}-{taken.span.end}#words"
    assert link in page
    article = ana.get(link).content.decode()
    sought = re.findall(r'<(?:mark|span) class="[^"]*sought[^"]*" data-at="(\d+)"', article)
    assert int(sought[0]) == taken.span.start
    assert article.index('id="words"') < article.index(f'data-at="{taken.span.start}"')


@pytest.mark.parametrize("words", ["9", "9-3", "0-99999999", "x-y", "-"])
def test_words_that_are_none_show_the_article_as_it_is(visitor: Visitor, words: str) -> None:
    ana = visitor("ana")
    page = ana.get(f"{BASIN}source/{paste(ana, ACCORD)}/?words={words}")

    assert page.status_code == 200
    assert b"sought" not in page.content
