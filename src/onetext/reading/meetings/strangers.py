"""Names that nobody has introduced, where the sentence's own build says that somebody takes part.

A text may name a state or a person once and without a title; the rules for names then rightly stay silent. Beside a
verb of meeting the place in the sentence decides: what opens the stretch, stands behind "with", "between" or "by", or
is joined to somebody who is known, takes part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.mentions import Mention
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_LINKS = listed("with between among by and & plus or both alongside against versus together neither nor either")
_SPEAKS = listed("speak talk write")
_OF_MANY = listed("delegation team leader minister president envoy representative negotiator official government side")
_EVENTS = listed("meeting summit encounter session talk visit call round gathering conversation")
_NO_BODY = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter ramadan conference summit castle palace hall square street "
    "treaty accord accords agreement plan day act river lake airport forum sea hotel protocol article annex house "
    "festival valley bridge road bay island mountain mountains hill fort pact convention resolution charter university "
    "tower station port pass strait gulf library museum church cathedral abbey villa chateau schloss"
)
_RANKS = listed("deputy chief prime vice acting first senior special former foreign")
_DAYTIME = listed("morning afternoon evening night")


def strangers(article: Article, span: Span, taken: Sequence[Mention]) -> list[tuple[int, str]]:
    """Where a name stands that no mention covers, and the name, in the order of the text."""
    found: list[tuple[int, str]] = []
    ends = {mention.extent.end for mention in taken}
    for sentence in article.touching(span):
        for first, last in _runs(article, sentence, span):
            here = sentence.stretch(first, last)
            if _covered(article, here):
                continue
            if _origin(sentence, first, ends):
                ends.add(here.end)
                continue
            if not _takes_part(article, sentence, first, span, ends):
                continue
            ends.add(here.end)
            found.append((here.start, _fullest(article, here.of(article.text))))
    return found


def _runs(article: Article, sentence: Sentence, span: Span) -> list[tuple[int, int]]:
    tokens, last, stop = sentence.tokens, sentence.place(span.start), sentence.place(span.end)
    parts = _parts(article, sentence)
    runs: list[tuple[int, int]] = []
    for at in parts[bisect_left(parts, last) : bisect_left(parts, stop)]:
        if at < last:
            continue  # inside the run before
        last = at + 1
        while last < stop and (_is_part(tokens, last) or _hyphen(tokens, last, at)):
            last += 1
        if _is_name(tokens, at, last):
            runs.append((at, last))
    return runs


def _parts(article: Article, sentence: Sentence) -> list[int]:
    """Where a name can begin, found once a sentence: many stretches of it are asked for, one over the other."""
    if sentence.number not in article.capitals:
        tokens = sentence.tokens
        article.capitals[sentence.number] = [at for at in range(len(tokens)) if _is_part(tokens, at)]
    return article.capitals[sentence.number]


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """A capital letter inside a sentence, or at its head beside another name: taggers do not know all names."""
    token = tokens[at]
    if not token.text[0].isupper() or (token.text.isupper() and len(token.text) > 5):
        return False
    if token.is_name:
        return True
    beside = at + 2 < len(tokens) and tokens[at + 1].low == "and" and tokens[at + 2].is_name
    inside = at > 0 and not tokens[at - 1].is_mark
    return token.tag in {"NN", "FW"} and (inside or (at == 0 and beside))


def _hyphen(tokens: Sequence[Token], at: int, first: int) -> bool:
    tied = at > first and tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end
    return tied and at + 1 < len(tokens) and _is_part(tokens, at + 1) and tokens[at + 1].start == tokens[at].end


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """No day, house or treaty, nothing that only says of which kind the next noun is, nobody's possessor."""
    behind = tokens[last] if last < len(tokens) else None
    if any(token.low in _NO_BODY for token in tokens[first:last]) or last - first > 4:
        return False
    if all(singular(token.low) in roles().role | _RANKS for token in tokens[first:last]):
        return False
    if behind is None:
        return True
    return not (behind.tag == "POS" or behind.low in _DAYTIME or behind.tag in {"NN", "NNS"} or behind.text == "-")


def _covered(article: Article, here: Span) -> bool:
    near = article.cast.mentions.inside(Span(max(0, here.start - 300), here.end))
    return any(mention.extent.touches(here) for mention in near)


def owner_at(article: Article, sentence: Sentence, at: int) -> list[str]:
    """``X's long-awaited talks``: the name that nobody has introduced before the possessive, for the noun at ``at``."""
    tokens = sentence.tokens
    for place in range(at - 1, max(0, at - 6), -1):
        if tokens[place].tag == "POS":
            first = place
            while first > 0 and _is_part(tokens, first - 1):
                first -= 1
            here = sentence.stretch(first, place) if first < place else None
            known = here is None or _covered(article, here)
            if here is None or known or any(token.low in _NO_BODY for token in tokens[first:place]):
                return []
            return [_fullest(article, here.of(article.text))]
        if not tokens[place].tag.startswith(("JJ", "CD", "VBN", "NN", "RB", "HYPH")):
            return []
    return []


def _origin(sentence: Sentence, first: int, ends: set[int]) -> bool:
    """``X of Y`` behind somebody who takes part: where they are from."""
    tokens = sentence.tokens
    return first > 1 and tokens[first - 1].low in {"of", "from"} and tokens[first - 2].end in ends


def _takes_part(article: Article, sentence: Sentence, first: int, span: Span, ends: set[int]) -> bool:
    tokens = sentence.tokens
    start = tokens[first].start
    if first == 0 or start <= span.start + 1:
        return True
    if tokens[first].tag == "NNPS" and tokens[first - 1].low == "the":
        first -= 1  # "the Swedes and the Danes"
        start = tokens[first].start
        if first == 0 or start <= span.start + 1:
            return True
    before = tokens[first - 1]
    joined = before.low in {"and", "&", ",", "or"}
    if joined:
        return any(re.fullmatch(r"['’s]*,? ?(?:and|&|or|,)? ", article.text[end:start]) for end in ends if end < start)
    if before.low == "to":
        return any(token.lemma in _SPEAKS for token in tokens[max(0, first - 6) : first - 1])
    if before.low in {"of", "from"}:
        owner = tokens[first - 2] if first > 1 else None
        many = owner is not None and owner.tag == "NNS" and owner.lemma in _OF_MANY
        return many or (owner is not None and before.low == "of" and owner.lemma in _EVENTS)
    return before.low in _LINKS


def _fullest(article: Article, name: str) -> str:
    """The known person of that surname, else the name as it stands."""
    if " " in name:
        return name
    bearers = [known for known in article.cast.profiles if known.endswith(f" {name}")]
    return bearers[0] if len(bearers) == 1 else name
