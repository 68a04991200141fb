"""Who knows what, by whom, since when: by party, by person and by item, on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.case.plan import Draft
from onetext.case.record import PUBLIC, Named
from onetext.case.telling import Disclosure
from onetext.desk.calling import called, title_of, who_called
from onetext.desk.saying import extent_said
from onetext.disclosure.knows import Knowledge, Known, knows
from onetext.workspace.content import shown
from onetext.workspace.evidence import Evidence, evidence_of
from onetext.workspace.frame import enter
from onetext.workspace.marks import EXTENTS
from onetext.workspace.pages.knows.before import urlpatterns as before_urls
from onetext.workspace.pages.knows.picture import draw, tellings
from onetext.workspace.pages.knows.picture import rows as table
from onetext.workspace.pages.knows.tell import urlpatterns as telling_urls

_MOST = 60
"""Tellings listed in the table behind the picture."""
_WORTH_FOLDING = 3
"""Things in one paper from which on they are folded under it."""


@dataclass(frozen=True)
class Cell:
    """What one audience knows of one draft."""

    extent: str
    told: Disclosure | None
    """Where all know it: the first telling that reached this audience by itself."""
    since: str | None
    certainty: str
    public: bool


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    cells: tuple[Cell | None, ...]
    other: int


@dataclass(frozen=True)
class Thing:
    """One thing known, with the disclosures it rests on."""

    name: str
    id: str | None
    words: str
    since: str | None
    certainty: str
    public: bool
    points: tuple[str, ...]
    by: tuple[Evidence, ...]
    paper: str | None = None
    """The export it stood in, where nothing else told of it."""


@dataclass(frozen=True)
class Paper:
    """All that is known by one paper handed over, and by nothing else."""

    name: str
    id: str
    since: str | None
    by: tuple[Evidence, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True)
class Holder:
    """Somebody who knows the item asked for."""

    id: str
    name: str
    words: str
    since: str | None
    certainty: str
    by: tuple[Evidence, ...]
    as_all: bool = False
    """Knows it as the public does, by the same tellings."""


def show_knows(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "knows")
    case, day = shown(frame), frame.day or date.max
    who, item = request.GET.get("who", ""), request.GET.get("item", "")
    audiences = list(_audiences(case))
    drafts = list({draft.id: draft for draft in case.all(Draft)}.values())
    rows = [_row(case, id, name, drafts, day) for id, name in audiences]
    told = tellings(case, day)
    holders = list(_holders(case, item, audiences, day)) if item else []
    more, same = _apart(rows)
    context = {
        "frame": frame,
        "drafts": [(draft.id, title_of(case, draft)) for draft in drafts],
        "rows": more,
        "same": same,
        "extents": list(EXTENTS),
        "picture": draw(case, told),
        "tellings": table(case, told[-_MOST:]),
        "untold": max(0, len(told) - _MOST),
        "choices": audiences,
        "items": [(one.id, title_of(case, one)) for one in drafts] + _topics(case),
        "who": who if who in {id for id, _name in audiences} else "",
        "who_name": _("the public") if who == PUBLIC else called(case, who or None),
        "item": item,
        "item_name": called(case, item or None),
        **_known(case, who, day),
        "holders": [one for one in holders if not one.as_all],
        "public_holders": [one for one in holders if one.as_all],
    }
    return render(request, "knows/page.html", context)


def _audiences(case: Case) -> Iterator[tuple[str, str]]:
    """The public, every party, and every person to whom something was told by name."""
    told = {who for one in case.all(Disclosure) for who in one.to if not isinstance(who, Named)}
    yield PUBLIC, _("the public")
    yield from ((party.id, party.name) for party in case.all(Party))
    yield from ((person.id, person.name) for person in case.all(Person) if person.id in told)


def _row(case: Case, id: str, name: str, drafts: list[Draft], day: date) -> Row:
    known = knows(case, id, day)
    open_to_all = {one for item in knows(case, PUBLIC, day).of("draft") for one in item.by}
    by_draft = {item.id: item for item in known.of("draft")}
    cells = tuple(_cell(case, by_draft[draft.id], open_to_all) if draft.id in by_draft else None for draft in drafts)
    other = sum(1 for item in known.items if item.subject not in ("draft", "point"))
    return Row(id, name, cells, other)


def _apart(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The public and those who know more of the drafts than it does; and all others, who need no line of their own."""
    public = rows[0]
    more = [row for row in rows if row is public or (row.cells, row.other) != (public.cells, public.other)]
    return more, [row for row in rows if row not in more]


