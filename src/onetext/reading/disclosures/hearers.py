"""Who tells and who hears: the people, bodies and outlets in a stretch of a sentence, as a disclosure names them."""

from __future__ import annotations

from onetext.reading.article import Article
from onetext.reading.disclosures.sides import of_both, sides
from onetext.reading.persons.bearers import as_party, bearers, described, outlet_in
from onetext.reading.persons.mentions import Mention
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

ME = "me"
"""Stands for whoever speaks, until the statement around is looked at."""
_PRESS = listed(
    "reporters journalists press media correspondents newspaper newspapers audience cameras viewers readers"
)
_SPEAKER = listed("i we me us")


def named(article: Article, sentence: Sentence, first: int, last: int) -> list[str]:
    """Whoever stands in ``[first, last)``; nobody where that is the press or an outlet."""
    if first >= last:
        return []
    tokens = sentence.tokens[first:last]
    if any(token.low in _PRESS for token in tokens):
        return []
    if tokens[0].low in _SPEAKER:
        return [ME]
    near = _before_place(sentence, first, last)
    if of_both(sentence, first, near) and (pair := sides(article)):
        return list(pair)
    span = sentence.stretch(first, near)
    found = _acting(article, span)
    if outlet_in(article, span) and not article.cast.mentions.who(span):
        return []
    if not found and near < last:
        return _acting(article, sentence.stretch(first, last))
    owned = _owner(article, sentence, first) if found and found[0].split()[0].lower() in _OWN else None
    return [owned] if owned else found


_OWN = listed("his her its their")
_PLACING = listed("within in at on near during inside outside before after for about with")


def _before_place(sentence: Sentence, first: int, last: int) -> int:
    """``ambassadors in Abuja``: up to where only the place or the time follows."""
    nouns = (at for at in range(first, last) if sentence.tokens[at].is_noun)
    head = next(nouns, last)
    return next((at for at in range(head + 1, last) if sentence.tokens[at].low in _PLACING), last)


def _acting(article: Article, span: Span) -> list[str]:
    """Persons by name, else parties, else as the text puts it; "the Omani hosts" are their party."""
    found = bearers(article, span, persons=True)
    if article.cast.mentions.who(span):
        groups = {m.description: m.party for m in article.cast.mentions.outer(span) if _for_party(article, m)}
        groups |= {m.party: m.description for m in article.cast.mentions.outer(span) if _elsewhere(article, m)}
        found = [_not_who_demands(article, span, groups.get(name) or name) for name in found]
        return list(dict.fromkeys(found))
    peoples = [m.party for m in article.cast.mentions.inside(span) if m.kind == "adjective" and m.party]
    return list(dict.fromkeys(peoples)) or found


def _owner(article: Article, sentence: Sentence, first: int) -> str | None:
    """``her office``: whose it is."""
    at = next((t.start for t in sentence.tokens[first : first + 3] if t.low in _OWN), None)
    mention = next((m for m in article.cast.mentions.all if m.span.start == at), None)
    if mention is None or mention.sentence != sentence.number:
        return None
    return mention.party or (as_party(article, mention.name) if mention.name else None)


def outlet(article: Article, sentence: Sentence, first: int, last: int) -> str | None:
    """The outlet in ``[first, last)``, known or not ("the Harbour Ledger"), or the reporters of one."""
    known = outlet_in(article, sentence.stretch(first, last))
    if known is not None:
        return known
    tokens = sentence.tokens[first:last]
    if any(token.low in _PRESS for token in tokens):
        return " ".join(token.text for token in tokens if token.low not in {"the", "a", "his", "her", "its", "this"})
    return None


def _for_party(article: Article, mention: Mention) -> bool:
    """``the Kenyan envoy``, ``the envoy``: of a party, though without a name; a parliament stands for itself."""
    if mention.kind != "group" or mention.name or not mention.party:
        return False
    inside = article.cast.mentions.inside(mention.extent)
    peoples = any(m.kind in {"adjective", "party"} and m.party == mention.party for m in inside)
    return peoples or not (mention.plural or mention.noun in _BODIES)


def _elsewhere(article: Article, mention: Mention) -> bool:
    """``ambassadors in Abuja``, ``the unions``: people of their own, and not the state they are in."""
    if mention.kind != "group" or mention.name or mention.collective or not mention.plural:
        return False
    if mention.description is None:
        return False
    inside = article.cast.mentions.inside(mention.extent)
    peoples = any(m.kind in {"adjective", "party"} or m.possessive for m in inside if m is not mention)
    own = mention.description.split()[0].lower() in _OWN
    return article.text.startswith(" in ", mention.span.end) or not (peoples or own or mention.noun in _OFFICIAL)


def _not_who_demands(article: Article, span: Span, name: str) -> str:
    """``X demands that he publish it``: he is whoever was named last before, not X."""
    if span.of(article.text).lower() not in {"he", "she"}:
        return name
    sentence = next(s for s in article.sentences if s.span.start <= span.start < s.span.end)
    for clause in article.clauses[sentence.number]:
        if clause.lemma not in _DEMANDING or clause.subject is None or sentence.tokens[clause.verb].start > span.start:
            continue
        demander = article.cast.mentions.who(sentence.stretch(clause.subject.first, clause.subject.last))
        before = [m.name for m in article.cast.mentions.all if m.sentence < sentence.number and m.kind == "person"]
        earlier = [each for each in before if each and each not in demander]
        if name in demander and earlier:
            return earlier[-1]
    return name


_DEMANDING = listed("demand urge ask call_on press insist request want implore")
_OFFICIAL = listed(
    "official diplomat negotiator minister representative delegate delegation government side party ally mediator "
    "envoy authority leader talk team force troop army capital people rebel"
)
_BODIES = listed(
    "parliament cabinet senate committee council opposition assembly congress court public legislature commission board"
)


def reporters(sentence: Sentence, stretch: tuple[int, int] | None) -> str | None:
    """``reporters``, ``journalists``: the press at large, to which a paper is shown."""
    tokens = sentence.tokens[slice(*stretch)] if stretch is not None else []
    return next((token.low for token in tokens if token.low in _PRESS and token.low not in _ONE_PAPER), None)


_ONE_PAPER = listed("newspaper newspapers audience viewers readers cameras")


def press_in(article: Article, sentence: Sentence, stretch: tuple[int, int] | None) -> str | None:
    """An outlet, by a name that is known for one or looks like one; not the press at large."""
    if stretch is None or any(token.low in _PRESS for token in sentence.tokens[slice(*stretch)]):
        return None
    if article.cast.mentions.who(sentence.stretch(*stretch)):
        return None
    return outlet(article, sentence, *stretch) or title(sentence, *stretch)


def title(sentence: Sentence, first: int, last: int) -> str | None:
    """``the Harbour Ledger``: words that are a name, whether or not anybody knows of what."""
    names = [token.is_name for token in sentence.tokens[first:last] if token.tag != "DT"]
    return described(sentence, first, last) if names and all(names) else None


def others(article: Article, tellers: list[str]) -> list[str]:
    """The other side, or both sides for one who belongs to neither; nobody where the sides are not plain."""
    if not tellers or tellers[0] == ME:
        return []
    own = as_party(article, tellers[0])
    pair = sides(article)
    return [side for side in pair if side != own] if own in pair else list(sides(article, without=own))
