"""What a change of one word can turn: duties, numbers, dates and references in a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "reference", "number", "duty"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_BARE_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December|(?<=[a-z] )(?:March|May))"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third)"
_YEAR = r"(?:1[5-9]|2[01])\d\d"
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_UNIT = "|".join(_UNITS) + "|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion"
_RANK = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|thirtieth|fortieth"
    "|fiftieth|sixtieth|ninetieth|hundredth"
)
_DATE = (
    rf"\d{{4}}-\d\d(?:-\d\d)?|{_DAY}(?: day)?(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?|{_MONTH},? {_YEAR}|{_BARE_MONTH}|{_YEAR}(?!\s?(?:%|per\b))"
)
_REFERENCE = (
    r"(?:Article|Articles|Section|Sections|Annex|Chapter|Protocol|article|paragraph|paragraphs|point|points|clause"
    r"|clauses|annex) (?:\d+[a-z]?(?: bis| ter)?|[A-Z]|[IVX]+)(?: \([a-z0-9]+\))?"
)
_NUMBER = (
    rf"\d[\d.,]*(?<![.,])(?: (?:hundred|thousand|million|billion))*(?:\s?%)?"
    rf"|(?i:{_UNIT})(?:[ -](?:and )?(?:{_UNIT}))*|(?i:{_RANK})"
    r"|half|a quarter|a third|two thirds|three quarters|twice"
)
_DUTY = (
    r"(?:shall|must|will|should|may|might|can|could|ought to"
    r"|(?:is|are) (?:obliged|required|bound|encouraged|invited|free|entitled) to"
    r"|undertakes? to|agrees? to|commits? (?:itself |themselves )?to)"
    r"(?: not\b)?(?: (?:endeavou?r|seek|strive|try|aim|consider|make every effort)\b(?: to)?)?"
)
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("date", _DATE),
    ("reference", _REFERENCE),
    ("number", _NUMBER),
    ("duty", _DUTY),
)
_FACT = re.compile("|".join(rf"(?P<{kind}>\b(?:{pattern})(?!\w))" for kind, pattern in _KINDS))


@dataclass(frozen=True)
class Fact:
    """``words`` as written, at ``start`` to ``end`` of the text."""

    kind: Kind
    start: int
    end: int
    words: str

    @property
    def value(self) -> str:
        """What two facts are compared by: capitals, blanks and whether a number is spelt out tell nothing."""
        found = self.words.casefold().replace(",", "").split()
        return " ".join(str(_UNITS.index(word)) if word in _UNITS else word for word in found)


def facts(text: str) -> Iterator[Fact]:
    """In reading order; where one could stand in another (a number in a date), only the longer kind of thing."""
    for found in _FACT.finditer(text):
        kind = next(kind for kind, _ in _KINDS if found[kind])
        yield Fact(kind, found.start(), found.end(), found[0])


_FORCE = (
    (3, re.compile(r"shall|must|(?:is|are) (?:obliged|required|bound)|undertake|commit")),
    (2, re.compile(r"will|agree")),
    (1, re.compile(r"should|ought|encouraged|invited")),
)
_SOFTENED = re.compile(r"(?:endeavou?r|seek|strive|try|aim|consider|effort)")


def force(duty: str) -> int:
    """How much the words of a duty bind: 3 shall, 2 will, 1 should or shall endeavour to, 0 may."""
    bare = duty.casefold()
    found = next((rank for rank, words in _FORCE if words.match(bare)), 0)
    return min(found, 1) if _SOFTENED.search(bare) else found


def forbids(duty: str) -> bool:
    return bool(re.search(r"\bnot\b", duty))


_SENTENCE_END = re.compile(r"[.;!?](?:\s|\Z)|\n\n")
_FAR = 600
"""Characters of a sentence that are looked at before and after a duty."""
_IRREGULAR = (
    "made|paid|held|kept|set|put|built|brought|sent|left|found|told|met|read|cut|laid|borne|done|lost|sold|bought"
    "|taught|dealt|led|fed|shut|spent|bound|begun|sworn"
)
_PASSIVE = re.compile(rf"\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?!open\b)(?:\w{{2,}}(?:ed|en|wn)|{_IRREGULAR})\b")
_NO_AGENT = rf"(?:means|way|virtue|reason|agreement|consensus|force|law|stages|\d+|no|the end|then|(?:\w+ )?{_MONTH})\b"
_BY = re.compile(rf"\bby\s+(?!{_NO_AGENT})([\w' -]+)")


def agent(text: str, duty: Fact) -> str | None:
    """Who has the duty: the subject of an active sentence, or whom "by" names in a passive one; null where nobody is.

    A rule of thumb over the words of the sentence, not a parse.
    """
    before = text[max(0, duty.start - _FAR) : duty.start]
    after = text[duty.end : duty.end + _FAR]
    stop = _SENTENCE_END.search(after)
    rest = after[: stop.start()] if stop else after
    if _PASSIVE.match(rest):
        named = _BY.search(rest)
        return named[1].strip() if named else None
    start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    return before[start:].strip(" ,\n") or None
