"""Whose a person is where no phrase says it: who stands near, who spoke or acted last."""

from __future__ import annotations

import re

from onetext.reading.gazetteer import gazetteer
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.seen import BODY_NOUNS, Seen, is_state, looks_like_state
from onetext.wording.spans import Span

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


POSSESSIVE = re.compile(r"(?P<who>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|whose) ")


_REACH = 6


def party_of(
    text: str, person: Mention, row: list[Mention], seen: Seen, profiles: dict[str, Profile], *, acts: bool
) -> str | None:
    """The first ground that gives a party: the phrase itself, what follows it, an owner, the institution before."""
    profile = profiles[person.name or ""]
    inside = [m for m in row if m is not person and person.extent.holds(m.span) and m.party and m.kind != "person"]
    if inside:
        return next((m.party for m in inside if m.possessive), inside[-1].party)
    near = _led(text, person, row) or _behind(text, person, row) or _before(text, person, row, profile)
    if near:
        return near
    owner = POSSESSIVE.match(text, person.extent.start) or POSSESSIVE.match(text, _line_up(text, person))
    if owner is not None:
        near = _joined(text, owner.start(), row, profiles) if owner.group("who") in {"its", "their", "whose"} else None
        return near or owner_before(owner.group("who").lower(), person, row, seen, profiles)
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


def _by_office(person: Mention, role: str, row: list[Mention], seen: Seen, *, acts: bool) -> str | None:
    """Of an office that somebody must have filled: the home state, the rebels, the institution before."""
    if not _FILLED.search(role) or _OWN_FEET.search(role):
        return None
    if not acts:
        return _office_before(person, row)
    if _REBEL.search(role):
        return _rebels(seen)
    here = any(m.party and m.extent.end <= person.extent.start and is_state(m) for m in row)
    here = here or (not seen.opens and any(is_state(m) for m in (seen.actors or [[]])[-1]))
    if _OF_STATE.search(role) and seen.home and not here and _names(seen, row, seen.home):
        return seen.home
    return _institution(person, row, seen, states_only=bool(_OF_STATE.search(role)))


_REBEL = re.compile(r"rebel|guerrilla|insurgent|separatist|militia|opposition")


def _rebels(seen: Seen) -> str | None:
    """The movement that acted last."""
    acting = [m.party for actors in reversed(seen.actors[-_REACH:]) for m in actors if m.party]
    return next((party for party in acting if not looks_like_state(party)), None)


def _names(seen: Seen, row: list[Mention], party: str) -> bool:
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


def owner_before(word: str, of: Mention, row: list[Mention], seen: Seen, profiles: dict[str, Profile]) -> str | None:
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


def _institution(person: Mention, row: list[Mention], seen: Seen, *, states_only: bool) -> str | None:
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
