"""Whose person is it: the party of people and bodies that their own words leave open, from what stands around them.

The text is gone through once. Bodies are remembered by their noun, so that "the movement" is the movement named before;
a person without a party takes that of an owner, of a body in the same phrase, or, with an office that somebody must
have filled, of the institution that spoke or acted just before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.reading.attribution.cue import Cue
from onetext.reading.clauses import Clause
from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import singular
from onetext.reading.persons.bodies import BODIES
from onetext.reading.persons.deciding import Files, collect, decide
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.owners import Stage
from onetext.reading.persons.people import Cast
from onetext.reading.persons.settling import OUTLET_WORDS
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

BODY_NOUNS = listed(
    "movement union federation council commission committee association company agency board bank court church synod "
    "front alliance coalition organisation organization group faction militia party assembly convention congress "
    "secretariat tribunal league operator militia opposition junta institute tribe inspectorate palace ministry "
    "delegation chapel"
)
_LEADS = (
    r"(?:leads?|led|heads?|headed|chairs?|chaired|represents?|represented|commands?|commanded|runs?"
    r"|speaks? for|spoke for|negotiates? for|works? for|advises?)"
)
_WHO_LEADS = re.compile(rf"(?:, who|,? who| -|)?,? {_LEADS} (?=\S)")
_OF = re.compile(
    r",? (?:of|from|for|representing|on behalf of|sent by|appointed by|named by|whom|on the side of) (?:the )?"
)
_BRACKET = re.compile(r" \((?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})\)")
_FILLED = re.compile(
    r"spokes|press secretary|minister|secretary|deputy|ambassador|negotiator|envoy|delegate|general|colonel|major"
    r"|commander|admiral|official|director|representative|chief|president|premier|head|chancellor|governor"
    r"|king|queen|emir|sultan|prince",
)
_OWN_FEET = re.compile(
    r"mediat|arbitrat|facilitat|journalist|lawyer|counsel|analyst|expert|professor|bishop|judge|author|former"
)
_POSSESSIVE = re.compile(r"(?P<who>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|whose) ")
_REACH = 6


@dataclass(slots=True)
class _Seen:
    """What has been read so far: bodies by noun, and who spoke or acted in each sentence, latest last."""

    bodies: dict[str, str] = field(default_factory=dict)
    actors: list[list[Mention]] = field(default_factory=list)
    rows: list[list[Mention]] = field(default_factory=list)
    issuer: str | None = None
    home: str | None = None
    opens: bool = True


def belong(
    text: str,
    sentences: Sequence[Sentence],
    found: Cast,
    told: Sequence[Sequence[Clause]],
    cues: Sequence[Sequence[Cue]],
) -> None:
    """Fill in parties of persons and bodies, in place."""
    seen = _Seen(issuer=_issuer(text, sentences), home=_home(text))
    files = Files()
    pair = _pair(found.per_sentence)
    plain = {t.text for s in sentences for t in s.tokens if t.text[0].islower()}
    inner = frozenset(
        t.text
        for s in sentences
        for at, t in enumerate(s.tokens)
        if t.text[0].isupper() and t.is_name and (at or t.low not in plain)
    )
    for name, profile in found.profiles.items():
        if profile.party:
            strength = Strength.GIVEN if profile.rule == "given" else Strength.INTRODUCED
            files.grounds[name] = [Ground(strength, profile.party)]
    for sentence, row, clauses, said in zip(sentences, found.per_sentence, told, cues, strict=True):
        seen.opens = sentence.first
        known = {name: profile.party for name, profile in found.profiles.items()}
        _respectively(text, sentence, row, found.profiles)
        _two_of_two(text, row, found.profiles, pair)
        for name, profile in found.profiles.items():
            if profile.party != known[name]:
                files.grounds.setdefault(name, []).append(Ground(Strength.ORIGIN, profile.party))
        for mention in row:
            if mention.kind == "party" and mention.name and mention.party and not mention.located:
                seen.bodies[mention.name.split()[-1].lower()] = mention.party
            elif mention.kind == "group" and mention.noun == "government":
                _government(mention, seen)
            elif mention.kind == "group" and not mention.party and _is_of_government(mention):
                mention.party = seen.bodies.get("government")
                mention.parties = (mention.party,) if mention.party else ()
            elif mention.kind == "group" and mention.noun in BODY_NOUNS:
                _body(text, mention, row, seen, found.profiles)
        stage = Stage(sentence, row, clauses, seen.rows, seen.actors, found.profiles)
        collect(files, stage, seen.bodies, inner)
        for mention in row:
            profile = found.profiles.get(mention.name or "") if mention.kind == "person" else None
            if profile is not None and not files.grounds.get(profile.name):
                acts = mention.possessive or any(m is mention for m in _actors(row, clauses, said))
                party = _party_of(text, mention, row, seen, found.profiles, acts=acts)
                if party:
                    files.grounds.setdefault(profile.name, []).append(Ground(Strength.CONTEXT, party))
                    profile.party = mention.party = party
        seen.actors.append(_actors(row, clauses, said))
        seen.rows.append(row)
    decide(text, sentences, seen.rows, seen.actors, found.profiles, files, seen.home or seen.issuer)


def _pair(rows: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """The two parties that open the text, in their order, where two do."""
    for row in rows[:3]:
        parties = dict.fromkeys(m.party for m in row if m.kind in {"party", "adjective"} and m.party)
        if len(parties) == 2:
            return tuple(party for party in parties if party)
    return ()


def _is_of_government(mention: Mention) -> bool:
    """``The government team``."""
    return "government" in (mention.description or "").split()[:-1] and mention.noun not in BODY_NOUNS - {"delegation"}


_HOME = re.compile(r"^(?P<city>[A-Z][A-Z .'’-]{2,25}?)(?=, | \(| ?[-–—] )", re.MULTILINE)


def _home(text: str) -> str | None:
    """The state in whose capital the article was written, by its dateline."""
    match = _HOME.search(text[:600])
    entry = gazetteer().entries.get(tuple(match.group("city").title().split())) if match else None
    return entry.party if entry is not None and entry.kind == "capital" else None


def _government(mention: Mention, seen: _Seen) -> None:
    """``The government`` without more is the one named before."""
    if not mention.party and mention.definite and mention.description == "government" and not mention.plural:
        mention.party = seen.bodies.get("government")
        mention.parties = (mention.party,) if mention.party else ()
    if mention.party:
        seen.bodies["government"] = mention.party


def _body(text: str, mention: Mention, row: list[Mention], seen: _Seen, profiles: dict[str, Profile]) -> None:
    """``The movement`` is the one named before; ``the river commission`` stands for itself."""
    words = (mention.description or "").split()
    owner = _POSSESSIVE.match(text, mention.extent.start)
    named = _NAMED.match(text, mention.span.end)
    if mention.party:
        seen.bodies[mention.noun] = mention.party
    elif "government" in words[:-1] and seen.bodies.get("government"):
        mention.party = seen.bodies["government"]
    elif mention.plural and words[:1] and words[0].lower() in {"two", "both", "three", "four"}:
        return
    elif owner is not None:
        mention.party = _owner(owner.group("who").lower(), mention, row, seen, profiles)
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


def _knows_states(seen: _Seen, row: list[Mention]) -> bool:
    return any(_is_state(m) for each in (*seen.rows, row) for m in each)


def _is_state(mention: Mention) -> bool:
    """A state or a government, not a movement or a union."""
    return mention.kind in {"party", "adjective"} and bool(mention.party) and looks_like_state(mention.party or "")


_NO_STATES = OUTLET_WORDS | BODIES - {"Ministry", "Department", "Republic", "Kingdom", "Emirates"}


def looks_like_state(party: str) -> bool:
    """By its name a state or a ministry, not a movement or a union."""
    last = party.rsplit(maxsplit=1)[-1]
    return (
        last not in OUTLET_WORDS | BODIES - {"Ministry", "Department", "Republic", "Kingdom", "Emirates"}
        and last[0].isupper()
    )


def _party_of(
    text: str, person: Mention, row: list[Mention], seen: _Seen, profiles: dict[str, Profile], *, acts: bool
) -> str | None:
    """The first ground that gives a party: the phrase itself, what follows it, an owner, the institution before."""
    profile = profiles[person.name or ""]
    inside = [m for m in row if m is not person and person.extent.holds(m.span) and m.party and m.kind != "person"]
    if inside:
        return next((m.party for m in inside if m.possessive), inside[-1].party)
    near = _led(text, person, row) or _behind(text, person, row) or _before(text, person, row, profile)
    if near:
        return near
    owner = _POSSESSIVE.match(text, person.extent.start) or _POSSESSIVE.match(text, _line_up(text, person))
    if owner is not None:
        near = _joined(text, owner.start(), row, profiles) if owner.group("who") in {"its", "their", "whose"} else None
        return near or _owner(owner.group("who").lower(), person, row, seen, profiles)
    owned = _owned(text, person, row, profiles)
    if owned:
        return owned
    folk = _FOLK.search(text[max(0, person.span.start - 60) : person.span.start])
    if folk is not None:
        return folk.group("who")
    role = (profile.role or "").lower()
    own = _OF_OWN.search(role)
    if own is not None and own.group("who") not in {"government", "state", "ministry"}:
        return seen.bodies.get(own.group("who")) or own.group("who")
    return _by_office(person, role, row, seen, acts=acts)


def _by_office(person: Mention, role: str, row: list[Mention], seen: _Seen, *, acts: bool) -> str | None:
    """Of an office that somebody must have filled: the home state, the rebels, the institution before."""
    if not _FILLED.search(role) or _OWN_FEET.search(role):
        return None
    if not acts:
        return _office_before(person, row)
    if _REBEL.search(role):
        return _rebels(seen)
    here = any(m.party and m.extent.end <= person.extent.start and _is_state(m) for m in row)
    here = here or (not seen.opens and any(_is_state(m) for m in (seen.actors or [[]])[-1]))
    if _OF_STATE.search(role) and seen.home and not here and _names(seen, row, seen.home):
        return seen.home
    return _institution(person, row, seen, states_only=bool(_OF_STATE.search(role)))


_REBEL = re.compile(r"rebel|guerrilla|insurgent|separatist|militia|opposition")


def _rebels(seen: _Seen) -> str | None:
    """The movement that acted last."""
    acting = [m.party for actors in reversed(seen.actors[-_REACH:]) for m in actors if m.party]
    return next((party for party in acting if not looks_like_state(party)), None)


def _names(seen: _Seen, row: list[Mention], party: str) -> bool:
    return any(m.party == party for each in (*seen.rows, row) for m in each)


def _office_before(person: Mention, row: list[Mention]) -> str | None:
    """The office or ministry that the same sentence names before: it speaks of its own."""
    offices = [m for m in row if m.extent.end <= person.extent.start and m.party and _is_office(m)]
    return offices[-1].party if offices else None


def _is_office(mention: Mention) -> bool:
    if mention.kind == "group":
        return mention.noun in {"ministry", "government", "presidency", "embassy"}
    entry = gazetteer().entries.get(tuple((mention.name or "").split()))
    return entry is not None and entry.kind == "office"


_OF_STATE = re.compile(r"minister|president|ambassador|premier|chancellor|king|queen|permanent secretary|chief of")
_OF_OWN = re.compile(r" (?:for|representing) the (?P<who>[a-z]+(?: [a-z]+)?)$")
"""``Spokesman for the army``, ``lawyer for the families``: never whoever acted last."""
_FOLK = re.compile(r"\b[Tt]he (?P<who>[a-z]+s)['’] (?:[a-z-]+ ){0,2}[a-z-]+,? $")
"""``The miners' spokeswoman, X``."""
_OWNED = re.compile(r"(?P<at>['’]s?) (?:[a-z-]+ ){0,4}?[a-z-]+(?: (?:in|to|for|at) (?:the )?[A-Z]\w+)?,? $")


