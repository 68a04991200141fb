"""Whom a possessive pronoun before an office means: "its editor", "whose minister", "her head of operations"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from onetext.reading.clauses import Clause
from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.tokens import Sentence

_BACK = 5
_CLAUSES = 8


@dataclass(slots=True)
class Stage:
    """A sentence, its mentions and clauses, and those of the sentences before with who acted in them (latest last)."""

    sentence: Sentence
    row: Sequence[Mention]
    told: Sequence[Clause]
    rows: Sequence[Sequence[Mention]]
    actors: Sequence[Sequence[Mention]]
    profiles: dict[str, Profile]


def owner(stage: Stage, word: str, at: int) -> Ground | None:
    """The party or person behind ``its``, ``his``, ``whose`` at token ``at``; null where nobody fits."""
    if word in {"its", "whose", "their"}:
        return _of_bodies(stage, word, at)
    return _of_persons(stage, word, at) if word in {"his", "her"} else None


def _of_bodies(stage: Stage, word: str, at: int) -> Ground | None:
    ahead = _told_before(stage, at)
    if word == "whose":
        near = [m for m in ahead if stage.sentence.tokens[at].start - m.extent.end <= 2]
        found = next((g for g in map(_as_body, reversed([*ahead, *near])) if g), None)
        return found or _of_persons(stage, word, at)
    candidates = [*_before(stage, ahead, at), *_earlier(stage)]
    many = [m for m in candidates if m.kind == "group" and m.plural] if word == "their" else []
    for mention in (*many, *candidates):
        ground = _as_body(mention, several=word == "their")
        if ground is not None:
            return ground
    return None


def _told_before(stage: Stage, at: int) -> list[Mention]:
    """Mentions before token ``at`` in the sentence's own words, not in what it quotes."""
    tokens, quoted, inside = stage.sentence.tokens, set[int](), False
    for token in tokens[:at]:
        if token.text in {'"', "“", "”"}:
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            quoted.add(token.start)
    return [m for m in stage.row if m.span.end <= tokens[at].start and m.span.start not in quoted]


def _before(stage: Stage, ahead: Sequence[Mention], at: int) -> list[Mention]:
    """In the same sentence: who stands right before a shared verb, the subject, then the nearest."""
    tokens = stage.sentence.tokens
    near = [
        m for m in ahead if at > 1 and m.span.end == tokens[at - 2].end and tokens[at - 1].low in {"by", "with", "and"}
    ]
    free = [m for m in reversed(ahead) if not m.located and m.kind != "adjective"]
    return [*near, *_subjects(stage, at), *free]


def _subjects(stage: Stage, at: int) -> list[Mention]:
    """Of the clauses before a token, the nearest first: a few, since nobody refers further back in one sentence."""
    near = islice((clause for clause in reversed(stage.told) if clause.verb < at), _CLAUSES)
    return [subject for clause in near if (subject := _subject(stage, clause)) is not None]


def _subject(stage: Stage, clause: Clause) -> Mention | None:
    if clause.subject is None:
        return None
    span = stage.sentence.stretch(clause.subject.first, clause.subject.last)
    inside = [m for m in stage.row if m.extent.touches(span) and not m.located and m.kind not in {"adjective", "place"}]
    outer = [
        m for m in inside if not any(o is not m and o.extent.holds(m.extent) and o.extent != m.extent for o in inside)
    ]
    return outer[0] if outer else None


def _earlier(stage: Stage) -> list[Mention]:
    """Of the sentences before: who acted, then who was named."""
    found: list[Mention] = []
    for back in range(1, min(_BACK, len(stage.rows)) + 1):
        found += stage.actors[-back]
        found += [m for m in reversed(stage.rows[-back]) if not m.located and m.kind in {"party", "outlet", "group"}]
    return found


def _as_body(mention: Mention, *, several: bool = False) -> Ground | None:
    if several and mention.kind == "group" and mention.plural and mention.description and not mention.party:
        return Ground(Strength.BODY, mention.description)
    if mention.kind == "outlet":
        return Ground(Strength.PRONOUN, mention.name)
    if mention.kind == "party" and mention.party:
        return Ground(Strength.PRONOUN, mention.party)
    body = mention.collective or (singular(mention.noun) in roles().group and not mention.plural)
    if mention.kind == "group" and body and (mention.party or mention.description):
        return Ground(Strength.PRONOUN, mention.party or mention.description)
    return None


def _of_persons(stage: Stage, word: str, at: int) -> Ground | None:
    ahead = _told_before(stage, at)
    wanted = {"his": "he", "her": "she"}.get(word)
    here = [*_subjects(stage, at), *reversed(ahead)]
    for mention in (*here, *_people_before(stage)):
        if mention.kind == "person" and mention.name and _may_be(mention.name, wanted, stage.profiles):
            return Ground(Strength.PRONOUN, same_as=mention.name)
        if mention.kind == "group" and mention.party and not mention.collective and not mention.plural:
            return Ground(Strength.PRONOUN, mention.party)
    return None


def _people_before(stage: Stage) -> list[Mention]:
    found: list[Mention] = []
    for back in range(1, min(_BACK, len(stage.rows)) + 1):
        found += [m for m in stage.actors[-back] if m.kind == "person"]
        found += [m for m in reversed(stage.rows[-back]) if m.kind == "person"]
    return found


def _may_be(name: str, wanted: str | None, profiles: dict[str, Profile]) -> bool:
    profile = profiles.get(name)
    given = gazetteer().given.get(name.split(maxsplit=1)[0])
    known = (profile.pronoun if profile else None) or (given if given in {"he", "she"} else None)
    return wanted is None or known is None or known == wanted
