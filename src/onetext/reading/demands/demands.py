"""Demands: what a party wants another to do or give; from verbs and nouns of demanding, and from what was said."""

from __future__ import annotations

import re
from bisect import bisect_right

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.demands.addressees import asked_for, asked_from, named_inside, urged_by
from onetext.reading.demands.conditions import conditioned, owed, ultimatums
from onetext.reading.demands.cued import PRONOUNS, from_statement
from onetext.reading.demands.demanding import (
    ASKS,
    DEMANDS,
    GIVES_UP,
    NOUNS,
    REPEATS,
    URGES,
    asks_for_thing,
    is_apart,
    is_asserted,
    is_empty,
    is_meant,
    is_subjunctive,
    lemma_of,
    softly,
)
from onetext.reading.innermost import around
from onetext.reading.persons.bearers import as_party, bearers, described
from onetext.reading.records import Demand, Statement
from onetext.reading.statements import name_of
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_IMAGINED = re.compile(r"^[\W_]*(?:suppose|imagine|if|had (?:the|he|she|they|it|both|either|[A-Z]))\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:ma(?:k(?:es|ing|e)|de)|sets?|named?|puts?) (?P<what>[^.,;:]{4,90}?) (?:as )?"
    r"(?:an?|the|its|their|his|her|one) (?:\w+ )?(?:pre-?)?conditions? (?:for|of)\b"
)
_PHONES = listed("receive get take return hold have place make")
_LISTS = listed("include comprise be contain")
_STOP = re.compile(
    r",? (?:but|although|though|while|whereas|because|since) |; | [–—-] |[”\"»]"
    r"|, (?:(?:and|which|who|saying|adding|according|after|as|a|an) |[^,.;]{1,80} (?:said|says|added|told)\b"
    r"|(?:said|says|added|told)\b)"
)


def demands(article: Article, said: tuple[Statement, ...]) -> tuple[Demand, ...]:
    """Each demand once; those that the grammar shows go before those that only a cue shows."""
    found: list[Demand] = []
    for sentence in article.sentences:
        if _tells_nothing(article, sentence):
            continue
        for demand in (
            *_of_verbs(article, sentence, said),
            *_of_nouns(article, sentence, said),
            *_conditions(article, sentence, said),
        ):
            if not any(demand.span.touches(other.span) for other in found):
                found.append(demand)
    for statement in said:
        cued = from_statement(article, statement) if _is_made(article, statement, said) else None
        if cued is not None and not any(cued.span.touches(other.span) for other in found):
            found.append(cued)
    return tuple(sorted(found, key=lambda demand: demand.span))


def _tells_nothing(article: Article, sentence: Sentence) -> bool:
    """A title, a question, or what is only imagined."""
    words = sentence.span.of(article.text)
    return sentence.span == article.title or words.rstrip("\"”’'»").endswith("?") or bool(_IMAGINED.match(words))


def _is_made(article: Article, statement: Statement, said: tuple[Statement, ...]) -> bool:
    """Not where the verb of its cue denies, imagines or only may demand."""
    if statement.cue is None:
        return False
    inside = around(said, statement.cue.start)
    if inside is not None and inside.act == "deny":
        return False
    sentence = article.sentences[bisect_right(article.sentences, statement.cue.start, key=lambda s: s.span.start) - 1]
    if _tells_nothing(article, sentence):
        return False
    clause = next((c for c in article.clauses[sentence.number] if statement.cue.touches(c.span)), None)
    return clause is None or is_asserted(clause)


