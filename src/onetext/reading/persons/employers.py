"""Whom an office belongs to, by its own phrase: an owner, an adjective, "of the mission", "for the army"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, UNIONS
from onetext.reading.persons.describing import OFFICES, PREPOSITIONS, Role, is_office
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.titles import FIELDS, KIN, RANKS
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

_OF_STATES = listed(
    "government administration ministry presidency parliament cabinet army navy military embassy palace treasury state "
    "country capital nation republic kingdom emirate sultanate police coastguard guard service court senate chamber "
    "house department force command staff authority intelligence gendarmerie consulate crown throne legislature "
    "customs"
)
"""Nouns for what every state has: whose it is, the text must tell elsewhere."""
_OF_REBELS = listed("rebel guerrilla insurgent separatist militant fighter militiaman jihadist partisan")
_HEADS_OF_STATES = listed(
    "president king queen emir sultan emperor premier minister chancellor monarch sheikh ruler duke duchess prince "
    "princess"
)
_SPEAK_FOR = listed(
    "spokesman spokeswoman spokesperson lawyer counsel negotiator speaker candidate delegate attorney advocate "
    "lobbyist campaigner deputy member mp legislator player adviser official head chief leader"
)
_BESIDE = listed("adviser advisor aide assistant counsel secretary close")
_PEERS = listed("counterpart colleague ally rival peer opponent opposite homologue")
"""Nouns whose owner is somebody else than their party."""
_ROUND = listed("office team side delegation group meeting government")
"""Bodies that several have: the one named before need not be this one."""
_LOCAL = listed("regional provincial local municipal autonomous city state federal")


@dataclass(slots=True)
class View:
    """What is known where a phrase is read: the mentions of its sentence, bodies by noun, whom a pronoun means."""

    sentence: Sentence
    row: Sequence[Mention]
    bodies: Mapping[str, str]
    owner: Callable[[str, int], Ground | None]
    names: frozenset[str] = frozenset()
    """Capital words that the text has inside its sentences, with the parties they belong to."""

    @property
    def tokens(self) -> list[Token]:
        return self.sentence.tokens

    def within(self, first: int, last: int) -> list[Mention]:
        """Mentions that start in tokens ``[first, last)``, in order."""
        last = min(last, len(self.tokens))
        if first >= last:
            return []
        span = self.sentence.stretch(first, last)
        return [m for m in self.row if span.start <= m.span.start < span.end]


def employer(role: Role, view: View) -> Ground | None:
    """The best ground that the phrase itself gives."""
    first = role.tokens[role.first]
    if role.noun == "counsel" and first.text in {"Queen", "King"}:
        return None  # a rank at the bar
    if role.noun in _PEERS:
        named = _named_before(role, view)
        return named or (_owner(role.first, role.head, view) if role.noun in {"colleague", "ally"} else None)
    if first.tag in {"PRP$", "WP$"} and not any(t.tag == "POS" for t in role.tokens[role.first : role.head]):
        return _named_before(role, view) or view.owner(first.low, role.first)
    before = _owner(role.first, role.head, view) or _modifier(role, view)
    behind = _complement(role, view)
    if before is None or (before.office and behind is not None and behind.party):
        return behind
    own_body = behind is not None and behind.strength == Strength.OWN_WORDS and _ends_as_body(behind.party)
    return behind if own_body and _by_people(role, view) else before


def _ends_as_body(party: str | None) -> bool:
    return bool(party) and (party in UNIONS or (party or "").split(" of ")[0].split()[-1] in BODIES)


def _by_people(role: Role, view: View) -> bool:
    """``an Irish nun from the Community``: the adjective only says where she is from."""
    return any(m.kind == "adjective" for m in view.within(role.first, role.head)) and not any(
        token.tag == "POS" for token in role.tokens[role.first : role.head]
    )


def _owner(first: int, head: int, view: View) -> Ground | None:
    """``Georgia's minister``, ``the rebels' military chief``, ``its editor``."""
    tokens = view.tokens
    at = next((at for at in range(head - 1, first - 1, -1) if tokens[at].tag == "POS"), None)
    if at is not None:
        return _possessor(first, at, view)
    return view.owner(tokens[first].low, first) if tokens[first].tag in {"PRP$", "WP$"} else None


def _possessor(first: int, at: int, view: View) -> Ground | None:
    tokens = view.tokens
    end = tokens[at].start
    owners = [
        m for m in view.row if m.span.end == end and m.kind in {"party", "outlet", "person", "adjective", "place"}
    ]
    for owner in owners:
        if owner.kind == "person":
            return Ground(Strength.BESIDE, same_as=owner.name)
        if owner.party or owner.kind == "outlet":
            return Ground(Strength.OWN_WORDS, owner.party or owner.name)
    return body(first, at, view) or _some_owner(first, at, view)


def _some_owner(first: int, at: int, view: View) -> Ground | None:
    """``The eurogroup's president``: whatever has such people, if it is no person and no time."""
    noun = view.tokens[at - 1]
    plain = noun.is_noun and noun.text.islower() and singular(noun.low) not in OFFICES | KIN | _NO_OWNERS
    return Ground(Strength.DESCRIBED, words_of(view.tokens, first, at)) if plain and at - first > 1 else None


