"""Attributions of quotations: "…," X said; "…," said X; X said: "…"; "…," X said, "…"."""

from __future__ import annotations

import re

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame
from onetext.reading.attribution.predicates import group
from onetext.reading.attribution.speakers import attribute, cluster, source_head
from onetext.reading.lexicon import speech_verbs
from onetext.reading.tokens import Token
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span
from onetext.wording.words import listed

_RESUMING = re.compile(r"(?:[,:;]|, (?:but|yet|and that))\s*$")
_BETWEEN = " ,\u00a0—–-―"
_ENDS = ",?!.—-…"
_LONGEST_NAME = 26
_LONGEST_REMARK = 18
_WHEN = listed("in on at after during")
_NOUN_TAGS = frozenset({"DT", "PRP", "PRP$", "JJ", "CD"})


def by_quote(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """A quotation right before the speaker, or right behind."""
    if not (finder.quotes or finder.said.before):
        return None
    low, high = cluster(finder, at)
    found = _before(finder, at, frame, low, high)
    if found is None or _is_label(finder, found.content[0]):
        found = _behind(finder, at, frame, high) or found
    return found


def _is_label(finder: Finder, content: Span) -> bool:
    """``In a box labelled “urgent,” she wrote “…”``: the words before the speaker are no speech but a name."""
    quote = next((each for each in finder.quotes if content.touches(each.span)), None)
    at = finder.said.sentence.place(quote.span.start) if quote is not None else 0
    before = finder.tokens[at - 1] if at else None
    return before is not None and before.tag in {"VBN", "NN", "NNS", "NNP"}


def _before(finder: Finder, at: int, frame: Frame, low: int, high: int) -> Attribution | None:
    quote, who, source = _ends_before(finder, low), source_head(finder, at), None
    if quote is None or who is None:
        if not frame.flags & set("ch"):
            return None
        low, source, high = _lost_speaker(finder, at)
        quote = _ends_before(finder, low) if source is not None else None
    if quote is None or not _leads_on(finder, quote, low, sure=bool(frame.flags - {"q"})):
        return None
    parts = [Span(_start(finder, quote), quote.span.end), *_resumed(finder, finder.tokens[high - 1].end)]
    if source is not None:
        cue = finder.stretch(*group(finder, at))
        return Attribution(finder.said, "say", finder.tokens[at].lemma, at, cue, source, parts, "quote-beside")
    if who is None or finder.tokens[who].tag in {"WDT", "WP"}:
        return None
    return attribute(finder, at, frame, parts, "quote-before")


def _ends_before(finder: Finder, low: int) -> Quote | None:
    """The quotation that ends right before the word ``low``."""
    text, start = finder.said.text, finder.tokens[low].start
    for quote in (*finder.said.before, *finder.quotes):
        if quote.span.end <= start and not text[quote.span.end : start].strip(_BETWEEN):
            return quote
    return None


def _leads_on(finder: Finder, quote: Quote, low: int, *, sure: bool) -> bool:
    """Does the quotation end as one does before its speaker; in the sentence before only with ? or !."""
    text = finder.said.text
    last = quote.inner.of(text).rstrip("’'‘ \u00a0")[-1:]
    between = text[quote.span.end : finder.tokens[low].start].strip()
    if quote.span.end <= finder.said.sentence.span.start:
        return last in "?!—-…"
    if last == "." and not between and not sure:
        return not finder.tokens[low].text[0].isupper()
    return last in _ENDS or bool(between)


def _start(finder: Finder, quote: Quote) -> int:
    """The content starts with the sentence, unless somebody in it has had his words already."""
    spoken = any(one.cue.end <= quote.span.start and not one.nested for one in finder.found)
    return quote.span.start if spoken else min(quote.span.start, finder.tokens[0].start)


def _lost_speaker(finder: Finder, at: int) -> tuple[int, Span | None, int]:
    """Where the parse lost him: all that stands between the quotation and the verb, or the noun behind the verb.

    Returns the first token of speaker and cue, the speaker, and the token behind both.
    """
    tokens = finder.tokens
    first, last = group(finder, at)
    ends = [quote.span.end for quote in finder.quotes if quote.span.end <= tokens[first].start]
    if not ends:
        return first, None, last
    low = finder.said.sentence.place(max(ends))
    while low < first and tokens[low].is_mark:
        low += 1
    if low < first:
        plain = first - low < _LONGEST_NAME and _starts_noun(tokens[low]) and not any(map(_acts, tokens[low:first]))
        return (low, finder.stretch(low, first), last) if plain else (first, None, last)
    end = last
    while end < len(tokens) and not (tokens[end].is_verb or tokens[end].text in '.;:“"' or tokens[end].low in _WHEN):
        end += 1
    while end > last and tokens[end - 1].is_mark and tokens[end - 1].text != ")":
        end -= 1
    if end == last or not _starts_noun(tokens[last]):
        return first, None, last
    return first, finder.stretch(last, end), end


def _starts_noun(token: Token) -> bool:
    return token.is_noun or token.tag in _NOUN_TAGS


def _acts(token: Token) -> bool:
    return token.is_verb and token.tag not in {"VBN", "VBG"} and token.dep != "relcl"


def _behind(finder: Finder, at: int, frame: Frame, high: int) -> Attribution | None:
    said, tokens = finder.said, finder.tokens
    if not frame.flags & set("qch"):
        return None
    end = tokens[high - 1].end
    quote = next((q for q in finder.quotes if q.span.start >= end), None)
    if quote is None or quote.span.start >= said.sentence.span.end:
        return None
    if any(quote.span in one.content for one in finder.found):
        return None  # resumed by the one who spoke before
    between = said.text[end : quote.span.start].strip()
    if (between and between[-1] not in ",:") or (not between and len(quote.inner.of(said.text).split()) < 2):
        return None
    remark = [token for token in tokens[high:] if token.start < quote.span.start]
    if len(remark) > _LONGEST_REMARK or any(_is_clause(token) for token in remark):
        return None
    if not between and frame.kind != "say" and tokens[at].tag == "VBG":
        return None  # "was holding “in most places”"
    strange = frame.flags == {"q"} and tokens[at].lemma != "put"
    if strange and (not between or tokens[at].lemma == "be" or quote.inner.of(said.text)[:1].islower()):
        return None
    first, last = group(finder, at)
    cue = (first, high + 1) if between == ":" and last == high else None
    return attribute(finder, at, frame, [quote.span], "quote-behind", cue)


def _is_clause(token: Token) -> bool:
    return (token.is_verb and token.tag != "VBG") or token.low == "that"


def _resumed(finder: Finder, high: int) -> list[Span]:
    """The quotation behind the speaker in "A," he said (on Monday), "B"; ``high`` is the character behind him."""
    quote = next((q for q in finder.quotes if q.span.start >= high), None)
    if quote is None or not _RESUMING.search(finder.said.text[high : quote.span.start]):
        return []
    remark = [token for token in finder.tokens if high <= token.start < quote.span.start]
    return (
        []
        if any(token.is_verb and (token.tag != "VBG" or token.lemma in speech_verbs()) for token in remark)
        else [quote.span]
    )
