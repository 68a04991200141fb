"""Open questions: what the text, or somebody in it, says is not known or will not be said."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.questions.unknowns import (
    ACCOUNTS_DIFFER,
    ASKED_WHETHER,
    IT_IS_UNCLEAR,
    NEITHER,
    NO_WORD_ON,
    NOR_IS_IT_CLEAR,
    NOT_CERTAIN_THAT,
    ONE_QUESTION,
    QUESTIONS_NAMED,
    REFUSAL,
    STILL_OPEN_IS,
    THE_QUESTION,
    THING_UNKNOWN,
    WH,
    WHEN_ASKED,
    WHETHER_IS_OPEN,
    WORTH_A_LOOK,
    WOULD_NOT_SAY,
)
from onetext.reading.records import OpenQuestion
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span, trimmed

_LABEL = re.compile(r"^(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}(?: \([^)]{1,40}\))?|[A-Z]{1,12}|Q|A): ")
_SPLIT = re.compile(rf",? (?:as well as|and|or|nor) (?={WH}\b)|[,;] (?={WH}\b)", re.IGNORECASE)
_STOP = re.compile(
    r",? (?:but|although|though|while|whereas|because|since|as (?:it|he|she|they|the)|even (?:if|though)) |; "
    r"|, (?:and (?:the|it|he|she|they|that)|after|before|which|who|despite|saying|adding|according|in (?:a|an|what)"
    r"|when) ?| [–—-] |[”\"»]"
)
_SAID = re.compile(
    r", (?:[^,.;]{1,80} )?(?:said|says|added|told|writes|wrote|reported|reports|noted|admitted|acknowledged)\b"
)
_NOT_SO = re.compile(
    r"\b(?:if|unless|were|no longer|had long been|had been|had it been|until recently|once|never|hardly|not)"
    r"[\w ]{0,12}$|\bno $",
    re.IGNORECASE,
)
_ASKS = re.compile("how|if|wh|that")
"""In small letters: no asking word is without one of these."""
_IDLE = re.compile(
    r"\b(?:what to say|what he meant|what you mean|what I mean|what hit|if (?:so|not|you)|how to"
    r"|what (?:he|she|they|it)(?:['’]s| is| was| were|['’]re| are) doing)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"what (?:it|he|she|they) (?:calls?|called|describe[sd]?|termed|dubbed)\b", re.IGNORECASE)
_I_KNOW_NOT = re.compile(r"\b(?:i|we|you) (?:do not|don['’]t) know$", re.IGNORECASE)


def questions(article: Article) -> tuple[OpenQuestion, ...]:
    """Each thing left open, from its asking word on; a question that the text puts and answers is none."""
    found: list[OpenQuestion] = []
    for sentence in article.sentences:
        if sentence.span == article.title:
            continue
        found += _in(article, sentence)
        following = article.sentences[sentence.number + 1 : sentence.number + 2]
        if following and _left_unanswered(article, sentence, following[0]):
            found.append(_question(article, *_unlabelled(article, sentence), "asked-unanswered", 0.7))
    return tuple(found)


def _left_unanswered(article: Article, sentence: Sentence, following: Sentence) -> bool:
    """A question put by somebody, and the next words refuse to answer it."""
    if not sentence.span.of(article.text).rstrip("\"”’'»").endswith("?"):
        return False
    answer = following.span.of(article.text)
    return bool(REFUSAL.match(answer[_label(answer) :]))


def _label(words: str) -> int:
    label = _LABEL.match(words)
    return label.end() if label else 0


def _unlabelled(article: Article, sentence: Sentence) -> Span:
    return Span(sentence.span.start + _label(sentence.span.of(article.text)), sentence.span.end)


def _in(article: Article, sentence: Sentence) -> list[OpenQuestion]:
    span = sentence.span
    words = span.of(article.text)
    if words.rstrip("\"”’'»").endswith("?") or not WORTH_A_LOOK.search(words.lower()):
        return []
    for pattern, rule, sure in _AT_START:
        match = pattern.match(words)
        if match is not None and not _IDLE.match(words, match.start("wh")) and not _is_time_clause(match):
            end = match.end("rest") if "rest" in pattern.groupindex else match.start("cue")
            return [_question(article, span.start + match.start("wh"), span.start + end, rule, sure)]
    if not _ASKS.search(words.lower()):
        return _named(article, sentence)
    put = QUESTIONS_NAMED.search(words)
    if put is not None:
        return _listed(article, span.start + put.start("wh"), span.end, "questions-named")
    for pattern, rule in _WITHIN:
        match = next((m for m in pattern.finditer(words) if _stands(words, m)), None)
        if match is not None:
            start = span.start + match.start("wh")
            return _listed(article, start, _end(article, sentence, start, aside=_is_aside(words, match)), rule)
    return _named(article, sentence)


def _is_time_clause(match: re.Match[str]) -> bool:
    """``When they met, it was still open``: the asking word only says when."""
    told = match.groupdict()
    if told["wh"].lower() not in {"when", "where", "while"} or told.get("cue") is None:
        return False
    return "," in match.string[match.start("wh") : match.start("cue")]


def _named(article: Article, sentence: Sentence) -> list[OpenQuestion]:
    """``The fate of the envoy is unknown``: a thing instead of a clause is what is open."""
    no_word = NO_WORD_ON.search(sentence.span.of(article.text))
    if no_word is not None:
        first, last = no_word.span("wh" if no_word["wh"] else "wh2")
        return [_question(article, sentence.span.start + first, sentence.span.start + last, "no-word-on", 0.7)]
    match = THING_UNKNOWN.match(sentence.span.of(article.text))
    if match is None or re.match(r"(?:it|this|that|he|she|they|i|we|you|there)\b", match.group("what"), re.IGNORECASE):
        return []
    start = sentence.span.start
    return [_question(article, start, start + match.end(), "thing-not-known", 0.65)]


_AT_START = ((ASKED_WHETHER, "asked-unanswered", 0.75), (WHETHER_IS_OPEN, "still-open", 0.8),
    (ACCOUNTS_DIFFER, "still-open", 0.75),
)  # fmt: skip
_WITHIN = (
    (STILL_OPEN_IS, "not-clear"),
    (WHEN_ASKED, "asked-unanswered"), (NOR_IS_IT_CLEAR, "not-clear"), (IT_IS_UNCLEAR, "not-clear"),
    (NEITHER, "not-confirmed"), (NOT_CERTAIN_THAT, "not-confirmed"), (ONE_QUESTION, "the-question"),
    (WOULD_NOT_SAY, "not-said"), (THE_QUESTION, "the-question"),
)  # fmt: skip


def _stands(words: str, match: re.Match[str]) -> bool:
    """Not under "if", not denied itself ("it is no longer unclear"), no set phrase."""
    before = words[: match.start()]
    wh = match.group("wh").lower()
    if _NOT_SO.search(before) or _IDLE.match(words, match.start("wh")):
        return False
    if wh in {"what", "why", "how", "who"} and _I_KNOW_NOT.search(words[: match.start("wh")].rstrip()):
        return False
    if _CALLED.match(words, match.start("wh")):
        return False
    return not (wh == "if" and words[match.end("wh") :].lstrip().lower().startswith(("asked", "necessary", "possible")))


def _is_aside(words: str, match: re.Match[str]) -> bool:
    """``The envoy, who did not say when, left``: the next comma ends it."""
    return bool(re.search(r", (?:who|which) (?:\w+ )?$", words[: match.start()]))


def _listed(article: Article, start: int, end: int, rule: str) -> list[OpenQuestion]:
    """One question for each "how …" of a row; what is said of who says so is no part of it."""
    words, found, at = article.text[start:end], [], 0
    for match in _SPLIT.finditer(words):
        if match.start() > at:
            found.append(_question(article, start + at, start + match.start(), rule, 0.85))
        at = match.end()
    found.append(_question(article, start + at, end, rule, 0.85))
    return [each for each in found if len(each.text.split()) > 1] or found[:1]


def _end(article: Article, sentence: Sentence, start: int, aside: bool) -> int:
    end = sentence.span.end
    if aside and "," in article.text[start:end]:
        end = article.text.index(",", start)
    for cue in article.cues[sentence.number]:
        if cue.content is not None and cue.content.start <= start < cue.content.end:
            end = min(end, cue.content.end)
    for pattern in (_STOP, _SAID):
        match = pattern.search(article.text, start, end)
        if match is not None:
            end = match.start()
    return end


def _question(article: Article, start: int, end: int, rule: str, confidence: float) -> OpenQuestion:
    span = trimmed(article.text, start, end, ' \t\r\n,;:.–—”"»')
    return OpenQuestion(" ".join(span.of(article.text).split()), span, confidence, rule)
