"""Who acts or is meant in a noun phrase, by name or as the text puts it ("the outer isles"); never a thing."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.lexicon import roles, singular
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_PEOPLE = re.compile(
    r"(?:ers|ors|ists|ians|ants|ents|men|women|ees|folk|isles|islanders|cantons|tribes|clans|nations)$"
)
_BODIES = listed(
    "synod church chapel parish guild federation panel forum assembly board chamber club congress league village tribe "
    "clan city town region province island isle canton community households family crew garrison jury faculty senate "
    "consortium company firm operator carrier cartel creditor bondholder lender fund bank exchange tribunal convention "
    "public press world nation people member state archbishop bishop abbot elder cabinet house society institute "
    "institution college university consulate troop force soldier prisoner hostage captive worker driver miner farmer "
    "fisherman fishery trawler exporter importer trustee owner king queen prince princess"
)
_THINGS = listed(
    "plan proposal draft document paper text statement communique letter treaty agreement deal resolution memo report "
    "law constitution article clause point protocol question amendment number moment settlement content percent "
    "amounts events documents statements agreements payments comments elements shipments settlements investments rules "
    "laws talks times circumstances"
    " conditions terms rights principles values prices markets days years"
)
_LEADING = listed("the a an this that these those some any all both each every")
_NOBODY = listed("nobody none nothing neither no one everything something it this that what which who there not")


def bearers(article: Article, span: Span, *, persons: bool = False) -> list[str]:
    """Parties before persons before descriptions; empty where the phrase names nobody.

    ``persons`` keeps a person by name where the text names one, instead of the party.
    """
    body = _body(article, span)
    if body is not None:
        return [body]
    known = article.cast.mentions.who(span)
    known = known if persons else [as_party(article, name) for name in known]
    if known:
        return list(dict.fromkeys(known))
    described = _described(article, span)
    return [described] if described else []


def _body(article: Article, span: Span) -> str | None:
    """``the Security Council``: a body of its own, though it acts within a larger one."""
    outer = article.cast.mentions.outer(span)
    words = outer[0].span.of(article.text) if len(outer) == 1 and outer[0].kind == "party" else ""
    return words if re.search(r" (?:Council|Assembly|Committee|Board|Fund|Court)$", words) else None


def as_party(article: Article, name: str) -> str:
    """Who a person acts for, where that is known."""
    profile = article.cast.profiles.get(name)
    return profile.party if profile is not None and profile.party else name


def outlet_in(article: Article, span: Span) -> str | None:
    """The outlet that a phrase names."""
    found = [m for m in article.cast.mentions.inside(span) if m.kind == "outlet"]
    return found[0].name or found[0].span.of(article.text) if found else None


def _described(article: Article, span: Span) -> str | None:
    sentence = next((s for s in article.sentences if s.span.start <= span.start < s.span.end), None)
    return described(sentence, sentence.place(span.start), sentence.place(span.end - 1) + 1) if sentence else None


def described(sentence: Sentence, first: int, last: int, *, plural: bool = False) -> str | None:
    """The words of a noun phrase for people or a body, without its article; null for things.

    ``plural`` takes any plural that is not known for a thing: for the subject of a verb that only people can do.
    """
    tokens = sentence.tokens
    while first < last and (tokens[first].low in _LEADING or not tokens[first].text[0].isalnum()):
        first += 1
    end = first
    while end < last and tokens[end].tag.startswith(("NN", "JJ", "CD", "POS", "PRP$", "VBN", "HYPH", "VBG")):
        end += 1
    if end == first or not tokens[end - 1].is_noun or tokens[first].low in _NOBODY or tokens[end - 1].low in _LEADING:
        return None
    head = tokens[end - 1]
    word = singular(head.low)
    if head.low in _THINGS or word in _THINGS:
        return None
    lists = roles()
    named = any(token.is_name for token in tokens[first:end]) and not (end == first + 1 and _is_time(tokens[first].low))
    person = word in lists.group | lists.role | lists.unnamed | _BODIES or head.low in lists.group | _BODIES
    if not (named or person or (head.tag == "NNS" and (plural or _PEOPLE.search(head.low)))):
        return None
    if last > end + 1 and tokens[end].low == "of" and tokens[end + 1].is_noun | (tokens[end + 1].tag == "DT"):
        stop = end + 1
        while stop < last and tokens[stop].tag.startswith(("NN", "JJ", "DT")):
            stop += 1
        end = stop
    return (
        " ".join(token.text for token in tokens[first:end]).replace(" 's", "'s").replace(" ’s", "’s").replace(" '", "'")
    )


def _is_time(word: str) -> bool:
    return bool(
        re.match(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august", word)
        or re.match(r"(?:septem|octo|novem|decem)", word)
    )
