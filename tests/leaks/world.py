"""The two twins: one case, worked on by the same people in the same hours; only what Ben may not read differs.

Ana owns the case and is read into ``talks``, of which the others know nothing; Dora works in ``talks`` alone. Ben and
Cy are cleared for ``team``; Eva was read out of it again, and Gus of ``talks`` at the end of the day. South is a party,
Ilya a person of ours, and there is the public. What is done in the open comes from one stream of chances, what is
hidden from another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from onetext.case.access import Clearance, Grant
from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.record import Record
from onetext.case.snapshot import parse_case
from onetext.disclosure.exporting import Leaving, export_record
from onetext.disclosure.importing import fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.recording import Writing, new_id, record_export, write
from onetext.disclosure.store import CaseStore, store_of
from onetext.disclosure.view import View
from onetext.files.faults import Faults
from onetext.files.yamldoc import parse_yaml, write_yaml
from onetext.ledger.entry import Entry
from onetext.ledger.ids import keyed_salts
from onetext.ledger.memory import MemoryStore
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.writing import Stale

CASE_ID = "basin"
MORNING = datetime(2025, 6, 2, 8, tzinfo=UTC)
TODAY = MORNING.date()
OBSERVERS = ("@ben", "@eva", "@gus", "ilya", "south", "public")
MOMENTS = (
    Moment(TODAY),
    Moment(TODAY, hindsight=True),
    Moment(date(2025, 4, 10)),
    Moment(TODAY, recorded_at=(MORNING + timedelta(minutes=42)).isoformat()),
)
SEEN_WORDS = ("water", "ferry", "bridge", "toll", "winter")
HIDDEN_WORDS = ("villa", "ransom", "water", "bridge")
GUESSED = ("guess-1", "guess-2", "nothing-is-called-so")
"""Ids that somebody may try; the first two are those of hidden records in one twin."""

OPEN = """
onetext: case/1
id: basin
title: The water of two banks
basis: invented
default_labels: [team]
compartments: [{id: team, name: The team, owners: [ana]}]
clearances:
- {id: c2, who: "@ben", compartments: [team], on: 2025-01-02, known_from: 2025-01-02}
- {id: c6, who: "@cy", compartments: [team], on: 2025-01-02, known_from: 2025-01-02}
- {id: c3, who: "@eva", compartments: [team], on: 2025-01-02, known_from: 2025-01-02}
- {id: c4, who: "@eva", compartments: [team], status: read_out, on: 2025-02-02, known_from: 2025-02-02}
- {id: c5, who: ilya, compartments: [team], on: 2025-01-02, known_from: 2025-01-02}
parties:
- {id: north, name: Northbank, known_from: 2025-01-01, labels: []}
- {id: south, name: Southbank, known_from: 2025-01-01, labels: []}
- {id: mill, name: Mill town, kind: mediator, known_from: 2025-01-01, labels: []}
persons:
- {id: ilya, name: Ilya, known_from: 2025-01-01, roles: [{title: envoy, kind: envoy, party: mill}]}
- {id: mara, name: Mara, known_from: 2025-01-01, labels: [], roles: [{title: envoy, kind: envoy, party: south}]}
plans: [{id: main, title: Sharing the water, parties: [north, south], known_from: 2025-01-01, labels: []}]
categories: [{id: use, name: Use, known_from: 2025-01-01, labels: []}]
points:
- {id: p1, title: The bridge, category: use, known_from: 2025-01-01, labels: []}
- {id: p2, title: The ferry, category: use, known_from: 2025-01-01}
- {id: p3, title: The toll, known_from: 2025-01-01}
options:
- {id: o1, point: p1, label: one bridge, known_from: 2025-01-01}
- {id: o2, point: p1, label: two bridges, known_from: 2025-01-01}
sources:
- {id: s1, outlet: Gazette, on: 2025-03-01, labels: []}
- {id: s2, outlet: Courier, on: 2025-04-20}
drafts:
- {id: d1, plan: main, status: working, penholder: ilya, on: 2025-03-02, sources: [s1], clauses: [
    {number: "1", point: p1, text: "A [wide] [narrow] bridge is built."}, {number: "2", point: p2, text: The ferry.}]}