def _line_up(text: str, person: Mention) -> int:
    """Where a possessive would stand before a described name: ``their lawyer, Tessa Blum``."""
    head = re.search(
        r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|whose) (?:[a-z-]+ ){0,3}(?:[a-z-]+,? )?$",
        text[: person.extent.start][-50:],
    )
    return person.extent.start - len(head.group()) if head else person.extent.start


def _owned(text: str, person: Mention, row: list[Mention], profiles: dict[str, Profile]) -> str | None:
    """``the assembly's clerk, X``, ``Arvany's man in Oslo, X``: the owner's party."""
    for start in {person.extent.start, person.span.start}:
        found = _OWNED.search(text[max(0, start - 70) : start])
        whole = re.match(r"[^,]{2,50}?['’]s? (?=[A-Za-z])", text[start : person.span.start])
        at = max(0, start - 70) + found.start("at") if found else start + whole.end() - 3 if whole else -1
        if text[:at].endswith("Secretary-General"):
            return "United Nations"
        for mention in row:
            if at > 0 and mention.extent.start < at <= mention.span.end + 1 and mention is not person:
                if mention.name in profiles:
                    return profiles[mention.name].party
                return mention.party or (mention.description if mention.noun in BODY_NOUNS else None)
    return None


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


def _led(text: str, person: Mention, row: list[Mention]) -> str | None:
    """``the opposition, led by X``."""
    before = [m for m in row if m.extent.end <= person.extent.start and m.party]
    gap = text[before[-1].extent.end : person.extent.start] if before else ""
    return before[-1].party if re.fullmatch(r",? (?:which is )?(?:led|headed|chaired) by ", gap) else None


