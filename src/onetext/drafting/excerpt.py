"""What of a draft an audience may have, as a draft of its own: numbered on its own, so that no gap tells (T2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onetext.case.plan import Clause, Concordance, Draft, Pair
from onetext.drafting.references import own_references
from onetext.files.faults import Fault, Faults, refuse


@dataclass(frozen=True)
class Excerpt:
    """``draft`` is for the audience. ``concordance`` says where each clause comes from: it stays here."""

    draft: Draft
    concordance: Concordance


def excerpt(draft: Draft, points: Collection[str], id: str, title: str | None = None) -> Excerpt:
    """The clauses on ``points``, numbered from 1; references among them follow, nothing else of their words changes.

    How many points the whole has, rival accounts and our notes are not in it. The labels are those of the draft.
    Raises ``Faults`` where nothing is left, and where a clause kept refers to one withheld: that would tell.
    """
    kept = [clause for clause in draft.clauses if clause.point in points]
    if not kept:
        raise refuse(draft.id, "no clause of the draft is on these points", "name points that it has")
    numbers = _renumbered([clause.number for clause in kept])
    faults = list(_told(draft, kept, numbers))
    if faults:
        raise Faults(faults)
    data = {
        "id": id,
        "plan": draft.plan,
        "title": title or draft.title,
        "status": draft.status,
        "penholder": draft.penholder,
        "on": draft.on,
        "known_from": draft.known_from,
        "labels": draft.labels,
        "sources": draft.sources,
        "clauses": tuple(_clause(clause, numbers) for clause in kept),
    }
    pairs = tuple(Pair.model_validate({"from": (old,), "to": (new,), "change": "kept"}) for old, new in numbers.items())
    ties = {"id": f"{id}-from-{draft.id}", "from": draft.id, "to": id, "labels": draft.labels, "pairs": pairs}
    return Excerpt(Draft.model_validate(data), Concordance.model_validate(ties))


def _renumbered(numbers: Iterable[str]) -> dict[str, str]:
    """New numbers in order, at each level (``2.1``) from 1; language versions of a clause keep one number."""
    given: dict[tuple[str, ...], str] = {}
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for number in numbers:
        parts = tuple(number.strip().rstrip(".").split("."))
        above = ""
        for depth in range(1, len(parts) + 1):
            key = parts[:depth]
            if key not in given:
                counts[above] = counts.get(above, 0) + 1
                given[key] = f"{above}.{counts[above]}" if above else str(counts[above])
            above = given[key]
        found[number] = above
    return found


def _clause(clause: Clause, numbers: Mapping[str, str]) -> Clause:
    changed = {
        "number": numbers[clause.number],
        "title": _following(clause.title, numbers),
        "text": _following(clause.text, numbers),
        "notes": tuple(note.model_copy(update={"text": _following(note.text, numbers)}) for note in clause.notes),
        "note": None,
        "accounts": (),
    }
    return clause.model_copy(update=changed)


def _following(text: str | None, numbers: Mapping[str, str]) -> str | None:
    """The text with its references to clauses under their new numbers."""
    if text is None:
        return None
    parts: list[str] = []
    at = 0
    for one in own_references(text):
        parts += [text[at : one.start], numbers.get(one.number, one.number)]
        at = one.end
    return "".join([*parts, text[at:]])


def _told(draft: Draft, kept: list[Clause], numbers: Mapping[str, str]) -> Iterator[Fault]:
    withheld = {clause.number for clause in draft.clauses} - set(numbers)
    for clause in kept:
        parts = {"title": clause.title, "text": clause.text}
        parts |= {f"notes[{at}]": note.text for at, note in enumerate(clause.notes)}
        for name, words in parts.items():
            for one in own_references(words or ""):
                if one.number in withheld:
                    yield Fault(
                        f"{draft.id}, clause {clause.number}, {name}, character {one.start}",
                        f"refers to clause {one.number}, which would be withheld",
                        f"word clause {clause.number} anew first, or give clause {one.number} too",
                    )