- {id: d2, plan: main, status: working, penholder: ilya, on: 2025-04-22, sources: [s2], clauses: [
    {number: "1", point: p1, text: "A wide bridge is built."}, {number: "2", point: p3, text: "A [low] toll."}]}
statements:
- {id: st1, on: 2025-03-01, act: say, speaker: {name: Mara, person: mara}, party: south, received: on_record,
   via: [s1], text: The water is ours., about: [p1], labels: []}
- {id: st2, on: 2025-04-20, act: say, speaker: {name: Mara, person: mara}, party: south, handling: background,
   via: [s2], text: The toll can wait., about: [p3]}
positions:
- {id: x1, party: south, point: p1, option: o1, stance: accept, on: 2025-03-01, evidence: [st1]}
- {id: x2, party: north, point: p1, option: o2, stance: reject, on: 2025-04-20, sources: [s2]}
contacts:
- {id: k1, kind: visit, title: The visit, on: 2025-06-20, known_from: 2025-04-20, participants: [{who: mara}],
   accounts: [{by: south, status: expected, sources: [s2]}]}
disclosures:
- {id: t1, by: ilya, to: [south], items: [{draft: d1, extent: part, points: [p1]}], form: shown, mode: consultation,
   status: done, on: 2025-03-05, known_from: 2025-03-05}
- {id: t3, by: ilya, to: [mill, north], items: [{draft: d2, extent: part, points: [p3]}], form: shown, status: done,
   on: 2025-04-25, known_from: 2025-04-25}
- {id: t4, by: ilya, to: [mill], items: [{statement: st1, extent: full}], status: planned, embargo: 2025-07-01,
   known_from: 2025-04-25, labels: [team]}
- {id: t2, to: [public], items: [{topic: that there is a plan, extent: existence}], status: done, on: 2025-03-09,
   known_from: 2025-03-09, labels: []}
