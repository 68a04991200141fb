"""The other side of a verb: whom it takes as object, or who stands behind its preposition.

A verb may take several in a row, each with a day or a place of its own ("saw X on Friday and Y on Saturday"): each row
is a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause, phrase
from onetext.reading.lexicon import roles, singular
from onetext.reading.meetings.attendance import named, people
from onetext.reading.meetings.fates import zone_of
from onetext.reading.meetings.strangers import strangers
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.persons.mentions import Mention
from onetext.reading.records import Statement
from onetext.reading.tokens import Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_PEOPLE = frozenset({"person", "group", "pronoun", "party"})
_THINGS = frozenset({"it", "its", "itself", "this", "that", "these", "those", "there"})
_BODY = re.compile(
    r"\b(?:Council|Assembly|[Cc]ommittee|[Cc]ommission|Cabinet|Senate|Congress|[Mm]embers|[Aa]mbassadors|[Mm]inisters"
    r"|[Ee]nvoys|[Dd]iplomats|[Dd]elegates|[Dd]elegations|body|leaders)\b"
)
_HEARD = re.compile(r"\b(?:Security Council|General Assembly|Peace and Security Council|Human Rights Council)\b")


def partners(article: Article, clause: Clause, link: str, zone: Span, said: Sequence[Statement]) -> list[str]:
    """Who stands in the place ``link`` of the verb inside ``zone``, each once."""
    if link == "object":
        span = _object(article, clause, zone)
    elif link in {"body", "bodyto"}:
        return _body(article, clause, zone, said, to=link == "bodyto")
    elif link == "person":
        return _towards_person(article, clause, zone, said)
    else:
        span = _behind(article, clause, link, zone)
    if span is None:
        span = _relative(clause, link)
    if span is None:
        return []
    return named(article, span, said) or described(article, clause, span)


def _relative(clause: Clause, link: str) -> Span | None:
    """``X, whom Y saw on Monday``, ``the man with whom Y spoke``: the noun that the clause tells of."""
    sentence = clause.sentence
    tokens = sentence.tokens
    verb = tokens[clause.verb]
    if not sentence.parsed or verb.dep != "relcl" or verb.head in {clause.verb, -1} or verb.head > clause.verb:
        return None
    start = clause.subject.first if clause.subject is not None else clause.first
    before = [token.low for token in tokens[max(0, start - 2) : start]]
    fronted = before[-1:] in (["whom"], ["who"]) and before[-2:-1] not in (["with"], ["to"])
    behind_link = before == [link, "whom"]
    if not (behind_link or (link == "object" and fronted)):
        return None
    antecedent = phrase(sentence, verb.head, stop=max(verb.head + 1, start - 1 - behind_link))
    return sentence.stretch(antecedent.first, min(antecedent.last, start))


def described(article: Article, clause: Clause, span: Span) -> list[str]:
    """Those who have no name in the text, by their words: ``the two colonels``, ``representatives of the villages``."""
    sentence = clause.sentence
    tokens = sentence.tokens
    first, stop = sentence.place(span.start), sentence.place(span.end)
    if first >= len(tokens) or tokens[first].tag == "PRP":
        return []
    end = next((at for at in range(first, stop) if tokens[at].text in ",;:(" or tokens[at].is_verb), stop)
    head = next((at for at in range(first, end) if _ends_noun(tokens, at, end)), None)
    if head == first + 1 and tokens[first].low == "the":
        bearer = _bearer(article, sentence.number, tokens[head].low)
        if bearer is not None:
            return [bearer]
    if head is None or singular(tokens[head].low) not in roles().role | roles().unnamed | roles().group | _FOLK:
        return []
    of = end > head + 1 and tokens[head + 1].low in {"of", "from"}
    if of and tokens[head].tag == "NNS" and singular(tokens[head].low) in _SENT:
        whole = sentence.stretch(head + 2, end).of(article.text) if end > head + 2 else ""
        return [_bare(part) for part in re.split(r",? and |, ", whole) if _bare(part)]
    return [_bare(sentence.stretch(first, end if of else head + 1).of(article.text))]


def _bearer(article: Article, number: int, noun: str) -> str | None:
    """``the prince``: the last one whom the text has called so."""
    for row in reversed(article.cast.per_sentence[max(0, number - 8) : number]):
        for mention in reversed(row):
            if mention.kind == "person" and mention.name and noun in mention.extent.of(article.text).lower().split():
                return mention.name
    return None


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?|his|her|their|its|some|several|other) ", "", words.strip(" .,;"), flags=re.IGNORECASE)


_SENT = listed("representative delegate envoy member official emissary spokesman negotiator leader officer delegation")
"""Whoever they are sent by takes part."""
_FOLK = listed(
    "colonel general elder villager farmer lawyer expert engineer owner trader bishop monk widow family relative"
)


def _ends_noun(tokens: Sequence[Token], at: int, end: int) -> bool:
    return tokens[at].is_noun and not (at + 1 < end and (tokens[at + 1].is_noun or tokens[at + 1].tag == "POS"))


def _object(article: Article, clause: Clause, zone: Span) -> Span | None:
    """The direct object, if it is somebody."""
    sentence = clause.sentence
    tokens = sentence.tokens
    first = sentence.place(zone.start)
    if sentence.parsed and first == clause.last:
        head = next(
            (at for at in sentence.hanging(clause.verb) if at >= first and tokens[at].dep in {"dobj", "dative"}), None
        )
        if head is not None and tokens[head].start < zone.end and _somebody(article, clause, head):
            whole = phrase(sentence, head)
            return Span(
                tokens[max(first, whole.first)].start, max(_end(article, clause, whole.first, zone), tokens[head].end)
            )
    if first >= len(tokens) or not _starts_with_somebody(article, clause, first):
        return None
    return Span(tokens[first].start, _end(article, clause, first, zone))


def _somebody(article: Article, clause: Clause, head: int) -> bool:
    """The noun itself, or the name beside it ("the opposition platform, X")."""
    sentence = clause.sentence
    tokens = sentence.tokens
    beside_it = [at for at in sentence.hanging(head) if tokens[at].dep == "appos" and tokens[at].is_name]
    if any(_is_somebody(article, tokens[at]) for at in (head, *beside_it)):
        return True
    return bool(described(article, clause, sentence.stretch(phrase(sentence, head).first, head + 1)))


def _is_somebody(article: Article, token: Token) -> bool:
    if token.low in _THINGS:
        return False
    near = article.cast.mentions.inside(Span(max(0, token.start - 200), token.end))
    return any(_acts(m) and m.extent.start <= token.start < m.extent.end for m in near)


def _acts(mention: Mention) -> bool:
    return mention.kind in _PEOPLE and not mention.document and not (mention.kind == "party" and mention.possessive)


def _starts_with_somebody(article: Article, clause: Clause, first: int) -> bool:
    tokens = clause.sentence.tokens
    at = tokens[first].start
    if tokens[first].low in _THINGS:
        return False
    if strangers(article, Span(at, max(at + 1, tokens[max(first, clause.stop - 1)].end)), ()) and tokens[first].is_name:
        return True
    near = article.cast.per_sentence[clause.sentence.number]
    return any(_acts(m) and m.extent.start <= at < m.extent.end for m in near)


_CUTS = listed("in at on for about over by through to during from via under without despite amid into onto near inside")


def _end(article: Article, clause: Clause, first: int, zone: Span) -> int:
    """Where the one who is named there ends: at the next preposition or verb that describes nobody."""
    sentence = clause.sentence
    tokens = sentence.tokens
    stop = sentence.place(zone.end)
    row = article.cast.per_sentence[sentence.number]
    for at in range(first + 1, min(stop, len(tokens))):
        token = tokens[at]
        inside = any(m.extent.start < token.start < m.extent.end for m in row if m.kind in _PEOPLE)
        if inside:
            continue
        if token.low in _CUTS and not (sentence.parsed and tokens[token.head].is_noun and first <= token.head < at):
            return tokens[at - 1].end
        if token.text in ";:":
            return tokens[at - 1].end
    return max(zone.end, tokens[first].end)


def _behind(article: Article, clause: Clause, link: str, zone: Span) -> Span | None:
    sentence = clause.sentence
    tokens = sentence.tokens
    for at in range(sentence.place(zone.start), min(sentence.place(zone.end), len(tokens) - 1)):
        if tokens[at].low != link or tokens[at].tag not in {"IN", "TO", "RP", "RB", "CC"}:
            continue
        if link == "between":
            return Span(tokens[at].start, zone.end)
        if tokens[at + 1].low in _THINGS or tokens[at + 1].is_verb:
            continue
        end = _end(article, clause, at + 1, zone)
        if end > tokens[at + 1].start:
            return Span(tokens[at + 1].start, end)
    return None


def _body(article: Article, clause: Clause, zone: Span, said: Sequence[Statement], *, to: bool) -> list[str]:
    """An assembly that is addressed: the Security Council, the ambassadors, the foreign ministers."""
    if to:
        span = _behind(article, clause, "to", zone)
    else:
        first = clause.sentence.place(zone.start)
        span = Span(zone.start, _end(article, clause, first, zone)) if first < len(clause.sentence.tokens) else None
    if span is None:
        return []
    words = span.of(article.text)
    heard = _HEARD.search(article.text)
    if heard is not None and re.match(
        r"(?:to )?(?:the |members of the )?(?:\w+ ?- ?\w+ )?(?:\w+ )*?(?:Council|Assembly|body)\b", words
    ):
        return [heard.group()]
    if not (to or clause.lemma == "brief") or not _BODY.search(words):
        return []
    return named(article, span, said) or described(article, clause, span)


def _towards_person(article: Article, clause: Clause, zone: Span, said: Sequence[Statement]) -> list[str]:
    """``went back to X``, ``came to him``: to a person, not to a state."""
    span = _behind(article, clause, "to", zone)
    if span is None:
        return []
    near = [
        m for m in article.cast.mentions.inside(span) if m.span.start <= span.start + 1 or m.extent.start <= span.start
    ]
    if not any(m.kind in {"person", "pronoun"} and m.name for m in near):
        return []
    return named(article, span, said)


_JOINS = re.compile(
    r",? and (?:then |later |again |also )?(?:(?P<link>with|by|on|to|from) )?|, (?:then|later) (?:with |by )?"
)
_LATER = re.compile(
    r"\b(?:later|earlier|afterwards|beforehand|the (?:following|next|same|previous) (?:day|morning|afternoon|evening"
    r"|week|month)|(?:only )?(?:once|twice)|(?:\w+ )times)\b"
)


def rows(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Span]:
    """What is behind the verb, cut where a second meeting begins."""
    zone = zone_of(clause)
    separate = re.match(r"(?:\w+ )?(?:separately|in turn|one after the other)\b|each\b", zone.of(article.text))
    found, start = [], zone.start
    for match in _JOINS.finditer(article.text, zone.start, zone.end):
        left, right = Span(start, match.start()), Span(match.end(), zone.end)
        if (
            _inside_mention(article, match.start())
            or not people(article, left, said)
            or not people(article, right, said)
        ):
            continue
        link = bool(match.groupdict().get("link"))
        told = _placed(article, left) and _placed(article, right)
        if told or (separate and link) or (link and _placed(article, left)):
            found.append(left)
            start = match.start("link") if link else match.end()
    return [*found, Span(start, zone.end)]


def _inside_mention(article: Article, at: int) -> bool:
    near = article.cast.mentions.inside(Span(max(0, at - 200), at + 1))
    return any(m.kind == "person" and m.extent.start < at < m.extent.end for m in near)


def _placed(article: Article, span: Span) -> bool:
    """Has it a day, a time or a place of its own."""
    if date_in(article, span) is not None or _LATER.search(span.of(article.text)):
        return True
    return place_in(article, span, destination=False) is not None
