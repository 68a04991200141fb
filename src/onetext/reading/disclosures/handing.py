"""Verbs of telling, showing, handing over, publishing and receiving: who lets whom know of what."""

from __future__ import annotations

import re
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.hearers import ME, others, outlet, press_in, reporters, title
from onetext.reading.disclosures.opening import PUBLIC, of_press, opened, received
from onetext.reading.disclosures.papers import paper_at, pronoun_at
from onetext.reading.disclosures.places import Stretch, places
from onetext.reading.disclosures.status import ASKS, is_supposed, status_of, told_nothing
from onetext.reading.disclosures.verb import Verb, hides, lemma_of, made_public, posted, subject_of
from onetext.reading.disclosures.verbs import (
    BY_CHANCE,
    HANDS,
    OPENS,
    RECEIVES,
    SEES,
    SHOWS,
    TABLES,
    TELLS,
    VERBS,
    WRITES,
    mode_of,
)
from onetext.reading.innermost import around
from onetext.reading.labels import labelled
from onetext.reading.records import Statement, Telling
from onetext.reading.statements import name_of
from onetext.wording.words import listed


def telling_of(article: Article, clause: Clause, said: tuple[Statement, ...]) -> Telling | None:
    """The disclosure that one verb tells; null for other verbs, for the press, and for what is denied or imagined."""
    if lemma_of(clause) not in VERBS and not made_public(clause) and not hides(clause):
        return None
    above = clause.governor
    if above is not None and above.lemma in {"keep", "leave"} and clause.relation not in {"acl", "relcl"}:
        return None  # "kept them informed" is told elsewhere
    inside = _inside(clause, said)
    status = status_of(clause)
    if status == "done" and told_nothing(clause):
        status = "withheld"
    if status is None or is_supposed(clause) or (inside is not None and inside.act == "deny"):
        return None
    verb = Verb(article, clause, places(clause), status)
    if _is_source(verb):
        return None
    found = _passive(verb) if verb.at.passive else _active(verb)
    return _with_speaker(article, clause, found, inside) if found is not None else None


def _inside(clause: Clause, said: tuple[Statement, ...]) -> Statement | None:
    """The statement around the verb; what is told of when or why it was made is no part of it."""
    statement = around(said, clause.sentence.tokens[clause.verb].start)
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    word = clause.sentence.tokens[first - 1].low if first else ""
    apart = clause.relation == "advcl" and word in {"after", "when", "since", "as", "because", "although", "though"}
    return None if apart and statement is not None and statement.act == "deny" else statement


def _is_source(verb: Verb) -> bool:
    """``a person briefed on the talks``: whom the outlet has it from; with a paper instead of talks he has learned."""
    clause = verb.clause
    if clause.relation != "acl" or not clause.passive or clause.lemma not in TELLS or clause.subject is None:
        return False
    head = clause.sentence.tokens[clause.subject.head]
    unnamed = head.lemma in {"person", "people", "source", "somebody", "someone", "insider"} or head.low == "people"
    return unnamed and verb.paper(verb.at.link("on", "about")) is None


def _teller(verb: Verb) -> list[str]:
    """The subject, or whoever is asked to do it ("requested the secretariat to circulate")."""
    clause, above = verb.clause, verb.clause.governor
    if clause.infinitive and above is not None and above.lemma in ASKS and above.last < clause.first:
        asked = verb.who((above.last, clause.first))
        if asked:
            return asked
    return subject_of(verb)


def _thing(verb: Verb) -> Stretch | None:
    """The paper that the verb has as its object, perhaps from before a relative clause, or a pronoun for it."""
    plain, sentence = verb.at.plain, verb.clause.sentence
    found = verb.paper(plain)
    if found is None and plain is not None and sentence.tokens[plain[0]].low == "what":
        found = verb.paper((plain[0], min(plain[0] + 10, len(sentence.tokens))))  # "what it described as the minutes"
    if found is None and verb.at.gap is not None and (plain is None or verb.lemma in HANDS | SHOWS):
        return verb.paper(verb.at.gap)
    return found or (pronoun_at(verb.article, sentence, *plain) if plain is not None else None)


def _active(verb: Verb) -> Telling | None:
    teller, lemma, plain = _teller(verb), verb.lemma, verb.at.plain
    if hides(verb.clause):
        return _hidden(verb, teller)
    if lemma in TELLS:
        heard = verb.who(_whole(verb)) or (verb.who(verb.at.link("with")) if lemma == "consult" else [])
        told = _told(verb, (teller, heard))
        if told is not None or lemma != "tell":
            return told
    thing = _thing(verb)
    if verb.shows:
        given = _given(verb, teller, thing)
        if given is not None:
            return given
    if thing is not None and (lemma in OPENS or made_public(verb.clause) or posted(verb.clause)):
        return opened(verb, teller, thing)
    if lemma in RECEIVES | SEES and thing is not None:
        return received(verb, thing)
    if lemma in HANDS and plain is not None and verb.paper(verb.at.link("with")):
        heard = verb.who(plain)
        return verb.telling((teller, heard), verb.at.link("with"), mode_of(lemma)) if heard else None
    return None