_SENT = re.compile(
    r" (?:(?:has|had|have|will) )?(?:named|name|appointed|appoint|elected|elect|sent|send|dispatched|nominated|chosen"
    r"|picked|recalled) "
)
_SPEAKS_FOR = re.compile(
    r"(?:\b(?:[Ss]peaking|[Aa]cting) (?:for|on behalf of)|\bOn behalf of|(?:^|[.;:!?”\"] )For|; for) (?:the )?$"
)


def _before(text: str, person: Mention, row: list[Mention], profile: Profile) -> str | None:
    """``the union's X``, ``the African Union has named X its mediator``, ``speaking for the region, X``."""
    ahead = [m for m in row if m.extent.end <= person.extent.start and m.kind in {"party", "group"}]
    if not ahead:
        return None
    last = max(ahead, key=lambda m: (m.extent.end, -m.extent.start))
    party = last.party or (last.description if last.noun in BODY_NOUNS else None)
    gap = text[last.extent.end : person.extent.start]
    if gap in {"'s ", "’s ", "' ", "’ "}:
        person.extent = Span(last.extent.start, person.extent.end)
        return party
    office = _AS.match(text, person.extent.end)
    if _SENT.fullmatch(gap) and office:
        profile.role = profile.role or office.group("office")
        return party
    lead = text[max(0, last.span.start - 40) : last.span.start]
    described = re.fullmatch(r", (?:[a-z]+ ){0,2}", gap)
    return party if described and _SPEAKS_FOR.search(lead) else None


