"""People described, not named: "two Northland officials", "the latter's envoy", "an Axios source in the ministry"."""

from __future__ import annotations

from functools import cache

from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES
from onetext.reading.persons.mentions import Mention
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_COLLECTIVE = listed(
    "government administration ministry presidency parliament delegation side leadership authority authorities cabinet "
    "team army military navy embassy mission office senate regime junta commission council secretariat capital "
    "governments capitals presidents palace department"
)
_NEVER_UNNAMED = listed("president premier king queen emir pope chancellor spokesman spokeswoman spokesperson")
_LINKS = listed("of from in for at within inside with")
_SENT = listed("ambassador envoy emissary representative")
_ADVISE = listed("adviser advisor rapporteur spokesman spokeswoman spokesperson expert authority coordinator")
_FAMILIAR = listed("familiar close privy")
_BEFORE = ("DT", "JJ", "NN", "CD", "PRP$", "POS", "VBN", "HYPH", "PDT", "RBS")
_ANYWHERE = listed(
    "committee union company association movement federation council front bank court church conference league group"
)
"""Bodies that are where they are without being that state's."""
_VAGUE = listed("one two three several others many some")


def groups(text: str, sentence: Sentence, names: list[Mention]) -> list[Mention]:
    """The described people of a sentence; ``names`` are the names found in it."""
    tokens, found, reach = sentence.tokens, list[Mention](), -1
    for at, token in enumerate(tokens):
        if at < reach or not _is_people_noun(tokens, at):
            continue
        here = Span(token.start, token.end)
        if any(name.kind != "adjective" and name.span.holds(here) for name in names):
            continue
        if any(name.kind == "person" and name.extent.holds(here) for name in names):
            continue
        first = _left(tokens, at, names)
        last = _right(tokens, at)
        reach = at + 1
        found.append(_group(text, sentence, (first, at, last), names))
    return found