def _hidden(verb: Verb, teller: list[str]) -> Telling | None:
    paper, heard = verb.paper(verb.at.plain), verb.who(verb.at.link("from"))
    if paper is None or not heard or verb.clause.negated:
        return None
    return replace(verb, status="withheld").telling((teller, heard), paper, None)


def _given(verb: Verb, teller: list[str], thing: Stretch | None) -> Telling | None:
    """Whom a paper is given, shown or sent to; the other side where nobody is named."""
    if thing is None or (verb.lemma in BY_CHANCE and _is_weak(verb, thing)):
        return None
    plain, link = verb.at.plain, verb.at.link("to", "with", "among", "before")
    before = (plain[0], thing[0]) if plain is not None and plain[0] < thing[0] <= plain[1] else None
    if (before is None and verb.at.gap == thing) or (plain is not None and thing[0] < plain[0]):
        before = plain
    heard = [name for name in verb.who(before) or verb.who(link) if name not in teller]
    article, sentence = verb.article, verb.clause.sentence
    press = None if heard else press_in(article, sentence, before) or press_in(article, sentence, link)
    if press is not None:
        return verb.telling((teller, [press]), thing, "leak")
    pressmen = None if heard else reporters(sentence, before) or reporters(sentence, link)
    if pressmen is not None and verb.paper(thing):
        return verb.telling((teller, [pressmen]), thing, "publication")
    aside = verb.at.link("to", "among", "before")
    if not heard and aside is None and before is None and verb.lemma in TABLES and verb.status != "withheld":
        heard = others(verb.article, teller)
    return verb.telling((teller, heard), thing, mode_of(verb.lemma)) if heard else None


def _is_weak(verb: Verb, thing: Stretch) -> bool:
    """``gave his name``, ``put the number``: words that are papers only under a verb of telling."""
    noun = verb.clause.sentence.tokens[thing[1] - 1].lemma
    return noun in _WEAK or (noun == "table" and verb.lemma in {"lay", "put"})


_WEAK = listed("name number names size price cost result point approach element bill location secret")


def _whole(verb: Verb) -> Stretch | None:
    """``briefed envoys of Kenya about the plan``: "of" belongs to who is told unless a topic is behind it."""
    plain, of = verb.at.plain, verb.at.links.get("of")
    if plain is None or of is None or of[0] < plain[1] or verb.paper(of, topics=True) is not None:
        return plain
    return plain[0], of[1]


def _told(verb: Verb, who: tuple[list[str], list[str]]) -> Telling | None:
    """``brief X (on Y)``, ``inform X of Y``, ``tell X about the plan``; with "that" it is a statement."""
    lemma, clause = verb.lemma, verb.clause
    topic = verb.at.link("about", "on", "of", "over", "through")
    if topic is not None and _DAY.match(clause.sentence.tokens[topic[0]].low):
        topic = verb.at.link("about", "of", "over")
    if topic is not None and verb.at.links.get("of") == topic and verb.paper(topic, topics=True) is None:
        topic = None
    weighty = topic is not None and verb.paper(topic, topics=True) is not None
    if not who[1] or (lemma in {"tell", "walk", "alert"} and not weighty and not _contents_follow(clause)):
        return None
    tokens = clause.sentence.tokens
    stated = any(t.low in {"that", "to", "when", "how"} for t in tokens[clause.last : clause.last + 5])
    if topic is None and verb.status == "withheld" and _contents_follow(clause):
        return verb.telling(who, None, TELLS[lemma])
    if topic is not None and not weighty and lemma != "consult" and not _names(clause, topic):
        return None
    if topic is None and lemma not in {"brief", "consult", "debrief"} and (verb.status != "withheld" or stated):
        return None
    return verb.telling(who, topic, TELLS[lemma])


def _names(clause: Clause, topic: Stretch) -> bool:
    return any(token.is_name for token in clause.sentence.tokens[slice(*topic)])


_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:jan|febr)uary|march|april|may|june|july|august|septem|octo|novem|decem"
)


def _contents_follow(clause: Clause) -> bool:
    """``was not told what the annex contains``."""
    tokens = clause.sentence.tokens
    asks = clause.negated and clause.last < len(tokens) and tokens[clause.last].low in {"what", "which", "whether"}
    return asks and paper_at(clause.sentence, clause.last, min(clause.last + 7, len(tokens))) is not None


