"""A small invented case, and suggestions put to it as a reading would make them."""

from __future__ import annotations

from typing import Any

from onetext.case.case import Case
from onetext.case.snapshot import parse_case
from onetext.reading.linking.link import Link
from onetext.reading.linking.linking import link_suggestion, origin_of
from onetext.reading.linking.origin import Origin

TEXT = """
onetext: case/1
id: strait
title: The strait of Orle
basis: invented
default_labels: [team]
parties:
- {id: nor, name: Norrland, short: Norr}
- {id: sud, name: Sudria}
- {id: ukr, name: Ukraine}
persons:
- {id: ilse, name: Ilse Brandt, roles: [{title: special envoy, kind: envoy, party: nor}]}
- {id: karel, name: Karel Vanek, roles: [{title: chief negotiator, kind: envoy, party: sud}]}
- {id: dora, name: Dora Vanek, roles: [{title: president, kind: principal, party: sud}]}
- {id: oleks, name: Oleksandr Moroziy, roles: [{title: foreign minister, kind: official, party: ukr}]}
plans: [{id: main, title: The plan, parties: [nor, sud]}]
points:
- {id: p1, title: Passage of ships through the strait}
- {id: p2, title: Amnesty}
- {id: p3, title: Fishing quotas and reefs}
- {id: p4, title: Notice of new works}
- {id: p5, title: Return of prisoners}
options:
- {id: o1, point: p1, label: free passage for all tankers}
- {id: o2, point: p1, label: convoys under escort}
- {id: o3, point: p3, label: a ceiling of 900 tonnes of herring}
sources:
- {id: s1, outlet: Orle Gazette, on: 2025-05-06}
statements:
- {id: st1, on: 2025-05-06, act: say, speaker: {name: Karel Vanek, person: karel}, party: sud, via: [s1],
   quote: "We will sign nothing before the last prisoner is home."}
- {id: st2, on: 2025-05-06, act: say, speaker: {description: a Norrland official}, party: nor, via: [s1],
   received: anonymous, text: The convoys under escort are no longer on the table.}
- {id: st3, on: 2025-05-06, act: say, speaker: {name: Ilse Brandt, person: ilse}, via: [s1], quote: No comment.}
contacts:
- {id: c1, kind: meeting, on: 2025-05-05, place: Lisse, participants: [{who: ilse}, {who: karel}],
   accounts: [{status: held, sources: [s1]}], sources: [s1]}
- {id: c2, kind: call, on: 2025-04-02, participants: [{party: nor}, {who: dora}], accounts: [{status: planned}]}
- {id: c3, kind: talks, on: 2025-03, place: Geneva, participants: [{party: nor}, {party: sud}, {party: ukr}]}
questions: [{id: q1, text: Who pays for the buoys in the strait?}]
agreements: [{id: a1, name: the Orle Protocol of 1998, sources: [s1]}]
deadlines: [{id: dl1, title: the list of prisoners is handed over, on: 2025-06-01}]
positions: [{id: x1, party: sud, point: p5, stance: unknown, move: demand,
   text: that every prisoner be returned by June}]
disclosures: [{id: k1, by: nor, to: [ukr], items: [{topic: the draft}], mode: briefing, status: ongoing,
   on: 2025-05-03}]
drafts: [{id: d1, plan: main, points: 14}]
"""
HERE = Origin(outlet="Harbour Post", on="2025-05-07")


def strait(more: str = "") -> Case:
    case, faults = parse_case(TEXT + more)
    assert case is not None, faults
    return case


STRAIT = strait()


def links(kind: str, origin: Origin = HERE, /, words: str = "", case: Case = STRAIT, **fields: Any) -> tuple[Link, ...]:
    whole, _copies = origin_of(case, origin)
    return link_suggestion(case, kind, fields, words, whole)


def named(found: tuple[Link, ...], relation: str | None = None) -> list[str]:
    """The records linked to, best first."""
    return [link.record for link in found if relation in (None, link.relation)]


def meeting(*who: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "meeting", "status": "held", "participants": list(who), **fields}


def speech(words: str, name: str | None, *, direct: bool = True, act: str = "say", **fields: Any) -> dict[str, Any]:
    speaker = {
        "name": name,
        "description": fields.pop("description", None),
        "anonymous": fields.pop("anonymous", False),
    }
    return {"act": act, "text": words, "direct": direct, "speaker": speaker, **fields}
