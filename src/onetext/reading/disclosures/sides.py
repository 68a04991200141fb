"""The two sides of a text, and who is meant by "both sides", "the delegations", "each of the governments"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from onetext.reading.article import Article
from onetext.reading.persons.mentions import Mention
from onetext.reading.tokens import Sentence
from onetext.wording.words import listed

_AND = re.compile(
    r"(?:['’]s?)? (?:and|with|against) (?:(?:the|its|their|of|both|rebel|government|rebels|that|those) ){0,3}"
)
_SIDES = listed(
    "side party government capital delegation state neighbour neighbor country camp community team negotiator half"
)
_OF_TWO = listed("both two each either all the")
_ABOVE = re.compile(
    r"\b(?:Nations|Red Cross|Conference|Commission|Committee|Court|Board|Secretariat|Agency|Organi[sz]ation|Fund|Bank"
    r"|Parliament|Ministry|Tribunal|Forum|League|Office|Service|European Union|African Union)\b"
)
"""Bodies that stand above the sides, between them, or under one of them."""
_JOINED = 4
"""How many mentions one "A and B" weighs."""


def sides(article: Article, without: str | None = None) -> tuple[str, ...]:
    """The two parties that the text names most and joins most ("between A and B"); empty where there are no two.

    ``without`` leaves out a party that is known to stand between them.
    """
    counts = Counter(m.party for m in article.cast.mentions.all if m.party and not (m.located or m.capital))
    joined = Counter(pair for row in article.cast.per_sentence for pair in _pairs(article.text, row))
    order = {party: place for place, party in enumerate(counts)}
    likely = [party for party, _ in counts.most_common() if party != without and not _ABOVE.search(party)][:6]
    pairs = [(min(a, b), max(a, b)) for a, b in combinations(likely, 2) if min(counts[a], counts[b]) > 1]
    if not pairs:
        pair = article.cast.pair
        return () if any(party == without or _ABOVE.search(party) for party in pair) else pair
    best = max(pairs, key=lambda pair: counts[pair[0]] + counts[pair[1]] + _JOINED * joined[pair])
    return tuple(sorted(best, key=lambda party: order[party]))


def _pairs(text: str, row: list[Mention]) -> list[tuple[str, str]]:
    named = [m for m in row if m.party and m.kind in {"party", "adjective", "group", "person"} and not m.located]
    found = []
    for one in named:
        for other in named:
            start = min(other.span.start, other.extent.start) if other.extent.start >= one.span.end else -1
            if start < 0 or one.party == other.party:
                continue
            ends = {one.span.end, one.extent.end}
            if any(end <= start and _AND.fullmatch(text, end, start) for end in ends):
                first, last = sorted((str(one.party), str(other.party)))
                found.append((first, last))
    return found


def of_both(sentence: Sentence, first: int, last: int) -> bool:
    """``both sides``, ``the two delegations``, ``the parties``; not "the parties of the north"."""
    tokens = sentence.tokens[first:last]
    words = [token.low for token in tokens]
    nouns = [token for token in tokens if token.is_noun]
    if not words or words[0] not in _OF_TWO or len(nouns) > 1:
        return words in (["both"], ["each"], ["each", "other"], ["the", "two"])
    of_each = words[0] in {"each", "either"}
    return bool(nouns) and nouns[0].lemma in _SIDES and (of_each or nouns[0].low != nouns[0].lemma)