def _cell(case: Case, known: Known, open_to_all: set[str]) -> Cell:
    own = [case.get(Disclosure, id) for id in known.by if id not in open_to_all] if known.public else []
    first = min((one for one in own if one), key=lambda one: (one.on is None, one.on or ""), default=None)
    return Cell(known.extent or "unknown", first, known.since, known.certainty, known.public)


def _known(case: Case, who: str, day: date) -> dict[str, Any]:
    """What one audience knows: things told of by themselves, and papers with all that stood in them."""
    things = list(_things(case, knows(case, who, day))) if who else []
    papers: dict[str, list[Thing]] = {}
    for thing in things:
        if thing.paper:
            papers.setdefault(thing.paper, []).append(thing)
    papers = {id: held for id, held in papers.items() if len(held) >= _WORTH_FOLDING}
    return {
        "things": [thing for thing in things if thing.paper not in papers],
        "papers": [Paper(called(case, id), id, held[0].since, held[0].by, tuple(held)) for id, held in papers.items()],
    }


def _paper(case: Case, item: Known) -> str | None:
    """The one export through which alone it is known."""
    told = [case.get(Disclosure, id) for id in item.by]
    exports = {one.export if one else None for one in told}
    return exports.pop() if len(exports) == 1 else None


def _things(case: Case, known: Knowledge) -> Iterator[Thing]:
    for item in known.items:
        if item.subject == "point":
            continue
        topic = item.subject == "topic"
        yield Thing(
            name=item.id if topic else called(case, item.id),
            id=None if topic else item.id,
            words=extent_said(item.extent),
            since=item.since,
            certainty=item.certainty,
            public=item.public,
            points=tuple(called(case, point) for point in item.points),
            by=tuple(evidence_of(case, id) for id in item.by),
            paper=_paper(case, item),
        )


def _holders(case: Case, item: str, audiences: list[tuple[str, str]], day: date) -> Iterator[Holder]:
    public = knows(case, PUBLIC, day).about(item)
    for id, name in audiences:
        known = knows(case, id, day).about(item)
        if known:
            by = tuple(evidence_of(case, one) for one in known.by)
            as_all = id != PUBLIC and known == public
            yield Holder(id, name, extent_said(known.extent), known.since, known.certainty, by, as_all)
    for disclosure in case.all(Disclosure):
        unnamed = [who for who in disclosure.to if isinstance(who, Named)]
        for told in disclosure.items:
            if item in (told.names, told.topic) and disclosure.status in ("done", "ongoing", "disputed"):
                for who in unnamed:
                    by = (evidence_of(case, disclosure.id),)
                    words = extent_said(told.extent)
                    yield Holder("", who_called(case, who), words, disclosure.on, disclosure.status, by)


def _topics(case: Case) -> list[tuple[str, str]]:
    """Statements, records and topics that were told of, beside the drafts."""
    found: dict[str, str] = {}
    for disclosure in case.all(Disclosure):
        for item in disclosure.items:
            name = item.statement or item.record or item.topic
            if name:
                found.setdefault(name, item.topic or called(case, name))
    return sorted(found.items(), key=lambda pair: pair[1])


urlpatterns = [path("", show_knows, name="knows"), *telling_urls, *before_urls]
