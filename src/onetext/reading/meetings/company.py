"""Who is there, as the words around a noun for a meeting say: between A and B, with C, D's visit, given by E."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.meetings.fates import zone_of
from onetext.reading.meetings.strangers import owner_at
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_NOUN_STOPS = frozenset(",.;:")
_BEHIND = listed("after before during following since despite amid while when where")
_LINKS = frozenset({"with", "between", "among", "of", "by"})


def around_noun(article: Article, sentence: Sentence, at: int, said: Sequence[Statement]) -> list[str]:
    """``between A and B``, ``with B``, ``A's meeting``, ``the visit of A to B``, ``under the chairmanship of C``."""
    tokens, text = sentence.tokens, article.text
    names: list[str] = []
    for start in range(at + 1, min(at + 24, len(tokens))):
        low = tokens[start].low
        if tokens[start].text in _NOUN_STOPS or (tokens[start].is_verb and tokens[start].tag != "VBN"):
            break
        if low in _BEHIND:
            break
        between = low in {"between", "among"}
        if names and not between:
            continue  # else "the meeting of ministers with X" goes on to X
        if (low in _LINKS and (between or start < at + 14)) or (low == "chairmanship" and start + 1 < len(tokens)):
            end = _run_ends(article, sentence)[start + 1]
            here = people(article, beside(article, sentence.stretch(start, end)), said)
            if between and len(here) > 1:
                names = here  # "the commission on the border between A and B" is A and B
            names += [name for name in here if name not in names]
    names += [name for name in _described(article, sentence, at, said) if name not in names]
    for mention in article.cast.per_sentence[sentence.number]:
        owns = 0 <= tokens[at].start - mention.extent.end < 40 and text[
            mention.extent.end : mention.extent.end + 1
        ] in {"'", "’"}
        gap = tokens[sentence.place(mention.extent.end) + 1 : at]
        if owns and all(t.tag.startswith(("JJ", "CD", "VBN", "NN", "POS")) for t in gap) and len(gap) < 5:
            names = [*[n for n in people(article, mention.extent, said) if n not in names], *names]
    return [*[name for name in owner_at(article, sentence, at) if name not in names], *names]


_TAKING_PART = listed(
    "attend chair head lead host give convene mediate broker facilitate moderate bring gather organise organize sponsor"
)


def _described(article: Article, sentence: Sentence, at: int, said: Sequence[Statement]) -> list[str]:
    """``a dinner given by X``, ``a summit to which X had invited Y and Z``: by what describes the noun."""
    if not sentence.parsed:
        return []
    names: list[str] = []
    for verb in sentence.hanging(at):
        token = sentence.tokens[verb]
        if token.dep not in {"acl", "relcl"}:
            continue
        clause = next((c for c in article.clauses[sentence.number] if c.verb == verb), None)
        if clause is None or clause.negated or clause.last >= len(sentence.tokens):
            continue
        if clause.passive and clause.lemma in _TAKING_PART:
            zone = zone_of(clause)
            agent = re.search(r"^[^,;]*?\bby ", zone.of(article.text))
            names += people(article, Span(zone.start + agent.end(), zone.end), said) if agent else []
        elif token.dep == "relcl" and clause.lemma == "invite" and not clause.passive:
            first = clause.subject.first if clause.subject else clause.first
            names += people(article, sentence.stretch(first, max(clause.stop, clause.last)), said)
    return names


def topic_before(article: Article, sentence: Sentence, said: Sequence[Statement]) -> list[str]:
    """Whom the sentence before is about, if that is one person: ``She went on. A stop in Oslo was dropped``."""
    before = article.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.paragraph != sentence.paragraph:
        return []
    for clause in reversed(article.clauses[before.number]):
        if clause.subject is not None and clause.relation in {"ROOT", "conj", "ccomp", "relcl"}:
            names = people(article, before.stretch(clause.subject.first, clause.subject.last), said)
            if len(names) == 1 and names[0] in article.cast.profiles:
                return names
    return []


def between(sentence: Sentence, at: int) -> bool:
    """The noun goes on with "between": all of them are told."""
    return any(token.low == "between" for token in sentence.tokens[at + 1 : at + 4])


def says_who(sentence: Sentence, at: int) -> bool:
    """The noun goes on with "between …", "with …": whoever is not known there is not somebody else."""
    behind = sentence.tokens[at + 1 : at + 4]
    return any(token.low in {"between", "among", "with"} for token in behind) or of_others(sentence, at)


def of_others(sentence: Sentence, at: int) -> bool:
    """``of the border officers``: people of its own, and not those of whom the text has told so far."""
    behind = sentence.tokens[at + 1 : at + 8]
    if not behind or behind[0].low != "of":
        return False
    head = next((n for n, token in enumerate(behind) if token.tag == "NNS"), None)
    group = behind[1:head] if head is not None else [behind[0]]
    plain = all(token.tag.startswith(("DT", "JJ", "NN")) for token in group)
    return head is not None and plain and not {token.low for token in group} & _ALL


_ALL = listed("two both all three four these those")


def _run_ends(article: Article, sentence: Sentence) -> list[int]:
    """By the token at which a run begins: up to the verb or the comma; a comma between several names is inside.

    Found once a sentence, from its end, for a sentence may have a hundred nouns for a meeting.
    """
    if sentence.number not in article.runs:
        tokens, inside = sentence.tokens, _in_persons(article, sentence)
        ends = [len(tokens)] * (len(tokens) + 1)
        for at in range(len(tokens) - 1, -1, -1):
            stops = _is_verb_of_its_own(tokens, at) or (tokens[at].text == "," and not _and_on(tokens, at))
            over = tokens[at].text in ".;:" or (stops and at not in inside)
            ends[at] = at if over else ends[at + 1]
        article.runs[sentence.number] = ends
    return article.runs[sentence.number]


def _is_verb_of_its_own(tokens: list[Token], at: int) -> bool:
    """Not the ``led by X`` or ``headed by X`` that tells who speaks for a delegation."""
    led = tokens[at].lemma in {"lead", "head"} and [token.low for token in tokens[at + 1 : at + 2]] == ["by"]
    return tokens[at].is_verb and not led


def _and_on(tokens: list[Token], at: int) -> bool:
    """Does "and" with another name still follow this comma, no verb between."""
    for token in tokens[at + 1 : at + 14]:
        if token.is_verb or token.text in ".;:":
            return False
        if token.low == "and":
            return True
    return False


def _in_persons(article: Article, sentence: Sentence) -> set[int]:
    """The tokens that begin inside the mention of a person."""
    near = article.cast.mentions.inside(Span(max(0, sentence.span.start - 300), sentence.span.end + 300))
    found: set[int] = set()
    for mention in near:
        if mention.kind == "person":
            first = bisect_left(sentence.tokens, mention.extent.start, key=lambda token: token.start)
            found.update(range(first, bisect_left(sentence.tokens, mention.extent.end, key=lambda token: token.start)))
    return found