_NO_OWNERS = listed(
    "day week month year hour morning evening night today yesterday tomorrow man woman people person child boy girl "
    "victim region area world place house office talk meeting session summit round process plan text"
)


def _modifier(role: Role, view: View) -> Ground | None:
    """``the Armenian envoy``, ``the deputy UN envoy``, ``government spokeswoman``, ``opposition leader``."""
    named = _named_before(role, view) or _capitals_before(role, view)
    if named:
        return named
    for at in range(role.head - 1, role.first - 1, -1):
        token = view.tokens[at]
        a_name = token.is_name and token.low not in view.bodies
        if (token.is_noun and not a_name) or token.low in {
            "presidential",
            "royal",
            "ministerial",
            "parliamentary",
        }:
            found = _of_noun(token.low, "", view)
            if found is not None:
                return found
    return None


@cache
def _title_words() -> frozenset[str]:
    return FIELDS | RANKS | {word for title in roles().titles for word in title}


def _capitals_before(role: Role, view: View) -> Ground | None:
    """``Montes president X``, ``Microlynx chief executive X``: a name that no rule took for a party."""
    tokens, at = view.tokens, role.head - 1
    while at >= role.first and not tokens[at].text[0].isupper():
        if not tokens[at].tag.startswith(("NN", "JJ")):
            return None
        at -= 1
    last = at + 1
    while at >= role.first and tokens[at].text[0].isupper() and tokens[at].tag.startswith(("NN", "JJ")):
        at -= 1
    words = [token.text for token in tokens[at + 1 : last]]
    words = [f"{w}s" if w not in view.names and f"{w}s" in view.names else w for w in words]
    own = [w for w in words if w in view.names and w not in _title_words() and singular(w.lower()) not in OFFICES]
    if not own or own != words or len(words) > 3:
        return None
    return Ground(Strength.BODY, " ".join(words))


def _named_before(role: Role, view: View) -> Ground | None:
    named = [m for m in view.within(role.first, role.head) if m.kind in {"adjective", "party"} and m.party]
    return Ground(Strength.OWN_WORDS, named[-1].party) if named else None


def _complement(role: Role, view: View) -> Ground | None:
    """``of the UN mission``, ``for the families``, ``to the irrigation minister``; no field and no place."""
    tokens, open_office = view.tokens, None
    for link, first, last in _complements(tokens, role.head + 1, role.last):
        if not _employs(role.noun, link, tokens[first - 2].low if first > 1 else "") and not _is_body(
            first, last, view
        ):
            continue
        if link in {"in", "on", "under"} and not _is_body(first, last, view):
            continue
        found = whose(first, last, view)
        if found is not None and found.office is None:
            from_home = link == "from" and found.strength > Strength.FRAME and not _is_body(first, last, view)
            return Ground(Strength.FRAME, found.party, found.same_as) if from_home else found
        open_office = open_office or found
    return open_office


def _employs(noun: str, link: str, before: str) -> bool:
    if link == "for":
        return noun in _SPEAK_FOR
    if link == "to":
        return noun in _BESIDE or before in {"attached", "close", "loyal"}
    return link in {"of", "at", "with", "from", "within"}


def _is_body(first: int, last: int, view: View) -> bool:
    """The phrase is a body of people, not a place or a field."""
    heads = [t for t in view.tokens[first:last] if t.is_noun]
    return bool(heads) and singular(heads[-1].low) in roles().group | _OF_STATES - {
        "state",
        "country",
        "capital",
        "house",
    }


