"""Time limits in so many words: "the deadline is Friday", "gave them ten days", "the truce holds until Sunday"."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.deadlines.limits import Limit, length_end, time_end
from onetext.reading.numbers import WORD
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

Found = tuple[Span, str, Limit, str]
"""Where it stands, what is due, the words of time, and the rule."""
LASTING = listed(
    "deadline ultimatum mandate truce ceasefire licence license visa offer agreement accord treaty deal permit period "
    "moratorium waiver extension term lease sanction exemption grace authorisation authorization pact pause protocol "
    "contract invitation freeze time armistice transition safe-conduct concession option passport window door bid"
)
AWAITED = listed(
    "answer reply response decision text draft report proposal ruling verdict word list payment withdrawal release "
    "signature ratification agreement settlement deal result handover pullout explanation apology comment objection "
    "vote solution commitment truce ceasefire"
)
"""What is waited for: with a day it is a deadline, whatever the verb of waiting."""
_DEADLINE = re.compile(r"\b(?:deadline|time ?limit|cut-off(?: date)?|ultimatum)\b", re.IGNORECASE)
_SETS_ONE = re.compile("deadline|ultimatum|limit|grace|cut-off")
"""In small letters: a sentence without any of these names no deadline."""
_LEADS = re.compile(r"\b(?:of|on|for|until|to|by|is|was|expires?|passes|runs out|at)\s")
_LENGTH = re.compile(
    rf"\b{WORD}-(?:hour|day|week|month)\s(?:deadline|ultimatum|time limit|grace period)\b", re.IGNORECASE
)
_WHEN_DUE = re.compile(
    r"(?P<when>\b(?:on|by|before|until|at|for)\s[^,.;]{3,30}), (?:when|by when|by which time|the day|by which)\s"
    r"(?P<what>[^,.;]{3,90}?)\s(?:is|are|was|were|falls?|fell|will be|must be|has to be|have to be)\s"
    r"(?:due|ready|complete|handed in)\b"
)
_GRANTS = re.compile(
    r"\b(?:has|have|had|gave|gives?|giving|given|granted?|grants|allowed|allows?|left with|leaves)\s"
    r"(?P<who>(?:(?!\b(?:not|no)\b)[^,.;]){0,50}?)"
    r"(?P<when>(?:only |just |another |a further |up to )?(?:an? (?:day|week|fortnight|month|year)"
    r"|[\w-]+ (?:hours|days|weeks|months))|until (?:[^,.;]|\.(?= \d)){3,40}?)"
    r"(?: (?:left )?(?:in which )?to (?P<what>[^,.;]{3,90}))?(?=[,.;]|$| or | before | when )"
)
_LENGTHS = re.compile(r"\b(?:until|hours|days?|weeks?|months?|fortnight|year)\b")


def worded(article: Article, sentence: Sentence) -> list[Found]:
    """``the deadline expires on``, ``on Friday, when the answer is due``, ``gave them ten days to leave``."""
    text, span, found = article.text, sentence.span, list[Found]()
    found += _named_deadline(text, span)
    found += _lasting(text, span)
    words = span.of(text)
    due = _WHEN_DUE.search(text, *span) if ", when " in words or "which" in words or ", the day" in words else None
    if due is not None:
        limit = Limit("on", Span(*due.span("when")), due.start("when"), time=True)
        found.append((Span(*due.span()), joined(due.group("what")), limit, "when-due"))
    given = _GRANTS.search(text, *span) if _LENGTHS.search(words) else None
    if given is not None and (given.group("what") or given.group("when").startswith("until ") or _is_respite(given)):
        found += _granted(article, sentence, given)
    return found


_LASTS = re.compile(
    rf"\b(?P<what>(?:{'|'.join(sorted(LASTING))})(?: [^.,;:]{{1,30}})?) (?:lapses|runs out|expires|ends|holds"
    r"|stands|lasts|(?:is|are|remains?|stays?) (?:good|valid|in force|in effect)) (?P<lead>on|at|in|until|with|after)\s"
)
_FAILING = re.compile(
    r"\b(?:[Ff]ailing|[Aa]bsent|[Ww]ithout) (?P<what>(?:an? |any |the )?(?:\w+ )?"
    rf"(?:{'|'.join(sorted(AWAITED))})) (?P<lead>by|before)\s"
)
_DAY_BY_WHICH = re.compile(
    r"(?:\bset|fixed|named|chose|picked|gave) (?P<lead>)(?=[^.,;]{3,30} as the (?:\w+ )?(?:day|date)\b)"
)


_LASTS_WORDS = re.compile(" (?:on|at|in|until|with|after|by|before|as the) ")
"""A sentence without any of these has nothing that runs out."""


def _lasting(text: str, span: Span) -> list[Found]:
    """``the truce holds until Sunday``, ``failing an answer by Tuesday``, ``set 3 May as the date by which``."""
    found = list[Found]()
    if not _LASTS_WORDS.search(span.of(text)):
        return found
    for pattern in (_LASTS, _FAILING, _DAY_BY_WHICH):
        for match in pattern.finditer(text, *span):
            end = time_end(text, match.end(), span.end) or length_end(text, match.end(), span.end)
            if end is None:
                continue
            limit = Limit("until", Span(match.start("lead"), end), match.end(), time=True)
            what = match.groupdict().get("what") or text[match.start() : span.end]
            found.append((Span(match.start(), end), joined(what), limit, "lasts-until"))
    return found


def _named_deadline(text: str, span: Span) -> list[Found]:
    if not _SETS_ONE.search(span.of(text).lower()):
        return []
    length = _LENGTH.search(text, *span)
    if length is not None:
        limit = Limit("within", Span(*length.span()), length.start(), time=True)
        return [(limit.span, joined(length.group()), limit, "deadline-word")]
    named = _DEADLINE.search(text, *span)
    if named is None or re.search(r"\bno (?:\w+ )?$", text[max(span.start, named.start() - 12) : named.start()]):
        return []
    for lead in _LEADS.finditer(text, named.end(), min(span.end, named.end() + 90)):
        end = time_end(text, lead.end(), span.end)
        end = length_end(text, lead.end(), span.end) if end is None and lead.group().startswith("of") else end
        if end is not None:
            limit = Limit("by", Span(lead.end(), end), lead.end(), time=True)
            what = trimmed(text, named.start(), end)
            return [(what, joined(what.of(text)), limit, "deadline-word")]
        if re.search(r"[.;]\s", text[named.end() : lead.start()]):
            break
    return []


def _is_respite(given: re.Match[str]) -> bool:
    """``gave the mayor an hour``, ``were given six weeks``; not "six weeks of rest"."""
    gives = given.group().startswith(("gave", "give", "giving", "given", "grant"))
    return gives and not given.string[given.end() : given.end() + 5].startswith((" off", " of ", " in "))


def _granted(article: Article, sentence: Sentence, given: re.Match[str]) -> list[Found]:
    """``gives Kesh thirty days to open the site``, ``the sides have until Friday``; not "wants to give them"."""
    text, when = article.text, given.group("when")
    if re.search(r"\b(?:wants?|wanted|would like) to $", text[max(0, given.start() - 16) : given.start()]):
        return []
    plain = given.group().startswith(("has", "have", "had"))
    if plain and given.group("who").strip():
        return []
    start = given.start("when") + (6 if when.startswith("until ") else 0)
    end = time_end(text, start, given.end("when")) if when.startswith("until ") else given.end("when")
    if end is None and not (when.startswith("until ") and re.match("the |a |his |her |their |its |next ", when[6:])):
        return []
    if not when.startswith("until ") and re.search(
        r"\b(?:ago|old|earlier|later)\b", text[given.end() : given.end() + 8]
    ):
        return []
    limit = Limit("until", Span(given.start("when"), end or given.end("when")), start, time=end is not None)
    what = given.group("what") or text[sentence.span.start : given.start("when")]
    return [(Span(given.start(), given.end()), joined(what), limit, "time-given")]


def joined(words: str) -> str:
    return " ".join(words.strip(' ,.;"”“').split())