def _is_people_noun(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in {"latter", "former"}:
        return at > 0 and tokens[at - 1].low == "the" and not (at + 1 < len(tokens) and tokens[at + 1].is_noun)
    if token.low in _VAGUE:
        return _is_vague_people(tokens, at)
    if not token.is_noun or not (singular(token.low) in _people_nouns() or token.low in roles().group):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.tag == "HYPH":
        return False
    # the first noun of a compound ("government spokesman", "party leader") describes the next one
    return not (following is not None and following.is_noun and not following.is_name and not token.is_name)


@cache
def _people_nouns() -> frozenset[str]:
    table = roles()
    return table.role | table.unnamed | table.document | table.group


def _is_vague_people(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    of_people = following.low == "of" and any(
        singular(token.low) in roles().unnamed or token.low in {"them", "whom"} for token in tokens[at + 2 : at + 6]
    )
    return of_people or (
        following.lemma in {"say", "add", "warn", "argue"} and (at == 0 or tokens[at - 1].text in ',."”')
    )


def _left(tokens: list[Token], at: int, names: list[Mention]) -> int:
    """Where the description starts: over modifiers, a possessor, "American and Russian"."""
    first = at
    while first > 0:
        before = tokens[first - 1]
        if before.low == "that" and first > 1 and tokens[first - 2].is_verb:
            break
        if (
            before.tag == "CC"
            and first > 1
            and _is_people_word(tokens[first - 2], names)
            and _is_people_word(tokens[first], names)
        ) or (before.text == "," and first > 1 and _listed_on(tokens, first, names)):
            first -= 2
        elif before.tag == "POS":
            first = _possessor(tokens, first - 1, names)
        elif (
            before.low != "been"
            and before.tag.startswith(_BEFORE)
            and not (before.is_name and tokens[at].low not in _COLLECTIVE and _ends_other_name(before, names))
        ):
            first -= 1
            if before.tag in {"DT", "PRP$"}:
                break
        else:
            break
    return first


def _listed_on(tokens: list[Token], first: int, names: list[Mention]) -> bool:
    """``Arlen, Velmar and Tesk delegates``: one adjective of a list, with "and" before the last."""
    joined = first + 1 < len(tokens) and (tokens[first + 1].tag == "CC" or tokens[first + 1].text == ",")
    return joined and _is_people_word(tokens[first - 2], names) and _is_people_word(tokens[first], names)


def _is_people_word(token: Token, names: list[Mention]) -> bool:
    return any(name.kind in {"adjective", "party"} and name.span.end == token.end for name in names)


def _ends_other_name(token: Token, names: list[Mention]) -> bool:
    """A person's name in front is another mention ("Arlen envoy" is rare; "told Dawn officials" is not)."""
    return any(name.kind == "person" and name.span.start <= token.start < name.span.end for name in names)


def _possessor(tokens: list[Token], at: int, names: list[Mention]) -> int:
    """From ``'s`` back over the owner's whole name and title."""
    owner = next((name for name in names if name.span.end == tokens[at].start), None)
    first = at
    while first > 0 and (tokens[first - 1].tag.startswith(("NN", "JJ", "DT", "CD", "PRP$"))):
        first -= 1
        if tokens[first].tag in {"DT", "PRP$"}:
            break
    if owner is not None:
        start = next((place for place, token in enumerate(tokens) if token.end > owner.span.start), first)
        first = min(first, start)
    return first


def _right(tokens: list[Token], at: int) -> int:
    """Where the description ends: over "of the ministry", "in the Trump administration", "familiar with the matter"."""
    last = at + 1
    for _ in range(5):
        if last >= len(tokens):
            break
        token = tokens[last]
        advises = token.low == "on" and tokens[at].low in _ADVISE
        advises = advises or (token.low == "to" and singular(tokens[at].low) in _SENT)
        if token.low in _FAMILIAR or ((token.low in _LINKS or advises) and _may_link(tokens, last)):
            end = _over_noun(tokens, last + 1)
            if end == last + 1:
                break
            last = end
        elif token.text == "(" and last + 2 < len(tokens) and tokens[last + 2].text == ")":
            last += 3
        else:
            break
    return last


def _may_link(tokens: list[Token], at: int) -> bool:
    """May "in" or "at" go on with an office, "with" only inside a title; a day or a month is no office."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.is_verb or following.tag == "CD":
        return False
    if tokens[at].low == "with":
        return (
            tokens[at - 1].low in {"familiar", "cooperation", "relations", "ties", "contacts"}
            or tokens[at - 1].low in _FAMILIAR
        )
    return True


def _over_noun(tokens: list[Token], at: int) -> int:
    """The end of the noun phrase that starts at ``at``; ``and`` goes on only between nouns of one kind."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if token.low in {"to", "with"} and end == at:
            end += 1
            at += 1
        elif (
            (token.tag.startswith(("DT", "JJ", "NN", "POS", "PRP$", "VBN", "HYPH")) and not token.is_mark)
            or (token.low in {"two", "three", "four"} and end > at - 1)
            or (token.text in "-'’" and end > at)
            or (token.tag == "CC" and _goes_on(tokens, end))
        ):
            end += 1
        else:
            break
    return end


def _goes_on(tokens: list[Token], at: int) -> bool:
    """After "and": a noun or adjective, and no verb of its own behind it."""
    following = tokens[at + 1 : at + 7]
    if not following or not following[0].tag.startswith(("NN", "JJ")):
        return False
    for token in following:
        if token.is_verb or token.tag == "MD":
            return False
        if not token.tag.startswith(("NN", "JJ", "POS")):
            return True
    return True


def _group(text: str, sentence: Sentence, places: tuple[int, int, int], names: list[Mention]) -> Mention:
    first, at, last = places
    tokens, token = sentence.tokens, sentence.tokens[at]
    extent = sentence.stretch(first, last)
    inside = [name for name in names if extent.holds(name.span) and name.kind in {"adjective", "party", "person"}]
    word = singular(token.low)
    parties = _parties(inside, token, tokens)
    opening = tokens[first].low
    plural = token.tag in {"NNS", "NNPS"} or token.low in _VAGUE or token.low == "people"
    return Mention(
        span=Span(token.start, token.end),
        extent=extent,
        kind="group",
        sentence=sentence.number,
        parties=tuple(parties),
        party=parties[0] if len(parties) == 1 else None,
        description=_description(text, tokens, places),
        noun=word if token.low not in {"latter", "former"} else token.low,
        plural=plural,
        definite=(first > 0 and tokens[first - 1].low == "whose")
        or opening in {"the", "this", "that", "his", "her", "their", "its", "both"}
        or tokens[first + 0].is_name,
        collective=token.low in _COLLECTIVE or word in _COLLECTIVE,
        owner=next((name.name for name in inside if name.kind == "person" and name.span.end <= token.start), None)
        or next((name.name for name in inside if name.kind == "person"), None),
        unnamed=word in roles().unnamed and word not in _NEVER_UNNAMED,
        document=word in roles().document,
    )


def _is_goal(tokens: list[Token], name: Mention) -> bool:
    """``Ambassador to X``, ``envoy for X``: where they are sent, not who sends them."""
    ahead = [token.low for token in tokens if token.end <= name.span.start][-2:]
    return ahead[-1:] in (["to"], ["for"]) or (ahead[-1:] == ["the"] and ahead[0] in {"to", "for"})


def _parties(inside: list[Mention], noun: Token, tokens: list[Token]) -> list[str]:
    """Whose people they are: adjectives and owners before the noun, else who comes behind "of" or "from"."""
    before = [name for name in inside if name.span.end <= noun.start]
    sent = singular(noun.low) in _SENT | {"coordinator", "mediator", "rapporteur"}
    behind = [name for name in inside if not (sent and _is_goal(tokens, name))]
    chosen = before or [name for name in behind if not (name.located and singular(noun.low) in _ANYWHERE)]
    states = [name for name in chosen if not (name.name or "").endswith(tuple(BODIES))]
    acting = [name for name in states or chosen if not name.located]
    parties: list[str] = []
    for name in acting or states or chosen:
        party = name.party
        if party and party not in parties:
            parties.append(party)
    return parties


def _description(text: str, tokens: list[Token], places: tuple[int, int, int]) -> str:
    first, at, last = places
    if first < at and tokens[first].low in {"the", "a", "an"}:
        first += 1
    last = min(last, at + 12)
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split())