def _complements(tokens: Sequence[Token], at: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """``(of, first, last)`` for each preposition with its noun phrase."""
    while at < stop:
        if tokens[at].low not in PREPOSITIONS:
            at += 1
            continue
        end = at + 1
        while end < stop and tokens[end].low not in PREPOSITIONS:
            end += 1
        if end > at + 1:
            yield tokens[at].low, at + 1, end
        at = end


def whose(first: int, last: int, view: View) -> Ground | None:
    """The party a noun phrase is or belongs to: ``the Armenian delegation``, ``the movement's committee``."""
    if first >= last:
        return None
    owner = _owner(first, last, view)
    if owner is not None and owner.strength == Strength.DESCRIBED:
        return Ground(Strength.DESCRIBED, words_of(view.tokens, first, last))  # "the prisoners' families"
    if owner is not None:
        return owner
    named = [m for m in view.within(first, last) if m.kind in {"party", "adjective", "outlet", "person"}]
    for mention in named:
        words = (mention.name or "").split()
        if all(word in FIELDS for word in words) or words[-1] in {"Republic", "Kingdom", "State"}:
            continue  # "Minister of Foreign Affairs of the Federal Republic of"
        if mention.kind == "person":
            return Ground(Strength.BESIDE, same_as=mention.name)
        if mention.party or mention.kind == "outlet":
            return Ground(Strength.OWN_WORDS, mention.party or mention.name)
    return body(first, last, view)


def body(first: int, last: int, view: View) -> Ground | None:
    """A body or office without a name: the one named before, else a state's, else as the text calls it."""
    tokens = view.tokens
    nouns = [at for at in range(first, last) if tokens[at].is_noun]
    if not nouns:
        return None
    head = nouns[-1]
    described = words_of(tokens, first, min(last, _with_of(tokens, head + 1, len(tokens))))
    near = [m for m in view.within(first, last) if m.kind in {"adjective", "party"} and m.party]
    if near:
        return Ground(Strength.OWN_WORDS, near[-1].party)
    if singular(tokens[head].low) in OFFICES and is_office(tokens, head):
        return _of_officer(tokens, head)
    if any(tokens[at].low in _LOCAL for at in range(first, head)) and singular(tokens[head].low) in _OF_STATES:
        return Ground(Strength.BODY, described)
    for at in reversed(nouns):
        found = _of_noun(tokens[at].low, described, view)
        if found is not None:
            return found
    word = singular(tokens[head].low)
    if " " not in described and word in _ROUND | {"mission", "session", "crew"}:
        return None
    if all(tokens[at].text in FIELDS for at in nouns):
        return None
    if tokens[head].is_name or word in roles().group | _PLACED_BODIES or _is_people(tokens[head]):
        return Ground(Strength.DESCRIBED, described)
    return None


_PLACED_BODIES = listed(
    "province region county district city town island village canton municipality parish diocese archipelago borough "
    "club firm brokerage charity trust refinery mine hospital school university college lab laboratory newspaper"
)


def _of_officer(tokens: Sequence[Token], head: int) -> Ground | None:
    word = singular(tokens[head].low)
    if (
        word == "general"
        and head > 1
        and singular(tokens[head - 2].low) == "secretary"
        and tokens[head].text[0].isupper()
    ):
        return Ground(Strength.BODY, "United Nations")
    if word in _HEADS_OF_STATES | {"governor", "opposition"}:
        return Ground(Strength.BODY, office=word)
    return None


def _of_noun(word: str, described: str, view: View) -> Ground | None:
    """By the noun for a body alone."""
    noun = singular(word)
    for form in (word, noun):
        if form in view.bodies and form not in _ROUND:
            return Ground(Strength.BODY, view.bodies[form])
    if noun == "opposition":
        return Ground(Strength.BODY, "opposition")
    if noun in _OF_REBELS:
        return Ground(Strength.BODY, office="rebels", aside=described or f"{noun}s")
    if noun in _OF_STATES or word in {"presidential", "royal", "ministerial", "parliamentary"}:
        return Ground(Strength.BODY, office=noun, aside=described or None)
    return None


def _is_people(token: Token) -> bool:
    return token.tag == "NNS" and token.low.endswith(
        ("ers", "ors", "ists", "ians", "men", "women", "bishops", "families")
    )


def _with_of(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Over "of foreign producers", which belongs to what a body is called."""
    if at < stop and tokens[at].low == "of":
        end = at + 1
        while end < stop and tokens[end].tag.startswith(("NN", "JJ", "DT")):
            end += 1
        return end
    return at


def words_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words without a leading article, as they stand."""
    if first < last and tokens[first].low in {"the", "a", "an"}:
        first += 1
    text = ""
    for at in range(first, last):
        text += (" " if text and tokens[at].start > tokens[at - 1].end else "") + tokens[at].text
    return text
