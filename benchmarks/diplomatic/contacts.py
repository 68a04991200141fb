"""Contacts that were read against those of the gold, two participants and a status at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from benchmarks.diplomatic.gold import Contact, Names, Text
from benchmarks.diplomatic.names import fits
from benchmarks.diplomatic.tally import Found, Tally, acting, paired, people_of, tally

Pair = tuple[Names, Names]
FALLEN = {"cancelled", "declined", "postponed", "not_held"}
STANDING = {"held", "ongoing"}


def contacts(item: Text, document: Found) -> dict[str, Tally]:
    people, golds, founds = people_of(item), item.gold.contacts, document["contacts"]
    ours = [(pair, gold.status) for gold in golds for pair in _pairs(gold.participants)]
    acted = [((acting(item, first), acting(item, second)), status) for (first, second), status in ours]
    theirs = [(pair, found["status"]) for found in founds for pair in _read_pairs(found)]

    def exact(gold: tuple[Pair, str], found: tuple[Pair, str]) -> float:
        return float(gold[1] == found[1] and _same_pair(gold[0], found[0], people))

    def about(gold: tuple[Pair, str], found: tuple[Pair, str]) -> float:
        return float(_foreseen(gold[1]) == _foreseen(found[1]) and _same_pair(gold[0], found[0], people))

    strict = tally(ours, theirs, paired(ours, theirs, exact), _told, _told)
    strict.invented = sum(not any(_behind(gold, found, people) for gold in golds) for found in founds)
    loose = Tally(len(paired(ours, theirs, about)), len(ours), len(theirs))
    fallen = [fall for gold in golds for fall in _raised(gold, golds, founds, people)]
    return {
        "contacts, pair and status": strict,
        "contacts, planned = expected": loose,
        "contacts, party for its person": Tally(len(paired(acted, theirs, about)), len(ours), len(theirs)),
        "contacts fallen but shown as held": Tally(len(fallen), extra=fallen),
    } | _circumstances(item, golds, founds)


def _circumstances(item: Text, golds: Sequence[Contact], founds: list[Found]) -> dict[str, Tally]:
    """Kind, day, place and who called it off, of the contacts with a right pair and status."""
    people = people_of(item)

    def value(gold: Contact, found: Found) -> float:
        if gold.status != found["status"] or not _shares(gold, found, people):
            return 0.0
        return 1.0 + float(gold.date == found["date"]) + float(fits(gold.place, found["place"]))

    pairs = [(golds[i], founds[j]) for i, j in paired(golds, founds, value)]
    right = {
        "kind": [gold.kind == found["kind"] for gold, found in pairs],
        "day": [gold.date == found["date"] for gold, found in pairs],
        "place": [fits(gold.place, found["place"]) for gold, found in pairs],
        "by": [fits(acting(item, gold.by), found["by"], people) for gold, found in pairs if gold.by],
        "history": [[*gold.history] == [mark["status"] for mark in found["history"]] for gold, found in pairs],
    }
    return {f"contacts, {name} of those": Tally(sum(hits), len(hits), len(hits)) for name, hits in right.items()}


def _foreseen(status: str) -> str:
    return "planned" if status == "expected" else status


def _pairs(participants: Sequence[Names]) -> list[Pair]:
    """Each two participants; one alone is a pair with nobody."""
    padded = [*participants, ()] if len(participants) == 1 else participants
    return list(combinations(padded, 2))


def _read_pairs(found: Found) -> list[Pair]:
    return _pairs([(name,) for name in found["participants"]] or [()])


def _same_pair(gold: Pair, found: Pair, people: list[str]) -> bool:
    first, second = (names[0] if names else None for names in found)
    straight = fits(gold[0], first, people) and fits(gold[1], second, people)
    return straight or (fits(gold[0], second, people) and fits(gold[1], first, people))


def _behind(gold: Contact, found: Found, people: list[str]) -> bool:
    """Whether a gold contact may be what was read: a pair of it, or, where nobody was read, its status."""
    return _shares(gold, found, people) if found["participants"] else gold.status == found["status"]


def _shares(gold: Contact, found: Found, people: list[str]) -> bool:
    """Whether a contact that was read has a pair of a gold contact, or its one participant."""
    if len(found["participants"]) == 1:
        return any(fits(names, found["participants"][0], people) for names in gold.participants)
    return any(_same_pair(ours, theirs, people) for ours in _pairs(gold.participants) for theirs in _read_pairs(found))


def _raised(gold: Contact, golds: Sequence[Contact], founds: list[Found], people: list[str]) -> list[str]:
    """A fallen contact that the reading shows as held: more held ones of its pair than the gold has."""
    if gold.status not in FALLEN:
        return []
    held = [found for found in founds if found["status"] in STANDING and _shares(gold, found, people)]
    meant = [found for found in held if any(_shares(g, found, people) for g in golds if g.status in STANDING)]
    standing = sum(g.status in STANDING and any(_shares(g, found, people) for found in held) for g in golds)
    return [_shown(found) for found in held if found not in meant] + [_shown(found) for found in meant[standing:]]


def _shown(found: Found) -> str:
    return f"{found['participants']}: {[mark['status'] for mark in found['history']]} {found['span']}"


def _told(one: tuple[Pair, str]) -> str:
    (first, second), status = one
    return f"{'/'.join(first) or '?'} – {'/'.join(second) or '?'}: {status}"