questions: [{id: q1, text: Who pays the ferry?, about: [p2], known_from: 2025-03-01}]
deadlines: [{id: dl1, title: The answer of the north, on: 2025-06-30, known_from: 2025-04-01}]
comments: [{id: cm1, about: d1, by: ben, text: The bridge is too wide., known_from: 2025-03-03}]
"""


@dataclass
class Clock:
    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Twin:
    """One of the two: its store, its clock, and what those who work in the open were answered."""

    store: CaseStore
    clock: Clock
    answers: list[str] = field(default_factory=list)

    def view(self, who: str, moment: Moment | None = None) -> View:
        return self.store.view(self.store.reader(who), moment or Moment(TODAY))


@lru_cache(maxsize=64)
def opening(variant: int | None) -> Case:
    """The case as it is brought in: open alone (None), or with hidden records before the others in every section."""
    data: dict[str, Any] = parse_yaml(OPEN, "open")
    case, faults = parse_case(write_yaml(data if variant is None else with_hidden(data, Random(variant))))
    assert case is not None, faults
    assert [fault for fault in faults if fault.level == "error"] == []
    return case


def with_hidden(data: dict[str, Any], chances: Random) -> dict[str, Any]:
    """The same with what lies in ``talks``, and the preferences: first in every section, so that order would tell."""
    hidden = ["talks"]
    word = chances.choice(HIDDEN_WORDS)
    more: dict[str, list[dict[str, Any]]] = {
        "compartments": [{"id": "talks", "name": "The talks", "owners": ["ana"], "labels": hidden}],
        "clearances": [
            {"id": "h-c2", "who": "@dora", "compartments": ["talks"], "on": "2025-01-03", "labels": hidden},
            {"id": "h-c3", "who": "@gus", "compartments": ["talks"], "on": "2025-01-03", "labels": hidden},
        ],
        "parties": [{"id": "guess-1", "name": f"The {word} league", "labels": hidden}],
        "persons": [
            {"id": "guess-2", "name": "Petra", "labels": hidden, "roles": [{"title": "envoy", "party": "guess-1"}]}
        ],
        "sources": [{"id": "h-s1", "outlet": "Whisper", "on": "2025-01-05", "labels": hidden}],
        "drafts": [
            {"id": "h-d1", "plan": "main", "on": "2025-05-30", "labels": hidden,
             "clauses": [{"number": "1", "point": "p1", "text": f"The {word} is sold."}]}
        ],
        "positions": [
            {"id": "h-x1", "party": "north", "point": "p1", "stance": "accept", "on": "2025-05-30", "public": False,
             "labels": ["talks"]}
        ],
        "markings": [{"id": "h-m1", "record": "st1", "mark": "TLP:RED", "labels": hidden}],
        "assessments": [{"id": "h-a1", "title": "Mine", "labels": ["assessment"], "reservations": {"north": 0.4}}],
        "disclosures": [
            {"id": "h-t1", "to": ["south"], "status": "done", "on": "2025-05-01", "labels": hidden,
             "items": [{"draft": "d2", "extent": "full"}]}
        ],
    }  # fmt: skip
    count = {name: chances.randint(0, 1) for name in more if name not in ("clearances", "parties")}
    kept = {name: found for name, found in more.items() if count.get(name, 1)}
    return {**data, **{name: [*found, *data.get(name, [])] for name, found in kept.items()}}


def play(seed: int, hidden: int | None, path: Path | None = None, steps: int = 10) -> Twin:
    """One twin; ``hidden`` None: nothing hidden exists. ``path`` is where its store lies (None: in memory)."""
    clock = Clock()
    kept = MemoryStore() if path is None else SqliteStore(path)
    twin = Twin(store_of(kept, clock, salts=keyed_salts(b"salts"), key=b"ids"), clock)
    seen, unseen = Random(seed), Random(f"{seed} {hidden}")
    fill(twin.store, opening(None if hidden is None else unseen.randrange(8)), author="ana", members=["ana"])
    for number in range(steps):
        clock.now = MORNING + timedelta(minutes=10 * (number // 2))
        if hidden is not None:
            for _ in range(unseen.choice([0, 1, 1, 2])):
                _hidden_step(twin, unseen)
        twin.answers.append(_open_step(twin, seen, number))
    clock.now = MORNING + timedelta(hours=2)
    if hidden is not None:
        clear(twin, "@gus", "talks", "read_out")
    return twin


def answered(act: Callable[[], object]) -> str:
    """What an act was answered: what it gave, or the words it was refused with."""
    try:
        return str(act())
    except Stale as stale:
        return f"stale: {stale} {[shown(one) for one in (*stale.base, *stale.newest)]}"
    except Faults as faults:
        return f"refused: {faults.faults}"


def shown(entry: Entry) -> tuple[object, ...]:
    """What a writer sees of an entry: everything but what names a place in the ledger."""
    return entry.id, entry.labels, entry.version, entry.author, entry.recorded, entry.token, entry.bases, entry.payload


# ------------------------------------------------------------------------------------------------- in the open


def _open_step(twin: Twin, chances: Random, number: int) -> str:
    act = chances.choice([_new, _new, _new, _edit, _edit, _edit, _stale, _export, _grant, _read])
    return answered(lambda: act(twin, chances, number))


def _new(twin: Twin, chances: Random, number: int) -> object:
    author = chances.choice(["ben", "cy", "ana"])
    drawn = new_id(twin.store, author, ("team",))
    record = make(open_fields(chances, drawn, number, tied=author != "ana"))
    return [shown(one) for one in write(twin.store, twin.view(f"@{author}"), author, [Writing(record)])]


def open_fields(chances: Random, id: str, number: int, *, tied: bool = True) -> dict[str, Any]:
    """A record that anybody on the team might write; without ties, one that no hidden withdrawal can refuse Ana."""
    word, day = chances.choice(SEEN_WORDS), f"2025-0{chances.randint(3, 5)}-1{chances.randint(0, 9)}"
    point = chances.choice(["p1", "p2", "p3"])
    fields: dict[str, dict[str, Any]] = {
        "statement": {"on": day, "text": f"On {word}, {number}.", "party": "south", "via": ["s1"], "about": [point]},
        "question": {"text": f"Whose {word}?", "about": [point], "known_from": day},
        "position": {"party": "north", "point": point, "stance": "conditional", "on": day, "text": word},
        "contact": {"title": f"About {word}", "participants": [{"who": "mara"}]},
        "source": {"outlet": f"The {word} post", "on": day},
        "comment": {"about": chances.choice(["d1", "d2", "p1", "st1"]), "by": "ben", "text": f"More {word}."},
        "disclosure": {
            "to": [chances.choice(["south", "north", "mara"])], "status": "done", "on": day,
            "items": [{"draft": "d1", "extent": chances.choice(["outline", "full"])}],
        },
        "draft": {"plan": "main", "on": day, "clauses": [{"number": "1", "point": point, "text": f"The [{word}]."}]},
    }  # fmt: skip
    fields["contact"]["on"] = f"2025-06-1{chances.randint(0, 9)}"
    kind = chances.choice(list(fields) if tied else ["source", "contact"])
    return {"kind_": kind, "id": id, "labels": ["team"], **fields[kind]}


def make(fields: dict[str, Any]) -> Record:
    kind = fields.pop("kind_")
    return BY_KIND[kind].model_validate(fields)


def _edit(twin: Twin, chances: Random, number: int) -> object:
    """Over what the team sees; whoever may read a hidden newer version is refused with it, so Ana does not (L2, D7)."""
    author = chances.choice(["ben", "ben", "cy"])
    id = chances.choice(["d1", "st1", "q1", "p2", "x2", "k1", "st2"])
    seen = twin.view("@ben")
    heads, tokens = seen.get(id), seen.tokens(id)
    record = heads[0].model_copy(update={"note": f"{chances.choice(SEEN_WORDS)} {number}", "labels": ("team",)})
    return [shown(one) for one in write(twin.store, twin.view(f"@{author}"), author, [Writing(record, tokens)])]


def _stale(twin: Twin, chances: Random, number: int) -> object:
    """Over the oldest version Ben may read."""
    id = chances.choice(["d1", "st1", "q1", "p2", "x2"])
    seen = twin.view("@ben")
    entries = _versions(twin, seen, id)
    record = seen.get(id)[0].model_copy(update={"note": f"stale {number}", "labels": ("team",)})
    return [shown(one) for one in write(twin.store, seen, "ben", [Writing(record, [entries[0]])])]


def _versions(twin: Twin, seen: View, id: str) -> list[str]:
    permitted = frozenset({(), ("team",)})
    return [key.token for key in twin.store.spine.state().history(permitted, id)]


def _export(twin: Twin, chances: Random, number: int) -> object:
    seen = twin.view("@ben")
    leaving = Leaving(b"", tuple(key.id for key in seen.keys("draft")))
    made = export_record("new", "snapshot", leaving, by="ben", for_="south", at=TODAY.isoformat())
    return record_export(twin.store, seen, "ben", made)


def _grant(twin: Twin, chances: Random, number: int) -> object:
    """South may read one version that the team reads."""
    seen = twin.view("@ben")
    id = chances.choice(["d1", "st2", "x2"])
    drawn = new_id(twin.store, "cy", ("team",))
    grant = Grant(id=drawn, who="south", record=id, version=seen.tokens(id)[0], by="cy", labels=("team",))
    return [shown(one) for one in write(twin.store, twin.view("@cy"), "cy", [Writing(grant)])]


def _read(twin: Twin, chances: Random, number: int) -> object:
    """Eva is read in, or out again."""
    return clear(twin, chances.choice(["@eva", "ilya"]), "team", chances.choice(["read_in", "read_out"]))


def clear(twin: Twin, who: str, label: str, status: str) -> object:
    drawn = new_id(twin.store, "ana", (label,))
    data = {"id": drawn, "who": who, "compartments": (label,), "status": status, "on": TODAY.isoformat(),
            "labels": (label,)}  # fmt: skip
    record = Clearance.model_validate(data)
    return [shown(one) for one in write(twin.store, twin.view("@ana"), "ana", [Writing(record)])]


# ------------------------------------------------------------------------------------------------------ hidden


def _hidden_step(twin: Twin, chances: Random) -> None:
    act = chances.choice([_hidden_new, _hidden_new, _hidden_edit, _hidden_edit, _hidden_clearance, _hidden_export])
    answered(lambda: act(twin, chances))


def hidden_labels(chances: Random, author: str) -> tuple[str, ...]:
    return ("talks",) if author == "dora" else chances.choice([("talks",), ("talks", "team")])


def _hidden_new(twin: Twin, chances: Random) -> None:
    author = chances.choice(["ana", "dora"])
    labels = hidden_labels(chances, author)
    drawn = new_id(twin.store, author, labels)
    word = chances.choice(HIDDEN_WORDS)
    seen = twin.view(f"@{author}")
    fields = _hidden_fields(chances, word, team=author == "ana")
    record = make({**fields, "id": drawn, "labels": labels})
    write(twin.store, seen, author, [Writing(record)])


def _hidden_fields(chances: Random, word: str, *, team: bool) -> dict[str, Any]:
    own: list[dict[str, Any]] = [
        {"kind_": "party", "name": f"The {word} house"},
        {"kind_": "person", "name": f"Prince of {word}"},
        {"kind_": "question", "text": f"What of the {word}?"},
        {"kind_": "point", "title": f"The {word}"},
        {"kind_": "source", "outlet": f"The {word} wire", "on": "2025-01-01"},
        {"kind_": "contact", "title": f"At the {word}", "on": "2025-06-05"},
        {"kind_": "suggestion", "what": "statement", "fields": {"text": word}},
        {"kind_": "line", "text": f"Say nothing of the {word}."},
        {"kind_": "deadline", "title": f"The {word} is due", "on": "2025-06-04"},
        {"kind_": "grant", "who": "north", "record": "p1"},
    ]
    tied: list[dict[str, Any]] = [
        {"kind_": "comment", "about": chances.choice(["d1", "st1"]), "by": "ana", "text": f"Mind the {word}."},
        {"kind_": "draft", "plan": "main", "on": "2025-06-01", "text": word},
        {"kind_": "position", "party": "south", "point": "p1", "stance": "reject", "on": "2025-06-01", "text": word},
        {"kind_": "disclosure", "to": ["south"], "status": "done", "items": [{"draft": "d2", "extent": "full"}]},
        {"kind_": "marking", "record": "st1", "mark": "TLP:RED"},
        {"kind_": "option", "point": "p1", "label": f"a {word} bridge"},
        {"kind_": "concordance", "from": "d1", "to": "d2"},
    ]
    return dict(chances.choice(own + tied if team else own))


def _hidden_edit(twin: Twin, chances: Random) -> None:
    """A newer version, for the talks alone, of a record that Ben reads; now and then it withdraws it."""
    id = chances.choice(["d1", "st1", "q1", "p2", "x2", "k1"])
    seen = twin.view("@ana")
    heads = seen.get(id)
    if heads:
        word = chances.choice(HIDDEN_WORDS)
        labels = ("talks", "team")
        record = heads[0].model_copy(update={"note": f"hidden {word}", "labels": labels, "known_from": "2025-01-01"})
        gone = chances.random() < 0.1
        write(twin.store, seen, "ana", [Writing(record, seen.tokens(id), gone=gone)])


def _hidden_clearance(twin: Twin, chances: Random) -> None:
    clear(twin, chances.choice(["@dora", "@fred", "north"]), "talks", chances.choice(["read_in", "read_out"]))


def _hidden_export(twin: Twin, chances: Random) -> None:
    seen = twin.view("@ana")
    leaving = Leaving(b"hidden", tuple(key.id for key in seen.keys("draft")))
    made = export_record("new", "snapshot", leaving, by="ana", for_=None, at=TODAY.isoformat())
    record_export(twin.store, seen, "ana", made)
