"""Every address of the web room, asked by members: whole answers, headers too, all but what is drawn anew each time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.leaks.commands import ARTICLE
from tests.leaks.surfaces import IDS, Answers
from tests.leaks.world import CASE_ID, MORNING, Twin, play
from tests.workspace.room import open_room

open_room()

from django.conf import settings  # noqa: E402 -- Django must be configured first
from django.db import transaction  # noqa: E402 -- Django must be configured first
from django.test import Client  # noqa: E402 -- Django must be configured first
from django.test.utils import override_settings  # noqa: E402 -- Django must be configured first
from django.urls import URLPattern, URLResolver, get_resolver  # noqa: E402 -- Django must be configured first

from onetext.case.kinds import BY_KIND  # noqa: E402 -- Django must be configured first
from onetext.disclosure.looks import open_looks  # noqa: E402 -- Django must be configured first
from onetext.workspace import cases as cases_module  # noqa: E402 -- Django must be configured first
from onetext.workspace.accounts.models import Member  # noqa: E402 -- Django must be configured first
from onetext.workspace.accounts.operations import make_member  # noqa: E402 -- Django must be configured first
from onetext.workspace.stored import Room, StoredCases  # noqa: E402 -- Django must be configured first

MEMBERS = ("ben", "eva")
"""Cleared for the team; read out of everything, which is as if never a member."""

_TIMES: tuple[dict[str, str], ...] = (
    {},
    {"at": "2025-04-10"},
    {"at": "2025-04-10", "hindsight": "1"},
    {"as": "south"},
    {"as": "public"},
)
_EYES: tuple[dict[str, str], ...] = ({"as": "guess-1"}, {"as": "nobody"}, {"at": "2025-13-01"})
_CSRF = re.compile(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": ?)"[^"]*"')
_LINK = re.compile(r"/in/[^/<\"]+/")

Asked = tuple[str, dict[str, str]]


def _screen(path: str, *queries: dict[str, str]) -> list[Asked]:
    return [(path, query) for query in (*_TIMES, *_EYES, *queries)]


def _of_each(path: str, *queries: dict[str, str], ids: Sequence[str] = IDS) -> list[Asked]:
    return [(path.replace("ID", id), query) for id in ids for query in (queries or ({},))]


def _choices(name: str, *values: str) -> list[dict[str, str]]:
    return [{name: value} for value in values]


_SOURCES = ("s1", "s2", "h-s1", "nothing")
_NOTES = ({"kind": "speaking_note", "about": "south"}, {"kind": "speaking_note", "about": "guess-2"})
_WORDS = _choices("q", "water", "villa", "bridge", "the", "ransom", "nothing")

POLLED: dict[str, list[Asked]] = {
    "": [("", {})],
    "cases/new/": [("cases/new/", {})],
    "c/<str:case_id>/": [*_screen("c/basin/"), ("c/no-such-case/", {})],
    "c/<str:case_id>/looked/": [("c/basin/looked/", {})],
    "c/<str:case_id>/text/": _screen(
        "c/basin/text/",
        *_choices("draft", "d1", "d2", "h-d1", "nothing"),
        *_choices("point", "p1", "p2", "nothing", "guess-1"),
        {"draft": "d2", "from": "d1"},
        *_choices("lens", "open", "plain", "by.south", "by.guess-1"),
        {"draft": "d2", "from": "h-d1"},
    ),
    "c/<str:case_id>/text/edit/": [
        ("c/basin/text/edit/", {"draft": draft, "number": "1"}) for draft in ("d1", "d2", "h-d1", "nothing")
    ],
    "c/<str:case_id>/text/decide/": [("c/basin/text/decide/", {})],
    "c/<str:case_id>/text/name/": [("c/basin/text/name/", {})],
    "c/<str:case_id>/text/clean/": _screen("c/basin/text/clean/", *_choices("draft", "d1", "d2", "h-d1", "nothing")),
    "c/<str:case_id>/text/rounds/": _screen("c/basin/text/rounds/", *_choices("plan", "plan", "d1", "guess-1")),
    "c/<str:case_id>/text/concordance/": _screen(
        "c/basin/text/concordance/",
        *_choices("draft", "d1", "d2", "h-d1", "nothing"),
        {"draft": "d2", "from": "d1"},
        {"draft": "d2", "from": "h-d1"},
        {"draft": "h-d1", "from": "d1"},
    ),
    "c/<str:case_id>/grid/": _screen("c/basin/grid/", *_choices("open", "p1:south", "p1:north", "p1:guess-1")),
    "c/<str:case_id>/record/": _screen(
        "c/basin/record/",
        *_choices("kind", "comment", "draft", "disclosure"),
        *_choices("party", "south", "guess-1"),
        *_choices("after", "3", "60"),
        {"point": "p1"},
    ),
    "c/<str:case_id>/record/new/": _screen("c/basin/record/new/"),
    "c/<str:case_id>/record/new/<str:kind>/": _of_each("c/basin/record/new/ID/", ids=[*BY_KIND, "nothing"]),
    "c/<str:case_id>/record/entry/<str:record_id>/": _of_each(
        "c/basin/record/entry/ID/", {}, {"at": "2025-04-10"}, {"as": "south"}
    ),
    "c/<str:case_id>/record/entry/<str:record_id>/change/": _of_each("c/basin/record/entry/ID/change/"),
    "c/<str:case_id>/record/entry/<str:record_id>/comment/": _of_each("c/basin/record/entry/ID/comment/"),
    "c/<str:case_id>/knows/": _screen(
        "c/basin/knows/", *_choices("who", "south", "public", "guess-1"), *_choices("item", "d1", "d2", "h-d1")
    ),
    "c/<str:case_id>/knows/tell/": [
        ("c/basin/knows/tell/", {}),
        ("c/basin/knows/tell/", {"as": "south"}),
        ("c/basin/knows/tell/", {"to": "guess-1", "drafts": "h-d1", "topics": "h-p1"}),
    ],
    "c/<str:case_id>/knows/before/": _screen(
        "c/basin/knows/before/",
        *({"to": "south", "drafts": draft, "on": "2025-06-01", "extent": "full"} for draft in ("d1", "d2", "h-d1")),
        *({"to": "public", "topics": item, "on": "2025-06-01"} for item in ("d1#p1", "h-d1#p1", "villa")),
        {"to": "guess-1", "drafts": "d1", "on": "2025-06-01"},
    ),
    "c/<str:case_id>/packages/": _screen(
        "c/basin/packages/",
        *_choices("assessment", "h-a1", "nothing"),
        {"assessment": "h-a1", "try": "south", "w.south.p1": "3"},
        {"assessment": "nothing", "try": "south", "pick": "0.0"},
        {"assessment": "h-a1", "ask": "robust"},
    ),
    "c/<str:case_id>/packages/keep/": [("c/basin/packages/keep/", {})],
    "c/<str:case_id>/packages/stop/": [("c/basin/packages/stop/", {})],
    "c/<str:case_id>/packages/assessment/new/": _screen("c/basin/packages/assessment/new/"),
    "c/<str:case_id>/packages/assessment/<str:record_id>/": _of_each(
        "c/basin/packages/assessment/ID/", {}, {"party": "south"}, {"party": "guess-1"}, ids=("h-a1", "nothing", "d1")
    ),
    "c/<str:case_id>/articles/": _screen("c/basin/articles/", *_choices("state", "open", "unread", "nothing")),
    "c/<str:case_id>/articles/read/": [("c/basin/articles/read/", {})],
    "c/<str:case_id>/articles/stop/": [("c/basin/articles/stop/", {})],
    "c/<str:case_id>/articles/next/": _of_each("c/basin/articles/next/", *_choices("after", *_SOURCES), ids=("",)),
    "c/<str:case_id>/articles/open/": _screen(
        "c/basin/articles/open/",
        *_choices("document", *_SOURCES),
        *_choices("party", "south", "guess-1"),
        *_choices("kind", "statement"),
    ),
    "c/<str:case_id>/articles/open/take-in/": [("c/basin/articles/open/take-in/", {})],
    "c/<str:case_id>/record/paste/": _screen("c/basin/record/paste/"),
    "c/<str:case_id>/record/source/<str:source_id>/": _of_each("c/basin/record/source/ID/", ids=_SOURCES),
    "c/<str:case_id>/record/source/<str:source_id>/decide/<str:suggestion_id>/": _of_each(
        "c/basin/record/source/ID/decide/g1/", ids=_SOURCES
    ),
    "c/<str:case_id>/record/source/<str:source_id>/take-in/": _of_each(
        "c/basin/record/source/ID/take-in/", ids=_SOURCES
    ),
    "c/<str:case_id>/record/source/<str:source_id>/take-back/": _of_each(
        "c/basin/record/source/ID/take-back/", ids=_SOURCES
    ),
    "c/<str:case_id>/record/source/<str:source_id>/correct/<str:suggestion_id>/": _of_each(
        "c/basin/record/source/ID/correct/g1/", ids=_SOURCES
    ),
    "c/<str:case_id>/record/source/<str:source_id>/mark/": _of_each("c/basin/record/source/ID/mark/", ids=_SOURCES),
    "c/<str:case_id>/brief/": _screen(
        "c/basin/brief/", *_choices("for", "public", "guess-1"), {"for": "south", "since": "2025-01-01"}, *_NOTES
    ),
    "c/<str:case_id>/brief/take/": [("c/basin/brief/take/", {})],
    "c/<str:case_id>/brief/handed/<str:export_id>/": _of_each("c/basin/brief/handed/ID/", ids=["st1", "guess-1"]),
    "c/<str:case_id>/members/": _screen("c/basin/members/"),
    "c/<str:case_id>/members/change/": [("c/basin/members/change/", {})],
    "c/<str:case_id>/members/reset/": [("c/basin/members/reset/", {})],
    "c/<str:case_id>/members/invite/": [("c/basin/members/invite/", {})],
    "c/<str:case_id>/search/": _screen("c/basin/search/", *_WORDS, {"q": "water", "who": "south"}, {"about": "p1"}),
}
"""For every address that shows anything of a case: what is asked there by reading."""

WRITES: list[tuple[str, dict[str, str]]] = [
    ("c/basin/looked/", {}),
    *((f"c/basin/record/entry/{id}/comment/", {"text": "And the water?"}) for id in ("st1", "d1", "h-d1", "guess-1")),
    ("c/basin/record/new/comment/", {"about": "d1", "text": "The bridge again."}),
    ("c/basin/record/new/comment/", {"about": "guess-1", "text": "Is it there?"}),
    ("c/basin/record/new/comment/", {"about": "guess-9", "text": "Is it there?"}),
    ("c/basin/record/new/position/", {"party": "north", "point": "p1", "stance": "open", "public": "on"}),
    ("c/basin/record/new/position/", {"party": "north", "point": "p1", "stance": "open"}),
    ("c/basin/record/new/position/", {"party": "guess-1", "point": "p1", "stance": "open", "public": "on"}),
    ("c/basin/record/new/question/", {"text": "Who?", "labels": "talks"}),
    ("c/basin/record/new/question/", {"text": "Who?", "labels": "team"}),
    *((f"c/basin/record/entry/{id}/change/", {"text": "Anew."}) for id in ("q1", "st1", "h-d1", "guess-2")),
    ("c/basin/record/entry/p2/change/", {"title": "The ferry, anew", "bases": "of-another-time"}),
    *(
        ("c/basin/text/edit/", {"draft": id, "number": number, "text": "Anew.", "base": "Old."})
        for id in ("d1", "d2", "h-d1", "nothing")
        for number in ("1", "3", "99")
    ),
    *(("c/basin/text/decide/", {"draft": id, "edit": "guess-1", "act": "take"}) for id in ("d1", "h-d1", "nothing")),
    *(("c/basin/text/name/", {"draft": id, "title": "First"}) for id in ("d1", "d2", "h-d1", "nothing")),
    ("c/basin/record/paste/", {"text": ARTICLE.read_text(encoding="utf-8"), "outlet": "Gazette"}),
    ("c/basin/articles/open/take-in/", {"kind": "statement", "versions": "g1=x"}),
    ("c/basin/articles/stop/", {}),
    *((f"c/basin/record/source/{id}/take-in/", {}) for id in _SOURCES),
    *((f"c/basin/record/source/{id}/take-back/", {"versions": "g1=x"}) for id in _SOURCES),
    *((f"c/basin/record/source/{id}/decide/g1/", {"act": "take"}) for id in _SOURCES),
    *((f"c/basin/record/source/{id}/mark/", {"start": "0", "end": "4"}) for id in _SOURCES),
    ("c/basin/packages/keep/", {"assessment": "h-a1"}),
    ("c/basin/packages/keep/", {"assessment": "nothing"}),
    *((f"c/basin/packages/stop/?assessment={id}&ask=robust", {}) for id in ("h-a1", "nothing")),
    *(("c/basin/packages/assessment/new/", {"title": "Mine", "begin": id}) for id in ("", "h-a1", "nothing")),
    *((f"c/basin/packages/assessment/{id}/", {"floor": "0.5"}) for id in ("h-a1", "nothing")),
    ("c/basin/brief/take/", {"for": "public", "format": "md"}),
    ("c/basin/brief/take/", {"for": "guess-1", "format": "md"}),
    ("c/basin/members/change/", {"compartment": "talks", "username": "ben", "act": "in"}),
    ("c/basin/members/change/", {"compartment": "team", "username": "ben", "act": "out"}),
    ("c/basin/members/reset/", {"username": "fred"}),
    ("c/basin/members/reset/", {"username": "dora"}),
    ("c/basin/members/invite/", {"username": "gil", "name": "Gil", "compartment": "talks"}),
]

WITHOUT_CONTENT = re.compile(r"(in/|theme/|sign-(in|out)/|account/|style/).*")
"""Accounts, sign-in, the page of parts: they read no case."""


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Every address there is, from the resolver itself."""
    for each in (resolver or get_resolver()).url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield path
        else:
            yield from addresses(each, path)


