"""Names and descriptions put together: every mention of a text, and the persons with their role and party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.groups import groups
from onetext.reading.persons.mentions import Mention, Mentions
from onetext.reading.persons.names import Known, Naming, Run, acting_places, known_names, runs
from onetext.reading.persons.namesakes import Profile, tell_apart
from onetext.reading.persons.settling import settle_names
from onetext.reading.records import Person
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_PLACE_WORDS = listed("in at near inside outside across around within throughout")
_COURTESY = listed("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof. count baroness vice")
_PRONOUNS = listed("he she him her they them who whom it")


@dataclass(slots=True, eq=False)
class Cast:
    """Who is in the text: all mentions, a profile per person, and the two parties it is plainly about, if any."""

    mentions: Mentions
    profiles: dict[str, Profile]
    per_sentence: list[list[Mention]]
    pair: tuple[str, ...] = ()
    joint: dict[str, tuple[str, ...]] = field(default_factory=dict)


def cast(text: str, sentences: Sequence[Sentence]) -> Cast:
    known = [known_names(sentence) for sentence in sentences]
    found = [runs(sentence, names) for sentence, names in zip(sentences, known, strict=True)]
    naming = settle_names(sentences, [run for row in found for run in row])
    profiles: dict[str, Profile] = {}
    per_sentence = list[list[Mention]]()
    acting = acting_places(sentences, known)
    for sentence, names, row in zip(sentences, known, found, strict=True):
        tabled = _from_tables(sentence, names, acting)
        mentions = [
            *tabled,
            *[m for m in _from_runs(sentence, row, naming) if not any(t.span.touches(m.span) for t in tabled)],
        ]
        mentions.sort(key=lambda mention: mention.span.start)
        tell_apart(text, mentions, naming.shared, profiles, per_sentence)
        _introduce(text, mentions, profiles)
        mentions += groups(text, sentence, mentions)
        _tie_roles(text, mentions, profiles)
        mentions += _pronouns(sentence)
        mentions.sort(key=lambda mention: (mention.span.start, -mention.extent.end))
        per_sentence.append(mentions)
    whole = Cast(Mentions([mention for row in per_sentence for mention in row]), profiles, per_sentence)
    spread_parties(whole)
    return whole


def spread_parties(found: Cast) -> None:
    """A person's party, once known, holds for all their mentions and for "the X administration"."""
    profiles = found.profiles
    for mention in (mention for row in found.per_sentence for mention in row):
        if mention.kind == "person" and mention.name:
            mention.party = profiles[mention.name].party
        elif mention.kind == "group" and mention.owner and not mention.parties:
            mention.party = profiles[mention.owner].party
            mention.parties = (mention.party,) if mention.party else ()


def _from_tables(sentence: Sentence, names: Sequence[Known], acting: frozenset[str] = frozenset()) -> list[Mention]:
    found: list[Mention] = []
    for known in names:
        span = sentence.stretch(known.first, known.last)
        entry = known.entry
        kind = {"capital": "party", "office": "party"}.get(entry.kind, entry.kind)
        before = sentence.tokens[known.first - 1].low if known.first else ""
        acts = entry.kind == "place" and entry.party in acting
        if acts or (entry.kind == "adjective" and _stands_alone(sentence, known)):
            kind = "party"
        mention = Mention(
            span=span,
            extent=span,
            kind=kind,  # type: ignore[arg-type]  # the kinds of the tables are kinds of mentions
            sentence=sentence.number,
            name=entry.party if entry.kind in {"outlet", "place"} else span_text(sentence, known.first, known.last),
            party=entry.party if acts or entry.kind not in {"outlet", "place"} else None,
            located=_is_place(sentence, known, before) and not _is_possessive(sentence, known.last),
            capital=entry.kind == "capital",
            possessive=_is_possessive(sentence, known.last),
        )
        if before == "the":
            mention.extent = Span(sentence.tokens[known.first - 1].start, span.end)
        if entry.kind == "office" and found and sentence.tokens[known.first - 1].start <= found[-1].span.end:
            mention.party = (
                found[-1].party or mention.party
            )  # "Armenian Security Council": Armenia's, whoever has another
        found.append(mention)
    return found


def span_text(sentence: Sentence, first: int, last: int) -> str:
    """The words of some tokens as they stand, single blanks between them."""
    tokens, words = sentence.tokens, list[str]()
    for at in range(first, last):
        glue = "" if at == first or tokens[at - 1].end == tokens[at].start else " "
        words.append(glue + tokens[at].text)
    return "".join(words)


def _is_place(sentence: Sentence, known: Known, before: str) -> bool:
    if known.entry.kind not in {"party", "capital", "place"}:
        return False
    at = known.first - (2 if before == "the" else 1)
    word = sentence.tokens[at].low if at >= 0 else ""
    if word == "and" and at >= 1:  # "in Turkey and the UAE"
        return any(token.low in _PLACE_WORDS for token in sentence.tokens[max(0, at - 3) : at])
    return word in _PLACE_WORDS


