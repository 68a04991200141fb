"""The noun phrases that say what a named person is: before the name, behind it, after "is", in a relative clause.

Told by the order of the words, so that they are the same with and without a language model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.titles import CALLINGS, is_agent, title_at
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

OFFICES = (
    roles().role | roles().unnamed | CALLINGS | listed("convenor convener chief co-chair comandante magistrate")
) - listed("one two three several others some many people person individual man woman")
PREPOSITIONS = listed("of for to in at on from with within under")
_CHAINS = listed("of to for")
"""Between two nouns for people, these make the first one the head: "adviser to the minister"."""
_INSIDE = ("NN", "JJ", "POS", "CD", "HYPH", "VBN", "RB")
_FAR = 16
_ASIDES = listed("now then formerly once himself herself currently today also until still long retired former")


@dataclass(slots=True, eq=False)
class Role:
    """Tokens ``[first, last)`` around the noun at ``head``, which say what somebody is."""

    sentence: Sentence
    first: int
    head: int
    last: int

    @property
    def tokens(self) -> list[Token]:
        return self.sentence.tokens

    @property
    def noun(self) -> str:
        return singular(self.tokens[self.head].low)

    @property
    def words(self) -> str:
        """The office alone, without owner and complements: ``chief negotiator``, ``secretary-general``."""
        tokens, last = self.tokens, self.head + 1
        while last + 1 < self.last and tokens[last].text == "-" and tokens[last].start == tokens[last - 1].end:
            last += 2
        first = self.head
        while first > self.first and tokens[first - 1].tag.startswith(("NN", "JJ", "HYPH")):
            if tokens[first - 1].text[0].isupper() and not tokens[self.head].text[0].isupper():
                break
            first -= 1
        text = ""
        for at in range(first, last):
            text += (" " if text and tokens[at].start > tokens[at - 1].end else "") + tokens[at].text
        return text


def roles_of(sentence: Sentence, person: Mention, row: Sequence[Mention]) -> list[Role]:
    """What the sentence says that a named person is, nearest first."""
    tokens = sentence.tokens
    first, last = sentence.place(person.span.start), sentence.place(person.span.end - 1) + 1
    names = [m for m in row if m.kind == "person" and m is not person]
    while first and title_at(tokens, first - 1) and not is_office(tokens, first - 1):
        first -= 1  # "Mr", "Sir", "Dr"
    found = [_right_before(sentence, first)]
    start = found[0].first if found[0] else first
    after = tokens[last] if last < len(tokens) else None
    splice = start > 0 and tokens[start - 1].text == "," and after is not None and (after.is_verb or after.tag == "MD")
    people = [m for m in row if m.kind in {"party", "adjective"} and start and m.span.end == tokens[start - 1].end]
    if people and found[0] is None:
        start = sentence.place(people[0].span.start)  # "the negotiator, Dutchman X"
    if start and tokens[start - 1].text in {",", "(", "–", "—", ":"} and not splice:
        found.append(_before_mark(sentence, start - 1))
    if start > 1 and tokens[start - 1].lemma == "be" and tokens[start - 2].is_noun:
        found.append(_before_mark(sentence, start - 1))  # "whose president is X"
    found += [_behind(sentence, last, names), after_is(sentence, last, names)]
    return [role for role in found if role is not None]


def is_office(tokens: Sequence[Token], at: int) -> bool:
    """A noun for a person that does not merely describe the noun behind it."""
    token = tokens[at]
    if not token.is_noun or singular(token.low) not in OFFICES:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return True
    if following.text == "-" and following.start == token.end:
        return at + 2 < len(tokens) and tokens[at + 2].low in {"at", "elect", "designate", "in", "general"}
    return not (following.is_noun and not following.is_name and singular(following.low) in OFFICES | roles().group)


def _right_before(sentence: Sentence, name: int) -> Role | None:
    """``government spokesman X``, ``Georgia's transport minister X``, ``Minister for Foreign Affairs X``."""
    tokens, head = sentence.tokens, name - 1
    if head > 0 and tokens[head].low in {"named", "called"} and is_office(tokens, head - 1):
        return Role(sentence, start_of(tokens, head - 1), head - 1, name)
    while (
        head >= 0 and not is_office(tokens, head) and (tokens[head].is_noun or tokens[head].low in {"of", "for", "the"})
    ):
        head -= 1
    if head < 0 or name - head > 6 or not is_office(tokens, head):
        return None
    if head < name - 1 and not all(t.text[0].isupper() or t.low in {"of", "for", "the"} for t in tokens[head:name]):
        return None
    return Role(sentence, start_of(tokens, head), head, name)


def _before_mark(sentence: Sentence, mark: int) -> Role | None:
    """``the head of Karmanta's defence council, X``: the phrase that ends at the comma."""
    tokens, low = sentence.tokens, mark
    while low > 0 and mark - low < _FAR + 8 and not _stops(tokens, low - 1):
        low -= 1
    heads = [at for at in range(low, mark) if is_office(tokens, at)]
    if not heads and mark and tokens[mark - 1].is_noun and is_agent(tokens[mark - 1].low):
        heads = [mark - 1]
    if not heads:
        return None
    head = heads[-1]
    for other in reversed(heads[:-1]):
        between = [t.low for t in tokens[other + 1 : start_of(tokens, head)]]
        if (between and between[-1] in _CHAINS and len(between) == 1) or _glued(tokens, other, head):
            head = other
    if end_of(tokens, head + 1, mark) < mark:
        return None
    return Role(sentence, start_of(tokens, head), head, mark)