@dataclass
class WebTwin:
    """A twin with the folder it lies in."""

    twin: Twin
    cases: StoredCases

    def close(self) -> None:
        self.cases.close()


def open_twin(folder: Path, seed: int, hidden: int | None) -> WebTwin:
    folder.mkdir()
    twin = play(seed, hidden, folder / f"{CASE_ID}.ledger", steps=8)
    looks = open_looks(folder, CASE_ID, twin.clock)
    return WebTwin(twin, StoredCases(folder, twin.clock, {CASE_ID: Room(twin.store, looks)}))


def known(name: str) -> Member | None:
    """The member of this name, whom another test of this process may have made."""
    return Member.objects.filter(username=name).first()


def browsed(twin: WebTwin, member: str, only: str | None = None) -> Answers:
    """All answers to one member, read first and then written; or ``only`` those read at addresses that begin so."""
    config = replace(settings.ONETEXT, clock=twin.twin.clock)
    with pytest.MonkeyPatch.context() as patch, override_settings(ONETEXT=config), transaction.atomic():
        patch.setattr(cases_module, "_opened", lambda _config: twin.cases)
        client = Client(HTTP_HOST="localhost")
        client.force_login(known(member) or make_member(member, member.capitalize(), MORNING))
        answers = dict(_read(client, only or ""))
        if only is None:
            answers |= dict(_written(client))
        transaction.set_rollback(True)
    return answers


