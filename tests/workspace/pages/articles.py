"""Taking an article in as a browser does, and what it left in the ledger of the river basin."""

import re
from pathlib import Path

from django.test import Client

from onetext.case.case import Case
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from tests.workspace.room import RoomCases

ARTICLES = Path(__file__).parents[2] / "reading" / "articles"
ACCORD = (ARTICLES / "river_accord.txt").read_text(encoding="utf-8")
BASIN = "/c/river-basin/record/"


def whole(store: RoomCases) -> Case:
    """The river basin as whoever holds its ledger sees it."""
    opened = store.rooms["river-basin"].store
    return opened.view(HOLDER, Moment(opened.today(), hindsight=True)).case()


def paste(client: Client, text: str = ACCORD, **given: object) -> str:
    """Take an article in; gives the id of its source."""
    answer = client.post(f"{BASIN}paste/", {"text": text, "on": "2025-11-18", "outlet": "Harbour Post", **given})
    assert answer.status_code == 302, answer.content.decode()
    found = re.fullmatch(rf"{BASIN}source/([^/]+)/", answer["Location"])
    assert found is not None
    return found[1]


def found(store: RoomCases, what: str, words: str = "") -> Suggestion:
    """The suggestion of a kind over these words, the first one in the text."""
    case = whole(store)
    source = case.all(Source)[-1]
    listed = [one for one in case.all(Suggestion) if one.what == what and one.span and one.span.source == source.id]
    over = [one for one in listed if one.span and words in (source.text or "")[one.span.start : one.span.end]]
    return min(over, key=lambda one: one.span.start if one.span else 0)


def shown(client: Client, path: str) -> str:
    """A page without the token of its forms, which is another each time."""
    return re.sub(r'csrfmiddlewaretoken" value="[^"]*"', "", client.get(BASIN + path).content.decode())


def versions(client: Client, suggestion: Suggestion) -> str:
    """What the card's form sends back of the versions it was made from."""
    assert suggestion.span
    page = client.get(f"{BASIN}source/{suggestion.span.source}/").content.decode()
    sent = re.search(rf'action="[^"]*/decide/{suggestion.id}/".*?name="versions" value="([^"]*)"', page, re.DOTALL)
    assert sent is not None
    return sent[1]


def sent_at(client: Client, address: str, act: str, asked: dict[str, str] | None = None) -> str:
    """What the form that acts on many sends back of their versions."""
    page = client.get(address, asked or {}).content.decode()
    sent = re.search(rf'action="[^"]*/{act}/[^"]*".*?name="versions" value="([^"]*)"', page, re.DOTALL)
    assert sent is not None
    return sent[1]


def decide(client: Client, suggestion: Suggestion, act: str, sent: str | None = None, *, htmx: bool = False) -> str:
    assert suggestion.span
    answer = client.post(
        f"{BASIN}source/{suggestion.span.source}/decide/{suggestion.id}/",
        {"act": act, "versions": versions(client, suggestion) if sent is None else sent},
        headers={"HX-Request": "true"} if htmx else {},
        follow=True,
    )
    assert answer.status_code == 200
    return answer.content.decode()
