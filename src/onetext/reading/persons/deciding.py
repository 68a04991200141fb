"""Every ground of every person weighed: the best one gives the party, and an office of some state finds its state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onetext.reading.persons.describing import Role, after_is, phrase, roles_of, start_of
from onetext.reading.persons.employers import View, employer
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.homelands import Homelands, Scene, Vacancy, homelands, office_key, rebels_of, state_for
from onetext.reading.persons.led import doings, leads
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.owners import Stage, owner
from onetext.reading.tokens import Sentence

_STATE_OFFICE = re.compile(
    r"minister|\bpresident\b|vice-president|vice president|premier|chancellor|\bking\b|\bqueen\b|\bemir\b|\bsultan\b"
    r"|crown prince|ambassador|governor|cabinet secretary|principal secretary|permanent secretary|foreign secretary"
    r"|intelligence chief|army chief|chief of staff|chief of the|presidential|attorney general|consul|prefect"
    r"|(?:affairs|defen[cs]e|home|foreign|fisheries|energy|trade|finance|treasury|health|justice|transport) secretary"
    r"|\bduke\b|\bduchess\b|navy commander|air force|head of state|monarch|undersecretary|under-secretary for"
)
_RANK = re.compile(r"general|colonel|admiral|brigadier|marshal|commander|major|negotiator|delegate|security adviser")
_NO_STATE = re.compile(
    r"secretary-general|general secretary|council|counsel|lawyer|commission|former|analyst|company|director general"
    r"|retired"
)
_OF_NATIONS = re.compile(
    r"special representative|under-secretary-general|assistant secretary-general"
    r"|high commissioner for (?:refugees|human)"
    r"|personal envoy of the secretary|emergency relief coordinator|humanitarian coordinator"
)
_HEADS = {"president", "king", "queen", "emir", "sultan", "duke", "chancellor", "premier"}
_MEETS = re.compile(
    r"\b(?:met|meets?|meeting|talks|spoke|receive[ds]?|told|hosted|call(?:ed)?|conversation|together|visit(?:ed)?|with)\b"
)
_ENOUGH, _ENOUGH_OF_RANK = 2.0, 5.0


@dataclass(slots=True)
class Files:
    """What has been collected of each person: grounds, the offices told of them, and where they first stand."""

    grounds: dict[str, list[Ground]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, Vacancy] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    """Offices told of somebody who is not named, with whose they are."""
    titles: dict[str, str] = field(default_factory=dict)
    """Of each person the first office told, in the words of the text."""


def introduced(profiles: dict[str, Profile]) -> Files:
    """What is known from the names and titles alone."""
    files = Files()
    for name, profile in profiles.items():
        if profile.party:
            strength = Strength.GIVEN if profile.rule == "given" else Strength.INTRODUCED
            files.grounds[name] = [Ground(strength, profile.party)]
    return files


def collect(files: Files, stage: Stage, bodies: dict[str, str], names: frozenset[str]) -> None:
    """Add what one sentence tells of its persons; ``names`` are the capital words inside the text's sentences."""
    view = View(stage.sentence, stage.row, bodies, lambda word, at: owner(stage, word, at), names)
    _unnamed(files, stage, view)
    _by_pronoun(files, stage, view)
    for mention in stage.row:
        if mention.kind != "person" or mention.name not in stage.profiles:
            continue
        found = roles_of(stage.sentence, mention, stage.row)
        grounds = [ground for role in found if (ground := employer(role, view))]
        grounds += doings(mention, found, view)
        name = mention.name or ""
        files.grounds.setdefault(name, []).extend(g for g in grounds if g.same_as != name)
        told = [_words(role) for role in found]
        if found:
            files.titles.setdefault(name, found[0].words)
        files.roles.setdefault(name, []).extend(told)
        start = min([mention.span.start, *(r.tokens[r.first].start for r in found)])
        files.places.setdefault(name, Vacancy("", stage.sentence.number, start, mention.span.end))
        if told and not files.places[name].role:
            files.places[name] = Vacancy(" ".join(told).lower(), stage.sentence.number, start, mention.span.end)


def _by_pronoun(files: Files, stage: Stage, view: View) -> None:
    """``She is the county governor``, ``As envoy of the union he has …``: told of the person before."""
    tokens = stage.sentence.tokens
    for at, token in enumerate(tokens):
        if token.low not in {"he", "she"} or token.tag != "PRP":
            continue
        found = owner(stage, {"he": "his", "she": "her"}[token.low], at)
        if found is None or found.same_as is None:
            continue
        roles = [after_is(stage.sentence, at + 1, []), _as_office(stage, at)]
        grounds = [ground for role in roles if role and (ground := employer(role, view))]
        grounds += [ground for ground in [leads(view, at + 1)] if ground]
        files.grounds.setdefault(found.same_as, []).extend(
            replace(g, strength=min(g.strength, Strength.BODY)) for g in grounds if g.same_as != found.same_as
        )
        files.roles.setdefault(found.same_as, []).extend(_words(role) for role in roles if role)


def _as_office(stage: Stage, at: int) -> Role | None:
    """The office in ``As envoy of the union`` before the pronoun at token ``at``."""
    tokens = stage.sentence.tokens
    start = next((place for place in range(at) if tokens[place].low == "as"), None)
    return phrase(stage.sentence, start + 1, []) if start is not None and start < 2 else None