def _stands_alone(sentence: Sentence, known: Known) -> bool:
    """``the Swiss`` without a noun behind is the people itself."""
    tokens = sentence.tokens
    before = tokens[known.first - 1].low if known.first else ""
    after = tokens[known.last] if known.last < len(tokens) else None
    if before != "the":
        return False
    return after is None or not (after.tag.startswith(("NN", "JJ", "CC", "VBN", "VBG", "CD")) or after.text == "-")


def _is_possessive(sentence: Sentence, last: int) -> bool:
    return last < len(sentence.tokens) and sentence.tokens[last].tag == "POS"


def _from_runs(sentence: Sentence, own: Sequence[Run], naming: Naming) -> list[Mention]:
    found = []
    for run in own:
        kind = "group" if naming.bearers(run) else naming.kind(run)
        if not kind:
            continue
        span = sentence.stretch(run.first, run.last)
        first = run.title[0] if run.title else run.first
        mention = Mention(span=span, extent=sentence.stretch(first, run.last), kind=kind, sentence=sentence.number)  # type: ignore[arg-type]  # Naming.kind gives kinds of mentions
        mention.possessive = _is_possessive(sentence, run.last)
        if kind == "group":
            mention.members, mention.plural, mention.noun = naming.bearers(run), True, "person"
        elif kind == "person":
            mention.name = naming.persons[run.name]
        elif kind == "outlet":
            mention.name = run.name
        else:
            _as_party(sentence, run, naming, mention)
        found.append(mention)
    taken = {place for run in own for place in range(run.first, run.last)}
    for place, token in enumerate(sentence.tokens):
        if (
            place not in taken
            and token.text[0].isupper()
            and (token.text in naming.persons or token.text in naming.states)
        ):
            found.append(_single(sentence, place, naming))
    return found


def _single(sentence: Sentence, place: int, naming: Naming) -> Mention:
    """A known name that the tags hid, mostly at the start of a sentence."""
    token = sentence.tokens[place]
    span = Span(token.start, token.end)
    mention = Mention(span, span, "person", sentence.number, possessive=_is_possessive(sentence, place + 1))
    if token.text in naming.persons:
        mention.name = naming.persons[token.text]
    else:
        mention.kind = "party"
        _as_party(sentence, Run(sentence.number, place, place + 1, (token.text,)), naming, mention)
    return mention


def _as_party(sentence: Sentence, run: Run, naming: Naming, mention: Mention) -> None:
    mention.name, mention.party = run.name, naming.states.get(run.name, run.name)
    before = sentence.tokens[run.first - 1].low if run.first else ""
    if before == "the":
        mention.extent = Span(sentence.tokens[run.first - 1].start, mention.span.end)
        before = sentence.tokens[run.first - 2].low if run.first > 1 else ""
    mention.located = before in _PLACE_WORDS and run.name not in naming.bodies
    if mention.party != run.name and run.last < len(sentence.tokens):
        after = sentence.tokens[run.last]
        if after.tag.startswith(("NN", "JJ")) and not run.name.endswith("s"):
            mention.kind = "adjective"
    elif run.name in naming.states and _is_modifier(sentence, run):
        mention.kind = "adjective"


def _is_modifier(sentence: Sentence, run: Run) -> bool:
    """``Northland officials``: the state's name stands for its adjective."""
    if run.last >= len(sentence.tokens):
        return False
    after = sentence.tokens[run.last]
    return after.is_noun and not after.is_name


def _pronouns(sentence: Sentence) -> list[Mention]:
    found = []
    for token in sentence.tokens:
        if token.low in _PRONOUNS and (token.tag in {"PRP", "PRP$", "WP"} or token.low in {"he", "she", "they"}):
            span = Span(token.start, token.end)
            owner = token.tag == "PRP$"
            if not owner:
                found.append(Mention(span, span, "pronoun", sentence.number, noun=token.low))
    return found


def _introduce(text: str, mentions: Sequence[Mention], profiles: dict[str, Profile]) -> None:
    """Role and party that stand right before a name in one run: ``Ukrainian President Volodymyr Zelensky``."""
    for mention in mentions:
        if mention.kind != "person" or mention.name is None:
            continue
        if any(other is not mention and other.span.touches(mention.span) for other in mentions):
            continue
        profile = profiles.get(mention.name) or profiles.setdefault(mention.name, _profile(mention.name))
        profile.spans.append(mention.span)
        title = text[mention.extent.start : mention.span.start].strip()
        owned = re.search(r"(?:['’]s|s['’]) $", text[max(0, mention.extent.start - 4) : mention.extent.start])
        if title or owned:
            if title:
                _take_title(profile, title)
            before = next(
                (
                    m
                    for m in mentions
                    if m.span.end <= mention.extent.start and m is not mention and _joins(text, m, mention)
                ),
                None,
            )
            if before is not None:
                if before.kind in {"adjective", "party"} and before.party:
                    profile.party = profile.party or before.party
                elif before.kind == "person" and before.name and before.name in profiles:
                    profile.party = profile.party or profiles[before.name].party
                mention.extent = Span(before.extent.start, mention.extent.end)
                mention.party = profile.party
        _take_origin(text, mentions, mention, profile)


