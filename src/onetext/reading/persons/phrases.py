"""Which mentions of a noun phrase stand side by side, and which only say who another one is.

``Arlen's delegation, led by Jane Roe, and the mining group Veyra``: Jane Roe and Veyra. What joins two mentions in
the text decides: "led by", "of", a comma before a name, "who"; all else joins equals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.lexicon import roles
from onetext.reading.persons.mentions import Mention
from onetext.wording.words import listed

_SENT = listed("delegation team side mission deputation party contingent negotiator")
"""Who is sent: the person who leads them takes part for them."""
LED = re.compile(
    r"(?: (?:from|of) (?:the )?[A-Z][\w’'-]+)?,? ?(?:[a-z’'-]+ ){0,4}?(?:under|(?:led|headed|chaired|fronted|commanded"
    r"|represented) by|with (?=(?:[^ ,.]+ ){1,8}at its head))(?: [\w’'-]+){0,6} "
)
"""What joins those who are sent with the one who leads them."""
_OF = re.compile(r" of (?:[\w’'-]+ ){0,3}")
_ASIDE_OF = re.compile(
    r", (?:an?|the|his|her|their|its|who [a-z]+) (?:[\w-]+ ){1,6}(?:to|of|for|from|in|at|on) (?:[\w’'-]+ ){0,3}"
)
_ARTICLE = re.compile(r"(?:an?|the|his|her|their|its) ")
_GOES_ON = re.compile(r"(?:,|\.|;|$| (?:to|of|for|from|in|at|on|who) )")
_TIED = re.compile(r" (?:to|of|for|from|in|at|on) ")
_FROM = re.compile(r" (?:of|from|for|in|at) (?:the )?(?:[a-z-]+ ){0,2}")
_WHO = re.compile(r", (?:who|whose|whom|which|where|when|in which|of which)\b")
_CLOSES = re.compile(r"(?:,|\.|;|$| and | as well as |\))")


def equals(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of ``mentions`` (in the order of the text) that are named for themselves."""
    kept: list[Mention] = []
    last: Mention | None = None
    for mention in mentions:
        gap = text[last.extent.end : mention.extent.start] if last else ""
        if last is None or not gap:
            kept.append(mention)
        elif _describes(text, kept[-1] if kept else last, last, mention, gap):
            pass
        elif kept and kept[-1] is last and _is_named_by(text, last, mention, gap):
            kept[-1] = mention
        elif kept and kept[-1] is last and _is_office(text, kept[-2] if len(kept) > 1 else None, last, mention, gap):
            singly = len(kept) > 1 and kept[-2].kind == "group" and kept[-2].noun in roles().role
            kept[-2 if singly else -1 :] = [mention]
        else:
            kept.append(mention)
        last = mention
    return kept


def _describes(text: str, head: Mention, last: Mention, mention: Mention, gap: str) -> bool:
    """The mention only tells more of the one before: whose party, who leads it, what a relative clause says."""
    if mention.kind == "person" and last.kind == "party" and (_OF.fullmatch(gap) or LED.fullmatch(gap)):
        return True
    closed = _CLOSES.match(text, mention.extent.end) is not None
    if last.kind == "person" and closed and _ASIDE_OF.fullmatch(gap):
        return True
    beside = last.kind == "person" and gap == ", " and mention.kind == "group" and not (mention.name or mention.plural)
    if beside and _ARTICLE.match(text, mention.extent.start) and _GOES_ON.match(text, mention.extent.end):
        return True
    if last is not head and last.kind == "group" and _TIED.fullmatch(gap):
        return True
    if last.kind == "person" and gap == ", " and _OWNS.match(text, mention.extent.end):
        return True
    away = mention.kind == "party" or (mention.kind == "group" and not mention.name)
    if away and last.kind == "person" and last.name and _FROM.fullmatch(gap):
        return True
    if away and last is not head and last.kind == "party" and gap in {" of ", " of the "}:
        return True
    since = text[head.extent.end : mention.extent.start]
    relative = _WHO.match(since)
    return relative is not None and not re.search(r", (?:and|as well as|along with|together with) ", since)


_DASHES = re.compile(r"(?: of (?!the )\w+)?(?: [–—-] |: | \()")
_LISTS = re.compile(r"(?:, (?:the )?[A-Z][\w -]+){0,8},? and ")


def _is_named_by(text: str, last: Mention, mention: Mention, gap: str) -> bool:
    """The mention says who the group before it is, or who acts for it."""
    if last.kind != "group" or last.name or mention.kind not in {"person", "party"}:
        return False
    if mention.kind == "person" and last.noun in _SENT and LED.fullmatch(gap):
        return True
    if gap == " " and not last.plural:
        return True
    if _DASHES.fullmatch(gap) and _LISTS.match(text, mention.extent.end):
        return True
    if mention.kind == "party" and (last.plural or last.parties):
        return False
    role = last.noun in roles().role or last.noun in roles().unnamed
    return gap == ", " and role and _CLOSES.match(text, mention.extent.end) is not None and last.definite


_ASIDE_NAME = re.compile(r"(?: \([^)]{1,20}\))?, ")


def _is_office(text: str, office: Mention | None, body: Mention, mention: Mention, gap: str) -> bool:
    """``the Secretary of the River Council (RC), Jane Roe``, ``of Norway, Ivo Brandt``: no body beside the person."""
    if body.kind != "party" or mention.kind != "person" or not _ASIDE_NAME.fullmatch(gap):
        return False
    if _CLOSES.match(text, mention.extent.end) is None:
        return False
    lead = text[max(0, body.extent.start - 8) : body.extent.start]
    held = office is not None and office.kind == "group" and office.noun in roles().role
    return held or re.search(r"\b(?:of|for|from) (?:the )?$", lead) is not None


_OWNS = re.compile(r"['’]s? (?:[\w-]+ ){0,4}[\w-]+[,.]")
"""``X, Y's envoy,``: whose envoy X is."""


def is_led(text: str, mention: Mention, names: Sequence[int]) -> bool:
    """Whether a delegation is led by somebody whose name begins at one of these characters."""
    sent = mention.kind == "group" and not mention.name and mention.noun in _SENT
    return sent and any(
        LED.fullmatch(text, mention.extent.end, at) is not None for at in names if at > mention.span.end
    )
