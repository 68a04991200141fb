"""Statements: attributions whose source is somebody who can speak, with what was done, to whom, and through whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.attribution.cue import Cue
from onetext.reading.lexicon import roles, singular
from onetext.reading.outlets import outlets_in
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.references import head_of
from onetext.reading.records import Speaker, Statement
from onetext.wording.spans import Span, cover
from onetext.wording.words import listed

_FEELING = re.compile(
    r"\b(?:feel|feels|felt|hope[sd]?|hopeful|hoping|optimis\w+|pessimis\w+|fear[sed]*|afraid|worr(?:y|ied|ies)|concern(?:ed|s)?"
    r"|glad|happy|proud|regret\w*|disappoint\w+|frustrat\w+|angry|anger|upset|grateful|thank\w*|appreciat\w+|welcom\w+"
    r"|satisf\w+|confident|trust|excited|sorry|sad|dismay\w*|outrage\w*|heard|taken seriously|good chance|encourag\w+"
    r"|pleased|impress\w+|prais\w+|admir\w+|respect\w*|humiliat\w+|insult\w*|love|hate|enthusias\w+|voice counts)\b"
)
"""In small letters."""
_PRESS = listed("reporter journalist press correspondent media newspaper magazine agency channel broadcaster outlet")
_OUTLET_WAY = re.compile(r"\b(?:told|to|with|by|for|in|from|citing|cites|quoted)\b", re.IGNORECASE)
_SOME = listed("one another others some several many two three four most")
_THE = listed("the a an his her their its my our")
_NO_SOURCE = listed(
    "plan document draft text proposal paper framework deal agreement which that this what there it clause annex "
    "article paragraph preamble headline sign banner poster slogan map photograph picture rumour rumor"
)


def statements(article: Article) -> tuple[Statement, ...]:
    found: list[Statement] = []
    before: Statement | None = None
    relayed: dict[Speaker, tuple[str, ...]] = {}
    paragraph = -1
    for sentence, cues in zip(article.sentences, article.cues, strict=True):
        if sentence.paragraph != paragraph and not (cues and cues[0].source is None):
            before, relayed = (before if paragraph == -1 else None), {}
        paragraph = sentence.paragraph
        for cue in cues:
            statement = _statement(article, cue, before)
            if statement is not None:
                # said to the same outlet as his words before, whoever else spoke between
                statement = replace(statement, via=statement.via or relayed.get(statement.speaker, ()))
                relayed[statement.speaker] = statement.via
                found.append(statement)
                before = statement
    return tuple(_without_doubles(found))


def _statement(article: Article, cue: Cue, before: Statement | None) -> Statement | None:
    if cue.source is None:
        return _continued(cue, before, article.text)
    mentions = article.cast.per_sentence[cue.sentence.number]
    head = _head(article.text, mentions, cue.source)
    speaker, parties = _speaker(article, cue, head)
    if speaker is None:
        return None
    via = _outlets(article, cue, head)
    same = before is not None and before.speaker == speaker
    if not via and same and before is not None:
        via = before.via  # said to the same outlet as the sentence before
    content = cue.content
    words = content.of(article.text) if content else ""
    parts = [span for span in (cue.cue, cue.source, content) if span]
    text = cover(parts).of(article.text)
    confidence = (
        cue.confidence
        - (0.15 if head is None else 0.0)
        - (0.1 if speaker.name is None and not speaker.anonymous else 0)
    )
    return Statement(
        act=cue.act,
        speaker=speaker,
        party=parties[0] if len(parties) == 1 else None,
        parties=parties,
        to=_hearer(article, cue),
        via=via,
        received=_received(speaker, head),
        sentiment=bool(_FEELING.search(words.lower()) or (cue.cue and _FEELING.search(text.lower()))),
        direct=_is_direct(article, cue),
        span=cover(parts),
        cue=cue.cue,
        source_span=cue.source,
        content=content,
        text=words or None,
        confidence=round(max(0.2, confidence), 2),
        rule=cue.rule,
    )


def _head(text: str, mentions: Sequence[Mention], source: Span) -> Mention | None:
    """The one that speaks: a name in apposition before the body that he leads, an official before his coalition."""
    head = head_of(mentions, source)
    if head is None or head.kind not in {"party", "group"}:
        return head
    inside = [each for each in mentions if source.holds(each.span) and each is not head]
    for each in inside:
        behind = text[each.span.end : source.end].strip()
        if each.kind == "person" and each.name and behind in {"", ","} and _is_set_off(text, source, each):
            return each
    leads = (each for each in inside if each.kind == "group" and each.span.end <= head.span.start)
    return next(leads, head) if head.kind == "party" and _is_set_off(text, source, head) else head


def _is_set_off(text: str, source: Span, mention: Mention) -> bool:
    """Does a comma stand right before it, inside the source."""
    start = min(mention.extent.start, mention.span.start)
    before = text[source.start : start].rstrip()
    return before.removesuffix("the").rstrip().endswith(",")


def _continued(cue: Cue, before: Statement | None, text: str) -> Statement | None:
    """A bare quotation: the speaker of the sentence before goes on; without one nobody is named."""
    content = cue.content
    if content is None:
        return None
    if cue.rule == "quotation":
        before = None  # nobody was looked for
    known = before is not None
    speaker = before.speaker if before is not None else Speaker(None, None, anonymous=False)
    return Statement(
        act="say",
        speaker=speaker,
        party=before.party if before else None,
        parties=before.parties if before else (),
        to=None,
        via=before.via if before else (),
        received=before.received if before else None,
        sentiment=bool(_FEELING.search(content.of(text).lower())),
        direct=True,
        span=content,
        cue=None,
        source_span=None,
        content=content,
        text=content.of(text),
        confidence=0.6 if known else 0.3,
        rule=cue.rule if known else "quotation-alone",
    )


def _speaker(article: Article, cue: Cue, head: Mention | None) -> tuple[Speaker | None, tuple[str, ...]]:
    assert cue.source is not None
    words = " ".join(cue.source.of(article.text).split())
    if head is None:
        return _unknown_speaker(words, quoted=_is_direct(article, cue) or _is_beside(cue, words)), ()
    if head.kind == "pronoun" and head.name is None and head.description is None:
        return (None, ()) if head.noun in {"it", "who", "whom"} else (Speaker(None, words, anonymous=False), ())
    parties = (head.party,) if head.party else head.parties
    if head.kind == "pronoun" and head.name is None:
        return Speaker(None, head.description, anonymous=head.unnamed and not head.collective), parties
    if head.kind in {"person", "pronoun", "group"} and head.name:
        profile = article.cast.profiles.get(head.name)
        role = profile.role if profile else None
        return Speaker(head.name, role, anonymous=False), parties
    if head.kind == "outlet":
        return Speaker(head.name, None, anonymous=False), ()
    if head.kind == "party":
        several = tuple(article.cast.mentions.who(cue.source))
        if len(several) > 1 and re.search(r"\band\b", words):
            return Speaker(words, None, anonymous=False), several
        return Speaker(head.name, None, anonymous=False), parties
    return _described(cue, head, words), parties


def _described(cue: Cue, head: Mention, words: str) -> Speaker | None:
    """A group: a body speaks under its own description, unnamed people are anonymous; papers speak for nobody."""
    assert cue.source is not None
    if head.document and head.noun in {"article", "recording", "note", "post"}:
        return None
    if not cue.source.touches(head.span) and head.kind == "group":
        return None
    description = head.description or words
    anonymous = head.unnamed and not head.collective
    if head.plural and not head.unnamed and head.noun in {"side", "party", "leader"}:
        return Speaker(None, words, anonymous=False)
    if head.noun in {"official", "source", "diplomat", "representative", "negotiator", "envoy"}:
        anonymous = True
    return Speaker(None, description, anonymous=anonymous)


def _unknown_speaker(words: str, *, quoted: bool) -> Speaker | None:
    """Somebody no rule knows: a capital name may speak, and who is quoted; a thing may not."""
    noun = singular(words.rsplit(maxsplit=1)[-1].strip(".,")) if words else ""
    first = words.split(maxsplit=1)[0].lower() if words else ""
    if not words or noun in _NO_SOURCE or first in _NO_SOURCE or len(words) > 80:
        return None
    if words.lower() in {"he", "she", "they", "i", "we"}:
        return Speaker(None, words, anonymous=False)
    if words[0].isupper() and any(part[:1].isupper() for part in words.split()[-1:]):
        return Speaker(words, None, anonymous=False)
    if noun in roles().role | roles().unnamed | roles().group | _PRESS:
        return Speaker(None, words, anonymous=noun in roles().unnamed)
    apposed = words.rpartition(", ")[2]
    if apposed != words and apposed[0].isupper():
        return Speaker(apposed, None, anonymous=False)  # "his wife, Grace"
    if first in _SOME:
        return Speaker(None, words, anonymous=True)
    return Speaker(None, words, anonymous=False) if quoted and (first in _THE or noun != words) else None


def _is_beside(cue: Cue, words: str) -> bool:
    """``…, guests say``: several people, of whatever kind, behind what they say."""
    return cue.rule in {"report-tail", "report-medial", "report-inverted"} and words.islower() and words.endswith("s")


def _outlets(article: Article, cue: Cue, head: Mention | None) -> tuple[str, ...]:
    """The chain: an outlet that speaks itself, is told, or has the source ("an Axios source")."""
    chain: list[str] = []
    if head is not None and head.kind == "outlet" and head.name:
        chain.append(head.name)
    for mention in article.cast.per_sentence[cue.sentence.number]:
        if mention.kind != "outlet" or mention.name is None or mention.name in chain:
            continue
        if (cue.content and cue.content.holds(mention.span)) or _is_denied(cue, mention):
            continue
        if (head is not None and head.extent.holds(mention.span)) or _OUTLET_WAY.search(
            article.text[max(cue.sentence.span.start, mention.extent.start - 24) : mention.span.start]
        ):
            chain.append(mention.name)
    text = article.text
    own = [*outlets_in(text, cue.to, hearer=True), *outlets_in(text, cue.source, hearer=False)]
    return tuple(dict.fromkeys([*chain, *own]))


def _is_denied(cue: Cue, mention: Mention) -> bool:
    """The outlet whose report is denied is not the one that relays the denial."""
    told = cue.to is not None and cue.to.holds(mention.span)
    behind = cue.cue is not None and cue.content is not None and cue.cue.end <= mention.span.start < cue.content.start
    return cue.act == "deny" and behind and not told


def _hearer(article: Article, cue: Cue) -> str | None:
    """Who was told, when it is no outlet."""
    if cue.to is None:
        return None
    head = head_of(article.cast.per_sentence[cue.sentence.number], cue.to)
    if head is not None and head.kind == "outlet":
        return None
    if head is not None and head.kind == "group" and head.noun in _PRESS:
        return head.noun + "s" * head.plural
    known = head.known if head is not None else None
    return known or (head.description if head is not None and head.kind == "group" else None)


def _received(speaker: Speaker, head: Mention | None) -> str | None:
    if speaker.anonymous:
        return "anonymous"
    if head is not None and head.document:
        return "document"
    if head is not None and head.kind == "outlet":
        return "second_hand"
    return "on_record" if speaker.name else None


def _is_direct(article: Article, cue: Cue) -> bool:
    """Is what is said all, or nearly all, in quote marks."""
    if cue.content is None:
        return False
    said = article.said[cue.sentence.number]
    inside = sum(
        max(0, min(quote.inner.end, cue.content.end) - max(quote.inner.start, cue.content.start))
        for quote in said.quotes_in(cue.content)
    )
    return inside > 0.8 * (cue.content.end - cue.content.start)


def _without_doubles(found: list[Statement]) -> list[Statement]:
    """One content, one cue: the surer rule stays."""
    best: dict[tuple[Span | None, Span | None], Statement] = {}
    for statement in found:
        key = (statement.cue, statement.content)
        if key not in best or best[key].confidence < statement.confidence:
            best[key] = statement
    return sorted(best.values(), key=lambda statement: (statement.span.start, statement.span.end))


def name_of(speaker: Speaker) -> str | None:
    return speaker.name or speaker.description
