"""Open questions: what the text itself says is not known."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.records import OpenQuestion
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span, trimmed

_WH = r"(?:how|whether|if|what|when|where|who|whom|which|why)"
_UNCLEAR = (
    r"(?:unclear|uncertain|unknown|unresolved|undecided|unsettled|open question|an? question mark|remains? to be seen"
    r"|not (?:yet |immediately |at all |entirely |fully )?"
    r"(?:clear|known|certain|decided|settled|specified|apparent|say|disclosed)"
    r"|no (?:word|indication|information|clarity|answer) (?:on|as to|about)|anyone['’]s guess)"
)
_FIRST = re.compile(
    rf"\b(?:{_UNCLEAR}|question(?:s)? (?:remain|is|of))\b[^.?!]{{0,24}}?\b(?P<wh>{_WH})\b", re.IGNORECASE
)
_LAST = re.compile(
    rf"^(?:but |and |yet |still, |however, )?(?P<wh>{_WH})\b[^.?!]{{6,200}}?\b"
    rf"(?P<cue>(?:is|are|was|were|remains?|has|have) (?:still |yet |also )?(?:an? )?"
    rf"(?:{_UNCLEAR}|not been (?:explained|decided|disclosed|settled|said|answered|made clear|resolved)))",
    re.IGNORECASE,
)
_NOR = re.compile(rf"^nor (?:is|was) it (?:\w+ )?(?:clear|known|certain|decided) (?P<wh>{_WH})\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"^asked (?P<wh>{_WH})\b(?P<rest>[^,]{{5,200}}), "
    r".{0,80}\b(?:would not|did not|declined|refused|could not|gave no)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(rf",? (?:as well as|and|or|nor) (?={_WH}\b)|, (?={_WH}\b)", re.IGNORECASE)


def questions(article: Article) -> tuple[OpenQuestion, ...]:
    found: list[OpenQuestion] = []
    for sentence in article.sentences:
        if sentence.span == article.title:
            continue
        found += _in(article, sentence.span, article.said[sentence.number].quotes)
    return tuple(found)


def _in(article: Article, span: Span, quotes: list[Quote]) -> list[OpenQuestion]:
    words = span.of(article.text)
    quoted = any(quote.span.start <= span.start and span.end <= quote.span.end + 1 for quote in quotes)
    if quoted:
        return []
    asked = _ASKED.match(words)
    if asked:
        return [
            _question(article, span.start + asked.start("wh"), span.start + asked.end("rest"), "asked-unanswered", 0.7)
        ]
    nor = _NOR.match(words)
    if nor:
        return _listed(article, span.start + nor.start("wh"), span.end, "not-clear")
    last = _LAST.match(words)
    if last:
        return [_question(article, span.start + last.start("wh"), span.start + last.start("cue"), "still-open", 0.8)]
    first = _FIRST.search(words)
    if first:
        return _listed(article, span.start + first.start("wh"), span.end, "not-clear")
    if words.rstrip('”"’»').endswith("?") and not quotes and len(words.split()) > 3:
        return [_question(article, span.start, span.end, "asked-by-the-text", 0.6)]
    return []


def _listed(article: Article, start: int, end: int, rule: str) -> list[OpenQuestion]:
    """One question for each "how …" of a row."""
    words, found, at = article.text[start:end], [], 0
    for match in _SPLIT.finditer(words):
        if match.start() > at:
            found.append(_question(article, start + at, start + match.start(), rule, 0.85))
        at = match.end()
    found.append(_question(article, start + at, end, rule, 0.85))
    return [each for each in found if len(each.text.split()) > 1]


def _question(article: Article, start: int, end: int, rule: str, confidence: float) -> OpenQuestion:
    span = trimmed(article.text, start, end, " \t\r\n,;:.")
    return OpenQuestion(" ".join(span.of(article.text).split()), span, confidence, rule)