_AS = re.compile(
    r",? (?:as |to be )?(?:its|their|the|an?) "
    r"(?P<office>(?:[a-z-]+ ){0,2}?[a-z-]+?)(?= (?:in|on|for|to|at|of|from)\b|[.,;])"
)


def _behind(text: str, person: Mention, row: list[Mention]) -> str | None:
    """``X, who leads Y``, ``X of Y``, ``X (Y)``."""
    bracket = _BRACKET.match(text, person.extent.end)
    if bracket is not None and not bracket.group("name").startswith(("Mr", "Ms", "Dr")):
        return bracket.group("name")
    for pattern in (_WHO_LEADS, _OF):
        match = pattern.match(text, person.extent.end)
        if match is None:
            continue
        at = match.end()
        there = [m for m in row if m.extent.start <= at < m.extent.end or 0 <= m.span.start - at < 5]
        named = next((_acting_as(m) for m in there if m.kind != "person"), None)
        if named:
            return named
    plain = _FOR_PLAIN.match(text, person.extent.end)
    return plain.group("who") if plain is not None else None


_FOR_PLAIN = re.compile(r", who (?:represents|speaks for|negotiates for) the (?P<who>[a-z]+)(?=[,.;])")


def _joined(text: str, at: int, row: list[Mention], profiles: dict[str, Profile]) -> str | None:
    """``the Danube Commission, whose secretary``, ``with the committee and its chair``: who stands right before."""
    before = [m for m in row if m.extent.end <= at and text[m.extent.end : at] in {", ", " and ", " with ", ", and "}]
    for mention in before:
        if mention.kind == "person" and mention.name in profiles:
            return profiles[mention.name].party
        if mention.kind in {"party", "group"}:
            return _acting_as(mention)
    return None


def _acting_as(mention: Mention) -> str | None:
    """The party a body stands for; a body without one, and an outlet, stand for themselves."""
    if mention.kind == "outlet":
        return mention.name
    stands = mention.collective or mention.noun in BODY_NOUNS
    return mention.party or (mention.description if stands else None)