def _profile(name: str) -> Profile:
    """Of a person whom the reader named: with the party and role that they gave."""
    known = gazetteer().known.get(name)
    if known is None:
        return Profile(name)
    return Profile(name, known.role, known.party, rule="given" if known.role else "name")


def _joins(text: str, before: Mention, mention: Mention) -> bool:
    gap = text[before.span.end : mention.extent.start]
    return len(gap) <= 4 and gap.strip() in {"", "'s", "’s", "'", "’"}


def _take_title(profile: Profile, title: str) -> None:
    words = title.split()
    while words and words[0].lower() in _COURTESY:
        if words[0].lower() in {"ms", "mrs", "miss", "ms.", "mrs.", "dame", "lady"}:
            profile.pronoun = "she"
        elif words[0].lower() in {"mr", "mr.", "sir", "lord"}:
            profile.pronoun = "he"
        words = words[1:]
    profile.titles |= {words[-1].lower()} if words else set()
    if words and profile.role is None:
        profile.role, profile.rule = (
            " ".join(words).lower() if not words[0].startswith(("Queen's", "King's")) else " ".join(words),
            "title",
        )


def _take_origin(text: str, mentions: Sequence[Mention], mention: Mention, profile: Profile) -> None:
    """``President Osei of Westmark``."""
    if profile.party is not None:
        return
    after = re.match(r" of (?:the )?", text[mention.span.end : mention.span.end + 12])
    if after is None:
        return
    start = mention.span.end + after.end()
    home = next((m for m in mentions if m.span.start == start and m.kind == "party"), None)
    if home is not None:
        profile.party = home.party
        mention.extent = Span(mention.extent.start, home.span.end)


def _tie_roles(text: str, mentions: list[Mention], profiles: dict[str, Profile]) -> None:
    """A described person right before or behind a name is that person: ``the chief negotiator of X, Jorge Lim``."""
    described = [mention for mention in mentions if mention.kind == "group"]
    persons = [mention for mention in mentions if mention.kind == "person"]
    for group in described:
        for person in persons:
            if group.name is None and person.name and _is_same(text, group, person):
                _tie(text, group, person, profiles, persons)
    gone = [group for group in described if group.name is not None]
    mentions[:] = [mention for mention in mentions if mention not in gone]


_TIED = roles().role | (
    roles().unnamed - listed("one two three several others some many person people figure individual")
)


def _is_same(text: str, group: Mention, person: Mention) -> bool:
    if group.document or (group.plural and group.noun != "counsel") or group.noun not in _TIED:
        return False
    if group.extent.end <= person.extent.start:
        gap = text[group.extent.end : person.extent.start]
        if gap == " " or _IS.fullmatch(gap):
            return not group.collective
        if gap == " (":
            return text[person.span.end : person.span.end + 1] == ")"
        return gap in {", ", ", the ", ", retired ", ", former "} and _is_aside(text, person)
    if group.extent.start >= person.span.end:
        gap = text[person.span.end : group.extent.start]
        if _IS.fullmatch(gap):
            return not group.collective
        closing = text[group.extent.end : group.extent.end + 1]
        aside = gap == ", " or _AGED.fullmatch(gap) is not None
        closing = "," if text.startswith(" with ", group.extent.end) and gap != ", " else closing
        return (aside and (closing in {",", "."} or closing == "")) or (gap == " (" and closing in {")", ","})
    return False


_AGED = re.compile(r", \d\d, ")
_IS = re.compile(
    r" (?:is|was|remains|became|(?:is|was) (?:now|then|still|also)|ha[sd] (?:long )?been|will (?:be|become)) "
)


def _is_aside(text: str, person: Mention) -> bool:
    """The name stands between commas, or ends its sentence."""
    after = text[person.span.end : person.span.end + 2]
    return after[:1] in {",", ".", ";", ")", "", "\n", "\r"} or after == " ("


_RANKS = listed("prince princess baron baroness count lord lady captain major colonel general reverend father sheikh")
"""Titles that go before an office ("the spokesman, Major Pell")."""


