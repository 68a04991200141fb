"""Outlets that no table knows: who is told is a paper, a station or an agency by its name or by its kind."""

from __future__ import annotations

import re

from onetext.wording.spans import Span

_MASTHEAD = re.compile(
    r"\b(?:Radio|Television|TV) [A-Z][\w’'-]+"
    r"|\b(?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:Wire|Post|Times|Herald|Tribune|Gazette|News|Courier|Messenger|Radio|Television|TV|Press"
    r"|Journal|Chronicle|Observer|Monitor|Mail|Telegraph|Guardian|Standard|Globe|Star|Echo|Mercury|Bulletin)\b"
)
_KIND = re.compile(
    r"\b(?:radio|television|tv|newspaper|daily|weekly|paper|news agency|agency|station|channel|broadcaster|magazine"
    r"|website|(?:news )?site|newswire|network)\b(?P<name>(?: [A-Z][\w’'-]+){1,3})?"
)
_PAPER = re.compile(
    r"\b(?:(?:state |private |local |public )?(?:radio|television|tv)(?: stations?| channels?)?|newspapers?"
    r"|daily|weekly|news agenc(?:y|ies)|broadcasters?|magazines?|websites?|news sites?|newswires?)"
    r"(?P<name>(?: [A-Z][\w’'-]+){1,3})?$"
)
"""As the whole of who speaks: "the daily Rannok", "local newspapers"; no bare "agency", which may watch reactors."""
_ARTICLE = re.compile(r"^(?:the|a|an|its|this|that)\s+", re.IGNORECASE)


def outlets_in(text: str, who: Span | None, *, hearer: bool) -> list[str]:
    """The outlet that is told (``hearer``) or that speaks: "the daily Rannok", "state radio", "the agency".

    "The agency" is the outlet last named before it, and nothing when none is.
    """
    if who is None:
        return []
    words = " ".join(who.of(text).split())
    named = _MASTHEAD.search(words)
    if named is not None and (hearer or named.end() == len(words)):
        return [_ARTICLE.sub("", named.group())]
    kind = _KIND.search(words) if hearer else _PAPER.search(words)
    if kind is None:
        return []
    if kind["name"]:
        return [kind["name"].strip()]
    if not words.lower().startswith(("the ", "this ", "that ")):
        return [_ARTICLE.sub("", words)]
    before = [*_MASTHEAD.finditer(text, 0, who.start)]
    return [_ARTICLE.sub("", before[-1].group())] if before else []
