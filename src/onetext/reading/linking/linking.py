"""All links of a suggestion, and of a whole article: pure functions of a cut case (D3) and of what was read.

The case is indexed once, when it is first asked (``once_a_case``); a suggestion then costs what it is compared with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.reading.linking.actors import Actor, actors, of_document
from onetext.reading.linking.copies import Copy, copies
from onetext.reading.linking.link import LEAST, Link, ranked, rounded
from onetext.reading.linking.meetings import link_contact
from onetext.reading.linking.origin import Origin
from onetext.reading.linking.sayings import link_saying
from onetext.reading.linking.things import (
    link_agreement,
    link_deadline,
    link_demand,
    link_person,
    link_plan,
    link_question,
    link_telling,
)
from onetext.reading.linking.topics import link_topics
from onetext.reading.suggestions import KINDS, Finding, in_sections


@dataclass(frozen=True, slots=True)
class Linked:
    """What one article has to do with the case: its copies, and each suggestion with its links, best first."""

    copies: tuple[Copy, ...]
    links: tuple[tuple[Finding, tuple[Link, ...]], ...]


def linked_data(case: Case, data: dict[str, Any], text: str) -> dict[str, Any]:
    """The printed form of a document with ``links`` on each suggestion and ``copies`` of the whole.

    ``text`` is what was read: ``data`` holds places in it.
    """
    source = data["source"]
    linked = link_article(case, Origin(outlet=source["outlet"], on=source["date"], text=text), in_sections(data))
    links = iter([link.as_data() for link in links] for _finding, links in linked.links)
    more: dict[str, Any] = {section: [{**item, "links": next(links)} for item in data[section]] for section in KINDS}
    if data["plan"] is not None:
        more["plan"] = {**data["plan"], "links": next(links)}
    return {**data, **more, "copies": [copy.as_data() for copy in linked.copies]}


def origin_of(case: Case, origin: Origin, persons: Sequence[Mapping[str, Any]] = ()) -> tuple[Origin, tuple[Copy, ...]]:
    """The origin made whole: with the sources of the case that hold this very text, and whom its persons act for."""
    found = copies(case, origin)
    alike = [one for one in found if one.kind in ("same", "copy")]
    same = frozenset({*(one.source for one in alike), *([origin.id] if origin.id else [])})
    on = origin.on or next((one.on for one in alike if one.on), None)
    return replace(origin, on=on, same=same, parties={**of_document(persons), **origin.parties}), found


def link_article(case: Case, origin: Origin, findings: Sequence[Finding]) -> Linked:
    """Every suggestion of one article against the case, contacts in the order that ``bound_to`` counts in.

    The links of one do not depend on those of another, but a deadline's on those of the meeting that it moves with.
    """
    whole, found = origin_of(case, origin, [one.fields for one in findings if one.kind == "person"])
    met = [(one.fields, one.span.of(whole.text)) for one in findings if one.kind == "contact"]
    return Linked(found, tuple((one, _links(case, one, whole, met)) for one in findings))


def _links(
    case: Case, finding: Finding, whole: Origin, met: Sequence[tuple[Mapping[str, Any], str]]
) -> tuple[Link, ...]:
    bound = finding.fields.get("bound_to")
    meeting = met[bound] if isinstance(bound, int) and bound < len(met) else None
    words = finding.span.of(whole.text)
    return link_suggestion(case, finding.kind, finding.fields, words, whole, meeting=meeting)


def link_suggestion(
    case: Case,
    what: str,
    fields: Mapping[str, Any],
    words: str,
    origin: Origin,
    *,
    meeting: tuple[Mapping[str, Any], str] | None = None,
) -> tuple[Link, ...]:
    """The links of one suggestion, best first; none below ``LEAST``. ``words`` are those at its span.

    ``meeting``: fields and words of the suggested contact that a deadline moves with.
    """
    found: list[Link] = []
    if what == "statement":
        speaker = _speaker(case, fields, origin)
        found += link_saying(case, fields, speaker, origin)
        found += _who(speaker)
        found += link_topics(case, fields.get("text") or words)
    elif what == "contact":
        found += link_contact(case, fields, words, origin)
    elif what == "person":
        found += link_person(case, fields, origin)
    elif what == "agreement":
        found += link_agreement(case, fields, origin)
        found += link_topics(case, " ".join(str(fields.get(name) or "") for name in ("name", "about")))
    elif what == "question":
        found += link_question(case, fields)
        found += link_topics(case, fields.get("text") or words)
    elif what in ("demand", "position"):
        found += link_demand(case, fields)
        found += link_topics(case, fields.get("text") or words)
    elif what == "deadline":
        bound = link_contact(case, *meeting, origin) if meeting else ()
        found += link_deadline(case, fields, bound[0].record if bound else None)
    elif what == "disclosure":
        found += link_telling(case, fields, origin)
    elif what == "plan":
        found += link_plan(case, fields)
    return ranked(found)


def _speaker(case: Case, fields: Mapping[str, Any], origin: Origin) -> Actor:
    """Who speaks, as a person or party of the case. A speaker whose name is withheld stays nobody."""
    people, speaker = actors(case), fields.get("speaker") or {}
    name, party = speaker.get("name"), fields.get("party")
    if name:
        return people.named(name, party, origin.on)
    side = people.party(party)
    if not speaker.get("anonymous") and speaker.get("description") and not _several(str(speaker["description"])):
        office = people.in_office(str(speaker["description"]), side, origin.on)
        if office is not None:
            return office
    return Actor("", None, frozenset({side} if side else ()))


def _several(words: str) -> bool:
    """``officials``, ``two diplomats``, ``an official``: no office that one person holds."""
    first = words.casefold().split()[:1]
    return first in (["a"], ["an"], ["one"], ["some"], ["several"], ["two"], ["three"]) or words.casefold().endswith(
        "s"
    )


def _who(speaker: Actor) -> tuple[Link, ...]:
    record = speaker.record
    if record is None or speaker.score < LEAST:
        return ()
    kind = Person.kind if speaker.person else Party.kind
    return (Link(record, kind, "who", rounded(speaker.score), speaker.reason),)
