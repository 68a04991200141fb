"""Whose person is it: the party of people and bodies that their own words leave open, from what stands around them.

The text is gone through once. Bodies are remembered by their noun, so that "the movement" is the movement named before;
a person without a party takes that of an owner, of a body in the same phrase, or, with an office that somebody must
have filled, of the institution that spoke or acted just before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.attribution.cue import Cue
from onetext.reading.clauses import Clause
from onetext.reading.gazetteer import gazetteer
from onetext.reading.persons.couples import opening_pair, respectively, two_of_two
from onetext.reading.persons.deciding import Files, collect, decide, introduced
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.guessing import POSSESSIVE, owner_before, party_of
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.owners import Stage
from onetext.reading.persons.people import Cast
from onetext.reading.persons.seen import BODY_NOUNS, Seen, is_state
from onetext.reading.tokens import Sentence
from onetext.wording.words import listed


def belong(
    text: str,
    sentences: Sequence[Sentence],
    found: Cast,
    told: Sequence[Sequence[Clause]],
    cues: Sequence[Sequence[Cue]],
) -> None:
    """Fill in parties of persons and bodies, in place."""
    seen, files = Seen(issuer=_issuer(text, sentences), home=_home(text)), introduced(found.profiles)
    pair, names = opening_pair(found.per_sentence), _names_of(sentences)
    for sentence, row, clauses, said in zip(sentences, found.per_sentence, told, cues, strict=True):
        seen.opens = sentence.first
        _couples(text, sentence, row, found.profiles, pair, files)
        for mention in row:
            _place_body(text, mention, row, seen, found.profiles)
        collect(files, Stage(sentence, row, clauses, seen.rows, seen.actors, found.profiles), seen.bodies, names)
        acting = _actors(row, clauses, said)
        for mention in row:
            if mention.kind == "person" and mention.name in found.profiles and not files.grounds.get(mention.name):
                acts = mention.possessive or any(m is mention for m in acting)
                party = party_of(text, mention, row, seen, found.profiles, acts=acts)
                if party:
                    files.grounds.setdefault(mention.name, []).append(Ground(Strength.CONTEXT, party))
                    found.profiles[mention.name].party = mention.party = party
        seen.actors.append(acting)
        seen.rows.append(row)
    decide(text, sentences, seen.rows, seen.actors, found.profiles, files, seen.home or seen.issuer)


def _names_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The capital words that are names, not merely the first of a sentence."""
    plain = {token.text for each in sentences for token in each.tokens if token.text[0].islower()}
    return frozenset(
        token.text
        for each in sentences
        for at, token in enumerate(each.tokens)
        if token.text[0].isupper() and token.is_name and (at or token.low not in plain)
    )


def _couples(
    text: str,
    sentence: Sentence,
    row: list[Mention],
    profiles: dict[str, Profile],
    pair: Sequence[str],
    files: Files,
) -> None:
    known = {name: profile.party for name, profile in profiles.items()}
    respectively(text, sentence, row, profiles)
    two_of_two(text, row, profiles, pair)
    for name, profile in profiles.items():
        if profile.party and profile.party != known[name]:
            files.grounds.setdefault(name, []).append(Ground(Strength.ORIGIN, profile.party))


def _place_body(text: str, mention: Mention, row: list[Mention], seen: Seen, profiles: dict[str, Profile]) -> None:
    if mention.kind == "party" and mention.name and mention.party and not mention.located:
        seen.bodies[mention.name.split()[-1].lower()] = mention.party
    elif mention.kind == "group" and mention.noun == "government":
        _government(mention, seen)
    elif mention.kind == "group" and not mention.party and _is_of_government(mention):
        mention.party = seen.bodies.get("government")
        mention.parties = (mention.party,) if mention.party else ()
    elif mention.kind == "group" and mention.noun in BODY_NOUNS:
        _body(text, mention, row, seen, profiles)


def _is_of_government(mention: Mention) -> bool:
    """``The government team``."""
    return "government" in (mention.description or "").split()[:-1] and mention.noun not in BODY_NOUNS - {"delegation"}