def _passive(verb: Verb) -> Telling | None:
    clause, sentence, subject = verb.clause, verb.clause.sentence, verb.at.subject
    if clause.subject is None or subject is None:
        return None
    teller = verb.who(verb.at.link("by")) or _author(verb)
    paper = verb.paper(subject)
    if paper is not None and sentence.tokens[paper[1] - 1].start > sentence.tokens[clause.subject.head].start:
        paper = None  # "the author of the plan was told"
    if paper is None and (verb.lemma in HANDS | SHOWS | SEES | frozenset(OPENS)):
        sure = verb.lemma in HANDS - BY_CHANCE and sentence.tokens[clause.subject.head].low in {"it", "they"}
        plain = verb.lemma in {"reveal", "disclose"}  # "it was revealed that"
        paper = subject if sure else None if plain else pronoun_at(verb.article, sentence, *subject)
    if paper is not None:
        return _paper_given(verb, teller, paper)
    told = subject_of(verb) or [word for word in (reporters(sentence, subject),) if word and _thing(verb)]
    if not told:
        return None
    if verb.lemma in TELLS:
        if clause.negated and len(sentence.tokens) - clause.last <= 2:
            return verb.telling((teller, told), None, TELLS[verb.lemma])
        found = _told(verb, (teller, told))
        if found is not None or verb.lemma != "tell":
            return found
    thing = _thing(verb) or verb.paper(verb.at.link("with"))
    if thing is None or verb.lemma not in HANDS | SHOWS | {"tell"} or verb.lemma in {"take", "bring", "present"}:
        return None
    return verb.telling((teller, told), thing, mode_of(verb.lemma))


def _paper_given(verb: Verb, teller: list[str], paper: Stretch) -> Telling | None:
    """``the plan was handed to X``, ``a draft seen by the Post``, ``the text will be published``."""
    sentence, lemma = verb.clause.sentence, verb.lemma
    to, by = verb.at.link("to", "with", "among", "before"), verb.at.links.get("by")
    heard = verb.who(to)
    if lemma in SEES and by is not None:
        press = outlet(verb.article, sentence, *by) or title(sentence, *by)
        seen = [press] if press else (verb.who(by) if lemma in {"see", "read", "obtain"} else [])
        return verb.telling(([], seen[:1]), paper, "leak") if seen else None
    if lemma == "leak" and to is not None and not heard:
        press = outlet(verb.article, sentence, *to) or title(sentence, *to)
        heard = [press] if press else []
    pressmen = None if heard else reporters(sentence, to)
    if verb.shows and pressmen is not None:
        return verb.telling((teller, [pressmen]), paper, "publication")
    if verb.shows and heard:
        return verb.telling((teller, heard), paper, mode_of(lemma))
    if lemma in TABLES and to is None and teller and (heard := others(verb.article, teller)):
        return verb.telling((teller, heard), paper, mode_of(lemma))
    if hides(verb.clause):
        hidden = verb.who(verb.at.link("from"))
        return replace(verb, status="withheld").telling((teller, hidden), paper, None) if hidden else None
    any_ = verb.clause.relation == "relcl" and sentence.tokens[paper[0]].low in {"a", "an"}
    if (lemma in OPENS or made_public(verb.clause) or posted(verb.clause)) and not (
        any_ or of_press(verb.clause, paper)
    ):
        mode = OPENS.get(lemma, "publication")
        return verb.telling((teller, PUBLIC if mode == "publication" else []), paper, mode)
    return None


def _author(verb: Verb) -> list[str]:
    """``a plan drawn up by the chair was shown``: who wrote it lets it be seen."""
    clause, above = verb.clause, verb.clause.governor
    if above is not None and above.passive and clause.relation == "conj" and above.lemma in WRITES:
        return verb.who(places(above).link("by"))
    for other in verb.article.clauses[clause.sentence.number]:
        if other.relation == "acl" and other.passive and other.last < clause.first and other.lemma in WRITES:
            return verb.who(places(other).link("by"))
    return []


def _with_speaker(article: Article, clause: Clause, found: Telling, inside: Statement | None) -> Telling | None:
    """``me`` and ``I`` are the speaker; a promise that it will be published is that of the speaker."""
    speaker = (name_of(inside.speaker) or inside.party) if inside is not None else None
    speaker = speaker or labelled(article, clause.sentence)
    by, to = found.by, found.to
    if by == ME or (by is None and clause.passive and inside is not None and inside.act == "promise"):
        by = speaker
    if ME in to:
        if speaker is None:
            return None
        to = tuple(speaker if name == ME else name for name in to)
    to = tuple(name for name in to if name != by)
    return replace(found, by=by, to=to) if to or found.mode in {"leak", "publication"} else None
