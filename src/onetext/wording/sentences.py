"""Lines, paragraphs and sentences, by punctuation alone: fast, and the same with and without a language model."""

from __future__ import annotations

import re

from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_BLANK = " \t\r\n\f\v\u00a0\u2009\u202f\ufeff\u2028\u2029\x85"
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f\v]+")

_NEVER_LAST = listed(
    "mr mrs ms dr prof gen col lt maj capt cmdr sgt sen rep del gov amb hon rev st messrs mme mlle no nos art arts sec "
    "vs fig approx dept est e.g i.e cf jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MAYBE_LAST = listed("u.s u.k u.n e.u u.a.e u.s.a inc ltd corp co jr sr etc p.m a.m d.c")
_STARTERS = listed(
    "the a an he she it they we i in on at this that these those but and however according when while after before "
    "its his her their there if as for from with yet still both neither meanwhile earlier later"
)

_END = re.compile(r"[.!?…。！？؟][.!?…]*[\"'”’»›」』)\]]*")


def lines(text: str) -> list[Span]:
    """The lines of a text that hold more than blanks, without the blanks at their edges."""
    spans = (trimmed(text, match.start(), match.end(), _BLANK) for match in _LINE.finditer(text))
    return [span for span in spans if span]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one paragraph ``text[start:end]``. A closing quote mark belongs to the sentence it closes."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin or not _is_end(text, match.start(), match.end(), begin, stop):
            continue
        span = trimmed(text, begin, match.end(), _BLANK)
        if span:
            found.append(span)
        begin = match.end()
    rest = trimmed(text, begin, stop, _BLANK)
    if rest:
        found.append(rest)
    return found


def _is_end(text: str, mark: int, after: int, begin: int, stop: int) -> bool:
    if after >= stop:
        return True
    if text[mark] in "。！？":
        return True
    if not text[after].isspace():
        return _is_glued_end(text, mark, after, stop)
    follow = after
    while follow < stop and (text[follow].isspace() or text[follow] in "\"'“‘«„(["):
        follow += 1
    if follow >= stop:
        return True
    following = text[follow]
    if text[mark] == "." and after == mark + 1 and _is_abbreviation(text, mark, begin, follow, stop):
        return False
    if following in "—–-" and after > mark + 1:
        return False  # "We go on." — the speaker follows
    if following.islower():
        # "Why?" he asked. / "Stop!" said X: one sentence; a small letter never starts a sentence.
        return False
    return not (after > mark + 1 and text[mark] in "?!" and _is_tail_of_quote(text, follow, stop))


def _is_glued_end(text: str, mark: int, after: int, stop: int) -> bool:
    """``end.Next``, a missing blank: letters before, a capital and a small letter behind."""
    return (
        text[mark] == "."
        and mark > 1
        and text[mark - 1].islower()
        and text[mark - 2].islower()
        and after + 1 < stop
        and text[after].isupper()
        and text[after + 1].islower()
    )


def _is_tail_of_quote(text: str, follow: int, stop: int) -> bool:
    """``"Why?" Mr Lim asked.``: the speaker follows the quotation in the same sentence."""
    tail = text[follow : min(stop, follow + 60)].split(".", 1)[0]
    return bool(re.search(r"\b(?:said|asked|wrote|replied|added|wondered)\b", tail)) and len(tail) < 45


def _is_abbreviation(text: str, mark: int, begin: int, follow: int, stop: int) -> bool:
    at = mark
    while at > begin and mark - at < 12 and (text[at - 1].isalpha() or text[at - 1] == "."):
        at -= 1
    word = text[at:mark].lower()
    if word in _NEVER_LAST:
        return not (word == "no" and text[at:mark] == "no")
    if len(word) == 1 and text[mark - 1].isupper():
        return word != "i"
    if word in _MAYBE_LAST or (len(word) > 1 and "." in word):
        tail = re.match(r"[^\W\d_]+", text[follow : min(stop, follow + 30)])
        return tail is None or tail.group().lower() not in _STARTERS
    return False
