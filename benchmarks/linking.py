"""Matching suggestions to a case of 5,000 records: 500 articles one after the other, and the first one of a process.

The case is invented by chance from a seed: persons, meetings, statements, points with options, and 500 articles whose
words are drawn at random, a tenth of them near-copies. What is read is drawn the same way, so that half of the
suggestions are of what is on record and half are not.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from benchmarks.registry import Timed, step
from onetext.case.case import Case, Head
from onetext.case.kinds import BY_KIND
from onetext.case.record import Record
from onetext.reading.linking.linking import link_article
from onetext.reading.linking.origin import Origin
from onetext.reading.suggestions import Finding
from onetext.wording.spans import Span

ARTICLES, A_TEXT = 500, 24
"""Articles, and the suggestions in each."""
_SYLLABLES = (
    "ba", "cor", "del", "fen", "gar", "hol", "jen", "kor", "lim", "mar", "nor", "pel", "quin", "ros", "sol", "tav",
)  # fmt: skip


def _word(chances: Random, size: int = 3) -> str:
    return "".join(chances.choices(_SYLLABLES, k=size))


@cache
def _words() -> tuple[str, ...]:
    chances = Random(1)
    return tuple(sorted({_word(chances, chances.randint(2, 4)) for _ in range(4000)}))


def _text(chances: Random, size: int) -> str:
    return " ".join(chances.choices(_words(), k=size))


def _day(chances: Random) -> str:
    return (date(2025, 1, 1) + timedelta(chances.randrange(300))).isoformat()


def _records(chances: Random) -> list[tuple[str, dict[str, Any]]]:
    """5,000 records in the shares of a long process."""
    people = [f"{_word(chances, 2).title()} {_word(chances).title()}" for _ in range(200)]
    made: list[tuple[str, dict[str, Any]]] = [("party", {"name": _word(chances).title()}) for _ in range(12)]
    made += [
        ("person", {"name": name, "roles": [{"title": "envoy", "party": f"party-{at % 12}"}]})
        for at, name in enumerate(people)
    ]
    made += [("point", {"title": _text(chances, 4)}) for _ in range(60)]
    made += [("option", {"point": f"point-{at % 60}", "label": _text(chances, 6)}) for at in range(240)]
    made += [
        ("source", {"outlet": _word(chances), "on": _day(chances), "text": _text(chances, 500)})
        for _ in range(ARTICLES)
    ]
    for _ in range(1000):
        who = [{"who": f"person-{at}"} for at in chances.sample(range(200), 2)]
        made.append(("contact", {"on": _day(chances), "place": _word(chances).title(), "participants": who}))
    for _ in range(2500):
        at = chances.randrange(200)
        said = {"quote": _text(chances, 18), "speaker": {"name": people[at], "person": f"person-{at}"}}
        made.append(("statement", {"on": _day(chances), "via": [f"source-{chances.randrange(ARTICLES)}"], **said}))
    made += [("question", {"text": _text(chances, 9)}) for _ in range(288)]
    return made + [("agreement", {"name": _text(chances, 3)}) for _ in range(200)]


def a_case() -> Case:
    """Made anew, so that nothing is indexed yet."""
    counted: dict[str, list[Record]] = {}
    for kind, fields in _records(Random(7)):
        found = counted.setdefault(kind, [])
        found.append(BY_KIND[kind].model_validate({**fields, "id": f"{kind}-{len(found)}", "labels": ["team"]}))
    case = Case(
        Head(id="long", title="Long", basis="invented"), {kind: tuple(found) for kind, found in counted.items()}
    )
    assert sum(len(found) for found in counted.values()) == 5000
    return case


def _article(case: Case, chances: Random) -> tuple[Origin, list[Finding]]:
    sources, statements, contacts = (case.records[kind] for kind in ("source", "statement", "contact"))
    copied: Any = chances.choice(sources)
    text = copied.text if chances.random() < 0.1 else _text(chances, 500)
    found = []
    for at in range(A_TEXT):
        said: Any = chances.choice(statements)
        met: Any = chances.choice(contacts)
        names = [case.heads(one.who)[0].name for one in met.participants]  # type: ignore[attr-defined]  # persons
        words = said.quote if at % 2 else _text(chances, 18)
        day, place = (met.on, met.place) if at % 2 else (_day(chances), None)
        statement = {"act": "say", "text": words, "direct": True, "speaker": {"name": said.speaker.name}}
        contact = {"kind": "meeting", "status": "held", "participants": names, "date": day, "place": place}
        kind, fields = ("contact", contact) if at % 4 == 0 else ("statement", statement)
        found.append(Finding(kind, Span(at, at + 20), fields, "drawn", 0.9))
    return Origin(outlet=_word(chances), on=_day(chances), text=text), found


@step("link", "500 articles of 24 suggestions against 5,000 records", "12,000 suggestions", runs=1)
def all_articles() -> Timed:
    case, chances = a_case(), Random(11)
    articles = [_article(case, chances) for _ in range(ARTICLES)]
    link_article(case, *articles[0])
    return lambda: [link_article(case, origin, found) for origin, found in articles]


@step("link", "the first article, with the index of 5,000 records", "24 suggestions", runs=1)
def first_article() -> Timed:
    case = a_case()
    origin, found = _article(case, Random(11))
    return lambda: link_article(case, origin, found)