def _owner(word: str, of: Mention, row: list[Mention], seen: _Seen, profiles: dict[str, Profile]) -> str | None:
    """Who "its" or "her" means: the nearest actor before that fits and has a party."""
    before = [m for m in row if m.extent.end <= of.extent.start and m.kind in {"person", "party", "group"}]
    wanted = {"his": (True,), "her": (True,), "its": (False,), "their": (False, True), "whose": (False, True)}[word]
    for kind in wanted:
        for mention in [*before[:1], *(m for actors in reversed(seen.actors[-_REACH:]) for m in actors)]:
            single = mention.kind == "person" or (
                mention.kind in {"group", "pronoun"} and not mention.collective and mention.noun not in BODY_NOUNS
            )
            if kind != single or mention is of:
                continue
            party = profiles[mention.name].party if mention.name in profiles and single else mention.party
            if party or (not single and mention.description):
                return party or mention.description
    last = {m.party for m in (seen.rows[-1] if seen.rows else []) if m.kind in {"party", "group"} and m.party}
    return next(iter(last)) if len(last) == 1 and word in {"its", "their"} and not before else None


def _institution(person: Mention, row: list[Mention], seen: _Seen, *, states_only: bool) -> str | None:
    """The party that spoke or acted last before this person came in; for a minister only a state."""
    before = [m for m in row if m.extent.end <= person.extent.start and m.kind in {"party", "group"} and not m.located]
    last = (
        [m for m in seen.rows[-1] if m.kind in {"party", "group", "adjective"} and not m.located] if seen.rows else []
    )
    acting = [m for actors in reversed(seen.actors[-_REACH:]) for m in actors]
    nearest = seen.actors[-1] if seen.actors else []
    for mention in [*nearest, *(last if states_only else []), *acting, *before]:
        if mention.party and mention.kind != "outlet":
            fits = not states_only or looks_like_state(mention.party)
            if fits:
                return mention.party
    return seen.issuer


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


def _respectively(text: str, sentence: Sentence, row: list[Mention], profiles: dict[str, Profile]) -> None:
    """``the delegations of A and B, led by X and Y respectively``."""
    if "respectively" not in sentence.span.of(text):
        return
    end = text.index("respectively", sentence.span.start)
    persons = [m for m in row if m.kind == "person" and m.name in profiles and m.span.end <= end]
    before = [m for m in row if m.kind == "party" and m.party and not m.located and m.span.end <= end]
    parties = list(dict.fromkeys(m.party or "" for m in before))
    if len(persons) == len(parties) > 1:
        for person, party in zip(persons, parties, strict=True):
            profile = profiles[person.name or ""]
            profile.party = party


def _two_of_two(text: str, row: list[Mention], profiles: dict[str, Profile], pair: Sequence[str]) -> None:
    """``X and Y, the prime ministers of A and B``; ``the two countries' commissioners, X and Y``, of ``pair``."""
    for group in row:
        if group.kind != "group" or not group.plural:
            continue
        parties = _their_parties(group, pair)
        persons = [m for m in row if m.kind == "person" and m.name in profiles]
        ahead = [m for m in persons if m.extent.end <= group.extent.start][-2:]
        behind = [m for m in persons if m.extent.start >= group.extent.end][:2]
        two = next((each for each in (ahead, behind) if len(each) == 2 and _beside(text, group, each)), [])
        if len(parties) != 2 or not two:
            continue
        office = re.split(r" of |['’]s? ", group.description or "")
        words = (office[-1] if "'" in (group.description or "") else office[0]).rsplit(" ", 1)
        for person, party in zip(two, parties, strict=True):
            profile = profiles[person.name or ""]
            profile.party = profile.party or party
            profile.role = profile.role or " ".join([*words[:-1], singular(words[-1])])
            person.party = profile.party


def _their_parties(group: Mention, pair: Sequence[str]) -> Sequence[str]:
    description = group.description or ""
    if len(group.parties) == 2 and " of " in description:
        return group.parties
    of_both = re.search(
        r"\b(?:two|both) (?:countries|states|sides|governments|neighbou?rs|nations|parties)\b", description
    )
    return pair if of_both else ()


def _beside(text: str, group: Mention, two: Sequence[Mention]) -> bool:
    """The two names and the words for both of them stand together."""
    joined = text[two[0].extent.end : two[1].extent.start] == " and "
    gap = (
        text[two[1].extent.end : group.extent.start]
        if two[1].extent.end <= group.extent.start
        else text[group.extent.end : two[0].extent.start]
    )
    return joined and gap in {", ", " "}