def _read(client: Client, only: str) -> Iterator[tuple[str, str]]:
    for path, query in (asked for found in POLLED.values() for asked in found):
        if path.startswith(only):
            address = f"/{path}?{urlencode(query)}" if query else f"/{path}"
            yield f"GET {address}", _whole(client.get(address))


def _written(client: Client) -> Iterator[tuple[str, str]]:
    for number, (path, data) in enumerate(WRITES):
        answer = client.post(f"/{path}", data)
        yield f"POST {number} /{path} {data}", _whole(answer)
        if path.endswith("/paste/") and answer.status_code == 302:  # what was found, and what of the case it is tied to
            yield f"GET after {number}", _whole(client.get(answer["Location"]))
    for path in ("c/basin/", "c/basin/record/", "c/basin/record/entry/q1/", "c/basin/record/entry/st1/"):
        yield f"GET /{path} afterwards", _whole(client.get(f"/{path}"))


def _whole(response: object) -> str:
    """Status, headers and body; tokens of forms and cookies stand for themselves."""
    from django.http import HttpResponse

    assert isinstance(response, HttpResponse)
    headers = sorted(f"{name}: {value}" for name, value in response.headers.items())
    body = _LINK.sub("/in/TOKEN/", _CSRF.sub(r'\1"TOKEN"', response.content.decode()))
    return "\n".join([str(response.status_code), *headers, *sorted(response.cookies), body])
