"""Recording that somebody was told something (D2, D6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.people import Party, Person
from onetext.case.plan import Draft
from onetext.case.record import PUBLIC
from onetext.case.source import Statement
from onetext.case.telling import EXPORTS, Disclosure, Export, Item
from onetext.case.words import EXTENTS
from onetext.files.faults import Fault, Faults, nearest, refuse

_TOPIC = "topic:"
_POINT = "#"
"""Between a draft and one of its points, told of alone."""


@dataclass(frozen=True)
class Telling:
    """What a person says was told: ids or topics, to whom, by whom, when, how."""

    to: Sequence[str]
    what: Sequence[str]
    by: str | None = None
    on: str | None = None
    extent: str | None = None
    form: str | None = None
    mode: str | None = None


def disclosure_of(case: Case, telling: Telling, id: str) -> Disclosure:
    """The disclosure to be recorded. ``case`` is what the teller sees.

    It carries the labels of all it names (D12). Raises ``Faults`` for people and records that are not there.
    """
    faults = [fault for who in telling.to if (fault := _person_fault(case, "--to", who, public=True))]
    if telling.by and (fault := _person_fault(case, "--by", telling.by, public=False)):
        faults.append(fault)
    if faults:
        raise Faults(faults)
    exports = [export for name in telling.what if (export := case.get(Export, name))]
    items = [item for name in telling.what for item in _items(case, name, telling.extent)]
    fields = {
        "id": id,
        "labels": labels_of_telling(case, [*telling.to, *([telling.by] if telling.by else [])], items, exports),
        "by": telling.by,
        "to": tuple(telling.to),
        "items": tuple(items),
        "on": telling.on,
        "form": telling.form or ("handed_over" if exports else None),
        "mode": telling.mode or ("handover" if exports else None),
        "status": "done",
        "export": exports[0].id if exports else None,
    }
    return Disclosure.model_validate(fields)


def labels_of_telling(
    case: Case, people: Sequence[str], items: Sequence[Item], exports: Sequence[Export]
) -> tuple[str, ...] | None:
    """The case's default and those of everything named, but for the compartment of exports (D6).

    None where that is the default alone.
    """
    named = [*people, *(item.names for item in items if item.names), *(export.id for export in exports)]
    labels = set(case.head.default_labels)
    for name in named:
        for head in case.heads(name):
            labels |= case.labels_of(head)
    labels.discard(EXPORTS)
    return None if labels == set(case.head.default_labels) else tuple(sorted(labels))


def free_id(case: Case, stem: str) -> str:
    """The first of ``stem-1``, ``stem-2``, … that the case does not use."""
    number = 1
    while case.heads(f"{stem}-{number}"):
        number += 1
    return f"{stem}-{number}"


def _person_fault(case: Case, address: str, who: str, *, public: bool) -> Fault | None:
    if case.get(Party, who) or case.get(Person, who) or (public and who == PUBLIC):
        return None
    known = [record.id for model in (Party, Person) for record in case.all(model)]
    remedy = nearest(who, known) if known else "add the party or person first"
    return Fault(address, f"'{who}' is no party or person of this case", remedy)


def _items(case: Case, name: str, extent: str | None) -> list[Item]:
    """What ``name`` stands for: an id, ``DRAFT#POINT`` or ``topic:words``, each with ``:extent`` of its own or not."""
    bare, own = _apart(case, name)
    if own:
        return _items(case, bare, own)
    if name.startswith(_TOPIC):
        return [Item.model_validate({"topic": name.removeprefix(_TOPIC).strip(), "extent": extent})]
    export = case.get(Export, name)
    if export:
        return [item.model_copy(update={"extent": extent}) if extent else item for item in export.items]
    if case.get(Draft, name):
        return [Item.model_validate({"draft": name, "extent": extent})]
    if case.get(Statement, name):
        return [Item.model_validate({"statement": name, "extent": extent})]
    if case.heads(name):
        return [Item.model_validate({"record": name, "extent": extent})]
    draft, _mark, point = name.partition(_POINT)
    if point and (found := case.get(Draft, draft)):
        points = [clause.point for clause in found.clauses if clause.point]
        if point not in points:
            raise refuse("--what", f"draft '{draft}' has no point '{point}'", nearest(point, points))
        return [Item.model_validate({"draft": draft, "extent": extent or "part", "points": [point]})]
    close = get_close_matches(name, [record.id for kind in BY_KIND for record in case.records.get(kind, ())], 1, 0.8)
    if close:
        raise refuse("--what", f"there is no record '{name}'", f"did you mean '{close[0]}'? A topic: 'topic:{name}'")
    return [Item.model_validate({"topic": name, "extent": extent})]


def _apart(case: Case, name: str) -> tuple[str, str | None]:
    """A name without the extent written behind it; a topic that merely ends so, unmarked, is left as it stands."""
    bare, _mark, word = name.rpartition(":")
    marked = bare.startswith(_TOPIC) or case.heads(bare) or case.get(Draft, bare.partition(_POINT)[0])
    return (bare, word) if word in EXTENTS and marked else (name, None)
