"""Who is meant by "he", "the latter", "the Russian official": plain cases only, the rest stays open (R3).

The text is gone through once in order. A *focus* is kept: who spoke or acted in the sentence before. Each pronoun and
each definite description is put in its mention's ``name``; what cannot be told stays null.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.reading.attribution.cue import Cue
from onetext.reading.clauses import Clause
from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.pairing import members_of
from onetext.reading.persons.people import Cast, noun_of
from onetext.reading.persons.seen import looks_like_state
from onetext.wording.spans import Span
from onetext.wording.words import listed

_KEEPS = 12
_BACK = 40
_HEADS = listed("president premier king queen chancellor minister emir pope")
_OF_OFFICE = listed("official negotiator diplomat envoy emissary representative politician")


@dataclass(slots=True)
class _State:
    """What has been read so far; ``focus`` is nearest first."""

    focus: list[Mention] = field(default_factory=list)
    speakers: list[Mention] = field(default_factory=list)
    groups: list[Mention] = field(default_factory=list)
    last_sentence: list[Mention] = field(default_factory=list)
    rows: list[list[Mention]] = field(default_factory=list)
    cast: Cast | None = None
    pair: tuple[str, ...] = ()


def resolve(found: Cast, clauses: Sequence[Sequence[Clause]], cues: Sequence[Sequence[Cue]]) -> None:
    """Give names to pronouns and descriptions, in place."""
    state = _State(cast=found)
    for row, told, said in zip(found.per_sentence, clauses, cues, strict=True):
        row.extend(_owners(said))
        mentions = row
        subjects = _heads(mentions, [_subject_span(clause) for clause in told])
        for mention in mentions:
            if mention.kind == "pronoun":
                _pronoun(mention, mentions, subjects, state, found.profiles)
            elif mention.kind == "group" and mention.name is None:
                _description(mention, mentions, state, found.profiles)
        _move_on(mentions, told, said, state)
        state.rows.append(mentions)


def _owners(said: Sequence[Cue]) -> list[Mention]:
    """``In his words``: the one pronoun of possession that is itself a source."""
    return [
        Mention(
            cue.source, cue.source, "pronoun", cue.sentence.number, noun={"his": "he", "her": "she"}.get(word, "they")
        )
        for cue in said
        if cue.source and cue.rule in {"in-words-of", "noun-demand", "noun-claim", "noun-promise"}
        for word in [cue.sentence.tokens[cue.sentence.place(cue.source.start)].low]
        if word in {"his", "her", "their"} and cue.source.end - cue.source.start <= 5
    ]


def _subject_span(clause: Clause) -> Span | None:
    if clause.subject is None:
        return None
    return clause.sentence.stretch(clause.subject.first, clause.subject.last)


def _heads(mentions: Sequence[Mention], spans: Sequence[Span | None]) -> list[Mention]:
    """The mention at the head of each span: the outermost one that starts first."""
    heads = []
    for span in spans:
        if span is None:
            continue
        head = head_of(mentions, span)
        if head is not None and head not in heads:
            heads.append(head)
    return heads


def head_of(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """Who a noun phrase is about: the mention that covers most of it, adjectives and mere places aside."""
    inside = [
        m for m in mentions if m.kind not in {"adjective", "place"} and m.extent.touches(span) and span.touches(m.span)
    ]
    if not inside:
        return None
    return max(inside, key=lambda m: (min(m.extent.end, span.end) - max(m.extent.start, span.start), -m.span.start))


def _pronoun(
    mention: Mention,
    mentions: Sequence[Mention],
    subjects: Sequence[Mention],
    state: _State,
    profiles: dict[str, Profile],
) -> None:
    word = mention.noun
    before = [m for m in subjects if m.span.start < mention.span.start and m is not mention]
    if word in {"he", "she", "him", "her"}:
        taken = [*reversed(before), *state.focus]
        if word in {"him", "her"} and before and (before[-1].name or before[-1].description):
            taken = [
                m for m in taken if m.name != before[-1].name or not m.name
            ]  # whoever acts is not the one acted on
        answer = next((m for m in taken if _fits(m, word, profiles)), None)
        if answer is None and word in {"him", "her"}:
            answer = next(
                (m for m in reversed(mentions) if m.span.end < mention.span.start and _fits(m, word, profiles)), None
            )
        _copy(answer, mention)
        _learn(mention, word, [*mentions, *state.last_sentence], profiles)
    elif word in {"they", "them"}:
        own = [m for m in reversed(before) if _is_many(m)]
        if not own and len(state.pair) == 2:
            mention.members, mention.plural = state.pair, True
            return
        answer = next(iter([*own, *(m for m in state.focus if _is_many(m))]), None)
        _copy(answer, mention)
        if answer is None:
            mention.members = _pair_of(state.last_sentence)
    elif word == "it":
        answer = next((m for m in [*reversed(before), *state.focus] if _is_body(m)), None)
        _copy(answer, mention)
    elif word in {"who", "whom"}:
        answer = next(
            (m for m in reversed(mentions) if m.extent.end <= mention.span.start and m.kind in {"person", "group"}),
            None,
        )
        _copy(answer, mention)


def _learn(mention: Mention, word: str, near: Sequence[Mention], profiles: dict[str, Profile]) -> None:
    """Where only one person is near, the pronoun tells how the text speaks of them from there on."""
    persons = {m.name for m in near if m.kind == "person" and m.name}
    if word in {"he", "she"} and persons == {mention.name} and mention.name in profiles:
        profile = profiles[mention.name]
        profile.pronoun = profile.pronoun or word


def _fits(mention: Mention, pronoun: str, profiles: dict[str, Profile]) -> bool:
    """May "he" or "she" mean this one; an unnamed single person fits both."""
    if mention.kind == "group" and not mention.name:
        return not mention.plural and not mention.collective and mention.noun in roles().unnamed | roles().role
    if mention.kind not in {"person", "group", "pronoun"} or not mention.name or mention.name not in profiles:
        return mention.kind == "pronoun" and mention.unnamed and not mention.plural
    wanted = "she" if pronoun in {"she", "her"} else "he"
    return pronoun_of(profiles[mention.name]) in {None, wanted}


def pronoun_of(profile: Profile) -> str | None:
    """The pronoun that goes with a person, where the text or the given name says so."""
    if profile.pronoun:
        return profile.pronoun
    if profile.role and profile.role.lower().endswith(("woman", "queen", "princess")):
        return "she"
    if profile.role and profile.role.lower().endswith(("spokesman", "king", "prince", "chairman", "emir", "sheikh")):
        return "he"
    given = gazetteer().given.get(profile.name.split()[0])
    return given if given in {"he", "she"} and len(profile.name.split()) > 1 else None


def _is_many(mention: Mention) -> bool:
    return (mention.kind in {"group", "pronoun"} and mention.plural) or (
        mention.kind == "party"
        and mention.span.end - mention.span.start > 3
        and bool(mention.name and mention.name.endswith("s") and mention.name != mention.party)
    )


def _is_body(mention: Mention) -> bool:
    """May "it" mean this one: a state, an office, a government."""
    return mention.kind == "party" or (mention.kind == "group" and mention.collective and not mention.plural)


def _copy(answer: Mention | None, mention: Mention) -> None:
    if answer is None:
        return
    mention.name, mention.party, mention.parties = answer.name, answer.party, answer.parties
    mention.description, mention.unnamed, mention.plural = answer.description, answer.unnamed, answer.plural
    mention.collective = answer.collective
    if answer.kind == "party":
        mention.kind = "party"


def _description(mention: Mention, mentions: Sequence[Mention], state: _State, profiles: dict[str, Profile]) -> None:
    """Name "the latter", "Arlen's special envoy", "the Russian official": a person named before, or nobody."""
    if mention.noun in {"latter", "former"}:
        _copy(_of_two(mention, mentions, state), mention)
        return
    if (
        mention.collective
        and not mention.plural
        and mention.definite
        and not mention.parties
        and mention.noun in _GOVERNS
    ):
        _lend_party(mention, mentions, state)
        return
    if mention.plural and mention.definite and not mention.parties and state.cast is not None:
        mention.members = tuple(members_of(mention, mentions, state.rows[-_BACK:], state.cast))
    if mention.plural or not mention.definite or mention.document or (mention.collective and mention.noun != "office"):
        return
    if mention.noun in {"office", "team"}:
        return
    known = [m for m in (*state.speakers, *state.focus) if _may_be(mention, m, profiles)]
    earlier = [m for m in reversed(mentions) if m.span.end < mention.extent.start and _may_be(mention, m, profiles)]
    answer = next(iter([*earlier, *known]), None)
    if answer is None:
        answer = _by_role(mention, profiles)
    if answer is not None and answer is not mention:
        _copy(answer, mention)


_GOVERNS = listed("government administration ministry parliament presidency cabinet leadership army")


def _lend_party(mention: Mention, mentions: Sequence[Mention], state: _State) -> None:
    """``The government`` is that of the speaker, or of whoever was named last before it."""
    before = [m for m in mentions if m.span.end < mention.extent.start and m.kind != "place" and not m.located]
    owners = [m for m in (*before, *state.focus) if m.party and looks_like_state(m.party)]
    answer = next(iter(owners), None)
    if answer is not None and answer.party:
        mention.party, mention.parties = answer.party, (answer.party,)


def _pair_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """``They`` after a sentence with just two persons or parties."""
    names = tuple(
        dict.fromkeys(m.known for m in mentions if m.kind in {"person", "party"} and m.known and not m.located)
    )
    return names if len(names) == 2 else ()


def _of_two(mention: Mention, mentions: Sequence[Mention], state: _State) -> Mention | None:
    """``The former`` or ``the latter`` of the two persons, else of the two parties, named last."""
    here = [m for m in mentions if m.extent.end <= mention.extent.start]
    for row in (here, *reversed(state.rows[-6:])):
        for kinds in ({"person"}, {"person", "party"}):
            named = [
                m for m in row if m.kind in kinds and m.name and not m.located and m.noun not in {"latter", "former"}
            ]
            outer = [m for m in named if not any(o is not m and o.extent.holds(m.extent) for o in named)]
            two = {m.name: m for m in outer}
            if len(two) > 1:
                pair = list(two.values())[-2:]
                return pair[1] if mention.noun == "latter" else pair[0]
        alone = {m.name: m for m in row if m.kind == "person" and m.name and not m.located}
        if row is not here and len(alone) == 1 and mention.noun == "latter":
            return next(iter(alone.values()))
    last = [m for m in state.last_sentence if (m.kind in {"person", "party"} or m.name) and m.kind != "outlet"]
    outer = [m for m in last if not any(o is not m and o.extent.holds(m.extent) and o.extent != m.extent for o in last)]
    if not outer:
        return None
    return outer[-1] if mention.noun == "latter" else outer[max(0, len(outer) - 2)]


def _may_be(mention: Mention, other: Mention, profiles: dict[str, Profile]) -> bool:
    if other.plural:
        return False
    if mention.party and other.party and mention.party != other.party and mention.owner is None:
        return False
    if other.kind == "group" and not other.name:
        return other.noun == mention.noun
    profile = profiles.get(other.name or "")
    if profile is None:
        return other.unnamed and bool(other.description) and mention.noun in (other.description or "")
    if mention.owner and (profile.name == mention.owner or profiles[mention.owner].party != profile.party):
        return False
    return _has_role(mention, profile)


def _has_role(mention: Mention, profile: Profile) -> bool:
    """The noun is the end of the person's role, or a general word for people who have one."""
    role = (profile.role or "").lower()
    if not role:
        return mention.noun in {"official", "politician"} and bool(mention.party) and mention.party == profile.party
    if mention.noun in profile.titles or mention.noun in re.split(r"[ -]", role) or mention.noun == noun_of(role):
        return True
    if mention.noun not in _OF_OFFICE:
        return False
    if mention.noun in {"official", "politician"}:
        return noun_of(role.split(" of ")[0].split(" for ")[0]) not in _HEADS and (
            mention.party is None or mention.party == profile.party
        )
    return mention.noun in {"envoy", "emissary", "representative"} and bool(
        set(role.split()) & {"envoy", "representative", "emissary", "negotiator"}
    )


