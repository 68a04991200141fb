"""What a page adds to an article: prompts, share and cookie lines, teasers, bylines, credits."""

from __future__ import annotations

import re

from onetext.wording.spans import Span

_WHOLE = re.compile(
    r"(?:leave|post|add|write|view|show|hide|read) (?:a |all |your |the )?(?:comments?|reply|replies)(?: below)?"
    r"|(?:\d+ )?comments?(?: \(\d+\))?|join the (?:conversation|discussion|debate)|what do you think\??.{0,60}"
    r"|(?:share|print|email|e-mail|save|bookmark|copy link|tweet|pin|like|follow|subscribe|sign ?in|log ?in|register"
    r"|menu|search|home|close|loading|listen|advertisement|advert|ad|sponsored|promoted|play|pause|next|previous|top|more"
    r"|back to top|skip to (?:main )?content|most (?:read|popular|viewed|shared)|trending|recommended|editors?'? picks?"
    r"|newsletters?|tags?|topics?|gift this article|give this article)(?:\.\.\.|…)?"
    r"|(?:(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|youtube|email|print|pinterest|tiktok|threads"
    r"|messenger|viber|copy link|bluesky|flipboard)[ |,/·•-]*){1,12}"
    r"|\d+ ?(?:min(?:ute)?s?)(?:ute)? read|\d+ (?:views?|shares?|likes?|reads?)"
    r"|(?:©|\(c\)|copyright).{0,120}|.{0,40}all rights reserved\.?"
    r"|[*•·=_~#|-]{3,}",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:share (?:this|on|via|with)|follow us|like us|sign up|subscribe|log in to|sign in to|register (?:now|for free)"
    r"|we use cookies|this (?:site|website) uses cookies|by (?:continuing|clicking)|accept (?:all|cookies)|cookie"
    r"|(?:read|see|watch|listen)[ -](?:also|more|next)\b|related\b ?(?::|articles?|stories|topics|news|content)"
    r"|more (?:on this|from|stories)\b|recommended(?: for you)?:|don['’]t miss|you may (?:also )?like|also read\b"
    r"|have a (?:tip|story|question|comment)\?|have your say|like this (?:page|article|story)\?"
    r"|pictured ?(?::|above|below|left)"
    r"|interview(?: by)?: [A-Z]|letters? to the editor|comments? to the editor"
    r"|you are (?:reading|following) (?:our|this)"
    r"|switch on (?:alerts|notifications)|(?:turn on|enable|allow) notifications|download the (?:data|pdf|report)\b"
    r"|stay (?:informed|up to date) with|join (?:our|us on)"
    r"|this (?:article|story|note) is part of|with additional reporting"
    r"|the (?:views|opinions) expressed|listen to (?:our|the) podcast|watch (?:live|the video)|in pictures\b ?:?"
    r"|click (?:here|to)|tap here|download (?:our|the) app|get (?:our|the) (?:app|newsletter)"
    r"|support (?:our|independent)|become a (?:member|subscriber)|support us|donate|advertis(?:ement"
    r"|e with)|sponsored (?:by|content)"
    r"|(?:photo|photos|image|images|picture|illustration|file photo|credit|credits|graphic|video|caption)(?: credit)?"
    r"(?: by)? ?[:/]|getty images|photograph: |tags: |topics: |filed under|categories: |source: |copyright\b"
    r"|(?:this article|this story) (?:was|has been|first|originally)\b|reporting by |editing by |additional reporting"
    r"|our standards:|contact us|terms (?:of|and)|privacy policy|last (?:updated|modified)|listen to this article"
    r"|(?:first )?(?:published|updated|posted|modified)(?::| on| at)? ?(?:\d|[a-z]{3,9} \d|mon|tue|wed"
    r"|thu|fri|sat|sun))",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|from|written by|author:) [A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|and|de|van|von|al)|, [A-Z][\w.'’-]+){0,7}"
    r"(?:,? (?:in|for) [A-Z][\w .]{1,30})?"
)
_CREDIT = re.compile(
    r".{0,160}(?:/ ?(?:AFP|Reuters|EPA|AP|Getty Images|Shutterstock|Anadolu)|via (?:AP|Getty|Reuters)"
    r"|\(AP Photo.{0,60})"
    r"\)?\.?"
)
_LONGEST = 220


def is_clutter(line: str) -> bool:
    """Is this line the page's and not the article's. Long lines are the article's."""
    if len(line) > _LONGEST:
        return False
    text = line.strip(" \t•·|>»–—-")
    if not text:
        return True
    return bool(
        _WHOLE.fullmatch(text) or _START.match(text) or _BYLINE.fullmatch(text) or _CREDIT.fullmatch(text)
    ) and not _is_prose(text)


def _is_prose(text: str) -> bool:
    """A full sentence with a quotation is prose even when it starts like a prompt."""
    return bool(re.search(r"[“\"].{12,}[”\"]", text)) and text.count(" ") > 12


def article_lines(text: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    """The lines of the article, and the clutter."""
    kept, clutter = list[Span](), list[Span]()
    for span in lines:
        (clutter if is_clutter(span.of(text)) else kept).append(span)
    return kept, clutter