def _unnamed(files: Files, stage: Stage, view: View) -> None:
    """``Its foreign minister``, ``the Arvanian government``: whose it is, for when somebody is named by it."""
    for mention in stage.row:
        if mention.kind != "group" or mention.name is not None or mention.plural:
            continue
        if mention.noun == "government" and mention.party:
            files.offices.setdefault("government", mention.party)
        key = office_key((mention.description or "").lower())
        if key is None:
            continue
        head = stage.sentence.place(mention.span.start)
        role = Role(stage.sentence, start_of(view.tokens, head), head, stage.sentence.place(mention.extent.end - 1) + 1)
        ground = employer(role, view)
        if ground is not None and ground.party:
            files.offices.setdefault(key, ground.party)


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
    scene = Scene(rows, actors, [s.paragraph for s in sentences], {}, dict(files.offices), {})
    for name, profile in profiles.items():
        firm = [g for g in files.grounds.get(name, []) if not g.same_as and g.strength > Strength.CONTEXT]
        profile.party = _best(firm, profiles)
        _remember(name, profile, files, lands, scene)
    for sentence, row in zip(sentences, rows, strict=True):
        if _MEETS.search(sentence.span.of(text)):
            known = {profiles[m.name].party or "" for m in row if m.kind == "person" and m.name in profiles}
            scene.counterparts[sentence.number] = known - {""}
    for name, profile in profiles.items():
        if _is_open(files.grounds.get(name, [])):
            firm = [g for g in files.grounds.get(name, []) if not g.office and not g.same_as]
            profile.party = _by_state(name, profiles, files, lands, scene) or _best(_told(firm), profiles)
            _remember(name, profile, files, lands, scene)
    _settle_rest(profiles, files, lands)


def _settle_rest(profiles: dict[str, Profile], files: Files, lands: Homelands) -> None:
    """Roles that only a phrase told, and parties over somebody else (the deputy of somebody's deputy)."""
    for name, title in files.titles.items():
        if profiles[name].role is None and title:
            profiles[name].role, profiles[name].rule = title, "phrase"
    for name, profile in [*profiles.items(), *profiles.items()]:
        grounds = files.grounds.get(name, [])
        if _is_of_state(" ".join([profile.role or "", *files.roles.get(name, [])]).lower()):
            grounds = [g for g in grounds if g.strength != Strength.CONTEXT or g.party in lands.weight]
        if profile.party is None or any(g.same_as for g in grounds):
            profile.party = _best(grounds, profiles) or profile.party


def _best(grounds: Sequence[Ground], profiles: dict[str, Profile]) -> str | None:
    """The party of the strongest ground that has one; an office of some state goes before a mere guess."""
    for ground in sorted(grounds, key=lambda each: -each.strength):
        if ground.office:
            return None
        other = profiles.get(ground.same_as or "")
        party = ground.party or (other.party if other else None)
        if party:
            return party
    return None


def _is_open(grounds: Sequence[Ground]) -> bool:
    """Nothing but a guess, or an office that is of some state."""
    best = max(grounds, key=lambda each: each.strength, default=None)
    return best is None or best.office is not None or best.strength <= Strength.CONTEXT


def _told(grounds: Sequence[Ground]) -> list[Ground]:
    return [ground for ground in grounds if ground.strength > Strength.CONTEXT]


def _is_of_state(role: str) -> bool:
    return _STATE_OFFICE.search(role) is not None and _NO_STATE.search(role) is None


def _remember(name: str, profile: Profile, files: Files, lands: Homelands, scene: Scene) -> None:
    for role in [profile.role or "", *files.roles.get(name, [])]:
        key = office_key(role.lower())
        if key and profile.party in lands.weight:
            scene.holders.setdefault((profile.party or "", key), set()).add(name)


def _by_state(name: str, profiles: dict[str, Profile], files: Files, lands: Homelands, scene: Scene) -> str | None:
    """For an office of a state: which state; for one of the world's organisation, that one."""
    told = [ground.office or "" for ground in files.grounds.get(name, [])]
    role = " ".join([profiles[name].role or "", *files.roles.get(name, []), *told]).lower()
    offices = [g for g in files.grounds.get(name, []) if g.office]
    if _OF_NATIONS.search(role) and not offices:
        return "United Nations"
    heads = [g.office for g in offices if g.office in _HEADS]
    theirs = [p for n, p in profiles.items() if n != name and heads and heads[0] in (p.role or "").lower().split()]
    if len({p.party for p in theirs}) == 1 and theirs[0].party:
        return theirs[0].party  # "the president's adviser"
    if re.search(r"\bcardinal\b|nuncio", role) and not offices:
        return next((state for state in lands.weight if state in {"Vatican", "Holy See"}), None)
    asides = [ground.aside for ground in offices if ground.aside]
    if offices and offices[0].office == "rebels":
        return rebels_of(lands) or (asides[0] if asides else None)
    least = _ENOUGH if offices or _is_of_state(role) else None
    if least is None and _RANK.search(role) and not _NO_STATE.search(role):
        least = _ENOUGH_OF_RANK
    place = files.places.get(name)
    if least is None or place is None:
        return None
    found = state_for(Vacancy(role, place.sentence, place.start, place.end), name, lands, scene)
    if found is not None and found[1] >= least:
        return found[0]
    return asides[0] if asides else None
