"""Every ground of every person weighed: the best one gives the party, and an office of some state finds its state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.reading.persons.describing import Role, roles_of
from onetext.reading.persons.employers import View, employer
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.homelands import Homelands, Scene, Vacancy, homelands, office_key, state_for
from onetext.reading.persons.led import doings
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.owners import Stage, owner
from onetext.reading.tokens import Sentence

_STATE_OFFICE = re.compile(
    r"minister|\bpresident\b|vice-president|vice president|premier|chancellor|\bking\b|\bqueen\b|\bemir\b|\bsultan\b"
    r"|crown prince|ambassador|governor|cabinet secretary|principal secretary|permanent secretary|foreign secretary"
    r"|intelligence chief|army chief|chief of staff|chief of the|presidential|attorney general|consul|prefect"
    r"|navy commander|air force|head of state|monarch|undersecretary|under-secretary for"
)
_RANK = re.compile(r"general|colonel|admiral|brigadier|marshal|commander|major|negotiator|delegate|security adviser")
_NO_STATE = re.compile(
    r"secretary-general|general secretary|council|commission|former|analyst|company|director general|retired"
)
_OF_NATIONS = re.compile(
    r"special representative|under-secretary-general|assistant secretary-general|high commissioner for (?:refugees|human)"
    r"|personal envoy of the secretary|emergency relief coordinator|humanitarian coordinator"
)
_MEETS = re.compile(
    r"\b(?:met|meets?|meeting|talks|spoke|receive[ds]?|told|hosted|call(?:ed)?|conversation|together)\b"
)
_ENOUGH, _ENOUGH_OF_RANK = 2.0, 5.0


@dataclass(slots=True)
class Files:
    """What has been collected of each person: grounds, the offices told of them, and where they first stand."""

    grounds: dict[str, list[Ground]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, Vacancy] = field(default_factory=dict)


def collect(files: Files, stage: Stage, bodies: dict[str, str]) -> None:
    """Add what one sentence tells of its persons."""
    view = View(stage.sentence, stage.row, bodies, lambda word, at: owner(stage, word, at))
    for mention in stage.row:
        if mention.kind != "person" or mention.name not in stage.profiles:
            continue
        found = roles_of(stage.sentence, mention, stage.row)
        grounds = [ground for role in found if (ground := employer(role, view))]
        grounds += doings(mention, found, view)
        name = mention.name or ""
        files.grounds.setdefault(name, []).extend(g for g in grounds if g.same_as != name)
        told = [_words(role) for role in found]
        files.roles.setdefault(name, []).extend(told)
        start = min([mention.span.start, *(r.tokens[r.first].start for r in found)])
        files.places.setdefault(name, Vacancy("", stage.sentence.number, start, mention.span.end))
        if told and not files.places[name].role:
            files.places[name] = Vacancy(" ".join(told).lower(), stage.sentence.number, start, mention.span.end)


def _words(role: Role) -> str:
    return " ".join(token.text for token in role.tokens[role.first : role.last])


def decide(
    text: str,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Mention]],
    actors: Sequence[Sequence[Mention]],
    profiles: dict[str, Profile],
    files: Files,
    home: str | None,
) -> None:
    """Give every person the party that is best grounded, in place."""
    lands = homelands(text, rows, home)
    scene = Scene(rows, actors, [s.paragraph for s in sentences], {}, {}, {})
    for name, profile in profiles.items():
        profile.party = _known(name, files, profiles, set())
        _remember(name, profile, files, lands, scene)
    for sentence, row in zip(sentences, rows, strict=True):
        if _MEETS.search(sentence.span.of(text)):
            scene.counterparts[sentence.number] = set()
    for name, profile in profiles.items():
        if _strength(name, files) <= Strength.CONTEXT:
            found = _by_state(name, profile, files, lands, scene)
            profile.party = found or profile.party
            _remember(name, profile, files, lands, scene)
    for name, profile in profiles.items():
        if profile.party is None:
            profile.party = _known(name, files, profiles, set())


def _known(name: str, files: Files, profiles: dict[str, Profile], asked: set[str]) -> str | None:
    """The party of the strongest ground that has one, over other persons where it must be."""
    for ground in sorted(files.grounds.get(name, []), key=lambda each: -each.strength):
        if ground.office:
            return None if ground.strength > Strength.CONTEXT else ground.party
        if ground.party:
            return ground.party
        if ground.same_as and ground.same_as not in asked:
            party = _known(ground.same_as, files, profiles, {*asked, name})
            party = party or (profiles[ground.same_as].party if ground.same_as in profiles else None)
            if party:
                return party
    return None


def _strength(name: str, files: Files) -> int:
    """Of the best ground that has a party of its own."""
    return max((g.strength for g in files.grounds.get(name, []) if not g.office), default=0)


def _remember(name: str, profile: Profile, files: Files, lands: Homelands, scene: Scene) -> None:
    for role in [profile.role or "", *files.roles.get(name, [])]:
        key = office_key(role.lower())
        if key and profile.party in lands.weight:
            scene.holders.setdefault((profile.party or "", key), set()).add(name)


def _by_state(name: str, profile: Profile, files: Files, lands: Homelands, scene: Scene) -> str | None:
    """For an office of a state: which state; for one of the world's organisation, that one."""
    role = " ".join([profile.role or "", *files.roles.get(name, [])]).lower()
    offices = [g for g in files.grounds.get(name, []) if g.office]
    if _OF_NATIONS.search(role) and not offices:
        return "United Nations"
    asides = [ground.aside for ground in offices if ground.aside]
    if offices and offices[0].office == "rebels":
        return asides[0] if asides else None
    least = _ENOUGH if offices or (_STATE_OFFICE.search(role) and not _NO_STATE.search(role)) else None
    if least is None and _RANK.search(role) and not _NO_STATE.search(role):
        least = _ENOUGH_OF_RANK
    place = files.places.get(name)
    if least is None or place is None:
        return None
    found = state_for(Vacancy(role, place.sentence, place.start, place.end), name, lands, scene)
    if found is not None and found[1] >= least:
        return found[0]
    return asides[0] if asides else None