def _of_verbs(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[Demand]:
    found = list[Demand]()
    for clause in article.clauses[sentence.number]:
        lemma = lemma_of(clause)
        if lemma not in URGES | DEMANDS | ASKS or clause.subject is None:
            continue
        if clause.passive and lemma in URGES and not (clause.negated or clause.modal or clause.infinitive):
            urged = urged_by(article, clause)
            if urged is not None:
                end = _end(article, sentence, sentence.tokens[urged[1]].start)
                span = Span(sentence.tokens[urged[1]].start, end)
                found.append(_demand(article, urged[0], None, span, 0.75, "urged-by-demand"))
        if not is_asserted(clause) and not is_meant(clause):
            continue
        inside = around(said, sentence.tokens[clause.verb].start)
        if inside is not None and inside.act == "deny" and not is_apart(clause):
            continue
        party = _who(article, clause, inside)
        content = _content(article, sentence, clause, lemma)
        if party is None or party.lower() in PRONOUNS or content is None:
            continue
        of, span = content
        found.append(_demand(article, party, of, span, 0.8, f"{lemma.replace('_', '-')}-demand"))
    return found


def _who(article: Article, clause: Clause, inside: Statement | None) -> str | None:
    """Whose demand it is: the subject, or the speaker who says "we"."""
    if clause.subject is None:
        return None
    sentence = clause.sentence
    if sentence.tokens[clause.subject.head].low in {"we", "i"}:
        return (inside.party or name_of(inside.speaker)) if inside is not None else None
    if clause.relation in {"acl", "relcl"} and sentence.tokens[clause.subject.head].lemma in _PAPERS:
        return _of_paper(article, clause, inside)
    span = sentence.stretch(clause.subject.first, clause.subject.last)
    outer = article.cast.mentions.outer(span)
    if len(outer) == 1 and outer[0].kind == "group" and outer[0].party and not outer[0].document:
        return outer[0].party
    found = next(iter(bearers(article, span)), None)
    if found is None or (found.endswith(" one") and not article.cast.mentions.who(span)):  # "the Turkish one asks"
        peoples = [m.party for m in article.cast.mentions.inside(span) if m.kind == "adjective" and m.party]
        found = next(iter(peoples), found)
    return found or described(sentence, clause.subject.first, clause.subject.last, plural=True)


_PAPERS = listed(
    "statement letter note communique communiqué resolution message text declaration paper appeal memo report"
)


def _of_paper(article: Article, clause: Clause, inside: Statement | None) -> str | None:
    """``a press statement urging both sides``: whoever agrees on it or writes it, or tells of it."""
    above = clause.governor
    if above is not None and above.subject is not None and not above.passive and above.subject is not clause.subject:
        return _who(article, above, inside)
    return (inside.party or name_of(inside.speaker)) if inside is not None else None


def _content(article: Article, sentence: Sentence, clause: Clause, lemma: str) -> tuple[str | None, Span] | None:
    """Of whom, and the words of what is demanded."""
    tokens, at = sentence.tokens, clause.last
    while at < len(tokens) and (tokens[at].tag.startswith("RB") or tokens[at].low in {"on", "upon", "for"}):
        at += 1
    if at < len(tokens) and lemma == "appeal" and tokens[at].low == "to":
        at += 1
    at += at + 1 < len(tokens) and tokens[at].text in '"“«'
    if at + 1 >= len(tokens) or is_empty(tokens, at) or tokens[at].text in ".,;":
        return None
    end = _aside(sentence, clause, _end(article, sentence, tokens[at].start))
    at, lemma = softly(sentence, at, lemma)
    if lemma == "ask" and tokens[at].tag in _ASKING:
        return None
    if lemma in URGES | {"ask"}:
        return _urged(article, sentence, at, end, lemma)
    if tokens[at].low == "that" and tokens[at + 1].text not in ".,;":
        return _that(article, sentence, at + 1, end, lemma)
    if lemma in {"insist", "require"} or (tokens[at].tag == "TO" and lemma != "demand"):
        return None
    if _is_idle(sentence, at, end, lemma):
        return None
    if lemma == "demand" and _bare_clause(article, sentence, clause) is not None:
        return _that(article, sentence, at, end, lemma)
    return asked_from(article, sentence, at, end), Span(tokens[at].start, end)


_ASKING = frozenset({"WP", "WRB", "WDT"})


def _is_idle(sentence: Sentence, at: int, end: int, lemma: str) -> bool:
    """``asked for the bill``: a soft verb with something that nobody asks for in talks."""
    return lemma in ASKS | {"seek"} and not asks_for_thing(sentence, at, sentence.place(end - 1) + 1)


def _aside(sentence: Sentence, clause: Clause, end: int) -> int:
    """``The union, which wants more pay, walked out``: the next comma ends it."""
    tokens, first = sentence.tokens, clause.first
    if clause.relation == "relcl" or (clause.tense == "participle" and first > 0 and tokens[first - 1].text == ","):
        return next((t.start for t in tokens[clause.last :] if t.text == "," and t.start < end), end)
    return end


def _urged(article: Article, sentence: Sentence, at: int, end: int, lemma: str) -> tuple[str | None, Span] | None:
    """``X to do``, ``X done``; after "want" also a thing that one asks for."""
    tokens, last = sentence.tokens, sentence.place(end - 1) + 1
    if tokens[at].tag == "TO":
        return None
    verb = next((n for n in range(at + 1, min(at + 16, last)) if tokens[n].tag in {"TO", "VBN", "VBD", "VBG"}), None)
    while (
        verb is not None
        and tokens[verb].tag == "TO"
        and not (verb + 1 < last and tokens[verb + 1].tag[:2] in {"VB", "RB"})
    ):
        verb = next((n for n in range(verb + 1, min(at + 16, last)) if tokens[n].tag == "TO"), None)
    span = Span(tokens[at].start, end)
    if lemma in {"want", "like"} and asks_for_thing(sentence, at, verb if verb and tokens[verb].tag == "TO" else last):
        return named_inside(article, sentence, at, last), span
    if verb is None or any(token.text in ";:" for token in tokens[at:verb]):
        small = lemma in {"want", "like"} and any(
            t.dep == "ccomp" or t.low in {"out", "back", "gone", "board", "home", "away"} for t in tokens[at : at + 6]
        )
        return (None, span) if small else None
    if tokens[verb].tag != "TO" and lemma not in {"want", "like"}:
        return None
    return next(iter(bearers(article, sentence.stretch(at, verb))), None), span


def _that(article: Article, sentence: Sentence, at: int, end: int, lemma: str) -> tuple[str | None, Span] | None:
    """``that X do``; after "insist" only where the form shows that it shall be so."""
    inner = next((c for c in article.clauses[sentence.number] if c.verb >= at and c.tense != "infinitive"), None)
    if inner is None:
        return (None, Span(sentence.tokens[at].start, end)) if lemma == "demand" else None
    shall = is_subjunctive(inner) or inner.modal in {"must", "should", "shall"}
    if lemma in {"insist", "insist_on", "require"} and not shall:
        return None
    span = Span(sentence.tokens[at].start, end)
    if inner.subject is None or inner.passive:
        return None, span
    return next(iter(bearers(article, sentence.stretch(inner.subject.first, inner.subject.last))), None), span


def _bare_clause(article: Article, sentence: Sentence, clause: Clause) -> Clause | None:
    """``demanded Norway open the port``: a clause without "that"."""
    return next(
        (
            c
            for c in article.clauses[sentence.number]
            if c.governor is clause and c.relation == "ccomp" and is_subjunctive(c)
        ),
        None,
    )


def _of_nouns(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[Demand]:
    """``its demand that``, ``an appeal from X that``, ``Kenya's conditions include``, ``calls for X to``."""
    found, tokens = list[Demand](), sentence.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.lemma not in NOUNS or not token.is_noun or token.dep == "compound":
            continue
        ruling = [c for c in article.clauses[sentence.number] if c.verb < at]
        if ruling and ruling[-1].lemma in GIVES_UP and not ruling[-1].negated:
            continue
        if token.lemma == "call" and (tokens[at + 1].low != "for" or (ruling and ruling[-1].lemma in _PHONES)):
            continue
        opening = _opening(sentence, at)
        inside = around(said, token.start)
        if opening is None or (inside is not None and inside.act == "deny"):
            continue
        start, named = opening
        party = _owner(article, sentence, at, named, ruling[-1] if ruling else None, inside)
        if party is None or is_empty(tokens, start):
            continue
        own = next(
            (c for c in article.clauses[sentence.number] if c.subject is not None and c.subject.head == at), None
        )
        end = _end(article, sentence, tokens[start].start)
        if own is not None and own.first > start:
            end = trimmed(article.text, tokens[start].start, min(end, tokens[own.first - 1].end), " ,").end
        of = asked_for(article, sentence, start, end) or (_that(article, sentence, start, end, "demand") or (None,))[0]
        span = Span(tokens[start].start, end)
        found.append(_demand(article, party, of, span, 0.75, "noun-demand"))
    return found


def _conditions(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[Demand]:
    """``made the withdrawal a condition for talks``, ``will not sign unless``, ``gave an ultimatum: leave``."""
    found = [
        _demand(article, party, None, _closed(article, sentence, span), 0.7, rule)
        for party, span, rule in conditioned(article, sentence, said)
    ]
    for creditor, of, span, rule in owed(article, sentence, said):
        found.append(_demand(article, creditor, of, _closed(article, sentence, span), 0.65, rule))
    for span in ultimatums(article, sentence):
        clause = next((c for c in article.clauses[sentence.number] if c.subject and is_asserted(c)), None)
        owner = _who(article, clause, None) if clause else None
        if owner is not None:
            found.append(_demand(article, owner, None, span, 0.7, "ultimatum-demand"))
    for made in _CONDITION.finditer(article.text, *sentence.span):
        clause = next(
            (c for c in article.clauses[sentence.number] if sentence.tokens[c.verb].start == made.start()), None
        )
        if clause is None or not is_asserted(clause) or clause.subject is None:
            continue
        party = _who(article, clause, None)
        if party is not None and made["what"].lower() not in {"it", "this", "that"}:
            found.append(_demand(article, party, None, Span(*made.span("what")), 0.75, "made-a-condition"))
    return found


def _closed(article: Article, sentence: Sentence, span: Span) -> Span:
    """The words up to where the demand ends."""
    return Span(span.start, min(span.end, max(_end(article, sentence, span.start), span.start + 1)))


def _opening(sentence: Sentence, at: int) -> tuple[int, Span | None] | None:
    """Where the content begins behind the noun, and who stands between ("from the miners")."""
    tokens, named, place = sentence.tokens, None, at + 1
    if tokens[place].low in {"from", "by", "on", "to"} and tokens[place + 1].tag != "VB":
        last = next(
            (
                n
                for n in range(place + 1, len(tokens))
                if tokens[n].low in {"that", "for", "to"} or tokens[n].text in ",.;:"
            ),
            None,
        )
        if last is None or last == place + 1 or tokens[last].text in ",.;:":
            return None
        if tokens[place].low in {"from", "by"}:
            named = sentence.stretch(place + 1, last)
        place = last
    if place + 1 >= len(tokens):
        return None
    lists = (
        tokens[place].lemma in _LISTS and tokens[place].is_verb and tokens[at - 1].tag[:2] in {"PO", "PR", "JJ", "CD"}
    )
    if lists and tokens[at].low != "call" and tokens[place + 1].tag[:2] in {"DT", "NN", "JJ", "TO", "CD", "IN"}:
        return place + 1 + (tokens[place + 1].low == "that"), named
    if (
        tokens[place].text == ","
        and tokens[place + 1].tag == "DT"
        and any(t.tag in {"POS", "PRP$"} for t in tokens[max(0, at - 3) : at])
    ):
        return place + 1, named  # "their main demand, the release of the crew, stands"
    if tokens[place].text == ":" and tokens[place + 1].low == "that":
        return place + 2, named
    if tokens[place].low in {"that", "for"}:
        return (
            (place + 1, named)
            if tokens[at].lemma in NOUNS - {"condition", "precondition"} or tokens[place].low == "that"
            else None
        )
    if tokens[place].tag == "TO":
        return place, named
    return None


def _owner(
    article: Article, sentence: Sentence, at: int, named: Span | None, ruling: Clause | None, inside: Statement | None
) -> str | None:
    """Whose demand: the one it is from, its possessor, who repeats it, or who speaks of "the demand"."""
    if named is not None:
        return next(iter(bearers(article, named)), None)
    tokens, first = sentence.tokens, at
    while first > 0 and tokens[first - 1].tag.startswith(("JJ", "NN", "POS", "PRP$", "CD", "VBN", "VBG")):
        first -= 1
    if first < at:
        owned = [m for m in article.cast.mentions.inside(sentence.stretch(first, at)) if m.party or m.name]
        if owned:
            return owned[0].party or as_party(article, owned[0].name or "")
    possessive = any(token.tag in {"POS", "PRP$"} for token in tokens[first:at])
    if possessive and tokens[first].tag != "PRP$":
        return next(iter(bearers(article, sentence.stretch(max(0, first - 1), at))), None)
    if (
        ruling is not None
        and ruling.subject is not None
        and (possessive or ruling.lemma in REPEATS)
        and not ruling.passive
    ):
        return _who(article, ruling, inside)
    if inside is not None and tokens[at - 1].low == "the" and tokens[at + 1].low != "for":
        return inside.party or name_of(inside.speaker)
    return None


def _end(article: Article, sentence: Sentence, start: int) -> int:
    """Where what is demanded ends: with the reported words, or before who says so."""
    end = sentence.span.end
    for cue in article.cues[sentence.number]:
        if cue.content is not None and cue.content.start <= start < cue.content.end:
            end = min(end, cue.content.end)
    stop = _STOP.search(article.text, start, end)
    return trimmed(article.text, start, stop.start() if stop else end, ' .,;:!”"').end


def _demand(article: Article, party: str, of: str | None, span: Span, confidence: float, rule: str) -> Demand:
    text = " ".join(span.of(article.text).split())
    return Demand(party, None if of == party else of, text, span, confidence, rule)
