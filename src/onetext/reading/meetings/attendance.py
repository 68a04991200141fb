"""Who takes part: the persons, else the parties, that a stretch of a sentence names, refers to or speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.lexicon import roles
from onetext.reading.lexicon import singular as singular_of
from onetext.reading.meetings.strangers import strangers
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.phrases import equals, is_led
from onetext.reading.persons.seen import BODY_NOUNS
from onetext.reading.records import Statement
from onetext.wording.spans import Span
from onetext.wording.words import listed

_PRESS = listed(
    "reporter journalist correspondent press magazine newspaper audience crowd supporter voter viewer parishioner"
)
_VAGUE = listed("team office side capital leadership authority officer staff army one other people person")
_CAMPS = listed("government rebel opposition union army military militia junta separatist guerrilla regime insurgent")
"""``government mediators``: the word before the office says whose they are."""
_AT = re.compile(r"\b(?:in|at|near|inside|outside) $")
_OWNERS = frozenset({"his", "her", "its", "their"})
_FIRST = {"i": False, "me": False, "we": True, "us": True}
_BESIDE = re.compile(
    r"\b(?:about|over|after|before|despite|because|amid|regarding|concerning|ahead|following|since|than|whether|while|when|where|if|until"
    r"|according|under which|as)\b"
)


def people(article: Article, span: Span, said: Sequence[Statement]) -> list[str]:
    """Each once, in the order of the text: persons, states and bodies by name, speakers behind "I" and "we"."""
    found: list[tuple[int, str]] = []
    unknown = strangers(article, span, article.cast.mentions.inside(span))
    for mention in equals(article.text, article.cast.mentions.outer(span)):
        if is_led(article.text, mention, [at for at, _ in unknown]):
            continue
        described = _described(article, mention)
        found += [(mention.span.start, name) for name in _names(article, described or mention, said)]
    for at, name in _first_persons(article, span, said):
        found.append((at, name))
    for match in _TWO.finditer(article.text, span.start, span.end):
        count = _COUNTS.get(match.group("many") or "two", 2)
        found += [(match.start(), name) for name in _named_before(article, match.start(), said, count)]
    found += unknown
    return list(dict.fromkeys(name for _, name in sorted(found, key=lambda each: each[0])))


_TWO = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]ll) (?P<many>two|pair|three|four)|[Bb]oth)"
    r"(?= (?:(?!(?:\w*tied|need|unit|\w*-)\b)[a-z]+ed|are|were|is|was|will|would|had|have|has|then|also|met|spoke|sat"
    r"|last|never|again|is|who|in|on)\b|,|$)"
)
_COUNTS = {"two": 2, "pair": 2, "three": 3, "four": 4}
_MANY = listed(
    "side delegation leader minister president envoy counterpart government negotiator premier diplomat man "
    "woman team party"
)


def _stands_for_two(mention: Mention) -> bool:
    """``They``, ``the two presidents``, ``the delegations``, of whom the text has not told whose they are."""
    if mention.name or mention.members or mention.parties or mention.party:
        return False
    if mention.kind == "pronoun":
        return mention.noun in {"they", "them"}
    return mention.kind == "group" and mention.plural and mention.definite and mention.noun in _MANY


def _named_before(article: Article, at: int, said: Sequence[Statement], count: int = 2) -> list[str]:
    """So many as were named last, together or one after the other; nobody where they were more.

    "They" in a row lean on each other: each is looked up once, and a row of too many stands for nobody.
    """
    key = at, count, len(said)
    if key not in article.named:
        article.named[key] = []
        article.leaning += 1
        if article.leaning <= _MOST_LEANING:
            article.named[key] = _looked_up(article, at, said, count)
        article.leaning -= 1
    return list(article.named[key])


_MOST_LEANING = 40


def _looked_up(article: Article, at: int, said: Sequence[Statement], count: int) -> list[str]:
    number = next((sentence.number for sentence in article.touching(Span(at, at + 1))), 0)
    pool: list[str] = []
    for sentence in reversed(article.sentences[max(0, number - 1 - 2 * count) : number + 1]):
        end = min(at, sentence.span.end)
        there = people(article, Span(sentence.span.start, end), said) if end > sentence.span.start else []
        there = whole([name for name in there if name not in pool], article)
        persons = [name for name in there if name in article.cast.profiles]
        for new in (there, persons):
            if new and len(pool) + len(new) == count:
                return [*new, *pool]
        if len(pool) + len(persons or there) > count:
            return []
        pool = [*(persons or there), *pool]
    return []


def _described(article: Article, mention: Mention) -> Mention | None:
    """The person of whom this only tells who they are: ``X, Norway's chief delegate``."""
    row = article.cast.per_sentence[mention.sentence]
    return next((m for m in row if m.kind == "person" and m is not mention and m.extent.holds(mention.extent)), None)