_HOME = re.compile(r"^(?P<city>[A-Z][A-Z .'’-]{2,25}?)(?=, | \(| ?[-–—] )", re.MULTILINE)


def _home(text: str) -> str | None:
    """The state in whose capital the article was written, by its dateline."""
    match = _HOME.search(text[:600])
    entry = gazetteer().entries.get(tuple(match.group("city").title().split())) if match else None
    return entry.party if entry is not None and entry.kind == "capital" else None


def _government(mention: Mention, seen: Seen) -> None:
    """``The government`` without more is the one named before."""
    if not mention.party and mention.definite and mention.description == "government" and not mention.plural:
        mention.party = seen.bodies.get("government")
        mention.parties = (mention.party,) if mention.party else ()
    if mention.party:
        seen.bodies["government"] = mention.party


def _body(text: str, mention: Mention, row: list[Mention], seen: Seen, profiles: dict[str, Profile]) -> None:
    """``The movement`` is the one named before; ``the river commission`` stands for itself."""
    words = (mention.description or "").split()
    owner = POSSESSIVE.match(text, mention.extent.start)
    named = _NAMED.match(text, mention.span.end)
    if mention.party:
        seen.bodies[mention.noun] = mention.party
    elif "government" in words[:-1] and seen.bodies.get("government"):
        mention.party = seen.bodies["government"]
    elif mention.plural and words[:1] and words[0].lower() in {"two", "both", "three", "four"}:
        return
    elif owner is not None:
        mention.party = owner_before(owner.group("who").lower(), mention, row, seen, profiles)
    elif named is not None and not any(m.kind == "person" and m.span.touches(mention.extent) for m in row):
        mention.party = named.group("name")
    elif mention.definite and len(words) == 1:
        mention.party = None if mention.plural else seen.bodies.get(mention.noun)
    elif (
        words
        and words[0].lower() not in {"no", "any", "every", "each"}
        and len(words) < 6
        and (mention.noun not in _OF_STATES or not _knows_states(seen, row))
    ):
        mention.party = re.split(r" (?:in|at|from|within|with) ", mention.description or "")[0]
    if mention.party:
        seen.bodies[mention.noun] = mention.party
        mention.parties, mention.collective = (mention.party,), True


_NAMED = re.compile(r" (?P<name>[A-Z][\w’'-]+(?: (?:(?:d[eoa]s?|del|la|of) )?[A-Z][\w’'-]+)+)")


_OF_STATES = listed("ministry delegation palace army assembly parliament")


def _knows_states(seen: Seen, row: list[Mention]) -> bool:
    return any(is_state(m) for each in (*seen.rows, row) for m in each)


def _issuer(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Who puts the paper out: ``MINISTRY OF TRADE OF ARVANY`` above its text."""
    head = _ISSUER.match(text[: sentences[0].span.end if sentences else 0])
    if head is None:
        return None
    name = head.group("name")
    entry = gazetteer().entries.get(tuple(name.title().split()))
    return entry.party if entry else (name.title() if name.isupper() else name)


_ISSUER = re.compile(
    r"(?:[^\n]*\b)?(?i:ministry|court|office|presidency|government|embassy|department|secretariat|cabinet)\b[^\n]*?"
    r"\b(?i:of) (?:(?i:the) )?(?P<name>[A-Z]\w+(?: [A-Z]\w+)?)[ \t]*(?=\n|$)"
)


def _actors(row: list[Mention], clauses: Sequence[Clause], said: Sequence[Cue]) -> list[Mention]:
    """Sources first, then subjects, in the order of the text; of a pair the first."""
    spans = [cue.source for cue in said if cue.source]
    spans += [c.sentence.stretch(c.subject.first, c.subject.last) for c in clauses if c.subject is not None]
    found: list[Mention] = []
    for span in spans:
        inside = [m for m in row if m.kind not in {"place", "outlet"} and m.extent.touches(span) and not m.located]
        outer = [m for m in inside if not any(o is not m and o.extent.holds(m.extent) for o in inside)]
        head = next(iter(outer), None)
        if head is not None and head not in found:
            found.append(head)
    return found