def _glued(tokens: Sequence[Token], one: int, other: int) -> bool:
    """``secretary-general``."""
    return other == one + 2 and tokens[one + 1].text == "-" and tokens[one].end == tokens[one + 1].start


def _stops(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in {"(", ")"}:
        return not (token.text == ")" and tokens[at - 2].text == "(") and not (
            token.text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")"
        )
    if token.tag in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "PRP", "VB"}:
        return True
    return (
        (token.low == "that" and token.tag != "DT")
        or token.low in {"by", "as", "than", "but", "like", "including", "between", "while"}
        or (token.is_mark and token.text not in {"-", "’", "'", "(", ")"})
    )


def start_of(tokens: Sequence[Token], head: int) -> int:
    """Where the phrase of the noun at ``head`` starts: over adjectives, owners and names before it."""
    first = head
    while first > 0:
        before = tokens[first - 1]
        if before.tag in {"DT", "PRP$", "WP$"}:
            first -= 1
            break
        if not before.tag.startswith(_INSIDE) or (before.is_mark and before.text not in {"-", "’", "'", "’s"}):
            break
        if before.tag == "VBN" and first > 1 and tokens[first - 2].lemma in {"have", "be"}:
            break
        if before.tag == "RB" and before.low not in _ASIDES:
            break
        first -= 1
    while first > 2 and tokens[first - 1].low == "of" and _owns_later(tokens, first, head):
        first = start_of(tokens, first - 2)  # "the Republic of Arvany's envoy"
    return first


def _owns_later(tokens: Sequence[Token], first: int, head: int) -> bool:
    return (
        any(token.tag == "POS" for token in tokens[first:head])
        and tokens[first - 2].is_noun
        and (tokens[first - 2].is_name or singular(tokens[first - 2].low) in _LANDS)
    )


_LANDS = listed("republic kingdom state federation emirate sultanate principality union government")


def end_of(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where the complements of an office end that start at ``at``: over "of the ministry", "attached to the king"."""
    end = at
    while end < stop:
        token = tokens[end]
        if token.text == "(" and end + 2 < stop and tokens[end + 2].text == ")":
            end += 3
            continue
        inner = token.text in {"-", "’", "'", "&"} or token.low in PREPOSITIONS
        inner = inner or token.tag.startswith((*_INSIDE, "DT", "PRP$", "VBG")) or token.tag == "POS"
        joins = token.tag == "CC" and end + 1 < stop and tokens[end + 1].tag.startswith(("NN", "JJ", "DT"))
        if not (inner or joins) or (token.is_mark and token.text not in {"-", "’", "'", "&"}):
            break
        end += 1
    while end > at and (tokens[end - 1].low in PREPOSITIONS or tokens[end - 1].tag in {"CC", "DT"}):
        end -= 1
    return end


def _behind(sentence: Sentence, last: int, names: Sequence[Mention]) -> Role | None:
    """``, 67, a retired magistrate``, ``, at the time Iraq's minister``, ``– the envoy of X –``."""
    tokens = sentence.tokens
    if last >= len(tokens) or tokens[last].text not in {",", "(", "–", "—", "-"}:
        return None
    at = last + 1
    if at + 1 < len(tokens) and tokens[at].tag == "CD" and tokens[at + 1].text == ",":
        at += 2
    return phrase(sentence, at, names)


def phrase(sentence: Sentence, at: int, names: Sequence[Mention]) -> Role | None:
    """An office that starts at ``at``; none where it only leads to the name of somebody else."""
    tokens, head = sentence.tokens, at
    while head < len(tokens) and head - at < _FAR and not is_office(tokens, head):
        token = tokens[head]
        plain = token.tag.startswith((*_INSIDE, "DT", "PRP$")) and not (
            token.is_mark and token.text not in {"-", "’", "'"}
        )
        if not plain and not (token.low in {"at", "of"} and head - at < 5):
            break
        head += 1
    if head < len(tokens) and not is_office(tokens, head):
        owned = any(token.tag == "POS" for token in tokens[at:head]) and tokens[head - 1].is_noun
        if not owned or not (tokens[head].is_mark or tokens[head].is_verb):
            return None
        head -= 1  # "the junta's number two"
    if head >= len(tokens) or head - at >= _FAR:
        return None
    while head + 2 < len(tokens) and _glued(tokens, head, head + 2) and is_office(tokens, head + 2):
        head += 2
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    if following is not None and (following.tag == "POS" or any(n.span.start == following.start for n in names)):
        return None
    end = end_of(tokens, head + 1, len(tokens))
    reached = next((n for n in names if tokens[head].end < n.span.start < tokens[end - 1].end), None)
    if reached is not None and tokens[end - 1].end < reached.span.end:
        return None
    return Role(sentence, at, head, end)


def after_is(sentence: Sentence, last: int, names: Sequence[Mention]) -> Role | None:
    """``X is the envoy of Y``, ``X, who was his deputy``."""
    tokens, at = sentence.tokens, last
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at < len(tokens) and tokens[at].low == "who":
        at += 1
    elif at != last:
        return None
    while at < len(tokens) and tokens[at].low in {"has", "had", "will", "long", "now", "also"}:
        at += 1
    if at >= len(tokens) or tokens[at].lemma not in {"be", "become", "remain"} or not tokens[at].is_verb:
        return None
    at += 1
    while at < len(tokens) and tokens[at].low in _ASIDES:
        at += 1
    return phrase(sentence, at, names)