def beside(article: Article, span: Span) -> Span:
    """The first part of a stretch, up to where it goes on to the topic, the time or the reason."""
    match = _BESIDE.search(article.text, span.start, span.end)
    return Span(span.start, match.start()) if match else span


def named(article: Article, span: Span, said: Sequence[Statement]) -> list[str]:
    """Who is named in a stretch, up to its topic."""
    return people(article, beside(article, span), said)


def _names(article: Article, mention: Mention, said: Sequence[Statement]) -> list[str]:
    if mention.kind in {"outlet", "place"} or mention.located or mention.document or mention.noun in _PRESS:
        return []
    joint = article.cast.joint.get(mention.party or "") or article.cast.joint.get(mention.span.of(article.text).lower())
    if joint and mention.kind in {"party", "group"}:
        return list(joint)
    if mention.kind == "party" and mention.possessive:
        return []  # whose thing it is; whose minister it is, is in the minister's own words
    if (
        mention.kind == "group"
        and not mention.name
        and _AT.search(article.text[max(0, mention.extent.start - 8) : mention.extent.start])
    ):
        return []
    if mention.members:
        return list(mention.members)
    if mention.name and mention.kind != "party":
        return [mention.name]
    if mention.kind == "party":
        return [mention.party] if mention.party else []
    if _stands_for_two(mention):
        return _named_before(article, mention.extent.start, said)
    if mention.kind == "group":
        return _group(article, mention, said)
    return [mention.party] if mention.party and (mention.collective or mention.plural) else []


def _group(article: Article, mention: Mention, said: Sequence[Statement]) -> list[str]:
    opening = mention.extent.of(article.text).split(maxsplit=1)[0].lower()
    if opening in {"no", "neither", "any", "some"}:
        return []
    if opening in {"my", "our"}:
        name = _speaker(article, mention.span.start, said, plural=True)
        return [name] if name else []
    if mention.parties:
        return list(mention.parties)
    if mention.noun == "government" and mention.definite and not mention.plural:
        return ["government"]
    bare = not mention.definite and " " not in (mention.description or "")
    if mention.noun in BODY_NOUNS and mention.description and not bare and opening not in _OWNERS:
        return [] if mention.plural else [mention.description]
    if mention.plural and not mention.definite and mention.noun in roles().role and mention.description:
        words = mention.description.split()
        end = next((at for at, word in enumerate(words) if singular_of(word) == mention.noun), 0)
        if end and words[end - 1].lower() in _CAMPS:
            return [" ".join(words[end - 1 : end + 1])]
    alone = mention.definite and not mention.plural and mention.noun in roles().role - _VAGUE
    return [mention.description] if alone and mention.description and opening == "the" else []


def _first_persons(article: Article, span: Span, said: Sequence[Statement]) -> list[tuple[int, str]]:
    found = []
    for match in re.compile(r"\b(?:I|me|[Ww]e|us)\b(?!['’]?\w)").finditer(article.text, span.start, span.end):
        name = _speaker(article, match.start(), said, plural=_FIRST[match.group().lower()])
        if name:
            found.append((match.start(), name))
    return found


_LABEL = re.compile(
    r"(?:(?:The )?[A-Z][^:\n()]{0,60}\((?:Mr|Ms|Mrs|Dr)\.? (?P<inner>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)\)"
    r"|(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: \([^)\n]*\))?): "
)


def _speaker(article: Article, at: int, said: Sequence[Statement], *, plural: bool) -> str | None:
    """Who says "I": the speaker of the statement around it, else the name before a colon at the head of it."""
    holding = [s for s in said if s.content and s.content.start <= at < s.content.end and s.speaker.name]
    inner = min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)
    name = inner.speaker.name if inner is not None else None
    if name is None:
        start = article.text.rfind("\n", 0, at) + 1
        label = _LABEL.match(article.text, start)
        known = (label.group("inner") or label.group("name")) if label else None
        name = next((n for n in article.cast.profiles if known and n.lower().endswith(known.lower())), None)
    profile = article.cast.profiles.get(name or "")
    return profile.party if plural and profile is not None and profile.party else name


def whole(names: Sequence[str], article: Article) -> list[str]:
    """Without a party that one of the persons already stands for."""
    profiles = article.cast.profiles
    stood_for = {profiles[name].party for name in names if name in profiles}
    return [name for name in dict.fromkeys(names) if name not in stood_for]