def _by_role(mention: Mention, profiles: dict[str, Profile]) -> Mention | None:
    """The only person of the text with this role (and party, where one is given)."""
    if mention.noun not in roles().role or mention.noun in {
        "official",
        "diplomat",
        "leader",
        "member",
        "head",
        "expert",
    }:
        return None
    fitting = [
        p
        for p in profiles.values()
        if _has_role(mention, p)
        and (mention.party in {None, p.party})
        and p.spans
        and p.spans[0].start < mention.span.start
    ]
    if len(fitting) != 1:
        return None
    return Mention(mention.span, mention.extent, "person", mention.sentence, fitting[0].name, fitting[0].party)


def _move_on(mentions: Sequence[Mention], told: Sequence[Clause], said: Sequence[Cue], state: _State) -> None:
    """Remember who spoke, who acted, who was named."""
    speakers = _heads(mentions, [cue.source for cue in said])
    subjects = _heads(mentions, [_subject_span(clause) for clause in told])
    agents = [
        m for m in mentions if m.kind == "person" and not m.possessive and m not in subjects and _is_agent(m, told)
    ]
    persons = [m for m in mentions if m.kind == "person" and m not in subjects and not m.possessive]
    quoted = [cue.content for cue in said if cue.content]
    acting = [m for m in subjects if not any(span.holds(m.span) for span in quoted)]
    fresh: list[Mention] = []
    for mention in (*speakers, *acting, *agents, *[m for m in subjects if m not in acting], *persons):
        if mention.kind in {"outlet", "place"} or mention in fresh or mention.document:
            continue
        fresh.append(mention)
    state.focus = [*fresh, *state.focus][:_KEEPS]
    state.speakers = [*[m for m in speakers if m.kind != "outlet"], *state.speakers][:_KEEPS]
    if mentions:
        state.last_sentence = list(mentions)
    state.pair = () if speakers else _pair_of(_in_first_subject(mentions, told))


def _in_first_subject(mentions: Sequence[Mention], told: Sequence[Clause]) -> list[Mention]:
    """Who the sentence's first subject names: "Wibowo and Lacson met …"."""
    span = _subject_span(told[0]) if told else None
    return [m for m in mentions if span is not None and span.holds(m.span)]


def _is_agent(mention: Mention, told: Sequence[Clause]) -> bool:
    """Behind "by" after a passive verb."""
    for clause in told:
        if clause.passive:
            tokens = clause.sentence.tokens
            at = clause.sentence.place(mention.extent.start)
            if 0 < at < len(tokens) and tokens[at - 1].low == "by" and clause.verb < at <= clause.stop:
                return True
    return False