def _tie(text: str, group: Mention, person: Mention, profiles: dict[str, Profile], persons: list[Mention]) -> None:
    assert person.name is not None
    profile = profiles[person.name]
    group.name = person.name
    role = _role_of(text, group, profiles, persons)
    ranked = profile.rule == "title" and (profile.role or "").lower() in _RANKS
    if role and (profile.role is None or ranked or (profile.rule != "title" and len(profile.role) < 4)):
        profile.role, profile.rule = role, "apposition"
    party = group.party or _owner_party(group, persons, profiles)
    folk = _FOLK.match(text[group.extent.start : group.span.end])
    if folk and not party and folk.group("who") not in _SIDES:
        party = folk.group("who")
    people = _PEOPLE.fullmatch(text[group.extent.start : group.span.end])
    if people and not party and role and people.group("whose") not in _FAITHS and role != people.group("rest"):
        party = people.group("whose")
        profile.role = role.removeprefix(f"{party} ") if profile.role == role else profile.role
    if profile.party is None and party:
        profile.party = party
    person.extent = Span(min(person.extent.start, group.extent.start), max(person.extent.end, group.extent.end))
    person.party = profile.party


_FOLK = re.compile(r"[Tt]he (?P<who>[a-z]+s)['’] ")
_SIDES = listed(
    "countries states sides parties talks nations neighbours ministers leaders days weeks months years hours"
)
_PEOPLE = re.compile(r"(?:an?|the) (?P<whose>[A-Z][a-z]{3,}) (?P<rest>[a-z]+)")
_FAITHS = listed(
    "Catholic Protestant Anglican Muslim Christian Jewish Hindu Buddhist Sunni Shia Orthodox Lutheran Methodist Nobel "
    "Oxford Harvard Cambridge Marxist Conservative Liberal Socialist Communist Former Deputy Chief Senior Foreign"
)
"""Capital words before a noun for a person that are no people."""
_OWNER = re.compile(r"^.*['’]s? ")


def _role_of(text: str, group: Mention, profiles: dict[str, Profile], persons: list[Mention]) -> str | None:
    """``special envoy`` out of ``Trump's special envoy``; of a counterpart, the role of the other one."""
    if group.noun == "counterpart":
        others = [profiles[p.name].role for p in persons if p.name and p.span.start < group.extent.start]
        return next((role for role in reversed(others) if role), None)
    words = text[group.extent.start : group.extent.end]
    head = group.span.start - group.extent.start
    owner = _OWNER.match(words[:head])
    start = owner.end() if owner else 0
    role = " ".join(words[start:].split())
    role = re.sub(r"^(?:the|a|an|his|her|their|its|then|former) ", "", role, flags=re.IGNORECASE)
    role = re.sub(r" \([^)]*\)", "", role)
    role = _without_people(role, group)
    return role if role and not role.startswith(("of ", "for ")) else None


def _without_people(role: str, group: Mention) -> str:
    """Leave out what is the party: a leading adjective, a closing ``of X``; and the field after ``for``."""
    words = role.split()
    known = gazetteer().at(words, 0)
    words = words[known[0] :] if known is not None and len(words) > known[0] else words
    while len(words) > 1 and (
        (words[0],) in gazetteer().entries or (group.party and words[0][:4] == group.party[:4]) or words[0] == "new"
    ):
        words = words[1:]
    role = " ".join(words)
    if group.party:
        role = re.sub(rf" (?:of|from|for) (?:the )?{re.escape(group.party)}$", "", role)
    long = re.match(r"(.{12,}? of .+?) for ", role)
    return long.group(1) if long else role


def _owner_party(group: Mention, persons: list[Mention], profiles: dict[str, Profile]) -> str | None:
    """The party of the one whose envoy it is."""
    for person in persons:
        if group.extent.holds(person.span) and person.name:
            return profiles[person.name].party
    return None


def as_persons(profiles: dict[str, Profile], rows: Iterable[Sequence[Mention]]) -> tuple[Person, ...]:
    """The persons of a text; ``rows`` are all who are named in it."""
    found = []
    parties = {mention.name for row in rows for mention in row if mention.kind == "party" and mention.name}
    for profile in sorted(profiles.values(), key=lambda each: each.spans[0].start):
        confidence = 0.5 + 0.2 * (profile.role is not None) + 0.2 * (profile.party is not None)
        spans = tuple(sorted(set(profile.spans)))
        party = _state_behind(profile.party, parties)
        found.append(Person(profile.name, profile.role, party, spans, round(confidence, 2), profile.rule, spans[0]))
    return tuple(found)


def _state_behind(party: str | None, parties: set[str]) -> str | None:
    """``Water Council of Eastmere`` acts for Eastmere, where Eastmere is a party of this text."""
    head, _of, whose = (party or "").rpartition(" of ")
    return whose if head and whose in parties else party


def noun_of(role: str) -> str:
    return singular(role.rsplit(maxsplit=1)[-1]) if role else ""
